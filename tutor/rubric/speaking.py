"""Who is said to speak in a reply: holders of views, the words that report, and whether they go together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from tutor.article import Address, Article, Span
from tutor.article.align import Alignment, Manner, align
from tutor.article.index import index_of
from tutor.article.speakers import Speaker, speakers
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.wordlists import FUNCTION, NEGATORS, REPORTING_NOUNS, REPORTING_VERBS, STANCE_VERBS
from tutor.rubric.words import Word, is_word, lemma, slips_of, tokenise

# How far from the holder's name the reporting word may stand, in words. Own figures: an apposition ("a former diplomat
# who left the service") fits in; the next clause seldom does.
AFTER_HOLDER = 9
BEFORE_HOLDER = 6
# What makes somebody named the one who says it, and what is sure enough to tell a learner that it is the wrong one.
ACCUSES = REPORTING_VERBS | REPORTING_NOUNS | {"according"}
SAYS = ACCUSES | STANCE_VERBS


def reporting(reading: Reading, wanted: frozenset[str]) -> frozenset[int]:
    """The numbers of the words that report: verbs and nouns of saying, and "according to"."""
    return frozenset(number for number, forms in enumerate(reading.forms) if forms & wanted)


def names(hits: Iterable[Hit]) -> list[Hit]:
    """Names in order, those side by side made one ("Councillor" and "Idris Rossi")."""
    joined: list[Hit] = []
    for hit in hits:
        if joined and hit.first == joined[-1].last + 1:
            joined[-1] = replace(joined[-1], last=hit.last)
        else:
            joined.append(hit)
    return joined


def standing(reading: Reading, hits: Iterable[Hit]) -> list[Hit]:
    """The holders that the reply does not rule out: "not Rossi", "Rossi does not say that"."""
    return [hit for hit in hits if not hit.denied and not _disowns(reading, hit)]


def _disowns(reading: Reading, holder: Hit) -> bool:
    """Whether the clause says of the holder that they do not say it, and nothing else.

    "Rossi does not think that it is safe" gives Rossi a view; "Rossi does not say that" gives none.
    """
    rest = {lemma(word.text) for word in _after(reading, holder)}
    return bool(rest & NEGATORS) and rest <= _DENIAL


_SAYING = frozenset("say claim state tell write mention".split())
_DENIAL = _SAYING | NEGATORS | frozenset("do it that this so even really actually ever".split())


def _after(reading: Reading, holder: Hit) -> list[Word]:
    """The rest of the clause after the holder's name, or its beginning where it is long."""
    return reading.words[holder.last + 1 : min(reading.clause(holder.last).stop, holder.last + 1 + AFTER_HOLDER)]


def speaks(reading: Reading, holder: Hit, reporting: frozenset[int], rivals: frozenset[int]) -> bool:
    """Whether a reporting word goes with this holder.

    After the name within the reach ("Rossi, who runs the port, says"), or before it with a link ("according to Rossi",
    "said by Rossi", "the view of Rossi", "it comes from Rossi"), in one sentence and with no rival's name between. At
    the end of a clause a possessive ("It is Rossi's.") or a bare "does" will do.
    """
    rest = _after(reading, holder)
    if [lemma(word.text) for word in rest] == ["do"] or (not rest and _possessive(reading, holder)):
        return True
    if _answers_who(reading, holder):
        return True
    sentence = reading.sentence(holder.first)
    for number in range(holder.last + 1, min(sentence.stop, holder.last + 1 + AFTER_HOLDER)):
        if number in rivals:
            break
        if number in reporting:
            return not _passive(reading, number)
    for number in range(holder.first - 1, max(sentence.start - 1, holder.first - 1 - BEFORE_HOLDER), -1):
        if number in rivals:
            break
        if reading.words[number].text in ("from", "by") or (number in reporting and _leads_to(reading, number, rivals)):
            return True
    return False


def _leads_to(reading: Reading, number: int, rivals: frozenset[int]) -> bool:
    """Whether a reporting word before a name makes it the speaker's: "said Rossi", but not "the author warns Rossi"."""
    if reading.words[number + 1].text == "of" or reading.forms[number] & _QUOTING:
        return True
    before = range(reading.clause(number).start, number)
    return all(reading.words[n].text in FUNCTION and n not in rivals for n in before)


def _answers_who(reading: Reading, holder: Hit) -> bool:
    """Whether, asked who, the reply names the holder and nothing else in a clause.

    It must say "it is Rossi", or open with the name and go on ("Rossi, and she …"): a bare name is half an answer.
    """
    clause = reading.clause(holder.first)
    if len(clause) > AFTER_HOLDER or not _WHO.search(reading.ask):
        return False
    beside = [number for number in clause if number not in holder]
    if any(reading.words[n].text not in FUNCTION for n in beside):
        return False
    opens = clause.start == 0 and clause.stop < len(reading.words)
    return opens or any(reading.words[n].text in ("is", "was") for n in beside)


_WHO = re.compile(r"\bwho(se|m)?\b", re.IGNORECASE)
# Words whose object is the one who speaks: "the author quotes Rossi".
_QUOTING = frozenset(["quote", "cite", "according"])


def _possessive(reading: Reading, holder: Hit) -> bool:
    written = reading.words[holder.last].span.of(reading.text).replace("\u2019", "'")
    return written.endswith(("'s", "s'"))


def _passive(reading: Reading, verb: int) -> bool:
    """Whether "X is said by Y": then X is not the one who says it."""
    follows = [word.text for word in reading.words[verb + 1 : verb + 2]]
    before = [lemma(word.text) for word in reading.words[max(0, verb - 2) : verb]]
    return follows == ["by"] and "be" in before


# --- whose words a passage is said to be ------------------------------------------------------------------------------

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
# A retelling is given to another than its speaker only where it is this close to the article, of 100.
_CLOSE = 80.0
# No reply to one question gives more passages to somebody; a pasted text may.
MOST_GIVEN = 100
_LEAST_TOLD = 5


def named(reading: Reading, *known: Iterable[Hit]) -> list[range]:
    """The numbers of the words of all names in the reply, in order: the article's, and the holders in `known`."""
    proper = _proper(reading.article)
    found = [range(hit.first, hit.last + 1) for hits in known for hit in hits]
    taken = {number for numbers in found for number in numbers}
    at = 0
    while at < len(reading.words):
        end = at
        while end < len(reading.words) and end not in taken and _name_of(reading.words[end].text, proper):
            end += 1
        if end > at:
            found.append(range(at, end))
        at = max(end, at + 1)
    return sorted(found, key=lambda numbers: numbers.start)


def proper_names(texts: Iterable[str], article: Article) -> frozenset[str]:
    """The words of phrases that are names in the article."""
    return frozenset(word.text for text in texts for word in tokenise(text)) & _proper(article)


@lru_cache(maxsize=8)
def _proper(article: Article) -> frozenset[str]:
    """The words of the names in an article, those of its speakers among them; not its author's."""
    voices = {word for speaker in speakers(article).values() if speaker for word in _plain(speaker.name, article)}
    names = index_of(article).names | voices
    return frozenset(name for name in names if len(name) > 2 and name not in FUNCTION) - _words(article.author)


def _plain(name: str, article: Article) -> frozenset[str]:
    """The words of a speaker's name that are written as names are."""
    capitals = {word.strip(".,").lower().removesuffix("\u2019s").removesuffix("'s") for word in name.split() if word[:1].isupper()}
    return frozenset(capitals) - index_of(article).small


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,").lower() for word in text.split())


def _name_of(word: str, proper: frozenset[str]) -> str:
    """The name that a word of the reply is, or is a slip of; empty where it is none."""
    if word in proper:
        return word
    if len(word) < 5 or is_word(word):
        return ""
    return next(slips_of(word, proper), "")


def giver(reading: Reading, passage: range, names: Sequence[range]) -> range | None:
    """The name, of `names`, that the reply gives the words of a passage to; None where it gives them to nobody plainly.

    "Rossi says that “…”", "according to Rossi, “…”", "“…”, says Rossi", "Rossi: “…”". Where a pronoun speaks, and the
    reply has one name only, it is that one.
    """
    if not passage:
        return None
    before = _before(reading, passage, names)
    after = _after_passage(reading, passage, names)
    if before and after and _spelled(reading, before) != _spelled(reading, after):
        return None
    return before or after


def _before(reading: Reading, passage: range, names: Sequence[range]) -> range | None:
    """The name that stands with a verb or noun of saying right before a passage."""
    start = reading.sentence(passage.start).start
    direct = [numbers for numbers in names if numbers.stop == passage.start and numbers.start >= start]
    if direct:
        gap = Span(reading.words[passage.start - 1].span.end, reading.words[passage.start].span.start).of(reading.text)
        if ":" in gap:
            return direct[0]
        at = direct[0].start - 1
        return direct[0] if at > start and _pair(reading, at - 1) == ("according", "to") else None
    taken = {number for numbers in names for number in numbers}
    for at in range(passage.start - 1, max(passage.start - 2 - _TO_PASSAGE, start - 1), -1):
        forms = reading.forms[at]
        if at in taken:
            accords = at - 2 >= start and _accords(reading, at, names)
            return next(numbers for numbers in names if at in numbers) if accords else None
        if forms & _GIVING and not _is_noun(reading, at):
            return _subject(reading, at, start, names)
        if forms & _GIVEN:
            owner = next((numbers for numbers in names if numbers.stop == at), None)
            return owner if owner and _is_possessive(reading, owner) and not _left_open(reading, owner.start) else None
        if reading.words[at].text not in _TO_WORDS:
            return None
    return None


def _accords(reading: Reading, at: int, names: Sequence[range]) -> bool:
    """Whether "according to" stands before the name that word `at` belongs to."""
    first = next(numbers.start for numbers in names if at in numbers)
    return first >= 2 and _pair(reading, first - 2) == ("according", "to")


def _pair(reading: Reading, at: int) -> tuple[str, str]:
    return reading.words[at].text, reading.words[at + 1].text


def _subject(reading: Reading, verb: int, start: int, names: Sequence[range]) -> range | None:
    """The name whose verb it is: before it, with no other subject between, and nothing that leaves it open."""
    if verb > start and reading.words[verb].text.endswith("ing") and reading.words[verb - 1].text not in ("as", "is", "was"):
        return None
    if _passive(reading, verb) or (verb > start and lemma(reading.words[verb - 1].text) == "be" and not reading.words[verb].text.endswith("ing")):
        return None
    for at in range(verb - 1, max(verb - 2 - _TO_VERB, start - 1), -1):
        word = reading.words[at].text
        owner = next((numbers for numbers in names if at in numbers), None)
        if owner is not None:
            good = not _is_possessive(reading, owner) and not _left_open(reading, verb) and not _left_open(reading, at)
            return owner if good and not _object(reading, owner) else None
        if word in _PRONOUNS:
            only = {_spelled(reading, numbers) for numbers in names}
            return names[0] if len(only) == 1 and not _left_open(reading, verb) else None
        if word == "who":
            continue
        if word in _SUBJECTS or word in _OPEN or reading.forms[at] & _GIVING:
            return None
    return None


def _object(reading: Reading, name: range) -> bool:
    """Whether a name stands where no subject does: after "to", "about" or "with", but for "quotes Rossi as saying"."""
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


def _after_passage(reading: Reading, passage: range, names: Sequence[range]) -> range | None:
    """The name that stands with a verb of saying right after a passage: "“…”, says Rossi", "“…” is what Rossi says"."""
    stop = reading.sentence(passage.stop - 1).stop
    at = passage.stop
    if at + 1 < stop and _pair(reading, at) in (("is", "what"), ("was", "what")):
        at += 2
    if at >= stop:
        return None
    ahead = next((numbers for numbers in names if at <= numbers.start <= at + 2 and numbers.stop <= stop), None)
    if ahead is None or _left_open(reading, ahead.start):
        return None
    between = [reading.words[n].text for n in range(at, ahead.start)]
    if between and (reading.forms[at] & _GIVING or between in (["according", "to"], ["said", "by"], ["by"], ["from"])):
        return ahead if len(between) == 1 or between[-1] in ("to", "by") else None
    if between:
        return None
    verb = next((n for n in range(ahead.stop, min(ahead.stop + 3, stop)) if reading.forms[n] & _GIVING), None)
    if verb is None or _passive(reading, verb) or reading.quoted[min(verb + 1, stop - 1)]:
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
    reading: Reading, names: Sequence[range], called: Mapping[int, frozenset[str]] = MappingProxyType({})
) -> Iterator[Misgiven]:
    """What the reply quotes, or retells closely after "says", as one person's words, and is another's for certain.

    `called` has, for the first word of a name that is a concept's ("the doctor"), the names that person goes by in the
    article; none at all is the author.
    """
    if not names:
        return
    quoted = [reading.within(span) for span in reading.quotations[:MOST_GIVEN]]
    given = [(passage, name, True) for passage in quoted if (name := giver(reading, passage, names))]
    given += [(passage, name, False) for passage, name in told_by(reading, names)[:MOST_GIVEN]]
    for passage, name, marked in given:
        theirs = called.get(name.start) or _name_words(reading, name)
        if not theirs and name.start not in called:
            continue
        text = reading.span(passage[0], passage[-1]).of(reading.text)
        found = align(text, reading.article, None if marked else _spoken(reading.article), quoted=marked)
        if found is None or (not marked and (found.manner is Manner.ALTERED or found.score < _CLOSE)):
            continue
        speaker = _another(reading.article, theirs, found)
        if speaker and not _says_it_too(reading.article, theirs, text, quoted=marked):
            yield Misgiven(passage, name, found, speaker)


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


def told_by(reading: Reading, names: Sequence[range]) -> list[tuple[range, range]]:
    """What the reply retells as somebody's words, without marks: the words after "Rossi says (that)", and the name."""
    found: list[tuple[range, range]] = []
    for sentence in reading.sentences:
        if not any(name.start in sentence for name in names):
            continue
        for at in sentence:
            if not reading.forms[at] & _GIVING or _is_noun(reading, at):
                continue
            first = at + 1
            while first < sentence.stop and reading.words[first].text in ("that", "how"):
                first += 1
            name = _subject(reading, at, sentence.start, names)
            if name and sentence.stop - first >= _LEAST_TOLD and not any(reading.quoted[first : sentence.stop]):
                found.append((range(first, sentence.stop), name))
    return found
