"""Whether two copies hold the same article, told without carrying its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from tutor.article.address import Address
from tutor.article.model import Article
from tutor.article.text import normalise

# The share of sentences that an edited copy must have in common with the lesson's article. Marks of 16 bits
# agree by chance about once in 65,000 pairs, so two articles that have nothing in common share almost none;
# an article that a newspaper updated, or a teacher shortened, keeps well over half.
SAME_ARTICLE = 0.5


class Likeness(StrEnum):
    """What a copy is to the article that a lesson was written for."""

    SAME = "same"
    EDITED = "edited"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Match:
    """How a copy compares.

    `differs` holds the addresses (of the lesson's article or of the copy) at which the two have different
    sentences, or only one has any; it is empty for the same article and for another one altogether. `share`
    is the share of sentences found in both, 0 to 1.
    """

    likeness: Likeness
    share: float
    differs: tuple[Address, ...] = ()


def fingerprint(article: Article) -> str:
    """The article's fingerprint: `sha256:` and 64 hexadecimal digits.

    The same for copies that differ in line ends, wrapping, white space or the style of their quotation marks,
    dashes and ellipses. Sentence breaks count: the same fingerprint promises the same addresses.
    """
    paragraphs = ("\n".join(_sentences_of(article, number)) for number in range(1, len(article.paragraphs) + 1))
    return "sha256:" + sha256("\n\n".join(paragraphs).encode()).hexdigest()


def sentence_marks(article: Article) -> tuple[str, ...]:
    """A string for each paragraph: four hexadecimal digits for each of its sentences, joined by spaces."""
    return tuple(
        " ".join(sha256(sentence.encode()).hexdigest()[:4] for sentence in _sentences_of(article, number))
        for number in range(1, len(article.paragraphs) + 1)
    )


def compare(article: Article, expected: str, marks: Sequence[str] = ()) -> Match:
    """Compare a copy with the fingerprint (and marks, if known) of the article a lesson was written for."""
    if fingerprint(article) == expected.strip().lower():
        return Match(Likeness.SAME, 1.0)
    ours, theirs = _by_address(sentence_marks(article)), _by_address(marks)
    shared = (Counter(ours.values()) & Counter(theirs.values())).total()
    share = shared / max(len(ours), len(theirs), 1)
    if share < SAME_ARTICLE:
        return Match(Likeness.OTHER, share)
    differs = (address for address in sorted({*ours, *theirs}) if ours.get(address) != theirs.get(address))
    return Match(Likeness.EDITED, share, tuple(differs))


def _by_address(marks: Sequence[str]) -> dict[Address, str]:
    return {
        Address(paragraph, sentence): mark
        for paragraph, line in enumerate(marks, start=1)
        for sentence, mark in enumerate(line.lower().split(), start=1)
    }


def _sentences_of(article: Article, paragraph: int) -> list[str]:
    return [normalise(sentence.span.of(article.text)).text for sentence in article.at(Address(paragraph))]
