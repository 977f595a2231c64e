"""`attributes`: says whose view it is, and that it is they who say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

from pydantic import Field

from tutor.article import Reference
from tutor.rubric.checks.base import Check, ConceptRef
from tutor.rubric.misgiven import misgiven
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.people import named, proper_names
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.speaking import ACCUSES, SAYS, names, reporting, speaks, standing

# Two parts of a name have at most one word between them: "Ostrey's port council".
JOINED = 2
_POSSESSIVE = re.compile(r"['\u2019]s?$")
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
        held = names(reading.hits(self.holder))
        of_holder = _numbers(held)
        # What follows a name at once is part of it: "the Ostrey council", where any council is somebody else's name.
        rivals = [hit for other in self._others(reading) for hit in names(reading.hits(other))]
        rivals = [hit for hit in rivals if hit.first not in of_holder and hit.first - 1 not in of_holder]
        of_rivals = _numbers(rivals)
        right, wrong = standing(reading, held), standing(reading, rivals)
        reports = reporting(reading, SAYS)
        says = [hit for hit in right if speaks(reading, hit, reports, of_rivals)]
        if right and (wrong_words := self._wrong_words(reading, held, rivals)):
            return wrong_words
        if says and not all(map(reading.pasted, says)):
            return _judgement(reading, Verdict.MET, Aspect.ATTRIBUTED, says, "says that it is {} who says so")
        if says:
            return _judgement(reading, Verdict.PARTLY, Aspect.COPIED, says, "names {}, but in copied words only")
        if right:
            return _judgement(reading, Verdict.PARTLY, Aspect.NAMED, right, "names {}, but not as the one who says it")
        accuses = reporting(reading, ACCUSES)
        short = len(reading.words) <= SHORT_REPLY
        blamed = [hit for hit in wrong if short or speaks(reading, hit, accuses, of_holder)]
        if blamed:
            return _judgement(reading, Verdict.UNMET, Aspect.WRONG_HOLDER, blamed, "gives the view to {}")
        return Judgement(Verdict.UNMET, Aspect.MISSING, "names nobody as the one who says it")

    def _wrong_words(self, reading: Reading, held: Sequence[Hit], rivals: Sequence[Hit]) -> Judgement | None:
        """The judgement where the reply gives words of another's to the holder; None where it does not."""
        phrases = reading.vocabulary.concepts.get(self.holder, ()) if isinstance(self.holder, str) else self.holder
        theirs = proper_names(phrases, reading.article)
        known = theirs or self.holder == "author"
        called = {hit.first: theirs for hit in held} if known else {}
        for one in misgiven(reading, named(reading, held, rivals), called):
            if one.name.start in called:
                name = reading.span(one.name[0], one.name[-1])
                who = _POSSESSIVE.sub("", name.of(reading.text))
                reason = f"names {who}, but with words that are those of {one.speaker.name}"
                spans = tuple(sorted((name, reading.span(one.passage[0], one.passage[-1]))))
                places = tuple(Reference(address, address) for address in one.found.addresses)
                shown = (one.found.article_span,)
                return Judgement(Verdict.PARTLY, Aspect.WRONG_SPEAKER, reason, spans, shown, places, (who,))
        return None

    def _others(self, reading: Reading) -> tuple[ConceptRef, ...]:
        if self.others:
            return tuple(self.others)
        vocabulary = reading.vocabulary
        author = [name for name in ("author",) if name in vocabulary.concepts and name not in vocabulary.holders]
        return tuple(name for name in (*vocabulary.holders, *author) if name != self.holder)


def _judgement(reading: Reading, verdict: Verdict, aspect: Aspect, hits: Sequence[Hit], reason: str) -> Judgement:
    name = _name(reading, hits)
    return Judgement(verdict, aspect, reason.format(name), reading.spans(hits), words=(name,))


def _name(reading: Reading, hits: Sequence[Hit]) -> str:
    """The holder as the learner writes it: "Ostrey's port council" is one name; a possessive ending goes."""
    last = hits[0].last
    for hit in hits[1:]:
        if hit.first - last > JOINED:
            break
        last = max(last, hit.last)
    return _POSSESSIVE.sub("", reading.span(hits[0].first, last).of(reading.text))


def _numbers(hits: Iterable[Hit]) -> frozenset[int]:
    return frozenset(number for hit in hits for number in range(hit.first, hit.last + 1))
