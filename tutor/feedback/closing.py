"""From what a model wrote to a wording; what was cut off is closed with the question that was to be asked."""

from __future__ import annotations

import re
import unicodedata

from tutor.feedback.wording import Wording

_QUOTATION = re.compile(r"“[^“”]*”")
_HIDDEN = "\ufffc"
# A full stop ends a sentence where a space or the end follows; inside a quotation it ends nothing.
_END = re.compile(r"[.!?…](?=\s|$)")


def evened(text: str) -> str:
    """A draft as it would be printed: composed letters, typographic apostrophes, no space around it."""
    return re.sub(r"(?<=\w)'(?=\w)", "’", unicodedata.normalize("NFC", text)).strip()


def in_two(text: str) -> tuple[str, str]:
    """Statements and question of a whole text: the question is its last sentence, if it ends in a question mark."""
    if not text.endswith("?"):
        return text, ""
    ends = _ends(text[:-1])
    return (text[: ends[-1]], text[ends[-1] :].strip()) if ends else ("", text)


def force_close(text: str, asking: str) -> Wording | None:
    """Cut a text that broke off back to its last whole statement, and ask `asking`; None without such a statement.

    A question in it that is complete goes too: what is left must be statements.
    """
    ends = [end for end in _ends(text) if text[end - 1] != "?"]
    questions = [end for end in _ends(text) if text[end - 1] == "?"]
    kept = [end for end in ends if not questions or end < questions[0]]
    return Wording(text[: kept[-1]], asking) if kept else None


def _ends(text: str) -> list[int]:
    hidden = _QUOTATION.sub(lambda found: _HIDDEN * len(found[0]), text)
    # What comes after a quotation mark that is still open may all belong to a quotation.
    hidden = hidden.partition("“")[0]
    return [found.end() for found in _END.finditer(hidden)]
