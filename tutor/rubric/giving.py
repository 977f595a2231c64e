"""To whom a reply gives words of the article, and whether they are that person's: "Rossi says “…”"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from tutor.article import Address, Article, Span
from tutor.article.align import Alignment, Manner, align
from tutor.article.index import index_of
from tutor.article.speakers import Speaker, speakers
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.speaking import is_passive
from tutor.rubric.wordlists import FUNCTION
from tutor.rubric.words import is_word, lemma, slips_of, tokenise

# Verbs that give words to their subject; who asks about, doubts or quotes something may speak of another's words.
_GIVING = frozenset(
    """say state claim tell argue write explain add think believe warn note mention insist contend report remark declare
    feel reply respond comment conclude announce exclaim whisper shout""".split()
)
# Nouns of which the same is true: "Rossi's words".
_GIVEN = frozenset("word quote quotation claim statement remark comment opinion view argument sentence line".split())
# What may stand between a verb or a noun of saying and the words said.
_TO_WORDS = frozenset(
    """that is was are were as also how like something this things following in on it to me us them him her reporter
    article text paragraph the a""".split()
)
# What leaves open whether anything was said.
_OPEN = frozenset("would might could should may if never not hardly whether cannot no".split())
_PRONOUNS = frozenset("he she".split())
# Others who may be the subject of a verb of saying; then no name before them is.
_SUBJECTS = frozenset("i you we they it who which he she author article writer text passage people everyone".split())
# Between a name and its verb stand so many words, and so many between the verb and the words said. Own figures.
_TO_VERB = 7
_TO_PASSAGE = 4
# A quotation of fewer words is no more than a term, and a retelling has so many content words of the article.
_LEAST_GIVEN = 3
_LEAST_SHARED = 2
# No reply to one question gives more passages to somebody; a pasted text may.
MOST_GIVEN = 100
_LEAST_TOLD = 5
_LONGEST_TOLD = 40
MOST_TOLD = 20


Names = Mapping[int, range]
"""The names in a reply: the number of each of their words to the numbers of all words of the name."""


def named(reading: Reading, *known: Iterable[Hit]) -> Names:
    """All names in a reply, in order: the article's, and the holders in `known`."""
    proper = _proper(reading.article)
    found = [range(hit.first, hit.last + 1) for hits in known for hit in hits]
    taken = {number for numbers in found for number in numbers}
    is_name = [bool(_name_of(word.text, proper)) for word in reading.words]
    at = 0
    while at < len(is_name):
        end = at
        while end < len(is_name) and end not in taken and is_name[end]:
            end += 1
        if end > at:
            found.append(range(at, end))
        at = max(end, at + 1)
    return {number: numbers for numbers in sorted(found, key=lambda n: n.start) for number in numbers}


def proper_names(texts: Iterable[str], article: Article) -> frozenset[str]:
    """The words of phrases that are names in the article."""
    return frozenset(word.text for text in texts for word in tokenise(text)) & _proper(article)


@lru_cache(maxsize=8)
def _voices(article: Article) -> frozenset[str]:
    """The words of the names of an article's speakers."""
    return frozenset(word for v in speakers(article).values() if v for word in _plain(v.name, article))


@lru_cache(maxsize=8)
def _proper(article: Article) -> frozenset[str]:
    """The words of the names in an article, those of its speakers among them; not its author's."""
    names = index_of(article).names | _voices(article)
    return frozenset(name for name in names if len(name) > 2 and name not in FUNCTION) - _words(article.author)


def _plain(name: str, article: Article) -> frozenset[str]:
    """The words of a speaker's name that are written as names are."""
    capitals = (word.strip(".,").lower().replace("\u2019", "'") for word in name.split() if word[:1].isupper())
    return frozenset(word.removesuffix("'s") for word in capitals) - index_of(article).small


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,").lower() for word in text.split())


@lru_cache(maxsize=20_000)
def _name_of(word: str, proper: frozenset[str]) -> str:
    """The name that a word of the reply is, or is a slip of; empty where it is none."""
    if word in proper:
        return word
    if len(word) < 5 or is_word(word):
        return ""
    return next(slips_of(word, proper), "")


def giver(reading: Reading, passage: range, names: Names) -> range | None:
    """The name, of `names`, that the reply gives the words of a passage to; None where it gives them to nobody plainly.

    "Rossi says that “…”", "according to Rossi, “…”", "“…”, says Rossi", "Rossi: “…”". Where a pronoun speaks, and the
    reply has one name only, it is that one.
    """
    if not passage or not names:
        return None
    before = _before(reading, passage, names)
    after = _after_passage(reading, passage, names)
    if before and after and _spelled(reading, before) != _spelled(reading, after):
        return None
    return before or after


def _before(reading: Reading, passage: range, names: Names) -> range | None:
    """The name that stands with a verb or noun of saying right before a passage."""
    start = reading.sentence(passage.start).start
    for at in range(passage.start - 1, max(passage.start - 2 - _TO_PASSAGE, start - 1), -1):
        if at in names:
            first = names[at].start
            opens = first == start or reading.words[first - 1].clause != reading.words[first].clause
            beside = at == passage.start - 1 and opens and ":" in _gap(reading, at)
            return names[at] if beside or _accords(reading, names[at], start) else None
        if reading.forms[at] & _GIVING and not _is_noun(reading, at):
            return _subject(reading, at, start, names)
        if reading.forms[at] & _GIVEN:
            owner = names.get(at - 1)
            return owner if owner and _is_possessive(reading, owner) and not _left_open(reading, owner.start) else None
        if reading.words[at].text not in _TO_WORDS:
            return None
    return None


def _gap(reading: Reading, at: int) -> str:
    """What stands between word `at` and the next."""
    return reading.text[reading.words[at].span.end : reading.words[at + 1].span.start]


def _accords(reading: Reading, name: range, start: int) -> bool:
    """Whether "according to" stands before a name."""
    return name.start - 2 >= start and _pair(reading, name.start - 2) == ("according", "to")


def _pair(reading: Reading, at: int) -> tuple[str, str]:
    return reading.words[at].text, reading.words[at + 1].text


def _subject(reading: Reading, verb: int, start: int, names: Names) -> range | None:
    """The name whose verb it is: before it, with no other subject between, and nothing that leaves it open."""
    before = reading.words[verb - 1].text if verb > start else ""
    if reading.words[verb].text.endswith("ing"):
        if before not in ("as", "is", "was"):
            return None  # "Rossi answers Marlow, saying": the name before it is not the one who says it
    elif is_passive(reading, verb) or lemma(before) == "be":
        return None
    for at in range(verb - 1, max(verb - 2 - _TO_VERB, start - 1), -1):
        word = reading.words[at].text
        owner = names.get(at)
        if owner is not None and owner.stop == verb and "," in _gap(reading, verb - 1):
            continue  # the end of an apposition: "Rossi, who lives in Ostrey, says"
        if owner is not None:
            good = not _is_possessive(reading, owner) and not _left_open(reading, verb) and not _left_open(reading, at)
            return owner if good and not _object(reading, owner) else None
        if word in _PRONOUNS:
            first = next(iter(names.values()))
            alone = all(_spelled(reading, name) == _spelled(reading, first) for name in names.values())
            return first if alone and first.stop <= at and not _left_open(reading, verb) else None
        if word == "who":
            continue
        if word in _SUBJECTS or word in _OPEN or reading.forms[at] & _GIVING:
            return None
    return None


def _object(reading: Reading, name: range) -> bool:
    """Whether a name stands where no subject does: after "to", "about" or "with", but for "quotes Rossi as saying"."""
    if name.stop < len(reading.words) and reading.words[name.stop].text == "who":
        return False
    before = reading.words[name.start - 1].text if name.start else ""
    return before in ("to", "about", "with", "of", "for", "against", "by", "from", "like", "and", "or", "both", "than")


def _left_open(reading: Reading, at: int) -> bool:
    """Whether the words before word `at`, in its clause, deny it or leave it open: "it is not Rossi who says"."""
    clause = reading.clause(at)
    return any(reading.words[n].text in _OPEN for n in range(max(clause.start, at - 5), at))


def _is_noun(reading: Reading, at: int) -> bool:
    """Whether a form that may be a verb ("claims") is a noun here: something possessive or an article is before it."""
    if not reading.forms[at] & _GIVEN or not at:
        return False
    before = reading.words[at - 1]
    return before.text in ("the", "a", "this", "his", "her") or before.span.of(reading.text).endswith(("'s", "\u2019s"))


def _is_possessive(reading: Reading, name: range) -> bool:
    return reading.words[name.stop - 1].span.of(reading.text).replace("\u2019", "'").endswith(("'s", "s'"))


def _spelled(reading: Reading, name: range) -> str:
    """A name as it is told from others: its last word as compared, slips put right."""
    word = reading.words[name.stop - 1].text
    return _name_of(word, _proper(reading.article)) or word


def _after_passage(reading: Reading, passage: range, names: Names) -> range | None:
    """The name that stands with a verb of saying right after a passage: "“…”, says Rossi", "“…” is what Rossi says"."""
    stop = reading.sentence(passage.stop - 1).stop
    at = passage.stop
    if at + 1 < stop and _pair(reading, at) in (("is", "what"), ("was", "what")):
        at += 2
    if at >= stop:
        return None
    ahead = next((names[n] for n in range(at, min(at + 3, stop)) if n in names and names[n].start == n), None)
    if ahead is None or _left_open(reading, ahead.start):
        return None
    between = [reading.words[n].text for n in range(at, ahead.start)]
    if between and (reading.forms[at] & _GIVING or between in (["according", "to"], ["said", "by"], ["by"], ["from"])):
        return ahead if len(between) == 1 or between[-1] in ("to", "by") else None
    if between:
        return None
    verb = next((n for n in range(ahead.stop, min(ahead.stop + 3, stop)) if reading.forms[n] & _GIVING), None)
    if verb is None or is_passive(reading, verb) or reading.quoted[min(verb + 1, stop - 1)]:
        return None
    goes_on = [reading.words[n].text for n in range(verb + 1, min(verb + 2, stop))]
    return ahead if goes_on != ["that"] and not _left_open(reading, verb) else None


@dataclass(frozen=True, slots=True)
class Misgiven:
    """Words of a reply (`passage`) given to a `name` in it, and the speaker whose they are in the article."""

    passage: range
    name: range
    found: Alignment
    speaker: Speaker


def misgiven(
    reading: Reading, names: Names, called: Mapping[int, frozenset[str]] = MappingProxyType({})
) -> Iterator[Misgiven]:
    """What the reply quotes, or retells closely after "says", as one person's words, and is another's for certain.

    `called` has, for the first word of a name that is a concept's ("the doctor"), the names that person goes by in the
    article; none at all is the author.
    """
    if not names:
        return
    quoted = [(passage, span) for span in reading.quotations[:MOST_GIVEN] if (passage := reading.within(span))]
    quoted = [(passage, span) for passage, span in quoted if len(passage) >= _LEAST_GIVEN]
    given: list[tuple[range, range, Span | None]] = []
    given += [(passage, name, span) for passage, span in quoted if (name := giver(reading, passage, names))]
    given += [(passage, name, None) for passage, name in told_by(reading, names)]
    for passage, name, marked in given:
        # Who speaks nowhere in the article may still be one of its speakers, by another name.
        theirs = called.get(name.start) or (_name_words(reading, name) & _voices(reading.article))
        if not theirs and name.start not in called:
            continue
        text = (marked or reading.span(passage[0], passage[-1])).of(reading.text)
        found = quotation(text, reading.article) if marked else _retelling(text, reading.article)
        if found is None:
            continue
        speaker = _another(reading.article, theirs, found)
        if speaker and not _says_it_too(reading.article, theirs, text, quoted=bool(marked)):
            yield Misgiven(passage, name, found, speaker)


@lru_cache(maxsize=1024)
def quotation(passage: str, article: Article) -> Alignment | None:
    """Where in the article a passage in quotation marks comes from; found once for all checks of a reply."""
    return align(passage, article)


def _retelling(passage: str, article: Article) -> Alignment | None:
    """Where in what somebody says in the article a passage without marks comes from, if it is close to it."""
    found = align(passage, article, _spoken(article), quoted=False)
    if found is None or found.manner is Manner.ALTERED:
        return None
    ours, theirs = (_content(text) for text in (passage, found.article_span.of(article.text)))
    return found if len(ours & theirs) >= _LEAST_SHARED else None


def _content(text: str) -> frozenset[str]:
    return frozenset(lemma(word.text) for word in tokenise(text)) - FUNCTION


def _another(article: Article, theirs: frozenset[str], found: Alignment) -> Speaker | None:
    """The speaker of the sentences a passage was found in, where that is certain and nobody of this name.

    None where any of the sentences is their own or the author's, where the passage is not what the speaker says, and
    where the speaker has no name: "the doctor" may be Mr Pike.
    """
    said = [speakers(article)[address] for address in found.addresses]
    if any(speaker is None or theirs & _plain(speaker.name, article) for speaker in said):
        return None
    speaker = next((s for s in said if s and s.certain and s.said.overlaps(found.article_span)), None)
    if speaker is None or not _plain(speaker.name, article):
        return None
    begin, end = found.article_span
    shared = min(speaker.said.end, end) - max(speaker.said.start, begin)
    return speaker if len(said) > 1 or 2 * shared >= end - begin else None


def _says_it_too(article: Article, theirs: frozenset[str], text: str, *, quoted: bool) -> bool:
    """Whether a sentence in which this person speaks has the words as well."""
    own = [a for a, speaker in speakers(article).items() if speaker and theirs & _plain(speaker.name, article)]
    return bool(own) and align(text, article, own, quoted=quoted) is not None


@lru_cache(maxsize=8)
def _spoken(article: Article) -> frozenset[Address]:
    return frozenset(address for address, speaker in speakers(article).items() if speaker)


def _name_words(reading: Reading, name: range) -> frozenset[str]:
    proper = _proper(reading.article)
    return frozenset(word for n in name if (word := _name_of(reading.words[n].text, proper)))


def told_by(reading: Reading, names: Names) -> list[tuple[range, range]]:
    """What the reply retells as somebody's words, without marks: the words after "Rossi says (that)", and the name."""
    found: list[tuple[range, range]] = []
    for sentence in reading.sentences:
        if not any(number in names for number in sentence):
            continue
        for at in sentence:
            if not reading.forms[at] & _GIVING or _is_noun(reading, at):
                continue
            first = at + 1
            while first < sentence.stop and reading.words[first].text in ("that", "how"):
                first += 1
            name = _subject(reading, at, sentence.start, names)
            end = min(sentence.stop, first + _LONGEST_TOLD)
            if name and end - first >= _LEAST_TOLD and not any(reading.quoted[first:end]):
                found.append((range(first, end), name))
            if len(found) == MOST_TOLD:
                return found
    return found
