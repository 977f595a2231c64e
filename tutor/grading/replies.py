"""The replies of the page: what each criterion found is marked in them, and what is missing is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tutor.grading.agreement import Agreement
from tutor.grading.examples import SHOWN_AT_MOST, Example
from tutor.grading.grade import Graded
from tutor.grading.levels import missing
from tutor.grading.statistics import Statistics
from tutor.grading.tables import counted, plain, points, short
from tutor.rubric.model import FORM_CHECKS, Finding, Verdict
from tutor.rubric.rubric import Rubric

ID_SHOWN = 80
REASON_SHOWN = 300  # it may quote the reply
VERDICTS = (Verdict.MET, Verdict.PARTLY, Verdict.UNMET)
CHARACTERS_SHOWN = 3_000
"""Of one reply; what is longer is cut, and the page says so."""


def replies(statistics: Statistics, question: Rubric) -> str:
    """The chosen replies, each in full, with a choice among them."""
    agreement, shown = statistics.agreement, statistics.examples
    differing = agreement.total - sum(n for (human, ours), n in agreement.counts.items() if human == ours)
    among = sum(1 for example in shown if example.apart)
    words = (
        f"<p>{among} of the {counted(differing, 'reply', 'replies')} with two different scores, those that differ most "
        f"first, and {len(shown) - among} with the same score, as examples. At most {SHOWN_AT_MOST} replies are shown. "
        "What a criterion found is marked, and the small numbers are those of the criteria above. Marks of "
        "misconceptions are underlined.</p>"
    )
    numbers = {part.id: number for number, part in enumerate(statistics.parts, start=1)}
    return words + _filter(agreement) + "".join(_reply(example, question, numbers) for example in shown)


def _filter(agreement: Agreement) -> str:
    """The choice among the replies; a script shows it, as it does nothing without one."""
    return (
        '<form id="filter" hidden>'
        f"{_choice('human', 'Human score', map(str, agreement.humans))}"
        f"{_choice('ours', 'Our score', map(str, agreement.ours))}"
        f"{_choice('differ', 'Scores differ', ('yes', 'no'))}"
        '<button type="reset">All</button><output id="told" aria-live="polite"></output></form>'
    )


def _choice(name: str, label: str, values: Iterable[str]) -> str:
    options = "".join(f'<option value="{value}">{value}</option>' for value in values)
    return f'<label>{label} <select name="{name}"><option value="">any</option>{options}</select></label>'


def _reply(example: Example, question: Rubric, numbers: Mapping[str, int]) -> str:
    graded, human = example.graded, example.human
    lacking = missing(graded, question.scoring)
    short = f"For the next level: {plain('; '.join(lacking))}." if lacking else "This is the highest level."
    return (
        f'<article data-human="{human}" data-ours="{graded.score}"><h3>{_called(graded)}: human {human}, ours '
        f"{graded.score}</h3><blockquote>{marked(graded, numbers)}</blockquote>"
        f"<p>{points(graded.points)} points. {short}</p><ul>{_verdicts(graded.assessment.findings)}"
        f"{_shown(graded.assessment.misconceptions)}</ul></article>"
    )


def _called(graded: Graded) -> str:
    return short(graded.id, ID_SHOWN) or f"line {graded.answer.line}"


def _verdicts(findings: Sequence[Finding]) -> str:
    lines = []
    for verdict in VERDICTS:
        names = [_told(finding) for finding in findings if finding.verdict is verdict]
        if names:
            lines.append(f"<li><b>{verdict}:</b> {', '.join(names)}</li>")
    return "".join(lines)


def _told(finding: Finding) -> str:
    """A criterion's id; where it is not plainly met or missing, with the reason."""
    partly = finding.verdict is Verdict.PARTLY
    return f"{plain(finding.criterion)}{f' ({short(finding.judgement.reason, REASON_SHOWN)})' if partly else ''}"


def _shown(misconceptions: Sequence[Finding]) -> str:
    if not misconceptions:
        return ""
    told = "; ".join(f"{plain(f.criterion)} ({short(f.judgement.reason, REASON_SHOWN)})" for f in misconceptions)
    return f"<li><b>misconceptions:</b> {told}</li>"


def marked(graded: Graded, numbers: Mapping[str, int]) -> str:
    """The text of a reply; after each marked stretch stand the numbers of the parts that found it.

    Parts about the reply's form mark nothing, as it would be all of it; nor does what is unmet.
    """
    text = graded.answer.text[:CHARACTERS_SHOWN]
    found = _found(graded.assessment.findings, len(text), wrong=False)
    found += _found(graded.assessment.misconceptions, len(text), wrong=True)
    edges = sorted({0, len(text), *(edge for start, end, _, _ in found for edge in (start, end))})
    pieces = []
    for start, end in pairwise(edges):
        around = [entry for entry in found if entry[0] <= start and end <= entry[1]]
        piece = plain(text[start:end])
        if not around:
            pieces.append(piece)
            continue
        kind = ' class="wrong"' if any(wrong for *_, wrong in around) else ""
        title = plain(", ".join(dict.fromkeys(name for _, _, name, _ in around)))
        pieces.append(f'<mark{kind} title="{title}">{piece}</mark>')
        ending = sorted({numbers[name] for _, last, name, _ in around if last == end and name in numbers})
        if ending:
            pieces.append(f"<sup>{','.join(map(str, ending))}</sup>")
    if len(graded.answer.text) > CHARACTERS_SHOWN:
        more = len(graded.answer.text) - CHARACTERS_SHOWN
        pieces.append(f' <span class="quiet">[{more:,} more characters are not shown]</span>')
    return "".join(pieces)


def _found(findings: Sequence[Finding], end: int, *, wrong: bool) -> list[tuple[int, int, str, bool]]:
    """Start, end, part, and whether it is a misconception, of all that is met at least in part."""
    return [
        (span.start, min(span.end, end), finding.criterion, wrong)
        for finding in findings
        if finding.verdict is not Verdict.UNMET and finding.check not in FORM_CHECKS and not finding.reply
        for span in finding.judgement.spans
        if span.start < min(span.end, end)
    ]
