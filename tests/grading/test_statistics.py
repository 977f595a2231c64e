"""What scored replies say of a rubric, on replies few enough to count by hand."""

from __future__ import annotations

from math import log, sqrt
from pathlib import Path

import pytest

from tests.grading.roof_lesson import CAPPED, LESSON, LOW, MIDDLE, TOP, graded, loaded
from tutor.grading import Collector, Statistics
from tutor.grading.examples import AGREEING, SHOWN_AT_MOST
from tutor.grading.phrases import PRIOR, concepts_of, log_odds, split
from tutor.lesson.load import LoadedLesson
from tutor.rubric.model import Verdict

REPLIES = [(TOP, 2), (TOP, 2), (MIDDLE, 1), (CAPPED, 2), (LOW, 0), ("idk", 0), (MIDDLE, 0), (LOW, None)]
"""Ours: 2, 2, 1, 1, 0, 0, 1."""


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> LoadedLesson:
    return loaded(tmp_path_factory.mktemp("lesson"))


def collect(lesson: LoadedLesson, replies: list) -> Statistics:
    collector = Collector(lesson.lesson.questions[0], lesson.article)
    for one in graded(lesson, replies):
        collector.add(one)
    return collector.statistics()


@pytest.fixture(scope="module")
def statistics(lesson: LoadedLesson) -> Statistics:
    return collect(lesson, REPLIES)


def test_agreement(statistics: Statistics) -> None:
    assert statistics.agreement.counts == {(2, 2): 2, (1, 1): 1, (2, 1): 1, (0, 0): 2, (0, 1): 1}
    assert statistics.ungraded == 1
    assert statistics.mean == 1


class TestParts:
    def test_in_order_with_their_points(self, statistics: Statistics) -> None:
        parts = [(part.id, part.check, part.wrong, part.points) for part in statistics.parts]
        assert parts == [
            ("bees", "mentions", False, 1),
            ("danger", "mentions", False, 2),
            ("long", "length", False, 0.5),
            ("safe", "mentions", True, -1),
        ]

    def test_verdicts_by_human_score(self, statistics: Statistics) -> None:
        bees, danger, long, safe = (part.verdicts for part in statistics.parts)
        assert bees == {(2, Verdict.MET): 3, (1, Verdict.MET): 1, (0, Verdict.UNMET): 2, (0, Verdict.MET): 1}
        assert danger == {(2, Verdict.MET): 3, (1, Verdict.UNMET): 1, (0, Verdict.UNMET): 3}
        assert long[1, Verdict.PARTLY] == 1
        assert safe == {(2, Verdict.UNMET): 2, (2, Verdict.MET): 1, (1, Verdict.UNMET): 1, (0, Verdict.UNMET): 3}

    def test_correlation(self, statistics: Statistics) -> None:
        # danger: 1 1 0 1 0 0 0 with 2 2 1 2 0 0 0.
        assert statistics.parts[1].correlation == pytest.approx(3 / sqrt(12 / 7 * 6))

    def test_what_it_costs_to_leave_a_part_out(self, statistics: Statistics) -> None:
        # Without the points of danger nobody has three; without those of safe its gate holds.
        without = [part.without for part in statistics.parts]
        assert without[1] is not None
        assert without[3] is not None
        assert without[1].ours == {0: 3, 1: 4}
        assert without[3].counts == statistics.agreement.counts

    def test_a_part_without_points_costs_nothing(self, tmp_path: Path) -> None:
        told = collect(loaded(tmp_path, LESSON.replace("  long = 0.5\n", "")), REPLIES)
        assert (told.parts[2].points, told.parts[2].without) == (None, None)

    def test_without_a_rule(self, tmp_path: Path) -> None:
        told = collect(loaded(tmp_path, LESSON[: LESSON.index("  [questions.scoring.points]")]), REPLIES)
        assert {part.without for part in told.parts} == {None}
        assert told.agreement.total == 7


class TestPhrases:
    def test_by_human_score(self, statistics: Statistics) -> None:
        bees, danger, _, given = statistics.concepts
        assert [phrase.text for phrase in bees.phrases] == ["bee", "hive", "nest of wasps"]
        assert bees.by_score == {2: 3, 1: 1, 0: 1}
        assert bees.phrases[0].by_score == {2: 3, 1: 1, 0: 1}
        assert (bees.phrases[0].total, bees.phrases[0].mean) == (5, 7 / 5)
        assert (bees.phrases[1].total, bees.phrases[1].mean) == (0, None)
        assert {phrase.text: phrase.total for phrase in danger.phrases} == {
            "danger": 0,
            "dangerous": 0,
            "sting": 3,
            "react badly": 2,
        }
        assert given.name == ""
        assert given.phrases[0].by_score == {2: 1}

    def test_denied_ones_are_counted_and_told(self, lesson: LoadedLesson) -> None:
        told = collect(lesson, [("The bees do not sting anybody up there.", 1)])
        sting = told.concepts[1].phrases[2]
        assert (sting.text, sting.total, sting.denied) == ("sting", 1, 1)

    def test_each_reply_counts_once(self, lesson: LoadedLesson) -> None:
        told = collect(lesson, [("Bees are bees, and more bees come to the other bees.", 1)])
        assert told.concepts[0].phrases[0].by_score == {1: 1}

    def test_only_concepts_that_are_asked_for(self, tmp_path: Path) -> None:
        text = LESSON.replace("[concepts]\n", '[concepts]\nspare = ["spare"]\n')
        text = text.replace('["danger", "young"]', '["young"]')
        concepts = concepts_of(loaded(tmp_path, text).lesson.questions[0])
        assert set(concepts) == {"bees", "young", ("harmless", "safe for everyone")}

    def test_concepts_within_phrases_are_asked_for(self, tmp_path: Path) -> None:
        text = LESSON.replace('all_of = ["bees"]', 'all_of = [["nest"]]')
        assert "bees" in concepts_of(loaded(tmp_path, text).lesson.questions[0])


class TestWords:
    HIGH = "The bees live there. The purple clinic counts every patient."
    LOW = "The bees live there. The article tells about a boring roof."

    def test_words_of_high_replies_that_nothing_catches(self, lesson: LoadedLesson) -> None:
        told = collect(lesson, [(self.HIGH, 2)] * 40 + [(self.LOW, 0)] * 40)
        words = {word.text for word in told.words}
        assert words == {"purple", "clinic", "count", "patient"}  # "every" carries grammar only, "bees" is a phrase
        assert {"purple clinic", "clinic count", "every patient"} <= {pair.text for pair in told.pairs}
        assert told.words[0].by_score == {2: 40}
        assert told.words[0].z == max(word.z for word in told.words)

    def test_rare_words_wait(self, lesson: LoadedLesson) -> None:
        told = collect(lesson, [(self.HIGH, 2)] * 4 + [(self.LOW, 0)] * 40)
        assert told.words == ()

    def test_memory_is_bounded(self, lesson: LoadedLesson, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("tutor.grading.phrases.REMEMBERED", 40)
        fresh = [(f"The bees live there, and street{'abcdefghij'[n % 10] * (n // 10 + 2)} does.", 1) for n in range(90)]
        told = collect(lesson, [(self.HIGH, 2)] * 40 + [(self.LOW, 0)] * 40 + fresh)
        assert {"purple", "clinic", "count", "patient"} <= {word.text for word in told.words}

    def test_one_score_only_tells_no_words(self, lesson: LoadedLesson) -> None:
        told = collect(lesson, [(self.HIGH, 1)] * 40)
        assert (told.words, told.pairs) == ((), ())
        assert told.agreement.kappa is not None or told.agreement.levels == (1,)

    def test_log_odds(self) -> None:
        # 30 of 100 words here and 10 of 100 there, with 20 of the prior's 500.
        odds = log(50 / (600 - 50)) - log(30 / (600 - 30))
        assert log_odds(30, 100, 10, 100, 20 * PRIOR / 500) == pytest.approx(odds / sqrt(1 / 50 + 1 / 30))
        assert log_odds(10, 100, 10, 100, 5) == 0
        assert log_odds(10, 100, 30, 100, 5) == -log_odds(30, 100, 10, 100, 5)

    @pytest.mark.parametrize(
        ("scores", "low", "high"),
        [
            ((0, 1, 2), {0}, {2}),
            ((0, 1), {0}, {1}),
            ((0, 1, 2, 3), {0, 1}, {2, 3}),
            ((1,), set(), set()),
            ((), set(), set()),
        ],
    )
    def test_high_and_low(self, scores: tuple, low: set, high: set) -> None:
        assert split(scores) == (low, high)


class TestExamples:
    def test_those_that_differ_most_come_first(self, lesson: LoadedLesson) -> None:
        told = collect(lesson, [(TOP, 2), (TOP, 1), (MIDDLE, 2), (TOP, 0), (LOW, 1), (LOW, 0)])
        ids = [example.graded.id for example in told.examples]
        # Two apart; then one apart: 1.75 points, 0.5 and 0.5 points; then those that agree, the lowest level first.
        assert ids == ["r4", "r3", "r2", "r5", "r6", "r1"]

    def test_no_more_than_can_be_shown(self, lesson: LoadedLesson) -> None:
        told = collect(lesson, [(MIDDLE, 0)] * (SHOWN_AT_MOST + 50) + [(MIDDLE, 1)] * 50 + [(MIDDLE, 4)])
        assert len(told.examples) == SHOWN_AT_MOST
        assert told.examples[0].human == 4
        assert sum(not example.apart for example in told.examples) == AGREEING


def test_nothing(lesson: LoadedLesson) -> None:
    told = collect(lesson, [])
    assert (told.agreement.total, told.mean, told.words, told.examples) == (0, None, (), ())
