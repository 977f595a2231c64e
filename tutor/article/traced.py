"""Text that remembers where it comes from: whatever is cut, joined or put in its place, each character leads back."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tutor.article.text import Span

# What NFC may change: a stretch that is not ASCII, with the letter before it that an accent may belong to.
_COMPOSABLE = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class Traced:
    """A text made of another: character i of `text` stands for those from `starts[i]` to `ends[i]` of the other.

    A character put in between stands for none: its start and its end are the same.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Traced:
        """A text that stands for itself."""
        return cls(text, range(len(text)), range(1, len(text) + 1))

    def __len__(self) -> int:
        return len(self.text)

    def back(self, span: Span) -> Span:
        """The characters of the other text that a span of this one, with at least one character, stands for."""
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def cut(self, start: int, end: int | None = None) -> Traced:
        """The characters from `start` to `end`, counted as in a slice."""
        return Traced(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def before(self, other: Traced, gap: str = "") -> Traced:
        """This text and another one after it, with a gap that stands for nothing."""
        return join((self, other), (gap,))

    def retyped(self, text: str) -> Traced:
        """The same places with other characters, as many."""
        return Traced(text, self.starts, self.ends)

    def stripped(self, chars: str | None = None) -> Traced:
        """Without white space, or `chars`, at its ends."""
        start = len(self.text) - len(self.text.lstrip(chars))
        return self.cut(start, max(start, len(self.text.rstrip(chars))))

    def lines(self) -> list[Traced]:
        """Its lines, without the line ends."""
        found: list[Traced] = []
        at = 0
        for line in self.text.split("\n"):
            found.append(self.cut(at, at + len(line)))
            at += len(line) + 1
        return found

    def sub(self, pattern: re.Pattern[str], replacement: str | Callable[[re.Match[str]], str]) -> Traced:
        """Each match of a pattern replaced; what is put there stands for the whole match."""
        return self._pieces(
            (m.span(), replacement if isinstance(replacement, str) else replacement(m))
            for m in pattern.finditer(self.text)
        )

    def opened(self, pattern: re.Pattern[str], group: int) -> Traced:
        """Of each match of a pattern only the characters of one of its groups."""
        kept = [(match.span(), match.span(group)) for match in pattern.finditer(self.text)]
        if not kept:
            return self
        found, at = [], 0
        for (start, end), (first, last) in kept:
            found += [self.cut(at, start), self.cut(first, last)]
            at = end
        return join((*found, self.cut(at)))

    def composed(self) -> Traced:
        """In Unicode's composed form (NFC)."""
        if unicodedata.is_normalized("NFC", self.text):
            return self
        clusters = (
            (match.start() + start, match.start() + end)
            for match in _COMPOSABLE.finditer(self.text)
            for start, end in _clusters(match.group())
        )
        composed = (((a, b), unicodedata.normalize("NFC", self.text[a:b])) for a, b in clusters)
        return self._pieces(((a, b), new) for (a, b), new in composed if new != self.text[a:b])

    def _pieces(self, replaced: Iterable[tuple[tuple[int, int], str]]) -> Traced:
        found: list[Traced] = []
        at = 0
        for (start, end), new in replaced:
            first, last = self.starts[start], self.ends[end - 1]
            found += [self.cut(at, start), Traced(new, (first,) * len(new), (last,) * len(new))]
            at = end
        return join((*found, self.cut(at))) if found else self


def join(pieces: Sequence[Traced], gaps: Sequence[str] = ()) -> Traced:
    """Texts in a row; before the one at i + 1 stands `gaps[i]`, which stands for nothing, or else nothing."""
    text: list[str] = []
    # Kept as long as the article: a list has a whole object for each number.
    starts, ends = array("I"), array("I")
    for number, piece in enumerate(pieces):
        if number and number <= len(gaps):
            gap = gaps[number - 1]
            here = ends[-1] if ends else 0
            text.append(gap)
            starts.extend([here] * len(gap))
            ends.extend([here] * len(gap))
        text.append(piece.text)
        starts.extend(piece.starts)
        ends.extend(piece.ends)
    return Traced("".join(text), starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """The smallest stretches of a text that NFC composes each by itself."""
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text):
            normal = unicodedata.normalize
            apart = normal("NFC", text[start:at]) + normal("NFC", text[at])
            if unicodedata.combining(text[at]) or normal("NFC", text[start : at + 1]) != apart:
                continue
        yield start, at
        start = at
