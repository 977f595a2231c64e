"""The article on screen: addressed, scrollable, with the sentences that matter now marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

if TYPE_CHECKING:
    from tutor.article import Address, Article, Reference
    from tutor.dialogue.hard_words import HardWord
    from tutor.tui.widgets.galley import Galley, Stretch
    from tutor.tui.widgets.passage import Line, Mark, Passage

# Columns between the paragraph's number and the words: the cursor, a column for each mark, a space.
GAP = 5
# Longer lines are hard to read, however wide the terminal.
LONGEST_LINE = 88
# What comes before keeps the reader's bearings, where there is room, and so does what comes after.
BEARING = 2
CURSOR = "▸"


class ArticleView(ScrollView, can_focus=False):
    """Shows an article line by line, so that its cost is that of what is in sight, however long it is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--title",
        "article--byline",
        "article--label",
        "article--number",
        "article--asked",
        "article--asked-mark",
        "article--shown",
        "article--shown-mark",
        "article--cited",
        "article--cited-mark",
        "article--hard",
        "article--picked",
        "article--hovered",
        "article--pointed",
        "article--pointed-mark",
        "article--word",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self.article: Article | None = None
        self.galley: Galley | None = None
        self._passages: list[Passage] = []
        self._open: tuple[int | None, int] = (None, 0)  # the last paragraph shown, the question after which more is
        self._words: tuple[HardWord, ...] = ()
        self._picked = ""
        self._marks: dict[Mark, frozenset[Address]] = {}
        self._pointed: Stretch | None = None
        self._painted: Sequence[tuple[Stretch, str]] = ()
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

    def mark(self, asked: Sequence[str], shown: Sequence[str] = ()) -> bool:
        """Mark the sentences asked about and those pointed at, scroll to them; whether there are any."""
        from tutor.tui.widgets.passage import Mark, addresses_of

        if self.article is None:
            return False
        marked = {Mark.ASKED: addresses_of(self.article, asked), Mark.SHOWN: addresses_of(self.article, shown)}
        self._set_marks(marked)
        self._revealed = None
        self.reveal()
        return any(marked.values())

    def mark_cited(self, references: Sequence[Reference]) -> None:
        """Mark the sentences that the learner's replies cite, and no others."""
        from tutor.tui.widgets.passage import Mark

        if self.article is not None:
            sentences = (sentence for reference in references for sentence in self.article.at(reference))
            self._set_marks({Mark.CITED: frozenset(sentence.address for sentence in sentences)})

    def _set_marks(self, marks: Mapping[Mark, frozenset[Address]]) -> None:
        from tutor.tui.widgets.passage import Mark

        self._marks.update(marks)
        for passage in self._passages:
            passage.mark(self._marks)
        legend = (f"{mark.value} {mark.meaning}" for mark in Mark if self._marks.get(mark))
        self.border_subtitle = Content("  ".join(legend))
        self.refresh()

    def words_at(self, reference: Reference) -> str:
        """The words of the sentences that an address stands for; "" when not all of them may be read now."""
        if self.article is None:
            return ""
        sentences = self.article.at(reference)
        open_now = {address for passage in self._passages for address in passage.sentences}
        may_be_read = all(sentence.address in open_now for sentence in sentences)
        return " ".join(self.article.words_of(sentence) for sentence in sentences) if may_be_read else ""

    def why_not(self, reference: Reference) -> str:
        """Why there are no words at an address; "" when there are."""
        if self.article is None or self.words_at(reference):
            return ""
        return "not open yet" if self.article.has(reference) else "not in the article"

    def lines_marked(self, *marks: Mark) -> list[int]:
        """The lines, counted from the article's top, that carry one of these margin glyphs; with none given, any."""
        return self.galley.lines_marked(*marks) if self.galley else []

    def reveal(self) -> None:
        """Bring what was marked last into sight: what is pointed at if there is such, else what is asked about."""
        # Somebody who has scrolled elsewhere since is not disturbed.
        if self.galley is None or self._revealed not in (None, self.scroll_offset.y):
            return
        from tutor.tui.widgets.passage import Mark

        lines = self.lines_marked(Mark.SHOWN) or self.lines_marked(Mark.ASKED)
        if not lines:
            return
        first, last, height = lines[0], lines[-1], self.scrollable_content_region.height
        if first < self.scroll_offset.y or last >= self.scroll_offset.y + height:
            self.to_line(max(0, first - BEARING) if last - first + BEARING < height else first)
        self._revealed = self.scroll_offset.y

    def to_line(self, number: int) -> None:
        """Scroll until this line is the topmost, as far as that goes."""
        self.scroll_to(y=number, animate=False, force=True)

    def lines_in_sight(self) -> range:
        """The lines of the article that are in sight."""
        top = self.scroll_offset.y
        return range(top, top + self.scrollable_content_region.height)

    def paint(self, pointed: Stretch | None, *others: tuple[Stretch, str]) -> None:
        """Draw the cursor on a stretch, and others in the style of a component; only lines that change are redrawn."""
        before = [*([self._pointed] if self._pointed else []), *(stretch for stretch, _ in self._painted)]
        self._pointed, self._painted = pointed, others
        if self.galley is not None:
            for stretch in (*before, *([pointed] if pointed else []), *(stretch for stretch, _ in others)):
                lines = self.galley.lines_of(stretch)
                self.refresh_lines(lines.start, len(lines))

    # How it is set

    def _build(self) -> None:
        from tutor.tui.widgets.passage import passages_of

        assert self.article is not None  # there is nothing to open or to explain without one
        self._pointed, self._painted = None, ()  # places are others now
        self._passages = passages_of(self.article, *self._open, self._words)
        self._label_width = max((len(passage.label) for passage in self._passages), default=0)
        for passage in self._passages:
            passage.mark(self._marks)
            passage.pick(self._picked)
        self._lay_out()
        self.refresh_bindings()

    def _lay_out(self) -> None:
        """Find where each passage starts at the present width. The line at the top of the pane stays there."""
        if self._line_width < 1:
            return
        from tutor.tui.widgets.galley import Galley

        if self._revealed == self.scroll_offset.y:
            self._revealed = None
        top = self.galley.place_of(self.scroll_offset.y) if self.galley else None
        self.galley = Galley(self._passages, self._line_width)
        self.virtual_size = Size(0, self.galley.height)
        if top is not None and top.passage < len(self._passages):
            self.to_line(self.galley.line_of(top))
        self.refresh()
        self.reveal()

    @property
    def _line_width(self) -> int:
        return min(self.scrollable_content_region.width - self._label_width - GAP - 1, LONGEST_LINE)

    def on_resize(self) -> None:
        """Wrap anew when the width has changed; a pane that was hidden may have something to reveal."""
        set_as = (self.galley.passages, self.galley.width) if self.galley else None
        if self._passages and set_as != (self._passages, self._line_width):
            self._lay_out()
        else:
            self.reveal()

    # How it is drawn

    def notify_style_update(self) -> None:
        """Forget resolved styles when the theme changes."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the pane: margin, words, and the offsets that text selection needs."""
        width = self.scrollable_content_region.width
        base = self.visual_style
        number = self.scroll_offset.y + y
        line = self.galley.line(number) if self.galley else None
        row = self.galley.row(number) if self.galley else None
        if line is None or row is None:
            return Strip.blank(width, base.rich_style)
        index, lines_down = row
        words = Strip(self._segments(self._drawn(line, index), base)).apply_offsets(line.start, index)
        label = self._passages[index].label if lines_down == 0 else ""
        margin = Strip(self._segments(self._margin(label, line, index), base))
        return Strip.join([margin, words]).adjust_cell_length(width, base.rich_style)

    def _margin(self, label: str, line: Line, index: int) -> Content:
        from tutor.tui.widgets.passage import Mark

        pointed = self._pointed and self._pointed.on(line, index)
        glyphs = ((mark.value, f"{mark.style}-mark") if mark in line.marks else " " for mark in Mark)
        return Content.assemble(
            (f"{label:>{self._label_width}}", ".article--label"),
            (CURSOR, ".article--pointed-mark") if pointed else " ",
            *glyphs,
            " ",
        )

    def _drawn(self, line: Line, index: int) -> Content:
        content = line.content
        for stretch, component in self._painted:
            if part := stretch.on(line, index):
                content = content.stylize(component, *part)
        selection = self.text_selection
        span = selection.get_span(index) if selection is not None else None
        if span is None:
            return content
        start = max(0, span[0] - line.start)
        end = min(len(content.plain), len(content.plain) if span[1] == -1 else span[1] - line.start)
        style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
        return content.stylize(style, start, end) if start < end else content

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
