"""What the store knows of learners and lessons: all of it is asked of the events, nothing is kept beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tutor.session.cleaning import same_name
from tutor.session.events import Started
from tutor.session.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionInfo:
    """One session at a glance.

    `closed` of `questions` have ended; `touched` tells whether the learner did anything, if only typing a draft;
    `last_seen` is UTC.
    """

    id: str
    lesson: str
    title: str
    learner: str
    questions: int
    replies: int
    closed: int
    touched: bool
    finished: bool
    last_seen: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a learner has come in one lesson: `closed` of `total` questions in the session that is open, or was last.

    `finished` tells whether any session reached the end; `last_seen` is UTC.
    """

    closed: int
    total: int
    finished: bool
    last_seen: datetime


def all_sessions(store: Store) -> tuple[SessionInfo, ...]:
    """Every session in the store, the one last seen first."""
    rows = store.query(
        """
        SELECT first.session, first.kind, first.data,
               sum(e.kind = 'replied'), count(DISTINCT CASE WHEN e.kind = 'closed' THEN e.question END),
               max(e.kind IN ('replied', 'commanded', 'drafted')), max(e.kind = 'summary'), max(e.at), max(e.id)
        FROM events AS first JOIN events AS e USING (session)
        WHERE first.kind = 'started' AND first.seq = 1
        GROUP BY first.session
        ORDER BY max(e.at) DESC, max(e.id) DESC
        """
    )
    found = []
    for session, kind, data, replies, closed, touched, finished, last_seen, _ in rows:
        started = store.revive(kind, data)
        if isinstance(started, Started):
            found.append(
                SessionInfo(
                    id=session,
                    lesson=started.lesson,
                    title=started.title,
                    learner=started.learner,
                    questions=started.questions,
                    replies=replies,
                    closed=closed,
                    touched=bool(touched),
                    finished=bool(finished),
                    last_seen=datetime.fromisoformat(last_seen),
                )
            )
    return tuple(found)


def sessions_of(store: Store, lesson: str, learner: str = "") -> tuple[SessionInfo, ...]:
    """A learner's sessions of one lesson that are worth taking up again, the one last seen first."""
    return tuple(
        session
        for session in all_sessions(store)
        if session.lesson == lesson and same_name(session.learner, learner) and session.touched and not session.finished
    )


def learners(store: Store) -> tuple[str, ...]:
    """The names of all who have used this store, the one last seen first. Those without a name are not among them."""
    return unique_names(session.learner for session in all_sessions(store) if session.learner)


def unique_names(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, as first met; names that differ in capitals only are the same."""
    met: list[str] = []
    for name in names:
        if not any(same_name(name, other) for other in met):
            met.append(name)
    return tuple(met)


def progress(store: Store, learner: str = "") -> Mapping[str, Progress]:
    """Lesson slug to how far the learner has come in it; lessons never started are not in it."""
    result: dict[str, Progress] = {}
    mine = [session for session in all_sessions(store) if same_name(session.learner, learner)]
    # An open session says more about where a learner is than a finished one, however old; hence the order.
    for session in sorted(mine, key=lambda session: session.finished):
        before = result.get(session.lesson)
        if before is None:
            result[session.lesson] = Progress(session.closed, session.questions, session.finished, session.last_seen)
        elif session.finished and not before.finished:
            result[session.lesson] = Progress(before.closed, before.total, True, before.last_seen)
    return result
