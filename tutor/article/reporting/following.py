"""Noun phrases found from their first word on, as after "said" and "according to"."""

from __future__ import annotations

from tutor.article.closed import (
    AND,
    AUXILIARIES,
    CALENDAR,
    DETERMINERS,
    LINKS,
    PREPOSITIONS,
    SAYERS,
    TIMES,
    is_adverb,
)
from tutor.article.lines import Line
from tutor.article.reporting.lexicon import PAPERS, VERBS
from tutor.article.reporting.phrases import APPOSITION, LONGEST, TELLING, is_modifier
from tutor.article.reporting.words import is_verb, pronoun

# Prepositions that go on with a noun phrase, and those that rather tell how something was said ("in a letter").
_WITHIN = frozenset("of for at from in with on".split())
_LOOSE = frozenset("in at on with from to as by".split())
_SETTINGS = frozenset("a an his her their response".split())
_BRACKETED = 8
_RELATIVES = frozenset("who which that whose".split())


def after(line: Line, first: int, end: int, *, apposed: bool = True) -> range | None:
    """The noun phrase that begins at word `first`, in words up to `end`, with its apposition."""
    if first >= end or line.quoted[first]:
        return None
    word = line.low[first]
    if pronoun(word) or (word in SAYERS and word not in DETERMINERS):
        return range(first, first + 1)
    if word in AUXILIARIES or word in LINKS or word in AND or word in PREPOSITIONS or word == "not":
        return None
    at = first + 1
    while at < end and at - first < LONGEST and not line.quoted[at]:
        step = _step(line, first, at, end)
        if step is None:
            break
        at = step
    at = min(at, end)
    return range(first, _beyond_apposition(line, at, end) if apposed else at)


def _step(line: Line, first: int, at: int, end: int) -> int | None:
    """Where a phrase from `first` that reaches up to word `at` goes on; None where it ends there."""
    gap, word = line.gap[at], line.low[at]
    if gap == "(":
        return next((n for n in range(at + 1, min(at + _BRACKETED, end + 1)) if ")" in line.gap[n]), None)
    if not (line.joined(at) or gap == ")"):
        return None
    if word in PREPOSITIONS:
        return at + 2 if _goes_on(line, at, end) else None
    if word == "and":
        return at + 1 if at + 1 < end and line.name[at - 1] and line.name[at + 1] else None
    if word in LINKS or word in AND or word in AUXILIARIES or word in TIMES or pronoun(word) or word == "not":
        return None
    if not line.name[at] and (word in CALENDAR or word in DETERMINERS):
        return None
    if is_adverb(word) and not line.words[at].capital:
        return None
    return None if is_verb(line, at, first) or (word in VERBS and word.endswith("ing")) else at + 1


def _goes_on(line: Line, at: int, end: int) -> bool:
    """Whether the preposition at `at` tells more of the noun before it, and not when or how it was said."""
    written = line.low[at] == "by" and line.low[at - 1] in PAPERS  # "a report by the town"
    if at + 1 >= end or not (line.low[at] in _WITHIN or written):
        return False
    following = line.low[at + 1]
    timed = following in CALENDAR or line.words[at + 1].number
    acting = line.low[at] == "for" and following.endswith("ing") and not line.words[at + 1].capital
    return not (timed or acting or (line.low[at] in _LOOSE and following in _SETTINGS))


def _beyond_apposition(line: Line, at: int, end: int) -> int:
    """Where a phrase ends that goes on with "who" or with a comma and what explains it."""
    if at >= end or line.quoted[at]:
        return at
    word = line.low[at]
    if word == "who" and line.joined(at):
        return next((n for n in range(at + 1, end) if not line.joined(n) or line.quoted[n]), end)
    explains = word in DETERMINERS or word in TELLING or (line.words[at].capital and word not in PREPOSITIONS)
    if line.gap[at] not in (",", "),") or not explains or (pronoun(word) and word != "who"):
        return at
    stop, relative = at + 1, word in _RELATIVES
    while stop < end and line.joined(stop) and not line.quoted[stop]:
        relative = relative or line.low[stop] in _RELATIVES
        if not relative and is_verb(line, stop, at) and not is_modifier(line, stop, at):
            return at
        stop += 1
    if stop < end and line.quoted[stop]:
        return at  # "according to the letter, the port “will stay”"
    return stop if stop - at < APPOSITION else at
