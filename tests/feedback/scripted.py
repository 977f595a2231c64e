"""A model that says what it is told to, and moves to say it to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tutor.feedback.trial import Trial, ten_moves
from tutor.model.request import Draft, Ending, Request


def draft(text: str, ending: Ending = Ending.STOP, seconds: float = 0.5) -> Draft:
    return Draft(text=text, ending=ending, seconds=seconds)


@dataclass
class Scripted:
    """Hands out its drafts in order, then stops; `requests` is what it was asked."""

    drafts: Iterable[Draft | str] = ()
    requests: list[Request] = field(default_factory=list)
    warmed: list[tuple[str, str]] = field(default_factory=list)
    cancelled: int = 0
    while_writing: Callable[[], None] = lambda: None
    ready: bool = True

    def __post_init__(self) -> None:
        self._left = iter(self.drafts)

    def warm(self, system: str, opening: str) -> None:
        self.warmed.append((system, opening))

    def write(self, request: Request, on_piece: Callable[[str], None] | None = None) -> Draft:
        self.requests.append(request)
        self.while_writing()
        told = next(self._left, draft("", Ending.FAILED))
        found = draft(told) if isinstance(told, str) else told
        if on_piece:
            on_piece(found.text)
        return found

    def cancel(self) -> None:
        self.cancelled += 1

    def close(self) -> None:
        pass


MOVES: tuple[Trial, ...] = ten_moves()
PROBE, CHALLENGE, QUESTION, CONFIRMING, DEFINE, HINT, CLOSE, VIEW = MOVES[:8]
"""By what they are: nothing shown yet; a wrong turn; a question of the learner's own; something to confirm; …"""
