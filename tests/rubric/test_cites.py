"""`cites`: by address, by quoting, by retelling closely; altered, invented, beside the point."""

import pytest

from tests.rubric.roof import ROOF, TEXT, judge, said

PIKE = {"check": "cites", "from": ["p3s1"]}
BOTH = {"check": "cites", "from": ["p2s2", "p3s1"], "at_least": 2}
PARAGRAPH = {"check": "cites", "from": ["p3"]}
SIX = {"check": "cites", "from": ["p1s2"]}

CASES = [
    # By address, in every way that a learner writes one.
    (PIKE, "p3s1", "met", "cited"),
    (PIKE, "[p3s1] shows that stings can be bad", "met", "cited"),
    (PIKE, "It says so in P3S1.", "met", "cited"),
    (PIKE, "paragraph 3, sentence 1", "met", "cited"),
    (PIKE, "the first sentence of paragraph 3 proves it", "met", "cited"),
    (PIKE, "the proof is in p3s1-p3s2", "met", "cited"),
    (PIKE, "p1s1 and p3s1", "met", "cited"),
    (PARAGRAPH, "paragraph 3", "met", "cited"),
    (PARAGRAPH, "you can see it in p3s2", "met", "cited"),
    # Near misses by address.
    (PIKE, "it is in p3", "partly", "elsewhere"),
    (PIKE, "see p2s1", "unmet", "elsewhere"),
    (PIKE, "p9s1 says it", "unmet", "invented"),
    (PIKE, "p1s1 p1s2 p1s3 p2s1 p2s2 p2s3 p3s1 p3s2 p3s3 p4s1", "partly", "elsewhere"),
    (PIKE, "p1-p4", "partly", "elsewhere"),
    (PARAGRAPH, "paragraph 2", "unmet", "elsewhere"),
    # Quoted.
    (PIKE, 'It says "3 in 100 people react badly to a sting".', "met", "quoted"),
    (PIKE, "It says “3 in 100 people react badly”.", "met", "quoted"),
    (PIKE, 'The doctor says "3 in 100 peple react badly to a sting"', "met", "quoted"),
    (PIKE, 'He "warns that ... people react badly to a sting"', "met", "quoted"),
    (PIKE, "He says '3 in 100 people react badly to a sting' there", "met", "quoted"),
    (PIKE, '"react badly"', "met", "quoted"),
    (SIX, '"not one reader has been stung"', "met", "quoted"),
    # Quoted, but altered: named, and no match.
    (PIKE, '"30 in 100 people react badly to a sting"', "unmet", "altered"),
    (PIKE, '"3 in 1,000 people react badly to a sting"', "unmet", "altered"),
    (PIKE, '"3 in 100 people do not react badly to a sting"', "unmet", "altered"),
    (PIKE, '"Nadia Ferrow, a doctor at the town clinic, warns that 3 in 100 people react badly"', "unmet", "altered"),
    (SIX, '"since April, and one reader has been stung"', "unmet", "altered"),
    (SIX, "Six hives have stood on its roof since April, and one reader has been stung", "unmet", "altered"),
    (SIX, '"Nine hives have stood on its roof since April"', "unmet", "altered"),
    # Altered beside the right address: the learner should look again all the same, unless the address says it.
    (PIKE, 'In p3s1 it says "30 in 100 people react badly to a sting"', "partly", "altered"),
    # Quoted, but not from there, or from nowhere.
    (PIKE, '"The council will vote on Friday"', "unmet", "elsewhere"),
    (PIKE, 'It says "bees have killed a dozen dogs in this town".', "unmet", "invented"),
    (PIKE, 'It is a "bad" idea', "unmet", "missing"),
    # Retold closely, without marks.
    (PIKE, "The doctor warns that 3 in 100 people react badly to a sting.", "met", "paraphrased"),
    (PIKE, "It says that 3 out of 100 people react badly to a sting", "met", "paraphrased"),
    (PIKE, "3 in 100 people reacting badly to the sting", "met", "paraphrased"),
    (PIKE, "i think that 3 in 100 peopel react baddly to a sting is the evidence", "met", "paraphrased"),
    (SIX, "six hives stood on the roof since april and not one reader was stung", "met", "paraphrased"),
    # Near misses of retelling.
    (PIKE, "30 in 100 people react badly to a sting", "unmet", "altered"),
    (PIKE, "Some people are allergic.", "unmet", "missing"),
    (PIKE, "people react", "unmet", "missing"),
    (PIKE, "bees are bad and the council should know it", "unmet", "missing"),
    (PIKE, "", "unmet", "missing"),
    # Several places asked for.
    (BOTH, "p2s2 and p3s1", "met", "cited"),
    (BOTH, 'p3s1, and "140 new readers this summer"', "met", "quoted"),
    (BOTH, "p3s1", "partly", "some"),
    (BOTH, "p3s1 p3s1 p3s1", "partly", "some"),
    (BOTH, "p4s1", "unmet", "elsewhere"),
]


NEAR = [
    # One digit, one sentence or one mark away from a right address.
    (PIKE, "p3s2", "unmet", "elsewhere"),
    (PIKE, "see p3s3", "unmet", "elsewhere"),
    (PIKE, "p33s1", "unmet", "invented"),
    (PIKE, "p3s11", "unmet", "invented"),
    (PIKE, "it is in p3", "partly", "elsewhere"),
    (PIKE, "[p3s1", "met", "cited"),
    (PIKE, "p 3 s 1", "met", "cited"),
    (PIKE, "p3s1-p3s3", "met", "cited"),
    (PIKE, "sentence 1 of paragraph three", "met", "cited"),
    # One word or figure away from a right quotation.
    (PIKE, '"3 in 100 people react badly to a bite"', "unmet", "altered"),
    (PIKE, '"3 in 10 people react badly to a sting"', "unmet", "altered"),
    (PIKE, '"30 in 100 people react badly to a sting"', "unmet", "altered"),
    (PIKE, '"3 in 100 people do not react badly to a sting"', "unmet", "altered"),
    (PIKE, '"3 in 100 people react badly to a sting', "met", "quoted"),
    (PIKE, '"a doctor told everyone to run away"', "unmet", "invented"),
    # A few of its words, and a retelling.
    (PIKE, "people react badly", "unmet", "missing"),
    (PIKE, "3 of 100 folks react badly when stung", "met", "paraphrased"),
    (PIKE, "He said many people live near", "unmet", "missing"),
    (PIKE, "neighbours said bees drink from pools", "unmet", "missing"),
]


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), [*CASES, *NEAR])
def test_cites(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


def test_a_quotation_is_shown_in_the_reply_and_in_the_article() -> None:
    reply = 'The doctor says "3 in 100 people react badly", so it is risky.'
    found = judge(PIKE, reply)
    assert [span.of(reply) for span in found.spans] == ["3 in 100 people react badly"]
    assert [span.of(ROOF.text) for span in found.article] == ["3 in 100 people react badly"]
    assert [str(place) for place in found.references] == ["p3s1"]


def test_an_address_is_shown_with_the_sentence_it_stands_for() -> None:
    found = judge(PIKE, "Look at p3s1.")
    assert [span.of(ROOF.text)[:9] for span in found.article] == ["Owen Pike"]


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ('"30 in 100 people react badly to a sting"', ("30", "number")),
        ('"Nadia Ferrow, a doctor at the town clinic, warns"', ("Nadia Ferrow", "name")),
        ('"3 in 100 people do not react badly to a sting"', ("not", "negation")),
    ],
)
def test_what_was_altered_is_said(reply: str, words: tuple[str, str]) -> None:
    found = judge(PIKE, reply)
    assert found.words == words
    assert words[0] in found.reason


def test_what_stands_nowhere_in_the_article_is_said_to() -> None:
    found = judge(PIKE, 'It says "bees have killed a dozen dogs".')
    assert found.words == ("bees have killed a dozen dogs",)
    assert found.references == ()


def test_a_retelling_is_accepted_from_75_at_five_words_and_more_and_from_85_below() -> None:
    assert said(PIKE, '"people react quite badly to one sting"')[0] == "met"  # 7 words, nearly the article's
    assert said(PIKE, '"people are afraid of getting stung"')[0] == "unmet"
    assert said(PIKE, '"react badlly"')[0] == "met"  # a slip in two words: above 85
    assert said(PIKE, '"react madly now"')[0] == "unmet"


def test_the_whole_article_cites_what_is_in_it() -> None:
    # That it is pasted is for effort to say.
    assert said(PIKE, TEXT)[0] == "met"
