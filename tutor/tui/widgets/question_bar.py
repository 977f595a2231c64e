"""The question, in sight always: its number, what it practises, its words, and how far the lesson is."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tutor.tui.text import one_line, safe, shown
from tutor.tui.words import kind_in_words

# How a question stands, as a segment of the progress line.
_SEGMENTS = {"met": "●", "attempts": "◐", "skipped": "–", "thanked": "●", "open": "◉", "": "○"}
# More questions than this are counted in words only: the line would not fit beside the title.
_MOST_SEGMENTS = 24


class Headline(Widget):
    """A title on the left and the progress on the right, on one line."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = Content.styled(title, "bold")
        self._progress = Content()

    def render(self) -> Content:
        """Cut the title rather than the progress where the window is narrow."""
        room = max(1, self.size.width - self._progress.cell_length - 2)
        title = self._title.truncate(room, ellipsis=True)
        gap = self.size.width - title.cell_length - self._progress.cell_length
        return Content.assemble(title, " " * max(1, gap), self._progress)

    def put(self, *, title: Content | None = None, progress: Content | None = None) -> None:
        """Change one or both."""
        self._title = self._title if title is None else title
        self._progress = self._progress if progress is None else progress
        self.refresh()


class QuestionBar(Vertical):
    """Four lines at most until asked for more (`whole`), so that an 80x24 terminal keeps room to read and type."""

    def __init__(self, opening: str, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        """`opening` stands there until there is a title."""
        super().__init__(id=id)
        self._opening = opening
        self._ask = ""

    def compose(self) -> ComposeResult:
        """A line with number and progress, the ask, and what is asked at the moment."""
        yield Headline(self._opening)
        with VerticalScroll(id="bar-ask-box", can_focus=False):
            yield Static(id="bar-ask", markup=False)
        yield Static(id="bar-asking", markup=False)

    def show_lesson(self, title: str) -> None:
        """Before the first question: the lesson's title."""
        self.query_one(Headline).put(title=Content.styled(one_line(title), "bold"))

    def show_purpose(self, purpose: str) -> None:
        """Before the first question: what to read the article for."""
        self.query_one(Headline).put(title=Content.styled("Read first, and keep in mind:", "bold $text-primary"))
        self.query_one("#bar-ask", Static).update(shown(purpose))

    def show_question(self, number: int, total: int, kind: str, ask: str) -> None:
        """Show the question that is open."""
        head = (f"Question {number} of {total}", "bold $text-primary")
        title = Content.assemble(head, (f"  {kind_in_words(kind)}", "$foreground 60%"))
        self.query_one(Headline).put(title=title)
        self._ask = ask
        self.query_one("#bar-ask", Static).update(shown(ask))
        self.query_one("#bar-ask-box").scroll_home(animate=False)
        self.whole = False
        self.show_asking("")

    def show_asking(self, asking: str) -> None:
        """Show what is asked now, where it is no longer the question's own words (seen while the chat is not)."""
        self.query_one("#bar-asking", Static).update(Content.assemble(("now: ", "$foreground 60%"), safe(asking)))
        self.set_class(asking not in ("", self._ask), "-asking")

    def show_end(self) -> None:
        """The lesson is over."""
        self.query_one(Headline).put(title=Content.styled("The end of the lesson", "bold"))
        self.query_one("#bar-ask", Static).update("")
        self.show_asking("")

    def show_progress(self, outcomes: Sequence[str]) -> None:
        """Draw a segment per question: its outcome, `open`, or empty for one still to come."""
        line = " ".join(_SEGMENTS.get(outcome, "○") for outcome in outcomes)
        if len(outcomes) > _MOST_SEGMENTS:
            line = f"{sum(outcome not in ('', 'open') for outcome in outcomes)} done"
        self.query_one(Headline).put(progress=Content.styled(line, "$text-primary"))

    @property
    def is_cut(self) -> bool:
        """Whether the ask has more lines than are in sight."""
        return self.query_one("#bar-ask-box").max_scroll_y > 0

    @property
    def whole(self) -> bool:
        """Whether all of a long ask is shown."""
        return self.has_class("-whole")

    @whole.setter
    def whole(self, value: bool) -> None:
        self.set_class(value, "-whole")
