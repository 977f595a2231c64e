"""Noun phrases found from their last word back, by closed classes, capitals and endings: there is no parser."""

from __future__ import annotations

from tutor.article.closed import (
    AND,
    AUXILIARIES,
    CALENDAR,
    DETERMINERS,
    LINKS,
    MONTHS,
    PREPOSITIONS,
    SAYERS,
    TIMES,
    TITLES,
    is_adverb,
    may_be_past,
)
from tutor.article.lines import DASHES, Line
from tutor.article.reporting.lexicon import VERBS, Form
from tutor.article.reporting.words import is_verb, pronoun

# Own figures, in words: an apposition, a relative clause inside a noun phrase, a phrase as a whole.
APPOSITION = 24
_RELATIVE = 9
LONGEST = 30
# Prepositions that go on with a noun phrase: "the mayor of Ostrey", "a spokesman for the port".
_WITHIN = frozenset(
    "of for from in at with on to about by near between against over behind as under around across".split()
)
_RELATIVES = frozenset(["who", "that", "which"])
_OBJECTS = frozenset("me him us them".split())
TELLING = frozenset("who whose which former chief head director professor author president editor senior one".split())


def before(line: Line, last: int, begin: int) -> range | None:
    """The noun phrase whose last word is `last`, in words from `begin` on; None where there is none."""
    if last < begin or line.quoted[last]:
        return None
    gap = line.gap[last + 1]
    if gap.startswith(")"):
        opening = _bracket(line, last, begin)
        if opening is None or opening <= begin:
            return None
        inner = before(line, opening - 1, begin)
        return range(inner.start, last + 1) if inner else None
    word = line.low[last]
    if word in SAYERS or word == "whom":
        some = (
            last - 2 >= begin and line.low[last - 1] == "of" and (line.low[last - 2] in SAYERS or line.name[last - 2])
        )
        return range(last - 2, last + 1) if some else range(last, last + 1) if word != "whom" else None
    if pronoun(word):
        return range(last, last + 1)
    if word in _OBJECTS and not (last > begin and line.low[last - 1] in PREPOSITIONS):
        return None
    if not _may_end(line, last):
        return None
    if last - 2 >= begin and pronoun(line.low[last - 1]) and line.joined(last - 1) and is_verb(line, last, begin):
        known = before(line, last - 2, begin)  # "everyone I asked said"
        return range(known.start, last + 1) if known else None
    first = _walk(line, last, begin)
    while first <= last and _no_start(line, first, last):
        first += 1
    if first > last:
        return None
    first = _without_adverbial(line, first, last, begin)
    return _with_relative(line, first, last, begin)


def _may_end(line: Line, at: int) -> bool:
    word = line.low[at]
    if word in AUXILIARIES or word in AND or word in LINKS or word in PREPOSITIONS or word == "not":
        return False
    if word in TIMES or (word in CALENDAR and not line.name[at]):
        return False
    return not (is_adverb(word) and not line.words[at].capital)


def _walk(line: Line, last: int, begin: int) -> int:
    """The first word of the phrase that ends at `last`, before what cannot begin one is taken off."""
    at = last
    while at > begin and last - at < LONGEST and line.quoted[at - 1] == line.quoted[at]:
        step = _step(line, at, last, begin)
        if step is None:
            break
        at = step
    return at


def _step(line: Line, at: int, last: int, begin: int) -> int | None:
    """Where a phrase that reaches back to word `at` goes on before it; None where it begins there."""
    previous = at - 1
    word = line.low[previous]
    if line.low[at] in DETERMINERS and not line.name[at]:
        if line.gap[at]:
            return None
        return _through(line, previous, begin) if word in PREPOSITIONS else None  # "some of the voters"
    if not line.joined(at):
        return _over(line, at, last, begin)
    if word in AND:
        return previous - 1 if word != "but" and _coordinates(line, previous, begin) else None
    if word in PREPOSITIONS:
        return _through(line, previous, begin)
    if word == "that" and previous > begin and line.low[previous - 1] in PREPOSITIONS and line.joined(previous):
        return previous  # "in that room"
    if word in LINKS or word in AUXILIARIES or word == "not" or (pronoun(word) and word not in DETERMINERS):
        return None
    if is_adverb(word) and word not in DETERMINERS and not line.words[previous].capital:
        newly = (
            line.low[at].endswith("ed") and previous > begin and line.low[previous - 1] in PREPOSITIONS | DETERMINERS
        )
        return previous if newly else None  # "of newly filed reports"
    if word in CALENDAR and not line.name[previous] and not line.name[at]:
        return None
    return None if is_verb(line, previous, begin) and not is_modifier(line, previous, begin) else previous


def _through(line: Line, at: int, begin: int) -> int | None:
    """Where a phrase goes on before the preposition at `at`; None where that belongs to no noun."""
    if at - 2 >= begin and line.low[at - 1] == "and" and _may_end(line, at - 2):
        return at - 1  # "in Ostrey and around the bay"
    return at if _goes_on(line, at, begin) else None


def _over(line: Line, at: int, last: int, begin: int) -> int | None:
    """Where a phrase goes on beyond a mark before word `at`: over brackets, "Ostrey, Ohio," and lists of names."""
    gap = line.gap[at]
    if gap.endswith(")") and "(" not in gap:
        opening = _bracket(line, at - 1, begin)
        return opening - 1 if opening is not None and opening > begin and not line.gap[opening][:-1] else None
    if gap == "," and at > begin:
        listed = any(line.low[n] == "and" for n in range(at + 1, min(at + 8, last)))
        names = line.name[at] and line.name[at - 1]
        if listed and names and line.low[at] not in DETERMINERS:
            return at - 1
        if listed and line.low[at - 1].endswith("s") and not line.words[at].capital and not is_verb(line, at, begin):
            return at - 1
    return None


def _bracket(line: Line, last: int, begin: int) -> int | None:
    """The first word in the brackets that close after word `last`."""
    for at in range(last, max(last - 8, begin - 1), -1):
        if "(" in line.gap[at]:
            return at
    return None


def _goes_on(line: Line, at: int, begin: int) -> bool:
    """Whether the preposition at `at` belongs to a noun before it."""
    following = line.low[at + 1]
    if line.low[at] == "to" and not (line.words[at + 1].capital or following in DETERMINERS or following in _OBJECTS):
        return False
    if at <= begin or line.low[at] not in _WITHIN or not (line.joined(at) or line.gap[at].endswith(")")):
        return False
    word = line.low[at - 1]
    return (
        _may_end(line, at - 1)
        and not line.quoted[at - 1]
        and word not in ("this", "that", "it")
        and not pronoun(word)
        and word not in _OBJECTS
        and (not is_verb(line, at - 1, begin) or is_modifier(line, at - 1, begin))
        and not (word in VERBS and VERBS[word][1] is Form.ING)
    )


def _coordinates(line: Line, at: int, begin: int) -> bool:
    """Whether "and" at `at` joins two names or two nouns of one phrase."""
    if at <= begin or not line.joined(at) or at + 1 >= len(line):
        return False
    left, right = at - 1, at + 1
    if line.low[right] in DETERMINERS or pronoun(line.low[right]):
        return before(line, left, begin) == range(begin, left + 1) and not pronoun(line.low[right])
    if line.name[left] or line.name[right]:
        return line.name[left] and line.name[right]
    return _may_end(line, left) and not is_verb(line, left, begin) and not is_verb(line, right, begin)


def is_modifier(line: Line, at: int, begin: int) -> bool:
    """Whether what looks like a verb at `at` is part of a noun phrase: "the planned levy", "a plan drawn up in May"."""
    word = line.low[at]
    if not (word.endswith("ed") or word in ("held", "made", "seen", "taken", "given", "known", "written", "drawn")):
        return False
    if at == begin:
        return word.endswith("ed")
    left = line.low[at - 1]
    after = line.low[at + 1] if at + 1 < len(line) else ""
    if not line.joined(at):
        return word.endswith("ed")
    if left in DETERMINERS or left in PREPOSITIONS or left.endswith("'s"):
        return True
    if is_adverb(left) and at - 2 >= begin and line.low[at - 2] in DETERMINERS | PREPOSITIONS:
        return True  # "of newly filed reports"
    return (
        after in PREPOSITIONS and word not in VERBS and left.isalpha() and _may_end(line, at - 1) and not pronoun(left)
    )


def _no_start(line: Line, first: int, last: int) -> bool:
    """Whether the word at `first` cannot begin a noun phrase."""
    word = line.low[first]
    if word in DETERMINERS:
        return False
    if word in PREPOSITIONS or word in AND or (is_adverb(word) and not line.words[first].capital):
        return True
    if word in ("as", "well", "but", "so", "meanwhile", "however", "still", "yet") and first < last:
        return True
    after_day = first < last and not line.words[first + 1].capital and line.joined(first + 1)
    return word in CALENDAR and word not in MONTHS and first < last and not after_day


def _without_adverbial(line: Line, first: int, last: int, begin: int) -> int:
    """ "In an interview Rossi said": the phrase is the name alone."""
    if first <= begin or line.low[first - 1] not in PREPOSITIONS or first - 1 != begin:
        return first
    name = last
    while name > first and line.name[name - 1] and line.joined(name):
        name -= 1
    return name if line.name[last] and name > first and line.low[name - 1] not in TITLES else first


def _with_relative(line: Line, first: int, last: int, begin: int) -> range:
    """The phrase with the one that it belongs to: "officials who reviewed the tape"."""
    alone, verb = range(first, last + 1), first - 1
    if verb < begin or not line.joined(first):
        return alone
    if line.low[verb] in _RELATIVES and line.joined(verb):  # "analysts who follow shipping", "it is clear that voters"
        told = first < last and _opens_relative(line, verb) and not is_verb(line, verb - 1, begin)
        whole = before(line, verb - 1, begin) if told else None
        return range(whole.start, last + 1) if whole else alone
    if verb > begin and line.low[verb] in PREPOSITIONS and line.joined(verb):
        verb -= 1
    for at in range(verb, max(verb - _RELATIVE, begin), -1):
        if line.low[at] in _RELATIVES and line.joined(at) and not line.quoted[at - 1]:
            named = line.low[at - 1] in SAYERS or (_may_end(line, at - 1) and not is_verb(line, at - 1, begin))
            if not named or not (is_verb(line, verb, begin) or _opens_relative(line, at)):
                return alone
            whole = before(line, at - 1, begin)
            return range(whole.start, last + 1) if whole else alone
        if not line.joined(at):
            return alone
    return alone


def _opens_relative(line: Line, at: int) -> bool:
    """Whether the "who" or "that" at `at` is followed by its verb: "a town that locks its books away"."""
    word = line.low[at + 1]
    if line.low[at] == "who":
        return True
    verb = word in AUXILIARIES or may_be_past(word) or (word.endswith("s") and not word.endswith(("ss", "'s")))
    return verb and word not in DETERMINERS


def before_mark(line: Line, last: int, begin: int) -> range | None:
    """The phrase before a comma or dash after word `last`, with its apposition: "Rossi, the mayor of Ostrey,"."""
    mark = next((dash for dash in DASHES if line.gap[last + 1].startswith(dash)), ",")
    for first in range(last, max(last - APPOSITION, begin), -1):
        gap = line.gap[first]
        if any(char in gap for char in ';:"“”?!') or line.quoted[first]:
            return None
        if gap.endswith(mark) and gap != "-":
            whole = _apposed(line, first, last, begin)
            # "Pike, 56, who runs the port," and "Pike, the head of the port, one of two,"
            if whole and whole.start > begin and line.gap[whole.start] in (",", "),"):
                word = line.words[whole.start]
                if word.number or word.word in DETERMINERS or word.word in TELLING:
                    wider = before_mark(line, whole.start - 1, begin)
                    return range((wider or whole).start, last + 1)
            return whole
    return None


def _apposed(line: Line, first: int, last: int, begin: int) -> range | None:
    word = line.low[first]
    if word in PREPOSITIONS or is_adverb(word):  # "Rossi, in a letter, said"
        return before(line, first - 1, begin)
    if pronoun(word) and word not in ("who", "which"):
        return None
    if word in LINKS and word not in ("who", "which", "whose"):
        return None
    explains = (word in DETERMINERS or word in TELLING or line.words[first].number or line.words[first].capital) or (
        last > first and not is_verb(line, first, begin) and word not in AND
    )
    if not explains or word in AND:
        return None
    whole = before(line, first - 1, begin)
    return range(whole.start, last + 1) if whole else None
