"""What a passage changes in the words it repeats: a number, a negation, a name, a key word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from rapidfuzz.distance import Levenshtein

from tutor.article.meaning import HEDGES, MODALS, STRETCHES, alike, base, is_known, opposed
from tutor.article.names import OPENERS, Texts, bare, may_be_name, same_name
from tutor.article.pairing import Pairing
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


NEGATIONS = frozenset(str.split("not no never none nobody nothing neither nor nowhere without hardly barely scarcely"))
# A title before a name is no name: "President Ode" for "Maria Ode" swaps nobody.
_TITLES = frozenset(
    str.split("mr mrs ms miss mx dr sir lady lord prof professor president minister senator mayor captain king queen")
)
# Words of grammar that open no sentence; exchanged for each other they change too little to be named.
_LITTLE = frozenset(
    str.split(
        "are be been being did do does had has have is was were am than too very also just there here out up down off "
        "any such own same other another much me him us them whom whose should would could can will shall may might "
        "must again once only even over about into onto upon within between through both however therefore moreover "
        "though although yet still already ever really quite rather instead else well"
    )
)
_GRAMMAR = (OPENERS | _LITTLE) - {"people"}
# So many characters on, an opposite belongs to a "not" ("not a dangerous").
_BESIDE_DENIAL = 20
# A denial is so many words long at most ("not in any way").
_LONGEST_DENIAL = 4
# In a wider gap the learner tells it in words of their own, and no word stands for another.
_WIDEST_EXCHANGE = 4
# So many equal words around it make sure that the exchanged word stands in the place of the other.
_SURE_PLACE = 4


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
    old = [word for word in gap.theirs if word.word not in _TITLES and may_be_name(word, texts)]
    new = [word for word in gap.ours if word.word not in _TITLES and may_be_name(word, texts)]
    sure = any(bare(word.word) in texts.names for word in [*old, *new]) or any(not word.opens for word in new)
    if not old or not new or not sure or same_name(old, new, texts):
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
    if may_be_name(theirs, gap.texts) or may_be_name(ours, gap.texts):
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
