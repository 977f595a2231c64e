"""`denies`: says of most things that they are not so. For misconceptions, and for what caps a score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from tutor.rubric.checks.base import Check
from tutor.rubric.grammar import Grammar, grammar_of
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.negation import negates
from tutor.rubric.reading import Reading
from tutor.rubric.wordlists import BE, DETERMINERS, MODALS, NEGATORS, NOT_FINITE

# Fewer denials are an honest contrast: "they do not eat meat".
LEAST = 2
# What is said with "is", "can" or "will" tells most: so many of these must be denied where the words are written out,
# as who means a "not" often writes it short ("couldn't"), and so many of all. Own figures, from answers of 15-year-olds
# to four questions (even rows of the ASAP-SAS training files): fewer than 1 in 100 of the best answers deny as much; of
# the same with a "not" behind every "is", "can" and "will", 9 in 10 of those that have at least two such words.
OF_WRITTEN_OUT = 0.6
OF_ALL = 0.5
# Of what is said with "is" alone, which is denied more seldom than "can", it takes this share, however it is written.
OF_BE = 0.75
# Where every denial is written short, it takes so many of them, and so large a share of what is said.
MANY = 3
OF_SHORT = 0.6
# How many adverbs may stand between "is" and "not": "is really just not".
BETWEEN = 3


NOTHING = Judgement(Verdict.UNMET, Aspect.MISSING, "denies next to nothing")


class Denies(Check):
    """Met when at least `share` of the clauses that say something deny it, and at least two do."""

    check: Literal["denies"]
    share: Annotated[
        float, Field(gt=0, le=1, strict=True, description="The share of its statements that the reply must deny.")
    ] = 0.5

    def judge(self, reading: Reading) -> Judgement:
        """Judge by the finite verbs, and by those among them that say what is, can or will be."""
        if sum(word.text in NEGATORS for word in reading.words) < LEAST:
            return NOTHING
        said = tuple(_statements(reading))
        denied = [statement for statement in said if statement.denied]
        if len(denied) < LEAST or not (self._most(said) or _most_of_being(said)):
            reason = f"denies {len(denied)} of the {len(said)} things it says"
            return Judgement(Verdict.UNMET, Aspect.MISSING, reason)
        reason = f"denies {len(denied)} of the {len(said)} things it says"
        spans = tuple(dict.fromkeys(reading.span(statement.first, statement.last) for statement in denied))
        return Judgement(Verdict.MET, Aspect.DENIES, reason, spans, words=tuple(s.of(reading.text) for s in spans))

    def _most(self, said: Sequence[_Statement]) -> bool:
        denied = [statement for statement in said if statement.denied]
        if all(statement.short for statement in denied):
            return len(denied) >= MANY and len(denied) >= max(self.share, OF_SHORT) * len(said)
        return len(denied) >= self.share * len(said)


class _Statement(NamedTuple):
    """A finite verb with what stands between it and its "not": word numbers `first` to `last`.

    `being`: it says what is, can or will be; `be`: with a form of "be"; `short`: it is contracted, as in "isn't".
    """

    first: int
    last: int
    denied: bool
    being: bool
    be: bool
    short: bool


def _most_of_being(said: Sequence[_Statement]) -> bool:
    """Whether most of what is said with "is", "can" or "will" is denied, or most of what is said with "is" alone."""
    be = [statement.denied for statement in said if statement.be]
    if sum(be) >= LEAST and sum(be) >= OF_BE * len(be):
        return True
    being = [statement for statement in said if statement.being]
    written_out = [statement for statement in being if not statement.short]
    denied = sum(statement.denied for statement in being)
    plain = sum(statement.denied for statement in written_out)
    return (
        denied >= LEAST and plain >= 1 and plain >= OF_WRITTEN_OUT * len(written_out) and denied >= OF_ALL * len(being)
    )


def _statements(reading: Reading) -> Iterator[_Statement]:
    """All finite verbs, with their auxiliaries: "could not have helped" is one."""
    grammar = grammar_of(reading)
    words = reading.words
    at = 0
    while at < len(words):
        first = at
        at += 1
        if grammar.is_auxiliary(first) and words[first].text not in NOT_FINITE:
            at = _group_end(grammar, first)
            denials = [n for n in range(first + 1, at) if words[n].text in NEGATORS and _denies(reading, n)]
            denied = bool(denials) or _denied_before(grammar, first)
            text = words[first].text
            short = words[first].span.of(reading.text).lower() != text
            last = denials[-1] if denials else first
            yield _Statement(first, last, denied, text in MODALS or text in BE, text in BE, short)
            if grammar.same(first, at) and grammar.is_verb(at):
                at += 1  # "could not help": the verb is the auxiliary's
        elif _is_finite(grammar, first):
            yield _Statement(first, first, _denied_before(grammar, first), being=False, be=False, short=False)


def _group_end(grammar: Grammar, first: int) -> int:
    """The word behind an auxiliary and the auxiliaries, adverbs and negators that go with it."""
    at, idle = first + 1, 0
    while grammar.same(first, at) and idle <= BETWEEN:
        if not (grammar.is_auxiliary(at) or grammar.is_adverb(at) or grammar.texts[at] in NEGATORS):
            break
        idle += 1
        at += 1
    return at


def _denies(reading: Reading, number: int) -> bool:
    """Whether a negator takes something back: "not the only one" does not."""
    rest = [word.text for word in reading.words[number + 1 : number + 3]]
    return negates(reading.words, number) and rest not in (["the", "only"], ["the", "same"])


def _denied_before(grammar: Grammar, number: int) -> bool:
    """Whether the word before denies a verb: "never helps", "nobody is"."""
    return grammar.same(number, number - 1) and grammar.texts[number - 1] in NEGATORS


def _is_finite(grammar: Grammar, number: int) -> bool:
    """Whether an everyday verb has a subject: in "-s", in the past, or behind somebody; no infinitive and no noun."""
    text = grammar.texts[number]
    if grammar.same(number, number - 1) and grammar.texts[number - 1] in _NEVER:
        return not grammar.is_adverb(number) and not grammar.is_auxiliary(number)
    if not grammar.is_verb(number) or grammar.is_auxiliary(number) or text.endswith("ing"):
        return False
    before = grammar.texts[number - 1] if grammar.same(number, number - 1) else ""
    if before == "to" or before in DETERMINERS:
        return False
    return grammar.lemmas[number] != text or before in _SUBJECTS or before in NEGATORS or before.endswith("s")


_NEVER = frozenset("never hardly barely scarcely rarely seldom".split())
_SUBJECTS = frozenset("i you we they who that which and both all people".split())
