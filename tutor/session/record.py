"""Assessments as events and back: a stored verdict is the truth, so nothing of it may be lost on the way."""

from __future__ import annotations

from collections.abc import Iterable

from tutor.article import Reference, Span, parse_reference
from tutor.feedback.lines import Line as Told
from tutor.rubric import Aspect, Assessment, Effort, Finding, Judgement, Verdict
from tutor.session.events import Assessed, Found, Line


def recorded(assessment: Assessment, question: str, lines: Iterable[Told] = ()) -> Assessed:
    """The event that keeps an assessment, and the lines that the learner is told of it."""
    return Assessed(
        question=question,
        verdicts={criterion: str(verdict) for criterion, verdict in assessment.verdicts.items()},
        misconceptions=tuple(finding.criterion for finding in assessment.misconceptions),
        effort=str(assessment.effort),
        findings=tuple(_found(finding) for finding in assessment.findings),
        caught=tuple(_found(finding) for finding in assessment.misconceptions),
        lines=tuple(Line(mark=line.mark, text=line.text) for line in lines),
    )


def assessment_of(assessed: Assessed) -> Assessment | None:
    """The assessment that `recorded` kept; None for one written in words that this version does not know."""
    try:
        return Assessment(
            effort=Effort(assessed.effort),
            findings=tuple(_finding(found) for found in assessed.findings),
            misconceptions=tuple(_finding(found) for found in assessed.caught),
        )
    except ValueError:
        return None


def _found(finding: Finding) -> Found:
    judgement = finding.judgement
    return Found(
        criterion=finding.criterion,
        check=finding.check,
        verdict=str(judgement.verdict),
        aspect=str(judgement.aspect),
        reason=judgement.reason,
        spans=tuple((span.start, span.end) for span in judgement.spans),
        article=tuple((span.start, span.end) for span in judgement.article),
        addresses=tuple(str(reference) for reference in judgement.references),
        words=judgement.words,
        reply=finding.reply,
        quote=finding.quote,
    )


def _finding(found: Found) -> Finding:
    judgement = Judgement(
        verdict=Verdict(found.verdict),
        aspect=Aspect(found.aspect),
        reason=found.reason,
        spans=tuple(Span(*span) for span in found.spans),
        article=tuple(Span(*span) for span in found.article),
        references=tuple(_reference(address) for address in found.addresses),
        words=found.words,
    )
    return Finding(found.criterion, found.check, judgement, found.reply, found.quote)


def _reference(address: str) -> Reference:
    reference = parse_reference(address)
    if reference is None:
        raise ValueError(f"no address: {address!r}")
    return reference
