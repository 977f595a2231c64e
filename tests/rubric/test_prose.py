"""Whether words stand in an order that English allows. The texts are ours; `test_real_replies.py` has real ones."""

import random
import re
from collections.abc import Callable

import pytest

from tests.rubric.effort_replies import FRESH, TUNED
from tests.rubric.roof import PARAGRAPHS, TEXT, effort, question, read
from tutor.rubric import Effort
from tutor.rubric.prose import CLASS_NAMES, LEAST_WORDS, class_of, is_disordered, pairs

PROSE = [
    "The doctor warns that three in a hundred people react badly, and the neighbours say bees drink from their pools.",
    "I trust the librarian more because she works there and has seen the hives every day since April.",
    "the writer wants the hives gone but he gives no number of people who were stung so his claim is weak",
    "Not one reader has been stung, which speaks against the claim that the hives on the roof are dangerous.",
    "Is it really dangerous if nobody has been stung? I do not think so, and the article does not show it either.",
    "he says anyone with sense can see it and that is no proof it only makes people who disagree feel stupid",
    "Children play below the roof. A bee could fly down and sting one of them. Some children are allergic to stings.",
    "There is a doctor who warns about stings, but he never says how many people near the library are allergic.",
    "It shows that the council did not listen to the families, who have to live next to the hives all summer long.",
    "Without a source for the number we cannot tell whether three in a hundred is true or just made up by somebody.",
    "If you read the second paragraph you will see that the hives brought new readers, so they also do some good.",
    "bees are dangerus becuase they sting peple and some of them get very sick from it and have to go to the doctor",
    "My first thought was that the doctor proves it, but he talks about stings in general and not about these bees.",
    "What the author leaves out is how the people next door feel; they were never asked what they think about it.",
    "The word grab sounds like stealing. It makes the council look greedy, and the reader gets angry with them.",
    "Both of them agree that bees sting, yet they disagree about what should happen to the hives on Friday.",
    "Rose works four hours every night, then does her homework, so I would call her a hard-working girl.",
    "Her aunt works hard too, which is why Rose feels that she cannot tell her how tired she really is.",
    "Paul learns that his coach never finished school, and that makes him want to help the man in return.",
    "A panda eats hardly anything but bamboo; a python, on the other hand, will swallow whatever it can catch.",
    "In the end the reader has to decide alone, since the text gives one side much more room than the other.",
    "yes it is a fact because you could go there and count the hives and everybody would get the same number",
    "no it isnt a fact its only what he thinks because you cant measure if somebody has sense or not",
    "She says they brought 140 new readers this summer. That is a number one could check in the library's books.",
    "To find out I would ask the hospital how many people came in with stings before and after the hives were there.",
    "First he calls the bees insects, then he says a roof is no place for insects, so of course we agree with him.",
]
BARE = [
    "no, p4s2 says so",
    "the doctor, because he knows it",
    "sting danger risk hurt",
    "bees",
    "react badly doctor warns",
    "",
]


def shuffled(text: str, chance: random.Random) -> str:
    words = text.split()
    chance.shuffle(words)
    return " ".join(words)


def bare(text: str, chance: random.Random) -> str:
    """Shuffled without punctuation and capitals."""
    return shuffled(re.sub(r"[^\w\s'-]", " ", text.lower()), chance)


def within(text: str, chance: random.Random) -> str:
    """The sentences in their order, the words of each in none."""
    return " ".join(shuffled(sentence, chance) for sentence in re.split(r"(?<=[.!?;,])\s+", text))


def alphabetical(text: str, chance: random.Random) -> str:
    return " ".join(sorted(text.split(), key=str.lower))


def reversed_words(text: str, chance: random.Random) -> str:
    return " ".join(reversed(text.split()))


@pytest.mark.parametrize("reply", [*PROSE, *PARAGRAPHS, TEXT, *BARE])
def test_prose_and_short_replies_pass(reply: str) -> None:
    assert not is_disordered(read(reply))


@pytest.mark.parametrize("reply", [text for kinds in (TUNED, FRESH) for text in kinds[Effort.ANSWER]])
def test_a_learners_answer_passes(reply: str) -> None:
    assert not is_disordered(read(reply))


@pytest.mark.parametrize(
    ("broken", "share"),
    [(shuffled, 0.8), (bare, 0.9), (within, 0.7), (alphabetical, 0.9), (reversed_words, 0.85)],
)
def test_the_same_words_in_no_order_are_told(broken: Callable[[str, random.Random], str], share: float) -> None:
    """These texts are of some 20 words; of longer ones more are told."""
    chance = random.Random(4)
    texts = [broken(text, chance) for text in PROSE for _ in range(10)]
    told = sum(is_disordered(read(text)) for text in texts)
    assert told >= share * len(texts)


def test_two_texts_at_once_are_told_nearly_always() -> None:
    chance = random.Random(5)
    texts = [shuffled(" ".join(chance.sample(PROSE, 2)), chance) for _ in range(200)]
    assert sum(is_disordered(read(text)) for text in texts) >= 0.95 * len(texts)


def test_disorder_is_no_answer() -> None:
    assert effort(bare(" ".join(PROSE[:3]), random.Random(6))) is Effort.GIBBERISH


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("the", "the"),
        ("their", "poss"),
        ("she", "subj"),
        ("him", "obj"),
        ("eat", "verb"),
        ("eats", "verb-s"),
        ("koalas", "plural"),
        ("warned", "past"),
        ("ate", "past"),
        ("stinging", "ing"),
        ("badly", "ly"),
        ("dangerous", "adj"),
        ("decision", "noun"),
        ("hive", "other"),
        ("nobody", "body"),
        ("because", "but"),
    ],
)
def test_the_class_of_a_word(word: str, name: str) -> None:
    assert CLASS_NAMES[class_of(word)] == name


def neighbours(text: str) -> list[str]:
    reading = read(text)
    return [f"{CLASS_NAMES[first]} {CLASS_NAMES[second]}" for first, second in pairs(reading.text, reading.words)]


def test_sentences_and_commas_are_neighbours() -> None:
    assert neighbours("The hive, she says. No") == [
        "stop the",
        "the other",
        "other pause",
        "pause subj",
        "subj verb-s",
        "verb-s stop",
        "stop quant",
        "quant stop",
    ]


@pytest.mark.parametrize("text", ["it isn't", "it isnt"])
def test_the_halves_of_a_contraction_are_no_neighbours(text: str) -> None:
    assert neighbours(text) == ["stop it", "it be", "not stop"]


@pytest.mark.parametrize("text", ["the 3 hives", "the [p3s1] hives"])
def test_a_number_or_an_address_parts_its_neighbours(text: str) -> None:
    assert neighbours(text) == ["stop the", "plural stop"]


def test_nothing_to_judge() -> None:
    assert neighbours("") == ["stop stop"]
    assert LEAST_WORDS > 1


# --- bare lists ----------------------------------------------------------------------------------------------------

PHRASES = {
    "food": ["eat only bamboo", "eat anything", "live off leaves", "not picky about food"],
    "reading": ["can not read", "never learned to read", "struggles with reading"],
    "family": ["cares about her family", "helps the family", "works for her aunt"],
    "place": ["lives in one place", "can live anywhere", "spreads to other places"],
    "harm": ["is a threat", "harms native animals", "kills what lives there"],
    "feeling": ["feels sorry for him", "wants to pay him back", "is tired and sad"],
    "hope": ["looks on the bright side", "never gives up", "tries again and again"],
    "talk": ["the author says", "according to the text", "it says in the story"],
}


@pytest.mark.parametrize("between", [", ", " ", " and ", "; ", "\n"])
def test_the_bare_phrases_of_a_rubric_are_a_list(between: str) -> None:
    chance = random.Random(7)
    rubric = question({"check": "mentions", "any_of": list(PHRASES.values())})
    vocabulary = rubric.vocabulary
    texts = [phrase for phrases in PHRASES.values() for phrase in phrases]
    from tests.rubric.roof import ASK, ROOF
    from tutor.rubric.effort import effort_of
    from tutor.rubric.reading import Reading

    lists = [between.join(chance.choices(texts, k=chance.randint(10, 40))) for _ in range(60)]
    told = [effort_of(Reading(text, ASK, ROOF, vocabulary), ()) for text in lists]
    assert sum(kind in (Effort.KEYWORDS, Effort.GIBBERISH) for kind in told) >= 0.98 * len(lists)


@pytest.mark.parametrize(
    "reply",
    [
        "It can live anywhere and eat anything, so unlike the others it harms native animals when it gets out.",
        "Rose cares about her family because she works for her aunt even though she is tired and sad at times.",
        "He never learned to read, so the boy feels sorry for him and wants to pay him back for all his help.",
    ],
)
def test_an_answer_made_of_the_rubrics_phrases_is_no_list(reply: str) -> None:
    from tests.rubric.roof import ASK, ROOF
    from tutor.rubric.effort import effort_of
    from tutor.rubric.reading import Reading

    rubric = question({"check": "mentions", "any_of": list(PHRASES.values())})
    assert effort_of(Reading(reply, ASK, ROOF, rubric.vocabulary), ()) is Effort.ANSWER
