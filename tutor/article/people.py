"""Who is named in an article: names as written, the fullest form of each, and whom a pronoun stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from tutor.article.changes import NEGATIONS
from tutor.article.meaning import is_known
from tutor.article.text import Span
from tutor.article.words import Word

TITLES = frozenset(
    """mr mrs ms miss mx dr sir lady lord prof professor president senator sen rep representative congressman
    congresswoman secretary minister mayor councillor councilor governor gov captain king queen judge justice general
    gen chief coach aunt uncle father sister brother officer""".split()
)
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)
HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
SUBJECTS = frozenset("he she they i we it".split())
DETERMINERS = frozenset(
    """the a an one another some many most several few two three four five all both his her their its our my this that
    these those other each every no""".split()
)
_PARTICLES = frozenset("de van von der la bin al el ben du da di".split())
# What is no noun, and so ends no noun phrase.
_NO_NOUN = (
    SUBJECTS
    | HE
    | SHE
    | DETERMINERS
    | NEGATIONS
    | frozenset(
        """and or but if when while as that which who whom whose what where why how to of in on at by for from with
        about into over under after before since until than then there here so too also just only even still now be is
        are was were been being am has have had do does did will would can could may might must shall should because
        though although them us me you your not up down out off again once later however yet more less very well ago
        today yesterday""".split()
    )
)
# What may open a sentence before a name without belonging to it.
_OPENERS = frozenset("meanwhile poor dear critics former like unlike instead perhaps maybe despite besides".split())
# A noun phrase before a verb has so many words, and a name so many parts. Own figures.
_LONGEST_PHRASE = 6
_LONGEST_NAME = 5
_FULL_NAME = 2
_NO_SOURCE = frozenset("that this these those no every each all it its such".split())
# Words that end what follows "said": "said Rossi in an interview".
_AFTER_NAME = frozenset(
    "in on at to during as when after before from while with that if because who and but by".split()
)


class Kind(Enum):
    """How somebody is mentioned; `WRITER` is the "I" of the article."""

    NAME = "name"
    PHRASE = "phrase"
    PRONOUN = "pronoun"
    WRITER = "writer"


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody mentioned: by word numbers `first` to `last`, of one line of the article."""

    kind: Kind
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by name: `words` as compared, `span` where the name stands, and "he", "she" or "" for not known.

    `owner` says that it stands as a possessive there, `quoted` that it stands in a quotation.
    """

    words: tuple[str, ...]
    span: Span
    gender: str = ""
    owner: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One paragraph: its words, their sentences by number, and whether each stands in quotation marks.

    `text` is the whole article's, and `start`, `end` and `quotes` are characters of it; `numbers` are those of its
    sentences, which begin at the words `first`.
    """

    text: str
    start: int
    end: int
    words: Sequence[Word]
    sentence: Sequence[int]
    quoted: Sequence[bool]
    names: frozenset[str]
    quotes: tuple[Span, ...]
    numbers: tuple[int, ...]
    small: frozenset[str]
    first: tuple[int, ...]

    def sentence_words(self, number: int) -> range:
        """The numbers of the words of a sentence, by its number in the article."""
        at = number - self.numbers[0]
        return range(self.first[at], self.first[at + 1])

    def between(self, at: int) -> str:
        """What stands between word `at` - 1 and word `at`."""
        begin = self.words[at - 1].span.end if at > 0 else self.start
        return self.text[begin : self.words[at].span.start if at < len(self.words) else self.end]

    def joined(self, at: int) -> bool:
        """Whether word `at` follows the one before with nothing but space, or an initial's or title's full stop."""
        between = self.between(at).strip()
        if between == "-":
            return not (self.words[at - 1].capital and self.words[at].capital)
        return not between or self.abbreviated(at)

    def abbreviated(self, at: int) -> bool:
        """Whether the full stop before word `at` is an initial's or a title's."""
        before = self.words[at - 1].word.strip(".") if at > 0 else ""
        return bool(before) and self.between(at).strip() == "." and (before in TITLES or len(before) == 1)

    def opens(self, at: int) -> bool:
        """Whether word `at` begins a sentence, where a capital says nothing."""
        return self.words[at].opens and not self.abbreviated(at)

    def is_name(self, at: int) -> bool:
        """Whether word `at` is written as a name is."""
        word = self.words[at]
        plain = word.word.removesuffix("'s")
        if not word.capital or word.number or word.word.partition("'")[0] in _NO_NOUN | CALENDAR:
            return False
        if plain in self.names or plain.strip(".") in TITLES or not self.opens(at):
            return True
        # A first word is a name if nothing else explains its capital: "Owen" before "Pike", "Rossi" by itself.
        if plain in self.small or plain in _OPENERS or plain.endswith("ly"):
            return False
        followed = at + 1 < len(self.words) and self.joined(at + 1) and self.words[at + 1].capital
        return (followed and not self.words[at + 1].number) or not is_known(plain)

    def span(self, mention: Mention) -> Span:
        """The characters of a mention, without a possessive's ending."""
        span = Span(self.words[mention.first].span.start, self.words[mention.last].span.end)
        return Span(span.start, span.end - 2) if self.words[mention.last].word.endswith("'s") else span


def ending_at(line: Line, last: int) -> Mention | None:
    """The name, pronoun or noun phrase whose last word is `last`; None when there is none."""
    if last < 0 or line.quoted[last]:
        return None
    word = line.words[last].word
    if word in SUBJECTS:
        return Mention(Kind.WRITER if word in ("i", "we") else Kind.PRONOUN, last, last)
    if word.endswith("'s"):
        return None
    if line.is_name(last):
        return _owned(line, Mention(Kind.NAME, _name_start(line, last), last))
    return _phrase(line, last)


def _owned(line: Line, mention: Mention) -> Mention:
    """A name with the name it belongs to: "Iran's Foreign Ministry" is not just any."""
    before = mention.first - 1
    if before < 0 or not line.words[before].word.endswith("'s") or not line.joined(mention.first):
        return mention
    return Mention(Kind.PHRASE, _possessor(line, before), mention.last) if line.is_name(before) else mention


def _name_start(line: Line, last: int) -> int:
    first = last
    while first > 0 and last - first < _LONGEST_NAME and line.joined(first) and not line.quoted[first - 1]:
        before = line.words[first - 1]
        particle = before.word in _PARTICLES and first > 1 and line.is_name(first - 2)
        if before.word.endswith("'s") or not (line.is_name(first - 1) or particle):
            break
        first -= 1
    return first


def _phrase(line: Line, last: int) -> Mention | None:
    """A noun phrase: from its article, or some words in the plural at the start of a clause."""
    word = line.words[last]
    if word.word in _NO_NOUN or word.number or len(word.word) < 3:
        return None
    first = last
    while last - first < _LONGEST_PHRASE:
        at = line.words[first]
        if at.word in DETERMINERS or at.word.endswith("'s"):
            return Mention(Kind.PHRASE, _possessor(line, first), last)
        starts = first == 0 or not line.joined(first) or line.opens(first)
        if starts or line.words[first - 1].word in _NO_NOUN - DETERMINERS:
            many = word.word.endswith(("s", "people", "police", "men", "women"))
            return Mention(Kind.PHRASE, first, last) if many else None
        first -= 1
    return None


def _possessor(line: Line, first: int) -> int:
    """The start of a phrase that opens with a possessive: the whole name ("Ada Rossi's office")."""
    return _name_start(line, first) if line.words[first].word.endswith("'s") and line.is_name(first) else first


def starting_at(line: Line, first: int) -> Mention | None:
    """The name, pronoun or noun phrase that begins at word `first`, as after "said"."""
    if first >= len(line.words) or line.quoted[first] or not line.joined(first):
        return None
    word = line.words[first].word
    if word in _NO_SOURCE:
        return None
    if word in ("he", "she", "i"):
        return Mention(Kind.WRITER if word == "i" else Kind.PRONOUN, first, first)
    if word in _NO_NOUN - DETERMINERS:
        return None
    last = first
    while last + 1 < len(line.words) and last - first < _LONGEST_PHRASE and line.joined(last + 1):
        after = line.words[last + 1].word
        if after in _AFTER_NAME | SUBJECTS or line.quoted[last + 1] or (after in _NO_NOUN and after != "of"):
            break
        last += 1
        if line.is_name(last - 1) and not line.is_name(last) and last - 1 > first:
            last -= 1
            break
    names = [at for at in range(first, last + 1) if line.is_name(at) and not line.words[at].word.endswith("'s")]
    if names and names[-1] == last:
        start = last
        while start - 1 in names:
            start -= 1
        return Mention(Kind.NAME, start, last)
    if names and names[0] == first:
        end = first
        while end + 1 in names:
            end += 1
        return Mention(Kind.NAME, first, end)
    if word in DETERMINERS or word.endswith("'s") or line.words[last].word.endswith("s"):
        return Mention(Kind.PHRASE, first, last)
    return None


class People:
    """All who are named in an article, in the order in which they are; `speaking` are names that are said to speak."""

    def __init__(self, lines: Sequence[Line], speaking: Collection[tuple[str, ...]]) -> None:
        self._lines = lines
        self._places: list[Person] = []
        kinds: dict[str, int] = {}
        for line in lines:
            for mention in _names(line):
                if words := plain_name(line, mention):
                    owner = line.words[mention.last].word.endswith("'s")
                    person = Person(
                        words, line.span(mention), _titled(line, mention), owner, line.quoted[mention.first]
                    )
                    self._places.append(person)
                    kinds[words[-1]] = kinds.get(words[-1], 0) + _like_a_person(line, mention)
        told = [person for person in self._places if not person.quoted]
        self._told, self._starts = told, [person.span.start for person in told]
        self._of_word: dict[str, list[Person]] = {}
        for person in self._places:
            for word in set(person.words):
                self._of_word.setdefault(word, []).append(person)
        # For the words of a name: those in full who have it as their last name, as their first, and the fullest of all.
        self._fuller: dict[tuple[str, ...], tuple[list[Person], list[Person], Person | None]] = {}
        self._human = {words[-1] for words in speaking if words} | {name for name, count in kinds.items() if count > 0}
        self._nobody = {name for name, count in kinds.items() if count < 0} - self._human
        self._gender = self._genders()

    def of(self, words: tuple[str, ...], before: int) -> Person | None:
        """Whom these words of a name stand for: the last named so in full before a character, or who is so anywhere."""
        if not words:
            return None
        if words not in self._fuller:
            there = [p for p in self._of_word.get(words[-1], ()) if set(words) <= set(p.words)]
            fuller = [p for p in there if len(p.words) > len(words)]
            by_last = [p for p in fuller if p.words[-1] == words[-1]]
            by_first = [p for p in fuller if p.words[0] == words[0]]
            whole = max((p for p in there if p.words[-1] == words[-1]), key=lambda p: len(p.words), default=None)
            self._fuller[words] = by_last, by_first, whole
        by_last, by_first, whole = self._fuller[words]
        for people in (by_last, by_first):
            if at := bisect_left(people, before, key=lambda p: p.span.start):
                return people[at - 1]
        return whole

    def named(self, begin: int, end: int) -> list[Person]:
        """The people named between two characters, outside quotations, in order, each in the fullest form so far.

        Those named only as the owners of something ("Rossi's house") are left out where anybody else is named.
        """
        places = self._told[bisect_left(self._starts, begin) : bisect_left(self._starts, end)]
        places = [person for person in places if self.is_human(person)]
        places = [person for person in places if not person.owner] or places
        return [self.of(person.words, person.span.start + 1) or person for person in places]

    def perhaps(self, begin: int, end: int) -> list[Person]:
        """As `named`, with the full names that may be somebody's: "Idris Marlow" of whom nothing more is told."""
        places = self._told[bisect_left(self._starts, begin) : bisect_left(self._starts, end)]
        return [
            person
            for person in places
            if not person.owner
            and (self.is_human(person) or (len(person.words) == _FULL_NAME and person.words[-1] not in self._nobody))
        ]

    def is_human(self, person: Person) -> bool:
        """Whether a name is somebody's, as far as one can tell, and not a place's or a body's."""
        return bool(person.gender) or person.words[-1] in self._human

    def fits(self, person: Person, pronoun: str) -> bool:
        """Whether "he" or "she" may stand for somebody."""
        gender = self._gender.get(person.words[-1], "")
        return not gender or pronoun not in ("he", "she") or gender == pronoun

    def _genders(self) -> dict[str, str]:
        """ "he" or "she" for those with a title, or whom the pronouns in sentences that name nobody else fit."""
        counts: dict[str, list[int]] = {}
        genders = {person.words[-1]: person.gender for person in self._places if person.gender}
        for line in self._lines:
            for number in line.numbers:
                words = line.sentence_words(number)
                if not words:
                    continue
                there = self.named(line.words[words[0]].span.start, line.words[words[-1]].span.end)
                if len({person.words[-1] for person in there}) != 1:
                    continue
                count = counts.setdefault(there[0].words[-1], [0, 0])
                plain = [line.words[at].word for at in words if not line.quoted[at]]
                count[0] += sum(word in HE for word in plain)
                count[1] += sum(word in SHE for word in plain)
        for name, (he, she) in counts.items():
            if max(he, she) > 3 * min(he, she):
                genders.setdefault(name, "he" if he > she else "she")
        return genders


def _like_a_person(line: Line, mention: Mention) -> int:
    """1 where a name stands as a person's does, -1 where it stands as a place's, else 0."""
    before = line.words[mention.first - 1].word if mention.first and line.joined(mention.first) else ""
    if line.words[mention.first].word.strip(".") in TITLES:
        return 1
    if before in ("the", "in", "at", "a", "an", "into", "across", "near", "this", "every", "on"):
        return -1
    after = mention.last + 1
    if after >= len(line.words):
        return 0
    if line.between(after).strip() == "," and (line.words[after].number or line.words[after].word in _APPOSED):
        explained = {word.word for word in line.words[after : after + _LONGEST_PHRASE]}
        return -1 if explained & _BODIES else int(mention.last > mention.first)
    subject = line.opens(mention.first) and line.joined(after) and not line.is_name(after)
    possessive = line.words[mention.last].word.endswith("'s")
    return int(subject and not possessive and line.words[after].word not in _NO_NOUN)


_APPOSED = frozenset(["who", "a", "an", "the", "whose", "one"])
# What is explained as one of these is nobody.
_BODIES = frozenset(
    """company firm group agency organisation organization party paper newspaper university institute centre center club
    country city town state nation network website magazine film book team band island river village bank union charity
    foundation region capital port ship hospital school college street""".split()
)


def _names(line: Line) -> Iterator[Mention]:
    at = 0
    while at < len(line.words):
        if not line.is_name(at):
            at += 1
            continue
        last = at
        while last + 1 < len(line.words) and line.joined(last + 1) and not line.words[last].word.endswith("'s"):
            particle = line.words[last + 1].word in _PARTICLES and last + 2 < len(line.words) and line.is_name(last + 2)
            if not (line.is_name(last + 1) or particle) or line.opens(last + 1):
                break
            last += 1
        yield Mention(Kind.NAME, at, last)
        at = last + 1


def plain_name(line: Line, mention: Mention) -> tuple[str, ...]:
    """A name's words as compared, without titles and initials, as `Person.words`."""
    words = (line.words[at].word.removesuffix("'s").strip(".") for at in range(mention.first, mention.last + 1))
    return tuple(word for word in words if word not in TITLES and len(word) > 1)


def _titled(line: Line, mention: Mention) -> str:
    first = line.words[mention.first].word.strip(".")
    if first in ("mr", "sir", "lord", "king"):
        return "he"
    return "she" if first in ("mrs", "ms", "miss", "lady", "queen") else ""
