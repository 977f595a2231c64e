"""What takes long on a screen: shown in words, in one way everywhere, and stopped with Esc."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.tui.driving import board, on, ready, until, words
from tests.tui.scripted import ScriptedConversation, ScriptedDesk, ScriptedLesson, scripted_app
from tests.tui.test_progress import SOME
from tutor.session.overview import Overview
from tutor.tui.desk import Shelved
from tutor.tui.screens.picker import PickerScreen
from tutor.tui.screens.progress import ProgressScreen
from tutor.tui.stage import Stage
from tutor.tui.widgets.wait_line import WaitLine

SIZE = (80, 24)
SMALL = (60, 20)
MOST = 90.0  # seconds that a slow disk takes when nobody lets it go on


@dataclass
class SlowDesk(ScriptedDesk):
    """Everything is slow until it is let go."""

    let_go: threading.Event = field(default_factory=threading.Event)
    place: Path = Path("nowhere")
    ended: threading.Event = field(default_factory=threading.Event)

    def load(self, lesson: Path) -> ScriptedLesson:
        self.let_go.wait(MOST)
        return super().load(lesson)

    def shelf(self, learner: str) -> list[Shelved]:
        self.let_go.wait(MOST)
        return super().shelf(learner)

    def overview(self, learner: str, tell: Callable[[int, int], None]) -> Overview:
        tell(3, 10)
        self.let_go.wait(MOST)
        try:
            tell(4, 10)
        finally:
            self.ended.set()
        return super().overview(learner, tell)


class SlowStick(ScriptedDesk):
    """A disk that takes its time for a transcript."""

    def __init__(self, place: Path) -> None:
        super().__init__(shown=SOME)
        self.place = place
        self.let_go = threading.Event()
        self.written = threading.Event()

    def export(self, session: str) -> Path:
        self.let_go.wait(MOST)
        self.place.write_text("what was said")
        self.written.set()
        return self.place


async def test_a_lesson_that_opens_slowly_says_so_and_takes_typing_meanwhile() -> None:
    desk = SlowDesk()
    async with scripted_app(desk).run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "opening the lesson · Esc stops" in words(pilot))
        await pilot.press(*"early")
        desk.let_go.set()
        screen = await ready(pilot)
        assert screen.board.composer.text == "early"
        await until(pilot, lambda: "opening the lesson" not in words(pilot))


async def test_escape_stops_opening_and_nothing_waits_for_the_disk() -> None:
    desk = SlowDesk()
    app = scripted_app(desk)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Esc stops" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: app._exit)
    assert app.return_code == 0
    assert not desk.let_go.is_set()


async def test_escape_leads_back_to_the_other_lessons() -> None:
    desk = SlowDesk()
    desk.let_go.set()
    async with scripted_app(desk, lesson=None).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Choose a lesson" in words(pilot))
        desk.let_go.clear()
        await pilot.press("enter")
        await until(pilot, lambda: "opening the lesson · Esc stops" in words(pilot))
        await pilot.press("escape")
        await on(pilot, PickerScreen)
        desk.let_go.set()
        await until(pilot, lambda: "Choose a lesson" in words(pilot))


async def test_lessons_that_are_looked_for_slowly() -> None:
    app = scripted_app(SlowDesk(), lesson=None)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "looking for lessons · Esc leaves" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: app._exit)


async def test_many_sessions_are_counted_and_looking_through_them_is_stopped() -> None:
    desk = SlowDesk()
    async with scripted_app(desk).run_test(size=SIZE) as pilot:
        desk.let_go.set()
        screen = await ready(pilot)
        desk.let_go.clear()
        pilot.app.action_progress()
        await on(pilot, ProgressScreen)
        await until(pilot, lambda: "looking through your sessions ━━━━╌╌╌╌╌╌╌╌ 3 of 10 · Esc stops" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "Stopped. Come back here to look again." in words(pilot))
        assert "3 of 10" not in words(pilot)
        desk.let_go.set()
        await until(pilot, desk.ended.is_set)
        assert isinstance(pilot.app.screen, ProgressScreen), "the first Esc stops, the next leaves"
        await pilot.press("escape")
        assert pilot.app.screen is screen


async def test_a_transcript_on_a_slow_disk_is_stopped_and_leaves_no_file(tmp_path: Path) -> None:
    desk = SlowStick(tmp_path / "words.md")
    async with scripted_app(desk).run_test(size=SIZE) as pilot:
        await ready(pilot)
        pilot.app.action_progress()
        screen = await on(pilot, ProgressScreen)
        await until(pilot, lambda: "Sessions" in words(pilot))
        screen.action_export()
        await pilot.press("1")
        await until(pilot, lambda: "writing the transcript · Esc stops" in words(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "No transcript was written." in str([*pilot.app._notifications]))
        assert pilot.app.screen is screen
        desk.let_go.set()
        await until(pilot, lambda: desk.written.is_set() and not desk.place.exists())


async def test_checking_a_reply_says_so_when_it_takes_long() -> None:
    hold = threading.Event()
    desk = ScriptedDesk(ScriptedConversation(hold=hold))
    async with scripted_app(desk).run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        board(pilot).composer.text = "the council"
        await pilot.press("enter")
        await until(pilot, lambda: "checking your reply" in words(pilot))
        hold.set()
        await until(pilot, lambda: screen.stage is Stage.READY)
        await until(pilot, lambda: not screen.query(WaitLine))


async def test_what_is_quick_says_nothing() -> None:
    async with scripted_app().run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        assert not screen.query(WaitLine)
