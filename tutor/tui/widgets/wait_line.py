"""The one way in which a screen shows that something takes time: a line above the keys, over what is there."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tutor.tui.bars import bar
from tutor.tui.text import one_line

# Turned by quarters, so that it is one cell wide in every font.
_SPINNER = "|/-\\"
_SECONDS = 0.25
_CELLS = 12


class Doing:
    """What is being done: in `words`, `part` of `whole` where that is known. `hint` says what Esc does about it."""

    def __init__(self, words: str, hint: str = "", stop: Callable[[], None] | None = None) -> None:
        """`stop` ends it; None where Esc has another use."""
        self.words = words
        self.hint = hint
        self.stop = stop
        self.part = self.whole = 0


class WaitLine(Widget):
    """Says what is waited for, as long as it is mounted. It reads its `Doing` again and again, whoever changes that."""

    DEFAULT_CSS = """
    WaitLine {
        layer: waiting;
        dock: bottom;
        offset: 0 -1;
        margin: 0 2;
        width: auto;
        max-width: 100%;
        height: 1;
        padding: 0 1;
        background: $panel;
    }
    """

    def __init__(self, doing: Doing) -> None:
        super().__init__(classes="-stoppable" if doing.stop else "")
        self.doing = doing
        self._turn = 0

    def on_mount(self) -> None:
        """Look every quarter of a second."""
        self.set_interval(_SECONDS, self._look)

    def _look(self) -> None:
        self._turn += 1
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as what is said."""
        return self._content.cell_length

    def render(self) -> Content:
        """A spinner, words, a bar where the amount is known, and what can be done."""
        return self._content

    @property
    def _content(self) -> Content:
        doing = self.doing
        still = self.app.animation_level == "none"
        sign = "…" if still else _SPINNER[self._turn % len(_SPINNER)]
        how_far = f" {bar(doing.part, doing.whole, _CELLS)} {doing.part:,} of {doing.whole:,}" if doing.whole else ""
        hint = f" · {doing.hint}" if doing.hint else ""
        return Content(f"{sign} {one_line(doing.words)}{how_far}{hint}")
