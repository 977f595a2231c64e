"""Lines on pages to headings and paragraphs: by gaps, indents and sizes, as a reader sees where one begins.

All lengths are in points, heights counted from the bottom of a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from tutor.article import Part
from tutor.article.blocks import byline_author
from tutor.importing.source import Piece, counted
from tutor.importing.tidying import Joiner

# Own figures, tried on pages set by Chromium and by ReportLab.
WIDE_GAP = 1.3
"""Lines this much further apart than usual belong to two paragraphs."""
INDENT = (0.5, 5.0)
"""A first line begins so far to the right of the line before, in font sizes; with more it is a table or a title."""
LARGE, SMALL = 1.12, 0.87
"""From and up to these shares of the usual size, letters are a heading's, or small print."""
MOST_SMALL = 0.25
"""More than this share of a text is no small print, whatever its size."""
SHORT, FULL = 0.75, 1.0
"""A line that is shorter, of the widest, ends its paragraph if it ends a sentence; at the end of a page or column,
where no gap tells, one on which there was room for the word that comes next."""
AT_EDGE = 2
"""How many of a page's uppermost and lowest lines may be running heads."""
LONGEST_HEADING = 200

# How wide letters are, as shares of most small ones, in the usual book faces; capitals that stand in no list are 1.4.
_NARROW, _WIDE, _CAPITAL = 0.58, 1.65, 1.4
_WIDTHS = {
    **dict.fromkeys("iljtfrI .,;:!|'’‘()[]-/", _NARROW),
    **dict.fromkeys("mwMW@%—…", _WIDE),
}

_PAGE_NUMBER = re.compile(
    r"[-–—\[(]?\s*(?:page|p\.|seite)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|von|\|)\s*\d{1,4})?\s*[-–—\])]?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.|file://)\S+(?:\s+\d{1,3}/\d{1,3})?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
# Titles and initials, after which a name comes. Own list.
_ABBREVIATION = re.compile(r"(?:^|[\s(\"“])(?:Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St|[A-Z])\.$")
_BULLET = re.compile(r"[•‣▪◦●]\s+(?=\S)")
_MARKER = re.compile(r"(?:[•‣▪◦●–—-]|\(?\d{1,2}[.)])\s+(?=\S)")


class Line(NamedTuple):
    """One line: its page (from 0), where it begins, the size of its letters, its text."""

    page: int
    x: float
    y: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Laid:
    """What lines were made into; `left_out` says what was not, `joined` how many divided words were put together.

    `doubtful` are the sentence ends, by their last words, at which a page or column is full: where a paragraph that
    goes on looks the same as two.
    """

    pieces: tuple[Piece, ...]
    left_out: tuple[str, ...]
    joined: int
    doubtful: tuple[str, ...]


def pieces_of(pages: Sequence[Sequence[Line]]) -> Laid:
    """The headings and paragraphs of the pages' lines."""
    numbers, heads = _page_numbers(pages), _running_heads(pages)
    around = numbers | heads
    lines = [line for page in pages for line in page if line not in around]
    usual = _usual_size(lines)
    small = {line for line in lines if line.size < SMALL * usual}
    if sum(len(line.text) for line in small) > MOST_SMALL * sum(len(line.text) for line in lines):
        small = set()
    lines = [line for line in lines if line not in small]
    joiner = Joiner("\n".join(line.text for line in lines))
    groups = _groups(lines, usual)
    pieces = [_piece(group, usual, joiner) for group in groups]
    doubtful = [
        " ".join(line.text.split()[-4:])
        for group in groups
        for line, following in pairwise(group)
        if _turns(following, line, usual) and _ends_sentence(line)
    ]
    counts = ((numbers, "page number"), (heads - numbers, "running head"), (small, "line in small print"))
    left_out = tuple(counted(len(what), noun, _MANY.get(noun, "")) for what, noun in counts if what)
    return Laid(tuple(pieces), left_out, joiner.joined, tuple(doubtful))


_MANY = {"line in small print": "lines in small print (footnotes, captions)"}


def _usual_size(lines: Iterable[Line]) -> float:
    """The size that most letters have, to half a point."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size * 2) / 2] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 1.0


def _edges(page: Sequence[Line]) -> list[Line]:
    """The uppermost and the lowest lines of a page."""
    ordered = sorted(page, key=lambda line: line.y)
    return [*ordered[:AT_EDGE], *ordered[AT_EDGE:][-AT_EDGE:]]


def _page_numbers(pages: Sequence[Sequence[Line]]) -> set[Line]:
    edges = [line for page in pages for line in _edges(page)]
    return {line for line in edges if _PAGE_NUMBER.fullmatch(line.text) or _ADDRESS.fullmatch(line.text)}


def _running_heads(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """Lines at the edges that stand on several pages, but for the numbers in them."""
    edges = [line for page in pages for line in _edges(page)]
    on: dict[str, set[int]] = {}
    for line in edges:
        on.setdefault(_pattern(line), set()).add(line.page)
    least = max(2, 0.3 * len(pages))  # left pages may have another head than right ones
    return {line for line in edges if len(on[_pattern(line)]) >= least}


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _groups(lines: Sequence[Line], usual: float) -> list[list[Line]]:
    """The lines of each paragraph and heading."""
    steps = [a.y - b.y for a, b in pairwise(lines) if a.page == b.page and a.y > b.y]
    steps = [step for step in steps if step < 3 * usual]
    step = median(steps) if steps else usual * 1.2
    widest = max((_width(line.text) for line in lines), default=0.0)
    lefts = _lefts(lines, usual)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(line, groups[-1], lefts[line], step, widest, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _lefts(lines: Sequence[Line], usual: float) -> dict[Line, float]:
    """Where the column of each line begins: at the leftmost of the page's lines no further away than an indent."""
    pages: dict[int, list[float]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line.x)
    return {
        line: min(x for x in pages[line.page] if abs(x - line.x) < INDENT[1] * usual or x == line.x) for line in lines
    }


def _begins(line: Line, group: Sequence[Line], left: float, step: float, widest: float, usual: float) -> bool:
    """Whether a line begins a new paragraph after the lines of `group`; `left` is where its column begins."""
    last = group[-1]
    if _is_large(line, usual) != _is_large(last, usual) or _BULLET.match(line.text):
        return True
    if byline_author(line.text) or (len(group) == 1 and byline_author(last.text)):
        return True
    ends = _ends_sentence(last)
    if _turns(line, last, usual):
        room = _width(f"{last.text} {line.text.split()[0]}") < FULL * widest
        return ends and (line.x - left > INDENT[0] * usual or room)
    if abs(line.y - last.y) < 0.5 * usual:
        return False  # goes on in the same line
    if last.y - line.y > WIDE_GAP * max(step, line.size * 1.05) or (ends and _MARKER.match(line.text)):
        return True
    indent = (line.x - last.x) / usual
    if INDENT[0] < indent < INDENT[1]:
        return ends or len(group) > 1
    return ends and _width(last.text) < SHORT * widest and line.text[:1].isupper() and abs(indent) < INDENT[0]


def _turns(line: Line, last: Line, usual: float) -> bool:
    """Whether a line stands on another page or in another column than the one before it."""
    return line.page != last.page or line.y > last.y + 0.5 * usual


def _ends_sentence(line: Line) -> bool:
    return bool(_SENTENCE_END.search(line.text)) and not _ABBREVIATION.search(line.text)


def _width(text: str) -> float:
    """About how wide a line would be with no more than usual between its words; the unit is a small letter."""
    return sum(_WIDTHS.get(char, _CAPITAL if char.isupper() else 1.0) for char in text)


def _is_large(line: Line, usual: float) -> bool:
    return line.size >= LARGE * usual


def _piece(group: Sequence[Line], usual: float, joiner: Joiner) -> Piece:
    text = joiner.join(line.text for line in group)
    if _is_large(group[0], usual) and len(text) < LONGEST_HEADING:
        return Piece(Part.HEADING, text)
    return Piece(Part.ITEM if _MARKER.match(text) else Part.PARAGRAPH, text)
