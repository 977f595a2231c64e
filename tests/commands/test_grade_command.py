"""`tutor grade` as a teacher runs it: a process, files in, files out."""

from __future__ import annotations

import csv
import io
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.grading.roof_lesson import CAPPED, LESSON, LOW, MIDDLE, SECOND, TOP, write_lesson
from tests.running import TUTOR, environment, tutor

ROWS = [("a", TOP, "2"), ("b", CAPPED, "2"), ("c", MIDDLE, "1"), ("d", LOW, "0")]
SCORES = {"a": "2", "b": "1", "c": "1", "d": "0"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    return write_lesson(tmp_path / "lesson")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.csv"
    with file.open("w", newline="") as out:
        csv.writer(out).writerows([("id", "reply", "human"), *ROWS])
    return file


def scores(text: str) -> dict[str, str]:
    return {row["id"]: row["score"] for row in csv.DictReader(io.StringIO(text))}


def test_to_standard_output(home: Path, lesson: Path, answers: Path) -> None:
    done = tutor(home, "grade", lesson, answers)
    assert done.returncode == 0, done.stderr
    assert scores(done.stdout) == SCORES
    assert done.stdout.splitlines()[0] == "id,question,score,bees,danger,long,safe,effort"
    assert done.stderr == "4 replies graded (replies from column reply, ids from column id).\n"
    assert not home.exists()  # nothing is kept of it


def test_to_a_file_with_agreement_and_a_page(home: Path, lesson: Path, answers: Path, tmp_path: Path) -> None:
    out, page = tmp_path / "out.csv", tmp_path / "page.html"
    done = tutor(home, "grade", lesson, answers, "-o", out, "--against", "human", "--explain", page)
    assert done.returncode == 0, done.stderr
    assert scores(out.read_text()) == SCORES
    # Human 2 2 1 0, ours 2 1 1 0: observed 1, expected 2*2 + 2*4 + 1 + 1 + 4 + 2 = 20.
    assert "quadratic weighted kappa 0.800; the same score 75.0%, at most one apart 100.0%" in done.stdout
    lines = done.stdout.splitlines()
    assert [line.split() for line in lines[1:]] == [
        ["human", "ours", "0", "ours", "1", "ours", "2"],
        ["0", "1", "0", "0"],
        ["1", "0", "1", "0"],
        ["2", "0", "1", "1"],
    ]
    html = page.read_text()
    assert html.startswith("<!DOCTYPE html>")
    assert "0.800" in html
    assert html.count("<article") == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.csv", "lesson", "out.csv", "page.html"]


def test_agreement_does_not_stand_among_the_scores(home: Path, lesson: Path, answers: Path) -> None:
    done = tutor(home, "grade", lesson, answers, "--against", "human")
    assert scores(done.stdout) == SCORES
    assert "quadratic weighted kappa" in done.stderr


def test_by_name_by_folder_and_by_file(home: Path, answers: Path, tmp_path: Path) -> None:
    folder = tmp_path / "roof"
    write_lesson(folder).rename(folder / "lesson.toml")
    other = write_lesson(tmp_path / "any")
    plain = other.rename(other.with_name("rubric.toml"))
    (home / "lessons").mkdir(parents=True)
    write_lesson(home / "lessons")
    for name in (folder, folder / "lesson.toml", plain, "roof"):
        assert scores(tutor(home, "grade", name, answers).stdout) == SCORES


def test_a_lesson_without_its_article(home: Path, answers: Path, tmp_path: Path) -> None:
    lesson = write_lesson(tmp_path / "lesson")
    article = (lesson.parent / "article.txt").rename(tmp_path / "copy.txt")
    printed = tutor(home, "fingerprint", article).stdout
    lesson.write_text(LESSON.replace('[article]\nfile = "article.txt"\n', printed))
    assert scores(tutor(home, "grade", lesson, answers, "--article", article).stdout) == SCORES
    assert "--article" in tutor(home, "grade", lesson, answers).stderr


def test_tabs_bytes_and_rows_that_cannot_be_read(home: Path, lesson: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.tsv"
    file.write_bytes(
        b"\xef\xbb\xbfId\tScore1\tText\r\n"
        b'=1+1\t2\tThe bees are up there, and a sting can be bad for people in the caf\xe9."\r\n'
        b"2\tx\tThe bees live up there on the top.\r\n"
        b"3\r\n"
        b"\r\n"
        b"4\t0\tI think that the article is quite boring.\r\n"
    )
    done = tutor(home, "grade", lesson, file, "--against", "Score1")
    assert done.returncode == 1
    assert scores(done.stdout) == {"'=1+1": "2", "2": "1", "4": "0"}
    assert "line 2 is read as windows-1252" in done.stderr
    assert "line 3: the score “x” is no whole number" in done.stderr
    assert "line 4: this row ends before the column Text" in done.stderr
    assert "Agreement over 2 replies" in done.stderr


def test_several_questions(home: Path, answers: Path, tmp_path: Path) -> None:
    lesson = write_lesson(tmp_path / "lesson", LESSON + SECOND)
    done = tutor(home, "grade", lesson, answers)
    assert done.returncode == 2
    assert "danger and voices" in done.stderr
    assert done.stdout == ""
    assert scores(tutor(home, "grade", lesson, answers, "--question", "danger").stdout) == SCORES
    assert tutor(home, "grade", lesson, answers, "--question", "voices").stdout.startswith(
        "id,question,score,families,"
    )
    assert "Did you mean voices?" in tutor(home, "grade", lesson, answers, "--question", "voice").stderr


def test_one_question_may_be_named(home: Path, lesson: Path, answers: Path) -> None:
    assert scores(tutor(home, "grade", lesson, answers, "--question", "danger").stdout) == SCORES
    assert tutor(home, "grade", lesson, answers, "--question", "roof").returncode == 2


class TestTrouble:
    """Each gives one clear message with what to do, exit code 2, and writes nothing."""

    CASES = [
        (("--reply-column", "words"), "has no column words"),
        (("--id-column", "name"), "The columns are id, reply and human."),
        (("--against", "score"), "has no column score"),
        (("--explain", "page.html"), "--against"),
        (("-o", "{answers}"), "would be written over"),
        (("-o", "{lesson}"), "would be written over"),
        (("-o", "same.csv", "--against", "human", "--explain", "same.csv"), "would be written over"),
        (("-o", "no/folder/out.csv"), "could not be written"),
        (("--against", "human", "--explain", "no/folder/page.html"), "could not be written"),
        (("--article", "nowhere.txt"), "nowhere.txt"),
    ]

    @pytest.mark.parametrize(("words", "said"), CASES)
    def test_trouble(self, home: Path, lesson: Path, answers: Path, words: tuple[str, ...], said: str) -> None:
        before = answers.read_bytes(), lesson.read_bytes()
        done = tutor(home, "grade", lesson, answers, *(w.format(answers=answers, lesson=lesson) for w in words))
        assert done.returncode == 2, done
        assert done.stderr.startswith("tutor: ")
        assert said in done.stderr
        assert "Traceback" not in done.stderr
        assert done.stdout == ""
        assert (answers.read_bytes(), lesson.read_bytes()) == before

    def test_no_such_lesson_or_table(self, home: Path, lesson: Path, answers: Path) -> None:
        assert "There is no lesson nothing." in tutor(home, "grade", "nothing", answers).stderr
        assert "There is no file" in tutor(home, "grade", lesson, answers.parent / "no.csv").stderr

    def test_what_was_written_before_stays(self, home: Path, lesson: Path, answers: Path, tmp_path: Path) -> None:
        out = tmp_path / "out.csv"
        out.write_text("before")
        lesson.write_text("format = 1\n")
        assert tutor(home, "grade", lesson, answers, "-o", out).returncode == 2
        assert out.read_text() == "before"


def test_no_human_score_at_all(home: Path, lesson: Path, answers: Path) -> None:
    answers.write_text(f"id,reply,human\n1,{MIDDLE},\n")
    done = tutor(home, "grade", lesson, answers, "--against", "human")
    assert done.returncode == 0
    assert "No reply has a human score to compare with." in done.stderr


def test_an_empty_table(home: Path, lesson: Path, answers: Path) -> None:
    answers.write_text("id,reply\n")
    done = tutor(home, "grade", lesson, answers)
    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    assert "0 replies graded" in done.stderr


def test_a_reader_that_goes_away(home: Path, lesson: Path, tmp_path: Path) -> None:
    answers = tmp_path / "many.csv"
    answers.write_text("id,reply\n" + f"1,{MIDDLE}\n" * 3000)
    done = subprocess.run(
        ["sh", "-c", '"$@" | head -n 1', "sh", *TUTOR, "grade", str(lesson), str(answers)],
        capture_output=True,
        text=True,
        env=environment(home),
        timeout=120,
    )
    assert done.stdout.startswith("id,question")
    assert "Traceback" not in done.stderr


def test_progress_is_for_people(home: Path, lesson: Path, tmp_path: Path) -> None:
    answers = tmp_path / "many.csv"
    answers.write_text("id,reply\n" + "".join(f"{n},{MIDDLE} {n}\n" for n in range(4000)))
    far, near = pty.openpty()
    with subprocess.Popen(
        [*TUTOR, "grade", str(lesson), str(answers), "-o", str(tmp_path / "out.csv")],
        stderr=near,
        env=environment(home),
    ) as process:
        os.close(near)
        seen = b""
        try:
            while piece := os.read(far, 4096):
                seen += piece
        except OSError:  # its other end is closed
            pass
        assert process.wait(timeout=120) == 0
    os.close(far)
    assert seen.rstrip().endswith(b"(replies from column reply, ids from column id).")
    assert seen.count(b"\r") < 200
