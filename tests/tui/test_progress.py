"""The summary of a lesson, the progress over all lessons, and the transcripts that both lead to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.ferry import STRONG, write_lesson
from tests.tui.driving import on, ready, send, until, words
from tests.tui.scripted import FIRST, MARKUP, NOTHING, ScriptedDesk, scripted_app
from tutor.errors import TutorError
from tutor.paths import Paths
from tutor.session.events import Assessed, Found, Replied
from tutor.session.history import SessionInfo
from tutor.session.overview import Count, Group, Overview, Sitting
from tutor.session.request import StartRequest
from tutor.tui.app import TutorApp
from tutor.tui.bars import bar
from tutor.tui.local_desk import LocalDesk
from tutor.tui.screens import exporting
from tutor.tui.screens.dialogs import ChoiceDialog, LeaveDialog, written_dialog
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.picker import PickerScreen
from tutor.tui.screens.progress import ProgressScreen
from tutor.tui.screens.summary import SummaryScreen

WIDE = (120, 40)
SIZES = [(60, 20), (80, 24), (120, 40), (200, 50)]
FULL = TutorError("The disk is full [/nope].", "Make room.")


def sitting(name: str, title: str, *, finished: bool = False, count: Count) -> Sitting:
    info = SessionInfo(
        id=name,
        lesson="quay",
        title=title,
        learner="",
        questions=3,
        replies=4,
        closed=count.total,
        touched=True,
        finished=finished,
        last_seen=datetime(2026, 3, 4, 12, tzinfo=UTC),
    )
    return Sitting(info, count)


SOME = Overview(
    learner="",
    count=Count(met=3, attempts=1, skipped=1),
    kinds=(Group("evidence-quality", Count(met=3, attempts=1)), Group("reasoning", Count(skipped=1))),
    times=(Group("week of 2 Mar 2026", Count(met=1, skipped=1)), Group("week of 9 Mar 2026", Count(met=2, attempts=1))),
    sessions=(
        sitting("aa1", f"Who pays? {MARKUP}", finished=True, count=Count(met=2, skipped=1)),
        sitting("bb2", "The last ferry", count=Count(met=1, attempts=1)),
    ),
)


async def opened(pilot: Pilot[Any]) -> ProgressScreen:
    """The progress screen, asked for from the lessons."""
    await until(pilot, lambda: "Choose a lesson" in words(pilot))
    await pilot.press("p")
    screen = await on(pilot, ProgressScreen)
    await until(pilot, lambda: "Looking through" not in words(pilot))
    await pilot.pause()
    return screen


@pytest.mark.parametrize("size", SIZES)
async def test_every_bar_says_its_value_in_words(size: tuple[int, int]) -> None:
    async with scripted_app(ScriptedDesk(shown=SOME), lesson=None, learner="Ann [b]").run_test(size=size) as pilot:
        await opened(pilot)
        shown = words(pilot)
        assert "Progress of Ann [b]" in shown
        assert "3 of 5 shown, 1 worth another look" in " ".join(shown.split())
        (line,) = (line for line in shown.split("\n") if "How good is the evidence?" in line)
        assert "━" * 9 + "╌" * 3 in line
        assert "3 of 4 shown" in line
        (line,) = (line for line in shown.split("\n") if "Does it follow?" in line)
        assert "╌" * 12 in line
        assert "0 of 1 shown" in line


async def test_the_way_over_time_and_each_session() -> None:
    async with scripted_app(ScriptedDesk(shown=SOME), lesson=None).run_test(size=WIDE) as pilot:
        await opened(pilot)
        lines = words(pilot).split("\n")
        first, second = (next(i for i, line in enumerate(lines) if f"week of {day} Mar" in line) for day in (2, 9))
        assert first < second
        assert "2 of 3 shown, 1 worth another look" in lines[second]
        at = next(i for i, line in enumerate(lines) if f"Who pays? {MARKUP}" in line)
        assert "✓ finished; 2 of 3 shown, 1 skipped" in lines[at + 1]
        assert any("2 of 3 questions done; 1 of 2 shown" in line for line in lines)


async def test_without_a_session_it_says_so_and_offers_no_transcript() -> None:
    desk = ScriptedDesk(shown=NOTHING)
    async with scripted_app(desk, lesson=None).run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        assert "No question is finished yet." in words(pilot)
        assert "Transcript" not in words(pilot)
        await pilot.press("e")
        assert pilot.app.screen is screen
        assert desk.exported == []


@pytest.mark.parametrize("key", ["escape", "q", "enter", "ctrl+c"])
async def test_back_to_the_lessons(key: str) -> None:
    async with scripted_app(ScriptedDesk(shown=SOME), lesson=None).run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press(key)
        await on(pilot, PickerScreen)


async def test_the_keys_scroll_in_a_low_window() -> None:
    async with scripted_app(ScriptedDesk(shown=SOME), lesson=None).run_test(size=(60, 20)) as pilot:
        await opened(pilot)
        assert "The last ferry" not in words(pilot)
        await pilot.press("end")
        await until(pilot, lambda: "The last ferry" in words(pilot))


async def test_a_store_that_cannot_be_read_is_told() -> None:
    desk = ScriptedDesk(shown=SOME)
    async with scripted_app(desk, lesson=None).run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "Choose a lesson" in words(pilot))
        desk.trouble = FULL
        await pilot.press("p")
        await until(pilot, lambda: "The disk is full [/nope]." in words(pilot))


async def test_one_of_several_sessions_is_exported() -> None:
    desk = ScriptedDesk(shown=SOME)
    async with scripted_app(desk, lesson=None).run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("e")
        await until(pilot, lambda: "The transcript of which session?" in words(pilot))
        assert f"Who pays? {MARKUP}, 4 Mar 2026, " in words(pilot)
        await pilot.press("2")
        await until(pilot, lambda: "The transcript is written" in words(pilot))
        assert desk.exported == ["bb2"]
        assert f"somewhere/{MARKUP}.md" in words(pilot)
        await pilot.press("enter")
        await on(pilot, ProgressScreen)


async def test_going_back_from_the_sessions_exports_nothing() -> None:
    desk = ScriptedDesk(shown=SOME)
    async with scripted_app(desk, lesson=None).run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("e")
        await on(pilot, ChoiceDialog)
        await pilot.press("escape")
        await on(pilot, ProgressScreen)
        assert desk.exported == []


async def test_the_only_session_is_exported_at_once() -> None:
    desk = ScriptedDesk(shown=replace(SOME, sessions=SOME.sessions[:1]))
    async with scripted_app(desk, lesson=None).run_test(size=WIDE) as pilot:
        await opened(pilot)
        await pilot.press("e")
        await until(pilot, lambda: desk.exported == ["aa1"])


async def test_a_transcript_that_cannot_be_written_is_told() -> None:
    desk = ScriptedDesk(shown=SOME)
    async with scripted_app(desk, lesson=None).run_test(size=WIDE) as pilot:
        await opened(pilot)
        desk.trouble = FULL
        await pilot.press("e")
        await on(pilot, ChoiceDialog)
        await pilot.press("1")
        await until(pilot, lambda: "The disk is full [/nope]." in words(pilot))
        assert "Make room." in words(pilot)


async def test_the_keys_can_be_clicked() -> None:
    desk = ScriptedDesk(shown=replace(SOME, sessions=SOME.sessions[:1]))
    async with scripted_app(desk, lesson=None).run_test(size=WIDE) as pilot:
        await opened(pilot)
        footer = words(pilot).split("\n")[-1]
        await pilot.click(offset=(footer.index("Transcript") + 1, WIDE[1] - 1))
        await until(pilot, lambda: desk.exported == ["aa1"])


async def choose(pilot: Pilot[Any], command: str) -> None:
    """Pick a command from the palette."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    await pilot.press(*command)
    await until(pilot, lambda: words(pilot).lower().count(command.lower()) > 1, f"{command} in the palette")
    await pilot.press("enter")


async def test_progress_from_the_palette_of_a_lesson_leaves_the_lesson_as_it_was() -> None:
    desk = ScriptedDesk(shown=SOME)
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press(*"half a thou")
        await choose(pilot, "All progress")
        await on(pilot, ProgressScreen)
        await pilot.press("ctrl+q")
        await on(pilot, LeaveDialog)
        assert "so is what you are typing" in words(pilot)
        await pilot.press("escape", "escape")
        await on(pilot, LessonScreen)
        assert screen.board.composer.text == "half a thou"


async def test_progress_is_that_of_who_was_chosen() -> None:
    desk = ScriptedDesk(shown=SOME, names=["Ann", "Bo [b]"])
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await on(pilot, ChoiceDialog)
        await pilot.press("2")
        await summed_up(pilot, desk)
        await pilot.press("p")
        await until(pilot, lambda: "Progress of Bo [b]" in words(pilot))


async def test_the_transcript_from_the_palette_of_a_lesson() -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await choose(pilot, "Transcript")
        await until(pilot, lambda: desk.exported == ["5e55"])
        await on(pilot, ChoiceDialog)
        assert f"somewhere/{MARKUP}.md" in words(pilot)


async def test_the_transcript_from_the_palette_of_summary_and_progress() -> None:
    desk = ScriptedDesk(shown=replace(SOME, sessions=SOME.sessions[:1]))
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await summed_up(pilot, desk)
        await choose(pilot, "Transcript")
        await until(pilot, lambda: desk.exported == ["5e55"])
        await on(pilot, ChoiceDialog)
        await pilot.press("escape")
        await on(pilot, SummaryScreen)
        await choose(pilot, "Progress")
        await on(pilot, ProgressScreen)
        await until(pilot, lambda: "Looking through" not in words(pilot))
        await choose(pilot, "Transcript")
        await until(pilot, lambda: desk.exported == ["5e55", "aa1"])


def met(**finding: Any) -> Assessed:
    found = Found(criterion="c", check="cites", verdict="met", aspect="cited", reason="r", **finding)
    return Assessed(question="q1", verdicts={"c": "met"}, misconceptions=(), effort="answer", findings=(found,))


async def summed_up(pilot: Pilot[Any], desk: ScriptedDesk) -> SummaryScreen:
    await ready(pilot)
    desk.conversation.events = (FIRST, Replied(question="q1", text="a grab [p2s3]"), met())
    await pilot.press(*"/end", "enter")
    return await on(pilot, SummaryScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_summary_has_question_kind_own_words_and_cited_sentences(size: tuple[int, int]) -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk).run_test(size=size) as pilot:
        await summed_up(pilot, desk)
        shown = " ".join(words(pilot).split())
        assert "✓ 1. Whose view? you showed it" in shown
        assert f"Who says that the levy is a grab? {MARKUP}" in shown
        assert f"You: “a grab {MARKUP}”" in shown
        assert "p2s3: “Let us call this plan what it is: a grab.”" in shown
        assert "○ 2. Evidence worth another look" in shown


async def test_a_summary_leads_to_its_transcript_and_to_all_progress() -> None:
    desk = ScriptedDesk(shown=SOME)
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await summed_up(pilot, desk)
        await pilot.press("e")
        await until(pilot, lambda: "The transcript is written" in words(pilot))
        assert desk.exported == ["5e55"]
        await pilot.press("escape")
        await on(pilot, SummaryScreen)
        await pilot.press("p")
        await on(pilot, ProgressScreen)
        await pilot.press("escape")
        await on(pilot, SummaryScreen)


async def test_going_back_while_the_transcript_is_written_ends_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = ScriptedDesk(shown=replace(SOME, sessions=SOME.sessions[:1]))
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await summed_up(pilot, desk)
        await pilot.press("p")
        progress = await on(pilot, ProgressScreen)
        await until(pilot, lambda: "Looking through" not in words(pilot))

        def gone_back(place: Path) -> ChoiceDialog:
            progress.dismiss()
            return written_dialog(place)

        monkeypatch.setattr(exporting, "written_dialog", gone_back)
        await pilot.press("e")
        await until(pilot, lambda: "The transcript is written" in words(pilot))
        await pilot.press("enter")
        await on(pilot, SummaryScreen)


async def test_played_for_real_exported_and_counted(tmp_path: Path) -> None:
    home = tmp_path / "home"
    # From a folder of its own, where nobody would find it by its name.
    lesson = write_lesson(tmp_path / "elsewhere")
    start = StartRequest(lesson=lesson, learner="Ann [b]", paths=Paths(state=home, config=home))
    with LocalDesk(start) as desk:
        async with TutorApp(start, desk).run_test(size=WIDE) as pilot:
            for reply in STRONG:
                await send(pilot, reply)
            await on(pilot, SummaryScreen)
            assert "p2s2: “Without it the school on the island will close within a year.”" in words(pilot)
            await pilot.press("e")
            await until(pilot, lambda: "The transcript is written" in words(pilot))
            await pilot.press("escape")
            await on(pilot, SummaryScreen)
            await pilot.press("p")
            await until(pilot, lambda: "3 of 3 shown" in words(pilot))
            assert "Progress of Ann [b]" in words(pilot)
    (file,) = (home / "transcripts").iterdir()
    text = file.read_text(encoding="utf-8")
    assert file.name.startswith("ferry-Ann-b-20")
    assert "- Finished" in text
    assert "- p2s2: “Without it the school on the island will close within a year.”" in text


@pytest.mark.parametrize(
    ("part", "whole", "filled"), [(0, 0, 0), (0, 5, 0), (5, 5, 12), (1, 100, 1), (99, 100, 11), (1, 2, 6)]
)
def test_a_bar_is_empty_or_full_only_where_that_is_so(part: int, whole: int, filled: int) -> None:
    assert bar(part, whole, 12) == "━" * filled + "╌" * (12 - filled)
