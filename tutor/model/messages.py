"""What the two processes say to each other: one JSON object to a line, small and flat.

Reading is tolerant: a line that is no message, or of a kind this version does not know, is None and is passed over; a
missing or mistyped field takes its default. Neither side can be brought down by what the other writes.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from tutor.model.request import Draft, Ending, Request

# Bytes. An article of 10,000 words is a tenth of this; a longer line is nothing we wrote.
LONGEST_LINE = 4_000_000


@dataclass(frozen=True, slots=True)
class Warm:
    """To the worker: evaluate what stays the same."""

    number: int = 0
    system: str = ""
    opening: str = ""


@dataclass(frozen=True, slots=True)
class Write:
    """To the worker: write a text. The other fields are those of `Request`."""

    number: int = 0
    system: str = ""
    opening: str = ""
    turn: str = ""
    grammar: str = ""
    max_tokens: int = 160
    temperature: float = 0.7
    seed: int = 1
    seconds: float = 30.0

    @classmethod
    def of(cls, number: int, request: Request) -> Write:
        """The message that asks for a request."""
        return cls(number, **asdict(request))

    @property
    def request(self) -> Request:
        """The request it asks for."""
        return Request(**{each.name: getattr(self, each.name) for each in fields(Request)})


@dataclass(frozen=True, slots=True)
class Cancel:
    """To the worker: stop the request of this number, whether it has begun or not."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """From the worker: what it is at, in words that complete "while it was ...". From the first on, it also beats."""

    doing: str = ""


@dataclass(frozen=True, slots=True)
class Beat:
    """From the worker, while it has work: it is alive."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """From the worker: requests can be answered. `context` and `threads` as in use; `rolls` whether parts of what was
    evaluated can be taken back (with a sliding window or a recurrent state they cannot)."""

    context: int = 0
    threads: int = 0
    layout: str = ""
    rolls: bool = True
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Refused:
    """From the worker, before it ends: this model cannot be used, and why. Starting again would not help."""

    why: str = ""


@dataclass(frozen=True, slots=True)
class Began:
    """From the worker: it is at the request of this number now."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """From the worker: the text goes on."""

    number: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """From the worker: the request of this number is over. The other fields are those of `Draft`."""

    number: int = 0
    text: str = ""
    ending: str = Ending.FAILED
    why: str = ""
    evaluated: int = 0
    reused: int = 0
    written: int = 0
    first_seconds: float = 0.0
    seconds: float = 0.0

    @classmethod
    def of(cls, number: int, draft: Draft) -> Done:
        """The message that hands a draft over."""
        return cls(number, **asdict(draft))

    @property
    def draft(self) -> Draft:
        """What was written; an ending of no known name is a failure."""
        values = {each.name: getattr(self, each.name) for each in fields(Draft)}
        try:
            values["ending"] = Ending(self.ending)
        except ValueError:
            values |= {"ending": Ending.FAILED, "why": f"it ended in a way that is not known here: {self.ending[:40]}"}
        return Draft(**values)


Message = Warm | Write | Cancel | Stage | Beat | Loaded | Refused | Began | Piece | Done

_KINDS: dict[str, type[Any]] = {
    kind.__name__.lower(): kind for kind in (Warm, Write, Cancel, Stage, Beat, Loaded, Refused, Began, Piece, Done)
}


def to_line(message: Message) -> bytes:
    """A message as a line of ASCII JSON with its newline: no text in it can end the line, or be no text."""
    return json.dumps({"is": type(message).__name__.lower()} | asdict(message)).encode("ascii") + b"\n"


def from_line(line: bytes) -> Message | None:
    """The message a line holds; None when it holds none."""
    if len(line) > LONGEST_LINE:
        return None
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return None
    kind = _KINDS.get(given.pop("is", "")) if isinstance(given, dict) and isinstance(given.get("is"), str) else None
    if kind is None:
        return None
    plain = kind()
    wanted = {each.name: type(getattr(plain, each.name)) for each in fields(kind)}
    taken = {name: _fitting(given[name], wanted[name]) for name in wanted if name in given}
    message: Message = kind(**{name: value for name, value in taken.items() if value is not None})
    return message


def _fitting(value: object, wanted: type) -> object:
    """The value if it is of the type wanted (a whole number may stand for a fraction), else None."""
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if wanted is int and isinstance(value, bool):
        return None
    if issubclass(wanted, str):
        return value if isinstance(value, str) else None
    return value if isinstance(value, wanted) else None
