"""A model's words on the screen: waited for in words, stopped with Esc, typed out."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from rich.cells import cell_len

from tests.tui.driving import board, ready, said, send, until, words
from tests.tui.scripted import ScriptedConversation, ScriptedDesk, scripted_app
from tutor.session.events import Event, Feedback
from tutor.tui.widgets import typing_out
from tutor.tui.widgets.chat_log import Message

WIDE = (120, 40)


class Slow(ScriptedConversation):
    """Words by a model, as soon as it is let go on."""

    def say(self, text: str) -> Iterator[Event]:
        for event in super().say(text):
            yield replace(event, by="model") if isinstance(event, Feedback) else event


async def test_a_wait_is_put_into_words_and_escape_ends_it() -> None:
    desk = ScriptedDesk(Slow(hold=threading.Event(), waits_for="finding the words"))
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        board(pilot).composer.text = "the council says so"
        await pilot.press("enter")
        await until(pilot, lambda: "finding the words · Esc goes on without" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: len(said(pilot)) == 3)
        assert desk.conversation.cancelled == 1


async def test_without_a_model_escape_only_goes_back_to_the_reply() -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("escape")
        assert desk.conversation.cancelled == 0
        assert board(pilot).composer.has_focus


async def test_words_of_a_model_are_typed_out_and_are_all_there_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing_out, "LETTERS_A_SECOND", 0)
    async with scripted_app(ScriptedDesk(Slow())).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await send(pilot, "the council says so")
        assert board(pilot).chat.writing
        assert "Who says so?" not in words(pilot)
        message = board(pilot).chat.query(Message).last()
        height = message.outer_size.height
        monkeypatch.setattr(typing_out, "LETTERS_A_SECOND", 90)
        await until(pilot, lambda: "Who says so?" in words(pilot))
        assert message.outer_size.height == height == 3, "its room was there from the first letter"


async def test_wide_letters_and_joined_ones_are_painted_where_they_will_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing_out, "LETTERS_A_SECOND", 0)
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        chat = board(pilot).chat
        chat.tutor_says("日本語の文 and 👩‍👧 too. What now?", "日本語の文 and 👩‍👧 too.", "What now?", typed=True)
        await pilot.pause()
        before = [line.rstrip() for line in words(pilot).split("\n")]
        chat.finish_typing()
        await until(pilot, lambda: "What now?" in words(pilot))
        after = words(pilot).split("\n")
        (row,) = (number for number, line in enumerate(after) if "日本語の文 and" in line)
        assert before[row] != after[row]
        assert [cell_len(line) for line in before] == [cell_len(line) for line in after]


async def test_escape_shows_all_of_it_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing_out, "LETTERS_A_SECOND", 0)
    async with scripted_app(ScriptedDesk(Slow())).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await send(pilot, "the council says so")
        await until(pilot, lambda: len(said(pilot)) == 3)
        assert "Who says so?" not in words(pilot)
        await pilot.press("escape")
        assert not board(pilot).chat.writing
        await until(pilot, lambda: "Who says so?" in words(pilot))


async def test_a_model_that_does_not_work_is_told_of_once() -> None:
    desk = ScriptedDesk(ScriptedConversation(model_trouble="its file is damaged"))
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "The model does not work: its file is damaged." in words(pilot))
        await send(pilot, "the council says so")
        await ready(pilot)
        assert sum("The model does not work" in text for text in said(pilot)) == 1
