"""Words of an article that a critical reader stops at: judgements, hedges, connectives, calls, amounts with no source.

Only what stands in paragraphs, outside quotation marks, is looked at: the rest is not the author's own sentence. All
functions are pure; the time they take grows with the article's length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from tutor.article.amounts import CITED, VAGUE_SOURCE, claims_in
from tutor.article.judging import judges
from tutor.article.model import Article
from tutor.article.pointing import quotations
from tutor.article.terms import terms_of
from tutor.article.text import Span
from tutor.article.turns import CALLS, CONNECTIVES, HEDGES, LAWFUL, OPENING_CONNECTIVES, ORDERS
from tutor.article.voices import Attribution

_FIRST_WORD = re.compile(r"[a-z]+", re.IGNORECASE)


def judging(article: Article) -> tuple[Span, ...]:
    """Words that carry a judgement, blame or praise."""
    terms = chain.from_iterable(terms_of(article))
    return tuple(t.span for t in terms if not (t.quoted or t.name) and judges(t.word))


def hedges(article: Article) -> tuple[Span, ...]:
    """Words that make a claim less sure or less exact ("perhaps", "is thought to", "about" before a number)."""
    return _found(article, HEDGES)


def connectives(article: Article) -> tuple[Span, ...]:
    """Words that tell how two statements hang together ("because", "however"), at the beginning of a sentence too."""
    found = {span.start: span for span in _found(article, CONNECTIVES)}
    for sentence in article.sentences:
        first = _FIRST_WORD.match(article.text, sentence.span.start, sentence.span.end)
        if first and first.group().lower() in OPENING_CONNECTIVES:
            found.setdefault(first.start(), Span(*first.span()))
    return tuple(found[start] for start in sorted(found))


def calls(article: Article) -> tuple[Span, ...]:
    """Words that ask readers or others to do something ("must", "let's", "Write to your").

    A question asks for an answer, and what a law says must be done is no call of the author's.
    """
    text = _plain(article)
    sentences = [s.span for s in article.sentences if not _asks_nothing(s.span.of(text))]
    orders = [order for start, end in sentences if (order := ORDERS.match(text, start, end))]
    places = [*orders, *(match for start, end in sentences for match in CALLS.finditer(text, start, end))]
    spans = {Span(*match.span()) for match in places}
    return tuple(sorted(span for span in spans if _is_own(article, span)))


def unsourced(article: Article, attributions: Iterable[Attribution]) -> tuple[Span, ...]:
    """Numbers and quantifiers in the author's own voice, in paragraphs that name no source.

    "Studies", "experts" and "everyone" are no sources, nor are the writer and the "two hundred families" of a claim.
    """
    text = _plain(article)
    claims = [c for s in article.sentences for c in claims_in(text, *s.span) if _is_own(article, c)]
    named = [
        found
        for found in attributions
        if not found.source or not (VAGUE_SOURCE.fullmatch(found.source.of(text)) or _touches(claims, found.source))
    ]
    theirs = _merged(found.content for found in named if found.content)
    sources = _merged(
        (*(found.source for found in named if found.source), *(Span(*match.span()) for match in CITED.finditer(text)))
    )
    bare = [block.span for block in article.blocks if not _touches(sources, block.span)]
    return tuple(claim for claim in claims if _touches(bare, claim) and not _touches(theirs, claim))


def _asks_nothing(sentence: str) -> bool:
    return sentence.rstrip("\"'”)").endswith("?") or bool(LAWFUL.search(sentence))


def _found(article: Article, pattern: re.Pattern[str]) -> tuple[Span, ...]:
    text = _plain(article)
    places = (m for s in article.sentences for m in pattern.finditer(text, s.span.start, s.span.end))
    return tuple(span for m in places if _is_own(article, span := Span(*m.span())))


def _plain(article: Article) -> str:
    """The text with straight apostrophes, each character in its place."""
    return article.text.replace("’", "'")


def _is_own(article: Article, span: Span) -> bool:
    """Whether a span stands outside quotation marks."""
    return not _touches(_quotes(article), span)


@lru_cache(maxsize=8)  # an article hashes by identity
def _quotes(article: Article) -> tuple[Span, ...]:
    return quotations(article.text)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that share characters made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _touches(spans: Sequence[Span], span: Span) -> bool:
    """Whether `span` shares a character with one of `spans`, which are in order and apart from each other."""
    at = bisect_left(spans, span.end, key=lambda other: other.start)
    return at > 0 and spans[at - 1].overlaps(span)
