"""Long work on the command line shows itself: on standard error, to people only, and not before half a second.

A command does its work in its own thread, where Ctrl+C stops it; a second thread looks now and then how far it is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout, suppress
from threading import Event, RLock, Thread
from typing import TYPE_CHECKING, Any, Protocol, TextIO, cast

from tutor.console import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 0.5
"""Seconds that work may take without a word."""
_LOOKS = 0.1  # seconds between two looks
_SELDOM = 100  # looks between two lines that are not drawn over each other


class Work:
    """Something that takes a while: `words` say what is being done, `part` of `whole` is done; 0 of 0 when unknown."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.part = self.whole = 0

    def tell(self, words: str, part: int = 0, whole: int = 0) -> None:
        """Say what is being done now, and how far it is."""
        self.words, self.part, self.whole = words, part, whole


@contextmanager
def long_work(words: str) -> Iterator[Work]:
    """Work to be done in the block; it says `words` once it takes long, until it `tell`s others.

    What is printed meanwhile does not get mixed up with that.
    """
    work = Work(words)
    if not is_terminal(sys.stderr):
        yield work
        return
    over = Event()
    watcher = _Watcher(work, _Lines(sys.stderr) if _is_plain() else _Bar(sys.stderr))
    thread = Thread(target=watcher.run, args=(over.wait,), daemon=True)
    with ExitStack() as stack:
        stack.enter_context(redirect_stderr(cast(TextIO, _Beside(sys.stderr, watcher))))
        if is_terminal(sys.stdout):
            stack.enter_context(redirect_stdout(cast(TextIO, _Beside(sys.stdout, watcher))))
        thread.start()
        try:
            yield work
        finally:
            over.set()
            thread.join()


def _is_plain() -> bool:
    """Whether the terminal cannot draw over a line, or has what comes read out."""
    return os.environ.get("TERM") in ("dumb", "unknown")


class Shown(Protocol):
    """A way of showing work."""

    def tell(self, work: Work) -> None:
        """Show how far it is now."""

    def erase(self) -> None:
        """Take away what can be taken away."""


class _Watcher:
    """Looks at the work until it is over, and makes way for what is printed."""

    def __init__(self, work: Work, shown: Shown) -> None:
        self._work = work
        self._shown = shown
        self._turn = RLock()
        self._line_begun = False

    def run(self, over: Callable[[float], bool]) -> None:
        """`over` waits for so many seconds, and then says whether the work is."""
        seconds = PATIENCE
        while not over(seconds):
            seconds = _LOOKS
            with self._turn, suppress(OSError, ValueError):  # nobody listens any more
                if not self._line_begun:
                    self._shown.tell(self._work)
        self._make_way()

    def write(self, stream: TextIO, text: str) -> int:
        """Write `text` where the bar was; it comes back when there is a line for it."""
        with self._turn:
            self._make_way()
            if text:
                self._line_begun = not text.endswith("\n")
            return stream.write(text)

    def _make_way(self) -> None:
        with self._turn, suppress(OSError, ValueError):
            self._shown.erase()


class _Beside:
    """A stream to the terminal on which the bar is."""

    def __init__(self, stream: TextIO, watcher: _Watcher) -> None:
        self._stream = stream
        self._watcher = watcher

    def write(self, text: str) -> int:
        return self._watcher.write(self._stream, text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class _Lines:
    """A line, and seldom another."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._looks = 0

    def tell(self, work: Work) -> None:
        if self._looks % _SELDOM == 0:
            percent = f" ({100 * work.part // work.whole} %)" if work.whole else ""
            print(f"{work.words}{percent} …", file=self._stream, flush=True)
        self._looks += 1

    def erase(self) -> None:
        pass  # what was said was said


class _Bar:
    """One line, drawn anew: a bar where the amount is known, else only a spinner and the words."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._progress: Progress | None = None

    def tell(self, work: Work) -> None:
        if self._progress is not None and bool(self._progress.tasks[0].total) != bool(work.whole):
            self.erase()
        progress = self._progress = self._progress or self._begin(has_bar=bool(work.whole))
        task = progress.tasks[0]
        progress.update(task.id, description=work.words, completed=work.part, total=work.whole or None)
        progress.refresh()

    def erase(self) -> None:
        if self._progress is not None:
            self._progress.stop()
            self._progress = None

    def _begin(self, *, has_bar: bool) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn

        console = Console(file=self._stream)
        progress = Progress(
            SpinnerColumn("line"),
            *((BarColumn(20), TaskProgressColumn()) if has_bar else ()),
            TextColumn("{task.description}", markup=False),
            TextColumn("· Ctrl+C stops", style="dim", markup=False),
            console=console,
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,  # `_Beside` does that: it leaves each stream where it goes
            redirect_stderr=False,
        )
        progress.add_task("", total=1 if has_bar else None)
        progress.start()
        console.show_cursor()  # whoever ends the program from outside gets a terminal with a cursor back
        return progress
