"""Who a noun phrase is about: the name in it, a pronoun, or all of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tutor.article.closed import POSSESSIVES, PREPOSITIONS
from tutor.article.lines import Line
from tutor.article.reporting.words import pronoun

# Little words inside names: "Ana de la Cruz".
PARTICLES = frozenset("de van von der la bin al el ben du da di del los las".split())
_OTHERS = frozenset("others some many most this those".split())
_RELATIVES = frozenset("who which that".split())


class Kind(Enum):
    """How somebody is mentioned; `WRITER` is the "I" of the article."""

    NAME = "name"
    PHRASE = "phrase"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    WRITER = "writer"


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody mentioned: by the words `first` to `last`, both included, of one line."""

    kind: Kind
    first: int
    last: int

    @property
    def words(self) -> range:
        """The numbers of its words."""
        return range(self.first, self.last + 1)


def core(line: Line, phrase: range) -> range:
    """The phrase up to what only tells more of it: "Rossi" of "Rossi, the mayor of Ostrey"."""
    for at in phrase[1:]:
        word = line.low[at]
        if line.gap[at] and not line.joined(at):
            return range(phrase.start, at)
        if word in PREPOSITIONS or word in _RELATIVES:
            return range(phrase.start, at)
    return phrase


def mention_of(line: Line, phrase: range) -> Mention:
    """Who a noun phrase is about: the name in it, a pronoun, or all of it."""
    first = phrase.start
    word = line.low[first]
    if len(phrase) == 1:
        stem = pronoun(word)
        if word in _RELATIVES:
            return Mention(Kind.RELATIVE, first, first)
        if stem in ("i", "we"):
            return Mention(Kind.WRITER, first, first)
        if stem or word in POSSESSIVES or word in _OTHERS:
            return Mention(Kind.PRONOUN, first, first)
    inner = core(line, phrase)
    if line.name[inner[-1]]:
        return _named(line, inner)
    head = inner.stop
    if head in phrase and line.gap[head] == "," and line.name[head]:  # "the map's author, Robert Reed"
        stop = head
        while stop < phrase.stop and line.name[stop] and (stop == head or line.joined(stop)):
            stop += 1
        return Mention(Kind.NAME, head, stop - 1)
    while head < phrase.stop and (line.joined(head) or line.gap[head] in ("(", ")")):
        if line.low[head] in _RELATIVES:
            break
        head += 1
    return Mention(Kind.PHRASE, first, head - 1)


def _named(line: Line, inner: range) -> Mention:
    last = inner[-1]
    first = last
    while first > inner.start:
        joins = line.joined(first) and not line.low[first - 1].endswith("'s")
        particle = line.low[first - 1] in PARTICLES and first - 1 > inner.start and line.name[first - 2]
        if not joins or not (line.name[first - 1] or particle):
            break
        first -= 1
    owner = first - 1
    if owner >= inner.start and line.low[owner].endswith("'s") and line.name[owner]:
        return Mention(Kind.PHRASE, inner.start, last)
    return Mention(Kind.NAME, first, last)
