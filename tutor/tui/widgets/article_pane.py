"""The article: addressed, scrollable, with the sentences that matter now marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

if TYPE_CHECKING:
    from tutor.article import Address, Article
    from tutor.dialogue.hard_words import HardWord
    from tutor.tui.widgets.passage import Line, Mark, Passage

# Columns between the paragraph's number and the words: the margin glyph with a space on each side.
GAP = 3
# Longer lines are hard to read, however wide the terminal.
LONGEST_LINE = 88


class ArticlePane(ScrollView, can_focus=True):
    """Shows an article line by line, so that its cost is that of what is in sight, however long it is."""

    BORDER_TITLE = "Article"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--title",
        "article--byline",
        "article--label",
        "article--number",
        "article--asked",
        "article--asked-mark",
        "article--shown",
        "article--shown-mark",
        "article--hard",
        "article--picked",
    }
    BINDING_GROUP_TITLE = "The article"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", "Line up", show=False, id="line-up"),
        Binding("down,j", "scroll_down", "Line down", show=False, id="line-down"),
        Binding("pageup", "page_up", "Page up", show=False, id="page-up"),
        Binding("pagedown,space", "page_down", "Page down", show=False, id="page-down"),
        Binding("home", "scroll_home", "To the top", show=False, id="to-top"),
        Binding("end", "scroll_end", "To the end", show=False, id="to-end"),
        Binding("enter", "explain", "Explain", id="explain", tooltip="what the word with ° that you went to means"),
        Binding("w", "next_word(1)", "Word°", id="next-word", tooltip="go to the next word with °, which is explained"),
        Binding(
            "W", "next_word(-1)", "Word° before", show=False, id="word-before", tooltip="go to the word with ° before"
        ),
    ]

    class Explain(Message):
        """The learner wants to know what a word of the glossary means."""

        def __init__(self, word: str) -> None:
            super().__init__()
            self.word = word

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self.article: Article | None = None
        self._passages: list[Passage] = []
        self._tops: list[int] = []  # the first line of each passage, and the line after the last
        self._open: tuple[int | None, int] = (None, 0)  # the last paragraph shown, the question after which more is
        self._words: tuple[HardWord, ...] = ()
        self._picked = ""
        self._marks: Mapping[Address, Mark] = {}
        self._width = 0  # cells for the words of a line
        self._label_width = 0
        self._styles: dict[str, Style] = {}
        self._revealed: int | None = None  # where the marks were scrolled to; None when that is still to be done

    def show(self, article: Article, last: int | None = None, after: int = 0) -> None:
        """Show an article from its top, without marks, as far as `open_to` would."""
        self.article = article
        self._open = (last, after)
        self._build()
        self.scroll_home(animate=False)

    def open_to(self, last: int | None, after: int) -> None:
        """Show no more than is open: to the paragraph `last`, until the question `after`; all when there is no such."""
        if (last, after) != self._open:
            self._open = (last, after)
            self._build()

    def explain(self, words: Sequence[HardWord]) -> None:
        """Mark the hard words."""
        if words:
            self._words = tuple(words)
            self._build()

    def pick(self, entry: str) -> None:
        """Make a hard word stand out, as the one that is explained next; "" for none."""
        self._picked = entry
        for passage in self._passages:
            passage.pick(entry)
        self.refresh()
        self.refresh_bindings()

    def _build(self) -> None:
        from tutor.tui.widgets.passage import passages_of

        assert self.article is not None  # there is nothing to open or to explain without one
        self._passages = passages_of(self.article, *self._open, self._words)
        self._label_width = max((len(passage.label) for passage in self._passages), default=0)
        for passage in self._passages:
            passage.mark(self._marks)
            passage.pick(self._picked)
        self._lay_out()
        self.refresh_bindings()

    def mark(self, asked: Sequence[str], shown: Sequence[str] = ()) -> bool:
        """Mark the sentences asked about and those pointed at, scroll to them; whether there are any."""
        from tutor.tui.widgets.passage import Mark, marks_of

        if self.article is None:
            return False
        marks = marks_of(self.article, asked, Mark.ASKED) | marks_of(self.article, shown, Mark.SHOWN)
        self._marks = marks
        for passage in self._passages:
            passage.mark(marks)
        legend = [f"{Mark.ASKED.value} asked about"] * (Mark.ASKED in marks.values())
        legend += [f"{Mark.SHOWN.value} look here"] * (Mark.SHOWN in marks.values())
        self.border_subtitle = Content("  ".join(legend))
        self.refresh()
        self._revealed = None
        self.reveal()
        return bool(marks)

    def lines_marked(self, *marks: Mark) -> list[int]:
        """The lines, counted from the article's top, that carry one of these margin glyphs; with none given, any."""
        from tutor.tui.widgets.passage import Mark

        return [
            top + row
            for top, passage in zip(self._tops, self._passages, strict=False)
            for row, line in enumerate(passage.lines(self._width))
            if line.mark in (marks or tuple(Mark))
        ]

    def reveal(self) -> None:
        """Bring what was marked last into sight: what is pointed at if there is such, else what is asked about."""
        # Somebody who has scrolled elsewhere since is not disturbed.
        if not self._width or self._revealed not in (None, self.scroll_offset.y):
            return
        from tutor.tui.widgets.passage import Mark

        lines = self.lines_marked(Mark.SHOWN) or self.lines_marked()
        if not lines:
            return
        first, last, height = lines[0], lines[-1], self.scrollable_content_region.height
        if first < self.scroll_offset.y or last >= self.scroll_offset.y + height:
            # Two lines of what comes before keep the reader's bearings, where there is room.
            top = max(0, first - 2) if last - first + 3 <= height else first
            self.scroll_to(y=top, animate=False, force=True)
        self._revealed = self.scroll_offset.y

    def _lay_out(self) -> None:
        """Find where each passage starts at the present width. The line at the top of the pane stays there."""
        width = self._line_width
        if width < 1:
            return
        if self._revealed == self.scroll_offset.y:
            self._revealed = None
        anchor = self._place_of(self.scroll_offset.y) if self._width else None
        self._width = width
        heights = [len(p.lines(width)) + gap for p, gap in zip(self._passages, self._gaps(), strict=True)]
        self._tops = [0, *accumulate(heights)]
        self.virtual_size = Size(0, self._tops[-1])
        if anchor is not None and anchor[0] < len(self._passages):
            index, offset = anchor
            lines = self._passages[index].lines(width)
            line = max((i for i, line in enumerate(lines) if line.start <= offset), default=0)
            self.scroll_to(y=self._tops[index] + line, animate=False, force=True)
        self.refresh()
        self.reveal()

    @property
    def _line_width(self) -> int:
        return min(self.scrollable_content_region.width - self._label_width - GAP - 1, LONGEST_LINE)

    def _gaps(self) -> list[int]:
        """The blank lines after each passage: none between the items of one list, nor between title and byline."""
        from tutor.article import Part

        parts = [passage.part for passage in self._passages]
        tight = {(Part.ITEM, Part.ITEM), (Part.HEADING, Part.BYLINE)}
        return [0 if pair in tight else 1 for pair in pairwise(parts)] + [0] * bool(parts)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be a hard word to go to, and one to explain."""
        match action:
            case "next_word":
                return bool(self._hard_words())
            case "explain":
                return bool(self._picked)
        return True

    def action_explain(self) -> None:
        """Ask what the word that is picked means."""
        self.post_message(self.Explain(self._picked))

    def action_next_word(self, direction: int) -> None:
        """Go to the next hard word, or the one before; round at the end. The first is one in sight, if there is any."""
        lines = self._hard_words()
        words = list(lines)
        if self._picked in words:
            word = words[(words.index(self._picked) + direction) % len(words)]
        else:
            top = self.scroll_offset.y
            word = next((word for word in words if lines[word] >= top), words[0])
        self.pick(word)
        self._bring_into_sight(lines[word])

    def _bring_into_sight(self, line: int) -> None:
        if not 0 <= line - self.scroll_offset.y < self.scrollable_content_region.height:
            self.scroll_to(y=max(0, line - 2), animate=False, force=True)

    def _hard_words(self) -> Mapping[str, int]:
        """The hard words that are open for reading, in order, and the line each is on."""
        return {
            entry: top + passage.line_at(span.start, self._width)
            for top, passage in zip(self._tops, self._passages, strict=False)
            for entry, span in passage.words.items()
        }

    def on_click(self, event: events.Click) -> None:
        """A click on a hard word asks what it means."""
        _, place = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        if place is None or event.chain > 1:
            return
        if word := self._passages[place.y].word_at(place.x):
            event.stop()
            self.pick(word)
            self.action_explain()

    def on_resize(self) -> None:
        """Wrap anew when the width has changed; a pane that was hidden may have something to reveal."""
        if self._line_width != self._width:
            self._lay_out()
        else:
            self.reveal()

    def notify_style_update(self) -> None:
        """Forget resolved styles when the theme changes."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the pane: margin, words, and the offsets that text selection needs."""
        line_number = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        index = bisect_right(self._tops, line_number) - 1
        base = self.visual_style
        if not self._passages or index >= len(self._passages) or index < 0:
            return Strip.blank(width, base.rich_style)
        passage = self._passages[index]
        lines = passage.lines(self._width)
        row = line_number - self._tops[index]
        if row >= len(lines):
            return Strip.blank(width, base.rich_style)
        line = lines[row]
        words = Strip(self._segments(self._selected(line, index), base)).apply_offsets(line.start, index)
        label = passage.label if row == 0 else ""
        margin = Strip(self._segments(_margin(f"{label:>{self._label_width}}", line.mark), base))
        return Strip.join([margin, words]).adjust_cell_length(width, base.rich_style)

    def _segments(self, content: Content, base: Style) -> list[Segment]:
        rendered = content.render(base, end="", parse_style=self._style_of)
        return [Segment(text, style.rich_style) for text, style in rendered]

    def _style_of(self, style: str | Style) -> Style:
        if isinstance(style, Style):
            return style
        if style not in self._styles:
            resolved = self._get_style(style)
            # A component's opaque background gets lost in Textual 8.2.8 (the partial style blends it away).
            rules = self.get_component_styles(style.removeprefix("."))
            if rules.has_rule("background"):
                resolved += Style(background=rules.background)
            self._styles[style] = resolved
        return self._styles[style]

    def _selected(self, line: Line, index: int) -> Content:
        selection = self.text_selection
        span = selection.get_span(index) if selection is not None else None
        if span is None:
            return line.content
        style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
        length = len(line.content.plain)
        start = max(0, span[0] - line.start)
        end = length if span[1] == -1 else min(length, span[1] - line.start)
        return line.content.stylize(style, start, end) if start < end else line.content

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words of the article, a passage a line, without margin and sentence numbers."""
        from tutor.article import Span

        pieces = []
        for index, passage in enumerate(self._passages):
            span = selection.get_span(index)
            if span is not None:
                end = len(passage.text) if span[1] == -1 else span[1]
                pieces.append(passage.words_in(Span(span[0], end)))
        return "\n".join(pieces), "\n"

    def _place_of(self, line_number: int) -> tuple[int, int] | None:
        """The passage on a line, and where in it the line starts."""
        index = bisect_right(self._tops, line_number) - 1
        if not 0 <= index < len(self._passages):
            return None
        lines = self._passages[index].lines(self._width)
        row = min(line_number - self._tops[index], len(lines) - 1)
        return index, lines[row].start


def _margin(label: str, mark: Mark | None) -> Content:
    glyph = (mark.value, f"{mark.style}-mark") if mark else " "
    return Content.assemble((f"{label} ", ".article--label"), glyph, " ")
