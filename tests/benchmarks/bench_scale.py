"""Grading at scale: replies a second with one process and with two, and the memory, as a table grows tenfold and again.

Each size is graded by `tutor grade` as a process of its own, with one job and with two by turns, start-up included.
Growth is told by the time of a core that a reply takes, which a busy machine changes least.
Two busy cores seldom do twice the work of one: what they share is measured beside it, by a loop that only counts.
"""

from __future__ import annotations

import csv
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tutor.lesson.load import load_lesson
from tutor.paths import packaged

SIZES = (1_000, 10_000, 100_000)
LESSON = packaged() / "lessons" / "harbour-levy"
QUESTION = "evidence"
SEED = 20250612


def replies(count: int) -> Iterator[str]:
    """Replies put together from halves of the lesson's samples, seldom twice the same."""
    chance = random.Random(SEED)
    loaded = load_lesson(LESSON)
    question = next(each for each in loaded.lesson.questions if each.id == QUESTION)
    halves = [half for sample in question.samples for half in sample.answer.split(", ") if half.strip()]
    for _ in range(count):
        yield ", ".join(chance.choices(halves, k=chance.randint(1, 4)))


def graded(table: Path, jobs: int, home: Path) -> tuple[float, float, int]:
    """Seconds to grade a table, seconds of a core in all processes, and the peak memory of the largest, in MB."""
    out = table.with_suffix(".out.csv")
    words = ["grade", str(LESSON), str(table), "--question", QUESTION, "-o", str(out), "--jobs", str(jobs), "--anew"]
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "tutor", *words], stderr=subprocess.DEVNULL, env={**os.environ, "TUTOR_HOME": str(home)}
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"tutor grade ended with {process.returncode}")
    return time.perf_counter() - began, used.ru_utime, used.ru_maxrss // 1024


def _count(_: int) -> float:
    began = time.perf_counter()
    sum(range(20_000_000))
    return time.perf_counter() - began


def two_cores() -> float:
    """What two processes at once do, as a multiple of one: 2 on cores that share nothing."""
    alone = min(_count(n) for n in range(3))
    with multiprocessing.Pool(2) as pool:
        return 2 * alone / min(max(pool.map(_count, range(2), chunksize=1)) for _ in range(3))


def main() -> None:
    """Print replies a second, and how time and memory grow."""
    sizes = SIZES[:2] if "--small" in sys.argv else SIZES
    with tempfile.TemporaryDirectory() as folder:
        first: dict[int, float] = {}
        for size in sizes:
            table = Path(folder) / f"{size}.csv"
            with table.open("w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows([("id", "reply"), *enumerate(replies(size))])
            took = {jobs: graded(table, jobs, Path(folder)) for jobs in (1, 2)}
            for jobs, (seconds, worked, memory) in took.items():
                each = worked / size
                growth = f"{each / first.setdefault(jobs, each):.2f} times that of the smallest"
                print(
                    f"scale: {size:>7,} replies, --jobs {jobs}: {seconds:6.1f} s, {size / seconds:6,.0f} a second, "
                    f"{size / seconds / jobs:6,.0f} a core; {each * 1000:.2f} ms of a core's a reply, {growth}; "
                    f"{memory} MB",
                    flush=True,
                )
            print(f"scale: {size:>7,} replies, two jobs against one: {took[1][0] / took[2][0]:.2f} times as fast")
    print(f"scale: two processes that only count do {two_cores():.2f} times the work of one on this machine")


if __name__ == "__main__":
    main()
