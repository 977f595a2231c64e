"""What a kind of question and its end are called, in a learner's words: the same on the screen, aloud and in a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.session.events import Line, Row

_KINDS = {
    "locate": "Find it",
    "main-claim": "Main claim",
    "evidence": "Evidence",
    "evidence-quality": "How good is the evidence?",
    "source": "Who says so?",
    "viewpoint": "Whose view?",
    "fact-or-opinion": "Fact or opinion?",
    "assumption": "What is taken for granted?",
    "language": "Words that judge",
    "missing-voice": "Whose voice is missing?",
    "reasoning": "Does it follow?",
    "corroborate": "How could you check?",
}
# Glyph and words, so that neither colour nor shape stands alone.
_OUTCOMES = {
    "met": ("✓", "you showed it"),
    "attempts": ("○", "worth another look"),
    "skipped": ("–", "skipped"),
    "thanked": ("•", "answered in your own way"),
}
# The same for what a reply shows and lacks: a mark and words on the screen, words alone where it is read aloud.
_MARKS = {"shown": "✓", "partly": "≈ partly:", "missing": "… still missing:"}
_SPOKEN = {"shown": "Shown:", "partly": "Partly:", "missing": "Still missing:"}


SHOWN_TITLES = {"quote": "From the article", "progress": "How far you are", "help": "Help", "note": ""}
"""What stands over something that was looked up, by what it is."""


def tally(rows: Sequence[Row]) -> str:
    """The summary's first line: how many questions were shown, without a grade."""
    met = sum(row.outcome == "met" for row in rows)
    thanked = sum(row.outcome == "thanked" for row in rows)
    also = f", and answered {thanked} in your own way" if thanked else ""
    if met == len(rows):
        return f"You showed what all {len(rows)} questions ask for."
    return f"You showed what {met} of {len(rows)} questions ask for{also}."


def opened_in_words(first: str) -> str:
    """That a further part of the article may be read."""
    return f"More of the article is open now, from {first} on."


def line_marked(line: Line) -> str:
    """A line under a reply, with its mark."""
    return f"{_MARKS[line.mark]} {line.text}"


def line_in_words(line: Line) -> str:
    """The same without a glyph."""
    return f"{_SPOKEN[line.mark]} {line.text}"


def kind_in_words(kind: str) -> str:
    """What a question practises, in a learner's words."""
    return _KINDS.get(kind, kind.replace("-", " ").capitalize())


def outcome_glyph(outcome: str) -> str:
    """One character for how a question ended."""
    return _OUTCOMES.get(outcome, ("·", ""))[0]


def outcome_in_words(outcome: str) -> str:
    """How a question ended, in a learner's words."""
    return _OUTCOMES.get(outcome, ("", outcome))[1]
