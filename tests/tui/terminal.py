"""A real terminal, as far as a program can tell: a pseudo-terminal, and pyte to read what was painted."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte

# Seconds. Against waiting for ever; nothing is measured by it.
DEADLINE = 90.0


class Terminal:
    """Runs `python -m tutor` with arguments in a terminal of the given size."""

    def __init__(self, *arguments: str, env: Mapping[str, str], size: tuple[int, int] = (100, 30)) -> None:
        self._arguments: Sequence[str] = [sys.executable, "-m", "tutor", *arguments]
        # Not the size that the tests' own terminal has.
        inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
        self._env = {**inherited, "TERM": "xterm-256color", **env}
        self._columns, self._lines = size
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.painted = b""
        """Every byte that the program wrote."""
        self.code: int | None = None

    def __enter__(self) -> Self:
        self.pid, self._master = pty.fork()
        if not self.pid:
            os.execve(self._arguments[0], list(self._arguments), self._env)
        self._set_size()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.code is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
        self.close()

    def close(self) -> None:
        """Close the window."""
        with contextlib.suppress(OSError):
            os.close(self._master)
        self._master = -1  # the number may soon be another file's

    def type(self, text: str) -> None:
        """Press keys."""
        os.write(self._master, text.encode())

    def paste(self, text: str) -> None:
        """Paste, as terminals do that put brackets around what is pasted."""
        data = f"\x1b[200~{text}\x1b[201~".encode(errors="surrogatepass")
        while data:  # a terminal's line takes a few thousand bytes at a time
            _, ready, _ = select.select([], [self._master], [], 0.1)
            data = data[os.write(self._master, data[:1024]) :] if ready else data
            self._read(0)

    def resize(self, columns: int, lines: int) -> None:
        """Make the window larger or smaller; the system then sends SIGWINCH."""
        self._columns, self._lines = columns, lines
        self._screen.resize(lines, columns)
        self._set_size()

    def click(self, words: str) -> None:
        """Click with the left button on the first letter of `words`."""
        column, line = self.place(words)
        self.type(f"\x1b[<0;{column};{line}M\x1b[<0;{column};{line}m")

    def wheel(self, words: str, down: int) -> None:
        """Turn the wheel over `words`, so many notches down."""
        column, line = self.place(words)
        self.type(f"\x1b[<65;{column};{line}M" * down)

    def place(self, words: str) -> tuple[int, int]:
        """Column and line, counted from 1, where `words` are on the screen."""
        for number, line in enumerate(self._screen.display, start=1):
            if words in line:
                return line.index(words) + 1, number
        raise AssertionError(f"{words!r} is not there:\n{self.text()}")

    def _set_size(self) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", self._lines, self._columns, 0, 0))

    def until(self, words: str, *, gone: bool = False) -> None:
        """Wait until `words` are on the screen, or no longer are."""
        end = time.monotonic() + DEADLINE
        while (words in self.text()) is gone:
            assert time.monotonic() < end, f"{words!r} never came:\n{self.text()}"
            assert self._read(), f"ended before {words!r}:\n{self.text()}"

    def wait(self) -> int:
        """Wait for the program to end; its exit code."""
        end = time.monotonic() + DEADLINE
        while self.code is None:
            assert time.monotonic() < end, f"did not end:\n{self.text()}"
            self._read()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self._read():
                    pass
                self.code = os.waitstatus_to_exitcode(status)
        return self.code

    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    def _read(self, seconds: float = 0.1) -> bool:
        """Take what was painted within a moment; False when the program has closed its terminal."""
        try:
            ready, _, _ = select.select([self._master], [], [], seconds)
            if ready:
                data = os.read(self._master, 65536)
                self.painted += data
                self._stream.feed(data)
                return bool(data)
        except (OSError, ValueError):
            return False
        return self.code is None
