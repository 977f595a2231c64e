"""`reasons`: a connective, with something to say on both sides of it."""

import pytest

from tests.rubric.roof import judge, said

REASONS = {"check": "reasons"}
ABOUT = {"check": "reasons", "about": ["danger"]}

CASES = [
    (REASONS, "The hives should stay because they bring new visitors in", "met", "reasoned"),
    (REASONS, "it's an opinion because nobody can check it", "met", "reasoned"),
    (REASONS, "opinion cuz nobody can check", "met", "reasoned"),
    (REASONS, "Stings happen, so parents worry about small kids", "met", "reasoned"),
    (REASONS, "A doctor warned them. So parents worry now", "met", "reasoned"),
    (REASONS, "A doctor warned people. This shows that stings matter", "met", "reasoned"),
    (REASONS, "Because some kids are allergic, hives are risky", "met", "reasoned"),
    (REASONS, "Since small kids play there, it might go wrong", "met", "reasoned"),
    (REASONS, "She wants visitors, therefore she defends bees", "met", "reasoned"),
    (REASONS, "kids could get hurt, which means parents stay away", "met", "reasoned"),
    (REASONS, "Fewer people come as a result of fear", "met", "reasoned"),
    (REASONS, "He only warns about it, but he gives no numbers", "met", "reasoned"),
    (REASONS, "it is weak becuase he never counted them", "met", "reasoned"),
    (REASONS, '"3 in 100 people react badly" shows that stings are risky', "met", "reasoned"),
    (REASONS, "p3s1 proves that stings are risky", "met", "reasoned"),
    (REASONS, "It is risky because p3s1", "met", "reasoned"),
    # Nothing to link on one side.
    (REASONS, "because it is", "partly", "one-sided"),
    (REASONS, "I think so because.", "partly", "one-sided"),
    (REASONS, "because because because", "partly", "one-sided"),
    (REASONS, "Because of the bees", "partly", "one-sided"),
    (REASONS, "it is bad because it is bad", "partly", "one-sided"),
    (REASONS, "so they could", "partly", "one-sided"),
    # Copied on both sides, or on the one that would have to be the learner's own.
    (REASONS, "a roof is no place for insects, because children play below it", "partly", "copied"),
    (
        REASONS,
        "Anyone with sense can see that a roof is no place for insects, because children play below it",
        "partly",
        "copied",
    ),
    (REASONS, "risky because bad", "partly", "one-sided"),
    # The question's own claim may be argued for, but not with itself.
    (REASONS, "The hives on the roof are dangerous because small kids play there", "met", "reasoned"),
    (REASONS, "a kid got ill, this shows the hives on the roof are dangerous", "met", "reasoned"),
    (REASONS, "what evidence does the article give because the hives on the roof are dangerous", "partly", "copied"),
    (REASONS, "the wall is low, which means that small kids fall", "met", "reasoned"),
    # No connective.
    (REASONS, "The hives bring new visitors", "unmet", "missing"),
    (REASONS, "It is a good thing", "unmet", "missing"),
    (REASONS, "", "unmet", "missing"),
    # A connective that is none here.
    (REASONS, "It was so good", "unmet", "missing"),
    (REASONS, "Nobody was stung so far", "unmet", "missing"),
    (REASONS, "there were so many bees on that big roof", "unmet", "missing"),
    (REASONS, "hives have been there since 2019 and nothing happened", "unmet", "missing"),
    (REASONS, "bees have been up there since April and nothing happened", "unmet", "missing"),
    # About what was asked.
    (ABOUT, "Kids play there, so somebody might get stung", "met", "reasoned"),
    (ABOUT, "Kids play there, so their books get wet", "partly", "some"),
]


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), CASES)
def test_reasons(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


def test_the_span_runs_over_both_sides_and_the_words_are_the_connective() -> None:
    reply = "I know. The hives are risky because small kids play there."
    found = judge(REASONS, reply)
    assert [span.of(reply) for span in found.spans] == ["The hives are risky because small kids play there"]
    assert found.words == ("because",)
