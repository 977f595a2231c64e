"""`assess`: what a reply is worth, criterion by criterion. A pure function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tutor.article import Article, Span
from tutor.rubric.effort import asks_meaning, effort_of
from tutor.rubric.listing import is_list
from tutor.rubric.model import FORM_CHECKS, Aspect, Assessment, Effort, Finding, Judgement, Verdict
from tutor.rubric.reading import Reading
from tutor.rubric.rubric import Criterion, Misconception, Rubric

# What is longer is cut before it is judged: nobody types it, and a pasted book must not stop the lesson.
LONGEST_REPLY = 20_000
# A call for help of so many words may be an answer as well: "I don't know where the figure is from, it doesn't say".
ANSWERING_WORDS = 6
# A shorter quotation from the reply is shown with up to so many words of its clause on either side.
SHORT_QUOTE = 3
WORDS_AROUND = 4
# A clause is not broken off so few words before its end: "there are no quotation [marks]".
NEAR_THE_END = 2


def assess(
    reply: str, question: Rubric, article: Article, history: Sequence[str] = (), *, quotes: bool = True
) -> Assessment:
    """Judge a reply to a question about an article.

    `history` are the learner's earlier answers to the same question, oldest first. A criterion counts as the better of
    the reply alone and all answers together, as learners build an answer piece by piece; a misconception is judged on
    the reply alone. What is no answer meets nothing; criteria then stand as the earlier answers left them. Without
    `quotes` the findings have their spans, but not the learner's words drawn together: grading needs none.
    """
    latest = _read(reply[:LONGEST_REPLY], question, article)
    earlier = tuple(text[:LONGEST_REPLY] for text in history)
    effort = effort_of(latest, earlier)
    if _may_answer(effort, latest) and any(_shows(criterion, latest) for criterion in question.criteria):
        effort = Effort.ANSWER
    if not effort.is_answer:
        nothing = tuple(map(_blank, question.criteria))
        return Assessment(effort, _together(nothing, earlier, question, article, latest=False))
    alone = tuple(_finding(criterion, latest, quotes) for criterion in question.criteria)
    findings = _together(alone, (*earlier, latest.text), question, article, latest=True)
    return Assessment(effort, findings, _misconceptions(question, latest, alone, quotes))


def _read(text: str, question: Rubric, article: Article) -> Reading:
    return Reading(text, question.ask, article, question.vocabulary, question.told)


def _may_answer(effort: Effort, reading: Reading) -> bool:
    """Whether what looks like a question or a call for help may be what was asked for: "What do the fishers say?"."""
    if effort is Effort.HELP:
        return len(reading.words) >= ANSWERING_WORDS and not is_list(reading)
    return effort is Effort.OWN_QUESTION and not asks_meaning(reading)


def _shows(criterion: Criterion, reading: Reading) -> bool:
    return criterion.test.check not in FORM_CHECKS and criterion.test.judge(reading).verdict is Verdict.MET


def _together(
    alone: tuple[Finding, ...], replies: tuple[str, ...], question: Rubric, article: Article, *, latest: bool
) -> tuple[Finding, ...]:
    """The findings on the latest reply, each replaced where all replies together do better.

    `latest` tells whether the latest reply is among `replies`: it is not when it is no answer, and still counts as 0.
    """
    if len(replies) <= latest:
        return alone
    reading = _read("\n".join(replies), question, article)
    findings = list(alone)
    for at, criterion in enumerate(question.criteria):
        if alone[at].verdict is Verdict.MET:
            continue
        joined = criterion.test.judge(reading)
        if joined.verdict.rank > alone[at].verdict.rank:
            number, placed = _placed(joined, replies)
            quote = _quote(_read(replies[number], question, article), placed)
            findings[at] = replace(alone[at], judgement=placed, reply=len(replies) - number - latest, quote=quote)
    return tuple(findings)


def _finding(part: Criterion | Misconception, reading: Reading, quotes: bool) -> Finding:
    if part.test.finds_nothing(reading):
        return part.nothing
    judgement = part.test.judge(reading)
    optional = isinstance(part, Criterion) and part.optional
    return Finding(part.id, part.test.check, judgement, 0, _quote(reading, judgement) if quotes else "", optional)


def _blank(criterion: Criterion) -> Finding:
    nothing = Judgement(Verdict.UNMET, Aspect.MISSING, "no answer yet")
    return Finding(criterion.id, criterion.test.check, nothing, optional=criterion.optional)


def _placed(joined: Judgement, replies: tuple[str, ...]) -> tuple[int, Judgement]:
    """A judgement on all replies joined, given to the one reply that holds most of its spans (of two, the later).

    Returns that reply's number and the judgement with the spans in it; a span over two replies is cut at the joint.
    """
    spans: list[tuple[Span, ...]] = []
    start = 0
    for text in replies:
        end = start + len(text)
        shares = (Span(max(s.start, start) - start, min(s.end, end) - start) for s in joined.spans)
        spans.append(tuple(span for span in shares if span.start < span.end))
        start = end + 1
    number = max(range(len(replies)), key=lambda n: (len(spans[n]), n))
    return number, replace(joined, spans=spans[number])


def _misconceptions(
    question: Rubric, reading: Reading, alone: tuple[Finding, ...], quotes: bool
) -> tuple[Finding, ...]:
    """The misconceptions shown: the teacher's, or, where none fits, a view or words given to the wrong one."""
    known = [_finding(part, reading, quotes) for part in question.misconceptions]
    shown = tuple(finding for finding in known if finding.verdict is Verdict.MET)
    return shown or tuple(f for f in alone if f.judgement.aspect in (Aspect.WRONG_HOLDER, Aspect.WRONG_SPEAKER))


_WHOLE = frozenset({Aspect.QUOTED, Aspect.PARAPHRASED, Aspect.ALTERED, Aspect.INVENTED})


def _quote(reading: Reading, judgement: Judgement) -> str:
    """The learner's own words that a judgement rests on: its spans, drawn together inside one sentence.

    A word or two are shown within their clause, so that the learner recognises them. Of what was quoted or retold the
    words are shown, not the address beside them.
    """
    if not judgement.spans:
        return ""
    first_span = judgement.spans[0]
    covered = sorted({number for span in judgement.spans for number in reading.within(span)})
    if not covered or judgement.aspect in _WHOLE:
        cited = {span for span, _ in reading.citations}
        return next((span for span in judgement.spans if span not in cited), first_span).of(reading.text)
    sentence = reading.sentence(covered[0])
    first, last = covered[0], max(number for number in covered if number in sentence)
    clause, ending = reading.clause(first), reading.clause(last)
    if last - first + 1 < SHORT_QUOTE:
        first = max(clause.start, first - WORDS_AROUND)
        last = max(last, min(clause.stop - 1, last + WORDS_AROUND))
    if last < ending.stop - 1 <= last + NEAR_THE_END:
        last = ending.stop - 1
    runs = _unbroken(reading, first, last)
    told = frozenset(covered)
    numbers = runs[0] if len(runs) == 1 else max(runs, key=lambda run: (len(told.intersection(run)), len(run)))
    return reading.span(numbers[0], numbers[-1]).of(reading.text)


def _unbroken(reading: Reading, first: int, last: int) -> list[range]:
    """Runs of words with no quotation mark and no address between them: what reads well inside quotation marks."""
    starts = [first, *(number for number in reading.breaks if first < number <= last)]
    return [range(start, end) for start, end in zip(starts, [*starts[1:], last + 1], strict=True)]
