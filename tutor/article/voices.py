"""Who says what in an article: sources, the words that report them, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from tutor.article.address import Address
from tutor.article.lines import Line, lines_of
from tutor.article.model import Article
from tutor.article.reporting import Frame, Manner, Sign
from tutor.article.speech import Said, said_in
from tutor.article.text import Span

# Of the words of a sentence, those of others: from this share on it gives another's voice, or is mixed. It is mixed,
# too, where nearly all is quoted but for the words that tell who speaks. Own figures, from the benchmark's articles.
_OTHER = 0.5
_MIXED = 0.4
_QUOTED = 0.8
# What these say is said by nobody in particular.
_ANYBODY = frozenset("anyone anybody everyone everybody someone somebody nobody no".split())
# With these before the verb it is told what somebody may say, not what they said.
_PERHAPS = frozenset("would could may might must should shall ought yet".split())
# What is given by these frames is a clause or a quotation.
_TOLD = frozenset([Frame.AFTER, Frame.THAT, Frame.QUOTED, Frame.CLAUSE, Frame.QUESTION])


class Voice(StrEnum):
    """Whose words a sentence gives."""

    AUTHOR = "author"
    OTHER = "other"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """That somebody says, thinks or wants something; spans are characters of `Article.text`.

    `source` is who, as named here, `cue` the words that report, `content` what is said. A quotation that goes on
    without being reported again has neither source nor cue. `holder` is the name that a pronoun or a title resolves to,
    empty where it is not known; `certain` is false where it is only likely that they say so, or that it is they.
    """

    source: Span | None
    cue: Span | None
    content: Span | None
    certain: bool
    holder: str = ""


@lru_cache(maxsize=8)  # an article hashes by identity
def attributions(article: Article) -> tuple[Attribution, ...]:
    """Everything in an article that is said to be somebody's, in reading order."""
    return tuple(_attribution(said) for said in said_in(article) if not (said.report and said.report.inner))


@lru_cache(maxsize=8)
def voices(article: Article) -> Mapping[Address, Voice]:
    """For every sentence of an article whose words it gives."""
    theirs: dict[int, set[int]] = {}
    telling: dict[int, set[int]] = {}
    for said in said_in(article):
        if not said.writer and not (said.report and said.report.inner):
            theirs.setdefault(id(said.line), set()).update(at for part in said.parts for at in part)
            telling.setdefault(id(said.line), set()).update(said.telling)
    sentences = article.sentences
    found: dict[Address, Voice] = {}
    for line in lines_of(article):
        words = theirs.get(id(line), set())
        told = telling.get(id(line), set()) - words
        for number, sentence in zip(line.numbers, line.sentences, strict=False):
            found[sentences[number].address] = _voice(line, sentence, words, told)
    return MappingProxyType(found)


def _voice(line: Line, sentence: range, theirs: set[int], telling: set[int]) -> Voice:
    said = sum(at in theirs for at in sentence)
    if not said:
        return Voice.AUTHOR
    if said >= _OTHER * len(sentence):
        return Voice.OTHER
    quoted = sum(at in theirs and line.quoted[at] for at in sentence)
    rest = sum(at not in telling for at in sentence)
    return Voice.MIXED if said >= _MIXED * len(sentence) or quoted >= _QUOTED * rest else Voice.AUTHOR


def _attribution(said: Said) -> Attribution:
    line, report, holder = said.line, said.report, said.holder
    source = _whole(line, report.source) if report and report.source else None
    longest = max(said.parts, key=len, default=range(0))
    return Attribution(
        source=source,
        cue=report.cue if report else None,
        content=_content(line, longest) if longest else None,
        certain=(holder.certain if holder else said.writer) and _is_plain(said),
        holder=holder.name if holder else "",
    )


def _is_plain(said: Said) -> bool:
    """Whether a quotation or a clause is given as said; what is praised, promised or hoped for may be the author's."""
    report = said.report
    if report is None:
        return True
    before = said.line.low[report.source.start - 1 : report.source.start] if report.source else []
    if before in (["if"], ["unless"], ["whether"]):
        return False
    name = said.holder.name.lower() if said.holder else ""
    if name == "one" or name.partition(" ")[0] in _ANYBODY:
        return False
    quoted = any(said.line.quoted[at] for part in said.parts for at in part)
    cue = said.line.words_in(report.cue)
    if report.sign is Sign.VERB and any(said.line.low[at] in _PERHAPS for at in cue[:-1]):
        return False
    told = report.frame in _TOLD or (quoted and report.manner is not Manner.WISH)
    return told and report.sign is not Sign.NOUN and not report.denied


def _content(line: Line, words: range) -> Span:
    """The characters of what is said, with a quotation mark at either end if the other one of the pair is inside."""
    text = line.text
    start, end = line.words[words[0]].span.start, line.words[words[-1]].span.end
    inside, tail = text[start:end], text[end : end + 2]
    for opening, closing in ("“”", "«»", '""'):
        lacking = inside.count(closing) - inside.count(opening) if opening != closing else -(inside.count(opening) % 2)
        if (lacking > 0 or (opening == closing and lacking)) and text[start - 1 : start] == opening:
            return Span(start - 1, end)
        if lacking < 0 and closing in tail:
            return Span(start, end + tail.index(closing) + 1)
    return Span(start, end)


def _whole(line: Line, words: range) -> Span:
    """The characters of a source, with the bracket or full stop that belongs to its last word."""
    span = line.span_of(words)
    last = words[-1]
    tail = line.text[span.end : span.end + 2]
    if any("(" in line.gap[at] for at in words) and ")" in tail and ")" not in span.of(line.text):
        return Span(span.start, span.end + tail.index(")") + 1)
    inside = last + 1 < len(line) and line.sentence[last] == line.sentence[last + 1]
    return Span(span.start, span.end + 1) if inside and tail[:1] == "." else span
