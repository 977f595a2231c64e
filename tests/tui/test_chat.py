"""The conversation on the screen: who speaks, what a reply shows, long sessions, reading back while words come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pytest
from textual.events import MouseDown, MouseMove, MouseUp
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.driving import board, plain, ready, said, send, until, words
from tests.tui.scripted import FIRST, MARKUP, ScriptedConversation, ScriptedDesk, feedback, scripted_app
from tutor.session.events import Assessed, Event, Feedback, Line, Replied, Started
from tutor.tui.app import TutorApp
from tutor.tui.stage import Stage
from tutor.tui.widgets import typing_out
from tutor.tui.widgets.chat_log import KEPT, PAGE, ChatLog, Message

WIDE, NARROW = (120, 40), (60, 20)
LINES = (
    Line(mark="shown", text=f"quoted p4s2 {MARKUP}"),
    Line(mark="partly", text="what she wants to happen"),
    Line(mark="missing", text="how it bears on the claim, and 2 more"),
)
LONG_WAY = "It is a long way to the end of it. "


def assessed(lines: tuple[Line, ...] = LINES) -> Assessed:
    return Assessed(question="q1", verdicts={}, misconceptions=(), effort="answer", lines=lines)


@dataclass
class Finding(ScriptedConversation):
    """Tells what each reply shows. With `typed`, words come as from a model."""

    typed: bool = False

    def say(self, text: str) -> Iterator[Event]:
        for event in super().say(text):
            if self.typed and isinstance(event, Feedback):
                say = f"{event.say} {LONG_WAY * 12}".rstrip()
                event = replace(event, by="model", say=say, text=f"{say} {event.asking}")
            yield event
            if isinstance(event, Replied):
                yield assessed()


def session(replies: int) -> tuple[Event, ...]:
    """What happened in a session with so many replies."""
    told: list[Event] = [Started(lesson="quay", title="Who pays?", digest="", questions=3), FIRST]
    for number in range(replies):
        told += [Replied(question="q1", text=f"reply {number}"), assessed(LINES[:1])]
        told.append(feedback(f"You write “reply {number}”. " + LONG_WAY * 5, "Who says so?"))
    return tuple(told)


def resumed(replies: int, *, typed: bool = False) -> TutorApp:
    conversation = Finding(events=session(replies), typed=typed)
    return scripted_app(ScriptedDesk(conversation), learner="", resume=False)


def mounted(pilot: Pilot[Any]) -> list[Message]:
    return list(board(pilot).chat.query(Message))


def has_more(pilot: Pilot[Any], before: set[Message]) -> bool:
    return set(mounted(pilot)) > before


def lines_in_sight(pilot: Pilot[Any]) -> list[str]:
    """What stands in the chat, line by line."""
    chat = board(pilot).chat
    region = chat.scrollable_content_region.translate(
        chat.content_region.offset - chat.scrollable_content_region.offset
    )
    rows = words(pilot).split("\n")[region.y : region.bottom]
    return [row[region.x : region.right].strip() for row in rows]


def is_told_of_news(pilot: Pilot[Any]) -> bool:
    return bool(board(pilot).chat.query_one("#chat-news").display)


class TestFindings:
    @pytest.mark.parametrize("size", [WIDE, NARROW])
    async def test_they_stand_under_the_reply_and_before_the_feedback(self, size: tuple[int, int]) -> None:
        async with scripted_app(ScriptedDesk(Finding())).run_test(size=size) as pilot:
            await send(pilot, "the author says so")
            assert said(pilot)[1:] == [
                "You\nthe author says so",
                f"✓ quoted p4s2 {MARKUP}\n"
                "≈ partly: what she wants to happen\n"
                "… still missing: how it bears on the claim, and 2 more",
                "Tutor\nYou write “the author says so”.\nWho says so?",
            ]
            reply, found = mounted(pilot)[1:3]
            assert found.region.y == reply.region.bottom, "they belong together"
            assert found.region.x == reply.region.x

    async def test_a_reply_without_findings_has_no_lines(self) -> None:
        async with scripted_app().run_test(size=WIDE) as pilot:
            await ready(pilot)
            board(pilot).chat.findings(())
            await pilot.pause()
            assert len(mounted(pilot)) == 1

    async def test_everybody_is_named_also_who_only_asks_for_something(self) -> None:
        async with scripted_app(learner="Ann").run_test(size=WIDE) as pilot:
            await send(pilot, "/hint")
            assert said(pilot)[1] == "Ann /hint"
            assert said(pilot)[2].startswith("Tutor\n")


class TestLongSessions:
    async def test_a_thousand_replies_build_few_widgets_and_all_of_them_can_be_read(self) -> None:
        async with resumed(1000).run_test(size=WIDE) as pilot:
            await ready(pilot)
            await until(pilot, lambda: "Welcome back" in said(pilot)[-1])
            assert len(mounted(pilot)) <= KEPT + PAGE
            chat = board(pilot).chat
            assert chat.follows
            assert "↑ Earlier messages" in plain(chat.query_one("#chat-earlier", Static))
            oldest = said(pilot)[1]
            chat.scroll_home(animate=False)
            await until(pilot, lambda: len(mounted(pilot)) > KEPT + 1)
            assert oldest in said(pilot)
            assert said(pilot)[1] != oldest

    async def test_going_back_leaves_what_is_read_where_it_is(self) -> None:
        async with resumed(100).run_test(size=WIDE) as pilot:
            await ready(pilot)
            await until(pilot, lambda: "Welcome back" in said(pilot)[-1])
            chat = board(pilot).chat
            chat.scroll_to(y=1, animate=False)
            await pilot.pause()
            count, before = len(mounted(pilot)), lines_in_sight(pilot)
            chat.scroll_up(animate=False)
            await until(pilot, lambda: len(mounted(pilot)) == count + PAGE)
            await pilot.pause()
            # One line further up, as was scrolled, and not anywhere else; the line that told of more is further up now.
            assert lines_in_sight(pilot)[2:] == before[1:-1]
            assert chat.scroll_y > 1

    async def test_all_of_it_comes_back_in_the_end(self) -> None:
        async with resumed(60).run_test(size=WIDE) as pilot:
            await ready(pilot)
            await until(pilot, lambda: "Welcome back" in said(pilot)[-1])
            chat = board(pilot).chat
            while chat.query_one("#chat-earlier").display:
                before = set(mounted(pilot))
                chat.scroll_home(animate=False)
                await until(pilot, partial(has_more, pilot, before), "older messages")
                await pilot.pause()
            replies = [text for text in said(pilot) if text.startswith("You\n")]
            assert replies == [f"You\nreply {number}" for number in range(60)]

    async def test_old_messages_go_off_the_screen_while_the_newest_is_followed(self) -> None:
        async with scripted_app(ScriptedDesk(Finding())).run_test(size=WIDE) as pilot:
            await ready(pilot)
            chat = board(pilot).chat
            for number in range(KEPT + PAGE + 5):
                chat.note(f"note {number}")
                await pilot.pause()
                assert chat.follows
            assert len(mounted(pilot)) <= KEPT + PAGE
            assert said(pilot)[-1] == f"note {KEPT + PAGE + 4}"
            assert said(pilot)[0] == "↑ Earlier messages"

    async def test_as_many_stay_as_a_tall_window_has_room_for(self) -> None:
        async with scripted_app(ScriptedDesk(Finding())).run_test(size=(120, 120)) as pilot:
            await ready(pilot)
            chat = board(pilot).chat
            for number in range(4 * KEPT):
                chat.note(f"note {number}")
                await pilot.pause()
            assert chat.max_scroll_y > 0
            assert KEPT + PAGE < len(mounted(pilot)) < 4 * KEPT

    async def test_nothing_goes_while_somebody_reads_further_up(self) -> None:
        async with scripted_app(ScriptedDesk(Finding())).run_test(size=WIDE) as pilot:
            await ready(pilot)
            chat = board(pilot).chat
            for number in range(KEPT):
                chat.note(f"note {number}")
            await pilot.pause()
            chat.scroll_to(y=5, animate=False)
            await pilot.pause()
            before = lines_in_sight(pilot)
            for number in range(2 * PAGE):
                chat.note(f"later {number}")
            await pilot.pause()
            assert lines_in_sight(pilot)[:-1] == before[:-1]
            assert len(mounted(pilot)) == 1 + KEPT + 2 * PAGE


class TestReadingBack:
    @pytest.mark.parametrize("size", [WIDE, NARROW])
    async def test_nothing_moves_while_a_model_writes(
        self, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(typing_out, "LETTERS_A_SECOND", 5)
        async with resumed(12, typed=True).run_test(size=size) as pilot:
            screen = await ready(pilot)
            chat = board(pilot).chat
            board(pilot).pane = "chat"
            board(pilot).composer.text = "the council says so"
            await pilot.press("enter")
            await until(pilot, lambda: screen.stage is not Stage.THINKING and chat.writing)
            await pilot.press("pageup", "pageup")
            await pilot.pause()
            place, before = chat.scroll_y, lines_in_sight(pilot)
            assert chat.writing
            chat.finish_typing()
            chat.tutor_says("One thing more. Who says so?", "One thing more.", "Who says so?")
            await pilot.pause()
            assert chat.scroll_y == place
            assert lines_in_sight(pilot)[:-1] == before[:-1]
            assert is_told_of_news(pilot)
            assert lines_in_sight(pilot)[-1] == "↓ New message below (PgDn)"

    async def test_at_the_end_it_follows_what_a_model_writes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(typing_out, "LETTERS_A_SECOND", 5)
        async with resumed(12, typed=True).run_test(size=NARROW) as pilot:
            await ready(pilot)
            chat = board(pilot).chat
            board(pilot).pane = "chat"
            await send(pilot, "the council says so " * 20)
            assert chat.writing
            assert chat.follows
            chat.finish_typing()
            await until(pilot, lambda: lines_in_sight(pilot)[-1].endswith("Who says so?"))
            assert not is_told_of_news(pilot)

    @pytest.mark.parametrize("back", ["key", "click", "scroll"])
    async def test_there_are_ways_to_the_new_message(self, back: str) -> None:
        async with resumed(12).run_test(size=WIDE) as pilot:
            await ready(pilot)
            chat = board(pilot).chat
            await pilot.press("pageup", "pageup")
            await pilot.pause()
            chat.note("something new")
            await until(pilot, lambda: lines_in_sight(pilot)[-1] == "↓ New message below (PgDn)")
            if back == "key":
                chat.focus()
                await pilot.pause()
                chat.note("something else")
                await until(pilot, lambda: lines_in_sight(pilot)[-1] == "↓ New message below (End)")
                await pilot.press("end")
            elif back == "click":
                await pilot.click("#chat-news")
            else:
                await pilot.press("pagedown", "pagedown", "pagedown")
            await until(pilot, lambda: chat.follows and not is_told_of_news(pilot))
            chat.note("and more")
            await until(pilot, lambda: lines_in_sight(pilot)[-1] == "and more")

    async def test_scrolling_down_at_the_end_does_not_stop_it_from_following(self) -> None:
        async with resumed(12).run_test(size=WIDE) as pilot:
            await ready(pilot)
            chat = board(pilot).chat
            await until(pilot, lambda: chat.max_scroll_y > 0 and chat.follows)
            await pilot.press("pagedown")
            chat.note("something new")
            await until(pilot, lambda: lines_in_sight(pilot)[-1] == "something new")


class TestClicking:
    async def test_a_click_on_a_message_that_was_just_taken_away_is_no_trouble(self) -> None:
        """Textual issue 6643: it is still where it was drawn last, and has no parent any more."""
        async with resumed(12).run_test(size=WIDE) as pilot:
            screen = await ready(pilot)
            chat = board(pilot).chat
            await until(pilot, lambda: chat.follows)
            message = next(one for one in mounted(pilot) if chat.region.contains_region(one.region))
            at = message.region.offset + Offset(3, 1)
            with pilot.app.batch_update():
                await message.remove()
                assert message.parent is None
                for kind in (MouseDown, MouseMove, MouseUp):
                    screen._forward_event(
                        kind(screen, at.x, at.y, 0, 0, 1, False, False, False, screen_x=at.x, screen_y=at.y)
                    )
            await pilot.pause()
            chat.note("still here")
            await until(pilot, lambda: said(pilot)[-1] == "still here")

    async def test_clicks_while_messages_come_and_go(self) -> None:
        async with resumed(60).run_test(size=WIDE) as pilot:
            await ready(pilot)
            chat = board(pilot).chat
            await until(pilot, lambda: chat.follows)
            for number in range(30):
                for _ in range(10):
                    chat.note(f"note {number}")
                await pilot.click(ChatLog, offset=(20, 10 + number % 9))
            assert len(mounted(pilot)) <= KEPT + PAGE
