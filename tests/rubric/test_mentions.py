"""`mentions`: phrases of concepts, inflected and misspelt, not denied, together where that is asked."""

import pytest

from tests.rubric.roof import judge, question, said

DANGER = {"check": "mentions", "all_of": ["danger"]}
BOTH = {"check": "mentions", "all_of": ["bees", "danger"]}
TOGETHER = {"check": "mentions", "all_of": ["bees", "danger"], "within": "sentence"}
CLOSE = {"check": "mentions", "all_of": ["bees", "danger"], "within": "clause"}
TWO = {"check": "mentions", "any_of": ["bees", "danger", "readers"], "at_least": 2}
TWO_CLOSE = {"check": "mentions", "any_of": ["bees", "danger", "readers"], "at_least": 2, "within": "clause"}
IN_PLACE = {"check": "mentions", "any_of": [["nobody asked", "no voice", "not heard"], ["left out"]]}
THOUGHT = {"check": "mentions", "all_of": [["thought"]]}
MIXED = {"check": "mentions", "all_of": ["bees"], "any_of": ["danger", "readers"]}
UNHEARD = {"check": "mentions", "all_of": [["ask", "consult"], ["family", "neighbour"]], "denied": True}
POOL = {"check": "mentions", "all_of": [["@bees ...4 drink ...3 pool", "drink/sip [all] (their | our) water"]]}
KIND = {"check": "mentions", "all_of": [["=kind !of", "!not/never friendly"]]}
VISITORS = {"check": "mentions", "all_of": [["140 [new] reader"]]}
EXPERT = {"check": "mentions", "all_of": [["expert"]]}
PLACE = {"check": "mentions", "any_of": [["paragraph 3", "clinic"]]}

MET = [
    (DANGER, "It could be dangerous for kids", "met", "mentioned"),
    # Inflections.
    (DANGER, "someone might get stung by one", "met", "mentioned"),
    (DANGER, "there are many risks up there", "met", "mentioned"),
    (DANGER, "people are getting hurt there", "met", "mentioned"),
    (DANGER, "what if its stinging everybody who comes in", "met", "mentioned"),
    (DANGER, "STINGS are bad", "met", "mentioned"),
    (THOUGHT, "she had a thought about it", "met", "mentioned"),
    # Slips of spelling.
    (DANGER, "it is dangerus up there", "met", "mentioned"),
    (DANGER, "it is dangrous up there", "met", "mentioned"),
    (BOTH, "the hivs are dangerouse", "met", "mentioned"),
    (EXPERT, "the expurts never said it", "met", "mentioned"),
    ({"check": "mentions", "all_of": [["quote"]]}, "he uses qoutes there", "met", "mentioned"),
    # Phrases of several words, with little words between.
    (IN_PLACE, "the families were just left out of it", "met", "mentioned"),
    (IN_PLACE, "the neighbours are not heard", "met", "mentioned"),
    (IN_PLACE, "they aren't even heard", "met", "mentioned"),
    (IN_PLACE, "the people below have no voice at all", "met", "mentioned"),
    (DANGER, "it's not safe", "met", "mentioned"),
    (DANGER, "it isn't very safe", "met", "mentioned"),
    # All of them, in any order and anywhere.
    (BOTH, "The hives are dangerous", "met", "mentioned"),
    (BOTH, "The hives are there. It is a risk.", "met", "mentioned"),
    (BOTH, "Its a risk, I mean the bees", "met", "mentioned"),
    # In one sentence, in one clause.
    (TOGETHER, "They are there. The hives are a risk.", "met", "mentioned"),
    (TOGETHER, "there are hives, and I think that is a risk", "met", "mentioned"),
    (CLOSE, "I live next door, the bees can hurt my little brother", "met", "mentioned"),
    (CLOSE, "honey is nice but insects sting", "met", "mentioned"),
    (CLOSE, "Bees. Bees! (they are a risk, those bees), so bees hurt you", "met", "mentioned"),
    # At least so many; some of one list and one of another.
    (TWO, "hives could put off readers", "met", "mentioned"),
    (TWO, "more people come for the hives even at a risk", "met", "mentioned"),
    (TWO_CLOSE, "its a nice place, hives bring readers in", "met", "mentioned"),
    (MIXED, "hives bring visitors", "met", "mentioned"),
    # A denied mention, where the lesson asks who is left out.
    (UNHEARD, "They did not ask the families next door", "met", "mentioned"),
    (UNHEARD, "no neighbour was ever consulted", "met", "mentioned"),
    (UNHEARD, "the neighbours could have been asked first", "met", "mentioned"),
    # The phrase language: a concept and gaps, alternatives, one form only, barred neighbours, a number.
    (POOL, "insects from the roof will drink out of my pool", "met", "mentioned"),
    (POOL, "they sip all our water", "met", "mentioned"),
    (KIND, "she is kind to everybody", "met", "mentioned"),
    (KIND, "the room looks friendly", "met", "mentioned"),
    (VISITORS, "140 readers joined", "met", "mentioned"),
    (PLACE, "p3s1, as it names a source", "met", "mentioned"),
]

UNMET = [
    (DANGER, "It is boring.", "unmet", "missing"),
    (BOTH, "The council votes on friday", "unmet", "missing"),
    (DANGER, "", "unmet", "missing"),
    (DANGER, "p3s1", "unmet", "missing"),
    # A word of its own is no slip: "string" is not "sting", "ranger" is not "danger".
    (DANGER, "there is a string on the roof", "unmet", "missing"),
    (DANGER, "a ranger keeps them up there", "unmet", "missing"),
    (EXPERT, "I did not expect it", "unmet", "missing"),
    # A dictionary form, not a stem: thoughtful is not thought.
    (THOUGHT, "she was very thoughtful about it", "unmet", "missing"),
    (DANGER, "it is just risky up there", "unmet", "missing"),
    ({"check": "mentions", "all_of": ["readers"]}, "reading is fun", "unmet", "missing"),
    # Denied, one way or another.
    (DANGER, "It is not dangerous", "unmet", "negated"),
    (DANGER, "there is no real risk for anyone", "unmet", "negated"),
    (DANGER, "They never hurt anybody", "unmet", "negated"),
    (DANGER, "i dont believe that its a danger", "unmet", "negated"),
    (DANGER, "nobody was stung, nobody was hurt", "unmet", "negated"),
    (DANGER, "calm bees hardly ever sting", "unmet", "negated"),
    (DANGER, "it would be fun instead of a risk", "unmet", "negated"),
    (BOTH, "there arent any bees and never a risk", "unmet", "negated"),
    # The words of a phrase in another order, in two sentences, or too far apart.
    (IN_PLACE, "they asked nobody", "unmet", "missing"),
    (IN_PLACE, "the bus left. Out came the bees", "unmet", "missing"),
    (IN_PLACE, "nobody from the whole town council asked", "unmet", "missing"),
    (POOL, "there is a pool that bees drink from", "unmet", "missing"),
    (POOL, "bees drink water that somebody took from a pool", "unmet", "missing"),
    # A form that is not meant, a barred neighbour, another number.
    (KIND, "there are many kinds", "unmet", "missing"),
    (KIND, "what kind of place is that", "unmet", "missing"),
    (KIND, "the room is never friendly", "unmet", "missing"),
    (VISITORS, "14 readers joined", "unmet", "missing"),
    (VISITORS, "it has 140 books and readers", "unmet", "missing"),
    # Neither of two, where two are wanted in one clause; another paragraph.
    (TWO_CLOSE, "the council decides", "unmet", "missing"),
    (PLACE, "p2s1 names her", "unmet", "missing"),
    (UNHEARD, "It is all about honey", "unmet", "missing"),
]

# One thing apart from a right answer, or from a wrong one.
NEAR = [
    # A negation that denies something else, or is taken back.
    (DANGER, "it is not dangerous but it is a risk", "met", "mentioned"),
    (DANGER, "not only loud but dangerous too", "met", "mentioned"),
    (DANGER, "no doubt its a risk", "met", "mentioned"),
    (DANGER, "nobody can deny that it is a danger", "met", "mentioned"),
    (DANGER, "No, it is a danger", "met", "mentioned"),
    (DANGER, "No danger", "unmet", "negated"),
    (DANGER, "it's safe", "unmet", "missing"),
    (DANGER, "it's not unsafe", "unmet", "missing"),
    (DANGER, "it does not say who got hurt", "met", "mentioned"),
    # One of the two is there, or one is denied.
    (BOTH, "The hives are there.", "partly", "some"),
    (BOTH, "Hives are not dangerous", "partly", "negated"),
    (BOTH, "The hives are a ranger", "partly", "some"),
    (TWO, "hives and bees and insects", "partly", "some"),
    (MIXED, "hives, hives", "partly", "some"),
    (MIXED, "visitors and risk", "partly", "some"),
    (UNHEARD, "nobody asked the mayor", "partly", "some"),
    ({**UNHEARD, "denied": False}, "nobody asked the families", "unmet", "negated"),
    # Both, but not together.
    (TOGETHER, "The hives are there. It is a risk.", "partly", "apart"),
    (TOGETHER, "the hives are there\nit is a risk", "partly", "apart"),
    (TOGETHER, "I like Mr. Pike and his bees, what a risk", "met", "mentioned"),
    (CLOSE, "there are hives, and I think that is a risk", "partly", "apart"),
    (CLOSE, "keep the bees because the risk is low", "partly", "apart"),
    (CLOSE, "Bees sit there, and no bee will hurt you", "partly", "negated"),
    (CLOSE, "Bees sit there, and no bee will hurt you, but a bee stung me", "met", "mentioned"),
    (TWO_CLOSE, "we love hives, readers love it too", "partly", "apart"),
    # A phrase broken by a word that is none of the little ones, or one too many.
    (IN_PLACE, "nobody ever asked them", "unmet", "missing"),
    (IN_PLACE, "the people below have no real voice", "unmet", "missing"),
    (IN_PLACE, "the neighbours do not get heard", "unmet", "missing"),
    (IN_PLACE, "left and then came out", "unmet", "missing"),
    (POOL, "bees drink water from the pool", "met", "mentioned"),
    (POOL, "bees drink all the water from the pool", "unmet", "missing"),
    (POOL, "bees never drink from the pool", "unmet", "negated"),
    (KIND, "kind people, not the kind of people who shout", "met", "mentioned"),
    # Copied from the question or the article, with nothing or with something beside it.
    (BOTH, "The writer claims that the hives on the roof are dangerous.", "partly", "copied"),
    (BOTH, "3 in 100 people react badly to a sting. Neighbours report that bees drink", "partly", "copied"),
    (BOTH, "The hives on the roof are dangerous, for instance a toddler might climb up", "met", "mentioned"),
    # A short term in quotation marks is picked, not copied, when something is said of it.
    (DANGER, '"a sting" makes you hate them', "met", "mentioned"),
    (DANGER, '"a sting"', "partly", "copied"),
    (DANGER, 'he says "3 in 100 people react badly to a sting" and that scares every mother', "met", "mentioned"),
]  # fmt: skip


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), [*MET, *UNMET, *NEAR])
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


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({}, "needs all_of or any_of"),
        ({"any_of": ["bees"], "at_least": 2}, "any_of has only 1"),
        ({"all_of": ["bees"], "within": "paragraph"}, "clause"),
        ({"all_of": ["bees"], "denied": "yes"}, "valid boolean"),
    ],
)
def test_keys_that_make_no_sense_are_refused(keys: dict, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        question({"check": "mentions", **keys})


def test_a_mark_left_open_does_not_make_the_answer_a_quotation() -> None:
    open_mark = 'The word "hives is what they fear since a small kid might climb up alone and be hurt by "insects"'
    assert said(BOTH, open_mark) == ("met", "mentioned")
    closed = '"people react badly to a sting. He did not say how many of them live near the library. Neighbours report"'
    assert said(DANGER, closed) == ("partly", "copied")
