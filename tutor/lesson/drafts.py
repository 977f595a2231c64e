"""Questions proposed from an article, which no teacher has read yet: named by `tutor check`, and not asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tutor.errors import TutorError
from tutor.lesson.load import LoadedLesson
from tutor.lesson.model import Lesson
from tutor.lesson.problems import Fault, Severity, quoted
from tutor.lesson.rules import Rule


def check_drafts(lesson: Lesson) -> Iterator[Fault]:
    """A warning for each question that is still a draft."""
    for number, question in enumerate(lesson.questions):
        if question.draft:
            what = f"the question {quoted(question.id)} is a draft, and learners are not asked it"
            advice = "Keep it by taking draft = true away, change it, or delete it."
            yield Fault(Rule.DRAFT, ("questions", number, "draft"), what, advice, Severity.WARNING)


def to_play(loaded: LoadedLesson) -> LoadedLesson:
    """The lesson as learners get it: without drafts, and without parts that would open after one of them.

    Raises TutorError when nothing but drafts is left.
    """
    lesson = loaded.lesson
    kept = tuple(question for question in lesson.questions if not question.draft)
    if len(kept) == len(lesson.questions):
        return loaded
    if not kept:
        raise TutorError(
            f"All {len(lesson.questions)} questions of this lesson are still drafts.",
            "Read them, and take draft = true away from those you keep. tutor try shows what they do.",
        )
    reading = lesson.reading
    if reading:
        ids = {question.id for question in kept}
        reading = reading.model_copy(update={"parts": tuple(part for part in reading.parts if part.until in ids)})
    return replace(loaded, lesson=lesson.model_copy(update={"questions": kept, "reading": reading}))
