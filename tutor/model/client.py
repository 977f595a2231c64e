"""The model as the rest of the program has it: a worker process that is started, asked, stopped and replaced.

Nothing a model, its file or its process does comes out of here as an error: a `Draft` says what happened, and the
built-in phrasing takes over. Waiting goes by ticks of this process's own clock, so that a laptop that slept, or that is
busy, is not taken for a silent worker.
"""

from __future__ import annotations

import itertools
import json
import os
import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from time import monotonic

from tutor.model.child import Child
from tutor.model.messages import Began, Cancel, Done, Loaded, Message, Piece, Warm, Write
from tutor.model.prefix import MOST_BYTES
from tutor.model.request import Draft, Ending, Request

RESTARTS = 3
# Seconds. Four ticks without a sign of life are silence; a worker that does not stop when it has to is as good as dead.
_TICK = 0.04
_SILENT_TICKS = 4
# A worker that computes, or would if the processor let it, is given this much longer to say so.
_STARVED_TICKS = 125
_GRACE = 0.15
_LOADING = 300.0


class Worker:
    """A model in a process of its own, behind the `Model` protocol. Made at once; started when it is first wanted."""

    def __init__(
        self,
        model: Path,
        *,
        log: Path,
        context: int = 4096,
        threads: int | None = None,
        cache: Path | None = None,
        cache_bytes: int = MOST_BYTES,
        options: Mapping[str, object] | None = None,
    ) -> None:
        """`log` takes what the worker says besides; `context` bounds the prompt, in tokens; `threads` are by default
        the physical cores less one; `cache` is the folder for evaluated prefixes, None for none; `options` are for the
        model's chat template (`enable_thinking`)."""
        self._arguments = [str(model), str(log), "--context", str(context), "--cache-bytes", str(cache_bytes)]
        self._arguments += ["--threads", str(threads or _threads())]
        self._arguments += ["--cache", str(cache)] if cache else []
        self._arguments += ["--options", json.dumps(dict(options))] if options else []
        self._log = log
        self._lock = threading.RLock()
        self._writing = threading.Lock()  # one text at a time
        self._numbers = itertools.count(1)
        self._child: Child | None = None
        self._lesson: tuple[str, str] | None = None
        self._warming = 0
        self._current: tuple[Child, int] | None = None
        self._deaths = 0
        self._why_not = ""
        self._for_good = False  # refused or closed: starting again would not help

    @property
    def ready(self) -> bool:
        """Whether a request would be answered without loading or reading the article first."""
        with self._lock:
            if self._why_not:
                return True  # the answer, that there will be none, comes at once
            child = self._child
            if child is None or child.over or child.ended_for or child.loaded is None:
                return False
            return not self._is_warming(child)

    @property
    def facts(self) -> Loaded | None:
        """What is known of the model once it is loaded: the context it has, in tokens, and so on."""
        with self._lock:
            return self._child.loaded if self._child else None

    @property
    def process_id(self) -> int | None:
        """The worker process's number; None when there is none."""
        with self._lock:
            return self._child.process.pid if self._child and not self._child.over else None

    @property
    def why_not(self) -> str:
        """Why no text will come of this model any more; "" as long as one may."""
        return self._why_not

    def warm(self, system: str, opening: str) -> None:
        """Evaluate what stays the same, in the background. Another opening is another lesson, with restarts anew."""
        with self._lock:
            if self._lesson != (system, opening):
                self._deaths = 0
                self._why_not = self._why_not if self._for_good else ""
            self._lesson = system, opening
            child = self._living()
            if child is not None:
                self._warm(child)

    def write(self, request: Request, on_piece: Callable[[str], None] | None = None) -> Draft:
        """Write a text; see `Model`. A request waits for its turn, which counts as its time."""
        began = monotonic()
        with self._writing:
            number = next(self._numbers)
            with self._lock:
                child = self._living()
                if child is None:
                    return Draft(text="", ending=Ending.FAILED, why=self._why_not, seconds=monotonic() - began)
                inbox = child.inbox(number)
                self._current = child, number
            left = max(0.0, request.seconds - (monotonic() - began))
            done = False
            try:
                child.say(Write.of(number, replace(request, seconds=left)))
                draft = _Waiting(child, number, inbox, began + request.seconds, on_piece).wait()
                done = True
            finally:
                with self._lock:
                    self._current = None
                child.forget(number)
                if not done:  # on_piece raised
                    child.abandon(number)
            if draft.ending is Ending.FAILED and self._why_not:
                draft = replace(draft, why=self._why_not)
            return draft if draft.seconds else replace(draft, seconds=monotonic() - began)

    def cancel(self) -> None:
        """Stop what is being written; when nothing is, what is being evaluated in the background."""
        with self._lock:
            if self._current is not None:
                child, number = self._current
                child.say(Cancel(number))
                child.inbox(number).put(Cancel(number))
            elif self._child is not None and self._is_warming(self._child):
                self._child.say(Cancel(self._warming))

    def close(self) -> None:
        """End the worker, gently and then not; safe to call twice, and while a text is being written."""
        with self._lock:
            child, self._child = self._child, None
            self._for_good, self._why_not = True, self._why_not or "the model was closed"
        if child is not None:
            child.part()

    def _living(self) -> Child | None:
        """The worker, started if there is none; None when there will be none, and `why_not` says why."""
        if self._child is not None and self._child.ended_for:
            self._when_over(self._child)  # as good as
        if self._why_not:
            return None
        if self._child is None:
            try:
                self._child = Child(self._arguments, self._log, self._when_over)
            except OSError as error:
                self._child = None
                self._why_not = f"the model's process could not be started: {error.strerror or error}"
        return self._child

    def _warm(self, child: Child) -> None:
        assert self._lesson is not None
        if self._is_warming(child):
            child.say(Cancel(self._warming))
        child.forget(self._warming)
        self._warming = next(self._numbers)
        child.pending.add(self._warming)
        child.say(Warm(self._warming, *self._lesson))

    def _is_warming(self, child: Child) -> bool:
        return self._warming in child.pending

    def _when_over(self, child: Child) -> None:
        """A worker has ended: start another, unless that would not help or has been tried often enough."""
        with self._lock:
            if child is not self._child:
                return
            self._child = None
            if child.refused:
                self._why_not, self._for_good = f"this model cannot be used: {child.refused}", True
                return
            self._deaths += 1
            if self._deaths > RESTARTS:
                self._why_not = f"{child.cause()}, for the {self._deaths}th time in this lesson"
                return
            successor = self._living()
            if successor is not None and self._lesson is not None:
                self._warm(successor)


class _Waiting:
    """For one text, until it is there or is not going to be."""

    def __init__(
        self,
        child: Child,
        number: int,
        inbox: queue.SimpleQueue[Message | None],
        deadline: float,
        on_piece: Callable[[str], None] | None,
    ) -> None:
        self._child, self._number, self._inbox, self._deadline = child, number, inbox, deadline
        self._on_piece = on_piece
        self._text = ""
        self._begun = False
        self._cancelled = False
        self._spent = 0.0  # processor seconds of the worker when it was last looked at

    def wait(self) -> Draft:
        heard, quiet = self._child.heard, 0
        while True:
            try:
                message = self._inbox.get(timeout=_TICK)
            except queue.Empty:
                quiet = quiet + 1 if self._child.beats and self._child.heard == heard else 0
                heard = self._child.heard
                draft = self._overdue(quiet)
            else:
                heard, quiet = self._child.heard, 0
                draft = self._take(message)
            if draft is not None:
                return draft

    def _take(self, message: Message | None) -> Draft | None:
        match message:
            case Piece(_, text):
                self._text += text
                if self._on_piece and not self._cancelled:
                    self._on_piece(text)
            case Began():
                self._begun = True
            case Cancel():
                self._cancelled = True
                self._deadline = min(self._deadline, monotonic() + _GRACE)
            case Done():
                return message.draft
            case None:
                return self._draft(Ending.FAILED, self._child.refused or self._child.cause())
        return None

    def _overdue(self, quiet: int) -> Draft | None:
        """What to make of it that nothing has come for a tick."""
        child = self._child
        if quiet == 1:
            self._spent = child.spent()
        if quiet and quiet % _SILENT_TICKS == 0 and self._is_silent(quiet):
            child.kill(f"the model's process fell silent{child.doing}")
            return self._draft(Ending.FAILED, child.cause())
        now = monotonic()
        if child.loaded is None and now > child.began + _LOADING:
            child.kill("the model took too long to load")
            return self._draft(Ending.FAILED, child.cause())
        if now <= self._deadline + _GRACE:
            return None
        ending = Ending.CANCELLED if self._cancelled else Ending.LATE
        child.abandon(self._number)
        why = "the text was not done in time" if self._begun else "its turn did not come in time"
        return self._draft(ending, f"{why}{child.doing}")

    def _is_silent(self, quiet: int) -> bool:
        """Whether a worker that gives no sign of life is stopped or stuck, not only waiting for a busy processor."""
        before, self._spent = self._spent, self._child.spent()
        return quiet >= _STARVED_TICKS or (self._spent <= before and not self._child.is_runnable)

    def _draft(self, ending: Ending, why: str) -> Draft:
        return Draft(text=self._text, ending=ending, why=why)


def _threads() -> int:
    """Physical cores less one, for whoever else wants to do something; at least one."""
    try:
        from tutor.model.hardware import this_machine

        cores = this_machine().cores
    except ImportError:
        cores = os.cpu_count() or 1
    return max(1, cores - 1)
