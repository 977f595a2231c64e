"""`roles`: who does what to whom. A small story of our own: Mara and Tilo live with their grandmother by a mill."""

import re

import pytest

from tests.rubric.roof import judge, question, read, said
from tests.work import grows_linearly

MARA, TILO, GRAN = ["Mara"], ["Tilo"], ["grandmother", "Gran"]
FAMILY = ["family", "brother", "parents"]
KIND = ["kind", "kindness", "caring", "care about/for", "patient", "hard working", "helpful", "brave", "responsible"]
IS_KIND = {"check": "roles", "who": MARA, "does": KIND, "others": [TILO, GRAN]}
HELP = ["help", "support", "look after"]
HELPS = {"check": "roles", "who": MARA, "does": HELP, "to": FAMILY, "others": [TILO, GRAN]}
HELPS_ANYBODY = {"check": "roles", "who": MARA, "does": HELP, "others": [TILO, GRAN]}
TEACHES = {"check": "roles", "who": MARA, "does": ["teach", "train"], "to": TILO, "others": [TILO]}
PICKY = {
    "check": "roles",
    "who": ["otter", "beaver"],
    "does": ["specialist", "eat one thing", "eat only"],
    "others": [["rat"]],
}
HARMS = {"check": "roles", "who": ["rat"], "does": ["harm", "kill"], "to": ["otter", "beaver"], "others": [["otter"]]}

MET = [
    # Right before or behind it.
    (IS_KIND, "Mara is kind"),
    (IS_KIND, "I think Mara is very kind because of the soup"),
    (IS_KIND, "mara is not just clever but also very kind"),
    (IS_KIND, "Mara seems kind"),
    (IS_KIND, "Mara acts caring in the mill"),
    (IS_KIND, "Mara's kindness is all over the story"),
    (IS_KIND, "Mara's great sense of kindness"),
    (IS_KIND, "The story shows us a patient Mara"),
    (IS_KIND, "It shows how patient Mara is"),
    (IS_KIND, "This shows that Mara cares about others"),
    (IS_KIND, "Kind is how I would describe Mara"),
    (IS_KIND, "Caring is a trait of Mara"),
    # A trait, and whose it is.
    (IS_KIND, "One trait of Mara is that she is kind"),
    (IS_KIND, "One trait of Mara in her talks with Tilo is kindness"),
    (IS_KIND, "A trait that describes Mara when she talks to Gran is patient"),
    (IS_KIND, "Mara's best trait is that she is helpful"),
    (IS_KIND, "One trait Mara shows is kindness"),
    (IS_KIND, "You could describe Mara as caring"),
    (IS_KIND, "Mara can be described as a caring girl"),
    (IS_KIND, "One of Mara's main traits in the story is patient love"),
    # Carried on.
    (IS_KIND, "Mara is loud, quick and very kind"),
    (IS_KIND, "Mara, who works at night, is kind"),
    (IS_KIND, "Mara in the story of the mill is kind"),
    (IS_KIND, "Mara is a person who cares for others"),
    (IS_KIND, "Mara asks Tilo what is wrong and is always patient"),
    (IS_KIND, "In her talk with Gran, Mara is patient"),
    (IS_KIND, "Mara and Tilo are both kind"),
    (IS_KIND, "Tilo is loud. Mara is kind."),
    # A pronoun with one who may be meant.
    (IS_KIND, "Mara asks what is wrong. She is kind."),
    (IS_KIND, "Mara talks to her brother and shows that she is kind"),
    (IS_KIND, "Mara is up late. She is responsible and she is brave"),
    # Verbs and objects.
    (HELPS, "Mara helps her family"),
    (HELPS, "Mara works at the mill to support her family"),
    (HELPS, "Her family is helped by Mara"),
    (HELPS, "Mara wants to help her brother"),
    (HELPS, "Gran asks Mara to help her family"),
    (HELPS, "Mara, who works late, helps her parents"),
    (HELPS_ANYBODY, "it makes Mara want to help"),
    (HELPS_ANYBODY, "Tilo sleeps. Mara helps."),
    (TEACHES, "Mara teaches Tilo how to swim"),
    (TEACHES, "Tilo cannot swim, so Mara decides to teach him"),
    # Sorts of things.
    (PICKY, "Otters and beavers are specialists"),
    (PICKY, "Otters in the north and beavers in the south are both specialists"),
    (PICKY, "Otters are like beavers because they are both specialists"),
    (PICKY, "unlike rats, otters eat only fish"),
    (PICKY, "A specialist is the otter, which lives in clean water"),
    (PICKY, "Otter's are specialists"),
    (PICKY, "Rats eat all they find. Otters are different because they eat only fish"),
    (HARMS, "The rats kill the otters"),
    (HARMS, "otters are being killed by rats"),
]

UNMET = [
    # Somebody else.
    (IS_KIND, "Tilo is kind", "other-agent"),
    (IS_KIND, "Tilo is loud, quick and very kind", "other-agent"),
    (IS_KIND, "Gran, who talks to Mara at night, is patient", "other-agent"),
    (IS_KIND, "Tilo's kindness to Mara is great", "other-agent"),
    (IS_KIND, "One trait of Tilo is that he is helpful to Mara", "other-agent"),
    (IS_KIND, "A trait that describes Gran in her talk with Mara is patient", "other-agent"),
    (IS_KIND, "In her talk with Mara, Gran is caring", "other-agent"),
    (IS_KIND, "You could describe Tilo as caring", "other-agent"),
    (IS_KIND, "Tilo asks Mara what is wrong. He is kind", "other-agent"),
    (IS_KIND, "Tilo and Gran are kind", "other-agent"),
    (IS_KIND, "hard working Tilo never sleeps", "other-agent"),
    (HELPS, "Tilo helps the family", "other-agent"),
    (HELPS, "The family is supported by Gran", "other-agent"),
    (TEACHES, "Tilo teaches the others to swim", "other-agent"),
    (PICKY, "Rats are specialists", "other-agent"),
    (PICKY, "Otters are different from rats because rats eat only fish", "other-agent"),
    (PICKY, "A specialist is the rat, which lives in the town", "other-agent"),
    # The other way round.
    (HELPS, "her family helps Mara", "reversed"),
    (HELPS, "Mara is helped by her family", "reversed"),
    (HELPS, "Her brother looks after Mara", "reversed"),
    (TEACHES, "Tilo teaches Mara how to swim", "reversed"),
    (TEACHES, "Mara is trained by Tilo", "reversed"),
    (HARMS, "the otters kill the rats", "reversed"),
    # Denied.
    (IS_KIND, "Mara is not kind", "negated"),
    (IS_KIND, "Mara never was patient", "negated"),
    (IS_KIND, "Mara isn't hard working", "negated"),
    (HELPS, "Mara does not help her family", "negated"),
    (HELPS, "Mara refuses to support her family", "negated"),
    (PICKY, "Otters are not specialists", "negated"),
    (IS_KIND, "nobody is kind", "negated"),
    # Nothing of it.
    (IS_KIND, "Mara is tall", "missing"),
    (IS_KIND, "", "missing"),
    (HELPS, "Mara has a family", "missing"),
]

# What looks like it, and cannot be told: never right, never wrong.
UNTOLD = [
    (IS_KIND, "She is kind"),
    (IS_KIND, "kind, because of the soup"),
    (IS_KIND, "Caring 'Tilo' what is wrong"),
    (IS_KIND, "The miller is kind"),
    (IS_KIND, "Mara says that the miller is kind"),
    (IS_KIND, "Tilo knows that the miller is kind"),
    (IS_KIND, "Her talk with Tilo is kind"),
    (IS_KIND, "The talk between Mara and Tilo was kind"),
    (IS_KIND, "Somebody who is kind"),
    (IS_KIND, "You have to be brave, Tilo"),
    (IS_KIND, "Mara is tall. When Tilo wakes up, she is kind"),
    (IS_KIND, "She talks to Tilo. She is patient"),
    (IS_KIND, "Mara wants what Tilo wants and is kind"),
    (IS_KIND, "It is brave"),
    (IS_KIND, "Everybody in the story is helpful"),
    (IS_KIND, "We have to be patient, Gran"),
    (HELPS, "Her family is helped"),
    (HELPS, "the neighbors help her family"),
    (HELPS, "help for the family"),
    (HELPS, "Mara helps"),
    (HELPS, "Mara helps the miller"),
    (TEACHES, "He teaches him how to swim"),
    (TEACHES, "Mara found out what Tilo could not do and wants to teach him"),
    (PICKY, "they eat only fish"),
    (PICKY, "Otters are different from rats because they eat only fish"),
    (PICKY, "Rats do better than specialists"),
    (PICKY, "Rats are the opposite of specialists"),
    (PICKY, "Some rats live there but specialists can not"),
    (HARMS, "the cats kill the otters"),
]


@pytest.mark.parametrize(("test", "reply"), MET)
def test_bound(test: dict, reply: str) -> None:
    assert said(test, reply) == ("met", "bound")


@pytest.mark.parametrize(("test", "reply", "aspect"), UNMET)
def test_not_so(test: dict, reply: str, aspect: str) -> None:
    assert said(test, reply) == ("unmet", aspect)


@pytest.mark.parametrize(("test", "reply"), UNTOLD)
def test_not_told(test: dict, reply: str) -> None:
    assert said(test, reply) == ("partly", "unbound")


def exchanged(reply: str) -> str:
    """The reply with the two names in each other's place."""
    other = {"Mara": "Tilo", "Tilo": "Mara"}
    return re.sub(r"Mara|Tilo", lambda match: other[match.group()], reply.replace("mara", "Mara"))


@pytest.mark.parametrize("reply", [reply for test, reply in MET if test is IS_KIND and "Mara and Tilo" not in reply])
def test_with_the_names_exchanged_it_is_somebody_else(reply: str) -> None:
    if reply != "Tilo is loud. Mara is kind.":
        assert said(IS_KIND, exchanged(reply)) == ("unmet", "other-agent")


def test_as_a_misconception_it_finds_the_wrong_one() -> None:
    swapped = {"check": "roles", "who": TILO, "does": KIND, "others": [MARA]}
    assert said(swapped, "Mara works. Tilo is kind.") == ("met", "bound")
    assert said(swapped, "Tilo works. Mara is kind.") == ("unmet", "other-agent")
    assert said(swapped, "She is kind") == ("partly", "unbound")


def test_the_right_one_counts_wherever_it_stands() -> None:
    assert said(IS_KIND, "Tilo is helpful. Mara is kind.") == ("met", "bound")
    assert said(IS_KIND, "Mara is not patient. Mara is kind.") == ("met", "bound")


def test_a_pronoun_may_be_a_phrase_of_the_concept() -> None:
    she = {"check": "roles", "who": ["Mara", "she"], "does": KIND, "others": [TILO]}
    assert said(she, "She is kind") == ("met", "bound")
    assert said(she, "Tilo asks. He is kind") == ("unmet", "other-agent")


def test_words_copied_from_the_question_bind_nothing() -> None:
    test = {"check": "roles", "who": ["hives"], "does": ["dangerous"], "others": []}
    assert said(test, "The writer claims that the hives on the roof are dangerous.") == ("partly", "copied")
    assert said(test, "The hives are dangerous for a small child next door.") == ("met", "bound")


def test_the_spans_are_what_is_done_and_the_reason_says_who() -> None:
    reply = "Tilo is KIND to them"
    found = judge(IS_KIND, reply)
    assert [span.of(reply) for span in found.spans] == ["KIND"]
    assert found.reason == "says that somebody other than Mara does it"
    assert judge(IS_KIND, "Mara is not kind").reason == "denies kind"


LONG = {
    "names and pronouns": "Mara helps Tilo and she is kind because ",
    "a list": "Mara, Tilo and kind Mara, ",
    "pronouns": "kind she caring ",
    "adverbs": "very very very very very very very very very kind very Mara ",
    "articles": "the the the kind the the the Mara ",
    "traits": "trait is kind that ",
    "hits": "kind ",
    "nobody": "kind and ",
}


@pytest.mark.parametrize("name", LONG)
def test_the_work_grows_with_the_reply_and_no_faster(name: str) -> None:
    check = question(IS_KIND).criteria[0].test
    grows_linearly(check.judge, lambda size: read(LONG[name] * size), 50)
