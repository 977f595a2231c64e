"""Concepts that cannot do their work: that refer in a circle, match nothing or nearly anything, or say the question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tutor.article import Article, citations
from tutor.lesson.model import Lesson, Question
from tutor.lesson.nearest import choice
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, Severity, quoted
from tutor.lesson.rules import Rule
from tutor.lesson.tables import at, kind_of, texts
from tutor.rubric.phrases import PhraseError, Way, concepts_in, ways

if TYPE_CHECKING:
    from tutor.rubric.reading import Reading


def check_concepts(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """Faults in what phrases refer to with `@`, and a sign that means nothing in them.

    Takes any keys, so that it can run before the models do.
    """
    known = at(raw, ("concepts",))
    known = known if isinstance(known, dict) else {}
    for path, text in texts(raw):
        if not _holds_phrases(path):
            continue
        if "*" in text:
            what = f"{quoted(text)} has a * in it, which stands for nothing"
            advice = "Inflections are found as it is; write words of the same family out, each as a phrase of its own."
            yield Fault(Rule.PHRASE, path, what, advice, Severity.WARNING)
        for name in sorted(concepts_in(text)):
            if name not in known:
                what = f"{quoted(text)} refers to the concept {quoted(name)}, which is not in [concepts]"
                yield Fault(Rule.NO_SUCH_NAME, path, what, choice(name, known) or "Add it there.")
            elif path[0] == "concepts" and _leads_to(known, name, str(path[1])):
                what = f"{quoted(text)} refers back to its own concept, {quoted(path[1])}"
                yield Fault(Rule.PHRASE, path, what, "It can match nothing: write the words in place of the reference.")


def doubtful_concepts(lesson: Lesson) -> Iterator[Fault]:
    """Warnings of phrases that match nothing, or nearly any reply, and of terms that a question or an aim itself says.

    Needs the dictionary: for `tutor check`, not for learners.
    """
    phrases = [(("concepts", name, n), text) for name, texts in lesson.concepts.items() for n, text in enumerate(texts)]
    for path, text in phrases:
        yield from _matching(path, text)
    for number, question in enumerate(lesson.questions):
        yield from _asked(("questions", number), question)
        yield from _aiming(("questions", number), question)


def _holds_phrases(path: KeyPath) -> bool:
    """Whether the text at `path` may be a phrase: in [concepts], or in a list inside a check."""
    sort = kind_of(path)
    return sort[:1] == ("concepts",) or (sort[:1] == ("questions",) and len(sort) == 3 and isinstance(path[-1], int))


def _leads_to(known: Mapping[str, Any], name: str, goal: str) -> bool:
    """Whether a concept refers to `goal`, straight or by way of others."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one == goal:
            return True
        if one not in seen:
            seen.add(one)
            listed = known.get(one)
            phrases = [text for text in listed if isinstance(text, str)] if isinstance(listed, list) else []
            waiting += sorted({found for text in phrases for found in concepts_in(text)})
    return False


def _matching(path: KeyPath, text: str) -> Iterator[Fault]:
    from tutor.rubric.wordlists import FILLER, FUNCTION, NEGATORS

    try:
        said = ways(text)
    except PhraseError:
        return  # said by the models
    if all(map(_is_blocked, said)):
        what = f"{quoted(text)} can match nothing: the word that must not follow is the one that must"
        yield Fault(Rule.PHRASE, path, what, "Take the word with ! away, or the one after it.", Severity.WARNING)
    idle = (FILLER & FUNCTION - NEGATORS) | _IDLE
    if any(not any(item.concept for item in way) and set(_words(way)) <= idle for way in said):
        what = f"{quoted(text)} stands in nearly every reply"
        yield Fault(Rule.PHRASE, path, what, "Write the words that carry the meaning.", Severity.WARNING)


# Little words, beside the fillers, that hardly a sentence is without.
_IDLE = frozenset("and or it we you i in on at for with by from as be do does did has have had can will there".split())


def _words(way: Way) -> list[str]:
    return [word for item in way if not item.barred for word in item.words]


def _is_blocked(way: Way) -> bool:
    """Whether a word is barred just where the same word is wanted."""
    return any(one.barred and other.words and {*other.words} <= {*one.words} for one, other in pairwise(way))


_CHOICE = re.compile(r"\b(?:or|which)\b", re.IGNORECASE)


def _asked(path: KeyPath, question: Question) -> Iterator[Fault]:
    """Terms of a criterion that the question says itself: whoever says the question back, says them."""
    if _CHOICE.search(question.ask):
        return  # what is offered to choose from has to be named
    reading = _read(question.ask, question)
    for number, criterion in enumerate(question.criteria):
        for key in ("all_of", "any_of", "of"):
            for n, concept in enumerate(getattr(criterion.test, key, ())):
                for hit in [hit for hit in reading.hits(concept) if hit.citation is None][:1]:
                    said = reading.span(hit.first, hit.last).of(question.ask)
                    what = (
                        f"the criterion {quoted(criterion.id)} looks for {quoted(said)}, which the question itself says"
                    )
                    advice = (
                        "Saying the question back is no answer: ask for something beside it, or reword the question."
                    )
                    yield Fault(
                        Rule.SAID_IN_QUESTION, (*path, "criteria", number, key, n), what, advice, Severity.WARNING
                    )


def _aiming(path: KeyPath, question: Question) -> Iterator[Fault]:
    """Aims that give an answer away: a term or a place that some criterion wants and the question does not name."""
    asked = _read(question.ask, question)
    concepts = [concept for criterion in question.criteria for concept in criterion.test.concepts()]
    unsaid = [concept for concept in concepts if not asked.hits(concept)]
    wanted = [reference for criterion in question.criteria for reference in criterion.test.references()]
    for number, criterion in enumerate(question.criteria):
        if not criterion.aim:
            continue
        reading = _read(criterion.aim, question)
        found = [reading.span(hit.first, hit.last) for concept in unsaid for hit in reading.hits(concept)]
        found += [span for span, place in citations(criterion.aim) if any(place.covers(r.first) for r in wanted)]
        for span in found[:1]:
            said = quoted(span.of(criterion.aim))
            what = f"the aim of the criterion {quoted(criterion.id)} says {said}, which is looked for in the reply"
            advice = "Learners read the aim before they have found it: say what kind of thing is wanted."
            yield Fault(Rule.AIM, (*path, "criteria", number, "aim"), what, advice, Severity.WARNING)


def _read(text: str, question: Question) -> Reading:
    """A text of the lesson's own, as a reply would be read."""
    from tutor.rubric.reading import Reading

    return Reading(text, "", Article("", ()), question.vocabulary)
