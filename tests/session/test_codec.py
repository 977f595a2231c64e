"""Events survive the way to disk and back exactly, whatever text is in them."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.session.codec import from_data, from_json, to_data, to_json, to_line
from tutor.session.events import Asked, Assessed, Event, Replied, Started

anything = st.text(st.characters(exclude_categories=()))  # lone surrogates and control codes included
events = st.one_of([st.builds(kind) for kind in get_args(Event)])
st.register_type_strategy(str, anything)


@given(events)
def test_an_event_comes_back_as_it_went(event: Event) -> None:
    assert from_json(event.kind, to_json(event)) == event


@given(events)
def test_the_store_holds_plain_ascii(event: Event) -> None:
    assert to_json(event).isascii()


@given(events)
def test_a_printed_event_is_one_line_of_json_that_utf8_can_say(event: Event) -> None:
    line = to_line(event)
    assert len(line.splitlines()) == 1
    line.encode()
    assert all(char.isprintable() or ord(char) >= 0xA0 for char in line)
    data = json.loads(line)
    assert list(data)[:2] == ["kind", "question"]
    assert data.pop("kind") == event.kind
    if isinstance(event, Started):
        assert data.pop("question") == ""
    assert from_data(event.kind, data) == event


def test_printed_text_stays_readable() -> None:
    assert "für “uns”" in to_line(Replied(question="q", text="für “uns”"))


def test_keys_of_a_newer_version_are_passed_over() -> None:
    event = Replied(question="evidence", text="Because of p4s2.")
    assert from_data("replied", {**to_data(event), "seconds": 12}) == event


def test_a_kind_of_a_newer_version_is_none() -> None:
    assert from_data("sung", {"question": "evidence"}) is None


def test_what_an_older_version_did_not_write_has_its_default() -> None:
    data = to_data(Asked(question="a", question_kind="locate", text="Where?", number=1, total=2, about=("p1",)))
    del data["about"], data["bridged"]
    asked = from_data("asked", data)
    assert isinstance(asked, Asked)
    assert asked.about == ()


def test_an_assessment_from_before_there_were_lines_has_none() -> None:
    assessed = from_data("assessed", {"question": "q", "verdicts": {}, "misconceptions": [], "effort": "answer"})
    assert isinstance(assessed, Assessed)
    assert assessed.lines == ()


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("assessed", to_data(Assessed(question="q", verdicts={}, misconceptions=(), effort="e")) | {"lines": [{}]}),
        ("replied", {"question": "q"}),
        ("replied", {"question": "q", "text": 3}),
        ("replied", ["q", "text"]),
        ("asked", {"question": "q", "question_kind": "k", "text": "t", "number": True, "total": 2}),
        ("assessed", {"question": "q", "verdicts": {}, "misconceptions": "abc", "effort": "answer"}),
        ("shown", {"question": "q", "what": "fireworks", "text": "t"}),
    ],
)
def test_damaged_data_is_refused(kind: str, data: object) -> None:
    with pytest.raises(ValueError, match=r"expected|without"):
        from_data(kind, data)
