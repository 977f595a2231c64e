"""Drafts are named to the teacher and kept from learners."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ferry import LESSON, write_lesson
from tutor.errors import TutorError
from tutor.lesson.checking import check_lesson
from tutor.lesson.drafts import to_play
from tutor.lesson.load import load_lesson
from tutor.lesson.rules import Rule

READING = '[reading]\npurpose = "Why?"\n[[reading.parts]]\nto = "p1"\nuntil = "evidence"\n\n[glossary]'


def lesson(folder: Path, *drafts: str) -> Path:
    text = LESSON.replace("[glossary]", READING)
    for name in drafts:
        text = text.replace(f'id = "{name}"', f'id = "{name}"\ndraft = true')
    return write_lesson(folder, text)


def test_learners_are_asked_what_a_teacher_has_kept(tmp_path: Path) -> None:
    played = to_play(load_lesson(lesson(tmp_path, "evidence", "voice")))
    assert [question.id for question in played.lesson.questions] == ["future"]
    assert played.lesson.reading is not None
    assert not played.lesson.reading.parts, "what opens after a draft would never open"


def test_a_lesson_without_drafts_is_as_it_was(tmp_path: Path) -> None:
    loaded = load_lesson(lesson(tmp_path))
    assert to_play(loaded) is loaded


def test_with_nothing_but_drafts_there_is_nothing_to_play(tmp_path: Path) -> None:
    with pytest.raises(TutorError, match="still drafts"):
        to_play(load_lesson(lesson(tmp_path, "evidence", "voice", "future")))


def test_the_check_names_each_with_its_place(tmp_path: Path) -> None:
    path = lesson(tmp_path, "voice")
    found = [problem for problem in check_lesson(path / "lesson.toml").problems if problem.rule is Rule.DRAFT]
    line = next(n for n, text in enumerate((path / "lesson.toml").read_text().splitlines(), 1) if "draft" in text)
    assert [problem.line for problem in found] == [line]
