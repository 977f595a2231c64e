"""What a feedback is said into: lesson, article, what the learner wrote on this question, what was said before."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.article import Article
from tutor.dialogue.moves import Close, Move, Summarise
from tutor.lesson.model import Lesson, Question
from tutor.rubric.model import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The surroundings of one move, for whoever words it and whoever checks the words.

    `replies` is all that the learner typed on this question, oldest first, answers or not; `reply` the one this move
    answers, "" after a command. `said` are the statements of the tutor's earlier feedback on this question. `findings`
    are the assessment of the reply, as far as there is one.
    """

    lesson: Lesson
    article: Article
    replies: tuple[str, ...] = ()
    reply: str = ""
    said: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def wrote(self) -> str:
        """All of the learner's words on this question."""
        return "\n".join(dict.fromkeys((*self.replies, self.reply)))

    def question(self, move: Move) -> Question | None:
        """The question a move is about, in this lesson."""
        return None if isinstance(move, Summarise) else self._named(move.open.question)

    def key_of(self, move: Move) -> Question | None:
        """The question whose answer this move must keep: the one asked next.

        A question that closes because it is answered has nothing left to keep.
        """
        if isinstance(move, Close):
            return self._named(move.next.question) if move.next else None
        return self.question(move)

    def _named(self, name: str) -> Question | None:
        return next((question for question in self.lesson.questions if question.id == name), None)
