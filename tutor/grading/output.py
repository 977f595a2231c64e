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


class ScoreWriter:
    """Writes one row per reply: id, question, score, a verdict per criterion, yes or nothing per misconception, effort.

    A part named like one of the fixed columns has its kind before its name: `criterion:score`.
    """

    def __init__(self, file: TextIO, question: Rubric) -> None:
        self._writer = csv.writer(file, lineterminator="\n")
        self._misconceptions = [part.id for part in question.misconceptions]
        criteria = [_column("criterion", part.id) for part in question.criteria]
        misconceptions = [_column("misconception", name) for name in self._misconceptions]
        self._writer.writerow([*FIXED[:3], *criteria, *misconceptions, FIXED[3]])

    def write(self, graded: Graded) -> None:
        """Write the row of one reply."""
        assessment = graded.assessment
        shown = {f.criterion for f in assessment.misconceptions if f.verdict is Verdict.MET}
        self._writer.writerow(
            [
                harmless(graded.id),
                graded.question,
                graded.score,
                *(finding.verdict for finding in assessment.findings),
                *("yes" if name in shown else "" for name in self._misconceptions),
                assessment.effort,
            ]
        )


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
    target = _resolved(path)
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
        raise _unwritable(path, error.strerror or str(error)) from error


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError) as error:  # links that go in a circle, a name no file can have
        raise _unwritable(path, "its name is not one a file can have") from error


def _unwritable(path: Path, reason: str) -> TutorError:
    return TutorError(
        f"{printable(str(path))} could not be written: {reason}.",
        "Name a file in a folder that is there and that you may write to.",
    )
