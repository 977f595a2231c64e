"""What a reply shows and what is asked for next, as short lines to stand under it. A pure function of its findings."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from tutor.article import printable
from tutor.feedback.banks import Banks
from tutor.feedback.choice import fitting
from tutor.feedback.findings import telling, values
from tutor.feedback.situations import CONFIRMED, LACKING, POINTING
from tutor.rubric.model import Assessment, Finding, Verdict
from tutor.rubric.rubric import Rubric

MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line: whether it tells what was shown, what was shown in part, or what is missing; and its words."""

    mark: Literal["shown", "partly", "missing"]
    text: str


def lines(
    rubric: Rubric, assessment: Assessment, banks: Banks, before: Sequence[Finding] = (), *, openly: bool = False
) -> tuple[Line, ...]:
    """The lines under a reply; none under one that is no answer. Of an open question (`openly`) nothing is missing.

    `before` are the best findings on the replies before it: what was met by these and is not in this one is not told
    again. A misconception has no line, and what is missing waits while it is challenged.
    """
    if not assessment.effort.is_answer:
        return ()
    aims = {criterion.id: criterion.aim for criterion in rubric.criteria}
    known = {finding.criterion for finding in before if finding.verdict is Verdict.MET}
    met = (f for f in assessment.findings if f.verdict is Verdict.MET and not (f.reply and f.criterion in known))
    shown = [_shown(finding, aims.get(finding.criterion), banks) for finding in sorted(met, key=telling)]
    told = [Line("shown", printable(text)) for text in list(dict.fromkeys(shown))[:MOST_SHOWN]]
    if assessment.misconceptions or openly:
        return tuple(told)
    still = [finding for finding in assessment.findings if finding.verdict is not Verdict.MET and not finding.optional]
    return (*told, *_open(still, aims, banks))


def _open(still: Sequence[Finding], aims: Mapping[str, str | None], banks: Banks) -> Iterator[Line]:
    """One line for what is there in part and one for what is missing; the last of them counts the rest."""
    partly = [finding for finding in still if finding.verdict is Verdict.PARTLY][:1]
    missing = [finding for finding in still if finding.verdict is Verdict.UNMET][:1]
    named = [*partly, *missing]
    for finding in named:
        text = aims.get(finding.criterion) or _first(banks, f"line.missing.{_known(finding.check, LACKING)}")
        if finding is named[-1] and (left := len(still) - len(named)):
            text = f"{text}, {_first(banks, 'line.more', {'count': str(left)})}"
        yield Line("partly" if partly and finding is partly[0] else "missing", printable(text))


def _shown(finding: Finding, aim: str | None, banks: Banks) -> str:
    aspect = finding.judgement.aspect
    if aim and aspect not in POINTING:
        return aim
    return _first(banks, f"line.shown.{_known(aspect, CONFIRMED)}", values(finding, 0))


def _first(banks: Banks, name: str, there: Mapping[str, str | None] = MappingProxyType({})) -> str:
    """The first wording that fits: the same finding always reads the same."""
    known = {key: value for key, value in there.items() if value is not None}
    return fitting(banks, name, known.keys())[0].fill(known)


def _known(name: str, among: Container[str]) -> str:
    return name if name in among else "any"
