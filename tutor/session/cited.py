"""The sentences of the article that a learner pointed at: in the reply's own words, or found there by a check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tutor.article import Article, Span, citations
from tutor.article.model import Sentence
from tutor.session.events import Asked, Assessed, Event, Replied, Row

_LONGEST = 6
"""Sentences of one citation that are quoted whole. "p1-p9" is the whole article, and quoting it says nothing."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A place in the article and what stands there."""

    address: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """One line of the summary with what belongs to it: the question's words, and the sentences that were cited.

    `quotes` are the learner's own words, each once: without those that are part of others, and without addresses, for
    which the sentences stand.
    """

    row: Row
    ask: str = ""
    quotes: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()


def cited_in(text: str, article: Article, assessed: Assessed | None = None) -> tuple[Cited, ...]:
    """The sentences that a reply cites by address, and those that a check found in its quotations, in reading order.

    Of what a check says only the criteria that are met count: where others point is where the answer is.
    """
    found: set[Sentence] = set()
    for _, reference in citations(text):
        sentences = article.at(reference)
        found.update(sentences if len(sentences) <= _LONGEST else ())
    for finding in assessed.findings if assessed else ():
        if finding.verdict == "met" and finding.reply == 0:
            for span in finding.article:
                sentences = tuple(article.sentences_in(Span(*span)))
                found.update(sentences if len(sentences) <= _LONGEST else ())
    return tuple(
        Cited(str(sentence.address), article.words_of(sentence))
        for sentence in sorted(found, key=lambda sentence: sentence.address)
    )


def recall(rows: Iterable[Row], events: Sequence[Event], article: Article | None) -> tuple[Recalled, ...]:
    """The rows of a summary with their questions and with what the learner cited for them."""
    return tuple(
        Recalled(
            row=row,
            ask=next((e.text for e in reversed(events) if isinstance(e, Asked) and e.question == row.question), ""),
            quotes=_telling(row.quotes),
            cited=_cited(row.question, events, article) if article else (),
        )
        for row in rows
    )


def _cited(question: str, events: Sequence[Event], article: Article) -> tuple[Cited, ...]:
    found: dict[str, Cited] = {}
    reply = ""
    for event in events:
        match event:
            case Replied() if event.question == question:
                reply = event.text
            case Assessed() if event.question == question and "met" in event.verdicts.values():
                found |= {cited.address: cited for cited in cited_in(reply, article, event)}
            case _:
                pass
    return tuple(found.values())


def _telling(quotes: tuple[str, ...]) -> tuple[str, ...]:
    once = tuple(dict.fromkeys(quotes))
    return tuple(
        quote
        for quote in once
        if not any(quote != other and quote in other for other in once)
        and not any(len(span.of(quote)) == len(quote) for span, _ in citations(quote))
    )
