"""Whether words of the article that a reply gives to somebody are that person's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from tutor.article import Address, Article, Span
from tutor.article.align import Alignment, Manner, align
from tutor.article.speakers import Speaker, speakers
from tutor.rubric.giving import giver, told_by
from tutor.rubric.people import Names, name_words, plain_words, voices
from tutor.rubric.reading import Reading
from tutor.rubric.wordlists import FUNCTION
from tutor.rubric.words import lemma, tokenise

# A quotation of fewer words is no more than a term, and a retelling has so many content words of the article.
_LEAST_GIVEN = 3
_LEAST_SHARED = 2
# No reply to one question gives more passages to somebody; a pasted text may.
MOST_GIVEN = 100


@dataclass(frozen=True, slots=True)
class Misgiven:
    """Words of a reply (`passage`) given to a `name` in it, and the speaker whose they are in the article."""

    passage: range
    name: range
    found: Alignment
    speaker: Speaker


def misgiven(
    reading: Reading, names: Names, called: Mapping[int, frozenset[str]] = MappingProxyType({})
) -> Iterator[Misgiven]:
    """What the reply quotes, or retells closely after "says", as one person's words, and is another's for certain.

    `called` has, for the first word of a name that is a concept's ("the doctor"), the names that person goes by in the
    article; none at all is the author.
    """
    if not names:
        return
    quoted = [(passage, span) for span in reading.quotations[:MOST_GIVEN] if (passage := reading.within(span))]
    quoted = [(passage, span) for passage, span in quoted if len(passage) >= _LEAST_GIVEN]
    given: list[tuple[range, range, Span | None]] = []
    given += [(passage, name, span) for passage, span in quoted if (name := giver(reading, passage, names))]
    given += [(passage, name, None) for passage, name in told_by(reading, names)]
    for passage, name, marked in given:
        # Who speaks nowhere in the article may still be one of its speakers, by another name.
        theirs = called.get(name.start) or (name_words(reading, name) & voices(reading.article))
        if not theirs and name.start not in called:
            continue
        text = (marked or reading.span(passage[0], passage[-1])).of(reading.text)
        found = quotation(text, reading.article) if marked else _retelling(text, reading.article)
        if found is None:
            continue
        speaker = _another(reading.article, theirs, found)
        if speaker and not _says_it_too(reading.article, theirs, text, quoted=bool(marked)):
            yield Misgiven(passage, name, found, speaker)


@lru_cache(maxsize=1024)
def quotation(passage: str, article: Article) -> Alignment | None:
    """Where in the article a passage in quotation marks comes from; found once for all checks of a reply."""
    return align(passage, article)


def _retelling(passage: str, article: Article) -> Alignment | None:
    """Where in what somebody says in the article a passage without marks comes from, if it is close to it."""
    found = align(passage, article, _spoken(article), quoted=False)
    if found is None or found.manner is Manner.ALTERED:
        return None
    ours, theirs = (_content(text) for text in (passage, found.article_span.of(article.text)))
    return found if len(ours & theirs) >= _LEAST_SHARED else None


def _content(text: str) -> frozenset[str]:
    return frozenset(lemma(word.text) for word in tokenise(text)) - FUNCTION


def _another(article: Article, theirs: frozenset[str], found: Alignment) -> Speaker | None:
    """The speaker of the sentences a passage was found in, where that is certain and nobody of this name.

    None where any of the sentences is their own or the author's, where the passage is not what the speaker says, and
    where the speaker has no name: "the doctor" may be Mr Pike.
    """
    said = [speakers(article)[address] for address in found.addresses]
    if any(speaker is None or theirs & plain_words(speaker.name, article) for speaker in said):
        return None
    speaker = next((s for s in said if s and s.certain and s.said.overlaps(found.article_span)), None)
    if speaker is None or not plain_words(speaker.name, article):
        return None
    begin, end = found.article_span
    shared = min(speaker.said.end, end) - max(speaker.said.start, begin)
    return speaker if len(said) > 1 or 2 * shared >= end - begin else None


def _says_it_too(article: Article, theirs: frozenset[str], text: str, *, quoted: bool) -> bool:
    """Whether a sentence in which this person speaks has the words as well."""
    own = [a for a, speaker in speakers(article).items() if speaker and theirs & plain_words(speaker.name, article)]
    return bool(own) and align(text, article, own, quoted=quoted) is not None


@lru_cache(maxsize=8)
def _spoken(article: Article) -> frozenset[Address]:
    return frozenset(address for address, speaker in speakers(article).items() if speaker)
