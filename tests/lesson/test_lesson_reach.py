"""Misconceptions that never show, and hard words that stand nowhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.lesson import load_lesson
from tutor.lesson.glossary import check_glossary
from tutor.lesson.reach import check_reach

Write = Callable[..., Path]

LESSON = (Path(__file__).parent / "ferry" / "lesson.toml").read_text(encoding="utf-8")
SECOND = """\
  [[questions.misconceptions]]
  id = "second"
  {keys}
  challenge = "Who says so?"

  [[questions.hints]]"""


def reach(folder: Path) -> list[str]:
    loaded = load_lesson(folder)
    return [fault.what for fault in check_reach(("questions", 0), loaded.lesson.questions[0])]


@pytest.mark.parametrize(
    "keys",
    [
        'check = "mentions"\n  any_of = ["captain"]',
        'check = "mentions"\n  any_of = [["Renn"]]',  # one of the captain's names
        'check = "mentions"\n  all_of = ["captain", "few"]',
        'check = "mentions"\n  any_of = ["captain"]\n  within = "clause"',
        'check = "mentions"\n  any_of = [["Renn"], ["captain"]]',
    ],
)
def test_one_that_the_one_above_always_catches(write: Write, keys: str) -> None:
    lesson = LESSON.replace("  [[questions.hints]]", SECOND.format(keys=keys))
    assert reach(write(lesson)) == ['"second" never shows: "not-captain" above it catches whatever it catches']


@pytest.mark.parametrize(
    "keys",
    [
        'check = "mentions"\n  any_of = [["mayor"]]',
        'check = "mentions"\n  any_of = [["Renn", "mayor"]]',
        'check = "mentions"\n  any_of = ["captain"]\n  denied = true',
        'check = "mentions"\n  any_of = ["captain", ["mayor"]]',
        'check = "cites"\n  from = ["p2s1"]',
    ],
)
def test_one_that_catches_something_of_its_own(write: Write, keys: str) -> None:
    lesson = LESSON.replace("  [[questions.hints]]", SECOND.format(keys=keys))
    assert reach(write(lesson)) == []


def test_one_that_every_good_answer_shows(write: Write) -> None:
    lesson = LESSON.replace("  [[questions.hints]]", SECOND.format(keys='check = "mentions"\n  any_of = ["few"]'))
    assert reach(write(lesson)) == ['whatever meets the criterion "number" shows the misconception "second" too']


def test_an_optional_criterion_need_not_be_met(write: Write) -> None:
    lesson = LESSON.replace("  [[questions.hints]]", SECOND.format(keys='check = "mentions"\n  any_of = ["few"]'))
    lesson = lesson.replace('  probe = "How many people does it name?"', "  optional = true")
    assert reach(write(lesson)) == []


def test_hard_words_are_found_in_the_article_in_any_form_and_in_what_is_asked(write: Write) -> None:
    words = {"council": 0, "use": 0, "captains": 0, "night ferry": 0, "evidence": 0, "lighthouse": 1, "day ferry": 1}
    for word, warnings in words.items():
        loaded = load_lesson(write(f'{LESSON}\n[glossary]\n"{word}" = "what it means"\n'))
        assert len([*check_glossary(loaded.lesson, loaded.article)]) == warnings, word
