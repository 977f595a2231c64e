"""Blanks: places in a new lesson that wait for the teacher's own words, as on a worksheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault
from tutor.lesson.rules import Rule
from tutor.lesson.tables import TABLES, kind_of, texts

BLANK = "___"
"""Three underscores, in values of lesson.toml and in the article's file; no lesson needs them for anything else."""

# A sentence for the learner to complete: "The writer says ___ because ___".
_FRAME = ("questions", "hints", "say")


def check_blanks(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """A fault for each value in which a blank is left. What else is wrong with such a value comes of the blank."""
    for path, text in texts(raw):
        if BLANK in text and not (kind_of(path) == _FRAME and text.strip() != BLANK):
            advice = "Put your own words in its place" + (", or take the line out." if _may_go(path) else ".")
            yield Fault(Rule.BLANK, path, f"a blank ({BLANK}) is left here", advice)


def _may_go(path: KeyPath) -> bool:
    """Whether the key that leads to a value may be left out."""
    *table, key = kind_of(path)
    fields = TABLES[tuple(table)].model.model_fields if tuple(table) in TABLES else {}
    return key in fields and not fields[key].is_required()
