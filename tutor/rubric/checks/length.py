"""`length`: says enough to be worked with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tutor.rubric.checks.base import Check
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.reading import Reading


class Length(Check):
    """Met when the reply has at least `words` words; said twice they count once, copied not at all."""

    check: Literal["length"]
    words: Annotated[
        int,
        Field(ge=1, le=500, strict=True, description="How many different words the reply needs, copied ones left out."),
    ]

    def judge(self, reading: Reading) -> Judgement:
        """Judge by the number of different words that are not copied from the article."""
        count = reading.different
        said = f"{count} different words, {self.words} wanted"
        spans = (reading.span(0, len(reading.words) - 1),) if reading.words else ()
        if count >= self.words:
            return Judgement(Verdict.MET, Aspect.LONG_ENOUGH, said, spans)
        verdict = Verdict.PARTLY if 2 * count >= self.words else Verdict.UNMET
        return Judgement(verdict, Aspect.SHORT, said, spans)
