"""What Textual itself costs: an app with one label and one input."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input, Label


class Bare(App[None]):
    """Nothing but that."""

    def compose(self) -> ComposeResult:
        """The label and the input."""
        yield Label("Hello there")
        yield Input()


if __name__ == "__main__":
    Bare().run()
