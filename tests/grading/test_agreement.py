"""Agreement of two scores, against kappas worked out by hand."""

from __future__ import annotations

from collections import Counter
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.grading.agreement import Agreement, correlation

# Pairs (human, ours) with how often they stand, and kappa: 1 - observed * n / expected.
KAPPAS = [
    pytest.param({(0, 0): 1, (1, 1): 1, (2, 2): 1}, 1.0, id="all alike"),
    pytest.param({(0, 0): 7, (3, 3): 1}, 1.0, id="all alike, levels left out"),
    pytest.param({(0, 1): 1, (1, 0): 1}, 1 - 2 * 2 / 2, id="each the other's"),
    pytest.param({(0, 2): 1, (2, 0): 1}, 1 - 8 * 2 / 8, id="far apart"),
    pytest.param({(0, 0): 1, (0, 1): 1, (1, 1): 1, (2, 2): 1}, 1 - 1 * 4 / 20, id="one of four"),
    pytest.param({(0, 0): 10, (0, 1): 5, (1, 1): 5, (1, 2): 2, (2, 2): 8}, 1 - 7 * 30 / 1290, id="thirty"),
    pytest.param({(0, 1): 1, (1, 1): 1, (2, 1): 1}, 0.0, id="ours is always the same"),
    pytest.param({(1, 0): 4, (1, 1): 4, (1, 2): 4}, 0.0, id="the human's is always the same"),
    pytest.param({(0, 1): 3}, 0.0, id="one level each, and not the same"),
    pytest.param({(0, 0): 1, (0, 1): 1, (1, 0): 1, (1, 1): 1}, 0.0, id="by chance"),
    pytest.param({(10, 10): 1, (20, 20): 1, (10, 20): 1}, 1 - 100 * 3 / 500, id="high levels"),
    pytest.param({(1, 1): 9}, None, id="one level only"),
    pytest.param({(0, 0): 1}, None, id="one reply"),
    pytest.param({}, None, id="nothing"),
]


@pytest.mark.parametrize(("counts", "kappa"), KAPPAS)
def test_kappa(counts: dict, kappa: float | None) -> None:
    assert Agreement(counts).kappa == (None if kappa is None else pytest.approx(kappa))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=60))
def test_kappa_is_that_of_the_matrices(pairs: list[tuple[int, int]]) -> None:
    observed = np.zeros((5, 5))
    for human, ours in pairs:
        observed[human, ours] += 1
    weights = np.subtract.outer(np.arange(5), np.arange(5)) ** 2 / 16
    expected = np.outer(observed.sum(1), observed.sum(0)) / observed.sum()
    kappa = Agreement.of(pairs).kappa
    if not (weights * expected).sum():
        assert kappa is None
    else:
        assert kappa == pytest.approx(1 - (weights * observed).sum() / (weights * expected).sum())


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=60))
def test_kappa_does_not_mind_who_is_who(pairs: list[tuple[int, int]]) -> None:
    kappa, other = Agreement.of(pairs).kappa, Agreement.of((b, a) for a, b in pairs).kappa
    assert kappa == (None if other is None else pytest.approx(other))
    assert kappa is None or -1.000001 <= kappa <= 1


@pytest.mark.parametrize(
    ("counts", "exact", "adjacent"),
    [
        ({(0, 0): 1, (0, 1): 2, (0, 2): 1}, 0.25, 0.75),
        ({(2, 2): 3}, 1.0, 1.0),
        ({(0, 2): 3}, 0.0, 0.0),
        ({}, None, None),
    ],
)
def test_exact_and_adjacent(counts: dict, exact: float | None, adjacent: float | None) -> None:
    agreement = Agreement(counts)
    assert (agreement.exact, agreement.adjacent) == (exact, adjacent)


def test_margins_and_levels_are_in_order() -> None:
    agreement = Agreement.of([(2, 0), (0, 1), (2, 2), (0, 1)])
    assert agreement.counts == {(2, 0): 1, (0, 1): 2, (2, 2): 1}
    assert list(agreement.humans.items()) == [(0, 2), (2, 2)]
    assert list(agreement.ours.items()) == [(0, 1), (1, 2), (2, 1)]
    assert agreement.levels == (0, 1, 2)
    assert agreement.total == 4


@pytest.mark.parametrize(
    ("counts", "r"),
    [
        ({(0, 0): 1, (1, 1): 1}, 1.0),
        ({(0, 1): 5, (1, 0): 5}, -1.0),
        ({(0, 0): 1, (0, 1): 1, (1, 0): 1, (1, 1): 1}, 0.0),
        ({(0, 0): 1, (1, 1): 1, (1, 2): 1}, sqrt(0.75)),
        ({(0, 1): 2, (1, 1): 2}, None),
        ({(1, 0): 2, (1, 2): 2}, None),
        ({}, None),
    ],
)
def test_correlation(counts: dict, r: float | None) -> None:
    assert correlation(Counter(counts)) == (None if r is None else pytest.approx(r))
