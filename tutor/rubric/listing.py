"""Whether a reply is a bare list of terms: the rubric's own words set side by side, and no sentence that uses them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from tutor.rubric.reading import Reading
from tutor.rubric.wordlists import FILLER, FUNCTION, LISTING, LISTING_WORDS
from tutor.rubric.words import lemma, tokenise

# At least so many terms make a list, a term being a phrase of a concept or at most so many words with none that joins;
# in a longer list the odd piece may be something else.
LEAST_PIECES = 3
LONGEST_TERM = 3
LONG_LIST = 4
LISTED_SHARE = 0.8
LONG_RUN = 6
# So many words are a list, whatever joins them, when no more than this share of them lies outside the rubric's phrases.
# Own figures, for four rubrics of 30 to 40 concepts: 18 % in the one answer with a point that comes nearest, 40 % to
# 60 % in most; up to 13 % in lists of 10 to 40 of the rubrics' phrases, as a phrase may take words of its neighbour.
CRAMMED_WORDS = 10
CRAMMED_OUTSIDE = 0.14
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
    ours = _in_concepts(reading)
    pieces = _pieces(reading, numbers)
    if len(pieces) >= LEAST_PIECES:
        bare = sum(_is_term(reading, piece, ours) for piece in pieces)
        wanted = len(pieces) if len(pieces) < LONG_LIST else LISTED_SHARE * len(pieces)
        kept = frozenset(numbers)
        return bare >= wanted and not any(_is_sentence(reading, part, kept, ours) for part in reading.sentences)
    return _is_run(reading, numbers, terms, ours)


def _is_crammed(reading: Reading, numbers: Sequence[int]) -> bool:
    """Whether nearly all of these words lie in phrases of the rubric, and what is left only sets them side by side."""
    spare = CRAMMED_OUTSIDE * len(numbers)
    joined = [n for n in numbers if reading.words[n].text not in LISTING_WORDS]
    terms, forms = reading.vocabulary.terms | FILLER, reading.forms
    if len(numbers) < CRAMMED_WORDS or sum(forms[n].isdisjoint(terms) for n in joined) > spare:
        return False
    ours = _in_concepts(reading)
    return sum(n not in ours for n in joined) <= spare


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
    """The words between commas, and between "and" and "or"."""
    pieces: list[list[int]] = []
    last = None
    for number in numbers:
        word = reading.words[number]
        if word.clause != last or word.text in LISTING_WORDS:
            pieces.append([])
        last = word.clause
        if word.text not in LISTING_WORDS:
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


def _in_concepts(reading: Reading) -> frozenset[int]:
    """The numbers of the words that belong to a phrase of any concept of the lesson.

    Of a phrase that leaves room for other words ("eat ...3 bamboo") only the first and the last do.
    """
    ours: set[int] = set()
    for concept in reading.vocabulary.refs:
        for hit in reading.hits(concept):
            ours.update((hit.first, hit.last) if "..." in hit.phrase else range(hit.first, hit.last + 1))
    return frozenset(ours)


@lru_cache(maxsize=256)
def _lemmas(text: str) -> frozenset[str]:
    return frozenset(lemma(word.text) for word in tokenise(text))
