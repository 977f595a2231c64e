"""What the session's threads, the lesson screen and the app tell each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.dialogue.hard_words import HardWord
    from tutor.errors import TutorError
    from tutor.session.events import Event

Destination = Literal["quit", "picker"]


class Happened(Message):
    """To the lesson screen: the session says what happened."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.event = event


class HardWords(Message):
    """To the lesson screen: where the words stand that the lesson explains."""

    def __init__(self, words: Sequence[HardWord]) -> None:
        super().__init__()
        self.words = words


class Rested(Message):
    """To the lesson screen: the session has done what it was asked; `trouble` says why it could not."""

    def __init__(self, trouble: TutorError | None = None) -> None:
        super().__init__()
        self.trouble = trouble


class Saved(Message):
    """To the lesson screen: the sitting is on disk; `trouble` says why it is not."""

    def __init__(self, trouble: TutorError | None = None) -> None:
        super().__init__()
        self.trouble = trouble


class Finished(Message):
    """To the app: the lesson screen may go."""

    def __init__(self, destination: Destination) -> None:
        super().__init__()
        self.destination = destination


class NotOpened(Message):
    """To the app: the lesson cannot be opened, or its session not be kept."""

    def __init__(self, error: TutorError) -> None:
        super().__init__()
        self.error = error


class Broke(Message):
    """To the app: a mistake in the program, on its way to the edge."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error
