"""Which words of a passage and of the article may be names, and whether two spellings are the same name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from tutor.article.words import Word

# Words that open a passage with a capital and are no name. Whatever else the article writes small joins them.
OPENERS = frozenset(
    str.split(
        "a an and as at because before but by during each every few for from he her his how if in it its "
        "many more most my no none not now of on one or our people she since so some that the their then there "
        "these they this those to under until we what when where which while who why with you your"
    )
)
# Of 100: above it, two spellings of one name ("Okoye", "Okoy"); "Iran" and "Iraq" have 75, "Jon" and "Jan"
# 67.
_SAME_SPELLING = 80.0


@dataclass(frozen=True, slots=True)
class Texts:
    """The two texts and what is known of the article's words: its names, and the words it writes small.

    `quoted` says that the passage stands in quotation marks: a quotation owes every word, a retelling only the sense.
    """

    article: str
    passage: str
    names: frozenset[str]
    small: frozenset[str]
    quoted: bool = True


def may_be_name(word: Word, texts: Texts) -> bool:
    """Whether a word is one of the article's names, or has a capital that its place does not explain."""
    if bare(word.word) in texts.names:
        return True
    if not word.capital or texts.passage.isupper():
        return False
    singular = word.word.removesuffix("s")
    return not word.opens or (word.word not in OPENERS and not {word.word, singular} & texts.small)


def bare(word: str) -> str:
    """A word without the `'s` of a possessive."""
    return word.removesuffix("'s")


def same_name(old: Sequence[Word], new: Sequence[Word], texts: Texts) -> bool:
    """Whether two names are the same one: spelt alike, one within the other, or one the initials."""
    a, b = [bare(word.word) for word in old], [bare(word.word) for word in new]
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    plain_a, plain_b = "".join(a).replace(".", ""), "".join(b).replace(".", "")
    if plain_a == plain_b or plain_b == "".join(w[0] for w in a) or plain_a == "".join(w[0] for w in b):
        return True
    another = any(word in texts.names and word not in a for word in b)
    return not another and fuzz.ratio(" ".join(a), " ".join(b)) >= _SAME_SPELLING
