"""One block of the article as it is shown: its words, a number before each sentence, and its lines at a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content
from textual.content import Span as Styled

from tutor.article import Address, Article, Block, Part, Span, parse_reference
from tutor.tui.text import one_line

if TYPE_CHECKING:
    from tutor.dialogue.hard_words import HardWord

HARD = "°"
"""Stands after a hard word, so that being underlined is not all there is."""
_WORD = re.compile(r"\S+")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Mark(Enum):
    """Why a sentence stands out. The value is its glyph in the margin, so that colour is never all there is.

    Each has a column of the margin to itself, in this order, so that several can be told apart on one line.
    """

    ASKED = "┃"  # the question is about it
    SHOWN = "»"  # a hint or feedback points at it
    CITED = "◆"  # a reply to the open question cites it, sent or still being written

    @property
    def style(self) -> str:
        """The component class of the article pane that paints it."""
        return f".article--{self.name.lower()}"

    @property
    def of_tutor(self) -> bool:
        """Whether it is the tutor who marks."""
        return self is not Mark.CITED

    @property
    def meaning(self) -> str:
        """What the legend says."""
        return {Mark.ASKED: "asked about", Mark.SHOWN: "look here", Mark.CITED: "you cite"}[self]


# What is pointed at last says more than what the question as a whole is about.
_PAINTED = (Mark.ASKED, Mark.CITED, Mark.SHOWN)


@dataclass(frozen=True, slots=True)
class Line:
    """One line on screen: its words with their styles, where they start in the passage, and its margin glyphs."""

    content: Content
    start: int
    marks: frozenset[Mark] = frozenset()

    @property
    def end(self) -> int:
        """Where the words end in the passage."""
        return self.start + len(self.content.plain)


@dataclass(slots=True)
class Passage:
    """A block of the article with what is needed to show it.

    `text` is what is shown, sentence numbers included; `sentences` are the spans of the sentences in it, `words` those
    of the hard words by their glossary entries, `numbers` those of the sentence numbers and of the signs after hard
    words, which are no words of the article and are left out of what is copied. `picked` is one of the entries, or "".
    """

    text: str
    part: Part
    label: str = ""
    style: str = ""
    sentences: Mapping[Address, Span] = field(default_factory=dict)
    numbers: tuple[Span, ...] = ()
    words: Mapping[str, Span] = field(default_factory=dict)
    picked: str = ""
    marks: Mapping[Mark, frozenset[Address]] = field(default_factory=dict)
    _lines: tuple[int, list[Line]] | None = None

    def mark(self, marks: Mapping[Mark, frozenset[Address]]) -> None:
        """Mark the sentences of this passage that `marks` names, and only those."""
        mine = {mark: here for mark, addresses in marks.items() if (here := addresses & self.sentences.keys())}
        if mine != self.marks:
            self.marks = mine
            self._lines = None

    def pick(self, entry: str) -> None:
        """Make this hard word stand out, if it is here; "" for none."""
        mine = entry if entry in self.words else ""
        if mine != self.picked:
            self.picked = mine
            self._lines = None

    def word_at(self, place: int) -> str:
        """The glossary entry of the hard word at a place of what is shown, its sign included; "" when there is none."""
        found = (entry for entry, span in self.words.items() if span.start <= place < span.end + len(HARD))
        return next(found, "")

    def lines(self, width: int) -> list[Line]:
        """The passage's lines, wrapped at `width` cells; kept until the width or a mark changes."""
        if self._lines is None or self._lines[0] != width:
            self._lines = (width, list(self._wrap(width)))
        return self._lines[1]

    def line_of(self, address: Address, width: int) -> int:
        """Which line, counted from 0, the sentence starts on."""
        return self.line_at(self.sentences[address].start, width)

    def line_at(self, start: int, width: int) -> int:
        """Which line, counted from 0, this place of what is shown is on."""
        return max((i for i, line in enumerate(self.lines(width)) if line.start <= start), default=0)

    def sentence_at(self, place: int) -> Address | None:
        """The sentence at a place of what is shown; the space after a sentence is of none."""
        return next((address for address, span in self.sentences.items() if span.start <= place < span.end), None)

    def spoken(self) -> Iterator[Span]:
        """The words of the sentences, one by one, with the marks that stand on them."""
        for sentence in self.sentences.values():
            for word in _WORD.finditer(self.text, *sentence):
                start, end = word.span()
                # A sentence number stands before its first word, and the sign of a hard word after it.
                start = next((number.end for number in self.numbers if number.start == start), start)
                if start < end:
                    yield Span(start, end)

    def words_in(self, span: Span) -> str:
        """The article's words between two places of what is shown, without the sentence numbers."""
        keep, at = [], span.start
        for number in self.numbers:
            if number.overlaps(span):
                keep.append(self.text[at : max(at, number.start)])
                at = min(number.end, span.end)
        keep.append(self.text[at : span.end])
        return "".join(keep)

    def _wrap(self, width: int) -> Iterator[Line]:
        spans = [Styled(0, len(self.text), self.style)] if self.style else []
        places = list(self.sentences.items())
        for mark in _PAINTED:
            marked = self.marks.get(mark, frozenset())
            for (address, span), after in zip_longest(places, places[1:]):
                if address in marked:
                    # Neighbours with the same mark are one stretch, the space between them included.
                    end = after[1].start if after and after[0] in marked else span.end
                    spans.append(Styled(span.start, end, mark.style))
        spans += [Styled(*number, ".article--number") for number in self.numbers]
        for entry, word in self.words.items():
            spans.append(Styled(*word, ".article--picked" if entry == self.picked else ".article--hard"))
        at = 0
        for content in Content(self.text, spans).wrap(max(width, 1)):
            start = self.text.find(content.plain, at)
            at = start + len(content.plain)
            yield Line(content, start, self._marks_in(Span(start, at)))

    def _marks_in(self, line: Span) -> frozenset[Mark]:
        return frozenset(
            mark
            for mark, addresses in self.marks.items()
            if any(self.sentences[address].overlaps(line) for address in addresses)
        )


def passages_of(
    article: Article, last: int | None = None, after: int = 0, words: Sequence[HardWord] = ()
) -> list[Passage]:
    """The article from its title to the paragraph `last`, or its end, with the hard words in it marked.

    Title and byline are added where the file has them in its front matter. `after` is the question after which more
    opens; 0 when none does.
    """
    top: list[Passage] = []
    parts = [block.part for block in article.blocks]
    headings = [block.span.of(article.text) for block in article.blocks if block.part is Part.HEADING]
    if article.title and article.title not in headings[:1]:
        top.append(Passage(one_line(article.title), Part.HEADING, style=".article--title"))
    if Part.BYLINE not in parts:
        byline = " · ".join(one_line(piece) for piece in (article.author, article.date, article.source) if piece)
        if byline:
            top.append(Passage(byline, Part.BYLINE, style=".article--byline"))
    shut = f"… more of the article opens after question {after}"
    bottom = [Passage(shut, Part.PARAGRAPH, style=".article--byline")] if after else []
    hard = {word.address: [other for other in words if other.address == word.address] for word in words}
    return [*top, *(_passage(article, block, hard) for block in article.stretch(1, last)), *bottom]


def _passage(article: Article, block: Block, hard: Mapping[Address, Sequence[HardWord]]) -> Passage:
    if not block.number:
        style = ".article--byline" if block.part is Part.BYLINE else ".article--title"
        return Passage(one_line(block.span.of(article.text)), block.part, style=style)
    # A list marker stands before the first sentence.
    text = one_line(article.text[block.span.start : block.sentences[0].span.start])
    text += " " if text else ""
    sentences: dict[Address, Span] = {}
    numbers: list[Span] = []
    words: dict[str, Span] = {}
    for sentence in block.sentences:
        if numbers:
            text += " "
        number = str(sentence.address.sentence).translate(_SUPERSCRIPT)
        numbers.append(Span(len(text), len(text) + len(number)))
        start, said, at = len(text), one_line(article.words_of(sentence)), 0
        text += number
        for word in hard.get(sentence.address, ()):
            text += said[at : word.span.end]
            at = word.span.end
            words[word.entry] = Span(len(text) - len(said[word.span.start : at]), len(text))
            numbers.append(Span(len(text), len(text) + len(HARD)))
            text += HARD
        text += said[at:]
        sentences[sentence.address] = Span(start, len(text))
    numbered = tuple(numbers)
    return Passage(text, block.part, f"p{block.number}", sentences=sentences, numbers=numbered, words=words)


def addresses_of(article: Article, references: Iterable[str]) -> frozenset[Address]:
    """The sentences that addresses as text stand for; an address that the article has not is passed over."""
    found = (parse_reference(text) for text in references)
    return frozenset(sentence.address for ref in found if ref for sentence in article.at(ref))
