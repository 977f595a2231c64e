"""Students' answers to four reading questions, each with two human scores (ASAP-SAS, sets 3, 4, 7 and 8).

The data is not ours to pass on: it is looked for beside the project. Rubrics were made on the rows with an even id, the
development half; the validation half, with odd ids, was read by nobody and only ever scored.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from tutor.grading.agreement import Agreement
from tutor.lesson.load import LoadedLesson, load_lesson
from tutor.rubric.assess import assess
from tutor.rubric.model import Assessment
from tutor.rubric.scoring import Score, score_of

DATA = Path(__file__).parents[3] / "shared" / "data" / "asap-sas"
LESSONS = Path(__file__).parent / "asap"
SETS = (3, 4, 7, 8)
TOP = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One answer with the scores of the two raters; the first decides."""

    id: int
    score: int
    second: int
    text: str


@lru_cache(maxsize=8)
def rows(number: int, half: str) -> tuple[Row, ...]:
    """The answers of one half, `development` or `validation`."""
    with (DATA / f"set{number}_train.tsv").open(newline="", encoding="utf-8", errors="replace") as file:
        read = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    every = (Row(int(row["Id"]), int(row["Score1"]), int(row["Score2"]), row["Text"]) for row in read)
    return tuple(row for row in every if row.id % 2 == (half == "validation"))


def passage(number: int) -> Path:
    """The article that the answers are about."""
    return DATA / f"set{number}_passage.txt"


@lru_cache(maxsize=8)
def lesson(number: int, *, first: bool = False) -> LoadedLesson:
    """The lesson of a set; the `first` one was written before any answer had been read."""
    folder = LESSONS / "first" if first else LESSONS
    return load_lesson(folder / f"set{number}.lesson.toml", passage(number))


def judged(loaded: LoadedLesson, text: str) -> tuple[Score, Assessment]:
    """What an answer is worth, and why."""
    question = loaded.lesson.questions[0]
    assessment = assess(text, question, loaded.article, quotes=False)
    return score_of(assessment, question.scoring), assessment


def scores(loaded: LoadedLesson, texts: list[str]) -> list[int]:
    """The levels of answers."""
    return [judged(loaded, text)[0].level for text in texts]


def by_length(number: int) -> Agreement:
    """Agreement on the validation half of the number of words alone, cut where the development half agrees best."""
    development = [(row.score, len(row.text.split())) for row in rows(number, "development")]
    lengths = sorted({length for _, length in development})
    steps = lengths[:: max(1, len(lengths) // 40)]
    cuts = max(combinations(steps, TOP), key=lambda cuts: Agreement.of(_cut(development, cuts)).kappa or 0)
    return Agreement.of(_cut([(row.score, len(row.text.split())) for row in rows(number, "validation")], cuts))


def _cut(pairs: list[tuple[int, int]], cuts: tuple[int, ...]) -> list[tuple[int, int]]:
    return [(score, sum(length >= cut for cut in cuts)) for score, length in pairs]
