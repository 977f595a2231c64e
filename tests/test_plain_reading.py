"""Reading first in plain mode: the article, or the part of it that is open, read out before any question."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ferry import LESSON, STRONG, write_lesson
from tests.running import events, tutor

PURPOSE = "What does the writer want?"
READING = f'[reading]\npurpose = "{PURPOSE}"\n'
IN_PARTS = READING + '[[reading.parts]]\nto = "p1"\nuntil = "evidence"\n'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def lesson(folder: Path, reading: str) -> Path:
    return write_lesson(folder / "lessons", LESSON.replace("[glossary]", f"{reading}\n[glossary]"))


def said(home: Path, lesson: Path, *typed: str, resume: bool = False) -> list[str]:
    words = ["--resume"] if resume else []
    return tutor(home, "start", lesson, "--plain", *words, lines="".join(f"{one}\n" for one in typed)).stdout.split(
        "\n"
    )


def test_purpose_article_and_then_the_question(home: Path, tmp_path: Path) -> None:
    told = said(home, lesson(tmp_path, READING), "Dunno.")
    purpose = next(n for n, line in enumerate(told) if PURPOSE in line)
    last = next(n for n, line in enumerate(told) if line.startswith("p2s2: "))
    question = next(n for n, line in enumerate(told) if "Question 1 of 3, Evidence." in line)
    assert purpose < last < question
    assert any(line.startswith("These words are explained: council.") for line in told[last:question])


def test_only_what_is_open_is_read_out_and_the_question_said_after_it(home: Path, tmp_path: Path) -> None:
    told = said(home, lesson(tmp_path, IN_PARTS), "/article", "/article", STRONG[0], "/article")
    first = [n for n, line in enumerate(told) if line.startswith("p1s1: ")]
    second = [n for n, line in enumerate(told) if line.startswith("p2s1: ")]
    opened = next(n for n, line in enumerate(told) if line == "More of the article is open now, from paragraph 2 on.")
    question = next(n for n, line in enumerate(told) if "Question 2 of 3, " in line)
    assert "More of the article opens after question 1." in told
    assert len(first) == 4, "once at the start, and each time it was asked for"
    assert (second[0] > opened, len(second)) == (True, 2)
    assert opened < second[0] < question < second[1]


def test_a_pipe_is_not_asked_whether_it_has_read(home: Path, tmp_path: Path) -> None:
    place = lesson(tmp_path, READING)
    told = said(home, place, "The author says so.")
    assert any("Question 1 of 3, Evidence." in line for line in told)
    assert any(line.startswith("Tutor:") for line in told), "the first line was an answer"
    again = said(home, place, "/hint", resume=True)
    assert not any(PURPOSE in line for line in again)


def test_a_program_gets_the_events(home: Path, tmp_path: Path) -> None:
    typed = f"{STRONG[0]}\n"
    told = events(tutor(home, "start", lesson(tmp_path, IN_PARTS), "--json", lines=typed).stdout)
    first, then = (event for event in told if event["kind"] == "reading")
    assert first == {
        "kind": "reading", "question": "evidence", "first": "p1", "to": "p1", "after": 1, "purpose": PURPOSE
    }  # fmt: skip
    assert (then["first"], then["to"], then["purpose"]) == ("p2", "", "")
    assert [event["kind"] for event in told][:4] == ["started", "reading", "commanded", "asked"]
