"""Misconceptions that no reply can ever be told of, or that no good reply can avoid."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.lesson.model import Question
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, quoted
from tutor.lesson.rules import Rule
from tutor.rubric.checks import Check, Mentions
from tutor.rubric.checks.base import ConceptRef
from tutor.rubric.vocabulary import Vocabulary

_WIDTH = ("clause", "sentence", "reply")


def check_reach(path: KeyPath, question: Question) -> Iterator[Fault]:
    """Faults in the misconceptions of the question at `path`. Of several that show, the first is challenged."""
    vocabulary = question.vocabulary
    asked = [criterion for criterion in question.criteria if not criterion.optional]
    for number, misconception in enumerate(question.misconceptions):
        here = (*path, "misconceptions", number)
        test = misconception.test
        good = next((c for c in asked if implies(c.test, test, vocabulary)), None)
        if good:
            what = f"whatever meets the criterion {quoted(good.id)} shows the misconception {quoted(misconception.id)}"
            advice = "So no reply can pass. Let the misconception look for something that a good answer does not say."
            yield Fault(Rule.UNREACHABLE, here, f"{what} too", advice)
        earlier = question.misconceptions[:number]
        first = next((other for other in earlier if implies(test, other.test, vocabulary)), None)
        if first:
            what = f"{quoted(misconception.id)} never shows: {quoted(first.id)} above it catches whatever it catches"
            advice = f"Move it above {quoted(first.id)}, or give it phrases of its own."
            yield Fault(Rule.UNREACHABLE, here, what, advice)


def implies(narrow: Check, wide: Check, vocabulary: Vocabulary) -> bool:
    """Whether every reply that meets `narrow` meets `wide`, as far as can be told from what they look for."""
    if narrow == wide:
        return True
    if not (isinstance(narrow, Mentions) and isinstance(wide, Mentions)):
        return False
    if _WIDTH.index(narrow.within) > _WIDTH.index(wide.within) or (narrow.denied and not wide.denied):
        return False
    surely = narrow.all_of + (narrow.any_of if narrow.at_least >= len(narrow.any_of) else [])
    if not all(_covered(concept, surely, vocabulary) for concept in wide.all_of):
        return False
    if not wide.any_of:
        return True
    if sum(_covered(concept, surely, vocabulary) for concept in wide.any_of) >= wide.at_least:
        return True
    # Each of these may be the one that stands there, and any one of them is enough.
    enough = wide.at_least == 1 and bool(narrow.any_of)
    return enough and all(any(_within(one, other, vocabulary) for other in wide.any_of) for one in narrow.any_of)


def _covered(concept: ConceptRef, by: list[ConceptRef], vocabulary: Vocabulary) -> bool:
    """Whether a concept stands wherever all of `by` stand."""
    return any(_within(one, concept, vocabulary) for one in by)


def _within(one: ConceptRef, other: ConceptRef, vocabulary: Vocabulary) -> bool:
    """Whether all phrases of one concept are phrases of the other."""
    return set(_phrases(one, vocabulary)) <= set(_phrases(other, vocabulary))


def _phrases(concept: ConceptRef, vocabulary: Vocabulary) -> list[str]:
    found = vocabulary.concepts.get(concept, (concept,)) if isinstance(concept, str) else concept
    return [" ".join(phrase.lower().split()) for phrase in found]
