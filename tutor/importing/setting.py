"""What a PDF places on a page, put into lines.

A PDF knows no words: it places runs of letters, and whether two of them on one line belong to one word has to be told
from where they are and what they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tutor.importing.layout import Line
from tutor.importing.tidying import tidy

# All in font sizes. Own figures.
SAME_HEIGHT = 0.25
"""Runs on one line lie no further apart in height."""
MARK_SIZE = 0.8
"""Digits smaller than this may be the mark of a footnote."""
INITIAL_SIZE = 1.8
"""A single letter of at least this size, beside a line, is the line's first."""
FAR = 4.0
"""Runs further apart than this stand in different columns or cells."""
LETTER = 0.45
"""How wide a letter is, on average."""

_OPENING = frozenset("([{“‘«„¿¡$£€#")
_CLOSING = frozenset(".,;:!?)]}”’»%…'")
_JOINING = frozenset("’'-‐‑–—/@")
_SOFT_HYPHEN = re.compile(r"\u00ad\s*$")
_LIGATURES = frozenset("ﬀﬁﬂﬃﬄﬅﬆ")


@dataclass(slots=True)
class _Begun:
    """A line as far as it is set; `run` is its last run, which begins at `at`."""

    x: float
    y: float
    size: float
    text: str
    at: float
    run: str


@dataclass(slots=True)
class LineSetter:
    """Takes the runs of one page in the order in which they are written, and makes lines of them."""

    page: int
    _lines: list[_Begun] = field(default_factory=list)

    def add(self, text: str, outer: Sequence[float], inner: Sequence[float], font: Any, size: float) -> None:
        """Take one run: its text, the page's and the text's matrices (six numbers each), its font and size.

        These are what pypdf gives to a visitor of text.
        """
        along = inner[0] * outer[0] + inner[1] * outer[2]
        across = inner[0] * outer[1] + inner[1] * outer[3]
        if abs(across) > abs(along):
            return  # printed upwards: a watermark, or a note at the margin
        x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        self._place(text.rstrip("\n"), x, y, abs(size * along) or abs(size) or 1.0)

    def lines(self) -> list[Line]:
        """The lines so far."""
        _join_initials(self._lines)
        made = []
        for line in self._lines:
            # A soft hyphen at the end of a line is one that is printed.
            if text := tidy(_SOFT_HYPHEN.sub("-", line.text)):
                made.append(Line(self.page, line.x, line.y, line.size, text))
        return made

    def _place(self, run: str, x: float, y: float, size: float) -> None:
        last = self._lines[-1] if self._lines else None
        if not run.strip():
            if last and run and abs(last.y - y) < SAME_HEIGHT * last.size:
                last.text += " "
        elif last and _is_note(last, run, y, size):
            return
        elif last and _goes_on(last, x, y):
            gap = " " if x > last.at and _are_apart(last, run, size) else ""
            last.text += gap + run
            last.at, last.run, last.size = x, run, max(last.size, size)
        else:
            self._lines.append(_Begun(x, y, size, run, x, run))


def _goes_on(last: _Begun, x: float, y: float) -> bool:
    """Whether a run stands in the last line, right of what is there."""
    end = last.at + LETTER * last.size * len(last.run)
    return abs(last.y - y) < SAME_HEIGHT * last.size and x >= last.at and x - end < FAR * last.size


def _is_note(last: _Begun, run: str, y: float, size: float) -> bool:
    """Whether a run is the mark of a footnote: small digits, raised or behind the end of a clause."""
    if not run.strip().isdigit() or size > MARK_SIZE * last.size or abs(last.y - y) > last.size:
        return False
    return y > last.y + SAME_HEIGHT * size or last.text.rstrip()[-1:] in _CLOSING


def _join_initials(lines: list[_Begun]) -> None:
    """Put large first letters, which may be written long before, to the uppermost of the lines beside them."""
    for letter in [line for line in lines if len(line.text.strip()) == 1 and line.text.strip().isupper()]:
        beside = [
            line
            for line in lines
            if letter.size >= INITIAL_SIZE * line.size
            and letter.x < line.x < letter.x + 2 * letter.size
            and letter.y - line.size <= line.y <= letter.y + letter.size
        ]
        if beside:
            first = max(beside, key=lambda line: line.y)
            first.text = letter.text.strip() + first.text.lstrip()
            lines.remove(letter)


def _are_apart(last: _Begun, run: str, size: float) -> bool:
    """Whether a space belongs between two runs that are placed apart on one line, and have none."""
    left, right = last.text[-1:], run[:1]
    if left.isspace() or right.isspace() or left in _OPENING or right in _CLOSING or left in _JOINING:
        return False
    if run.strip() in _LIGATURES or left in _LIGATURES or (left in ".," and right.isdigit()):
        return False
    return right not in _JOINING and MARK_SIZE < size / last.size < 1 / MARK_SIZE
