"""Who speaks in each sentence of an article: the author, or somebody whose words it quotes or reports.

Rules, no model: a reporting verb and the name, pronoun or noun phrase beside it ("she said", "Rossi contends that"),
"according to", "in her view"; quotations are given to the tag beside them, and from there on to the end of the paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from tutor.article.address import Address
from tutor.article.changes import NEGATIONS
from tutor.article.index import index_of
from tutor.article.model import Article, Sentence
from tutor.article.people import CALENDAR, Kind, Line, Mention, People, Person, ending_at, plain_name, starting_at
from tutor.article.pointing import quotations
from tutor.article.reporting import JUDGES, NEEDS_THAT, NOUN_FORMS, SPEECH, THOUGHT, VIEWS, verb
from tutor.article.text import Span

# How far a tag reaches, in words: from the verb back to its subject over an apposition, and on to a quotation.
_APPOSITION = 30
_TO_QUOTATION = 14
_RELATIVE = 8
# A pronoun in a paragraph that names nobody goes back so many characters: some two paragraphs.
_FAR_BACK = 1_000
# Words of a noun phrase before the name in it: "harbour office spokesman Owen Pike said".
_FRONT = 6
# What is reported has so many words at least, and makes up this share of its sentence; else the sentence is the author's.
_LEAST_SAID = 3
_SHARE_SAID = 0.4
# Shorter than this, what stands in quotation marks is a term set off, and not speech by itself.
_LEAST_QUOTED = 4

_BE = frozenset("be is are was were been being get got".split())
_PROGRESSIVE = frozenset("is are was were".split())
_BETWEEN = frozenset(
    """has have had also later recently then once often now still again both all first even previously reportedly
    soon always just himself herself themselves quickly repeatedly will would do does did can could may might
    should must""".split()
)
_OBJECTS = frozenset("me him her them us reporters viewers supporters fans lawmakers police".split())


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
class _Tag:
    """Words that tell who speaks ("she said"): numbers of the words from `first` to `last`, the verb, the speaker.

    A `signature` ("— Ada Rossi") goes with the one quotation before it, a `part` ("ROSSI:") with all that follows it in
    its paragraph.
    """

    first: int
    last: int
    verb: int
    mention: Mention
    signature: bool = False
    part: bool = False


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
        self.tags = [list(_tags(line)) for line in self.lines]
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
        self, line: Line, tags: Sequence[_Tag], sentences: Sequence[Sentence]
    ) -> dict[Address, Speaker | None]:
        quotes = [_numbers(line, span) for span in line.quotes]
        spoken: list[tuple[range, Speaker | None]] = []
        owners = self._owners(line, quotes, tags)
        for quote, owner in zip(quotes, owners, strict=True):
            if owner is not None:
                spoken.append((quote, owner[0]))
        for tag in tags:
            spoken += [(said, self._speaker(line, tag)) for said in _reported(line, tag)]
        told = [self._speaker(line, tag) for tag in tags] if tags else [owner[0] for owner in owners if owner]
        self.last = next((speaker for speaker in reversed(told) if speaker), self.last)
        tail = line.text[line.start : line.end].rstrip()
        self.open = bool(line.quotes) and line.quotes[-1].end >= line.start + len(tail)
        return {
            sentence.address: _main(line, number, spoken)
            for number, sentence in zip(line.numbers, sentences, strict=True)
        }

    # --- quotations ---------------------------------------------------------------------------------------------------

    def _owners(self, line: Line, quotes: Sequence[range], tags: Sequence[_Tag]) -> list[tuple[Speaker | None] | None]:
        """For each quotation who speaks in it, in a tuple; None where nobody is known to, or it only sets off a term."""
        if tags and tags[0].part:
            return [(self._speaker(line, tags[0]),)] * len(quotes)
        owners: list[tuple[Speaker | None] | None] = [None] * len(quotes)
        for number, quote in enumerate(quotes):
            if tag := _beside(line, quote, tags):
                owners[number] = (self._speaker(line, tag),)
        for number, quote in enumerate(quotes):
            if owners[number] is None and _is_speech(line, quote):
                owners[number] = self._untagged(line, quote, number, owners, tags)
        return owners

    def _untagged(
        self,
        line: Line,
        quote: range,
        number: int,
        owners: Sequence[tuple[Speaker | None] | None],
        tags: Sequence[_Tag],
    ) -> tuple[Speaker | None] | None:
        """Who speaks in a quotation without a tag of its own: the last to speak in the paragraph, or who comes next."""
        before = [tag for tag in tags if tag.last < quote.start]
        if before and before[-1].signature:
            return None
        if before:
            end = line.words[before[-1].last].span.end
            return self._continued(line, self._speaker(line, before[-1]), end, quote)
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
        words = [line.words[at].word for at in range(quote.start) if not line.quoted[at]]
        if "i" in words:
            return (None,)
        named = self.people.named(line.start, line.words[quote.start].span.start)
        if named:
            return (Speaker(_written(line, named[0].span), named[0].span, named[0].span, named[0].span, False),)
        return (_unsure(self.last),) if self.last and {"he", "she"} & set(words) else None

    # --- speakers -----------------------------------------------------------------------------------------------------

    def _speaker(self, line: Line, tag: _Tag) -> Speaker | None:
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
        """Whom a pronoun stands for: the one named in the paragraph whom it fits, the last who spoke, or the last named.

        Of several in the paragraph the first is taken, who is its subject most of the time, and that is not certain.
        """
        pronoun = {"his": "he", "her": "she"}.get(word := line.words[mention.first].word, word)
        if pronoun not in ("he", "she"):
            return Speaker(_written(line, source), source, source, source, False)
        here = self._fitting(line.start, source.start, pronoun)
        if here:
            return Speaker(_written(line, here[0].span), here[0].span, source, source, len(_different(here)) == 1)
        if self.last and self.people.fits(_person(self.last), pronoun):
            since = self._fitting(self.last.source.end, line.start, pronoun)
            others = _different(since) - {self.last.name.lower().split()[-1]}
            if not others:
                return Speaker(self.last.name, self.last.span, source, source, self.last.certain)
            alone = len(_different(since)) == 1
            return Speaker(_written(line, since[-1].span), since[-1].span, source, source, alone)
        before = self._fitting(max(line.start - _FAR_BACK, 0), line.start, pronoun)
        if not before:
            return Speaker(_written(line, source), source, source, source, False)
        return Speaker(_written(line, before[-1].span), before[-1].span, source, source, len(_different(before)) == 1)

    def _fitting(self, begin: int, end: int, pronoun: str) -> list[Person]:
        return [person for person in self.people.named(begin, end) if self.people.fits(person, pronoun)]


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


def _is_speech(line: Line, quote: range) -> bool:
    """Whether what stands in quotation marks may be somebody speaking, and not a term or a title."""
    if not quote:
        return False
    closing = line.text[line.words[quote.stop - 1].span.end :][:1]
    return len(quote) >= _LEAST_QUOTED or (closing in tuple(",.!?") and line.words[quote.start].capital)


# --- tags -------------------------------------------------------------------------------------------------------------


def _tags(line: Line) -> Iterator[_Tag]:
    """All that tells who speaks in a paragraph, outside its quotations, in order."""
    for at, word in enumerate(line.words):
        if at == 0 and (part := _part(line)):
            yield part
        signed = not line.quoted[at] and at > 0 and line.quoted[at - 1]
        if signed and (signature := _signature(line, at)):
            yield signature
        if line.quoted[at] or (word.capital and not line.opens(at)):
            continue
        form = verb(word.word)
        if word.word == "according" and at + 1 < len(line.words) and line.words[at + 1].word == "to":
            if source := starting_at(line, at + 2):
                yield _Tag(at, source.last, at, source)
        elif word.word in VIEWS and (tag := _view(line, at)):
            yield tag
        elif (form in SPEECH or form in THOUGHT or form in JUDGES) and (tag := _tag(line, at, form)):
            yield tag


def _signature(line: Line, at: int) -> _Tag | None:
    """A name after a quotation and a dash, and nothing more: "“We will stay.” — Ada Rossi"."""
    if at == 0 or line.between(at).strip(" \"”’'.!?") not in ("—", "–", "―", "-", "--"):
        return None
    last = at
    while last + 1 < len(line.words) and line.is_name(last + 1) and line.joined(last + 1):
        last += 1
    ends = last + 1 == len(line.words) or line.quoted[last + 1]
    return _Tag(at, last, last, Mention(Kind.NAME, at, last), signature=True) if ends and line.is_name(at) else None


def _part(line: Line) -> _Tag | None:
    """The name in capitals that begins a paragraph of an interview or a play: "ROSSI: We will stay."."""
    last = 0
    while last + 1 < len(line.words) and line.words[last + 1].capital and line.joined(last + 1):
        last += 1
    colon = last + 1 < len(line.words) and line.between(last + 1).strip() == ":"
    name = line.text[line.words[0].span.start : line.words[last].span.end]
    spoken = colon and name.isupper() and len(name) > 2
    return _Tag(0, last, last, Mention(Kind.NAME, 0, last), part=True) if spoken else None


def _view(line: Line, at: int) -> _Tag | None:
    """ "in her view", "in Rossi's words"."""
    possessor = at - 1
    if possessor < 1:
        return None
    word = line.words[possessor].word
    if word in ("his", "her"):
        mention = Mention(Kind.PRONOUN, possessor, possessor)
    elif word.endswith("'s") and line.is_name(possessor):
        first = possessor
        while first > 0 and line.is_name(first - 1) and line.joined(first):
            first -= 1
        mention = Mention(Kind.NAME, first, possessor)
    else:
        return None
    link = mention.first - 1
    if link < 0 or line.words[link].word != "in" or not (line.opens(link) or line.between(link).strip() == ","):
        return None
    return _Tag(link, at, at, mention)


def _tag(line: Line, at: int, form: str) -> _Tag | None:
    word = line.words[at].word
    before = at - 1
    while (
        before >= 0
        and line.joined(before + 1)
        and (line.words[before].word in _BETWEEN or line.words[before].word.endswith("ly"))
    ):
        before -= 1
    if word.endswith("ing"):
        if before < 0 or line.words[before].word not in _PROGRESSIVE:
            return _participle(line, at) if form in SPEECH else None
        before -= 1  # "is saying"
    if before >= 0 and (line.words[before].word in _BE | NEGATIONS or line.words[before].word == "to"):
        return None
    if before > 0 and line.words[before].word in CALENDAR:
        before -= 2 if line.words[before - 1].word in ("on", "last", "in", "this") else 1  # "Rossi on Friday said"
    mention = _subject(line, before)
    if mention and not _agrees(line, at, before, form, mention):
        return None
    if mention and (word not in NOUN_FORMS or _surely_verb(line, at, mention)):
        return _Tag(mention.first, at, at, mention)
    if (
        form in SPEECH
        and (_closes(line, at) or (line.opens(at) and word != form))
        and (mention := starting_at(line, at + 1))
    ):
        mention = _called(line, mention)
        return _Tag(at, mention.last, at, mention)
    return None


def _called(line: Line, mention: Mention) -> Mention:
    """The name right after a noun phrase: "said the map's author, Robert Reed"."""
    after = mention.last + 1
    if mention.kind is not Kind.PHRASE or after >= len(line.words) or line.between(after).strip() != ",":
        return mention
    last = after
    while last < len(line.words) and line.is_name(last) and (last == after or line.joined(last)):
        last += 1
    return Mention(Kind.NAME, after, last - 1) if last > after else mention


def _agrees(line: Line, at: int, before: int, form: str, mention: Mention) -> bool:
    """Whether the subject may go with the verb; "a fierce whisper" and "what it calls a levy" tell of nobody speaking."""
    if mention.first and line.words[mention.first - 1].word == "what":
        return False
    last = line.words[mention.last].word
    if last == "it":
        return False
    plain = line.words[at].word == form and before == at - 1
    return not plain or last in ("i", "we", "they", "you", "people", "police", "who") or last.endswith("s")


def _surely_verb(line: Line, at: int, mention: Mention) -> bool:
    """Whether a form that may be a noun ("claims") is the verb of the subject before it."""
    if mention.kind is Kind.PHRASE:
        return at + 1 < len(line.words) and line.words[at + 1].word == "that"
    return mention.last == at - 1 or line.between(at).strip() == ","


def _closes(line: Line, at: int) -> bool:
    """Whether a quotation or a comma ends right before word `at`."""
    between = line.between(at).strip()
    return bool(between) and between[-1] in ",\"”’'?!—–-" and at > 0


def _subject(line: Line, before: int) -> Mention | None:
    """Who stands before a verb: right before it, or before an apposition or a "who" in between."""
    if before < 0:
        return None
    between = line.between(before + 1).strip()
    if line.quoted[before]:
        return None
    if line.words[before].word == "who":
        return ending_at(line, before - 1)
    if between in ("", "-"):
        relative = next(
            (at for at in range(before, max(before - _RELATIVE, 0), -1) if not line.joined(at + 1)), before - _RELATIVE
        )
        who = [at for at in range(max(relative, 1), before + 1) if line.words[at].word == "who" and line.joined(at)]
        return _of(line, ending_at(line, who[-1] - 1 if who else before))
    if not between.endswith((",", "—", "–", "-", ")")) or between[:1] in '"”?!':
        return None
    # "Rossi, who runs the port, says": back to the comma before the last one.
    for first in range(before, max(before - _APPOSITION, 0), -1):
        if line.quoted[first] or line.opens(first):
            return None
        if line.between(first).strip() in (",", "—", "–", "--", "-", "(") and line.between(first) != "-":
            mention = _of(line, ending_at(line, first - 1))
            if mention and mention.kind in (Kind.NAME, Kind.PHRASE) and _apposition(line, first):
                return mention
    return None


def _of(line: Line, mention: Mention | None) -> Mention | None:
    """A mention with what it is "of": "the mayor of Ostrey", "a spokesman for the port"."""
    if mention is None or mention.kind not in (Kind.NAME, Kind.PHRASE) or mention.first < 2:
        return mention
    at = mention.first - (2 if line.words[mention.first - 1].word == "the" else 1)
    link = line.words[max(at, 0)].word
    if (
        at > 0
        and link in ("of", "for", "from", "at", "with")
        and all(line.joined(n) for n in range(at, mention.first + 1))
    ):
        holder = ending_at(line, at - 1)
        if holder and holder.kind is Kind.PHRASE and link in ("of", "for"):
            return Mention(Kind.PHRASE, holder.first, mention.last)
        if holder and holder.kind is Kind.NAME:
            return Mention(Kind.NAME, holder.first, holder.last)
    return mention


def _apposition(line: Line, first: int) -> bool:
    """Whether what begins at word `first` explains the name before it, rather than going on with the sentence."""
    word = line.words[first]
    return word.word not in ("and", "but", "or", "he", "she", "they", "it", "i", "we", "if", "as", "because")


def _participle(line: Line, at: int) -> _Tag | None:
    """ "…, saying that …": the speaker is the one the sentence begins with."""
    if at == 0 or line.words[at - 1].word in _BE or line.between(at).strip() not in (",", "—", "–"):
        return None
    number = line.sentence[at]
    first = at
    while first > 0 and line.sentence[first - 1] == number:
        first -= 1
    for last in range(first, min(first + _LEAST_QUOTED * 2, at)):
        if line.quoted[last]:
            return None
        mention = ending_at(line, last)
        if (
            mention
            and mention.kind is not Kind.PHRASE
            and not (last + 1 < at and line.joined(last + 1) and line.is_name(last + 1))
        ):
            return _Tag(at, at, at, mention) if mention.first >= first else None
    return None


def _beside(line: Line, quote: range, tags: Sequence[_Tag]) -> _Tag | None:
    """The tag right before or after a quotation."""
    if not quote:
        return None
    after = [tag for tag in tags if quote.stop <= tag.first <= quote.stop + _FRONT and _follows(line, quote, tag)]
    if after and (_is_speech(line, quote) or line.text[line.words[quote.stop - 1].span.end :][:1] == ","):
        return after[0]
    before = [tag for tag in tags if tag.last < quote.start]
    if not before or before[-1].signature:
        return None
    tag = before[-1]
    gap = quote.start - tag.last - 1
    same = line.sentence[tag.last] == line.sentence[quote.start]
    clear = not any(line.quoted[tag.last + 1 : quote.start]) or len(quote) < _LEAST_QUOTED
    ends = line.between(quote.start).rstrip("\"“'‘ ").endswith((":", ","))
    if same and clear and gap <= (_TO_QUOTATION * 3 if gap == 0 or not ends else _TO_QUOTATION):
        return tag
    return tag if gap == 0 and ends else None


def _follows(line: Line, quote: range, tag: _Tag) -> bool:
    """Whether a tag comes right after a quotation, or with nothing but the front of its noun phrase between."""
    if tag.first == quote.stop:
        return True
    front = range(quote.stop, tag.first)
    return (
        tag.first < tag.verb
        and all(line.joined(at) for at in range(quote.stop + 1, tag.first + 1))
        and not any(
            line.quoted[at] or line.words[at].word in _BE | _BETWEEN or line.words[at].word == "and" for at in front
        )
    )


# --- what is said -----------------------------------------------------------------------------------------------------


def _reported(line: Line, tag: _Tag) -> list[range]:
    """The words of a tag's sentence that it gives to its speaker."""
    if tag.part:
        return [range(tag.last + 1, len(line.words))]
    if tag.signature:
        return []
    number = line.sentence[tag.verb]
    begin, end = tag.first, tag.last + 1
    while begin > 0 and line.sentence[begin - 1] == number:
        begin -= 1
    while end < len(line.words) and line.sentence[end] == number:
        end += 1
    after, before = range(tag.last + 1, end), range(begin, tag.first)
    word = line.words[tag.verb].word
    form = verb(word)
    if word == "according" or word in VIEWS:
        return [part for part in (before, after) if len(part) >= _LEAST_SAID]
    if after and line.words[after[0]].word in _OBJECTS and len(after) > 1:
        after = after[1:]
    opening = line.between(after.start).strip() if after else ""
    if len(before) >= _LEAST_SAID and line.between(tag.first).strip(" \"”’'").endswith((",", "—", "–", "-")):
        if not after or opening or _adjunct(line, after) or form in SPEECH and len(after) < len(before):
            parts = [before, after] if opening[:1] == "," and len(after) > _LEAST_SAID else [before]
            return parts if form in SPEECH or form in THOUGHT else []
    if len(after) < _LEAST_SAID or word.endswith("ing") and line.words[after[0]].word != "that":
        return []
    that = next(
        (at for at in after[: _LEAST_SAID * 2] if line.words[at].word in ("that", "how", "why", "whether")), None
    )
    if that is not None and form in SPEECH | THOUGHT:
        return [range(that + 1, end)]
    if form in JUDGES or line.words[after[0]].word in ("of", "about", "against", "for") and form in SPEECH:
        return [after]
    if form not in NEEDS_THAT and not _adjunct(line, after) and not (opening and opening not in (":", ",")):
        return [after]
    quotes = [at for at in after if line.quoted[at]]
    return [range(quotes[0], end)] if quotes else []


def _adjunct(line: Line, after: range) -> bool:
    """Whether what follows "said" tells when, where or to whom, and not what."""
    return line.words[after[0]].word in (
        "in", "on", "at", "to", "during", "as", "after", "before", "when", "while", "with", "from", "by", "and", "but",
    )  # fmt: skip


def _main(line: Line, number: int, spoken: Sequence[tuple[range, Speaker | None]]) -> Speaker | None:
    """Who speaks in most of a sentence; None where it is the author, or nobody for certain enough to be named."""
    words = line.sentence_words(number)
    if not words:
        return None
    shares: dict[str, set[int]] = {}
    first: dict[str, Speaker] = {}
    direct: set[str] = set()
    for said, speaker in spoken:
        if speaker is None:
            continue
        inside = set(range(max(words.start, said.start), min(words.stop, said.stop)))
        if inside:
            shares.setdefault(speaker.name, set()).update(inside)
            if all(line.quoted[at] for at in said) and _is_speech(line, said):
                direct.add(speaker.name)
            if speaker.name not in first or (speaker.certain and not first[speaker.name].certain):
                first[speaker.name] = speaker
    if not shares:
        return None
    name = max(shares, key=lambda n: (len(shares[n]), -min(shares[n])))
    if name not in direct and len(shares[name]) < _SHARE_SAID * len(words):
        return None
    others = set().union(*(share for other, share in shares.items() if other != name))
    speaker = first[name]
    said = Span(line.words[min(shares[name])].span.start, line.words[max(shares[name])].span.end)
    alone = len(others) * 3 < len(shares[name])
    return Speaker(speaker.name, speaker.span, speaker.source, said, speaker.certain and alone)
