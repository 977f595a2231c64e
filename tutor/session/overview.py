"""What a learner showed over all lessons: by kind of question, and over time. Asked of the events, like all history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

from tutor.lesson.kinds import Kind
from tutor.session.cleaning import same_name
from tutor.session.events import Asked, Closed
from tutor.session.history import SessionInfo, all_sessions
from tutor.session.store import Store

MOST_PERIODS = 12
"""Rows of a chart over time: days, as long as they are no more than these; then weeks, then months."""

SHORT = 8
"""Digits of a session's id that are shown; more are only needed should two begin alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many questions ended in which way."""

    met: int = 0
    attempts: int = 0
    skipped: int = 0
    thanked: int = 0

    @classmethod
    def of(cls, ended: Iterable[Ended]) -> Self:
        """The count of these questions."""
        outcomes = Counter(one.outcome for one in ended)
        return cls(**{name: outcomes[name] for name in ("met", "attempts", "skipped", "thanked")})

    @property
    def total(self) -> int:
        """All questions that ended."""
        return self.met + self.attempts + self.skipped + self.thanked

    @property
    def in_words(self) -> str:
        """The count as it is said: "3 of 5 shown, 1 worth another look, 1 skipped"."""
        parts = [f"{self.met} of {self.total} shown"]
        parts += [f"{self.thanked} answered freely"] if self.thanked else []
        parts += [f"{self.attempts} worth another look"] if self.attempts else []
        parts += [f"{self.skipped} skipped"] if self.skipped else []
        return ", ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A question that ended: its kind, how it ended, and when (UTC)."""

    question_kind: str
    outcome: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of one kind, or of one stretch of time. `name` is for people."""

    name: str
    count: Count


@dataclass(frozen=True, slots=True)
class Sitting:
    """One session, and how its questions ended."""

    session: SessionInfo
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """One learner's way so far. `kinds` hold the ids of kinds, in the order of teaching; `times` the oldest first.

    `times` are the last `MOST_PERIODS` days, weeks or months in which a question ended; `sessions` have the one last
    seen first.
    """

    learner: str
    count: Count
    kinds: tuple[Group, ...]
    times: tuple[Group, ...]
    sessions: tuple[Sitting, ...]


def overview(
    store: Store,
    learner: str = "",
    sessions: Iterable[SessionInfo] | None = None,
    tell: Callable[[int, int], None] = lambda done, whole: None,
) -> Overview:
    """What a learner showed over all their sessions. A question tried in two sessions counts twice.

    `sessions` are all that the store has, where the caller has asked for them already. `tell` is told how many sessions
    of how many were looked at, and may end it all by raising.
    """
    known = all_sessions(store) if sessions is None else sessions
    own = [one for one in known if same_name(one.learner, learner) and is_begun(one)]
    mine = []
    for number, one in enumerate(own):
        tell(number, len(own))
        mine.append((one, tuple(_ended(store, one.id))))
    ended = sorted((end for _, ends in mine for end in ends), key=lambda end: end.at)
    return Overview(
        learner=learner,
        count=Count.of(ended),
        kinds=_by_kind(ended),
        times=_over_time(ended),
        sessions=tuple(Sitting(one, Count.of(ends)) for one, ends in mine),
    )


def is_begun(session: SessionInfo) -> bool:
    """Whether anything was done in a session: one that was only opened says nothing of a learner."""
    return session.touched or bool(session.closed)


def day_in_words(day: date) -> str:
    """A day as it is said, in the same way everywhere: 3 Mar 2026."""
    return f"{day.day} {day:%b %Y}"


def moment_in_words(at: datetime) -> str:
    """A moment as it is said, on the reader's own clock: 3 Mar 2026, 14:05."""
    local = at.astimezone()
    return f"{day_in_words(local.date())}, {local:%H:%M}"


def _ended(store: Store, session: str) -> Iterable[Ended]:
    kinds: dict[str, str] = {}
    found: dict[str, Ended] = {}
    wanted = "SELECT at, kind, data FROM events WHERE session = ? AND kind IN ('asked', 'closed') ORDER BY seq"
    for at, kind, data in store.query(wanted, (session,)):
        match store.revive(kind, data):
            case Asked() as event:
                kinds[event.question] = event.question_kind
            case Closed() as event:
                # In a lesson that changed a question may end twice: the last time counts.
                found[event.question] = Ended(
                    question_kind=kinds.get(event.question, ""),
                    outcome=event.outcome,
                    at=datetime.fromisoformat(at),
                )
            case _:
                pass
    return found.values()


def _by_kind(ended: Iterable[Ended]) -> tuple[Group, ...]:
    order = {str(kind): place for place, kind in enumerate(Kind)}
    groups = _grouped((one.question_kind, one) for one in ended)
    return tuple(sorted(groups, key=lambda group: order.get(group.name, len(order))))


def _over_time(ended: Iterable[Ended]) -> tuple[Group, ...]:
    times: tuple[Group, ...] = ()
    for named in (day_in_words, _week_in_words, _month_in_words):
        # A learner's day is the one on their own clock.
        times = _grouped((named(one.at.astimezone().date()), one) for one in ended)
        if len(times) <= MOST_PERIODS:
            break
    return times[-MOST_PERIODS:]


def _week_in_words(day: date) -> str:
    return f"week of {day_in_words(day - timedelta(days=day.weekday()))}"


def _month_in_words(day: date) -> str:
    return f"{day:%b %Y}"


def _grouped(named: Iterable[tuple[str, Ended]]) -> tuple[Group, ...]:
    groups: dict[str, list[Ended]] = {}
    for name, one in named:
        groups.setdefault(name, []).append(one)
    return tuple(Group(name, Count.of(group)) for name, group in groups.items())
