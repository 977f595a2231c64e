"""Who is named in an article: names as written, the fullest form of each, and whom a pronoun stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from tutor.article.changes import NEGATIONS
from tutor.article.text import Span
from tutor.article.words import Word

TITLES = frozenset(
    """mr mrs ms miss mx dr sir lady lord prof professor president senator sen rep representative congressman
    congresswoman secretary minister mayor councillor councilor governor gov captain king queen judge justice general
    gen chief coach aunt uncle father sister brother officer""".split()
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
# A noun phrase before a verb has so many words, and a name so many parts. Own figures.
_LONGEST_PHRASE = 6
_LONGEST_NAME = 5
# Words that end what follows "said": "said Rossi in an interview".
_AFTER_NAME = frozenset("in on at to during as when after before from while with that if because who and but by".split())


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
    """Somebody by name: `words` as compared, `span` where the name stands, in `Article.text`; male, female or unknown."""

    words: tuple[str, ...]
    span: Span
    gender: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One paragraph: its words, their sentences by number, and whether each stands in quotation marks.

    `text` is the whole article's and `start` and `end` are characters of it.
    """

    text: str
    start: int
    end: int
    words: Sequence[Word]
    sentence: Sequence[int]
    quoted: Sequence[bool]
    names: frozenset[str]

    def between(self, at: int) -> str:
        """What stands between word `at` - 1 and word `at`."""
        begin = self.words[at - 1].span.end if at > 0 else self.start
        return self.text[begin : self.words[at].span.start if at < len(self.words) else self.end]

    def joined(self, at: int) -> bool:
        """Whether word `at` follows the one before with nothing but space, or an initial's or title's full stop."""
        between = self.between(at).strip()
        before = self.words[at - 1].word.strip(".")
        return not between or (between == "." and (before in TITLES or len(before) == 1))

    def is_name(self, at: int) -> bool:
        """Whether word `at` is written as a name is."""
        word = self.words[at]
        plain = word.word.removesuffix("'s")
        if not word.capital or word.number:
            return False
        if plain in self.names or plain.strip(".") in TITLES:
            return True
        return not word.opens and word.word not in _NO_NOUN

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
        return Mention(Kind.NAME, _name_start(line, last), last)
    return _phrase(line, last)


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
        starts = first == 0 or not line.joined(first) or line.words[first].opens
        if starts or line.words[first - 1].word in _NO_NOUN - DETERMINERS:
            return Mention(Kind.PHRASE, first, last) if word.word.endswith(("s", "people", "police", "men", "women")) else None
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
    """All who are named in an article, in the order in which they are."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._places: list[tuple[int, Person]] = []
        fullest: dict[str, Person] = {}
        for line in lines:
            for mention in _names(line):
                words = _plain(line, mention)
                if not words:
                    continue
                person = Person(words, line.span(mention), _titled(line, mention))
                known = fullest.get(words[-1]) or next((p for p in fullest.values() if len(words) == 1 and words[0] in p.words), None)
                if known is None or (len(known.words) == 1 and len(words) > 1):
                    fullest[words[-1]] = person
                self._places.append((person.span.start, person))
        self._fullest = fullest
        self._gender = self._genders()

    def of(self, words: tuple[str, ...], before: int) -> Person | None:
        """The person whom these words of a name stand for: the last named so before a character, in the fullest form."""
        fitting = [p for at, p in self._places if at < before and set(words) <= set(p.words) and len(p.words) > len(words)]
        if fitting:
            return self._with_gender(fitting[-1])
        fitting = [p for _, p in self._places if set(words) <= set(p.words) and p.words[-1] == words[-1]]
        return self._with_gender(max(fitting, key=lambda p: len(p.words))) if fitting else None

    def named(self, begin: int, end: int) -> list[Person]:
        """Those named between two characters, in order, each in the fullest form so far."""
        return [self.of(p.words, at + 1) or p for at, p in self._places if begin <= at < end]

    def fits(self, person: Person, pronoun: str) -> bool:
        """Whether "he" or "she" may stand for somebody."""
        gender = self._gender.get(person.words[-1], "")
        return not gender or pronoun not in ("he", "she") or gender == pronoun

    def _with_gender(self, person: Person) -> Person:
        return replace(person, gender=self._gender.get(person.words[-1], ""))

    def _genders(self) -> dict[str, str]:
        """"he" or "she" for those with a title, or whom most pronouns in sentences that name nobody else fit."""
        counts: dict[str, list[int]] = {}
        genders: dict[str, str] = {}
        for _, person in self._places:
            if person.gender:
                genders.setdefault(person.words[-1], person.gender)
        for line in self._lines:
            for number in sorted(set(line.sentence)):
                words = [at for at, sentence in enumerate(line.sentence) if sentence == number]
                begin, end = line.words[words[0]].span.start, line.words[words[-1]].span.end
                there = {p.words[-1] for at, p in self._places if begin <= at < end}
                if len(there) != 1:
                    continue
                count = counts.setdefault(next(iter(there)), [0, 0])
                for at in words:
                    if not line.quoted[at]:
                        count[0] += line.words[at].word in HE
                        count[1] += line.words[at].word in SHE
        for name, (he, she) in counts.items():
            if he != she and min(he, she) * 3 <= max(he, she):
                genders.setdefault(name, "he" if he > she else "she")
        return genders


def _names(line: Line) -> Iterator[Mention]:
    at = 0
    while at < len(line.words):
        if not line.is_name(at):
            at += 1
            continue
        last = at
        while last + 1 < len(line.words) and line.joined(last + 1) and not line.words[last].word.endswith("'s"):
            particle = line.words[last + 1].word in _PARTICLES and last + 2 < len(line.words) and line.is_name(last + 2)
            if not (line.is_name(last + 1) or particle) or line.words[last + 1].opens:
                break
            last += 1
        yield Mention(Kind.NAME, at, last)
        at = last + 1


def _plain(line: Line, mention: Mention) -> tuple[str, ...]:
    """A name's words as compared, without titles and initials."""
    words = (line.words[at].word.removesuffix("'s").strip(".") for at in range(mention.first, mention.last + 1))
    return tuple(word for word in words if word not in TITLES and len(word) > 1)


def _titled(line: Line, mention: Mention) -> str:
    first = line.words[mention.first].word.strip(".")
    return "he" if first in ("mr", "sir", "lord", "king") else "she" if first in ("mrs", "ms", "miss", "lady", "queen") else ""


def plain_name(line: Line, mention: Mention) -> tuple[str, ...]:
    """A mention's words as compared, as `Person.words`."""
    return _plain(line, mention)
