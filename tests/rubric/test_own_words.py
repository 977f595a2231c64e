"""`own_words`: how much of the reply is the learner's own."""

import pytest

from tests.rubric.roof import PARAGRAPHS, judge, question, said

HALF = {"check": "own_words"}
MOST = {"check": "own_words", "share": 0.8}
FEW = {"check": "own_words", "share": 0.2}
ALL = {"check": "own_words", "share": 1.0}
SENTENCE = "3 in 100 people react badly to a sting"  # nine words
OWN = "so small kids with allergies should keep away from them"  # ten
TRACES = "neighbours report that bees drink from their paddling pools"  # nine

MET = [
    (HALF, "Kids with allergies should keep away from there", "met", "own"),
    (HALF, "I would not want a hive above my bed", "met", "own"),
    (HALF, "it is bad for kids", "met", "own"),
    (HALF, "well my cousin got stung once, he was fine after a day", "met", "own"),
    (ALL, "nobody told those mums about it", "met", "own"),
    (ALL, "its loud. its sticky. its gross", "met", "own"),
    # Told again in other words.
    (HALF, "Pike thinks that a few people in a hundred get ill from stings", "met", "own"),
    (HALF, "the doctor says some people, 3 of 100, could get really sick", "met", "own"),
    (HALF, "bees come down to the little pools of the people next door and drink", "met", "own"),
    (MOST, "Ferrow thinks the kids get keen on books by looking at the hives", "met", "own"),
    # Words of the article, but never five in a row.
    (HALF, "bees, readers, roof, council, Friday, clinic: all of it matters", "met", "own"),
    (HALF, "they will vote on Friday whatever the neighbours want", "met", "own"),
    (HALF, "I saw that bees drink from a puddle once", "met", "own"),
    (ALL, "the library keeps bees and some readers hate it", "met", "own"),
    (HALF, "roof a on stood have hives six", "met", "own"),
    # Beside a copied sentence there is enough.
    (HALF, f"{SENTENCE}, {OWN}", "met", "own"),
    (HALF, f"{OWN.capitalize()}. {SENTENCE}.", "met", "own"),
    (MOST, f"{SENTENCE}. {OWN}. {OWN}. {OWN}. {OWN}.", "met", "own"),
    (FEW, f"{SENTENCE} and that is far too many", "met", "own"),
    (FEW, f"I think {TRACES} and that annoys them", "met", "own"),
    # A quotation is neither own nor copied, an address no word.
    (HALF, f'"{SENTENCE}" means kids should really keep away', "met", "own"),
    (ALL, f"“{SENTENCE}” means kids should really keep away", "met", "own"),
    (HALF, f'He says "{SENTENCE}", which scares me', "met", "own"),
    (HALF, "p3s1 tells us that some people get ill", "met", "own"),
    (ALL, "In p3s3 the neighbours complain about their pools", "met", "own"),
    # Beside the question's words.
    (HALF, "The hives on the roof are dangerous as small kids could climb up there", "met", "own"),
    (HALF, "evidence the article gives: a doctor who warns us", "met", "own"),
]

UNMET = [
    # Nothing.
    (HALF, "", "unmet", "short"),
    (HALF, " \n ", "unmet", "short"),
    (HALF, "?!", "unmet", "short"),
    (HALF, "p3s1", "unmet", "short"),
    (HALF, "p3s1, p3s3", "unmet", "short"),
    # Only a quotation.
    (HALF, f'"{SENTENCE}"', "unmet", "short"),
    (HALF, f"“{TRACES}”", "unmet", "short"),
    (HALF, f'"{SENTENCE}" "{TRACES}" p3s1', "unmet", "short"),
    (HALF, '"I would not want a hive above my bed"', "unmet", "short"),
    # Copied from the article: as it is, in capitals, without its marks, over a sentence's end, in pieces.
    (HALF, SENTENCE, "unmet", "copied"),
    (HALF, f"{SENTENCE}.", "unmet", "copied"),
    (HALF, SENTENCE.upper(), "unmet", "copied"),
    (HALF, TRACES, "unmet", "copied"),
    (HALF, "even so the hives must go", "unmet", "copied"),
    (HALF, "in her view children who watch bees start to ask for books about them", "unmet", "copied"),
    (HALF, "not one reader has been stung even so the hives must go", "unmet", "copied"),
    (HALF, "The library, on Cobble Lane - keeps; bees!", "unmet", "copied"),
    (HALF, f"{SENTENCE}\n{TRACES}", "unmet", "copied"),
    (HALF, PARAGRAPHS[0], "unmet", "copied"),
    (HALF, PARAGRAPHS[1], "unmet", "copied"),
    (HALF, PARAGRAPHS[3], "unmet", "copied"),
    (FEW, PARAGRAPHS[2], "unmet", "copied"),
    # With hardly a word beside it.
    (HALF, f"{SENTENCE} so be careful", "unmet", "copied"),
    (HALF, f"Because {SENTENCE}", "unmet", "copied"),
    (HALF, f"He says that {SENTENCE}", "unmet", "copied"),
    (HALF, f"Look: {TRACES}!", "unmet", "copied"),
    (FEW, f"Yes, {SENTENCE}, I know", "unmet", "copied"),
    # Copied from the question.
    (HALF, "The writer claims that the hives on the roof are dangerous", "unmet", "copied"),
    (HALF, "What evidence does the article give for that", "unmet", "copied"),
    (HALF, "the evidence is that the hives on the roof are dangerous", "unmet", "copied"),
]

# A word more or less; just under the share, just over it; the marks of a quotation that make the difference.
NEAR = [
    # Four words of one's own, and five.
    (HALF, "yes", "partly", "short"),
    (HALF, "it is bad", "partly", "short"),
    (HALF, "it is bad there", "partly", "short"),
    (HALF, "it is so bad there", "met", "own"),
    (HALF, "It's bad, p3s1 says", "partly", "short"),  # it, is, bad, says
    (ALL, "kids get hurt there", "partly", "short"),
    (HALF, f'"{SENTENCE}" yes', "partly", "short"),
    (HALF, f'"{SENTENCE}" is why I worry', "partly", "short"),
    (HALF, f'"{SENTENCE}" is why I really worry', "met", "own"),
    (HALF, f"{SENTENCE} is why I really worry", "partly", "copied"),
    (FEW, f"{SENTENCE} is why I worry", "unmet", "copied"),
    (FEW, f"{SENTENCE} is why I really worry", "met", "own"),
    # The share: nine copied words, and eight, nine or ten of one's own.
    (HALF, f"{SENTENCE} {OWN[:-11]}", "partly", "copied"),
    (HALF, f"{SENTENCE}, so small kids with allergies should keep away", "partly", "copied"),
    (HALF, f"{SENTENCE}, so small kids with allergies should keep well away", "met", "own"),
    (MOST, f"{SENTENCE}, {OWN}", "partly", "copied"),
    (ALL, f"{SENTENCE}. {OWN}. {OWN}. {OWN}. {OWN}.", "partly", "copied"),
    (MOST, f"{OWN}. {OWN}. {OWN}. They will vote on Friday", "met", "own"),
    (MOST, f"{OWN}. The council will vote on Friday", "partly", "copied"),
    # Five words in a row, or four and another.
    (ALL, "it never asked the families next week or any other day", "partly", "copied"),
    (ALL, "they never asked the families who live there", "met", "own"),
    (ALL, "it never asked those families next door", "met", "own"),
    (HALF, "3 in 50 people reacted badly to a bite", "met", "own"),
    (MOST, "3 in 100 grown people react badly to a nasty sting", "partly", "copied"),
    # The question's four words, or three.
    (ALL, "my evidence for that is the doctor", "met", "own"),
    (ALL, "the hives on the left one are much too loud", "partly", "copied"),
    (ALL, "hives on the left one are much too loud", "met", "own"),
    # Quoted, or the marks forgotten.
    (ALL, f'he says "{TRACES}" and who wants that', "met", "own"),
    (ALL, f"he says {TRACES} and who wants that", "partly", "copied"),
    (HALF, f'he says "{TRACES} and who wants that', "partly", "short"),  # never closed, it runs to the end
]  # fmt: skip


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), [*MET, *UNMET, *NEAR])
def test_own_words(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


def test_spans_are_what_is_own_or_when_that_is_too_little_what_is_copied() -> None:
    reply = f"{SENTENCE}, {OWN}."
    assert [span.of(reply) for span in judge(HALF, reply).spans] == [OWN]
    reply = f"Look: {SENTENCE}."
    assert [span.of(reply) for span in judge(HALF, reply).spans] == [SENTENCE]


@pytest.mark.parametrize("share", [0, -0.1, 1.01, "half"])
def test_a_share_that_makes_no_sense_is_refused(share: object) -> None:
    with pytest.raises(ValueError, match="share"):
        question({"check": "own_words", "share": share})
