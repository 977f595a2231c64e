"""Whether a word is denied: "not", "never" or "instead of" to the left of it, in its clause and within reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tutor.rubric.wordlists import ASKING, FUNCTION, NEGATING_PAIRS, NEGATORS, NOT_DENYING, NOT_DOUBTING
from tutor.rubric.words import Word, lemma

# How far a negation reaches to the right within its clause, in words: "I do not think that it is a danger".
REACH = 6
# A phrase that begins with a "not" of its own is seldom denied, and then by the word before.
REACH_TO_NEGATION = 2


def is_denied(words: Sequence[Word], number: int, spent: Mapping[int, int] | None = None) -> bool:
    """Whether word `number` is denied.

    What is asked or left open is not denied: "it does not say who counted the strikes" denies no strikes. A
    negation in `spent` belongs to a phrase that ends at the word given there, and denies nothing after it: in "no names
    for the analysts", where "no names" is a phrase looked for, the analysts are not denied.
    """
    clause = words[number].clause
    reach = REACH if words[number].text not in NEGATORS else REACH_TO_NEGATION
    for at in range(number - 1, max(-1, number - 1 - reach), -1):
        if words[at].clause != clause or words[at].text in ASKING:
            return False
        if negates(words, at) and (not spent or number <= spent.get(at, number)):
            return True
    return False


def negates(words: Sequence[Word], at: int) -> bool:
    """Whether word `at` denies what follows it."""
    if at + 1 >= len(words):
        return False
    word, following = words[at], words[at + 1].text
    if (lemma(word.text), following) in NEGATING_PAIRS:
        return True
    if (word.text not in NEGATORS and lemma(word.text) not in NEGATORS) or following in NOT_DENYING:
        return False
    if word.text == "without" and at and words[at - 1].text == "not":
        return False  # "not without risk"
    return word.text != "no" or not _answers(words, at)


def _answers(words: Sequence[Word], at: int) -> bool:
    """Whether the "no" at word `at` denies nothing: it answers ("no it does prove it") or is idle ("no doubt")."""
    following = words[at + 1].text
    opens = at == 0 or words[at - 1].sentence != words[at].sentence
    joins = following in NEGATORS or (following in FUNCTION and following not in ("more", "such", "other"))
    return following in NOT_DOUBTING or (opens and joins)
