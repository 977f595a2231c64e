"""An article's words in a row, made once for each article, with the way back to sentences and characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tutor.article.model import Article, Sentence
from tutor.article.words import Word, words_of

# What a number is compared as where only its place counts. No word of a text is spelled so.
ANY_NUMBER = "#"


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The words of all sentences in reading order.

    `joined` has them with a space between and at both ends; word i starts at `starts[i]`. `sentence_of[i]` is
    the index in `sentences` of the sentence that has it, and sentence s has the words from `first[s]` to
    `first[s + 1]`.
    """

    sentences: tuple[Sentence, ...]
    words: tuple[Word, ...]
    sentence_of: tuple[int, ...]
    first: tuple[int, ...]
    joined: str
    starts: tuple[int, ...]
    names: frozenset[str]
    small: frozenset[str]
    _windows: dict[int, tuple[list[str], list[int]]] = field(default_factory=dict)

    def word_at(self, char: int) -> int:
        """The index of the word at (or before) a character of `joined`."""
        return max(bisect_right(self.starts, char) - 1, 0)

    def occurrences(self, words: Sequence[str], start: int = 0) -> Iterator[int]:
        """The indexes, from `start` on, at which these words stand in a row."""
        if start >= len(self.words):
            return
        needle = f" {' '.join(words)} "
        at = self.joined.find(needle, self.starts[start] - 1)
        while at >= 0:
            yield self.word_at(at + 1)
            at = self.joined.find(needle, at + 1)

    def windows(self, length: int) -> tuple[list[str], list[int]]:
        """All stretches of `length` words inside a sentence, numbers masked, and where each begins."""
        if length not in self._windows:
            masked = [ANY_NUMBER if word.number else word.word for word in self.words]
            starts = [
                at
                for begin, end in zip(self.first, self.first[1:], strict=False)
                for at in range(begin, end - length + 1)
            ]
            self._windows[length] = [" ".join(masked[at : at + length]) for at in starts], starts
        return self._windows[length]


@lru_cache(maxsize=8)  # an article hashes by identity; a lesson has one, a test of all lessons a few
def index_of(article: Article) -> Index:
    """The index of an article."""
    words: list[Word] = []
    sentence_of: list[int] = []
    first = [0]
    for number, sentence in enumerate(article.sentences):
        own = words_of(sentence.span.of(article.text), sentence.span.start)
        words += own
        sentence_of += [number] * len(own)
        first.append(len(words))
    starts: list[int] = []
    at = 1
    for word in words:
        starts.append(at)
        at += len(word.word) + 1
    small = frozenset(word.word for word in words if not word.capital)
    # A capital inside a sentence makes a name, unless the article writes the word small elsewhere.
    names = frozenset(word.word.removesuffix("'s") for word in words if word.capital and not word.opens) - small
    joined = f" {' '.join(word.word for word in words)} "
    return Index(article.sentences, tuple(words), tuple(sentence_of), tuple(first), joined, tuple(starts), names, small)
