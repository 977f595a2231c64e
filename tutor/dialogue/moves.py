"""What the tutor does next: a closed union of moves, and what each needs in order to be worded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tutor.article import Reference
from tutor.lesson.kinds import Kind
from tutor.rubric.model import Effort, Finding


class Outcome(StrEnum):
    """How a question ended."""

    MET = "met"
    ATTEMPTS = "attempts"  # attempts ran out; marked for the teacher
    SKIPPED = "skipped"
    THANKED = "thanked"  # an open question, answered in another way than its criteria foresee


class Rung(StrEnum):
    """The rungs of the hint ladder, and the smaller step below its end."""

    NUDGE = "nudge"
    WHERE = "where"
    COMPLETE = "complete"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Open:
    """What is open at the moment: a question of the lesson, and the words last asked about it.

    `asking` is the one question that the learner is to answer next: the lesson's `ask`, or a probe or challenge.
    `openly` says that any honest answer will do.
    """

    question: str
    kind: Kind
    asking: str
    openly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Have the article read from the paragraph `first` to `last`, None for its end. It has no words of its own.

    `after` is the number of the question, from 1, after which more opens; 0 when all is open. `purpose` is the
    question to keep in mind, where the lesson begins with reading; "" for a part that opens later. `question` is the
    one that is asked next, "" at the end.
    """

    question: str
    first: int
    last: int | None
    after: int
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Open a question. `number` of `total`, counted from 1."""

    open: Open
    number: int
    total: int
    focus: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """Ask about the first criterion not yet met. `confirm` is what is new in this reply; `finding` what is missing.

    `times` counts the probes for this criterion, from 1. `probes` are the teacher's wordings, perhaps none.
    """

    open: Open
    confirm: tuple[Finding, ...]
    finding: Finding
    times: int
    probes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """Question a misconception that the reply shows, in the teacher's words (none: the wrong holder of a view)."""

    open: Open
    confirm: tuple[Finding, ...]
    finding: Finding
    challenge: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Give the next rung. `say` is the teacher's hint, None for the built-in one of the kind; `effort` why it came:

    a call for help, a demand for the answer, or an answer probed twice in vain.
    """

    open: Open
    confirm: tuple[Finding, ...]
    rung: Rung
    say: str | None
    focus: tuple[Reference, ...]
    effort: Effort


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """Lead back from a reply that is no answer. `times` counts such replies to this question, from 1.

    `focus` is where the article speaks of what a question of the learner's own is about.
    """

    open: Open
    effort: Effort
    times: int
    focus: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Define:
    """Say what a word means, from the glossary; `meaning` is None when the glossary has no such word.

    `near` are glossary words that look like it; `focus` the first sentences in which it stands.
    """

    open: Open
    word: str
    meaning: str | None
    near: tuple[str, ...] = ()
    focus: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """End a question. `confirm` is what was met over all replies; `reread` the places worth reading again.

    `next` is the question that follows, None at the end of the lesson.
    """

    open: Open
    outcome: Outcome
    confirm: tuple[Finding, ...]
    reread: tuple[Reference, ...]
    next: Open | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a learner showed on one question: kind, outcome, and the findings that are met, with their quotes."""

    question: str
    kind: Kind
    outcome: Outcome
    met: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summarise:
    """End the lesson: question by question what the learner showed."""

    shown: tuple[Shown, ...]


Move = Ask | Probe | Challenge | Hint | Redirect | Define | Close | Summarise
"""The moves that are put into words."""
Act = Move | Read
"""All that may follow from a turn."""
