"""The Textual app: which screen comes first, what happens at the edge, and the keys that hold everywhere.

The first frame comes before everything slow, so this module and what it imports stay clear of pydantic, SQLite, the
lesson loader and the rubric; `desk.py` says who imports them, and when.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from tutor.errors import TutorError
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.messages import Broke, Finished, NotOpened

if TYPE_CHECKING:
    from tutor.session.request import StartRequest
    from tutor.tui.desk import Desk

_HUNG_UP = 129
"""The exit code of a program that ended because its terminal did: 128 and the signal's number."""


class TutorApp(App[TutorError]):
    """Shows lessons. Its return value is the error that ended it, if one did."""

    TITLE = "tutor"
    CSS_PATH = "tutor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Leave", key_display="^Q", priority=True),
    ]

    def __init__(self, request: StartRequest, desk: Desk) -> None:
        super().__init__()
        self.request = request
        self.desk = desk
        self.broke: Exception | None = None

    def on_ready(self) -> None:
        """The first frame is painted: looking for garbage, which the command line put off, may begin."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def on_mount(self) -> None:
        """A window that is closed, or a shutdown, is a way of leaving too."""
        for name, leave in (("SIGHUP", self.hang_up), ("SIGTERM", self.shut_down)):
            if number := getattr(signal, name, None):
                # Windows has no SIGHUP and no handlers on its loop; a test's loop may not be on the main thread.
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    asyncio.get_running_loop().add_signal_handler(number, leave)

    def shut_down(self) -> None:
        """Leave without asking."""
        lesson = self._lesson_screen()
        if lesson is None:
            self.exit()
        else:
            lesson.leave_for("quit")

    def hang_up(self) -> None:
        """The window is gone: keep the draft and end, without Textual, which waits for the terminal for ever."""
        lesson = self._lesson_screen()
        if lesson is None or lesson.sitting is None:
            os._exit(_HUNG_UP)
        lesson.sitting.leave_at_once(lesson.board.composer.text, lambda: os._exit(_HUNG_UP))

    def get_default_screen(self) -> Screen[Any]:
        """The lesson that was named, or the lessons to choose from."""
        if self.request.lesson is None:
            return self._picker()
        return LessonScreen(self.desk, self.request.lesson, learner=self.request.learner, resume=self.request.resume)

    def _picker(self, learner: str | None = None) -> Screen[Any]:
        from tutor.tui.screens.picker import PickerScreen

        return PickerScreen(self.desk, learner=self.request.learner if learner is None else learner)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the command palette offers: every action of this program, then Textual's own."""
        lesson = self._lesson_screen()
        if lesson is not None and screen is lesson:
            yield SystemCommand("Hint", "The next hint for this question (F3)", lesson.action_hint)
            yield SystemCommand("Skip", "Leave this question and go on (F4)", lesson.action_skip)
            yield SystemCommand("Article or chat", "Go to the other pane (F2)", lesson.action_switch_pane)
            yield SystemCommand("Progress", "How far you are", lambda: lesson.say("/progress"))
        yield SystemCommand("Help", "All keys and commands (F1)", self.action_help)
        own = {"Keys", "Quit"}
        yield from (command for command in super().get_system_commands(screen) if command.title not in own)
        yield SystemCommand("Leave", "Leave; everything is kept (Ctrl+Q)", self.action_quit)

    def action_help(self) -> None:
        """Show the keys."""
        from tutor.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen())

    async def action_quit(self) -> None:
        """Leave; from a lesson only after asking, and asked twice it is answered."""
        from tutor.tui.screens.dialogs import LeaveDialog

        lesson = self._lesson_screen()
        if isinstance(self.screen, LeaveDialog):
            self.screen.dismiss("quit")
        elif lesson is None:
            self.exit()
        else:
            lesson.ask_to_leave()

    def _lesson_screen(self) -> LessonScreen | None:
        """The lesson that is being played, be it under a dialog or its summary."""
        uncovered = (screen for screen in reversed(self.screen_stack) if not isinstance(screen, ModalScreen))
        screen = next(uncovered, None)
        return screen if isinstance(screen, LessonScreen) else None

    def on_picker_screen_picked(self, message: object) -> None:
        """Open the lesson that was picked."""
        from tutor.tui.screens.picker import PickerScreen

        assert isinstance(message, PickerScreen.Picked)
        self.push_screen(LessonScreen(self.desk, message.lesson.path, learner=message.learner, from_picker=True))

    def on_finished(self, message: Finished) -> None:
        """A lesson was left."""
        lesson = self._lesson_screen()
        if message.destination == "quit" or lesson is None:
            self.exit()
            return
        while self.screen is not lesson:
            self.pop_screen()
        if lesson.from_picker:
            self.pop_screen()
            self._refill()
        else:
            # On top of it, for the screen that the app began with cannot be taken away.
            self.push_screen(self._picker(lesson.learner or ""))

    def _refill(self) -> None:
        from tutor.tui.screens.picker import PickerScreen

        if isinstance(self.screen, PickerScreen):
            self.screen.fill()

    def on_not_opened(self, message: NotOpened) -> None:
        """Back to the other lessons, or, where one was named, to the command line."""
        from tutor.tui.screens.dialogs import trouble_dialog

        lesson = self._lesson_screen()
        if lesson is None or not lesson.from_picker:
            self.exit(message.error, return_code=2)
            return
        while self.screen is not lesson:
            self.pop_screen()
        self.pop_screen()
        self.push_screen(trouble_dialog(message.error.what, message.error.advice))

    def on_broke(self, message: Broke) -> None:
        """A mistake in the program: end the app, and let the edge tell of it."""
        self.broke = message.error
        self.exit(return_code=1)

    def _fatal_error(self) -> None:
        # Textual would print a traceback with all local values; the edge says it in words and writes it down.
        self._close_messages_no_wait()


def run(request: StartRequest) -> int:
    """Run the interface until the learner leaves.

    Raises what ended it once the terminal has been restored: TutorError for what the user can act on, anything else
    for a mistake in the program.
    """
    from textual.worker import WorkerFailed

    from tutor.tui.local_desk import LocalDesk

    with LocalDesk(request) as desk:
        app = TutorApp(request, desk)
        error = app.run()
    broke: BaseException | None = app.broke or app._exception
    if isinstance(broke, WorkerFailed):
        broke = broke.error
    if broke is not None:
        raise broke
    if error is not None:
        raise error
    return 0
