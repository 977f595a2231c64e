"""Whose words a reply says they are: `attributes` and `cites` where the words are another's."""

from typing import Any

import pytest

from tests.quay import QUAY
from tests.rubric.roof import question
from tutor.rubric import Judgement
from tutor.rubric.reading import Reading
from tutor.rubric.vocabulary import Vocabulary

CONCEPTS = {
    "author": ["author", "writer"],
    "tolland": ["Tolland", "Mira", "mayor"],
    "arden": ["Arden", "Joss", "café owner", "owner of the café"],
    "voss": ["Voss", "Lena", "biologist", "scientist"],
}
VOCABULARY = Vocabulary(CONCEPTS, ("tolland", "arden", "voss"))


def judge(test: dict[str, Any], reply: str) -> Judgement:
    rubric = question(test, ask="Why does it matter?")
    rubric.use(VOCABULARY)
    judgement = rubric.criteria[0].test.judge(Reading(reply, rubric.ask, QUAY, rubric.vocabulary))
    for span in judgement.spans:
        assert 0 <= span.start < span.end <= len(reply)
    for span in judgement.article:
        assert 0 <= span.start < span.end <= len(QUAY.text)
    return judgement


def said(test: dict[str, Any], reply: str) -> tuple[str, str]:
    judgement = judge(test, reply)
    return str(judgement.verdict), str(judgement.aspect)


# The holder asked for, and a reply that gives them another's words.
ANOTHERS = """
arden | Arden says "We protect the island"
arden | Arden said, "Without the ferry, some families will leave for ever"
arden | "The school has 31 pupils, and it cannot close", says Arden
arden | "The school has 31 pupils, and it cannot close," Arden says
arden | According to Arden, "some families will leave for ever"
arden | Joss Arden: "We protect the island"
arden | Arden thinks that "some families will leave for ever"
arden | Arden says that some families will leave for ever without the ferry
arden | Arden says the school has 31 pupils and it cannot close
arden | Joss Arden, who owns a café, says "We protect the island"
arden | Arden, who lives on Lamb, says "We protect the island"
arden | Arden's words are "We protect the island"
arden | The writer quotes Arden as saying "We protect the island"
arden | "Seals need quiet water" is what Arden says
arden | Arden also says in the article "Seals need quiet water"
arden | arden says “seals need quiet water”
arden | Ardn says "Seals need quiet water"
arden | the café owner says "Seals need quiet water"
arden | Arden argues that the noise of the engines harms the seals
arden | It is about the ferry. Arden says "Seals need quiet water".
arden | Arden owns a café. He says "Seals need quiet water"
tolland | Tolland says "It is a big hole in a small purse"
tolland | Mira Tolland says that all of us pay and few of us sail
tolland | The mayor says "All of us pay, and few of us sail"
tolland | Tolland claims that the ferry always loses money, and that is why
tolland | "Seals need quiet water," said Tolland
voss | Voss says "We protect the island"
voss | Lena Voss says that the ferry always loses money
voss | the biologist says "All of us pay, and few of us sail"
author | The author says "We protect the island"
author | the writer thinks that "some families will leave for ever"
""".strip().splitlines()

# Given to the right speaker, to nobody, or to the author for the author's own.
FINE = """
arden | Arden says "It is a big hole in a small purse" | met attributed
arden | Arden says that the ferry always loses money | met attributed
arden | "All of us pay, and few of us sail", says Arden | met attributed
arden | According to Arden, "few of us sail" | met attributed
arden | Joss Arden: "All of us pay" is what he says | met attributed
arden | The writer quotes Arden as saying "It is a big hole in a small purse" | met attributed
arden | the café owner says "It is a big hole in a small purse" | met attributed
arden | Arden owns a café. He says "All of us pay, and few of us sail" | partly named
arden | Arden says that it is too dear | met attributed
arden | Arden says "it is much too dear for us" | met attributed
tolland | Tolland says "We protect the island" | met attributed
tolland | The mayor says "Without the ferry, some families will leave for ever" | met attributed
tolland | Mira Tolland says that some families will leave for ever | met attributed
tolland | "The school has 31 pupils", Tolland said | met attributed
tolland | Tolland thinks families will go away | met attributed
voss | Voss says "Seals need quiet water" | met attributed
voss | According to Voss, the noise of the engines harms the seals | met attributed
voss | Voss thinks that the number of seals could increase if the ferry stopped | met attributed
voss | the biologist says it is bad for the seals | met attributed
voss | "Seals need quiet water," said Lena Voss | met attributed
author | The author says that the old pier is safe | met attributed
author | The author says "Nobody has asked the fishers" | met attributed
author | The writer thinks that the ships are old | met attributed
author | It is the author's view | met attributed
author | The author writes that every ship is old | met attributed
""".strip().splitlines()

# Two names, a denial, a doubt, something between: nothing that is plainly wrong.
NEAR_MISSES = """
arden | Arden does not agree with Tolland, who says "We protect the island" | met attributed
arden | Arden does not think so. Tolland says "We protect the island". | met attributed
arden | Tolland says "We protect the island", but Arden says it costs too much | met attributed
arden | Arden says it costs too much, but Tolland says "We protect the island" | met attributed
arden | Arden thinks otherwise than Tolland and "We protect the island" is hers | met attributed
arden | Arden says that Tolland thinks "some families will leave for ever" | met attributed
arden | It is Arden. The text also says "We protect the island". | partly named
arden | Arden says that it is dear. It says "Seals need quiet water". | met attributed
arden | Arden would never say "We protect the island", he says it costs money | met attributed
arden | Arden asks why the mayor says "We protect the island" | met attributed
arden | Arden is not the one who says "Seals need quiet water" | unmet missing
arden | not Arden but Voss says "Seals need quiet water" | unmet wrong-holder
arden | Arden says "The old pier is safe" | met attributed
arden | Arden says that the new bridge would take ten years to build | met attributed
arden | Arden says "some families" and so on | met attributed
arden | Arden answers the mayor, saying "It is a big hole in a small purse" | met attributed
arden | Arden's view is the opposite of "We protect the island" | met attributed
tolland | Tolland says families will leave, Arden says "It is a big hole in a small purse" | met attributed
tolland | Tolland says "we protect the ferry" | met attributed
tolland | The mayor, not Arden, says "Without the ferry, some families will leave for ever" | partly named
arden | Arden, a friend of Tolland, says "It is a big hole in a small purse" | partly named
arden | She said to Arden that some families will leave for ever | met attributed
voss | Voss answers Tolland that seals need quiet water | met attributed
voss | Voss says "the ferry stopped" | met attributed
voss | The article quotes Voss. "We protect the island" is about something else. | met attributed
author | The author quotes Arden as saying "It is a big hole in a small purse" | met attributed
author | The author lets Tolland say "We protect the island" | partly named
author | The author tells us that Tolland said "We protect the island" | met attributed
""".strip().splitlines()


@pytest.mark.parametrize("row", ANOTHERS)
def test_words_of_anothers(row: str) -> None:
    holder, reply = (part.strip() for part in row.split("|"))
    assert said({"check": "attributes", "holder": holder}, reply) == ("partly", "wrong-speaker")


@pytest.mark.parametrize("row", [*FINE, *NEAR_MISSES])
def test_words_of_their_own(row: str) -> None:
    holder, reply, expected = (part.strip() for part in row.split("|"))
    assert said({"check": "attributes", "holder": holder}, reply) == tuple(expected.split())


def test_the_teacher_reads_whose_words_they_are_and_the_learner_only_their_own() -> None:
    reply = 'I think Arden says "We protect the island".'
    found = judge({"check": "attributes", "holder": "arden"}, reply)
    assert found.words == ("Arden",)
    assert [span.of(reply) for span in found.spans] == ["Arden", "We protect the island"]
    assert [span.of(QUAY.text) for span in found.article] == ["We protect the island"]
    assert "Mira Tolland" in found.reason


FERRY = {"check": "cites", "from": ["p2s2"]}
SEALS = {"check": "cites", "from": ["p4s3"]}
TWO = {"check": "cites", "from": ["p2s2", "p3s3"], "at_least": 2}

CITED = [
    # Given to somebody else.
    (FERRY, 'Arden says "Without the ferry, some families will leave for ever"', "partly", "wrong-speaker"),
    (FERRY, '"Without the ferry, some families will leave for ever," says Voss', "partly", "wrong-speaker"),
    (FERRY, "Arden says that without the ferry some families will leave for ever", "partly", "wrong-speaker"),
    (FERRY, 'according to Joss Arden "some families will leave for ever"', "partly", "wrong-speaker"),
    (FERRY, 'In [p2s2] Arden says "some families will leave for ever"', "partly", "wrong-speaker"),
    (SEALS, 'Tolland says "Seals need quiet water"', "partly", "wrong-speaker"),
    (SEALS, 'Arden owns a café. He says "Seals need quiet water"', "partly", "wrong-speaker"),
    # Given rightly, to nobody, or to the text.
    (FERRY, 'Tolland says "Without the ferry, some families will leave for ever"', "met", "quoted"),
    (FERRY, 'The author says "Without the ferry, some families will leave for ever"', "met", "quoted"),
    (FERRY, 'The text says "Without the ferry, some families will leave for ever"', "met", "quoted"),
    (FERRY, 'It says "Without the ferry, some families will leave for ever"', "met", "quoted"),
    (FERRY, '"Without the ferry, some families will leave for ever"', "met", "quoted"),
    (FERRY, 'The mayor says "Without the ferry, some families will leave for ever"', "met", "quoted"),
    (FERRY, "Tolland says that without the ferry some families will leave for ever", "met", "paraphrased"),
    (FERRY, "without the ferry some families will leave for ever", "met", "paraphrased"),
    (FERRY, 'Tolland answers Arden: "Without the ferry, some families will leave for ever"', "met", "quoted"),
    (FERRY, 'Arden does not think that "some families will leave for ever"', "met", "quoted"),
    (FERRY, 'Arden is wrong, for "some families will leave for ever"', "met", "quoted"),
    (FERRY, 'Arden says no, but Tolland says "some families will leave for ever"', "met", "quoted"),
    (FERRY, "[p2s2], and Arden says so too", "met", "cited"),
    (SEALS, '"Seals need quiet water," Lena Voss says', "met", "quoted"),
    (SEALS, 'The biologist says "Seals need quiet water"', "met", "quoted"),
    # A quotation elsewhere that is given to another is not what was asked for, and no more.
    (SEALS, 'Voss says "Without the ferry, some families will leave for ever"', "unmet", "elsewhere"),
    (TWO, '"some families will leave for ever" and "a big hole in a small purse"', "met", "quoted"),
    (
        TWO,
        'Tolland says "some families will leave for ever", Arden says "a big hole in a small purse"',
        "met",
        "quoted",
    ),
]


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), CITED)
def test_cites_looks_at_the_speaker_that_the_reply_names(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


# What stands in quotation marks, and what `cites` says of it when p1s1-p5s3, all of the article, is asked for.
ALL = {"check": "cites", "from": ["p1", "p2", "p3", "p4", "p5"]}
QUOTED = """
"The old pier is safe"
“The old pier is safe”
'The old pier is safe' is what it says
‘The old pier is safe’ is what it says
«The old pier is safe»
"the OLD pier IS safe"
"The old peir is saef"
"old pier is safe, and the sea wall"
"The old pier ... the sea wall is strong"
"The old pier [...] is strong"
"The old pier … is strong"
"The old pier is safe, and the sea wall is strong. The new bridge would take ten years to build."
"The new bridge," it says, "would take ten years to build"
"We protect the island," she says, "Without the ferry, some families will leave"
"We protect the island. Without the ferry, some families will leave for ever"
"It is a big hole in a small purse. All of us pay"
"new bridge would take 10 years"
"bridge would take ten years"
"Nobody has asked the fishers."
"Nobody asked the fishers"
it says "the ferry always loses money", and so on
"the school can't close" and "31 pupils"
"The school has thirty-one pupils"
"quiet water" is what seals need
"the noise of engines harms seals"
"The old pier is safe
""".strip().splitlines()
ALTERED = """
"The old pier is not safe, and the sea wall is strong"
"The old pier is unsafe, and the sea wall is strong"
"The new bridge would take twenty years to build"
"The new bridge would take ten weeks to build"
"The ferry to Lamb Island will stop next spring"
"The ferry to Goat Island may stop next spring"
"All families will leave for ever"
"He says that the ferry sometimes loses money"
"It is a small hole in a small purse"
"the noise of the engines helps the seals"
"The school has 13 pupils, and it cannot close"
"Everybody has asked the fishers"
""".strip().splitlines()
INVENTED = """
"The mayor sold the ferry to a friend"
"nobody likes the seals of this place"
"The old pier is safe, and a golden palace will stand on it soon"
"The new bridge would take ten years to build, as the mayor wants a yacht"
"Seals need quiet water and they sing at night when the moon shines over the bay"
"The council stole the money, and the sea wall is strong"
He said "it was all a big lie from the start"
"Families love their new bridge", the text says
""".strip().splitlines()
# No quotation: a term set off, a heading, marks turned round, a mark never closed.
NO_QUOTATION = """
It is a "bad" idea
They are so called "experts" here
It is "just mean" to the seals
The title is "Should the ferry stop?" and that is a question
"should the fery stop" is the heading
It's the islanders' choice, isn't it
the seals' home and the mayor's plan
It asks "why" and "how"
""".strip().splitlines()


@pytest.mark.parametrize("reply", QUOTED)
def test_quoted(reply: str) -> None:
    assert said(ALL, reply) == ("met", "quoted")


@pytest.mark.parametrize("reply", ALTERED)
def test_altered(reply: str) -> None:
    assert said(ALL, reply) == ("unmet", "altered")


@pytest.mark.parametrize("reply", INVENTED)
def test_invented(reply: str) -> None:
    assert said(ALL, reply) == ("unmet", "invented")


@pytest.mark.parametrize("reply", NO_QUOTATION)
def test_no_quotation(reply: str) -> None:
    assert said(ALL, reply) == ("unmet", "missing")


def test_what_is_invented_in_part_is_named_with_the_place_of_the_rest() -> None:
    reply = 'It says "The old pier is safe, and a golden palace will stand on it soon".'
    found = judge(ALL, reply)
    assert found.words == ("a golden palace will stand on it soon",)
    assert [span.of(reply) for span in found.spans] == ["a golden palace will stand on it soon"]
    assert [str(place) for place in found.references] == ["p5s1"]
    assert "in part" in found.reason


def test_a_key_word_is_named() -> None:
    found = judge(ALL, '"The old pier is unsafe, and the sea wall is strong"')
    assert found.words == ("unsafe", "word")
    assert 'with another word: "unsafe" for "safe"' in found.reason


# Without marks: closely retold, or not.
RETOLD = """
the old pier is safe and the sea wall is strong
i think the old peir is safe and the sea wall is strong
It says that the new bridge would take ten years to build
the new bridge will take 10 years to build so it is too late
nobody has asked the fishers about it
without the ferry some families will leave for ever
the school has 31 pupils and can't close
the noise of engines harms seals
the number of seals could increase if the ferry stopped
every ship on the line is old and most leak
it costs 2 million crowns a year
the ferry to lamb island may stop next spring
the ferry to the island may stop in spring
""".strip().splitlines()
UNRELATED = """
I like the sea and the people who live by it
The mayor is a nice woman and I trust her
Boats are a good way to travel when it is warm
It would be sad if the children had to go to another school
They should ask everybody before they do anything
My uncle has a boat and he goes fishing in spring
Money is not the most important thing in life
Nature is important and we must care for animals
A bridge is better than a boat because it does not sink
The text is about an island and what people think
I do not know what the writer wants from us
there are many old things in this town
somebody has to pay for it in the end
""".strip().splitlines()


@pytest.mark.parametrize("reply", RETOLD)
def test_retold(reply: str) -> None:
    assert said(ALL, reply) == ("met", "paraphrased")


@pytest.mark.parametrize("reply", UNRELATED)
def test_unrelated(reply: str) -> None:
    assert said(ALL, reply) == ("unmet", "missing")
