"""Which part of a move's words a model writes, and which stays as the lesson or the phrase bank has it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from tutor.dialogue.moves import Ask, Challenge, Close, Define, Hint, Move, Outcome, Probe, Redirect, Summarise
from tutor.feedback.lawful import MOST_SENTENCES, MOST_WORDS, words_of_its_own
from tutor.feedback.scene import Scene
from tutor.feedback.wording import Wording
from tutor.rubric.model import Effort

# With fewer words there is nothing to say.
_LEAST_WORDS = 12
# A hint is to be read, not the words that lead to it.
_BEFORE_HINT = 2


class Prompt(StrEnum):
    """The prompts of a language's folder, each a Markdown file: two for a whole lesson, then one per share."""

    SYSTEM = "system"
    ARTICLE = "article"
    PROBE = "probe"
    CHALLENGE = "challenge"
    HINT = "hint"
    QUESTION = "question"
    DEFINE = "define"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a model writes of one feedback: at most `statements` sentences, `words` words in all.

    `asks` tells whether the closing question is the model's as well; else it stays the one of the built-in wording.
    """

    prompt: Prompt
    statements: int
    words: int
    asks: bool = False


def share_of(move: Move, built_in: Wording, scene: Scene) -> Share | None:
    """What a model may write of a move; None where the built-in words are better.

    - An `Ask` is the teacher's question and a `Summarise` a record: both must be exact.
    - A `Probe` is where a model helps most: it ties the next question to what this learner wrote. The teacher's probe
      is offered to it, and it may ask in words of its own.
    - A `Challenge` and a `Hint` of the teacher's, the question asked again after a digression and the one that comes
      next stay word for word: they are made so that they lead on without giving away, and what is asked next is judged
      by them. The model writes what stands before.
    - A plea for the answer never reaches a model, nor does what is no reply at all: the built-in words for both are at
      once there, and nothing typed can change them.
    - A word or question of the learner's own goes to a model only if the article has something on it.
    - A close that leaves something open names the places to read again, and must not say what they show.
    """
    left = MOST_WORDS - words_of_its_own(Wording(built_in.kept, built_in.asking), move)
    match move:
        case Ask() | Summarise():
            return None
        case Probe():
            share = Share(prompt=Prompt.PROBE, statements=MOST_SENTENCES, words=MOST_WORDS, asks=True)
        case Challenge(challenge=None):
            share = Share(prompt=Prompt.CHALLENGE, statements=MOST_SENTENCES, words=MOST_WORDS, asks=True)
        case Challenge():
            share = Share(prompt=Prompt.CHALLENGE, statements=MOST_SENTENCES, words=left)
        case Hint(effort=Effort.DEMAND):
            return None
        case Hint():
            if not scene.reply:
                return None
            share = Share(prompt=Prompt.HINT, statements=_BEFORE_HINT, words=left)
        case Redirect(effort=Effort.OWN_QUESTION) if move.focus:
            share = Share(prompt=Prompt.QUESTION, statements=MOST_SENTENCES, words=left)
        case Redirect():
            return None
        case Define(meaning=None) if move.focus:
            share = Share(prompt=Prompt.DEFINE, statements=MOST_SENTENCES, words=left)
        case Define():
            return None
        case Close(outcome=Outcome.MET | Outcome.THANKED) if move.confirm:
            share = Share(prompt=Prompt.CLOSE, statements=MOST_SENTENCES, words=left)
        case Close():
            return None
        case _:
            assert_never(move)
    return share if share.words >= _LEAST_WORDS else None
