"""Whom a pronoun in a reply stands for, and whose trait is meant: "one trait of Rose is that she"."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from tutor.rubric.grammar import BRIDGE, OBJECT_REACH, WINDOW
from tutor.rubric.naming import NOBODY, Group, Mention, Names, Naming
from tutor.rubric.reading import Reading
from tutor.rubric.vocabulary import ConceptKey
from tutor.rubric.wordlists import (
    DIFFERING,
    LIKENING,
    OBJECT_PRONOUNS,
    PLURAL_PRONOUNS,
    SINGULAR_PRONOUNS,
    SUBORDINATORS,
)

# How many words before the word "trait" its owner may stand: "Rose's very best trait".
OWNER_BEFORE = 4
# A pronoun may stand for one of so many subjects before it.
SUBJECTS_BACK = 30


class Anaphora:
    """What refers back in a reply, for one set of names. Word numbers are those of the reading."""

    def __init__(self, reading: Reading, naming: Naming, names: tuple[ConceptKey, ...]) -> None:
        self._reading = reading
        self._names = names
        self._naming = naming
        self._grammar = naming.grammar
        self._texts = naming.grammar.texts
        self._resolved: dict[int, Names] = {}

    # --- traits -------------------------------------------------------------------------------------------------------

    def trait_before(self, at: int, number: int) -> Names:
        """Whose trait a sentence is about, if its subject is a trait: "one trait of Rose in her talk with Anna is"."""
        traits = (n for n in range(self._grammar.start(number), at) if self._grammar.is_trait(n))
        trait = next(traits, None)
        return NOBODY if trait is None else self.owner_of(trait, number)

    def owner_of(self, trait: int, number: int) -> Names:
        """Whose trait it is: "Rose's trait", "one trait of Rose", "a trait that describes Rose", "a trait she has"."""
        for at in range(trait - 1, max(self._grammar.starts[trait], trait - OWNER_BEFORE) - 1, -1):
            mention = self._naming.ending.get(at)
            if mention is not None and not mention.denied:
                return mention.names
        for at in range(trait + 1, number):
            mention = self._naming.starting.get(at)
            if mention is not None and not mention.denied:
                return mention.names
            if self.is_pronoun(number, at):
                return self.whom(at)
        return NOBODY

    # --- pronouns -----------------------------------------------------------------------------------------------------

    def is_pronoun(self, number: int, at: int) -> bool:
        """Whether word `at`, in the sentence of word `number`, is a pronoun that may be a subject."""
        text = self._texts[at] if self._grammar.same(number, at) else ""
        return (text in SINGULAR_PRONOUNS or text in PLURAL_PRONOUNS) and self._grammar.after[at] is not None

    def whom(self, number: int) -> Names:
        """Whom the pronoun at word `number` stands for."""
        found = self._resolved.get(number)
        if found is None:
            found = self._resolved[number] = self._resolve(number)
        return found

    def _resolve(self, number: int) -> Names:
        """The one candidate that has been a subject so far, where no other may be meant."""
        if self._texts[number - 1] in ("that", "how", "is", "be") and number:
            owner = self.trait_before(number, number)  # "one trait of Rose is that she"
            if owner:
                return owner
        so_far = bisect_left(self._ends, number)
        ruled_out = self._said_after(number)
        fitting = [
            group
            for group in self._candidates[max(0, so_far - SUBJECTS_BACK) : so_far]
            if self._fits(number, group) and not group.names & ruled_out
        ]
        if not fitting:
            return self._as_phrase(number)
        last = fitting[-1]
        compared = self._compared(last, number)
        if compared and self._any_of(DIFFERING, last.first, number):
            both = "both" in self._texts[number : number + 4] and len(last.names) > 1
            return last.names if both else NOBODY
        if compared and self._any_of(LIKENING, last.last, number):
            return last.names.union(*(mention.names for mention in compared)) if last.plural else NOBODY
        if any(not group.names & last.names for group in fitting) and not self._is_plain(number, last):
            return NOBODY
        return last.names

    @cached_property
    def _candidates(self) -> tuple[Group, ...]:
        """All that a pronoun may stand for, in order: subjects, and those that something is done to.

        A pronoun for a person before the first of them stands for somebody who is not told.
        """
        meant = tuple(self._naming.groups[m.last] for m in self._naming.mentions if m.subject or m.affected)
        first = meant[0].first if meant else len(self._texts)
        people = (n for n in range(first) if self._texts[n] in ("he", "she", "they"))
        untold = next((n for n in people if self._grammar.after[n] is not None), None)
        if untold is None:
            return meant
        return (Group(untold, untold, NOBODY, self._texts[untold] in PLURAL_PRONOUNS), *meant)

    @cached_property
    def _ends(self) -> list[int]:
        return [group.last for group in self._candidates]

    def _compared(self, group: Group, number: int) -> list[Mention]:
        """The names between a subject and a pronoun that are none, and alike in number: "different from pythons"."""
        words = range(max(group.last + 1, number - 2 * BRIDGE), number)
        between = (self._naming.starting.get(n) for n in words)
        plural = self._texts[number] in PLURAL_PRONOUNS
        return [mention for mention in between if mention and not mention.subject and mention.plural == plural]

    def _any_of(self, lemmas: frozenset[str], first: int, last: int) -> bool:
        return any(self._grammar.lemmas[n] in lemmas for n in range(max(first, last - 2 * BRIDGE), last))

    def _is_plain(self, number: int, group: Group) -> bool:
        """Whether a pronoun is plainly this subject's, though others have been one before.

        "Pythons are different because they", or, of things, "Pythons are generalists. They": no other name stands in
        the sentence with the subject, and no other person ("asks her").
        """
        start = self._grammar.starts[group.first]
        if number - start > 2 * WINDOW:
            return False
        named = (self._naming.starting.get(n) for n in range(start, number))
        others = any(m and not m.names <= group.names for m in named)
        if others or not OBJECT_PRONOUNS.isdisjoint(self._texts[start:number]):
            return False
        if start == self._grammar.starts[number]:
            return self._texts[number - 1] in ("because", "since", "cause") and not self._grammar.is_subordinate(
                group.first
            )
        things = self._texts[number] in ("they", "it") and not self._has_people
        return things and self._grammar.starts[number] == number and self._grammar.starts[number - 1] == start

    @cached_property
    def _has_people(self) -> bool:
        return "he" in self._texts or "she" in self._texts

    def _said_after(self, number: int) -> Names:
        """Names behind a pronoun in its own clause: it cannot stand for them ("she comforts Anna")."""
        found: set[ConceptKey] = set()
        for at in range(number + 1, number + 1 + OBJECT_REACH):
            if not self._grammar.same(number, at) or self._texts[at] in SUBORDINATORS:
                break
            mention = self._naming.starting.get(at)
            if mention is not None and mention.subject:
                break
            found |= mention.names if mention else NOBODY
        return frozenset(found)

    def _fits(self, number: int, group: Group) -> bool:
        """Whether a pronoun may stand for a subject.

        "It" stands for a thing, and "they" for several or, as learners write, for a sort of thing ("a python … they").
        """
        text = self._texts[number]
        if not group.names:
            return text != "it"
        if text == "they":
            return group.plural or group.thing
        if text == "it":
            return not group.plural and group.thing
        return group.plural == (text in PLURAL_PRONOUNS)

    def _as_phrase(self, number: int) -> Names:
        """In a reply that names nobody, the one concept that has the pronoun itself among its phrases."""
        if self._naming.mentions:
            return NOBODY
        named = [name for name in self._names if any(hit.first == number for hit in self._reading.hits(name))]
        return frozenset(named) if len(named) == 1 else NOBODY
