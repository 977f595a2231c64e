"""Whole lessons through the interface, with the real loader, session and store."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ferry import STRONG, write_lesson
from tests.tui.driving import board, have_read, on, ready, said, send, until, words
from tutor.errors import TutorError
from tutor.lesson.load import load_lesson
from tutor.paths import Paths, packaged
from tutor.rubric.model import Verdict
from tutor.session.events import Closed, Left, Replied, Summary
from tutor.session.history import sessions_of
from tutor.session.request import StartRequest
from tutor.session.store import Store
from tutor.tui.app import TutorApp
from tutor.tui.local_desk import LocalDesk
from tutor.tui.screens.dialogs import ChoiceDialog, LeaveDialog
from tutor.tui.screens.picker import PickerScreen
from tutor.tui.screens.summary import SummaryScreen

SIZE = (120, 40)


def request(tmp_path: Path, **more: object) -> StartRequest:
    home = tmp_path / "home"
    values: dict[str, object] = {"lesson": write_lesson(home / "lessons"), "paths": Paths(state=home, config=home)}
    return StartRequest(**(values | more))


def stored(tmp_path: Path) -> list[object]:
    with Store.open(tmp_path / "home" / "sessions.db") as store:
        (session,) = store.query("SELECT DISTINCT session FROM events")
        return [one.event for one in store.events(session[0])]


async def test_a_lesson_is_played_to_its_summary(tmp_path: Path) -> None:
    start = request(tmp_path)
    with LocalDesk(start) as desk:
        async with TutorApp(start, desk).run_test(size=SIZE) as pilot:
            for number, reply in enumerate(STRONG, start=1):
                await ready(pilot)
                assert f"Question {number} of 3" in words(pilot)
                await send(pilot, reply)
            await on(pilot, SummaryScreen)
            assert "You showed what all 3 questions ask for." in words(pilot)
            await pilot.press("enter")
            await on(pilot, PickerScreen)
            await until(pilot, lambda: "✓ done" in words(pilot))
            assert "The last ferry" in words(pilot)
            await pilot.press("q")
    events = stored(tmp_path)
    assert [event.text for event in events if isinstance(event, Replied)] == list(STRONG)
    assert any(isinstance(event, Summary) for event in events)


@pytest.mark.parametrize("slug", ["harbour-levy", "iran-venezuela"])
async def test_the_lessons_that_come_with_the_program_are_played_to_the_end(tmp_path: Path, slug: str) -> None:
    seed = Path(__file__).parents[2].parent / "shared" / "seed" / "iran-venezuela.txt"
    article = seed if slug == "iran-venezuela" else None
    if article and not article.exists():
        pytest.skip("the article of this lesson may not be passed on, and is not on this machine")
    start = request(tmp_path, lesson=packaged() / "lessons" / slug / "lesson.toml", article=article)
    lesson = load_lesson(start.lesson, article).lesson if start.lesson else None
    assert lesson
    with LocalDesk(start) as desk:
        async with TutorApp(start, desk).run_test(size=SIZE) as pilot:
            if lesson.reading:
                await have_read(pilot)
            for number, question in enumerate(lesson.questions, start=1):
                await ready(pilot)
                assert f"Question {number} of {len(lesson.questions)}" in words(pilot)
                await send(pilot, next(s.answer for s in question.samples if s.expect is Verdict.MET))
            await on(pilot, SummaryScreen)
    outcomes = [event.outcome for event in stored(tmp_path) if isinstance(event, Closed)]
    assert outcomes == ["met"] * len(lesson.questions)


async def test_a_session_is_left_and_taken_up_with_its_draft(tmp_path: Path) -> None:
    start = request(tmp_path)
    with LocalDesk(start) as desk:
        async with TutorApp(start, desk).run_test(size=SIZE) as pilot:
            await ready(pilot)
            await send(pilot, STRONG[0])
            await ready(pilot)
            await pilot.press(*"The fam", "ctrl+q")
            await on(pilot, LeaveDialog)
            await pilot.press("1")
    assert any(isinstance(event, Left) for event in stored(tmp_path))
    with LocalDesk(start) as desk:
        async with TutorApp(start, desk).run_test(size=SIZE) as pilot:
            await on(pilot, ChoiceDialog)
            await pilot.press("1")
            screen = await ready(pilot)
            assert screen.board.composer.text == "The fam"
            assert f"You\n{STRONG[0]}" in said(pilot)
            assert "Question 2 of 3" in words(pilot)
            await send(pilot, STRONG[1])
            await until(pilot, lambda: "Question 3 of 3" in words(pilot))


async def test_every_command_works_from_the_composer(tmp_path: Path) -> None:
    start = request(tmp_path)
    with LocalDesk(start) as desk:
        async with TutorApp(start, desk).run_test(size=SIZE) as pilot:
            for command in ("/hint", "/define council", "/quote p1s2", "/progress", "/help", "/nonsense", "/skip"):
                await send(pilot, command)
            chat = "\n".join(said(pilot))
            for words_expected in ("Numbers are a good place", "elected to run a town", "90,000 pounds", "open now"):
                assert words_expected in chat
            assert "Question 2 of 3" in words(pilot)


async def test_sessions_are_kept_for_each_learner(tmp_path: Path) -> None:
    start = request(tmp_path, learner="Ann [b]")
    with LocalDesk(start) as desk:
        async with TutorApp(start, desk).run_test(size=SIZE) as pilot:
            await send(pilot, "idk")
            assert "Ann [b]\nidk" in said(pilot)
            await pilot.press("ctrl+q")
            await on(pilot, LeaveDialog)
            await pilot.press("1")
    again = request(tmp_path)
    with LocalDesk(again) as desk:
        async with TutorApp(again, desk).run_test(size=SIZE) as pilot:
            await on(pilot, ChoiceDialog)
            assert "Ann [b]" in words(pilot)
            await pilot.press("3")
            await ready(pilot)
            assert not any("idk" in text for text in said(pilot))
    with Store.open(again.paths.store) as store:
        assert len(sessions_of(store, "ferry", "Ann [b]")) == 1


async def test_a_reply_is_put_back_when_the_store_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = request(tmp_path)
    append = Store.append

    def full(self: Store, *arguments: object) -> None:
        raise TutorError("The disk is full.", "Make room, then send the last line once more.")

    with LocalDesk(start) as desk:
        async with TutorApp(start, desk).run_test(size=SIZE) as pilot:
            screen = await ready(pilot)
            monkeypatch.setattr(Store, "append", full)
            await pilot.press(*"precious", "enter")
            await until(pilot, lambda: screen.board.composer.text == "precious")
            assert "Make room" in said(pilot)[-1]
            monkeypatch.setattr(Store, "append", append)
            await pilot.press("enter")
            await until(pilot, lambda: "You\nprecious" in said(pilot))
            await ready(pilot)
    assert [event.text for event in stored(tmp_path) if isinstance(event, Replied)] == ["precious"]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_lesson_that_comes_with_the_program_opens(tmp_path: Path, size: tuple[int, int]) -> None:
    start = request(tmp_path, lesson=packaged() / "lessons" / "harbour-levy")
    with LocalDesk(start) as desk:
        async with TutorApp(start, desk).run_test(size=size) as pilot:
            await ready(pilot)
            assert "Read first" in words(pilot)
            await have_read(pilot)
            assert "Question 1 of" in words(pilot)
            assert board(pilot).article.lines_marked()


async def test_a_lesson_without_its_article_ends_with_what_to_do(tmp_path: Path) -> None:
    start = request(tmp_path, lesson=packaged() / "lessons" / "iran-venezuela")
    with LocalDesk(start) as desk:
        app = TutorApp(start, desk)
        async with app.run_test(size=SIZE) as pilot:
            await until(pilot, lambda: app.return_value is not None)
    assert app.return_value is not None
    assert "--article" in app.return_value.advice
