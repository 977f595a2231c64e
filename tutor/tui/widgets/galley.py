"""The article set at one width: which passage, sentence and word is on which line, and where in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from rich.cells import cell_len

from tutor.article import Address, Part, Reference, Span
from tutor.article.citing import whole_words
from tutor.tui.widgets.passage import Line, Mark, Passage

# Nothing stands between the items of one list, nor between title and byline.
_TIGHT = {(Part.ITEM, Part.ITEM), (Part.HEADING, Part.BYLINE)}


class Place(NamedTuple):
    """A place in the article as it is shown: which passage, and which character of it."""

    passage: int
    at: int


class Stretch(NamedTuple):
    """All from one place to another."""

    start: Place
    end: Place

    def on(self, line: Line, index: int) -> Span | None:
        """What of it is on a line of a passage, counted from the line's start; None when nothing is."""
        (first, start), (last, end) = self
        if not first <= index <= last:
            return None
        left = max(0, start - line.start) if index == first else 0
        right = min(line.end, end) - line.start if index == last else line.end - line.start
        return Span(left, right) if left < right else None


class Galley:
    """Passages one below the other. It is made anew for another width; the passages stay."""

    def __init__(self, passages: Sequence[Passage], width: int) -> None:
        """`width` in cells, for the words of a line."""
        self.passages = passages
        self.width = width
        parts = [passage.part for passage in passages]
        gaps = [0 if pair in _TIGHT else 1 for pair in pairwise(parts)] + [0] * bool(parts)
        heights = (len(passage.lines(width)) + gap for passage, gap in zip(passages, gaps, strict=True))
        self._tops = [0, *accumulate(heights)]

    @property
    def height(self) -> int:
        """How many lines there are."""
        return self._tops[-1]

    def row(self, number: int) -> tuple[int, int] | None:
        """The passage on a line, and which of its lines this is; None for a line below the article.

        The blank lines under a passage are counted as its own.
        """
        index = bisect_right(self._tops, number) - 1
        return (index, number - self._tops[index]) if 0 <= index < len(self.passages) else None

    def line(self, number: int) -> Line | None:
        """A line; None for a blank one."""
        row = self.row(number)
        lines = self.passages[row[0]].lines(self.width) if row else []
        return lines[row[1]] if row and row[1] < len(lines) else None

    def line_of(self, place: Place) -> int:
        """The line that a place is on."""
        return self._tops[place.passage] + self.passages[place.passage].line_at(place.at, self.width)

    def place_of(self, number: int) -> Place | None:
        """Where a line starts, or the line above it when it is blank."""
        row = self.row(number)
        if row is None:
            return None
        lines = self.passages[row[0]].lines(self.width)
        return Place(row[0], lines[min(row[1], len(lines) - 1)].start)

    def place_at(self, number: int, cell: int) -> Place | None:
        """The place that is drawn on a line in this cell; None where nothing is."""
        line, row = self.line(number), self.row(number)
        if line is None or row is None or cell < 0:
            return None
        text = line.content.plain
        at = next((at for at in range(len(text)) if cell_len(text[: at + 1]) > cell), None)
        return None if at is None else Place(row[0], line.start + at)

    def nearest(self, number: int, cell: int) -> Place | None:
        """The place in this cell of a line, else the nearest one on the line; None without any lines."""
        if found := self.place_at(number, cell):
            return found
        number = min(max(number, 0), self.height - 1)
        line, row = self.line(number), self.row(number)
        if row is None:
            return None
        if line is None:
            return Place(row[0], len(self.passages[row[0]].text))
        return Place(row[0], line.start if cell < 0 else line.end)

    def lines_marked(self, *marks: Mark) -> list[int]:
        """The lines that carry one of these margin glyphs; with none given, any."""
        return [
            top + row
            for top, passage in zip(self._tops, self.passages, strict=False)
            for row, line in enumerate(passage.lines(self.width))
            if (line.marks & set(marks) if marks else line.marks)
        ]

    # Sentences

    @cached_property
    def sentences(self) -> Mapping[Address, Stretch]:
        """All sentences that may be read, in order, with their numbers."""
        return {
            address: Stretch(Place(index, span.start), Place(index, span.end))
            for index, passage in enumerate(self.passages)
            for address, span in passage.sentences.items()
        }

    def sentence_at(self, place: Place) -> Address | None:
        """The sentence at a place."""
        return self.passages[place.passage].sentence_at(place.at)

    def lines_of(self, stretch: Stretch) -> range:
        """The lines that a stretch is on."""
        return range(self.line_of(stretch.start), self.line_of(Place(stretch.end.passage, stretch.end.at - 1)) + 1)

    # Words

    @cached_property
    def words(self) -> Sequence[Stretch]:
        """All words of the sentences, in order."""
        return [
            Stretch(Place(index, word.start), Place(index, word.end))
            for index, passage in enumerate(self.passages)
            for word in passage.spoken()
        ]

    def words_of(self, address: Address) -> range:
        """Which words are those of a sentence."""
        start, end = self.sentences[address]
        return range(bisect_left(self.words, (start,)), bisect_left(self.words, (end,)))

    def hard_words(self) -> Mapping[str, int]:
        """The words that are explained, in order, and the line that each is on."""
        return {
            entry: self.line_of(Place(index, span.start))
            for index, passage in enumerate(self.passages)
            for entry, span in passage.words.items()
        }

    # Stretches of words

    def whole(self, stretch: Stretch) -> Stretch | None:
        """What of a stretch is words of sentences, those made whole that it cuts; None when nothing is."""
        places = []
        for index, span in self._parts(stretch):
            text, numbers = self.passages[index].text, self.passages[index].numbers
            start = next((number.end for number in numbers if number.start <= span.start < number.end), span.start)
            end = next((number.start for number in numbers if number.start < span.end <= number.end), span.end)
            span = whole_words(text, Span(start, max(start, end)))
            start = next((number.end for number in numbers if number.start <= span.start < number.end), span.start)
            if start < span.end:
                places += [Place(index, start), Place(index, span.end)]
        return Stretch(places[0], places[-1]) if places else None

    def words_in(self, stretch: Stretch) -> str:
        """The words of the sentences in a stretch, without the sentence numbers and the signs after hard words."""
        return " ".join(self.passages[index].words_in(span) for index, span in self._parts(stretch))

    def _parts(self, stretch: Stretch) -> Iterator[tuple[int, Span]]:
        """What of a stretch lies in the sentences of each passage."""
        start, end = stretch
        for index in range(start.passage, end.passage + 1):
            if spans := list(self.passages[index].sentences.values()):
                left = max(spans[0].start, start.at if index == start.passage else 0)
                right = min(spans[-1].end, end.at) if index == end.passage else spans[-1].end
                if left < right:
                    yield index, Span(left, right)

    def reference_of(self, stretch: Stretch) -> Reference | None:
        """The sentences that a stretch has words of; None when it has none."""
        start, end = stretch
        inside = [address for address, (left, right) in self.sentences.items() if start < right and left < end]
        return Reference(inside[0], inside[-1]) if inside else None
