"""Before the first question: which lesson, who learns, and whether to go on."""

from __future__ import annotations

from tests.tui.driving import board, on, ready, said, until, words
from tests.tui.scripted import LESSON, MARKUP, ScriptedDesk, scripted_app
from tutor.errors import TutorError
from tutor.tui.desk import Unfinished
from tutor.tui.screens.dialogs import ChoiceDialog, LeaveDialog, NameDialog
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.picker import PickerScreen

SIZE = (100, 30)


async def test_the_picker_shows_progress_and_problems() -> None:
    async with scripted_app(lesson=None).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Choose a lesson" in words(pilot))
        await pilot.pause()
        shown = words(pilot)
        assert f"Who pays? {MARKUP}" in shown
        assert "2 of 9 questions  ·  grade 8-10" in shown
        assert f"! Broken {MARKUP}" in shown
        assert "cannot be opened: Line 3 cannot be read. [/nope]" in shown
        assert "8 questions" in shown
        assert "✓ done" in shown


async def test_picking_a_lesson_and_coming_back() -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk, lesson=None).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Choose a lesson" in words(pilot))
        await pilot.press("enter")
        screen = await ready(pilot)
        assert screen.lesson == LESSON
        await pilot.press("ctrl+q")
        await on(pilot, LeaveDialog)
        assert "Back to the lessons" in words(pilot)
        await pilot.press("1")
        await on(pilot, PickerScreen)
        assert desk.conversation.left == [""]


async def test_a_lesson_that_cannot_be_opened_leaves_the_others() -> None:
    desk = ScriptedDesk(trouble=TutorError("It needs its article [/nope].", "Use --article FILE."))
    async with scripted_app(desk, lesson=None).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Choose a lesson" in words(pilot))
        await pilot.press("enter")
        await on(pilot, ChoiceDialog)
        assert "It needs its article [/nope]." in words(pilot)
        await pilot.press("escape")
        await on(pilot, PickerScreen)


async def test_q_leaves_the_picker() -> None:
    app = scripted_app(lesson=None)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Choose a lesson" in words(pilot))
        await pilot.press("q")
    assert app.return_code == 0


async def test_known_learners_are_asked_who_learns() -> None:
    desk = ScriptedDesk(names=["Ann", "Bo"])
    async with scripted_app(desk).run_test(size=SIZE) as pilot:
        await on(pilot, ChoiceDialog)
        await pilot.press("2")
        await ready(pilot)
        assert desk.asked_for == [("Bo", False)]
        assert board(pilot).chat.learner == "Bo"


async def test_a_new_name_can_be_given() -> None:
    desk = ScriptedDesk(names=["Ann"])
    async with scripted_app(desk).run_test(size=SIZE) as pilot:
        await on(pilot, ChoiceDialog)
        await pilot.press("2")
        await on(pilot, NameDialog)
        await pilot.press("escape")
        await on(pilot, ChoiceDialog)
        await pilot.press("2")
        await on(pilot, NameDialog)
        await pilot.press(*"Cy [b]", "enter")
        await ready(pilot)
        assert desk.asked_for == [("Cy [b]", False)]


async def test_no_name_is_a_choice() -> None:
    desk = ScriptedDesk(names=["Ann"])
    async with scripted_app(desk).run_test(size=SIZE) as pilot:
        await on(pilot, ChoiceDialog)
        await pilot.press("3")
        await ready(pilot)
        assert desk.asked_for == [("", False)]


async def test_a_named_learner_is_not_asked() -> None:
    desk = ScriptedDesk(names=["Ann"])
    async with scripted_app(desk, learner="Di").run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert desk.asked_for == [("Di", False)]


async def test_an_unfinished_session_is_offered() -> None:
    desk = ScriptedDesk(open_session=Unfinished(done=1, total=3))
    async with scripted_app(desk).run_test(size=SIZE) as pilot:
        await on(pilot, ChoiceDialog)
        assert "1 of 3" in words(pilot)
        await pilot.press("enter")
        await ready(pilot)
        assert desk.asked_for == [("", True)]
        assert "You\nan old reply" in said(pilot)
        assert "Question 1 of 3" in words(pilot)


async def test_starting_over_starts_a_new_session() -> None:
    desk = ScriptedDesk(open_session=Unfinished(done=1, total=3))
    async with scripted_app(desk).run_test(size=SIZE) as pilot:
        await on(pilot, ChoiceDialog)
        await pilot.press("2")
        await ready(pilot)
        assert desk.asked_for == [("", False)]


async def test_new_and_resume_on_the_command_line_are_not_asked_again() -> None:
    for resume in (True, False):
        desk = ScriptedDesk(open_session=Unfinished(done=1, total=3))
        async with scripted_app(desk, resume=resume).run_test(size=SIZE) as pilot:
            await ready(pilot)
            assert desk.asked_for == [("", resume)]


async def test_leaving_while_a_dialog_is_open_before_the_start() -> None:
    app = scripted_app(ScriptedDesk(names=["Ann"]))
    async with app.run_test(size=SIZE) as pilot:
        await on(pilot, ChoiceDialog)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app._exit)
    assert app.return_code == 0


async def test_another_learner_from_the_picker() -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk, lesson=None).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Choose a lesson" in words(pilot))
        await pilot.press("l")
        await on(pilot, ChoiceDialog)
        await pilot.press("1")
        await on(pilot, NameDialog)
        await pilot.press(*"Eve", "enter")
        await until(pilot, lambda: "for Eve" in words(pilot))
        await pilot.press("enter")
        await on(pilot, LessonScreen)
        await ready(pilot)
        assert desk.asked_for == [("Eve", False)]


async def test_going_back_from_the_names_changes_nothing() -> None:
    async with scripted_app(ScriptedDesk(names=["Ann"]), lesson=None, learner="Bo").run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "for Bo" in words(pilot))
        await pilot.press("l")
        await on(pilot, ChoiceDialog)
        await pilot.press("escape")
        await on(pilot, PickerScreen)
        assert "for Bo" in words(pilot)


async def test_an_empty_shelf_says_so() -> None:
    class Empty(ScriptedDesk):
        def shelf(self, learner: str) -> list:
            return []

    async with scripted_app(Empty(), lesson=None).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "There are no lessons here yet." in words(pilot))
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, PickerScreen)
