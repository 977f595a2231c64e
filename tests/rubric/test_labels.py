"""`labels`: fact, opinion or inference, by any of the words that learners use for them."""

import pytest

from tests.rubric.roof import judge, said

OPINION = {"check": "labels", "label": "opinion"}
FACT = {"check": "labels", "label": "fact"}
PLAIN_INFERENCE = {"check": "labels", "label": "inference"}
INFERENCE = {"check": "labels", "label": "inference", "aliases": ["hunch", "reads the future"]}
GUESSED = {"check": "labels", "label": "opinion", "aliases": ["prediction", "guess"]}
TASTE = {"check": "labels", "label": "opinion", "aliases": ["matter of taste", "(his | her) own ...2 feeling"]}

MET = [
    (OPINION, "opinion", "met", "labelled"),
    (OPINION, "It's an opinion.", "met", "labelled"),
    (OPINION, "its a oppinion", "met", "labelled"),
    (OPINION, "that is just her point of view", "met", "labelled"),
    (OPINION, "it is what the author thinks", "met", "labelled"),
    (OPINION, "this is quite subjective I would say", "met", "labelled"),
    (OPINION, "a value judgement, if you ask me", "met", "labelled"),
    (OPINION, "thats only how she feels about bees", "met", "labelled"),
    (OPINION, "he is very opinionated here", "met", "labelled"),
    (OPINION, "These are Beliefs", "met", "labelled"),
    (FACT, "fact", "met", "labelled"),
    (FACT, "this is a fact", "met", "labelled"),
    (FACT, "facts", "met", "labelled"),
    (FACT, "you can check it", "met", "labelled"),
    (FACT, "it can be checked", "met", "labelled"),
    (FACT, "anybody could check that", "met", "labelled"),
    (FACT, "something factual", "met", "labelled"),
    (FACT, "it's verifiable, just count them", "met", "labelled"),
    (PLAIN_INFERENCE, "its an inference", "met", "labelled"),
    (PLAIN_INFERENCE, "he concluded that from the numbers", "met", "labelled"),
    (PLAIN_INFERENCE, "you have to read between the lines, so an infrence", "met", "labelled"),
    (INFERENCE, "It's a guess", "met", "labelled"),
    (INFERENCE, "he predicts it", "met", "labelled"),
    # The other label is denied or set against it.
    (OPINION, "an opinion, not a fact", "met", "labelled"),
    (OPINION, "It is not a fact, it is an opinion", "met", "labelled"),
    (OPINION, "opinion because it isn't a fact", "met", "labelled"),
    (OPINION, "an opinion rather than a fact", "met", "labelled"),
    (FACT, "a fact and not an opinion", "met", "labelled"),
    (FACT, "It isnt someones opinion. Its a fact", "met", "labelled"),
    (PLAIN_INFERENCE, "neither a fact nor an opinion, an inference", "met", "labelled"),
    # The teacher's words for the right label are not taken for another.
    (INFERENCE, "only a hunch", "met", "labelled"),
    (INFERENCE, "she reads the future there", "met", "labelled"),
    (GUESSED, "Opinion, because it's a prediction.", "met", "labelled"),
    (GUESSED, "It is an opinion as she is guessing what will happen", "met", "labelled"),
    (TASTE, "a matter of taste really", "met", "labelled"),
    (TASTE, "it's her own very private feeling", "met", "labelled"),
]

UNMET = [
    # The wrong label.
    (OPINION, "It is a fact", "unmet", "wrong-label"),
    (OPINION, "you can check it in the library", "unmet", "wrong-label"),
    (OPINION, "shes guessing", "unmet", "wrong-label"),
    (OPINION, "it's a conclusion he draws", "unmet", "wrong-label"),
    (OPINION, "facktual", "unmet", "wrong-label"),
    (FACT, "opinion", "unmet", "wrong-label"),
    (FACT, "that is what she thinks", "unmet", "wrong-label"),
    (FACT, "In my view it is a guess", "unmet", "wrong-label"),
    (FACT, "pure speculation", "unmet", "wrong-label"),
    (PLAIN_INFERENCE, "An opinion, of course", "unmet", "wrong-label"),
    (PLAIN_INFERENCE, "It can be proven.", "unmet", "wrong-label"),
    (GUESSED, "It is a conclusion", "unmet", "wrong-label"),
    (TASTE, "a verifiable statement", "unmet", "wrong-label"),
    # The right one, denied.
    (OPINION, "It's not an opinion", "unmet", "wrong-label"),
    (OPINION, "this is never an opinion, it's a fact", "unmet", "wrong-label"),
    (OPINION, "not subjective at all", "unmet", "wrong-label"),
    (FACT, "there are no facts in it", "unmet", "wrong-label"),
    (FACT, "nobody can check it", "unmet", "wrong-label"),
    (INFERENCE, "it isn't even a hunch", "unmet", "wrong-label"),
    (PLAIN_INFERENCE, "nobody infers anything", "unmet", "wrong-label"),
    # None.
    (OPINION, "The hives are bad", "unmet", "missing"),
    (OPINION, "", "unmet", "missing"),
    (OPINION, "I agree with her", "unmet", "missing"),
    (OPINION, "p2s3", "unmet", "missing"),
    (FACT, "it's true", "unmet", "missing"),
    (FACT, "the factory is near", "unmet", "missing"),
    (PLAIN_INFERENCE, "she interferes a lot", "unmet", "missing"),
    (TASTE, "the honey tastes good", "unmet", "missing"),
    # A label's word, but no label.
    (OPINION, "in my opinion the hives are bad", "unmet", "missing"),
    (FACT, "In fact the hives are bad", "unmet", "missing"),
    (FACT, "the fact that she says it is odd", "unmet", "missing"),
]

NEAR = [
    # Turns of speech beside a label.
    (OPINION, "In fact it is an opinion", "met", "labelled"),
    (FACT, "in my opinion this is a fact", "met", "labelled"),
    (OPINION, "As a matter of fact, just a belief", "met", "labelled"),
    (INFERENCE, "No, it is a guess", "met", "labelled"),
    (OPINION, "no its an opinion", "met", "labelled"),
    # What the other label would be is no label.
    (OPINION, "It is an opinion because you can't prove it", "met", "labelled"),
    (OPINION, "it's an opinion because nobody can check it", "met", "labelled"),
    (OPINION, "opinion, a fact could be checked", "met", "labelled"),
    (OPINION, "It is an opinion because facts can be checked", "met", "labelled"),
    (FACT, "It is an opinion because facts can be checked", "unmet", "wrong-label"),
    (OPINION, "It's her opinion. If it was a fact, you could check it.", "met", "labelled"),
    (FACT, "Facts can be checked, so it is a fact", "met", "labelled"),
    (OPINION, "it's an opinion since you can't check it like a fact", "met", "labelled"),
    # Seems the one, is the other.
    (OPINION, "It sounds like a fact but it is an opinion", "met", "labelled"),
    (FACT, "It sounds like a fact but it is an opinion", "unmet", "wrong-label"),
    (OPINION, "an opinion that is presented as a fact", "met", "labelled"),
    (OPINION, "it sounds like an opinion", "met", "labelled"),
    (FACT, "she states it as a fact", "met", "labelled"),
    # More the one than the other.
    (OPINION, "more an opinion than a fact", "met", "labelled"),
    (FACT, "more an opinion than a fact", "unmet", "wrong-label"),
    (FACT, "more of a fact than an opinion", "met", "labelled"),
    (OPINION, "it's less a fact than an opinion", "met", "labelled"),
    # What it rests on is not what it is.
    (PLAIN_INFERENCE, "a conclusion based on facts", "met", "labelled"),
    (OPINION, "her opinion, drawn from facts", "met", "labelled"),
    (FACT, "it is based on facts", "met", "labelled"),
    # Asked, then answered.
    (OPINION, "Fact or opinion? Opinion!", "met", "labelled"),
    (FACT, "Fact or opinion? Opinion!", "unmet", "wrong-label"),
    (OPINION, "maybe an opinion?", "met", "labelled"),
    (OPINION, "Is it a fact or an opinion?", "partly", "both-labels"),
    # Both.
    (OPINION, "It is a fact and an opinion", "partly", "both-labels"),
    (FACT, "half fact, half opinion", "partly", "both-labels"),
    (OPINION, "it is an opinion but you can check it", "partly", "both-labels"),
    (INFERENCE, "a hunch and a belief", "partly", "both-labels"),
    (PLAIN_INFERENCE, "opinion or guess", "partly", "both-labels"),
    (OPINION, "not only a fact but an opinion", "partly", "both-labels"),
    # Only what it is not.
    (OPINION, "It is not a fact", "partly", "missing"),
    (OPINION, "nobody can check it", "partly", "missing"),
    (PLAIN_INFERENCE, "neither fact nor opinion", "partly", "missing"),
    (FACT, "It is neither an opinion nor a guess", "partly", "missing"),
    # The article's own sentence is no label; the learner's is.
    (OPINION, "In her view, children who watch bees start to ask for books", "partly", "copied"),
    (OPINION, '"In her view, children who watch bees start to ask" is an opinion', "met", "labelled"),
]


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), [*MET, *UNMET, *NEAR])
def test_labels(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


def test_spans_and_words_are_the_labels_given() -> None:
    reply = "Half a fact, half an opinion"
    found = judge(FACT, reply)
    assert [span.of(reply) for span in found.spans] == ["fact", "opinion"]
    assert found.words == ("fact", "opinion")
