"""Which words of a reply lie in stretches copied from the article, from the question or from what the tutor says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tutor.article import Article
from tutor.rubric.words import Word, tokenise

# A stretch counts as copied from this many words on. Five from the article: four-word runs are common by chance. Four
# from the question: it is short, and echoing it is the commonest way to fill a line.
COPIED_FROM_ARTICLE = 5
COPIED_FROM_QUESTION = 4


def from_article(words: Sequence[Word], article: Article) -> list[bool]:
    """For each word whether it lies in a stretch of the article; a stretch may run over sentence ends, as pastes do."""
    return _covered(words, _article_grams(article), COPIED_FROM_ARTICLE)


def from_question(words: Sequence[Word], ask: str) -> list[bool]:
    """For each word whether it lies in a stretch of the question."""
    return from_told(words, (ask,))


def from_told(words: Sequence[Word], told: Sequence[str]) -> list[bool]:
    """For each word whether it lies in a stretch of one of the things that the tutor says."""
    return _covered(words, _told_grams(tuple(told)), COPIED_FROM_QUESTION)


def _covered(words: Sequence[Word], grams: frozenset[tuple[str, ...]], size: int) -> list[bool]:
    """For each word whether it lies in a run of `size` words that is one of `grams`."""
    flags = [False] * len(words)
    texts = [word.text for word in words]
    runs = zip(*(texts[start:] for start in range(size)), strict=False)
    for start in [start for start, run in enumerate(runs) if run in grams]:
        flags[start : start + size] = [True] * size
    return flags


@lru_cache(maxsize=8)
def _article_grams(article: Article) -> frozenset[tuple[str, ...]]:
    return _grams(article.text, COPIED_FROM_ARTICLE)


@lru_cache(maxsize=64)
def _told_grams(told: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(gram for text in told for gram in _grams(text, COPIED_FROM_QUESTION))


def _grams(text: str, size: int) -> frozenset[tuple[str, ...]]:
    """All runs of `size` words in a text; when it is shorter, the whole of it."""
    texts = [word.text for word in tokenise(text)]
    return frozenset(tuple(texts[start : start + size]) for start in range(max(1, len(texts) - size + 1)))


@lru_cache(maxsize=8)
def article_words(article: Article) -> frozenset[str]:
    """All words of an article, lower-case."""
    return frozenset(word.text for word in tokenise(article.text))
