"""The real desk: lessons from the folders, sessions from the store.

Imports stand inside the functions: they run in worker threads, after the first frame.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tutor.article import Article
    from tutor.dialogue.hard_words import HardWord
    from tutor.feedback.author import Author
    from tutor.lesson.load import LoadedLesson
    from tutor.model.request import Model
    from tutor.session.overview import Overview
    from tutor.session.request import StartRequest
    from tutor.session.store import Store
    from tutor.tui.desk import Conversation, Opened, Shelved, Unfinished


@dataclass(frozen=True, slots=True)
class _Loaded:
    loaded: LoadedLesson

    @property
    def title(self) -> str:
        return self.loaded.lesson.title

    @property
    def article(self) -> Article:
        return self.loaded.article

    @property
    def part(self) -> tuple[int | None, int]:
        from tutor.dialogue.machine import read, start

        lesson = self.loaded.lesson
        reading = read(lesson, start(lesson)[0])
        return reading.last, reading.after


class LocalDesk:
    """Opens the store once, when it is first needed, and closes it at the end."""

    def __init__(self, request: StartRequest) -> None:
        self._request = request
        self._store: Store | None = None
        self._model: Model | None = None
        self._author: Author | None = None
        self._opening = Lock()
        self._notes: list[str] = []
        self._loaded: dict[str, LoadedLesson] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._model is not None:
            self._model.close()
        if self._store is not None:
            self._store.close()

    @property
    def store(self) -> Store:
        """The event store."""
        from tutor.session.store import Store

        with self._opening:
            if self._store is None:
                self._store = Store.open(self._request.paths.store)
            return self._store

    def shelf(self, learner: str) -> list[Shelved]:
        """The lessons in the folders, each with the session that is open, or was last."""
        from tutor.lesson.finding import list_lessons
        from tutor.session.history import progress
        from tutor.tui.desk import Shelved

        known = progress(self.store, learner)
        shelved = []
        for entry in list_lessons(self._request.paths.lessons):
            level, questions = ("", 0) if entry.problem else _level_and_questions(entry.path)
            so_far = known.get(entry.slug)
            shelved.append(
                Shelved(
                    path=entry.path,
                    title=entry.title or entry.slug,
                    level=level,
                    done=so_far.closed if so_far else 0,
                    total=so_far.total if so_far else questions,
                    started=so_far is not None,
                    finished=so_far is not None and so_far.finished,
                    problem=entry.problem,
                )
            )
        return shelved

    def learners(self) -> list[str]:
        """The names in the store, the one last seen first."""
        from tutor.session.history import learners

        return list(learners(self.store))

    def load(self, lesson: Path) -> Opened:
        """Read a lesson, or the article that is to be read without one."""
        from tutor.opening import open_lesson

        loaded = open_lesson(self._request, lesson)
        self._loaded[loaded.slug] = loaded
        return _Loaded(loaded)

    def unfinished(self, opened: Opened, learner: str) -> Unfinished | None:
        """The session last left open."""
        from tutor.session.history import sessions_of
        from tutor.tui.desk import Unfinished

        assert isinstance(opened, _Loaded)
        sessions = sessions_of(self.store, opened.loaded.slug, learner)
        return Unfinished(done=sessions[0].closed, total=sessions[0].questions) if sessions else None

    def converse(self, opened: Opened, learner: str, *, resume: bool) -> Conversation:
        """Open a session."""
        from tutor.session.cleaning import what_is_not_shown
        from tutor.session.session import Session

        assert isinstance(opened, _Loaded)
        if note := what_is_not_shown(opened.article.text):
            self._notes.append(note)
        return Session.open(opened.loaded, self.store, learner=learner, resume=resume, author=self._speaker())

    def _speaker(self) -> Author:
        """Who words the feedback: one model for all lessons of this run."""
        from tutor.session.voice import open_author

        if self._author is None:
            self._author, self._model = open_author(self._request, self._notes.append)
        return self._author

    def overview(self, learner: str, tell: Callable[[int, int], None]) -> Overview:
        """All of a learner's sessions, counted."""
        from tutor.session.overview import overview

        return overview(self.store, learner, tell=tell)

    def export(self, session: str) -> Path:
        """Into the folder for transcripts; the lesson is the one that was opened, or looked for by its name."""
        from tutor.opening import lesson_of_session
        from tutor.paths import make_folder
        from tutor.session.export import find_session, transcript_of, write_new

        found = find_session(self.store, session)
        loaded = self._loaded.get(found.lesson) or lesson_of_session(found, self._request.paths.lessons)
        made = transcript_of(self.store, found.id, loaded)
        folder = self._request.paths.state / "transcripts"
        make_folder(folder)
        return write_new(folder / made.name, made.text)

    def notes(self) -> list[str]:
        """What became of the model, once."""
        told, self._notes = self._notes, []
        return told

    def hard_words(self, opened: Opened) -> Sequence[HardWord]:
        """Found by the dictionary, so this takes as long as `warm` where that was not called."""
        from tutor.dialogue.hard_words import hard_words

        assert isinstance(opened, _Loaded)
        return hard_words(opened.loaded.lesson.glossary, opened.article)

    def warm(self) -> None:
        """Load the word lists, so that the first reply does not wait for them."""
        with suppress(Exception):  # whatever is wrong will be told when the first reply needs it
            from tutor.rubric.words import warm

            warm()


def _level_and_questions(path: Path) -> tuple[str, int]:
    """A glance at a lesson file, without checking it: that is for when it is opened."""
    import tomli

    from tutor.errors import TutorError
    from tutor.lesson.finding import read_lesson

    try:
        raw = tomli.loads(read_lesson(path).decode("utf-8-sig"))
    except (TutorError, ValueError, RecursionError):
        return "", 0
    level, questions = raw.get("level"), raw.get("questions")
    return (level if isinstance(level, str) else ""), (len(questions) if isinstance(questions, list) else 0)
