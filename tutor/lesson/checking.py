"""All that can be said of one lesson before class: its file, its references, its samples, and what must not pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tutor.article import printable
from tutor.article.english import is_english
from tutor.errors import TutorError
from tutor.lesson.concepts import doubtful_concepts
from tutor.lesson.drafts import check_drafts
from tutor.lesson.finding import read_lesson, slug_of
from tutor.lesson.glossary import check_glossary
from tutor.lesson.judging import Judge
from tutor.lesson.load import LoadedLesson, load_lesson
from tutor.lesson.problems import Fault, LessonProblems, Problem, Severity, placed
from tutor.lesson.proofs import check_proofs
from tutor.lesson.quoting import check_quotations
from tutor.lesson.reach import check_reach
from tutor.lesson.rules import Rule
from tutor.lesson.samples import check_samples, check_untried
from tutor.lesson.source import ArticleNeeded


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking the lesson file at `path`.

    `problems` has errors before warnings, each ordered by place. A lesson that could not be loaded has no `questions`
    and no `samples`; of the samples, `passed` came out as expected.
    """

    path: Path
    slug: str
    problems: tuple[Problem, ...]
    questions: int = 0
    samples: int = 0
    passed: int = 0

    @property
    def errors(self) -> int:
        """How many problems keep the lesson from being used as meant."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems a teacher may want to look at."""
        return len(self.problems) - self.errors


def check_lesson(file: Path, article: Path | None = None, judge: Judge | None = None) -> Checked:
    """Check the lesson in `file`, with `article` in place of its own if one is given.

    Whatever is wrong with the file or its article is a problem in the result; nothing is raised for it. Where a lesson
    is checked again and again, a `judge` of its own remembers what has not changed.
    """
    try:
        loaded = load_lesson(file, article)
    except LessonProblems as error:
        return Checked(file, slug_of(file), in_order(error.problems))
    except ArticleNeeded as error:
        advice = "Save the article as a .txt or .md file, and check the lesson with --article FILE."
        return Checked(file, slug_of(file), (_whole_file(Rule.ARTICLE, file, error.what, advice),))
    except TutorError as error:
        rule = Rule.UNREADABLE if article is None else Rule.ARTICLE
        return Checked(file, slug_of(file), (_whole_file(rule, file, error.what, error.advice),))
    return check_loaded(loaded, judge)


def check_loaded(loaded: LoadedLesson, judge: Judge | None = None) -> Checked:
    """Check a lesson that could be loaded: what is doubtful in it, its samples, and what must not pass."""
    judge = judge or Judge()
    judge.begin()
    results = check_samples(loaded, judge)
    problems = (
        *loaded.warnings,
        *placed(_faults(loaded, judge), loaded.path, loaded.text),
        *(problem for result in results for problem in result.problems),
    )
    passed = sum(result.passed for result in results)
    return Checked(loaded.path, loaded.slug, in_order(problems), len(loaded.lesson.questions), len(results), passed)


def in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Problems of one lesson, each once: errors before warnings, by place."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.severity is not Severity.ERROR, p.line, p.column)))


def files_of(file: Path, article: Path | None = None) -> tuple[Path, ...]:
    """The files that decide what `check_lesson` says: the lesson's and its article's, whether they are there or not."""
    if article is not None:
        return file, article
    import tomli

    try:
        named = tomli.loads(read_lesson(file).decode("utf-8-sig"))["article"]["file"]
        return (file, file.parent / named)
    except (TutorError, ValueError, KeyError, TypeError, RecursionError):
        return (file,)  # the lesson has to change first


def _faults(loaded: LoadedLesson, judge: Judge) -> Iterator[Fault]:
    """What only shows when the dictionary and the article are at hand, but for the samples."""
    lesson, article = loaded.lesson, loaded.article
    if not is_english(article):
        what = "the article does not look like English, and all checks are made for English"
        yield Fault(Rule.LANGUAGE, ("article",), what, "Many replies will be misjudged: try some.", Severity.WARNING)
    yield from doubtful_concepts(lesson)
    yield from check_quotations(lesson, article)
    yield from check_glossary(lesson, article)
    for number, question in enumerate(lesson.questions):
        yield from check_reach(("questions", number), question)
    yield from check_untried(lesson)
    yield from check_drafts(lesson)
    yield from check_proofs(loaded, judge)


def _whole_file(rule: Rule, file: Path, what: str, advice: str) -> Problem:
    # The place that is printed before it names the file already.
    return Problem(rule, file, 1, 1, what.rstrip(".").replace(printable(str(file)), "the file", 1), advice)
