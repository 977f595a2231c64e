"""`labels`: calls a sentence by its right name: fact, opinion or inference."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from tutor.rubric.checks.base import Check, ConceptRef
from tutor.rubric.checks.base import Phrase as PhraseText
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.phrases import Phrases, compile_phrases
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.wordlists import ARTICLES, AUXILIARIES, LABELS, NOT_LABELS, OPENING_CONNECTIVES
from tutor.rubric.words import lemma

# What stands before a label that a thing only looks like, is given out for, is set against or rests on: "sounds like
# a fact", "stated as fact", "more an opinion than a fact", "a guess based on facts". Own list, from how learners weigh
# two labels.
_LIKE = frozenset("like unlike as than less look sound seem appear pretend call from on".split())
# What may stand between the two: "seems to be a fact", "more of a fact".
_BETWEEN = ARTICLES | {"to", "be", "of"}
# So many words before a label are looked at.
_NEAR = 4
# So many words may open the clause of a label that is its subject: "because a fact can be checked".
_OPENING = 2


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
        named = _claimed(reading, named)
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


def _claimed(reading: Reading, named: Mapping[str, tuple[Hit, ...]]) -> dict[str, tuple[Hit, ...]]:
    """The labels that the sentence is given, without those named aside, unless no other is given.

    "An opinion stated as a fact", "Fact or opinion? Opinion" and "opinion, as a fact could be checked" give one label.
    """
    everywhere = [hit for hits in named.values() for hit in hits]
    supposed = _supposed(reading, everywhere)
    claimed = {
        label: tuple(h for h in hits if h.denied or (h.first not in supposed and not _is_aside(reading, h)))
        for label, hits in named.items()
    }
    return claimed if any(not hit.denied for hits in claimed.values() for hit in hits) else dict(named)


def _supposed(reading: Reading, hits: list[Hit]) -> set[int]:
    """The words of clauses that suppose a label or speak of labels: "if it was a fact", "facts can be proved"."""
    clauses: set[range] = set()
    for hit in hits:
        clause = reading.clause(hit.first)
        if reading.words[clause.start].text == "if":
            clauses.add(clause)
            if clause.stop in reading.sentence(hit.first):
                clauses.add(reading.clause(clause.stop))
        elif hit.first - clause.start <= _OPENING and _is_subject(reading, hit, clause):
            clauses.add(clause)
    return {number for clause in clauses for number in clause}


def _is_subject(reading: Reading, hit: Hit, clause: range) -> bool:
    """Whether a label is what its clause speaks of: "a fact can be checked"."""
    before = (reading.words[number].text for number in range(clause.start, hit.first))
    opens = all(text in ARTICLES or text in OPENING_CONNECTIVES or text in ("but", "as") for text in before)
    return opens and hit.last + 1 in clause and reading.words[hit.last + 1].text in AUXILIARIES


def _is_aside(reading: Reading, hit: Hit) -> bool:
    """Whether a label is asked for, or only likened to: "is it a fact?", "looks like a fact"."""
    last = reading.words[reading.sentence(hit.first).stop - 1].span.end
    if "?" in reading.text[last : last + 3]:
        return True
    start = reading.clause(hit.first).start
    for number in range(hit.first - 1, max(start, hit.first - _NEAR) - 1, -1):
        text = reading.words[number].text
        if text == "than":  # "less a fact than an opinion" calls it an opinion
            return "less" not in (word.text for word in reading.words[max(start, number - _NEAR) : number])
        if text not in _BETWEEN:
            return text in _LIKE or lemma(text) in _LIKE
    return False


@cache
def _phrases(label: str) -> Phrases:
    return compile_phrases(LABELS[label])


@cache
def _idle() -> Phrases:
    return compile_phrases(NOT_LABELS)
