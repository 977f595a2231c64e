"""What is wrong with a lesson, where, and what to do about it, in a teacher's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tutor.article import printable
from tutor.errors import TutorError
from tutor.lesson.places import KeyPath, find_places
from tutor.lesson.rules import Rule


class Severity(StrEnum):
    """Whether a lesson can be used in spite of a problem."""

    ERROR = "error"
    WARNING = "warning"


class Spot(StrEnum):
    """Which end of `key = value` a fault is at."""

    KEY = "key"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem known by the way to its key, before lines and columns are looked up."""

    rule: Rule
    path: KeyPath
    what: str
    advice: str = ""
    severity: Severity = Severity.ERROR
    spot: Spot = Spot.VALUE


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem in one file: `line` and `column` from 1, `what` without a full stop, `advice` a sentence."""

    rule: Rule
    path: Path
    line: int
    column: int
    what: str
    advice: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.what}." + (f" {self.advice}" if self.advice else "")


class LessonProblems(TutorError):  # noqa: N818  (it is one error with all the problems in it)
    """A lesson that cannot be used: `problems` has all that is wrong, warnings too, ordered by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        errors = sum(problem.severity is Severity.ERROR for problem in self.problems)
        count = "a problem" if errors == 1 else f"{errors} problems"
        super().__init__(
            f"The lesson cannot be used yet, it has {count}:",
            "\n".join(str(problem) for problem in self.problems),
        )


def quoted(value: object) -> str:
    """A value from a file, in quotation marks, short enough for a message."""
    words = " ".join(str(value).split())
    return f'"{words if len(words) <= 60 else words[:59] + "…"}"'


def placed(faults: Iterable[Fault], path: Path, text: str) -> tuple[Problem, ...]:
    """Look up where the faults of a lesson stand in its `text`, and order them. No faults cost nothing."""
    faults = tuple(faults)
    if not faults:
        return ()
    places = find_places(text)
    problems = []
    for fault in faults:
        line, column = places.key(fault.path) if fault.spot is Spot.KEY else places.value(fault.path)
        what, advice = one_line(fault.what), one_line(fault.advice)
        problems.append(Problem(fault.rule, path, line, column, what, advice, fault.severity))
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column)))


def one_line(words: str) -> str:
    """A message as it may be printed: what a file says is in it, and must not act on the terminal."""
    return printable(" ".join(words.split()))
