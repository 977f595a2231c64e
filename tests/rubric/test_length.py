"""`length`: enough different words to be worked with."""

import pytest

from tests.rubric.roof import judge, question, said

ONE = {"check": "length", "words": 1}
TWO = {"check": "length", "words": 2}
FIVE = {"check": "length", "words": 5}
SEVEN = {"check": "length", "words": 7}
TEN = {"check": "length", "words": 10}
COPIED = "3 in 100 people react badly to a sting"

MET = [
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
    # Punctuation, or none of it.
    (FIVE, "bees;sting.kids - and (mothers)", "met", "long-enough"),
    (FIVE, "  well ...   i  think   bees   rock  ", "met", "long-enough"),
    (FIVE, "Go. Stay. Look. Listen. Think.", "met", "long-enough"),
    (FIVE, "fun? loud? cheap? safe? no!", "met", "long-enough"),
    # Words with slips, capitals, letters of other alphabets, an emoji between.
    (FIVE, "teh hivse r ril dangrus", "met", "long-enough"),
    (FIVE, "Пчёлы на крыше опасны детям", "met", "long-enough"),
    (FIVE, "bees 🐝 on roofs sting kids", "met", "long-enough"),
    # Beside what is copied, said again or only an address.
    (FIVE, f"{COPIED}, nobody needs that much trouble", "met", "long-enough"),
    (FIVE, "bees bees bees really annoy my gran", "met", "long-enough"),
    (FIVE, "[p3s1] is bad for kids there", "met", "long-enough"),
    (FIVE, "p3s1 says doctors saw ill kids", "met", "long-enough"),
    # Different words that only look alike, and quotations that are nobody's copy.
    (FIVE, "sting sting ring king wing thing", "met", "long-enough"),
    (TEN, 'my gran said "never trust a bee" once, when we had dinner', "met", "long-enough"),
    (TWO, "3.5 percent", "met", "long-enough"),
    (SEVEN, "I'd say it's not ok", "met", "long-enough"),  # i, would, say, it, is, not, ok
]

UNMET = [
    (FIVE, "The hives", "unmet", "short"),
    (FIVE, "bees", "unmet", "short"),
    (TEN, "They might sting", "unmet", "short"),
    (TEN, "it's so loud", "unmet", "short"),
    (SEVEN, "kids cry there", "unmet", "short"),
    # No words at all.
    (FIVE, "", "unmet", "short"),
    (FIVE, "   \n\t ", "unmet", "short"),
    (FIVE, "?!? ... !!!", "unmet", "short"),
    (ONE, "", "unmet", "short"),
    (ONE, "...", "unmet", "short"),
    (TWO, "🐝🐝🐝🐝🐝", "unmet", "short"),
    (TWO, "--- *** ___", "unmet", "short"),
    # Said again, or in another form, is not said more.
    (FIVE, "bees bees bees bees bees", "unmet", "short"),
    (FIVE, "bee bees Bees hive hives", "unmet", "short"),
    (FIVE, "no no no no no no no", "unmet", "short"),
    (FIVE, "Sting stings stinging stung STING", "unmet", "short"),
    (FIVE, "go goes went gone going", "unmet", "short"),
    (TEN, "very very very very very very very very very bad", "unmet", "short"),
    (TEN, "I think I think I think I think I think", "unmet", "short"),
    (TEN, "the kid and the kids and the kids and the kid", "unmet", "short"),
    # Addresses are no words.
    (FIVE, "p1s1 p1s2 p1s3 p2s1 p2s2", "unmet", "short"),
    (FIVE, "p3s1, p3s3 and p4s2", "unmet", "short"),
    (ONE, "p3s1", "unmet", "short"),
    # What is copied is not said.
    (FIVE, COPIED, "unmet", "short"),
    (FIVE, f"{COPIED}.", "unmet", "short"),
    (FIVE, COPIED.upper(), "unmet", "short"),
    (TEN, "It never asked the families next door, yes really", "unmet", "short"),
    (TEN, f"so {COPIED} ok", "unmet", "short"),
]

# One word more or less, a word that counts or not.
NEAR = [
    (FIVE, "The hives are risky", "partly", "short"),
    (FIVE, "The hives are", "partly", "short"),
    (FIVE, "It's risky", "partly", "short"),
    (FIVE, "It is risky", "partly", "short"),
    (FIVE, "the bees the hives the bees", "partly", "short"),
    (FIVE, "well-known", "unmet", "short"),
    (TWO, "well-known", "met", "long-enough"),
    (TWO, "wellknown", "partly", "short"),
    (TWO, "bees and", "met", "long-enough"),
    (TWO, "bees bees", "partly", "short"),
    (TWO, "p3s1 yes", "partly", "short"),
    (TWO, "1,200", "partly", "short"),
    (TWO, "1, 200", "met", "long-enough"),
    (TEN, "They might sting a child", "partly", "short"),
    (TEN, "They could hurt a small child who plays under there", "met", "long-enough"),
    (TEN, "They could hurt a child who plays under there", "partly", "short"),
    (TEN, "They could hurt a child, a child who plays under there", "partly", "short"),
    (SEVEN, "I would say it is fine", "partly", "short"),
    (SEVEN, "I would say it is all fine", "met", "long-enough"),
    # Four words of the article are nobody's copy, five are.
    (FIVE, "bees drink from their cups", "met", "long-enough"),
    (FIVE, "bees drink from their paddling", "unmet", "short"),
    (FIVE, "bees drink often from their paddling pools", "met", "long-enough"),
    (FIVE, "bees often drink from their paddling pools", "unmet", "short"),
    (FIVE, "don't won't", "partly", "short"),  # do, not, will
    (SEVEN, "I'd say it's ok", "partly", "short"),
    # What the question says is copied, too, but counts here: the words are about the matter.
    (FIVE, "the hives on the roof are dangerous", "met", "long-enough"),
    (FIVE, f"{COPIED}, which is not few", "partly", "short"),
    (FIVE, f"{COPIED}, which is not that few", "met", "long-enough"),
    (FIVE, f'"{COPIED}" worries all mothers here', "partly", "short"),
]  # fmt: skip


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), [*MET, *UNMET, *NEAR])
def test_length(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


def test_the_reason_has_both_figures() -> None:
    assert judge(FIVE, "The hives").reason == "2 different words, 5 wanted"


@pytest.mark.parametrize("words", [0, 501, "5"])
def test_a_length_that_makes_no_sense_is_refused(words: object) -> None:
    with pytest.raises(ValueError, match="words"):
        question({"check": "length", "words": words})
