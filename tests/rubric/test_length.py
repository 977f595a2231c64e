"""`length`: enough different words to be worked with."""

import pytest

from tests.rubric.roof import judge, said

FIVE = {"check": "length", "words": 5}
ONE = {"check": "length", "words": 1}
TEN = {"check": "length", "words": 10}

CASES = [
    (FIVE, "The hives are a risk", "met", "long-enough"),
    (FIVE, "Medina says it, not me", "met", "long-enough"),
    (FIVE, "bees sting, kids cry loudly", "met", "long-enough"),
    (FIVE, "one two three four five", "met", "long-enough"),
    (FIVE, "1 2 3 4 5", "met", "long-enough"),
    (FIVE, "The\nhives\nare\na\nrisk", "met", "long-enough"),
    (FIVE, "It isn't a risk", "met", "long-enough"),  # is, not
    (FIVE, "«les ruches sont un danger»", "met", "long-enough"),
    (FIVE, "THE HIVES ARE A RISK!!!", "met", "long-enough"),
    (ONE, "yes", "met", "long-enough"),
    (ONE, "140", "met", "long-enough"),
    (TEN, "They might sting a small child who plays below the roof", "met", "long-enough"),
    # Too short.
    (FIVE, "The hives are risky", "partly", "short"),
    (FIVE, "The hives are", "partly", "short"),
    (FIVE, "The hives", "unmet", "short"),
    (FIVE, "", "unmet", "short"),
    (FIVE, "   \n\t ", "unmet", "short"),
    (FIVE, "?!? ... !!!", "unmet", "short"),
    (ONE, "", "unmet", "short"),
    (ONE, "...", "unmet", "short"),
    (TEN, "They might sting a child", "partly", "short"),
    (TEN, "They might sting", "unmet", "short"),
    # Said again, or in another form, is not said more.
    (FIVE, "bees bees bees bees bees", "unmet", "short"),
    (FIVE, "bee bees Bees hive hives", "unmet", "short"),
    (FIVE, "the bees the hives the bees", "partly", "short"),
    (TEN, "very very very very very very very very very bad", "unmet", "short"),
    # Addresses are no words.
    (FIVE, "p1s1 p1s2 p1s3 p2s1 p2s2", "unmet", "short"),
    (FIVE, "[p3s1] is bad for kids there", "met", "long-enough"),
]


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), CASES)
def test_length(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


def test_the_reason_has_both_figures() -> None:
    assert judge(FIVE, "The hives").reason == "2 different words, 5 wanted"
