"""Transcripts written to files: for a session that is named, into a new file, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tutor.article.text import printable
from tutor.errors import TutorError
from tutor.lesson.finding import list_lessons
from tutor.lesson.load import LoadedLesson, load_lesson
from tutor.paths import replace_file
from tutor.session.cleaning import same_name
from tutor.session.events import Started
from tutor.session.history import SessionInfo, all_sessions
from tutor.session.overview import is_begun
from tutor.session.store import Store
from tutor.session.transcript import transcript

_LONGEST_NAME = 150  # bytes; a file's name may have 255


@dataclass(frozen=True, slots=True)
class Transcript:
    """The text of a transcript, and the name that a file of it should have."""

    text: str
    name: str


def find_session(store: Store, session: str = "", *, learner: str | None = None, lesson: str = "") -> SessionInfo:
    """The session whose id begins with `session`, or else the last one of this learner and lesson.

    Raises TutorError when there is none, or more than one of that id.
    """
    found = [
        one
        for one in all_sessions(store)
        if one.id.startswith(session)
        and (learner is None or same_name(one.learner, learner))
        and (not lesson or one.lesson == lesson)
        and (session or is_begun(one))
    ]
    if not found:
        raise TutorError("There is no such session.", "tutor progress lists the sessions there are.")
    if session and len(found) > 1:
        raise TutorError(
            f"{len(found)} sessions begin with {printable(session)}.", "Give more of the id; tutor progress has it."
        )
    return found[0]


def load_of(session: SessionInfo, where: Path | Iterable[Path], article: Path | None = None) -> LoadedLesson | None:
    """The lesson of a session as it is now: a file, or looked for in folders. None when it cannot be opened.

    Raises TutorError only for an `article` that was given and is of no use.
    """
    path = where if isinstance(where, Path) else _lesson_file(session.lesson, where)
    try:
        return load_lesson(path, article) if path else None
    except TutorError:
        if article is not None:
            raise
        return None


def _lesson_file(slug: str, folders: Iterable[Path]) -> Path | None:
    return next((entry.path for entry in list_lessons(folders) if entry.slug == slug), None)


def transcript_of(store: Store, session: str, loaded: LoadedLesson | None) -> Transcript:
    """The transcript of a session. `loaded` is its lesson, where that is at hand."""
    stored = store.events(session)
    text = transcript(stored, loaded.article if loaded else None, loaded.digest if loaded else "")
    first = next((one for one in stored if isinstance(one.event, Started)), None)
    if first is None or not isinstance(first.event, Started):
        return Transcript(text, "session.md")
    parts = (first.event.lesson, first.event.learner, f"{first.at.astimezone():%Y-%m-%d}")
    return Transcript(text, f"{'-'.join(part for part in map(_for_a_name, parts) if part)}.md")


def write_new(path: Path, text: str) -> Path:
    """Write a file that was not there before; returns where it went.

    Where there is one already, the new one gets a number: nothing is ever written over. Raises TutorError.
    """
    try:
        place = _new_file(path)
        try:
            replace_file(place, printable(text).encode("utf-8", "replace"))
        except BaseException:
            place.unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not one a file can have"
        raise TutorError(
            f"The transcript could not be written to {printable(str(path))}: {reason}.",
            "Name a file in a folder that is there and that you may write to.",
        ) from None
    return place


def _new_file(path: Path) -> Path:
    """An empty file at `path`, or under the first numbered name that nobody has: from here on it is ours."""
    place, number = path, 1
    while True:
        try:
            place.open("xb").close()
            return place
        except FileExistsError:
            number += 1
            place = path.with_name(f"{path.stem}-{number}{path.suffix}")


def _for_a_name(text: str) -> str:
    """`text` with nothing in it that a file's name may not have."""
    name = re.sub(r"[^\w-]+", "-", text).strip("-_")
    return name.encode("utf-8", "ignore")[: _LONGEST_NAME // 2].decode("utf-8", "ignore")
