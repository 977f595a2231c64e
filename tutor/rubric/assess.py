"""`assess`: what a reply is worth, criterion by criterion. A pure function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tutor.article import Article, Span
from tutor.rubric.effort import effort_of
from tutor.rubric.model import Aspect, Assessment, Effort, Finding, Judgement, Verdict
from tutor.rubric.reading import Reading
from tutor.rubric.rubric import Criterion, Misconception, Rubric

# What is longer is cut before it is judged: nobody types it, and a pasted book must not stop the lesson.
LONGEST_REPLY = 20_000


def assess(reply: str, question: Rubric, article: Article, history: Sequence[str] = ()) -> Assessment:
    """Judge a reply to a question about an article.

    `history` are the learner's earlier answers to the same question, oldest first. A criterion counts as the better of
    the reply alone and all answers together, as learners build an answer piece by piece; a misconception is judged on
    the reply alone. What is no answer meets nothing; criteria then stand as the earlier answers left them.
    """
    reply = reply[:LONGEST_REPLY]
    reading = _read(reply, question, article)
    effort = effort_of(reading, history)
    if effort is Effort.OWN_QUESTION and any(_judge(c, reading).verdict is Verdict.MET for c in question.criteria):
        effort = Effort.ANSWER  # "What do the fishers say?" may be just what was asked for
    if not effort.is_answer:
        return Assessment(effort, _findings(question, article, tuple(history)))
    findings = _findings(question, article, (*history, reply), reading)
    return Assessment(effort, findings, _misconceptions(question, reading, findings))


def _read(text: str, question: Rubric, article: Article) -> Reading:
    return Reading(text, question.ask, article, question.vocabulary)


def _judge(part: Criterion | Misconception, reading: Reading) -> Judgement:
    return part.test.judge(reading)


def _findings(
    question: Rubric, article: Article, replies: tuple[str, ...], latest: Reading | None = None
) -> tuple[Finding, ...]:
    """One finding per criterion, from the latest reply alone (when it is an answer) or all replies together."""
    together = _read("\n".join(replies), question, article) if len(replies) > (latest is not None) else None
    findings = []
    for criterion in question.criteria:
        finding = _finding(criterion, latest, 0) if latest else _blank(criterion)
        if together and finding.verdict is not Verdict.MET:
            joined = _judge(criterion, together)
            if joined.verdict.rank > finding.verdict.rank:
                finding = _placed(criterion, joined, replies, latest is None)
        findings.append(finding)
    return tuple(findings)


def _finding(part: Criterion | Misconception, reading: Reading, reply: int) -> Finding:
    judgement = _judge(part, reading)
    return Finding(part.id, part.test.check, judgement, reply, _quote(reading, judgement))


def _blank(criterion: Criterion) -> Finding:
    return Finding(criterion.id, criterion.test.check, Judgement(Verdict.UNMET, Aspect.MISSING, "no answer yet"))


def _placed(criterion: Criterion, joined: Judgement, replies: tuple[str, ...], shifted: bool) -> Finding:
    """A judgement on all replies joined, with its spans put back into the one reply that holds most of them.

    `shifted` tells that a reply which is no answer came after these, so that they count from 1.
    """
    start = 0
    best: tuple[int, int, tuple[Span, ...]] = (0, 0, ())
    for number, text in enumerate(replies):
        end = start + len(text)
        inside = tuple(Span(s.start - start, s.end - start) for s in joined.spans if start <= s.start and s.end <= end)
        if inside and len(inside) >= best[0]:
            best = (len(inside), number, inside)
        start = end + 1
    _, number, spans = best
    ago = len(replies) - 1 - number + shifted
    text = replies[number]
    quote = text[spans[0].start : spans[-1].end] if spans else ""
    return Finding(criterion.id, criterion.test.check, replace(joined, spans=spans), ago, quote)


def _misconceptions(question: Rubric, reading: Reading, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The misconceptions the reply shows: the teacher's, or, where none of them fits, the wrong holder of a view."""
    known = [_finding(part, reading, 0) for part in question.misconceptions]
    shown = tuple(finding for finding in known if finding.verdict is Verdict.MET)
    return shown or tuple(f for f in findings if f.judgement.aspect is Aspect.WRONG_HOLDER and not f.reply)


def _quote(reading: Reading, judgement: Judgement) -> str:
    """The learner's own words that a judgement rests on: its spans, drawn together inside one sentence.

    A single word is shown within its clause, so that it can be recognised.
    """
    spans = judgement.spans
    if not spans or not reading.words:
        return spans[0].of(reading.text) if spans else ""
    inside = [n for n, word in enumerate(reading.words) if any(span.overlaps(word.span) for span in spans)]
    if not inside:
        return spans[0].of(reading.text)
    if judgement.aspect in (Aspect.QUOTED, Aspect.PARAPHRASED, Aspect.ALTERED, Aspect.INVENTED):
        return spans[0].of(reading.text)
    sentence = reading.sentence(inside[0])
    inside = [number for number in inside if number in sentence]
    first, last = inside[0], inside[-1]
    if last - first < 2:
        clause = reading.clause(first)
        first, last = max(clause.start, first - 4), max(last, min(clause.stop - 1, last + 4))
    return reading.span(first, last).of(reading.text)
