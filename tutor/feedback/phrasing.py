"""Moves to words without a model: the built-in phrasing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import assert_never

from tutor.article import printable
from tutor.dialogue.moves import (
    Ask,
    Challenge,
    Close,
    Define,
    Hint,
    Move,
    Outcome,
    Probe,
    Redirect,
    Rung,
    Shown,
    Summarise,
)
from tutor.feedback.banks import Banks, load_banks
from tutor.feedback.choice import Choice
from tutor.feedback.findings import confirmation, fresh, lead, probe
from tutor.feedback.lawful import MOST_WORDS, words_of_its_own
from tutor.feedback.quoting import listed, places, quoted
from tutor.feedback.wording import Wording
from tutor.paths import packaged
from tutor.rubric.model import Aspect, Effort

# The most words of a quotation, tried in turn until the feedback is short enough.
_QUOTE_WORDS = (12, 8, 5, 3)

# In these cases something in the reply itself is to be looked at, which a teacher's probe cannot have known.
_ASKED_ABOUT_REPLY = frozenset({Aspect.ALTERED, Aspect.INVENTED, Aspect.NAMED, Aspect.WRONG_SPEAKER})
# Wrong turns that have wordings of their own.
_OWN_CHALLENGE = frozenset({Aspect.WRONG_HOLDER, Aspect.WRONG_SPEAKER})


class Phrasing:
    """The phrase banks of a language, ready to word moves.

    `folders` hold a folder per language, a user's own first; the built-in ones come last of themselves. Raises
    `TutorError` when a bank cannot be used.
    """

    def __init__(self, folders: Sequence[Path] = (), *, language: str = "en") -> None:
        self.banks: Banks = load_banks([*folders, packaged() / "prompts"], language)

    def word(self, move: Move, *, used: Collection[str] = (), position: int = 0) -> Wording:
        """Put a move into words. Pure: the same arguments give the same words.

        `used` are the names of the phrases used in this lesson so far, in order; `position` the number of events so
        far. Learner's and lesson's texts are inserted as they are and never read as a template or as markup.
        """
        wording = Wording("", "")
        for words in _QUOTE_WORDS:
            wording = _word(move, Choice(self.banks, used, position), words)
            if isinstance(move, Summarise) or words_of_its_own(wording, move) <= MOST_WORDS:
                break
        return wording


def _word(move: Move, choice: Choice, words: int) -> Wording:
    say: list[str] = []
    kept = ""
    match move:
        case Ask():
            asking = move.open.asking
        case Probe():
            say, asking = _probe(move, choice, words)
        case Challenge():
            say, asking = _challenge(move, choice, words)
        case Hint():
            say, kept, asking = _hint(move, choice, words)
        case Redirect():
            say = [choice.pick(f"redirect.{move.effort}", {"places": places(move.focus)})]
            # The same question a second time would sound like a machine: an easier one leads back to it.
            again = move.times == 1
            asking = move.open.asking if again else choice.pick(f"hint.{move.open.kind}.{Rung.STEP}")
        case Define():
            say, asking = _define(move, choice), move.open.asking
        case Close():
            say, asking = _close(move, choice, words)
        case Summarise():
            say, asking = ["\n".join(_summary(move, choice, words))], ""
        case _:
            assert_never(move)
    whole = " ".join([*say, kept] if kept else say)
    return Wording(printable(whole), printable(asking), tuple(choice.taken), printable(kept))


def _probe(move: Probe, choice: Choice, words: int) -> tuple[list[str], str]:
    confirm = confirmation(choice, move.confirm, _share(words, len(move.confirm)))
    if move.open.openly:
        before = choice.pick("lead.open")
    else:
        before = lead(choice, move.finding, 0 if len(move.confirm) > 1 else words, confirm)
    teachers = move.times <= len(move.probes) and move.finding.judgement.aspect not in _ASKED_ABOUT_REPLY
    asking = move.probes[move.times - 1] if teachers else probe(choice, move.finding, 0)
    return [*confirm, before], asking


def _challenge(move: Challenge, choice: Choice, words: int) -> tuple[list[str], str]:
    confirm = confirmation(choice, move.confirm, _share(words, len(move.confirm)))
    there = fresh(move.finding, 0 if len(move.confirm) > 1 else words, confirm)
    if move.challenge is not None:
        return [*confirm, choice.pick("challenge.lead", there)], move.challenge
    aspect = move.finding.judgement.aspect
    bank = f"challenge.{aspect}." if aspect in _OWN_CHALLENGE else "challenge."
    before = choice.pick(f"{bank}lead", there)
    return [*confirm, before], choice.pick(f"{bank}ask")


def _hint(move: Hint, choice: Choice, words: int) -> tuple[list[str], str, str]:
    """What comes before the hint, the hint if it is a statement, and the question."""
    called = move.effort in (Effort.HELP, Effort.DEMAND)
    confirm = confirmation(choice, move.confirm, words, 1 if called else 2)
    say = [choice.pick(f"hint.before.{move.effort}")] if called else []
    say += confirm or ([] if called else [choice.pick(f"hint.before.{Effort.ANSWER}")])
    if move.say is None and move.rung is Rung.STEP:
        if not confirm:
            say.append(choice.pick("hint.before.step"))
        return say, "", choice.pick(f"hint.{move.open.kind}.{Rung.STEP}")
    hint = (move.say or _built_in_hint(move, choice)).strip()
    # A hint that asks is the question; the mark may stand inside a closing quotation mark or bracket.
    if hint.rstrip(' ”’")').endswith("?"):
        return say, "", hint
    return say, f"{hint}." if hint[-1:].isalnum() else hint, move.open.asking


def _built_in_hint(move: Hint, choice: Choice) -> str:
    there = places(move.focus)
    rung = Rung.NUDGE if move.rung is Rung.WHERE and there is None else move.rung
    return choice.pick(f"hint.{move.open.kind}.{rung}", {"places": there})


def _define(move: Define, choice: Choice) -> list[str]:
    word = quoted(move.word, 4)
    if move.meaning is not None:
        say = [choice.pick("define.meaning", {"word": word, "meaning": _sentence(move.meaning)})]
    else:
        say = [choice.pick("define.unknown", {"word": word})]
        if near := listed(move.near[:3], joiner="or"):
            say.append(choice.pick("define.near", {"near": near}))
    if found := places(move.focus):
        say.append(choice.pick("define.places", {"places": found}))
    return say


def _close(move: Close, choice: Choice, words: int) -> tuple[list[str], str]:
    confirm = confirmation(choice, move.confirm, _share(words, len(move.confirm)))
    then = "next" if move.next else "last"
    there = places(move.reread) or None
    say = [*confirm, choice.pick(f"close.{move.outcome}.{then}", {"places": there})]
    return say, move.next.asking if move.next else choice.pick("close.take-away")


def _summary(move: Summarise, choice: Choice, words: int) -> list[str]:
    rows = [_row(shown, choice, words) for shown in move.shown]
    tried = "something" if any(shown.met or shown.outcome is not Outcome.SKIPPED for shown in move.shown) else "nothing"
    return [choice.pick(f"summarise.opening.{tried}"), *rows, choice.pick(f"summarise.closing.{tried}")]


def _row(shown: Shown, choice: Choice, words: int) -> str:
    name = choice.pick(f"summarise.name.{shown.kind}")
    confirm = confirmation(choice, shown.met, words)
    how = choice.pick(f"summarise.{shown.outcome}.{'something' if confirm else 'nothing'}")
    return f"{name}: {' '.join([*confirm, how])}"


def _share(words: int, findings: int) -> int:
    """Two quotations share the room of one."""
    return words if findings < 2 else max(3, words * 2 // 3)


def _sentence(meaning: str) -> str:
    """A meaning as the end of a sentence of the tutor's."""
    meaning = meaning.strip()
    return meaning if meaning.endswith((".", "!", "?", "…")) else f"{meaning}."
