"""The lesson screen, played with a scripted session."""

from __future__ import annotations

import threading

import pytest
from textual import events
from textual.widgets import OptionList

from tests.tui.driving import board, on, ready, said, send, until, words
from tests.tui.scripted import FIRST, LONG_ASK, MARKUP, ScriptedConversation, ScriptedDesk, scripted_app
from tutor.errors import TutorError
from tutor.session.cleaning import REPLY_LIMIT
from tutor.tui.screens.dialogs import ChoiceDialog, LeaveDialog
from tutor.tui.screens.help import HelpScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.picker import PickerScreen
from tutor.tui.screens.summary import SummaryScreen
from tutor.tui.stage import Stage
from tutor.tui.widgets.passage import Mark

WIDE = (120, 40)
SMALL = (80, 24)
FULL = TutorError("The disk is full [/nope].", "Make room, then send it again.")


async def test_the_question_article_and_chat_are_in_sight() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        shown = words(pilot)
        assert "Question 1 of 3" in shown
        assert "Whose view?" in shown
        assert "p1" in shown
        assert "¹On a clear morning" in shown
        assert "Enter sends" in shown


async def test_enter_sends_and_ctrl_j_makes_a_new_line() -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press(*"one", "ctrl+j", *"two", "enter")
        await until(pilot, lambda: len(said(pilot)) == 3)
        assert desk.conversation.said == ["one\ntwo"]
        assert said(pilot)[1] == "You\none\ntwo"
        assert said(pilot)[2].startswith("Tutor\nYou write “one\ntwo”.\nWho says so?")
        assert not board(pilot).composer.text


async def test_enter_does_not_overtake_the_letters_before_it() -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        # All at once, as a fast typist or a terminal that pastes key by key does it.
        for key, character in [
            *((letter, letter) for letter in "quick"),
            ("ctrl+j", "\n"),
            ("x", "x"),
            ("enter", "\r"),
        ]:
            pilot.app.post_message(events.Key(key, character))
        await until(pilot, lambda: desk.conversation.said)
        assert desk.conversation.said == ["quick\nx"]


async def test_an_empty_reply_is_not_sent() -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("space", "enter")
        await pilot.pause()
        assert desk.conversation.said == []


async def test_a_bridged_question_stands_once() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await send(pilot, "good")
        await until(pilot, lambda: len(said(pilot)) == 5)
        assert said(pilot)[2] == "Tutor\nYou name the author."
        assert said(pilot)[3] == "✓ Question 1: you showed it"
        assert said(pilot)[4] == LONG_ASK


async def test_what_is_asked_about_is_marked_in_the_margin_and_in_sight() -> None:
    async with scripted_app().run_test(size=(120, 16)) as pilot:
        screen = await ready(pilot)
        article = screen.board.article
        await send(pilot, "good")
        lines = article.lines_marked(Mark.ASKED)
        assert lines
        height = article.scrollable_content_region.height
        assert all(article.scroll_offset.y <= line < article.scroll_offset.y + height for line in lines)
        assert "┃" in words(pilot)


async def test_a_hint_marks_what_it_points_at_with_another_glyph() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("f3")
        await until(pilot, lambda: "What is it?" in words(pilot))
        assert board(pilot).article.lines_marked(Mark.SHOWN)
        assert "»" in words(pilot)
        await send(pilot, "and now?")
        assert board(pilot).article.lines_marked(Mark.SHOWN), "stays marked until something else is"


async def test_markup_of_others_is_text_everywhere() -> None:
    desk = ScriptedDesk(names=[f"Ann {MARKUP}"])
    async with scripted_app(desk).run_test(size=(160, 40)) as pilot:
        dialog = await on(pilot, ChoiceDialog)
        assert f"Ann {MARKUP}" in words(pilot)
        await pilot.press("1")
        assert dialog is not pilot.app.screen
        await ready(pilot)
        await send(pilot, MARKUP)
        await until(pilot, lambda: f"You write “{MARKUP}”" in words(pilot))
        shown = words(pilot)
        assert f"The quay {MARKUP}" in shown
        assert "Della [b]Wrenfield" in shown
        assert f"Who says that the levy is a grab? {MARKUP}" in shown
        assert said(pilot)[1] == f"Ann {MARKUP}\n{MARKUP}"


async def test_escape_codes_do_not_reach_the_terminal() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await send(pilot, "a\x1b[31mb\x07c\u202ed")
        assert "\x1b" not in "".join(said(pilot))
        assert "\u202e" not in "".join(said(pilot))


async def test_ctrl_c_copies_then_clears_then_asks_to_leave() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        composer = screen.board.composer
        await pilot.press(*"draft", "f7", "ctrl+c")
        assert pilot.app.clipboard == "draft"
        assert composer.text == "draft"
        composer.move_cursor((0, 0))
        await pilot.press("ctrl+c")
        assert composer.text == ""
        await pilot.press("up")
        assert composer.text == "draft", "Up brings it back"
        await pilot.press("ctrl+c", "ctrl+c")
        await on(pilot, LeaveDialog)
        await pilot.press("escape")
        assert pilot.app.screen is screen


async def test_ctrl_z_brings_back_what_was_cleared() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press(*"draft", "ctrl+c", "ctrl+z")
        assert screen.board.composer.text == "draft"


async def test_a_selection_in_the_article_is_copied_without_sentence_numbers() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        article = screen.board.article
        region = article.region
        await pilot.mouse_down(article, offset=(0, 1))
        await pilot.hover(article, offset=(region.width - 3, region.height - 3))
        await pilot.mouse_up(article, offset=(region.width - 3, region.height - 3))
        await pilot.press("ctrl+c")
        assert "before you saw it. Chains rattled" in pilot.app.clipboard
        assert pilot.app.screen is screen


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
async def test_quitting_keeps_the_draft(key: str) -> None:
    desk = ScriptedDesk()
    app = scripted_app(desk)
    async with app.run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press("ctrl+q")
        await on(pilot, LeaveDialog)
        await pilot.press("escape")
        screen.board.composer.text = "half a thou"
        await pilot.press("ctrl+q")
        await on(pilot, LeaveDialog)
        assert "so is what you are typing" in words(pilot)
        await pilot.press(key)
        await until(pilot, lambda: desk.conversation.left)
    assert desk.conversation.left == ["half a thou"]
    assert app.return_code == 0


async def test_typing_quit_asks_and_leaves() -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press(*"/quit", "enter")
        await on(pilot, LeaveDialog)
        await pilot.press("1")
        await until(pilot, lambda: desk.conversation.left == [""])
    assert desk.conversation.said == []


async def test_a_draft_is_put_back() -> None:
    desk = ScriptedDesk(ScriptedConversation(draft="half a thou"))
    async with scripted_app(desk, resume=True).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        assert screen.board.composer.text == "half a thou"
        assert "You\nan old reply" in said(pilot)
        await pilot.press(*"ght")
        assert screen.board.composer.text == "half a thought"


async def test_what_is_typed_while_the_tutor_thinks_is_kept() -> None:
    hold = threading.Event()
    desk = ScriptedDesk(ScriptedConversation(hold=hold))
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press(*"first", "enter")
        await until(pilot, lambda: screen.stage is Stage.THINKING)
        assert "… thinking" in words(pilot)
        await pilot.press(*"second", "enter")
        await pilot.resize_terminal(90, 30)
        await pilot.pause()
        assert screen.board.composer.text == "second", "Enter waits"
        hold.set()
        await until(pilot, lambda: screen.stage is Stage.READY)
        assert screen.board.composer.text == "second"
        assert desk.conversation.said == ["first"]


async def test_leaving_while_the_tutor_thinks_waits_for_it() -> None:
    hold = threading.Event()
    desk = ScriptedDesk(ScriptedConversation(hold=hold))
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press(*"first", "enter", *"next", "ctrl+q")
        await on(pilot, LeaveDialog)
        await pilot.press("1")
        assert desk.conversation.left == []
        hold.set()
        await until(pilot, lambda: desk.conversation.left == ["next"])


async def test_a_reply_that_could_not_be_stored_goes_back() -> None:
    desk = ScriptedDesk(ScriptedConversation(trouble=FULL))
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press(*"precious", "enter")
        await until(pilot, lambda: screen.board.composer.text == "precious")
        assert any("The disk is full [/nope]." in text and "Make room" in text for text in said(pilot))
        desk.conversation.trouble = None
        await pilot.press("enter")
        await until(pilot, lambda: desk.conversation.said == ["precious", "precious"])


async def test_a_reply_that_was_stored_does_not_go_back() -> None:
    desk = ScriptedDesk(ScriptedConversation(trouble_after=FULL))
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        screen = await send(pilot, "precious")
        assert screen.board.composer.text == ""
        assert any("The disk is full" in text for text in said(pilot))


async def test_a_draft_that_cannot_be_stored_is_not_thrown_away_unasked() -> None:
    desk = ScriptedDesk()
    app = scripted_app(desk)
    async with app.run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        desk.conversation.trouble = FULL
        screen.board.composer.text = "precious"
        await pilot.press("ctrl+q")
        await on(pilot, LeaveDialog)
        await pilot.press("1")
        await until(pilot, lambda: "could not be saved" in words(pilot))
        await pilot.press("1")
        assert pilot.app.screen is screen
        assert screen.board.composer.text == "precious"
        await pilot.press("ctrl+q")
        await on(pilot, LeaveDialog)
        await pilot.press("1")
        await until(pilot, lambda: "could not be saved" in words(pilot))
        await pilot.press("2")
        await until(pilot, lambda: not app.is_running or app._exit)


async def test_a_huge_paste_is_refused_and_leaves_what_stood_there() -> None:
    async with scripted_app().run_test(size=WIDE, notifications=True) as pilot:
        screen = await ready(pilot)
        await pilot.press(*"mine")
        screen.board.composer.post_message(events.Paste("x" * 1_000_000))
        await until(pilot, lambda: "1,000,000" in words(pilot))
        assert screen.board.composer.text == "mine"
        screen.board.composer.post_message(events.Paste("two\r\nlines\x1b[31m"))
        await until(pilot, lambda: "lines" in screen.board.composer.text)
        assert screen.board.composer.text == "minetwo\nlines\ufffd[31m"
        screen.board.composer.post_message(events.Paste("y" * (REPLY_LIMIT - 100)))
        await until(pilot, lambda: len(screen.board.composer.text) > REPLY_LIMIT - 100)


async def test_narrow_windows_have_two_tabs_and_the_composer_under_both() -> None:
    async with scripted_app().run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        assert screen.board.article.display
        assert not screen.board.chat.display
        assert "[ Article ]" in words(pilot)
        assert "Chat •" in words(pilot), "the question came in the tab out of sight"
        await pilot.press("f2")
        await pilot.pause()
        assert screen.board.chat.display
        assert not screen.board.article.display
        assert "[ Chat ]" in words(pilot)
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert screen.board.article.display
        assert screen.board.composer.has_focus
        await pilot.click("#tabs", offset=(16, 0))
        await pilot.pause()
        assert screen.board.pane == "chat"


async def test_a_reply_shows_the_chat_and_focus_marks_the_article_tab() -> None:
    async with scripted_app().run_test(size=SMALL) as pilot:
        await send(pilot, "/hint")
        shown = words(pilot)
        assert "[ Chat ]" in shown
        assert "Article •" in shown
        await pilot.press("f2")
        await pilot.pause()
        assert "»" in words(pilot), "what the hint points at is in sight"
        assert "now: What is it?" in words(pilot)


async def test_the_question_is_not_shown_twice_where_it_is_asked_again() -> None:
    async with scripted_app().run_test(size=SMALL) as pilot:
        screen = await send(pilot, "/hint")
        await pilot.press("f2")
        screen.board.bar.show_asking(FIRST.text)
        await pilot.pause()
        assert "Who says that" in words(pilot)
        assert "now:" not in words(pilot)


async def test_a_widened_window_shows_both_panes() -> None:
    async with scripted_app().run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: screen.has_class("-wide"))
        await pilot.pause()
        assert screen.board.article.region.width > 40
        assert screen.board.chat.region.width > 40


async def test_a_long_question_leaves_room_and_can_be_shown_whole() -> None:
    async with scripted_app().run_test(size=SMALL) as pilot:
        screen = await send(pilot, "good")
        assert screen.board.bar.is_cut
        assert screen.board.bar.region.height <= 4
        assert "Whole question" in words(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: "shows that?" in words(pilot).split("[ Chat ]")[0])
        await pilot.press("f5")
        await until(pilot, lambda: screen.board.bar.region.height <= 4)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (99, 24), (100, 24), (200, 50), (250, 60)])
async def test_every_size_has_room_to_read_and_type(size: tuple[int, int]) -> None:
    async with scripted_app().run_test(size=size) as pilot:
        screen = await send(pilot, "good")
        await pilot.press(*"text")
        assert screen.board.composer.region.height >= 3
        assert screen.board.chat.region.height >= 3
        assert "text" in words(pilot)


async def test_skip_asks_first() -> None:
    desk = ScriptedDesk()
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("f4")
        await on(pilot, ChoiceDialog)
        await pilot.press("enter")
        screen = await ready(pilot)
        assert desk.conversation.said == []
        await pilot.press("f4")
        await on(pilot, ChoiceDialog)
        await pilot.press("2")
        await until(pilot, lambda: "Question 2 of 3" in words(pilot))
        assert desk.conversation.said == ["/skip"]
        assert "– ◉ ○" in words(pilot)
        assert screen.board.composer.has_focus


async def test_help_is_one_key_away_everywhere() -> None:
    async with scripted_app().run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        await pilot.press("f1")
        await on(pilot, HelpScreen)
        assert "Ctrl+J" in words(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is screen


async def test_a_quoted_sentence_is_shown_and_marked() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await send(pilot, "/quote p3s1")
        assert said(pilot)[-1] == "From the article\np3s1  Look at what has happened since."
        assert board(pilot).article.lines_marked(Mark.SHOWN)


async def test_the_summary_shows_and_leads_back_to_the_lessons() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await send(pilot, "good")
        await send(pilot, "/end")
        await on(pilot, SummaryScreen)
        shown = words(pilot)
        assert "You showed what 1 of 2 questions ask for." in shown
        assert f"“a grab {MARKUP}”" in shown
        assert "worth another look" in shown
        await pilot.press("b")
        screen = await on(pilot, LessonScreen)
        assert "Summary" in said(pilot)[-1]
        assert screen.playing is not None
        screen.playing.sum_up()
        await on(pilot, SummaryScreen)
        await pilot.press("enter")
        await on(pilot, PickerScreen)


async def test_after_the_end_no_answer_is_asked_for() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        assert "Your answer…" in words(pilot)
        await pilot.press(*"/end", "enter")
        await on(pilot, SummaryScreen)
        await pilot.press("b")
        await ready(pilot)
        assert "The lesson is over. Ctrl+Q leaves" in words(pilot)
        assert "Your answer…" not in words(pilot)


async def test_a_lesson_that_cannot_be_opened_ends_the_app_with_its_error() -> None:
    app = scripted_app(ScriptedDesk(trouble=FULL))
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.return_value is not None)
    assert app.return_value is FULL
    assert app.return_code == 2


async def test_tab_reaches_article_chat_and_composer_and_escape_returns() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        seen = []
        for _ in range(3):
            await pilot.press("tab")
            assert screen.focused is not None
            seen.append(screen.focused.id)
        assert sorted(map(str, seen)) == ["article", "chat", "composer"]
        await pilot.press("f2")
        assert screen.board.article.has_focus
        await pilot.press("escape")
        assert screen.board.composer.has_focus


async def test_the_palette_has_the_actions() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Hint" in words(pilot) and "Leave" in words(pilot))
        assert pilot.app.screen.query(OptionList)


async def test_enter_held_down_on_an_empty_box_says_so_once() -> None:
    async with scripted_app(learner="").run_test(size=(80, 24), notifications=True) as pilot:
        await ready(pilot)
        await pilot.press(*["enter"] * 6)
        await until(pilot, lambda: "Type an answer first" in words(pilot), "the notice")
        assert words(pilot).count("Type an answer first") == 1
