"""What a model is doing, shown with a spinner and words for as long as it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.timer import Timer

from tutor.tui.stage import Stage
from tutor.tui.text import one_line

if TYPE_CHECKING:
    from tutor.tui.screens.lesson import LessonScreen

# Turned by quarters, so that it is one cell wide in every font.
_SPINNER = "|/-\\"
_SECONDS = 0.25
# Shorter waits are not worth words; and what has not begun after so many looks will not.
_PATIENCE = 3


class Waiting:
    """Says below the chat what is waited for. It looks only for as long as there may be something to see.

    While the learner reads, that is the model reading the article; while a reply is answered, the model finding words.
    Without a model it looks a few times and finds nothing: no timer runs in an idle lesson.
    """

    def __init__(self, screen: LessonScreen) -> None:
        self._screen = screen
        self._timer: Timer | None = None
        self._busy = self._idle = 0  # looks in a row that found something, and nothing

    def watch(self) -> None:
        """Look for a while whether something takes time."""
        self._idle = 0
        if self._timer is None:
            self._timer = self._screen.set_interval(_SECONDS, self._look)

    def _look(self) -> None:
        sitting, thinking = self._screen.sitting, self._screen.stage is Stage.THINKING
        doing = sitting.waits_for if sitting else ""
        self._busy, self._idle = (self._busy + 1, 0) if doing else (0, self._idle + 1)
        said = ""
        if self._busy >= _PATIENCE:
            still = self._screen.app.animation_level == "none"
            said = f"{'…' if still else _SPINNER[self._busy % len(_SPINNER)]} {one_line(doing)}"
            said += " \u00b7 Esc goes on without" if thinking else ""
        self._screen.board.chat.border_subtitle = Content(said)
        if self._idle >= _PATIENCE and not thinking and self._timer is not None:
            self._timer.stop()
            self._timer = None
