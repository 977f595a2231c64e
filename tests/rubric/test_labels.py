"""`labels`: fact, opinion or inference, by any of the words that learners use for them."""

import pytest

from tests.rubric.roof import judge, said

OPINION = {"check": "labels", "label": "opinion"}
FACT = {"check": "labels", "label": "fact"}
INFERENCE = {"check": "labels", "label": "inference", "aliases": ["hunch", "reads the future"]}
GUESSED = {"check": "labels", "label": "opinion", "aliases": ["prediction", "guess"]}

CASES = [
    (OPINION, "opinion", "met", "labelled"),
    (OPINION, "It's an opinion.", "met", "labelled"),
    (OPINION, "its a oppinion", "met", "labelled"),
    (OPINION, "an opinion, not a fact", "met", "labelled"),
    (OPINION, "It is not a fact, it is an opinion", "met", "labelled"),
    (OPINION, "opinion because it isn't a fact", "met", "labelled"),
    (OPINION, "that is just her point of view", "met", "labelled"),
    (OPINION, "In fact it is an opinion", "met", "labelled"),
    (OPINION, "it is what the author thinks", "met", "labelled"),
    (OPINION, "it's an opinion because nobody can check it", "met", "labelled"),
    (OPINION, "It is an opinion because you can't prove it", "met", "labelled"),
    (FACT, "fact", "met", "labelled"),
    (FACT, "this is a fact", "met", "labelled"),
    (FACT, "facts", "met", "labelled"),
    (FACT, "you can check it", "met", "labelled"),
    (FACT, "it can be checked", "met", "labelled"),
    (FACT, "a fact and not an opinion", "met", "labelled"),
    (INFERENCE, "It's a guess", "met", "labelled"),
    (INFERENCE, "he predicts it", "met", "labelled"),
    (INFERENCE, "only a hunch", "met", "labelled"),
    (INFERENCE, "No, it is a guess", "met", "labelled"),
    # The teacher's words for the right label are not taken for another.
    (GUESSED, "Opinion, because it's a prediction.", "met", "labelled"),
    (GUESSED, "It is an opinion as she is guessing what will happen", "met", "labelled"),
    (GUESSED, "It is a conclusion", "unmet", "wrong-label"),
    # The wrong label.
    (OPINION, "It is a fact", "unmet", "wrong-label"),
    (OPINION, "It's not an opinion", "unmet", "wrong-label"),
    (FACT, "In my view it is a guess", "unmet", "wrong-label"),
    (FACT, "opinion", "unmet", "wrong-label"),
    # Both.
    (OPINION, "It is a fact and an opinion", "partly", "both-labels"),
    (FACT, "half fact, half opinion", "partly", "both-labels"),
    # Only what it is not.
    (OPINION, "It is not a fact", "partly", "missing"),
    (OPINION, "nobody can check it", "partly", "missing"),
    # None.
    (OPINION, "in my opinion the hives are bad", "unmet", "missing"),
    (FACT, "In fact the hives are bad", "unmet", "missing"),
    (FACT, "the fact that she says it is odd", "unmet", "missing"),
    (OPINION, "The hives are bad", "unmet", "missing"),
    (OPINION, "", "unmet", "missing"),
]


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), CASES)
def test_labels(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


def test_spans_and_words_are_the_labels_given() -> None:
    reply = "Half a fact, half an opinion"
    found = judge(FACT, reply)
    assert [span.of(reply) for span in found.spans] == ["fact", "opinion"]
    assert found.words == ("fact", "opinion")
