"""The subject of what a reply says at one place: the nearest plain name before it, or a name beside it.

Where that is not plain, nobody is named.
"""

from __future__ import annotations

from tutor.rubric.anaphora import Anaphora
from tutor.rubric.grammar import BRIDGE, OBJECT_REACH
from tutor.rubric.naming import NOBODY, Mention, Names, Naming
from tutor.rubric.reading import Hit
from tutor.rubric.wordlists import (
    ASKING_FOR,
    BE,
    DESCRIBING,
    DETERMINERS,
    JOINING,
    KINDS_OF,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    UNTOLD,
)

# How many words may stand between an owner and what is said to be theirs: "Rose's great sense of duty".
OWNED = 3


class Subjects:
    """The subjects of a reply. Word numbers are those of the reading."""

    def __init__(self, naming: Naming, anaphora: Anaphora) -> None:
        self._naming = naming
        self._anaphora = anaphora
        self._grammar = naming.grammar
        self._texts = naming.grammar.texts

    # --- a name beside what is said -----------------------------------------------------------------------------------

    def beside(self, hit: Hit) -> Names:
        """A name behind what is said of it: "hard-working Rose", "caring is a trait of Rose", "how kind Rose is"."""
        mention = self._naming.starting.get(hit.last + 1)
        if mention is not None and not mention.denied and self._describes(hit, mention):
            return mention.names
        before = self._grammar.before[hit.first]
        if before is not None and self._texts[before] == "how":
            if mention is not None:
                return mention.names
            return self._anaphora.whom(hit.last + 1) if self._anaphora.is_pronoun(hit.first, hit.last + 1) else NOBODY
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

    # --- a name before what is said -----------------------------------------------------------------------------------

    def of(self, number: int) -> Names:
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
            if self._anaphora.is_pronoun(number, at):
                return self._anaphora.whom(at)
            if text in UNTOLD:
                return NOBODY
            if grammar.is_trait(at) and any(grammar.is_be(n) for n in range(at + 1, number)):
                return self._anaphora.owner_of(at, number)
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
            return self._anaphora.trait_before(mention.first, number)  # "her talk with Anna is"
        return None

    def _is_carried_past(self, mention: Mention, number: int) -> bool:
        """Whether an "and" may take up an earlier subject: "Rose sees what Anna wants and helps"."""
        if not self._grammar.is_subordinate(mention.first) or JOINING.isdisjoint(
            self._texts[mention.last + 1 : number]
        ):
            return False
        earlier = (self._naming.ending.get(n) for n in range(self._grammar.start(number), mention.first))
        return any(m.subject and not m.names & mention.names for m in earlier if m)

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

    def is_said_of_nobody(self, hit: Hit) -> bool:
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
        return self._bridged(before) or self._anaphora.trait_before(before, verb)

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

    # --- relative clauses ---------------------------------------------------------------------------------------------

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
            return self._anaphora.owner_of(before, number)
        if self._grammar.lemmas[before] in KINDS_OF:
            return self.of(before)
        return self._bridged(before)
