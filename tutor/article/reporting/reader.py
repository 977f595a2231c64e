"""All the reports of a line: sentence by sentence, each told whether it stands beside another one or inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tutor.article.closed import AND, AUXILIARIES, DETERMINERS, LINKS, PREPOSITIONS, is_adverb, may_be_past
from tutor.article.lines import DASHES, Line
from tutor.article.reporting import nouns
from tutor.article.reporting.clauses import Clause
from tutor.article.reporting.frames import LOOSE
from tutor.article.reporting.lexicon import (
    DOUBTFUL,
    ENTERING,
    HEARSAY,
    NOUNS,
    PAPERS,
    STANCES,
    VERBS,
    VIEWS,
    Frame,
    Manner,
)
from tutor.article.reporting.report import Report, Sign
from tutor.article.reporting.verbs import by_paper, by_unlisted, by_verb
from tutor.article.text import Span

# Own figures, in words.
_LONGEST_SENTENCE = 250
_LONGEST_SPEAKER = 7
_LONGEST_SIGNATURE = 8
_LONGEST_LABEL = 3
_MAKES = frozenset("make makes made making".split())
# What stands before a colon and speaks not.
_NO_SPEAKERS = frozenset(
    """breaking update updated note correction clarification disclosure disclaimer related photo photos video watch read
    exclusive source sources abstract advertisement copyright email story first second third example also warning
    tip step chapter part figure table contact tags topics location date price when where why how time
    cost results score summary background context conclusion introduction""".split()
)
_COORDINATING = frozenset("and but while though although as when because".split())


def reports_in(line: Line) -> list[Report]:
    """All that is reported in a line, in order, as far as words outside quotation marks tell."""
    found = [colon] if (colon := _colon(line)) else []
    for sentence in _bounded(line.sentences):
        clause = Clause(line, sentence)
        for at in sentence:
            if not line.quoted[at] and (report := _report_at(clause, at)):
                _place(clause, report)
        found += clause.found
    found += _signatures(line)
    return sorted(found, key=lambda report: report.cue)


def _bounded(sentences: Sequence[range]) -> Iterator[range]:
    """The sentences, with those that nobody wrote as one cut up, as the work grows with the square of their length."""
    for sentence in sentences:
        for begin in range(sentence.start, sentence.stop, _LONGEST_SENTENCE):
            yield range(begin, min(begin + _LONGEST_SENTENCE, sentence.stop))


def _report_at(clause: Clause, at: int) -> Report | None:
    line, word = clause.line, clause.line.low[at]
    if line.words[at].capital and not line.opens(at) and not line.headline:
        return None
    report = None
    if word == "according":
        report = nouns.according(clause, at)
    elif word == "per":
        report = nouns.per(clause, at)
    elif word in HEARSAY:
        report = nouns.hearsay(clause, at)
    elif word in VIEWS:
        report = nouns.view(clause, at)
    if report is None and word in VERBS:
        report = nouns.as_stated(clause, at) or by_verb(clause, at)
    if report is None and word in ENTERING:
        report = by_paper(clause, at)
    if report is None and word in NOUNS:
        report = nouns.by_noun(clause, at)
    if report is None and word == "put":
        report = nouns.put_it(clause, at)
    if report is None and word in _MAKES:
        report = nouns.make_case(clause, at)
    if report is None and word in STANCES:
        report = nouns.by_stance(clause, at)
    if report is None and word not in VERBS and may_be_past(word) and word not in AUXILIARIES:
        report = by_unlisted(clause, at)
    return report


# --- one report and another -------------------------------------------------------------------------------------------


def _place(clause: Clause, report: Report) -> None:
    """Add a report to those of its sentence: what is said by one who is named late may hold earlier ones."""
    if report.late:
        for number, earlier in enumerate(clause.found):
            if not earlier.inner and any(earlier.at in part for part in report.said):
                clause.found[number] = replace(earlier, inner=True)
        clause.found.append(report)
        return
    for number, earlier in enumerate(clause.found):
        if earlier.late or not earlier.said or earlier.said[0].start <= earlier.at:
            continue
        if not any(report.at in part for part in earlier.said):
            continue
        if not _stands_beside(clause, earlier, report):
            report = replace(report, inner=True)
            break
        first = clause.group(report.at).first
        if report.source and earlier.at < report.source.start < first:
            first = report.source.start
        while clause.word(first - 1) in AND:
            first -= 1
        said = tuple(range(part.start, min(part.stop, first)) for part in earlier.said if part.start < first)
        clause.found[number] = replace(earlier, said=said)
    clause.found.append(report)


def _stands_beside(clause: Clause, earlier: Report, report: Report) -> bool:
    """Whether a report stands beside an earlier one and not in it: "said …, adding that", "…,” and Pike said"."""
    line, source = clause.line, report.source
    own = source is not None and source.start > earlier.at
    begin = source.start if source is not None and own else report.at
    if source is not None and own:
        # "When Rossi noted that it was late, Pike laughed and said"
        after_clause = line.low[clause.begin] in LINKS or line.low[clause.begin] == "as"
        front = earlier.source is not None and earlier.source.start - clause.begin in (1, 2)
        if after_clause and front and line.gap[begin].lstrip("”\"’'").startswith((",", *DASHES)):
            return True
        if any(";" in line.gap[n] for n in range(earlier.at + 1, begin + 1)):
            return True
    first = begin
    while first > clause.begin and line.gap[first] == "" and _is_helper(line.low[first - 1]):
        first -= 1
    loose = earlier.sign is Sign.NOUN or earlier.frame in LOOSE
    if loose and line.gap[begin if own else first].startswith((",", "),")):
        return True
    gap, previous = line.gap[first], line.low[first - 1]
    if source is not None and (source == earlier.source or source.start <= earlier.at):
        return previous in AND or gap.endswith((",", "—", "–", "―", "”", '"'))
    if any(line.closes_quote(n) or ";" in line.gap[n] for n in range(earlier.at + 1, first)):
        return True
    marked = first - 1 > earlier.at and line.gap[first - 1].endswith((",", "—", "”", '"'))
    return marked and previous in _COORDINATING


def _is_helper(word: str) -> bool:
    return word in AUXILIARIES or is_adverb(word)


# --- speakers beside marks --------------------------------------------------------------------------------------------


def _colon(line: Line) -> Report | None:
    """The name before a colon at the beginning of a line: "Rossi: We will stay."."""
    for at in range(1, min(len(line), _LONGEST_SPEAKER + 1)):
        gap = line.gap[at]
        if gap.startswith((":", "):")):
            begin = line.text.index(":", line.words[at - 1].span.end)
            cue, said = Span(begin, begin + 1), (range(at, len(line)),)
            spoken = len(line) - at > 1 and not line.words[at].number and _may_speak(line, range(at))
            return Report(Sign.COLON, Manner.SPEECH, cue, at, range(at), said, Frame.QUOTED) if spoken else None
        if not (line.joined(at) or gap in "(,)"):
            return None
    return None


def _may_speak(line: Line, front: range) -> bool:
    """Whether some words may be a name: all with capitals, and none that says otherwise."""
    if not all(line.words[n].capital or line.low[n] in ("of", "the", "and", "de", "for") for n in front):
        return False
    label = line.text[line.words[front[0]].span.start : line.words[front[-1]].span.end]
    known = any(line.name[n] or line.low[n] in PAPERS for n in front) or (
        label.isupper() and len(front) <= _LONGEST_LABEL
    )
    if not known or any(line.low[n] in _NO_SPEAKERS for n in front):
        return False
    return not any(line.low[n] in VERBS and line.low[n] not in DOUBTFUL for n in front[1:])


def _signatures(line: Line) -> Iterator[Report]:
    """A name after a quotation and a dash, and nothing more: "“We will stay.” — Ada Rossi"."""
    for at in range(1, len(line)):
        if not line.words[at].capital or line.quoted[at] or not line.quoted[at - 1]:
            continue
        gap = line.gap[at]
        dash = next((dash for dash in DASHES if gap.endswith(dash)), "")
        if not dash or not gap.strip("\"”’'.!? ").startswith(dash):
            continue
        stop = at + 1
        while stop < len(line) and stop - at <= _LONGEST_SIGNATURE and not line.quoted[stop]:
            stop += 1
        ends = stop == len(line) or line.quoted[stop]
        little = DETERMINERS | PREPOSITIONS | AND
        if ends and all(line.words[n].capital or line.low[n] in little for n in range(at, stop)):
            begin = line.text.rindex(dash, line.words[at - 1].span.end, line.words[at].span.start)
            said = (range(_signed_from(line, at), at),)
            cue = Span(begin, begin + len(dash))
            yield Report(Sign.SIGNATURE, Manner.SPEECH, cue, at, range(at, stop), said, Frame.QUOTED)


def _signed_from(line: Line, at: int) -> int:
    """The first word of what is signed at `at`: of the line, or after the signature before."""
    first = at - 1
    while line.quoted[0] and first > 0 and not any(dash in line.gap[first] for dash in ("—", "―")):
        first -= 1
    return first
