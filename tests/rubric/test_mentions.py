"""`mentions`: phrases of concepts, inflected and misspelt, not denied, together where that is asked."""

import pytest

from tests.rubric.roof import judge, said

DANGER = {"check": "mentions", "all_of": ["danger"]}
BOTH = {"check": "mentions", "all_of": ["bees", "danger"]}
TOGETHER = {"check": "mentions", "all_of": ["bees", "danger"], "within": "sentence"}
TWO = {"check": "mentions", "any_of": ["bees", "danger", "readers"], "at_least": 2}
IN_PLACE = {"check": "mentions", "any_of": [["nobody asked", "no voice", "not heard"], ["left out"]]}
THOUGHT = {"check": "mentions", "all_of": [["thought"]]}
MIXED = {"check": "mentions", "all_of": ["bees"], "any_of": ["danger", "readers"]}

CASES = [
    (DANGER, "It could be dangerous for kids", "met", "mentioned"),
    # Inflections.
    (DANGER, "someone might get stung by one", "met", "mentioned"),
    (DANGER, "there are many risks up there", "met", "mentioned"),
    (DANGER, "people are getting hurt there", "met", "mentioned"),
    (DANGER, "STINGS are bad", "met", "mentioned"),
    # Slips of spelling.
    (DANGER, "it is dangerus up there", "met", "mentioned"),
    (DANGER, "it is dangrous up there", "met", "mentioned"),
    (BOTH, "the hivs are dangerouse", "met", "mentioned"),
    ({"check": "mentions", "all_of": [["expert"]]}, "the expurts never said it", "met", "mentioned"),
    ({"check": "mentions", "all_of": [["quote"]]}, "he uses qoutes there", "met", "mentioned"),
    # A word of its own is no slip: "string" is not "sting", "ranger" is not "danger".
    (DANGER, "there is a string on the roof", "unmet", "missing"),
    (DANGER, "a ranger keeps them up there", "unmet", "missing"),
    # A dictionary form, not a stem: thoughtful is not thought.
    (THOUGHT, "she was very thoughtful about it", "unmet", "missing"),
    (THOUGHT, "she had a thought about it", "met", "mentioned"),
    # Phrases of several words, with little words between.
    (IN_PLACE, "the families were just left out of it", "met", "mentioned"),
    (IN_PLACE, "the neighbours do not get heard", "unmet", "missing"),
    (IN_PLACE, "the neighbours are not heard", "met", "mentioned"),
    (IN_PLACE, "they aren't even heard", "met", "mentioned"),
    (IN_PLACE, "nobody ever asked them", "unmet", "missing"),
    (IN_PLACE, "left and then came out", "unmet", "missing"),
    (DANGER, "it's not safe", "met", "mentioned"),
    (DANGER, "it isn't very safe", "met", "mentioned"),
    (DANGER, "it's safe", "unmet", "missing"),
    # Denied.
    (DANGER, "It is not dangerous", "unmet", "negated"),
    (DANGER, "there is no real risk for anyone", "unmet", "negated"),
    (DANGER, "They never hurt anybody", "unmet", "negated"),
    (DANGER, "it is not dangerous but it is a risk", "met", "mentioned"),
    (BOTH, "Hives are not dangerous", "partly", "negated"),
    # All of them.
    (BOTH, "The hives are dangerous", "met", "mentioned"),
    (BOTH, "The hives are there. It is a risk.", "met", "mentioned"),
    (BOTH, "The hives are there.", "partly", "some"),
    (BOTH, "It is boring.", "unmet", "missing"),
    # In one sentence.
    (TOGETHER, "The hives are there. It is a risk.", "partly", "apart"),
    (TOGETHER, "They are there. The hives are a risk.", "met", "mentioned"),
    (TOGETHER, "the hives are there\nit is a risk", "partly", "apart"),
    # At least so many.
    (TWO, "hives could put off readers", "met", "mentioned"),
    (TWO, "hives and bees and insects", "partly", "some"),
    (MIXED, "hives bring visitors", "met", "mentioned"),
    (MIXED, "hives, hives", "partly", "some"),
    (MIXED, "visitors and risk", "partly", "some"),
    # Copied from the question or the article, with nothing beside it.
    (BOTH, "The writer claims that the hives on the roof are dangerous.", "partly", "copied"),
    (BOTH, "3 in 100 people react badly to a sting. Neighbours report that bees drink", "partly", "copied"),
    (BOTH, "The hives on the roof are dangerous, for instance a toddler might climb up", "met", "mentioned"),
    # A short term in quotation marks is picked, not copied, when something is said of it.
    (DANGER, '"a sting" makes you hate them', "met", "mentioned"),
    (DANGER, '"a sting"', "partly", "copied"),
    # Addresses are no words, but may be phrases.
    ({"check": "mentions", "any_of": [["paragraph 3", "clinic"]]}, "p3s1, as it names a source", "met", "mentioned"),
    (DANGER, "p3s1", "unmet", "missing"),
    (DANGER, "", "unmet", "missing"),
]


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), CASES)
def test_mentions(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


def test_spans_are_the_phrases_found() -> None:
    reply = "So the hives, they're a big RISK."
    found = judge(BOTH, reply)
    assert [span.of(reply) for span in found.spans] == ["hives", "RISK"]
    assert found.words == ("bees", "danger")


def test_the_reason_names_what_is_missing_and_what_is_denied() -> None:
    assert "but not danger" in judge(BOTH, "The hives are there").reason
    assert "denies" in judge(BOTH, "The hives are not a risk").reason


def test_a_concept_given_in_place_goes_by_its_first_phrase() -> None:
    assert judge(IN_PLACE, "they were left out").words == ("left out",)
