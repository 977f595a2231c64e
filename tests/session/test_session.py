"""A session ties dialogue, words and store together: every event on disk before it is told, and all can be replayed."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.ferry import ARTICLE, LESSON, STRONG, write_lesson
from tests.work import steps
from tutor.errors import TutorError
from tutor.lesson.load import LoadedLesson, load_lesson
from tutor.session.cleaning import REPLY_LIMIT
from tutor.session.events import (
    Asked,
    Assessed,
    Closed,
    Commanded,
    Drafted,
    Event,
    Feedback,
    Left,
    Replied,
    Shown,
    Started,
    Summary,
)
from tutor.session.history import progress, sessions_of
from tutor.session.session import Session
from tutor.session.store import Store

WANDERING = (
    "The author says so.",
    "idk",
    "/hint",
    "/define council",
    "The report counts 90,000 pounds for one year [p1s2].",
    "/quote p2",
    "So it is expensive.",
    "Nobody.",
    "The council does not ask itself.",
    "/skip",
)
"""A way through the lesson that meets a question, gives one up and skips one."""


@pytest.fixture
def loaded(tmp_path: Path) -> LoadedLesson:
    return load_lesson(write_lesson(tmp_path))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "sessions.db") as store:
        yield store


def play(session: Session, *lines: str) -> list[Event]:
    """Begin, and say each line; all that came of it."""
    told = list(session.begin())
    for line in lines:
        told += session.say(line)
    return told


def kinds(events: list[Event]) -> list[str]:
    return [event.kind for event in events]


class TestALesson:
    def test_from_the_first_question_to_the_summary(self, loaded: LoadedLesson, store: Store) -> None:
        session = Session.open(loaded, store, learner="Ana")
        told = play(session, *STRONG)
        turn = ["replied", "assessed", "feedback", "closed"]
        assert kinds(told) == ["started", "asked", *turn, "asked", *turn, "asked", *turn, "summary"]
        assert session.finished
        assert session.events == tuple(told)

    def test_every_event_is_on_disk_before_it_is_told(self, loaded: LoadedLesson, store: Store) -> None:
        session = Session.open(loaded, store)
        all_of_it = itertools.chain(session.begin(), *(session.say(line) for line in WANDERING))
        for told, event in enumerate(all_of_it, start=1):
            stored = store.query("SELECT kind FROM events ORDER BY seq")
            assert len(stored) == told
            assert stored[-1] == (event.kind,)

    def test_every_feedback_ends_in_its_one_question(self, loaded: LoadedLesson, store: Store) -> None:
        for event in play(Session.open(loaded, store), *WANDERING):
            if isinstance(event, Feedback):
                assert event.text.rstrip("”’)").endswith("?")
                assert event.text.endswith(event.asking)

    def test_a_closed_question_names_the_next_and_is_not_asked_twice(self, loaded: LoadedLesson, store: Store) -> None:
        told = play(Session.open(loaded, store), STRONG[0])
        feedback, _, asked = told[-3:]
        assert isinstance(feedback, Feedback)
        assert isinstance(asked, Asked)
        assert asked.bridged
        assert feedback.text.endswith(asked.text)

    def test_what_a_teacher_should_read_is_marked(self, loaded: LoadedLesson, store: Store) -> None:
        told = play(Session.open(loaded, store), *WANDERING)
        closed = {event.question: event for event in told if isinstance(event, Closed)}
        assert (closed["evidence"].outcome, closed["evidence"].review) == ("met", False)
        assert (closed["voice"].outcome, closed["voice"].review) == ("attempts", True)
        assert (closed["future"].outcome, closed["future"].review) == ("skipped", False)

    def test_a_kind_that_rules_cover_weakly_is_marked_though_met(self, loaded: LoadedLesson, store: Store) -> None:
        told = play(Session.open(loaded, store), *STRONG)
        assert [event.question for event in told if isinstance(event, Closed) and event.review] == ["voice"]

    def test_the_summary_has_a_row_for_each_question(self, loaded: LoadedLesson, store: Store) -> None:
        summary = play(Session.open(loaded, store), *WANDERING)[-1]
        assert isinstance(summary, Summary)
        assert [(row.question, row.outcome) for row in summary.rows] == [
            ("evidence", "met"),
            ("voice", "attempts"),
            ("future", "skipped"),
        ]
        assert any("expensive" in quote for quote in summary.rows[0].quotes)

    def test_no_wording_comes_twice(self, loaded: LoadedLesson, store: Store) -> None:
        told = play(Session.open(loaded, store), "Nothing.", "No idea of it.", "So what, then.")
        phrases = [phrase for event in told if isinstance(event, Feedback) for phrase in event.phrases]
        assert len(phrases) == len(set(phrases))

    def test_after_the_end_nothing_is_judged(self, loaded: LoadedLesson, store: Store) -> None:
        session = Session.open(loaded, store)
        play(session, *STRONG)
        assert kinds(list(session.say("One more thing."))) == ["shown"]
        assert kinds(list(session.say("/hint"))) == ["shown"]
        assert kinds(list(session.say("/progress"))) == ["shown"]

    def test_the_same_replies_give_the_same_events_on_another_day(self, loaded: LoadedLesson, tmp_path: Path) -> None:
        def on(day: datetime) -> list[Event]:
            ticks = itertools.count()
            with Store.open(tmp_path / f"{day:%d}.db", clock=lambda: day + timedelta(seconds=next(ticks))) as store:
                return play(Session.open(loaded, store), *WANDERING)

        assert on(datetime(2026, 3, 1, tzinfo=UTC)) == on(datetime(2031, 12, 24, 23, 59, tzinfo=UTC))


class TestCommands:
    @pytest.fixture
    def session(self, loaded: LoadedLesson, store: Store) -> Session:
        session = Session.open(loaded, store)
        list(session.begin())
        return session

    def test_hint_skip_and_define_are_turns(self, session: Session) -> None:
        assert kinds(list(session.say("/hint"))) == ["commanded", "feedback"]
        assert kinds(list(session.say("/define council"))) == ["commanded", "feedback"]
        assert kinds(list(session.say("/skip"))) == ["commanded", "feedback", "closed", "asked"]

    def test_a_hint_tells_what_to_highlight(self, session: Session) -> None:
        list(session.say("/hint"))
        _, hint = session.say("/hint")
        assert isinstance(hint, Feedback)
        assert (hint.move, hint.focus) == ("hint", ("p1",))

    def test_quote_shows_sentences_with_their_addresses(self, session: Session) -> None:
        (shown,) = session.say("/quote p2")
        assert isinstance(shown, Shown)
        assert shown.what == "quote"
        assert shown.focus == ("p2",)
        assert shown.text.splitlines() == [
            "p2s1  I have taken that ferry since I was a child.",
            "p2s2  Without it the school on the island will close within a year.",
        ]

    def test_quote_of_a_place_that_is_not_there(self, session: Session) -> None:
        (shown,) = session.say("/quote p9s4")
        assert isinstance(shown, Shown)
        assert shown.what == "note"
        assert "p2s2" in shown.text  # where the article ends

    def test_progress_tells_how_each_question_went(self, session: Session) -> None:
        for line in (STRONG[0], "/skip"):
            list(session.say(line))
        (shown,) = session.say("/progress")
        assert isinstance(shown, Shown)
        first, second, third = shown.text.splitlines()
        assert first.startswith("1. done: What evidence")
        assert second.startswith("2. skipped: Who is affected")
        assert third.startswith("3. open now: Which sentence")

    def test_help_lists_every_command(self, session: Session) -> None:
        (shown,) = session.say("/help")
        assert isinstance(shown, Shown)
        for command in ("/hint", "/skip", "/define", "/quote", "/progress", "/copy", "/help", "/quit"):
            assert command in shown.text

    def test_copy_writes_the_last_words_to_a_file_and_says_where(self, session: Session, tmp_path: Path) -> None:
        (early,) = session.say("/copy")
        assert isinstance(early, Shown)
        assert "nothing to copy yet" in early.text
        copy = tmp_path / "last-feedback.txt"
        assert not copy.exists()
        for line in ("The author says so.", "/hint"):
            last = [event for event in session.say(line) if isinstance(event, Feedback)][-1]
            (shown,) = session.say("/copy")
            assert isinstance(shown, Shown)
            assert str(copy) in shown.text
            assert copy.read_text(encoding="utf-8") == f"{last.text}\n"
        assert sorted(path.name for path in tmp_path.iterdir() if "last-feedback" in path.name) == [copy.name]

    def test_a_copy_that_cannot_be_written_is_told(self, session: Session, tmp_path: Path) -> None:
        list(session.say("/hint"))
        (tmp_path / "last-feedback.txt").mkdir()
        (shown,) = session.say("/copy")
        assert isinstance(shown, Shown)
        assert "could not be written" in shown.text
        assert not [path for path in tmp_path.iterdir() if path.name.startswith(".last-feedback")]

    def test_a_slip_in_a_command_costs_nothing(self, session: Session) -> None:
        (shown,) = session.say("/hnit")
        assert isinstance(shown, Shown)
        assert shown.what == "note"
        assert not session.state.history

    def test_quit_is_told_once(self, session: Session) -> None:
        assert kinds(list(session.say("/quit"))) == ["left"]
        session.leave()
        assert kinds(list(session.events)).count("left") == 1


class TestWhatIsTyped:
    @pytest.fixture
    def session(self, loaded: LoadedLesson, store: Store) -> Session:
        session = Session.open(loaded, store)
        list(session.begin())
        return session

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("  It costs a lot. \r\n", "It costs a lot."),
            ("two\r\nlines", "two\nlines"),
            ("\x1b[31mred\x1b[0m \x1b]0;title\x07words\x00\x9b", "red words"),
            ("\x1b[D\x1b[Dback", "back"),
            ("lone \udcff surrogate", "lone  surrogate"),
            ("left \u202eto right", "left to right"),
            ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
            ("", ""),
        ],
    )
    def test_a_reply_is_kept_without_control_codes(self, session: Session, typed: str, kept: str) -> None:
        replied = next(session.say(typed))
        assert isinstance(replied, Replied)
        assert replied.text == kept

    def test_a_paste_gone_wrong_is_refused_unread_and_not_stored(self, session: Session, store: Store) -> None:
        few, many = ("x" * length for length in (REPLY_LIMIT + 1, 1_000_000))
        assert steps(lambda: list(session.say(many))) <= 2 * steps(lambda: list(session.say(few)))
        (shown,) = session.say(many)
        assert isinstance(shown, Shown)
        assert shown.what == "note"
        assert f"{REPLY_LIMIT:,}" in shown.text
        assert store.query("SELECT max(length(data)) < 1000 FROM events") == [(1,)]

    def test_the_longest_reply_is_taken(self, session: Session) -> None:
        replied = next(session.say("a " * (REPLY_LIMIT // 2)))
        assert isinstance(replied, Replied)

    def test_a_name_is_one_line(self, loaded: LoadedLesson, store: Store) -> None:
        session = Session.open(loaded, store, learner="  \x1b[1mAna\x07\n Maria ")
        assert session.learner == "Ana Maria"


class TestDrafts:
    def test_a_draft_is_there_when_the_learner_comes_back(self, loaded: LoadedLesson, store: Store) -> None:
        session = Session.open(loaded, store)
        play(session)
        session.leave("The report says\nthat")
        again = Session.open(loaded, store, resume=True)
        assert again.draft == "The report says\nthat"

    def test_it_is_gone_once_sent_or_cleared(self, loaded: LoadedLesson, store: Store) -> None:
        session = Session.open(loaded, store)
        play(session)
        session.keep_draft("The rep")
        list(session.say("The report."))
        assert Session.open(loaded, store).draft == ""
        session.keep_draft("More")
        session.keep_draft("")
        assert session.draft == Session.open(loaded, store).draft == ""

    def test_the_same_draft_is_stored_once(self, loaded: LoadedLesson, store: Store) -> None:
        session = Session.open(loaded, store)
        play(session)
        for _ in range(3):
            session.keep_draft("The rep")
        session.leave("The rep")
        assert kinds(list(session.events)) == ["started", "asked", "drafted", "left"]

    def test_a_huge_draft_is_cut(self, loaded: LoadedLesson, store: Store) -> None:
        session = Session.open(loaded, store)
        play(session)
        session.leave("x" * 1_000_000)
        assert len(session.draft) == REPLY_LIMIT


class TestComingBack:
    def test_a_session_goes_on_where_it_stopped(self, loaded: LoadedLesson, store: Store) -> None:
        session = Session.open(loaded, store, learner="Ana")
        play(session, *STRONG[:2])
        session.leave()
        again = Session.open(loaded, store, learner="ana", resume=True)
        assert again.events == session.events
        assert again.state == session.state
        (started,) = again.begin()
        assert isinstance(started, Started)
        assert started.resumed
        assert started.learner == "Ana"
        assert kinds(list(again.say(STRONG[2])))[-1] == "summary"

    @pytest.mark.parametrize("turns", range(len(WANDERING) + 1))
    def test_rebuilding_gives_the_very_state(self, loaded: LoadedLesson, store: Store, turns: int) -> None:
        session = Session.open(loaded, store)
        play(session, *WANDERING[:turns])
        again = Session(loaded, store, session._id, "", session._author)
        assert again.state == session.state
        assert again.finished == session.finished

    def test_a_session_cut_off_anywhere_ends_up_with_the_same_events(
        self, loaded: LoadedLesson, tmp_path: Path
    ) -> None:
        """As after `kill -9`: for each event, a session of which this was the last that reached the disk."""

        def heard(events: list[Event]) -> list[Event]:
            # Coming back adds `started`, and nothing else.
            return [event for event in events if not isinstance(event, Started)]

        with Store.open(tmp_path / "whole.db") as store:
            whole = play(Session.open(loaded, store), *WANDERING)
        for cut in range(1, len(whole)):
            with Store.open(tmp_path / f"{cut}.db") as store:
                for seq, event in enumerate(whole[:cut], start=1):
                    store.append("s", seq, event)
                said = [event for event in whole[:cut] if isinstance(event, Replied | Commanded)]
                shown = sum(isinstance(event, Shown) for event in whole[:cut])
                session = Session(loaded, store, "s", "", Session.open(loaded, store)._author)
                play(session, *WANDERING[len(said) + shown :])
                assert heard(list(session.events)) == heard(whole), f"cut after event {cut}"

    def test_a_window_closed_in_the_middle_of_an_answer_loses_nothing(self, loaded: LoadedLesson, store: Store) -> None:
        session = Session.open(loaded, store)
        play(session)
        next(session.say("The author says so."))  # stored; the rest is never asked for
        told = kinds(list(session.say("So it is expensive.")))
        assert told == ["assessed", "feedback", "replied", "assessed", "feedback"]

    def test_what_was_told_of_a_reply_stays_as_it_was_told(self, loaded: LoadedLesson, store: Store) -> None:
        told = play(Session.open(loaded, store), "It is p1s2.")
        (assessed,) = (event for event in told if isinstance(event, Assessed))
        assert [(line.mark, line.text) for line in assessed.lines] == [
            ("shown", "pointed to p1s2"),
            ("missing", "what the question is after"),
        ]
        again = Session.open(loaded, store, resume=True)
        assert [event for event in again.events if isinstance(event, Assessed)] == [assessed]

    def test_new_means_new(self, loaded: LoadedLesson, store: Store) -> None:
        play(Session.open(loaded, store), "The author says so.")
        assert not Session.open(loaded, store, resume=False).events
        assert Session.open(loaded, store, resume=None).events

    def test_nothing_to_resume_is_said(self, loaded: LoadedLesson, store: Store) -> None:
        with pytest.raises(TutorError, match="Ana has no unfinished session of ferry"):
            Session.open(loaded, store, learner="Ana", resume=True)

    def test_a_finished_session_is_not_resumed(self, loaded: LoadedLesson, store: Store) -> None:
        play(Session.open(loaded, store), *STRONG)
        assert sessions_of(store, "ferry") == ()
        assert progress(store)["ferry"].finished

    def test_the_same_session_in_two_windows(self, loaded: LoadedLesson, store: Store) -> None:
        play(Session.open(loaded, store), "The author says so.")
        left, right = Session.open(loaded, store, resume=True), Session.open(loaded, store, resume=True)
        list(left.begin())
        with pytest.raises(TutorError, match="another window"):
            list(right.begin())
        assert kinds(list(left.say("So it is expensive."))) == ["replied", "assessed", "feedback"]

    def test_a_reply_that_could_not_be_kept_is_not_answered(self, loaded: LoadedLesson, store: Store) -> None:
        session = Session.open(loaded, store)
        play(session)
        ((pages,),) = store.query("PRAGMA page_count")
        store.query(f"PRAGMA max_page_count = {pages}")
        before = session.state
        with pytest.raises(TutorError, match="disk is full"):
            list(session.say("word " * 3000))
        assert session.state == before
        store.query("PRAGMA max_page_count = 100000")
        assert kinds(list(session.say("The author says so."))) == ["replied", "assessed", "feedback"]


class TestAChangedLesson:
    @pytest.fixture
    def change(self, tmp_path: Path) -> Callable[[str, str], LoadedLesson]:
        def change(old: str, new: str) -> LoadedLesson:
            assert old in LESSON
            return load_lesson(write_lesson(tmp_path, LESSON.replace(old, new), ARTICLE))

        return change

    def test_it_is_said_and_the_question_is_asked_afresh(
        self, loaded: LoadedLesson, store: Store, change: Callable[[str, str], LoadedLesson]
    ) -> None:
        play(Session.open(loaded, store), STRONG[0], "Nobody.")
        session = Session.open(change("but is not heard", "and not heard"), store, resume=True)
        started, note, asked = session.begin()
        assert isinstance(started, Started)
        assert isinstance(note, Shown)
        assert "has changed" in note.text
        assert isinstance(asked, Asked)
        assert asked.text == "Who is affected, and not heard in the article?"
        assert not asked.bridged

    def test_replies_are_judged_by_the_lesson_as_it_is_now(
        self, loaded: LoadedLesson, store: Store, change: Callable[[str, str], LoadedLesson]
    ) -> None:
        play(Session.open(loaded, store), "The report counts 90,000 pounds for one year [p1s2].")
        # The second criterion now asks for what the reply had.
        easier = change('all_of = ["cost"]', 'all_of = [["report"]]')
        session = Session.open(easier, store, resume=True)
        assert session.question is not None
        assert session.question.id == "voice"
        # And once judged, it stays so: the lesson has not changed since.
        play(session)
        third = Session.open(easier, store, resume=True)
        assert third.state == session.state
        assert kinds(list(third.begin())) == ["started"]

    def test_a_question_taken_out_takes_its_replies_with_it(
        self, loaded: LoadedLesson, store: Store, change: Callable[[str, str], LoadedLesson]
    ) -> None:
        play(Session.open(loaded, store), STRONG[0], "Nobody.")
        start = LESSON.index('[[questions]]\nid = "voice"')
        shorter = change(LESSON[start : LESSON.index('[[questions]]\nid = "future"')], "")
        session = Session.open(shorter, store, resume=True)
        assert kinds(play(session, STRONG[2]))[-1] == "summary"

    def test_a_reply_not_yet_judged_is_judged_now(
        self, loaded: LoadedLesson, store: Store, change: Callable[[str, str], LoadedLesson]
    ) -> None:
        session = Session.open(loaded, store)
        play(session)
        next(session.say(STRONG[0]))
        again = Session.open(change('title = "The last ferry"', 'title = "A ferry"'), store, resume=True)
        told = list(again.begin())
        assert kinds(told) == ["started", "shown", "assessed", "feedback", "closed", "asked", "asked"]
        assert any(isinstance(event, Assessed) for event in told)

    def test_drafts_stay(self, loaded: LoadedLesson, store: Store, change: Callable[[str, str], LoadedLesson]) -> None:
        session = Session.open(loaded, store)
        play(session)
        session.leave("The rep")
        again = Session.open(change("end the", "stop the") if "end the" in LESSON else loaded, store, resume=True)
        assert again.draft == "The rep"
        assert isinstance(session.events[-1], Left)
        assert isinstance(session.events[-2], Drafted)
