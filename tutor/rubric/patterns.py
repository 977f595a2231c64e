"""The patterns of many concepts, found from the words of a reply: which begin with one of them, and which may match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from tutor.rubric.phrases import Pattern, Phrase, Phrases

ConceptKey = str | tuple[str, ...]
"""A concept: the name a lesson gives it, or the phrases that stand in place of one."""


class Entry(NamedTuple):
    """A pattern of a concept; `needs` has a bit for each set of forms of which a reply that matches has one."""

    concept: ConceptKey
    needs: int
    phrase: Phrase
    pattern: Pattern


class Patterns:
    """The patterns of concepts.

    `by_first` has those made of words alone, by each form of the first one. `referring` has, for each concept, those
    that refer to another, and `places` its phrases that are addresses; concepts without any are left out.
    """

    def __init__(self, concepts: Mapping[ConceptKey, Phrases]) -> None:
        self._bits: dict[frozenset[str], int] = {}
        by_first: dict[str, list[Entry]] = {}
        referring: dict[ConceptKey, list[Entry]] = {}
        self.places: dict[ConceptKey, tuple[Phrase, ...]] = {}
        for key, phrases in concepts.items():
            for phrase in phrases.all:
                for pattern in phrase.patterns:
                    entry = Entry(key, self._needs(pattern), phrase, pattern)
                    if pattern.concepts:
                        referring.setdefault(key, []).append(entry)
                        continue
                    for form in pattern.first.forms | pattern.first.exact:
                        by_first.setdefault(form, []).append(entry)
            if places := tuple(phrase for phrase in phrases.all if phrase.place):
                self.places[key] = places
        self.by_first: Mapping[str, tuple[Entry, ...]] = {form: tuple(found) for form, found in by_first.items()}
        self.referring: Mapping[ConceptKey, tuple[Entry, ...]] = {key: tuple(got) for key, got in referring.items()}
        self.indirect = tuple(dict.fromkeys((*self.referring, *self.places)))
        self._of_form: dict[str, int] = {}
        for forms, bit in self._bits.items():
            for form in forms:
                self._of_form[form] = self._of_form.get(form, 0) | bit
        self._all = (1 << len(self._bits)) - 1

    def _needs(self, pattern: Pattern) -> int:
        """The bits of a pattern: its later words, and the first where it refers to a concept further on."""
        first = [] if pattern.first.concept or not pattern.concepts else [pattern.first.forms | pattern.first.exact]
        needs = 0
        for forms in (*first, *pattern.anchors):
            needs |= self._bits.setdefault(forms, 1 << len(self._bits))
        return needs

    def absent(self, forms: Iterable[str]) -> int:
        """The bits that no word of a reply, all of whose `forms` these are, stands for.

        A pattern that needs one of them cannot match: most go no further.
        """
        present = 0
        of_form = self._of_form
        for form in of_form.keys() & forms:
            present |= of_form[form]
        return self._all & ~present


@lru_cache(maxsize=64)
def patterns_of(phrases: Phrases) -> Patterns:
    """The patterns of phrases that are looked for by themselves, as those of the concept `()`."""
    return Patterns({(): phrases})
