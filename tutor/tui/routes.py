"""Which screen comes first, which after which, and when the app is over."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from textual.screen import ModalScreen, Screen

from tutor.tui.screens.lesson import LessonScreen

if TYPE_CHECKING:
    from tutor.errors import TutorError
    from tutor.tui.app import TutorApp
    from tutor.tui.screens.messages import Destination
    from tutor.tui.screens.picker import PickerScreen


_HUNG_UP = 129
"""The exit code of a program that ended because its terminal did: 128 and the signal's number."""


class Routes:
    """The ways between the lessons to choose from, a lesson, and the progress over all of them; and the way out."""

    def __init__(self, app: TutorApp) -> None:
        self._app = app

    @property
    def lesson(self) -> LessonScreen | None:
        """The lesson that is being played, be it under a dialog or its summary."""
        uncovered = (screen for screen in reversed(self._app.screen_stack) if not isinstance(screen, ModalScreen))
        screen = next(uncovered, None)
        return screen if isinstance(screen, LessonScreen) else None

    def first(self) -> Screen[Any]:
        """The lesson that was named, or the lessons to choose from."""
        asked = self._app.request
        if asked.named is None:
            return self._lessons(asked.learner)
        return LessonScreen(self._app.desk, asked.named, learner=asked.learner, resume=asked.resume)

    def _lessons(self, learner: str | None) -> Screen[Any]:
        from tutor.tui.screens.picker import PickerScreen

        return PickerScreen(self._app.desk, learner=learner)

    def picked(self, message: PickerScreen.Picked) -> None:
        """Open the lesson that was picked."""
        lesson = LessonScreen(self._app.desk, message.lesson.path, learner=message.learner, from_picker=True)
        self._app.push_screen(lesson)

    def finished(self, destination: Destination) -> None:
        """A lesson was left: to the other lessons, or for good."""
        lesson = self.lesson
        if destination == "quit" or lesson is None:
            self._app.exit()
        elif lesson.from_picker:
            self._take_away(lesson)
            self._fill()
        else:
            # On top of it, for the screen that the app began with cannot be taken away.
            self._uncover(lesson)
            self._app.push_screen(self._lessons(lesson.learner or ""))

    def _fill(self) -> None:
        from tutor.tui.screens.picker import PickerScreen

        if isinstance(self._app.screen, PickerScreen):
            self._app.screen.fill()

    def not_opened(self, error: TutorError) -> None:
        """Back to the other lessons, or, where one was named, to the command line."""
        from tutor.tui.screens.dialogs import trouble_dialog

        lesson = self.lesson
        if lesson is None or not lesson.from_picker:
            self._app.exit(error, return_code=2)
        else:
            self._take_away(lesson)
            self._app.push_screen(trouble_dialog(error.what, error.advice))

    def _uncover(self, screen: Screen[Any]) -> None:
        while self._app.screen is not screen:
            self._app.pop_screen()

    def _take_away(self, screen: Screen[Any]) -> None:
        self._uncover(screen)
        self._app.pop_screen()

    def to_progress(self) -> None:
        """Show what the learner showed over all lessons."""
        from tutor.tui.screens.picker import PickerScreen
        from tutor.tui.screens.progress import ProgressScreen

        app = self._app
        if any(isinstance(screen, ProgressScreen) for screen in app.screen_stack):
            return
        here = self.lesson or app.screen
        learner = here.learner if isinstance(here, LessonScreen | PickerScreen) else app.request.learner
        app.push_screen(ProgressScreen(app.desk, learner or ""))

    def shut_down(self) -> None:
        """Leave without asking."""
        lesson = self.lesson
        if lesson is None:
            self._app.exit()
        else:
            lesson.leaving.go("quit")

    def hang_up(self) -> None:
        """The window is gone: keep the draft and end, without Textual, which waits for the terminal for ever."""
        lesson = self.lesson
        if lesson is None or lesson.sitting is None:
            os._exit(_HUNG_UP)
        lesson.sitting.leave_at_once(lesson.board.composer.text, lambda: os._exit(_HUNG_UP))
