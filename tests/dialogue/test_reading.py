"""Reading first: no question before the article was read, and no more of it open than its questions have opened."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dialogue.conftest import LESSON, answer
from tutor.article import Article
from tutor.dialogue.machine import read, respond, start
from tutor.dialogue.moves import Act, Ask, Close, Define, Read, Redirect
from tutor.dialogue.state import State
from tutor.dialogue.turns import DefineWanted, HintWanted, ReadyWanted, Reply, SkipWanted
from tutor.lesson.model import Lesson
from tutor.rubric.model import Effort

PURPOSE = "What does the writer want?"
PART = {"to": "p1", "until": "whose"}


def reading(*parts: dict[str, str], **more: object) -> Lesson:
    return Lesson.model_validate({**LESSON, **more, "reading": {"purpose": PURPOSE, "parts": list(parts)}})


def only(moves: tuple[Act, ...]) -> Any:
    (move,) = moves
    return move


def begun(lesson: Lesson, article: Article) -> State:
    return respond(lesson, article, start(lesson)[0], ReadyWanted())[0]


def test_a_lesson_without_reading_begins_with_its_question(lesson: Lesson, article: Article) -> None:
    state, moves = start(lesson)
    assert isinstance(only(moves), Ask)
    assert respond(lesson, article, state, ReadyWanted()) == (state, ())


def test_it_begins_with_the_article_and_asks_when_that_is_read(article: Article) -> None:
    lesson = reading()
    state, moves = start(lesson)
    assert only(moves) == Read(question="whose", first=1, last=None, after=0, purpose=PURPOSE)
    state, moves = respond(lesson, article, state, ReadyWanted())
    assert only(moves).open.asking == "Whose view is it that a longer day would do harm?"
    assert not state.reading
    assert respond(lesson, article, state, ReadyWanted()) == (state, ())


def test_a_word_looked_up_leads_back_to_the_purpose(article: Article) -> None:
    lesson = reading()
    state, moves = respond(lesson, article, start(lesson)[0], DefineWanted("flour"))
    define = only(moves)
    assert isinstance(define, Define)
    assert define.open.asking == PURPOSE
    assert state.reading


@pytest.mark.parametrize("turn", [Reply("She.", answer(cites="unmet", holder="unmet")), HintWanted(), SkipWanted()])
def test_an_answer_from_before_there_was_reading_counts(lesson: Lesson, article: Article, turn: Any) -> None:
    old, moves = respond(lesson, article, start(lesson)[0], turn)
    later = reading()
    assert respond(later, article, start(later)[0], turn) == (old, moves)


def test_the_next_part_opens_when_its_question_closes(article: Article) -> None:
    lesson = reading(PART)
    assert only(start(lesson)[1]) == Read(question="whose", first=1, last=1, after=1, purpose=PURPOSE)
    state = begun(lesson, article)
    assert read(lesson, state).last == 1
    state, moves = respond(lesson, article, state, SkipWanted())
    assert [type(move) for move in moves] == [Close, Read, Ask]
    assert moves[1] == Read(question="source", first=2, last=None, after=0)


def test_part_after_part(article: Article) -> None:
    lesson = reading(PART, {"to": "p2", "until": "source"})
    state = begun(lesson, article)
    state, moves = respond(lesson, article, state, SkipWanted())
    assert moves[1] == Read(question="source", first=2, last=2, after=2)
    state, moves = respond(lesson, article, state, SkipWanted())
    assert moves[1] == Read(question="", first=3, last=None, after=0)
    assert state.finished


def test_nobody_is_sent_to_what_is_not_open(article: Article) -> None:
    flour = {**LESSON, "glossary": {"longer": "of more length"}}
    lesson = reading(PART, **flour)
    state = begun(lesson, article)
    asks = Reply("Why would a longer day ruin her?", answer(effort=Effort.OWN_QUESTION))
    redirect = only(respond(lesson, article, state, asks)[1])
    assert isinstance(redirect, Redirect)
    assert not any(reference.last.paragraph > 1 for reference in redirect.focus)
    assert only(respond(lesson, article, state, DefineWanted("longer"))[1]).focus == ()
    close = respond(lesson, article, state, SkipWanted())[1][0]
    assert isinstance(close, Close)
    assert close.reread == (), "its place is in the part that was not open"
    whole = reading(**flour)
    state = begun(whole, article)
    assert only(respond(whole, article, state, asks)[1]).focus
    assert only(respond(whole, article, state, DefineWanted("longer"))[1]).focus
    assert respond(whole, article, state, SkipWanted())[1][0].reread
