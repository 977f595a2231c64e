"""The conversation: who said what, what a reply shows, questions as cards, notes between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tutor.tui.keys import key_of
from tutor.tui.text import one_line, safe, shown
from tutor.tui.widgets.typing_out import TypingOut, Written
from tutor.tui.words import kind_in_words, line_marked, outcome_glyph, outcome_in_words

if TYPE_CHECKING:
    from tutor.session.events import Line

KEPT = 24
"""Messages on the screen while the newest is followed, and more where a tall window has room for them. Older ones come
back when the reader scrolls up to them."""
PAGE = 8
"""Older messages that come back at a time, and how far above `KEPT` it may go before some are taken off again."""


class Message(Written):
    """One message. Its words are never read as markup."""


@dataclass(slots=True, eq=False)
class Entry:
    """A message as it is kept, whether it is on the screen (`widget`) or not. Without content it is not shown."""

    content: Content
    classes: str
    title: str = ""
    widget: Message | None = None

    def build(self) -> Message:
        """Make its widget."""
        self.widget = Message(self.content, markup=False, classes=f"message {self.classes}")
        self.widget.display = bool(self.content)
        if self.title:
            self.widget.border_title = Content(self.title)
        return self.widget

    def say(self, content: Content) -> None:
        """Say something else."""
        self.content = content
        if self.widget is not None:
            self.widget.update(content)
            self.widget.display = bool(content)


class ChatLog(VerticalScroll, can_focus=True):
    """Messages from the first to the newest; follows the newest while the reader is at the end."""

    BORDER_TITLE = "Tutor"
    BINDING_GROUP_TITLE = "The conversation"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"chat--tutor", "chat--learner", "chat--shown", "chat--open"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self.learner = ""
        self._entries: list[Entry] = []
        self._first = 0  # the first entry that is on the screen; all after it are
        self._gathering = False
        self._going_back = False
        self._feedback: tuple[Entry, str] | None = None
        self._typing: TypingOut | None = None

    def compose(self) -> ComposeResult:
        """What tells that there is more than is in sight, above and below."""
        yield Static("↑ Earlier messages", id="chat-earlier")
        yield Static(id="chat-news")

    def on_mount(self) -> None:
        """Stay at the end as messages come in."""
        self._show("#chat-earlier", False)
        self._show("#chat-news", False)
        self.anchor()

    # What is said

    def tutor_says(self, text: str, say: str = "", asking: str = "", *, typed: bool = False) -> None:
        """Add what the tutor said; the question at its end (`asking`) stands out. `typed`: letter by letter."""
        self.finish_typing()
        said = text.removesuffix(asking).rstrip() if asking and text.endswith(asking) else ""
        body = shown(text)
        if said:
            body = Content.assemble(safe(said), "\n", (safe(asking), "bold"))
        whole = _spoken("Tutor", body, ".chat--tutor")
        entry = self._add(whole, "-tutor")
        self._feedback = (entry, say)
        if typed and entry.widget is not None and self.app.animation_level != "none":
            # What is shown has passed the guard as a whole. Textual's MarkdownStream is for text that grows, and for
            # Markdown, which feedback is not.
            self._typing = TypingOut(entry.widget, whole.plain, len("Tutor\n"))

    @property
    def writing(self) -> bool:
        """Whether words are being typed out."""
        return self._typing is not None and not self._typing.done

    def finish_typing(self) -> None:
        """Show the whole of what is being typed out."""
        if self._typing is not None:
            self._typing.finish()
            self._typing = None

    def give_way(self) -> None:
        """Somebody types: what is being typed out waits for them."""
        if self._typing is not None:
            self._typing.give_way()

    def learner_says(self, text: str) -> None:
        """Add the learner's reply."""
        self._feedback = None
        self._add(_spoken(self.learner or "You", shown(text), ".chat--learner"), "-learner")

    def learner_asked_for(self, command: str) -> None:
        """Add a command as a short line: it is no answer."""
        self._feedback = None
        self._add(_spoken(self.learner or "You", shown(command), ".chat--learner", " "), "-learner -command")

    def findings(self, lines: Sequence[Line]) -> None:
        """Add what the reply shows and lacks, under it."""
        styles = {"shown": ".chat--shown"}
        told = [Content.styled(safe(line_marked(line)), styles.get(line.mark, ".chat--open")) for line in lines]
        if told:
            self._add(Content("\n").join(told), "-learner -findings")

    def question(self, number: int, total: int, kind: str, ask: str, *, bridged: bool) -> None:
        """Add a question as a card. `bridged`: the feedback above ends in this very question, which then goes."""
        if bridged and self._feedback is not None:
            self.finish_typing()
            entry, say = self._feedback
            entry.say(_spoken("Tutor", shown(say), ".chat--tutor") if say else Content())
        self._feedback = None
        self._add(shown(ask, "bold"), "-question", f"Question {number} of {total} · {kind_in_words(kind)}")

    def closed(self, number: int, outcome: str, reread: tuple[str, ...], *, review: bool) -> None:
        """Add the line that ends a question."""
        line = f"{outcome_glyph(outcome)} Question {number}: {outcome_in_words(outcome)}"
        if reread and outcome != "met":
            line += f" · reread {', '.join(reread)}"
        if review and outcome == "attempts":
            line += " · your teacher will see it"
        self._add(shown(line), f"-note -{outcome}")

    def note(self, text: str, title: str = "") -> None:
        """Add something that is not part of the dialogue: a sentence quoted, progress, help."""
        head = Content.styled(f"{safe(title)}\n", "bold") if title else Content()
        self._add(Content.assemble(head, safe(text)), "-note")

    def trouble(self, what: str, advice: str) -> None:
        """Add what went wrong and what to do about it."""
        self._add(
            Content.assemble(("! ", "bold"), (safe(what), "bold"), f"\n{safe(advice)}" if advice else ""),
            "-trouble",
        )

    # What is on the screen

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Take messages in without showing them one by one; at the end the newest are shown."""
        self._gathering = True
        try:
            yield
        finally:
            self._gathering = False
            self._first = max(0, len(self._entries) - self._kept)
            self.mount_all([entry.build() for entry in self._entries[self._first :]])
            self._show("#chat-earlier", self._first > 0)

    @property
    def follows(self) -> bool:
        """Whether the newest message is in sight, and the next one will be."""
        # Scrolling that moves nothing lets go of the anchor too.
        return not self._anchor_released or self.scroll_offset.y >= self.max_scroll_y

    @property
    def _kept(self) -> int:
        """How many messages stay: few are lower than two lines, so that these are more than the window holds."""
        return max(KEPT, self.size.height * 2 // 3)

    def to_end(self) -> None:
        """Go to the newest message and follow from there."""
        self.anchor()
        self._show("#chat-news", False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """At the end nothing new is below; at the top older messages come back."""
        super().watch_scroll_y(old_value, new_value)
        if self.follows:
            self._show("#chat-news", False)
        if new_value < old_value and new_value <= 0:
            self._go_back()

    def on_click(self, event: events.Click) -> None:
        """A click on the line that tells of more goes there."""
        match event.widget.id if event.widget else None:
            case "chat-news":
                self.to_end()
            case "chat-earlier":
                self._go_back()

    def _add(self, content: Content, classes: str, title: str = "") -> Entry:
        entry = Entry(content, classes, title)
        self._entries.append(entry)
        if self._gathering:
            return entry
        following = self.follows
        self.mount(entry.build())
        # Textual (8.2.8) keeps a line of the ground beneath in all the pieces that it was ever painted in.
        self.screen.refresh()
        self.refresh()
        if following:
            self.anchor()
            self._prune()
        else:
            self._tell_of_news()
        return entry

    def _tell_of_news(self) -> None:
        """Say that there is something new below, and which key goes there from where the keys go now."""
        focused = self.screen.focused
        key = "End" if focused is self else key_of(focused, "chat-down") if focused else ""
        self.query_one("#chat-news", Static).update(Content(f"↓ New message below{f' ({key})' if key else ''}"))
        self._show("#chat-news", True)

    def _prune(self) -> None:
        """Take the oldest messages off the screen when there are too many. They are kept; the end stays in sight."""
        if len(self._entries) - self._first <= self._kept + PAGE:
            return
        first = len(self._entries) - self._kept
        gone = self._entries[self._first : first]
        self._first = first
        self.remove_children([entry.widget for entry in gone if entry.widget is not None])
        for entry in gone:
            entry.widget = None
        self._show("#chat-earlier", True)

    def _go_back(self) -> None:
        if self._first and not self._going_back:
            self._going_back = True
            self.call_next(self._show_older)

    async def _show_older(self) -> None:
        """Put a page of older messages above, and leave what is being read where it is."""
        height = self.virtual_size.height
        first = max(0, self._first - PAGE)
        older = [entry.build() for entry in self._entries[first : self._first]]
        with self.app.batch_update():
            await self.mount_all(older, after="#chat-earlier")
            self._first = first
            self._show("#chat-earlier", first > 0)
            # Laid out now, so that no frame in between shows something else in the reader's place.
            self.screen._refresh_layout()
            grown = self.virtual_size.height - height
            self.scroll_to(y=self.scroll_y + grown, animate=False, force=True, immediate=True)
        self._going_back = False

    def _show(self, line: str, shown: bool) -> None:
        self.query_one(line).display = shown


def _spoken(speaker: str, body: Content, style: str, between: str = "\n") -> Content:
    name = one_line(speaker)
    return Content.assemble((name, style), between, body)
