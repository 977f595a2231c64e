"""`tutor look ARTICLE`: who says what in an article, where it judges, and where it gives no source."""

from __future__ import annotations

import json
import textwrap
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tutor.article import Article, Span, read_article
from tutor.article.analysis import Analysis, SentenceReading, analyse
from tutor.article.opinion import Opinion
from tutor.article.text import printable
from tutor.article.voices import Attribution, Voice
from tutor.errors import TutorError

WIDTH = 100  # columns
OTHER_FORMATS = frozenset({".html", ".htm", ".xhtml", ".docx", ".pdf"})
"""Endings of files that are read as an article only once they have been cleaned."""
INDENT = " " * 8

_VOICES = {
    Voice.AUTHOR: "the author's own voice",
    Voice.OTHER: "what somebody else says, thinks or wants",
    Voice.MIXED: "partly what somebody else says, thinks or wants",
}
_OPINIONS = {
    Opinion.FACT_LIKE: "put as fact",
    Opinion.MIXED: "between fact and opinion",
    Opinion.OPINION: "reads like opinion",
}
_LEGEND = """\
Each sentence stands with its address (p2s1 is paragraph 2, sentence 1), with whose voice it gives, and with how it is \
put. "Put as fact" is about the wording: it does not say that something is true.
Below a sentence stands who is reported to say, think or want something in it, with the words that tell so. "Perhaps" \
means what it says.
Then come words that seem to judge, words that leave something open, words that link reasons, calls to do something, \
and numbers or amounts for which the paragraph names no source.
All of it was found by rules about words, without understanding the text. It overlooks things and is sometimes wrong: \
look before you rely on it.
"""
_ANOTHER_LANGUAGE = """\
This does not look like English. The rules are made for English, so most of what follows will be missing or wrong.
"""


def run(file: Path, *, as_json: bool) -> int:
    """Print what was found in an article; returns the exit code.

    A web page, a Word document or a PDF is read as `tutor new` and `tutor read` do. Raises TutorError for such a one
    with `as_json`, since places in the file are places in a text.
    """
    analysis = analyse(_article(file, as_json=as_json))
    if as_json:
        print(json.dumps(as_data(analysis), ensure_ascii=False))
    else:
        print("\n".join(lines_about(analysis)))
    return 0


def _article(file: Path, *, as_json: bool) -> Article:
    if file.suffix.lower() not in OTHER_FORMATS:
        return read_article(file)
    if as_json:
        raise TutorError(
            f"{printable(str(file))} is no text file, so nothing in it has a place in characters.",
            "Make a text of it (tutor new NAME --article FILE), and look at the article.md in that folder.",
        )
    from tutor.importing import import_article

    return import_article(file).article


def as_data(analysis: Analysis) -> dict[str, object]:
    """The analysis as plain values; all offsets are characters of the file as it is, half-open."""
    article = analysis.article

    def place(span: Span | None) -> list[int] | None:
        return list(article.in_file(span)) if span else None

    def places(spans: Iterable[Span]) -> list[list[int]]:
        return [list(article.in_file(span)) for span in spans]

    return {
        "sentences": [
            {
                "address": str(reading.sentence.address),
                **dict(zip(("start", "end"), article.in_file(reading.sentence.span), strict=True)),
                "voice": reading.voice.value,
                "opinion": reading.opinion.value,
                "opinion_score": round(reading.opinion_score, 3),
            }
            for reading in analysis.sentences
        ],
        "attributions": [
            {
                "source": place(found.source),
                "cue": place(found.cue),
                "content": place(found.content),
                "certain": found.certain,
            }
            for found in analysis.attributions
        ],
        "judging": places(analysis.judging),
        "unsourced": places(analysis.unsourced),
        "hedges": places(analysis.hedges),
    }


def lines_about(analysis: Analysis) -> Iterator[str]:
    """The analysis in words, sentence by sentence, after what the words mean."""
    article = analysis.article
    readings = {reading.sentence.address: reading for reading in analysis.sentences}
    found = _found(analysis)
    if not analysis.is_english:
        yield from _wrapped(_ANOTHER_LANGUAGE)
        yield ""
    for paragraph in _LEGEND.splitlines():
        yield from _wrapped(paragraph)
    for block in article.blocks:
        yield ""
        if not block.sentences:
            yield from _wrapped(block.span.of(article.text), first=f"{block.part.value}: ")
            yield from _notes(found, block.span)
        for sentence in block.sentences:
            yield from _sentence(article, readings[sentence.address])
            yield from _notes(found, sentence.span)


def _sentence(article: Article, reading: SentenceReading) -> Iterator[str]:
    about = f"{_VOICES[reading.voice]}; {_OPINIONS[reading.opinion]} ({reading.opinion_score:.2f} of 1)"
    yield f"{reading.sentence.address!s:<8}{about}"
    yield from _wrapped(article.words_of(reading.sentence), first=INDENT)


def _notes(found: Mapping[Span, Sequence[str]], place: Span) -> Iterator[str]:
    for note in found.get(place, ()):
        yield from _wrapped(note, first=INDENT + "- ")


def _found(analysis: Analysis) -> Mapping[Span, Sequence[str]]:
    """What was found, by the heading or sentence it begins in: attributions by where they are told, then marked words.

    Takes time that grows with the length of the article.
    """
    article = analysis.article
    places = [part.span for block in article.blocks for part in (block.sentences or (block,))]
    starts = [place.start for place in places]
    found: defaultdict[Span, list[str]] = defaultdict(list)

    def place_of(span: Span) -> Span | None:
        at = bisect_right(starts, span.start) - 1
        return places[at] if at >= 0 and span.start < places[at].end else None

    for said in analysis.attributions:
        told = said.cue or said.content
        if told and (place := place_of(told)):
            found[place].append(_in_words(said, article))
    marked = (
        ("words that seem to judge", analysis.judging),
        ("left open by", analysis.hedges),
        ("reasons linked by", analysis.connectives),
        ("calls to do something", analysis.calls),
        ("no source in the paragraph for", analysis.unsourced),
    )
    for name, spans in marked:
        words: defaultdict[Span, list[str]] = defaultdict(list)
        for span in spans:
            if place := place_of(span):
                words[place].append(f'"{_line(span.of(article.text))}"')
        for place, quoted in words.items():
            found[place].append(f"{name}: {', '.join(quoted)}")
    return found


def _in_words(found: Attribution, article: Article) -> str:
    """One attribution as a sentence: who, by which words, and what."""
    text = article.text
    source = _line(found.source.of(text)) if found.source else ""
    content = f": {_line(found.content.of(text))}" if found.content else ""
    perhaps = "" if found.certain else "perhaps "
    if found.cue is None:
        return f"{perhaps}goes on, said by {found.holder or 'somebody'}{content}"
    holder = f" (that is {found.holder})" if found.holder and found.holder not in source else ""
    return f'{perhaps}{source or "nobody named"}{holder} ("{_line(found.cue.of(text))}"){content}'


def _line(text: str) -> str:
    return " ".join(text.split())


def _wrapped(text: str, first: str = "") -> list[str]:
    """Lines of at most `WIDTH` columns; those after the first are indented as far as its text."""
    return textwrap.wrap(
        _line(text), WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False
    )
