"""To whom a reply gives words of the article: "Rossi says “…”"."""

from __future__ import annotations

from tutor.rubric.people import Names, spelled
from tutor.rubric.reading import Reading
from tutor.rubric.speaking import is_passive
from tutor.rubric.words import lemma

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
_LEAST_TOLD = 5
_LONGEST_TOLD = 40
MOST_TOLD = 20


def giver(reading: Reading, passage: range, names: Names) -> range | None:
    """The name, of `names`, that the reply gives the words of a passage to; None where it gives them to nobody plainly.

    "Rossi says that “…”", "according to Rossi, “…”", "“…”, says Rossi", "Rossi: “…”". Where a pronoun speaks, and the
    reply has one name only, it is that one.
    """
    if not passage or not names:
        return None
    before = _before(reading, passage, names)
    after = _after_passage(reading, passage, names)
    if before and after and spelled(reading, before) != spelled(reading, after):
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
            alone = all(spelled(reading, name) == spelled(reading, first) for name in names.values())
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
