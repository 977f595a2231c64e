"""Plain text: spans, normalised text that maps back, and what may be printed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of characters, `start` to `end`, in one text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


# What a word processor writes, and what a keyboard types: the two must compare equal. Each character of the
# text as written becomes nought or more characters of the normalised text. Source: Unicode general
# punctuation, U+2010-U+2033.
_PLAIN = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "\u2026": "...",
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}


@dataclass(frozen=True, slots=True)
class Normalised:
    """Text made comparable, with the way back.

    `text` is lower-cased, with straight quotes, plain hyphens, three-dot ellipses, single spaces and accents
    composed. `origin[i]` is the offset in the text as written of the character that `text[i]` stands for;
    `origin` has one more entry, the end of the text as written without its trailing white space.
    """

    text: str
    origin: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """The span of the text as written that gave `span` of the normalised text.

        Accents written apart and invisible characters belong to the letter before them.
        """
        if span.end <= span.start:
            at = self.origin[span.start]
            return Span(at, at)
        return Span(self.origin[span.start], max(self.origin[span.end - 1] + 1, self.origin[span.end]))


def normalise(text: str) -> Normalised:
    """Make `text` comparable: quotes, dashes, ellipses, spaces, case and Unicode form evened out."""
    out: list[str] = []
    origin: list[int] = []
    space = True  # leading white space is dropped
    for at, char in enumerate(text):
        if char.isspace():
            if not space:
                out.append(" ")
                origin.append(at)
                space = True
            continue
        plain = char.lower() if char.isascii() and char != "`" else _plain(char)
        if out and not space and not char.isascii() and unicodedata.combining(char):
            plain = unicodedata.normalize("NFC", out.pop() + plain)
            at = origin.pop()
        for piece in plain:
            out.append(piece)
            origin.append(at)
        space = space and not plain
    end = len(text.rstrip())
    if out and out[-1] == " ":
        out.pop()
        end = origin.pop()
    return Normalised("".join(out), (*origin, end))


def _plain(char: str) -> str:
    plain = _PLAIN.get(char)
    # A compatibility form may hold a space of its own (as in U+00A8); it would break the rule of single
    # spaces.
    return unicodedata.normalize("NFKC", char).lower().replace(" ", "") if plain is None else plain


# Every control character but line end and tab (category Cc), lone surrogates (Cs), explicit bidirectional
# controls.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """`text` without what could act on a terminal or hide text: control, escape and bidirectional codes.

    Line ends and tabs stay; every other character of Unicode category Cc, and the explicit bidirectional
    controls (UAX #9), become U+FFFD, so that offsets into the text stay true.
    """
    return _UNPRINTABLE.sub("\ufffd", text)
