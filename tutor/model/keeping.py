"""Putting a model on the shelf, taking it off, and choosing: at no moment does something half stand there."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tutor.errors import TutorError
from tutor.model.amounts import in_words, part_of
from tutor.model.catalogue import NOBODY, Entry
from tutor.model.gguf import read_gguf, refuse_unless_chat
from tutor.model.records import BEGUN, Record, begun_name, read_record, record_of, replace, write_record
from tutor.model.shelf import Installed, Shelf, id_of, refuse_open_to_all

CHUNK = 4 * 2**20
_STALE = 24 * 3600  # seconds after which a copy that was begun is nobody's any more
_SPARE = 50_000_000  # bytes that stay free on the disk

Progress = Callable[[int, int], None]
"""Told how many bytes of how many are done: at the start, and after every `CHUNK`."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding: the model, whether its file is one with the original, and what is worth knowing."""

    model: Installed
    linked: bool
    note: str = ""


def add(shelf: Shelf, source: Path, progress: Progress | None = None) -> Added:
    """Check a GGUF file, compute its checksum, and put it into the shelf's folder.

    The file is linked where it lies on the same disk, belongs to this user and nobody else may write to it; else it is
    copied. A file that is in the folder already is only checked. An interruption (KeyboardInterrupt included) leaves
    nothing behind. Raises TutorError when the file is not sound, no chat model, not what the list says it is, when
    another model has its name, or when the disk is full.
    """
    named = shelf.catalogue.by_file(source.name)
    refuse_unless_chat(read_gguf(source))
    _make_folder(shelf.folder)
    tell = progress or (lambda done, whole: None)
    linked = False
    if source.resolve().parent == shelf.folder.resolve():
        refuse_open_to_all(source)
        target, record = source, _hashed(source, tell)
        _refuse_damaged(record, named, source)
    else:
        target, record, linked = _bring(shelf, source, named, tell)
    try:
        write_record(target, record)
    except OSError as error:
        raise _cannot_write(error, shelf.folder) from None
    return Added(shelf.describe(target), linked, _note(named, record))


def remove(shelf: Shelf, name: str) -> Installed:
    """Take a model's file and record off the shelf; returns what was there. Raises TutorError if nothing was."""
    model = next((model for model in shelf.installed() if model.id == name.lower()), None)
    if model is None:
        raise TutorError(f"There is no model called {name} on this machine.", "tutor models lists those there are.")
    try:
        model.file.unlink()
        record_of(model.file).unlink(missing_ok=True)
    except OSError as error:
        raise TutorError(
            f"{model.file} cannot be removed ({error.strerror or error}).", "Close the lessons that use it, try again."
        ) from None
    if shelf.chosen_name() == model.id:
        choose(shelf, NOBODY)
    return model


def choose(shelf: Shelf, name: str) -> None:
    """Remember which model to use: an id, or `NOBODY`. Raises TutorError when it cannot be written."""
    try:
        shelf.choice.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace(shelf.choice, f"{name}\n".encode())
    except OSError as error:
        raise _cannot_write(error, shelf.choice.parent) from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise TutorError(f"{folder} is a file, but should be the folder for models.", "Move it away.") from None
    except OSError as error:
        raise _cannot_write(error, folder) from None
    refuse_open_to_all(folder / "any")  # no such file: it is the folder that is looked at
    for path in folder.glob(f"{BEGUN}*"):  # what was killed in the middle of adding
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _STALE:
                path.unlink()


def _bring(shelf: Shelf, source: Path, named: Entry | None, tell: Progress) -> tuple[Path, Record, bool]:
    """Link or copy under a name that is nobody's, and give it its own only when all of it is there and right."""
    begun = begun_name(shelf.folder)
    try:
        linked = _link(source, begun)
        record = _hashed(begun, tell) if linked else _copied(source, begun, tell)
        read_gguf(begun)  # what was brought is what was looked at
        _refuse_damaged(record, named, source)
        target = _place(shelf, source, record)
        begun.replace(target)
    except OSError as error:
        raise _cannot_write(error, shelf.folder) from None
    finally:
        with suppress(OSError):
            begun.unlink(missing_ok=True)
    return target, record, linked


def _link(source: Path, begun: Path) -> bool:
    """Whether the file could be linked. On Windows, who may write to it is not told by its mode: it is copied."""
    if os.name != "posix":
        return False
    try:
        status = source.stat()
        if status.st_uid != os.geteuid() or status.st_mode & 0o022:
            return False
        begun.hardlink_to(source.resolve())
    except OSError:  # on another disk, or one without links
        return False
    return True


def _copied(source: Path, begun: Path, tell: Progress) -> Record:
    with _open(source) as file:
        size = os.fstat(file.fileno()).st_size
        free = shutil.disk_usage(begun.parent).free
        if free < size + _SPARE:
            raise TutorError(
                f"The disk has room for {in_words(free)}; the model needs {in_words(size)}.",
                f"Make room on the disk of {begun.parent}, or set TUTOR_HOME to a folder on a larger one.",
            )
        with os.fdopen(os.open(begun, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o644), "wb") as copy:
            digest = _through(file, size, source, tell, copy)
            copy.flush()
            os.fsync(copy.fileno())
    status = begun.stat()
    return Record(sha256=digest, size=status.st_size, mtime_ns=status.st_mtime_ns)


_BINARY = getattr(os, "O_BINARY", 0)


def _hashed(source: Path, tell: Progress) -> Record:
    with _open(source) as file:
        before = os.fstat(file.fileno())
        digest = _through(file, before.st_size, source, tell)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise _moving(source)
    return Record(sha256=digest, size=after.st_size, mtime_ns=after.st_mtime_ns)


def _open(source: Path) -> BinaryIO:
    try:
        return source.open("rb")
    except OSError as error:
        raise TutorError(f"{source} cannot be read ({error.strerror or error}).", "Try the stick again.") from None


def _through(file: BinaryIO, size: int, source: Path, tell: Progress, copy: BinaryIO | None = None) -> str:
    """The checksum of `file`, which is written to `copy` on the way."""
    digest = hashlib.sha256()
    done = 0
    tell(0, size)
    while True:
        try:
            chunk = file.read(CHUNK)
        except OSError as error:
            raise TutorError(
                f"{source} can be read only up to {part_of(done, size)} ({error.strerror or error}).",
                "The stick or disk is worn, or was pulled out. Copy the file anew, to another one if need be.",
            ) from None
        if not chunk:
            break
        digest.update(chunk)
        if copy:
            copy.write(chunk)
        done += len(chunk)
        tell(min(done, size), size)
    if done != size:
        raise _moving(source)
    return digest.hexdigest()


def _moving(source: Path) -> TutorError:
    return TutorError(f"{source} was changed while it was read.", "Wait until it is copied or fetched, then add it.")


def _refuse_damaged(record: Record, named: Entry | None, source: Path) -> None:
    """With a listed name and size, other content is damage; with another size, it is another build of the model."""
    if named and named.sha256 and record.size == named.size and record.sha256 != named.sha256:
        raise TutorError(
            f"{source} has the right size, but not the content that {named.publisher or 'its publisher'} published: "
            "it was damaged on the way, or changed.",
            "Fetch or copy it again.",
        )


def _place(shelf: Shelf, source: Path, record: Record) -> Path:
    """Where the file goes: under the name the list has for this content, else its own."""
    entry = shelf.catalogue.by_sha256(record.sha256)
    target = shelf.folder / (entry.file if entry else source.name)
    for other in shelf.files():
        known = read_record(other)
        if id_of(other.name) == id_of(target.name) and not (known and known.sha256 == record.sha256):
            raise TutorError(
                f"Another model is here under that name: {other}.",
                f"Take it off first (tutor models remove {shelf.describe(other).id}), or rename the new file.",
            )
    return target


def _note(named: Entry | None, record: Record) -> str:
    if named and named.size and record.size != named.size:
        return f"It is called like {named.name}, but is another build of it; it is kept as a model of your own."
    return ""


def _cannot_write(error: OSError, folder: Path) -> TutorError:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return TutorError("The disk is full.", f"Make room on the disk of {folder}. Nothing half was left there.")
        case errno.EFBIG:
            return TutorError(
                "The disk cannot hold a file of this size.",
                "A stick formatted as FAT32 takes up to 4 GB a file: format it as exFAT, or take a smaller model.",
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return TutorError(f"You may not write to {folder}.", "Set TUTOR_HOME to a folder that you may write to.")
    return TutorError(f"{folder} cannot be written to ({error.strerror or error}).", "Look at the disk.")
