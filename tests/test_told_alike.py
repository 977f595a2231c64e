"""The screen and plain mode tell the same: a lesson is played on both, and the words of all messages are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.widgets import Static

from tests.ferry import STRONG
from tests.running import tutor
from tests.test_plain_reading import IN_PARTS, lesson
from tests.tui.driving import have_read, on, plain, send
from tutor.lesson.load import load_lesson
from tutor.lesson.model import Question
from tutor.paths import Paths, packaged
from tutor.rubric.model import Verdict
from tutor.session.request import StartRequest
from tutor.spoken import read_out
from tutor.tui.app import TutorApp
from tutor.tui.local_desk import LocalDesk
from tutor.tui.screens.summary import SummaryScreen
from tutor.tui.widgets.chat_log import Message

WEAK = (
    "The author says so.",
    "/hint",
    "/hint",
    "/define council",
    "/define nothing",
    "idk",
    "/quote p1s2",
    "/quote p9",
    "/progress",
    "/help",
    "/nonsense",
    "The council says in p1s2 that it is so.",
    "The ferry has a lot of rust, I do not like that.",
    "It has rust, and I do not like that.",
    "Nobody likes it.",
    "It is old.",
    "The council.",
    "/skip",
)


def bare(text: str) -> str:
    """The words alone: no glyph, no mark, no line end, addresses as they are said."""
    words = re.findall(r"[^\W_]+", read_out(text).lower())
    return f" {' '.join(words)} "


async def on_the_screen(start: StartRequest, typed: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The lines of all messages but the learner's own, with their titles, and those of the summary."""
    with LocalDesk(start) as desk:
        async with TutorApp(start, desk).run_test(size=(120, 40)) as pilot:
            screen = await have_read(pilot)
            chat = screen.board.chat
            for text in typed:
                await send(pilot, text)
            told = []
            for message in chat.query(Message):
                own = message.has_class("-learner") and not message.has_class("-findings")
                title = f"{message.border_title} " if message.border_title else ""
                told += [] if own or not message.display else [title + plain(message)]
            summary = await on(pilot, SummaryScreen)
            ends = [
                plain(one) for one in summary.query_one("#summary").query(Static) if not one.has_class("summary-title")
            ]
    return [line for message in told for line in message.split("\n")], [
        line for one in ends for line in one.split("\n")
    ]


def both_ways(harbour: Sequence[Question]) -> tuple[str, ...]:
    """A poor reply and a full one to each question."""
    replies: list[str] = []
    for question in harbour:
        poor = next(sample.answer for sample in question.samples if sample.expect == Verdict.UNMET)
        replies += [poor, next(sample.answer for sample in question.samples if sample.expect == Verdict.MET)]
    return tuple(replies)


@pytest.mark.parametrize("learner", ["strong", "weak", "harbour"])
async def test_what_the_screen_tells_plain_mode_tells(tmp_path: Path, learner: str) -> None:
    place, typed = lesson(tmp_path, IN_PARTS), {"strong": STRONG, "weak": WEAK}.get(learner)
    if typed is None:
        place = packaged() / "lessons" / "harbour-levy"
        typed = both_ways(load_lesson(place).lesson.questions)
    home = Paths(state=tmp_path / "screen", config=tmp_path / "screen")
    seen, summary = await on_the_screen(StartRequest(lesson=place, learner="", resume=False, paths=home), typed)
    done = tutor(tmp_path / "plain", "start", place, "--plain", lines="".join(f"{one}\n" for one in typed))
    assert done.returncode == 0
    heard, heard_last = bare(done.stdout), bare(done.stdout[done.stdout.index("You showed what") :])
    assert [line for line in seen if bare(line) not in heard] == []
    assert [line for line in summary if bare(line) not in heard_last] == []
    assert len(seen) > len(typed)
    assert len(summary) > 3
