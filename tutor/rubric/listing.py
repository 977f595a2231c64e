"""Whether a reply is a bare list of terms: the rubric's own words set side by side, and no sentence that uses them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from tutor.rubric.prose import order
from tutor.rubric.reading import Reading
from tutor.rubric.wordlists import FUNCTION, LISTING, LISTING_WORDS
from tutor.rubric.words import lemma, tokenise

# At least so many terms make a list, a term being a phrase of a concept or at most so many words with none that joins;
# in a longer list the odd piece may be something else.
LEAST_PIECES = 3
LONGEST_TERM = 3
LONG_LIST = 4
LISTED_SHARE = 0.8
LONG_RUN = 6
# So many words are a list when few of them lie outside the rubric's phrases and the phrases stand in no order. Own
# figures, for four rubrics of 30 to 60 concepts: in answers that earned a point and have no larger share outside, the
# weight of the order is .20 at least; in lists of 10 to 60 of the rubrics' phrases up to 39 % are outside, as a phrase
# may take words of its neighbour, and the order weighs .16 at most, unless a comma or "and" stands between them.
CRAMMED_WORDS = 12
CRAMMED_OUTSIDE = 0.36
CRAMMED_WEIGHT = 0.19
# Long phrases are in order themselves: so many words, of which next to nothing lies outside, are a list in any order.
WHOLLY_WORDS = 24
WHOLLY_OUTSIDE = 0.06
# So many pieces of so few words each make a list when this share of the words stands in phrases of the rubric's.
MANY_PIECES = 8
MANY_PIECE_WORDS = 3
MANY_KNOWN = 0.9
_BE = frozenset("is are was were be".split())
# A sentence of so many words, two of them joining the others, and so many to a comma, makes a reply more than a list.
SENTENCE_WORDS = 5
SENTENCE_JOINS = 2
SENTENCE_CLAUSE = 4


def is_list(reading: Reading) -> bool:
    """Whether a reply lists terms and says nothing with them, be it after the question pasted back."""
    echoed, pasted = reading.copied_from_question, reading.copied_from_article
    numbers = [n for n in range(len(reading.words)) if not reading.quoted[n] and not echoed[n]]
    if _is_crammed(reading, [n for n in numbers if not pasted[n]]):
        return True
    terms = [n for n in numbers if reading.words[n].text not in FUNCTION]
    if len(terms) < 2 or any(pasted[n] for n in numbers):
        return False
    # Most replies are none even if every word that some phrase has stood in one, and need no search for phrases.
    return all(_lists(reading, numbers, terms, ours(reading)) for ours in (_known, _in_concepts))


def _lists(reading: Reading, numbers: Sequence[int], terms: Sequence[int], ours: frozenset[int]) -> bool:
    """Whether these words, `terms` those with a meaning and `ours` those of the rubric's phrases, are a list."""
    pieces = _pieces(reading, numbers)
    if len(pieces) >= LEAST_PIECES:
        bare = sum(_is_term(reading, piece, ours) for piece in pieces)
        short = len(pieces) < LONG_LIST
        wanted = len(pieces) if short else LISTED_SHARE * len(pieces)
        if short and any(reading.words[n].text in _BE for piece in pieces for n in piece[1:]):
            return False  # "Rose is loving, caring and kind"
        kept = frozenset(numbers)
        listed = bare >= wanted or _is_all_terms(reading, numbers, len(pieces))
        return listed and not any(_is_sentence(reading, part, kept, ours) for part in reading.sentences)
    return _is_run(reading, numbers, terms, ours)


def _is_crammed(reading: Reading, numbers: Sequence[int]) -> bool:
    """Whether most of these words lie in phrases of the rubric, which stand side by side in many pieces or no order."""
    joined = [n for n in numbers if reading.words[n].text not in LISTING_WORDS]
    if len(numbers) < CRAMMED_WORDS:
        return False
    known, spare = _known(reading), CRAMMED_OUTSIDE * len(joined)
    strange = sum(n not in known for n in joined)
    if strange > spare:
        return False
    whole = len(joined) >= WHOLLY_WORDS and strange <= WHOLLY_OUTSIDE * len(joined)
    messy = _is_in_pieces(joined, len(_pieces(reading, numbers))) or order(reading) < CRAMMED_WEIGHT
    if not (whole or messy):
        return False
    ours = _in_concepts(reading)
    outside = sum(n not in ours for n in joined)
    return outside <= spare and (messy or outside <= WHOLLY_OUTSIDE * len(joined))


def _is_in_pieces(numbers: Sequence[int], pieces: int) -> bool:
    return pieces >= MANY_PIECES and len(numbers) <= MANY_PIECE_WORDS * pieces


def _is_all_terms(reading: Reading, numbers: Sequence[int], pieces: int) -> bool:
    """Whether these words, set side by side in many short pieces, are hardly any but the rubric's."""
    known = _known(reading)
    return _is_in_pieces(numbers, pieces) and sum(n in known for n in numbers) >= MANY_KNOWN * len(numbers)


def _is_run(reading: Reading, numbers: Sequence[int], terms: Sequence[int], ours: frozenset[int]) -> bool:
    """Whether these are words of the rubric and the question, run together without one that would join them.

    In a long run the joining words inside the rubric's own phrases ("hand in the till") join nothing.
    """
    joins = [n for n in numbers if reading.words[n].text in FUNCTION and (len(terms) < LONG_RUN or n not in ours)]
    if len(terms) <= LEAST_PIECES or joins:
        return False
    asked = _lemmas(reading.ask)
    known = sum(1 for n in terms if reading.forms[n] & reading.vocabulary.terms or reading.forms[n] & asked)
    return known >= LISTED_SHARE * len(terms)


def _pieces(reading: Reading, numbers: Sequence[int]) -> list[list[int]]:
    """The words between commas and strokes, and between "and" and "or"."""
    pieces: list[list[int]] = []
    words, strokes = reading.words, "/" in reading.text
    last, end = None, 0
    for number in numbers:
        text, span, _, clause = words[number]
        joins = text in LISTING_WORDS
        if clause != last or joins or (strokes and "/" in reading.text[end : span.start]):
            pieces.append([])
        last, end = clause, span.end
        if not joins:
            pieces[-1].append(number)
    return [piece for piece in pieces if piece]


def _is_term(reading: Reading, piece: Sequence[int], ours: frozenset[int]) -> bool:
    words = [reading.words[number].text for number in piece]
    joins = any(word in FUNCTION and word not in LISTING for word in words)
    return all(n in ours for n in piece) or (len(words) <= LONGEST_TERM and not joins) or words == ["because"]


def _is_sentence(reading: Reading, sentence: range, numbers: Collection[int], ours: frozenset[int]) -> bool:
    part = [n for n in sentence if n in numbers]
    joins = [n for n in part if n not in ours and reading.words[n].text in FUNCTION - LISTING]
    clauses = {reading.words[n].clause for n in part}
    return len(part) >= max(SENTENCE_WORDS, SENTENCE_CLAUSE * (len(clauses) - 1)) and len(joins) >= SENTENCE_JOINS


@lru_cache(maxsize=2)
def _known(reading: Reading) -> frozenset[int]:
    """The numbers of the words that are one of a phrase of any concept of the lesson, or little words."""
    forms = reading.vocabulary.may_be_named
    return frozenset(n for n, of_word in enumerate(reading.forms) if not of_word.isdisjoint(forms))


@lru_cache(maxsize=2)
def _in_concepts(reading: Reading) -> frozenset[int]:
    """The numbers of the words that a phrase of any concept of the lesson names; not those that its gaps pass over."""
    ours: set[int] = set()
    forms = reading.forms
    for concept, hits in reading.standing.items():
        named = reading.vocabulary.named(concept)
        for hit in hits:
            words = named[hit.phrase]
            ours.update(n for n in range(hit.first, hit.last + 1) if not forms[n].isdisjoint(words))
    return frozenset(ours)


@lru_cache(maxsize=64)
def _lemmas(text: str) -> frozenset[str]:
    return frozenset(lemma(word.text) for word in tokenise(text))
