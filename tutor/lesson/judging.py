"""Replies judged for `tutor check`, and remembered: a lesson is checked on each save, and most of it is as it was."""

from __future__ import annotations

import json
from hashlib import sha256

from tutor.article import Article
from tutor.lesson.changed import Change, Concepts
from tutor.lesson.model import Question
from tutor.rubric.model import Assessment, Verdict
from tutor.rubric.rubric import Rubric


class Verdicts:
    """What comes of replies, each the first to one question."""

    def __init__(self, question: Question, article: Article) -> None:
        self._question = question
        self._article = article
        self._asked: set[str] = set()
        self._assessments: dict[str, Assessment] = {}
        self._passing: dict[str, bool] = {}

    def take_over(self, before: Verdicts, change: Change) -> None:
        """Take over what was asked for `before`, but for what a change of the lesson's other concepts may tell on."""
        same = {reply for reply in before._asked if not change.tells_on(reply)}
        self._assessments = {reply: of for reply, of in before._assessments.items() if reply in same}
        self._passing = {reply: does for reply, does in before._passing.items() if reply in same}

    @property
    def concepts(self) -> Concepts:
        """All concepts of the lesson."""
        return self._question.vocabulary.concepts

    def assessment(self, reply: str) -> Assessment:
        """What the rubric says of a reply."""
        self._asked.add(reply)
        if reply not in self._assessments:
            # Judging needs word lists and a dictionary; loading and listing lessons do not.
            from tutor.rubric.assess import assess

            self._assessments[reply] = assess(reply, self._question, self._article)
        return self._assessments[reply]

    def passes(self, reply: str) -> bool:
        """Whether a reply meets the question: as `assessment(…).is_met`, and quicker where it does not."""
        self._asked.add(reply)
        if reply not in self._passing:
            self._passing[reply] = self._meets(reply) and self.assessment(reply).is_met
        return self._passing[reply]

    def _meets(self, reply: str) -> bool:
        """Whether a reply meets all criteria by itself, be it an answer or not."""
        from tutor.rubric.assess import LONGEST_REPLY
        from tutor.rubric.reading import Reading

        rubric = self._question
        reading = Reading(reply[:LONGEST_REPLY], rubric.ask, self._article, rubric.vocabulary, rubric.told)
        wanted = [criterion for criterion in rubric.criteria if not criterion.optional] or rubric.criteria
        return all(criterion.test.judge(reading).verdict is Verdict.MET for criterion in wanted)


class Judge:
    """Judges the replies to one lesson's questions, and remembers what came of them from one check to the next."""

    def __init__(self) -> None:
        self._before: dict[str, Verdicts] = {}
        self._now: dict[str, Verdicts] = {}
        self._change = Change({}, {})

    def begin(self) -> None:
        """Begin a check: what the one before did not ask for is forgotten."""
        self._before, self._now = self._now, {}

    def on(self, question: Question, article: Article) -> Verdicts:
        """The verdicts on replies to a question of a loaded lesson."""
        key = _rests_on(question, article)
        known = self._now.get(key)
        if known is None or known.concepts != question.vocabulary.concepts:
            verdicts = self._now[key] = Verdicts(question, article)
            if before := known or self._before.get(key):
                between = before.concepts, verdicts.concepts
                if self._change.between != between:  # the same for most questions
                    self._change = Change(*between)
                verdicts.take_over(before, self._change)
            return verdicts
        return known


def _rests_on(question: Question, article: Article) -> str:
    """A digest of all that verdicts rest on, whatever the reply; what other concepts tell on is for `Change` to say."""
    vocabulary = question.vocabulary
    named = [[ref, vocabulary.texts(ref)] for part in question.parts for ref in part.test.concepts()]
    parts = (
        question.model_dump_json(include=set(Rubric.model_fields)),
        json.dumps([question.told, vocabulary.holders, named]),
        article.text,
        article.title,
        article.author,
        article.source,
    )
    return sha256("\0".join(parts).encode()).hexdigest()
