"""`tutor look ARTICLE`: who says what in an article, where it judges, and where it gives no source."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from tutor.article import Article, Span, read_article
from tutor.article.analysis import Analysis, SentenceReading, analyse
from tutor.article.model import Block
from tutor.article.opinion import Opinion
from tutor.article.voices import Attribution, Voice

WIDTH = 100  # columns
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
    """Print what was found in an article; returns the exit code."""
    analysis = analyse(read_article(file))
    if as_json:
        print(json.dumps(as_data(analysis), ensure_ascii=False))
    else:
        print("\n".join(lines_about(analysis)))
    return 0


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
    if not analysis.is_english:
        yield from _wrapped(_ANOTHER_LANGUAGE)
        yield ""
    for paragraph in _LEGEND.splitlines():
        yield from _wrapped(paragraph)
    for block in article.blocks:
        yield ""
        if not block.sentences:
            yield from _heading(analysis, block)
        for sentence in block.sentences:
            yield from _sentence(analysis, readings[sentence.address])


def _heading(analysis: Analysis, block: Block) -> Iterator[str]:
    yield from _wrapped(block.span.of(analysis.article.text), first=f"{block.part.value}: ")
    yield from _found(analysis, block.span)


def _sentence(analysis: Analysis, reading: SentenceReading) -> Iterator[str]:
    sentence = reading.sentence
    about = f"{_VOICES[reading.voice]}; {_OPINIONS[reading.opinion]} ({reading.opinion_score:.2f} of 1)"
    yield f"{sentence.address!s:<8}{about}"
    yield from _wrapped(analysis.article.words_of(sentence), first=INDENT)
    yield from _found(analysis, sentence.span)


def _found(analysis: Analysis, place: Span) -> Iterator[str]:
    """What was found in one place of the text: attributions by where they are told, and marked words."""
    text = analysis.article.text
    for found in analysis.attributions:
        told = found.cue or found.content
        if told and place.start <= told.start < place.end:
            yield from _wrapped(_in_words(found, analysis.article), first=INDENT + "- ")
    marked = (
        ("words that seem to judge", analysis.judging),
        ("left open by", analysis.hedges),
        ("reasons linked by", analysis.connectives),
        ("calls to do something", analysis.calls),
        ("no source in the paragraph for", analysis.unsourced),
    )
    for name, spans in marked:
        words = [f'"{_line(span.of(text))}"' for span in spans if place.start <= span.start < place.end]
        if words:
            yield from _wrapped(f"{name}: {', '.join(words)}", first=INDENT + "- ")


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
