"""`assess`: replies a second on one core, findings with spans, on the samples of the harbour lesson.

Warm: the dictionary is loaded and most words have been met, as after a few lessons or in grading. Cold: each round in a
new process, with the loading of the dictionary told apart. Long: replies as long as they are judged, against a quarter
of them, which shows what growth tests/work.py does not see, that of regular expressions and other work in C.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
LESSON = ROOT / "lessons" / "harbour-levy"
ROUNDS = 5
_COLD = """
import sys, time
sys.path.insert(0, {root!r})
from tests.benchmarks.bench_assess import replies, run
work = replies()
start = time.process_time()
from tutor.rubric.words import warm
warm()
loaded = time.process_time()
run(work)
print(loaded - start, time.process_time() - loaded)
"""


def replies() -> list[tuple[str, object, object]]:
    """All samples of the lesson: answer, question, article."""
    from tutor.lesson.load import load_lesson

    loaded = load_lesson(LESSON)
    return [(s.answer, question, loaded.article) for question in loaded.lesson.questions for s in question.samples]


def run(work: list[tuple[str, object, object]]) -> None:
    """Assess them all."""
    from tutor.rubric.assess import assess

    for answer, question, article in work:
        assess(answer, question, article)


def long_replies() -> None:
    """Print what four times the length costs at the worst, and what the slowest reply takes."""
    from tests.rubric.roof import ROOF
    from tests.rubric.test_assess import LONG, QUESTION
    from tutor.rubric.assess import LONGEST_REPLY, assess

    def spent(name: str, length: int) -> float:
        text = LONG[name][-length:]
        rounds = []
        for _ in range(ROUNDS):
            start = time.process_time()
            assess(text, QUESTION, ROOF)
            rounds.append(time.process_time() - start)
        return min(rounds)

    took = {}
    for name in LONG:
        length = min(LONGEST_REPLY, len(LONG[name]))
        took[name] = spent(name, length // 4), spent(name, length)
    told = {name: whole / part for name, (part, whole) in took.items() if whole > 0.002}
    steepest, slowest = max(told, key=told.__getitem__), max(took, key=lambda name: took[name][1])
    print(
        f"assess, long: four times the length takes {median(told.values()):.1f} times as long, "
        f"{told[steepest]:.1f} at most ({steepest}); the slowest takes {took[slowest][1] * 1000:.0f} ms ({slowest})"
    )


def main() -> None:
    """Print the figures."""
    work = replies()
    run(work)
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(10):
            run(work)
        spent.append((time.process_time() - start) / 10)
    words = sum(len(answer.split()) for answer, _, _ in work) / len(work)
    print(
        f"assess, warm: {len(work) / median(spent):,.0f} replies/s on one core ({len(work)} samples, {words:.0f} words)"
    )
    code = _COLD.format(root=str(ROOT))
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(3)]
    loading, judging = (median(float(run.stdout.split()[at]) for run in runs) for at in (0, 1))
    print(f"assess, cold: {len(work) / judging:,.0f} replies/s, after {loading:.2f} s for the dictionary")
    long_replies()


if __name__ == "__main__":
    main()
