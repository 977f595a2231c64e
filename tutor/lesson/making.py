"""A lesson's folder, written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from tutor.article import printable
from tutor.errors import TutorError


def make_folder(folder: Path, files: Mapping[str, str], *, force: bool) -> None:
    """Make `folder` with `files` (name to text) in it.

    They are written to a folder beside it, which is then given its name. With `force` the files take the place of those
    that are there; others in the folder stay. Raises TutorError when there is a lesson and no `force`, or when it
    cannot be written; then nothing has changed.
    """
    shown = printable(str(folder))
    begun = folder.with_name(f".{folder.name}.{os.getpid()}-{secrets.token_hex(4)}.part")
    old = begun.with_suffix(".old")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        there = folder.exists() or folder.is_symlink()
        if there and not folder.is_dir():
            raise TutorError(
                f"{shown} is a file, where the lesson's folder should be.", "Give the lesson another name."
            )
        if there and any(folder.iterdir()) and not force:
            raise TutorError(
                f"There is a lesson {shown} already, and it stays as it is.",
                "Give the new one another name, or add --force to put new files in the place of its own.",
            )
        if there:
            shutil.copytree(folder, begun, symlinks=True)
        else:
            begun.mkdir()
        for name, text in files.items():
            _write(begun / name, text)
        if there:
            folder.replace(old)
        try:
            begun.replace(folder)
        except OSError:
            if there:
                old.replace(folder)
            raise
    except OSError as error:
        # Where several files could not be copied, the error is a list of them.
        why = "not all of its files could be copied" if isinstance(error, shutil.Error) else error.strerror or error
        raise TutorError(
            f"The lesson {shown} could not be written: {why}.",
            "Name a folder that you may write to, on a disk with room, with --into FOLDER.",
        ) from error
    finally:
        shutil.rmtree(begun, ignore_errors=True)
        if folder.exists():
            shutil.rmtree(old, ignore_errors=True)


def _write(file: Path, text: str) -> None:
    file.unlink(missing_ok=True)  # a link would lead out of the folder
    with file.open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())
