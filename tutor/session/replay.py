"""A session rebuilt from its events: the stored turns go through the dialogue again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tutor.article import Article
from tutor.dialogue.commands import parse_command
from tutor.dialogue.machine import respond, start
from tutor.dialogue.moves import Act
from tutor.dialogue.state import State
from tutor.dialogue.turns import DefineWanted, HintWanted, ReadyWanted, Reply, SkipWanted, Turn
from tutor.lesson.model import Lesson, Question
from tutor.rubric.assess import assess
from tutor.session.events import (
    Asked,
    Assessed,
    Closed,
    Commanded,
    Drafted,
    Event,
    Feedback,
    ReadingOpened,
    Replied,
    Started,
    Summary,
)
from tutor.session.record import assessment_of
from tutor.session.telling import Step, steps


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a session stands.

    `owed` are the events of the last turn that were not stored; `unanswered` is a reply that was stored and not yet
    assessed; `changed` tells that the lesson is no longer the one the session last went through.
    """

    state: State
    owed: tuple[Step, ...]
    unanswered: Replied | None = None
    draft: str = ""
    changed: bool = False


def open_question(lesson: Lesson, state: State) -> Question | None:
    """The question that is open; None at the end."""
    return None if state.finished else lesson.questions[state.index]


def replay(lesson: Lesson, article: Article, digest: str, events: Iterable[Event]) -> Standing:
    """Rebuild a session. `digest` names the lesson as it is now.

    A stored assessment counts as it is while the lesson is the same; replies to an older one are assessed anew. A
    turn counts only while its question is open: in a changed lesson that need not be so.
    """
    state, moves = start(lesson)
    told: list[Event] = []  # the tutor's side of the last turn
    stale = False  # whether the lesson changed since the last turn
    known = ""
    draft = ""
    unanswered: Replied | None = None
    for event in events:
        turn: Turn | None = None
        question = open_question(lesson, state)
        match event:
            case Started():
                stale = stale or bool(known and event.digest != known)
                known = event.digest
            case Drafted():
                draft = event.text
            case Replied():
                unanswered, draft = event, ""
            case Assessed() if unanswered is not None:
                if question is not None and question.id == unanswered.question:
                    stored = assessment_of(event) if known == digest else None
                    assessment = stored or assess(unanswered.text, question, article, state.history)
                    turn = Reply(unanswered.text, assessment)
                unanswered = None
            case Commanded():
                draft = ""
                if question is not None and question.id == event.question:
                    turn = turn_of(event)
            case ReadingOpened() | Asked() | Feedback() | Closed() | Summary():
                told.append(event)
            case _:
                pass
        if turn is not None:
            state, moves = respond(lesson, article, state, turn)
            told, stale = [], False
    changed = bool(known) and known != digest
    return Standing(state, _owed(moves, told, stale or changed), unanswered, draft, changed)


def _owed(moves: tuple[Act, ...], told: list[Event], stale: bool) -> tuple[Step, ...]:
    if not stale:
        return tuple(steps(moves))[len(told) :]
    # What an older lesson left to be said is let go: the question is asked afresh. Only the end must be told.
    ended = any(isinstance(event, Summary) for event in told)
    return tuple(step for step in steps(moves) if step.as_kind == "summary" and not ended)


def turn_of(event: Commanded) -> Turn | None:
    """The turn that a stored command was; None when this version has no such command."""
    match parse_command(event.text):
        case ReadyWanted() | HintWanted() | SkipWanted() | DefineWanted() as turn:
            return turn
        case _:
            return None
