"""Who is named in an article: names as written, the fullest form of each, and whom a pronoun stands for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tutor.article.closed import HE, NO_NOUN, SHE, TITLES
from tutor.article.lines import Line
from tutor.article.reporting.mentions import PARTICLES
from tutor.article.text import Span

# What explains a name has so many words; a name that is somebody's for certain has two. Own figures.
_LONGEST_PHRASE = 6
_FULL_NAME = 2
_APPOSED = frozenset(["who", "a", "an", "the", "whose", "one"])
# Bodies and papers: what is explained as one of these, or called so by its last word, is no "he" or "she".
BODIES = frozenset(
    """company firm group agency organisation organization party paper newspaper university institute centre center club
    country city town state nation network website magazine film book team band island river village bank union charity
    foundation region capital port ship hospital school college street council committee government ministry department
    office commission court parliament senate congress house campaign administration police association society
    federation board panel jury press media industry public survey poll report study times post news tribune journal
    bureau authority service alliance coalition church army navy trust fund embassy
    trail park road avenue lake mountain beach bay county square hall bridge airport station zoo museum forest garden
    valley ocean sea coast act bill treaty party""".split()
)


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


class People:
    """All who are named in an article, in the order in which they are; `speaking` are names that are said to speak."""

    def __init__(self, lines: Sequence[Line], speaking: Collection[tuple[str, ...]]) -> None:
        self._lines = lines
        self._places: list[Person] = []
        kinds: dict[str, int] = {}
        for line in lines:
            for mention in _names(line):
                if words := plain_name(line, mention):
                    owner = line.low[mention[-1]].endswith("'s")
                    span = line.span_of(mention)
                    self._places.append(Person(words, span, _titled(line, mention), owner, line.quoted[mention[0]]))
                    kinds[words[-1]] = kinds.get(words[-1], 0) + _like_a_person(line, mention)
        told = [person for person in self._places if not person.quoted]
        self._told, self._starts = told, [person.span.start for person in told]
        self._of_word: dict[str, list[Person]] = {}
        for person in self._places:
            for word in set(person.words):
                self._of_word.setdefault(word, []).append(person)
        # For the words of a name: those in full who have it as their last name, as their first, and the fullest of all.
        self._fuller: dict[tuple[str, ...], tuple[list[Person], list[Person], Person | None]] = {}
        told_so = {words[-1] for words in speaking if words and kinds.get(words[-1], 0) >= 0}
        self._human = (told_so | {name for name, count in kinds.items() if count > 0}) - BODIES
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

    def is_named(self, begin: int, end: int) -> bool:
        """Whether somebody is named between two characters, outside quotations."""
        first = bisect_left(self._starts, begin)
        return first < len(self._starts) and self._starts[first] < end

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
            for words in line.sentences:
                if not words:
                    continue
                there = self.named(line.words[words[0]].span.start, line.words[words[-1]].span.end)
                if len({person.words[-1] for person in there}) != 1:
                    continue
                count = counts.setdefault(there[0].words[-1], [0, 0])
                plain = [line.low[at] for at in words if not line.quoted[at]]
                count[0] += sum(word in HE for word in plain)
                count[1] += sum(word in SHE for word in plain)
        for name, (he, she) in counts.items():
            if max(he, she) > 3 * min(he, she):
                genders.setdefault(name, "he" if he > she else "she")
        return genders


def _like_a_person(line: Line, name: range) -> int:
    """1 where a name stands as a person's does, -1 where it stands as a place's, else 0."""
    first, after = name.start, name.stop
    before = line.low[first - 1] if first and line.joined(first) else ""
    if line.low[first].strip(".") in TITLES:
        return 1
    if before in ("the", "in", "at", "a", "an", "into", "across", "near", "this", "every", "on"):
        return -1
    if after >= len(line):
        return 0
    if line.gap[after] == "," and (line.words[after].number or line.low[after] in _APPOSED):
        explained = set(line.low[after : after + _LONGEST_PHRASE])
        return -1 if explained & BODIES else int(len(name) > 1)
    subject = line.opens(first) and line.joined(after) and not line.name[after]
    possessive = line.low[name[-1]].endswith("'s")
    return int(subject and not possessive and line.low[after] not in NO_NOUN)


def _names(line: Line) -> Iterator[range]:
    at = 0
    while at < len(line):
        if not line.name[at]:
            at += 1
            continue
        last = at
        while last + 1 < len(line) and line.joined(last + 1) and not line.low[last].endswith("'s"):
            particle = line.low[last + 1] in PARTICLES and last + 2 < len(line) and line.name[last + 2]
            if not (line.name[last + 1] or particle) or line.opens(last + 1):
                break
            last += 1
        yield range(at, last + 1)
        at = last + 1


def plain_name(line: Line, name: range) -> tuple[str, ...]:
    """A name's words as compared, without titles and initials, as `Person.words`."""
    words = (line.low[at].removesuffix("'s").strip(".") for at in name)
    return tuple(word for word in words if word not in TITLES and len(word) > 1)


def _titled(line: Line, name: range) -> str:
    first = line.low[name.start].strip(".")
    if first in ("mr", "sir", "lord", "king"):
        return "he"
    return "she" if first in ("mrs", "ms", "miss", "lady", "queen") else ""
