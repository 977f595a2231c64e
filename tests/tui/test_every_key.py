"""Every key of ours, pressed where it works: it does what its id says. A key without a row here fails."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import OptionList

from tests.tui.driving import board, on, ready, send, until, words
from tests.tui.scripted import LESSON, ScriptedConversation, ScriptedDesk, scripted_app
from tests.tui.test_progress import SOME
from tests.tui.test_reading_first import Reader
from tests.tui.test_waiting import SlowDesk
from tutor.tui.app import TutorApp
from tutor.tui.keys import FIXED
from tutor.tui.places import screens
from tutor.tui.screens.dialogs import ChoiceDialog, LeaveDialog, NameDialog
from tutor.tui.screens.help import HelpScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.picker import PickerScreen
from tutor.tui.screens.progress import ProgressScreen
from tutor.tui.screens.summary import SummaryScreen
from tutor.tui.widgets.article_pane import ArticlePane
from tutor.tui.widgets.chips import Chips
from tutor.tui.widgets.composer import Composer
from tutor.tui.widgets.key_bar import KeyBar

Did = Callable[[], object]
WIDE, SMALL, LOW = (120, 40), (80, 24), (120, 16)


def explained() -> ScriptedDesk:
    """A lesson that explains two words."""
    return ScriptedDesk(glossary=("crane", "degree"))


@dataclass(frozen=True, slots=True)
class Row:
    """How to get to where a key works; that gives back whether the key has done its work."""

    at: Callable[[Pilot[Any]], Awaitable[Did]]
    desk: Callable[[], ScriptedDesk] = explained
    lesson: Path | None = LESSON
    size: tuple[int, int] = WIDE


def shows(pilot: Pilot[Any], kind: type[Screen[Any]]) -> Did:
    return lambda: type(pilot.app.screen) is kind


def said(pilot: Pilot[Any], *replies: str) -> Did:
    desk = pilot.app.desk
    return lambda: desk.conversation.said == [*replies]


def typed(pilot: Pilot[Any], text: str) -> Did:
    return lambda: board(pilot).composer.text == text


# Where a key is pressed


async def leaves_for(kind: type[Screen[Any]], pilot: Pilot[Any]) -> Did:
    """In a lesson: the key leads to a screen."""
    await ready(pilot)
    return shows(pilot, kind)


async def palette(pilot: Pilot[Any]) -> Did:
    await ready(pilot)
    return lambda: CommandPalette.is_open(pilot.app)


async def slow(pilot: Pilot[Any]) -> Did:
    await until(pilot, lambda: "Esc stops" in words(pilot))
    return lambda: pilot.app._exit


async def draft_elsewhere(pilot: Pilot[Any]) -> Did:
    """A draft stands there, and the focus is in the chat."""
    await draft(pilot)
    board(pilot).chat.focus()
    return typed(pilot, "")


async def draft(pilot: Pilot[Any]) -> Did:
    await ready(pilot)
    await pilot.press(*"draft")
    return typed(pilot, "")


async def reading(pilot: Pilot[Any]) -> Did:
    screen = await ready(pilot)
    await until(pilot, lambda: screen.board.reading and screen.board.article.has_focus)
    return said(pilot, "/ready")


async def reading_on(pilot: Pilot[Any]) -> Did:
    await reading(pilot)
    article = board(pilot).article
    return lambda: article.scroll_offset.y > 3


async def other_tab(pilot: Pilot[Any]) -> Did:
    await ready(pilot)
    return lambda: board(pilot).pane == "chat"


async def to_article(pilot: Pilot[Any]) -> Did:
    await ready(pilot)
    return lambda: board(pilot).article.has_focus


async def to_reply(pilot: Pilot[Any]) -> Did:
    await pointing(pilot)
    return lambda: board(pilot).composer.has_focus


async def asks(command: str, pilot: Pilot[Any]) -> Did:
    await ready(pilot)
    return said(pilot, command)


async def long_question(pilot: Pilot[Any]) -> Did:
    await send(pilot, "good")
    return lambda: board(pilot).bar.whole


async def sent(pilot: Pilot[Any]) -> Did:
    await send(pilot, "what I said")
    return typed(pilot, "what I said")


async def scrolls(pane: str, direction: int, pilot: Pilot[Any]) -> Did:
    for _ in range(6):
        await send(pilot, "again and again")
    widget = board(pilot).chat if pane == "chat" else board(pilot).article
    middle = widget.max_scroll_y // 2
    assert middle
    board(pilot).composer.focus()
    widget.scroll_to(y=middle, animate=False, immediate=True)
    await until(pilot, lambda: widget.scroll_offset.y == middle)
    return lambda: (widget.scroll_offset.y - middle) * direction > 0


async def pointing(pilot: Pilot[Any]) -> ArticlePane:
    """The sentence cursor is in the middle of the article, on the first word of a sentence."""
    await ready(pilot)
    article = board(pilot).article
    await until(pilot, lambda: "°" in words(pilot), "the words that are explained")
    article.focus()
    await until(pilot, lambda: article.address)
    await pilot.press("home", "down", "down")
    await until(pilot, lambda: str(article.address) == "p1s3")
    return article


async def goes_to(address: str, pilot: Pilot[Any]) -> Did:
    article = await pointing(pilot)
    return lambda: str(article.address) == address


async def goes_by_page(direction: int, pilot: Pilot[Any]) -> Did:
    article = await pointing(pilot)
    middle = article.max_scroll_y // 2
    assert middle
    article.scroll_to(y=middle, animate=False, immediate=True)
    await until(pilot, lambda: article.scroll_offset.y == middle)
    return lambda: (article.scroll_offset.y - middle) * direction > 0


async def word(now: str, pilot: Pilot[Any]) -> Did:
    """In the article: the key goes to a word."""
    article = await pointing(pilot)
    galley = article.galley
    assert galley is not None

    def here() -> str:
        stretch = article._pointer.word(galley) if article._pointer else None
        return galley.words_in(stretch) if stretch else ""

    return lambda: here() == now


async def selects(part: str, pilot: Pilot[Any]) -> Did:
    article = await pointing(pilot)
    galley = article.galley
    assert galley is not None

    def selected() -> str:
        stretch = article._selected()
        return galley.words_in(stretch) if stretch else ""

    return lambda: part in selected()


async def cites(pilot: Pilot[Any]) -> Did:
    await pointing(pilot)
    return lambda: "p1s3" in board(pilot).composer.text


async def has_cited(pilot: Pilot[Any]) -> Did:
    await pointing(pilot)
    await pilot.press("space")
    await until(pilot, lambda: "p1s3" in board(pilot).composer.text)
    return typed(pilot, "")


async def explains(pilot: Pilot[Any]) -> Did:
    await pointing(pilot)
    await pilot.press("w")
    return lambda: any(text.startswith("/define") for text in pilot.app.desk.conversation.said)


async def next_word(before: str, entry: str, pilot: Pilot[Any]) -> Did:
    article = await pointing(pilot)
    if before:
        await pilot.press(before)
    return lambda: article._picked == entry


async def on_chips(pilot: Pilot[Any]) -> Chips:
    await ready(pilot)
    board(pilot).composer.text = "[p1s1] [p1s2] [p1s3]"
    await until(pilot, lambda: any(len(row.chips) == 3 for row in board(pilot).query(Chips)), "chips")
    row = board(pilot).query_one(Chips)
    row.focus()
    await until(pilot, lambda: row.has_focus)
    await pilot.press("left")
    await until(pilot, lambda: "[p1s2 ✕]" in words(pilot))
    return row


async def citing(pilot: Pilot[Any]) -> Did:
    """A reply with an address, and the cursor in it."""
    await ready(pilot)
    await pilot.press(*"see p1s1")
    await until(pilot, lambda: board(pilot).query(Chips), "chips")
    return lambda: board(pilot).query_one(Chips).has_focus


async def chip(telling: str, pilot: Pilot[Any]) -> Did:
    await on_chips(pilot)
    return lambda: telling in words(pilot)


async def chip_taken(pilot: Pilot[Any]) -> Did:
    await on_chips(pilot)
    return lambda: "p1s2" not in board(pilot).composer.text


async def chip_left(pilot: Pilot[Any]) -> Did:
    await on_chips(pilot)
    return lambda: board(pilot).composer.has_focus


async def chip_back(pilot: Pilot[Any]) -> Did:
    await on_chips(pilot)
    await pilot.press("delete")
    await until(pilot, lambda: "p1s2" not in board(pilot).composer.text)
    return lambda: "p1s2" in board(pilot).composer.text


async def picker(kind: type[Screen[Any]] | None, pilot: Pilot[Any]) -> Did:
    """Among the lessons: the key leads to a screen, or out."""
    await on(pilot, PickerScreen)
    await until(pilot, lambda: "Choose a lesson" in words(pilot))
    return shows(pilot, kind) if kind else lambda: pilot.app._exit


async def summary(kind: type[Screen[Any]], pilot: Pilot[Any]) -> Did:
    await ready(pilot)
    board(pilot).composer.text = "/end"
    await pilot.press("enter")
    await on(pilot, SummaryScreen)
    return shows(pilot, kind)


async def summary_export(pilot: Pilot[Any]) -> Did:
    await summary(SummaryScreen, pilot)
    return lambda: pilot.app.desk.exported and "The transcript is written" in words(pilot)


async def progress(kind: type[Screen[Any]], pilot: Pilot[Any]) -> Did:
    await ready(pilot)
    pilot.app.action_progress()
    await on(pilot, ProgressScreen)
    await until(pilot, lambda: "Sessions" in words(pilot))
    return shows(pilot, kind)


async def help_page(pilot: Pilot[Any]) -> Did:
    await ready(pilot)
    await pilot.press("f1")
    await on(pilot, HelpScreen)
    return shows(pilot, LessonScreen)


async def choice(kind: type[Screen[Any]], pilot: Pilot[Any]) -> Did:
    await ready(pilot)
    await pilot.press("f4")
    await on(pilot, ChoiceDialog)
    return shows(pilot, kind)


async def answers(number: int, pilot: Pilot[Any]) -> Did:
    """Nine answers: the key gives its own."""
    await ready(pilot)
    given: list[str | None] = []
    pilot.app.push_screen(ChoiceDialog("Which?", "", [(f"{n}", f"answer {n}") for n in range(1, 10)]), given.append)
    await on(pilot, ChoiceDialog)
    return lambda: given == [f"{number}"]


async def leaving(pilot: Pilot[Any]) -> Did:
    await ready(pilot)
    await pilot.press("ctrl+q")
    await on(pilot, LeaveDialog)
    return lambda: pilot.app.desk.conversation.left


async def naming(kind: type[Screen[Any]], pilot: Pilot[Any]) -> Did:
    await picker(None, pilot)
    await pilot.press("l")
    await on(pilot, ChoiceDialog)
    await pilot.press("1")
    await on(pilot, NameDialog)
    return shows(pilot, kind)


def many() -> ScriptedDesk:
    return ScriptedDesk(shown=SOME)


ROWS: dict[tuple[type[DOMNode], str], Row] = {
    (TutorApp, "leave"): Row(partial(leaves_for, LeaveDialog)),
    (TutorApp, "commands"): Row(palette),
    (TutorApp, "stop"): Row(slow, desk=SlowDesk),
    (LessonScreen, "ready"): Row(reading, desk=lambda: ScriptedDesk(Reader())),
    (LessonScreen, "help"): Row(partial(leaves_for, HelpScreen)),
    (LessonScreen, "pane"): Row(other_tab, size=SMALL),
    (LessonScreen, "point"): Row(to_reply),
    (LessonScreen, "hint"): Row(partial(asks, "/hint")),
    (LessonScreen, "skip"): Row(partial(leaves_for, ChoiceDialog)),
    (LessonScreen, "whole-question"): Row(long_question, size=SMALL),
    (LessonScreen, "back"): Row(to_reply),
    (LessonScreen, "copy"): Row(draft_elsewhere),
    (Composer, "recall"): Row(sent),
    (Composer, "to-chips"): Row(citing),
    (Composer, "chat-up"): Row(partial(scrolls, "chat", -1), size=LOW),
    (Composer, "chat-down"): Row(partial(scrolls, "chat", 1), size=LOW),
    (Composer, "article-up"): Row(partial(scrolls, "article", -1), size=LOW),
    (Composer, "article-down"): Row(partial(scrolls, "article", 1), size=LOW),
    (Composer, "point"): Row(to_article),
    (Composer, "copy"): Row(draft),
    (ArticlePane, "sentence-up"): Row(partial(goes_to, "p1s2")),
    (ArticlePane, "sentence-down"): Row(partial(goes_to, "p2s1")),
    (ArticlePane, "word-left"): Row(partial(word, "blame.")),
    (ArticlePane, "word-right"): Row(partial(word, "The")),
    (ArticlePane, "to-top"): Row(partial(goes_to, "p1s1")),
    (ArticlePane, "to-end"): Row(partial(goes_to, "p6s2")),
    (ArticlePane, "page-up"): Row(partial(goes_by_page, -1), size=LOW),
    (ArticlePane, "page-down"): Row(partial(goes_by_page, 1), size=LOW),
    (ArticlePane, "cite"): Row(cites),
    (ArticlePane, "back"): Row(to_reply),
    (ArticlePane, "read-on"): Row(reading_on, desk=lambda: ScriptedDesk(Reader()), size=(40, 12)),
    (ArticlePane, "select-left"): Row(partial(selects, "blame.")),
    (ArticlePane, "select-right"): Row(partial(selects, "The")),
    (ArticlePane, "select-up"): Row(partial(selects, "The rest is falling silent")),
    (ArticlePane, "select-down"): Row(partial(selects, "to blame.")),
    (ArticlePane, "explain"): Row(explains),
    (ArticlePane, "next-word"): Row(partial(next_word, "", "crane")),
    (ArticlePane, "word-before"): Row(partial(next_word, "w", "degree")),
    (ArticlePane, "undo-citing"): Row(has_cited),
    (Chips, "chip-show"): Row(partial(chip, "p1s2: Chains rattled")),
    (Chips, "chip-before"): Row(partial(chip, "[p1s1 ✕]")),
    (Chips, "chip-after"): Row(partial(chip, "[p1s3 ✕]")),
    (Chips, "chip-remove"): Row(chip_taken),
    (Chips, "chip-leave"): Row(chip_left),
    (Chips, "undo-citing"): Row(chip_back),
    (PickerScreen, "help"): Row(partial(picker, HelpScreen), lesson=None),
    (PickerScreen, "learner"): Row(partial(picker, ChoiceDialog), lesson=None),
    (PickerScreen, "progress"): Row(partial(picker, ProgressScreen), lesson=None),
    (PickerScreen, "back"): Row(partial(picker, None), lesson=None),
    (PickerScreen, "copy"): Row(partial(picker, None), lesson=None),
    (SummaryScreen, "help"): Row(partial(summary, HelpScreen)),
    (SummaryScreen, "to-lessons"): Row(partial(summary, PickerScreen)),
    (SummaryScreen, "look-back"): Row(partial(summary, LessonScreen)),
    (SummaryScreen, "progress"): Row(partial(summary, ProgressScreen)),
    (SummaryScreen, "export"): Row(summary_export),
    (SummaryScreen, "copy"): Row(partial(summary, PickerScreen)),
    (ProgressScreen, "help"): Row(partial(progress, HelpScreen), desk=many),
    (ProgressScreen, "back"): Row(partial(progress, LessonScreen), desk=many),
    (ProgressScreen, "close"): Row(partial(progress, LessonScreen), desk=many),
    (ProgressScreen, "export"): Row(partial(progress, ChoiceDialog), desk=many),
    (ProgressScreen, "copy"): Row(partial(progress, LessonScreen), desk=many),
    (HelpScreen, "back"): Row(help_page),
    (HelpScreen, "help"): Row(help_page),
    (HelpScreen, "close"): Row(help_page),
    (HelpScreen, "copy"): Row(help_page),
    (ChoiceDialog, "help"): Row(partial(choice, HelpScreen)),
    (ChoiceDialog, "back"): Row(partial(choice, LessonScreen)),
    (ChoiceDialog, "copy"): Row(partial(choice, LessonScreen)),
    **{(ChoiceDialog, f"answer-{n}"): Row(partial(answers, n)) for n in range(1, 10)},
    (LeaveDialog, "copy"): Row(leaving),
    (NameDialog, "help"): Row(partial(naming, HelpScreen), lesson=None),
    (NameDialog, "back"): Row(partial(naming, ChoiceDialog), lesson=None),
    (NameDialog, "copy"): Row(partial(naming, ChoiceDialog), lesson=None),
}


def keys_of_ours() -> list[tuple[type[DOMNode], str, str]]:
    """Place, id and key of each binding that stands in our code."""
    kinds = dict.fromkeys([TutorApp, *(kind for screen, inside in screens().items() for kind in (screen, *inside))])
    return [
        (kind, binding.id, key)
        for kind in kinds
        if kind.__module__.startswith("tutor.")
        for binding in vars(kind).get("BINDINGS", ())
        for key in binding.key.split(",")
    ]


def test_every_key_has_a_row_and_every_row_a_key() -> None:
    assert {(kind, name) for kind, name, _ in keys_of_ours()} == ROWS.keys()


@pytest.mark.parametrize(
    ("kind", "name", "key"), keys_of_ours(), ids=[f"{kind.__name__}-{name}-{key}" for kind, name, key in keys_of_ours()]
)
async def test_a_key_does_what_its_name_says(kind: type[DOMNode], name: str, key: str) -> None:
    row = ROWS[kind, name]
    async with scripted_app(row.desk(), lesson=row.lesson).run_test(size=row.size) as pilot:
        did = await row.at(pilot)
        await pilot.pause()
        assert not did(), "done before the key was pressed"
        await pilot.press(key)
        await until(pilot, did, f"{name} by {key}")


@pytest.mark.parametrize("key", sorted(FIXED))
async def test_the_keys_that_are_always_the_reply_boxs(key: str) -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await draft(pilot)
        await pilot.press(key)
        did = said(pilot, "draft") if key == "enter" else typed(pilot, "draft\n")
        await until(pilot, did)


# The mouse


def place_of(pilot: Pilot[Any], label: str) -> tuple[int, int]:
    """Where a key's words stand on the last line of the screen."""
    return words(pilot).split("\n")[-1].index(label), pilot.app.size.height - 1


async def test_a_click_in_the_footer_is_its_key() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "F3 Hint" in words(pilot))
        await pilot.click(offset=place_of(pilot, "Hint"))
        await until(pilot, said(pilot, "/hint"))


async def test_the_mouse_over_the_footer_tells_what_a_key_does() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        bar = pilot.app.screen.query_one(KeyBar)
        await until(pilot, lambda: "F3 Hint" in words(pilot))
        await pilot.hover(offset=place_of(pilot, "Hint"))
        assert str(bar.tooltip) == "a hint; asking again gives the next one"
        await pilot.hover(Composer)
        assert bar.tooltip is None


async def test_a_click_picks_a_lesson_an_answer_and_a_tab() -> None:
    desk = ScriptedDesk(names=["Ann", "Bo"])
    async with scripted_app(desk, lesson=None).run_test(size=SMALL) as pilot:
        await on(pilot, ChoiceDialog)
        await pilot.click(OptionList, offset=(3, 1))
        await until(pilot, lambda: "for Bo" in words(pilot))
        await pilot.click("#shelf", offset=(8, 0))
        await ready(pilot)
        assert desk.asked_for == [("Bo", False)]
        tabs = board(pilot).tabs
        await pilot.click(tabs, offset=(16, 0))
        assert board(pilot).pane == "chat"
        await pilot.click(board(pilot).composer)
        assert board(pilot).composer.has_focus


async def test_the_wheel_scrolls_what_it_is_over() -> None:
    async with scripted_app(ScriptedDesk(ScriptedConversation())).run_test(size=LOW) as pilot:
        await ready(pilot)
        article = board(pilot).article
        article.scroll_to(y=0, animate=False, immediate=True)
        await until(pilot, lambda: article.scroll_offset.y == 0)
        await pilot._post_mouse_events([MouseScrollDown], article)
        await until(pilot, lambda: article.scroll_offset.y > 0)
