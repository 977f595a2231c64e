"""False alarms on thousands of real answers to reading questions (the ASAP-SAS data, which is not ours to pass on)."""

import csv
import random
from pathlib import Path

import pytest

from tutor.article.load import parse_article
from tutor.rubric import Effort
from tutor.rubric.effort import effort_of
from tutor.rubric.reading import Reading
from tutor.rubric.vocabulary import Vocabulary

DATA = Path(__file__).parents[3] / "shared" / "data" / "asap-sas"
# Fewer than this share of the answers that earned a point may be taken for something else than an answer.
ALLOWED = 0.005
# At least this share of the best answers is told once their words are shuffled.
SHUFFLED = 0.92


@pytest.mark.skipif(not DATA.is_dir(), reason="the ASAP-SAS answers are not beside the project")
@pytest.mark.parametrize("number", [3, 4, 7, 8])
def test_answers_that_earned_a_point_are_answers(number: int) -> None:
    article = parse_article((DATA / f"set{number}_passage.txt").read_text(errors="replace"), markdown=False)
    ask = (DATA / f"set{number}_rubric.txt").read_text(errors="replace").splitlines()[1]
    vocabulary = Vocabulary()
    with (DATA / f"set{number}_train.tsv").open(newline="", errors="replace") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    good = [row["Text"] for row in rows if int(row["Score1"]) >= 1]
    flagged = [text for text in good if effort_of(Reading(text, ask, article, vocabulary), ()) is not Effort.ANSWER]
    assert len(good) > 500
    assert len(flagged) < ALLOWED * len(good)


@pytest.mark.skipif(not DATA.is_dir(), reason="the ASAP-SAS answers are not beside the project")
@pytest.mark.parametrize("number", [3, 4, 7, 8])
def test_the_best_answers_are_told_once_shuffled(number: int) -> None:
    article = parse_article((DATA / f"set{number}_passage.txt").read_text(errors="replace"), markdown=False)
    with (DATA / f"set{number}_train.tsv").open(newline="", errors="replace") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    chance = random.Random(number)
    best = [row["Text"].split() for row in rows if row["Score1"] == "2" and int(row["Id"]) % 2 == 0]
    mixed = [" ".join(chance.sample(words, len(words))) for words in best]
    told = [effort_of(Reading(text, "", article, Vocabulary()), ()) is not Effort.ANSWER for text in mixed]
    assert sum(told) >= SHUFFLED * len(told)
