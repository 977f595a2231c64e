"""The conversation: who said what, questions as cards, notes between them."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from tutor.tui.text import one_line, safe, shown
from tutor.tui.words import kind_in_words, outcome_glyph, outcome_in_words

LETTERS = 3
"""Typed out in a thirtieth of a second: a feedback takes two to four."""


class Message(Static):
    """One message. Its words are never read as markup."""

    def __init__(self, content: Content, classes: str) -> None:
        super().__init__(content, markup=False, classes=f"message {classes}")


class ChatLog(VerticalScroll, can_focus=True):
    """Messages from the first to the newest; follows the newest while the reader is at the end."""

    BORDER_TITLE = "Tutor"
    BINDING_GROUP_TITLE = "The conversation"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"chat--tutor", "chat--learner"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self.learner = ""
        self._feedback: tuple[Message, str] | None = None
        self._typing: tuple[Message, Content, Timer] | None = None

    def on_mount(self) -> None:
        """Stay at the end as messages come in."""
        self.anchor()

    def tutor_says(self, text: str, say: str = "", asking: str = "", *, typed: bool = False) -> None:
        """Add what the tutor said; the question at its end (`asking`) stands out. `typed`: letter by letter."""
        self.finish_typing()
        said = text.removesuffix(asking).rstrip() if asking and text.endswith(asking) else ""
        body = shown(text)
        if said:
            body = Content.assemble(safe(said), "\n", (safe(asking), "bold"))
        whole = _spoken("Tutor", body, ".chat--tutor")
        message = self._add(whole, "-tutor")
        self._feedback = (message, say)
        if typed and self.app.animation_level != "none":
            self._type(message, whole)

    def _type(self, message: Message, whole: Content) -> None:
        # What is shown has passed the guard as a whole; it only looks as if it were being written. What is still to
        # come is blank, so that the lines break where they will break at the end.
        shown_so_far = len("Tutor\n")

        def step() -> None:
            nonlocal shown_so_far
            shown_so_far += LETTERS
            if shown_so_far >= len(whole) or not message.is_attached:
                self.finish_typing()
            else:
                message.update(whole[:shown_so_far] + _blank(whole.plain[shown_so_far:]))

        self._typing = (message, whole, self.set_interval(1 / 30, step))
        step()

    def finish_typing(self) -> None:
        """Show the whole of what is being typed out."""
        if self._typing is not None:
            message, whole, timer = self._typing
            self._typing = None
            timer.stop()
            message.update(whole)

    def learner_says(self, text: str) -> None:
        """Add the learner's reply."""
        self._feedback = None
        self._add(_spoken(self.learner or "You", shown(text), ".chat--learner"), "-learner")

    def learner_asked_for(self, command: str) -> None:
        """Add a command as a short line: it is no answer."""
        self._feedback = None
        self._add(shown(command), "-learner -command")

    def question(self, number: int, total: int, kind: str, ask: str, *, bridged: bool) -> None:
        """Add a question as a card. `bridged`: the feedback above ends in this very question, which then goes."""
        if bridged and self._feedback is not None:
            self.finish_typing()
            message, say = self._feedback
            if say and message.is_attached:
                message.update(_spoken("Tutor", shown(say), ".chat--tutor"))
            else:
                message.display = bool(say)
        self._feedback = None
        card = self._add(shown(ask, "bold"), "-question")
        title = Content(f"Question {number} of {total} · {kind_in_words(kind)}")
        card.border_title = title

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

    def to_end(self) -> None:
        """Go to the newest message and follow from there."""
        self.anchor()

    def _add(self, content: Content, classes: str) -> Message:
        message = Message(content, classes)
        self.mount(message)
        return message


def _blank(text: str) -> Content:
    """As wide as the text, with nothing to see; the no-break space is no place to break a line."""
    return Content("".join(char if char.isspace() else "\u00a0" for char in text))


def _spoken(speaker: str, body: Content, style: str) -> Content:
    name = one_line(speaker)
    return Content.assemble((name, style), "\n", body)
