"""A passage on its way to its place in the article: what is searched, and what is found."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tutor.article.address import Address
from tutor.article.changes import Change
from tutor.article.index import Index, index_of
from tutor.article.model import Article
from tutor.article.names import Texts
from tutor.article.text import Span
from tutor.article.words import Word

# Words. What is longer is no quotation but the article pasted in: found word for word or not at all (rapidfuzz needs
# 30 ms for 200 words of which none is there).
LONGEST_FUZZY = 120
# What a passage adds of its own to the article's words, to be worth naming: so many words more than the article has
# there.
LEAST_BEYOND = 4
_OMISSION = re.compile(r"[\[(]?\s*(?:…|\.{3,}|\.(?:\s\.){2,})\s*[\])]?")


class Manner(StrEnum):
    """How a passage repeats the article."""

    VERBATIM = "verbatim"
    NEAR = "near"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Alignment:
    """A passage found in the article.

    `address` is the sentence that fits best and `addresses` all it covers, in order; `article_span` lies in
    `Article.text`. `score` is 0 to 100. `changes` is empty unless `manner` is `altered`. `beyond` are the stretches of
    the passage, in its characters, that the article does not have there.
    """

    manner: Manner
    score: float
    address: Address
    addresses: tuple[Address, ...]
    article_span: Span
    changes: tuple[Change, ...] = ()
    beyond: tuple[Span, ...] = ()


class Search:
    """One passage against one article: what every step below needs."""

    def __init__(
        self,
        passage: str,
        words: Sequence[Word],
        article: Article,
        among: Collection[Address] | None,
        *,
        quoted: bool = True,
    ) -> None:
        self.index: Index = index_of(article)
        self.texts = Texts(article.text, passage, self.index.names, self.index.small, quoted)
        self.words = words
        self.parts = _parts(passage, words)
        self.allowed = None if among is None else _allowed(article, frozenset(among))

    def covered(self, words: Collection[int]) -> tuple[int, tuple[int, ...]] | None:
        """The sentence with the most of these words, and all that have any; None when `among` allows none."""
        counts: dict[int, int] = {}
        for at in words:
            sentence = self.index.sentence_of[at]
            counts[sentence] = counts.get(sentence, 0) + 1
        within = [s for s in counts if self.allowed is None or s in self.allowed]
        if not within:
            return None
        best = max(within, key=lambda s: (counts[s], -s))
        first = self.index.first
        # One "the" in common with the sentence next door does not make the passage reach there.
        kept = (s for s, n in counts.items() if s == best or n >= 3 or n * 2 >= first[s + 1] - first[s])
        return best, tuple(sorted(kept))

    def alignment(
        self,
        manner: Manner,
        score: float,
        words: Sequence[int],
        found: tuple[Change, ...] = (),
        beyond: tuple[Span, ...] = (),
        *,
        every_word: bool = False,
    ) -> Alignment | None:
        """An alignment to these words of the article (indexes, in order); None when `among` allows none.

        `every_word` says that one word is enough to reach into a sentence.
        """
        covered = self.covered(words)
        if covered is None:
            return None
        best, all_covered = covered
        if every_word:
            all_covered = tuple(sorted({self.index.sentence_of[at] for at in words}))
        inside = [at for at in words if self.index.sentence_of[at] in all_covered]
        spans = [self.index.words[at].span for at in (inside[0], inside[-1])]
        spans += [change.article_span for change in found]
        span = Span(min(span.start for span in spans), max(span.end for span in spans))
        addresses = tuple(self.index.sentences[s].address for s in all_covered)
        return Alignment(manner, round(score, 1), self.index.sentences[best].address, addresses, span, found, beyond)


@lru_cache(maxsize=16)  # an article hashes by identity, and is kept by this; a lesson asks for a dozen sets of places
def _allowed(article: Article, among: frozenset[Address]) -> frozenset[int]:
    """The numbers of the sentences that are among these, or in one of these paragraphs."""
    sentences = enumerate(index_of(article).sentences)
    return frozenset(at for at, s in sentences if s.address in among or Address(s.address.paragraph) in among)


def _parts(passage: str, words: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """The words between ellipses."""
    if not words:
        return ()
    parts: list[list[Word]] = [[]]
    cuts = [match.start() for match in _OMISSION.finditer(passage, words[0].span.end, words[-1].span.end)]
    for word in words:
        while cuts and cuts[0] < word.span.start:
            cuts.pop(0)
            parts.append([])
        parts[-1].append(word)
    return tuple(tuple(part) for part in parts if part)
