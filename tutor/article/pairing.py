"""Which words of a passage answer to which of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from tutor.article.words import Word

# Words beside the first and the last in common that are compared as well.
_EDGE = 2
# Words of the article that a stray match at the edge must not bridge.
_WIDEST_EDGE_GAP = 3


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which words of a passage answer to which of the article: equal runs and the stretches between them.

    `runs` are (passage start, article start, length); `gaps` are (passage start, end, article start, end).
    """

    runs: tuple[tuple[int, int, int], ...]
    gaps: tuple[tuple[int, int, int, int], ...]


def pair(passage: Sequence[Word], article: Sequence[Word]) -> Pairing:
    """Pair the words of a passage with those of a stretch of the article by least edits.

    What lies outside the first and last word in common is no gap but for its words next to them, since a
    passage may start and stop anywhere.
    """
    opcodes = Levenshtein.opcodes([word.word for word in passage], [word.word for word in article])
    runs = [(code.src_start, code.dest_start, code.src_end - code.src_start) for code in opcodes if code.tag == "equal"]
    while len(runs) > 1 and _stray(runs[0], runs[1]):
        runs.pop(0)
    while len(runs) > 1 and _stray(runs[-2], runs[-1], last=True):
        runs.pop()
    if not runs:
        return Pairing((), ())
    gaps = [(before[0] + before[2], after[0], before[1] + before[2], after[1]) for before, after in pairwise(runs)]
    (first_p, first_a, _), (last_p, last_a, length) = runs[0], runs[-1]
    lead = _within_sentence(passage, first_p, -1)
    if lead:
        beside = min(lead, _within_sentence(article, first_a, -1))
        gaps.insert(0, (first_p - lead, first_p, first_a - beside, first_a))
    end_p, end_a = last_p + length, last_a + length
    tail = _within_sentence(passage, end_p, 1)
    if tail:
        gaps.append((end_p, end_p + tail, end_a, end_a + min(tail, _within_sentence(article, end_a, 1))))
    return Pairing(tuple(runs), tuple(gaps))


def _within_sentence(words: Sequence[Word], at: int, step: int) -> int:
    """How many words before (`step` -1) or from `at` on belong to the sentence beside it, up to `_EDGE`."""
    if step > 0:
        return next((n for n, word in enumerate(words[at : at + _EDGE]) if word.opens), min(_EDGE, len(words) - at))
    if at < len(words) and words[at].opens:
        return 0
    before = words[max(at - _EDGE, 0) : at]
    return next((n for n, word in enumerate(reversed(before), 1) if word.opens), len(before))


def _stray(before: tuple[int, int, int], after: tuple[int, int, int], *, last: bool = False) -> bool:
    """Whether an edge run is one word far off, in the article or the passage ("the" of the sentence before)."""
    edge, next_to_it = (after, before) if last else (before, after)
    far = max(after[1] - before[1], after[0] - before[0]) - before[2] > _WIDEST_EDGE_GAP
    return edge[2] == 1 and next_to_it[2] > 1 and far
