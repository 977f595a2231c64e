"""What a passage changes in the words it repeats: a number, a negation, a name, a key word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, zip_longest

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from tutor.article.meaning import HEDGES, MODALS, STRETCHES, alike, base, is_known, opposed
from tutor.article.text import Span
from tutor.article.words import Word


class Alteration(StrEnum):
    """What kind of word was altered; each of them turns a sentence into another claim."""

    NUMBER = "number"
    NEGATION = "negation"
    NAME = "name"
    WORD = "word"


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
    """The two texts and what is known of the article's words: its names, and the words it writes small.

    `quoted` says that the passage stands in quotation marks: a quotation owes every word, a retelling only the sense.
    """

    article: str
    passage: str
    names: frozenset[str]
    small: frozenset[str]
    quoted: bool = True


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
# Words of grammar that open no sentence; exchanged for each other they change too little to be named.
_LITTLE = frozenset(
    str.split(
        "are be been being did do does had has have is was were am than too very also just there here out up down off "
        "any such own same other another much me him us them whom whose should would could can will shall may might "
        "must again once only even over about into onto upon within between through both however therefore moreover "
        "though although yet still already ever really quite rather instead else well"
    )
)
_GRAMMAR = (_OPENERS | _LITTLE) - {"people"}
# So many characters on, an opposite belongs to a "not" ("not a dangerous").
_BESIDE_DENIAL = 20
# A denial is so many words long at most ("not in any way").
_LONGEST_DENIAL = 4
# In a wider gap the learner tells it in words of their own, and no word stands for another.
_WIDEST_EXCHANGE = 4
# So many equal words around it make sure that the exchanged word stands in the place of the other.
_SURE_PLACE = 4
# Words beside the first and the last in common that are compared as well.
_EDGE = 2
# Words of the article that a stray match at the edge must not bridge.
_WIDEST_EDGE_GAP = 3


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


def changes(passage: Sequence[Word], article: Sequence[Word], pairing: Pairing, texts: Texts) -> tuple[Change, ...]:
    """The alterations in a passage paired with the article's words, in order; empty when there is none."""
    found: list[Change] = []
    for p1, p2, a1, a2 in pairing.gaps:
        ours, theirs = passage[p1:p2], article[a1:a2]
        if "".join(word.word for word in ours) == "".join(word.word for word in theirs):
            continue  # "with out" for "without"
        at_passage = passage[p1].span.start if p1 < len(passage) else len(texts.passage)
        at_article = article[a1].span.start if a1 < len(article) else article[-1].span.end
        inside = pairing.runs[0][0] < p1 and p2 <= pairing.runs[-1][0]
        gap = Gap(theirs, ours, article, texts, inside, sum(length for _, _, length in pairing.runs))
        looks = {kind: altered for kind, look in _LOOKS if (altered := look(gap)) is not None}
        if any(word.word in NEGATIONS for words in looks.get(Alteration.WORD, ()) for word in words):
            looks.pop(Alteration.NEGATION, None)  # "never" for "always" is one change
        for kind, altered in looks.items():
            theirs_span = _covering(altered[0], at_article)
            ours_span = _covering(altered[1], at_passage)
            found.append(
                Change(kind, theirs_span.of(texts.article), ours_span.of(texts.passage), theirs_span, ours_span)
            )
    found = _without_turned_twice(found)
    named = any(change.kind is Alteration.NAME for change in found)
    if not named and (exchanged := _exchanged(passage, article, pairing, texts)):
        found.append(exchanged)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Gap:
    """The words of the article and of the passage between two equal runs, or beside the first or the last.

    `article` is the whole stretch, `inside` whether the gap has equal words on both sides, `equal` the number of all
    equal words.
    """

    theirs: Sequence[Word]
    ours: Sequence[Word]
    article: Sequence[Word]
    texts: Texts
    inside: bool
    equal: int


Altered = tuple[list[Word], list[Word]]


def _number(gap: Gap) -> Altered | None:
    """A number in the place of another, or one the article has not; a number left out alters nothing."""
    old = [word for word in gap.theirs if word.number]
    new = [word for word in gap.ours if word.number and word.word not in {number.word for number in old}]
    new = [word for word in new if not any(_slip(word, other, gap.texts) for other in gap.theirs if not other.number)]
    if not old:
        # "one" may be a pronoun, and a number that stands elsewhere in the stretch has only moved; one after the last
        # word in common is a page.
        known = {word.word for word in gap.article}
        new = [word for word in new if gap.inside and word.word != "1" and word.word not in known]
    return (old[:1] if len(new) == 1 else old, new) if new else None


def _slip(number: Word, other: Word, texts: Texts) -> bool:
    """Whether a number in letters is a word of the article with one letter wrong ("Nine" for "Nile")."""
    written = number.span.of(texts.passage).lower()
    return written.isalpha() and len(written) >= 4 and Levenshtein.distance(written, other.word) == 1


def _negation(gap: Gap) -> Altered | None:
    """A "not" dropped or added. "isn't" for "is not" and "never" for "not" are no such change."""
    old, new = _negations(gap.theirs), _negations(gap.ours)
    if not gap.inside:
        new = [word for word in new if word.word not in {other.word for other in gap.article}]  # it has only moved
    if len(old) % 2 == len(new) % 2:
        return None
    # A "not" that went with a whole aside ("there's not a nice way to put it") turns nothing round.
    word_for_word = len(gap.theirs) == len(gap.ours) == 1
    aside = not (gap.inside or word_for_word) or len(gap.theirs) - len(gap.ours) > _LONGEST_DENIAL
    return None if old and not new and aside else (old, new)


def _negations(words: Sequence[Word]) -> list[Word]:
    """The negating words, but for "No. 5" and a "No," that answers before the passage begins."""
    return [
        word
        for word, after in zip_longest(words, words[1:])
        if word.word in NEGATIONS and not (word.word == "no" and ((after and after.number) or word.opens))
    ]


def _names(gap: Gap) -> Altered | None:
    """A name in the place of another; one of the two must be a name beyond doubt."""
    texts = gap.texts
    old = [word for word in gap.theirs if word.word not in _TITLES and _may_be_name(word, texts)]
    new = [word for word in gap.ours if word.word not in _TITLES and _may_be_name(word, texts)]
    sure = any(bare(word.word) in texts.names for word in [*old, *new]) or any(not word.opens for word in new)
    if not old or not new or not sure or _same_name(old, new, texts):
        return None
    return old, new


def _word(gap: Gap) -> Altered | None:
    """A key word exchanged: its opposite, another step of a scale; in a quotation any other word of content as well."""
    old, new = _contents(gap.theirs, gap.ours, gap.texts), _contents(gap.ours, gap.theirs, gap.texts)
    if len(gap.theirs) > _WIDEST_EXCHANGE or len(gap.ours) > _WIDEST_EXCHANGE:
        return None
    for theirs in old:
        for ours in new:
            if opposed(ours.word, theirs.word):
                return [theirs], [ours]
    if not gap.texts.quoted:
        return None
    return _strengthened(gap, old, new) or _exchange(gap)


def _contents(words: Sequence[Word], others: Sequence[Word], texts: Texts) -> list[Word]:
    """The words but for numbers, names, and those that the other side has too."""
    there = {base(word.word) for word in others}
    return [
        word
        for word in words
        if not word.number and base(word.word) not in there and bare(word.word) not in texts.names
    ]


def _strengthened(gap: Gap, old: Sequence[Word], new: Sequence[Word]) -> Altered | None:
    """A hedge left out ("may"), or a word put in that stretches the claim to all cases ("always")."""
    if not gap.inside or len(gap.theirs) > len(gap.ours) + 2 or len(gap.ours) > len(gap.theirs) + 2:
        return None
    hedges = [word for word in old if word.word in HEDGES and not any(alike(word.word, o.word) for o in gap.ours)]
    stretches = [w for w in new if w.word in STRETCHES and not any(alike(w.word, t.word) for t in gap.theirs)]
    if hedges and not any(word.word in HEDGES | MODALS for word in gap.ours):
        return hedges[:1], []
    return ([], stretches) if stretches and not any(word.word in STRETCHES for word in old) else None


def _exchange(gap: Gap) -> Altered | None:
    """One word of content in the place of one other that is neither a form nor a slip of it nor means the same."""
    if len(gap.theirs) != 1 or len(gap.ours) != 1 or gap.equal < _SURE_PLACE:
        return None
    theirs, ours = gap.theirs[0], gap.ours[0]
    if any(w.number or w.word in _GRAMMAR or "'" in w.word or len(w.word) < 3 for w in (theirs, ours)):
        return None
    if _may_be_name(theirs, gap.texts) or _may_be_name(ours, gap.texts):
        return None
    moved = ours.word in {word.word for word in gap.article}
    if moved or not is_known(ours.word) or alike(ours.word, theirs.word):
        return None
    return [theirs], [ours]


def _without_turned_twice(found: list[Change]) -> list[Change]:
    """The changes, less a "not" and an opposite beside it that together keep the sense: "not dangerous" for "safe"."""
    for denial in found:
        for word in found:
            opposites = word.kind is Alteration.WORD and opposed(word.passage.lower(), word.article.lower())
            near = abs(word.passage_span.start - denial.passage_span.end) <= _BESIDE_DENIAL
            if denial.kind is Alteration.NEGATION and opposites and near:
                return [change for change in found if change not in (denial, word)]
    return found


def _may_be_name(word: Word, texts: Texts) -> bool:
    """Whether a word is one of the article's names, or has a capital that its place does not explain."""
    if bare(word.word) in texts.names:
        return True
    if not word.capital or texts.passage.isupper():
        return False
    singular = word.word.removesuffix("s")
    return not word.opens or (word.word not in _OPENERS and not {word.word, singular} & texts.small)


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


# Each looks at one gap, and returns the words altered: the article's and the passage's.
_LOOKS = (
    (Alteration.NUMBER, _number),
    (Alteration.NEGATION, _negation),
    (Alteration.NAME, _names),
    (Alteration.WORD, _word),
)
