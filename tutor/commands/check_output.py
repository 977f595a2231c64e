"""What `tutor check` found, as text for people, as JSON for programs, and as SARIF for editors and CI."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tutor import __version__
from tutor.article import printable
from tutor.lesson.checking import Checked
from tutor.lesson.problems import Problem, Severity
from tutor.lesson.rules import ABOUT, Rule

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Says which form this is; nothing is fetched from there."""


class Format(StrEnum):
    """How the problems are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


def as_text(checked: Sequence[Checked]) -> Iterator[str]:
    """A line for each problem, errors before warnings, then a line for each lesson."""
    problems = _all(checked)
    for severity in (Severity.ERROR, Severity.WARNING):
        for problem in problems:
            if problem.severity is severity:
                yield printable(_line(problem))
    for one in checked:
        yield printable(_summary(one))
    if len(checked) > 1:
        count = _counted(sum(one.errors for one in checked), sum(one.warnings for one in checked))
        yield f"{len(checked)} lessons: {count}."


def as_json(checked: Sequence[Checked]) -> Iterator[str]:
    """One line with one object: `lessons`, each with its `problems`, and how many `errors` and `warnings` there are."""
    lessons = [
        {
            "lesson": one.slug,
            "path": str(one.path),
            "questions": one.questions,
            "samples": one.samples,
            "passed": one.passed,
            "problems": [
                {
                    "rule": str(problem.rule),
                    "severity": str(problem.severity),
                    "path": str(problem.path),
                    "line": problem.line,
                    "column": problem.column,
                    "what": problem.what,
                    "advice": problem.advice,
                }
                for problem in one.problems
            ],
        }
        for one in checked
    ]
    errors, warnings = sum(one.errors for one in checked), sum(one.warnings for one in checked)
    yield json.dumps({"format": 1, "errors": errors, "warnings": warnings, "lessons": lessons}, ensure_ascii=False)


def as_sarif(checked: Sequence[Checked]) -> Iterator[str]:
    """One line with a log in SARIF 2.1.0. Lines and columns count from 1, columns in characters."""
    numbers = {rule: number for number, rule in enumerate(Rule)}
    driver = {
        "name": "tutor",
        "semanticVersion": __version__,
        "rules": [{"id": str(rule), "shortDescription": {"text": ABOUT[rule]}} for rule in Rule],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, numbers[problem.rule]) for problem in _all(checked)],
    }
    yield json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)


WRITERS: Mapping[Format, Callable[[Sequence[Checked]], Iterator[str]]] = {
    Format.TEXT: as_text,
    Format.JSON: as_json,
    Format.SARIF: as_sarif,
}
"""What writes each format, line by line."""


def _all(checked: Sequence[Checked]) -> list[Problem]:
    """The problems of all lessons, errors first."""
    problems = [problem for one in checked for problem in one.problems]
    return sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)


def _line(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}:{problem.column}: "
    said = str(problem).removeprefix(place)
    return f"{place}{'warning: ' if problem.severity is Severity.WARNING else ''}{said}"


def _summary(one: Checked) -> str:
    count = _counted(one.errors, one.warnings)
    if not one.questions:
        return f"{one.slug}: it cannot be used yet; {count}."
    questions = f"{one.questions} question{'' if one.questions == 1 else 's'}"
    return f"{one.slug}: {questions}, {one.passed} of {one.samples} samples as expected; {count}."


def _counted(errors: int, warnings: int) -> str:
    """`2 errors, 1 warning`; `no problems`."""
    counts = [(errors, "error"), (warnings, "warning")]
    said = [f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counts if number]
    return ", ".join(said) or "no problems"


def _result(problem: Problem, number: int) -> dict[str, Any]:
    return {
        "ruleId": str(problem.rule),
        "ruleIndex": number,
        "level": "error" if problem.severity is Severity.ERROR else "warning",
        "message": {"text": f"{problem.what}. {problem.advice}".strip()},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(problem.path)},
                    "region": {"startLine": problem.line, "startColumn": problem.column},
                }
            }
        ],
    }


def _uri(path: Path) -> str:
    """A path as SARIF wants it: from the current folder where it is below that, else the whole of it."""
    whole = path.absolute()
    here = Path.cwd()
    if whole.is_relative_to(here):
        return quote(whole.relative_to(here).as_posix())
    return whole.as_uri()
