"""`labels`: calls a sentence by its right name: fact, opinion or inference."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from tutor.rubric.checks.base import Check, ConceptRef
from tutor.rubric.checks.base import Phrase as PhraseText
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.phrases import Phrases, compile_phrases
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.wordlists import LABELS, NOT_LABELS


class Labels(Check):
    """Met when the reply gives the right label and no other ("an opinion, not a fact")."""

    check: Literal["labels"]
    label: Annotated[Literal["fact", "opinion", "inference"], Field(description="The right label.")]
    aliases: Annotated[list[PhraseText], Field(description="More words for it, beside the built-in ones.")] = []

    def concepts(self) -> tuple[ConceptRef, ...]:
        """The aliases: a concept of this question."""
        return (self.aliases,) if self.aliases else ()

    def judge(self, reading: Reading) -> Judgement:
        """Judge by the labels named and not denied."""
        named = {label: _named(reading, _phrases(label)) for label in LABELS}
        if self.aliases:
            # The teacher's words for the right label are not words for another: "a guess", where that is an opinion.
            ours = reading.hits(self.aliases)
            taken = [number for hit in ours for number in range(hit.first, hit.last + 1)]
            named = {label: tuple(h for h in hits if not any(n in h for n in taken)) for label, hits in named.items()}
            named[self.label] = (*named[self.label], *ours)
        right = [hit for hit in named[self.label] if not hit.denied]
        wrong = {label: [h for h in hits if not h.denied] for label, hits in named.items() if label != self.label}
        others = [(label, hit) for label, hits in wrong.items() for hit in hits]
        spans = reading.spans([*right, *(hit for _, hit in others)])
        if right and all(map(reading.pasted, right)):
            return Judgement(Verdict.PARTLY, Aspect.COPIED, "gives a label in copied words only", spans)
        if right and not others:
            return Judgement(Verdict.MET, Aspect.LABELLED, f"called it {self.label}", spans, words=(self.label,))
        said = tuple(dict.fromkeys(label for label, _ in others))
        if right:
            reason = f"called it {self.label}, and also {' and '.join(said)}"
            return Judgement(Verdict.PARTLY, Aspect.BOTH_LABELS, reason, spans, words=(self.label, *said))
        if others:
            return Judgement(Verdict.UNMET, Aspect.WRONG_LABEL, f"called it {' and '.join(said)}", spans, words=said)
        denied = [hit for hit in named[self.label] if hit.denied]
        if denied:
            reason = f"said it is not {self.label}"
            return Judgement(
                Verdict.UNMET, Aspect.WRONG_LABEL, reason, reading.spans(denied), words=(f"not {self.label}",)
            )
        denials = [hit for label, hits in named.items() if label != self.label for hit in hits]
        if denials:  # "It is not a fact": true of an opinion, but no label yet
            reason = "said what it is not, but not what it is"
            return Judgement(Verdict.PARTLY, Aspect.MISSING, reason, reading.spans(denials))
        return Judgement(Verdict.UNMET, Aspect.MISSING, "gave no label")


def _named(reading: Reading, phrases: Phrases) -> tuple[Hit, ...]:
    """Where a label is named as a label: "in fact" and "in my opinion" are not."""
    idle = reading.find(_idle())
    hits = reading.find(phrases)
    return tuple(hit for hit in hits if not any(hit.first in other for other in idle))


@cache
def _phrases(label: str) -> Phrases:
    return compile_phrases(LABELS[label])


@cache
def _idle() -> Phrases:
    return compile_phrases(NOT_LABELS)
