"""What would give an answer away: the terms of its criteria and the sentences they want, as far as nobody named them.

"Nobody" is the learner, the question asked, and the words that the learner is shown in any case. Words are compared by
their dictionary forms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from tutor.article import Address, Article, Reference, citations
from tutor.article.dictionary import knows
from tutor.lesson.model import Question
from tutor.rubric.phrases import plain
from tutor.rubric.wordlists import FILLER, FUNCTION, LABELS
from tutor.rubric.words import lemma, tokenise

# Words that give nothing away. "Against" does: it is all there is to many a view.
_IDLE = FUNCTION - {"against"}

# Words of a sentence that hardly any other sentence has; two of them in a feedback point to it.
_RARE_IN = 2
_TELLING_WORDS = 2

_ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|opening|closing"
_PLACE = re.compile(
    rf"(?:\b(?:{_ORDINAL})\s+(?:sentence|paragraph|line)\b|\b(?:paragraph|sentence|line)\s+(?:\d+|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve)\b)",
    re.IGNORECASE,
)


def leaked_terms(text: str, question: Question, known: Iterable[str]) -> Iterator[str]:
    """The phrases of the question's criteria that `text` has, unless all their words are in the `known` texts."""
    said, named = _forms(text), _lemmas(known)
    for phrase in dict.fromkeys(way for text in _phrases(question) for way in plain(text)):
        wanted = _forms(phrase)
        new = [pair for pair in wanted if pair[0] not in _IDLE and not named & set(pair)]
        if new and _stands_in(wanted, said):
            yield phrase


def leaked_places(text: str, question: Question, article: Article, known: Iterable[str]) -> Iterator[str]:
    """Where `text` points to a place that the question is after: its address, its number, or what only it says."""
    known = tuple(known)
    wanted = {s.address: s for c in question.criteria for ref in c.test.references() for s in article.at(ref)}
    if not wanted:
        return
    pointed = [ref for source in known for _, ref in citations(source)] + list(question.about)
    for span, reference in citations(text):
        near = any(reference.covers(address) for address in wanted)
        # A place that was named may be named again, or a wider one: not a narrower one.
        if near and not any(_within(other, reference) for other in pointed):
            yield span.of(text)
    given = " ".join(" ".join(source.lower().split()) for source in known)
    for found in _PLACE.finditer(text):
        if " ".join(found[0].lower().split()) not in given:
            yield found[0]
    named, often = _lemmas(known), _how_often(article)
    said = {word for pair in _forms(text) for word in pair}
    for sentence in wanted.values():
        rare = {
            lemma(word)
            for word in _content(article.words_of(sentence))
            if often[lemma(word)] <= _RARE_IN and not named & {word, lemma(word)}
        }
        if len(rare & said) >= _TELLING_WORDS or any(word[0].isdigit() for word in rare & said):
            yield ", ".join(sorted(rare & said))


def _phrases(question: Question) -> Iterator[str]:
    for criterion in question.criteria:
        for concept in criterion.test.concepts():
            yield from question.vocabulary.texts(concept)
        label = getattr(criterion.test, "label", None)
        yield from LABELS.get(label, ()) if label else ()


def _within(reference: Reference, other: Reference) -> bool:
    """Whether all that `reference` covers lies in `other`."""
    return other.covers(_start(reference.first)) and other.covers(_end(reference.last))


def _start(address: Address) -> Address:
    return address if address.sentence else Address(address.paragraph, 1)


def _end(address: Address) -> Address:
    return address if address.sentence else Address(address.paragraph, 10**8)


Forms = tuple[tuple[str, str], ...]
"""Words, each as written and in its dictionary form; fillers such as "the" are left out."""


@lru_cache(maxsize=5_000)
def _forms(text: str) -> Forms:
    return tuple((word.text, lemma(word.text)) for word in tokenise(text) if word.text not in FILLER)


def _stands_in(phrase: Forms, text: Forms) -> bool:
    size = len(phrase)
    return any(
        all(set(one) & set(other) for one, other in zip(phrase, text[at : at + size], strict=True))
        for at in range(len(text) - size + 1)
    )


def _lemmas(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(form for text in texts for pair in _forms(text) for form in pair)


def _content(text: str) -> list[str]:
    return [word.text for word in tokenise(text) if word.text not in FUNCTION]


@lru_cache(maxsize=8)
def _how_often(article: Article) -> Counter[str]:
    """In how many sentences each word of the article stands, by dictionary form."""
    return Counter(word for s in article.sentences for word in {lemma(word) for word in _content(article.words_of(s))})


def strange_names(text: str, known: Sequence[str], article: Article) -> Iterator[str]:
    """Capitalised words that are in no `known` text and not in the article: a model may know, or make up, anything."""
    here = _lemmas((*known, article.text, article.title, article.author, article.source))
    yield from (word for word in _capitals(text) if not here & {word.lower(), lemma(word.lower())})


def _capitals(text: str) -> Collection[str]:
    """Capitalised words, but for "I" and for a first word that may be any word."""
    names = []
    for found in re.finditer(r"(?<![\w’'-])[^\W\d_a-z][^\W\d_]*", text):
        opens = not text[: found.start()].strip() or text[: found.start()].rstrip()[-1] in ".!?…:\ufffc"
        if found[0] != "I" and not (opens and _is_common(found[0])):
            names.append(found[0])
    return names


def _is_common(word: str) -> bool:
    return knows(word.lower()) or word.lower() in FUNCTION
