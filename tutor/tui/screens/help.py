"""The help: every key and command."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.tui.words import HELP


class HelpScreen(ModalScreen[None]):
    """A page of keys, over whatever screen it was asked for on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q,enter,ctrl+c", "dismiss(None)", "Back", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Sections of keys, scrolling where the window is low."""
        with VerticalScroll(classes="dialog -help"):
            for title, keys in HELP:
                yield Static(Content.styled(title, "bold $text-primary"), classes="help-title")
                for key, meaning in keys:
                    with Horizontal(classes="help-row"):
                        yield Static(Content.styled(key, "bold"), classes="help-key")
                        yield Static(meaning, classes="help-meaning", markup=False)
            yield Static("Esc goes back", classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(VerticalScroll).focus()
