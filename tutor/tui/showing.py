"""Events to the board: each shown where it belongs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from tutor.article import parse_reference
from tutor.session.events import (
    Asked,
    Assessed,
    Closed,
    Commanded,
    Drafted,
    Event,
    Feedback,
    Left,
    ReadingOpened,
    Replied,
    Shown,
    Started,
    Summary,
)
from tutor.tui.widgets.board import Board
from tutor.tui.words import SHOWN_TITLES, opened_in_words

# Where a key gives the command, nobody typed it.
_COMMANDS = {"/ready": "read the article."}


class Showing:
    """Shows a session's events on a board. Apart from the board, since the first frame comes before any event."""

    def __init__(self, board: Board) -> None:
        self.summary: Summary | None = None
        self._replaying = False
        self._board = board
        self._outcomes: list[str] = []
        self._number = 0
        self._about: tuple[str, ...] = ()

    def replay(self, events: Iterable[Event]) -> None:
        """Show what happened in earlier sittings."""
        self._replaying = True
        with self._board.chat.gathering():
            for event in events:
                self.show(event)
        self._replaying = False
        self._board.chat.note("Welcome back. Everything you said is still here.")

    def show(self, event: Event) -> None:
        """Show one event."""
        match event:
            case Started():
                self._outcomes += [""] * (event.questions - len(self._outcomes))
                if not self._number:
                    self._board.bar.show_lesson(event.title)
                self._board.bar.show_progress(self._outcomes)
            case ReadingOpened():
                self._read(event)
            case Asked():
                self._board.reading = False
                self._board.asked()
                self._ask(event)
            case Replied():
                self._board.chat.learner_says(event.text)
                self._board.replied(event.text)
            case Commanded():
                self._board.chat.learner_asked_for(_COMMANDS.get(event.text, event.text))
            case Feedback():
                typed = event.by == "model" and not self._replaying
                self._board.chat.tutor_says(event.text, event.say, event.asking, typed=typed)
                if self._board.reading:
                    self._board.aside.tell(event.say)
                else:
                    self._board.bar.show_asking(event.asking)
                    self._news(event.focus)
            case Closed():
                self._outcomes[self._number - 1 : self._number] = [event.outcome]
                self._board.bar.show_progress(self._outcomes)
                self._board.chat.closed(self._number, event.outcome, event.reread, review=event.review)
            case Shown():
                self._board.chat.note(event.text, SHOWN_TITLES[event.what])
                if self._board.reading:
                    self._board.aside.tell(event.text)
                else:
                    self._news(event.focus)
            case Summary():
                self.summary = event
                self._board.bar.show_end()
                self._board.composer.end()
                self._board.chat.note(event.text, "Summary")
            case Assessed():
                self._board.chat.findings(event.lines)
            case Drafted() | Left():
                pass  # kept for the record; nothing to see
            case _:
                assert_never(event)

    def _read(self, event: ReadingOpened) -> None:
        last = parse_reference(event.to)
        self._board.article.open_to(last.last.paragraph if last else None, event.after)
        if event.purpose:
            self._board.bar.show_purpose(event.purpose)
            self._board.reading = True
        else:
            self._board.chat.note(opened_in_words(event.first))
            self._board.tabs.tell("article")

    def _ask(self, event: Asked) -> None:
        self._number, self._about = event.number, event.about
        self._outcomes += [""] * (event.total - len(self._outcomes))
        self._outcomes = ["" if outcome == "open" else outcome for outcome in self._outcomes]
        self._outcomes[event.number - 1] = "open"
        self._board.bar.show_question(event.number, event.total, event.question_kind, event.text)
        self._board.bar.show_progress(self._outcomes)
        self._board.chat.question(event.number, event.total, event.question_kind, event.text, bridged=event.bridged)
        if self._board.article.mark(event.about):
            self._board.tabs.tell("article")
        self._board.tabs.tell("chat")

    def _news(self, focus: tuple[str, ...]) -> None:
        # What is pointed at stays marked until something else is.
        if focus and self._board.article.mark(self._about, focus):
            self._board.tabs.tell("article")
        self._board.tabs.tell("chat")
