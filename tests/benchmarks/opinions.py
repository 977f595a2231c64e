"""News sentences that people have called factual or opinion, with the words they found biased (BABE).

The sentences are not ours to pass on: they stand beside the project, or nothing is measured. Two thirds were looked at
while the rules were made ("development"), the rest never ("validation"); a hash of the text tells which is which.
"""

from __future__ import annotations

import ast
import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tutor.article import parse_article
from tutor.article.opinion import Opinion, leaning
from tutor.article.wording import judging

DATA = Path(__file__).parents[3] / "shared" / "data" / "babe" / "sg1.csv"

_LABELS = {
    "Entirely factual": Opinion.FACT_LIKE,
    "Somewhat factual but also opinionated": Opinion.MIXED,
    "Expresses writer’s opinion": Opinion.OPINION,
}


@dataclass(frozen=True)
class Row:
    """A sentence, or a few, with what most raters called it (None: they did not agree) and the words they marked."""

    text: str
    label: Opinion | None
    marked: frozenset[str]


@dataclass(frozen=True)
class Agreement:
    """How well two lists of yes and no agree."""

    both: int
    found: int
    there: int
    neither: int

    @property
    def precision(self) -> float:
        return self.both / self.found

    @property
    def recall(self) -> float:
        return self.both / self.there

    @property
    def f1(self) -> float:
        return 2 * self.both / (self.found + self.there)

    @property
    def macro_f1(self) -> float:
        """The mean of F1 for yes and F1 for no."""
        missed = self.found + self.there - 2 * self.both
        return (self.f1 + 2 * self.neither / (2 * self.neither + missed)) / 2


@cache
def rows(part: str) -> tuple[Row, ...]:
    """The rows of "development" or "validation"."""
    with DATA.open(encoding="utf-8-sig", newline="") as file:
        return tuple(_row(raw) for raw in csv.DictReader(file, delimiter=";") if part == _part(raw["text"]))


def opinion(part: str) -> Agreement:
    """Scores above a half against the raters' opinion, on the rows they called opinion or entirely factual."""
    told = [(leaning(row.text).score > 0.5, row.label is Opinion.OPINION) for row in rows(part) if _is_clear(row)]
    return _agreement(told)


def words(part: str, *, marked_only: bool) -> Agreement:
    """Judging words against the words raters marked, each word once a row; on all rows, or those with a marked word."""
    both = found = there = 0
    for row in rows(part):
        if marked_only and not row.marked:
            continue
        ours = judging_words(row.text)
        both, found, there = both + len(ours & row.marked), found + len(ours), there + len(row.marked)
    return Agreement(both, found, there, 0)


def judging_words(text: str) -> frozenset[str]:
    """The words of a text that are taken to judge, in lower case."""
    article = parse_article(text, markdown=False)
    return frozenset(span.of(article.text).lower() for span in judging(article))


def report() -> Iterator[str]:
    """The figures, a line each."""
    if not DATA.is_file():
        yield "opinion and judging words: the BABE sentences are not beside the project"
        return
    for part in ("development", "validation"):
        yield f"{part}: opinion against factual, macro-F1 {opinion(part).macro_f1:.3f} on {_size(part)} rows"
        for marked_only, which in ((True, "rows with a marked word"), (False, "all rows")):
            a = words(part, marked_only=marked_only)
            yield f"{part}: judging words, {which}: P {a.precision:.3f} R {a.recall:.3f} F1 {a.f1:.3f}"


def _size(part: str) -> int:
    return sum(map(_is_clear, rows(part)))


def _is_clear(row: Row) -> bool:
    return row.label in (Opinion.FACT_LIKE, Opinion.OPINION)


def _row(raw: dict[str, str]) -> Row:
    marked = ast.literal_eval(raw["biased_words"]) if raw["biased_words"].startswith("[") else []
    return Row(raw["text"].strip(), _LABELS.get(raw["label_opinion"]), frozenset(word.lower() for word in marked))


def _part(text: str) -> str:
    return "validation" if int(hashlib.sha256(text.encode()).hexdigest(), 16) % 3 == 0 else "development"


def _agreement(told: Sequence[tuple[bool, bool]]) -> Agreement:
    return Agreement(
        sum(ours and theirs for ours, theirs in told),
        sum(ours for ours, _ in told),
        sum(theirs for _, theirs in told),
        sum(not (ours or theirs) for ours, theirs in told),
    )
