"""Lines to blocks: which lines of an article belong together, and what each block is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tutor.article.markdown import shown, without_hidden
from tutor.article.model import Part
from tutor.article.traced import Traced, join

# Nobody wraps lines by hand at more columns than this: a longer line is a whole paragraph.
WIDEST_WRAP = 120
LONGEST_HEADING = 90

_BLANKS = re.compile(r"[ \t\u3000]+")
_SPACES = re.compile(r"[ \n\t]+")
_QUOTED = re.compile(r"^(?:> ?)+")
_MARKER = re.compile(r"(?:[-*+•‣–—]|\(?\d{1,3}[.)])\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…。!?][\"'”’»)\]*_]*$")
_NO_HEADING_END = re.compile(r"[.!?…。!?:;,][\"'”’»)\]*_]*$")
_ATX = re.compile(r"#{1,6}\s+(.*?)(?:\s+#+)?$")
_SETEXT = re.compile(r"(?:={2,}|-{2,})$")
_RULE = re.compile(r"(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_BYLINE = re.compile(r"(?:written )?by\s+(?P<author>[^,|]{2,60}?)(?:\s*[,|]\s*(?P<rest>.{2,60}))?$", re.IGNORECASE)
_SMALL_WORDS = frozenset(str.split("and & de del della der van von la le da dos el al bin ibn of the with"))


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block before it has its place.

    `text` is on one line as shown, and its first `marker` characters are a list marker.
    """

    part: Part
    text: Traced
    marker: int = 0


def blocks_of(text: Traced, *, markdown: bool) -> tuple[RawBlock, ...]:
    """The blocks of an article's text (line ends are `\\n`), in order; each has a letter or digit."""
    blocks: list[RawBlock] = []
    groups = _groups(without_hidden(text) if markdown else text, markdown=markdown)
    for group in groups:
        for block in _blocks_in(group, alone=len(groups) == 1, before=blocks, markdown=markdown):
            if any(map(str.isalnum, block.text.text)):
                blocks.append(block)
    return tuple(blocks)


def byline_author(text: str) -> str:
    """The name in a byline ("By Jane Doe, Harbour Times" gives "Jane Doe"); empty when `text` is none."""
    match = _BYLINE.match(text)
    if not match or _SENTENCE_END.search(text.removesuffix("Jr.").removesuffix("Sr.")):
        return ""
    names = match["author"].split()
    if len(names) > 8 or any(name[0].islower() and name not in _SMALL_WORDS for name in names):
        return ""
    # "By Ana Ruiz, Bo Li and Cy Ng" names three people, where one comma mostly sets off the newspaper.
    return text[match.start("author") :] if " and " in (match["rest"] or "") else match["author"]


def _groups(text: Traced, *, markdown: bool) -> list[list[Traced]]:
    """Lines between blank lines; in Markdown a heading's line is a group of its own."""
    groups: list[list[Traced]] = [[]]
    for line in (line.sub(_BLANKS, " ").stripped(" ") for line in text.lines()):
        if markdown:
            line = line.sub(_QUOTED, "")
        words = line.text
        if not words.strip():
            groups.append([])
        elif markdown and _ATX.match(words):
            groups += [[line], []]
        elif markdown and len(groups[-1]) == 1 and _SETEXT.match(words):
            groups[-1:] = [[Traced("# ", (0, 0), (0, 0)).before(groups[-1][0])], []]
        elif markdown and _RULE.match(words):
            groups.append([])
        else:
            groups[-1].append(line)
    return [group for group in groups if group]


def _blocks_in(lines: list[Traced], *, alone: bool, before: list[RawBlock], markdown: bool) -> Iterator[RawBlock]:
    """The blocks of one group; `alone` says that it is the whole file, `before` what came before it."""
    if markdown and (atx := _ATX.match(lines[0].text)):
        yield RawBlock(Part.HEADING, shown(lines[0].cut(*atx.span(1))))
        return
    lines = list(lines)
    opening = not any(block.part in (Part.PARAGRAPH, Part.ITEM) for block in before)
    if opening:
        # Above the first paragraph a title, a byline and a date may stand on lines without blank ones
        # between.
        plain = [_plain(line, markdown) for line in lines[:3]]
        at = next((i for i, line in enumerate(plain) if byline_author(line.text)), None)
        if at is not None and all(_is_heading(line.text) for line in lines[:at]):
            yield from (RawBlock(Part.HEADING, line) for line in plain[:at])
            yield RawBlock(Part.BYLINE, plain[at])
            lines = lines[at + 1 :]
    if len(lines) == 1 and not alone and not _MARKER.match(lines[0].text):
        heading = _plain(lines[0], markdown)
        if _is_heading(heading.text):
            yield RawBlock(Part.HEADING, heading)
            return
    whole = sum(map(len, lines)) + len(lines) - 1
    for chunk in lines if _each_a_block([line.text for line in lines], alone=alone) else _wrapped(lines):
        marker = _MARKER.match(chunk.text)
        if marker:
            text = chunk.cut(0, marker.end()).before(_plain(chunk.cut(marker.end()), markdown))
            yield RawBlock(Part.ITEM, text, marker.end())
            continue
        plain_chunk = _plain(chunk, markdown)
        is_heading = len(chunk) < whole and _is_heading(plain_chunk.text)
        yield RawBlock(Part.HEADING if is_heading else Part.PARAGRAPH, plain_chunk)


def _each_a_block(lines: list[str], *, alone: bool) -> bool:
    """Whether each of the lines is a block of its own, and not a hard wrap of the one before."""
    if any(_MARKER.match(line) for line in lines):
        return False
    unwrapped = max(map(len, lines), default=0) > WIDEST_WRAP
    ended = [bool(_SENTENCE_END.search(line)) for line in lines]
    if alone:
        # A file without a blank line has a paragraph a line, unless it plainly is one paragraph wrapped by
        # hand.
        return unwrapped or sum(ended) * 2 >= len(lines)
    apart = all(end or _is_heading(line) for line, end in zip(lines, ended, strict=True))
    return unwrapped and apart and ended[-1]


def _wrapped(lines: list[Traced]) -> list[Traced]:
    """The lines joined, but for list items: the first marker opens the group or follows a `:`."""
    chunks: list[list[Traced]] = []
    listing = False
    for line in lines:
        starts_item = _MARKER.match(line.text) and (listing or not chunks or chunks[-1][-1].text.endswith(":"))
        if starts_item or not chunks:
            chunks.append([line])
        else:
            chunks[-1].append(line)
        listing = listing or bool(starts_item)
    return [join(chunk, [" "] * (len(chunk) - 1)) for chunk in chunks]


def _plain(line: Traced, markdown: bool) -> Traced:
    return shown(line).sub(_SPACES, " ").stripped(" ") if markdown else line


def _is_heading(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and len(line.split()) <= 14 and not _NO_HEADING_END.search(line)
