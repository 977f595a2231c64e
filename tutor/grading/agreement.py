"""How far two scores of the same replies agree: quadratic weighted kappa, exact and adjacent agreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import sqrt


@dataclass(frozen=True)
class Agreement:
    """How often each pair of scores stands together: `counts[human, ours]` replies. Scores are whole numbers."""

    counts: Mapping[tuple[int, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> Agreement:
        """The agreement over pairs of a human score and ours."""
        return cls(Counter(pairs))

    @cached_property
    def total(self) -> int:
        """How many replies have both scores."""
        return sum(self.counts.values())

    @cached_property
    def humans(self) -> Mapping[int, int]:
        """How many replies have each human score, in order of the scores."""
        return _margin((human, count) for (human, _), count in self.counts.items())

    @cached_property
    def ours(self) -> Mapping[int, int]:
        """How many replies have each of our scores, in order of the scores."""
        return _margin((ours, count) for (_, ours), count in self.counts.items())

    @property
    def levels(self) -> tuple[int, ...]:
        """All scores that were given, by either side, in order."""
        return tuple(sorted({*self.humans, *self.ours}))

    @property
    def exact(self) -> float | None:
        """The share of replies with the same score from both; None without replies."""
        return self._within(0)

    @property
    def adjacent(self) -> float | None:
        """The share of replies whose two scores are at most one apart; None without replies."""
        return self._within(1)

    @cached_property
    def kappa(self) -> float | None:
        """Quadratic weighted kappa: 1 is full agreement, 0 what chance gives with scores as frequent as these.

        One minus the disagreement observed over the disagreement expected, each the sum over all pairs of scores of
        their squared distance times how often they meet; expected are the products of the margins. Source: J. Cohen,
        "Weighted kappa", Psychological Bulletin 70 (1968), with quadratic weights. None where no disagreement is
        expected: there are no replies, or all have one and the same score from both.
        """
        if not self.total:
            return None
        observed = sum((human - ours) ** 2 * count for (human, ours), count in self.counts.items())
        expected = sum(
            (human - ours) ** 2 * so_many * as_many
            for human, so_many in self.humans.items()
            for ours, as_many in self.ours.items()
        )
        return 1 - observed * self.total / expected if expected else None

    def _within(self, distance: int) -> float | None:
        near = sum(count for (human, ours), count in self.counts.items() if abs(human - ours) <= distance)
        return near / self.total if self.total else None


def _margin(counts: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    margin: Counter[int] = Counter()
    for score, count in counts:
        margin[score] += count
    return dict(sorted(margin.items()))


def correlation(counts: Mapping[tuple[float, float], int]) -> float | None:
    """Pearson's correlation of pairs of numbers, each with how often it stands; None where one side never changes."""
    total = sum(counts.values())
    if not total:
        return None
    mean_x = sum(x * count for (x, _), count in counts.items()) / total
    mean_y = sum(y * count for (_, y), count in counts.items()) / total
    spread_x = sum((x - mean_x) ** 2 * count for (x, _), count in counts.items())
    spread_y = sum((y - mean_y) ** 2 * count for (_, y), count in counts.items())
    if len({x for x, _ in counts}) < 2 or len({y for _, y in counts}) < 2:
        return None
    together = sum((x - mean_x) * (y - mean_y) * count for (x, y), count in counts.items())
    return together / sqrt(spread_x * spread_y)
