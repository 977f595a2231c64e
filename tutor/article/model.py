"""An article: paragraphs and sentences, each with its address and its span in the text as shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from tutor.article.address import Address, Reference
from tutor.article.text import Span
from tutor.article.traced import Traced


class Part(StrEnum):
    """What a block of the article is; only `paragraph` and `item` are numbered and have sentences."""

    HEADING = "heading"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its address and where it stands in `Article.text` (characters)."""

    address: Address
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """One block: `number` is the paragraph's number, 0 for headings and bylines; `span` as above."""

    part: Part
    number: int
    span: Span
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """An article as read: the text as shown (`text`), and what the spans in `blocks` make of it.

    Each block stands on one line of `text`: hard wraps are undone, Markdown's marks are gone, and control
    characters have become U+FFFD, so that `text` may go to a terminal as it is.

    `title`, `author`, `date` and `source` come from the front matter (or a first heading and a byline) and
    are empty where the file does not say. `written` is `text` with the way back to the file.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    date: str = ""
    source: str = ""
    written: Traced | None = field(default=None, repr=False)
    paragraphs: tuple[Block, ...] = field(init=False, repr=False)
    """The numbered blocks, in order: paragraph n is at index n - 1."""
    sentences: tuple[Sentence, ...] = field(init=False, repr=False)
    """All sentences in reading order."""
    _places: dict[Address, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        sentences = tuple(sentence for block in self.blocks for sentence in block.sentences)
        object.__setattr__(self, "paragraphs", tuple(block for block in self.blocks if block.number))
        object.__setattr__(self, "sentences", sentences)
        object.__setattr__(self, "_places", {sentence.address: at for at, sentence in enumerate(sentences)})

    def stretch(self, first: int, last: int | None = None) -> tuple[Block, ...]:
        """The blocks from paragraph `first` to `last`, None for the end; a heading goes with what stands under it."""
        places = {block.number: place for place, block in enumerate(self.blocks) if block.number}
        end = len(self.blocks) if last is None else places.get(last, len(self.blocks)) + 1
        return self.blocks[places.get(first - 1, -1) + 1 : end]

    def at(self, reference: Reference | Address) -> tuple[Sentence, ...]:
        """The sentences an address or a range stands for, in order; empty when the article has none there."""
        if isinstance(reference, Address):
            reference = Reference(reference, reference)
        if not self.has(reference):
            return ()
        first, last = reference.first, reference.last
        end = last.sentence or len(self.paragraphs[last.paragraph - 1].sentences)
        start, stop = Address(first.paragraph, first.sentence or 1), Address(last.paragraph, end)
        return self.sentences[self._places[start] : self._places[stop] + 1]

    def has(self, reference: Reference) -> bool:
        """Whether both ends of a reference stand in this article."""
        return all(
            end in self._places or (not end.sentence and Address(end.paragraph, 1) in self._places)
            for end in (reference.first, reference.last)
        )

    def in_file(self, span: Span) -> Span:
        """The characters of the file, as it was decoded, that a span of `text` with at least one character stands for.

        A byte order mark is a character of the file, and the end of a line may be two.
        """
        return self.written.back(span) if self.written else span

    def words_of(self, sentence: Sentence) -> str:
        """The sentence as written, with line breaks inside it made spaces."""
        return " ".join(sentence.span.of(self.text).split())

    def sentences_in(self, span: Span) -> Iterator[Sentence]:
        """The sentences that `span` of the text touches, in order."""
        first = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.span.end)
        last = bisect_left(self.sentences, span.end, key=lambda sentence: sentence.span.start)
        return iter(self.sentences[first:last])
