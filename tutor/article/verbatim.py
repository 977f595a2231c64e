"""A passage, or its parts between ellipses, or its beginning or end, that stands in the article word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from tutor.article.alignment import LEAST_BEYOND, LONGEST_FUZZY, Alignment, Manner, Search
from tutor.article.changes import NEGATIONS, Alteration, Change
from tutor.article.model import Article
from tutor.article.text import Span
from tutor.article.words import Word, words_of

# So many words in a row, taken word for word, make the rest of a passage an addition to them.
_LEAST_TAKEN = 5
# Words a learner may leave out by "..." before we ask whether a "not" went with them; sentences it may reach
# across.
_SHORT_OMISSION = 3
_WIDEST_OMISSION = 2
# How many places a common first word ("the ... idle") is tried at.
_MOST_TRIED = 200


def verbatim(search: Search, parts: Sequence[Sequence[Word]]) -> Alignment | None:
    """The passage word for word, its parts in order and not far from each other; where they are closest."""
    index = search.index
    spelled = [[word.word for word in part] for part in parts]
    best: tuple[int, list[tuple[int, int]]] | None = None
    for start in islice(index.occurrences(spelled[0]), _MOST_TRIED):
        stretches = [(start, start + len(spelled[0]))]
        for part in spelled[1:]:
            following = next(index.occurrences(part, stretches[-1][1]), None)
            if following is None:
                break
            stretches.append((following, following + len(part)))
        if len(stretches) < len(parts):
            break  # a later occurrence of the first part has even less after it
        end = stretches[-1][1]
        far = len(parts) > 1 and index.sentence_of[end - 1] - index.sentence_of[start] > _WIDEST_OMISSION
        if not far and (best is None or end - start < best[0]) and search.covered(range(start, end)):
            best = end - start, stretches
            if len(parts) == 1:
                break
    if best is None:
        return None
    stretches = best[1]
    altered = tuple(_omitted_negations(search, parts, stretches))
    exact = _as_spelled(search, parts, stretches)
    manner = Manner.ALTERED if altered else Manner.VERBATIM if exact else Manner.NEAR
    words = [at for begin, end in stretches for at in range(begin, end)]
    return search.alignment(manner, 100.0 if exact else 99.0, words, altered, every_word=True)


def _as_spelled(search: Search, parts: Sequence[Sequence[Word]], stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether numbers and contractions are written as in the article ("isn't" is "is not" only nearly)."""
    for part, (begin, end) in zip(parts, stretches, strict=True):
        for ours, theirs in zip(part, search.index.words[begin:end], strict=True):
            if ours.number or ours.word == "not":
                a, b = ours.span.of(search.texts.passage), theirs.span.of(search.texts.article)
                if [w.word for w in words_of(a)] != [w.word for w in words_of(b)] or len(a) != len(b):
                    return False
    return True


def _omitted_negations(
    search: Search, parts: Sequence[Sequence[Word]], stretches: Sequence[tuple[int, int]]
) -> Iterator[Change]:
    """An ellipsis may cut a quotation short, but "will ... help" for "will not help" turns it round."""
    words = search.index.words
    for (before, after), (part, _) in zip(pairwise(stretches), pairwise(parts), strict=True):
        left_out = words[before[1] : after[0]]
        negations = [word for word in left_out if word.word in NEGATIONS]
        if len(left_out) <= _SHORT_OMISSION and negations:
            span = negations[0].span
            at = part[-1].span.end
            yield Change(Alteration.NEGATION, span.of(search.texts.article), "", span, Span(at, at))


def taken_in_part(passage: str, article: Article) -> Alignment | None:
    """The beginning or the end of a passage that stands in the article word for word, though the passage does not.

    `beyond` is the rest. None where fewer than five words are taken, or the passage is too long to be a quotation.
    """
    search = Search(passage, words_of(passage), article, None)
    words = search.words
    if not _LEAST_TAKEN + LEAST_BEYOND <= len(words) <= LONGEST_FUZZY:
        return None
    for ends in (False, True):
        taken = 0
        for length in range(_LEAST_TAKEN, len(words)):
            part = words[-length:] if ends else words[:length]
            if next(search.index.occurrences([word.word for word in part]), None) is None:
                break
            taken = length
        rest = words[: len(words) - taken] if ends else words[taken:]
        if taken and len(rest) >= LEAST_BEYOND:
            part = words[-taken:] if ends else words[:taken]
            start = next(search.index.occurrences([word.word for word in part]))
            beyond = (Span(rest[0].span.start, rest[-1].span.end),)
            return search.alignment(Manner.NEAR, 99.0, range(start, start + taken), (), beyond, every_word=True)
    return None
