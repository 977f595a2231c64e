"""News articles in which people have marked who says what (PolNeAR), and how well the analysis agrees with them.

The articles are not ours to pass on: they stand beside the project, or nothing is measured. Two thirds were read while
the rules were made ("development"), the rest never ("validation"); a hash of the file's name tells which is which.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tutor.article import Article, Span, parse_article
from tutor.article.analysis import Analysis, analyse
from tutor.article.voices import Attribution, Voice

DATA = Path(__file__).parents[3] / "shared" / "data" / "polnear"

# A source's head is its last word before one of these.
_ENDS_HEAD = frozenset("of for in at from with on by about into over under against who which that to as".split())


@dataclass(frozen=True)
class Marked:
    """One attribution as people marked it: the parts of source, cue and content, in characters of the file."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class News:
    """One article of the set."""

    name: str
    text: str
    marked: tuple[Marked, ...]
    article: Article


@dataclass
class Share:
    """What was found, what was there, and how much of both agrees."""

    right: int = 0
    found: int = 0
    there: int = 0

    def add(self, found: bool, there: bool) -> None:
        self.right += found and there
        self.found += found
        self.there += there

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Agreement:
    """How far the analysis agrees with people, over some articles.

    `cue`: attributions whose cue shares a character with a marked one, one to one; `source` those of them whose source
    is the same to the character, `head` whose source's head lies in the marked one; `voice`: sentences of which half
    the words or more are marked as another's content, against those with another's voice; `whole`: the same, against
    all sentences that are not the author's alone.
    """

    cue: Share = field(default_factory=Share)
    source: Share = field(default_factory=Share)
    head: Share = field(default_factory=Share)
    voice: Share = field(default_factory=Share)
    whole: Share = field(default_factory=Share)
    content: Share = field(default_factory=Share)


def news(half: str) -> Iterator[News]:
    """The articles of one part, "development" or "validation"."""
    for path in sorted(DATA.glob("*.txt")):
        if (zlib.crc32(path.stem.encode()) % 3 == 0) == (half == "validation"):
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            yield News(path.stem, text, tuple(_marked(path.with_suffix(".ann"))), parse_article(text, markdown=False))


def _marked(path: Path) -> Iterator[Marked]:
    spans: dict[str, list[Span]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if columns[0].startswith("T") and " " in columns[1]:
            _, _, places = columns[1].partition(" ")
            spans[columns[0]] = [Span(*map(int, place.split())) for place in places.split(";")]
        elif columns[0].startswith("E"):
            roles: dict[str, list[Span]] = defaultdict(list)
            for role in columns[1].split():
                name, _, span = role.partition(":")
                roles[name.rstrip("0123456789")] += spans.get(span, [])
            if roles["Cue"]:
                yield Marked(*(tuple(sorted(roles[name])) for name in ("Source", "Cue", "Content")))


def measure(articles: Sequence[News]) -> Agreement:
    """How far the analysis agrees with people on these articles."""
    agreement = Agreement()
    for one in articles:
        analysis = analyse(one.article)
        _attributions(one, analysis.attributions, agreement)
        _voices(one, analysis, agreement)
    return agreement


def pairs(one: News, found: Sequence[Attribution]) -> tuple[list[tuple[Attribution, Marked | None]], list[Marked]]:
    """Each attribution with a cue and the marked one that it finds, if any; and the marked ones that nothing finds."""
    left = list(one.marked)
    paired: list[tuple[Attribution, Marked | None]] = []
    for attribution in found:
        if attribution.cue is None:
            continue
        cue = one.article.in_file(attribution.cue)
        match = next((m for m in left if any(part.overlaps(cue) for part in m.cue)), None)
        if match:
            left.remove(match)
        paired.append((attribution, match))
    return paired, left


def _attributions(one: News, found: Sequence[Attribution], agreement: Agreement) -> None:
    paired, _ = pairs(one, found)
    agreement.cue.found += len(paired)
    agreement.cue.there += len(one.marked)
    for share in (agreement.source, agreement.head):
        share.found += sum(attribution.source is not None for attribution, _ in paired)
        share.there += sum(bool(marked.source) for marked in one.marked)
    for attribution, match in paired:
        agreement.cue.right += match is not None
        if match is None or attribution.source is None or not match.source:
            continue
        source = one.article.in_file(attribution.source)
        agreement.source.right += _trimmed(one.text, source) == _whole(one.text, match.source)
        agreement.head.right += any(part.overlaps(head_of(one.text, source)) for part in match.source)


def head_of(text: str, source: Span) -> Span:
    """The last word of a source before what only tells more of it: "the mayor" of "the mayor of Ostrey"."""
    head, at = source, source.start
    for number, word in enumerate(source.of(text).split()):
        at = text.index(word, at)
        if number and (word.lower() in _ENDS_HEAD or word[0] in "(—―-"):
            break
        head = Span(at, at + len(word.rstrip(",;:")))
        if word[-1] in ",;:":
            break
        at += len(word)
    return head


def _whole(text: str, parts: Sequence[Span]) -> Span:
    return _trimmed(text, Span(parts[0].start, parts[-1].end))


def _trimmed(text: str, span: Span) -> Span:
    inside = span.of(text)
    blank = " ,\n\u00a0"
    return Span(span.end - len(inside.lstrip(blank)), span.start + len(inside.rstrip(blank)))


def _voices(one: News, analysis: Analysis, agreement: Agreement) -> None:
    marked = bytearray(len(one.text))
    for attribution in one.marked:
        for part in attribution.content:
            marked[part.start : part.end] = b"\1" * (part.end - part.start)
    said = bytearray(len(one.text))
    for found in analysis.attributions:
        if found.content:
            part = one.article.in_file(found.content)
            said[part.start : part.end] = b"\1" * (part.end - part.start)
    for reading in analysis.sentences:
        span = one.article.in_file(reading.sentence.span)
        at, theirs, words = span.start, 0, span.of(one.text).split()
        for word in words:
            at = one.text.index(word, at)
            theirs += marked[at]
            agreement.content.add(bool(said[at]), bool(marked[at]))
            at += len(word)
        there = theirs * 2 >= len(words)
        agreement.voice.add(reading.voice is Voice.OTHER, there)
        agreement.whole.add(reading.voice is not Voice.AUTHOR, there)
