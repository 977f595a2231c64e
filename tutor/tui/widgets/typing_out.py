"""Words that appear as if they were being written, and make way for somebody who types.

What is shown is known as a whole before, and laid out as a whole: a step only paints more of it. So nothing moves, no
line breaks anew, and a step costs no layout.
"""

from __future__ import annotations

from time import monotonic

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Offset
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import Static

LETTERS_A_SECOND = 90
"""A feedback takes two to four seconds."""
_STEP = 1 / 6
# Longer than between two letters: whoever types is not reading, and should wait for no picture but their own.
_AFTER_A_KEY = 0.3


class Written(Static):
    """Text that may be painted in part, with blanks where the rest belongs."""

    written: Offset | None = None
    """The column, and the line as the text has it, of the first letter that is not painted; None when all are."""

    def render_line(self, y: int) -> Strip:
        """A line as far as it is written."""
        strip = super().render_line(y)
        if self.written is None:
            return strip
        return Strip([_painted(segment, self.written) for segment in strip], strip.cell_length)


class TypingOut:
    """Shows the `text` that a message has, from the letter `start` on."""

    def __init__(self, message: Written, text: str, start: int = 0) -> None:
        self.message = message
        self._text = text
        self._start = start
        self._began = monotonic()
        self._timer: Timer | None = None
        self._show(start)
        self._wait(_STEP)

    @property
    def done(self) -> bool:
        """Whether all of it is shown."""
        return self._timer is None

    def give_way(self) -> None:
        """A key was pressed: the next step waits until that is painted, and then shows what it owes."""
        if not self.done:
            self._wait(_AFTER_A_KEY)

    def finish(self) -> None:
        """Show all that is still to come."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self.message.written = None
            self.message.refresh()

    def _step(self) -> None:
        upto = self._start + int((monotonic() - self._began) * LETTERS_A_SECOND)
        if upto >= len(self._text) or not self.message.is_attached:
            self.finish()
        else:
            self._show(upto)
            self._wait(_STEP)

    def _show(self, upto: int) -> None:
        before = self._text[:upto]
        self.message.written = Offset(upto - (before.rfind("\n") + 1), before.count("\n"))
        self.message.refresh()

    def _wait(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.message.set_timer(seconds, self._step)


def _painted(segment: Segment, written: Offset) -> Segment:
    """A piece of a line with blanks for what is not written yet. Where it stands in the text, its style says."""
    text, style, _ = segment
    if style is None or "offset" not in style.meta:
        return segment
    x, y = style.meta["offset"]
    shown = len(text) if y < written.y else max(0, written.x - x) if y == written.y else 0
    return Segment(text[:shown] + " " * cell_len(text[shown:]), style)
