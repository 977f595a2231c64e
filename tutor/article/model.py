"""An article: paragraphs and sentences, each with its address and its span in the text as shown."""

from __future__ import annotations

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
    _sentences: dict[Address, Sentence] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_address = {sentence.address: sentence for block in self.blocks for sentence in block.sentences}
        object.__setattr__(self, "_sentences", by_address)

    @property
    def paragraphs(self) -> tuple[Block, ...]:
        """The numbered blocks, in order: paragraph n is at index n - 1."""
        return tuple(block for block in self.blocks if block.number)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in reading order."""
        return tuple(self._sentences.values())

    def stretch(self, first: int, last: int | None = None) -> tuple[Block, ...]:
        """The blocks from paragraph `first` to `last`, None for the end; a heading goes with what stands under it."""
        places = {block.number: place for place, block in enumerate(self.blocks) if block.number}
        end = len(self.blocks) if last is None else places.get(last, len(self.blocks)) + 1
        return self.blocks[places.get(first - 1, -1) + 1 : end]

    def at(self, reference: Reference | Address) -> tuple[Sentence, ...]:
        """The sentences an address or a range stands for, in order; empty when the article has none there."""
        if isinstance(reference, Address):
            reference = Reference(reference, reference)
        return tuple(s for a, s in self._sentences.items() if reference.covers(a)) if self.has(reference) else ()

    def has(self, reference: Reference) -> bool:
        """Whether both ends of a reference stand in this article."""
        return all(
            end in self._sentences or (not end.sentence and Address(end.paragraph, 1) in self._sentences)
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
        """The sentences that `span` of the text touches."""
        return (sentence for sentence in self._sentences.values() if sentence.span.overlaps(span))
