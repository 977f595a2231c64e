"""`denies`: says of most things that they are not so. For misconceptions, and for what caps a score."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tutor.rubric.checks.base import Check
from tutor.rubric.model import Judgement
from tutor.rubric.reading import Reading


class Denies(Check):
    """Met when at least `share` of the clauses that say something deny it, and at least two do."""

    check: Literal["denies"]
    share: Annotated[
        float, Field(gt=0, le=1, strict=True, description="The share of its statements that the reply must deny.")
    ] = 0.5

    def judge(self, reading: Reading) -> Judgement:
        """Judge by the clauses with a verb, and the negations in them."""
        raise NotImplementedError
