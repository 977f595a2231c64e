"""The record beside a model file: its checksum, and the size and time it had when that was computed."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tutor.paths import replace_file

SUFFIX = ".json"
"""What is added to a model file's name for its record."""
BEGUN = ".adding-"
"""How the names of files begin that are not whole yet."""

_MOST = 10_000  # bytes of a record
_SLACK = 2_000_000_000  # nanoseconds; FAT keeps times to two seconds


class Checked(StrEnum):
    """What is known of a file's content."""

    PUBLISHED = "as published"  # its checksum is the one in the list
    UNCHANGED = "unchanged since added"  # the list has no checksum to hold it against
    AGAIN = "to be checked again"  # of the same size, but touched or copied since
    NO = "not checked"  # it was put there by hand
    CHANGED = "changed since added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What was found when a file was added: its SHA-256 in hexadecimal, its size in bytes, its time in nanoseconds."""

    sha256: str
    size: int
    mtime_ns: int


def record_of(file: Path) -> Path:
    """Where the record of a model file is."""
    return file.with_name(file.name + SUFFIX)


def read_record(file: Path) -> Record | None:
    """What was found when `file` was added; None when there is no record, or none that can be read."""
    try:
        with record_of(file).open("rb") as record:
            raw = json.loads(record.read(_MOST))
        return Record(sha256=str(raw["sha256"]), size=int(raw["size"]), mtime_ns=int(raw["mtime_ns"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def write_record(file: Path, record: Record) -> None:
    """Write the record of a model file. Raises OSError."""
    raw = {"sha256": record.sha256, "size": record.size, "mtime_ns": record.mtime_ns}
    replace(record_of(file), json.dumps(raw, indent=1).encode() + b"\n")


def compare(file: Path, record: Record | None, published: str) -> Checked:
    """What is known of `file` from its record and the checksum it was `published` with ("": not known)."""
    if record is None:
        return Checked.NO
    try:
        status = file.stat()
    except OSError:
        return Checked.CHANGED
    if status.st_size != record.size:
        return Checked.CHANGED
    if abs(status.st_mtime_ns - record.mtime_ns) > _SLACK:
        return Checked.AGAIN
    return Checked.PUBLISHED if published == record.sha256 else Checked.UNCHANGED


def begun_name(folder: Path) -> Path:
    """A name in `folder` for a file that is not whole yet, and that nobody else has."""
    return folder / f"{BEGUN}{os.getpid()}-{secrets.token_hex(4)}"


def replace(path: Path, data: bytes) -> None:
    """Write a small file: it is there as it was or as it should be, never in between. Raises OSError."""
    replace_file(path, data, begun_name(path.parent))
