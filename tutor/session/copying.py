"""The tutor's words as a file: for terminals that keep what is copied to themselves."""

from __future__ import annotations

from pathlib import Path

from tutor.errors import TutorError
from tutor.paths import replace_file

NAME = "last-feedback.txt"


def write_copy(text: str, folder: Path) -> Path:
    """Write `text` to the file for copies in `folder`, in place of the one before; returns where it is.

    Raises TutorError when it cannot be written.
    """
    path = folder / NAME
    try:
        replace_file(path, f"{text}\n".encode("utf-8", "replace"))
    except OSError as error:
        raise TutorError(
            f"The tutor's words could not be written to {path}: {error.strerror or error}.",
            "Make room on the disk, or look at who may write there.",
        ) from None
    return path
