"""Moves to events: which events a move becomes, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from tutor.article import Address, Reference
from tutor.dialogue.moves import (
    Act,
    Ask,
    Challenge,
    Close,
    Define,
    Hint,
    Outcome,
    Probe,
    Read,
    Redirect,
    Summarise,
)
from tutor.feedback.author import Authored
from tutor.feedback.wording import Wording
from tutor.session.events import Asked, Closed, Event, Feedback, ReadingOpened, Row, Summary

Spoken = Probe | Challenge | Hint | Redirect | Define | Close
"""The moves that are worded as feedback."""


@dataclass(frozen=True, slots=True)
class Step:
    """One event that is owed for a move. `as_kind` is the event's kind; `bridged` as in `Asked`."""

    move: Act
    as_kind: Literal["reading", "asked", "feedback", "closed", "summary"]
    bridged: bool = False


def steps(moves: Iterable[Act]) -> Iterator[Step]:
    """The events owed for the moves of one turn, in order."""
    bridged = False
    for move in moves:
        match move:
            case Read():
                yield Step(move, "reading")
                continue
            case Ask():
                yield Step(move, "asked", bridged)
            case Close():
                yield Step(move, "feedback")
                yield Step(move, "closed")
            case Summarise():
                yield Step(move, "summary")
            case Probe() | Challenge() | Hint() | Redirect() | Define():
                yield Step(move, "feedback")
            case _:
                assert_never(move)
        # The words of a close end in the question that comes next.
        bridged = isinstance(move, Close)


def reading_opened(move: Read) -> ReadingOpened:
    """The event that opens the article, or a part of it, for reading."""
    return ReadingOpened(
        question=move.question,
        first=str(Address(move.first)),
        to="" if move.last is None else str(Address(move.last)),
        after=move.after,
        purpose=move.purpose,
    )


def asked(move: Ask, *, bridged: bool = False) -> Asked:
    """The event that opens a question."""
    return Asked(
        question=move.open.question,
        question_kind=str(move.open.kind),
        text=move.open.asking,
        number=move.number,
        total=move.total,
        about=_addresses(move.focus),
        bridged=bridged,
    )


def feedback(move: Spoken, authored: Authored) -> Feedback:
    """The event that keeps what was said."""
    wording = authored.wording
    return Feedback(
        question=move.open.question,
        move=type(move).__name__.lower(),
        text=wording.text,
        by=authored.by,
        outcome=authored.outcome,
        say=wording.say,
        asking=wording.asking,
        focus=_addresses(_focus(move)),
        phrases=tuple(wording.phrases),
    )


def closed(move: Close) -> Closed:
    """The event that ends a question."""
    return Closed(
        question=move.open.question,
        outcome=str(move.outcome),
        review=not move.open.openly and (move.outcome is Outcome.ATTEMPTS or move.open.kind.needs_reading),
        reread=_addresses(move.reread),
    )


def summary(move: Summarise, wording: Wording) -> Summary:
    """The event that ends the lesson."""
    return Summary(
        text=wording.text,
        rows=tuple(
            Row(
                question=shown.question,
                question_kind=str(shown.kind),
                outcome=str(shown.outcome),
                showed=tuple(finding.judgement.reason for finding in shown.met),
                quotes=tuple(finding.quote for finding in shown.met if finding.quote),
            )
            for shown in move.shown
        ),
    )


def event_of(step: Step, authored: Authored | None) -> Event:
    """The event of a step; `authored` is needed for feedback and summary only."""
    match step.move, step.as_kind:
        case Read() as move, _:
            return reading_opened(move)
        case Ask() as move, _:
            return asked(move, bridged=step.bridged)
        case Close() as move, "closed":
            return closed(move)
        case Summarise() as move, _:
            assert authored is not None
            return summary(move, authored.wording)
        case move, _:
            assert authored is not None
            return feedback(move, authored)


def _focus(move: Spoken) -> tuple[Reference, ...]:
    match move:
        case Hint() | Redirect() | Define():
            return move.focus
        case Close():
            return move.reread
        case _:
            # To highlight what a probe or challenge is about would be to give the answer away.
            return ()


def _addresses(references: Iterable[Reference]) -> tuple[str, ...]:
    return tuple(str(reference) for reference in references)
