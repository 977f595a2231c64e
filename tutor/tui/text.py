"""Text of learners, lessons and articles on its way to the screen: never markup, never a control code.

The article package is imported when there is such text, which is after the first frame.
"""

from __future__ import annotations

from textual.content import Content
from textual.style import Style


def safe(text: str) -> str:
    """`text` without what could act on a terminal."""
    from tutor.article import printable

    return printable(text)


def one_line(text: str) -> str:
    """`text` on one line, for titles and names."""
    return " ".join(safe(text).split())


def shown(text: str, style: str | Style = "") -> Content:
    """`text` as it stands: square brackets are square brackets."""
    return Content.styled(safe(text), style)
