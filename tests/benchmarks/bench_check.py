"""`tutor check`: time for one lesson, first and again, and for folders of 10, 100 and 1,000 lessons.

The lessons are made of the harbour lesson: four of its questions each, over an article with a sentence of its own, and
with phrases that no other lesson has, so that nothing is judged or compiled for two of them at once. Whether time grows
with their number is told by the time of a core that a lesson takes, which a busy machine changes least. `--small`
leaves out the largest folder, which takes some minutes.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import tomli
import tomlkit

ROOT = Path(__file__).resolve().parents[2]
HARBOUR = ROOT / "lessons" / "harbour-levy"
SIZES = (10, 100, 1_000)
QUESTIONS = 4
ROUNDS = 5
_WORDS = re.compile(r"[a-z]+(?: [a-z]+)*")


def make_lesson(folder: Path, number: int, questions: int = QUESTIONS) -> Path:
    """Write a lesson that differs from those of other numbers into a new folder; returns its file."""
    raw = tomli.loads((HARBOUR / "lesson.toml").read_text(encoding="utf-8"))
    first = number % (len(raw["questions"]) - questions + 1)
    raw["questions"] = raw["questions"][first : first + questions]
    raw["concepts"] = {
        name: [f"{phrase}/q{number}" if _WORDS.fullmatch(phrase) else phrase for phrase in phrases]
        for name, phrases in raw["concepts"].items()
    }
    article = (HARBOUR / "article.md").read_text(encoding="utf-8")
    folder.mkdir()
    (folder / "lesson.toml").write_text(tomlkit.dumps(raw), encoding="utf-8")
    (folder / "article.md").write_text(f"{article.rstrip()} This is copy {number}.\n", encoding="utf-8")
    return folder / "lesson.toml"


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        _one_lesson(Path(name))
        first: dict[int, float] = {}
        for size in SIZES[:2] if "--small" in sys.argv else SIZES:
            folder = Path(name) / str(size)
            folder.mkdir()
            for number in range(size):
                make_lesson(folder / f"lesson-{number}", number)
            for jobs in (1, 2):
                _folder(folder, size, jobs, first)


def _one_lesson(folder: Path) -> None:
    """A lesson of eleven questions and 94 samples, as `--watch` checks it: first, and after one save or another."""
    from tutor.lesson.checking import check_lesson
    from tutor.lesson.judging import Judge

    judge = Judge()
    file = make_lesson(folder / "one", 0, questions=11)
    raw = tomli.loads(file.read_text(encoding="utf-8"))

    def sample(number: int) -> None:
        raw["questions"][3]["samples"][0]["answer"] += f" {number}"

    def named(number: int) -> None:
        raw["concepts"]["marlow"].append(f"the drafter{number}")

    def concept(number: int) -> None:
        raw["concepts"]["greedy"][0] += f"/x{number}"

    def title(number: int) -> None:
        raw["title"] = f"Copy {number}"

    def checked() -> float:
        start = time.perf_counter()
        check_lesson(file, judge=judge)
        return (time.perf_counter() - start) * 1000

    def again(change: Callable[[int], None]) -> float:
        spent = []
        for number in range(ROUNDS):
            change(number)
            file.write_text(tomlkit.dumps(raw), encoding="utf-8")
            spent.append(checked())
        return median(spent)

    print(f"check: one lesson, eleven questions: {checked():.0f} ms first, with the dictionary loaded by it;")
    for what, change in (
        ("the title", title),
        ("a sample", sample),
        ("a concept that one question looks for", concept),
        ("a concept that nearly all replies may name", named),
    ):
        print(f"  again with {what} changed: {again(change):.0f} ms")


def _folder(folder: Path, size: int, jobs: int, first: dict[int, float]) -> None:
    """Check a folder. `first` has what a lesson took in the smallest one, by the number of jobs."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "tutor", "check", str(folder), "--jobs", str(jobs), "--json"]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    spent, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    each = (after.ru_utime - before.ru_utime) / size
    print(
        f"check: {size:>5,} lessons of {QUESTIONS} questions, --jobs {jobs}: {spent:6.1f} s, "
        f"{spent / size * 1000:4.0f} ms a lesson ({each * 1000:.0f} ms of a core's, "
        f"{each / first.setdefault(jobs, each):.2f} times that of the fewest); "
        f"{_most(after):.0f} MB in the largest process so far",
        flush=True,
    )


def _most(usage: Any) -> float:
    return float(usage.ru_maxrss) / (1024 if sys.platform != "darwin" else 1024**2)


if __name__ == "__main__":
    main()
