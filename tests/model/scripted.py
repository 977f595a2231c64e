"""A model that says what a test gave it: behind the same protocol, without a process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from tutor.model.request import Draft, Ending, Request

Line = str | Draft | Callable[[Request], str]


class ScriptedModel:
    """Says one line after the other, and the last one for ever after; `requests` and `warmed` keep what was asked.

    A line is a text, a Draft (for endings other than STOP), or a function of the request. `hold` makes each text wait
    for `release()`, or for `cancel()`, before its last word.
    """

    def __init__(self, lines: Iterable[Line] = ("",), *, ready: bool = True, hold: bool = False) -> None:
        self._lines = list(lines)
        self._ready = ready
        self._going = threading.Event()
        self._cancelled = threading.Event()
        self._hold = hold
        self.requests: list[Request] = []
        self.warmed: list[tuple[str, str]] = []
        self.closed = False

    @property
    def ready(self) -> bool:
        return self._ready and not self.closed

    def warm(self, system: str, opening: str) -> None:
        self.warmed.append((system, opening))
        self._ready = True

    def write(self, request: Request, on_piece: Callable[[str], None] | None = None) -> Draft:
        self._cancelled.clear()
        if self.closed:
            return Draft(text="", ending=Ending.FAILED, why="the model was closed")
        line = self._lines[min(len(self.requests), len(self._lines) - 1)]
        self.requests.append(request)
        if callable(line):
            line = line(request)
        draft = line if isinstance(line, Draft) else Draft(text=line, ending=Ending.STOP)
        said, words = "", draft.text.split(" ")
        for place, word in enumerate(words):
            if self._hold and place == len(words) - 1:
                self._going.wait(60)
                self._going.clear()
            if self._cancelled.is_set():
                return Draft(text=said, ending=Ending.CANCELLED)
            piece = word if place == len(words) - 1 else f"{word} "
            said += piece
            if on_piece and piece:
                on_piece(piece)
        return draft

    def release(self) -> None:
        """Let the text that is held go on."""
        self._going.set()

    def cancel(self) -> None:
        self._cancelled.set()
        self._going.set()

    def close(self) -> None:
        self.closed = True
        self.cancel()
