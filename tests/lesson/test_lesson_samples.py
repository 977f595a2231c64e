# ruff: noqa: E501  (each row of a table stands on one line)
"""A lesson's samples, tried on its criteria."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.lesson import check_samples, load_lesson

Write = Callable[..., Path]

FERRY = Path(__file__).parent / "ferry"
LESSON = (FERRY / "lesson.toml").read_text(encoding="utf-8")


def said(folder: Path) -> list[str]:
    results = check_samples(load_lesson(folder))
    return [str(problem).split("lesson.toml:")[1] for result in results for problem in result.problems]


def test_samples_that_come_out_as_expected_pass() -> None:
    results = check_samples(load_lesson(FERRY))
    assert [(result.question, result.number, result.passed) for result in results] == [
        ("evidence", 1, True),
        ("evidence", 2, True),
        ("evidence", 3, True),
    ]


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ('expect = "met"', 'expect = "unmet"', "43:12", "this answer is met, not unmet. Met: cites (cites p1s2)."),
        ('expect = "met"', 'expect = { cites = "unmet" }', "43:22", 'the criterion "cites" is met for this answer, not'),
        ('number = "unmet"', 'number = "met"', "47:40", 'the criterion "number" is unmet for this answer, not met'),
        ('expect = "met"', 'expect = "met"\n  effort = "gibberish"', "44:12", 'is taken for "answer", not for "gibberish"'),
        ('expect = "met"', 'expect = "met"\n  misconceptions = ["not-captain"]', "44:20", "does not show the misconception"),
        ("that it is bad.", "what captain Renn says.", "45:3", 'shows the misconception "not-captain", which it is not'),
    ],
)  # fmt: skip
def test_a_sample_that_comes_out_otherwise_is_told(write: Write, old: str, new: str, place: str, words: str) -> None:
    assert old in LESSON
    problems = said(write(LESSON.replace(old, new, 1)))
    assert any(problem.startswith(f"{place}: ") and words in problem for problem in problems), problems


def test_a_wrong_holder_is_a_misconception_under_the_criterions_id(write: Write) -> None:
    lesson = LESSON.replace('[[questions.hints]]', """[[questions.criteria]]
  id = "who"
  check = "attributes"
  holder = ["council"]
  others = [["mayor"]]
  [[questions.hints]]""").replace('expect = "met"', 'expect = "partly"').replace(
        'answer = "The council says that it is bad."\n  expect = { cites = "unmet", number = "unmet" }',
        'answer = "According to the mayor it is thirty."\n  expect = { who = "unmet" }\n'
        '  misconceptions = ["who"]',
    )  # fmt: skip
    assert not [problem for problem in said(write(lesson)) if "misconception" in problem]
