"""Which lessons there are. Light, so that "there is no such lesson" comes before anything slow is imported."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tutor.errors import TutorError
from tutor.files import Wanted, read_bytes
from tutor.lesson.nearest import listed, nearest

LESSON_FILE = "lesson.toml"
SUFFIX = ".lesson.toml"
_OF_ARTICLES = (".md", ".markdown", ".html", ".htm", ".docx", ".pdf")
_ADDED = (".txt", ".rtf", ".doc", ".docx", ".odt")  # what Notepad, TextEdit and word processors put after a name
LARGEST = 1_000_000
"""Bytes. A lesson of a hundred questions is a tenth of it."""
_WANTED = Wanted("a lesson", LARGEST, "A lesson is a TOML text file.", "The article belongs in a file of its own.")


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
    folders = tuple(folders)
    known = _with_slug(name, folders)
    if known:
        return known
    path = Path(name)
    if name and (path.suffix == ".toml" or exists(path)):
        return lesson_file(path)
    slugs = dict.fromkeys(slug for slug, _ in _lessons(folders))
    near = nearest(name, slugs)
    advice = f"Did you mean {near}? " if near else ""
    if slugs:
        advice += f"The lessons here are {listed(sorted(slugs))}."
    else:
        advice += "There are no lessons here; name a folder that has a lesson.toml in it."
    raise TutorError(f"There is no lesson {_shown(name)}.", advice)


def find_lessons(name: str, folders: Iterable[Path]) -> tuple[Path, ...]:
    """As `find_lesson`, but a folder of lessons means all that are in it and in the folders below.

    Raises TutorError when there is none.
    """
    folders = tuple(folders)
    path = Path(name)
    if not name or _with_slug(name, folders) or not exists(path) or not path.is_dir() or _has_lesson(path):
        return (find_lesson(name, folders),)
    found = tuple(_below(path, set()))
    if not found and not os.access(path, os.R_OK | os.X_OK):
        raise TutorError(
            f"You are not allowed to look into the folder {_shown(path)}.", "Change its permissions, or copy it."
        )
    if not found:
        raise TutorError(f"There is no lesson in the folder {_shown(path)}.", _what_a_lesson_is(path))
    return found


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
            if _is_link(file):
                raise _no_target(file)
            raise TutorError(f"The folder {_shown(path)} has no {LESSON_FILE} in it.", _what_a_lesson_is(path))
        return file
    if not exists(path):
        if _is_link(path):
            raise _no_target(path)
        raise TutorError(f"There is no lesson file {_shown(path)}.", "Check the spelling, and the folder you are in.")
    if path.suffix.lower() in _OF_ARTICLES:
        advice = f"Name the folder that has a {LESSON_FILE} in it."
        if _has_lesson(path.parent):
            advice = f"Name the lesson's folder: {_shown(path.parent.absolute())}"
        raise TutorError(f"{_shown(path)} is an article, and no lesson.", advice)
    return path


def _what_a_lesson_is(folder: Path) -> str:
    """What a folder without a lesson.toml lacks; editors that add an ending to the name are the usual cause."""
    try:
        names = sorted(file.name for file in folder.glob("lesson*.*") if file.suffix.lower() in _ADDED)
    except OSError:
        names = []
    if names:
        return f"There is {_shown(names[0])}: save it as plain text, with just {LESSON_FILE} as its name."
    return f"A lesson is a folder with a file {LESSON_FILE} in it, and the article beside that."


def _has_lesson(folder: Path) -> bool:
    file = folder / LESSON_FILE
    return exists(file) or _is_link(file)


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False


def _no_target(link: Path) -> TutorError:
    what = f"{_shown(link)} is a link that leads nowhere, or round in a circle."
    return TutorError(what, "Delete the link, and put the file itself there.")


def _below(folder: Path, seen: set[Path]) -> Iterator[Path]:
    """The lesson files in a folder and below it; a folder that links lead back to is looked into once."""
    try:
        real = folder.resolve()
        inside = sorted(folder.iterdir())
    except (OSError, RuntimeError):  # closed to us, or links in a circle
        return
    if real in seen:
        return
    seen.add(real)
    for path in inside:
        if path.name.startswith("."):
            continue
        if path.name.endswith(SUFFIX) and not path.is_dir():
            yield path
        elif path.is_dir() and _has_lesson(path):
            yield path / LESSON_FILE
        elif path.is_dir():
            yield from _below(path, seen)


def slug_of(file: Path) -> str:
    """The short name of a lesson: its folder's, or NAME of NAME.lesson.toml."""
    if file.name == LESSON_FILE:
        try:
            return file.resolve().parent.name
        except (OSError, RuntimeError):  # links in a circle
            return file.absolute().parent.name
    return file.name.removesuffix(SUFFIX) if file.name.endswith(SUFFIX) else file.stem


def read_lesson(file: Path) -> bytes:
    """The bytes of a lesson file. Raises TutorError when it may not be read or is larger than `LARGEST`."""
    return read_bytes(file, _shown(file), _WANTED)


def _with_slug(name: str, folders: Iterable[Path]) -> Path | None:
    """The lesson of `_lessons` that has this slug, without a look at all others: a thousand may be named at once."""
    if name.startswith(".") or name.endswith(SUFFIX) or not name or Path(name).name != name:
        return None
    files = (file for folder in folders for file in (folder / name / LESSON_FILE, folder / f"{name}{SUFFIX}"))
    return next((file for file in files if _is_lesson(file)), None)


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
            if _is_lesson(file):
                yield slug_of(path) if file is path else path.name, file


def _is_lesson(file: Path) -> bool:
    return exists(file) and not file.is_dir()


def exists(path: Path) -> bool:
    """Whether `path` is there: nothing is in a folder that may not be looked into, or under an impossible name."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _entry(slug: str, file: Path) -> LessonEntry:
    import tomli

    try:
        text = read_lesson(file).decode("utf-8-sig")
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
