"""A worker process as its parent has it: started, written to, listened to and ended, without ever being waited for."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import IO

from tutor.model.messages import (
    LONGEST_LINE,
    Beat,
    Began,
    Cancel,
    Done,
    Loaded,
    Message,
    Piece,
    Refused,
    Stage,
    from_line,
    to_line,
)

# Seconds, for a worker to end by itself when it is told to.
_PARTING = 0.5
# Seconds, for a request nobody waits for to stop: one step of a large model on a slow machine takes a second.
_PATIENCE = 5.0


class Child:
    """One worker process. Two threads of its own read and write its pipes, so that nobody is held up by a full one."""

    def __init__(self, arguments: Sequence[str], log: Path, when_over: Callable[[Child], None]) -> None:
        """Start it. `when_over` is called from another thread as soon as it has ended. Raises OSError."""
        self.began = monotonic()
        self.stage = ""  # what it is at, in words
        self.beats = False  # whether it gives signs of life by now: while Python imports llama.cpp it does not
        self.loaded: Loaded | None = None
        self.refused = ""
        self.heard = 0
        self.over = False
        self.ended_for = ""  # why we ended it, if we did
        self.pending: set[int] = set()  # numbers of requests nobody waits for that are not over
        self._finished: set[int] = set()
        self._inboxes: dict[int, queue.SimpleQueue[Message | None]] = {}
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._when_over = when_over
        self.process = _start(arguments, log)
        for work in (self._listen, self._talk):
            threading.Thread(target=work, name="model", daemon=True).start()

    def inbox(self, number: int) -> queue.SimpleQueue[Message | None]:
        """Where the messages about a request arrive; None when no more will, for the process has ended."""
        with self._lock:
            box = self._inboxes.setdefault(number, queue.SimpleQueue())
            if self.over:
                box.put(None)
            return box

    def forget(self, number: int) -> None:
        """No more is wanted about a request."""
        with self._lock:
            self._inboxes.pop(number, None)

    def say(self, message: Message) -> None:
        """Send a message; returns at once."""
        self._outbox.put(to_line(message))

    def abandon(self, number: int) -> None:
        """Nobody waits for this request any more. If it is not over in a few seconds, the process is ended."""
        with self._lock:
            if number in self._finished:
                return
            self.pending.add(number)
        self.say(Cancel(number))
        why = f"the model's process could not be stopped{self.doing}"
        timer = threading.Timer(_PATIENCE, lambda: self.kill(why) if number in self.pending else None)
        timer.daemon = True
        timer.start()

    def kill(self, why: str) -> None:
        """End it now; `why` in words."""
        self.ended_for = self.ended_for or why
        self._kill()

    def _kill(self) -> None:
        with contextlib.suppress(OSError):
            self.process.kill()

    def part(self) -> None:
        """Let it end, and see to it that it does."""
        self._outbox.put(None)
        try:
            self.process.wait(_PARTING)
        except subprocess.TimeoutExpired:
            self._kill()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(_PARTING)

    def spent(self) -> float:
        """Processor seconds it has used so far; 0 when that cannot be told."""
        import psutil  # only once something seems wrong

        try:
            times = psutil.Process(self.process.pid).cpu_times()
        except (psutil.Error, OSError):
            return 0.0
        return float(times.user + times.system)

    @property
    def is_runnable(self) -> bool:
        """Whether it would go on computing if it got a processor; False when stopped, waiting, or gone."""
        import psutil

        try:
            return bool(psutil.Process(self.process.pid).status() == psutil.STATUS_RUNNING)
        except (psutil.Error, OSError):
            return False

    @property
    def doing(self) -> str:
        """What it is at, as the end of a sentence; "" when that is not known."""
        return f" while it was {self.stage}" if self.stage else ""

    def cause(self) -> str:
        """How it ended, in words."""
        if self.ended_for:
            return self.ended_for
        code = self.process.poll()
        doing = self.doing
        if code is None:
            return f"the model's process was ended{doing}"
        if os.name == "posix" and code == -signal.SIGILL:
            return f"the model's process ended{doing}: this processor lacks an instruction that llama.cpp was built for"
        if os.name == "posix" and code == -signal.SIGKILL:
            return f"the model's process was killed{doing}, for want of memory perhaps"
        return f"the model's process ended{doing} (code {code})"

    def _listen(self) -> None:
        assert self.process.stdout
        with contextlib.suppress(OSError, ValueError):
            while line := self.process.stdout.readline(LONGEST_LINE):
                self.heard += 1
                self._take(from_line(line))
        # Nothing can come any more, even if the process is still there.
        self._kill()
        self.process.wait()
        with self._lock:
            self.over = True
            boxes = list(self._inboxes.values())
        self._outbox.put(None)
        self._when_over(self)
        for box in boxes:
            box.put(None)
        with contextlib.suppress(OSError):
            self.process.stdout.close()

    def _take(self, message: Message | None) -> None:
        match message:
            case Stage(doing):
                self.stage, self.beats = doing, True
            case Loaded():
                self.loaded, self.stage = message, ""
            case Refused(why):
                self.refused = why or "it cannot be used"
            case Began(number) | Piece(number) | Done(number):
                with self._lock:
                    if isinstance(message, Done):
                        self.stage = ""
                        self._finished.add(number)
                        self.pending.discard(number)
                    box = self._inboxes.get(number)
                if box is not None:
                    box.put(message)
            case Beat() | _:
                pass

    def _talk(self) -> None:
        assert self.process.stdin
        with contextlib.suppress(OSError, ValueError):
            while line := self._outbox.get():
                self.process.stdin.write(line)
        with contextlib.suppress(OSError):
            self.process.stdin.close()


def _start(arguments: Sequence[str], log: Path) -> subprocess.Popen[bytes]:
    """Start the worker: this very code, whatever folder we are in and whatever it holds."""
    code = Path(__file__).resolve().parents[2]
    paths = os.pathsep.join(filter(None, [str(code), os.environ.get("PYTHONPATH", "")]))
    new: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)
    with contextlib.ExitStack() as stack:
        noise: int | IO[bytes] = subprocess.DEVNULL
        with contextlib.suppress(OSError):
            log.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            noise = stack.enter_context(os.fdopen(descriptor, "ab"))
        return subprocess.Popen(
            # -P: a folder named tutor where we happen to be is not ours.
            [sys.executable, "-P", "-m", "tutor.model.worker", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=noise,
            bufsize=0,
            env=os.environ | {"PYTHONPATH": paths},
            # In a session of its own: Ctrl+C in the terminal is not for it, nor is closing it.
            start_new_session=os.name == "posix",
            creationflags=new,
        )
