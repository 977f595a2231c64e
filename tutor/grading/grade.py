"""Replies to scores: a pure function over plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tutor.article import Article
from tutor.grading.table import Answer
from tutor.rubric.assess import assess
from tutor.rubric.model import Assessment
from tutor.rubric.rubric import Rubric
from tutor.rubric.scoring import score_of


@dataclass(frozen=True, slots=True)
class Graded:
    """One reply and what it is worth: `score` is the level by the question's rule, from 0, and rests on `points`."""

    answer: Answer
    question: str
    score: int
    points: float
    assessment: Assessment

    @property
    def id(self) -> str:
        """The reply's id in the table it comes from."""
        return self.answer.id


def grade(answers: Iterable[Answer], question: Rubric, article: Article) -> Iterator[Graded]:
    """Score replies one by one, in their order. Nothing is kept from one reply to the next."""
    for answer in answers:
        assessment = assess(answer.text, question, article, quotes=False)
        score = score_of(assessment, question.scoring)
        yield Graded(answer, question.id, score.level, score.points, assessment)
