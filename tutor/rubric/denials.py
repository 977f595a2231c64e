"""Which of the phrases found in a reply are denied there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property

from tutor.rubric.matching import Hit
from tutor.rubric.negation import REACH, is_denied, is_denier, may_deny, negates
from tutor.rubric.words import Word


class Denials:
    """What is denied in one reply. `own` tells, when something may deny, where phrases stand that hold a negation of
    their own ("no name"), by their first and last word: it is spent in them.
    """

    def __init__(self, words: Sequence[Word], own: Callable[[], frozenset[tuple[int, int]]]) -> None:
        self._words = words
        self._find_own = own

    def marked(self, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """The hits, each with whether it is denied. A citation never is."""
        if not self._deniers:
            return tuple(hits)
        denied = [hit.citation is None and self._denied(hit.first, hit.last) for hit in hits]
        if not any(denied):
            return tuple(hits)
        return tuple(hit._replace(denied=mark) for hit, mark in zip(hits, denied, strict=True))

    def _denied(self, first: int, last: int) -> bool:
        """Whether a match is denied: from its left, or by a word in a gap of its ("eats anything but never bamboo")."""
        near = bisect_left(self._deniers, first - REACH)
        if near == len(self._deniers) or self._deniers[near] >= last:
            return False  # as nearly always: nothing here denies anything
        if is_denied(self._words, first, self._is_spent):
            return True
        inside = [n for n in range(first + 1, last) if negates(self._words, n)]
        if not inside or (first, last) in self._own:
            return False
        return not all(self._is_spent(n, last) for n in inside)

    @cached_property
    def _deniers(self) -> tuple[int, ...]:
        """The numbers of the words that may deny what follows them."""
        words = self._words
        return tuple(n for n, word in enumerate(words) if is_denier(word.text) and may_deny(words, n))

    @cached_property
    def _own(self) -> frozenset[tuple[int, int]]:
        return self._find_own()

    def _is_spent(self, number: int, at: int) -> bool:
        """Whether word `number` belongs to a phrase with a negation of its own that ends before word `at`."""
        return self._spent.get(number, at) < at

    @cached_property
    def _spent(self) -> dict[int, int]:
        """The words of phrases that hold a negation of their own, and where their phrase ends."""
        spent: dict[int, int] = {}
        for first, last in self._own:
            spent |= {number: max(last, spent.get(number, last)) for number in range(first, last + 1)}
        return spent
