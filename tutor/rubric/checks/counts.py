"""`counts`: how many different things of a list the reply says, or how often."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from tutor.rubric.checks.base import Check, ConceptRef
from tutor.rubric.checks.mentions import concept_name
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.reading import Hit, Reading

NOTHING = Judgement(Verdict.UNMET, Aspect.MISSING, "mentions none of the things that count")


class Counts(Check):
    """Met when the reply says at least `at_least` of the concepts in `of`, each counted once, however often said."""

    nothing: ClassVar[Judgement] = NOTHING
    check: Literal["counts"]
    of: Annotated[list[ConceptRef], Field(min_length=1, description="The concepts that count.")]
    at_least: Annotated[int, Field(ge=1, strict=True, description="How many of them meet the criterion.")]
    partly: Annotated[
        int | None, Field(ge=1, strict=True, description="How many meet it in part; left out: a single one.")
    ] = None
    every: Annotated[
        bool, Field(strict=True, description="Whether every mention counts, not only the different concepts.")
    ] = False

    @model_validator(mode="after")
    def _can_be_met(self) -> Self:
        if not self.every and self.at_least > len(self.of):
            raise ValueError(f"at_least is {self.at_least}, but of has only {len(self.of)} concepts")
        if self.partly is not None and self.partly >= self.at_least:
            raise ValueError(f"partly is {self.partly}: it must be less than at_least, which is {self.at_least}")
        return self

    def concepts(self) -> tuple[ConceptRef, ...]:
        """All concepts that count."""
        return tuple(self.of)

    def needed(self) -> tuple[ConceptRef, ...]:
        """Any of them."""
        return self.concepts()

    def judge(self, reading: Reading) -> Judgement:
        """Judge by the number of concepts said and not denied, or of their mentions."""
        stand = [(concept_name(concept), hits) for concept in self.of if (hits := reading.hits(concept))]
        if not stand:
            return NOTHING
        said = [(name, [hit for hit in hits if not hit.denied]) for name, hits in stand]
        names = tuple(name for name, hits in said if hits)
        if not names:
            return _denied(reading, stand)
        every = [hit for _, hits in said for hit in hits]
        count = len({(hit.first, hit.last) for hit in every}) if self.every else len(names)
        what = "mentions" if self.every else "different things"
        reason = f"{count} {what}, {self.at_least} wanted: {', '.join(names)}"
        spans = reading.spans(every)
        if count >= self.at_least and reading.borrowed(every):
            return Judgement(Verdict.PARTLY, Aspect.COPIED, f"{reason}; in copied words only", spans, words=names)
        if count >= self.at_least:
            return Judgement(Verdict.MET, Aspect.COUNTED, reason, spans, words=names)
        verdict = Verdict.PARTLY if count >= (self.partly or 1) else Verdict.UNMET
        return Judgement(verdict, Aspect.SOME, reason, spans, words=names)


def _denied(reading: Reading, stand: Sequence[tuple[str, Sequence[Hit]]]) -> Judgement:
    spans = reading.spans(hit for _, hits in stand for hit in hits)
    reason = f"denies {', '.join(name for name, _ in stand)}: mentions them only to say that they are not so"
    words = tuple(span.of(reading.text) for span in spans)
    return Judgement(Verdict.UNMET, Aspect.NEGATED, reason, spans, words=words)
