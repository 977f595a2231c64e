"""The help: what the keys do, first those that work where it was asked for; then how to answer, and the commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.lazy import Lazy
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tutor.tui.keys import key_of, keymap_of
from tutor.tui.places import Section, sections
from tutor.tui.screens.shared_keys import COPY_OR_BACK
from tutor.tui.text import one_line

_AT_ONCE = 3


class HelpScreen(ModalScreen[None]):
    """A page of keys, over whatever screen it was asked for on."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]
    BINDING_GROUP_TITLE = "This help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Back", show=False, id="back"),
        Binding("f1", "dismiss(None)", "Back", show=False, id="help"),
        Binding("enter", "dismiss(None)", "Back", show=False, id="close"),
        COPY_OR_BACK,
    ]

    def __init__(self, around: Sequence[DOMNode], own_keys: Path, troubles: Sequence[str] = ()) -> None:
        """`around` is where the help was asked for: the widget with the focus, and all that is around it.

        `own_keys` is the file in which a user may set other keys, `troubles` is what of it cannot be followed.
        """
        super().__init__()
        self._own_keys = own_keys
        self._troubles = troubles
        self._kinds = [type(node) for node in around]

    def compose(self) -> ComposeResult:
        """Sections of keys, scrolling where the window is low."""
        every = sections(keymap_of(self.app))
        here = [section for section in every if any(kind in section.kinds for kind in self._kinds)]
        elsewhere = [section for section in every if section not in here]
        with VerticalScroll(classes="dialog -help"):
            yield Static(f"Keys that work here · {key_of(self, 'back')} goes back", classes="dialog-keys", markup=False)
            for trouble in self._troubles:
                yield Static(f"! {trouble}", classes="help-trouble", markup=False)
            yield from _shown(here[:_AT_ONCE])
            # What is below the window may come after the first refresh.
            rest = _shown([*here[_AT_ONCE:], *elsewhere])
            more = Static(
                f"Set keys of your own in {one_line(str(self._own_keys))}", classes="help-title", markup=False
            )
            yield Lazy(Vertical(*rest, more, classes="help-rest"))

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(VerticalScroll).focus()


def _shown(sections: Iterable[Section]) -> Iterator[Widget]:
    for section in sections:
        yield Static(Content.styled(section.title, "bold $text-primary"), classes="help-title")
        for row in section.rows:
            yield Horizontal(
                Static(Content.styled(row.shown, "bold"), classes="help-key"),
                Static(row.meaning, classes="help-meaning", markup=False),
                classes="help-row",
            )
