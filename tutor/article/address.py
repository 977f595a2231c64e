"""Addresses: `p4s2` is paragraph 4, sentence 2; `p4` the paragraph; `p4s2-p5s1` all between the two."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """The place of a paragraph (`sentence` is 0) or of a sentence in an article; both count from 1."""

    paragraph: int
    sentence: int = 0

    def __str__(self) -> str:
        return f"p{self.paragraph}s{self.sentence}" if self.sentence else f"p{self.paragraph}"


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """What an address as written stands for: the sentences from `first` to `last`, both included."""

    first: Address
    last: Address

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    def covers(self, address: Address) -> bool:
        """Whether a sentence lies in this stretch (a paragraph's address covers all its sentences)."""
        first = (self.first.paragraph, self.first.sentence)
        last = (self.last.paragraph, self.last.sentence or 10**9)
        return first <= (address.paragraph, address.sentence) <= last


_ADDRESS = r"p\s?(\d{1,4})(?:\s?s\s?(\d{1,4}))?"
# The hyphen of a range may have become a dash, and the second half may leave out its paragraph (`p4s2-s3`).
REFERENCE = re.compile(
    rf"(?<![\w]){_ADDRESS}"
    r"(?:\s?[-\u2010-\u2015]\s?(?:p\s?(\d{1,4}))?(?:\s?s\s?(\d{1,4}))?(?<=\d))?(?![\w])",
    re.IGNORECASE,
)


def parse_reference(text: str) -> Reference | None:
    """Read an address or a range; None when `text` is neither, or runs backwards."""
    match = REFERENCE.fullmatch(text.strip())
    return reference_of(match) if match else None


def reference_of(match: re.Match[str]) -> Reference | None:
    """The reference that a match of `REFERENCE` spells; None when it runs backwards or counts from 0."""
    paragraph, sentence, to_paragraph, to_sentence = (int(group) if group else 0 for group in match.groups())
    first = Address(paragraph, sentence)
    last = Address(to_paragraph or paragraph, to_sentence) if to_paragraph or to_sentence else first
    reference = Reference(first, last)
    backwards = (last.paragraph, last.sentence or 10**9) < (first.paragraph, first.sentence)
    return None if backwards or not first.paragraph or match.group(2) == "0" else reference
