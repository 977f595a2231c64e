"""The addresses that stand in a reply, as chips: each can be looked at and taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from tutor.tui.text import one_line
from tutor.tui.widgets.passage import Mark

if TYPE_CHECKING:
    from tutor.article import Reference

REMOVE = "✕"
_LONGEST_SHOWN = 4
"""Lines of a sentence that are shown under the chips."""


@dataclass(frozen=True, slots=True)
class Chip:
    """An address of the reply: the words that stand there, or why there are none."""

    reference: Reference
    words: str = ""
    problem: str = ""

    @property
    def label(self) -> str:
        """What the chip says, with the sign that takes it away."""
        told = f"{self.reference}: {self.problem}" if self.problem else str(self.reference)
        return f"{told} {REMOVE}"

    @property
    def told(self) -> str:
        """What is said when somebody asks what the chip stands for."""
        return f"{self.reference}: {self.problem or one_line(self.words)}"


class Chips(Widget, can_focus=True):
    """A row of chips, one line high; the sentence of one is shown under it when it is asked for.

    Where there is no room for all, the row shows those around the one that is picked, and `‹` and `›` say that there
    are more.
    """

    ALLOW_SELECT = False
    BINDING_GROUP_TITLE = "The sentences you cite"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "tell", "Show", id="chip-show", tooltip="show the sentence, or put it away again"),
        Binding(
            "delete,backspace", "take_out", "Take out", id="chip-remove", tooltip="take the address out of your reply"
        ),
        Binding("left", "go(-1)", "Chip before", show=False, id="chip-before", tooltip="to the sentence before"),
        Binding("right", "go(1)", "Next chip", show=False, id="chip-after", tooltip="to the next sentence"),
        Binding(
            "down", "leave", "To the reply", show=False, id="chip-leave", tooltip="back to your reply, as Esc does"
        ),
        Binding(
            "ctrl+z", "undo", "Undo", show=False, id="undo-citing", tooltip="undo what was last put in or taken out"
        ),
    ]

    class TakeOut(Message):
        """The learner does not want to cite this any more; `clicked` with the mouse."""

        def __init__(self, reference: Reference, *, clicked: bool = False) -> None:
            super().__init__()
            self.reference = reference
            self.clicked = clicked

    class Left(Message):
        """Back to the reply, where `typed` is to go."""

        def __init__(self, typed: str = "") -> None:
            super().__init__()
            self.typed = typed

    class Undone(Message):
        """The learner wants what was put in or taken out last to be undone."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._chips: tuple[Chip, ...] = ()
        self._picked = 0
        self._first = 0  # the first chip that is shown
        self._telling = False
        self._hovered: Chip | None = None

    @property
    def chips(self) -> Sequence[Chip]:
        """What stands in the row."""
        return self._chips

    def show(self, chips: Sequence[Chip]) -> None:
        """Show these, and none beside them. A row without any is not there."""
        self._chips = tuple(chips)
        self._picked = min(self._picked, max(0, len(chips) - 1))
        self._first = min(self._first, self._picked)
        self._telling = self._telling and bool(chips)
        self._hovered = self.tooltip = None
        self.display = bool(chips)
        self.refresh(layout=True)

    # What is drawn

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line for the chips, and those of the sentence that is shown."""
        return 1 + len(self._words(width))

    def render(self) -> Content:
        """The chips, and the sentence under them."""
        focused = self.has_focus
        row = [Content.styled("‹" if self._first else Mark.CITED.value, "$text-success")]
        last = -1
        for last, chip, _ in self._in_sight():
            kind = "warning" if chip.problem else "primary"
            # In the terminal's own sixteen colours the two are one.
            style = f"$text-{kind}" if self.app.native_ansi_color else f"$text-{kind} on ${kind}-muted"
            picked = focused and last == self._picked
            # Brackets, so that it is not by its colours alone that the picked one is told.
            label = f"[{chip.label}]" if picked else f" {chip.label} "
            row += [Content(" "), Content.styled(label, "bold reverse" if picked else style)]
        row += [Content(" ›")] * (last < len(self._chips) - 1)
        words = (line.stylize("$text-muted") for line in self._words(self.size.width))
        return Content("\n").join([Content.assemble(*row), *words])

    def _in_sight(self) -> Iterator[tuple[int, Chip, range]]:
        """The chips that are drawn, and the cells that each takes; at least one, cut where the row ends."""
        left = 2
        for number, chip in enumerate(self._chips[self._first :], start=self._first):
            right = left + len(chip.label) + 2
            if number > self._first and right > self.size.width - 2:
                return
            yield number, chip, range(left, right)
            left = right + 1

    def _words(self, width: int) -> Sequence[Content]:
        """The lines of the sentence that is shown."""
        if not self._telling or width < 1:
            return ()
        lines = Content(self._chips[self._picked].told).wrap(width)
        cut = lines[_LONGEST_SHOWN:]
        return [*lines[: _LONGEST_SHOWN - 1], Content.assemble(lines[_LONGEST_SHOWN - 1], " …")] if cut else lines

    def _pick(self, number: int) -> None:
        self._picked = max(0, min(number, len(self._chips) - 1))
        self._first = min(self._first, self._picked)
        while self._first < self._picked and self._picked not in [number for number, _, _ in self._in_sight()]:
            self._first += 1
        self.refresh(layout=self._telling)

    # Keys

    def watch_has_focus(self, has_focus: bool) -> None:
        """Begin with the chip that was put in last; put the sentence away when the keys go elsewhere."""
        super().watch_has_focus(has_focus)
        if has_focus:
            self._pick(len(self._chips) - 1)
        else:
            self._tell(telling=False)

    def on_key(self, event: events.Key) -> None:
        """A letter that does nothing here belongs to the reply."""
        if event.is_printable and event.character and event.key not in self.screen.active_bindings:
            event.stop()
            self.post_message(self.Left(event.character))

    def action_go(self, step: int) -> None:
        """Go to the next chip, or the one before."""
        self._pick(self._picked + step)

    def action_tell(self) -> None:
        """Show the sentence of the chip, or put it away."""
        self._tell(telling=not self._telling)

    def _tell(self, *, telling: bool) -> None:
        if telling != self._telling:
            self._telling = telling
            self.refresh(layout=True)

    def action_take_out(self) -> None:
        """Take the address out of the reply."""
        if self._chips:
            self.post_message(self.TakeOut(self._chips[self._picked].reference))

    def action_leave(self) -> None:
        """Go back to the reply."""
        self.post_message(self.Left())

    def action_undo(self) -> None:
        """Ask that the reply be as it was before."""
        self.post_message(self.Undone())

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """A click on the sign takes the address out; one beside it shows the sentence."""
        event.stop()
        for number, chip, cells in self._in_sight():
            if self._cell(event) in cells[-3:]:
                self.post_message(self.TakeOut(chip.reference, clicked=True))
            elif self._cell(event) in cells:
                again = self._telling and number == self._picked
                self._pick(number)
                self._tell(telling=not again)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What is told beside the mouse is the sentence of the chip under it."""
        chip = next((chip for _, chip, cells in self._in_sight() if self._cell(event) in cells), None)
        if chip != self._hovered:
            self._hovered = chip
            self.tooltip = Content(chip.told) if chip else None

    def _cell(self, event: events.MouseEvent) -> int:
        at = event.screen_offset - self.content_region.offset
        return at.x if at.y == 0 else -1
