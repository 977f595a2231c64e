"""The line of keys: whole keys only, and those that matter most where there is no room for all."""

from __future__ import annotations

import pytest

from tests.tui.driving import board, ready, until, words
from tests.tui.scripted import ScriptedDesk, scripted_app
from tutor.tui.widgets.chips import Chips
from tutor.tui.widgets.key_bar import Key, fitting


def key(display: str, description: str, name: str) -> Key:
    return Key(display.lower(), display, description, "", name=name)


CITE, HELP, PANE, HINT, SKIP, LEAVE = KEYS = [
    key("Space", "Cite", "cite"),  # 12 cells
    key("F1", "Help", "help"),  # 9
    key("F2", "Article/Chat", "pane"),  # 17
    key("F3", "Hint", "hint"),  # 9
    key("F4", "Skip", "skip"),  # 9
    key("^Q", "Leave", "leave"),  # 10
]


@pytest.mark.parametrize(
    ("room", "kept"),
    [
        (66, KEYS),
        (65, [CITE, HELP, PANE, HINT, LEAVE]),
        (56, [CITE, HELP, HINT, LEAVE]),
        (39, [CITE, HELP, LEAVE]),
        (30, [CITE, HELP]),
        (20, [CITE]),
        (5, [CITE]),
    ],
)
def test_what_matters_least_gives_way_and_the_first_never(room: int, kept: list[Key]) -> None:
    assert fitting(KEYS, room) == kept


def test_where_there_are_no_keys_none_are_kept() -> None:
    assert fitting([], 10) == []


@pytest.mark.parametrize("width", [40, 50, 60, 72, 80, 120])
async def test_no_key_is_cut_while_the_article_has_the_focus(width: int) -> None:
    async with scripted_app(ScriptedDesk(glossary=("crane",))).run_test(size=(width, 20)) as pilot:
        await ready(pilot)
        await pilot.press("f6")
        await until(pilot, lambda: "Space Cite" in words(pilot).split("\n")[-1])
        told = {"Space Cite", "Esc Reply", "w Word°", "F1 Help", "F2 Article/Chat", "F3 Hint", "F4 Skip", "^Q Leave"}
        last = words(pilot).split("\n")[-1].partition("▏")[0]
        assert {each.strip() for each in last.split("  ") if each.strip()} <= told
        assert "Esc Reply" in last
        await pilot.resize_terminal(120, 20)
        await until(pilot, lambda: "F4 Skip" in words(pilot).split("\n")[-1])


async def test_the_way_to_what_is_cited_is_told_while_there_is_something() -> None:
    async with scripted_app().run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        assert "Up Cited" not in words(pilot)
        await pilot.press(*"see p1s1")
        await until(pilot, lambda: "Up Cited" in words(pilot).split("\n")[-1])
        board(pilot).composer.clear()
        await until(pilot, lambda: "Up Cited" not in words(pilot))


async def test_up_leads_to_what_is_cited_only_from_the_first_line() -> None:
    async with scripted_app().run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        await pilot.press(*"so it is in all of p1s1, and further on that page as well, I think", "ctrl+j", "s", "o")
        await until(pilot, lambda: board(pilot).query(Chips))
        composer, row = board(pilot).composer, board(pilot).query_one(Chips)
        for _ in range(2):  # one line that is broken, and one that is two lines wide
            await pilot.press("up")
            assert composer.has_focus
        await pilot.press("up")
        await until(pilot, lambda: row.has_focus)
        await pilot.press("down")
        await until(pilot, lambda: composer.has_focus)


async def test_a_letter_typed_at_what_is_cited_goes_into_the_reply() -> None:
    async with scripted_app().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press(*"p1s1")
        await until(pilot, lambda: board(pilot).query(Chips))
        await pilot.press("up")
        await until(pilot, lambda: board(pilot).query_one(Chips).has_focus)
        await pilot.press(*" says")
        await until(pilot, lambda: board(pilot).composer.text == "p1s1 says")
        assert board(pilot).composer.has_focus
