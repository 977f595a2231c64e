"""What the screens ask of the layers below: lessons, learners, sessions.

Everything here is slow the first time (imports, disk), so screens call it in worker threads, after the first frame.
The protocol is what a test needs to stand in for the real thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tutor.article import Article
from tutor.session.events import Event


class Conversation(Protocol):
    """A session, as far as the screen needs it."""

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

    def notes(self) -> list[str]:
        """What the learner should be told of a conversation just opened, such as a model that cannot be used."""

    def warm(self) -> None:
        """Load what the first reply would otherwise wait for."""
