"""Whether one word in the place of another says something else: opposites, scales, sets, and words that mean the same.

A pair that stands in none of the lists is left to the caller, as only some exchanges change a meaning.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from tutor.article.antonyms import opposites
from tutor.article.dictionary import form_of, knows
from tutor.article.scales import steps
from tutor.article.synonyms import groups

# Words that hedge a claim, and words that stretch it to all cases: leaving out the one or putting in the other makes a
# quotation claim more than the article does.
HEDGES = frozenset("may might could perhaps possibly maybe probably allegedly reportedly supposedly".split())
STRETCHES = frozenset("all every always must most certainly definitely".split())
MODALS = frozenset("may might can could will would shall should must".split())

_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti")
# Of 100: so alike in letters, a word is more likely a slip or a form of the other ("coming" for "coining", "show" for
# "snow") than another choice. Own figure, from some 1,200 quotations by students.
_SLIP = 57.0
_SLIP_SAME_START = 45.0
# So many first letters in common make two words forms of one ("stable", "stability").
_STEM = 4


def opposed(one: str, other: str) -> bool:
    """Whether two words, as written in lower case, are opposites or stand on different steps of one scale."""
    for a in _forms(one):
        for b in _forms(other):
            if a == b:
                return False
    return any(
        b in opposites().get(a, ()) or _apart(a, b) or _negated(a, b) for a in _forms(one) for b in _forms(other)
    )


def alike(one: str, other: str) -> bool:
    """Whether two words mean the same, are forms of one word, or one is a slip of the other."""
    likeness = fuzz.ratio(one, other)
    if _forms(one) & _forms(other) or likeness >= (_SLIP_SAME_START if one[:1] == other[:1] else _SLIP):
        return True
    shorter = min(len(one), len(other), _STEM)
    if shorter >= 3 and one[:shorter] == other[:shorter]:
        return True
    return any(
        groups().get(a, frozenset()) & groups().get(b, frozenset())
        or steps().get(a, {}).items() & steps().get(b, {}).items()
        for a in _forms(one)
        for b in _forms(other)
    )


@lru_cache(maxsize=20_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has this lower-case word, or a form of it."""
    return word.isalpha() and any(knows(form) for form in (word, base(word)))


@lru_cache(maxsize=20_000)
def base(word: str) -> str:
    """The dictionary form of a lower-case English word; the word itself when the dictionary has none."""
    return form_of(word) if word.isalpha() else word


def _forms(word: str) -> frozenset[str]:
    return frozenset((word, base(word)))


def _negated(a: str, b: str) -> bool:
    """Whether the two differ by a prefix that turns the meaning round, or by "-less" for "-ful"."""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if len(shorter) >= _STEM and any(longer == prefix + shorter for prefix in _PREFIXES):
        return True
    if {a[:4], b[:4]} == {"over", "unde"} and a.removeprefix("over").removeprefix("under") == b.removeprefix(
        "over"
    ).removeprefix("under"):
        return True
    return {a[-4:], b[-4:]} >= {"less"} and a.removesuffix("less").removesuffix("ful") == b.removesuffix(
        "less"
    ).removesuffix("ful")


def _apart(a: str, b: str) -> bool:
    ours, others = steps().get(a, {}), steps().get(b, {})
    return any(scale in others and others[scale] != step for scale, step in ours.items())
