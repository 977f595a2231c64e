"""`reasons`: links evidence and claim, with words of the learner's own on both sides of the link."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from tutor.rubric.checks.base import Check, ConceptRef
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.vocabulary import Phrase, compile_phrase
from tutor.rubric.wordlists import CONNECTIVES, FUNCTION
from tutor.rubric.words import lemma

# How many content words of their own the learner must have on one side at least; on the other a word will do
# ("opinion because nobody can check it").
LEAST_CONTENT = 2


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
        """Judge by connectives and by what stands on their two sides."""
        best = Judgement(Verdict.UNMET, Aspect.MISSING, "no connective links two parts")
        for link in _links(reading):
            judgement = self._weigh(reading, link)
            if judgement.verdict.rank > best.verdict.rank:
                best = judgement
        return best

    def _weigh(self, reading: Reading, link: Hit) -> Judgement:
        before, after = _sides(reading, link)
        span = (reading.span(before.start if before else link.first, (after or range(link.last, link.last + 1))[-1]),)
        said = reading.span(link.first, link.last).of(reading.text)
        left, right = _content(reading, before), _content(reading, after)
        if self.about and not self._touches(reading, before, after):
            reason = f'"{said}" links two parts, but neither is about what was asked'
            return Judgement(Verdict.PARTLY, Aspect.SOME, reason, span, words=(said,))
        if not left.says or not right.says or left.lemmas == right.lemmas:
            reason = f'"{said}" has nothing to link on one side'
            return Judgement(Verdict.PARTLY, Aspect.ONE_SIDED, reason, span, words=(said,))
        if not left.own and not right.own:
            reason = f'"{said}" links, but in copied words'
            return Judgement(Verdict.PARTLY, Aspect.COPIED, reason, span, words=(said,))
        return Judgement(Verdict.MET, Aspect.REASONED, f'"{said}" links two parts', span, words=(said,))

    def _touches(self, reading: Reading, before: range, after: range) -> bool:
        hits = (hit for concept in self.about for hit in reading.hits(concept) if not hit.denied)
        return any(hit.first in before or hit.first in after for hit in hits)


class _Side(NamedTuple):
    """One side of a link: whether it says anything, how many words of it are the learner's own, and which words."""

    says: bool
    own: bool
    lemmas: frozenset[str]


def _content(reading: Reading, side: range) -> _Side:
    words = [number for number in side if reading.words[number].text not in FUNCTION]
    own = [number for number in words if reading.own(number)]
    # A quotation or an address is evidence, and needs no words of the learner's own on that side.
    pointed = any(reading.quoted[number] for number in side) or _cites(reading, side)
    lemmas = frozenset(lemma(reading.words[number].text) for number in words)
    return _Side(pointed or bool(own), len(own) >= LEAST_CONTENT, lemmas)


def _cites(reading: Reading, side: range) -> bool:
    if not side:
        return False
    start = reading.words[side.start - 1].span.end if side.start else 0
    end = reading.words[side.stop].span.start if side.stop < len(reading.words) else len(reading.text)
    return any(start <= span.start and span.end <= end for span, _ in reading.citations)


def _links(reading: Reading) -> tuple[Hit, ...]:
    return reading.find(_connectives())


def _sides(reading: Reading, link: Hit) -> tuple[range, range]:
    """The words before and after a connective.

    A connective that opens its sentence links it to the sentence before ("So …", "This shows that …"), or, with a comma
    later on, the two halves of its own ("Because …, …").
    """
    sentence = reading.sentence(link.first)
    before, after = range(sentence.start, link.first), range(link.last + 1, sentence.stop)
    if any(reading.words[number].text not in FUNCTION for number in before) or _cites(reading, before):
        return before, after
    halves = reading.clause(link.first)
    if halves.stop < sentence.stop and reading.words[link.first].text in (
        "because",
        "since",
        "if",
        "although",
    ):
        return range(halves.stop, sentence.stop), range(link.last + 1, halves.stop)
    if sentence.start:
        return reading.sentence(sentence.start - 1), after
    return before, after


@cache
def _connectives() -> tuple[Phrase, ...]:
    return tuple(compile_phrase(text) for text in CONNECTIVES)
