"""The conversation: who said what, questions as cards, notes between them."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tutor.tui.text import one_line, safe, shown
from tutor.tui.words import kind_in_words, outcome_glyph, outcome_in_words


class Message(Static):
    """One message. Its words are never read as markup."""

    def __init__(self, content: Content, classes: str) -> None:
        super().__init__(content, markup=False, classes=f"message {classes}")


class ChatLog(VerticalScroll, can_focus=True):
    """Messages from the first to the newest; follows the newest while the reader is at the end."""

    BORDER_TITLE = "Tutor"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"chat--tutor", "chat--learner"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self.learner = ""
        self._feedback: tuple[Message, str] | None = None

    def on_mount(self) -> None:
        """Stay at the end as messages come in."""
        self.anchor()

    def tutor_says(self, text: str, say: str = "", asking: str = "") -> None:
        """Add what the tutor said; the question at its end (`asking`) stands out."""
        said = text.removesuffix(asking).rstrip() if asking and text.endswith(asking) else ""
        body = shown(text)
        if said:
            body = Content.assemble(safe(said), "\n", (safe(asking), "bold"))
        message = self._add(_spoken("Tutor", body, ".chat--tutor"), "-tutor")
        self._feedback = (message, say)

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


def _spoken(speaker: str, body: Content, style: str) -> Content:
    name = one_line(speaker)
    return Content.assemble((name, style), "\n", body)
