"""`tutor check`: load lessons and try their samples; every problem a line, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tutor.errors import TutorError
from tutor.lesson.concepts import doubtful_concepts
from tutor.lesson.load import load_lesson
from tutor.lesson.problems import LessonProblems, Problem, Severity, placed
from tutor.lesson.samples import check_samples
from tutor.long_work import long_work


def run(lessons: Sequence[Path], article: Path | None) -> bool:
    """Check lessons one after the other and print what is wrong; returns whether anything is."""
    found, many = False, len(lessons) > 1
    with long_work("checking the lesson") as work:
        for number, path in enumerate(lessons):  # all of them, not only up to the first with problems
            if many:
                work.tell(f"checking lesson {number + 1} of {len(lessons)}", number, len(lessons))
            found |= _check(path, article)
    return found


def _check(path: Path, article: Path | None) -> bool:
    """Whether the lesson at `path` has a problem that keeps it from being used as meant."""
    try:
        loaded = load_lesson(path, article)
    except LessonProblems as error:
        _print(error.problems)
        return True
    except TutorError as error:
        print(f"{path}: {error.what} {error.advice}".rstrip())
        return True
    _print((*loaded.warnings, *placed(doubtful_concepts(loaded.lesson), loaded.path, loaded.text)))
    results = check_samples(loaded)
    failed = [result for result in results if not result.passed]
    for result in failed:
        _print(result.problems)
    questions = len(loaded.lesson.questions)
    print(f"{loaded.slug}: {questions} questions, {len(results) - len(failed)} of {len(results)} samples as expected.")
    return bool(failed)


def _print(problems: Iterable[Problem]) -> None:
    for problem in problems:
        mark = " (a warning)" if problem.severity is Severity.WARNING else ""
        print(f"{problem}{mark}")
