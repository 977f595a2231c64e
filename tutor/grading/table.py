"""Tables of replies as spreadsheets and databases write them: comma- or tab-separated, row by row."""

from __future__ import annotations

import csv
import io
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from tutor.article.text import printable
from tutor.errors import TutorError
from tutor.lesson.nearest import listed, nearest

ID_NAMES = ("id",)
REPLY_NAMES = ("reply", "answer", "response", "text", "essaytext", "essay", "student answer", "student response")
"""What a column of replies is usually called, whatever the case; the first of these that a table has is taken."""

LONGEST_CELL = 10_000_000
"""Characters. A quotation mark that is never closed would take the whole rest of a table for one cell."""
HIGHEST_SCORE = 100
"""The highest human score that can be compared; levels go up to 20."""

_TAB_ENDINGS = (".tsv", ".tab")
_LISTED_AT_MOST = 20  # columns in an error message
_LOOK = 65_536  # bytes at the start, to tell how lines end
_NO_TABLES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")  # how .xlsx, .ods, .docx; .xls, .doc; and PDFs begin
_SCORE = re.compile(r"([0-9]{1,3})(?:\.0{1,6})?")


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of the table: the reply, and where there is one the score that a human gave it.

    `line` is the number of the line that the row begins on, from 1.
    """

    line: int
    id: str
    text: str
    human: int | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A row, or a cell of it, that cannot be read; `what` is a sentence on why. Lines are counted from 1."""

    first: int
    last: int
    what: str

    def __str__(self) -> str:
        lines = f"line {self.first}" if self.first == self.last else f"lines {self.first} to {self.last}"
        return printable(f"{lines}: {self.what}")


@dataclass(frozen=True, slots=True)
class Names:
    """The columns to read, by name. None: the id and the reply are found by the usual names, a score is not read."""

    id: str | None = None
    reply: str | None = None
    human: str | None = None


class AnswerTable:
    """A table of replies, opened for reading once, from its first row to its last.

    The first line that is not empty names the columns. Cells are separated by tabs when the file's name ends in .tsv or
    .tab or the first line has one, else by semicolons when it has these and no comma, else by commas. Between tabs,
    quotation marks are plain characters. Each line is UTF-8, or else windows-1252; `foreign` is then the first such
    line. Raises TutorError when the file cannot be read or a column cannot be told.
    """

    def __init__(self, path: Path, names: Names) -> None:
        self.path = path
        self.foreign: int | None = None
        self._line = 0
        self._file = _opened(path)
        try:
            self._text = io.TextIOWrapper(self._file, encoding="latin-1", newline=self._line_end())
            self._lines = self._decoded()
            first = next((line for line in self._lines if line.strip()), "")
            if not first:
                raise TutorError(f"{_shown(path)} is empty.", "Its first line should name the columns: id, reply.")
            self.separator = _separator(path, first)
            header = self._header(first)
            self.columns = [cell.strip() for cell in header]
            self._choose(names)
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._text.close()

    @property
    def reply_column(self) -> str:
        """The name of the column that the replies are read from."""
        return self.columns[self._reply]

    @property
    def id_column(self) -> str | None:
        """The name of the column that the ids are read from; None when the number of the line is taken."""
        return None if self._id is None else self.columns[self._id]

    @property
    def read(self) -> tuple[int, int]:
        """How many bytes are read, of how many; 0 of 0 where it does not come from a plain file."""
        status = os.fstat(self._file.fileno())
        return (self._file.tell(), status.st_size) if stat.S_ISREG(status.st_mode) else (0, 0)

    def __iter__(self) -> Iterator[Answer | Trouble]:
        """The rows below the first, in order. A row that cannot be read gives a Trouble, and the next one follows."""
        rows = self._rows()
        while True:
            first = self._line + 1
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield Trouble(first, self._line, f"this row cannot be read: {_why(error)}.")
                rows = self._rows()
                continue
            except OSError as error:
                raise _unreadable(self.path, error) from error
            if any(cell.strip() for cell in cells):
                yield from self._answer(first, cells)

    def _answer(self, first: int, cells: Sequence[str]) -> Iterator[Answer | Trouble]:
        if any(cell.strip() for cell in cells[len(self.columns) :]):
            what = f"this row has {len(cells)} cells for {len(self.columns)} columns; check its quotation marks."
            yield Trouble(first, self._line, what)
            return
        if self._reply >= len(cells):
            yield Trouble(first, self._line, f"this row ends before the column {self.reply_column}.")
            return
        human = None
        if self._human is not None and self._human < len(cells) and (written := cells[self._human].strip()):
            human = _score(written)
            if human is None:
                what = f"the score “{_cut(written)}” is no whole number from 0 to {HIGHEST_SCORE}; it is not compared."
                yield Trouble(first, self._line, what)
        named = str(first) if self._id is None else cells[self._id].strip() if self._id < len(cells) else ""
        yield Answer(first, named, cells[self._reply], human)

    def _rows(self) -> Iterator[Sequence[str]]:
        """Cells of row after row. Where csv has given up on a row, a new reader goes on at the next line."""
        if self.separator == "\t":
            return (line.rstrip("\r\n").split("\t") for line in self._lines)
        csv.field_size_limit(max(LONGEST_CELL, csv.field_size_limit()))
        return csv.reader(self._lines, delimiter=self.separator, skipinitialspace=True, strict=True)

    def _header(self, first: str) -> Sequence[str]:
        if self.separator == "\t":
            return first.rstrip("\r\n").split("\t")
        try:
            return next(csv.reader([first], delimiter=self.separator, skipinitialspace=True))
        except csv.Error as error:
            what = f"The first line of {_shown(self.path)} cannot be read: {_why(error)}."
            raise TutorError(what, "It should name the columns: id, reply.") from error

    def _line_end(self) -> str:
        start = self._file.peek(_LOOK)[:_LOOK] if isinstance(self._file, io.BufferedReader) else b""
        if start.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise TutorError(
                f"{_shown(self.path)} is saved as UTF-16, not as UTF-8.",
                "Save it again as CSV UTF-8 (in a spreadsheet: Save as, CSV UTF-8).",
            )
        if start.startswith(_NO_TABLES):
            what = f"{_shown(self.path)} is a spreadsheet's or a word processor's own file, whatever its name says."
            raise TutorError(what, "Open it and save it again as CSV UTF-8.")
        return "\r" if b"\r" in start and b"\n" not in start else "\n"

    def _decoded(self) -> Iterator[str]:
        """The lines, decoded one by one: tables are put together from files of different encodings."""
        for line in self._text:
            self._line += 1
            data = line.encode("latin-1")
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError:
                self.foreign = self.foreign or self._line
                text = data.decode("windows-1252", errors="replace")
            yield text.removeprefix("\ufeff") if self._line == 1 else text

    def _choose(self, names: Names) -> None:
        """Find the columns that `names` ask for."""
        self._human = None if names.human is None else self._find(names.human)
        reply = self._usual(REPLY_NAMES) if names.reply is None else self._find(names.reply)
        if reply is None:
            what = f"It cannot be told which column of {_shown(self.path)} has the replies."
            raise TutorError(what, f"Name it with --reply-column. {self._listed()}")
        self._reply = reply
        if names.id is not None:
            self._id: int | None = self._find(names.id)
        else:
            others = (number for number in range(len(self.columns)) if number not in (reply, self._human))
            usual = self._usual(ID_NAMES)
            self._id = next(others, None) if usual is None else usual

    def _find(self, name: str) -> int:
        """The number of a column: its name as written, or else in another case."""
        wanted = name.strip()
        for columns, like in ((self.columns, wanted), ([c.casefold() for c in self.columns], wanted.casefold())):
            if like in columns:
                return columns.index(like)
        near = nearest(wanted, self.columns)
        advice = f"Did you mean {_cut(near)}? {self._listed()}" if near else self._listed()
        raise TutorError(f"{_shown(self.path)} has no column {_cut(wanted)}.", advice)

    def _usual(self, names: Sequence[str]) -> int | None:
        lowered = [column.casefold().replace("_", " ") for column in self.columns]
        return next((lowered.index(name) for name in names if name in lowered), None)

    def _listed(self) -> str:
        names = [_cut(column) or "(no name)" for column in self.columns[:_LISTED_AT_MOST]]
        more = len(self.columns) - len(names)
        return f"The columns are {listed([*names, f'{more} more'] if more else names)}."


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from error
    except ValueError as error:
        raise TutorError(f"{_shown(path)} could not be read: its name is not one a file can have.") from error


def _unreadable(path: Path, error: OSError) -> TutorError:
    if isinstance(error, FileNotFoundError):
        return TutorError(f"There is no file {_shown(path)}.", "Check the spelling, and the folder you are in.")
    if isinstance(error, IsADirectoryError):
        return TutorError(f"{_shown(path)} is a folder.", "Name the table of replies in it.")
    return TutorError(f"{_shown(path)} could not be read: {error.strerror or error}.")


def _why(error: csv.Error) -> str:
    if "expected after" in str(error):
        return "there is something between a closing quotation mark and the next cell"
    return "a quotation mark in it is never closed, or too late"


def _separator(path: Path, header: str) -> str:
    if path.suffix.lower() in _TAB_ENDINGS or "\t" in header:
        return "\t"
    return ";" if ";" in header and "," not in header else ","


def _score(written: str) -> int | None:
    """A whole number as spreadsheets write it: "2", "2.0"."""
    match = _SCORE.fullmatch(written)
    return int(match[1]) if match and int(match[1]) <= HIGHEST_SCORE else None


def _shown(path: Path) -> str:
    return printable(str(path))


def _cut(text: str) -> str:
    """A name short and plain enough to be told."""
    plain = " ".join(printable(text).split())
    return plain if len(plain) <= 60 else f"{plain[:59]}…"
