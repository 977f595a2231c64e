"""The four rubrics on answers that people have scored, and on attempts to cheat (the data is not ours to pass on).

The figures themselves are printed by `tests/benchmarks/bench_grade.py`; here they may not fall below what was asked.
"""

import pytest

from tests.benchmarks.answers import DATA, SETS, TOP, lesson, rows, scores
from tests.benchmarks.attacks import ALLOWED, attacks
from tests.benchmarks.bench_grade import ASKED, kappa
from tutor.rubric.reading import Reading

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the ASAP-SAS answers are not beside the project")

# The share of real top answers that get the top score, at least: keeping cheats out must not cost honest learners.
REAL = {3: 0.73, 4: 0.74, 7: 0.72, 8: 0.74}


@pytest.mark.parametrize("number", SETS)
def test_agreement_with_people_on_answers_nobody_read(number: int) -> None:
    found = kappa(number, "validation")
    assert found.total > 800
    assert found.kappa is not None
    assert found.kappa >= ASKED[number]


@pytest.mark.parametrize("number", SETS)
def test_cheating_does_not_pay(number: int) -> None:
    loaded = lesson(number)
    top = [row.text for row in rows(number, "validation") if row.score == TOP]
    assert scores(loaded, top).count(TOP) / len(top) >= REAL[number]
    for sort, variant, replies in attacks(number, loaded):
        share = scores(loaded, replies).count(TOP) / len(replies)
        assert share <= ALLOWED[sort], f"{sort}, {variant}: {share:.1%} of {len(replies)}"


@pytest.mark.parametrize("number", SETS)
def test_what_is_found_and_denied_does_not_depend_on_what_was_looked_for_first(number: int) -> None:
    loaded = lesson(number)
    question = loaded.lesson.questions[0]
    names = list(question.vocabulary.concepts)
    for row in rows(number, "development"):
        found = []
        for order in (names, names[::-1], sorted(names)):
            reading = Reading(row.text, question.ask, loaded.article, question.vocabulary, question.told)
            hits = {name: reading.hits(name) for name in order}
            found.append([hits[name] for name in names])
        assert found[0] == found[1] == found[2], row.id
