"""What a learner can do: reply, or give a command."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.article import Reference
from tutor.rubric.model import Assessment


@dataclass(frozen=True, slots=True)
class Reply:
    """Something typed, and what the rubric says of it."""

    text: str
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class ReadyWanted:
    """`/ready`: the article has been read."""


@dataclass(frozen=True, slots=True)
class HintWanted:
    """`/hint`."""


@dataclass(frozen=True, slots=True)
class SkipWanted:
    """`/skip`."""


@dataclass(frozen=True, slots=True)
class DefineWanted:
    """`/define WORD`."""

    word: str


@dataclass(frozen=True, slots=True)
class QuoteWanted:
    """`/quote p4s2`."""

    reference: Reference


@dataclass(frozen=True, slots=True)
class CopyWanted:
    """`/copy`."""


@dataclass(frozen=True, slots=True)
class ProgressWanted:
    """`/progress`."""


@dataclass(frozen=True, slots=True)
class HelpWanted:
    """`/help`."""


@dataclass(frozen=True, slots=True)
class QuitWanted:
    """`/quit`."""


@dataclass(frozen=True, slots=True)
class Mistyped:
    """A command there is none of, or without what it needs. `why` says so, in the learner's words."""

    why: str


Command = (
    ReadyWanted
    | HintWanted
    | SkipWanted
    | DefineWanted
    | QuoteWanted
    | ProgressWanted
    | CopyWanted
    | HelpWanted
    | QuitWanted
    | Mistyped
)
Turn = Reply | ReadyWanted | HintWanted | SkipWanted | DefineWanted
"""The turns that the dialogue answers; the other commands only look at the session."""
