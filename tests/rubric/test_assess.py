"""`assess`: replies put together, misconceptions, effort before criteria, and what holds for any text whatever."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rubric.roof import ASK, CONCEPTS, PARAGRAPHS, ROOF, TEXT, assessed, question, read
from tests.work import grows_linearly
from tutor.rubric import Aspect, Effort, Verdict
from tutor.rubric.assess import LONGEST_REPLY, assess
from tutor.rubric.reading import Reading

ROOT = Path(__file__).parents[2]

CITES = {"check": "cites", "from": ["p3s1"]}
MENTIONS = {"check": "mentions", "all_of": ["bees", "danger"]}
FERROW = {"check": "attributes", "holder": "ferrow"}
REASONS = {"check": "reasons"}
OWN = {"check": "own_words"}
OPINION = {"check": "labels", "label": "opinion"}
LENGTH = {"check": "length", "words": 5}
EVERY = (CITES, MENTIONS, FERROW, REASONS, OWN, OPINION, LENGTH)

MARKED_BAD = {"check": "mentions", "any_of": [["kill"]]}


# --- pieces put together ----------------------------------------------------------------------------------------------


def test_an_answer_is_built_piece_by_piece() -> None:
    first = assessed("It is p3s1.", CITES, MENTIONS)
    assert first.verdicts == {"c1": Verdict.MET, "c2": Verdict.UNMET}
    second = assessed("A hive is a risk.", CITES, MENTIONS, history=["It is p3s1."])
    assert second.verdicts == {"c1": Verdict.MET, "c2": Verdict.MET}
    assert second.is_met
    assert [finding.reply for finding in second.findings] == [1, 0]


def test_concepts_of_two_replies_make_a_whole() -> None:
    result = assessed("They are a risk.", MENTIONS, history=["It is about the hives."])
    assert result.is_met


def test_spans_are_in_the_reply_that_the_finding_names() -> None:
    history = ["The doctor says so in p3s1.", "Hm, something else."]
    found = assessed("A hive is a risk.", CITES, history=history).findings[0]
    assert found.reply == 2
    assert [span.of(history[0]) for span in found.judgement.spans] == ["p3s1"]
    assert found.quote == "p3s1"


def test_a_reason_over_two_replies_is_cut_at_the_joint() -> None:
    history = ["Some kids are allergic."]
    reply = "So hives put them at risk."
    found = assessed(reply, REASONS, history=history).findings[0]
    assert found.verdict is Verdict.MET
    assert found.reply == 0
    assert [span.of(reply) for span in found.judgement.spans] == ["So hives put them at risk"]


def test_what_is_no_answer_leaves_the_findings_as_they_were() -> None:
    history = ["It is p3s1."]
    for reply, effort in (("idk", Effort.HELP), ("", Effort.EMPTY), ("asdf", Effort.PLACEHOLDER)):
        result = assessed(reply, CITES, MENTIONS, history=history)
        assert result.effort is effort
        assert result.verdicts == {"c1": Verdict.MET, "c2": Verdict.UNMET}
        assert result.findings[0].reply == 1
        assert not result.is_met


def test_without_any_answer_all_is_unmet() -> None:
    result = assessed("idk", *EVERY)
    assert set(result.verdicts.values()) == {Verdict.UNMET}
    assert result.overall is Verdict.UNMET


# --- misconceptions ---------------------------------------------------------------------------------------------------


def test_a_misconception_is_judged_on_the_latest_reply_alone() -> None:
    wrong = "The bees will kill us all, p3s1."
    assert [f.criterion for f in assessed(wrong, CITES, misconceptions=[MARKED_BAD]).misconceptions] == ["m1"]
    later = assessed("The doctor says so, p3s1.", CITES, history=[wrong], misconceptions=[MARKED_BAD])
    assert not later.misconceptions
    assert later.is_met


def test_a_misconception_keeps_a_reply_from_being_met() -> None:
    result = assessed("The bees will kill us all, p3s1.", CITES, misconceptions=[MARKED_BAD])
    assert result.verdicts == {"c1": Verdict.MET}
    assert result.overall is Verdict.PARTLY


def test_a_wrong_holder_is_one_unless_the_teacher_has_a_better_word_for_it() -> None:
    reply = "The author says that they kill."
    assert [f.criterion for f in assessed(reply, FERROW).misconceptions] == ["c1"]
    assert [f.criterion for f in assessed(reply, FERROW, misconceptions=[MARKED_BAD]).misconceptions] == ["m1"]


def test_a_right_holder_before_does_not_hide_a_wrong_one_now() -> None:
    result = assessed("The author says it.", FERROW, history=["It is about Ferrow."])
    assert result.verdicts == {"c1": Verdict.PARTLY}
    assert [finding.judgement.aspect for finding in result.misconceptions] == [Aspect.WRONG_HOLDER]


def test_a_wrong_holder_of_an_earlier_reply_is_forgotten() -> None:
    result = assessed("It brings in readers.", FERROW, history=["The author says it."])
    assert not result.misconceptions


# --- questions and doubt ----------------------------------------------------------------------------------------------


def test_a_question_that_was_asked_for_is_an_answer() -> None:
    families = {"check": "mentions", "any_of": [["family", "neighbour"]]}
    assert assessed("What do the families think about it?", families).is_met
    assert assessed("What do the bees think about it?", families).effort is Effort.OWN_QUESTION


@pytest.mark.parametrize("reply", ["What does hive mean?", "What is a hive?", "who is Owen Pike"])
def test_asking_what_a_word_means_never_is(reply: str) -> None:
    test = {"check": "mentions", "any_of": ["bees", "pike"]}
    assert assessed(reply, test).effort is Effort.OWN_QUESTION


def test_doubt_that_answers_is_an_answer() -> None:
    unsaid = {"check": "mentions", "any_of": [["not say"]]}
    assert assessed("i dont know where 21 is from it doesnt say", unsaid).is_met
    assert assessed("i dont know what to say", unsaid).effort is Effort.HELP


# --- what the learner is quoted with ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("test", "reply", "quote"),
    [
        (CITES, "The doctor says it in [p3s1].", "[p3s1]"),
        (CITES, 'It says "3 in 100 people react badly" there', "3 in 100 people react badly"),
        (CITES, '[p3s1] It says "3 in 100 people react badly"', "3 in 100 people react badly"),
        (MENTIONS, "I think hives are a big risk. Really.", "hives are a big risk"),
        (FERROW, "It is Ferrow who says it, I think", "It is Ferrow who says it"),
        (MENTIONS, 'The hives "react badly" [p3s1] and are a risk', "and are a risk"),
        (MENTIONS, "I think hives are a risk up there", "hives are a risk up there"),
        (LENGTH, "bees", "bees"),
        (CITES, "nothing there", ""),
    ],
)
def test_quote(test: dict[str, Any], reply: str, quote: str) -> None:
    assert assessed(reply, test).findings[0].quote == quote


# --- nothing that is no answer passes ---------------------------------------------------------------------------------

TERMS = ", ".join(phrase for phrases in CONCEPTS.values() for phrase in phrases)
NO_ANSWERS = [
    ("", Effort.EMPTY),
    (" \n ", Effort.EMPTY),
    ("skdjfh sdkfjh skdjfh lkjsdf qwpoe", Effort.GIBBERISH),
    ("Participant reply 1", Effort.PLACEHOLDER),
    ("blah blah blah", Effort.PLACEHOLDER),
    ("I don't know", Effort.HELP),
    ("just tell me the answer", Effort.DEMAND),
    (ASK, Effort.QUESTION_PASTED),
    (TEXT, Effort.ARTICLE_PASTED),
    (TERMS, Effort.KEYWORDS),
    ("bees, danger, opinion, Ferrow, because, says", Effort.KEYWORDS),
    ("bees danger sting risk hive opinion", Effort.KEYWORDS),
    (f"{ASK} bees, sting, hurt, opinion, Ferrow", Effort.KEYWORDS),
    ("opinion Ferrow bees danger woman from the library not safe", Effort.KEYWORDS),
    (" ".join(phrase for phrases in CONCEPTS.values() for phrase in phrases), Effort.KEYWORDS),
]


@pytest.mark.parametrize("test", EVERY, ids=lambda test: test["check"])
@pytest.mark.parametrize(("reply", "effort"), NO_ANSWERS)
def test_no_answer_passes_a_question(test: dict[str, Any], reply: str, effort: Effort) -> None:
    result = assessed(reply, test)
    assert result.effort is effort
    assert not result.is_met
    assert set(result.verdicts.values()) == {Verdict.UNMET}


@pytest.mark.parametrize("test", EVERY, ids=lambda test: test["check"])
def test_the_same_reply_again_passes_no_question(test: dict[str, Any]) -> None:
    result = assessed("It is bad!", test, history=["It is bad."])
    assert result.effort is Effort.REPEAT
    assert not result.is_met


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
@pytest.mark.parametrize("test", EVERY, ids=lambda test: test["check"])
def test_a_pasted_paragraph_meets_nothing_but_cites(test: dict[str, Any], paragraph: str) -> None:
    result = assessed(paragraph, test)
    assert not result.is_met or test is CITES


@pytest.mark.parametrize("sentence", [ROOF.words_of(sentence) for sentence in ROOF.sentences])
def test_a_pasted_sentence_meets_nothing_but_cites(sentence: str) -> None:
    verdicts = assessed(sentence, *(test for test in EVERY if test is not CITES)).verdicts
    assert Verdict.MET not in verdicts.values() or len(sentence.split()) < 5


# --- for any text whatever --------------------------------------------------------------------------------------------

WORDS = [
    *"""the hives are dangerous because Ferrow says it "3 in 100 people react badly to a sting" p3s1 p9s9 not
    author Pike opinion fact so , . ? ! “ ” ' - [p2s2] isn't dosent 140 30 i don't know what stung Six
    hives have stood on its roof since April, and one reader has been stung İ ß ﬁ é""".split(),
    *("\n", "\u200b", "\ud7ff", "\U0001f41d"),
]
REPLIES = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    st.sampled_from([TEXT, ASK, *PARAGRAPHS]),
)
WRONG = [MARKED_BAD, {"check": "attributes", "holder": "pike"}]
QUESTION = question(*EVERY, misconceptions=WRONG)
MANY = settings(max_examples=150)


@MANY
@given(REPLIES, st.lists(REPLIES, max_size=3))
def test_any_text_can_be_assessed_and_spans_lie_in_their_texts(reply: str, history: list[str]) -> None:
    result = assess(reply, QUESTION, ROOF, history)
    assert [finding.criterion for finding in result.findings] == [f"c{n}" for n in range(1, len(EVERY) + 1)]
    replies = [*history, reply]
    for finding in (*result.findings, *result.misconceptions):
        text = replies[-1 - finding.reply]
        for span in finding.judgement.spans:
            assert 0 <= span.start < span.end <= len(text)
        for span in finding.judgement.article:
            assert 0 <= span.start < span.end <= len(ROOF.text)
        assert finding.quote in text
        assert finding.judgement.reason


@MANY
@given(REPLIES, REPLIES)
def test_assess_is_pure(reply: str, other: str) -> None:
    first = assess(reply, QUESTION, ROOF)
    assess(other, QUESTION, ROOF, [reply])
    again = assess(
        reply, question(*EVERY, misconceptions=[MARKED_BAD, {"check": "attributes", "holder": "pike"}]), ROOF
    )
    assert first == again == assess(reply, QUESTION, ROOF)


_ASSESS_SOME = """
from tests.rubric.test_assess import QUESTION, ROOF, SOME, assess
print([assess(reply, QUESTION, ROOF, SOME[:at]) for at, reply in enumerate(SOME)])
"""
SOME = [
    "the hivs are dangerus becuase 3 in 100 react badly",
    "Ferrow and Pike say so, not the author, it is an oppinion and no fact",
    '"Nine hives have stood on its roof" [p1s2] so bees, hives and insects are a risk',
]


def test_assess_is_the_same_in_every_process() -> None:
    # Sets of words have another order in each.
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _ASSESS_SOME],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


@MANY
@given(REPLIES, st.lists(REPLIES, min_size=1, max_size=3))
def test_earlier_answers_make_no_finding_worse(reply: str, history: list[str]) -> None:
    alone, together = assess(reply, QUESTION, ROOF), assess(reply, QUESTION, ROOF, history)
    if together.effort is not Effort.REPEAT:
        assert together.effort is alone.effort
        for name, verdict in alone.verdicts.items():
            assert together.verdicts[name].rank >= verdict.rank
        assert together.misconceptions == alone.misconceptions or not alone.effort.is_answer


@MANY
@given(REPLIES)
def test_what_is_no_answer_meets_nothing(reply: str) -> None:
    result = assess(reply, QUESTION, ROOF)
    assert result.effort.is_answer or all(verdict is Verdict.UNMET for verdict in result.verdicts.values())


# --- growth -----------------------------------------------------------------------------------------------------------

LONG = {
    "prose": "the hives are a big risk because some small kids play there and Ferrow says nothing of it. " * 600,
    "one sentence": "a " * 5_000,
    "digits": "1" * 20_000,
    "doubt": "i do not know " * 2_000,
    "connectives": "because " * 3_000,
    "negations": "not " * 5_000 + "danger",
    "denials": "never a danger " * 1_300,
    "holders": "Ferrow says Pike says " * 1_200,
    "concepts": "hive danger " * 2_000,
    "quotation marks": '"a" ' * 5_000,
    "quotations": '"3 in 100 people react" ' * 800,
    "open quotation marks": '"' * 20_000,
    "apostrophes": "'a " * 6_000,
    "addresses": "p3s1 " * 4_000,
    "spelled addresses": "paragraph 3, sentence 1 " * 900,
    "half addresses": "paragraph " * 2_000,
    "commas": ", " * 10_000,
    "full stops": "a. " * 6_000,
    "clauses": "the bees react badly to you, " * 700,
    "slips": "dangerus opinon hivs evidance " * 700,
    "made-up words": " ".join(f"zq{n}xk" for n in range(3_000)),
    "one word": "a" * 20_000,
    "spaces": " " * 20_000,
    "line ends": "\n" * 20_000,
    "orders": "please just now so ok " * 1_000,
    "placeholders": "my the a test sample " * 1_000,
    "article": TEXT * 20,
    "question": ASK * 150,
    "figures": "140 3 100 " * 2_000,
    "dots": "... " * 5_000,
    "terms": ", ".join(f"term{n}" for n in range(3_000)),
    "sentences": ". ".join(f"word{n}" for n in range(3_000)),
    "combining": "e\u0301" * 10_000,
}


@pytest.mark.parametrize("name", LONG)
def test_the_work_grows_with_the_reply_and_no_faster(name: str) -> None:
    assess(LONG[name], QUESTION, ROOF)  # ten thousand words break nothing
    grows_linearly(lambda reply: assess(reply, QUESTION, ROOF), lambda size: LONG[name][-size:], 1_000)


@pytest.mark.parametrize("name", LONG)
def test_so_does_that_of_the_checks_by_themselves(name: str) -> None:
    # Much of the above is no answer, and never reaches them.
    def judge_all(reading: Reading) -> None:
        for criterion in QUESTION.criteria:
            criterion.test.judge(reading)

    judge_all(read(LONG[name][:LONGEST_REPLY]))
    grows_linearly(judge_all, lambda size: read(LONG[name][-size:]), 1_000)


def test_a_reply_longer_than_anybody_types_is_cut() -> None:
    said = " ".join(f"kid {n}" for n in range(3_000))
    assert assessed(f"{said[:1_000]} p3s1", CITES).findings[0].judgement.aspect is Aspect.CITED
    assert assessed(f"{said} p3s1", CITES).findings[0].judgement.aspect is Aspect.MISSING
