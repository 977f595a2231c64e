"""Sessions put into a store event by event, at times that the test names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tutor.session.events import Asked, Closed, Event, Replied, Started, Summary
from tutor.session.store import Store

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def set(self, **later: float) -> None:
        self.now = NOON + timedelta(**later)


def keep(store: Store, session: str, *events: Event) -> None:
    for seq, event in enumerate(events, start=store.last_seq(session) + 1):
        store.append(session, seq, event)


def started(learner: str = "", lesson: str = "ferry", questions: int = 3, digest: str = "d") -> Started:
    return Started(lesson=lesson, title=f"The {lesson}", digest=digest, learner=learner, questions=questions)


def question(name: str, kind: str, outcome: str, reply: str = "A reply.", number: int = 1) -> tuple[Event, ...]:
    return (
        Asked(question=name, question_kind=kind, text=f"Ask {name}?", number=number, total=3),
        Replied(question=name, text=reply),
        Closed(question=name, outcome=outcome),
    )


def end(text: str = "The end.") -> Summary:
    return Summary(text=text)
