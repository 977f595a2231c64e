"""The proofs that nothing cheap passes. Each lesson here has one criterion too loose, and the proof that finds it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.lesson import load_lesson
from tutor.lesson.judging import Judge
from tutor.lesson.proofs import cheap_replies, check_proofs
from tutor.lesson.rules import Rule
from tutor.rubric.assess import assess

Write = Callable[..., Path]

LESSON = """\
format = 1
title = "Bees"

[article]
file = "article.md"

[concepts]
loss = ["lose", "loss", "disappear", "die", "gone"]

[[questions]]
id = "what"
kind = "locate"
ask = "{ask}"

  [[questions.criteria]]
  id = "only"
  {check}
  probe = "{probe}"

  [[questions.misconceptions]]
  id = "honey"
  check = "mentions"
  any_of = [["honeymoon"]]
  challenge = "{challenge}"

  [[questions.hints]]
  say = "{hint}"

[[questions]]
id = "who"
kind = "source"
ask = "Who counted the hives?"

  [[questions.criteria]]
  id = "named"
  check = "mentions"
  any_of = [["keeper"]]
  probe = "Whose name stands there?"
  [[questions.criteria]]
  id = "reason"
  check = "reasons"
  probe = "How can you tell?"

  [[questions.samples]]
  answer = "The keeper did, because it says that she looked into all of them."
  expect = "met"
"""
ARTICLE = """\
Every third hive in the valley stood empty in spring. The keeper counted them all.

Nobody knows why the bees are gone. Some farmers spray at noon.
"""


def lesson(
    check: str,
    ask: str = "What happened to the bees?",
    probe: str = "What stood empty?",
    challenge: str = "What has that to do with it?",
    hint: str = "Look at the beginning.",
) -> str:
    values = {"check": check, "ask": ask, "probe": probe, "challenge": challenge, "hint": hint}
    text = LESSON
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def failed(folder: Path) -> dict[str, str]:
    """The rules whose proofs fail, with what passes."""
    return {str(fault.rule): fault.what for fault in check_proofs(load_lesson(folder))}


SOUND = """check = "mentions"
  all_of = ["loss", ["bee"]]
  within = "sentence"
  [[questions.criteria]]
  id = "why"
  check = "reasons\""""


def test_a_sound_lesson_has_no_faults(write: Write) -> None:
    assert failed(write(lesson(SOUND), ARTICLE)) == {}


LOOSE = [
    ("passes-other-answer", lesson('check = "length"\n  words = 5')),
    ("passes-terms", lesson('check = "mentions"\n  any_of = [["spray", "farmer"]]')),
    ("passes-hint", lesson('check = "length"\n  words = 6', hint="Farmers spray at noon in this valley, it says.")),
    ("passes-probe", lesson('check = "length"\n  words = 4', probe="Tell me, do the farmers spray at noon?")),
    ("passes-aim", lesson('check = "length"\n  words = 4\n  aim = "why the farmers spray at noon"')),
    ("passes-challenge", lesson('check = "length"\n  words = 4', challenge="But then, do the farmers spray?")),
]


@pytest.mark.parametrize(("rule", "text"), LOOSE, ids=[rule for rule, _ in LOOSE])
def test_what_passes_is_a_fault(write: Write, rule: str, text: str) -> None:
    assert rule in failed(write(text, ARTICLE))


def test_an_article_of_a_sentence_or_two_passes_where_only_a_quotation_is_asked_for(write: Write) -> None:
    text = lesson('check = "cites"\n  from = ["p1s1"]')
    assert "passes-article" in failed(write(text, "The keeper counted the empty hives. She counted in spring."))
    assert "passes-article" not in failed(write(text, ARTICLE))


@pytest.mark.parametrize("check", ['check = "length"\n  words = 1', 'check = "own_words"', 'check = "reasons"'])
def test_nothing_and_the_question_itself_pass_nowhere(write: Write, check: str) -> None:
    """They are no answers, whatever is asked for: the proof holds that promise."""
    found = failed(write(lesson(check, ask="Did they die because of it, or did they leave?"), ARTICLE))
    assert not {"passes-empty", "passes-question"} & set(found)


def test_the_fault_says_what_passes_and_where_to_mend_it(write: Write) -> None:
    loaded = load_lesson(write(lesson('check = "length"\n  words = 5'), ARTICLE))
    (fault,) = [fault for fault in check_proofs(loaded) if fault.rule is Rule.PASSES_OTHER]
    assert fault.path == ("questions", 0, "criteria")
    assert fault.what == (
        'a full answer to "who", "The keeper did, because it says that she looked into all of…", '
        'passes as an answer to "what"'
    )
    assert fault.advice


def test_every_cheap_reply_is_among_them(write: Write) -> None:
    loaded = load_lesson(write(lesson(SOUND), ARTICLE))
    replies = [(reply.rule, reply.text) for reply in cheap_replies(loaded.lesson, 0, loaded.article)]
    assert replies == [
        (Rule.PASSES_EMPTY, ""),
        (Rule.PASSES_QUESTION, "What happened to the bees?"),
        (Rule.PASSES_ARTICLE, loaded.article.text),
        (Rule.PASSES_TERMS, "lose, loss, disappear, die, gone, bee"),
        (Rule.PASSES_HINT, "Look at the beginning."),
        (Rule.PASSES_PROBE, "What stood empty?"),
        (Rule.PASSES_CHALLENGE, "What has that to do with it?"),
        (Rule.PASSES_OTHER, "The keeper did, because it says that she looked into all of them."),
    ]


REPLIES = [
    "The keeper did, because it says that she looked into all of them.",
    "keeper",
    "The keeper, because.",
    "idk",
    "",
    ARTICLE,
    "Who counted the hives?",
    "keeper, hive, reason",
    "I think the keeper knows it since she went there.",
]


@pytest.mark.parametrize("reply", REPLIES)
def test_the_quick_way_of_judging_is_the_same_as_the_whole_one(write: Write, reply: str) -> None:
    loaded = load_lesson(write(lesson(SOUND), ARTICLE))
    for question in loaded.lesson.questions:
        passes = Judge().on(question, loaded.article).passes(reply)
        assert passes is assess(reply, question, loaded.article).is_met
