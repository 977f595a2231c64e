"""Whose a report is: names in full, pronouns as the one named before whom they fit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tutor.article.closed import DETERMINERS
from tutor.article.lines import Line
from tutor.article.people import BODIES, People, Person, plain_name
from tutor.article.reporting import Report
from tutor.article.reporting.lexicon import PAPERS
from tutor.article.reporting.mentions import Kind, Mention, core, mention_of
from tutor.article.reporting.phrases import before
from tutor.article.reporting.words import pronoun
from tutor.article.text import Span

# A pronoun goes back so many characters, some two paragraphs.
FAR_BACK = 1_500


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose something is: `name` is the fullest form that the article has, or the noun phrase, and stands at `span`.

    `certain` is false where the speaker of a neighbouring sentence, or one of several named before, is taken for
    granted. Both are empty for a source that nobody is known for.
    """

    name: str
    span: Span
    certain: bool


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks at a place of the text: nobody known (`holder` None), the writer, or somebody."""

    holder: Holder | None
    at: int
    writer: bool = False

    def unsure(self) -> Speaking:
        """The same, taken for granted only."""
        return replace(self, holder=replace(self.holder, certain=False)) if self.holder else self

    @property
    def words(self) -> list[str]:
        """The words of the holder's name, in lower case."""
        return self.holder.name.lower().split() if self.holder else []


class Holders:
    """The people of an article, and whom a source stands for."""

    def __init__(self, lines: Sequence[Line], reports: Sequence[Sequence[Report]]) -> None:
        sources = [
            (line, mention_of(line, report.source))
            for line, found in zip(lines, reports, strict=True)
            for report in found
            if report.source
        ]
        # Where somebody is a source without being named: "a spokesman for the port".
        self._unnamed = sorted(line.span_of(m.words).start for line, m in sources if _is_unnamed(line, m))
        self.people = People(lines, {plain_name(line, m.words) for line, m in sources if m.kind is Kind.NAME})

    def of(self, line: Line, report: Report, last: Speaking | None) -> tuple[Speaking, Span | None]:
        """The holder of a report, and the characters that name them there."""
        if report.source is None:
            return Speaking(None, report.cue.start), None
        mention = mention_of(line, report.source)
        if mention.kind is Kind.RELATIVE:
            antecedent = before(line, mention.first - 1, line.sentences[line.sentence[mention.first]].start)
            mention = mention_of(line, antecedent) if antecedent else mention
        span = _mentioned(line, mention)
        match mention.kind:
            case Kind.WRITER:
                return Speaking(None, span.start, writer=True), span
            case Kind.NAME:
                person = self.people.of(plain_name(line, mention.words), span.start + 1)
                there = person.span if person else span
                return Speaking(Holder(written(line, there), there, not report.inner), span.start), span
            case Kind.PHRASE:
                return Speaking(Holder(written(line, span), span, not report.inner), span.start), span
            case Kind.PRONOUN | Kind.RELATIVE:
                meant = self._meant(line, mention, span, last)
                passed = self._passes_over(meant, line.span.start, span.start)
                return Speaking(replace(meant, certain=meant.certain and not passed), span.start), span

    def _passes_over(self, meant: Holder, begin: int, end: int) -> bool:
        """Whether somebody unnamed speaks between the last one named and a pronoun at `end`, from `begin` on."""
        last = bisect_left(self._unnamed, end) - 1
        if last < 0 or self._unnamed[last] < begin or self._unnamed[last] == meant.span.start:
            return False
        return not self.people.is_named(self._unnamed[last], end)

    def _meant(self, line: Line, mention: Mention, span: Span, last: Speaking | None) -> Holder:
        """Whom a pronoun stands for: the one named in the paragraph whom it fits, the last to speak, or the last named.

        Of several in the paragraph the first is taken, who is its subject most of the time, and that is not certain.
        """
        word = line.low[mention.first]
        word = {"his": "he", "her": "she"}.get(word, pronoun(word))
        unknown = Holder(written(line, span), span, False)
        if word not in ("he", "she"):
            return unknown
        begin = max(line.span.start, span.start - FAR_BACK)
        here = self._fitting(begin, span.start, word)
        perhaps = [p for p in self.people.perhaps(begin, span.start) if self.people.fits(p, word)]
        if here:
            alone = len(_different([*here, *perhaps])) == 1
            return Holder(written(line, here[0].span), here[0].span, alone)
        spoke = last.holder if last and not _is_body(last.words) else None
        if last and spoke and self.people.fits(Person(tuple(last.words), spoke.span), word):
            since = self._fitting(max(last.at, line.span.start - FAR_BACK), line.span.start, word)
            if not _different(since) - {last.words[-1]}:
                return spoke
            return Holder(written(line, since[-1].span), since[-1].span, False)
        earlier = self._fitting(max(line.span.start - FAR_BACK, 0), line.span.start, word)
        if not earlier and perhaps:
            return Holder(written(line, perhaps[0].span), perhaps[0].span, len(_different(perhaps)) == 1)
        if not earlier:
            return unknown
        return Holder(written(line, earlier[-1].span), earlier[-1].span, len(_different(earlier)) == 1)

    def _fitting(self, begin: int, end: int, word: str) -> list[Person]:
        return [person for person in self.people.named(begin, end) if self.people.fits(person, word)]


def _mentioned(line: Line, mention: Mention) -> Span:
    span = line.span_of(mention.words)
    word = line.low[mention.first]
    if len(mention.words) == 1 and "'" in word and pronoun(word):
        return Span(span.start, line.words[mention.first].span.start + len(pronoun(word)))
    return span


def _is_unnamed(line: Line, mention: Mention) -> bool:
    """Whether a noun phrase may be one person: "a spokesman", and no "council", "report" or "two officials"."""
    words = [line.low[at] for at in core(line, mention.words)]
    one = mention.kind is Kind.PHRASE and words[0] in ("a", "an", "the", "one", "another", "his", "her")
    return one and words[-1] not in BODIES | PAPERS and not words[-1].endswith("s")


def _is_body(words: Sequence[str]) -> bool:
    """Whether the words of a name are those of many, or of a body, and so of no "he" or "she"."""
    many = bool(words) and words[-1].endswith("s") and words[0] in DETERMINERS and words[0] not in ("a", "an")
    return many or any(word in BODIES for word in (*words[:2], *words[-1:]))


def _different(people: Sequence[Person]) -> set[str]:
    return {person.words[-1] for person in people}


def written(line: Line, span: Span) -> str:
    """The characters of a span as one line."""
    return " ".join(span.of(line.text).split())
