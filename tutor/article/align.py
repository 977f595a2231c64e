"""Where in the article a quoted or retold passage comes from, and whether it was altered on the way."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from tutor.article.address import Address
from tutor.article.alignment import LEAST_BEYOND, LONGEST_FUZZY, Alignment, Manner, Search
from tutor.article.changes import changes
from tutor.article.index import ANY_NUMBER, Index
from tutor.article.model import Article
from tutor.article.pairing import Pairing, pair
from tutor.article.text import Span
from tutor.article.verbatim import verbatim
from tutor.article.words import Word, words_of

# Scores are rapidfuzz ratios, 0 to 100. Below five words, chance likeness is common and the bar is higher.
LONG_PASSAGE = 5
ACCEPTED_LONG = 75.0
ACCEPTED_SHORT = 85.0
# A sentence of the learner's may hold the article's words among their own; this share of it
# must be theirs.
SHARE_TAKEN = 0.5
# Characters.
LONGEST_PASSAGE = 20_000
# A passage whose first and last word are the article's may lack this share of its words there, and be this share of
# what it stands for.
SHARE_EQUAL = 0.75

__all__ = ["Alignment", "Manner", "align", "align_words", "in_heading"]


def align(
    passage: str, article: Article, among: Collection[Address] | None = None, *, quoted: bool = True
) -> Alignment | None:
    """Find where a passage comes from; None when the article has nothing like it.

    `among` limits the search to passages that touch these sentences (or paragraphs). Punctuation, case and
    the style of quotation marks do not count, and an ellipsis may stand for words left out. `quoted` says whether it
    stands in quotation marks: then any other word of content alters it, else only one that turns the meaning.
    """
    if len(passage) > LONGEST_PASSAGE:
        return None
    return align_words(passage, words_of(passage), article, among, quoted=quoted)


def align_words(
    text: str,
    words: Sequence[Word],
    article: Article,
    among: Collection[Address] | None = None,
    *,
    quoted: bool = True,
) -> Alignment | None:
    """As `align`, for some neighbouring `words` of a longer text that has been read once; spans are of that text."""
    search = Search(text, words, article, among, quoted=quoted)
    if not search.words or not search.index.words:
        return None
    found = verbatim(search, [search.words])
    if found is None and len(search.parts) > 1:
        found = verbatim(search, search.parts)
    if found or len(search.words) > LONGEST_FUZZY:
        return found
    if len(search.words) < LONG_PASSAGE:
        return _short(search)
    found = _long(search, search.words)
    longest = max(search.parts, key=len)
    if found is None and LONG_PASSAGE <= len(longest) < len(search.words):
        found = _long(search, longest)
    return found


def in_heading(passage: str, article: Article) -> bool:
    """Whether a passage is nearly a heading, the byline or the title of the article, or a part of one."""
    needle = " ".join(word.word for word in words_of(passage))
    return any(
        len(hay) >= len(needle) and fuzz.partial_ratio(needle, hay) >= ACCEPTED_SHORT for hay in _headings(article)
    )


@lru_cache(maxsize=8)
def _headings(article: Article) -> tuple[str, ...]:
    """The words of the headings, the byline, and what the front matter has, each with spaces between."""
    texts = [block.span.of(article.text) for block in article.blocks if not block.number]
    texts += [article.title, article.author, article.source]
    return tuple(" ".join(word.word for word in words_of(text)) for text in texts if text)


def _short(search: Search) -> Alignment | None:
    """A passage of one to four words: stretches of as many words, one fewer or one more, compared whole."""
    index, words = search.index, search.words
    if all(word.number for word in words):
        return None
    masked = [ANY_NUMBER if word.number else word.word for word in words]
    needle = " ".join(masked)
    lengths = (len(words),) if len(words) < 3 else (len(words), len(words) + 1, len(words) - 1)
    best: tuple[float, int, int] | None = None
    for length in lengths:
        choices, starts = index.windows(length)
        for _, score, at in process.extract(needle, choices, scorer=fuzz.ratio, score_cutoff=ACCEPTED_SHORT, limit=5):
            start = starts[at]
            if search.allowed is not None and index.sentence_of[start] not in search.allowed:
                continue
            if len(words) < 3 and not _whole_words(masked, choices[at].split()):
                continue
            if best is None or score > best[0]:
                best = score, start, length
    if best is None:
        return None
    score, start, length = best
    return _judged(search, words, score, start, start + length)


def _whole_words(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one or two words are the same words, but for a slip in a long one ("art" is not in "party")."""
    return len(ours) == len(theirs) and all(
        a == b or (min(len(a), len(b)) >= 5 and a[0] == b[0] and fuzz.ratio(a, b) >= ACCEPTED_SHORT)
        for a, b in zip(ours, theirs, strict=True)
    )


def _long(search: Search, words: Sequence[Word]) -> Alignment | None:
    """A passage of five words or more: the stretch of the article most like it."""
    index = search.index
    needle = " ".join(word.word for word in words)
    floor = ACCEPTED_LONG * SHARE_TAKEN
    best: tuple[float, int, int] | None = None
    for begin, end in _stretches(search):
        score, start, stop = _most_alike(index, needle, begin, end, max(floor, best[0] if best else 0))
        if score and (best is None or score > best[0]):
            best = score, start, stop
    if best is None:
        return None
    score, start, stop = best
    if score >= ACCEPTED_LONG:
        return _judged(search, words, score, start, stop)
    # Their own words around the article's: judge what lies between the first and the last word in common.
    start, stop = _with_slack(index, start, stop, len(words))
    runs = pair(words, index.words[start:stop]).runs
    if not runs:
        return None
    core = words[runs[0][0] : runs[-1][0] + runs[-1][2]]
    if _much_equal(words, runs):
        return _judged(search, words, score, start, stop)
    if len(core) < max(LONG_PASSAGE, SHARE_TAKEN * len(words)) or len(core) == len(words):
        return None
    needle = " ".join(word.word for word in core)
    score, start, stop = _most_alike(index, needle, start, stop, ACCEPTED_LONG)
    return _judged(search, core, score, start, stop) if score else None


def _much_equal(words: Sequence[Word], runs: Sequence[tuple[int, int, int]]) -> bool:
    """Whether most words of a passage, and of the stretch it stands for, are equal and in order.

    One long word exchanged or left out costs a short passage more letters than a likeness of 75 has to spare.
    """
    equal = sum(length for _, _, length in runs)
    stretch = runs[-1][1] + runs[-1][2] - runs[0][1]
    return equal >= LONG_PASSAGE - 1 and equal >= SHARE_EQUAL * max(len(words), stretch)


def _stretches(search: Search) -> Iterator[tuple[int, int]]:
    """The stretches of words to search: all, or the sentences allowed, first alone, then with neighbours."""
    index = search.index
    if search.allowed is None:
        yield 0, len(index.words)
        return
    last = len(index.sentences)
    for reach in (0, 1):
        runs: list[tuple[int, int]] = []
        for sentence in sorted(search.allowed):
            begin, end = max(sentence - reach, 0), min(sentence + 1 + reach, last)
            if runs and begin <= runs[-1][1]:
                runs[-1] = runs[-1][0], end
            else:
                runs.append((begin, end))
        yield from ((index.first[begin], index.first[end]) for begin, end in runs)


def _most_alike(index: Index, needle: str, begin: int, end: int, floor: float) -> tuple[float, int, int]:
    """The words from `begin` to `end` most like `needle`: score, first, end; score 0 below `floor`."""
    if begin >= end:
        return 0.0, 0, 0
    offset = index.starts[begin]
    hay = index.joined[offset : index.starts[end - 1] + len(index.words[end - 1].word)]
    found = fuzz.partial_ratio_alignment(needle, hay, score_cutoff=floor)
    # Of a hay shorter than the needle, all may lie in the needle: that is likeness only if it makes up most
    # of it.
    if found is None or found.src_end - found.src_start < SHARE_TAKEN * len(needle):
        return 0.0, 0, 0
    start, stop = (
        index.word_at(offset + found.dest_start),
        index.word_at(offset + max(found.dest_end - 1, 0)) + 1,
    )
    return found.score, max(start, begin), min(stop, end)


def _with_slack(index: Index, start: int, stop: int, length: int) -> tuple[int, int]:
    """A stretch and some words either side, inside its sentences: dropped words make it the longer one."""
    slack = 2 + length // 4
    begin, end = index.first[index.sentence_of[start]], index.first[index.sentence_of[stop - 1] + 1]
    return max(start - slack, begin), min(stop + slack, end)


def _judged(search: Search, words: Sequence[Word], score: float, start: int, stop: int) -> Alignment | None:
    index = search.index
    whole = len(words) < LONG_PASSAGE
    begin, end = (start, stop) if whole else _with_slack(index, start, stop, len(words))
    theirs = index.words[begin:end]
    pairing = pair(words, theirs)
    altered = changes(words, theirs, pairing, search.texts)
    matched = [begin + a + i for _, a, length in pairing.runs for i in range(length)]
    manner = Manner.ALTERED if altered else Manner.NEAR
    beyond = _beyond(search.words, words, pairing)
    return search.alignment(manner, score, matched or range(start, stop), altered, beyond)


def _beyond(whole: Sequence[Word], words: Sequence[Word], pairing: Pairing) -> tuple[Span, ...]:
    """The stretches of the `whole` passage that the article does not have, of which `words` were paired with it."""
    if not pairing.runs:
        return ()
    offset = next((at for at, word in enumerate(whole) if word.span == words[0].span), 0)
    edges = [(0, 0, 0), *pairing.runs, (len(whole) - offset, pairing.runs[-1][1] + pairing.runs[-1][2], 0)]
    found: list[Span] = []
    for number, ((p1, a1, size), (p2, a2, _)) in enumerate(pairwise(edges)):
        begin, theirs = (p1 + size + offset, a2 - a1 - size) if number else (0, 0)
        if p2 + offset - begin - max(theirs, 0) >= LEAST_BEYOND:
            found.append(Span(whole[begin].span.start, whole[p2 + offset - 1].span.end))
    return tuple(found)
