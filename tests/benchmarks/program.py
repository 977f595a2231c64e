"""A program in a pseudo-terminal, with what can be measured from outside: first frame, echo, CPU, memory."""

from __future__ import annotations

import fcntl
import os
import pty
import random
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

ROOT = Path(__file__).resolve().parents[2]
COLUMNS, LINES = 120, 40
DEADLINE = 30.0  # seconds
_QUIET = 0.3  # seconds without output: what was asked for is painted
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Program:
    """Runs `python ARGUMENTS`; from the moment it is made the clock runs."""

    def __init__(self, *arguments: str, env: Mapping[str, str]) -> None:
        self._command: Sequence[str] = [sys.executable, *arguments]
        self._tail = b""
        self._chance = random.Random(1)
        self._began = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if not self.pid:
            os.chdir(ROOT)
            os.execve(self._command[0], self._command, dict(env))
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def until(self, words: str) -> float:
        """Wait until `words` are written to the terminal; seconds since the program was started."""
        mark = words.encode()
        while mark not in self._tail:
            if not self._read(DEADLINE):
                last = self._tail[-400:].decode(errors="replace")
                raise SystemExit(f"{' '.join(self._command)} never showed {words!r}. Its last words: {last}")
        self._tail = self._tail[self._tail.index(mark) + len(mark) :]
        return time.perf_counter() - self._began

    def settle(self) -> None:
        """Wait until nothing more is painted but what blinks."""
        while self._read(_QUIET):
            pass

    def press(self, keys: str) -> None:
        """Press keys, without waiting for anything."""
        self._tail = b""
        os.write(self._terminal, keys.encode())

    def type_word(self, letters: int = 8) -> list[float]:
        """Type a word; for each letter but the first the seconds until it is on the screen.

        The first is left out, since one letter may be part of anything that is painted.
        """
        word, spent = "", []
        for _ in range(letters):
            word += self._chance.choice(_LETTERS)
            self.press(word[-1])
            pressed = time.perf_counter()
            if len(word) > 1:
                self.until(word)
                spent.append(time.perf_counter() - pressed)
            self.let_run(self._chance.uniform(0.06, 0.2))
        self.press(" ")
        return spent

    def let_run(self, seconds: float) -> None:
        """Take what is painted for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def cpu_seconds(self) -> float:
        """What it has used of a core so far."""
        times = psutil.Process(self.pid).cpu_times()
        return float(times.user + times.system)

    def megabytes(self) -> tuple[float, float]:
        """Its memory: resident, and of that what no other process shares (what would be free without it)."""
        memory = psutil.Process(self.pid).memory_full_info()
        return memory.rss / 1e6, memory.uss / 1e6

    def _read(self, seconds: float) -> bool:
        """Take what is painted next; False when nothing is within that time, or when the program has ended."""
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        try:
            data = os.read(self._terminal, 65536) if ready else b""
        except OSError:  # the program ended, and with it the terminal
            data = b""
        self._tail = self._tail[-4096:] + data
        return bool(data)
