"""The bytes of a file that somebody named, and what is said where there are none to be had."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from tutor.errors import TutorError


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a file should be: `thing` as in "an article", the `most` bytes it may have, and two pieces of advice."""

    thing: str
    most: int
    forms: str
    """What it can be, for one who named something else."""
    shorter: str
    """What to do about one that is too large."""


def read_bytes(path: Path, name: str, wanted: Wanted) -> bytes:
    """The bytes of the file that is called `name`.

    Raises TutorError when there is no such file, it is a folder or no plain file, may not be read, or is too large.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise TutorError(f"{name} is a folder, not {wanted.thing}.", f"Name the file inside it. {wanted.forms}")
        if not stat.S_ISREG(status.st_mode):
            raise TutorError(f"{name} is not a file that can be read.", wanted.forms)
        refuse_above(wanted, status.st_size, name)
        with path.open("rb") as file:
            data = file.read(wanted.most + 1)  # it may have grown
    except FileNotFoundError as error:
        raise TutorError(f"There is no file {name}.", "Check the spelling, and the folder you are in.") from error
    except PermissionError as error:
        raise TutorError(
            f"You are not allowed to read {name}.", "Change the file's permissions, or copy it."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not one a file can have"
        raise TutorError(f"{name} could not be read: {reason}.", "Try a copy of the file on another disk.") from error
    refuse_above(wanted, len(data), name)
    return data


def refuse_above(wanted: Wanted, size: int, name: str, what: str = "bytes") -> None:
    """Raise TutorError for a file of which there is too much."""
    if size > wanted.most:
        raise TutorError(f"{name} is larger than {wanted.thing} may be ({wanted.most:,} {what}).", wanted.shorter)
