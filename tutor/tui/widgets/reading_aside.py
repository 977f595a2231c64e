"""Under an article that is read before any question: what a hard word means, or another word of the tutor's."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tutor.tui.keys import key_of
from tutor.tui.text import safe


class ReadingAside(VerticalScroll, can_focus=False):
    """In sight only while there is something to tell."""

    def compose(self) -> ComposeResult:
        """The words."""
        yield Static(id="aside-words", markup=False)

    def tell(self, text: str) -> None:
        """Show a definition or a note; "" takes it away."""
        key = key_of(self, "back")
        words = Content.assemble(safe(text), (f"  {key}: back to reading" if key else "", "$text-muted"))
        self.query_one("#aside-words", Static).update(words)
        self.set_class(bool(text), "-telling")
        self.scroll_home(animate=False)
