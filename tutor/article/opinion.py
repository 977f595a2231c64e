"""Whether a sentence states what can be checked or what somebody makes of it, told from its grammar and its words.

No sentence is known for certain to be the one or the other: a score says how far the signs of opinion outweigh those of
fact. Each sign weighs by its share of the words, so that long sentences are not opinions for being long.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tutor.article.model import Article
from tutor.article.signs import OF_CONTENT, SIGNS, Sign
from tutor.article.terms import Term, terms_in, terms_of

# Below and above these the answer is clear enough to be given; between them it is mixed.
_FACT_LIKE, _OPINION = 0.42, 0.58

# What a sign weighs for each of ten words. Fitted as one weight a sign (logistic regression) on 1,000 news sentences
# that people have called factual or opinion, and rounded; no word has a weight of its own.
_WEIGHTS: Mapping[Sign, float] = {
    Sign.BLAME: 3.9,
    Sign.PRAISE: 1.5,
    Sign.EITHER: 1.2,
    Sign.MILD: 1.4,
    Sign.STRESS: 0.8,
    Sign.DEGREE: 0.8,
    Sign.SUMMING_UP: 1.3,
    Sign.WE: 2.4,
    Sign.FACE: 2.0,
    Sign.DENYING: 1.8,
    Sign.ARGUING: 1.2,
    Sign.ASKING: 2.2,
    Sign.POINTING: 0.6,
    Sign.URGING: 2.2,
    Sign.MEANING: 1.0,
    Sign.PRESENT: 0.4,
    Sign.SAID: -4.8,
    Sign.PAST: -0.8,
    Sign.DATE: -1.8,
    Sign.ACT: -0.7,
    Sign.RECORD: -0.4,
    Sign.NUMBER: -1.2,
}
_START = -1.5
# So many words are added to a sentence's own, as the share of a sign in a short one may be high by chance; and a sign
# says no more for being in every second word.
_CHANCE_WORDS = 8
_MOST = 4.0
# A word in quotation marks is not the author's, but the author chose to quote it.
_QUOTED = 0.5

# Turns of speech that no single word gives, with the sign they are.
_TURNS = re.compile(
    r"\b(?:of course|in fact|after all|no wonder|at all|in other words|let's|let us|as if|no matter|so much|is that"
    r"|the fact (?:is|that)|it(?:'s| is) (?:time|no|not|also|an?|the|clear|hard|easy)|in the name of|the likes of"
    r"|there(?:'s| is| are) (?:no|nothing|little|something)|not (?:just|only|even|merely|simply)|those who"
    r"|(?:kind|sort) of|(?:has|have|had) to)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[?!;]|\.\.\.|…")
_AMOUNTS = re.compile(r"%|\bper ?cent\b|[$£€](?=\s?\d)|\b\d+-year-old\b", re.IGNORECASE)
# Words that join a sentence to the one before it, or point back to it, from its first place.
_OPENERS = {
    **dict.fromkeys("and but so yet or because still indeed perhaps now well sure instead".split(), Sign.ARGUING),
    **dict.fromkeys("this these that it it's that's what there if when not no they".split(), Sign.POINTING),
}
_LEAST_ADVERB = 5
_LEAST_PAST = 5


class Opinion(StrEnum):
    """What a sentence is more like."""

    FACT_LIKE = "fact-like"
    MIXED = "mixed"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True)
class Leaning:
    """Where a sentence stands: `score` runs from 0, fact-like, to 1, opinion."""

    opinion: Opinion
    score: float


def leaning(text: str) -> Leaning:
    """Where one sentence that stands by itself is between fact and opinion."""
    return _leaning(shares_of(text, terms_in(text)))


def leanings(article: Article) -> tuple[Leaning, ...]:
    """Where each sentence of an article is between fact and opinion, in reading order."""
    return tuple(
        _leaning(shares_of(sentence.span.of(article.text), terms))
        for sentence, terms in zip(article.sentences, terms_of(article), strict=True)
    )


def shares_of(text: str, terms: Sequence[Term]) -> Mapping[Sign, float]:
    """How many of ten words are a sign, for each sign that the text has; `terms` are its own."""
    counts: defaultdict[Sign, float] = defaultdict(float)
    for term in terms:
        weight = _QUOTED if term.quoted else 1.0
        for sign in _signs_of(term):
            counts[sign] += weight
    plain = text.replace("’", "'")
    counts[Sign.URGING] += len(_TURNS.findall(plain))
    counts[Sign.ASKING] += len(_MARKS.findall(plain))
    counts[Sign.NUMBER] += len(_AMOUNTS.findall(plain))
    if terms and (opener := _OPENERS.get(terms[0].word)):
        counts[opener] += 1
    return {sign: min(10 * count / (len(terms) + _CHANCE_WORDS), _MOST) for sign, count in counts.items() if count}


def _leaning(shares: Mapping[Sign, float]) -> Leaning:
    score = 1 / (1 + math.exp(-_START - sum(_WEIGHTS[sign] * share for sign, share in shares.items())))
    if score < _FACT_LIKE:
        return Leaning(Opinion.FACT_LIKE, score)
    return Leaning(Opinion.OPINION if score > _OPINION else Opinion.MIXED, score)


def _signs_of(term: Term) -> tuple[Sign, ...]:
    if term.number:
        return (Sign.NUMBER,)
    signs = _of_word(term.word)
    if term.name:
        return tuple(sign for sign in signs if sign not in OF_CONTENT)
    if term.quoted:
        return tuple(sign for sign in signs if sign not in (Sign.WE, Sign.FACE))
    return signs


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> tuple[Sign, ...]:
    """The signs a lower-case word is, by the lists and by its ending."""
    signs = SIGNS.get(word, ())
    if word.endswith("ly") and len(word) >= _LEAST_ADVERB and Sign.STRESS not in signs:
        return (*signs, Sign.STRESS)
    if word.endswith("ed") and len(word) >= _LEAST_PAST:
        return (*signs, Sign.PAST)
    return signs
