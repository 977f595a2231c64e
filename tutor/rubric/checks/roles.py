"""`roles`: who does what, and to whom, bound in one clause."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tutor.rubric.bonds import Bond, bound, names_of
from tutor.rubric.checks.base import Check, ConceptRef, key_of
from tutor.rubric.checks.mentions import concept_name
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.vocabulary import ConceptKey

# No reply says it more often to any use: somebody who types a name a thousand times tells nothing.
MOST_HITS = 60


NOTHING = Judgement(Verdict.UNMET, Aspect.MISSING, "does not mention what is done")


class Roles(Check):
    """Met when the reply says that `who` does it (to `to`): "Rose helps her family" is not "her family helps Rose"."""

    nothing: ClassVar[Judgement] = NOTHING
    check: Literal["roles"]
    who: Annotated[ConceptRef, Field(description="Who or what does it, or is so: the subject.")]
    does: Annotated[ConceptRef, Field(description="What is done, as a group of verbs, or what it is said to be.")]
    to: Annotated[ConceptRef | None, Field(description="To whom or what it is done; left out: to anybody.")] = None
    others: Annotated[
        list[ConceptRef],
        Field(description="Who else could be the subject in this article; naming one of them in that place is wrong."),
    ] = []

    def concepts(self) -> tuple[ConceptRef, ...]:
        """The subject, what it does, the object, and the other subjects."""
        return (self.who, self.does, *([self.to] if self.to else []), *self.others)

    def needed(self) -> tuple[ConceptRef, ...]:
        """What is done."""
        return (self.does,)

    @cached_property
    def _names(self) -> tuple[ConceptKey, ...]:
        return names_of(map(key_of, (self.who, *([self.to] if self.to else []), *self.others)))

    def judge(self, reading: Reading) -> Judgement:
        """Judge by the clauses in which what is done stands: the right binding counts, wherever it stands."""
        hits = reading.hits(self.does)
        if not hits:
            return NOTHING
        who, rivals = key_of(self.who), frozenset(map(key_of, self.others))
        to = key_of(self.to) if self.to else None
        bonds = list(bound(reading, islice(hits, MOST_HITS), self._names))
        said = [(hit, found) for hit, found in bonds if not hit.denied]
        right = [hit for hit, found in said if who in found.agents and (to is None or to in found.targets)]
        if right:
            return self._bound(reading, right)
        turned = [hit for hit, found in said if to is not None and _is_reversed(found, who, to)]
        if turned:
            return self._judgement(reading, Verdict.UNMET, Aspect.REVERSED, turned, "says it the other way round")
        others = [hit for hit, found in said if found.agents & rivals and who not in found.agents]
        if others:
            reason = f"says that somebody other than {concept_name(self.who)} does it"
            return self._judgement(reading, Verdict.UNMET, Aspect.OTHER_AGENT, others, reason)
        denied = [hit for hit, found in bonds if hit.denied and (who in found.agents or not said)]
        if denied:
            reason = f"denies {concept_name(self.does)}"
            return self._judgement(reading, Verdict.UNMET, Aspect.NEGATED, denied, reason)
        reason = f"says {concept_name(self.does)}, but not plainly of {concept_name(self.who)}"
        return self._judgement(reading, Verdict.PARTLY, Aspect.UNBOUND, [hit for hit, _ in said], reason)

    def _bound(self, reading: Reading, hits: Sequence[Hit]) -> Judgement:
        if reading.borrowed(hits):
            reason = "says it only in words copied from the article or the question"
            return self._judgement(reading, Verdict.PARTLY, Aspect.COPIED, hits, reason)
        reason = f"says {concept_name(self.does)} of {concept_name(self.who)}"
        return self._judgement(reading, Verdict.MET, Aspect.BOUND, hits, reason)

    def _judgement(
        self, reading: Reading, verdict: Verdict, aspect: Aspect, hits: Sequence[Hit], reason: str
    ) -> Judgement:
        spans = reading.spans(hits)
        return Judgement(verdict, aspect, reason, spans, words=tuple(span.of(reading.text) for span in spans))


def _is_reversed(found: Bond, who: ConceptKey, to: ConceptKey) -> bool:
    """Whether what should be the object does it, and the subject has it done to them."""
    return to in found.agents and who in found.targets and who not in found.agents
