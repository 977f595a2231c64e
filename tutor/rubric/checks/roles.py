"""`roles`: who does what, and to whom, bound in one clause."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tutor.rubric.checks.base import Check, ConceptRef
from tutor.rubric.model import Judgement
from tutor.rubric.reading import Reading


class Roles(Check):
    """Met when the reply says that `who` does it (to `to`): "Rose helps her family" is not "her family helps Rose"."""

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

    def judge(self, reading: Reading) -> Judgement:
        """Judge by the clause in which what is done stands."""
        raise NotImplementedError
