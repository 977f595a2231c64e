"""Bars made of text. What is filled differs by its shape, not by its colour, and words always stand beside it."""

from __future__ import annotations


def bar(part: int, whole: int, cells: int) -> str:
    """A bar of so many cells, filled as far as `part` of `whole` goes; full and empty only where that is the truth."""
    filled = round(cells * part / whole) if whole else 0
    if 0 < part < whole:
        filled = min(max(filled, 1), cells - 1)
    return "━" * filled + "╌" * (cells - filled)
