"""`own_words`: enough of the reply is the learner's own, not copied from the article or the question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from tutor.article import Span
from tutor.rubric.checks.base import Check
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.reading import Reading

# Fewer words than this say nothing, whoever wrote them.
LEAST_OWN = 5


class OwnWords(Check):
    """Met when at least `share` of the reply's words, and five of them, are not copied."""

    check: Literal["own_words"]
    share: Annotated[
        float, Field(gt=0, le=1, strict=True, description="The share of words that must be the learner's own.")
    ] = 0.5

    def judge(self, reading: Reading) -> Judgement:
        """Judge by the words that lie outside copied stretches."""
        # What stands in quotation marks is owned up to: it is neither own nor copied.
        open_words = [n for n in range(len(reading.words)) if not reading.quoted[n]]
        own = [n for n in open_words if not reading.copied[n]]
        copied = [n for n in open_words if reading.copied[n]]
        share = len(own) / len(open_words) if open_words else 0.0
        reason = f"{len(own)} of {len(open_words)} words are the learner's own"
        spans = _runs(reading, own)
        if share >= self.share and len(own) >= LEAST_OWN:
            return Judgement(Verdict.MET, Aspect.OWN, reason, spans)
        if not copied:
            return Judgement(Verdict.PARTLY if own else Verdict.UNMET, Aspect.SHORT, reason, spans)
        verdict = Verdict.PARTLY if len(own) >= LEAST_OWN else Verdict.UNMET
        return Judgement(verdict, Aspect.COPIED, reason, _runs(reading, copied))


def _runs(reading: Reading, numbers: Sequence[int]) -> tuple[Span, ...]:
    """The spans of words, neighbours joined."""
    spans: list[Span] = []
    last = -2
    for number in numbers:
        span = reading.words[number].span
        if number == last + 1:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
        last = number
    return tuple(spans)
