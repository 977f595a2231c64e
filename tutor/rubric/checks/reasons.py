"""`reasons`: links evidence and claim, with something to say on both sides of the link."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from tutor.rubric.checks.base import Check, ConceptRef
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.phrases import Phrases, compile_phrases
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.wordlists import (
    AUXILIARIES,
    COMMON_VERBS,
    CONNECTIVES,
    FUNCTION,
    NEW_SUBJECTS,
    NOT_CONNECTIVES,
    OPENING_CONNECTIVES,
    THOUGHTS,
)
from tutor.rubric.words import lemma

# How many content words of their own the learner must have on one side at least; on the other a word will do
# ("opinion because nobody can check it").
LEAST_CONTENT = 2
# No reply argues in more steps than this; somebody who types "because" a thousand times does not argue.
MOST_LINKS = 20

NOTHING = Judgement(Verdict.UNMET, Aspect.MISSING, "no connective links two parts")


class Reasons(Check):
    """Met when a connective ("because", "so", "this shows that") stands between two parts that say something."""

    check: Literal["reasons"]
    about: Annotated[
        list[ConceptRef],
        Field(description="Concepts of which one must stand in the sentence with the connective; left out: any."),
    ] = []

    def concepts(self) -> tuple[ConceptRef, ...]:
        """The concepts that the reasoning must touch."""
        return tuple(self.about)

    def judge(self, reading: Reading) -> Judgement:
        """Judge by connectives and by what stands on their two sides; the best of them counts."""
        judgements = (self._weigh(reading, link) for link in islice(_links(reading), MOST_LINKS))
        return max((NOTHING, *judgements), key=lambda judgement: judgement.verdict.rank)

    def _weigh(self, reading: Reading, link: Hit) -> Judgement:
        before, after = _sides(reading, link)
        numbers = (*before, *range(link.first, link.last + 1), *after)
        span = (reading.span(min(numbers), max(numbers)),)
        said = reading.span(link.first, link.last).of(reading.text)
        left, right = _weight(reading, before), _weight(reading, after)
        if self.about and not self._touches(reading, before, after):
            reason = f'"{said}" links two parts, but neither is about what was asked'
            return Judgement(Verdict.PARTLY, Aspect.SOME, reason, span, words=(said,))
        if left.lemmas and right.lemmas and not left.own and not right.own:
            reason = f'"{said}" links nothing in the learner\'s own words'
            return Judgement(Verdict.PARTLY, Aspect.COPIED, reason, span, words=(said,))
        if not left.says or not right.says or left.lemmas == right.lemmas or not _argues(left, right):
            reason = f'"{said}" has hardly anything to link on one side'
            return Judgement(Verdict.PARTLY, Aspect.ONE_SIDED, reason, span, words=(said,))
        return Judgement(Verdict.MET, Aspect.REASONED, f'"{said}" links two parts', span, words=(said,))

    def _touches(self, reading: Reading, before: range, after: range) -> bool:
        hits = (hit for concept in self.about for hit in reading.hits(concept) if not hit.denied)
        return any(hit.first in before or hit.first in after for hit in hits)


class _Weight(NamedTuple):
    """One side of a link: whether it points to evidence, whether it says anything at all, how many of its content words
    are the learner's own, and all of them.
    """

    points: bool
    says: bool
    own: int
    lemmas: frozenset[str]


def _weight(reading: Reading, side: range) -> _Weight:
    content = [number for number in side if reading.words[number].text not in FUNCTION]
    own = sum(map(reading.own, content))
    # A quotation or an address is evidence, and the question's own claim may be what is argued for: neither needs
    # words of the learner's. What is copied from the article without marks is nobody's argument.
    points = any(reading.quoted[number] for number in side) or _cites(reading, side)
    claim = any(reading.copied_from_question[number] for number in content)
    lemmas = frozenset(lemma(reading.words[number].text) for number in content)
    return _Weight(points, points or claim or own > 0, own, lemmas)


def _argues(left: _Weight, right: _Weight) -> bool:
    """Whether the learner adds enough: some words on one side, or one beside evidence ("risky because of p3s1")."""
    return max(left.own, right.own) >= LEAST_CONTENT or left.points or right.points


def _cites(reading: Reading, side: range) -> bool:
    """Whether an address stands on this side; there may be no word beside it."""
    words = reading.words
    start = words[side.start - 1].span.end if side.start else 0
    end = words[side.stop].span.start if side.stop < len(words) else len(reading.text)
    return any(start <= span.start and span.end <= end for span, _ in reading.citations)


def _links(reading: Reading) -> list[Hit]:
    """The connectives, but for those that link nothing: "so many", "it was so good", "since April"."""
    idle = reading.find(_phrases(NOT_CONNECTIVES))
    return [
        link
        for link in reading.find(_phrases(CONNECTIVES))
        if not any(link.first in hit for hit in idle) and not _is_degree(reading, link)
    ]


def _is_degree(reading: Reading, link: Hit) -> bool:
    """Whether a "so" says how much ("it was so good"), a "since" from when ("since 2019")."""
    word, before, after = reading.words[link.first].text, link.first - 1, link.last + 1
    if word == "since":
        return after < len(reading.words) and reading.words[after].text[0].isdigit()
    if word != "so" or link.phrase != "so":
        return False
    alone = after in reading.clause(link.first) and after + 1 not in reading.clause(link.first)  # "it is loud, so loud"
    return alone or (before in reading.sentence(link.first) and bool(reading.forms[before] & _BE))


# Verbs after which "so" tells how much: "it was so good", "they felt so small".
_BE = frozenset(["be", "feel", "look", "seem", "become", "get", "sound"])


def _sides(reading: Reading, link: Hit) -> tuple[range, range]:
    """The words before and after a connective.

    A connective that opens its sentence links it to the sentence before ("So …", "This shows that …"), or the two
    halves of its own ("Because …, …"), which a comma parts or a pronoun with its verb ("if kids play they get stung").
    """
    sentence = reading.sentence(link.first)
    before, after = range(sentence.start, link.first), range(link.last + 1, sentence.stop)
    if any(reading.words[number].text not in FUNCTION for number in before) or _cites(reading, before):
        return before, after
    half = reading.clause(link.first)
    if reading.words[link.first].text in OPENING_CONNECTIVES:
        stop = half.stop if half.stop < sentence.stop else _second_half(reading, after)
        if stop < sentence.stop:
            return range(stop, sentence.stop), range(link.last + 1, stop)
    return (reading.sentence(sentence.start - 1) if sentence.start else before), after


def _second_half(reading: Reading, rest: range) -> int:
    """Where a pronoun and its verb begin the main clause, though no comma says so; the end of `rest` if nowhere."""
    has_verb = False
    for number in rest[:-1]:
        text, following = reading.words[number].text, reading.words[number + 1].text
        before = reading.words[number - 1].text
        if has_verb and text in NEW_SUBJECTS and _is_verb(following) and not _takes_clause(before):
            return number
        has_verb = has_verb or _is_verb(text)
    return rest.stop


def _is_verb(text: str) -> bool:
    return text in AUXILIARIES or lemma(text) in COMMON_VERBS


def _takes_clause(text: str) -> bool:
    """Whether what follows a word belongs to it: "they say it is", "that it is", "the bees and they are"."""
    return text in ("that", "and", "or", "who", "what") or text in AUXILIARIES or lemma(text) in THOUGHTS


@cache
def _phrases(texts: tuple[str, ...]) -> Phrases:
    return compile_phrases(texts)
