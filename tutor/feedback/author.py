"""Whoever words the moves: the built-in phrasing, and a model where there is one and it may.

An author never sees a verdict being made: it is given a move, already chosen, and returns words. So verdicts and moves
are the same with any model or none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Literal

from tutor.article import Article
from tutor.dialogue.moves import Move
from tutor.feedback.closing import evened, force_close, in_two
from tutor.feedback.grammar import Plan, grammar_of
from tutor.feedback.guard import Flaw, flaws
from tutor.feedback.lawful import given_texts
from tutor.feedback.phrasing import Phrasing
from tutor.feedback.prompting import MOST_ARTICLE_WORDS, opening_of, turn_of
from tutor.feedback.prompts import load_prompts
from tutor.feedback.scene import Scene
from tutor.feedback.share import Share, share_of
from tutor.feedback.sources import numbers_for, spans_for
from tutor.feedback.wording import Wording
from tutor.model.request import Draft, Ending, Model, Request
from tutor.paths import packaged

TEMPERATURES = (0.3, 0.7, 1.0)
"""One for each candidate: the likeliest words first, then ever freer ones."""

SECONDS = 30.0
"""For all candidates of a move together, loading included."""

# With less time left than this, or than the last candidate took, none is begun: it would only make the learner wait.
_LEAST_SECONDS = 2.0
# Words of the article; with less than this around it, a question hangs in the air.
_LEAST_ROOM = 100
MAX_TOKENS = 160
"""Enough for 60 words in any of the vocabularies in `models.toml`; what breaks off is closed."""

NO_MODEL = "no-model"
BUILT_IN = "built-in"
CANCELLED = "cancelled"
ACCEPTED = ("model", "model-second", "model-third")


@dataclass(frozen=True, slots=True, kw_only=True)
class Authored:
    """A move in words, and how they came about.

    `outcome` is `no-model`; `built-in` (a move that no model words); `model`, `model-second` or `model-third` by the
    candidate that was shown; `cancelled`; or `fallback-` with what kept the last candidate away: a `Fault` of the
    guard, `late`, `failed`, `too-long`, or `empty` for a text without a whole sentence. `closed` tells that the text
    broke off and was closed with the question at hand. `drafts` are the candidates, each with what was wrong with it.
    """

    wording: Wording
    by: Literal["phrasing", "model"] = "phrasing"
    outcome: str = NO_MODEL
    closed: bool = False
    drafts: tuple[tuple[Draft, tuple[Flaw, ...]], ...] = ()


class Author:
    """Words moves, for the length of a lesson. `tally` counts the outcomes."""

    def __init__(
        self,
        phrasing: Phrasing,
        model: Model | None = None,
        folders: Sequence[Path] = (),
        *,
        language: str = "en",
        room: int = MOST_ARTICLE_WORDS,
        seconds: float = SECONDS,
        seed: int = 1,
        max_tokens: int = MAX_TOKENS,
        temperatures: Sequence[float] = TEMPERATURES,
    ) -> None:
        """`folders` hold prompts, a user's own first; the built-in ones come last of themselves.

        `room` is how many words of an article the model's context can hold beside the rest; `seconds` bounds all
        candidates of a move together. Raises `TutorError` when a prompt cannot be used; without a model none is read.
        """
        self.phrasing = phrasing
        self.model = model
        self.tally: Counter[str] = Counter()
        self._prompts = load_prompts([*folders, packaged() / "prompts"], language) if model else {}
        self._room = room
        self._seconds = seconds
        self._seed = seed
        self._max_tokens = max_tokens
        self._temperatures = temperatures
        self._stopped = Event()
        self._wording = False
        self.trouble = ""
        """Why a model that should word the feedback does not, in words; "" as long as it does."""

    @property
    def waits_for(self) -> str:
        """What a feedback waits for now, or would, in words for the learner; "" when it does not wait."""
        if self.model is None:
            return ""
        if not self.model.ready:
            return "the model is reading the article"
        return "finding the words" if self._wording else ""

    def warm(self, article: Article) -> None:
        """Let the model read instructions and article, while the learner does; returns at once."""
        if self.model:
            self.model.warm(*opening_of(self._prompts, article, self._room))

    def word(self, move: Move, scene: Scene, *, used: Collection[str] = (), position: int = 0) -> Authored:
        """Put a move into words. Blocks while a model writes; `cancel` ends that from another thread.

        `used` and `position` are as for `Phrasing.word`. With the same arguments and the same drafts the words are the
        same; a model's wording keeps the phrase names of the built-in one, so that the built-in wordings to come do not
        depend on what a model did.
        """
        self._stopped.clear()
        built_in = self.phrasing.word(move, used=used, position=position)
        self._wording = True
        try:
            authored = self._authored(move, scene, built_in, position)
        finally:
            self._wording = False
        self.tally[authored.outcome] += 1
        return authored

    def cancel(self) -> None:
        """Stop the model: the feedback being worded is the built-in one then. Safe when nothing is being worded."""
        self._stopped.set()
        if self.model:
            self.model.cancel()

    def _authored(self, move: Move, scene: Scene, built_in: Wording, position: int) -> Authored:
        if self.model is None:
            return Authored(wording=built_in)
        share = share_of(move, built_in, scene)
        if share is None:
            return Authored(wording=built_in, outcome=BUILT_IN)
        request = self._request(share, move, scene, built_in, position)
        drafts: list[tuple[Draft, tuple[Flaw, ...]]] = []
        left, needed, why = self._seconds, _LEAST_SECONDS, "late"
        for number, temperature in enumerate(self._temperatures):
            if left < needed or self._stopped.is_set():
                break
            this = replace(request, seed=request.seed + number, temperature=temperature, seconds=left)
            draft = self._write(self.model, this)
            while draft.ending is Ending.TOO_LONG and self._shrink():
                request = self._request(share, move, scene, built_in, position)
                this = replace(this, opening=request.opening, turn=request.turn)
                draft = self._write(self.model, this)
            left, needed = left - draft.seconds, max(needed, draft.seconds)
            wording, closed = _read(draft, share, built_in)
            wrong = flaws(wording, move, scene, built_in) if wording else ()
            drafts.append((draft, wrong))
            if self._stopped.is_set() or draft.ending is Ending.CANCELLED:
                return Authored(wording=built_in, outcome=CANCELLED, drafts=tuple(drafts))
            if wording and not wrong:
                return Authored(
                    wording=wording, by="model", outcome=ACCEPTED[number], closed=closed, drafts=tuple(drafts)
                )
            if draft.ending in (Ending.FAILED, Ending.TOO_LONG):
                self.trouble = draft.why
                why = str(draft.ending)
                break
            why = "late" if draft.ending is Ending.LATE else str(wrong[0].fault) if wrong else "empty"
        outcome = CANCELLED if self._stopped.is_set() else f"fallback-{why}"
        return Authored(wording=built_in, outcome=outcome, drafts=tuple(drafts))

    def _shrink(self) -> bool:
        """Take less of the article from now on: this model needs more tokens for a word than was thought."""
        if self._room <= _LEAST_ROOM:
            return False
        self._room //= 2
        return True

    def _request(self, share: Share, move: Move, scene: Scene, built_in: Wording, position: int) -> Request:
        system, opening = opening_of(self._prompts, scene.article, self._room)
        plan = Plan(
            statements=share.statements,
            words=share.words,
            spans=spans_for(move, scene),
            numbers=numbers_for(move, scene, built_in),
            asks=share.asks,
            question=built_in.asking,
            question_is_free=built_in.asking in given_texts(move),
        )
        return Request(
            system=system,
            opening=opening,
            turn=turn_of(self._prompts, share, move, scene, built_in, self._room),
            grammar=grammar_of(plan),
            max_tokens=self._max_tokens,
            seed=self._seed + position * len(self._temperatures),
        )

    def _write(self, model: Model, request: Request) -> Draft:
        def heard(_: str) -> None:
            # A cancelling that came just before the model began was heard by nobody.
            if self._stopped.is_set():
                model.cancel()

        return model.write(request, heard)


def _read(draft: Draft, share: Share, built_in: Wording) -> tuple[Wording | None, bool]:
    """A draft as a wording of the move, and whether it had to be closed; None when no whole sentence is in it."""
    text = evened(draft.text)
    whole = draft.ending is Ending.STOP and text != ""
    if whole and not share.asks:
        return _completed(text, built_in.asking, built_in), False
    if whole:
        say, asking = in_two(text)
        return _completed(say, asking, built_in), False
    closed = force_close(text, built_in.asking)
    return (_completed(closed.say, closed.asking, built_in), True) if closed else (None, True)


def _completed(say: str, asking: str, built_in: Wording) -> Wording:
    """With the hint that stays as it is, and the names of the built-in phrases, which count as used."""
    return replace(built_in, say=" ".join(part for part in (say, built_in.kept) if part), asking=asking)


def room_for(context: int) -> int:
    """How many words of an article fit a context of so many tokens, beside instructions, question and feedback.

    Those take up to 1,500 tokens; a word of English takes 1.4 on average, and 1.6 with names and numbers in it.
    """
    return max(200, int((context - 1_500) / 1.6))


def shares(tally: Mapping[str, int]) -> Mapping[str, float]:
    """Each outcome's share of all feedback that a model was asked for, from 0 to 1; empty when there was none."""
    asked = {name: count for name, count in tally.items() if name not in (NO_MODEL, BUILT_IN)}
    total = sum(asked.values())
    return {name: count / total for name, count in sorted(asked.items())}
