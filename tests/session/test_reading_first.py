"""A session that begins with reading: what is told, what is kept, and what is open when it is taken up again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ferry import LESSON, STRONG, write_lesson
from tutor.lesson.load import LoadedLesson, load_lesson
from tutor.session.codec import from_json, to_json
from tutor.session.events import Asked, Commanded, Event, Feedback, ReadingOpened, Replied, Shown, Started
from tutor.session.session import CHANGED, Session
from tutor.session.store import Store

PURPOSE = "What does the writer want?"
READING = f'[reading]\npurpose = "{PURPOSE}"\n'
IN_PARTS = READING + '[[reading.parts]]\nto = "p1"\nuntil = "evidence"\n'


def lesson(folder: Path, reading: str = READING) -> LoadedLesson:
    return load_lesson(write_lesson(folder, LESSON.replace("[glossary]", f"{reading}\n[glossary]")))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "sessions.db") as store:
        yield store


def play(session: Session, *lines: str) -> list[Event]:
    told = list(session.begin())
    for line in lines:
        told += session.say(line)
    return told


def kinds(events: list[Event]) -> list[str]:
    return [event.kind for event in events]


def test_nothing_is_asked_before_the_article_is_read(tmp_path: Path, store: Store) -> None:
    session = Session.open(lesson(tmp_path), store)
    told = play(session)
    assert kinds(told) == ["started", "reading"]
    assert told[1] == ReadingOpened(question="evidence", purpose=PURPOSE)
    assert kinds(list(session.say(""))) == ["commanded", "asked"]
    assert kinds(list(session.say(STRONG[0])))[:2] == ["replied", "assessed"]


@pytest.mark.parametrize("typed", ["", "/ready", "/skip", "I have\nread it", "She wants the ferry."])
def test_whatever_is_said_to_it_is_kept_and_counts_for_no_question(tmp_path: Path, store: Store, typed: str) -> None:
    session = Session.open(lesson(tmp_path), store)
    told = play(session, typed)
    (command,) = [event for event in told if isinstance(event, Commanded)]
    assert " ".join(typed.split()) in command.text
    assert command.text.startswith("/ready")
    assert session.state.thread.answers == ()
    again = Session.open(lesson(tmp_path), store, resume=True)
    assert (again.state, again.state.reading) == (session.state, False)


def test_a_hint_has_to_wait_and_the_question_is_no_secret_let_out(tmp_path: Path, store: Store) -> None:
    session = Session.open(lesson(tmp_path), store)
    list(session.begin())
    for command in ("/hint", "/progress", "/define council"):
        told = list(session.say(command))
        assert not any(session.lesson.questions[0].ask in str(event) for event in told)
    assert isinstance(told[-1], Feedback)
    assert told[-1].asking == PURPOSE
    assert session.state.reading
    assert session.state.thread.hints == 0


def test_ready_when_nothing_is_to_be_read(tmp_path: Path, store: Store) -> None:
    session = Session.open(lesson(tmp_path), store)
    (note,) = play(session, "", "/ready")[-1:]
    assert isinstance(note, Shown)
    assert note.what == "note"


def test_reading_is_taken_up_again(tmp_path: Path, store: Store) -> None:
    loaded = lesson(tmp_path)
    play(Session.open(loaded, store), "/define council", "/quit")
    again = Session.open(loaded, store, resume=True)
    assert again.state.reading
    assert kinds(list(again.begin())) == ["started", "reading"]
    assert kinds(list(again.say(""))) == ["commanded", "asked"]


def test_a_part_opens_with_the_question_that_opens_it(tmp_path: Path, store: Store) -> None:
    session = Session.open(lesson(tmp_path, IN_PARTS), store)
    told = play(session, "", STRONG[0])
    first, then = (event for event in told if isinstance(event, ReadingOpened))
    assert first == ReadingOpened(question="evidence", to="p1", after=1, purpose=PURPOSE)
    assert then == ReadingOpened(question="voice", first="p2")
    assert kinds(told)[-3:] == ["closed", "reading", "asked"]
    last = told[-1]
    assert isinstance(last, Asked)
    assert last.bridged, "the feedback still ends in it"


def test_what_is_not_open_is_not_shown_by_its_address(tmp_path: Path, store: Store) -> None:
    session = Session.open(lesson(tmp_path, IN_PARTS), store)
    list(session.begin())
    for reference in ("p2", "p2s1", "p1-p2"):
        (shown,) = session.say(f"/quote {reference}")
        assert isinstance(shown, Shown)
        assert (shown.what, "after question 1" in shown.text) == ("note", True)
    play(session, "", STRONG[0])
    (shown,) = session.say("/quote p2s1")
    assert isinstance(shown, Shown)
    assert shown.what == "quote"


def test_a_reply_that_points_into_a_closed_part_is_judged_as_any_other(tmp_path: Path, store: Store) -> None:
    session = Session.open(lesson(tmp_path, IN_PARTS), store)
    ahead = play(session, "", "It is expensive: [p2s2] says so.")
    whole = Session.open(lesson(tmp_path / "whole"), store, resume=False)
    assert kinds(ahead)[2:] == kinds(play(whole, "", "It is expensive: [p2s2] says so."))[2:]


@pytest.mark.parametrize("cut", range(3, 11))
def test_whatever_was_not_told_is_told_the_next_time(tmp_path: Path, store: Store, cut: int) -> None:
    """The program dies after any event: together, both sittings tell what one would have told."""
    loaded = lesson(tmp_path, IN_PARTS)
    whole = play(Session.open(loaded, store, learner="whole"), "", STRONG[0])
    for number, event in enumerate(whole[:cut], start=1):
        store.append("cut", number, replace(event, learner="cut") if isinstance(event, Started) else event)
    session = Session.open(loaded, store, learner="cut", resume=True)
    list(session.begin())
    if not any(isinstance(event, Replied) for event in session.events):
        list(session.say(STRONG[0]))
    assert [event for event in session.events if not isinstance(event, Started)] == whole[1:]


class TestAnotherLesson:
    """The store has a session from before the lesson was changed."""

    def test_a_session_from_before_there_was_reading_goes_on(self, tmp_path: Path, store: Store) -> None:
        play(Session.open(load_lesson(write_lesson(tmp_path)), store), STRONG[0])
        session = Session.open(lesson(tmp_path), store, resume=True)
        told = list(session.begin())
        assert kinds(told) == ["started", "shown", "asked"]
        assert session.question is not None
        assert session.question.id == "voice"

    def test_parts_that_came_later_are_told(self, tmp_path: Path, store: Store) -> None:
        play(Session.open(load_lesson(write_lesson(tmp_path)), store), "Dunno.")
        session = Session.open(lesson(tmp_path, IN_PARTS), store, resume=True)
        told = list(session.begin())
        assert isinstance(told[1], Shown)
        assert told[1].text == CHANGED
        assert told[2] == ReadingOpened(question="evidence", to="p1", after=1)

    def test_parts_that_have_gone_are_open(self, tmp_path: Path, store: Store) -> None:
        play(Session.open(lesson(tmp_path, IN_PARTS), store), "", "Dunno.")
        session = Session.open(load_lesson(write_lesson(tmp_path)), store, resume=True)
        assert ReadingOpened(question="evidence") in list(session.begin())


def test_the_event_as_it_is_kept() -> None:
    event = ReadingOpened(question="q", first="p3", to="p4", after=2, purpose="Why?")
    assert from_json("reading", to_json(event)) == event
    assert from_json("reading", '{"question": "q"}') == ReadingOpened(question="q")
