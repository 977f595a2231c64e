"""What is said of the questions of a session, in a learner's words."""

from __future__ import annotations

from tutor.dialogue.moves import Outcome
from tutor.session.events import Row
from tutor.session.names import outcome_glyph, outcome_in_words, tally


def rows(*outcomes: str) -> list[Row]:
    return [Row(question=f"q{n}", question_kind="evidence", outcome=outcome) for n, outcome in enumerate(outcomes)]


def test_every_outcome_has_a_mark_of_its_own_and_words() -> None:
    assert len({outcome_glyph(outcome) for outcome in Outcome}) == len(Outcome)
    assert all(outcome_in_words(outcome) != outcome or outcome == "skipped" for outcome in Outcome)


def test_open_questions_that_were_answered_otherwise_are_told_beside_those_shown() -> None:
    assert tally(rows("met", "met")) == "You showed what all 2 questions ask for."
    assert tally(rows("met", "skipped")) == "You showed what 1 of 2 questions ask for."
    assert (
        tally(rows("met", "thanked", "thanked"))
        == "You showed what 1 of 3 questions ask for, and answered 2 in your own way."
    )
