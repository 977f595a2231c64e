"""The replies an author reads first: those whose two scores differ most, and for each level some that agree."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappush, heappushpop

from tutor.grading.grade import Graded
from tutor.grading.levels import points_off
from tutor.rubric.scoring import Scoring

SHOWN_AT_MOST = 200
"""How many replies a page shows in full."""
AGREEING = 6
"""How many of these, for each level, are replies that both scored alike: what a reply of that level is like."""


@dataclass(frozen=True, slots=True)
class Example:
    """A graded reply with its human score; `off` is how many points lie between it and the human's level."""

    graded: Graded
    human: int
    off: float

    @property
    def apart(self) -> int:
        """How far the two scores are apart."""
        return abs(self.human - self.graded.score)


class Examples:
    """Keeps the replies to be shown, and no others."""

    def __init__(self, scoring: Scoring | None) -> None:
        self._scoring = scoring
        self._count = 0
        self._differing: list[tuple[int, float, int, Example]] = []  # a heap: the one that differs least first
        self._agreeing: dict[int, list[Example]] = {}

    def add(self, graded: Graded, human: int) -> None:
        """Keep a reply if it is among those that differ most, or one of the first that agree at their level."""
        self._count += 1
        example = Example(graded, human, points_off(graded, human, self._scoring))
        if not example.apart:
            alike = self._agreeing.setdefault(human, [])
            if len(alike) < AGREEING:
                alike.append(example)
            return
        entry = (example.apart, example.off, -self._count, example)
        if len(self._differing) < SHOWN_AT_MOST:
            heappush(self._differing, entry)
        else:
            heappushpop(self._differing, entry)

    def chosen(self) -> tuple[Example, ...]:
        """At most `SHOWN_AT_MOST` replies: those that differ, most first, then those that agree, by level."""
        alike = [example for _, examples in sorted(self._agreeing.items()) for example in examples][
            : SHOWN_AT_MOST // 2
        ]
        differing = [example for *_, example in sorted(self._differing, key=lambda entry: entry[:3], reverse=True)]
        return (*differing[: SHOWN_AT_MOST - len(alike)], *alike)
