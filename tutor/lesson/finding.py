"""Which lessons there are. Light, so that "there is no such lesson" comes before anything slow is imported."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tutor.errors import TutorError
from tutor.lesson.nearest import listed, nearest

LESSON_FILE = "lesson.toml"
SUFFIX = ".lesson.toml"
LARGEST = 1_000_000
"""Bytes. A lesson of a hundred questions is a tenth of it."""


@dataclass(frozen=True, slots=True)
class LessonEntry:
    """One lesson as a list shows it. `title` is empty when the file cannot be read; `problem` then says why."""

    slug: str
    path: Path
    title: str = ""
    problem: str = ""


def find_lesson(name: str, folders: Iterable[Path]) -> Path:
    """The lesson file that `name` means: a slug in one of `folders`, first come first, or else a path.

    Raises TutorError when there is none, with the nearest slug.
    """
    slugs: dict[str, Path] = {}
    for slug, file in _lessons(folders):
        slugs.setdefault(slug, file)
    if name in slugs:
        return slugs[name]
    path = Path(name)
    if name and (path.suffix == ".toml" or exists(path)):
        return lesson_file(path)
    near = nearest(name, slugs)
    advice = f"Did you mean {near}? " if near else ""
    if slugs:
        advice += f"The lessons here are {listed(sorted(slugs))}."
    else:
        advice += "There are no lessons here; name a folder that has a lesson.toml in it."
    raise TutorError(f"There is no lesson {_shown(name)}.", advice)


def list_lessons(folders: Iterable[Path]) -> tuple[LessonEntry, ...]:
    """All lessons in `folders`, by slug; where two have the same, the first folder's counts.

    Reads titles only: a lesson in this list may still have problems.
    """
    entries: dict[str, LessonEntry] = {}
    for slug, file in _lessons(folders):
        if slug not in entries:
            entries[slug] = _entry(slug, file)
    return tuple(entry for _, entry in sorted(entries.items()))


def lesson_file(path: Path) -> Path:
    """The lesson file at `path`: the file itself, or the lesson.toml in a folder. Raises TutorError."""
    if exists(path) and path.is_dir():
        file = path / LESSON_FILE
        if not exists(file):
            advice = f"A lesson is a folder with a file {LESSON_FILE} in it, and the article beside that."
            raise TutorError(f"The folder {_shown(path)} has no {LESSON_FILE} in it.", advice)
        return file
    if not exists(path):
        raise TutorError(f"There is no lesson file {_shown(path)}.", "Check the spelling, and the folder you are in.")
    return path


def slug_of(file: Path) -> str:
    """The short name of a lesson: its folder's, or NAME of NAME.lesson.toml."""
    if file.name == LESSON_FILE:
        return file.resolve().parent.name
    return file.name.removesuffix(SUFFIX) if file.name.endswith(SUFFIX) else file.stem


def read_bytes(file: Path) -> bytes:
    """The bytes of a lesson file. Raises TutorError when it may not be read or is larger than `LARGEST`."""
    name = _shown(file)
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise TutorError(f"{name} is not a file that can be read.", "A lesson is a TOML text file.")
        if status.st_size <= LARGEST:
            return file.read_bytes()
    except FileNotFoundError as error:
        raise TutorError(
            f"There is no lesson file {name}.", "Check the spelling, and the folder you are in."
        ) from error
    except PermissionError as error:
        raise TutorError(
            f"You are not allowed to read {name}.", "Change the file's permissions, or copy it."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not one a file can have"
        raise TutorError(f"{name} could not be read: {reason}.", "Try a copy of the file on another disk.") from error
    raise TutorError(
        f"{name} is larger than a lesson may be ({LARGEST:,} bytes).", "The article belongs in a file of its own."
    )


def _lessons(folders: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Slugs and lesson files, as they stand in the folders; a folder that is missing or closed holds none."""
    for folder in folders:
        try:
            inside = sorted(folder.iterdir())
        except OSError:
            continue
        for path in inside:
            if path.name.startswith("."):
                continue
            file = path if path.name.endswith(SUFFIX) else path / LESSON_FILE
            if exists(file) and not file.is_dir():
                yield slug_of(path) if file is path else path.name, file


def exists(path: Path) -> bool:
    """Whether `path` is there: nothing is in a folder that may not be looked into, or under an impossible name."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _entry(slug: str, file: Path) -> LessonEntry:
    import tomli

    try:
        text = read_bytes(file).decode("utf-8-sig")
        title = tomli.loads(text).get("title")
    except TutorError as error:
        return LessonEntry(slug, file, problem=error.what)
    except UnicodeDecodeError:
        return LessonEntry(slug, file, problem="It is not saved as UTF-8.")
    except tomli.TOMLDecodeError as error:
        return LessonEntry(slug, file, problem=f"Line {error.lineno} cannot be read.")
    except (ValueError, RecursionError):
        return LessonEntry(slug, file, problem="It cannot be read.")
    if not isinstance(title, str) or not title.strip():
        return LessonEntry(slug, file, problem="It has no title.")
    return LessonEntry(slug, file, title=_plain(title))


def _plain(words: object) -> str:
    from tutor.article.text import printable

    return printable(" ".join(str(words).split()))


def _shown(name: object) -> str:
    return _plain(name) or '""'
