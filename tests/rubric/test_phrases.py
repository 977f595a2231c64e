"""The phrase language: what each way of writing matches, and what it does not."""

import pytest

from tests.rubric.roof import ASK, ROOF
from tests.work import steps
from tutor.rubric.phrases import MOST_WAYS, PhraseError, check_phrase, compile_phrase, concepts_in, plain, ways
from tutor.rubric.reading import Reading
from tutor.rubric.vocabulary import Vocabulary

ANIMALS = {"animals": ["bee", "honey bee", "wasp"], "loop": ["@loop sting", "zigzag"]}


def found(phrase: str, reply: str) -> list[str]:
    """What a phrase matches in a reply, denied or not, as typed."""
    vocabulary = Vocabulary({**ANIMALS, "it": [phrase]})
    reading = Reading(reply, ASK, ROOF, vocabulary)
    return [span.of(reply) for span in reading.spans(reading.hits("it"))]


MATCHES = [
    # Words in order, inflected, with little words between.
    ("keep bees", "They kept bees there.", ["kept bees"]),
    ("keep bees", "keeping all the bees", ["keeping all the bees"]),
    ("feel", "a strong feeling", ["feeling"]),
    ("feel", "she felt it", ["felt"]),
    ("write", "the writing", ["writing"]),
    ("child", "the children play", ["children"]),
    ("bad idea", "it was a really bad idea", ["bad idea"]),
    ("isn't safe", "the roof is not safe", ["is not safe"]),
    ("does not say", "he doesnt say it", ["doesnt say"]),
    # Slips of spelling.
    ("dangerous", "it is dangrous", ["dangrous"]),
    ("neighbours complain", "the nieghbours complaned", ["nieghbours complaned"]),
    # Either word.
    ("keep/raise bees", "she raises bees", ["raises bees"]),
    ("keep/raise/breed", "breeding", ["breeding"]),
    ("can't/never harm", "bees can not harm us", ["can not harm"]),
    # Either run of words.
    ("(get rid of | take away) hives", "they will take away the hives", ["take away the hives"]),
    ("(get rid of | take away) hives", "got rid of the hives", ["got rid of the hives"]),
    ("the (old | brand new) roof", "on the brand new roof", ["the brand new roof"]),
    # What may be left out.
    ("[very] high roof", "a high roof", ["high roof"]),
    ("[very] high roof", "a very high roof", ["very high roof"]),
    ("high [tin/slate] roof", "a high slate roof", ["high slate roof"]),
    ("high [tin | made of slate] roof", "a high made of slate roof", ["high made of slate roof"]),
    # A bounded gap.
    ("bees ...3 sting", "bees on the roof sting", ["bees on the roof sting"]),
    ("bees ...3 sting", "bees sting", ["bees sting"]),
    ("bees ...1 visitors", "bees attract visitors", ["bees attract visitors"]),
    ("bees ...2 the ...2 roof", "bees live up on the flat old roof", []),
    ("bees ...3 the ...2 roof", "bees live up on the flat old roof", ["bees live up on the flat old roof"]),
    # Of several ends the furthest counts.
    ("bees ...4 roof", "bees roof tin roof", ["bees roof tin roof"]),
    # A step that fits twice: the first one does not lead on, the second does.
    ("the ...4 bees ...1 sting", "the bees and the bees do sting", ["the bees and the bees do sting"]),
    # One form only.
    ("=kind", "she is kind", ["kind"]),
    ("=danger/risk", "risks are there", ["risks"]),
    ("=generous", "she is genarous", ["genarous"]),
    # A neighbour barred.
    ("kind !of", "she is kind to bees", ["kind"]),
    ("kind !of", "she is kind", ["kind"]),
    ("kind !of", "she is kind. Of course", ["kind"]),
    ("!not safe", "the roof is safe", ["safe"]),
    ("!not safe", "It is not. Safe or not, they stay", ["Safe"]),
    ("new !reader/visitor roof", "a new roof", ["new roof"]),
    # A concept inside a phrase.
    ("@animals sting", "wasps sting", ["wasps sting"]),
    ("@animals sting", "honey bees sting", ["honey bees sting"]),
    ("afraid of @animals", "afraid of the honey bees", ["afraid of the honey bees"]),
    ("(@animals | insect) ...2 drink", "insects can drink", ["insects can drink"]),
    ("[hungry] @animals", "hungry wasps", ["hungry wasps"]),
    # Figures and addresses.
    ("140 readers", "it has 140 readers", ["140 readers"]),
    ("p3", "look at p3s1", ["p3s1"]),
]

MISSES = [
    ("keep bees", "bees keep away"),
    ("keep bees", "they keep it. Bees come"),
    ("keep bees", "they keep very big noisy bees"),
    ("thought", "a thoughtful answer"),
    ("even", "in the evening"),
    ("keep bees", "keeping some of the very bees"),
    ("keep/raise bees", "she likes bees"),
    ("(get rid of | take away) hives", "get the hives"),
    ("(get rid of | take away) hives", "take rid of the hives"),
    ("[very] high roof", "very roof"),
    ("high [tin] roof", "high brick roof"),
    ("bees ...3 sting", "bees that nobody ever saw could sting"),
    ("bees ...3 sting", "bees fly. They sting"),
    ("bees ...3 sting", "sting the bees"),
    ("=kind", "two kinds of bees"),
    ("=kind", "kinder"),
    ("=risk/danger", "she is risking it"),
    ("=mean", "it means that"),
    ("kind !of", "a kind of bee"),
    ("kind !of/to", "she is kind to bees"),
    ("!not safe", "not safe"),
    ("new !reader/visitor", "new readers"),
    ("!very/really high", "a very high roof"),
    ("!very !really high", "a very high roof"),
    ("!very !really high", "a really high roof"),
    ("@animals sting", "nettles sting"),
    ("@animals sting", "honey stings"),
    ("afraid of @animals", "afraid of heights"),
    ("@loop sting", "sting sting sting"),
    ("140 readers", "it has 410 readers"),
    ("140 readers", "it has 14 readers"),
    ("p3", "look at p4s1"),
]


@pytest.mark.parametrize(("phrase", "reply", "matched"), MATCHES)
def test_matches(phrase: str, reply: str, matched: list[str]) -> None:
    assert found(phrase, reply) == matched


@pytest.mark.parametrize(("phrase", "reply"), MISSES)
def test_misses(phrase: str, reply: str) -> None:
    assert found(phrase, reply) == []


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("eat ... bamboo", "a gap needs a bound"),
        ("eat \u2026 bamboo", "a gap needs a bound"),
        ("eat ...40 bamboo", "1 to 12 words wide, not 40"),
        ("eat ...0 bamboo", "1 to 12 words wide, not 0"),
        ("...3 bamboo", "begins or ends with one"),
        ("eat ...3", "begins or ends with one"),
        ("(eat | live off bamboo", 'a "(" is not closed'),
        ("eat] bamboo", "closes nothing"),
        ("[eat)", 'a "[" is not closed'),
        ("eat | drink", "alternatives in brackets"),
        ("eat () bamboo", "nothing between the brackets"),
        ("[eat] [bamboo]", "may be nothing at all"),
        ("[eat]", "may be nothing at all"),
        ("!not", "no word to look for"),
        ("-", "no word to look for"),
        ("eat/ bamboo", "a word missing"),
        ("!can't eat", "only single words can be barred"),
        ("@a/b eat", "names no concept"),
        (" ".join(["[a]"] * 9) + " b", f"more than {MOST_WAYS} ways"),
    ],
)
def test_a_phrase_that_cannot_be_read_is_refused(phrase: str, says: str) -> None:
    with pytest.raises(PhraseError, match=says.replace("(", r"\(").replace("[", r"\[")):
        compile_phrase(phrase)


def test_plain_words_are_checked_without_a_look() -> None:
    assert check_phrase("eat bamboo") == "eat bamboo"
    with pytest.raises(PhraseError):
        check_phrase("eat ... bamboo")


def test_the_ways_of_saying_a_phrase_in_plain_words() -> None:
    assert set(plain("[only] eat/drink (it | that stuff) !now")) == {
        "only eat it", "only drink it", "only eat that stuff", "only drink that stuff",
        "eat it", "drink it", "eat that stuff", "drink that stuff",
    }  # fmt: skip
    assert list(plain("@animals ...3 sting")) == ["sting"]


def test_the_concepts_a_phrase_refers_to() -> None:
    assert concepts_in("(@bees | @wasps) ...3 sting [@birds]") == {"bees", "wasps", "birds"}
    assert concepts_in("mail me @ home") == frozenset()


def test_ways_are_counted_before_they_are_made() -> None:
    def refused() -> None:
        with pytest.raises(PhraseError, match=f"more than {MOST_WAYS} ways"):
            ways(" ".join(["[a/b]"] * 60))

    assert steps(refused) < 100 * MOST_WAYS  # of 3 to the power of 60


@pytest.mark.parametrize(
    ("reply", "denied"),
    [
        ("bees sting people", False),
        ("bees never sting people", True),
        ("bees do not often sting people", True),
        ("no, bees can sting people", False),
        ("I do not think bees sting people", True),
    ],
)
def test_a_denial_in_a_gap_denies_the_phrase(reply: str, denied: bool) -> None:
    reading = Reading(reply, ASK, ROOF, Vocabulary({"it": ["bees ...3 sting"]}))
    assert [hit.denied for hit in reading.hits("it")] == [denied]


def test_a_negation_of_the_phrase_s_own_is_no_denial() -> None:
    vocabulary = Vocabulary({"it": ["bees ...2 not sting"]}, asked=["it"])
    reading = Reading("the bees do not sting", ASK, ROOF, vocabulary)
    assert [hit.denied for hit in reading.hits("it")] == [False]


def test_a_negation_of_another_phrase_denies_what_it_ends_with() -> None:
    phrases = {"claim": ["need ...4 number"], "none": ["no number"], "roof": ["roof ...6 danger"]}
    vocabulary = Vocabulary(phrases, asked=["claim", "none", "roof"])
    denied = {
        reply: [hit.denied for name in ("claim", "roof") for hit in Reading(reply, ASK, ROOF, vocabulary).hits(name)]
        for reply in ("he needs no numbers", "he needs some numbers", "a roof with no number is a danger")
    }
    assert denied == {
        "he needs no numbers": [True],
        "he needs some numbers": [False],
        "a roof with no number is a danger": [False],
    }
