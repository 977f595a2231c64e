"""A model's words on the screen: waited for in words, stopped with Esc, typed out."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

from tests.tui.driving import board, ready, said, send, until, words
from tests.tui.scripted import ScriptedConversation, ScriptedDesk, scripted_app
from tutor.session.events import Event, Feedback

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


async def test_words_of_a_model_are_typed_out_and_are_all_there_in_the_end() -> None:
    async with scripted_app(ScriptedDesk(Slow())).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await send(pilot, "the council says so")
        await until(pilot, lambda: len(said(pilot)) == 3)
        await until(pilot, lambda: said(pilot)[2].endswith("Who says so?"))


async def test_escape_shows_all_of_it_at_once() -> None:
    async with scripted_app(ScriptedDesk(Slow())).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await send(pilot, "the council says so")
        await until(pilot, lambda: len(said(pilot)) == 3)
        await pilot.press("escape")
        assert said(pilot)[2].endswith("Who says so?")


async def test_a_model_that_does_not_work_is_told_of_once() -> None:
    desk = ScriptedDesk(ScriptedConversation(model_trouble="its file is damaged"))
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "The model does not work: its file is damaged." in words(pilot))
        await send(pilot, "the council says so")
        await ready(pilot)
        assert sum("The model does not work" in text for text in said(pilot)) == 1
