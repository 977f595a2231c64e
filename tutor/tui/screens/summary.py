"""The end of a lesson: question by question what the learner showed, with their own citations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tutor.session.cited import Recalled, recall
from tutor.session.events import Event, Row, Summary
from tutor.tui.desk import Desk
from tutor.tui.screens.exporting import export
from tutor.tui.screens.shared_keys import copying_or
from tutor.tui.text import one_line, safe
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.words import kind_in_words, outcome_glyph, outcome_in_words, tally

if TYPE_CHECKING:
    from tutor.article import Article


class SummaryScreen(ModalScreen[str]):
    """Shows a summary; gives back `picker` or `look-back`."""

    BINDING_GROUP_TITLE = "The summary"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "Help", show=False, id="help"),
        Binding("enter,escape", "dismiss('picker')", "Lessons", id="to-lessons", tooltip="back to the lessons"),
        Binding("b", "dismiss('look-back')", "Look back", id="look-back", tooltip="look back at the chat"),
        Binding("p", "app.progress", "Progress", id="progress", tooltip="what you showed over all lessons"),
        Binding("e", "export", "Transcript", id="export", tooltip="write what was said to a file"),
        copying_or("dismiss('picker')", "go back to the lessons"),
    ]

    def __init__(
        self,
        title: str,
        summary: Summary,
        *,
        desk: Desk,
        session: str,
        events: Sequence[Event] = (),
        article: Article | None = None,
    ) -> None:
        """`events` and `article` are the session's: what the summary calls to mind is looked up in them."""
        super().__init__()
        self._title = title
        self._summary = summary
        self._desk = desk
        self._session = session
        self._recalled = recall(summary.rows, events, article)

    def compose(self) -> ComposeResult:
        """The tally, then a block per question."""
        rows = self._summary.rows
        with VerticalScroll(id="summary"):
            yield Static(Content.styled(one_line(self._title), "bold $text-primary"), classes="summary-title")
            yield Static(Content(tally(rows) if rows else safe(self._summary.text)), classes="summary-tally")
            for number, recalled in enumerate(self._recalled, start=1):
                yield Static(_head(number, recalled.row), classes="summary-head")
                yield Static(Content("\n").join(_lines(recalled)), classes="summary-row")
        yield KeyBar(palette=False)

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one("#summary").focus()

    @work(exclusive=True, group="export")
    async def action_export(self) -> None:
        """Write the transcript."""
        await export(self.app, self._desk, self._session)


def _head(number: int, row: Row) -> Content:
    return Content.assemble(
        (f"{outcome_glyph(row.outcome)} {number}. {kind_in_words(row.question_kind)}", "bold"),
        (f"  {outcome_in_words(row.outcome)}", "$text-muted"),
    )


def _lines(recalled: Recalled) -> Iterator[Content]:
    if recalled.ask:
        yield Content.styled(one_line(recalled.ask), "$text-muted")
    for quote in recalled.quotes:
        yield Content(f"You: “{one_line(quote)}”")
    for cited in recalled.cited:
        yield Content(f"{cited.address}: “{one_line(cited.words)}”")
    if not recalled.quotes and not recalled.cited:
        # The learner's own words say it best; what a check found is for where there are none.
        yield from (Content(one_line(text)) for text in recalled.row.showed)
