"""What the tutor says of a question, each text with its place in the lesson file."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.lesson.model import Question
from tutor.lesson.places import KeyPath


def probes(path: KeyPath, question: Question) -> Iterator[tuple[KeyPath, str]]:
    """The probes of the question at `path`: a criterion has none, one or several."""
    for number, criterion in enumerate(question.criteria):
        here = (*path, "criteria", number, "probe")
        match criterion.probe:
            case str(text):
                yield here, text
            case list(texts):
                yield from (((*here, at), text) for at, text in enumerate(texts))
            case None:
                pass


def challenges(path: KeyPath, question: Question) -> Iterator[tuple[KeyPath, str]]:
    """The challenges of the question at `path`."""
    for number, misconception in enumerate(question.misconceptions):
        yield (*path, "misconceptions", number, "challenge"), misconception.challenge


def aims(path: KeyPath, question: Question) -> Iterator[tuple[KeyPath, str]]:
    """What learners read of the criteria of the question at `path`."""
    for number, criterion in enumerate(question.criteria):
        if criterion.aim:
            yield (*path, "criteria", number, "aim"), criterion.aim


def hints(path: KeyPath, question: Question) -> Iterator[tuple[KeyPath, str]]:
    """The hints of the question at `path`."""
    for number, hint in enumerate(question.hints):
        yield (*path, "hints", number, "say"), hint.say


def told(path: KeyPath, question: Question) -> Iterator[tuple[KeyPath, str]]:
    """All of it: the question itself, then probes, challenges, aims and hints."""
    yield (*path, "ask"), question.ask
    yield from probes(path, question)
    yield from challenges(path, question)
    yield from aims(path, question)
    yield from hints(path, question)
