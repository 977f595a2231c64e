"""Standard input and output as plain mode uses them: UTF-8 always, a line at a time, prompting only a person."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TextIO


def use_utf8() -> None:
    """Make the standard streams UTF-8 whatever the locale says, and never fail on a character."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with suppress(OSError, ValueError):
                stream.reconfigure(encoding="utf-8", errors="replace")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sits at a stream. A stream that is closed or missing is no terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def can_draw() -> bool:
    """Whether a full screen can be drawn: both ends a terminal, and one that knows how to move its cursor."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


class Console:
    """Lines in, lines out. `interactive` tells whether there is a person to ask."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.interactive = not quiet and is_terminal(sys.stdin) and is_terminal(sys.stdout)
        if self.interactive:
            with suppress(ImportError):
                import readline  # noqa: F401  # input() then edits its line, accents included

    def tell(self, text: str) -> None:
        """Print `text`, at once."""
        print(text, flush=True)

    def read(self, prompt: str) -> str | None:
        """The next line without its end; None when there are no more. The prompt is for people only."""
        if self.interactive:
            try:
                return input(prompt)
            except EOFError:
                print()
                return None
        try:
            line = sys.stdin.readline() if sys.stdin else ""
        except ValueError:  # closed
            return None
        return line.rstrip("\n") if line else None


def drop_output() -> None:
    """Forget standard output after its reader went away, so that Python's last flush does not complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
