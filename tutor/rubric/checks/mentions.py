"""`mentions`: says something about each concept asked for, in any of its phrases, and does not deny it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from tutor.rubric.checks.base import Check, ConceptRef
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.reading import Hit, Reading

NOTHING = Judgement(Verdict.UNMET, Aspect.MISSING, "mentions none of the concepts asked for")


class Mentions(Check):
    """Met when the reply has a phrase of every concept in `all_of`, or of at least `at_least` of those in `any_of`."""

    nothing: ClassVar[Judgement] = NOTHING
    check: Literal["mentions"]
    all_of: Annotated[list[ConceptRef], Field(description="Concepts that must all be mentioned.")] = []
    any_of: Annotated[list[ConceptRef], Field(description="Concepts of which `at_least` must be mentioned.")] = []
    at_least: Annotated[int, Field(ge=1, strict=True, description="How many of `any_of` are needed.")] = 1
    within: Annotated[
        Literal["clause", "sentence", "reply"],
        Field(description="Whether they must stand in one clause or sentence of the reply, or anywhere in it."),
    ] = "reply"
    denied: Annotated[
        bool,
        Field(
            strict=True,
            description="Whether a mention counts even where it is denied, as in questions about who or what is "
            'left out ("nobody asked the fishers").',
        ),
    ] = False

    @model_validator(mode="after")
    def _has_concepts(self) -> Self:
        if not self.all_of and not self.any_of:
            raise ValueError("needs all_of or any_of: which concepts should the reply mention")
        if self.at_least > max(1, len(self.any_of)):
            raise ValueError(f"at_least is {self.at_least}, but any_of has only {len(self.any_of)} concepts")
        return self

    def concepts(self) -> tuple[ConceptRef, ...]:
        """All concepts named."""
        return (*self.all_of, *self.any_of)

    def needed(self) -> tuple[ConceptRef, ...]:
        """Any of them."""
        return self.concepts()

    def judge(self, reading: Reading) -> Judgement:
        """Judge by the concepts found in the reply."""
        wanted = [*self.all_of, *self.any_of]
        found = [reading.hits(concept) for concept in wanted]
        if not any(found):
            return NOTHING
        said = [tuple(hit for hit in hits if self.denied or not hit.denied) for hits in found]
        names = [concept_name(concept) for concept in wanted]
        if not any(said):
            return self._none(reading, names, found)
        have = [name for name, hits in zip(names, said, strict=True) if hits]
        spans = reading.spans(hit for hits in said for hit in hits)
        if self._enough([bool(hits) for hits in said]):
            if reading.borrowed(hit for hits in said for hit in hits):
                reason = "mentions it only in words copied from the article or the question"
                return Judgement(Verdict.PARTLY, Aspect.COPIED, reason, spans, words=tuple(have))
            if self.within == "reply" or self._together(reading, said):
                return Judgement(Verdict.MET, Aspect.MENTIONED, f"mentions {_listed(have)}", spans, words=tuple(have))
            reason = f"mentions {_listed(have)}, but not in one {self.within}"
            return Judgement(Verdict.PARTLY, Aspect.APART, reason, spans, words=tuple(have))
        missing = [name for name, hits in zip(names, said, strict=True) if not hits]
        denied = [name for name, hits, ok in zip(names, found, said, strict=True) if hits and not ok]
        aspect = Aspect.NEGATED if denied else Aspect.SOME
        denies = f"; it denies {_listed(denied)}" if denied else ""
        reason = f"mentions {_listed(have)}, but not {_listed(missing)}{denies}"
        return Judgement(Verdict.PARTLY, aspect, reason, spans, words=tuple(have))

    def _none(self, reading: Reading, names: list[str], found: list[tuple[Hit, ...]]) -> Judgement:
        """Nothing is said of what was asked for but that it is not so."""
        denied = [name for name, hits in zip(names, found, strict=True) if hits]
        spans = reading.spans(hit for hits in found for hit in hits)
        reason = f"denies {_listed(denied)}: mentions it only to say that it is not so"
        return Judgement(Verdict.UNMET, Aspect.NEGATED, reason, spans, words=tuple(s.of(reading.text) for s in spans))

    def _enough(self, have: list[bool]) -> bool:
        all_of, any_of = have[: len(self.all_of)], have[len(self.all_of) :]
        return all(all_of) and (not any_of or sum(any_of) >= self.at_least)

    def _together(self, reading: Reading, said: list[tuple[Hit, ...]]) -> bool:
        """Whether one sentence, or clause, has enough of them."""
        part_of = reading.clause if self.within == "clause" else reading.sentence
        parts = {part_of(hit.first) for hits in said for hit in hits}
        return any(self._enough([any(hit.first in part for hit in hits) for hits in said]) for part in parts)


def concept_name(concept: ConceptRef) -> str:
    """What to call a concept in a reason: its name, or its first phrase where it is given in place."""
    return concept if isinstance(concept, str) else concept[0]


def _listed(names: list[str]) -> str:
    return " and ".join(names)
