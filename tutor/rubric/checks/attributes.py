"""`attributes`: says whose view it is, and that it is they who say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from tutor.rubric.checks.base import Check, ConceptRef
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.wordlists import REPORTING_NOUNS, REPORTING_VERBS
from tutor.rubric.words import lemma

# How far from the holder's name the reporting word may stand, in words. Own figures: an apposition ("a former diplomat
# who left the service") fits in; the next clause seldom does.
AFTER_HOLDER = 9
BEFORE_HOLDER = 4
# A reply this short that names a wrong holder means him, reporting word or not: "The author."
SHORT_REPLY = 5


class Attributes(Check):
    """Met when the reply names the holder of the view with a reporting word ("Rossi says", "according to Rossi")."""

    check: Literal["attributes"]
    holder: Annotated[ConceptRef, Field(description="Whose view it is: a concept with all the names it goes by.")]
    others: Annotated[
        list[ConceptRef],
        Field(
            description="Holders that would be wrong here; naming one is a misconception. "
            "Left out: the holders of the lesson's other questions, and the author."
        ),
    ] = []

    def concepts(self) -> tuple[ConceptRef, ...]:
        """The holder and the wrong holders."""
        return (self.holder, *self.others)

    def judge(self, reading: Reading) -> Judgement:
        """Judge by holders and reporting words."""
        right = [hit for hit in reading.hits(self.holder) if not hit.denied]
        taken = {number for hit in reading.hits(self.holder) for number in range(hit.first, hit.last + 1)}
        wrong = [
            hit
            for other in self._others(reading)
            for hit in reading.hits(other)
            if not hit.denied and hit.first not in taken
        ]
        reporting = _reporting(reading)
        says = [hit for hit in right if _reports(reading, hit, reporting, wrong)]
        if says:
            spans = reading.spans(says)
            words = (spans[0].of(reading.text),)
            return Judgement(
                Verdict.MET, Aspect.ATTRIBUTED, f"says that it is {words[0]} who says so", spans, words=words
            )
        if right:
            spans = reading.spans(right)
            words = (spans[0].of(reading.text),)
            return Judgement(
                Verdict.PARTLY,
                Aspect.NAMED,
                f"names {words[0]}, but not as the one who says it",
                spans,
                words=words,
            )
        short = len(reading.words) <= SHORT_REPLY
        blamed = [hit for hit in wrong if short or _reports(reading, hit, reporting, right)]
        if blamed:
            spans = reading.spans(blamed)
            words = (spans[0].of(reading.text),)
            return Judgement(Verdict.UNMET, Aspect.WRONG_HOLDER, f"gives the view to {words[0]}", spans, words=words)
        return Judgement(Verdict.UNMET, Aspect.MISSING, "names nobody as the one who says it")

    def _others(self, reading: Reading) -> tuple[ConceptRef, ...]:
        if self.others:
            return tuple(self.others)
        vocabulary = reading.vocabulary
        author = [name for name in ("author",) if name in vocabulary.concepts and name not in vocabulary.holders]
        return tuple(name for name in (*vocabulary.holders, *author) if name != self.holder)


def _reporting(reading: Reading) -> frozenset[int]:
    """The numbers of the words that report: verbs and nouns of saying, and "according to"."""
    return frozenset(
        number
        for number, forms in enumerate(reading.forms)
        if forms & REPORTING_VERBS or forms & REPORTING_NOUNS or forms & {"according"}
    )


def _reports(reading: Reading, holder: Hit, reporting: frozenset[int], rivals: Sequence[Hit]) -> bool:
    """Whether a reporting word goes with this holder.

    After the name within the reach ("Rossi, who runs the port, says"), or before it with a link ("according to Rossi",
    "said by Rossi", "the view of Rossi", "it comes from Rossi"), in one sentence and with no rival's name between.
    """
    sentence = reading.sentence(holder.first)
    rival = {number for hit in rivals for number in range(hit.first, hit.last + 1)}
    for number in range(holder.last + 1, min(sentence.stop, holder.last + 1 + AFTER_HOLDER)):
        if number in rival:
            break
        if number in reporting:
            return not _passive(reading, number)
    for number in range(holder.first - 1, max(sentence.start - 1, holder.first - 1 - BEFORE_HOLDER), -1):
        if number in rival:
            break
        if number in reporting or reading.words[number].text in ("from", "by"):
            return True
    return False


def _passive(reading: Reading, verb: int) -> bool:
    """Whether "X is said by Y": then X is not the one who says it."""
    follows = [word.text for word in reading.words[verb + 1 : verb + 2]]
    before = [lemma(word.text) for word in reading.words[max(0, verb - 2) : verb]]
    return follows == ["by"] and "be" in before
