"""Helpers that drive the interface the way a learner does, and wait for what they expect to see."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any, TypeVar

from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.stage import Stage
from tutor.tui.widgets.board import Board

# Seconds. Against waiting for ever; nothing is measured by it.
DEADLINE = 60.0

Found = TypeVar("Found", bound=Screen[Any])


async def until(pilot: Pilot[Any], condition: Callable[[], object], what: str = "") -> None:
    """Let the app run until `condition` holds."""
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, f"never came about: {what or condition.__name__}\n{words(pilot)}"
        await pilot.pause()
        await asyncio.sleep(0)


async def on(pilot: Pilot[Any], kind: type[Found]) -> Found:
    """Wait until a screen of this kind is on top."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.focused, kind.__name__)
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, kind)
    return screen


async def ready(pilot: Pilot[Any]) -> LessonScreen:
    """Wait until the lesson takes replies."""
    screen = await on(pilot, LessonScreen)
    await until(pilot, lambda: screen.stage is Stage.READY, "ready")
    await pilot.pause()
    return screen


async def have_read(pilot: Pilot[Any]) -> LessonScreen:
    """Say that the article has been read, in a lesson that begins with that, and wait for the first question."""
    screen = await ready(pilot)
    await until(pilot, lambda: screen.board.reading and screen.board.article.has_focus, "reading")
    await pilot.press("enter")
    await until(pilot, lambda: screen.board.composer.has_focus, "the first question")
    return await ready(pilot)


async def send(pilot: Pilot[Any], text: str) -> LessonScreen:
    """Type a reply, press Enter, and wait until the tutor has answered."""
    screen = await ready(pilot)
    screen.board.composer.text = text
    await pilot.press("enter")
    await until(pilot, lambda: not screen.board.composer.text, "sent")
    await until(pilot, lambda: screen.stage is not Stage.THINKING, "answered")
    await pilot.pause()
    return screen


def board(pilot: Pilot[Any]) -> Board:
    """The board of the lesson, whatever dialog is over it."""
    screens = [screen for screen in pilot.app.screen_stack if isinstance(screen, LessonScreen)]
    return screens[-1].board


def plain(widget: Static) -> str:
    """What a text widget shows."""
    visual = widget.visual
    assert isinstance(visual, Content)
    return visual.plain


def said(pilot: Pilot[Any]) -> list[str]:
    """The messages in the chat."""
    return [plain(message) for message in board(pilot).chat.query(Static) if message.display]


def words(pilot: Pilot[Any]) -> str:
    """All that is on the screen, line by line."""
    screen = pilot.app.screen
    return "\n".join(strip.text.rstrip() for strip in screen._compositor.render_strips())
