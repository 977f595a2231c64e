"""Rough handling: nothing breaks, nothing is lost, and what cannot be shown is named."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from tests.ferry import ARTICLE as FERRY
from tests.ferry import write_lesson
from tests.running import tutor
from tests.tui.driving import board, ready, said, send, until, words
from tests.tui.scripted import ARTICLE, ScriptedConversation, ScriptedDesk, scripted_app
from tutor.paths import Paths
from tutor.session.cleaning import REPLY_LIMIT, clean_name, is_blank
from tutor.session.events import Event, Feedback
from tutor.session.request import StartRequest
from tutor.tui.app import TutorApp
from tutor.tui.local_desk import LocalDesk
from tutor.tui.widgets.too_small import TooSmall

WIDE = (120, 40)

ODD = {
    "right to left": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 and back",
    "wide": "\u6e2f\u306e\u7a0e\u91d1\u306f\u8ab0\u304c\u6255\u3046\u306e\u304b",
    "emoji": "\U0001f600 \U0001f1eb\U0001f1f7 \u2764\ufe0f \u0031\ufe0f\u20e3",
    "joined": "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 family",
    "marks": "e\u0301e\u0323\u0308 Z\u0351\u0343\u0346\u034a",
    "no width": "a\u200bb\u200cc\u2060d\ufeffe",
    "last of planes": "\U0010fffd\ue000",
    "brackets": "[bold red]x[/] [/nope] [@click=app.quit]y[/]",
}
UNSHOWABLE = {"escape": "\x1b[2J", "nul": "\x00", "surrogate": "\ud800", "bidi": "\u202e", "bell": "\x07", "c1": "\x9b"}


class Streaming(ScriptedConversation):
    """Words of a model, which are typed out."""

    def say(self, text: str) -> Iterator[Event]:
        for event in super().say(text):
            yield replace(event, by="model") if isinstance(event, Feedback) else event


def told(pilot_app: object) -> str:
    return "\n".join(one.message for one in vars(pilot_app)["_notifications"])


# What is typed and pasted


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize("size", [WIDE, (40, 12)])
async def test_odd_letters_are_replied_as_they_are(text: str, size: tuple[int, int]) -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk).run_test(size=size) as pilot:
        screen = await ready(pilot)
        screen.board.composer.post_message(events.Paste(text))
        await until(pilot, lambda: screen.board.composer.text == text)
        words(pilot)
        await pilot.press("left", "backspace", "ctrl+z", "enter")
        await until(pilot, lambda: desk.conversation.said == [text])
        await ready(pilot)
        assert any(message.endswith(text) for message in said(pilot))
        words(pilot)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize("size", [WIDE, (60, 20)])
async def test_odd_letters_in_names_titles_and_articles(text: str, size: tuple[int, int]) -> None:
    paragraph = f"{text} is what it says. And {text}, again and again, {text * 8}."
    desk = ScriptedDesk(names=[text], article=f"{ARTICLE}\n\n{paragraph}", glossary=("crane",))
    async with scripted_app(desk).run_test(size=size) as pilot:
        await until(pilot, lambda: "Who is learning?" in words(pilot))
        await pilot.press("1")
        screen = await ready(pilot)
        assert screen.board.chat.learner == text
        article = screen.board.article
        assert article.article is not None
        article.focus()
        await pilot.press("end")
        for width in (40, 61, 100, size[0]):
            await pilot.resize_terminal(width, size[1])
            await pilot.pause()
            cells = article.scrollable_content_region.width
            for row in range(article.scrollable_content_region.height):
                line = article.render_line(row)
                assert line.cell_length == cells


@pytest.mark.parametrize("code", UNSHOWABLE.values(), ids=UNSHOWABLE)
async def test_what_cannot_be_shown_is_replaced_and_said(code: str) -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press(*"mine ")
        screen.board.composer.post_message(events.Paste(f"be{code}fore"))
        await until(pilot, lambda: "fore" in screen.board.composer.text)
        assert screen.board.composer.text == f"mine be\ufffd{code[1:]}fore"
        await until(pilot, lambda: "1 character of what you pasted cannot be shown" in told(pilot.app))
        assert code[0] not in words(pilot)


async def test_a_paste_that_can_be_shown_is_not_talked_of() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        screen.board.composer.post_message(events.Paste("a\u200d\tb\r\nc \ufffd"))
        await until(pilot, lambda: screen.board.composer.text == "a\u200d\tb\nc \ufffd")
        assert "cannot be shown" not in told(pilot.app)


@pytest.mark.parametrize("size", [WIDE, (40, 12)])
async def test_a_hundred_thousand_characters_are_refused_and_the_draft_stays(size: tuple[int, int]) -> None:
    async with scripted_app().run_test(size=size) as pilot:
        screen = await ready(pilot)
        await pilot.press(*"mine")
        screen.board.composer.post_message(events.Paste("word " * 20_000))
        await until(pilot, lambda: "100,000 characters" in told(pilot.app))
        assert screen.board.composer.text == "mine"


async def test_a_reply_grown_too_long_is_not_sent_and_not_lost() -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        text = "y" * (REPLY_LIMIT + 1)
        screen.board.composer.text = text
        await pilot.press("enter")
        await until(pilot, lambda: "20,001 characters" in told(pilot.app))
        assert screen.board.composer.text == text
        assert desk.conversation.said == []


@pytest.mark.parametrize(
    "blank", ["   ", "\n\n", "\u3000", "\u00a0", "\u200b\u200d\ufeff", "\u2060 \u00ad", "\u0301", "\u200e\u200f"]
)
async def test_a_reply_with_nothing_to_see_is_not_sent(blank: str) -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        screen.board.composer.text = blank
        await pilot.press("enter")
        await until(pilot, lambda: "Type an answer first." in told(pilot.app))
        assert desk.conversation.said == []
        assert screen.board.composer.text == blank


@pytest.mark.parametrize("text", [*ODD.values(), "0", ".", "\u2800", "e\u0301"])
def test_what_can_be_seen_is_not_blank(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(("typed", "name"), [("\u200b", ""), ("\u200d \ufeff", ""), ("  A\u200dn  n ", "A\u200dn n")])
def test_a_name_nobody_can_see_is_none(typed: str, name: str) -> None:
    assert clean_name(typed) == name


# Windows


@pytest.mark.parametrize("size", [(40, 12), (39, 30), (30, 10), (20, 6), (10, 4), (2, 1)])
async def test_a_window_that_is_too_small_says_so_and_loses_nothing(size: tuple[int, int]) -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press(*"half a thou")
        await pilot.resize_terminal(*size)
        await until(pilot, lambda: bool(screen.query(TooSmall)) == (size != (40, 12)))
        assert ("Too small" in words(pilot)) == (size[0] > 2 and size != (40, 12))
        await pilot.press(*"ght")
        await pilot.resize_terminal(*WIDE)
        await until(pilot, lambda: not screen.query(TooSmall))
        assert screen.board.composer.text == "half a thought"
        await pilot.press("enter")
        await until(pilot, lambda: desk.conversation.said == ["half a thought"])


async def test_a_program_begun_in_a_small_window_says_so() -> None:
    async with scripted_app(lesson=None).run_test(size=(30, 10)) as pilot:
        await until(pilot, lambda: "Too small: 40x12 is the least" in words(pilot))


async def test_resizing_while_words_are_typed_out_loses_none_of_them() -> None:
    desk = ScriptedDesk(Streaming())
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        board(pilot).composer.text = "the council says so"
        await pilot.press("enter")
        for width in range(118, 28, -6):
            await pilot.resize_terminal(width, 12 + width % 20)
        await pilot.resize_terminal(*WIDE)
        await until(pilot, lambda: any(message.endswith("Who says so?") for message in said(pilot)))
        await until(pilot, lambda: "Who says so?" in words(pilot))


async def test_resizing_while_a_reply_is_checked_keeps_what_is_typed() -> None:
    hold = threading.Event()
    desk = ScriptedDesk(ScriptedConversation(hold=hold))
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press(*"first", "enter", *"second")
        for size in ((40, 12), (200, 50), (60, 20), WIDE):
            await pilot.resize_terminal(*size)
        hold.set()
        await ready(pilot)
        assert screen.board.composer.text == "second"
        await send(pilot, "third")
        assert desk.conversation.said == ["first", "third"]


async def test_what_an_article_has_that_cannot_be_shown_is_named(tmp_path: Path) -> None:
    article = FERRY.replace("in May", "in \u202eMay\x1b[2J")
    paths = Paths(state=tmp_path / "home", config=tmp_path / "home")
    request = StartRequest(lesson=write_lesson(tmp_path, article=article), learner="", resume=False, paths=paths)
    with LocalDesk(request) as desk:
        async with TutorApp(request, desk).run_test(size=WIDE) as pilot:
            await until(pilot, lambda: "\ufffdMay" in words(pilot))
            await until(pilot, lambda: "2 characters of the article cannot be shown" in "\n".join(said(pilot)))
            assert "\x1b" not in words(pilot)


def test_plain_mode_names_it_too(tmp_path: Path) -> None:
    lesson = write_lesson(tmp_path, article=FERRY.replace("in May", "in \u202eMay"))
    told = tutor(tmp_path / "home", "start", lesson, "--plain", "--model=none", lines="/article\n/quit\n").stdout
    assert "1 character of the article cannot be shown: \ufffd stands for it." in told
    assert "in \ufffdMay" in told
