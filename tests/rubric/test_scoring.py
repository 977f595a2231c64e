"""The scoring rule: points, gates, what keeps a reply below a level; and what a reply scores without a rule."""

import pytest

from tests.rubric.roof import ROOF, question
from tutor.rubric.assess import assess
from tutor.rubric.scoring import Scoring, score_of

BEES = {"check": "mentions", "all_of": ["bees"]}
BOTH = {"check": "mentions", "all_of": ["danger", "readers"]}
LONG = {"check": "length", "words": 8}
PIKE = {"check": "mentions", "all_of": ["pike"]}

RULE = {
    "points": {"c1": 1, "c2": 2, "c3": 0.5, "m1": -1},
    "levels": [
        {"level": 1, "points": 1},
        {"level": 2, "points": 2, "all_of": ["c1"], "none_of": ["m1"]},
        {"level": 3, "points": 3, "all_of": ["c1", "c2"], "any_of": ["c3"], "none_of": ["m1"]},
    ],
}


def scored(reply: str, rule: dict | None = RULE) -> tuple[int, float]:
    rubric = question(BEES, BOTH, LONG, misconceptions=[PIKE])
    score = score_of(assess(reply, rubric, ROOF), Scoring.model_validate(rule) if rule else None)
    return score.level, score.points


@pytest.mark.parametrize(
    ("reply", "level", "points"),
    [
        ("it is boring to read", 0, 0.25),
        ("bees", 1, 1.0),
        ("there is a risk", 1, 1.25),  # half of 2, and half of the half point for length
        ("the bees are a risk", 2, 2.25),
        ("a risk for readers", 1, 2.25),  # points enough, but not the bees
        ("bees are a risk for readers", 2, 3.25),  # c3 is missing: half as long as it should be
        ("The bees up on that roof are a risk for readers below", 3, 3.5),
        # A misconception takes a point away, and caps the level whatever the points.
        ("The bees up on that roof are a risk for readers, Pike", 1, 2.5),
        ("Pike has bees", 0, 0.0),
        # Denied is not said.
        ("the bees are not a risk for readers", 1, 1.5),
        # What is no answer is level 0.
        ("", 0, 0.0),
        ("I don't know", 0, 0.0),
        ("asdfgh jkl", 0, 0.0),
        ("bees, danger, risk, readers, hive, visitor, Pike", 0, 0.0),
    ],
)
def test_levels(reply: str, level: int, points: float) -> None:
    assert scored(reply) == (level, points)


@pytest.mark.parametrize(
    ("reply", "level", "points"),
    [
        ("it is boring to read", 0, 0.5),
        ("bees", 1, 1.0),
        ("The bees up on that roof are a risk for readers below", 2, 3.0),
        ("The bees up on that roof are a risk for readers, Pike", 1, 3.0),
        ("help", 0, 0.0),
    ],
)
def test_without_a_rule_the_level_is_that_of_the_whole_verdict(reply: str, level: int, points: float) -> None:
    assert scored(reply, None) == (level, points)


def test_the_highest_level_that_holds_counts_in_whatever_order_they_stand() -> None:
    rule = {"levels": [{"level": 2, "all_of": ["c1"]}, {"level": 1}]}
    assert scored("bees", rule)[0] == 2
    assert scored("it is boring to read", rule)[0] == 1


def test_optional_criteria_score_but_are_not_asked_for() -> None:
    rubric = question(BEES, {**BOTH, "optional": True})
    without = assess("bees", rubric, ROOF)
    assert without.is_met
    assert str(without.overall) == "met"
    rule = Scoring.model_validate({"points": {"c2": 1}, "levels": [{"level": 1, "points": 1}]})
    assert score_of(without, rule).level == 0
    assert score_of(assess("bees are a risk for readers", rubric, ROOF), rule).level == 1
