"""Where a file is, on as many lines as that takes."""

from __future__ import annotations

import re
from pathlib import Path

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.selection import Selection
from textual.widget import Widget

from tutor.tui.text import safe

# A folder's name with the separator behind it, or the file's.
_PART = re.compile(r"[^/\\]*[/\\]|[^/\\]+")


class PathText(Widget):
    """A path; Textual would break it at any letter. What is copied of it is in one piece again."""

    DEFAULT_CSS = "PathText { width: 1fr; height: auto; }"

    def __init__(self, path: Path, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._path = safe(str(path))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are in this width."""
        return len(path_lines(self._path, width))

    def render(self) -> Content:
        """The lines."""
        return Content("\n".join(path_lines(self._path, self.size.width)))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is selected, without the line ends."""
        found = super().get_selection(selection)
        return (found[0].replace("\n", ""), found[1]) if found else None


def path_lines(path: str, width: int) -> list[str]:
    """A path on lines of at most `width` cells, broken behind a separator wherever that can be."""
    width = max(2, width)  # a letter may take two
    lines = [""]
    for part in _PART.findall(path):
        while cell_len(part) > width:  # a name longer than a line
            fits = part[:width]
            while cell_len(fits) > width:
                fits = fits[:-1]
            lines, part = [*lines, fits], part[len(fits) :]
        if cell_len(lines[-1]) + cell_len(part) <= width:
            lines[-1] += part
        else:
            lines.append(part)
    return [line for line in lines if line]
