"""`own_words`: how much of the reply is the learner's own."""

import pytest

from tests.rubric.roof import PARAGRAPHS, judge, said

HALF = {"check": "own_words"}
MOST = {"check": "own_words", "share": 0.8}
SENTENCE = "3 in 100 people react badly to a sting"
OWN = "so small kids with allergies should keep away from them"

CASES = [
    (HALF, "Kids with allergies should keep away from there", "met", "own"),
    (HALF, "I would not want a hive above my bed", "met", "own"),
    (HALF, "it is bad for kids", "met", "own"),
    (HALF, f"{SENTENCE}, {OWN}", "met", "own"),
    (HALF, f'"{SENTENCE}" means kids should really keep away', "met", "own"),
    (HALF, "Pike thinks that a few people in a hundred get ill from stings", "met", "own"),
    (HALF, "p3s1 tells us that some people get ill", "met", "own"),
    # Four words in a row are the article's by chance.
    (HALF, "I saw that bees drink from a puddle once", "met", "own"),
    (HALF, "they will vote on Friday whatever the neighbours want", "met", "own"),
    # Too few of their own.
    (HALF, "yes", "partly", "short"),
    (HALF, "it is bad", "partly", "short"),
    (HALF, "it is bad there", "partly", "short"),
    (HALF, f'"{SENTENCE}"', "unmet", "short"),
    (HALF, f'"{SENTENCE}" yes', "partly", "short"),
    (HALF, "p3s1", "unmet", "short"),
    (HALF, "", "unmet", "short"),
    # Copied from the article.
    (HALF, SENTENCE, "unmet", "copied"),
    (HALF, f"{SENTENCE}.", "unmet", "copied"),
    (HALF, SENTENCE.upper(), "unmet", "copied"),
    (HALF, f"{SENTENCE} so be careful", "unmet", "copied"),
    (HALF, f"{SENTENCE} {OWN[:-11]}", "partly", "copied"),
    (HALF, PARAGRAPHS[1], "unmet", "copied"),
    (MOST, f"{SENTENCE}, {OWN}", "partly", "copied"),
    (MOST, f"{SENTENCE}. {OWN}. {OWN}. {OWN}. {OWN}.", "met", "own"),
    # Copied from the question.
    (HALF, "The writer claims that the hives on the roof are dangerous", "unmet", "copied"),
    (HALF, "The hives on the roof are dangerous as small kids could climb up there", "met", "own"),
    (HALF, "What evidence does the article give for that", "unmet", "copied"),
]


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), CASES)
def test_own_words(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


def test_spans_are_what_is_own_or_when_that_is_too_little_what_is_copied() -> None:
    reply = f"{SENTENCE}, {OWN}."
    assert [span.of(reply) for span in judge(HALF, reply).spans] == [OWN]
    reply = f"Look: {SENTENCE}."
    assert [span.of(reply) for span in judge(HALF, reply).spans] == [SENTENCE]
