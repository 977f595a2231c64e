"""`tutor try`: a reply on the bench."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ferry import ARTICLE, LESSON, STRONG, write_lesson
from tests.running import tutor
from tutor.lesson.load import load_lesson

HALF = "The report counts 90,000 pounds [p1s2]."


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    return write_lesson(tmp_path, LESSON, ARTICLE)


def test_it_shows_each_verdict_with_its_words_its_place_and_the_move(lesson: Path, tmp_path: Path) -> None:
    done = tutor(tmp_path, "try", lesson, "evidence", "--reply", HALF)
    assert done.returncode == 0, done.stderr
    assert "«[p1s2]»" in done.stdout
    assert "  cites: met." in done.stdout
    assert "In the article: p1s2." in done.stdout
    assert "  cost: unmet." in done.stdout
    assert "As a whole: partly." in done.stdout
    assert "ask about cost" in done.stdout
    assert done.stdout.rstrip().endswith("What does that sentence say about money?")


def test_what_is_no_answer_is_said_to_be_none(lesson: Path, tmp_path: Path) -> None:
    done = tutor(tmp_path, "try", lesson, "1", "--reply", "idk")
    assert "Taken for" in done.stdout
    assert "cites" not in done.stdout


def test_replies_come_line_by_line_with_commands_between(lesson: Path, tmp_path: Path) -> None:
    lines = [
        STRONG[0],
        "/save met",
        "/samples",
        "/question voice",
        "the families\\",
        "who live there",
        "/quit",
        "never",
    ]
    done = tutor(tmp_path, "try", lesson, "evidence", lines="\n".join(lines))
    assert done.returncode == 0, done.stderr
    assert "it is answered" in done.stdout
    assert "must be met" in done.stdout
    assert "1 of 1 samples come out as they should." in done.stdout
    assert "Question 2 of 3, voice" in done.stdout
    assert "who live there" in done.stdout
    assert "never" not in done.stdout
    assert [sample.answer for sample in load_lesson(lesson).lesson.questions[0].samples] == [STRONG[0]]


def test_a_sample_that_will_fail_is_saved_and_said_to(lesson: Path, tmp_path: Path) -> None:
    done = tutor(tmp_path, "try", lesson, "evidence", "--reply", HALF, "--save", "met")
    assert done.returncode == 1
    assert "The lesson makes it partly now" in done.stdout
    assert tutor(tmp_path, "check", lesson).returncode == 1


def test_a_lesson_changed_meanwhile_is_read_again(lesson: Path, tmp_path: Path) -> None:
    from tutor.commands.try_reply import Bench, TryRequest

    bench = Bench(TryRequest(lesson, "evidence"), ())
    assert "cost: unmet" in bench.try_it(HALF)
    file = lesson / "lesson.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"a lot of money"]', '"a lot of money", "pound"]'), encoding="utf-8")
    assert "cost: met" in bench.try_it(HALF)
    file.write_text(text.replace("[[questions]]", "[[questions"), encoding="utf-8")
    told = bench.try_it(HALF)
    assert "this is the lesson as it was" in told
    assert "cost: met" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["evidnce", "--reply", "x"], "Did you mean evidence?"),
        (["9", "--reply", "x"], "Its questions are evidence, voice and future."),
        (["--reply", "x"], "The lesson has several questions."),
        (["evidence", "--save", "met"], "--save needs the reply."),
    ],
)
def test_what_cannot_be_tried_is_told(lesson: Path, tmp_path: Path, words: list[str], told: str) -> None:
    done = tutor(tmp_path, "try", lesson, *words)
    assert done.returncode == 2
    assert told in done.stderr


def test_without_a_question_they_are_listed(lesson: Path, tmp_path: Path) -> None:
    done = tutor(tmp_path, "try", lesson, lines="a reply\n/save met\n/question 3\n/save perhaps\n/what\n")
    assert "3. future: Which sentence" in done.stdout
    assert "Which question is it about?" in done.stdout
    assert "Type /save met, /save partly or /save unmet." in done.stdout
    assert "There is no command /what." in done.stdout


def test_a_file_that_cannot_be_written_stays_as_it_was(lesson: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tutor.commands import try_reply
    from tutor.errors import TutorError
    from tutor.rubric.model import Verdict

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(try_reply, "replace_file", full)
    bench = try_reply.Bench(try_reply.TryRequest(lesson, "evidence"), ())
    bench.try_it(STRONG[0])
    with pytest.raises(TutorError, match="No space left"):
        bench.save(Verdict.MET)
    assert (lesson / "lesson.toml").read_text(encoding="utf-8") == LESSON


def test_a_lesson_broken_meanwhile_is_told_where_the_reply_should_have_been_saved(lesson: Path) -> None:
    from tutor.commands.try_reply import Bench, TryRequest
    from tutor.errors import TutorError
    from tutor.rubric.model import Verdict

    bench = Bench(TryRequest(lesson, "evidence"), ())
    bench.try_it(STRONG[0])
    file = lesson / "lesson.toml"
    file.write_text(broken := LESSON.replace('id = "evidence"', "id = evidence"), encoding="utf-8")
    with pytest.raises(TutorError, match="The reply is not saved") as caught:
        bench.save(Verdict.MET)
    assert 'Write "evidence".' in str(caught.value)
    assert file.read_text(encoding="utf-8") == broken


def test_asked_for_a_question_its_number_alone_will_do(lesson: Path, tmp_path: Path) -> None:
    done = tutor(tmp_path, "try", lesson, lines="2\n/question\n")
    assert "Question 2 of 3, voice" in done.stdout
    assert done.stdout.count("3. future: Which sentence") == 2
