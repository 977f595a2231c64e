"""Ten moves on a small article of this project's own, to try a model on: `tutor models test`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tutor.article import Article, parse_article
from tutor.dialogue.commands import parse_command
from tutor.dialogue.machine import respond, start
from tutor.dialogue.moves import Move, Read
from tutor.dialogue.turns import DefineWanted, HintWanted, Reply, SkipWanted, Turn
from tutor.feedback.author import Author, Authored
from tutor.feedback.phrasing import Phrasing
from tutor.feedback.scene import Scene
from tutor.feedback.share import share_of
from tutor.lesson.model import Lesson
from tutor.rubric.assess import assess

ARTICLE = """\
---
title: Let the bell rest
author: Mira Okonda
---

Our school starts at eight, and half of my class is asleep until nine. Last month the student council counted who came \
late: 61 pupils in one week. The year before it was 34.

Sleep researchers have told schools for years that young people fall asleep later than adults. Dr. Alva Reyes of the \
town clinic says that a start at half past eight would give most of us the hour we lack. Everybody knows that tired \
pupils learn nothing.

The bus company says no. Its manager, Jon Pask, told me that the drivers are needed elsewhere at that hour, and that a \
new timetable would cost money. That is a lazy excuse. A bus can wait, and a brain cannot.
"""

LESSON: dict[str, object] = {
    "format": 1,
    "title": "Let the bell rest",
    "article": {"file": "article.md"},
    "questions": [
        {
            "id": "evidence",
            "kind": "evidence",
            "ask": "What evidence does the writer give that more pupils come late?",
            "about": ["p1"],
            "criteria": [
                {
                    "id": "sentence",
                    "check": "cites",
                    "from": ["p1s2", "p1s3"],
                    "probe": "Which sentence would you show to a friend who doubts it?",
                },
                {
                    "id": "counted",
                    "check": "mentions",
                    "any_of": [["student council", "counted", "count"]],
                    "probe": "How would anybody know that?",
                },
                {"id": "link", "check": "reasons"},
            ],
            "misconceptions": [
                {
                    "id": "writer-knows",
                    "check": "mentions",
                    "any_of": [["she knows", "she says so", "because she wrote it"]],
                    "challenge": "What is there for a reader who does not take her word for it?",
                }
            ],
            "hints": [{"say": "Look for something that can be counted."}],
        },
        {
            "id": "view",
            "kind": "viewpoint",
            "ask": "Whose view is it that a new timetable costs money, and does the writer share it?",
            "about": ["p3"],
            "criteria": [
                {
                    "id": "holder",
                    "check": "attributes",
                    "holder": ["Pask", "manager", "bus company"],
                    "probe": "Who says so in that paragraph?",
                },
                {
                    "id": "differs",
                    "check": "mentions",
                    "any_of": [["not share", "disagree", "lazy excuse", "not agree", "against"]],
                    "probe": "What does the writer call that?",
                },
            ],
        },
    ],
}

TURNS = (
    "Lots of pupils are late and half of them sleep in class.",
    "She says so, so it must be like that.",
    "what does timetable mean?",
    "It says 61 pupils in one week came late.",
    "/define researchers",
    "I don't get it, can you help me?",
    "The student council counted 61 pupils in one week [p1s2], because it wanted to know who came late.",
    "The drivers are needed somewhere else.",
    "Somebody thinks that it would be too expensive.",
    "i think pask says it",
    "The manager Pask says so, but she does not share it: she calls it a lazy excuse.",
)


@dataclass(frozen=True, slots=True)
class Trial:
    """One move and what it is said into. `typed` is what the learner typed."""

    typed: str
    move: Move
    scene: Scene


@cache
def lesson() -> Lesson:
    """The lesson that is tried."""
    return Lesson.model_validate(LESSON)


def article() -> Article:
    """Its article."""
    return parse_article(ARTICLE, markdown=True)


def ten_moves() -> tuple[Trial, ...]:
    """Ten moves that a model may word, as a lesson brings them."""
    return tuple(_played())[:10]


def _played() -> Iterator[Trial]:
    plan, text, phrasing = lesson(), article(), Phrasing()
    state, _ = start(plan)
    replies: list[str] = []
    said: list[str] = []
    used: list[str] = []
    for typed in TURNS:
        index = state.index
        assessment = assess(typed, plan.questions[index], text, state.history)
        turn: Turn = Reply(typed, assessment)
        match parse_command(typed):
            case DefineWanted() | HintWanted() | SkipWanted() as command:
                turn = command
            case _:
                replies.append(typed)
        state, (move, *_) = respond(plan, text, state, turn)
        assert not isinstance(move, Read)  # the plan has all of its article open
        answered = isinstance(turn, Reply)
        scene = Scene(
            lesson=plan,
            article=text,
            replies=tuple(replies),
            reply=typed if answered else "",
            said=tuple(said),
            findings=assessment.findings if answered else (),
        )
        wording = phrasing.word(move, used=used)
        if share_of(move, wording, scene):
            yield Trial(typed, move, scene)
        used += wording.phrases
        said.append(wording.say)
        if state.index != index:
            replies, said = [], []


def tried(author: Author) -> Iterator[tuple[Trial, Authored]]:
    """The ten moves in an author's words, one by one."""
    for position, trial in enumerate(ten_moves()):
        yield trial, author.word(trial.move, trial.scene, position=position)
