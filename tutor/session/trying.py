"""One reply tried on one question, as a teacher does it: what the rubric says, and what the tutor would say next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from tutor.dialogue.machine import respond, start
from tutor.dialogue.moves import Act, Ask, Challenge, Close, Define, Hint, Outcome, Probe, Read, Redirect, Summarise
from tutor.dialogue.turns import Reply
from tutor.feedback.phrasing import Phrasing
from tutor.lesson.load import LoadedLesson
from tutor.rubric.assess import assess
from tutor.rubric.model import Assessment


@dataclass(frozen=True, slots=True)
class Trial:
    """What comes of a reply: `move` says in a few words what the tutor would do, `says` are its built-in words."""

    reply: str
    assessment: Assessment
    move: str
    says: str


def try_reply(loaded: LoadedLesson, question: int, text: str, phrasing: Phrasing) -> Trial:
    """Judge `text` as the first reply to a question (its place in the lesson, from 0). Nothing is kept."""
    lesson, article = loaded.lesson, loaded.article
    state, _ = start(lesson)
    state = replace(state, index=question, reading=False)
    assessment = assess(text, lesson.questions[question], article)
    _, acts = respond(lesson, article, state, Reply(text, assessment))
    move = next(act for act in acts if not isinstance(act, Read | Ask))
    return Trial(text, assessment, _in_words(move), phrasing.word(move).text)


def _in_words(move: Act) -> str:
    match move:
        case Probe():
            return f"ask about {move.finding.criterion}, the first criterion that is not met"
        case Challenge():
            return f"question the misconception {move.finding.criterion}"
        case Hint():
            return "give a hint"
        case Redirect():
            return "lead back to the question: this is no answer"
        case Close(outcome=Outcome.MET):
            return "close the question: it is answered"
        case Close(outcome=Outcome.THANKED):
            return "close the open question with thanks"
        case Close():
            return "close the question"
        case Ask() | Define() | Read() | Summarise():
            raise AssertionError(move)  # none of them follows from a reply
        case _:
            assert_never(move)
