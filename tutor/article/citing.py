"""Addresses put into a reply and taken out of it again: the text of the reply is all there is.

What counts as an address is for `pointing.citations` to say, here as in the checks.
"""

from __future__ import annotations

import unicodedata

from tutor.article.address import Reference
from tutor.article.pointing import citations, quotations
from tutor.article.text import Span

_OPENING = '“"„«'
_CLOSING = '”"“»'
# Marks inside a quotation are single, or the quotation would end with the first of them.
_INNER = str.maketrans({"“": "‘", "„": "‘", "«": "‘", "”": "’", "»": "’", '"': "'"})
_DOUBLE = {*_OPENING, *_CLOSING}
_TIGHT_BEFORE = "([{“‘„«"
_TIGHT_AFTER = ".,;:!?…)]}”’»"
_ZWJ = "\u200d"


def references_in(text: str) -> tuple[Reference, ...]:
    """The addresses that a text cites, each once, in the order in which they stand there."""
    return tuple(dict.fromkeys(reference for _, reference in citations(text)))


def cite(reference: Reference) -> str:
    """An address as it is put into a reply."""
    return f"[{reference}]"


def quote(words: str, reference: Reference) -> str:
    """Words of the article as they are put into a reply, with their address."""
    words = " ".join(words.split())
    if len(words) > 1 and words[0] in _OPENING and words[-1] in _CLOSING and not set(words[1:-1]) & _DOUBLE:
        words = words[1:-1].strip()
    return f"“{words.translate(_INNER)}” {cite(reference)}"


def put_in(text: str, at: int, piece: str) -> tuple[int, str]:
    """Where to put a piece when the cursor is `at`, and the piece with the spaces that it needs there.

    Neither an address nor a word is broken up.
    """
    at = next((span.end for span, _ in citations(text) if span.start < at < span.end), at)
    while 0 < at < len(text) and joined(text[at - 1], text[at]):
        at += 1
    before = at and not text[at - 1].isspace() and text[at - 1] not in _TIGHT_BEFORE
    after = at < len(text) and not text[at].isspace() and text[at] not in _TIGHT_AFTER
    return at, " " * bool(before) + piece + " " * bool(after)


def sticks(before: str, typed: str) -> bool:
    """Whether what is typed behind `before` would stick to an address in square brackets at its end."""
    if not before.endswith("]") or not typed or typed[0].isspace() or typed[0] in _TIGHT_AFTER:
        return False
    address = before[before.rfind("[") :]
    return [span for span, _ in citations(address)] == [Span(0, len(address))]


def take_out(text: str, reference: Reference) -> tuple[Span, str] | None:
    """The one replacement that takes an address out of a text wherever it stands, and quotations put in with it.

    None when it does not stand there.
    """
    left, right, kept = len(text), 0, text
    for span, found in reversed(citations(text)):
        if found == reference:
            span = _with_space(text, _with_quotation(text, span))
            left, right = span.start, max(right, span.end)
            kept = kept[: span.start] + kept[span.end :]
    return (Span(left, right), kept[left : len(kept) - (len(text) - right)]) if right else None


def without(text: str, piece: str) -> Span:
    """What to take out of a text for the last of such pieces, which stands there, to be gone."""
    start = text.rindex(piece)
    return _with_space(text, Span(start, start + len(piece)))


def joined(before: str, after: str) -> bool:
    """Whether two neighbouring characters belong to one word or one sign, so that nothing parts them."""
    if unicodedata.category(after) in ("Mn", "Mc", "Me") or after == _ZWJ or "🏻" <= after <= "🏿":
        return True
    if before == _ZWJ:
        return True
    return _of_a_word(before) and _of_a_word(after)


def whole_words(text: str, span: Span) -> Span:
    """A stretch without the space around it, and with the words that it cuts made whole."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return Span(start, end)
    while start > 0 and joined(text[start - 1], text[start]):
        start -= 1
    while end < len(text) and joined(text[end - 1], text[end]):
        end += 1
    return Span(start, end)


def _of_a_word(char: str) -> bool:
    # Scripts that are written without spaces have no words that could be told by their letters.
    if char.isalnum():
        return unicodedata.east_asian_width(char) not in "WF"
    return char in "'’-" or unicodedata.category(char)[0] == "M"


def _with_quotation(text: str, span: Span) -> Span:
    """With the quotation before it, where the two stand as `quote` writes them."""
    if text[span.start] == "[" and text[: span.start].endswith("” "):
        for quotation in quotations(text):
            if quotation.end == span.start - 2 and text[quotation.start - 1] == "“":
                return Span(quotation.start - 1, span.end)
    return span


def _with_space(text: str, span: Span) -> Span:
    """With one of the spaces beside it, where two would be left side by side, or one at an end."""
    before = span.start == 0 or text[span.start - 1].isspace()
    after = span.end == len(text) or text[span.end].isspace() or text[span.end] in _TIGHT_AFTER
    if before and after and span.start and text[span.start - 1] == " ":
        return Span(span.start - 1, span.end)
    if before and span.end < len(text) and text[span.end] == " ":
        return Span(span.start, span.end + 1)
    return span
