"""What in a lesson points elsewhere: ids, addresses in the article, names of concepts, expectations of samples."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tutor.article import Address, Article, Reference, parse_reference
from tutor.lesson.gates import check_scoring
from tutor.lesson.model import Question
from tutor.lesson.nearest import listed, nearest
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, Severity, Spot, quoted
from tutor.lesson.reading import check_reading
from tutor.lesson.rules import Rule
from tutor.lesson.tables import at, texts
from tutor.rubric.phrases import concepts_in
from tutor.rubric.rubric import Criterion, Misconception


def check_references(
    raw: Mapping[str, Any], questions: Mapping[int, Question], article: Article | None
) -> Iterator[Fault]:
    """Faults in what points elsewhere.

    `questions` are those that the models accept, by their number in the file from 0, so that one broken question
    does not hide what is wrong with the others. Without an article, addresses are not checked.
    """
    yield from _same_ids(raw, [("questions", number) for number in range(_length(raw, "questions"))])
    for number, question in questions.items():
        here = ("questions", number)
        parts = _parts(here, question)
        yield from _same_ids(raw, list(parts))
        for path, part in parts.items():
            yield from _concepts(raw, path, part)
        yield from _samples(here, question)
        yield from check_scoring(here, question)
        if article:
            yield from _addresses(raw, here, question, article)
    if article:
        yield from _addresses_in_concepts(raw, article)
    yield from check_reading(raw, questions, article)


def unused_concepts(raw: Mapping[str, Any], questions: Collection[Question]) -> Iterator[Fault]:
    """One warning for all concepts that no check looks for, straight or by way of others: a deleted question leaves
    a good many."""
    parts = [part for question in questions for part in question.parts]
    waiting = [reference for part in parts for reference in part.test.concepts() if isinstance(reference, str)]
    waiting += [name for _, text in texts(raw.get("questions")) for name in concepts_in(text)]
    if any(part.test.check == "attributes" for part in parts):
        waiting.append("author")  # that check takes the author for a wrong holder, unless told otherwise
    concepts = raw.get("concepts", {})
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting += [other for _, text in texts(concepts.get(name)) for other in concepts_in(text)]
    unused = [name for name in concepts if name not in used]
    if unused:
        one = len(unused) == 1
        what = f"no check looks for the concept{'' if one else 's'} {listed(unused)}"
        advice = "Name it in a check, or delete it." if one else "Delete them, or name them in checks."
        yield Fault(Rule.UNUSED_CONCEPT, ("concepts", unused[0]), what, advice, Severity.WARNING, Spot.KEY)


def _parts(path: KeyPath, question: Question) -> dict[KeyPath, Criterion | Misconception]:
    """All that has a check, by its path."""
    paths = [(*path, "criteria", number) for number in range(len(question.criteria))]
    paths += [(*path, "misconceptions", number) for number in range(len(question.misconceptions))]
    return dict(zip(paths, question.parts, strict=True))


def _length(raw: Mapping[str, Any], key: str) -> int:
    found = raw.get(key)
    return len(found) if isinstance(found, list) else 0


def _same_ids(raw: Mapping[str, Any], paths: list[KeyPath]) -> Iterator[Fault]:
    """Ids that more than one of the tables at `paths` have. Criteria and misconceptions share their ids."""
    seen: dict[str, KeyPath] = {}
    for path in paths:
        name = at(raw, (*path, "id"))
        if isinstance(name, str):
            first = seen.setdefault(name, path)
            if first != path:
                what = f"the id {quoted(name)} is already that of {_ordinal(first)}"
                yield Fault(
                    Rule.SAME_ID, (*path, "id"), what, "Each needs an id of its own: replies are kept under it."
                )


def _ordinal(path: KeyPath) -> str:
    """`question 2`, `criterion 1`, `misconception 3`."""
    number = path[-1]
    assert isinstance(number, int)
    name = str(path[-2])
    return f"{'criterion' if name == 'criteria' else name.removesuffix('s')} {number + 1}"


def _concepts(raw: Mapping[str, Any], path: KeyPath, part: Criterion | Misconception) -> Iterator[Fault]:
    """Names of concepts that the lesson does not have."""
    known = raw.get("concepts", {})
    if not isinstance(known, dict):
        return  # said by the models
    unknown = {name for name in part.test.concepts() if isinstance(name, str) and name not in known}
    if not unknown:
        return
    for inner, text in _of_check(raw, path, part):
        name = text.strip()
        # A list inside a list holds phrases given in place, and those need no concept.
        if name in unknown and sum(isinstance(step, int) for step in inner) <= 1:
            near = nearest(name, known)
            meant = f"Did you mean {near}?" if near else ""
            advice = meant or f'To look for these words just here, write them in brackets: ["{name}"].'
            yield Fault(Rule.NO_SUCH_NAME, (*path, *inner), f"there is no concept {quoted(name)} in [concepts]", advice)


def _of_check(raw: Mapping[str, Any], path: KeyPath, part: Criterion | Misconception) -> Iterator[tuple[KeyPath, str]]:
    """The texts of a check, with their paths: not those of the criterion or misconception around it."""
    own = {*type(part).model_fields, "check"}
    for inner, text in texts(at(raw, path)):
        if inner[0] not in own:
            yield inner, text


def _addresses(raw: Mapping[str, Any], path: KeyPath, question: Question, article: Article) -> Iterator[Fault]:
    """Addresses that the article does not have."""
    found: list[tuple[KeyPath, Reference]] = [
        ((*path, "about", number), reference) for number, reference in enumerate(question.about)
    ]
    for number, hint in enumerate(question.hints):
        found += [((*path, "hints", number, "show", i), reference) for i, reference in enumerate(hint.show)]
    for here, part in _parts(path, question).items():
        references = set(part.test.references())
        for inner, text in _of_check(raw, here, part):
            reference = parse_reference(text)
            if reference in references and reference is not None:
                found.append(((*here, *inner), reference))
    for place, reference in found:
        if not article.has(reference):
            yield Fault(Rule.NO_SUCH_PLACE, place, *_why_not(reference, article))


def _addresses_in_concepts(raw: Mapping[str, Any], article: Article) -> Iterator[Fault]:
    """Phrases that are addresses which the article does not have."""
    for path, text in texts(raw.get("concepts"), ("concepts",)):
        reference = parse_reference(text)
        if reference is not None and not article.has(reference):
            yield Fault(Rule.NO_SUCH_PLACE, path, *_why_not(reference, article))


def _why_not(reference: Reference, article: Article) -> tuple[str, str]:
    """Why the article has no such address, and how far its paragraphs and sentences go."""
    paragraphs = len(article.paragraphs)
    for end in (reference.first, reference.last):
        sentences = len(article.at(Address(end.paragraph)))
        if end.paragraph > paragraphs:
            advice = f"The last one is p{paragraphs}. Was this written for another article?"
            return f"{reference}: the article has {_count(paragraphs, 'paragraph')}", advice
        if end.sentence > sentences:
            advice = f"The last one is p{end.paragraph}s{sentences}; sentences count from 1 in each paragraph."
            return f"{reference}: paragraph {end.paragraph} has {_count(sentences, 'sentence')}", advice
    return f"{reference}: the article has no such place", "Paragraphs and sentences count from 1."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _samples(path: KeyPath, question: Question) -> Iterator[Fault]:
    """Expectations of criteria and misconceptions that the question does not have."""
    criteria = [criterion.id for criterion in question.criteria]
    # A wrong holder is a misconception that the rubric finds by itself, under the criterion's id.
    holders = [criterion.id for criterion in question.criteria if criterion.test.check == "attributes"]
    wrong_turns = [*(misconception.id for misconception in question.misconceptions), *holders]
    for number, sample in enumerate(question.samples):
        here = (*path, "samples", number)
        if isinstance(sample.expect, dict):
            for name in sample.expect:
                if name not in criteria:
                    fault = _no_such("criterion", "criteria", name, criteria)
                    yield Fault(Rule.NO_SUCH_NAME, (*here, "expect", name), *fault, spot=Spot.KEY)
        for index, name in enumerate(sample.misconceptions):
            if name not in wrong_turns:
                fault = _no_such("misconception", "misconceptions", name, wrong_turns)
                yield Fault(Rule.NO_SUCH_NAME, (*here, "misconceptions", index), *fault)


def _no_such(one: str, many: str, name: str, names: list[str]) -> tuple[str, str]:
    names = list(dict.fromkeys(names))
    near = nearest(name, names)
    has = f"This question has the {many} {listed(names)}." if names else f"This question has no {many}."
    return f"this question has no {one} {quoted(name)}", f"Did you mean {near}?" if near else has
