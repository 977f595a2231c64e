"""A session run in threads: what comes of it is posted to the lesson screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Lock, Thread

from textual.screen import Screen

from tutor.errors import TutorError
from tutor.session.events import Event
from tutor.tui.desk import Conversation
from tutor.tui.screens.messages import Broke, Happened, Rested, Saved


class Sitting:
    """Everything asked of a session goes through here, one thing at a time: a session is not made for two threads.

    `begin` and `say` post `Happened` for each event and then `Rested`; `leave` posts `Saved`. The caller waits for
    these before it asks for the next.
    """

    def __init__(self, screen: Screen[None], conversation: Conversation) -> None:
        self.conversation = conversation
        self._screen = screen
        self._turn = Lock()
        self._sent = 0  # how many were; a draft from before the last of them is stale

    def begin(self) -> None:
        """Start the session, or go on."""
        self._work("session", lambda: self._listen(self.conversation.begin()))

    def say(self, text: str) -> None:
        """Give the session what the learner typed."""
        self._sent += 1
        self._work("session", lambda: self._listen(self.conversation.say(text)))

    @property
    def waits_for(self) -> str:
        """What a feedback waits for, in words; "" when nothing takes time."""
        return self.conversation.waits_for

    def cancel(self) -> None:
        """Stop a model that is writing. Not in turn, for the turn is what it is to end."""
        self.conversation.cancel()

    def leave(self, draft: str) -> None:
        """Store the draft and that the learner left."""
        self._work("session", lambda: self._leave(draft))

    def leave_at_once(self, draft: str, then: Callable[[], object]) -> None:
        """Store the draft and that the learner left, whatever becomes of the screen, and call `then`."""

        def job() -> None:
            try:
                with self._turn:
                    self.conversation.leave(draft)
            finally:
                then()

        Thread(target=job).start()

    def keep(self, draft: str) -> None:
        """Store a draft, in passing: nobody is told, and if the disk is full the next reply will say so."""
        sent = self._sent
        self._work("drafts", lambda: self._keep(draft, sent))

    def _work(self, group: str, job: Callable[[], None]) -> None:
        self._screen.run_worker(
            lambda: self._guarded(job), group=group, thread=True, exclusive=group == "session", exit_on_error=False
        )

    def _guarded(self, job: Callable[[], None]) -> None:
        try:
            with self._turn:
                job()
        except Exception as error:  # a mistake of ours, on its way to the edge
            self._screen.app.post_message(Broke(error))

    def _listen(self, events: Iterator[Event]) -> None:
        trouble = None
        try:
            for event in events:
                self._screen.post_message(Happened(event))
        except TutorError as error:
            trouble = error
        self._screen.post_message(Rested(trouble))

    def _leave(self, draft: str) -> None:
        trouble = None
        try:
            self.conversation.leave(draft)
        except TutorError as error:
            trouble = error
        self._screen.post_message(Saved(trouble))

    def _keep(self, draft: str, sent: int) -> None:
        try:
            if sent == self._sent:
                self.conversation.keep_draft(draft)
        except TutorError:
            pass  # as `keep` says
