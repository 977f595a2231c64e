"""What can be said of a lesson's texts alone: control characters, question marks, phrases without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tutor.article import parse_reference, printable
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, Spot, quoted
from tutor.lesson.rules import Rule
from tutor.lesson.tables import TABLES, has_check, kind_of, texts

_QUESTIONS = {
    ("reading", "purpose"): "purpose",
    ("questions", "ask"): "ask",
    ("questions", "criteria", "probe"): "probe",
    ("questions", "misconceptions", "challenge"): "challenge",
}


def check_texts(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """Faults in the texts of a lesson file as read. Takes any keys, so that it can run before the models do."""
    yield from _control_characters(raw)
    for path, text in texts(raw):
        sort = kind_of(path)
        if sort in _QUESTIONS:
            yield from _one_question(path, text, _QUESTIONS[sort])
        elif sort == ("questions", "hints", "say"):
            yield from _hint(path, text)
        elif sort[:1] == ("glossary",) and "?" in text:
            advice = "Write it as a statement: the open question is asked again after it."
            yield Fault(Rule.QUESTION_MARK, path, "this meaning has a question mark in it", advice)
        elif _is_phrase(path, text) and text.strip() and not re.search(r"\w", text):
            yield Fault(Rule.PHRASE, path, f"{quoted(text)} has no word in it", "Write a word or a phrase to look for.")


def _one_question(path: KeyPath, text: str, key: str) -> Iterator[Fault]:
    """`ask` and all others ask exactly one thing; but for `ask` they are said last, so they end with it."""
    marks = text.count("?")
    if not text.strip():
        return  # said by the models
    if marks == 0:
        yield Fault(Rule.QUESTION_MARK, path, f"{key} has no question mark", "Write it as one question.")
    elif marks > 1:
        yield Fault(Rule.QUESTION_MARK, path, f"{key} has {marks} question marks", "Ask one thing at a time.")
    elif key != "ask" and not text.rstrip().endswith("?"):
        yield Fault(Rule.QUESTION_MARK, path, f"{key} does not end with its question mark", "Put the question last.")


def _hint(path: KeyPath, text: str) -> Iterator[Fault]:
    """A hint asks one thing at the most. One that asks is said last; after any other the open question is asked."""
    marks = text.count("?")
    if marks > 1:
        advice = "A hint asks one thing at the most: split it, or make one a sentence."
        yield Fault(Rule.QUESTION_MARK, path, f"this hint has {marks} question marks", advice)
    elif marks and not text.rstrip(' ”’")').endswith("?"):
        advice = "Put its question last, or make it a sentence: the open question is asked after it."
        yield Fault(Rule.QUESTION_MARK, path, "this hint does not end with its question mark", advice)


def _is_phrase(path: KeyPath, text: str) -> bool:
    """Whether a text is looked for in replies: a concept's phrase, or one given in place."""
    sort = kind_of(path)
    if sort[:1] == ("concepts",):
        return True
    table = TABLES.get(sort[:2])
    own = table is not None and has_check(table) and len(sort) == 3 and isinstance(path[-1], int)
    return own and sort[2] not in ("id", "probe", "challenge") and parse_reference(text) is None


def _control_characters(raw: object, path: KeyPath = ()) -> Iterator[Fault]:
    """Characters that could act on a terminal or hide text, in keys and in values."""
    match raw:
        case str():
            yield from _control(path, raw, Spot.VALUE)
        case dict():
            for key, value in raw.items():
                yield from _control((*path, key), key, Spot.KEY)
                yield from _control_characters(value, (*path, key))
        case list():
            for number, item in enumerate(raw):
                yield from _control_characters(item, (*path, number))
        case _:
            pass


def _control(path: KeyPath, text: str, spot: Spot) -> Iterator[Fault]:
    safe = printable(text)
    at = next((at for at, char in enumerate(text) if char != safe[at]), None)
    if at is not None:
        after = f"after {quoted(text[max(0, at - 20) : at])}" if at else "at its beginning"
        what = f"there is a control character (U+{ord(text[at]):04X}) in this text, {after}"
        advice = "Delete it: it could garble the screen."
        if text[at] in "\b\f\r\v\a\x1b":
            advice = "A backslash makes one of the letter after it: write two (\\\\) where you mean one, or delete it."
        yield Fault(Rule.CONTROL_CHARACTER, path, what, advice, spot=spot)
