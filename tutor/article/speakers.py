"""Who speaks in each sentence of an article: the author, or somebody whose words it quotes or reports.

Rules, no model: a reporting verb and the name, pronoun or noun phrase beside it ("she said", "Rossi contends that"),
"according to", "in her view"; quotations go to the tag beside them, and from there on to the end of the paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from tutor.article.address import Address
from tutor.article.index import index_of
from tutor.article.model import Article, Sentence
from tutor.article.people import Kind, Line, Mention, People, Person, plain_name
from tutor.article.pointing import quotations
from tutor.article.tags import Tag, beside, is_speech, reported, tags_of
from tutor.article.text import Span

# A pronoun goes back so many characters, some two paragraphs, and what introduces a quotation so many words.
_FAR_BACK = 1_500
_WORDS_BACK = 80
# What is reported makes up this share of its sentence, less the words that tell who speaks; else it is the author's.
_SHARE_SAID = 0.4


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a sentence, other than the author.

    `name` is the fullest form of the name that the article has, or the noun phrase, and `span` the place where it
    stands so; `source` is what tells here that they speak, be it a name, a noun phrase or a pronoun; `said` is the part
    of the sentence that is theirs. All are characters of `Article.text`. `certain` is false where the speaker of a
    neighbouring sentence, or one of several people named before, is taken for granted.
    """

    name: str
    span: Span
    source: Span
    said: Span
    certain: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """Words that somebody says, by number, and those that tell so; None is the author."""

    said: range
    speaker: Speaker | None
    telling: range = range(0)


@lru_cache(maxsize=8)  # an article hashes by identity; a lesson has one, a test of all lessons a few
def speakers(article: Article) -> Mapping[Address, Speaker | None]:
    """For every sentence of an article who speaks in it; None is the author."""
    return MappingProxyType(_Reader(article).read())


class _Reader:
    """One article being read, paragraph by paragraph."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.sentences = [block.sentences for block in article.blocks if block.sentences]
        self.lines = _lines(article, self.sentences)
        self.tags = [list(tags_of(line)) for line in self.lines]
        by_name = [(line, tag.mention) for line, tags in zip(self.lines, self.tags, strict=True) for tag in tags]
        self.people = People(self.lines, {plain_name(line, m) for line, m in by_name if m.kind is Kind.NAME})
        # The last one who spoke, where it was told last, and whether their quotation was left open at the end of the
        # paragraph.
        self.last: Speaker | None = None
        self.open = False

    def read(self) -> dict[Address, Speaker | None]:
        found: dict[Address, Speaker | None] = {}
        for line, tags, sentences in zip(self.lines, self.tags, self.sentences, strict=True):
            found |= self._read_line(line, tags, sentences)
        return found

    def _read_line(
        self, line: Line, tags: Sequence[Tag], sentences: Sequence[Sentence]
    ) -> dict[Address, Speaker | None]:
        quotes = [_numbers(line, span) for span in line.quotes]
        spoken: list[_Part] = []
        owners = self._owners(line, quotes, tags)
        for quote, owner in zip(quotes, owners, strict=True):
            if owner is not None:
                spoken.append(_Part(quote, owner[0]))
        for tag in tags:
            telling = range(tag.first, tag.last + 1)
            spoken += [_Part(said, self._speaker(line, tag), telling) for said in reported(line, tag)]
        told = [self._speaker(line, tag) for tag in tags] if tags else [owner[0] for owner in owners if owner]
        self.last = next((speaker for speaker in reversed(told) if speaker), self.last)
        tail = line.text[line.start : line.end].rstrip()
        self.open = bool(line.quotes) and line.quotes[-1].end >= line.start + len(tail)
        parts: dict[int, list[_Part]] = {}
        for part in spoken:
            for number in sorted({line.sentence[at] for at in part.said}):
                parts.setdefault(number, []).append(part)
        return {
            sentence.address: _main(line, number, parts.get(number, ()))
            for number, sentence in zip(line.numbers, sentences, strict=True)
        }

    # --- quotations ---------------------------------------------------------------------------------------------------

    def _owners(self, line: Line, quotes: Sequence[range], tags: Sequence[Tag]) -> list[tuple[Speaker | None] | None]:
        """For each quotation who speaks in it, in a tuple; None where nobody is known to, or it sets off a term."""
        if tags and tags[0].part:
            return [(self._speaker(line, tags[0]),)] * len(quotes)
        owners: list[tuple[Speaker | None] | None] = [None] * len(quotes)
        for number, quote in enumerate(quotes):
            if tag := beside(line, quote, _near(tags, quote)):
                owners[number] = (self._speaker(line, tag),)
        for number, quote in enumerate(quotes):
            if owners[number] is None and is_speech(line, quote):
                owners[number] = self._untagged(line, quote, number, owners, tags)
        return owners

    def _untagged(
        self,
        line: Line,
        quote: range,
        number: int,
        owners: Sequence[tuple[Speaker | None] | None],
        tags: Sequence[Tag],
    ) -> tuple[Speaker | None] | None:
        """Who speaks in a quotation without a tag of its own: the last to speak in the paragraph, or who comes next."""
        told = bisect_left(tags, quote.start, key=lambda tag: tag.verb)
        if told and tags[told - 1].signature:
            return None
        if told:
            end = line.words[tags[told - 1].last].span.end
            return self._continued(line, self._speaker(line, tags[told - 1]), end, quote)
        earlier = next((owner for owner in reversed(owners[:number]) if owner), None)
        if earlier:
            return self._continued(line, earlier[0], line.quotes[number - 1].end, quote)
        if quote.start == 0:
            later = next((owner for owner in owners[number:] if owner), None)
            if later:
                return later
            if self.last:
                return (self.last if self.open else _unsure(self.last),)
            return None
        return self._introduced(line, quote)

    def _continued(self, line: Line, speaker: Speaker | None, begin: int, quote: range) -> tuple[Speaker | None]:
        """A quotation after one by a known speaker: still theirs, for certain if nobody else is named between."""
        if speaker is None:
            return (None,)
        named = self.people.named(begin, line.words[quote.start].span.start)
        others = [person for person in named if person.words[-1] not in speaker.name.lower().split()]
        return (_unsure(speaker) if others else speaker,)

    def _introduced(self, line: Line, quote: range) -> tuple[Speaker | None] | None:
        """The one that the words before a quotation speak of first; never certain."""
        front = range(max(quote.start - _WORDS_BACK, 0), quote.start)
        words = [line.words[at].word for at in front if not line.quoted[at]]
        if "i" in words:
            return (None,)
        begin = line.words[quote.start].span.start
        named = self.people.named(max(line.start, begin - _FAR_BACK), begin)
        if named:
            return (Speaker(_written(line, named[0].span), named[0].span, named[0].span, named[0].span, False),)
        return (_unsure(self.last),) if self.last and {"he", "she"} & set(words) else None

    # --- speakers -----------------------------------------------------------------------------------------------------

    def _speaker(self, line: Line, tag: Tag) -> Speaker | None:
        """The speaker of a tag; None where it is the author ("I asked")."""
        mention = tag.mention
        source = line.span(mention)
        match mention.kind:
            case Kind.WRITER:
                return None
            case Kind.NAME:
                person = self.people.of(plain_name(line, mention), source.start + 1)
                span = person.span if person else source
                return Speaker(_written(line, span), span, source, source, True)
            case Kind.PHRASE:
                return Speaker(_written(line, source), source, source, source, True)
            case Kind.PRONOUN:
                return self._meant(line, mention, source)

    def _meant(self, line: Line, mention: Mention, source: Span) -> Speaker:
        """Whom a pronoun stands for: the one named in the paragraph whom it fits, the last to speak, or the last named.

        Of several in the paragraph the first is taken, who is its subject most of the time, and that is not certain.
        """
        pronoun = {"his": "he", "her": "she"}.get(word := line.words[mention.first].word, word)
        if pronoun not in ("he", "she"):
            return Speaker(_written(line, source), source, source, source, False)
        begin = max(line.start, source.start - _FAR_BACK)
        here = self._fitting(begin, source.start, pronoun)
        perhaps = [p for p in self.people.perhaps(begin, source.start) if self.people.fits(p, pronoun)]
        if here:
            alone = len(_different([*here, *perhaps])) == 1
            return Speaker(_written(line, here[0].span), here[0].span, source, source, alone)
        if self.last and self.people.fits(_person(self.last), pronoun):
            since = self._fitting(max(self.last.source.end, line.start - _FAR_BACK), line.start, pronoun)
            others = _different(since) - {self.last.name.lower().split()[-1]}
            if not others:
                return Speaker(self.last.name, self.last.span, source, source, self.last.certain)
            return Speaker(_written(line, since[-1].span), since[-1].span, source, source, False)
        before = self._fitting(max(line.start - _FAR_BACK, 0), line.start, pronoun)
        if not before and perhaps:
            return Speaker(_written(line, perhaps[0].span), perhaps[0].span, source, source, False)
        if not before:
            return Speaker(_written(line, source), source, source, source, False)
        return Speaker(_written(line, before[-1].span), before[-1].span, source, source, len(_different(before)) == 1)

    def _fitting(self, begin: int, end: int, pronoun: str) -> list[Person]:
        return [person for person in self.people.named(begin, end) if self.people.fits(person, pronoun)]


def _near(tags: Sequence[Tag], quote: range) -> Sequence[Tag]:
    """The tags that may go with a quotation, by their place."""
    first = bisect_left(tags, quote.start - _WORDS_BACK, key=lambda tag: tag.verb)
    return tags[first : bisect_left(tags, quote.stop + _WORDS_BACK, key=lambda tag: tag.verb)]


def _different(people: Sequence[Person]) -> set[str]:
    return {person.words[-1] for person in people}


def _written(line: Line, span: Span) -> str:
    return " ".join(span.of(line.text).split())


def _person(speaker: Speaker) -> Person:
    return Person(tuple(speaker.name.lower().split()), speaker.span)


def _unsure(speaker: Speaker) -> Speaker:
    return Speaker(speaker.name, speaker.span, speaker.source, speaker.said, False)


def _lines(article: Article, blocks: Sequence[Sequence[Sentence]]) -> list[Line]:
    index = index_of(article)
    of_address = {sentence.address: number for number, sentence in enumerate(index.sentences)}
    lines: list[Line] = []
    for sentences in blocks:
        first, last = of_address[sentences[0].address], of_address[sentences[-1].address]
        begin, end = index.first[first], index.first[last + 1]
        words = index.words[begin:end]
        start, stop = sentences[0].span.start, sentences[-1].span.end
        marked = [Span(q.start + start, q.end + start) for q in quotations(article.text[start:stop])]
        quoted: list[bool] = []
        at = 0
        for word in words:
            while at < len(marked) and marked[at].end <= word.span.start:
                at += 1
            quoted.append(at < len(marked) and marked[at].start <= word.span.start)
        of_sentence = index.sentence_of[begin:end]
        firsts = tuple(index.first[number] - begin for number in range(first, last + 2))
        numbers = tuple(range(first, last + 1))
        lines.append(
            Line(
                article.text,
                start,
                stop,
                words,
                of_sentence,
                quoted,
                index.names,
                tuple(marked),
                numbers,
                index.small,
                firsts,
            )
        )
    return lines


def _numbers(line: Line, span: Span) -> range:
    """The numbers of the words in a span."""
    first = bisect_left(line.words, span.start, key=lambda word: word.span.start)
    return range(first, bisect_left(line.words, span.end, key=lambda word: word.span.start))


def _main(line: Line, number: int, spoken: Sequence[_Part]) -> Speaker | None:
    """Who speaks in most of a sentence; None where it is the author, or nobody for certain enough to be named."""
    words = line.sentence_words(number)
    if not words:
        return None
    shares: dict[str, set[int]] = {}
    first: dict[str, Speaker] = {}
    direct: set[str] = set()
    telling: dict[str, set[int]] = {}
    for part in spoken:
        inside = set(range(max(words.start, part.said.start), min(words.stop, part.said.stop)))
        if part.speaker is None or not inside:
            continue
        name = part.speaker.name
        shares.setdefault(name, set()).update(inside)
        telling.setdefault(name, set()).update(at for at in part.telling if at in words)
        if all(line.quoted[at] for at in inside) and is_speech(line, part.said):
            direct.add(name)
        if name not in first or (part.speaker.certain and not first[name].certain):
            first[name] = part.speaker
    if not shares:
        return None
    name = max(shares, key=lambda n: (len(shares[n]), -min(shares[n])))
    if name not in direct and len(shares[name]) < _SHARE_SAID * len(set(words) - telling[name]):
        return None
    others = set().union(*(share for other, share in shares.items() if other != name))
    speaker = first[name]
    said = Span(line.words[min(shares[name])].span.start, line.words[max(shares[name])].span.end)
    alone = len(others) * 3 < len(shares[name])
    return Speaker(speaker.name, speaker.span, speaker.source, said, speaker.certain and alone)
