"""Copying: text can be selected everywhere, and what became of it is said, no more."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from tests.tui.driving import board, on, plain, ready, send, until
from tests.tui.scripted import ScriptedDesk, scripted_app
from tutor.tui.screens.dialogs import ChoiceDialog, NameDialog
from tutor.tui.screens.help import HelpScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.picker import PickerScreen
from tutor.tui.screens.summary import SummaryScreen

WIDE = (120, 40)


async def drag(pilot: Pilot[Any], widget: Widget, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Select with the mouse."""
    await pilot.mouse_down(widget, start)
    await pilot.hover(widget, end)
    await pilot.mouse_up(widget, end)
    await pilot.pause()


async def copied(pilot: Pilot[Any]) -> str:
    """Press Ctrl+C; what went to the terminal, once that was said."""
    screen = pilot.app.screen
    await pilot.press("ctrl+c")
    await until(pilot, lambda: pilot.app._notifications)
    (told,) = pilot.app._notifications
    assert told.message.startswith("Sent to your terminal's clipboard, if your terminal allows it.")
    assert "opied" not in told.message
    assert pilot.app.screen is screen, "copying does not leave"
    return pilot.app.clipboard


async def test_in_the_article() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await drag(pilot, screen.board.article, (9, 4), (30, 4))
        assert "clear morning" in await copied(pilot)


@pytest.mark.parametrize("focus", ["#composer", "#article", "#chat"])
async def test_in_the_conversation_wherever_the_focus_is(focus: str) -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await send(pilot, "the council says so")
        await until(pilot, lambda: len(screen.board.chat.query(".message")) == 3)
        screen.query_one(focus).focus()
        message = screen.board.chat.query(".-tutor").first(Static)
        await drag(pilot, message, (2, 0), (30, 1))
        assert "You write “the" in await copied(pilot)


async def test_what_is_being_typed() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        board(pilot).composer.text = "half a thought"
        await pilot.press("f7")
        assert await copied(pilot) == "half a thought"


async def test_what_is_cut_is_said_too() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        board(pilot).composer.text = "half a thought"
        await pilot.press("f7", "ctrl+x")
        await until(pilot, lambda: pilot.app._notifications)
        assert pilot.app.clipboard == "half a thought"


async def test_in_a_dialog() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("f4")
        dialog = await on(pilot, ChoiceDialog)
        await drag(pilot, dialog.query_one(".dialog-text"), (0, 0), (22, 0))
        assert (await copied(pilot)).startswith("You cannot come back")


async def test_in_the_dialog_that_asks_whether_to_leave() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("ctrl+c")
        dialog = await on(pilot, ChoiceDialog)
        await drag(pilot, dialog.query_one(".dialog-text"), (0, 0), (12, 0))
        assert (await copied(pilot)).startswith("Your replies")


async def test_a_name() -> None:
    async with scripted_app(ScriptedDesk(names=["Ann"])).run_test(size=WIDE) as pilot:
        await on(pilot, ChoiceDialog)
        await pilot.press("2")
        dialog = await on(pilot, NameDialog)
        await pilot.press(*"Bea", "ctrl+shift+a")
        assert await copied(pilot) == "Bea"
        await pilot.press("ctrl+c")
        assert pilot.app.screen is dialog


async def test_in_the_help() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("f1")
        screen = await on(pilot, HelpScreen)
        await drag(pilot, screen.query(".help-meaning").first(), (0, 0), (14, 0))
        assert (await copied(pilot)).startswith("send your")


async def test_in_the_summary() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        board(pilot).composer.text = "/end"
        await pilot.press("enter")
        screen = await on(pilot, SummaryScreen)
        tally = screen.query_one(".summary-tally", Static)
        await drag(pilot, tally, (0, 0), (40, 0))
        assert (await copied(pilot)) in plain(tally)
        assert pilot.app.clipboard.startswith("You showed")


async def test_among_the_lessons() -> None:
    async with scripted_app(lesson=None).run_test(size=WIDE) as pilot:
        screen = await on(pilot, PickerScreen)
        title = screen.query_one("#picker-title", Static)
        await until(pilot, lambda: "Choose a lesson" in plain(title))
        await drag(pilot, title, (3, 1), (8, 1))
        assert (await copied(pilot)).startswith("tutor")


async def test_with_nothing_selected_the_same_key_goes_back() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        for key, kind in (("f1", HelpScreen), ("f4", ChoiceDialog)):
            await pilot.press(key)
            await on(pilot, kind)
            await pilot.press("ctrl+c")
            await on(pilot, LessonScreen)
        assert not pilot.app._notifications
        assert not pilot.app.clipboard
