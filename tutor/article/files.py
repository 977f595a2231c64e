"""The bytes of a file that an article is read from, and what is said where there are none to be had."""

from __future__ import annotations

import stat
from pathlib import Path

from tutor.errors import TutorError


def read_bytes(path: Path, name: str, *, largest: int, formats: str) -> bytes:
    """The bytes of the file that is called `name`, at most `largest`; `formats` tells what an article can be.

    Raises TutorError when there is no such file, it is a folder or no plain file, may not be read, or is larger.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise TutorError(f"{name} is a folder, not an article.", f"Name the file inside it. {formats}")
        if not stat.S_ISREG(status.st_mode):
            raise TutorError(f"{name} is not a file that can be read.", formats)
        refuse_above(largest, status.st_size, name)
        with path.open("rb") as file:
            data = file.read(largest + 1)  # it may have grown
    except FileNotFoundError as error:
        raise TutorError(f"There is no file {name}.", "Check the spelling, and the folder you are in.") from error
    except PermissionError as error:
        raise TutorError(
            f"You are not allowed to read {name}.", "Change the file's permissions, or copy it."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not one a file can have"
        raise TutorError(f"{name} could not be read: {reason}.", "Try a copy of the file on another disk.") from error
    refuse_above(largest, len(data), name)
    return data


def refuse_above(most: int, size: int, name: str, what: str = "bytes") -> None:
    """Raise TutorError for a file of which there is too much."""
    if size > most:
        raise TutorError(
            f"{name} is larger than an article may be ({most:,} {what}).",
            "Cut out the part you want to read with your class, and save that as its own file.",
        )
