"""Start-up: how long from the command to the first painted frame, and to the article on screen.

A Textual app with one label and `tutor start LESSON` take turns in one run, each in a pseudo-terminal of its own, so
that whatever else the machine does falls on both.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9
COLUMNS, LINES = 120, 40
DEADLINE = 30.0  # seconds

BARE = """
from textual.app import App
from textual.widgets import Label
class Bare(App):
    def compose(self):
        yield Label("Hello there")
Bare().run()
"""


def timed(command: Sequence[str], marks: Sequence[bytes], env: dict[str, str]) -> list[float]:
    """Seconds from the start of `command` until each of `marks` was written to its terminal; then it is ended."""
    process, terminal = pty.fork()
    began = time.perf_counter()
    if process == 0:
        os.chdir(ROOT)
        os.execve(command[0], list(command), env)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    seen, times = b"", []
    try:
        while len(times) < len(marks):
            left = DEADLINE - (time.perf_counter() - began)
            ready, _, _ = select.select([terminal], [], [], max(left, 0))
            try:
                data = os.read(terminal, 65536) if ready else b""
            except OSError:  # the program ended, and with it the terminal
                data = b""
            if not data:
                last = seen[-400:].decode(errors="replace")
                raise SystemExit(f"{' '.join(command)} never showed {marks[len(times)]!r}. Its last words: {last}")
            seen += data
            now = time.perf_counter() - began
            while len(times) < len(marks) and marks[len(times)] in seen:
                times.append(now)
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)
    return times


def main() -> None:
    """Print the medians and their ratios."""
    bare: list[float] = []
    frame: list[float] = []
    question: list[float] = []
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "TUTOR_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        start = [sys.executable, "-m", "tutor", "start", "harbour-levy", "--new"]
        # The first round of each warms the disk cache and compiles, and does not count.
        for round_ in range(ROUNDS + 1):
            (label,) = timed([sys.executable, "-c", BARE], [b"Hello there"], env)
            shown, asked = timed(start, [b"Opening the lesson", b"Read first"], env)
            if round_:
                bare.append(label)
                frame.append(shown)
                question.append(asked)
    print(f"start: a Textual app with one label   {median(bare) * 1000:7.0f} ms to the first frame")
    print(f"start: tutor start harbour-levy       {median(frame) * 1000:7.0f} ms to the first frame")
    print(f"start: tutor start harbour-levy       {median(question) * 1000:7.0f} ms to the article")
    print(f"start: first frame, ratio             {median(frame) / median(bare):7.2f} (at most 1.5)")


if __name__ == "__main__":
    main()
