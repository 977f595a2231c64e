"""Scores that are being written: kept beside their place until they are whole, so that a grading can be gone on with.

The file of a grading that was stopped has the mark of what was graded in its name: the same table, by the same lesson,
goes on in it; any other grading begins anew. So scores by two rubrics never stand in one file.
"""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, TextIO

from tutor import __version__
from tutor.grading.output import resolved, unwritable
from tutor.grading.table import AnswerTable

_PIECE = 1 << 20  # bytes read at a time


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Scores that are being written: `file` to write on with, and how many `rows` stand in it already.

    `path` is where they are kept meanwhile; None where they cannot be gone on with.
    """

    file: TextIO
    path: Path | None
    rows: int

    def kept(self) -> Iterator[list[str]]:
        """The rows that it had when it was opened, header excluded, one by one."""
        if self.path is None:
            return
        with self.path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            next(reader, None)
            for _ in range(self.rows):
                yield next(reader)


def mark_of(table: AnswerTable, digest: str, question: str) -> str:
    """What is graded by what, as 16 hexadecimal digits: other words in table, lesson or article, another mark."""
    status = table.path.stat()
    columns = (table.id_column, table.reply_column)
    parts = (__version__, digest, question, table.path.resolve(), status.st_size, status.st_mtime_ns, *columns)
    return sha256("\0".join(map(str, parts)).encode("utf-8", "surrogateescape")).hexdigest()[:16]


@contextmanager
def unfinished_file(path: Path, mark: str, *, anew: bool = False) -> Iterator[Unfinished]:
    """Open the scores that go to `path`: those of a stopped grading with this mark, or none yet.

    When the block ends they take their place, and other unfinished ones for the same place go. When it ends with an
    error or an interruption, what is written stays, to be gone on with. `anew` begins from the start. Raises TutorError
    when it cannot be written.
    """
    target = resolved(path)
    beside = target.with_name(f".{target.name}.{mark}.unfinished")
    try:
        if anew:
            beside.unlink(missing_ok=True)
        with beside.open("r+b" if beside.exists() else "w+b") as raw:
            rows, end = _whole_rows(raw)
            raw.truncate(end)
        if target.exists():
            shutil.copymode(target, beside)
        with beside.open("a", encoding="utf-8", newline="") as file:
            yield Unfinished(file, beside, max(rows - 1, 0))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
        for other in target.parent.glob(f".{_literal(target.name)}.*.unfinished"):
            with suppress(OSError):
                other.unlink()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(path, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            if not beside.stat().st_size:
                beside.unlink()


def _whole_rows(file: BinaryIO) -> tuple[int, int]:
    """How many rows are whole, and where the last of them ends: a line's end with no quotation mark open before it."""
    rows = end = at = quotes = 0
    while piece := file.read(_PIECE):
        start = 0
        while (found := piece.find(b"\n", start)) >= 0:
            quotes += piece.count(b'"', start, found)
            start = found + 1
            if quotes % 2 == 0:
                rows, end = rows + 1, at + start
        quotes += piece.count(b'"', start)
        at += len(piece)
    return rows, end


def _literal(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)
