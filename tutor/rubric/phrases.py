"""The phrase language: one way of saying something, as a teacher writes it, to patterns over the words of a reply.

| written | matches |
|---|---|
| `eat bamboo` | these words in order, inflected or misspelt, with up to two little words between |
| `eat/consume` | either word |
| `(live off \\| feed on)` | either run of words |
| `[very] hard` | the word in brackets may be left out |
| `eat ...3 bamboo` | at most three words between, whatever they are |
| `=kind` | this form only, not "kinds" |
| `kind !of` | "kind", not followed by "of"; at the beginning: not preceded by it |
| `@animals eat` | a place where the concept `animals` stands, then "eat" |

A phrase that is an address ("p7", "paragraph 7") matches a citation of it. Parsing needs no dictionary; compiling does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from tutor.article import Reference, citations
from tutor.rubric.words import lemma, tokenise

# The widest gap: own figure, about the length of a clause; a wider one matches nearly anything.
WIDEST_GAP = 12
# No phrase stands for more ways of saying it than this: more want several phrases, which also read better.
MOST_WAYS = 200


class PhraseError(ValueError):
    """A phrase that cannot be read: what is wrong with it, in a teacher's words."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a pattern: a word, a place of a concept, or, when `barred`, a word that must not stand here.

    A word matches by `forms` (as written, or its dictionary form) or, in `exact`, as written only. `gap` is how many
    words of any sort may stand before it; without one, only a few little words may (see `Reading`).
    """

    forms: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    concept: str = ""
    gap: int | None = None
    barred: bool = False

    @property
    def words(self) -> frozenset[str]:
        """All that it matches by."""
        return self.forms | self.exact if self.exact else self.forms


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying a phrase, ready to be matched.

    `first` is the step it begins with, `before` what may not stand before that, `rest` the steps that follow. A reply
    that matches has one form of each of `anchors`, its later words, and every concept of `concepts` stands in it. Where
    `is_word`, a single word, whatever its form, is all it asks for; where all steps are words side by side, `beside`
    has the forms of those after the first.
    """

    first: Step
    rest: tuple[Step, ...] = ()
    before: Step | None = None
    anchors: tuple[frozenset[str], ...] = ()
    concepts: tuple[str, ...] = ()
    is_word: bool = False
    beside: tuple[frozenset[str], ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps that something must match."""
        return (self.first, *(step for step in self.rest if not step.barred))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase, compiled: `patterns` are the ways of saying it; one that is an address has a `place` instead."""

    text: str
    patterns: tuple[Pattern, ...] = ()
    place: Reference | None = None

    @property
    def forms(self) -> Iterator[frozenset[str]]:
        """The forms of all its words, whichever way it is said."""
        return (step.words for pattern in self.patterns for step in pattern.steps)


@dataclass(frozen=True, eq=False)
class Phrases:
    """Phrases that mean the same."""

    all: tuple[Phrase, ...]


def compile_phrases(texts: Iterable[str]) -> Phrases:
    """Make phrases matchable together. Raises PhraseError."""
    return Phrases(tuple(map(compile_phrase, dict.fromkeys(texts))))


@lru_cache(maxsize=2048)  # every question of a lesson, and every lesson checked again, has the same ones
def compile_phrase(text: str) -> Phrase:
    """Make a phrase matchable. Contractions are opened as in replies. Raises PhraseError."""
    for span, place in citations(text):
        if span == (0, len(text)):
            return Phrase(text, (), place)
    return Phrase(text, tuple(dict.fromkeys(_compiled(way) for way in ways(text))))


def check_phrase(text: str) -> str:
    """The phrase itself, when it can be read. Raises PhraseError. Needs no dictionary."""
    if _SPECIAL.search(text):
        ways(text)
    return text


def concepts_in(text: str) -> frozenset[str]:
    """The names of the concepts that a phrase refers to with `@`."""
    return frozenset(match[1] for match in _CONCEPT.finditer(text)) if "@" in text else frozenset()


def plain(text: str) -> Iterator[str]:
    """Ways of saying a phrase, in plain words: for lists of terms, and for what must not be given away.

    Gaps, what is barred and concepts referred to are left out.
    """
    for way in ways(text):
        words = [item.words for item in way if item.words and not item.barred]
        yield from map(" ".join, islice(product(*words), MOST_WAYS)) if words else ()


# --- reading ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Item:
    """One step as written: words of which any may stand there, or the name of a concept, or a gap and nothing else."""

    words: tuple[str, ...] = ()
    exact: frozenset[str] = frozenset()
    concept: str = ""
    gap: int | None = None
    barred: bool = False


Way = tuple[Item, ...]
"""One way of saying a phrase."""

_SPECIAL = re.compile(r"[\[\]()|/!@=]|\.\.\.|\u2026")
_CONCEPT = re.compile(r"@([^\s\[\]()|/]+)")
_TOKEN = re.compile(r"[\[\]()|]|[^\s\[\]()|]+")
_GAP = re.compile(r"(?:\.\.\.|\u2026)(\d*)")


def ways(text: str) -> tuple[Way, ...]:
    """The ways of saying a phrase, in the order written. Raises PhraseError."""
    tokens = _TOKEN.findall(text)
    found, rest = _alternatives(tokens, 0, "")
    if rest < len(tokens):
        raise PhraseError(f'the "{tokens[rest]}" in "{text}" closes nothing that was opened')
    checked = tuple(dict.fromkeys(found))
    if not any(_says(way) for way in checked):
        raise PhraseError(f'"{text}" has no word to look for')
    if not all(_says(way) for way in checked):
        raise PhraseError(f'"{text}" may be nothing at all: leave one word outside the brackets')
    if any(way[0].gap is not None or way[-1].gap is not None for way in found if way):
        raise PhraseError(f'a gap stands between two words: "{text}" begins or ends with one')
    return checked


def _says(way: Way) -> bool:
    return any((item.words or item.concept) and not item.barred for item in way)


def _alternatives(tokens: Sequence[str], at: int, closing: str) -> tuple[tuple[Way, ...], int]:
    """The ways written from token `at` on, up to the bracket that closes them, and the number of that token."""
    found: list[Way] = []
    parts: list[tuple[Way, ...]] = []
    while at < len(tokens) and tokens[at] not in ("]", ")"):
        token = tokens[at]
        if token == "|":
            if not closing:
                raise PhraseError('"|" stands between alternatives in brackets: (live off | feed on)')
            found += _joined(parts)
            parts = []
        elif token in ("[", "("):
            inner, at = _alternatives(tokens, at + 1, "]" if token == "[" else ")")
            if at >= len(tokens) or tokens[at] != ("]" if token == "[" else ")"):
                raise PhraseError(f'a "{token}" is not closed')
            if inner == ((),):
                raise PhraseError("there is nothing between the brackets")
            parts.append((*inner, ()) if token == "[" else inner)
        else:
            parts.append(_item(token))
        at += 1
    return (*found, *_joined(parts)), at


def _joined(parts: Sequence[tuple[Way, ...]]) -> Iterator[Way]:
    joined = [sum(chosen, ()) for chosen in islice(product(*parts), MOST_WAYS + 1)]
    if len(joined) > MOST_WAYS:
        raise PhraseError(f"this stands for more than {MOST_WAYS} ways of saying it: write several phrases")
    yield from joined


def _item(token: str) -> tuple[Way, ...]:
    """The ways of one token between white space and brackets: a gap, a barred word, a concept, or words."""
    gap = _GAP.fullmatch(token)
    if gap:
        if not gap[1]:
            raise PhraseError("a gap needs a bound: write ...3 for at most three words between")
        if not 1 <= int(gap[1]) <= WIDEST_GAP:
            raise PhraseError(f"a gap is 1 to {WIDEST_GAP} words wide, not {gap[1]}")
        return ((Item(gap=int(gap[1])),),)
    barred = token.startswith("!") and len(token) > 1
    names = token[barred:].split("/")
    if token.startswith("@"):
        if len(names) > 1 or not token[1:]:
            raise PhraseError(f'"{token}" names no concept: alternatives go in brackets, (@birds | @fish)')
        return ((Item(concept=token[1:]),),)
    single: list[str] = []
    exact: set[str] = set()
    several: list[Way] = []
    for name in names:
        words = tuple(word.text for word in tokenise(name.removeprefix("=")))
        if len(words) == 1:
            single.append(words[0])
            exact |= {words[0]} if name.startswith("=") else set()
        elif words and barred:
            raise PhraseError(f'"{token}": only single words can be barred')
        elif words:
            several.append(tuple(Item((word,), frozenset({word} if name.startswith("=") else ())) for word in words))
        elif len(names) > 1 or barred:
            raise PhraseError(f'there is a word missing in "{token}"')
    if not single and not several:
        return ((),)  # a full stop, a dash: nothing that a reply is searched for
    return (*(((Item(tuple(single), frozenset(exact), barred=barred),),) if single else ()), *several)


# --- compiling -------------------------------------------------------------------------------------------------------


def _compiled(way: Way) -> Pattern:
    steps: list[Step] = []
    gap: int | None = None
    for item in way:
        if item.gap is not None:
            gap = item.gap + (gap or 0)
            continue
        inflected = tuple(word for word in item.words if word not in item.exact) if item.exact else item.words
        steps.append(Step(_forms(inflected), item.exact, item.concept, None if item.barred else gap, item.barred))
        gap = gap if item.barred else None
    start = next(number for number, step in enumerate(steps) if not step.barred)
    barred = steps[:start]
    before = Step(_union(step.forms for step in barred), _union(step.exact for step in barred), barred=True)
    wanted = [step for step in steps if not step.barred]
    anchors = tuple(step.words for step in reversed(wanted[1:]) if not step.concept)
    concepts = tuple(step.concept for step in wanted if step.concept)
    rest = tuple(steps[start + 1 :])
    simple = not any(step.exact or step.concept or step.barred or step.gap is not None for step in steps)
    beside = tuple(step.forms for step in rest) if simple else ()
    is_word = simple and not rest
    return Pattern(steps[start], rest, before if barred else None, anchors, concepts, is_word, beside)


@lru_cache(maxsize=2048)  # phrases share many words, and so their forms
def _forms(words: tuple[str, ...]) -> frozenset[str]:
    """The words as written, and their dictionary forms."""
    return frozenset(form for word in words for form in (word, lemma(word)))


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
