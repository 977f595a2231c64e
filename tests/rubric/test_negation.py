"""What is denied, and what only looks so. Each row: the reply, and whether its "danger" is denied."""

from itertools import permutations

import pytest

from tests.rubric.roof import question, read, said
from tutor.article.load import parse_article
from tutor.rubric.reading import Reading
from tutor.rubric.vocabulary import Vocabulary

DENIED = """
It is not a danger
there is no danger
no danger
There isn't any danger
it isnt a danger
it dosent show danger
they never were a danger
It was never really a danger
It does not give any real danger
there is hardly a danger
without danger
nobody sees a danger
nothing shows a danger
neither the bees nor the danger
a lack of danger
They lack danger
Safety instead of danger
fun rather than danger
it fails to show danger
They are far from a danger
It cannot be a danger
cant be a danger
It won't be a danger
No more danger
It is barely a danger
not just yet a danger, no danger
I don't think that it is a danger
no it is not a danger
There is no evidence of danger
it does not show any danger
It is not true that it is a danger
It is false that there is danger
it's anything but a danger
They stopped being a danger
It has ceased to be a danger
The hives refuse to be a danger
they are unable to be a danger
they are no longer a danger
It is in no way a danger
by no means a danger
It is neither fun nor a danger
nor is it a danger
It is rarely a danger
it is seldom a danger
the absence of danger
fun as opposed to danger
it isn't nice or a danger
They are not fun and a danger
There aint no danger
it dont have no danger
it didnt do nothing of danger
it wasnt danger
They arent really a danger
they wont be a danger
I do not believe they are a danger
None of them is a danger
""".strip().splitlines()

AFFIRMED = """
It is a danger
not only a danger but a nuisance
It is not just a danger
No, it is a danger
no it is a danger
No because of the danger
nope it is a danger
no doubt it is a danger
It isn't safe, it is a danger
It is not funny but a danger
it is not safe because of the danger
They did not ask. It is a danger.
they did not ask
the danger is not small
He did not say what the danger is
It does not say who is in danger
it doesn't tell how big the danger is
nobody knows whether it is a danger
I don't know if there is danger
They never asked anyone in the town about the danger
It is not without danger
danger, no question
not safe: danger
the danger never ends
""".strip().splitlines()
AFFIRMED.remove("they did not ask")

# What looks like a denial of the danger, and is none.
NEAR_MISSES = """
It is not only fun but also a danger
it is not merely a danger
They are not simply a danger
no wonder it is a danger
There is no question that it is a danger
there's no denying that it is a danger
No matter what you say it is a danger
nobody can deny that it is a danger
Nobody doubts the danger
I do not doubt that it is a danger
whether or not it is a danger
It cannot but be a danger
they can not help being a danger
It never fails to be a danger
they never stop being a danger
It does not cease to be a danger
It is not true that it is not a danger
I don't think it isn't a danger
I don't believe that there is no danger
It is not without some danger
The bees do not sleep and are a danger
the bees never sleep and it is a danger
They do not sleep they are a danger
It does not sleep it is a danger
The bees cannot sleep instead there is danger
The bees are not afraid of danger
They do not hesitate to be a danger
they don't mind being a danger
not to mention the danger
Nothing but danger
All but the danger
they are not nice yet a danger
No one knows how much danger
""".strip().splitlines()


@pytest.mark.parametrize("reply", DENIED)
def test_denied(reply: str) -> None:
    assert read(reply).hits("danger")[-1].denied


@pytest.mark.parametrize("reply", AFFIRMED)
def test_not_denied(reply: str) -> None:
    assert not read(reply).hits("danger")[-1].denied


@pytest.mark.parametrize("reply", NEAR_MISSES)
def test_what_only_looks_denied(reply: str) -> None:
    assert not read(reply).hits("danger")[-1].denied


NAMELESS = ["no name", "not name", "no source"]


@pytest.mark.parametrize(
    "reply",
    ["There are no names for the doctor", "It does not name the doctor", "it has no source for a doctor"],
)
def test_a_negation_that_is_part_of_a_phrase_is_spent(reply: str) -> None:
    both = {"check": "mentions", "all_of": ["pike", NAMELESS]}
    assert said(both, reply) == ("met", "mentioned")
    assert said({"check": "mentions", "all_of": ["pike"]}, reply)[1] == "negated"


def test_it_is_not_spent_on_the_words_of_its_phrase() -> None:
    tests = ({"check": "mentions", "any_of": [["no evidence"]]}, {"check": "mentions", "any_of": [["evidence"]]})
    rubric = question(*tests)
    verdicts = []
    for criterion in rubric.criteria:
        reading = Reading("It gives no evidence.", rubric.ask, read("").article, rubric.vocabulary)
        verdicts.append(str(criterion.test.judge(reading).verdict))
    assert verdicts == ["met", "unmet"]


def test_denied_may_count_where_the_question_is_who_is_left_out() -> None:
    test = {"check": "mentions", "any_of": [["family", "neighbour"]]}
    assert said(test, "nobody asked the families") == ("unmet", "negated")
    assert said(test | {"denied": True}, "nobody asked the families") == ("met", "mentioned")


REFERRING = {
    "pilot": ["Leonard", "the pilot"],
    "ignorance": ["not know ...3 @pilot", "never heard of @pilot"],
    "college": ["college", "@pilot failed"],
    "help": ["help", "not help @pilot"],
}
ENTANGLED = (
    "She did not know that Leonard failed college.",
    "They never heard of the pilot and did not help Leonard at college.",
)


@pytest.mark.parametrize("reply", ENTANGLED)
def test_what_is_denied_does_not_depend_on_what_was_looked_for_first(reply: str) -> None:
    found = set()
    asked = tuple(REFERRING)  # only in what a question asks for are negations spent
    for order in permutations(REFERRING):
        vocabulary = Vocabulary(REFERRING, asked=asked)
        reading = Reading(reply, "Why?", parse_article("Some text.", markdown=False), vocabulary)
        hits = {name: reading.hits(name) for name in order}
        found.add(tuple(hits[name] for name in REFERRING))
    assert len(found) == 1
    assert any(hit.denied for hits in next(iter(found)) for hit in hits), "something is denied there at all"
