"""The end of a lesson: question by question what the learner showed, with their own citations."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from tutor.session.events import Row, Summary
from tutor.tui.text import safe
from tutor.tui.words import kind_in_words, outcome_glyph, outcome_in_words, tally


class SummaryScreen(ModalScreen[str]):
    """Shows a summary; gives back `picker` or `look-back`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "dismiss('picker')", "Lessons", key_display="Enter"),
        Binding("b", "dismiss('look-back')", "Look back at the chat"),
    ]

    def __init__(self, title: str, summary: Summary) -> None:
        super().__init__()
        self._title = title
        self._summary = summary

    def compose(self) -> ComposeResult:
        """The tally, then a block per question."""
        rows = self._summary.rows
        with VerticalScroll(id="summary"):
            yield Static(Content.styled(safe(self._title), "bold $text-primary"), classes="summary-title")
            yield Static(Content(tally(rows) if rows else safe(self._summary.text)), classes="summary-tally")
            for number, row in enumerate(rows, start=1):
                yield Static(_row(number, row), classes=f"summary-row -{row.outcome}")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one("#summary").focus()


def _row(number: int, row: Row) -> Content:
    head = Content.assemble(
        (f"{outcome_glyph(row.outcome)} {number}. {kind_in_words(row.question_kind)}", "bold"),
        (f"  {outcome_in_words(row.outcome)}", "$foreground 60%"),
    )
    # The learner's own words say it best; what a check found is for where there are none.
    lines = [f"  “{safe(text)}”" for text in row.quotes] or [f"  {safe(text)}" for text in row.showed]
    return Content("\n").join([head, *(Content(line) for line in lines)])
