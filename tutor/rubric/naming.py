"""Where the names that a question is about stand in a reply, and as what: subject, object, owner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tutor.rubric.grammar import Grammar, grammar_of
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.vocabulary import ConceptKey
from tutor.rubric.wordlists import (
    AFFECTING,
    ARTICLES,
    ASKING_FOR,
    DETERMINERS,
    FUNCTION,
    JOINING,
    PREPOSITIONS,
    PRONOUNS,
    SINGULAR_PRONOUNS,
    SUBORDINATORS,
    TITLES,
    UNTOLD,
    VERBS_ONLY,
)

# How far the verb may stand from a name behind a comma: "In her talk with Anna, Rose in the end is".
VERB_REACH = 6
# How far a list of names may stretch from one name to the next: "pandas in China and koalas".
LIST_REACH = 4
# Prepositions that are also conjunctions: "after Rose comes home".
_ALSO_CONJUNCTIONS = frozenset(["as", "after", "before", "until", "since"])
# What shows that an "'s" is short for "is": "Rose's always kind".
_AFTER_IS = frozenset(["a", "an", "the", "not", "very", "so"])


Names = frozenset[ConceptKey]
NOBODY: Names = frozenset()


class Mention(NamedTuple):
    """One place where a name stands: word numbers `first` to `last`, and all names it may be.

    `subject`: it stands where a subject does; `made`: it is an object that does what follows ("makes Rose want");
    `affected`: something is done to it, so that it may be the one spoken of next; `owner`: "Rose's"; `plural`:
    "pandas"; `thing`: it has an article, as names of people have not.
    """

    first: int
    last: int
    names: frozenset[ConceptKey]
    denied: bool = False
    subject: bool = False
    made: bool = False
    affected: bool = False
    owner: bool = False
    plural: bool = False
    thing: bool = False


class Group(NamedTuple):
    """Names that are one subject together ("pandas and koalas"), from word `first` to word `last`."""

    first: int
    last: int
    names: frozenset[ConceptKey]
    plural: bool
    thing: bool = False
    subject: bool = True


class Naming:
    """The mentions of the names in a reply, in order; `ending` and `starting` find one by its last and first word.

    `groups` has, for each mention, the subject that it closes.
    """

    def __init__(self, reading: Reading, names: Sequence[ConceptKey]) -> None:
        self.grammar: Grammar = grammar_of(reading)
        self._reading = reading
        found = self._found(names)
        self._firsts = frozenset(mention.first for mention in found)
        self.mentions: tuple[Mention, ...] = self._placed(found)
        self.ending = {mention.last: mention for mention in self.mentions}
        self.starting = {mention.first: mention for mention in self.mentions}
        self.groups = self._grouped()

    def _found(self, names: Sequence[ConceptKey]) -> list[Mention]:
        """The places of all names, the longest first where they share words. Pronouns are left to be resolved."""
        hits = [(hit, name) for name in names for hit in self._reading.hits(name) if hit.citation is None]
        found: list[Mention] = []
        for hit, name in sorted(hits, key=lambda pair: (pair[0].first, -pair[0].last)):
            if found and hit.first <= found[-1].last:
                found[-1] = found[-1]._replace(names=found[-1].names | {name})
            elif not self._is_pronoun(hit):
                found.append(Mention(hit.first, hit.last, frozenset([name]), hit.denied))
        return found

    def _is_pronoun(self, hit: Hit) -> bool:
        return all(self.grammar.texts[number] in PRONOUNS for number in range(hit.first, hit.last + 1))

    def _placed(self, found: Sequence[Mention]) -> tuple[Mention, ...]:
        placed: list[Mention] = []
        for mention in found:
            before = self.grammar.phrase_before(mention.first)
            behind = "" if before is None or mention.denied else self.grammar.lemmas[before]
            owner = self._is_owner(mention)
            subject = not owner and not mention.denied and self._is_subject(mention, before, placed)
            placed.append(
                Mention(
                    mention.first,
                    mention.last,
                    mention.names,
                    mention.denied,
                    subject,
                    made=subject and behind in ASKING_FOR,
                    affected=behind == "on" or behind in AFFECTING,
                    owner=owner,
                    plural=self._is_plural(mention),
                    thing=self._text(mention.first, mention.first - 1) in ARTICLES,
                )
            )
        return tuple(placed)

    def _text(self, number: int, other: int) -> str:
        """The text of word `other`, empty where it is not in the sentence of word `number`."""
        return self.grammar.texts[other] if self.grammar.same(number, other) else ""

    def _is_owner(self, mention: Mention) -> bool:
        """Whether a name is an owner's: "Rose's family", but not "panda's eat", where the mark is a slip."""
        span = self._reading.words[mention.last].span.of(self._reading.text).replace("\u2019", "'").lower()
        following = self.grammar.after[mention.last]
        if following is None or not span.endswith("s"):
            return False
        if not span.endswith(("'s", "s'")):
            return self.grammar.is_trait(following)
        text = self.grammar.texts[following]
        if self.grammar.is_auxiliary(following) or self.grammar.lemmas[following] in VERBS_ONLY:
            return False
        short = self._text(mention.last, mention.last + 1) in _AFTER_IS
        return not short and text not in JOINING and text not in PREPOSITIONS

    def _is_plural(self, mention: Mention) -> bool:
        text = self.grammar.texts[mention.last]
        return text.endswith("s") and self.grammar.lemmas[mention.last] != text

    def _is_subject(self, mention: Mention, before: int | None, earlier: Sequence[Mention]) -> bool:
        """Whether a name stands where the subject of a clause does; `before` is the word before its noun phrase."""
        grammar = self.grammar
        following = grammar.after[mention.last]
        verb_follows = following is not None and self._is_verb_of(mention, following)
        if before is None:
            return verb_follows or not self._is_called(mention)
        text = grammar.texts[before]
        if text in JOINING:
            partner = self._partner(before, earlier)
            if partner is not None and self._text(partner.first, partner.first - 1) == "between":
                return False
            if partner is None or (verb_follows and not partner.subject):
                return verb_follows or partner is None
            return partner.subject
        if text in PREPOSITIONS:
            apart = any(grammar.texts[n] not in DETERMINERS | TITLES for n in range(before + 1, mention.first))
            gerund = text == "by" and following is not None and grammar.texts[following].endswith("ing")
            return gerund or (verb_follows and (apart or text in _ALSO_CONJUNCTIONS))
        if text in SUBORDINATORS:
            return True
        return self._verb_near(mention) if grammar.clauses[before] != grammar.clauses[mention.first] else verb_follows

    def _is_called(self, mention: Mention) -> bool:
        """Whether a name that opens a sentence is only called, or a heading: a comma and another subject follow."""
        following = mention.last + 1
        text = self._text(mention.last, following)
        if not text:
            return True
        apart = self.grammar.clauses[following] != self.grammar.clauses[mention.last]
        return apart and (text in SINGULAR_PRONOUNS or text in UNTOLD or following in self._firsts)

    def _partner(self, joining: int, earlier: Sequence[Mention]) -> Mention | None:
        """The name that an "and" joins the next one to."""
        if not earlier:
            return None
        last = earlier[-1]
        near = joining - last.last <= LIST_REACH and self.grammar.same(joining, last.last)
        return last if near and not self.grammar.any_verb(last.last, joining) else None

    def _verb_near(self, mention: Mention) -> bool:
        """Whether a verb follows in the same clause, with no "and" before it: else the name stands in a list."""
        for number in range(mention.last + 1, mention.last + 1 + VERB_REACH):
            text = self._text(mention.last, number)
            if not text or text in JOINING or self.grammar.clauses[number] != self.grammar.clauses[mention.last]:
                return False
            if self._is_verb_of(mention, number):
                return True
        return False

    def _is_verb_of(self, mention: Mention, number: int) -> bool:
        """Whether a word behind a name is a verb: an everyday one, or what follows at once and ends like one."""
        if self.grammar.is_verb(number):
            return True
        text = self.grammar.texts[number]
        ends = text.endswith("ed") or (text.endswith("s") and not text.endswith("ss") and not self._is_plural(mention))
        return ends and self.grammar.after[mention.last] == number and text not in FUNCTION

    def _grouped(self) -> dict[int, Group]:
        """By the last word of each mention, the subject that it closes: it, and those joined to it before."""
        groups: dict[int, Group] = {}
        before: Mention | None = None
        for mention in self.mentions:
            joined = groups.get(before.last) if before and self._joined(before, mention) else None
            groups[mention.last] = Group(
                joined.first if joined else mention.first,
                mention.last,
                mention.names | joined.names if joined else mention.names,
                mention.plural or joined is not None,
                mention.thing,
                mention.subject,
            )
            before = mention
        return groups

    def _joined(self, one: Mention, other: Mention) -> bool:
        """Whether two names are one subject: "pandas in China and koalas", "Rose, Anna"."""
        if not (one.subject and other.subject) or not self.grammar.same(one.first, other.first):
            return False
        texts = self.grammar.texts
        at = one.last + 1
        if texts[at] in PREPOSITIONS:
            at = next((n for n in range(at, min(at + LIST_REACH, other.first)) if texts[n] in JOINING), at)
        listed = self.grammar.clauses[one.last] != self.grammar.clauses[other.first]
        between = texts[at : other.first] if other.first - at <= LIST_REACH else ["…"]
        joined = bool(between) and between[0] in JOINING
        return (joined or listed) and all(text in DETERMINERS | JOINING | TITLES for text in between)
