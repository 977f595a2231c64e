"""Attempts to get a good score without a good answer, made from answers that have one. Seeded: each run is the same."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from tests.benchmarks.answers import TOP, passage, rows
from tutor.lesson.load import LoadedLesson
from tutor.rubric.phrases import plain
from tutor.rubric.words import lemma

# The share of each attack that may get the top score.
ALLOWED = {
    "bare list": 0.02,
    "shuffled": 0.12,
    "negated": 0.15,
    "swapped": 0.20,
    "pasted": 0.0,
    "other question": 0.03,
}
OTHER = {3: 4, 4: 3, 7: 8, 8: 7}
# Names and key terms that trade places, as patterns; and what is then written for each.
SWAPS = {
    3: [("python", "koala"), ("panda", "python")],
    4: [("native", "invasive"), ("Snow", "Mac+[il]nn?e?s")],
    7: [("Rose", "Anna"), ("Rose", "Aunt Kolab")],
    8: [("Paul", "Leonard")],
}
_WRITTEN = {"Mac+[il]nn?e?s": "Maclnnes"}
LEAST_PARAGRAPH = 25  # words
LISTS = 20


def attacks(number: int, loaded: LoadedLesson) -> Iterator[tuple[str, str, list[str]]]:
    """Sort of attack, its variant, and the replies made. An answer that an attack leaves as it was is no attack."""
    top = [row.text for row in rows(number, "validation") if row.score == TOP]
    chance = random.Random(number)
    for name, joiner in (("commas", ", "), ("spaces", " "), ("and", " and ")):
        yield "bare list", name, [joiner.join(_terms(loaded, chance)) for _ in range(LISTS)]
    yield "shuffled", "all words", [_shuffled(text, chance) for text in top]
    yield "shuffled", "no marks", [_shuffled(re.sub(r"[^\w\s']", "", text).lower(), chance) for text in top]
    yield "negated", "auxiliaries", _changed(top, lambda text: _AUXILIARY.sub(r"\1 not", text))
    yield "negated", "every verb", _changed(top, _negated)
    for one, other in SWAPS[number]:
        trade = partial(_swapped, one=one, other=other)
        yield "swapped", f"{one}, {_WRITTEN.get(other, other)}", _changed(top, trade)
    text = passage(number).read_text(encoding="utf-8", errors="replace")
    paragraphs = [part for part in text.splitlines() if len(part.split()) >= LEAST_PARAGRAPH]
    words = text.split()
    yield "pasted", "paragraph", paragraphs + [" ".join(words[at : at + 60]) for at in range(0, len(words) - 60, 60)]
    yield "pasted", "two paragraphs", ["\n".join(both) for both in pairwise(paragraphs)]
    yield "pasted", "passage", [text]
    elsewhere = [row.text for half in ("development", "validation") for row in rows(OTHER[number], half)]
    best = {row.text for half in ("development", "validation") for row in rows(OTHER[number], half) if row.score == TOP}
    yield "other question", "", [text for text in elsewhere if text in best]


def _changed(texts: list[str], change: Callable[[str], str]) -> list[str]:
    return [changed for text in texts if (changed := change(text)) != text]


def _terms(loaded: LoadedLesson, chance: random.Random) -> list[str]:
    """A phrase of every concept of the lesson, in no order."""
    phrases = [list(plain(chance.choice(list(texts)))) for texts in loaded.lesson.concepts.values()]
    terms = [chance.choice(ways) for ways in phrases if ways]
    chance.shuffle(terms)
    return terms


def _shuffled(text: str, chance: random.Random) -> str:
    words = text.split()
    chance.shuffle(words)
    return " ".join(words)


_AUXILIARY = re.compile(r"\b(is|are|was|were|can|could|will|would|has|have|had|should|may|might|does|do|did)\b(?! not)")
_MAIN = frozenset(
    """adapt affect ask become believe care cause change come decide depend describe destroy eat explain feel find
    force get give go grow harm help hurt invade keep kill know learn live lose make mean move need offer read realize
    rely run say see show spread state struggle survive take talk teach tell think threaten train try understand use
    want work worry write""".split()
)


def _negated(text: str) -> str:
    """The text with every auxiliary and every main verb that the list knows denied: "does not eat"."""
    return re.sub(r"[A-Za-z]+", _not, _AUXILIARY.sub(r"\1 not", text))


def _not(match: re.Match[str]) -> str:
    word = match.group()
    base = lemma(word.lower())
    if base not in _MAIN or word.lower().endswith("ing"):
        return word
    helper = "do" if word.lower() == base else "does" if word.lower().endswith("s") else "did"
    return f"{helper} not {base}"


def _swapped(text: str, one: str, other: str) -> str:
    """The text with two names in each other's place, inflected or not."""
    written = {one.lower(): _WRITTEN.get(other, other)}

    def trade(match: re.Match[str]) -> str:
        return written.get(match.group().lower(), one)

    return re.sub(rf"\b(?:{one}|{other})", trade, text, flags=re.IGNORECASE)
