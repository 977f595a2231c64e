"""Levels for teachers: points for what is met, gates that a level asks for, and what keeps a reply below it.

Learners never see a number. The rule is data: `score_of` reads an assessment that was made without it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, Field

from tutor.rubric.checks.base import STRICT
from tutor.rubric.model import Assessment, Verdict

Name = Annotated[str, Field(min_length=1, max_length=60)]
Points = Annotated[float, Field(strict=True, allow_inf_nan=False)]

# What a verdict brings of a part's points: a part met in part brings half.
_SHARE: Mapping[Verdict, float] = {Verdict.UNMET: 0.0, Verdict.PARTLY: 0.5, Verdict.MET: 1.0}


class Level(BaseModel):
    """One level: its number, and the conditions that must all hold."""

    model_config = STRICT
    level: Annotated[int, Field(ge=1, le=20, strict=True, description="The score of a reply that reaches this level.")]
    points: Annotated[Points | None, Field(description="How many points are needed at least.")] = None
    all_of: Annotated[tuple[Name, ...], Field(description="Criteria that must all be met.")] = ()
    any_of: Annotated[tuple[Name, ...], Field(description="Criteria of which one must be met.")] = ()
    none_of: Annotated[
        tuple[Name, ...],
        Field(description="Criteria that must not be met, and misconceptions that must not show."),
    ] = ()

    def holds(self, met: Collection[str], points: float) -> bool:
        """Whether all conditions hold; `met` are the ids of what is met or shown."""
        return (
            (self.points is None or points >= self.points)
            and all(name in met for name in self.all_of)
            and (not self.any_of or any(name in met for name in self.any_of))
            and not any(name in met for name in self.none_of)
        )


class Scoring(BaseModel):
    """How a question is scored: points for its criteria and misconceptions, and levels. No level reached is level 0."""

    model_config = STRICT
    points: Annotated[
        dict[Name, Points],
        Field(
            description="Points by id: all of them when a criterion is met, half when it is met in part. A "
            "misconception may take some away: a number below 0."
        ),
    ] = {}
    levels: Annotated[
        tuple[Level, ...], Field(min_length=1, description="The levels; the highest whose conditions hold counts.")
    ]


@dataclass(frozen=True, slots=True)
class Score:
    """What a reply is worth to a teacher: the level, from 0, and the points it rests on."""

    level: int
    points: float


def score_of(assessment: Assessment, scoring: Scoring | None) -> Score:
    """The score of an assessed reply. What is no answer is level 0.

    Without a rule of the teacher's the level is that of the verdict on the whole reply: 0 unmet, 1 partly, 2 met; the
    points are then the number of criteria met, half for those met in part.
    """
    verdicts = assessment.verdicts
    if not assessment.effort.is_answer:
        return Score(0, 0.0)
    if scoring is None:
        return Score(assessment.overall.rank, sum(_SHARE[verdict] for verdict in verdicts.values()))
    shown = {finding.criterion: finding.verdict for finding in assessment.misconceptions}
    got = {**verdicts, **shown}
    points = sum(worth * _SHARE[got.get(name, Verdict.UNMET)] for name, worth in scoring.points.items())
    met = {name for name, verdict in got.items() if verdict is Verdict.MET}
    reached = [level.level for level in scoring.levels if level.holds(met, points)]
    return Score(max(reached, default=0), points)
