# ruff: noqa: E501  (each row of a table stands on one line)
"""What a teacher reads when [reading] is not right. Each row is what stands there, line and column, and what is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.lesson import LessonProblems, Problem, load_lesson
from tutor.lesson.model import Reading

quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
Write = Callable[..., Path]

LESSON = """\
format = 1
title = "Five short paragraphs"

{reading}

[article]
file = "article.md"

""" + "".join(
    f"""\
[[questions]]
id = "{name}"
kind = "locate"
ask = "Where is it?"
about = ["p{number}"]
hints = [{{ say = "Look here.", show = ["p{number}s1"] }}]
criteria = [{{ id = "cites", check = "cites", from = ["p{number}"], probe = "Which one is it?" }}]

"""
    for number, name in enumerate(("first", "second", "third"), start=1)
)
ARTICLE = "\n\n".join(f"This is paragraph {number}. It is short." for number in range(1, 6))


def lesson(reading: str) -> str:
    return LESSON.replace("{reading}", reading)


def part(to: str, until: str) -> str:
    return f'[[reading.parts]]\nto = "{to}"\nuntil = "{until}"'


def reading(*parts: tuple[str, str]) -> str:
    return "\n".join(['[reading]\npurpose = "What for?"', *(part(*one) for one in parts)])


FAULTS = [
    ("[reading]", "4:1", '[reading] has no purpose. Add purpose = "…".'),
    ('[reading]\npurpose = "Read it."', "5:11", "purpose has no question mark"),
    ('[reading]\npurpose = "Why? How?"', "5:11", "purpose has 2 question marks"),
    ('[reading]\npurpose = "Why? Think."', "5:11", "purpose does not end with its question mark"),
    ('[reading]\nask = "Why?"', "5:1", "[reading] has purpose, not ask. Write purpose in place of ask."),
    ('[reading]\npurpose = "Why?"\nparts = ["p1"]', "6:10", "item 1 of parts"),
    (reading(("p1", "frist")), "8:9", 'there is no question "frist". Did you mean first?'),
    (reading(("1", "first")), "7:6", '"1" is no address'),
    (
        reading(("p2s1", "second")),
        "7:6",
        'p2s1: a part ends with a whole paragraph. Name the last one only: to = "p2".',
    ),
    (reading(("p1-p2", "second")), "7:6", 'a part ends with a whole paragraph. Name the last one only: to = "p2".'),
    (reading(("p9", "first")), "7:6", "p9: the article has 5 paragraphs"),
    (reading(("p5", "first")), "7:6", "p5 is the end of the article, so nothing is left to open"),
    (reading(("p2", "first"), ("p2", "second")), "10:6", "p2 is not after p2, where part 1 ends"),
    (reading(("p3", "first"), ("p2", "second")), "10:6", "p2 is not after p3, where part 1 ends"),
    (reading(("p2", "second"), ("p3", "first")), "11:9", '"first" does not come after "second", which opens this part'),
    (reading(("p2", "first"), ("p3", "first")), "11:9", '"first" does not come after "first", which opens this part'),
    (reading(("p1", "second")), "25:10", 'p2 is not open yet: the reading goes to p1 until "second" is closed'),
    (reading(("p1", "second")), "26:40", "p2s1 is not open yet"),
    ('[[reading.parts]]\nto = "p1"', "4:1", "part 1 has no until"),
    (part("p1", "first") + '\nafter = "first"', "7:1", "a part has until, not after"),
]


@pytest.mark.parametrize(("written", "place", "said"), FAULTS)
def test_faults(write: Write, written: str, place: str, said: str) -> None:
    with pytest.raises(LessonProblems) as raised:
        load_lesson(write(lesson(written), ARTICLE))
    found = [f"{problem.line}:{problem.column} {problem.what}. {problem.advice}" for problem in raised.value.problems]
    assert any(text.startswith(f"{place} ") and said in text for text in found), found


@pytest.mark.parametrize(
    "written",
    ["", reading(), reading(("p1", "first")), reading(("p1", "first"), ("p2", "second")), reading(("p4", "second"))],
)
def test_what_is_in_order(write: Write, written: str) -> None:
    loaded = load_lesson(write(lesson(written), ARTICLE))
    assert not loaded.warnings
    assert (loaded.lesson.reading is None) is (written == "")


def test_a_part_that_opens_when_all_is_over_is_a_warning(write: Write) -> None:
    (warning,) = load_lesson(write(lesson(reading(("p3", "third"))), ARTICLE)).warnings
    assert (warning.line, warning.column) == (8, 9)
    assert "the last question" in warning.what


@quick
@given(
    at=st.integers(0, 120),
    length=st.integers(0, 9),
    new=st.text(st.sampled_from("\"'[]{}=:,.#\n -p12?xfirst"), max_size=6),
)
def test_any_slip_is_a_problem_with_a_place(write: Write, at: int, length: int, new: str) -> None:
    whole = lesson(reading(("p1", "first"), ("p2", "second")))
    at += whole.index("[reading]")
    slipped = whole[:at] + new + whole[at + length :]
    lines = slipped.split("\n")
    for problem in problems_of(write(slipped, ARTICLE)):
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert "cannot be used as it is" not in problem.what


def problems_of(folder: Path) -> tuple[Problem, ...]:
    try:
        return load_lesson(folder).warnings
    except LessonProblems as error:
        return error.problems


def test_questions_without_a_name_are_told_of_and_nothing_breaks(write: Write) -> None:
    odd = lesson(reading(("p1", "first"), ("p2", "second"))).replace('id = "third"', "id = [1]")
    with pytest.raises(LessonProblems):
        load_lesson(write(odd, ARTICLE))


def test_every_key_says_what_it_is_for() -> None:
    parts = Reading.model_fields["parts"].annotation
    assert parts is not None
    for model in (Reading, parts.__args__[0]):
        assert all(field.description for field in model.model_fields.values())
