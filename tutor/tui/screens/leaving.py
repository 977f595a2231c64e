"""The way out of a lesson: asked for, what is being typed saved, and gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.tui.screens.messages import Destination, Finished, Saved
from tutor.tui.stage import Stage

if TYPE_CHECKING:
    from tutor.tui.screens.lesson import LessonScreen


class Leaving:
    """Leaves a lesson screen; while its session works, as soon as that rests."""

    def __init__(self, screen: LessonScreen) -> None:
        self.destination: Destination | None = None
        """Where to go when the session rests; None while nobody leaves."""
        self._screen = screen

    def ask(self) -> None:
        """Ask before leaving; a lesson that is over needs no question."""
        from tutor.tui.screens.dialogs import LeaveDialog

        screen = self._screen
        if screen.sitting is None or screen.summary is not None:
            self.go("picker" if screen.from_picker else "quit")
            return
        dialog = LeaveDialog(has_draft=bool(screen.board.composer.text.strip()), from_picker=screen.from_picker)
        screen.app.push_screen(dialog, self._go_if)

    def _go_if(self, choice: str | None) -> None:
        match choice:
            case "quit" | "picker":
                self.go(choice)

    def going(self, destination: Destination) -> None:
        """The session was left: go there, unless it is known where to."""
        self.destination = self.destination or destination

    def go(self, destination: Destination) -> None:
        """Save what is being typed and go."""
        self.destination = destination
        screen = self._screen
        if screen.sitting is None:
            screen.post_message(Saved())
        elif screen.stage is Stage.READY:
            screen.stage = Stage.LEAVING
            screen.sitting.leave(screen.board.composer.text)

    def saved(self, trouble: TutorError | None) -> None:
        """Go; or, if the draft could not be kept, ask whether to go all the same."""
        screen, destination = self._screen, self.destination or "quit"
        self.destination = None
        if trouble is None:
            screen.app.post_message(Finished(destination))
            return
        from tutor.tui.screens.dialogs import unsaved_dialog

        screen.stage = Stage.READY
        screen.board.chat.trouble(trouble.what, trouble.advice)

        def go(choice: str | None) -> None:
            if choice == "leave":
                screen.app.post_message(Finished(destination))

        screen.app.push_screen(unsaved_dialog(str(trouble)), go)
