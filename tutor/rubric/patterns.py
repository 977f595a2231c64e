"""The patterns of many concepts, found from the words of a reply: which begin with one of them, and which may match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from tutor.rubric.phrases import Pattern, Phrase, Phrases

ConceptKey = str | tuple[str, ...]
"""A concept: the name a lesson gives it, or the phrases that stand in place of one."""


class Entry(NamedTuple):
    """A pattern of a concept; `needs` has a bit for each set of forms, and each concept, that a match has one of."""

    concept: ConceptKey
    needs: int
    phrase: Phrase
    pattern: Pattern


class Patterns:
    """The patterns of concepts.

    `by_first` has those made of words alone, by each form of the first one. `referring` has, for each concept, those
    that refer to another, and `places` its phrases that are addresses; concepts without any are left out. `indirect`
    are the concepts that have either, each behind those it refers to; `standing` has the bit that stands for a concept
    where another refers to it.
    """

    def __init__(self, concepts: Mapping[ConceptKey, Phrases]) -> None:
        self._bits: dict[frozenset[str] | str, int] = {}
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
                    for form in pattern.first.words:
                        by_first.setdefault(form, []).append(entry)
            if places := tuple(phrase for phrase in phrases.all if phrase.place):
                self.places[key] = places
        self.by_first: Mapping[str, tuple[Entry, ...]] = {form: tuple(found) for form, found in by_first.items()}
        self.referring: Mapping[ConceptKey, tuple[Entry, ...]] = {key: tuple(got) for key, got in referring.items()}
        self.indirect = self._in_order()
        self.standing: Mapping[ConceptKey, int] = {key: bit for key, bit in self._bits.items() if isinstance(key, str)}
        self._of_form: dict[str, int] = {}
        for forms, bit in self._bits.items():
            for form in () if isinstance(forms, str) else forms:
                self._of_form[form] = self._of_form.get(form, 0) | bit
        self._all = (1 << len(self._bits)) - 1

    def _needs(self, pattern: Pattern) -> int:
        """The bits of a pattern: its later words, the concepts, and the first word where it refers to any."""
        first = [] if pattern.first.concept or not pattern.concepts else [pattern.first.words]
        needs = 0
        parts: tuple[frozenset[str] | str, ...] = (*first, *pattern.anchors, *pattern.concepts)
        for part in parts:
            needs |= self._bits.setdefault(part, 1 << len(self._bits))
        return needs

    def _in_order(self) -> tuple[ConceptKey, ...]:
        """The concepts with patterns that refer to others, or with addresses, each behind those it refers to.

        Of concepts that refer to each other in a circle, which is refused in a lesson, one comes before what it needs.
        """
        ordered: dict[ConceptKey, None] = {}
        waiting: list[tuple[ConceptKey, bool]] = [(key, False) for key in reversed((*self.referring, *self.places))]
        entered: set[ConceptKey] = set()
        while waiting:
            key, left = waiting.pop()
            if left:
                ordered[key] = None
            elif key not in entered and (key in self.referring or key in self.places):
                entered.add(key)
                waiting.append((key, True))
                waiting += [(name, False) for entry in self.referring.get(key, ()) for name in entry.pattern.concepts]
        return tuple(ordered)

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
