"""How far a scored reply is from another level: what the next one asks for and the reply does not have."""

from __future__ import annotations

from tutor.grading.grade import Graded
from tutor.rubric.model import Verdict
from tutor.rubric.scoring import Level, Scoring


def missing(graded: Graded, scoring: Scoring | None) -> tuple[str, ...]:
    """What keeps a reply from the next level above its own, a short phrase for each; () at the highest."""
    assessment = graded.assessment
    if not assessment.effort.is_answer:
        return (f"an answer: this is taken for {assessment.effort}",)
    met = met_parts(graded)
    if scoring is None:
        unmet = [finding.criterion for finding in assessment.findings if finding.criterion not in met]
        shown = [f.criterion for f in assessment.misconceptions]
        return (*(f"met: {name}" for name in unmet), *(f"not: {name}" for name in shown))
    above = [level for level in scoring.levels if level.level > graded.score]
    if not above:
        return ()
    nearest = min(level.level for level in above)
    ways = [_lacking(level, met, graded.points) for level in above if level.level == nearest]
    return min(ways, key=len)


def met_parts(graded: Graded) -> frozenset[str]:
    """The ids of the criteria that are met and the misconceptions that show."""
    findings = (*graded.assessment.findings, *graded.assessment.misconceptions)
    return frozenset(finding.criterion for finding in findings if finding.verdict is Verdict.MET)


def _lacking(level: Level, met: frozenset[str], points: float) -> tuple[str, ...]:
    short = [] if level.points is None or points >= level.points else [f"{level.points - points:g} more points"]
    unmet = [f"met: {name}" for name in level.all_of if name not in met]
    choice = [] if not level.any_of or met & set(level.any_of) else [f"met: one of {', '.join(level.any_of)}"]
    barred = [f"not: {name}" for name in level.none_of if name in met]
    return (*short, *unmet, *choice, *barred)


def points_off(graded: Graded, human: int, scoring: Scoring | None) -> float:
    """How many points lie between a reply and the human's level, were there points alone; 0 where gates decide."""
    if scoring is None or human == graded.score:
        return 0.0
    asked = {level.level: level.points for level in scoring.levels if level.points is not None}
    if human > graded.score:
        return max(0.0, asked.get(human, graded.points) - graded.points)
    above = [points for level, points in asked.items() if level > human]
    return max(0.0, graded.points - min(above, default=graded.points))
