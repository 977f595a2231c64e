"""What keeps the screen quick, without a clock: what the first frame needs, and what runs when nothing happens."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from typing import Any

import pytest
from textual.geometry import Region
from textual.message import Message
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea

from tests.tui.driving import board, ready, send, until
from tests.tui.scripted import ScriptedDesk, scripted_app
from tests.tui.test_words_of_a_model import Slow
from tutor.tui.widgets import typing_out
from tutor.tui.widgets.board import Board

WIDE = (120, 40)

# Stops at the first frame and tells what is loaded by then; the lesson is still being waited for.
_FIRST_FRAME = """
import json, os, sys, threading
from pathlib import Path
from tutor.paths import Paths
from tutor.session.request import StartRequest
from tutor.tui.app import TutorApp

class Desk:
    def load(self, lesson):
        threading.Event().wait()

def tell(app):
    parts = [type(widget).__name__ for widget in app.screen.walk_children(with_self=True)]
    print(json.dumps([sorted(sys.modules), parts]), file=sys.__stdout__, flush=True)
    os._exit(0)

TutorApp.on_ready = tell
nowhere = Path("nowhere")
TutorApp(StartRequest(lesson=nowhere, paths=Paths(state=nowhere, config=nowhere)), Desk()).run(headless=True)
"""

# Each costs tens of milliseconds, or is not needed before there is a lesson.
LATER = {
    *("pydantic", "sqlite3", "simplemma", "rapidfuzz", "tomli", "yaml", "numpy", "psutil", "requests", "httpx"),
    *(f"tutor.{layer}" for layer in ("article", "rubric", "lesson", "dialogue", "feedback", "model", "plain")),
    *("tutor.session.events", "tutor.session.session", "tutor.tui.showing", "tutor.tui.desk"),
    *("textual.widgets._markdown", "textual.widgets._data_table", "textual.widgets._rich_log"),
    *("textual.widgets._text_area", "textual.widgets._footer"),
}


@pytest.fixture(scope="module")
def first_frame() -> tuple[set[str], list[str]]:
    """The modules that are loaded at the first frame, and the widgets on it."""
    done = subprocess.run([sys.executable, "-c", _FIRST_FRAME], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    modules, parts = json.loads(done.stdout.splitlines()[-1])
    return set(modules), parts


def test_the_first_frame_needs_little(first_frame: tuple[set[str], list[str]]) -> None:
    modules, _ = first_frame
    assert "tutor.tui.screens.lesson" in modules
    assert modules.isdisjoint(LATER)


def test_the_first_frame_has_few_parts(first_frame: tuple[set[str], list[str]]) -> None:
    # Each is styled, laid out and told that it is mounted before anything is painted.
    _, parts = first_frame
    assert "ArticlePane" in parts
    assert len(parts) <= 16, parts


async def test_keys_that_come_before_the_rest_of_the_board_do_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = asyncio.Event()
    furnish = Board.furnish

    async def late(board: Board) -> None:
        await go_on.wait()
        await furnish(board)

    monkeypatch.setattr(Board, "furnish", late)
    async with scripted_app().run_test(size=WIDE) as pilot:
        await pilot.press("f2", "f3", "f4", "f6", "escape", "ctrl+c", "x", "ctrl+p", "escape")
        go_on.set()
        await ready(pilot)
        assert board(pilot).composer.has_focus


def owners(pilot: Pilot[Any]) -> set[str]:
    """Whose timers run."""
    app = pilot.app
    return {
        type(node).__name__
        for node in (app, *app.screen.walk_children(with_self=True))
        for timer in node._timers
        if timer._task is not None and not timer._task.done() and timer._active.is_set()
    }


async def test_no_timer_of_ours_runs_in_an_idle_lesson() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        await send(pilot, "the council says so")
        # Textual's own: one makes the cursor blink, the other waits until something is to be painted.
        await until(pilot, lambda: owners(pilot) <= {"Composer"}, "no timers")


async def test_what_is_typed_out_waits_for_who_types(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing_out, "LETTERS_A_SECOND", 0)  # never done by itself
    async with scripted_app(ScriptedDesk(Slow())).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await send(pilot, "the council says so")
        await until(pilot, lambda: board(pilot).chat.writing)
        typing = board(pilot).chat._typing
        assert typing is not None
        steps: list[float] = []
        wait = typing._wait

        def counted(seconds: float) -> None:
            steps.append(seconds)
            wait(seconds)

        monkeypatch.setattr(typing, "_wait", counted)
        await pilot.press("x")
        await until(pilot, lambda: typing_out._AFTER_A_KEY in steps, "given way")
        await until(pilot, lambda: typing_out._STEP in steps, "gone on")


async def test_a_letter_takes_no_detours() -> None:
    # Each widget that a message comes to takes its time, and the letter is painted after that.
    told: list[Message] = []
    async with scripted_app().run_test(size=WIDE, message_hook=told.append) as pilot:
        await ready(pilot)
        told.clear()
        await pilot.press("x")
        await until(pilot, lambda: board(pilot).composer.text == "x")
        assert len([each for each in told if isinstance(each, TextArea.Changed)]) == 2  # the box and what is around it
        assert not [each for each in told if isinstance(each, TextArea.SelectionChanged)]


async def test_what_only_holds_others_is_not_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    # Each widget that is painted is cut at the edges of all others, line by line, and the pieces are kept.
    painted: set[Widget] = set()
    render_lines = Widget.render_lines

    def noted(widget: Widget, crop: Region) -> list[Strip]:
        painted.add(widget)
        return render_lines(widget, crop)

    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        monkeypatch.setattr(Widget, "render_lines", noted)
        pilot.app.screen.refresh(layout=True)
        here = board(pilot)
        await until(pilot, lambda: here.article in painted)
        assert painted.isdisjoint({here, here.reply, here.query_one("#panes")})


async def test_a_reply_that_was_sent_is_not_kept_in_its_box() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press(*"so", "enter")
        await ready(pilot)
        await pilot.press("ctrl+z")
        assert board(pilot).composer.text == ""
        await pilot.press("up")
        assert board(pilot).composer.text == "so"


async def test_a_letter_draws_one_line_of_a_long_reply_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    render_line = TextArea.render_line

    def noted(box: TextArea, y: int) -> Strip:
        drawn.append(y)
        return render_line(box, y)

    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        composer = board(pilot).composer

        def lines() -> list[Strip]:
            return composer.render_lines(composer.outer_size.region)[1:-1]

        def shown() -> list[str]:
            return [strip.text.strip(" │") for strip in lines()]

        composer.text = f"{'word ' * 30}\nlast"
        composer.move_cursor(composer.document.end)
        await until(pilot, lambda: shown()[-1:] == ["last"] and len(shown()) > 3)
        monkeypatch.setattr(TextArea, "render_line", noted)
        await pilot.press("x")
        await until(pilot, lambda: shown()[-1:] == ["lastx"])
        assert set(drawn) == {len(shown()) - 1}
        # In the middle, what comes after moves on; what is selected is drawn as such, and then as before.
        await pilot.press("up", "up", "home", *"new ")
        await until(pilot, lambda: any(line.startswith("new word") for line in shown()))
        assert " ".join(shown()).split() == composer.text.split()
        whole = lines()
        await pilot.press("ctrl+a")
        await until(pilot, lambda: lines() != whole)
        await pilot.press("down", "up")
        assert " ".join(shown()).split() == composer.text.split()


async def test_the_reply_has_the_colours_of_the_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        composer = board(pilot).composer

        def painted() -> set[str]:
            return {str(segment.style) for strip in composer.render_lines(composer.size.region) for segment in strip}

        await pilot.press("x")
        dark = painted()
        pilot.app.theme = "textual-light"
        await until(pilot, lambda: not painted() & dark, "other colours")
        # They are looked up when they change, and not with every picture.
        monkeypatch.setattr(type(composer), "get_component_rich_style", None)
        await pilot.press("y")
        assert not painted() & dark
