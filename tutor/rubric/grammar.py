"""The little grammar that can be told of a reply without a parser: sentences, neighbours, which words are verbs."""

from __future__ import annotations

from functools import lru_cache

from tutor.rubric.reading import Reading
from tutor.rubric.wordlists import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    DETERMINERS,
    FUNCTION,
    NOT_ADVERBS,
    SUBORDINATORS,
    TITLES,
    TRAIT_NOUNS,
)
from tutor.rubric.words import lemma

# No search goes further back than this in a sentence without an end, in words. Own figure: the longest sentences of
# real replies that still hang together have about as many.
WINDOW = 60
# How many words a phrase behind a preposition may have: "pandas in the south of China eat".
BRIDGE = 7
# How far to the right of a verb its object or its "by" may stand, in words.
OBJECT_REACH = 10
# How many articles and titles may stand before a name: "all of these" has three.
ARTICLES_BEFORE = 4


_BEFORE_NAMES = (DETERMINERS | TITLES) - {"that"}  # "that" opens a clause: "it shows that Rose is"


class Grammar:
    """What is told of each word of a reply, by its number.

    `texts` and `lemmas` are the words; `starts` the first word of the sentence each stands in. `before` and `after` are
    the next words to the left and right in the same sentence that are no adverbs, or None.
    """

    def __init__(self, reading: Reading) -> None:
        self.texts = [word.text for word in reading.words]
        self.lemmas = [lemma(text) for text in self.texts]
        self.clauses = [word.clause for word in reading.words]
        self.starts = _sentence_starts(reading)
        self._verbs = [not COMMON_VERBS.isdisjoint(forms) for forms in reading.forms]
        self._adverbs = [_is_adverb(text) for text in self.texts]
        self.before = self._neighbours(1)
        self.after = self._neighbours(-1)

    def _neighbours(self, step: int) -> list[int | None]:
        """For each word the nearest one that is no adverb, to the left for 1 and to the right for -1."""
        found: list[int | None] = [None] * len(self.texts)
        beside, start = -1, -1
        for number in range(len(self.texts))[::step]:
            if self.starts[number] == start:
                found[number] = found[beside] if self._adverbs[beside] else beside
            beside, start = number, self.starts[number]
        return found

    def same(self, number: int, other: int) -> bool:
        """Whether there is a word `other`, in the sentence of word `number`."""
        return 0 <= other < len(self.texts) and self.starts[number] == self.starts[other]

    def start(self, number: int) -> int:
        """How far back a search from word `number` goes: to the start of its sentence, or as far as any."""
        return max(self.starts[number], number - WINDOW)

    def is_verb(self, number: int) -> bool:
        """Whether a word is an auxiliary or an everyday verb, inflected or misspelt."""
        return self._verbs[number] or self.is_auxiliary(number)

    def is_auxiliary(self, number: int) -> bool:
        """Whether a word is a form of "be", "have" or "do", or "can" and the like."""
        return self.texts[number] in AUXILIARIES

    def is_be(self, number: int) -> bool:
        """Whether a word is a form of "be"."""
        return self.lemmas[number] in BE or self.texts[number] in BE

    def is_trait(self, number: int) -> bool:
        """Whether a word is a noun for what somebody is like: "trait", "quality"."""
        return self.lemmas[number] in TRAIT_NOUNS

    def is_adverb(self, number: int) -> bool:
        """Whether a word is an adverb, or as idle between a subject and its verb: "both", "not"."""
        return self._adverbs[number]

    def any_verb(self, first: int, last: int) -> bool:
        """Whether a verb stands between two words."""
        return any(self.is_verb(number) for number in range(first + 1, last))

    def phrase_before(self, number: int) -> int | None:
        """The word before the noun phrase that word `number` closes: articles and one describing word are skipped."""
        at = number - 1
        while at > number - 1 - ARTICLES_BEFORE and self.same(number, at) and self.texts[at] in _BEFORE_NAMES:
            at -= 1
        described = at == number - 1 and self.same(number, at - 1) and self.texts[at - 1] in DETERMINERS
        if described and self.texts[at] not in FUNCTION and not self.is_auxiliary(at):
            at -= 2
        return at if self.same(number, at) else None

    def is_subordinate(self, number: int) -> bool:
        """Whether the noun phrase that word `number` closes follows "because", "that" and the like."""
        before = self.phrase_before(number)
        return before is not None and self.texts[before] in SUBORDINATORS

    def is_after_noun(self, number: int) -> bool:
        """Whether word `number` is a finite verb right behind a noun: "the family helps"."""
        text, before = self.texts[number], self.before[number]
        finite = self.is_auxiliary(number) or (text.endswith(("s", "ed")) and self._verbs[number])
        if not finite or text in ("being", "been", "be"):
            return False
        if before is None or self.clauses[before] != self.clauses[number]:
            return False
        word = self.texts[before]
        return not (word in FUNCTION or self.is_verb(before) or self.is_trait(before) or word.endswith("ing"))


@lru_cache(maxsize=2)
def grammar_of(reading: Reading) -> Grammar:
    """The grammar of a reading, made once for all checks on it."""
    return Grammar(reading)


@lru_cache(maxsize=20_000)
def _is_adverb(text: str) -> bool:
    return text in ADVERBS or (text.endswith("ly") and len(text) > 4 and text not in NOT_ADVERBS)


def _sentence_starts(reading: Reading) -> list[int]:
    """For each word the first word of its sentence; "Mr." ends none, and "track.Then" is two."""
    starts: list[int] = []
    words, text = reading.words, reading.text
    for number, word in enumerate(words):
        start = number
        if number:
            before = words[number - 1]
            stuck = before.span.end + 1 == word.span.start and text[before.span.end] in ".!?"
            ends = before.sentence != word.sentence or (stuck and text[word.span.start].isupper())
            start = number if ends and before.text not in TITLES else starts[-1]
        starts.append(start)
    return starts
