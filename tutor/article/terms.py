"""The words of a text as a reader counts them: a compound is one word, and each knows whether it is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tutor.article.contractions import opened
from tutor.article.index import index_of
from tutor.article.model import Article
from tutor.article.pointing import quotations
from tutor.article.text import Span
from tutor.article.words import Word, words_of

_HYPHENS = ("-", "\u2010", "\u2011")
# So many letters, all capitals, are a word said loudly; fewer may be an abbreviation.
_SHOUTED = 4


class Term(NamedTuple):
    """One word, in lower case and with straight apostrophes, or several with hyphens between ("far-fetched").

    A `name` has a capital that neither a full stop nor shouting ("a TERRIBLE plan") explains; a `quoted` one stands in
    quotation marks.
    """

    word: str
    span: Span
    name: bool
    number: bool
    quoted: bool


@lru_cache(maxsize=8)  # an article hashes by identity
def terms_of(article: Article) -> tuple[tuple[Term, ...], ...]:
    """The terms of each sentence, in order; spans are characters of the article's text."""
    index = index_of(article)
    terms = _terms(article.text, index.words, quotations(article.text))
    ends = [sentence.span.end for sentence in article.sentences]
    found: list[list[Term]] = [[] for _ in ends]
    number = 0
    for term in terms:
        while term.span.start >= ends[number]:
            number += 1
        found[number].append(term)
    return tuple(map(tuple, found))


def terms_in(text: str) -> tuple[Term, ...]:
    """The terms of a text that stands by itself."""
    return tuple(_terms(text, words_of(text), quotations(text)))


def _terms(text: str, words: Iterable[Word], quotes: Sequence[Span]) -> Iterator[Term]:
    inside = iter(quotes)
    quote = next(inside, None)
    held: Term | None = None
    for word, span, capital, number, opens in words:
        while quote and quote.end <= span.start:
            quote = next(inside, None)
        if held and text[held.span.end : span.start] in _HYPHENS:
            held = held._replace(word=f"{held.word}-{word}", span=Span(held.span.start, span.end), number=False)
            continue
        if held:
            yield held
        quoted = quote is not None and quote.start <= span.start
        name = capital and not opens and not (span.end - span.start >= _SHOUTED and span.of(text).isupper())
        held = Term(_without_possessive(word), span, name, number, quoted)
    if held:
        yield held


def _without_possessive(word: str) -> str:
    whole = opened(word) if "'" in word else (word,)
    return whole[0] if len(whole) == 1 else word
