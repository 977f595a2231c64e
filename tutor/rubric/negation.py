"""Whether a word is denied: "not", "never" or "instead of" to the left of it, in its clause and within reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from tutor.rubric.wordlists import (
    ASKING,
    AUXILIARIES,
    COMMON_VERBS,
    DENIED_DOUBTS,
    ENDING_VERBS,
    FUNCTION,
    NEGATING_PAIRS,
    NEGATORS,
    NEW_SUBJECTS,
    NOT_DENYING,
    NOT_DOUBTING,
    THOUGHTS,
)
from tutor.rubric.words import Word, lemma

# How far a negation reaches to the right within its clause, in words: "I do not think that it is a danger".
REACH = 6
# A phrase that begins with a "not" of its own is seldom denied, and then by the word before.
REACH_TO_NEGATION = 2
_DENIERS = NEGATORS | ENDING_VERBS | {word for word, _ in NEGATING_PAIRS} | {"but"}


def is_denied(words: Sequence[Word], number: int, is_spent: Callable[[int, int], bool]) -> bool:
    """Whether word `number` is denied.

    What is asked or left open is not denied: "it does not say who counted the strikes" denies no strikes. A
    negation that `is_spent` at this word belongs to a phrase that ends before it, and denies nothing: in "no names for
    the analysts", where "no names" is a phrase looked for, the analysts are not denied.
    """
    clause = words[number].clause
    reach = REACH if words[number].text not in NEGATORS else REACH_TO_NEGATION
    for at in range(number - 1, max(-1, number - 1 - reach), -1):
        if words[at].clause != clause or words[at].text in ASKING:
            return False
        if words[at].text == "but" and may_deny(words, at):
            return True
        if _begins_anew(words, at):
            return False
        if negates(words, at) and not is_spent(at, number):
            return not _is_undone(words, at, number)
    return False


@lru_cache(maxsize=50_000)
def is_denier(text: str) -> bool:
    """Whether a word is one of those that may deny what follows them."""
    return text in _DENIERS or lemma(text) in _DENIERS


def may_deny(words: Sequence[Word], at: int) -> bool:
    """Whether word `at` may deny what follows it, as far as can be told without what is denied."""
    return negates(words, at) or (words[at].text == "but" and at > 0 and words[at - 1].text == "anything")


def negates(words: Sequence[Word], at: int) -> bool:
    """Whether word `at` denies what follows it."""
    if at + 1 >= len(words):
        return False
    word, following = words[at], words[at + 1].text
    base = lemma(word.text)
    if (base, following) in NEGATING_PAIRS or (base in ENDING_VERBS and following.endswith("ing")):
        return True
    if (word.text not in NEGATORS and base not in NEGATORS) or following in NOT_DENYING:
        return False
    if word.text == "without" and at and words[at - 1].text == "not":
        return False  # "not without risk"
    if word.text == "not" and _is_idle(words, at):
        return False
    return word.text != "no" or not _answers(words, at)


def _is_idle(words: Sequence[Word], at: int) -> bool:
    """Whether the "not" at word `at` belongs to a turn of speech: "not to mention", "or not", "cannot help being"."""
    before = [word.text for word in words[max(0, at - 2) : at]]
    rest = [word.text for word in words[at + 1 : at + 3]]
    if rest == ["to", "mention"] or before == ["whether", "or"]:
        return True
    helpless = len(rest) == 2 and rest[0] == "help" and rest[1].endswith("ing")
    return helpless and at > 0 and words[at - 1].text in ("can", "could")


def _answers(words: Sequence[Word], at: int) -> bool:
    """Whether the "no" at word `at` denies nothing: it answers ("no it does prove it") or is idle ("no doubt")."""
    following = words[at + 1].text
    opens = at == 0 or words[at - 1].sentence != words[at].sentence
    joins = following in NEGATORS or (following in FUNCTION and following not in ("more", "such", "other"))
    return following in NOT_DOUBTING or (opens and joins)


def _begins_anew(words: Sequence[Word], at: int) -> bool:
    """Whether a clause of its own begins at word `at`, though no comma says so: "do not sleep and are", "they are"."""
    text = words[at].text
    following = words[at + 1].text
    if text == "and":
        return following in NEW_SUBJECTS or _is_finite(following)
    before = words[at - 1].text if at else ""
    if text == "instead":
        return following != "of"
    if text == "yet":
        return before not in ("not", "just")
    if text in NEW_SUBJECTS:
        opens = following in AUXILIARIES or lemma(following) in COMMON_VERBS
        return opens and before not in AUXILIARIES and before not in NEGATORS and not _leads_on(before)
    return False


def _is_finite(text: str) -> bool:
    """Whether a word is a verb that has a subject: "is", "helps"."""
    return text in AUXILIARIES or (text.endswith("s") and lemma(text) != text and lemma(text) in COMMON_VERBS)


def _leads_on(text: str) -> bool:
    """Whether what a verb of thinking or a "that" has behind it belongs to it: "I do not think it is"."""
    return text == "that" or lemma(text) in THOUGHTS


def _is_undone(words: Sequence[Word], at: int, number: int) -> bool:
    """Whether the negation at word `at` is denied itself, or denies a doubt: "never fails to", "not afraid to"."""
    if any(lemma(word.text) in DENIED_DOUBTS for word in words[at + 1 : number]):
        return True
    earlier = range(at - 1, max(-1, at - 1 - REACH), -1)
    for before in earlier:
        if words[before].clause != words[at].clause:
            return False
        if words[before].text in NEGATORS and negates(words, before):
            between = words[before + 1 : at]
            verb = words[at].text not in NEGATORS
            return (verb and len(between) <= 1) or any(lemma(word.text) in THOUGHTS for word in between)
    return False
