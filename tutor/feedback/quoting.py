"""What a learner or a lesson wrote, made fit to stand in a sentence of the tutor's."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from tutor.article import Reference

# Question marks of any script: the tutor's own must be the only one in a feedback.
QUESTION_MARKS = (
    "?\u00bf\u037e\u055e\u061f\u1367\u1945\u203d\u2047\u2048\u2049\u2753\u2754\u2cfa\u2e2e"
    "\ua60f\ua6f7\ufe16\ufe56\uff1f"
)

OPENING, CLOSING = "“", "”"

_DOUBLE_MARKS = '"“”„‟«»″〝〞＂'
_CLOSES = "”»″〞"
_OPENS = "“„‟«〝"
_EDGES = " \t\n.,;:…-–—"
JOINERS = "\u200c\u200d"  # needed to write Persian and many emoji
_LONGEST = 80  # characters; a "word" may be a wall of letters


def clean(text: str) -> str:
    """`text` on one line, without control, formatting and question-mark characters (see `QUESTION_MARKS`)."""
    kept = (" " if char in QUESTION_MARKS or char.isspace() else char for char in text)
    shown = (c for c in kept if unicodedata.category(c)[0] != "C" or c in JOINERS)
    return " ".join("".join(shown).split())


def quoted(text: str, words: int) -> str | None:
    """`text` in quotation marks, at most `words` words of it and an ellipsis where it was cut.

    Double marks inside become single ones. None when nothing is left that could be quoted: no letter, no digit.
    """
    inner = _single(_unwrapped(clean(text))).strip(_EDGES)
    if not any(char.isalnum() for char in inner):
        return None
    kept = inner.split(" ")[: max(1, words)]
    while len(kept) > 1 and len(" ".join(kept)) > _LONGEST:
        kept.pop()
    short = " ".join(kept)
    if len(short) > _LONGEST:
        short = _cut(short, _LONGEST)
    if len(short) < len(inner):
        short = short.rstrip(_EDGES) + " …"
    return f"{OPENING}{short}{CLOSING}"


def places(references: Sequence[Reference], most: int = 3, *, joiner: str = "and") -> str | None:
    """Addresses as one reads them: `p4s2`, `p4s2 and p5`, `p1, p2 and p3`. None when there are none."""
    return listed([str(reference) for reference in dict.fromkeys(references)][:most], joiner=joiner)


def listed(items: Sequence[str], *, joiner: str = "and") -> str | None:
    """Items in a row, the last two joined by a word; None when there are none."""
    if len(items) < 2:
        return items[0] if items else None
    return f"{', '.join(items[:-1])} {joiner} {items[-1]}"


def _unwrapped(text: str) -> str:
    text = text.strip(_EDGES)
    while len(text) > 1 and text[0] in _DOUBLE_MARKS and text[-1] in _DOUBLE_MARKS:
        text = text[1:-1].strip(_EDGES)
    return text


def _single(text: str) -> str:
    """Double quotation marks made single, opening or closing by their form, or by what stands before them."""
    out: list[str] = []
    for at, char in enumerate(text):
        if char not in _DOUBLE_MARKS:
            out.append(char)
        elif char in _OPENS or (char not in _CLOSES and (at == 0 or text[at - 1] in " ([{-–—")):
            out.append("‘")
        else:
            out.append("’")
    return "".join(out)


def _cut(text: str, length: int) -> str:
    """The first `length` characters, fewer where that would part a letter from its marks."""
    while length > 1 and (unicodedata.combining(text[length]) or {text[length], text[length - 1]} & set(JOINERS)):
        length -= 1
    return text[:length]
