"""What is asked of a model, and what comes back: plain values, the same on both sides of the pipe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One text to be written.

    `system` and `opening` are the same for a whole lesson (instructions; the article): they are evaluated once and
    kept. `turn` is what is new (question, reply, findings, move). All three are plain text: nothing in them is ever
    read as a control token, whatever a learner typed. `grammar` is GBNF with the root rule `root`; "" for none.
    `max_tokens` bounds the text, `seconds` the whole request; `temperature` 0 is greedy; the same `seed` gives the same
    text.
    """

    system: str
    opening: str
    turn: str
    grammar: str = ""
    max_tokens: int = 160
    temperature: float = 0.7
    seed: int = 1
    seconds: float = 30.0


class Ending(StrEnum):
    """Why a text ended."""

    STOP = "stop"  # the model ended it, and the grammar allowed that
    LENGTH = "length"  # max_tokens
    DEAD = "dead"  # no token is legal any more
    CANCELLED = "cancelled"
    LATE = "late"  # the deadline passed
    TOO_LONG = "too-long"  # the prompt has more tokens than the model reads
    FAILED = "failed"  # the worker died, or refused; `Draft.why` says more


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a model wrote: `text` as far as it got, how it ended, `why` in words when it failed, and the work done.

    `evaluated` and `reused` count prompt tokens; `written` the text's tokens; `seconds` to the first token and in all.
    """

    text: str
    ending: Ending
    why: str = ""
    evaluated: int = 0
    reused: int = 0
    written: int = 0
    first_seconds: float = 0.0
    seconds: float = 0.0


class Model(Protocol):
    """Whatever writes texts: the worker process, a scripted stand-in, later a classroom's server."""

    def warm(self, system: str, opening: str) -> None:
        """Evaluate what stays the same, in the background; returns at once."""
        ...

    def write(self, request: Request, on_piece: Callable[[str], None] | None = None) -> Draft:
        """Write a text. Blocks; never raises for anything a model, a file or a process can do."""
        ...

    def cancel(self) -> None:
        """Stop what is being written or evaluated; safe from another thread, and when nothing is."""
        ...

    @property
    def ready(self) -> bool:
        """Whether a request would be answered without loading first."""
        ...

    def close(self) -> None:
        """End it; safe to call twice."""
        ...
