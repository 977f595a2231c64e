"""Who is the subject of what: the people and things of a question, placed in the clauses of a reply.

There is no parser here. A reply of a learner has a few dozen words, hardly any punctuation and many slips; what can be
told of it is which of the few names that a question is about stands before a verb, behind a preposition or behind a
verb, and what lies between it and the word asked about. Where that is not plain, nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from tutor.rubric.reading import Hit, Reading
from tutor.rubric.vocabulary import ConceptKey
from tutor.rubric.wordlists import (
    ADVERBS,
    AFFECTING,
    ARTICLES,
    ASKING_FOR,
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    DESCRIBING,
    DETERMINERS,
    DIFFERING,
    FUNCTION,
    JOINING,
    KINDS_OF,
    LIKENING,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SINGULAR_PRONOUNS,
    SUBORDINATORS,
    TITLES,
    TRAIT_NOUNS,
    UNTOLD,
    VERBS_ONLY,
)
from tutor.rubric.words import lemma

# How many words a phrase behind a preposition may have, between a name and its verb: "pandas in the south of China eat".
BRIDGE = 7
# How far to the right of a verb its object or its "by" may stand, in words.
OBJECT_REACH = 10
# How far the verb may stand from a name behind a comma: "In her talk with Anna, Rose in the end is".
VERB_REACH = 6
# How far a list of names may stretch from one name to the next: "pandas in China and koalas".
LIST_REACH = 4
# How many words may stand between an owner and what is said to be theirs: "Rose's great sense of duty".
OWNED = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a name stands: word numbers `first` to `last`, the names it may be, and what it is there.

    `subject`: it stands where a subject does; `made`: it is an object that does what follows, as in "makes Rose want";
    `owner`: "Rose's"; `plural`: "pandas".
    """

    first: int
    last: int
    names: frozenset[ConceptKey]
    subject: bool = False
    made: bool = False
    owner: bool = False
    plural: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Names that are one subject together ("pandas and koalas"), from word `first` to word `last`."""

    first: int
    last: int
    names: frozenset[ConceptKey]
    plural: bool


@dataclass(frozen=True, slots=True)
class Bond:
    """Who does what is said at one place, and to whom; empty where it cannot be told."""

    agents: frozenset[ConceptKey]
    targets: frozenset[ConceptKey]


NOBODY: frozenset[ConceptKey] = frozenset()


def bond(reading: Reading, hit: Hit, names: tuple[ConceptKey, ...]) -> Bond:
    """Who of `names` does what `hit` says, or is so, and to whom of them."""
    return _clauses_of(reading, names).bond(hit)


@lru_cache(maxsize=16)
def _clauses_of(reading: Reading, names: tuple[ConceptKey, ...]) -> _Clauses:
    return _Clauses(reading, names)


class _Clauses:
    """A reply with its names placed. Word numbers are those of the reading; `None` stands for "none such"."""

    def __init__(self, reading: Reading, names: tuple[ConceptKey, ...]) -> None:
        self._reading = reading
        self._texts = [word.text for word in reading.words]
        self._lemmas = [lemma(text) for text in self._texts]
        self._clause = [word.clause for word in reading.words]
        self._names = names
        self._starts = self._sentence_starts()
        self._unplaced = self._merged()
        self.mentions = self._placed(self._unplaced)
        self._ending = {mention.last: mention for mention in self.mentions}
        self._starting = {mention.first: mention for mention in self.mentions}

    # --- words ------------------------------------------------------------------------------------------------------

    def _sentence_starts(self) -> list[int]:
        """For each word the first word of its sentence; "Mr." ends none, "track.Then" is two."""
        starts: list[int] = []
        words, text = self._reading.words, self._reading.text
        for number, word in enumerate(words):
            start = number
            if number:
                before = words[number - 1]
                stuck = before.span.end + 1 == word.span.start and text[before.span.end] in ".!?"
                ends = before.sentence != word.sentence or (stuck and text[word.span.start].isupper())
                start = number if ends and before.text not in TITLES else starts[-1]
            starts.append(start)
        return starts

    def _start(self, number: int) -> int:
        return self._starts[number]

    def _same(self, number: int, other: int) -> bool:
        return 0 <= other < len(self._texts) and self._starts[number] == self._starts[other]

    def _is_verb(self, number: int) -> bool:
        return not COMMON_VERBS.isdisjoint(self._reading.forms[number]) or self._is_auxiliary(number)

    def _is_auxiliary(self, number: int) -> bool:
        return self._texts[number] in AUXILIARIES

    def _is_adverb(self, number: int) -> bool:
        text = self._texts[number]
        return text in ADVERBS or (text.endswith("ly") and len(text) > 4 and text not in ("family", "friendly", "only"))

    def _before(self, number: int) -> int | None:
        """The word before, adverbs skipped, in the same sentence."""
        at = number - 1
        while self._same(number, at) and self._is_adverb(at):
            at -= 1
        return at if self._same(number, at) else None

    def _after(self, number: int) -> int | None:
        """The word after, adverbs skipped, in the same sentence."""
        at = number + 1
        while self._same(number, at) and self._is_adverb(at):
            at += 1
        return at if self._same(number, at) else None

    # --- names ------------------------------------------------------------------------------------------------------

    def _merged(self) -> list[Mention]:
        """The places of all names in order; where several names share words, they are one place. No pronouns."""
        places: dict[int, tuple[int, set[ConceptKey], bool]] = {}
        hits = [(hit, name) for name in self._names for hit in self._reading.hits(name) if hit.citation is None]
        for hit, name in sorted(hits, key=lambda found: (found[0].first, -found[0].last)):
            if all(self._texts[number] in _PRONOUNS for number in range(hit.first, hit.last + 1)):
                continue
            inside = next((first for first, (last, _, _) in places.items() if first <= hit.first <= last), None)
            if inside is None:
                places[hit.first] = (hit.last, {name}, hit.denied)
            else:
                places[inside][1].add(name)
        return [
            Mention(
                first,
                last,
                frozenset(names),
                owner=self._is_owner(last),
                plural=self._is_plural(last),
                denied=denied,
            )
            for first, (last, names, denied) in sorted(places.items())
        ]

    def _is_owner(self, number: int) -> bool:
        """Whether a name is an owner's: "Rose's family", but not "panda's eat", where the mark is a slip."""
        span = self._reading.words[number].span.of(self._reading.text).replace("\u2019", "'").lower()
        following = self._after(number)
        if following is None:
            return False
        if span.endswith(("'s", "s'")):
            plainly_verb = self._is_auxiliary(following) or self._lemmas[following] in VERBS_ONLY
            return not plainly_verb and self._texts[following] not in JOINING | PREPOSITIONS
        return span.endswith("s") and self._lemmas[following] in TRAIT_NOUNS

    def _is_plural(self, number: int) -> bool:
        text = self._texts[number]
        return text.endswith("s") and self._lemmas[number] != text

    def _placed(self, mentions: list[Mention]) -> tuple[Mention, ...]:
        placed: list[Mention] = []
        for mention in mentions:
            subject = not mention.denied and self._is_subject(mention, placed)
            placed.append(replace(mention, subject=subject, made=subject and self._is_object(mention)))
        return tuple(placed)

    def _is_object(self, mention: Mention) -> bool:
        """Whether a verb that takes somebody to do something stands right before a name: "makes Rose"."""
        before = self._noun_phrase_before(mention.first)
        return before is not None and self._lemmas[before] in ASKING_FOR

    def _is_subject(self, mention: Mention, earlier: Sequence[Mention]) -> bool:
        """Whether a name stands where the subject of a clause does."""
        if mention.owner and not self._is_contracted(mention):
            return False
        before = self._noun_phrase_before(mention.first)
        following = self._after(mention.last)
        verb_follows = following is not None and self._is_verb(following)
        if before is None:
            return verb_follows or not self._is_called(mention)
        text = self._texts[before]
        if text in JOINING:
            partner = self._partner(before, earlier)
            if partner is not None and not (verb_follows and not partner.subject):
                return partner.subject
            return verb_follows or partner is None
        if text in PREPOSITIONS:
            apart = any(self._texts[n] not in DETERMINERS | TITLES for n in range(before + 1, mention.first))
            gerund = text == "by" and following is not None and self._texts[following].endswith("ing")
            return (verb_follows and (apart or text in ("as", "after", "before", "until", "since"))) or gerund
        if text in SUBORDINATORS:
            return True
        if self._clause[before] != self._clause[mention.first]:
            return self._verb_near(mention)
        return verb_follows

    def _is_called(self, mention: Mention) -> bool:
        """Whether a name at the start of a sentence is only called, or a heading: a comma and another subject follow."""
        following = mention.last + 1
        if not self._same(mention.last, following):
            return True
        return self._clause[following] != self._clause[mention.last] and (
            self._texts[following] in SINGULAR_PRONOUNS | UNTOLD
            or any(one.first == following for one in self._unplaced if one is not mention)
        )

    def _is_contracted(self, mention: Mention) -> bool:
        """Whether "'s" may be short for "is": "Rose's always kind"."""
        following = mention.last + 1
        return self._same(mention.last, following) and self._texts[following] in ("a", "an", "the", "not", "very", "so")

    def _noun_phrase_before(self, number: int) -> int | None:
        """The word before the noun phrase that a name closes: articles and one describing word are skipped."""
        at = number - 1
        while self._same(number, at) and self._texts[at] in DETERMINERS | TITLES:
            at -= 1
        if at == number - 1 and self._same(number, at - 1) and self._texts[at - 1] in DETERMINERS:
            if self._texts[at] not in FUNCTION and not self._is_auxiliary(at):
                at -= 2
        return at if self._same(number, at) else None

    def _partner(self, joining: int, earlier: Sequence[Mention]) -> Mention | None:
        """The name that an "and" joins the next one to."""
        if earlier and joining - earlier[-1].last <= LIST_REACH and self._same(joining, earlier[-1].last):
            between = range(earlier[-1].last + 1, joining)
            if not any(self._is_verb(number) for number in between):
                return earlier[-1]
        return None

    def _verb_near(self, mention: Mention) -> bool:
        """Whether a verb follows in the same clause, with no "and" before it: else the name stands in a list."""
        for number in range(mention.last + 1, mention.last + 1 + VERB_REACH):
            if not self._same(mention.last, number) or self._clause[number] != self._clause[mention.last]:
                return False
            if self._texts[number] in JOINING:
                return False
            if self._is_verb(number):
                return True
        return False

    def _group(self, mention: Mention) -> Group:
        """The names that stand together with this one as one subject: it and those joined to it before."""
        at = self.mentions.index(mention)
        first = at
        while first and self._joined(self.mentions[first - 1], self.mentions[first]):
            first -= 1
        members = [one for one in self.mentions[first : at + 1] if not one.denied]
        names = frozenset(name for one in members for name in one.names)
        return Group(self.mentions[first].first, mention.last, names, len(members) > 1 or mention.plural)

    def _joined(self, one: Mention, other: Mention) -> bool:
        """Whether two names are one subject: "pandas in China and koalas", "Rose, Anna"."""
        if not (one.subject and other.subject) or not self._same(one.first, other.first):
            return False
        at = one.last + 1
        if self._texts[at] in PREPOSITIONS:
            at = next((n for n in range(at, min(at + LIST_REACH, other.first)) if self._texts[n] in JOINING), at)
        listed = self._clause[one.last] != self._clause[other.first]
        between = self._texts[at : other.first]
        joined = bool(between) and between[0] in JOINING
        return (joined or listed) and all(text in DETERMINERS | JOINING | TITLES for text in between)

    @cached_property
    def _groups(self) -> tuple[Group, ...]:
        """All that a pronoun may stand for, in order: subjects, and those that something is done to or makes an effect on.

        A pronoun before the first of them stands for somebody who is not told.
        """
        meant = tuple(self._group(mention) for mention in self.mentions if mention.subject or self._is_affected(mention))
        first = meant[0].first if meant else len(self._texts)
        untold = next((n for n in range(first) if self._texts[n] in _PEOPLE and self._after(n) is not None), None)
        if untold is None:
            return meant
        return (Group(untold, untold, NOBODY, self._texts[untold] in _PLURAL_PRONOUNS), *meant)

    def _is_affected(self, mention: Mention) -> bool:
        """Whether a name is the object of a verb that tells what becomes of somebody: "it inspires Paul"."""
        before = self._noun_phrase_before(mention.first)
        if before is None or mention.denied:
            return False
        return self._texts[before] == "on" or self._lemmas[before] in ASKING_FOR | AFFECTING

    # --- who does it ------------------------------------------------------------------------------------------------

    def bond(self, hit: Hit) -> Bond:
        """Who does what the hit says, and to whom."""
        if hit.citation is not None:
            return Bond(NOBODY, NOBODY)
        subjects = self._named_after(hit)
        if not subjects and not self._is_subject_itself(hit.first, hit.last):
            subjects = self._subjects(hit.first)
        if self._is_passive(hit):
            return Bond(self._by(hit.last), subjects)
        targets = self._targets(hit, subjects)
        return Bond(NOBODY, targets) if subjects & targets else Bond(subjects, targets)

    def _is_passive(self, hit: Hit) -> bool:
        """Whether a verb stands in the passive: a participle that the phrase does not have as such, after "be"."""
        text = self._texts[hit.first]
        written = hit.phrase.lower().replace("/", " ").replace("(", " ").split()
        if not text.endswith(("ed", "en", "n", "t")) or (text in written):
            return False
        before = self._before(hit.first)
        return before is not None and (self._lemmas[before] in BE or self._texts[before] in ("get", "gets", "got"))

    def _by(self, number: int) -> frozenset[ConceptKey]:
        """Whom a "by" behind word `number` names."""
        for at in range(number + 1, number + 1 + OBJECT_REACH):
            if not self._same(number, at) or self._texts[at] in SUBORDINATORS or self._is_auxiliary(at):
                return NOBODY
            if self._texts[at] == "by":
                found = next((m for m in self.mentions if at < m.first <= at + 4 and self._same(at, m.first)), None)
                return found.names if found and not found.denied else NOBODY
        return NOBODY

    def _named_after(self, hit: Hit) -> frozenset[ConceptKey]:
        """A name that what is said stands right before: "hard-working Rose", "caring is a trait of Rose"."""
        mention = self._starting.get(hit.last + 1)
        if mention is not None and not mention.denied and self._is_described_by(hit, mention):
            return mention.names
        start = hit.first
        while self._same(hit.first, start - 1) and (self._texts[start - 1] in DETERMINERS or self._is_adverb(start - 1)):
            start -= 1
        opens = not self._same(hit.first, start - 1) or self._texts[start - 1] in ("that", "think", "believe")
        follows = self._after(hit.last)
        if not opens or follows is None:
            return NOBODY
        if self._lemmas[follows] in BE | DESCRIBING or self._texts[follows] == "of":
            return self._described_after(follows)
        return NOBODY

    def _is_described_by(self, hit: Hit, mention: Mention) -> bool:
        """Whether a describing word and the name right after it are one phrase, and not verb and object."""
        first, before = hit.first, hit.first - 1
        verb = self._is_verb(first) and not self._texts[first].endswith("ing")
        if verb or not self._same(first, mention.first) or self._clause[first] != self._clause[mention.first]:
            return False
        if not self._same(first, before):
            return mention.subject
        return self._texts[before] in DETERMINERS | PREPOSITIONS and self._texts[before] not in ("to", "by")

    def _described_after(self, verb: int) -> frozenset[ConceptKey]:
        """The first name behind "caring is a trait of": behind "be" it must stand near, or behind a trait noun."""
        for number in range(verb, verb + OBJECT_REACH):
            mention = self._starting.get(number)
            if mention is not None and self._same(verb, number):
                words = range(verb, number)
                near = all(self._texts[n] in DETERMINERS or n == verb for n in words)
                told = any(self._lemmas[n] in TRAIT_NOUNS | DESCRIBING for n in words)
                return mention.names if (near or told) and not mention.denied else NOBODY
            if not self._same(verb, number):
                break
        return NOBODY

    def _subjects(self, number: int) -> frozenset[ConceptKey]:
        """The subject of the verb or trait at word `number`: the nearest plain one to its left in the sentence."""
        if self._is_compared(number):
            return NOBODY
        if self._is_verb_after_noun(number):
            return self._beyond_phrase(number)
        at = number - 1
        start = self._start(number)
        while at >= start:
            mention = self._ending.get(at)
            if mention is not None:
                if not mention.denied:
                    if mention.subject:
                        return NOBODY if self._is_carried_past(mention, number) else self._group(mention).names
                    if self._is_made_to(mention, number):
                        return mention.names
                    if mention.owner and self._owns(mention, number):
                        return mention.names
                    if self._closes_subject(mention):
                        return self._trait_before(mention.first, number)
                at = mention.first - 1
                continue
            text = self._texts[at]
            if text in RELATIVES and self._is_relative(at):
                return self._antecedent(at, number)
            if text in SINGULAR_PRONOUNS or text in _PLURAL_PRONOUNS:
                if self._stands_as_subject(at):
                    return self._resolved(at)
            elif text in UNTOLD:
                return NOBODY
            elif self._lemmas[at] in TRAIT_NOUNS and self._verb_between(at, number):
                return self._owner_of(at, number)
            elif self._is_verb_after_noun(at):
                return self._beyond_phrase(at)
            at -= 1
        return NOBODY

    def _is_compared(self, number: int) -> bool:
        """Whether what is said is only what somebody is set against: "better than specialists"."""
        at = number - 1
        while self._same(number, at) and (self._texts[at] in DETERMINERS or self._is_adverb(at)):
            at -= 1
        return self._same(number, at) and self._texts[at] in ("than", "unlike", "from", "of", "over") and (
            self._texts[at] != "of" or self._texts[at - 1] == "opposite"
        )

    def _is_carried_past(self, mention: Mention, number: int) -> bool:
        """Whether an "and" may take up an earlier subject: "Rose sees what Anna wants and helps"."""
        if not self._is_subordinate(mention.first) or not JOINING & set(self._texts[mention.last + 1 : number]):
            return False
        start = self._start(number)
        return any(m.subject and not m.names & mention.names for m in self.mentions if start <= m.first < mention.first)

    def _closes_subject(self, mention: Mention) -> bool:
        """Whether a finite verb follows a name that is not its subject: "her talk with Anna is"."""
        following = self._after(mention.last)
        return not mention.owner and following is not None and self._is_auxiliary(following)

    def _trait_before(self, at: int, number: int) -> frozenset[ConceptKey]:
        """Whose trait a sentence is about, where its subject is a trait: "one trait of Rose in her talk with Anna is"."""
        for trait in range(self._start(at), at):
            if self._lemmas[trait] in TRAIT_NOUNS:
                return self._owner_of(trait, number)
        return NOBODY

    def _is_subject_itself(self, number: int, last: int) -> bool:
        """Whether what is said is a subject, and said of nobody: "but generalists can"."""
        following = self._after(last)
        if following is None or not self._is_verb(following) or self._is_verb(number):
            return False
        at = number - 1
        while self._same(number, at) and self._texts[at] in DETERMINERS:
            at -= 1
        return not self._same(number, at) or (
            self._texts[at] in SUBORDINATORS | JOINING | PREPOSITIONS or self._clause[at] != self._clause[number]
        )

    def _verb_between(self, first: int, last: int) -> bool:
        return any(self._lemmas[number] in BE for number in range(first + 1, last))

    def _only_adverbs(self, first: int, last: int) -> bool:
        return all(self._is_adverb(number) for number in range(first + 1, last))

    def _owns(self, mention: Mention, number: int) -> bool:
        """Whether what is said is something of an owner's: "Rose's kindness", "Rose's sense of duty"."""
        between = range(mention.last + 1, number)
        return len(between) <= OWNED and not any(
            self._is_verb(n) or self._lemmas[n] in KINDS_OF or self._clause[n] != self._clause[mention.last]
            for n in between
        )

    def _is_made_to(self, mention: Mention, number: int) -> bool:
        """Whether an object is the subject of what follows it: "asks Anna to help", "describe Rose as caring"."""
        before = self._noun_phrase_before(mention.first)
        if before is None:
            return False
        following = mention.last + 1
        text = self._texts[following] if self._same(mention.last, following) else ""
        if self._lemmas[before] in ASKING_FOR:
            return text == "to"
        if self._lemmas[before] in DESCRIBING or self._texts[before] == "of":
            return text in ("as", "being") or (self._lemmas[before] in DESCRIBING and self._only_adverbs(mention.last, number))
        return False

    def _is_relative(self, number: int) -> bool:
        """Whether "that" stands for a noun, and not before a clause: a verb follows."""
        if self._texts[number] != "that":
            return True
        following = self._after(number)
        return following is not None and following not in self._starting and (
            self._is_verb(following) or self._texts[following].endswith("s") and self._texts[following] not in FUNCTION
        )

    def _antecedent(self, relative: int, number: int) -> frozenset[ConceptKey]:
        """Whom a "who" or "which" stands for."""
        before = relative - 1
        if not self._same(relative, before):
            return NOBODY
        mention = self._ending.get(before)
        if mention is not None:
            return NOBODY if mention.denied else self._group(mention).names if mention.subject else mention.names
        if self._lemmas[before] in TRAIT_NOUNS:
            return self._owner_of(before, number)
        if self._lemmas[before] in KINDS_OF:
            return self._subjects(before)
        return self._bridged(before)

    def _owner_of(self, trait: int, number: int) -> frozenset[ConceptKey]:
        """Whose trait it is: "Rose's trait", "one trait of Rose", "a trait that describes Rose", "a trait she has"."""
        for at in range(trait - 1, max(self._start(trait), trait - 4) - 1, -1):
            mention = self._ending.get(at)
            if mention is not None and not mention.denied:
                return mention.names
        for at in range(trait + 1, number):
            mention = self._starting.get(at)
            if mention is not None and not mention.denied:
                return mention.names
            if self._texts[at] in SINGULAR_PRONOUNS or self._texts[at] in _PLURAL_PRONOUNS:
                return self._resolved(at)
        return NOBODY

    def _is_verb_after_noun(self, number: int) -> bool:
        """Whether a finite verb follows a noun that is none of the names: "the family helps"."""
        if self._ending.get(number - 1) is not None or not self._same(number, number - 1):
            return False
        text = self._texts[number]
        finite = self._is_auxiliary(number) or (text.endswith(("s", "ed")) and self._lemmas[number] in COMMON_VERBS)
        if not finite or text in ("being", "been", "be"):
            return False
        before = self._before(number)
        if before is None or self._clause[before] != self._clause[number] or before in self._ending:
            return False
        word = self._texts[before]
        if word in FUNCTION or self._is_verb(before) or self._lemmas[before] in TRAIT_NOUNS or word in _PRONOUNS:
            return False
        return not word.endswith("ing")

    def _beyond_phrase(self, verb: int) -> frozenset[ConceptKey]:
        """The subject of a verb that follows another noun: "Rose in the story is", "one of Rose's traits in it is"."""
        before = self._before(verb)
        if before is None:
            return NOBODY
        return self._bridged(before) or self._trait_before(before, verb)

    def _bridged(self, number: int) -> frozenset[ConceptKey]:
        """The subject that a phrase ending at word `number` belongs to: "pandas in China"."""
        for at in range(number, max(self._start(number), number - BRIDGE) - 1, -1):
            mention = self._ending.get(at)
            if mention is not None:
                close = self._texts[at + 1] in PREPOSITIONS and mention.subject
                return self._group(mention).names if close else NOBODY
            if self._is_verb(at) or self._texts[at] in SUBORDINATORS:
                return NOBODY
        return NOBODY

    # --- pronouns ---------------------------------------------------------------------------------------------------

    def _stands_as_subject(self, number: int) -> bool:
        """Whether a pronoun is no object: "both" and "these" may be."""
        following = self._after(number)
        return following is not None

    def _resolved(self, number: int) -> frozenset[ConceptKey]:
        """Whom a pronoun stands for: the one candidate that has been a subject so far, where no other may be meant."""
        plural = self._texts[number] in _PLURAL_PRONOUNS
        for at in range(self._start(number), number):
            if self._lemmas[at] in TRAIT_NOUNS and self._texts[number - 1] in ("that", "how", "is", "be"):
                owner = self._owner_of(at, number)
                if owner:
                    return owner
        ruled_out = self._said_after(number)
        fitting = [
            group
            for group in self._groups
            if group.last < number and self._fits(number, group)
        ]
        fitting = [group for group in fitting if not group.names & ruled_out]
        if not fitting:
            return self._by_concept(number)
        last = fitting[-1]
        compared = [m for m in self.mentions if last.last < m.first < number and not m.subject]
        compared = [m for m in compared if m.plural == plural]
        if compared and any(self._lemmas[n] in DIFFERING for n in range(last.first, number)):
            both = "both" in self._texts[number : number + 4]
            return last.names if both and len(last.names) > 1 else NOBODY
        if compared and any(self._lemmas[n] in LIKENING for n in range(last.last + 1, number)):
            return last.names.union(*(m.names for m in compared)) if last.plural else NOBODY
        if any(not group.names & last.names for group in fitting) and not self._is_plain(number, last):
            return NOBODY
        return last.names

    def _is_plain(self, number: int, group: Group) -> bool:
        """Whether a pronoun is plainly this subject's, though others have been one before.

        "Pythons are different because they", or, of things, "Pythons are generalists. They": no other name stands in the
        sentence with the subject, and no other person ("asks her").
        """
        start = self._starts[group.first]
        names = {m.names <= group.names for m in self.mentions if start <= m.first < number}
        if not all(names) or any(self._texts[n] in OBJECT_PRONOUNS for n in range(start, number)):
            return False
        if start == self._start(number):
            return self._texts[number - 1] in ("because", "since", "cause") and not self._is_subordinate(group.first)
        things = self._texts[number] in ("they", "it") and not any(t in ("he", "she") for t in self._texts)
        return things and self._start(number) == number and self._starts[number - 1] == start

    def _is_subordinate(self, number: int) -> bool:
        before = self._noun_phrase_before(number)
        return before is not None and self._texts[before] in SUBORDINATORS

    def _said_after(self, number: int) -> frozenset[ConceptKey]:
        """Names behind a pronoun in its own clause: it cannot stand for them ("she comforts Anna")."""
        found: set[ConceptKey] = set()
        for at in range(number + 1, number + 1 + OBJECT_REACH):
            if not self._same(number, at) or self._texts[at] in SUBORDINATORS:
                break
            mention = self._starting.get(at)
            if mention is not None:
                if mention.subject:
                    break
                found |= mention.names
        return frozenset(found)

    def _fits(self, number: int, group: Group) -> bool:
        """Whether a pronoun may stand for this subject.

        A thing has an article or is one of many, a person's name has none: "it" stands for a thing, and "they" for
        several or, as learners write, for a sort of thing ("a python … they").
        """
        text = self._texts[number]
        thing = self._same(group.first, group.first - 1) and self._texts[group.first - 1] in ARTICLES
        if not group.names:
            return text != "it"
        if text == "they":
            return group.plural or thing
        if text == "it":
            return not group.plural and thing
        return group.plural == (text in _PLURAL_PRONOUNS)

    def _by_concept(self, number: int) -> frozenset[ConceptKey]:
        """Whose concept has the pronoun itself among its phrases."""
        text = self._texts[number]
        if self.mentions:
            return NOBODY
        holders = [name for name in self._names if any(hit.first == number == hit.last for hit in self._reading.hits(name))]
        return frozenset(holders) if len(holders) == 1 and text in _PRONOUNS else NOBODY

    # --- to whom ----------------------------------------------------------------------------------------------------

    def _targets(self, hit: Hit, subjects: frozenset[ConceptKey]) -> frozenset[ConceptKey]:
        """The names behind a verb as far as its clause goes, or a pronoun that can be only one of them."""
        found: set[ConceptKey] = set()
        for at in range(hit.first, hit.last + 1 + OBJECT_REACH):
            if not self._same(hit.first, at) or (at > hit.last and self._texts[at] in SUBORDINATORS):
                break
            mention = self._starting.get(at)
            if mention is not None:
                if mention.subject and at > hit.last:
                    break
                found |= mention.names
            elif at > hit.last and (self._texts[at] in RELATIVES or self._texts[at] in ("he", "she", "they", "we", "i")):
                break
            elif self._texts[at] in OBJECT_PRONOUNS and at + 1 not in self._starting:
                found |= self._other_than(at, subjects)
        return frozenset(found)

    def _other_than(self, number: int, subjects: frozenset[ConceptKey]) -> frozenset[ConceptKey]:
        """Whom an object pronoun stands for: the only name said so far that is not the subject."""
        if not subjects:
            return NOBODY
        others = {m.names for m in self.mentions if m.last < number and not m.names & subjects}
        return next(iter(others)) if len(others) == 1 else NOBODY


_PLURAL_PRONOUNS = frozenset("they both these those".split())
_PEOPLE = frozenset(["he", "she", "they"])
_PRONOUNS = SINGULAR_PRONOUNS | _PLURAL_PRONOUNS | OBJECT_PRONOUNS | frozenset(["his", "their", "its", "hers"])


def names_of(concepts: Iterable[ConceptKey | Sequence[str]]) -> tuple[ConceptKey, ...]:
    """Concepts as keys, each once."""
    return tuple(dict.fromkeys(concept if isinstance(concept, str) else tuple(concept) for concept in concepts))
