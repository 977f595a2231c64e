"""A text box whose letters are on the screen sooner, however long the text is."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from textual.strip import Strip
from textual.widgets import TextArea

if TYPE_CHECKING:
    from textual._text_area_theme import TextAreaTheme
    from textual.geometry import Region

_KEPT = 64
"""Lines that are kept as they were drawn, more than any window shows of a box."""


class QuickBox(TextArea):
    """TextArea (8.2.8) looks up its colours and draws all its lines for each letter; this, the line with the cursor."""

    _coloured: TextAreaTheme | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As TextArea."""
        self._drawn: dict[tuple[str, int], Strip] = {}
        super().__init__(*args, **kwargs)

    def notify_style_update(self) -> None:
        """The colours have to be looked up again."""
        super().notify_style_update()
        self._coloured = None
        self._drawn.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint with the colours that are known."""
        if self._coloured is self._theme:
            return super(TextArea, self).render_lines(crop)
        self._coloured = self._theme
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A line as it was drawn last, where its words are the same and nothing in it is marked."""
        words = self._plain_words(y + self.scroll_offset.y)
        if words is None:
            return super().render_line(y)
        key = words, self.size.width
        if key not in self._drawn:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            self._drawn[key] = super().render_line(y)
        return self._drawn[key]

    def _plain_words(self, row: int) -> str | None:
        """The words of a line of the box; None for that of the cursor, while words are selected, and below the text."""
        if not self.selection.is_empty or self.matching_bracket_location is not None:
            return None
        at, column = self.cursor_location
        for number in range(self.document.line_count):
            line, breaks = self.document.get_line(number), self.wrapped_document.get_offsets(number)
            if row <= len(breaks):
                if number == at and bisect_right(breaks, column) == row:
                    return None
                start, end = ([0, *breaks, len(line)])[row : row + 2]
                return line[start:end]
            row -= len(breaks) + 1
        return None
