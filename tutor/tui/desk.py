"""What the screens ask of the layers below: lessons, learners, sessions.

Everything here is slow the first time (imports, disk), so screens call it in worker threads, after the first frame.
The protocol is what a test needs to stand in for the real thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tutor.article import Article
from tutor.session.events import Event

if TYPE_CHECKING:
    from tutor.dialogue.hard_words import HardWord
    from tutor.session.overview import Overview


class Conversation(Protocol):
    """A session, as far as the screen needs it."""

    @property
    def id(self) -> str:
        """What the session is called in the store."""

    @property
    def events(self) -> Sequence[Event]:
        """What happened so far, earlier sittings included."""

    @property
    def draft(self) -> str:
        """What stood in the input when the learner left."""

    def begin(self) -> Iterator[Event]:
        """Start, or go on."""

    def say(self, text: str) -> Iterator[Event]:
        """Take a reply or a command."""

    @property
    def waits_for(self) -> str:
        """What a feedback waits for, in words; "" when nothing takes time."""

    @property
    def model_trouble(self) -> str:
        """Why a model does not word the feedback; "" when nothing is wrong."""

    def cancel(self) -> None:
        """Stop a model that is writing; from any thread."""

    def keep_draft(self, text: str) -> None:
        """Store what is being typed."""

    def leave(self, draft: str) -> None:
        """Store the draft and end this sitting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A lesson on the shelf. `done` of `total` questions are closed; `problem` says why it cannot be opened."""

    path: Path
    title: str
    level: str = ""
    done: int = 0
    total: int = 0
    started: bool = False
    finished: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A session that can be taken up again."""

    done: int
    total: int


class Opened(Protocol):
    """A lesson that was loaded with its article."""

    @property
    def title(self) -> str:
        """The lesson's title."""

    @property
    def article(self) -> Article:
        """The article it is about."""

    @property
    def part(self) -> tuple[int | None, int]:
        """The part of it that is open at first: its last paragraph, None for all, and the question that opens more."""


class Desk(Protocol):
    """The front door to lessons and sessions. All of it raises TutorError for what the user can act on."""

    def shelf(self, learner: str) -> list[Shelved]:
        """The lessons there are, with this learner's progress."""

    def learners(self) -> list[str]:
        """The names known on this machine."""

    def load(self, lesson: Path) -> Opened:
        """Read a lesson and its article."""

    def unfinished(self, opened: Opened, learner: str) -> Unfinished | None:
        """The session that could be resumed, if there is one."""

    def converse(self, opened: Opened, learner: str, *, resume: bool) -> Conversation:
        """Open a session: the unfinished one, or a new one."""

    def overview(self, learner: str, tell: Callable[[int, int], None]) -> Overview:
        """What a learner showed over all lessons; `tell` is told how many sessions of how many were looked at."""

    def export(self, session: str) -> Path:
        """Write a session's transcript to a new file; returns where it is."""

    def notes(self) -> list[str]:
        """What the learner should be told of a conversation just opened, such as a model that cannot be used."""

    def hard_words(self, opened: Opened) -> Sequence[HardWord]:
        """The words that the lesson explains, where they first stand in its article."""

    def warm(self) -> None:
        """Load what the first reply would otherwise wait for."""
