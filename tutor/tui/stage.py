"""What a lesson screen is doing."""

from __future__ import annotations

from enum import Enum


class Stage(Enum):
    """What the screen is doing; the value is what the composer says meanwhile."""

    OPENING = "opening the lesson"
    READY = ""
    THINKING = "thinking"
    LEAVING = "saving"
