"""What a copied sentence may change, and what not: numbers, negations, names, key words."""

import pytest

from tests.quay import QUAY
from tutor.article.align import Manner, align
from tutor.article.meaning import alike, opposed

# The passage, what kind of word was changed, and the learner's word ("" where one is left out).
ALTERED = """
it costs 3 million crowns a year | number | 3 million
it costs 2 billion crowns a year | number | 2 billion
The school has 41 pupils, and it cannot close | number | 41
The new bridge would take twelve years to build | number | twelve
The ferry to Lamb Island may not stop next spring | negation | not
The school has 31 pupils, and it can close | negation |
Joss Arden, who owns the harbour café, does agree | negation |
The old pier is not safe, and the sea wall is strong | negation | not
With the ferry, some families will leave for ever | negation |
Everybody has asked the fishers of the town | word | Everybody
According to Dr Lena Arden, a biologist | name | Arden
The ferry to Goat Island may stop next spring | name | Goat
The ferry to Lamb Island will stop next spring | word | will
The ferry to Lamb Island must stop next spring | word | must
The ferry to Lamb Island may start next spring | word | start
The ferry to Lamb Island may stop last spring | word | last
The ferry to Lamb Island stops next spring | word |
Every ship on the line is new, and most of them leak | word | new
Every ship on the line is old, and all of them leak | word | all
Every ship on the line is old, and few of them leak | word | few
Every ship on the line is old, and most of them sink | word | sink
We threaten the island, said Mira Tolland | word | threaten
Without the ferry, all families will leave for ever | word | all
Without the ferry, some families may leave for ever | word | may
Without the ferry, some families will stay for ever | word | stay
He says that the ferry often loses money | word | often
He says that the ferry never loses money | word | never
It is a small hole in a small purse | word | small
All of us pay, and many of us sail | word | many
Some of us pay, and few of us sail | word | Some
the noise of the engines helps the seals | word | helps
the noise of the engines harms the whales | word | whales
the number of seals could decrease if the ferry stopped | word | decrease
the number of seals will increase if the ferry stopped | word | will
The old pier is dangerous, and the sea wall is strong | word | dangerous
The old pier is unsafe, and the sea wall is strong | word | unsafe
The old pier is safe, and the sea wall is weak | word | weak
The new bridge would take ten months to build | word | months
The new bridge would take ten years to destroy | word | destroy
The old bridge would take ten years to build | word | old
""".strip().splitlines()

# Copied, cut short, or with a slip: nothing is changed.
COPIED = """
The ferry to Lamb Island may stop next spring
the ferry to lamb island may stop next spring
THE FERRY TO LAMB ISLAND MAY STOP NEXT SPRING
The fery to Lamb Iland may stop next spring
ferry to Lamb Island may stop
The ferry ... may stop next spring
The ferry [...] may stop next spring
The ferry … may stop next spring
it costs two million crowns a year
it costs 2,000,000 crowns a year
it costs 2 million crowns year
Every ship on the line is old
Every ship on the line is old and most of them leek
We protect the island, said Mira Tolland
We protect the island. Without the ferry, some families will leave
some families will leave for ever. The school has 31 pupils
The school has thirty-one pupils, and it can't close
The school has 31 pupils and it cant close
Joss Arden, who owns the harbour cafe, doesn't agree
'It is a big hole in a small purse'
It is a big hole in a small purse, he told me. All of us pay
According to Dr Lena Voss, the noise of the engines harms the seals
Lena Voss, a biologist, the noise of engines harms seals
She thinks that the number of seals could increase
“Seals need quiet water,” she added.
The old pier is safe and the sea wall is strong.
pier is safe, and the sea wall is
The new bridge would take 10 years to build
Nobody has asked the fishers
""".strip().splitlines()

# Other words, but the same claim.
HARMLESS = """
The ferry to Lamb Island might stop next spring
The ferry to Lamb Island could stop next spring
The ferry to Lamb Island may halt next spring
The ferries to Lamb Island may stop next spring
Each ship on the line is old, and most of them leak
Every boat on the line is old, and most of them leak
Every vessel on the line is old, and most of them leak
Every ship on the line was old, and most of them leaked
We shield the island, said Mira Tolland, the mayor
Without the ferry, several families will leave for ever
Without the ferry, some families would leave for ever
Without the ferry, some families will go for ever
The school has 31 students, and it cannot close
He states that the ferry always loses money
He says that the ferry constantly loses money
It is a large hole in a little purse
It is a huge hole in a small purse
the noise of the engines hurts the seals
the noise of the engine harms the seal
the noise of the engines damages the seals
the number of seals may increase if the ferry stopped
the number of seals could grow if the ferry stopped
She believes that the number of seals could increase
The old pier is secure, and the sea wall is strong
The old pier is not dangerous, and the sea wall is strong
The old pier is safe, and the sea wall is not weak
The new bridge would take ten years to construct
The new bridge will take ten years to build
The council claims that it costs 2 million crowns a year
No, the old pier is safe, and the sea wall is strong
""".strip().splitlines()


@pytest.mark.parametrize("row", ALTERED)
def test_altered(row: str) -> None:
    passage, kind, word = (part.strip() for part in row.split("|"))
    found = align(passage, QUAY)
    assert found
    assert found.manner is Manner.ALTERED
    assert [(change.kind, change.passage) for change in found.changes] == [(kind, word)]
    assert found.changes[0].passage_span.of(passage) == word


@pytest.mark.parametrize("passage", [*COPIED, *HARMLESS])
def test_not_altered(passage: str) -> None:
    found = align(passage, QUAY)
    assert found
    assert (found.changes, found.manner is Manner.ALTERED) == ((), False)


RETOLD_AS_THEY_ARE = """
The ferry to Lamb Island stops next spring
Every ship on the line is old, and most of them sink
The ferry to Lamb Island may stop last spring
the noise of the engines harms the whales
""".strip().splitlines()


@pytest.mark.parametrize("passage", RETOLD_AS_THEY_ARE)
def test_a_retelling_owes_the_sense_and_not_every_word(passage: str) -> None:
    assert align(passage, QUAY, quoted=True).manner is Manner.ALTERED
    assert align(passage, QUAY, quoted=False).manner is Manner.NEAR


def test_a_retelling_may_not_turn_the_sense_round() -> None:
    for passage in ("the noise of the engines helps the seals", "Every ship on the line is new, and most of them leak"):
        assert align(passage, QUAY, quoted=False).manner is Manner.ALTERED


OPPOSED = """
increase decrease; rises falls; protects endangers; safe unsafe; safe dangerous; all some; never always; may
will; might must; legal illegal; possible impossible; agree disagree; helpful helpless; overestimates
underestimates; north south; monday tuesday; week month; red green; everyone someone; before after; more
fewer; mother father; fair unfair; won lost; knows thinks
"""
NOT_OPPOSED = """
increase increases; rises grows; safe secure; may might; all every; big large; harm hurt; ship boat; cat cats;
some several; often frequently; mum mother; metre meter; stop halt; sign design; table chair; run walk;
stable stability; day days; can could; will would; most most; ferry ferries; over over
"""


@pytest.mark.parametrize("pair", [pair.split() for pair in OPPOSED.split(";")])
def test_opposed(pair: list[str]) -> None:
    one, other = pair
    assert opposed(one, other)
    assert opposed(other, one)


@pytest.mark.parametrize("pair", [pair.split() for pair in NOT_OPPOSED.split(";")])
def test_not_opposed(pair: list[str]) -> None:
    one, other = pair
    assert not opposed(one, other)


def test_alike_are_synonyms_forms_and_slips() -> None:
    assert all(
        alike(*pair.split()) for pair in ("ship boat", "stop halted", "stable stability", "coming coining", "show snow")
    )
    assert not any(alike(*pair.split()) for pair in ("ship bridge", "people cats", "protect ruin"))


def test_what_an_article_does_not_have_is_told_from_what_it_has() -> None:
    passage = "The old pier is safe, and the sea wall is strong, and every child may fish there"
    found = align(passage, QUAY)
    assert found
    assert [span.of(passage) for span in found.beyond] == ["and every child may fish there"]
