"""What a passage changes in the words it repeats: a number, a negation, a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, zip_longest

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from tutor.article.text import Span
from tutor.article.words import Word


class Alteration(StrEnum):
    """What kind of word was altered; each of them turns a sentence into another claim."""

    NUMBER = "number"
    NEGATION = "negation"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Change:
    """One alteration: what the article has and what the passage has there (either may be empty), and where.

    `article_span` lies in `Article.text`, `passage_span` in the passage; an empty span says where words are
    missing.
    """

    kind: Alteration
    article: str
    passage: str
    article_span: Span
    passage_span: Span


@dataclass(frozen=True, slots=True)
class Texts:
    """The two texts and what is known of the article's words: its names, and the words it writes small."""

    article: str
    passage: str
    names: frozenset[str]
    small: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which words of a passage answer to which of the article: equal runs and the stretches between them.

    `runs` are (passage start, article start, length); `gaps` are (passage start, end, article start, end).
    """

    runs: tuple[tuple[int, int, int], ...]
    gaps: tuple[tuple[int, int, int, int], ...]


NEGATIONS = frozenset(str.split("not no never none nobody nothing neither nor nowhere without hardly barely scarcely"))
# A title before a name is no name: "President Ode" for "Maria Ode" swaps nobody.
_TITLES = frozenset(
    str.split("mr mrs ms miss mx dr sir lady lord prof professor president minister senator mayor captain king queen")
)
# Words that open a passage with a capital and are no name. Whatever else the article writes small joins them.
_OPENERS = frozenset(
    str.split(
        "a an and as at because before but by during each every few for from he her his how if in it its "
        "many more most my no none not now of on one or our people she since so some that the their then there "
        "these they this those to under until we what when where which while who why with you your"
    )
)
# Of 100: above it, two spellings of one name ("Okoye", "Okoy"); "Iran" and "Iraq" have 75, "Jon" and "Jan"
# 67.
_SAME_SPELLING = 80.0
# Words of the article that a stray match at the edge must not bridge.
_WIDEST_EDGE_GAP = 3


def pair(passage: Sequence[Word], article: Sequence[Word]) -> Pairing:
    """Pair the words of a passage with those of a stretch of the article by least edits.

    What lies outside the first and last word in common is no gap but for its words next to them, since a
    passage may start and stop anywhere.
    """
    opcodes = Levenshtein.opcodes([word.word for word in passage], [word.word for word in article])
    runs = [(code.src_start, code.dest_start, code.src_end - code.src_start) for code in opcodes if code.tag == "equal"]
    while len(runs) > 2 and _stray(runs[0], runs[1]):
        runs.pop(0)
    while len(runs) > 2 and _stray(runs[-2], runs[-1], last=True):
        runs.pop()
    if not runs:
        return Pairing((), ())
    gaps = [(before[0] + before[2], after[0], before[1] + before[2], after[1]) for before, after in pairwise(runs)]
    (first_p, first_a, _), (last_p, last_a, length) = runs[0], runs[-1]
    lead = min(first_p, 2)
    if lead:
        gaps.insert(0, (first_p - lead, first_p, max(first_a - lead, 0), first_a))
    end_p, end_a = last_p + length, last_a + length
    tail = min(len(passage) - end_p, 2)
    if tail:
        gaps.append((end_p, end_p + tail, end_a, min(end_a + tail, len(article))))
    return Pairing(tuple(runs), tuple(gaps))


def _stray(before: tuple[int, int, int], after: tuple[int, int, int], *, last: bool = False) -> bool:
    """Whether an edge run is one word far off in the article ("the" of the sentence before)."""
    edge = after if last else before
    return edge[2] == 1 and after[1] - before[1] - before[2] > _WIDEST_EDGE_GAP


def changes(passage: Sequence[Word], article: Sequence[Word], pairing: Pairing, texts: Texts) -> tuple[Change, ...]:
    """The alterations in a passage paired with the article's words, in order; empty when there is none."""
    found: list[Change] = []
    for p1, p2, a1, a2 in pairing.gaps:
        ours, theirs = passage[p1:p2], article[a1:a2]
        at_passage = passage[p1].span.start if p1 < len(passage) else len(texts.passage)
        at_article = article[a1].span.start if a1 < len(article) else article[-1].span.end
        for kind, look in _LOOKS:
            altered = look(theirs, ours, article, texts)
            if altered is None:
                continue
            theirs_span = _covering(altered[0], at_article)
            ours_span = _covering(altered[1], at_passage)
            found.append(
                Change(kind, theirs_span.of(texts.article), ours_span.of(texts.passage), theirs_span, ours_span)
            )
    named = any(change.kind is Alteration.NAME for change in found)
    if not named and (exchanged := _exchanged(passage, article, pairing, texts)):
        found.append(exchanged)
    return tuple(found)


def _number(
    theirs: Sequence[Word], ours: Sequence[Word], article: Sequence[Word], texts: Texts
) -> tuple[list[Word], list[Word]] | None:
    """A number in the place of another, or one the article has not; a number left out alters nothing."""
    old = [word for word in theirs if word.number]
    new = [word for word in ours if word.number and word.word not in {number.word for number in old}]
    if not old:
        # "one" may be a pronoun, and a number that stands elsewhere in the stretch has only moved.
        known = {word.word for word in article}
        new = [word for word in new if word.word != "1" and word.word not in known]
    return (old[:1] if len(new) == 1 else old, new) if new else None


def _negation(
    theirs: Sequence[Word], ours: Sequence[Word], article: Sequence[Word], texts: Texts
) -> tuple[list[Word], list[Word]] | None:
    """A "not" dropped or added. "isn't" for "is not" and "never" for "not" are no such change."""
    old, new = _negations(theirs), _negations(ours)
    return (old, new) if len(old) % 2 != len(new) % 2 else None


def _negations(words: Sequence[Word]) -> list[Word]:
    """The negating words, but for "No. 5" and a "No," that answers before the passage begins."""
    return [
        word
        for word, after in zip_longest(words, words[1:])
        if word.word in NEGATIONS and not (word.word == "no" and ((after and after.number) or word.opens))
    ]


def _names(
    theirs: Sequence[Word], ours: Sequence[Word], article: Sequence[Word], texts: Texts
) -> tuple[list[Word], list[Word]] | None:
    """A name in the place of another; one of the two must be a name beyond doubt."""
    old = [word for word in theirs if word.word not in _TITLES and _may_be_name(word, texts)]
    new = [word for word in ours if word.word not in _TITLES and _may_be_name(word, texts)]
    sure = any(bare(word.word) in texts.names for word in [*old, *new]) or any(not word.opens for word in new)
    if not old or not new or not sure or _same_name(old, new, texts):
        return None
    return old, new


def _may_be_name(word: Word, texts: Texts) -> bool:
    """Whether a word is one of the article's names, or has a capital that its place does not explain."""
    if bare(word.word) in texts.names:
        return True
    if not word.capital or texts.passage.isupper():
        return False
    return not word.opens or (word.word not in _OPENERS and word.word not in texts.small)


def bare(word: str) -> str:
    """A word without the `'s` of a possessive."""
    return word.removesuffix("'s")


def _same_name(old: Sequence[Word], new: Sequence[Word], texts: Texts) -> bool:
    """Whether two names are the same one: spelt alike, one within the other, or one the initials."""
    a, b = [bare(word.word) for word in old], [bare(word.word) for word in new]
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    plain_a, plain_b = "".join(a).replace(".", ""), "".join(b).replace(".", "")
    if plain_a == plain_b or plain_b == "".join(w[0] for w in a) or plain_a == "".join(w[0] for w in b):
        return True
    another = any(word in texts.names and word not in a for word in b)
    return not another and fuzz.ratio(" ".join(a), " ".join(b)) >= _SAME_SPELLING


def _exchanged(passage: Sequence[Word], article: Sequence[Word], pairing: Pairing, texts: Texts) -> Change | None:
    """Two names that have changed places ("Ode blamed Lind" for "Lind blamed Ode"), found by their order."""
    if not pairing.gaps:
        return None
    start = min(pairing.gaps[0][2], pairing.runs[0][1])
    end = max(pairing.gaps[-1][3], pairing.runs[-1][1] + pairing.runs[-1][2])
    theirs = [word for word in article[start:end] if bare(word.word) in texts.names]
    ours = [word for word in passage if bare(word.word) in texts.names]
    a, b = [bare(word.word) for word in theirs], [bare(word.word) for word in ours]
    common = set(a) & set(b)
    if any(a.count(name) > 1 or b.count(name) > 1 for name in common):
        return None
    theirs = [word for word in theirs if bare(word.word) in common]
    ours = [word for word in ours if bare(word.word) in common]
    if [bare(word.word) for word in theirs] == [bare(word.word) for word in ours]:
        return None
    old, new = _covering(theirs, 0), _covering(ours, 0)
    return Change(Alteration.NAME, old.of(texts.article), new.of(texts.passage), old, new)


def _covering(words: Sequence[Word], at: int) -> Span:
    return Span(words[0].span.start, words[-1].span.end) if words else Span(at, at)


# Each looks at one gap (the article's words, the passage's) and the whole stretch; it returns the words
# altered.
_LOOKS = ((Alteration.NUMBER, _number), (Alteration.NEGATION, _negation), (Alteration.NAME, _names))
