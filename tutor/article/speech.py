"""Everything in an article that is somebody's: reports and quotations, each with the one who holds it.

Quotations go to the report beside them, and from there on to the end of the paragraph; pronouns to the last one named
whom they fit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from tutor.article.holders import FAR_BACK, Holder, Holders, Speaking, written
from tutor.article.lines import Line, lines_of
from tutor.article.model import Article
from tutor.article.reporting import Manner, Report, Sign, reports_in
from tutor.article.text import Span

# What introduces a quotation stands so many words before it.
_WORDS_BACK = 80
# A report is so many words from a quotation that belongs to it, at most: a long sentence.
_REACH = 250
# Shorter than this, in words, what stands in quotation marks is a term set off, and not speech by itself.
LEAST_QUOTED = 4


@dataclass(frozen=True, slots=True)
class Said:
    """Something that is somebody's, in one line: `parts` are the numbers of its words.

    `report` is what tells so, None for a quotation that goes on without; `source` the words that name who it is, and
    `mention` what in them does. `holder` is None where nobody is known; `writer` says that it is the article's own "I".
    """

    line: Line
    report: Report | None
    parts: tuple[range, ...]
    holder: Holder | None
    mention: Span | None = None
    writer: bool = False

    @property
    def telling(self) -> range:
        """The words that tell who says it: from the source to the words that report, or the other way round."""
        if self.report is None or self.report.source is None:
            return range(0)
        parts = [self.report.source, self.line.words_in(self.report.cue)]
        parts += [self.line.words_in(self.mention)] if self.mention else []
        parts = [part for part in parts if part]
        return range(min(part.start for part in parts), max(part.stop for part in parts))


@lru_cache(maxsize=8)  # an article hashes by identity; a lesson has one, a test of all lessons a few
def said_in(article: Article) -> tuple[Said, ...]:
    """All that is said, thought or wanted by somebody in an article, line by line."""
    return tuple(said for group in _Reader(article).read() for said in group)


def is_speech(line: Line, quote: range) -> bool:
    """Whether what stands in quotation marks may be somebody speaking, and not a term or a title."""
    if not quote:
        return False
    closing = line.text[line.words[quote.stop - 1].span.end :][:1]
    return len(quote) >= LEAST_QUOTED or (closing in tuple(",.!?") and line.words[quote.start].capital)


class _Reader:
    """One article being read, line by line."""

    def __init__(self, article: Article) -> None:
        self.lines = lines_of(article)
        self.reports = [reports_in(line) for line in self.lines]
        self.holders = Holders(self.lines, self.reports)
        # The last one who spoke, where that was told, and whether their quotation was left open, or announced by a
        # colon, at the end of the line.
        self.last: Speaking | None = None
        self.open = False

    def read(self) -> list[list[Said]]:
        return [self._line(line, reports) for line, reports in zip(self.lines, self.reports, strict=True)]

    def _line(self, line: Line, reports: Sequence[Report]) -> list[Said]:
        voices: dict[int, Speaking] = {}
        found: list[Said] = []
        for number, report in enumerate(reports):
            voice, mention = self.holders.of(line, report, self.last)
            voices[number] = voice
            found.append(Said(line, report, report.said, voice.holder, mention, voice.writer))
        quotes = [line.words_in(span) for span in line.quotes]
        told = sorted((n for n, report in enumerate(reports) if _speaks(report)), key=lambda n: reports[n].at)
        owners = self._owners(line, quotes, reports, told, voices)
        for quote, owner in zip(quotes, owners, strict=True):
            if isinstance(owner, int):
                found[owner] = replace(found[owner], parts=_with(found[owner].parts, quote))
            elif owner is not None:
                found.append(Said(line, None, (quote,), owner.holder, None, owner.writer))
        if not line.heading:
            self._remember(line, [voices[number] for number in told], owners)
        return found

    def _remember(self, line: Line, told: Sequence[Speaking], owners: Sequence[int | Speaking | None]) -> None:
        spoke = [*(owner for owner in owners if isinstance(owner, Speaking)), *told]
        self.last = next((voice for voice in reversed(spoke) if voice.holder), self.last)
        tail = line.text[line.span.start : line.span.end].rstrip()
        announced = tail.endswith(":") and bool(told)
        self.open = announced or (bool(line.quotes) and line.quotes[-1].end >= line.span.start + len(tail))

    # --- quotations ---------------------------------------------------------------------------------------------------

    def _owners(
        self,
        line: Line,
        quotes: Sequence[range],
        reports: Sequence[Report],
        told: Sequence[int],
        voices: dict[int, Speaking],
    ) -> list[int | Speaking | None]:
        """For each quotation the number of the report that it belongs to, who speaks in it, or None."""
        if reports and reports[0].sign is Sign.COLON:
            return [0 if quote else None for quote in quotes]
        owners: list[int | Speaking | None] = [None] * len(quotes)
        for number, quote in enumerate(quotes):
            owners[number] = _beside(line, quote, reports, told)
        for number, quote in enumerate(quotes):
            if owners[number] is None and is_speech(line, quote):
                owners[number] = self._untagged(line, quote, number, owners, reports, told, voices)
        return owners

    def _untagged(
        self,
        line: Line,
        quote: range,
        number: int,
        owners: Sequence[int | Speaking | None],
        reports: Sequence[Report],
        told: Sequence[int],
        voices: dict[int, Speaking],
    ) -> Speaking | None:
        """Who speaks in a quotation without a report: the last to speak in the paragraph, or who comes next."""
        before = bisect_left(told, quote.start, key=lambda number: reports[number].at)
        last = next((number for number in reversed(told[:before]) if not reports[number].denied), None)
        if last is not None:
            if reports[last].sign is Sign.SIGNATURE:
                return None
            end = max(reports[last].cue.end, line.span_of(reports[last].source or range(quote.start)[:1]).end)
            return self._continued(line, voices[last], end, quote)
        earlier = next((owner for owner in reversed(owners[:number]) if owner is not None), None)
        if earlier is not None:
            voice = voices[earlier] if isinstance(earlier, int) else earlier
            return self._continued(line, voice, line.quotes[number - 1].end, quote)
        if quote.start == 0:
            later = next((owner for owner in owners[number:] if owner is not None), None)
            if later is not None:
                return voices[later] if isinstance(later, int) else later
            if self.last:
                return self.last if self.open else self.last.unsure()
            return None
        return self._introduced(line, quote)

    def _continued(self, line: Line, voice: Speaking, begin: int, quote: range) -> Speaking:
        """A quotation after one by a known speaker: still theirs, for certain if nobody else is named between."""
        if voice.holder is None:
            return voice
        named = self.holders.people.named(begin, line.words[quote.start].span.start)
        others = [person for person in named if person.words[-1] not in voice.holder.name.lower().split()]
        return voice.unsure() if others else voice

    def _introduced(self, line: Line, quote: range) -> Speaking | None:
        """The one that the words before a quotation speak of first; never certain."""
        front = range(max(quote.start - _WORDS_BACK, 0), quote.start)
        words = [line.low[at] for at in front if not line.quoted[at]]
        begin = line.words[quote.start].span.start
        if "i" in words:
            return Speaking(None, begin, writer=True)
        named = self.holders.people.named(max(line.span.start, begin - FAR_BACK), begin)
        if named:
            return Speaking(Holder(written(line, named[0].span), named[0].span, False), named[0].span.start)
        return self.last.unsure() if self.last and {"he", "she"} & set(words) else None


def _speaks(report: Report) -> bool:
    """Whether somebody says something, so that a quotation may be theirs."""
    return report.manner is not Manner.WISH and not report.inner and report.source is not None


def _beside(line: Line, quote: range, reports: Sequence[Report], told: Sequence[int]) -> int | None:
    """The report whose content a quotation is part of; the last one before it, if several."""
    if not quote:
        return None
    found = None
    first = bisect_left(told, quote.start - _REACH, key=lambda number: reports[number].at)
    for number in islice(told, first, None):
        report = reports[number]
        if report.at > quote.stop + _REACH:
            break
        if not any(part.start < quote.stop and quote.start < part.stop for part in report.said):
            continue
        if report.late and report.at >= quote.stop:
            return number
        found = number
    return found


def _with(parts: tuple[range, ...], quote: range) -> tuple[range, ...]:
    """Parts of what is said, with the whole of a quotation that one of them has a piece of."""
    return tuple(
        range(min(part.start, quote.start), max(part.stop, quote.stop))
        if part.start < quote.stop and quote.start < part.stop
        else part
        for part in parts
    )
