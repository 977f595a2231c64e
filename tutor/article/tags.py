"""Words that tell who speaks ("she said", "according to Rossi"), and what of a paragraph they give to the speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.article.changes import NEGATIONS
from tutor.article.people import CALENDAR, Kind, Line, Mention, ending_at, starting_at
from tutor.article.reporting import JUDGES, NEEDS_THAT, NOUN_FORMS, SPEECH, THOUGHT, VIEWS, verb

# How far a tag reaches, in words: from the verb back to its subject over an apposition or over a clause with "who", and
# on to a quotation. Own figures, from 84 news articles.
_APPOSITION = 30
_RELATIVE = 8
TO_QUOTATION = 14
# Words of a noun phrase before the name in it: "harbour office spokesman Owen Pike said".
_FRONT = 6
# What is reported has so many words at least.
_LEAST_SAID = 3
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
# What follows "said" and tells when, where or to whom.
_ADJUNCTS = frozenset("in on at to during as after before when while with from by and but".split())


@dataclass(frozen=True, slots=True)
class Tag:
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


def is_speech(line: Line, quote: range) -> bool:
    """Whether what stands in quotation marks may be somebody speaking, and not a term or a title."""
    if not quote:
        return False
    closing = line.text[line.words[quote.stop - 1].span.end :][:1]
    return len(quote) >= _LEAST_QUOTED or (closing in tuple(",.!?") and line.words[quote.start].capital)


def tags_of(line: Line) -> Iterator[Tag]:
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
                yield Tag(at, source.last, at, source)
            continue
        tag = _view(line, at) if word.word in VIEWS else None
        if tag is None and (form in SPEECH or form in THOUGHT or form in JUDGES):
            tag = _tag(line, at, form)
        if tag:
            yield tag


def _signature(line: Line, at: int) -> Tag | None:
    """A name after a quotation and a dash, and nothing more: "“We will stay.” — Ada Rossi"."""
    if at == 0 or line.between(at).strip(" \"”’'.!?") not in ("—", "–", "―", "-", "--"):
        return None
    last = at
    while last + 1 < len(line.words) and line.is_name(last + 1) and line.joined(last + 1):
        last += 1
    ends = last + 1 == len(line.words) or line.quoted[last + 1]
    return Tag(at, last, last, Mention(Kind.NAME, at, last), signature=True) if ends and line.is_name(at) else None


def _part(line: Line) -> Tag | None:
    """The name in capitals that begins a paragraph of an interview or a play: "ROSSI: We will stay."."""
    last = 0
    while last + 1 < len(line.words) and line.words[last + 1].capital and line.joined(last + 1):
        last += 1
    colon = last + 1 < len(line.words) and line.between(last + 1).strip() == ":"
    name = line.text[line.words[0].span.start : line.words[last].span.end]
    spoken = colon and name.isupper() and len(name) > 2
    return Tag(0, last, last, Mention(Kind.NAME, 0, last), part=True) if spoken else None


def _view(line: Line, at: int) -> Tag | None:
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
    return Tag(link, at, at, mention)


def _tag(line: Line, at: int, form: str) -> Tag | None:
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
        return Tag(mention.first, at, at, mention)
    if (
        form in SPEECH
        and (_closes(line, at) or (line.opens(at) and word != form))
        and (mention := starting_at(line, at + 1))
    ):
        mention = _called(line, mention)
        return Tag(at, mention.last, at, mention)
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
    """Whether the subject may go with the verb; "a fierce whisper" and "what it calls a levy" are nobody speaking."""
    if mention.first and line.words[mention.first - 1].word == "what":
        return False
    last = line.words[mention.last].word
    if last == "it" or (form in JUDGES and last in ("they", "people", "some", "many")):
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


def _participle(line: Line, at: int) -> Tag | None:
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
            return Tag(at, at, at, mention) if mention.first >= first else None
    return None


def beside(line: Line, quote: range, tags: Sequence[Tag]) -> Tag | None:
    """The tag right before or after a quotation."""
    if not quote:
        return None
    after = [tag for tag in tags if quote.stop <= tag.first <= quote.stop + _FRONT and _follows(line, quote, tag)]
    if after and (is_speech(line, quote) or line.text[line.words[quote.stop - 1].span.end :][:1] == ","):
        return after[0]
    before = [tag for tag in tags if tag.last < quote.start]
    if not before or before[-1].signature:
        return None
    tag = before[-1]
    gap = quote.start - tag.last - 1
    same = line.sentence[tag.last] == line.sentence[quote.start]
    clear = not any(line.quoted[tag.last + 1 : quote.start]) or len(quote) < _LEAST_QUOTED
    ends = line.between(quote.start).rstrip("\"“'‘ ").endswith((":", ","))
    if same and clear and gap <= (TO_QUOTATION * 3 if gap == 0 or not ends else TO_QUOTATION):
        return tag
    return tag if gap == 0 and ends else None


def _follows(line: Line, quote: range, tag: Tag) -> bool:
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


def reported(line: Line, tag: Tag) -> list[range]:
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
    closes = line.between(tag.first).strip(" \"”’'").endswith((",", "—", "–", "-"))
    ends = not after or opening or _adjunct(line, after) or (form in SPEECH and len(after) < len(before))
    if len(before) >= _LEAST_SAID and closes and ends:
        parts = [before, after] if opening[:1] == "," and len(after) > _LEAST_SAID else [before]
        return parts if form in SPEECH or form in THOUGHT else []
    if len(after) < _LEAST_SAID or (word.endswith("ing") and line.words[after[0]].word != "that"):
        return []
    that = next(
        (at for at in after[: _LEAST_SAID * 2] if line.words[at].word in ("that", "how", "why", "whether")), None
    )
    if that is not None and form in SPEECH | THOUGHT:
        return [range(that + 1, end)]
    if form in JUDGES or (form in SPEECH and line.words[after[0]].word in ("of", "about", "against", "for")):
        return [after]
    if form not in NEEDS_THAT and not _adjunct(line, after) and not (opening and opening not in (":", ",")):
        return [after]
    quotes = [at for at in after if line.quoted[at]]
    return [range(quotes[0], end)] if quotes else []


def _adjunct(line: Line, after: range) -> bool:
    """Whether what follows "said" tells when, where or to whom, and not what."""
    return line.words[after[0]].word in _ADJUNCTS
