"""What a learner showed over all lessons, asked of the events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.session.keeping import NOON, Clock, end, keep, question, started
from tutor.session.events import Drafted
from tutor.session.overview import MOST_PERIODS, Count, Group, day_in_words, overview
from tutor.session.store import Store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(tmp_path / "sessions.db", clock=clock) as store:
        yield store


def test_nothing_is_nothing(store: Store) -> None:
    found = overview(store, "Ann")
    assert found.count == Count()
    assert (found.kinds, found.times, found.sessions) == ((), (), ())


def test_questions_are_counted_by_kind_in_the_order_of_teaching(store: Store) -> None:
    keep(store, "one", started(), *question("a", "reasoning", "attempts"), *question("b", "locate", "met"))
    keep(store, "two", started(lesson="harbour"), *question("a", "locate", "skipped"))
    found = overview(store)
    assert found.kinds == (Group("locate", Count(met=1, skipped=1)), Group("reasoning", Count(attempts=1)))
    assert found.count.in_words == "1 of 3 shown, 1 worth another look, 1 skipped"


def test_a_kind_of_a_newer_version_comes_last(store: Store) -> None:
    keep(store, "one", started(), *question("a", "satire", "met"), *question("b", "corroborate", "met"))
    assert [group.name for group in overview(store).kinds] == ["corroborate", "satire"]


def test_a_question_that_ended_twice_in_a_session_counts_once(store: Store) -> None:
    keep(store, "one", started(), *question("a", "locate", "skipped"), *question("a", "locate", "met"))
    assert overview(store).count == Count(met=1)


def test_a_lesson_done_twice_counts_twice(store: Store) -> None:
    for session in ("one", "two"):
        keep(store, session, started(), *question("a", "locate", "met"), end())
    found = overview(store)
    assert found.count == Count(met=2)
    assert [one.count.met for one in found.sessions] == [1, 1]


def test_each_learner_has_their_own(store: Store) -> None:
    keep(store, "one", started("Ann"), *question("a", "locate", "met"))
    keep(store, "two", started("Bo"), *question("a", "locate", "skipped"))
    assert overview(store, "ANN").count == Count(met=1)
    assert [one.session.id for one in overview(store, "Bo").sessions] == ["two"]
    assert overview(store, "").sessions == ()


def test_sessions_have_the_last_one_first_and_only_those_in_which_something_was_done(
    store: Store, clock: Clock
) -> None:
    keep(store, "one", started(), *question("a", "locate", "met"))
    clock.set(hours=1)
    keep(store, "two", started(), Drafted(question="a", text="I think"))
    keep(store, "three", started())
    assert [one.session.id for one in overview(store).sessions] == ["two", "one"]


def test_days_come_in_order(store: Store, clock: Clock) -> None:
    keep(store, "one", started(), *question("a", "locate", "met"))
    clock.set(days=3)
    keep(store, "one", *question("b", "source", "attempts"))
    assert overview(store).times == (
        Group("4 Mar 2026", Count(met=1)),
        Group("7 Mar 2026", Count(attempts=1)),
    )


def test_days_come_in_order_over_several_sessions(store: Store, clock: Clock) -> None:
    keep(store, "one", started(), *question("a", "locate", "met"))
    clock.set(days=1)
    keep(store, "two", started(lesson="harbour"), *question("a", "locate", "met"))
    clock.set(days=2)
    keep(store, "one", *question("b", "source", "met"))
    assert [group.name for group in overview(store).times] == ["4 Mar 2026", "5 Mar 2026", "6 Mar 2026"]


@pytest.mark.parametrize(
    ("step", "first", "rows"), [(1, "week of 2 Mar 2026", 3), (7, "Mar 2026", 3), (31, "Apr 2026", MOST_PERIODS)]
)
def test_many_days_become_weeks_and_then_months(store: Store, clock: Clock, step: int, first: str, rows: int) -> None:
    for number in range(MOST_PERIODS + 1):
        clock.set(days=step * number)
        keep(store, "one", *([started()] if not number else []), *question(f"q{number}", "locate", "met"))
    times = overview(store).times
    assert (times[0].name, len(times)) == (first, rows)
    assert sum(group.count.total for group in times) == MOST_PERIODS + (rows != MOST_PERIODS)


def test_days_are_said_in_the_same_way_everywhere() -> None:
    assert day_in_words(NOON.date()) == "4 Mar 2026"
    assert day_in_words(NOON.date() + timedelta(days=10)) == "14 Mar 2026"


def test_a_count_says_its_values_in_words() -> None:
    assert Count(met=2).in_words == "2 of 2 shown"
    assert Count(attempts=1).in_words == "0 of 1 shown, 1 worth another look"
    assert Count(met=1, thanked=2).in_words == "1 of 3 shown, 2 answered freely"
