"""`denies`: most of what is said is denied. An honest contrast denies a part of it."""

import pytest

from tests.rubric.roof import judge, question, read, said
from tests.work import grows_linearly

DENIES = {"check": "denies"}

# Every verb of a good answer denied, or every "is", "can" and "will".
DENIED = """
The hives are not dangerous. They are not on the roof.
The doctor is not right and the neighbors are not afraid
The bees do not sting. They do not drink from the pools.
The writer does not give evidence because the doctor does not count
Mara is not kind. She is not patient with her brother.
Otters are not specialists and they can not live in town
It isn't safe and it is not new
the roof is not flat. the bees can not fly. they will not stay.
They never sting and they never drink
The doctor did not say it. The council did not ask. The families did not answer.
The hives were not there in April. Nobody was stung. They are not a danger.
He is not a doctor, she is not a teacher, they are not friends
The bees are not wild. They would not hurt you. They do not care.
Pike does not warn, Ferrow does not say it and the council does not vote
The hives do not bring readers. Children do not ask for books.
The library is not on a lane. It does not keep bees. It is not open.
nobody is stung and nobody is afraid
The article is not long. It is not clear. It could not be shorter.
the bees dont sting and they do not drink
It was not a good idea. It will not work. It would not help anyone.
The hives are not on the roof because the council is not there
This is not a fact. It can not be checked. It is not known.
They do not eat bamboo. They are not specialists. They could not live there.
The writer is not fair. He is not a doctor. He was not there.
It is not true. It is not proved. It is not a reason.
Mara does not help her family. She does not work. She is not nice.
The bees are not the problem and the roof is not the place
The bees don't sting. They didn't hurt anyone. The doctor isn't right.
It isn't safe, it isn't new and it wasn't asked for
She doesn't help. She isn't kind. She couldn't care.
Readers do not come. The council does not care. Nothing is better.
""".strip().splitlines()

AFFIRMED = """
The hives are dangerous because 3 in 100 people react badly
The doctor warns that people react badly to a sting
Mara is kind. She helps her family.
Otters are specialists and rats are generalists
The writer gives a number and names a doctor
The bees drink from the pools and the neighbors tell us
It is a fact. It can be checked.
They sting and they hurt
The council will vote on Friday
He says that it is a danger
The library keeps bees on its roof
Pike warns of them and Ferrow likes them
She asks what is wrong and she listens
The hives bring new readers
It was a good idea and it works
Children play below the roof
The bees are wild and they are loud
The writer is a neighbor
Everybody knows it and everybody says so
They eat bamboo and live in China
The title says it all
People who live there are afraid
I think the doctor is right
The story shows how brave she is
She would help anybody who asks
yes, it is

bees
""".strip("\n").split("\n")

# Denials in an answer that says what is so.
NEAR_MISSES = """
The hives are not dangerous
It does not say who counted. The writer gives a number and names a doctor.
Otters are specialists. They do not eat what rats eat, and they live in clean water.
Rats are not like otters because they eat everything and live everywhere
Mara is kind. She did not tell her aunt the truth because it would hurt her.
She is caring. She doesn't want to hurt anybody, so she says nothing and smiles.
The doctor can't prove it, but he warns us, and he is right about the stings
It is not only a danger but also a pest, and it is not just new but loud
No, it is a fact. It can be checked, and the clinic has counted.
There is no doubt that it is a danger. It is no wonder that people are afraid.
The writer asks nobody, tells one side and hides the other
The bees are wild. They are not tame, but they are quiet and they are useful.
Tilo could not swim, so Mara teaches him, and he wins the race
He couldn't read. He didn't know how. He felt sad, and he asked for help, and he learned it.
It never says how many. It says that 3 in 100 react badly, and it names the clinic.
The families were not asked. The council votes, the writer complains and the bees stay.
It isn't safe. Children play there, people get stung and a doctor warns us.
They are not the only ones who read. They are not the same, but they are friends.
They can not live in town because they eat only fish, and fish live in rivers
It is an opinion as you can not check it. It tells how he feels.
The number is not enough. It is one number, and it comes from a doctor who is at the clinic.
Without the doctor it would be an opinion. It is a fact.
He does not like bees. He is afraid of them and he wants them to go.
The hives must go, not the children. They play there and they are safe.
They don't sting if you leave them. They sting if you hit them. It is that simple.
Mara was tired but she did not stop. She works at night, helps her brother and never complains.
Nothing but bamboo is what they eat, and nowhere but China is where they live
Ferrow is not worried. She says that the hives brought readers and that children like them.
""".strip().splitlines()


@pytest.mark.parametrize("reply", DENIED)
def test_denies(reply: str) -> None:
    assert said(DENIES, reply) == ("met", "denies")


@pytest.mark.parametrize("reply", AFFIRMED)
def test_says_what_is_so(reply: str) -> None:
    assert said(DENIES, reply) == ("unmet", "missing")


@pytest.mark.parametrize("reply", NEAR_MISSES)
def test_an_honest_contrast(reply: str) -> None:
    assert said(DENIES, reply) == ("unmet", "missing")


def test_the_share_is_the_lessons_choice() -> None:
    reply = "She never asks. She never tells. She works and helps and listens."
    assert said(DENIES, reply) == ("unmet", "missing")
    assert said(DENIES | {"share": 0.3}, reply) == ("met", "denies")


def test_the_spans_are_what_is_denied() -> None:
    reply = "The hives aren't dangerous. They are not on the roof, and nobody knows."
    found = judge(DENIES, reply)
    assert [span.of(reply) for span in found.spans] == ["aren't", "are not", "knows"]
    assert found.reason == "denies 3 of the 3 things it says"


@pytest.mark.parametrize("part", ["is not ", "not is ", "bees never sting and "])
def test_the_work_grows_with_the_reply_and_no_faster(part: str) -> None:
    check = question(DENIES).criteria[0].test
    grows_linearly(check.judge, lambda size: read(part * size), 100)
