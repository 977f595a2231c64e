"""Choosing among wordings: by use and by position, never by chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from tutor.feedback.banks import Banks, Phrase
from tutor.feedback.situations import SITUATIONS


class Choice:
    """The choices of one feedback. Lives as long as it takes to word one move, and remembers what it took.

    Of the wordings that fit, those used least in this lesson remain; of these not the one used last, where another is
    left; and of these the event's `position` picks, so that two lessons do not sound alike.
    """

    def __init__(self, banks: Banks, used: Collection[str], position: int) -> None:
        self._banks = banks
        self._counts = Counter(used)
        self._last = {name: at for at, name in enumerate(used)}
        self._start = len(used)
        self._position = position
        self.taken: list[str] = []

    def pick(self, name: str, values: Mapping[str, str | None] | None = None) -> str:
        """The next wording for a situation (`file.key`), filled in. Values that are None are not there."""
        there = {key: value for key, value in (values or {}).items() if value is not None}
        phrase = self._next(fitting(self._banks, name, there.keys()))
        self._counts[phrase.name] += 1
        self._last[phrase.name] = self._start + len(self.taken)
        self.taken.append(phrase.name)
        return phrase.fill(there)

    def _next(self, phrases: Collection[Phrase]) -> Phrase:
        least = min(self._counts[phrase.name] for phrase in phrases)
        left = [phrase for phrase in phrases if self._counts[phrase.name] == least]
        if len(left) > 1 and least:
            latest = max(left, key=lambda phrase: self._last.get(phrase.name, -1))
            left.remove(latest)
        return left[self._position % len(left)]


def fitting(banks: Banks, name: str, there: Collection[str]) -> tuple[Phrase, ...]:
    """The wordings of a bank that fit now: those that repeat the learner's own words, wherever there are any to repeat.

    "You bring up what was asked for" says nothing to somebody whose words could be named.
    """
    phrases = tuple(phrase for phrase in banks[name] if phrase.needs <= set(there))
    for wished in SITUATIONS[name].perhaps[:1]:
        return tuple(phrase for phrase in phrases if wished in phrase.needs) or phrases
    return phrases
