"""Reading first on the screen: the article alone, in parts, its hard words explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from tests.ferry import ARTICLE, LESSON, STRONG, write_lesson
from tests.tui.driving import board, have_read, on, ready, said, send, until, words
from tests.tui.scripted import MARKUP, ScriptedConversation, ScriptedDesk, scripted_app
from tutor.paths import Paths
from tutor.session.events import Asked, Event, ReadingOpened, Replied
from tutor.session.request import StartRequest
from tutor.session.store import Store
from tutor.tui.app import TutorApp
from tutor.tui.local_desk import LocalDesk
from tutor.tui.screens.dialogs import ChoiceDialog
from tutor.tui.widgets.article_pane import ArticlePane

PURPOSE = "What does the writer want?"
READING = f'[reading]\npurpose = "{PURPOSE}"\n'
IN_PARTS = READING + '[[reading.parts]]\nto = "p1"\nuntil = "evidence"\n'
WIDE, SMALL, LEAST = (120, 40), (80, 24), (60, 20)


def start(folder: Path, reading: str = READING, *, article: str = ARTICLE) -> StartRequest:
    text = LESSON.replace("[glossary]", f"{reading}\n[glossary]\nschool = 'a place to learn [b]'")
    lesson = write_lesson(folder / "lessons", text, article)
    return StartRequest(lesson=lesson, learner="", paths=Paths(state=folder, config=folder))


async def hard_words_known(pilot: Pilot[Any]) -> ArticlePane:
    """Wait until the hard words are marked."""
    article = board(pilot).article
    await until(pilot, lambda: "°" in words(pilot), "hard words")
    await pilot.pause()
    return article


@pytest.mark.parametrize("size", [WIDE, SMALL, LEAST])
async def test_the_article_stands_alone_until_it_is_read(tmp_path: Path, size: tuple[int, int]) -> None:
    request = start(tmp_path)
    with LocalDesk(request) as desk:
        async with TutorApp(request, desk).run_test(size=size) as pilot:
            screen = await ready(pilot)
            await until(pilot, lambda: screen.board.article.has_focus, "the article")
            assert PURPOSE in words(pilot)
            assert "Read first" in words(pilot)
            assert "Question 1" not in words(pilot)
            assert not any(widget.display for widget in (screen.board.chat, screen.board.reply))
            assert screen.board.article.outer_size.width == size[0]
            await have_read(pilot)
            assert "Question 1 of 3" in words(pilot)
            assert PURPOSE not in words(pilot)
            assert screen.board.composer.display
            assert screen.board.pane == "article", "where a narrow window shows what is asked about"
            await send(pilot, STRONG[0])
            await until(pilot, lambda: "Question 2 of 3" in words(pilot))


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_keys_that_do_nothing_while_reading_are_not_offered(tmp_path: Path, size: tuple[int, int]) -> None:
    request = start(tmp_path)
    with LocalDesk(request) as desk:
        async with TutorApp(request, desk).run_test(size=size) as pilot:
            screen = await ready(pilot)
            await until(pilot, lambda: "I have read it" in words(pilot))
            assert not any(key in words(pilot) for key in ("Hint", "Skip", "Article/Chat"))
            await pilot.press("f2", "f3", "f4")
            await pilot.pause()
            assert pilot.app.screen is screen
            assert screen.board.reading
            await have_read(pilot)
            await until(pilot, lambda: "Hint" in words(pilot))
            assert "I have read it" not in words(pilot)


async def test_parts_that_are_not_open_are_not_shown(tmp_path: Path) -> None:
    request = start(tmp_path, IN_PARTS)
    with LocalDesk(request) as desk:
        async with TutorApp(request, desk).run_test(size=WIDE) as pilot:
            await ready(pilot)
            await hard_words_known(pilot)
            for _ in range(2):
                assert "will end the island ferry" in words(pilot)
                assert "I have taken that ferry" not in words(pilot)
                assert "… more of the article opens after question 1" in words(pilot)
                if board(pilot).reading:
                    await have_read(pilot)
            await send(pilot, STRONG[0])
            await until(pilot, lambda: "I have taken that ferry" in words(pilot))
            assert "… more of the article" not in words(pilot)
            assert any("open now, from p2 on" in text for text in said(pilot))
            assert "Question 2 of 3" in words(pilot)


async def test_what_is_open_is_open_when_the_lesson_is_taken_up_again(tmp_path: Path) -> None:
    request = start(tmp_path, IN_PARTS)
    for answered in (False, True):
        with LocalDesk(request) as desk:
            async with TutorApp(request, desk).run_test(size=WIDE) as pilot:
                if not answered:
                    await have_read(pilot)
                    await send(pilot, STRONG[0])
                else:
                    await on(pilot, ChoiceDialog)
                    await pilot.press("1")
                    await ready(pilot)
                    assert not board(pilot).reading
                    assert board(pilot).composer.has_focus
                await until(pilot, lambda: "I have taken that ferry" in words(pilot))


async def test_a_narrow_window_says_that_there_is_more_to_read(tmp_path: Path) -> None:
    request = start(tmp_path, IN_PARTS)
    with LocalDesk(request) as desk:
        async with TutorApp(request, desk).run_test(size=SMALL) as pilot:
            screen = await have_read(pilot)
            screen.board.pane = "article"
            await send(pilot, STRONG[0])
            await until(pilot, lambda: "Article •" in words(pilot))
            await pilot.press("f2")
            await until(pilot, lambda: "I have taken that ferry" in words(pilot))


async def test_a_hard_word_is_found_and_explained_by_keyboard(tmp_path: Path) -> None:
    request = start(tmp_path)
    with LocalDesk(request) as desk:
        async with TutorApp(request, desk).run_test(size=SMALL) as pilot:
            await ready(pilot)
            article = await hard_words_known(pilot)
            assert words(pilot).count("°") == 2 + 1, "each word once, and the key in the footer"
            await pilot.press("w", "enter")
            await until(pilot, lambda: "elected to run a town" in words(pilot))
            assert board(pilot).reading, "Enter explained; it did not end the reading"
            await until(pilot, lambda: board(pilot).screen.stage.value == "")
            await pilot.press("w", "enter")
            await until(pilot, lambda: "a place to learn [b]" in words(pilot))
            await pilot.press("escape")
            await until(pilot, lambda: "a place to learn" not in words(pilot))
            await pilot.press("w", "W", "enter")
            await until(pilot, lambda: "a place to learn [b]" in words(pilot))
            await pilot.press("escape")
            assert article.has_focus
            await have_read(pilot)


async def test_a_hard_word_is_explained_by_a_click_also_later(tmp_path: Path) -> None:
    request = start(tmp_path)
    with LocalDesk(request) as desk:
        async with TutorApp(request, desk).run_test(size=WIDE) as pilot:
            await have_read(pilot)
            article = await hard_words_known(pilot)
            row, column = place_of(article, "council°")
            assert await pilot.click(article, offset=Offset(column + 1, row))
            await until(pilot, lambda: any("elected to run a town" in text for text in said(pilot)))
            row, column = place_of(article, "will end")
            count = len(said(pilot))
            await pilot.click(article, offset=Offset(column, row))
            await pilot.pause()
            assert len(said(pilot)) == count
            row, column = place_of(article, "council°")
            await pilot.mouse_down(article, offset=Offset(column, row))
            await pilot.hover(article, offset=Offset(column + 4, row))
            await pilot.mouse_up(article, offset=Offset(column + 4, row))
            await pilot.pause()
            assert pilot.app.screen.get_selected_text()
            assert len(said(pilot)) == count, "to select a word is not to ask for it"


def place_of(article: ArticlePane, text: str) -> tuple[int, int]:
    """Row and column, in the pane with its border, at which `text` stands."""
    left, top = article.gutter.left, article.gutter.top
    for row in range(article.scrollable_content_region.height):
        line = article.render_line(row).text
        if text in line:
            return row + top, line.index(text) + left
    raise AssertionError(f"{text} is not in sight")


async def test_a_word_far_down_is_brought_into_sight(tmp_path: Path) -> None:
    long = ARTICLE.replace("I have taken", "It is long. " * 200 + "I have taken")
    request = start(tmp_path, article=long)
    with LocalDesk(request) as desk:
        async with TutorApp(request, desk).run_test(size=LEAST) as pilot:
            await ready(pilot)
            article = await hard_words_known(pilot)
            await pilot.press("w", "w")
            await until(pilot, lambda: "school°" in words(pilot))
            await pilot.press("w")
            await until(pilot, lambda: "council°" in words(pilot))
            assert article.scroll_offset.y < 5


async def test_what_is_copied_has_no_signs_in_it(tmp_path: Path) -> None:
    request = start(tmp_path)
    with LocalDesk(request) as desk:
        async with TutorApp(request, desk).run_test(size=WIDE) as pilot:
            await ready(pilot)
            article = await hard_words_known(pilot)
            article.text_select_all()
            await pilot.pause()
            copied = pilot.app.screen.get_selected_text()
            assert copied is not None
            assert "The council will end the island ferry in May." in copied
            assert "°" not in copied


async def test_words_typed_before_the_article_came_are_kept(tmp_path: Path) -> None:
    request = start(tmp_path)
    with LocalDesk(request) as desk:
        async with TutorApp(request, desk).run_test(size=WIDE) as pilot:
            screen = await ready(pilot)
            screen.board.composer.text = "typed early"
            await have_read(pilot)
            assert screen.board.composer.text == "typed early"
    with Store.open(tmp_path / "sessions.db") as store:
        ((session,),) = store.query("SELECT DISTINCT session FROM events")
        assert not any(isinstance(one.event, Replied) for one in store.events(session))


@dataclass
class Reader(ScriptedConversation):
    """A conversation that begins with reading, by a teacher who likes markup."""

    def begin(self) -> Iterator[Event]:
        yield from [event for event in super().begin() if not isinstance(event, Asked)]
        yield ReadingOpened(question="q1", to="p2", after=2, purpose=f"Why? {MARKUP}")


async def test_markup_of_others_is_text_and_nothing_of_a_closed_part_is_seen() -> None:
    desk = ScriptedDesk(conversation=Reader(), glossary=("crane", "degree [b]", MARKUP))
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await until(pilot, lambda: f"Why? {MARKUP}" in words(pilot))
        await hard_words_known(pilot)
        assert "cranes°" in words(pilot)
        assert "What happened since" not in words(pilot), "a heading goes with what stands under it"
        assert "opens after question 2" in words(pilot)
