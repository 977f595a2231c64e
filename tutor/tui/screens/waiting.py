"""What takes time on a screen: shown once it is long, with words for what it is, and stopped with Esc."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from textual.screen import Screen
from textual.timer import Timer

from tutor.tui.stage import Stage
from tutor.tui.widgets.wait_line import Doing, WaitLine

if TYPE_CHECKING:
    from tutor.tui.screens.lesson import LessonScreen

PATIENCE = 0.5
"""Seconds that something may take without a word."""
_SECONDS = 0.25
_LOOKS = int(PATIENCE / _SECONDS)
_MOST_IDLE = 3  # what has not begun after so many looks will not

Result = TypeVar("Result")
Tell = Callable[[int, int], None]


class Stopped(Exception):  # noqa: N818  (it is no error)
    """The learner did not want to wait any longer."""


async def waited(screen: Screen[Any], words: str, job: Callable[[Tell], Result], *, hint: str = "Esc stops") -> Result:
    """What `job` gives, which runs in a thread and may tell how far it is.

    Raises Stopped when the learner stops it: the job is then left to itself, its next telling ends it, and nothing
    waits for it, the end of the program included. Whatever the job raises is raised.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def finish(result: Result) -> None:
        if not done.done():
            done.set_result(result)

    def fail(error: BaseException) -> None:
        if not done.done():
            done.set_exception(error)

    doing = Doing(words, hint, lambda: fail(Stopped()))

    def tell(part: int, whole: int) -> None:
        if done.done():
            raise Stopped
        doing.part, doing.whole = part, whole

    def run() -> None:
        try:
            then = partial(finish, job(tell))
        except BaseException as error:
            then = partial(fail, error)
        with suppress(RuntimeError):  # the app has ended meanwhile
            loop.call_soon_threadsafe(then)

    Thread(target=run, daemon=True).start()
    line = WaitLine(doing)
    timer = screen.set_timer(PATIENCE, lambda: screen.mount(line))
    try:
        return await done
    finally:
        timer.stop()
        if line.is_attached:
            line.remove()


class Waiting:
    """Says what a lesson waits for. It looks only for as long as there may be something to see.

    While the learner reads, that is the model reading the article; while a reply is answered, the model finding words.
    Otherwise it looks a few times and finds nothing: no timer runs in an idle lesson.
    """

    def __init__(self, screen: LessonScreen) -> None:
        self._screen = screen
        self._timer: Timer | None = None
        self._line: WaitLine | None = None
        self._busy = self._idle = 0  # looks in a row that found something, and nothing

    def watch(self) -> None:
        """Look for a while whether something takes time."""
        self._idle = 0
        if self._timer is None:
            self._timer = self._screen.set_interval(_SECONDS, self._look)

    def _look(self) -> None:
        sitting, thinking = self._screen.sitting, self._screen.stage is Stage.THINKING
        model = sitting.waits_for if sitting else ""
        words = model or ("checking your reply" if thinking else "")
        self._busy, self._idle = (self._busy + 1, 0) if words else (0, self._idle + 1)
        self._show(words if self._busy >= _LOOKS else "", "Esc goes on without" if model and thinking else "")
        if self._idle >= _MOST_IDLE and self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _show(self, words: str, hint: str) -> None:
        if not words:
            if self._line is not None:
                self._line.remove()
                self._line = None
            return
        if self._line is None:
            self._line = WaitLine(Doing(words))
            self._screen.mount(self._line)
        self._line.doing.words, self._line.doing.hint = words, hint
