"""What the phrases of a lesson catch, and which words of good replies none of them does. Counted reply by reply."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log, sqrt

from tutor.rubric.phrases import concepts_in
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.rubric import Criterion, Misconception, Rubric
from tutor.rubric.wordlists import FUNCTION
from tutor.rubric.words import lemma

ConceptKey = str | tuple[str, ...]

LEAST = 5
"""In how many replies something must stand before it is called anything; own figure: a hand full."""
LISTED_WORDS = 60
"""How many words, and how many pairs, are listed at most."""
SURE = 1.96
"""The z-score from which a word is listed: chance alone gives as much one time in forty."""
PRIOR = 500.0
"""How many words the prior weighs as much as; own figure: those of some twenty replies, so that rare words wait."""
REMEMBERED = 200_000
"""How many words or pairs are counted at a time; beyond it the rarer half is forgotten, to keep memory bounded."""

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """In how many replies a phrase stands: by human score, and how many of these deny it there."""

    text: str
    by_score: Mapping[int, int] = field(default_factory=dict)
    denied: int = 0

    @property
    def total(self) -> int:
        """In how many replies it stands."""
        return sum(self.by_score.values())

    @property
    def mean(self) -> float | None:
        """The mean human score of these replies; None where there are none."""
        return sum(score * count for score, count in self.by_score.items()) / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class ConceptUse:
    """A concept: its name, or "" for phrases given in place; in how many replies it stands, and its phrases."""

    name: str
    by_score: Mapping[int, int]
    phrases: tuple[PhraseUse, ...]


class PhraseCounter:
    """Counts the phrases of the concepts that a question uses."""

    def __init__(self, question: Rubric) -> None:
        self._texts = concepts_of(question)
        self._phrases: dict[tuple[ConceptKey, str], Counter[int]] = {}
        self._denied: Counter[tuple[ConceptKey, str]] = Counter()
        self._concepts: dict[ConceptKey, Counter[int]] = {key: Counter() for key in self._texts}

    @property
    def keys(self) -> Iterable[ConceptKey]:
        """The concepts, as `Reading.hits` takes them."""
        return self._texts.keys()

    def add(self, hits: Mapping[ConceptKey, Sequence[Hit]], human: int) -> None:
        """Count one reply: where each concept stands in it."""
        for key, found in hits.items():
            if found:
                self._concepts[key][human] += 1
            for phrase in {hit.phrase for hit in found}:
                self._phrases.setdefault((key, phrase), Counter())[human] += 1
            for phrase in {hit.phrase for hit in found if hit.denied}:
                self._denied[key, phrase] += 1

    def counted(self) -> tuple[ConceptUse, ...]:
        """All concepts and phrases, in the lesson's order, those that never stand anywhere too."""
        return tuple(
            ConceptUse(key if isinstance(key, str) else "", self._concepts[key], tuple(self._uses(key, texts)))
            for key, texts in self._texts.items()
        )

    def _uses(self, key: ConceptKey, texts: Sequence[str]) -> Iterator[PhraseUse]:
        for text in dict.fromkeys(texts):
            yield PhraseUse(text, self._phrases.get((key, text), {}), self._denied[key, text])


def concepts_of(question: Rubric) -> dict[ConceptKey, tuple[str, ...]]:
    """The concepts that a question's checks look for, with their phrases: named ones, also those that stand within
    phrases (`@name`), then lists given in place.
    """
    named = question.vocabulary.concepts
    parts: tuple[Criterion | Misconception, ...] = (*question.criteria, *question.misconceptions)
    refs = [ref for part in parts for ref in part.test.concepts()]
    in_place = [tuple(ref) for ref in refs if not isinstance(ref, str)]
    waiting = [ref for ref in refs if isinstance(ref, str)]
    waiting += _referred(text for texts in in_place for text in texts)
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in named and name not in used:
            used.add(name)
            waiting += _referred(named[name])
    return {name: tuple(texts) for name, texts in named.items() if name in used} | {t: t for t in in_place}


def _referred(texts: Iterable[str]) -> Iterator[str]:
    return (name for text in texts for name in concepts_in(text))


@dataclass(frozen=True, slots=True)
class MissedWord:
    """A word or a pair that good replies use and no phrase catches: replies it stands in, by human score."""

    text: str
    by_score: Mapping[int, int]
    z: float


class WordCounter:
    """Counts the words, and pairs of neighbouring words, that belong to no phrase found; each once a reply."""

    def __init__(self) -> None:
        self._words: dict[str, Counter[int]] = {}
        self._pairs: dict[str, Counter[int]] = {}
        self._totals: dict[bool, Counter[int]] = {False: Counter(), True: Counter()}

    def add(self, reading: Reading, hits: Mapping[ConceptKey, Sequence[Hit]], human: int) -> None:
        """Count the words of one reply."""
        covered = _covered(reading, [hit for found in hits.values() for hit in found])
        lemmas = [lemma(word.text) for word in reading.words]
        words = {
            lemmas[number]
            for number, word in enumerate(reading.words)
            if not covered[number] and word.text not in FUNCTION and word.text[0].isalpha()
        }
        pairs = {
            f"{lemmas[number - 1]} {lemmas[number]}"
            for number in range(1, len(lemmas))
            if reading.words[number - 1].sentence == reading.words[number].sentence
            and not (covered[number - 1] and covered[number])
            and not (reading.words[number - 1].text in FUNCTION and reading.words[number].text in FUNCTION)
        }
        for kind, seen, counts in ((False, words, self._words), (True, pairs, self._pairs)):
            self._totals[kind][human] += len(seen)
            for text in seen:
                counts.setdefault(text, Counter())[human] += 1
            if len(counts) > REMEMBERED:
                _forget_rare(counts)

    def missed(self, humans: Sequence[int]) -> tuple[tuple[MissedWord, ...], tuple[MissedWord, ...]]:
        """Words, and pairs, that tell high replies from low ones, most telling first.

        High is above the middle of the human scores given, low below it.
        """
        low, high = split(humans)
        words = _telling(self._words, self._totals[False], low, high)
        return words, _telling(self._pairs, self._totals[True], low, high)


def _forget_rare(counts: dict[str, Counter[int]]) -> None:
    for text in sorted(counts, key=lambda text: counts[text].total())[: len(counts) // 2]:
        del counts[text]


def split(humans: Sequence[int]) -> tuple[frozenset[int], frozenset[int]]:
    """The low and the high ones of these scores: below and above the middle between the lowest and the highest."""
    middle = (min(humans) + max(humans)) / 2 if humans else 0.0
    return frozenset(s for s in humans if s < middle), frozenset(s for s in humans if s > middle)


def _covered(reading: Reading, hits: Sequence[Hit]) -> list[bool]:
    """For each word whether it belongs to a phrase found; what only stands in a gap of one does not."""
    covered = [False] * len(reading.words)
    for hit in hits:
        if hit.citation is not None:
            continue
        covered[hit.first] = covered[hit.last] = True
        if hit.last - hit.first > 1:
            known = {lemma(word) for word in _LETTERS.findall(hit.phrase.lower())}
            for number in range(hit.first + 1, hit.last):
                covered[number] = covered[number] or lemma(reading.words[number].text) in known
    return covered


def _telling(
    counts: Mapping[str, Counter[int]], totals: Counter[int], low: frozenset[int], high: frozenset[int]
) -> tuple[MissedWord, ...]:
    all_low, all_high = (float(sum(totals[score] for score in scores)) for scores in (low, high))
    overall = totals.total()
    found = []
    for text, by_score in counts.items():
        if by_score.total() < LEAST or not all_low or not all_high:
            continue
        in_low, in_high = (float(sum(by_score[score] for score in scores)) for scores in (low, high))
        z = log_odds(in_high, all_high, in_low, all_low, PRIOR * by_score.total() / overall)
        if z >= SURE:
            found.append(MissedWord(text, by_score, z))
    return tuple(sorted(found, key=lambda word: (-word.z, word.text))[:LISTED_WORDS])


def log_odds(here: float, all_here: float, there: float, all_there: float, prior: float) -> float:
    """How much likelier a word is here than there, as a z-score.

    The log-odds ratio with an informative Dirichlet prior, over its standard deviation. `here` and `there` are how
    often the word stands among `all_here` and `all_there` words; `prior` is the word's share of the `PRIOR` words.
    Source: B. L. Monroe, M. P. Colaresi, K. M. Quinn, "Fightin' Words", Political Analysis 16 (2008), 372-403.
    """
    mine, others = here + prior, there + prior
    odds = log(mine / (all_here + PRIOR - mine)) - log(others / (all_there + PRIOR - others))
    return odds / sqrt(1 / mine + 1 / others)
