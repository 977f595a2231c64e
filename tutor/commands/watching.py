"""Files that are saved again: which lessons to look at anew.

The files' times, sizes and numbers are looked at several times a second. That sees a save in place, a new file put in
the old one's place, and a file that is deleted and comes back; and it works on memory sticks and network drives, where
notices from the system do not.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

PAUSE = 0.1
"""Seconds between two looks at least. A look that takes long is followed by a rest of nine times as long."""

Mark = tuple[int, int, int] | None
"""What tells one state of a file from another: its number, time (ns) and size (bytes); None where there is no file."""


def changes(
    wanted: Callable[[], Iterable[Path]],
    files_of: Callable[[Path], Sequence[Path]],
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[list[Path]]:
    """Yield all wanted lessons, then, for ever, those of which a file has changed since.

    `wanted` names the lesson files, `files_of` all files that a lesson depends on. A change is told once it is over:
    when two looks in a row see the same.
    """
    known: dict[Path, Mapping[Path, Mark]] = {}
    seen: dict[Path, Mapping[Path, Mark]] | None = None
    while True:
        begun = time.perf_counter()
        now = {lesson: _marks(known.get(lesson), lesson, files_of) for lesson in wanted()}
        changed = [lesson for lesson in now if known.get(lesson) != now[lesson]]
        if changed and (now == seen or not known):
            # Taken before the lessons are read: what is saved while they are is a change, too.
            known = {lesson: _marks(None, lesson, files_of) if lesson in changed else now[lesson] for lesson in now}
            yield changed
        seen = now
        wait(max(PAUSE, 9 * (time.perf_counter() - begun)))


def _marks(
    before: Mapping[Path, Mark] | None, lesson: Path, files_of: Callable[[Path], Sequence[Path]]
) -> Mapping[Path, Mark]:
    """The marks of a lesson's files; which files these are is found anew when there are none known."""
    return {file: _mark(file) for file in (before or files_of(lesson))}


def _mark(file: Path) -> Mark:
    try:
        status = os.stat(file)  # noqa: PTH116  (a thousand lessons are looked at ten times a second)
    except (OSError, ValueError):
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size
