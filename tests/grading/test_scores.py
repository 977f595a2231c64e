"""Replies to scores, and scores to a table."""

from __future__ import annotations

import csv
import io
import stat
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.grading.roof_lesson import CAPPED, LESSON, LOW, MIDDLE, TOP, graded, loaded
from tests.powers import powerless, run_powerless
from tutor.errors import TutorError
from tutor.grading import Answer, ScoreWriter, grade, whole_file
from tutor.grading.levels import missing, points_off
from tutor.grading.output import harmless
from tutor.lesson.load import LoadedLesson


@pytest.fixture
def lesson(tmp_path: Path) -> LoadedLesson:
    return loaded(tmp_path)


def table(lesson: LoadedLesson, *replies: str) -> list[dict[str, str]]:
    out = io.StringIO()
    writer = ScoreWriter(out, lesson.lesson.questions[0])
    for one in graded(lesson, [(reply, None) for reply in replies]):
        writer.write(one)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


SCORES = [
    (TOP, 2, 3.5),
    (MIDDLE, 1, 1.25),
    (LOW, 0, 0.5),
    (CAPPED, 1, 2.5),
    ("", 0, 0),
    ("idk", 0, 0),
    ("asdf asdf", 0, 0),
]


@pytest.mark.parametrize(("reply", "score", "points"), SCORES)
def test_the_score_is_that_of_the_rule(lesson: LoadedLesson, reply: str, score: int, points: float) -> None:
    (one,) = graded(lesson, [(reply, None)])
    assert (one.id, one.question, one.score, one.points) == ("r1", "danger", score, points)


def test_columns(lesson: LoadedLesson) -> None:
    rows = table(lesson, TOP, CAPPED, "")
    assert list(rows[0]) == ["id", "question", "score", "bees", "danger", "long", "safe", "effort"]
    assert list(rows[0].values()) == ["r1", "danger", "2", "met", "met", "met", "", "answer"]
    assert list(rows[1].values()) == ["r2", "danger", "1", "met", "met", "met", "yes", "answer"]
    assert list(rows[2].values()) == ["r3", "danger", "0", "unmet", "unmet", "unmet", "", "empty"]


def test_a_part_called_like_a_fixed_column_has_its_kind_before_its_name(tmp_path: Path) -> None:
    text = LESSON.replace('id = "bees"', 'id = "score"').replace("  bees = 1", "  score = 1")
    text = text.replace('id = "long"', 'id = "id"').replace("  long = 0.5", "  id = 0.5")
    text = (
        text.replace('id = "safe"', 'id = "effort"').replace("  safe = -1", "  effort = -1").replace('["safe"]', "[]")
    )
    (row,) = table(loaded(tmp_path, text), CAPPED)
    columns = ["id", "question", "score", "criterion:score", "danger", "criterion:id", "misconception:effort", "effort"]
    assert list(row) == columns
    assert row["misconception:effort"] == "yes"
    assert row["effort"] == "answer"


def test_without_a_rule_the_level_is_that_of_the_verdict(tmp_path: Path) -> None:
    lesson = loaded(tmp_path, LESSON[: LESSON.index("  [questions.scoring.points]")])
    assert [one.score for one in graded(lesson, [(TOP, None), (MIDDLE, None), (LOW, None)])] == [2, 1, 0]


HARMLESS = [
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("+1+2", "'+1+2"),
    ("-1-2", "'-1-2"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\uff1d1+1", "'\uff1d1+1"),
    ("-a", "'-a"),
    ("+", "'+"),
    ("--3", "'--3"),
    ("-3", "-3"),
    ("+49", "+49"),
    ("-3.5", "-3.5"),
    ("17", "17"),
    ("a=b", "a=b"),
    ("Ana-Maria", "Ana-Maria"),
    ("", ""),
    ("\x1b[2J", "\ufffd[2J"),
]


@pytest.mark.parametrize(("cell", "written"), HARMLESS)
def test_no_id_is_taken_for_a_formula(cell: str, written: str) -> None:
    assert harmless(cell) == written


def test_ids_are_written_as_cells(lesson: LoadedLesson) -> None:
    out = io.StringIO()
    writer = ScoreWriter(out, lesson.lesson.questions[0])
    answers = [Answer(2, 'a,"b"\nc', TOP), Answer(3, "=1+1", TOP)]
    for one in grade(answers, lesson.lesson.questions[0], lesson.article):
        writer.write(one)
    assert [row["id"] for row in csv.DictReader(io.StringIO(out.getvalue()))] == ['a,"b"\nc', "'=1+1"]


def test_memory_does_not_grow_with_the_table(lesson: LoadedLesson) -> None:
    def answers(count: int) -> Iterator[Answer]:
        for number in range(count):
            yield Answer(number, str(number), f"{TOP} {number}" * 5)

    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in grade(answers(count), lesson.lesson.questions[0], lesson.article):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(20)  # the dictionary is loaded
    assert peak(400) < 2 * peak(100) + 200_000


class TestLevels:
    """What is missing for the next level, and how far the human's level is."""

    CASES = [
        (TOP, ()),
        (MIDDLE, ("1.75 more points", "met: danger")),
        (LOW, ("0.5 more points",)),
        (CAPPED, ("0.5 more points", "not: safe")),
        ("idk", ("an answer: this is taken for help",)),
    ]

    @pytest.mark.parametrize(("reply", "lacking"), CASES)
    def test_missing(self, lesson: LoadedLesson, reply: str, lacking: tuple[str, ...]) -> None:
        (one,) = graded(lesson, [(reply, None)])
        assert missing(one, lesson.lesson.questions[0].scoring) == lacking

    def test_missing_one_of_several(self, tmp_path: Path) -> None:
        lesson = loaded(tmp_path, LESSON.replace('all_of = ["danger"]', 'any_of = ["danger", "safe"]'))
        (one,) = graded(lesson, [(MIDDLE, None)])
        assert "met: one of danger, safe" in missing(one, lesson.lesson.questions[0].scoring)

    def test_missing_without_a_rule(self, lesson: LoadedLesson) -> None:
        middle, capped = graded(lesson, [(MIDDLE, None), (CAPPED, None)])
        assert missing(middle, None) == ("met: danger", "met: long")
        assert missing(capped, None) == ("not: safe",)

    @pytest.mark.parametrize(
        ("reply", "human", "off"),
        [
            (TOP, 2, 0),
            (TOP, 1, 0.5),
            (TOP, 0, 2.5),
            (MIDDLE, 2, 1.75),
            (MIDDLE, 0, 0.25),
            (LOW, 1, 0.5),
            (CAPPED, 2, 0.5),
        ],
    )
    def test_points_off(self, lesson: LoadedLesson, reply: str, human: int, off: float) -> None:
        (one,) = graded(lesson, [(reply, human)])
        assert points_off(one, human, lesson.lesson.questions[0].scoring) == off
        assert points_off(one, human, None) == 0


class TestWholeFile:
    """A file is there whole or not at all."""

    def test_written(self, tmp_path: Path) -> None:
        with whole_file(tmp_path / "out.csv") as file:
            file.write("caf\u00e9\n")
            assert not (tmp_path / "out.csv").exists()
        assert (tmp_path / "out.csv").read_bytes() == b"caf\xc3\xa9\n"
        assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]

    def test_what_was_there_stays_when_it_fails(self, tmp_path: Path) -> None:
        (tmp_path / "out.csv").write_text("before")

        def fail() -> None:
            with whole_file(tmp_path / "out.csv") as file:
                file.write("half")
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            fail()
        assert (tmp_path / "out.csv").read_text() == "before"
        assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]

    def test_who_may_read_it_stays(self, tmp_path: Path) -> None:
        (tmp_path / "out.csv").touch(mode=0o600)
        with whole_file(tmp_path / "out.csv") as file:
            file.write("after")
        assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o600

    def test_a_link_stays_one(self, tmp_path: Path) -> None:
        (tmp_path / "real.csv").write_text("before")
        (tmp_path / "out.csv").symlink_to("real.csv")
        with whole_file(tmp_path / "out.csv") as file:
            file.write("after")
        assert (tmp_path / "out.csv").is_symlink()
        assert (tmp_path / "real.csv").read_text() == "after"

    def test_a_device_stays_one(self) -> None:
        with whole_file(Path("/dev/null")) as file:
            file.write("nothing")
        assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)

    @pytest.mark.parametrize("name", ["no/such/folder.csv", "", "a\0b", "x" * 300])
    def test_what_cannot_be_written(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(TutorError, match="could not be written"), whole_file(tmp_path / name):
            pytest.fail("it was opened")

    @powerless
    def test_a_folder_that_may_not_be_written_to(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        code = """
            import sys
            from pathlib import Path
            from tutor.errors import TutorError
            from tutor.grading import whole_file
            try:
                with whole_file(Path(sys.argv[1])):
                    print("opened")
            except TutorError as error:
                print(error)
        """
        assert "could not be written" in run_powerless(code, str(tmp_path / "out.csv"))
