"""Pointing at the article: sentences and words of it come into the reply as addresses, and go out again."""

from __future__ import annotations

from typing import Any

import pytest
from textual.events import Click, MouseUp, Paste
from textual.pilot import Pilot

from tests.tui.driving import board, on, ready, send, until, words
from tests.tui.scripted import MARKUP, ScriptedConversation, ScriptedDesk, scripted_app
from tutor.session.cleaning import REPLY_LIMIT
from tutor.session.events import ReadingOpened, Replied
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.widgets.article_pane import ArticlePane
from tutor.tui.widgets.article_view import CURSOR, GAP
from tutor.tui.widgets.chips import Chips
from tutor.tui.widgets.galley import Place
from tutor.tui.widgets.passage import Mark

WIDE, SMALL, LEAST = (120, 40), (80, 24), (60, 20)


async def pointing(pilot: Pilot[Any]) -> LessonScreen:
    """Wait until replies are taken, and go to the article."""
    screen = await ready(pilot)
    await pilot.press("f6")
    await until(pilot, lambda: screen.board.article.has_focus and screen.board.article.address, "pointing")
    return screen


def typed(pilot: Pilot[Any]) -> str:
    return board(pilot).composer.text


def labels(pilot: Pilot[Any]) -> list[str]:
    """What the chips in sight say."""
    return [chip.label for row in board(pilot).query(Chips) if row.display for chip in row.chips]


def address(pilot: Pilot[Any]) -> str:
    return str(board(pilot).article.address)


def lines_pointed_at(pilot: Pilot[Any]) -> range:
    article = board(pilot).article
    assert article.galley
    assert article.address
    return article.galley.lines_of(article.galley.sentences[article.address])


def where(article: ArticlePane, text: str, part: str = "") -> tuple[int, int]:
    """Where in the pane some words of the article stand, or a part of them."""
    galley = article.galley
    assert galley is not None
    index = next(index for index, passage in enumerate(galley.passages) if text in passage.text)
    at = galley.passages[index].text.index(text) + (text.index(part) if part else 0)
    number = galley.line_of(Place(index, at))
    line = galley.line(number)
    assert line is not None
    assert number in article.lines_in_sight(), f"not in sight: {text}"
    corner = article.scrollable_content_region.offset - article.region.offset
    cells = line.content[: at - line.start].cell_length
    return corner.x + article._label_width + GAP + cells, corner.y + number - article.scroll_offset.y


async def click(pilot: Pilot[Any], text: str, part: str = "", times: int = 1) -> None:
    article = board(pilot).article
    await pilot.click(article, offset=where(article, text, part), times=times)
    await pilot.pause()


async def drag(pilot: Pilot[Any], start: tuple[int, int], end: tuple[int, int]) -> None:
    article = board(pilot).article
    await pilot.mouse_down(article, start)
    await pilot.hover(article, end)
    # A driver makes a click of it, wherever in the widget the button is let go; Textual's pilot does not.
    await pilot._post_mouse_events([MouseUp, Click], article, end, button=1)
    await pilot.pause()


# The sentence cursor


@pytest.mark.parametrize("size", [WIDE, SMALL, LEAST])
async def test_arrows_go_from_sentence_to_sentence_and_space_cites(size: tuple[int, int]) -> None:
    async with scripted_app().run_test(size=size) as pilot:
        await pointing(pilot)
        assert address(pilot) == "p2s3", "what is asked about is where pointing begins"
        await pilot.press("up")
        assert address(pilot) == "p2s2"
        await pilot.press("j", "j")
        assert address(pilot) == "p3s1"
        await pilot.press("k", "space")
        await until(pilot, lambda: labels(pilot) == ["p2s3 ✕"])
        assert typed(pilot) == "[p2s3]"
        assert board(pilot).article.has_focus, "more may be cited"
        assert "in your reply" in words(pilot)
        assert "p2s3 ✕" in words(pilot)
        await pilot.press("down", "space")
        assert typed(pilot) == "[p2s3] [p3s1]"
        await pilot.press("space")
        await until(pilot, lambda: labels(pilot) == ["p2s3 ✕"])
        assert typed(pilot) == "[p2s3]"
        await pilot.press("escape", *" so")
        assert typed(pilot) == "[p2s3] so"


async def test_an_address_comes_where_the_replys_cursor_is() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await pilot.press(*"He says so", "left", "left", "left", "f6")
        await until(pilot, lambda: screen.board.article.has_focus)
        await pilot.press("space", "f6")
        await until(pilot, lambda: screen.board.composer.has_focus)
        await pilot.press(*"!")
        assert typed(pilot) == "He says [p2s3]! so"
        await pilot.press("ctrl+z", "ctrl+z")
        assert typed(pilot) == "He says so"


async def test_what_is_typed_behind_an_address_does_not_stick_to_it() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await pointing(pilot)
        await pilot.press("space", "escape", *"It is")
        assert typed(pilot) == "[p2s3] It is"
        await pilot.press("ctrl+z")
        assert typed(pilot) == "[p2s3]"
        await pilot.press("ctrl+z")
        assert typed(pilot) == ""
        await pilot.press("ctrl+y", "f6")
        await until(pilot, lambda: board(pilot).article.has_focus)
        await pilot.press("up", "space", "escape", *", so.")
        assert typed(pilot) == "[p2s3] [p2s2], so."


async def test_what_is_pasted_behind_an_address_does_not_stick_to_it() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await pointing(pilot)
        await pilot.press("space", "escape")
        screen.board.composer.post_message(Paste("the author\nsays so"))
        await until(pilot, lambda: typed(pilot) == "[p2s3] the author\nsays so")
        await pilot.press(*"!")
        assert typed(pilot).endswith("so!"), "the cursor is behind what was pasted"


async def test_the_cursor_is_more_than_a_colour() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await pointing(pilot)
        article = screen.board.article
        await until(pilot, lambda: words(pilot).count(CURSOR) == len(lines_pointed_at(pilot)) == 2)
        _, y = where(article, "Let us call")
        strip = screen._compositor.render_strips()[article.region.y + y]
        bold = "".join(segment.text for segment in strip if segment.style and segment.style.bold)
        assert "Let us" in bold
        await pilot.press("escape")
        await pilot.pause()
        assert CURSOR not in words(pilot), "only where the keys go"


async def test_the_cursor_is_followed_with_two_lines_of_bearing() -> None:
    async with scripted_app().run_test(size=(120, 16)) as pilot:
        screen = await pointing(pilot)
        article = screen.board.article
        for key, side in (("down", 1), ("up", -1)):
            for _ in range(20):
                await pilot.press(key)
                lines, sight = lines_pointed_at(pilot), article.lines_in_sight()
                assert lines.start in sight
                assert lines[-1] in sight
                if side > 0 and article.scroll_offset.y < article.max_scroll_y:
                    assert sight.stop - lines.stop >= 2
                if side < 0 and sight.start > 0:
                    assert lines.start - sight.start >= 2
        assert article.scroll_offset.y == 0, "before the first sentence stands the title"


async def test_pages_and_ends_take_the_cursor_along() -> None:
    async with scripted_app().run_test(size=(120, 14)) as pilot:
        screen = await pointing(pilot)
        article = screen.board.article
        await pilot.press("end")
        assert address(pilot) == "p6s2"
        assert article.scroll_offset.y == article.max_scroll_y
        await pilot.press("home")
        assert (address(pilot), article.scroll_offset.y) == ("p1s1", 0)
        seen = []
        for _ in range(8):
            await pilot.press("pagedown")
            seen.append(address(pilot))
        assert seen == sorted(seen)
        assert address(pilot) == "p6s2"
        for _ in range(8):
            await pilot.press("pageup")
        assert address(pilot) == "p1s1"


async def test_a_sentence_longer_than_the_pane_is_scrolled_through() -> None:
    long = " ".join(f"word{number}," for number in range(200)) + " end."
    async with scripted_app(ScriptedDesk(article=f"Before.\n\n{long} After.\n\nLast.")).run_test(
        size=(120, 16)
    ) as pilot:
        screen = await pointing(pilot)
        article = screen.board.article
        await pilot.press("home", "down")
        assert address(pilot) == "p2s1"
        seen = ""
        while address(pilot) == "p2s1":
            seen += words(pilot)
            await pilot.press("down")
        assert all(f"word{number}," in seen for number in range(200))
        assert address(pilot) == "p2s2"
        await pilot.press("up")
        assert address(pilot) == "p2s1"
        await pilot.press("down", "up", "up")
        while address(pilot) == "p2s1":
            await pilot.press("up")
        assert address(pilot) == "p1s1"
        assert article.scroll_offset.y == 0


async def test_who_scrolled_away_points_at_what_is_in_sight() -> None:
    async with scripted_app().run_test(size=(120, 16)) as pilot:
        screen = await pointing(pilot)
        article = screen.board.article
        await pilot.press("home")
        article.scroll_to(y=article.max_scroll_y, animate=False)
        await pilot.press("down")
        assert lines_pointed_at(pilot).start in article.lines_in_sight()


async def test_while_reading_first_nothing_is_cited() -> None:
    class Reading(ScriptedConversation):
        def begin(self) -> Any:
            yield from list(super().begin())[:1]
            yield ReadingOpened(question="", purpose="What for?")

    async with scripted_app(ScriptedDesk(Reading())).run_test(size=(120, 16)) as pilot:
        screen = await ready(pilot)
        article = screen.board.article
        await until(pilot, lambda: screen.board.reading and article.has_focus)
        await pilot.press("down", "down")
        assert address(pilot) == "p1s3"
        await pilot.press("space")
        assert article.scroll_offset.y
        await click(pilot, "Look at what")
        await pilot.press("f6")
        assert not typed(pilot)
        assert article.has_focus
        assert "Cite" not in words(pilot)


# The mouse


@pytest.mark.parametrize("size", [WIDE, SMALL, LEAST])
async def test_a_click_cites_and_typing_goes_on(size: tuple[int, int]) -> None:
    async with scripted_app().run_test(size=size) as pilot:
        screen = await ready(pilot)
        await pilot.press(*"He says")
        await click(pilot, "Let us call")
        await until(pilot, lambda: labels(pilot) == ["p2s3 ✕"])
        await until(pilot, lambda: screen.board.composer.has_focus)
        await pilot.press(*" so")
        assert typed(pilot) == "He says [p2s3] so"
        if size != WIDE:
            assert "p2s3 is in your reply" in words(pilot)
        await click(pilot, "Let us call")
        assert typed(pilot) == "He says so"


async def test_a_double_click_cites_once_and_quotes_nothing() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        await click(pilot, "Let us call", times=2)
        assert typed(pilot) == "[p2s3]"
        assert not pilot.app.screen.get_selected_text()


async def test_a_click_beside_the_sentences_cites_nothing() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        _, y = where(screen.board.article, "Let us call")
        await pilot.click(screen.board.article, offset=(3, y))
        await click(pilot, "The quay")
        await pilot.click(screen.board.article, offset=(55, where(screen.board.article, "is to blame.")[1]))
        assert not typed(pilot)


async def test_a_hard_word_is_explained_and_the_rest_of_its_sentence_cites() -> None:
    desk = ScriptedDesk(glossary=["levy"])
    async with scripted_app(desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "levy°" in words(pilot))
        await click(pilot, "harbour levy°", "levy")
        await until(pilot, lambda: desk.conversation.said == ["/define levy"])
        await ready(pilot)
        assert not typed(pilot)
        await click(pilot, "harbour levy°")
        assert typed(pilot) == "[p2s1]"


async def test_the_sentence_under_the_mouse_is_shown() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        article = screen.board.article
        await pilot.hover(article, where(article, "Let us call"))
        assert [style for _, style in article._painted] == [".article--hovered"]
        await pilot.hover(screen.board.chat)
        await until(pilot, lambda: not article._painted)


# Quoting


async def test_words_gone_over_with_the_mouse_are_quoted_and_stay_selected() -> None:
    async with scripted_app(ScriptedDesk(glossary=["levy"])).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await until(pilot, lambda: "levy°" in words(pilot))
        await pilot.press(*"He says")
        article = screen.board.article
        await drag(pilot, where(article, "harbour levy°", "rbour"), where(article, "harbour levy°", "vy"))
        await until(pilot, lambda: labels(pilot) == ["p2s1 ✕"])
        assert typed(pilot) == "He says “harbour levy” [p2s1]"
        await until(pilot, lambda: screen.board.composer.has_focus)
        assert screen.get_selected_text() == "harbour levy"
        await pilot.press("ctrl+c")
        assert pilot.app.clipboard == "harbour levy"
        await pilot.press("ctrl+z")
        assert typed(pilot) == "He says"
        await pilot.press(*" so")
        await until(pilot, lambda: not screen.selections, "who types on has done with it")


async def test_a_drag_over_two_sentences_quotes_a_range_without_their_numbers() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        article = screen.board.article
        await drag(pilot, where(article, "the other."), where(article, "“We have loaded", "have"))
        await until(pilot, lambda: labels(pilot) == ["p3s3-p4s1 ✕"])
        assert typed(pilot) == "“the other. ‘We have” [p3s3-p4s1]"


async def test_a_hand_that_is_not_quite_still_clicks() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        x, y = where(screen.board.article, "Let us call")
        await drag(pilot, (x, y), (x + 1, y))
        await until(pilot, lambda: typed(pilot))
        assert typed(pilot) == "[p2s3]"
        assert not screen.selections


async def test_shift_and_arrows_select_words_that_space_quotes() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await pointing(pilot)
        await pilot.press("right", "right", "right", "shift+right", "shift+right", "shift+right", "shift+left")
        assert screen.get_selected_text() == "call this"
        assert "quote these words" in words(pilot)
        await pilot.press("space")
        await until(pilot, lambda: labels(pilot) == ["p2s3 ✕"])
        assert typed(pilot) == "“call this” [p2s3]"
        assert screen.get_selected_text() == "call this"
        await pilot.press("ctrl+z")
        assert not typed(pilot)
        await pilot.press("space", "space")
        assert not typed(pilot), "the same again takes it out"
        await pilot.press("down")
        assert not screen.selections
        assert address(pilot) == "p3s1"


async def test_shift_and_up_or_down_select_sentences() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await pointing(pilot)
        await pilot.press("shift+down")
        assert screen.get_selected_text() == "Let us call this plan what it is: a grab."
        await pilot.press("shift+down", "space")
        assert typed(pilot) == (
            "“Let us call this plan what it is: a grab. Look at what has happened since.” [p2s3-p3s1]"
        ), "without the heading between them"
        await pilot.press("escape", "f6")
        await pilot.press("up", "shift+up")
        assert "Let us" in (screen.get_selected_text() or "")


async def test_wide_and_joined_characters_are_quoted_whole() -> None:
    article = "港口税会毁了码头。 Il a dit: caf\u0302e noir 👩\u200d🚀 ici. 我们 must 走 now."
    async with scripted_app(ScriptedDesk(article=article)).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        pane = screen.board.article
        await drag(pilot, where(pane, "af\u0302e"), where(pane, "oir"))
        assert typed(pilot) == "“caf\u0302e noir” [p1s2]"
        await pilot.press("ctrl+z")
        x, y = where(pane, "口税会")
        await drag(pilot, (x + 1, y), (x + 4, y))
        assert typed(pilot) == "“口税会” [p1s1]"
        await pilot.press("ctrl+z")
        await click(pilot, "走")
        assert typed(pilot) == "[p1s3]"


async def test_a_full_reply_takes_nothing_more_and_says_so() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await pointing(pilot)
        full = "x" * (REPLY_LIMIT - 3)
        board(pilot).composer.text = full
        await pilot.press("space")
        await until(pilot, lambda: pilot.app._notifications)
        assert typed(pilot) == full


# The chips


async def test_addresses_typed_by_hand_become_chips_too() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        await ready(pilot)
        assert not board(pilot).query(Chips)
        await pilot.press(*"p4s2 and paragraph 3, then p9s9")
        await until(pilot, lambda: labels(pilot) == ["p4s2 ✕", "p3 ✕", "p9s9: not in the article ✕"])
        assert "p9s9: not in the article" in words(pilot)
        board(pilot).composer.text = ""
        await until(pilot, lambda: not labels(pilot))
        assert "✕" not in words(pilot)


async def test_a_part_that_is_not_open_yet_is_not_shown() -> None:
    class Parts(ScriptedConversation):
        def begin(self) -> Any:
            first, *rest = super().begin()
            yield from (first, ReadingOpened(question="", to="p2", after=1), *rest)

    async with scripted_app(ScriptedDesk(Parts())).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        await until(pilot, lambda: "opens after question 1" in words(pilot))
        await pilot.press(*"p4s2 p1s1-p3s1 p1s1")
        await until(pilot, lambda: len(labels(pilot)) == 3)
        assert labels(pilot) == ["p4s2: not open yet ✕", "p1s1-p3s1: not open yet ✕", "p1s1 ✕"]
        screen.board.article.open_to(None, 0)
        await until(pilot, lambda: labels(pilot)[0] == "p4s2 ✕")


@pytest.mark.parametrize("key", ["delete", "backspace"])
async def test_a_chip_that_is_taken_away_takes_its_address_along(key: str) -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        screen.board.composer.text = "see p1s1, “two of the three” [p3s2], P1S1"
        await until(pilot, lambda: len(labels(pilot)) == 2)
        screen.query_one(Chips).focus()
        await pilot.pause()
        assert "[p3s2 ✕]" in words(pilot), "the last one is picked"
        await pilot.press(key)
        await until(pilot, lambda: labels(pilot) == ["p1s1 ✕"])
        assert typed(pilot) == "see p1s1,, P1S1"
        await pilot.press(key)
        await until(pilot, lambda: not labels(pilot))
        assert typed(pilot) == "see,,"
        await until(pilot, lambda: screen.board.composer.has_focus)
        await pilot.press("ctrl+z", "ctrl+z")
        assert typed(pilot) == "see p1s1, “two of the three” [p3s2], P1S1"


async def test_keys_of_the_chips() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        screen.board.composer.text = "p1s1 p3s2"
        await until(pilot, lambda: len(labels(pilot)) == 2)
        await pilot.press("shift+tab")
        row = screen.query_one(Chips)
        assert row.has_focus
        await pilot.press("left", "question_mark")
        await until(pilot, lambda: "p1s1: On a clear morning" in words(pilot))
        await pilot.press("right")
        await until(pilot, lambda: "p3s2: By the end of May" in words(pilot))
        await pilot.press("question_mark")
        await until(pilot, lambda: "p3s2: By the end" not in words(pilot))
        await pilot.press("delete", "ctrl+z")
        assert typed(pilot) == "p1s1 p3s2"
        await pilot.press("down")
        await until(pilot, lambda: screen.board.composer.has_focus)
        row.focus()
        await pilot.pause()
        await pilot.press("escape")
        await until(pilot, lambda: screen.board.composer.has_focus)


async def test_chips_and_the_mouse() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        screen.board.composer.text = "p1s1 p2s1"
        await until(pilot, lambda: len(labels(pilot)) == 2)
        row = screen.query_one(Chips)
        _, second = (cells for _, _, cells in row._in_sight())
        await pilot.hover(row, (1 + second.start, 0))
        await until(pilot, lambda: row.tooltip is not None)
        assert f"harbour levy {MARKUP}" in str(row.tooltip)
        await pilot.click(row, offset=(1 + second.start + 1, 0))
        await until(pilot, lambda: "p2s1: In March the council" in words(pilot))
        await pilot.click(row, offset=(1 + second.stop - 2, 0))
        await until(pilot, lambda: labels(pilot) == ["p1s1 ✕"])
        assert typed(pilot) == "p1s1"
        assert screen.board.composer.has_focus


async def test_more_chips_than_there_is_room_for() -> None:
    async with scripted_app().run_test(size=LEAST) as pilot:
        screen = await ready(pilot)
        screen.board.composer.text = "p1s1 p1s2 p1s3 p2s1 p2s2 p2s3 p3s1 p3s2 p3s3"
        await until(pilot, lambda: len(labels(pilot)) == 9)
        row = screen.query_one(Chips)
        assert row.size.height == 1
        assert "p1s1 ✕" in words(pilot)
        assert "›" in words(pilot)
        row.focus()
        await until(pilot, lambda: "[p3s3 ✕]" in words(pilot))
        assert "‹" in words(pilot)
        assert "p1s1 ✕" not in words(pilot)
        for number in range(8):
            assert number < 9
            await pilot.press("left")
        assert "[p1s1 ✕]" in words(pilot)


# The marks


async def test_what_is_cited_stays_marked_while_its_question_is_open() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        article = screen.board.article
        await send(pilot, "because of p3s2")
        await pilot.press(*"and p1s1")
        await until(pilot, lambda: article._marks[Mark.CITED] and "◆ you cite" in words(pilot))
        marked = {str(address) for address in article._marks[Mark.CITED]}
        assert marked == {"p1s1", "p3s2"}
        screen.board.composer.text = ""
        await until(pilot, lambda: {str(address) for address in article._marks[Mark.CITED]} == {"p3s2"})
        await send(pilot, "good")
        await until(pilot, lambda: not article._marks[Mark.CITED])


async def test_replies_of_an_earlier_sitting_stay_marked() -> None:
    class Earlier(ScriptedDesk):
        def converse(self, opened: object, learner: str, *, resume: bool) -> ScriptedConversation:
            conversation = super().converse(opened, learner, resume=resume)
            conversation.events = (*conversation.events, Replied(question="q1", text="see [p3s1-p3s2]"))
            return conversation

    async with scripted_app(Earlier(), resume=True).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        assert {str(each) for each in screen.board.article._marks[Mark.CITED]} == {"p3s1", "p3s2"}


async def test_asked_about_hinted_and_cited_are_told_apart_on_one_line() -> None:
    async with scripted_app().run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        article = screen.board.article
        article.mark(("p2s3",), ("p2s3",))
        await pilot.press(*"p2s3")
        await until(pilot, lambda: "┃»◆" in words(pilot))
        assert "┃ asked about  » look here  ◆ you cite" in words(pilot)
        lines = article.lines_marked(Mark.ASKED)
        assert lines == article.lines_marked(Mark.SHOWN) == article.lines_marked(Mark.CITED)


async def test_pointing_works_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with scripted_app().run_test(size=SMALL) as pilot:
        await pointing(pilot)
        await pilot.press("shift+right")
        await pilot.press("space")
        await until(pilot, lambda: labels(pilot) == ["p2s3 ✕"])
        assert CURSOR in words(pilot)
        assert "◆" in words(pilot)
        await on(pilot, LessonScreen)
