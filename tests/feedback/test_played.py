"""The lessons that come with the program, their samples given as replies: all that is said is lawful."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tutor.dialogue.machine import respond, start
from tutor.dialogue.moves import Ask, Move
from tutor.dialogue.turns import HintWanted, Reply, SkipWanted
from tutor.feedback import Phrasing, faults
from tutor.lesson import LoadedLesson, load_lesson
from tutor.lesson.model import Question
from tutor.paths import packaged
from tutor.rubric.assess import assess

LESSONS = sorted(path.parent for path in (packaged() / "lessons").glob("*/lesson.toml"))
PLAYABLE = [folder for folder in LESSONS if any(folder.glob("article.*"))]


@pytest.mark.parametrize("folder", PLAYABLE, ids=lambda folder: folder.name)
def test_what_is_said_to_every_sample_is_lawful(folder: Path) -> None:
    loaded = load_lesson(folder)
    phrasing = Phrasing()
    for number, question in enumerate(loaded.lesson.questions):
        used: list[str] = []
        for answer in question.samples:
            for move in moves(loaded, number, question, answer.answer):
                wording = phrasing.word(move, used=used, position=len(used))
                used += wording.phrases
                assert not faults(wording, move, loaded.article.text, answer.answer), wording.text


def moves(loaded: LoadedLesson, number: int, question: Question, answer: str) -> Iterator[Move]:
    """What the tutor does when a question gets the same answer three times, with a call for a hint between."""
    state, _ = start(loaded.lesson)
    for _ in range(number):
        state, _ = respond(loaded.lesson, loaded.article, state, SkipWanted())
    for turn in ("answer", "hint", "answer", "answer"):
        reply = Reply(answer, assess(answer, question, loaded.article, state.history))
        state, done = respond(loaded.lesson, loaded.article, state, HintWanted() if turn == "hint" else reply)
        yield from (move for move in done if not isinstance(move, Ask))
        if state.index != number:
            return
