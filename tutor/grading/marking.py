"""A reply as HTML, with what each criterion found in it marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from tutor.grading.grade import Graded
from tutor.grading.tables import plain
from tutor.rubric.model import FORM_CHECKS, Finding, Verdict

CHARACTERS_SHOWN = 3_000
"""Of one reply; what is longer is cut, and the page says so."""


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
