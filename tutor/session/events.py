"""What happens in a session, as typed events: stored, printed by plain mode, shown by the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A session began, or was taken up again (`resumed`). `digest` names the lesson file's exact content."""

    kind: ClassVar[str] = "started"
    lesson: str
    title: str
    digest: str
    learner: str = ""
    questions: int
    resumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOpened:
    """The article may be read from the paragraph `first` to `to` ("" for its end); what is before it was open already.

    `after` is the number of the question after which more opens, 0 when all is open. With a `purpose` the lesson
    begins with reading: it is the question to keep in mind, and no question is asked before `/ready`.
    """

    kind: ClassVar[str] = "reading"
    question: str
    first: str = "p1"
    to: str = ""
    after: int = 0
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question was opened. `text` is its ask; `about` addresses to highlight; `number` of `total` from 1.

    `bridged` is true when the feedback just before this event already ended in this ask, so that a screen need not
    repeat it.
    """

    kind: ClassVar[str] = "asked"
    question: str
    question_kind: str
    text: str
    number: int
    total: int
    about: tuple[str, ...] = ()
    bridged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied:
    """The learner typed something. On disk before anything is done with it."""

    kind: ClassVar[str] = "replied"
    question: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Commanded:
    """The learner gave a command that the dialogue answers: `/hint`, `/skip`, `/define WORD`."""

    kind: ClassVar[str] = "commanded"
    question: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One finding, flat: what criterion, which verdict, in which way, why, and where.

    `spans` are [start, end) in the reply's text, `article` in the article's; `addresses` as text.
    """

    criterion: str
    check: str
    verdict: str
    aspect: str
    reason: str
    spans: tuple[tuple[int, int], ...] = ()
    article: tuple[tuple[int, int], ...] = ()
    addresses: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    reply: int = 0
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line told under a reply: something shown, shown in part, or still missing, in the learner's words for it."""

    mark: Literal["shown", "partly", "missing"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """What the rubric says of the reply: `verdicts` by criterion, `misconceptions` shown (ids), `effort`.

    `lines` is what the learner is told of it, before the feedback; there were none in older sessions.
    """

    kind: ClassVar[str] = "assessed"
    question: str
    verdicts: dict[str, str]
    misconceptions: tuple[str, ...]
    effort: str
    findings: tuple[Found, ...] = ()
    caught: tuple[Found, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What the tutor said. `text` is all of it and ends in one question; `by` who worded it.

    `say` is the part before the question, `asking` the question; `focus` addresses to highlight; `phrases` the names
    of the wordings used, so that none is used again while another is left; `outcome` how a model fared (see
    `feedback.author.Authored`), "" before there were any.
    """

    kind: ClassVar[str] = "feedback"
    question: str
    move: str
    text: str
    by: Literal["phrasing", "model"] = "phrasing"
    say: str = ""
    asking: str = ""
    focus: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A question ended: `outcome` is met, attempts, skipped or thanked; `review` marks it for the teacher to read."""

    kind: ClassVar[str] = "closed"
    question: str
    outcome: str
    review: bool = False
    reread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Something the learner asked to see: `what` is quote, progress, help or note. Not part of the dialogue."""

    kind: ClassVar[str] = "shown"
    question: str
    what: Literal["quote", "progress", "help", "note"]
    text: str
    focus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the summary: a question, its kind and outcome, what was shown, in the learner's own citations."""

    question: str
    question_kind: str
    outcome: str
    showed: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The lesson ended. `text` is the summary as words, `rows` the same as data."""

    kind: ClassVar[str] = "summary"
    question: str = ""
    text: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What stood in the input when the learner left; empty when the draft was sent or cleared."""

    kind: ClassVar[str] = "drafted"
    question: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """The learner quit before the end."""

    kind: ClassVar[str] = "left"
    question: str


Event = (
    Started
    | ReadingOpened
    | Asked
    | Replied
    | Commanded
    | Assessed
    | Feedback
    | Closed
    | Shown
    | Summary
    | Drafted
    | Left
)
