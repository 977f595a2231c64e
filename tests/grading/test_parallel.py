"""Many processes give the scores that one gives, in the same order, and a stopped grading goes on."""

from __future__ import annotations

import csv
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.grading.roof_lesson import CAPPED, LESSON, LOW, MIDDLE, TOP, loaded, write_lesson
from tests.running import TUTOR, environment, tutor
from tutor.errors import TutorError
from tutor.grading import Answer, grade, parallel
from tutor.grading.parallel import ALONE, CHUNK, IN_FLIGHT, grade_over
from tutor.grading.unfinished import unfinished_file

SAID = (TOP, MIDDLE, LOW, CAPPED, "")


def answers(count: int) -> list[Answer]:
    return [Answer(n + 2, str(n), f"{SAID[n % 5]} {n}", n % 3) for n in range(count)]


@pytest.mark.parametrize("count", [0, 1, ALONE, ALONE + 1, ALONE + 3 * CHUNK + 1])
def test_the_same_scores_in_the_same_order(tmp_path: Path, count: int) -> None:
    lesson = loaded(tmp_path)
    question = lesson.lesson.questions[0]
    alone = list(grade(answers(count), question, lesson.article))
    assert list(grade_over(answers(count), question, lesson.article, 2)) == alone


def test_no_more_is_read_than_is_being_graded(tmp_path: Path) -> None:
    lesson = loaded(tmp_path)
    read = 0

    def endless() -> Iterator[Answer]:
        nonlocal read
        while True:
            read += 1
            yield Answer(read, str(read), MIDDLE)

    graded = grade_over(endless(), lesson.lesson.questions[0], lesson.article, 2)
    taken = ALONE + 5 * CHUNK
    for _ in range(taken):
        next(graded)
    graded.close()
    assert read <= taken + (2 * IN_FLIGHT + 1) * CHUNK


def test_a_process_that_is_ended_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lesson = loaded(tmp_path)
    monkeypatch.setattr(parallel, "_grade", _die)
    with pytest.raises(TutorError, match="--jobs 1"):
        list(grade_over(answers(ALONE + CHUNK), lesson.lesson.questions[0], lesson.article, 2))


def _die(_: object) -> None:
    os._exit(9)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    file = tmp_path / "many.csv"
    with file.open("w", newline="") as out:
        csv.writer(out).writerow(("id", "reply", "human"))
        csv.writer(out).writerows((a.id, a.text, a.human) for a in answers(20_000))
    return file


class TestStopped:
    """A grading that is stopped keeps what is done."""

    @staticmethod
    def stop(tmp_path: Path, lesson: Path, table: Path, how: signal.Signals) -> tuple[int, str]:
        """Begin to grade, and stop as soon as something has been written; the exit code, and what was said."""
        process = subprocess.Popen(
            [*TUTOR, "grade", str(lesson), str(table), "-o", str(tmp_path / "out.csv"), "--jobs", "2"],
            stderr=subprocess.PIPE,
            text=True,
            env=environment(tmp_path / "home"),
        )
        end = time.monotonic() + 60
        while not any(file.stat().st_size for file in tmp_path.glob(".out.csv.*.unfinished")):
            assert process.poll() is None, "done before it could be stopped"
            assert time.monotonic() < end
            time.sleep(0.01)
        process.send_signal(how)
        _, said = process.communicate(timeout=60)
        return process.returncode, said

    @pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
    def test_it_goes_on_and_ends_as_if_nothing_had_been(self, tmp_path: Path, many: Path, how: signal.Signals) -> None:
        lesson = write_lesson(tmp_path / "lesson")
        code, said = self.stop(tmp_path, lesson, many, how)
        assert code == (130 if how is signal.SIGINT else -signal.SIGKILL)
        if how is signal.SIGINT:
            line = r"\nStopped after [\d,]+ repl(y|ies)\. The same command goes on from there; --anew begins again\.\n"
            assert re.fullmatch(line, said)
        assert not (tmp_path / "out.csv").exists()
        words = ("grade", lesson, many, "--against", "human")
        done = tutor(tmp_path / "home", *words, "-o", tmp_path / "out.csv")
        assert "Going on after " in done.stderr
        whole = tutor(tmp_path / "home", *words, "-o", tmp_path / "whole.csv", "--jobs", "1")
        assert "Going on" not in whole.stderr
        assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()
        assert done.stdout == whole.stdout, "the agreement is over all rows, not only the last ones"
        assert not list(tmp_path.glob(".*.unfinished"))

    def test_another_rubric_begins_anew(self, tmp_path: Path, many: Path) -> None:
        lesson = write_lesson(tmp_path / "lesson")
        self.stop(tmp_path, lesson, many, signal.SIGINT)
        lesson.write_text(LESSON.replace("long = 0.5", "long = 0.25"), encoding="utf-8")
        done = tutor(tmp_path / "home", "grade", lesson, many, "-o", tmp_path / "out.csv")
        assert done.returncode == 0, done.stderr
        assert "Going on" not in done.stderr
        assert not list(tmp_path.glob(".*.unfinished")), "the old one is of no use any more"

    def test_anew(self, tmp_path: Path, many: Path) -> None:
        lesson = write_lesson(tmp_path / "lesson")
        self.stop(tmp_path, lesson, many, signal.SIGINT)
        done = tutor(tmp_path / "home", "grade", lesson, many, "-o", tmp_path / "out.csv", "--anew")
        assert "Going on" not in done.stderr
        assert len((tmp_path / "out.csv").read_text().splitlines()) == 20_001


HEADER = 'id,"question"\n'


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("", 0),
        ("id,ques", 0),
        (HEADER, 0),
        (f"{HEADER}1,a\n2,", 1),
        (f'{HEADER}1,a\n"2\n', 1),
        (f'{HEADER}1,a\n"2\n3",b\n', 2),
        (f'{HEADER}1,a\n"2""\n3",b\n4,"', 2),
    ],
)
def test_a_row_that_is_not_whole_is_written_again(tmp_path: Path, written: str, rows: int) -> None:
    (tmp_path / ".out.csv.mark.unfinished").write_text(written)
    with unfinished_file(tmp_path / "out.csv", "mark") as unfinished:
        assert unfinished.rows == rows
        assert len(list(unfinished.kept())) == rows
        unfinished.file.write("9,z\n")
    kept = list(csv.reader((tmp_path / "out.csv").read_text().splitlines(keepends=True)))
    assert kept[-1] == ["9", "z"]
    assert len(kept) == rows + (HEADER in written) + 1


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(TutorError, match="could not be written"), unfinished_file(tmp_path / "no" / "out.csv", "mark"):
        pass


def test_an_odd_name_hides_no_other_file(tmp_path: Path) -> None:
    other = tmp_path / ".x.csv.mark.unfinished"
    other.write_text(HEADER)
    with unfinished_file(tmp_path / "[x].csv", "mark") as unfinished:
        unfinished.file.write(HEADER)
    assert other.exists()
