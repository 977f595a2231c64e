"""Replies judged for `tutor check`, and remembered: lessons are checked on each save, and most is as it was."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from tutor.article import Article
from tutor.lesson.model import Question
from tutor.rubric.model import Assessment, Verdict

# A lesson of eleven questions has some 500 replies to judge; those of a few lessons are kept, not of a whole folder.
REMEMBERED = 2_500


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about an article. Two are the same when all is that a verdict rests on, which `key` is made of."""

    key: str
    question: Question = field(compare=False, repr=False)
    article: Article = field(compare=False, repr=False)


def asked(question: Question, article: Article) -> Asked:
    """The question of a loaded lesson, ready to be judged."""
    vocabulary = question.vocabulary
    parts = (
        question.model_dump_json(exclude={"samples"}),
        json.dumps([vocabulary.concepts, vocabulary.holders]),
        article.text,
        article.title,
        article.author,
        article.source,
    )
    return Asked(sha256("\0".join(parts).encode()).hexdigest(), question, article)


@lru_cache(maxsize=REMEMBERED)
def judged(question: Asked, reply: str) -> Assessment:
    """What comes of a reply that is the first to a question."""
    # Judging needs word lists and a dictionary; loading and listing lessons do not.
    from tutor.rubric.assess import assess

    return assess(reply, question.question, question.article)


@lru_cache(maxsize=REMEMBERED)
def passes(question: Asked, reply: str) -> bool:
    """Whether a reply meets a question: as `judged(…).is_met`, and quicker where it does not."""
    from tutor.rubric.assess import LONGEST_REPLY
    from tutor.rubric.reading import Reading

    rubric = question.question
    reading = Reading(reply[:LONGEST_REPLY], rubric.ask, question.article, rubric.vocabulary, rubric.told)
    wanted = [criterion for criterion in rubric.criteria if not criterion.optional] or rubric.criteria
    met = all(criterion.test.judge(reading).verdict is Verdict.MET for criterion in wanted)
    return met and judged(question, reply).is_met
