"""A line on top of a window in which no lesson can be read."""

from __future__ import annotations

from textual.geometry import Size
from textual.widgets import Static

LEAST = Size(40, 12)
"""What a lesson needs: the question, some lines of the article or the chat, and the reply."""


class TooSmall(Static):
    """Says so for as long as it is so; everything else goes on under it."""

    DEFAULT_CSS = """
    TooSmall { layer: waiting; dock: top; height: 1; text-style: bold reverse; }
    """

    def __init__(self) -> None:
        super().__init__(f"Too small: {LEAST.width}x{LEAST.height} is the least", markup=False)
