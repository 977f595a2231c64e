"""What a report is: the words that tell it, who it is about, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tutor.article.reporting.lexicon import Frame, Manner
from tutor.article.text import Span

# What is said has so many words at least. Own figure.
LEAST_SAID = 3


class Sign(Enum):
    """What tells that something is reported."""

    VERB = "verb"
    ACCORDING = "according to"
    VIEW = "in her view"
    NOUN = "noun"
    COLON = "colon"
    SIGNATURE = "signature"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True)
class Report:
    """Something that is reported, by numbers of words in a line.

    `cue` are the characters that report it, and `at` the word among them that does, or the first after them. `source`
    is who says it, None where nobody is named, and `said` the words that give it, in one or two parts. `late` says that
    the report comes after what is said, `inner` that it stands inside what somebody else is reported to say, `denied`
    that it is told not to have been said.
    """

    sign: Sign
    manner: Manner
    cue: Span
    at: int
    source: range | None
    said: tuple[range, ...]
    frame: Frame
    late: bool = False
    inner: bool = False
    denied: bool = False
