"""How far the rubrics agree with people, what cheating gets, and how many replies a second they judge.

Needs the ASAP-SAS answers beside the project; says so without them.
"""

from __future__ import annotations

import cProfile
import pstats
import time
from collections import defaultdict
from statistics import mean, median

from tests.benchmarks.answers import DATA, SETS, TOP, by_length, lesson, rows, scores
from tests.benchmarks.attacks import ALLOWED, attacks
from tutor.grading.agreement import Agreement
from tutor.lesson.load import LoadedLesson
from tutor.rubric.assess import LONGEST_REPLY
from tutor.rubric.effort import effort_of
from tutor.rubric.reading import Reading

# What each set is to reach on the validation half.
ASKED = {3: 0.65, 4: 0.66, 7: 0.69, 8: 0.62}
LONG = 10_000
ROUNDS = 5


def kappa(number: int, half: str, *, first: bool = False) -> Agreement:
    """The agreement with the first rater on one half."""
    answers = rows(number, half)
    given = scores(lesson(number, first=first), [row.text for row in answers])
    return Agreement.of((row.score, level) for row, level in zip(answers, given, strict=True))


def main() -> None:
    """Print the figures."""
    if not DATA.is_dir():
        print("grade: the ASAP-SAS answers are not beside the project, nothing to measure")
        return
    print("quadratic weighted kappa      development  validation  asked  first version  words alone  two humans")
    reached = []
    for number in SETS:
        ours, first = kappa(number, "validation"), kappa(number, "validation", first=True)
        people = Agreement.of((row.score, row.second) for row in rows(number, "validation"))
        reached.append(ours.kappa or 0)
        print(
            f"set {number}                       {kappa(number, 'development').kappa:.3f}        {ours.kappa:.3f}"
            f"       {ASKED[number]:.2f}   {first.kappa:.3f}          {by_length(number).kappa:.3f}        "
            f"{people.kappa:.3f}"
        )
    print(f"mean                                       {mean(reached):.3f}")
    for number in SETS:
        _attacks(number)
    for number in SETS:
        _speed(number)


def _attacks(number: int) -> None:
    loaded = lesson(number)
    top = [row.text for row in rows(number, "validation") if row.score == TOP]
    real = scores(loaded, top).count(TOP) / len(top)
    print(f"set {number}: share that gets the top score; of {len(top)} real top answers {real:.1%}")
    for sort, variant, replies in attacks(number, loaded):
        share = scores(loaded, replies).count(TOP) / len(replies)
        over = "" if share <= ALLOWED[sort] else f"  (allowed: {ALLOWED[sort]:.0%})"
        print(f"  {sort + (', ' + variant if variant else ''):<28} {share:6.1%} of {len(replies)}{over}")


def _long_reply(loaded: LoadedLesson, text: str) -> float:
    """Seconds for every check on a long reply. Strung together it is no answer, and `assess` would not come to them."""
    question = loaded.lesson.questions[0]
    start = time.process_time()
    reading = Reading(text[:LONGEST_REPLY], question.ask, loaded.article, question.vocabulary, question.told)
    effort_of(reading, ())
    for part in question.parts:
        part.test.judge(reading)
    return time.process_time() - start


def _speed(number: int) -> None:
    """Replies a second and core, findings with spans, once words are known; and where the time goes."""
    loaded, texts = lesson(number), [row.text for row in rows(number, "validation")]
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        scores(loaded, texts)
        spent.append(time.process_time() - start)
    warm, best = len(texts) / median(spent), len(texts) / min(spent)
    took = _long_reply(loaded, " ".join(" ".join(texts).split()[:LONG]))
    words = mean(len(text.split()) for text in texts)
    print(
        f"set {number}: {warm:,.0f} replies/s on one core, {best:,.0f} in the best round ({words:.0f} words each); "
        f"{LONG:,} words, cut as replies are, in {took * 1000:.0f} ms"
    )
    profile = cProfile.Profile()
    profile.enable()
    scores(loaded, texts[:200])
    profile.disable()
    spent: dict[str, float] = defaultdict(float)
    for (file, _, _), (_, _, own, _, _) in pstats.Stats(profile).stats.items():
        spent[file.rsplit("/tutor/", 1)[1] if "/tutor/" in file else "library"] += own
    whole = sum(spent.values())
    most = sorted(spent.items(), key=lambda item: -item[1])[:6]
    print("  where it goes: " + ", ".join(f"{name} {share / whole:.0%}" for name, share in most))


if __name__ == "__main__":
    main()
