"""Who is the subject of what: for a verb or a trait in a reply, which of the names of a question it is said of.

There is no parser here. A reply of a learner has a few dozen words, hardly any punctuation and many slips; what can be
told of it is which of a few names stands before a verb, behind a preposition or behind a verb, and what lies between it
and the word asked about. Where that is not plain, nobody is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tutor.rubric.grammar import WINDOW
from tutor.rubric.naming import Group, Mention, Naming
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.vocabulary import ConceptKey
from tutor.rubric.wordlists import (
    ASKING_FOR,
    BE,
    COMPARING,
    DESCRIBING,
    DETERMINERS,
    DIFFERING,
    JOINING,
    KINDS_OF,
    LIKENING,
    OBJECT_PRONOUNS,
    PLURAL_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SINGULAR_PRONOUNS,
    SUBORDINATORS,
    UNTOLD,
)

# How many words a phrase behind a preposition may have: "pandas in the south of China eat".
BRIDGE = 7
# How far to the right of a verb its object or its "by" may stand, in words.
OBJECT_REACH = 10
# How many words may stand between an owner and what is said to be theirs: "Rose's great sense of duty".
OWNED = 3
# How many words before the word "trait" its owner may stand: "Rose's very best trait".
OWNER_BEFORE = 4
# A pronoun may stand for one of so many subjects before it.
SUBJECTS_BACK = 30

Names = frozenset[ConceptKey]
NOBODY: Names = frozenset()


@dataclass(frozen=True, slots=True)
class Bond:
    """Who does what is said at one place, and to whom; empty where it cannot be told."""

    agents: Names
    targets: Names


UNKNOWN = Bond(NOBODY, NOBODY)


def bound(reading: Reading, hits: Iterable[Hit], names: tuple[ConceptKey, ...]) -> Iterator[tuple[Hit, Bond]]:
    """For each of the hits who of `names` does what it says, or is so, and to whom of them."""
    subjects = _subjects_of(reading, names) if any(map(reading.hits, names)) else None
    for hit in hits:
        yield hit, subjects.bond(hit) if subjects else UNKNOWN


def names_of(concepts: Iterable[ConceptKey]) -> tuple[ConceptKey, ...]:
    """Concepts, each once, in an order of their own: checks on the same names share what is found."""
    return tuple(sorted(set(concepts), key=str))


@lru_cache(maxsize=16)
def _subjects_of(reading: Reading, names: tuple[ConceptKey, ...]) -> _Subjects:
    return _Subjects(reading, names)


class _Subjects:
    """The subjects of a reply, for one set of names. Word numbers are those of the reading."""

    def __init__(self, reading: Reading, names: tuple[ConceptKey, ...]) -> None:
        self._reading = reading
        self._names = names
        self._naming = Naming(reading, names)
        self._grammar = self._naming.grammar
        self._texts = self._grammar.texts
        self._resolved: dict[int, Names] = {}
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
        beside = self._beside(hit)
        if beside:
            return Bond(beside, self._targets(hit, beside) - beside)
        subjects = NOBODY if self._is_subject_itself(hit) else self._subject(hit.first)
        if self._is_passive(hit):
            return Bond(self._by(hit.last), subjects)
        targets = self._targets(hit, subjects)
        return Bond(NOBODY, targets) if subjects & targets else Bond(subjects, targets)

    # --- passive ----------------------------------------------------------------------------------------------------

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

    # --- a name beside what is said ---------------------------------------------------------------------------------

    def _beside(self, hit: Hit) -> Names:
        """A name behind what is said of it: "hard-working Rose", "caring is a trait of Rose", "how kind Rose is"."""
        mention = self._naming.starting.get(hit.last + 1)
        if mention is not None and not mention.denied and self._describes(hit, mention):
            return mention.names
        before = self._grammar.before[hit.first]
        if before is not None and self._texts[before] == "how":
            if mention is not None:
                return mention.names
            return self._pronoun(hit.last + 1) if self._is_pronoun(hit.first, hit.last + 1) else NOBODY
        follows = self._grammar.after[hit.last]
        if follows is None or not self._opens(hit.first):
            return NOBODY
        named = self._grammar.lemmas[follows] in BE | DESCRIBING or self._texts[follows] == "of"
        return self._named_after(follows) if named else NOBODY

    def _describes(self, hit: Hit, mention: Mention) -> bool:
        """Whether a describing word and the name right after it are one phrase, and not verb and object."""
        grammar, first, before = self._grammar, hit.first, hit.first - 1
        apart = not grammar.same(first, mention.first) or grammar.clauses[first] != grammar.clauses[mention.first]
        if apart or mention.owner:
            return False
        if not grammar.same(first, before):
            return mention.subject and not grammar.is_verb(first)
        if grammar.is_verb(first) and not (self._texts[first].endswith("ing") and self._texts[before] in DETERMINERS):
            return False
        return self._texts[before] in DETERMINERS | PREPOSITIONS and self._texts[before] not in ("to", "by")

    def _opens(self, number: int) -> bool:
        """Whether a word opens its sentence or a clause behind "that", articles and adverbs aside."""
        at = self._skip_back(number)
        return at is None or self._texts[at] in ("that", "think", "believe")

    def _skip_back(self, number: int) -> int | None:
        """The word before, articles and adverbs aside; None at the start of the sentence."""
        at = number - 1
        while self._grammar.same(number, at) and at >= self._grammar.start(number):
            if self._texts[at] not in DETERMINERS and not self._grammar.is_adverb(at):
                return at
            at -= 1
        return None

    def _named_after(self, verb: int) -> Names:
        """The first name behind "caring is": right behind it, or behind a trait noun ("caring is a trait of Rose")."""
        for number in range(verb, verb + OBJECT_REACH):
            if not self._grammar.same(verb, number):
                break
            mention = self._naming.starting.get(number)
            if mention is not None:
                words = range(verb, number)
                near = all(self._texts[n] in DETERMINERS or n == verb for n in words)
                told = any(self._grammar.is_trait(n) or self._grammar.lemmas[n] in DESCRIBING for n in words)
                return mention.names if (near or told) and not mention.denied else NOBODY
        return NOBODY

    # --- a name before what is said ---------------------------------------------------------------------------------

    def _subject(self, number: int) -> Names:
        """The subject of the verb or trait at word `number`: the nearest plain one to its left in the sentence."""
        grammar = self._grammar
        if self._is_compared(number):
            return NOBODY
        if self._has_other_subject(number):
            return self._beyond_phrase(number)
        at = number - 1
        while at >= grammar.start(number):
            mention = self._naming.ending.get(at)
            if mention is not None:
                found = self._from_mention(mention, number)
                if found is not None:
                    return found
                at = mention.first - 1
                continue
            text = self._texts[at]
            if text in RELATIVES and self._is_relative(at):
                return self._antecedent(at, number)
            if self._is_pronoun(number, at):
                return self._pronoun(at)
            if text in UNTOLD:
                return NOBODY
            if grammar.is_trait(at) and any(grammar.is_be(n) for n in range(at + 1, number)):
                return self._owner_of(at, number)
            if self._has_other_subject(at):
                return self._beyond_phrase(at)
            at -= 1
        return NOBODY

    def _from_mention(self, mention: Mention, number: int) -> Names | None:
        """Whether a name to the left of word `number` is its subject, or ends the search; None: go on."""
        if mention.denied:
            return None
        if mention.subject:
            return NOBODY if self._is_carried_past(mention, number) else self._naming.groups[mention.last].names
        if self._is_made_to(mention, number) or (mention.owner and self._owns(mention, number)):
            return mention.names
        following = self._grammar.after[mention.last]
        if not mention.owner and following is not None and self._grammar.is_auxiliary(following):
            return self._trait_before(mention.first, number)  # "her talk with Anna is"
        return None

    def _is_carried_past(self, mention: Mention, number: int) -> bool:
        """Whether an "and" may take up an earlier subject: "Rose sees what Anna wants and helps"."""
        if not self._is_subordinate(mention.first) or JOINING.isdisjoint(self._texts[mention.last + 1 : number]):
            return False
        earlier = (self._naming.ending.get(n) for n in range(self._grammar.start(number), mention.first))
        return any(m.subject and not m.names & mention.names for m in earlier if m)

    def _is_subordinate(self, number: int) -> bool:
        before = self._grammar.phrase_before(number)
        return before is not None and self._texts[before] in SUBORDINATORS

    def _is_made_to(self, mention: Mention, number: int) -> bool:
        """Whether an object is the subject of what follows it: "asks Anna to help", "describe Rose as caring"."""
        grammar = self._grammar
        before = grammar.phrase_before(mention.first)
        if before is None or not grammar.same(mention.last, mention.last + 1):
            return False
        text = self._texts[mention.last + 1]
        if grammar.lemmas[before] in ASKING_FOR:
            return text == "to"
        if grammar.lemmas[before] in DESCRIBING:
            return text in ("as", "being") or all(map(grammar.is_adverb, range(mention.last + 1, number)))
        return self._texts[before] == "of" and text in ("as", "being")

    def _owns(self, mention: Mention, number: int) -> bool:
        """Whether what is said is something of an owner's: "Rose's kindness", "Rose's sense of duty"."""
        grammar = self._grammar
        between = range(mention.last + 1, number)
        return len(between) <= OWNED and not any(
            grammar.is_verb(n) or grammar.lemmas[n] in KINDS_OF or grammar.clauses[n] != grammar.clauses[mention.last]
            for n in between
        )

    def _is_compared(self, number: int) -> bool:
        """Whether what is said is only what somebody is set against: "better than specialists"."""
        at = self._skip_back(number)
        if at is None:
            return False
        return self._texts[at] in ("than", "unlike", "from", "over") or self._texts[at - 1 : at + 1] == [
            "opposite",
            "of",
        ]

    def _is_subject_itself(self, hit: Hit) -> bool:
        """Whether what is said is a subject, and said of nobody: "but generalists can"."""
        following = self._grammar.after[hit.last]
        if following is None or not self._grammar.is_verb(following) or self._grammar.is_verb(hit.first):
            return False
        at = hit.first - 1
        if self._grammar.same(hit.first, at) and self._texts[at] in DETERMINERS:
            at -= 1
        if not self._grammar.same(hit.first, at) or self._grammar.clauses[at] != self._grammar.clauses[hit.first]:
            return True
        return self._texts[at] in SUBORDINATORS | JOINING | PREPOSITIONS

    def _has_other_subject(self, number: int) -> bool:
        """Whether a finite verb has a noun right before it that is none of the names: "the family helps"."""
        before = self._grammar.before[number]
        return before not in self._naming.ending and self._grammar.is_after_noun(number)

    def _beyond_phrase(self, verb: int) -> Names:
        """The subject of a verb that follows another noun: "Rose in the story is", "one of Rose's traits in it is"."""
        before = self._grammar.before[verb]
        if before is None:
            return NOBODY
        return self._bridged(before) or self._trait_before(before, verb)

    def _bridged(self, number: int) -> Names:
        """The subject that a phrase ending at word `number` belongs to: "pandas in China"."""
        for at in range(number, max(self._grammar.starts[number], number - BRIDGE) - 1, -1):
            mention = self._naming.ending.get(at)
            if mention is not None:
                close = self._texts[at + 1] in PREPOSITIONS and mention.subject
                return self._naming.groups[at].names if close else NOBODY
            if self._grammar.is_verb(at) or self._texts[at] in SUBORDINATORS:
                break
        return NOBODY

    # --- traits and relative clauses --------------------------------------------------------------------------------

    def _trait_before(self, at: int, number: int) -> Names:
        """Whose trait a sentence is about, if its subject is a trait: "one trait of Rose in her talk with Anna is"."""
        traits = (n for n in range(self._grammar.start(number), at) if self._grammar.is_trait(n))
        trait = next(traits, None)
        return NOBODY if trait is None else self._owner_of(trait, number)

    def _owner_of(self, trait: int, number: int) -> Names:
        """Whose trait it is: "Rose's trait", "one trait of Rose", "a trait that describes Rose", "a trait she has"."""
        for at in range(trait - 1, max(self._grammar.starts[trait], trait - OWNER_BEFORE) - 1, -1):
            mention = self._naming.ending.get(at)
            if mention is not None and not mention.denied:
                return mention.names
        for at in range(trait + 1, number):
            mention = self._naming.starting.get(at)
            if mention is not None and not mention.denied:
                return mention.names
            if self._is_pronoun(number, at):
                return self._pronoun(at)
        return NOBODY

    def _is_relative(self, number: int) -> bool:
        """Whether "that" stands for a noun, and not before a clause: a verb follows."""
        following = self._grammar.after[number]
        if self._texts[number] != "that":
            return True
        return following is not None and following not in self._naming.starting and self._grammar.is_verb(following)

    def _antecedent(self, relative: int, number: int) -> Names:
        """Whom a "who" or "which" stands for."""
        before = relative - 1
        if not self._grammar.same(relative, before):
            return NOBODY
        mention = self._naming.ending.get(before)
        if mention is not None:
            if mention.denied:
                return NOBODY
            return self._naming.groups[before].names if mention.subject else mention.names
        if self._grammar.is_trait(before):
            return self._owner_of(before, number)
        if self._grammar.lemmas[before] in KINDS_OF:
            return self._subject(before)
        return self._bridged(before)

    # --- pronouns ---------------------------------------------------------------------------------------------------

    def _is_pronoun(self, number: int, at: int) -> bool:
        """Whether word `at`, in the sentence of word `number`, is a pronoun that may be a subject."""
        text = self._texts[at] if self._grammar.same(number, at) else ""
        return (text in SINGULAR_PRONOUNS or text in PLURAL_PRONOUNS) and self._grammar.after[at] is not None

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

    def _pronoun(self, number: int) -> Names:
        """Whom the pronoun at word `number` stands for."""
        found = self._resolved.get(number)
        if found is None:
            found = self._resolved[number] = self._resolve(number)
        return found

    def _resolve(self, number: int) -> Names:
        """The one candidate that has been a subject so far, where no other may be meant."""
        if self._texts[number - 1] in ("that", "how", "is", "be") and number:
            owner = self._trait_before(number, number)  # "one trait of Rose is that she"
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
            return self._texts[number - 1] in ("because", "since", "cause") and not self._is_subordinate(group.first)
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

    # --- to whom ----------------------------------------------------------------------------------------------------

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
