"""Fixed words of the interface: what a question kind and an outcome are called, and the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.session.events import Row

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


def tally(rows: tuple[Row, ...]) -> str:
    """The summary's first line: how many questions were shown, without a grade."""
    met = sum(row.outcome == "met" for row in rows)
    if met == len(rows):
        return f"You showed what all {len(rows)} questions ask for."
    return f"You showed what {met} of {len(rows)} questions ask for."


HELP = (
    (
        "Answering",
        (
            ("Enter", "send your reply"),
            ("Ctrl+J", "start a new line"),
            ("Up", "in an empty box: bring back what you sent or cleared last"),
            ("p4s2", "in a reply: paragraph 4, sentence 2. The small raised numbers count sentences"),
            ("“…”", "quote the article's own words"),
        ),
    ),
    (
        "When you are stuck",
        (
            ("F3 or /hint", "a hint; asking again gives the next one"),
            ("Esc", "do not wait for a model: the built-in words come at once"),
            ("F4 or /skip", "leave this question and go on"),
            ("/define WORD", "what a word means"),
            ("/quote p4s2", "show a sentence here"),
            ("/progress", "how far you are"),
        ),
    ),
    (
        "Finding your way",
        (
            ("F2 or Ctrl+O", "go from article to chat and back (two tabs in a narrow window)"),
            ("F5", "show a long question whole"),
            ("PgUp PgDn", "scroll the chat; in the article, the article"),
            ("Ctrl+Up Ctrl+Down", "scroll the article while you type"),
            ("Tab", "move between article, chat and reply"),
            ("Ctrl+P", "every command, and the colour themes"),
        ),
    ),
    (
        "Leaving",
        (
            ("Ctrl+C", "copy what is selected; else clear the reply; else ask to leave"),
            ("Ctrl+Q or /quit", "leave. Replies and what you were typing are kept"),
        ),
    ),
)
