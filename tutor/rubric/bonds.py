"""Who does what in a reply, and to whom: for a verb or a trait, which of the names of a question it is said of.

There is no parser here. A reply of a learner has a few dozen words, hardly any punctuation and many slips; what can be
told of it is which of a few names stands before a verb, behind a preposition or behind a verb, and what lies between it
and the word asked about. Where that is not plain, nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from tutor.rubric.anaphora import Anaphora
from tutor.rubric.grammar import OBJECT_REACH
from tutor.rubric.naming import NOBODY, Names, Naming
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.subjects import Subjects
from tutor.rubric.vocabulary import ConceptKey
from tutor.rubric.wordlists import COMPARING, OBJECT_PRONOUNS, RELATIVES, SUBORDINATORS


class Bond(NamedTuple):
    """Who does what is said at one place, and to whom; empty where it cannot be told."""

    agents: Names
    targets: Names


UNKNOWN = Bond(NOBODY, NOBODY)


def bound(reading: Reading, hits: Iterable[Hit], names: tuple[ConceptKey, ...]) -> Iterator[tuple[Hit, Bond]]:
    """For each of the hits who of `names` does what it says, or is so, and to whom of them."""
    bonds = _bonds_of(reading, names) if any(map(reading.hits, names)) else None
    for hit in hits:
        yield hit, bonds.bond(hit) if bonds else UNKNOWN


def names_of(concepts: Iterable[ConceptKey]) -> tuple[ConceptKey, ...]:
    """Concepts, each once, in an order of their own: checks on the same names share what is found."""
    return tuple(sorted(set(concepts), key=str))


@lru_cache(maxsize=8)
def _bonds_of(reading: Reading, names: tuple[ConceptKey, ...]) -> _Bonds:
    return _Bonds(reading, names)


class _Bonds:
    """Who does what in a reply, for one set of names."""

    def __init__(self, reading: Reading, names: tuple[ConceptKey, ...]) -> None:
        self._naming = Naming(reading, names)
        self._grammar = self._naming.grammar
        self._texts = self._grammar.texts
        self._subjects = Subjects(self._naming, Anaphora(reading, self._naming, names))
        self._bonds: dict[Hit, Bond] = {}

    def bond(self, hit: Hit) -> Bond:
        """Who does what the hit says, and to whom."""
        found = self._bonds.get(hit)
        if found is None:
            found = self._bonds[hit] = self._bound(hit)
        return found

    def _bound(self, hit: Hit) -> Bond:
        """As `bond`. Nobody is said to do a thing to themselves by name: then the subject is another."""
        if hit.citation is not None:
            return Bond(NOBODY, NOBODY)
        beside = self._subjects.beside(hit)
        if beside:
            return Bond(beside, self._targets(hit, beside) - beside)
        subjects = NOBODY if self._subjects.is_said_of_nobody(hit) else self._subjects.of(hit.first)
        if self._is_passive(hit):
            return Bond(self._by(hit.last), subjects)
        targets = self._targets(hit, subjects)
        return Bond(NOBODY, targets) if subjects & targets else Bond(subjects, targets)

    # --- passive ------------------------------------------------------------------------------------------------------

    def _is_passive(self, hit: Hit) -> bool:
        """Whether a verb is in the passive: after "be", and no participle that the phrase has as such ("devoted")."""
        text = self._texts[hit.first]
        if not text.endswith(("ed", "en", "n", "t")) or text in hit.phrase.lower().replace("/", " ").split():
            return False
        before = self._grammar.before[hit.first]
        return before is not None and (self._grammar.is_be(before) or self._texts[before] in ("get", "gets", "got"))

    def _by(self, number: int) -> Names:
        """Whom a "by" behind word `number` names."""
        grammar = self._grammar
        for at in range(number + 1, number + 1 + OBJECT_REACH):
            if not grammar.same(number, at) or self._texts[at] in SUBORDINATORS or grammar.is_auxiliary(at):
                break
            if self._texts[at] == "by":
                near = (self._naming.starting.get(n) for n in range(at + 1, at + 5) if grammar.same(at, n))
                found = next((mention for mention in near if mention), None)
                return found.names if found and not found.denied else NOBODY
        return NOBODY

    # --- to whom ------------------------------------------------------------------------------------------------------

    def _targets(self, hit: Hit, subjects: Names) -> Names:
        """The names behind a verb as far as its clause goes, or a pronoun that can be only one of them."""
        found: set[ConceptKey] = set()
        for at in range(hit.first, hit.last + 1 + OBJECT_REACH):
            if not self._grammar.same(hit.first, at) or (at > hit.last and self._ends_clause(at)):
                break
            mention = self._naming.starting.get(at)
            if mention is not None:
                if mention.subject and at > hit.last:
                    break
                found |= NOBODY if mention.owner else mention.names
            elif self._texts[at] in OBJECT_PRONOUNS and at + 1 not in self._naming.starting:
                found |= self._other_than(at, subjects)
        return frozenset(found)

    def _ends_clause(self, number: int) -> bool:
        text = self._texts[number]
        if text in SUBORDINATORS or text in RELATIVES or text in COMPARING:
            return True
        return text in ("he", "she", "they", "we", "i")

    def _other_than(self, number: int, subjects: Names) -> Names:
        """Whom an object pronoun stands for: the only name said so far that is not the subject."""
        if not subjects:
            return NOBODY
        others = {names for first, names in self._first_said.items() if first < number and not names & subjects}
        return next(iter(others)) if len(others) == 1 else NOBODY

    @cached_property
    def _first_said(self) -> dict[int, Names]:
        """Where each set of names is said first."""
        said: dict[Names, int] = {}
        for mention in self._naming.mentions:
            said.setdefault(mention.names, mention.first)
        return {first: names for names, first in said.items()}
