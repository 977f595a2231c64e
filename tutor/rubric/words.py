"""Words of a reply: tokens with spans, contractions expanded, dictionary lemmas, slips of spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tutor.article import Span
from tutor.article.contractions import opened
from tutor.article.dictionary import form_of, knows


class Word(NamedTuple):
    """One word: lower-cased `text`, where it stands, and the numbers of its sentence and clause, from 0.

    A contraction gives two words with one span: "isn't" is "is" and "not".
    """

    text: str
    span: Span
    sentence: int
    clause: int


# An apostrophe counts only between letters; a number keeps its separators ("3.5", "1,200", "10:30").
_TOKEN = re.compile(
    r"[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[.!?\u2026]+|\n|[,;:()\u2013\u2014]|(?<=\s)-(?=\s)"
)

# Conjunctions that open a new clause: what is denied before them is not denied after them.
_CLAUSE = frozenset("but because cuz coz although though while whereas however unless if since so therefore".split())


def tokenise(text: str, skip: Sequence[Span] = ()) -> list[Word]:
    """The words of `text` in order, leaving out those in the spans `skip` (addresses, which are no words).

    A sentence ends at a full stop, question or exclamation mark or an ellipsis that white space or the end follows,
    unless it follows a single letter ("U.S.") or a title ("Mr."), and at a line end; a clause also at a comma,
    semicolon, colon, dash or bracket, and before a conjunction such as "but".
    """
    words: list[Word] = []
    sentence = clause = 0
    gaps = iter(skip)
    gap = next(gaps, None)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while gap and gap.end <= start:
            gap = next(gaps, None)
        if gap and start >= gap.start:
            continue
        token = match.group()
        if not token[0].isalnum():
            if token in (",", ";", ":", "(", ")", "-", "\u2013", "\u2014"):
                clause += 1
            elif token == "\n" or ((end == len(text) or not text[end].isalnum()) and not _shortened(words, start)):
                sentence += 1
                clause += 1
            continue
        for piece in opened(token.lower().replace("\u2019", "'").replace("\u02bc", "'")):
            if piece in _CLAUSE:
                clause += 1
            words.append(Word(piece, Span(start, end), sentence, clause))
    return words


# What a full stop shortens, ending no sentence.
_TITLES = frozenset("mr mrs ms dr prof st jr sr vs".split())


def _shortened(words: list[Word], dot: int) -> bool:
    """Whether the full stop at `dot` belongs to the word before it."""
    if not words or words[-1].span.end != dot:
        return False
    word = words[-1].text
    return word in _TITLES or (len(word) == 1 and word not in "ia")


# Where the dictionary would make different words the same ("better" is not "good" when an argument is weighed), or
# takes the rarer reading ("by all means").
_OWN_LEMMA = {
    **{word: word for word in "better best worse worst more most less least further media data left".split()},
    "means": "mean",
}


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The dictionary form of a lower-case English word; the word itself when the dictionary has none."""
    own = _OWN_LEMMA.get(word)
    if own is not None or not word.isalpha():
        return own or word
    found = form_of(word)
    # The dictionary lists some plurals, and does not say of what ("dockers").
    plural = found == word and len(word) >= 5 and word[-1] == "s" and word[-2] not in "su"
    return word[:-1] if plural and is_word(word[:-1]) else found


@lru_cache(maxsize=50_000)
def is_word(word: str) -> bool:
    """Whether the dictionary knows this lower-case word, as a word or as a name."""
    return not word.isalpha() or knows(word) or knows(word.capitalize())


# Inflected verbs that the dictionary lists as words of their own.
_ALSO = {"thought": "think", "felt": "feel", "broke": "break", "won": "win", "bore": "bear", "shot": "shoot"}
# No forms of "even", "morn" and the like.
_NO_VERBS = frozenset("evening morning ceiling nothing something anything everything during wedding pudding".split())


@lru_cache(maxsize=50_000)
def forms_of(word: str) -> frozenset[str]:
    """All forms under which a lower-case word of a reply may be looked up: itself, its dictionary form, and the verb.

    The dictionary has many a word in -ing as a noun ("breeding"), which is the verb's form all the same.
    """
    base = lemma(word)
    also = _ALSO.get(base)
    forms = {word, base, also} if also else {word, base}
    if base.endswith("ing") and len(base) >= 6 and base not in _NO_VERBS:
        stem = base[:-3]
        verbs = (stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem)
        forms |= {verb for verb in verbs if is_word(verb)}
    return frozenset(forms)


_INFLECTIONS = ("s", "es", "d", "ed", "ing", "ly")


def slips_of(word: str, wanted: frozenset[str]) -> Iterator[str]:
    """The words of `wanted` that `word`, or `word` without an ending such as "-ed", may be a slip of.

    Same first letter, at most one edit (a letter added, dropped, changed, or two neighbours swapped) in words of 4 to 7
    letters and two in longer ones. The caller makes sure that `word` is no real word itself.
    """
    yield from _slips(word, wanted)
    for ending in _INFLECTIONS:
        if word.endswith(ending):
            yield from _slips(word.removesuffix(ending), wanted)


def _slips(word: str, wanted: frozenset[str]) -> Iterator[str]:
    from rapidfuzz.distance import OSA

    size = len(word)
    if size < 4:
        return
    edits = 1 if size <= 7 else 2
    shelves = _shelved(wanted)
    for length in range(max(4, size - edits), size + edits + 1):
        for candidate in shelves.get((word[0], length), ()):
            if OSA.distance(word, candidate, score_cutoff=edits) <= edits:
                yield candidate


@lru_cache(maxsize=16)
def _shelved(wanted: frozenset[str]) -> dict[tuple[str, int], tuple[str, ...]]:
    """Words by first letter and length, in alphabetical order."""
    shelves: dict[tuple[str, int], list[str]] = {}
    for word in sorted(wanted):
        if word:
            shelves.setdefault((word[0], len(word)), []).append(word)
    return {key: tuple(words) for key, words in shelves.items()}


def warm() -> None:
    """Load the dictionary now, in the background, so that the first reply does not wait for it."""
    lemma("warming")
    is_word("warming")
