"""Reading in parts: parts that follow each other, questions that open them, and nothing asked of what is not open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from pydantic import ValidationError

from tutor.article import Article, Reference
from tutor.lesson.model import Question, Reading, ReadingPart
from tutor.lesson.nearest import choice
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, Severity, quoted
from tutor.lesson.rules import Rule
from tutor.lesson.tables import at

PARTS: KeyPath = ("reading", "parts")


def check_reading(
    raw: Mapping[str, Any], questions: Mapping[int, Question], article: Article | None
) -> Iterator[Fault]:
    """Faults in [reading]. `questions` are those that the models accept, by their number in the file from 0."""
    try:
        parts = Reading.model_validate(raw["reading"]).parts if "reading" in raw else ()
    except ValidationError:
        return  # said by the models
    listed = raw.get("questions")
    ids = [at(raw, ("questions", n, "id")) for n in range(len(listed) if isinstance(listed, list) else 0)]
    faults = [*_ends(parts, article), *_openers(parts, ids)]
    yield from faults
    if not any(fault.severity is Severity.ERROR for fault in faults):
        yield from _too_early(parts, ids, questions)


def _ends(parts: Sequence[ReadingPart], article: Article | None) -> Iterator[Fault]:
    """Where parts end: with a paragraph that the article has, each later than the one before."""
    last = len(article.paragraphs) if article else None
    for number, part in enumerate(parts):
        here, end = (*PARTS, number, "to"), part.to.last
        if part.to.first != end or end.sentence:
            advice = f'Name the last one only: to = "p{end.paragraph}".'
            yield Fault(Rule.READING, here, f"{part.to}: a part ends with a whole paragraph", advice)
        elif last is not None and end.paragraph > last:
            what = f"{end}: the article has {last} paragraph{'' if last == 1 else 's'}"
            yield Fault(Rule.NO_SUCH_PLACE, here, what, "A part ends before the last one.")
        elif end.paragraph == last:
            advice = "Leave this part out: after the last one here, the rest of the article opens."
            yield Fault(Rule.READING, here, f"{end} is the end of the article, so nothing is left to open", advice)
    for number, (before, part) in enumerate(pairwise(parts), start=1):
        if part.to.last.paragraph <= before.to.last.paragraph:
            advice = "Each part begins where the one above it ends: name a later paragraph."
            yield Fault(
                Rule.READING,
                (*PARTS, number, "to"),
                f"{part.to} is not after {before.to}, where part {number} ends",
                advice,
            )


def _openers(parts: Sequence[ReadingPart], ids: Sequence[object]) -> Iterator[Fault]:
    """The questions that open parts: there are such, and they come in the order of the parts."""
    for number, part in enumerate(parts):
        if part.until not in ids:
            what = f"there is no question {quoted(part.until)}"
            yield Fault(
                Rule.NO_SUCH_NAME,
                (*PARTS, number, "until"),
                what,
                choice(part.until, [name for name in ids if isinstance(name, str)]),
            )
        elif ids.index(part.until) == len(ids) - 1:
            advice = "Name an earlier question, so that something is asked about the rest."
            what = f"{quoted(part.until)} is the last question, so the rest opens when the lesson is over"
            yield Fault(Rule.READING, (*PARTS, number, "until"), what, advice, Severity.WARNING)
    for number, (before, part) in enumerate(pairwise(parts), start=1):
        if before.until in ids and part.until in ids and ids.index(part.until) <= ids.index(before.until):
            what = f"{quoted(part.until)} does not come after {quoted(before.until)}, which opens this part"
            yield Fault(
                Rule.READING, (*PARTS, number, "until"), what, "Each part needs a later question than the one above it."
            )


def _too_early(
    parts: Sequence[ReadingPart], ids: Sequence[object], questions: Mapping[int, Question]
) -> Iterator[Fault]:
    """Questions about paragraphs that are not open by then, and hints that point at such."""
    for number, question in questions.items():
        part = next((part for part in parts if ids.index(part.until) >= number), None)
        if part is None:
            continue
        here: KeyPath = ("questions", number)
        places: list[tuple[KeyPath, Reference]] = [
            ((*here, "about", n), reference) for n, reference in enumerate(question.about)
        ]
        for n, hint in enumerate(question.hints):
            places += [((*here, "hints", n, "show", i), reference) for i, reference in enumerate(hint.show)]
        for path, reference in places:
            if reference.last.paragraph > part.to.last.paragraph:
                what = (
                    f"{reference} is not open yet: the reading goes to {part.to} until {quoted(part.until)} is closed"
                )
                yield Fault(Rule.READING, path, what, "Ask this later, or let the part go further.")
