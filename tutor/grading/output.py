"""Scores written as a table for spreadsheets, and files that are there whole or not at all."""

from __future__ import annotations

import csv
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from tutor.article.text import printable
from tutor.errors import TutorError
from tutor.grading.grade import Graded
from tutor.rubric.model import Verdict
from tutor.rubric.rubric import Rubric

FIXED = ("id", "question", "score", "effort")
"""The columns that every table of scores has; the parts of a question stand between the last two."""

# What makes a spreadsheet take a cell for a formula, when it stands first; source: OWASP, "CSV Injection". A plain
# number such as -3 is no formula.
_FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def columns_of(question: Rubric) -> tuple[str, ...]:
    """The columns of a row of scores.

    A part named like one of the fixed columns has its kind before its name: `criterion:score`.
    """
    criteria = (_column("criterion", part.id) for part in question.criteria)
    misconceptions = (_column("misconception", part.id) for part in question.misconceptions)
    return (*FIXED[:3], *criteria, *misconceptions, FIXED[3])


def cells_of(graded: Graded, question: Rubric) -> list[str | int]:
    """The row of one reply: id, question, score, a verdict per criterion, yes or "" per misconception, effort."""
    assessment = graded.assessment
    shown = {f.criterion for f in assessment.misconceptions if f.verdict is Verdict.MET}
    return [
        graded.id,
        graded.question,
        graded.score,
        *(str(finding.verdict) for finding in assessment.findings),
        *("yes" if part.id in shown else "" for part in question.misconceptions),
        str(assessment.effort),
    ]


class ScoreWriter:
    """Writes a row per reply, below a header unless the file has one already."""

    def __init__(self, file: TextIO, question: Rubric, *, header: bool = True) -> None:
        self._writer = csv.writer(file, lineterminator="\n")
        self._question = question
        if header:
            self._writer.writerow(columns_of(question))

    def write(self, graded: Graded) -> None:
        """Write the row of one reply."""
        name, *rest = cells_of(graded, self._question)
        self._writer.writerow([harmless(str(name)), *rest])


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: with an apostrophe before it where it would be taken for one."""
    plain = printable(cell)
    return f"'{plain}" if _FORMULA.match(plain) and not _NUMBER.fullmatch(plain) else plain


def _column(kind: str, name: str) -> str:
    return f"{kind}:{name}" if name in FIXED else name


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a file for writing (UTF-8) that takes its place only when all of it is written.

    It is written beside `path` under another name and then put in the place of what was there, for the same eyes. What
    is there and is no plain file (a pipe, a device) is written as it is. Raises TutorError when it cannot be written.
    """
    target = resolved(path)
    try:
        if target.exists() and not target.is_file():
            with target.open("w", encoding="utf-8", newline="") as file:
                yield file
            return
        beside = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with beside.open("w", encoding="utf-8", newline="") as file:
                if target.exists():
                    shutil.copymode(target, beside)
                yield file
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(path, error.strerror or str(error)) from error


def resolved(path: Path) -> Path:
    """The file that a path leads to. Raises TutorError when there can be none."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError) as error:  # links that go in a circle, a name no file can have
        raise unwritable(path, "its name is not one a file can have") from error


def unwritable(path: Path, reason: str) -> TutorError:
    """What to say of a file that could not be written."""
    return TutorError(
        f"{printable(str(path))} could not be written: {reason}.",
        "Name a file in a folder that is there, that you may write to, and that has room for it.",
    )
