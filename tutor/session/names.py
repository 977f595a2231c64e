"""What a kind of question and its end are called, in a learner's words: the same on the screen, aloud and in a file."""

from __future__ import annotations

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
}


def kind_in_words(kind: str) -> str:
    """What a question practises, in a learner's words."""
    return _KINDS.get(kind, kind.replace("-", " ").capitalize())


def outcome_glyph(outcome: str) -> str:
    """One character for how a question ended."""
    return _OUTCOMES.get(outcome, ("·", ""))[0]


def outcome_in_words(outcome: str) -> str:
    """How a question ended, in a learner's words."""
    return _OUTCOMES.get(outcome, ("", outcome))[1]
