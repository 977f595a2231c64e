"""Verdicts remembered from one check of a lesson to the next: the same as new ones, and few of them made anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import tomli
import tomlkit

from tests.lesson.conftest import LESSON
from tutor.article import Article
from tutor.lesson.changed import Change
from tutor.lesson.checking import check_lesson
from tutor.lesson.judging import Judge
from tutor.lesson.load import LoadedLesson, lesson_in, load_lesson
from tutor.lesson.proofs import cheap_replies
from tutor.paths import packaged
from tutor.rubric import assess as judging
from tutor.rubric.model import Assessment
from tutor.rubric.rubric import Rubric

Write = Callable[..., Path]
Concepts = dict[str, list[str]]


@pytest.fixture
def assessed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The replies that are assessed from now on, in order."""
    replies: list[str] = []
    assess = judging.assess

    def noted(reply: str, question: Rubric, article: Article) -> Assessment:
        replies.append(reply)
        return assess(reply, question, article)

    monkeypatch.setattr(judging, "assess", noted)
    return replies


# --- what is judged anew ----------------------------------------------------------------------------------------------

FEW, BAD, RENN = (
    "It tells us how few get on the boat: nine of them [p1s2].",
    "The council says that it is bad.",
    "Captain Renn counted thirty.",
)
# With a concept that only the question's own words refer to, and one that no question has.
TWO = LESSON.replace("[concepts]", '[concepts]\nvessel = ["boat", "ferry"]\nspare = ["@vessel sinks"]')


def saved(assessed: list[str], write: Write, before: str, after: str) -> list[str]:
    """What is assessed when a lesson is saved again."""
    judge = Judge()
    file = write(before) / "lesson.toml"
    check_lesson(file, judge=judge)
    assessed.clear()
    write(after)
    check_lesson(file, judge=judge)
    return assessed


@pytest.mark.parametrize(
    ("old", "new", "anew"),
    [
        ('title = "Who', 'title = "And who', []),
        ("Captain Renn counted", "The captain counted", ["The captain counted thirty."]),
        ("get on the boat", "use the boat", [FEW.replace("get on", "use")]),
        ('"ferry"]', '"ferry", "raft"]', []),
        ('"ferry"]', '"ferry", "thirty"]', [RENN]),
        ('"ferry"]', '"ferry", "councl"]', []),
        ('"only nine"', '"only ten"', [FEW, BAD, RENN]),
        ('["nine", "9"]', '["nine", "ten"]', [FEW, BAD, RENN]),
        ("say to a friend?", "tell a friend?", []),
        ("show to a friend?", "tell a friend?", [FEW, BAD, RENN]),
        ("What does the council offer", "What has the council", [FEW, BAD, RENN]),
    ],
)
def test_only_what_a_save_can_tell_on_is_judged_anew(
    assessed: list[str], write: Write, old: str, new: str, anew: list[str]
) -> None:
    assert saved(assessed, write, TWO, TWO.replace(old, new)) == anew


def test_another_article_has_all_judged_anew(assessed: list[str], write: Write) -> None:
    judge = Judge()
    check_lesson(write() / "lesson.toml", judge=judge)
    assessed.clear()
    check_lesson(write(article="Nine of us are few. Renn waved.") / "lesson.toml", judge=judge)
    assert len(assessed) == 3


def test_what_a_check_does_not_ask_for_is_forgotten_with_the_next(assessed: list[str], write: Write) -> None:
    judge = Judge()
    other = LESSON.replace("Captain Renn counted", "The captain counted")
    for text in (LESSON, other, other, LESSON):
        check_lesson(write(text) / "lesson.toml", judge=judge)
    assert assessed.count(RENN) == 2


# --- what a change of concepts can tell on ----------------------------------------------------------------------------

LOSS = ["empty", "hive", "sting [hard]"]
BEFORE: Concepts = {"loss": LOSS, "counts": ["@people count"], "people": ["she"]}


@pytest.mark.parametrize(
    ("concept", "phrases", "touched", "untouched"),
    [
        ("loss", [*LOSS, "vanish"], "They have vanished.", "The hives are empty."),
        ("loss", [*LOSS, "vanish"], "They vanisht.", "They varnish it."),
        ("loss", [*LOSS, "vanish ...3 slowly"], "They have vanished.", "The hives are empty."),
        ("loss", ["hive", "sting [hard]"], "It is emptied.", "There was a hive."),
        ("loss", [*LOSS, "empty hive"], "A hive that is empty.", "A hive."),
        ("loss", [*LOSS, "hive !sting"], "A hive.", "They sting."),
        ("loss", ["empty", "hive", "sting"], "They sting.", "The hives are empty."),
        ("loss", [*LOSS, "@people"], "Anything at all.", ""),
        ("loss", [*LOSS, "p7"], "See paragraph seven.", ""),
        ("people", ["she", "empty hive"], "She counts the hive.", "Nobody counts."),
        ("counts", ["@people count", "@people empty"], "They empty it.", "She counts."),
        ("losses", ["hive"], "A hive.", "They sting."),
    ],
)
def test_a_change_tells_on_replies_with_its_words(
    concept: str, phrases: list[str], touched: str, untouched: str
) -> None:
    change = Change(BEFORE, {**BEFORE, concept: phrases})
    assert change.tells_on(touched)
    assert not untouched or not change.tells_on(untouched)


def test_no_change_tells_on_nothing() -> None:
    assert not Change(BEFORE, {name: [*reversed(phrases)] for name, phrases in BEFORE.items()}).tells_on("The hives.")


# --- the same as judged anew ------------------------------------------------------------------------------------------

HARBOUR = packaged() / "lessons" / "harbour-levy"

# Answers or not by what terms there are in the lesson, whichever question they are said to.
ODD = (
    "anchorage mooring tugboat yachtsman wall",
    "anchrage mooringg tugboatt yachtsmn levvy",
    "Lindgate anchorage levy mooring tugboat wall",
    "yachtsmann",
)
MOORED = ["anchorage", "mooring", "tugboat", "yachtsman"]


def harbour(changes: Concepts) -> LoadedLesson:
    """Three of the lesson's questions, with concepts that are others; one without phrases is left out."""
    raw = tomli.loads((HARBOUR / "lesson.toml").read_text(encoding="utf-8"))
    raw["questions"] = [raw["questions"][number] for number in (1, 4, 7)]
    raw["concepts"] = {name: said for name, said in {**raw["concepts"], **changes}.items() if said}
    article = load_lesson(HARBOUR).article
    return lesson_in(tomlkit.dumps(raw), article, file=Path("lesson.toml"), slug="harbour")


def verdicts(judge: Judge, loaded: LoadedLesson) -> dict[tuple[str, str], tuple[Assessment, bool]]:
    judge.begin()
    found = {}
    for number, question in enumerate(loaded.lesson.questions):
        on = judge.on(question, loaded.article)
        replies = [sample.answer for each in loaded.lesson.questions for sample in each.samples]
        for reply in (*replies, *ODD, *(cheap.text for cheap in cheap_replies(loaded.lesson, number, loaded.article))):
            found[question.id, reply] = on.assessment(reply), on.passes(reply)
    return found


CHANGES: list[Concepts] = [
    {},
    {"greedy": ["greedy", "greed", "because of the money", "it says so"]},
    {"grab": ["grab", "levey", "harbor", "merchant"], "moored": MOORED},
    {"marlow": ["Marlow", "the harbour office"], "lindgate": ["owner", "she"]},
    {"fewer": ["few", "@ships ...3 go", "not @levy"], "ships": ["ship", "idle crane"]},
    {"plan": ["@levy"], "levy": ["charge", "p2", "the wall"]},
    {"till": ["storm", "quay"], "something-else": ["till", "@greedy"], "moored": MOORED[:3]},
    {"mock": [], "storms": ["storm", "winter"], "author": ["columnist", "article"]},
    {},
]


def test_remembered_verdicts_are_those_that_would_be_given_anew() -> None:
    judge = Judge()
    others: list[str] = []
    before: dict[tuple[str, str], tuple[Assessment, bool]] = {}
    for changes in CHANGES:
        loaded = harbour(changes)
        now = verdicts(judge, loaded)
        assert now == verdicts(Judge(), loaded)
        others += [reply for (asked, reply), of in now.items() if before.get((asked, reply), of) != of]
        before = now
    assert set(ODD) < set(others)  # else the changes tell on too little to prove anything
