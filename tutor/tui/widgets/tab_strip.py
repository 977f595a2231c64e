"""Article and chat as two tabs, for windows too narrow to show both."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tutor.tui.keys import key_of

_LABELS = {"article": "Article", "chat": "Chat"}


class TabStrip(Widget):
    """The two tabs, and the key that goes from one to the other.

    Brackets say which is active, a dot that something happened in the other one; colour only underlines it.
    """

    ALLOW_SELECT = False

    class Chosen(Message):
        """A tab was clicked: `pane` is `article` or `chat`."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self.active = "article"
        self.news: set[str] = set()
        self.said = ""

    def say(self, what: str) -> None:
        """Say something short beside the tabs, up to its first dot where there is no more room; "" for nothing."""
        self.said = what
        self.refresh()

    def show(self, pane: str) -> None:
        """Make `pane` the active tab. Being looked at, it has no news."""
        self.active = pane
        self.news.discard(pane)
        self.refresh()

    def tell(self, pane: str) -> None:
        """Mark that something happened in `pane`, if it is not the one in sight."""
        if pane != self.active:
            self.news.add(pane)
            self.refresh()

    def render(self) -> Content:
        """The labels, and the key on the right."""
        tabs = Content.assemble(*((self._label(pane), self._style(pane)) for pane in _LABELS))
        key = f"{key_of(self, 'pane')} switches"
        room = self.size.width - tabs.cell_length - len(key)
        said = self.said if len(self.said) < room else self.said.partition(" · ")[0]
        return Content.assemble(tabs, said, " " * max(1, room - len(said)), (key, "$foreground 60%"))

    def on_click(self, event: events.Click) -> None:
        """Go to the tab that was clicked."""
        event.stop()
        at = event.get_content_offset(self)
        left = 0
        for pane in _LABELS:
            left += len(self._label(pane))
            if at is not None and at.x < left:
                self.post_message(self.Chosen(pane))
                return

    def _label(self, pane: str) -> str:
        if pane == self.active:
            return f"[ {_LABELS[pane]} ]  "
        return f"  {_LABELS[pane]}{' •' if pane in self.news else '  '}  "

    def _style(self, pane: str) -> str:
        if pane == self.active:
            return "bold"
        return "bold $text-warning" if pane in self.news else "$foreground 60%"
