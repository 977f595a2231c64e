"""A lesson being played: replies to the session, and what comes of it to the board. Imported after the first frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.session.events import Event, Summary
from tutor.tui.desk import Conversation
from tutor.tui.screens.sitting import Sitting
from tutor.tui.screens.waiting import Waiting
from tutor.tui.showing import Showing
from tutor.tui.stage import Stage

if TYPE_CHECKING:
    from tutor.tui.screens.lesson import LessonScreen


class Playing:
    """One conversation on the board of a lesson screen, from its first event to its summary."""

    def __init__(self, screen: LessonScreen, conversation: Conversation) -> None:
        self.sitting = Sitting(screen, conversation)
        self.waiting = Waiting(screen)
        self._screen = screen
        self._board = screen.board
        self._showing = Showing(screen.board)
        self._undelivered = ""  # sent, and not yet known to be on disk
        self._summed_up = False
        self._told_of_the_model = False

    @property
    def summary(self) -> Summary | None:
        """The end of the lesson, once it has come."""
        return self._showing.summary

    def begin(self) -> None:
        """Show earlier sittings, and start or go on."""
        conversation = self.sitting.conversation
        if conversation.events:
            with self._screen.app.batch_update():
                self._showing.replay(conversation.events)
        if conversation.draft:
            self._board.composer.put_back(conversation.draft)
        for note in self._screen.desk.notes():
            self._board.chat.note(note)
        self._screen.stage = Stage.THINKING
        self.sitting.begin()

    def say(self, text: str) -> None:
        """Give the session something the learner typed, while it rests."""
        self._undelivered = text
        self._screen.stage = Stage.THINKING
        if not self._board.reading:
            self._board.pane = "chat"
        self._board.chat.to_end()
        self.sitting.say(text)

    def happened(self, event: Event) -> None:
        """Show an event."""
        match event.kind:
            case "replied" | "commanded":
                self._undelivered = ""
            case "left":
                self._screen.leaving.going("quit")
            case "asked" | "reading":
                # Only then is it known whether the question is cut.
                self._screen.call_after_refresh(self._screen.refresh_bindings)
        self._showing.show(event)

    def rested(self, trouble: TutorError | None) -> None:
        """Take replies again. What did not get through goes back to where it was typed."""
        self._screen.stage = Stage.READY
        if trouble is not None:
            self._board.chat.trouble(trouble.what, trouble.advice)
            if self._undelivered:
                self._board.composer.put_back(self._undelivered)
        self._undelivered = ""
        self._tell_of_the_model()
        if self._screen.leaving.destination is not None:
            self._screen.leaving.go(self._screen.leaving.destination)
        elif self.summary is not None and trouble is None and not self._summed_up:
            self.sum_up()

    def _tell_of_the_model(self) -> None:
        """Say once that the model does not help; the lesson needs none."""
        trouble = self.sitting.conversation.model_trouble
        if trouble and not self._told_of_the_model:
            self._told_of_the_model = True
            self._board.chat.note(f"The model does not work: {trouble}. The built-in words go on without it.")

    def sum_up(self) -> None:
        """Show the summary, once; from there to the lessons, or back to look at the chat."""
        from tutor.tui.screens.summary import SummaryScreen

        assert self.summary is not None
        self._summed_up = True
        conversation, leaving = self.sitting.conversation, self._screen.leaving
        screen = SummaryScreen(
            self._screen.lesson_title,
            self.summary,
            desk=self._screen.desk,
            session=conversation.id,
            events=conversation.events,
            article=self._board.article.article,
        )
        self._screen.app.push_screen(screen, lambda choice: leaving.go("picker") if choice == "picker" else None)
