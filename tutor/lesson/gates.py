"""Scoring rules that cannot work: names of nothing, conditions that contradict each other, levels nobody reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tutor.lesson.model import Question
from tutor.lesson.nearest import choice
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, Spot, quoted
from tutor.lesson.rules import Rule
from tutor.rubric.scoring import Level, Scoring


def check_scoring(path: KeyPath, question: Question) -> Iterator[Fault]:
    """Faults in the scoring rule of the question at `path`."""
    scoring = question.scoring
    if scoring is None:
        return
    here = (*path, "scoring")
    yield from _names(here, question, scoring)
    seen: dict[int, int] = {}
    for number, level in enumerate(scoring.levels):
        first = seen.setdefault(level.level, number)
        if first != number:
            advice = f"Level {level.level} is told above. Give each level once, or use any_of."
            yield Fault(Rule.SCORING, (*here, "levels", number, "level"), f"there are two levels {level.level}", advice)
        yield from _contradictions((*here, "levels", number), question, level)
        yield from _out_of_reach((*here, "levels", number), scoring, level)
    yield from _hidden(here, scoring.levels)


def _names(here: KeyPath, question: Question, scoring: Scoring) -> Iterator[Fault]:
    """Ids that are none of the question's."""
    criteria = [criterion.id for criterion in question.criteria]
    # A wrong holder is a misconception that the rubric finds by itself, under the criterion's id.
    known = [*criteria, *(misconception.id for misconception in question.misconceptions)]
    for name in scoring.points:
        if name not in known:
            what = f"this question has no criterion or misconception {quoted(name)}"
            yield Fault(Rule.NO_SUCH_NAME, (*here, "points", name), what, choice(name, known), spot=Spot.KEY)
    for number, level in enumerate(scoring.levels):
        for key, names in (("all_of", level.all_of), ("any_of", level.any_of), ("none_of", level.none_of)):
            for at, name in enumerate(names):
                if name not in known:
                    what = f"this question has no criterion or misconception {quoted(name)}"
                    yield Fault(Rule.NO_SUCH_NAME, (*here, "levels", number, key, at), what, choice(name, known))


def _contradictions(here: KeyPath, question: Question, level: Level) -> Iterator[Fault]:
    """Conditions of one level that cannot hold together."""
    tests = {part.id: part.test for part in question.parts}
    for at, barred in enumerate(level.none_of):
        if barred in level.all_of or (level.any_of and set(level.any_of) <= set(level.none_of)):
            key = "all_of" if barred in level.all_of else "any_of"
            what = f"level {level.level} asks for {quoted(barred)} in {key} and bars it in none_of"
            yield Fault(
                Rule.SCORING, (*here, "none_of", at), what, "No reply can do both: take it out of one of the two."
            )
            continue
        same = next((name for name in level.all_of if name in tests and tests.get(barred) == tests[name]), None)
        if same:
            what = f"level {level.level} asks for {quoted(same)} and bars {quoted(barred)}, which is the same check"
            yield Fault(Rule.SCORING, (*here, "none_of", at), what, "No reply can do both: change one of the two.")


def _out_of_reach(here: KeyPath, scoring: Scoring, level: Level) -> Iterator[Fault]:
    """More points than a reply can have that meets the level's gates."""
    if level.points is None:
        return
    most = sum(worth for name, worth in scoring.points.items() if worth > 0 and name not in level.none_of)
    most += sum(worth for name, worth in scoring.points.items() if worth < 0 and name in level.all_of)
    if level.points > most:
        what = f"level {level.level} needs {level.points:g} points, but no reply can have more than {most:g}"
        yield Fault(Rule.SCORING, (*here, "points"), what, "Ask for fewer points, or give more for the criteria.")


def _hidden(here: KeyPath, levels: Sequence[Level]) -> Iterator[Fault]:
    """Levels that a higher one always comes with, so that no reply ever ends there."""
    for number, level in enumerate(levels):
        above = next((other for other in levels if other.level > level.level and _implies(level, other)), None)
        if above is not None:
            what = f"no reply ends at level {level.level}: whatever reaches it reaches level {above.level} too"
            advice = f"Give level {above.level} more to ask for, or level {level.level} less."
            yield Fault(Rule.SCORING, (*here, "levels", number, "level"), what, advice)


def _implies(level: Level, other: Level) -> bool:
    """Whether every reply at `level` fulfils all that `other` asks for."""
    enough = other.points is None or (level.points is not None and level.points >= other.points)
    any_of = not other.any_of or (level.any_of and set(level.any_of) <= set(other.any_of))
    any_of = any_of or bool(set(other.any_of) & set(level.all_of))
    return bool(
        enough and any_of and set(other.all_of) <= set(level.all_of) and set(other.none_of) <= set(level.none_of)
    )
