"""What feedback may be: all that the phrasing says is, and what is not is told."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.feedback.every_move import ARTICLE, NEXT, OPEN, every_move, finding, references, reply_of
from tutor.dialogue.moves import Ask, Challenge, Close, Define, Move, Outcome, Probe, Summarise
from tutor.feedback import Phrasing, Wording, faults
from tutor.feedback.banks import Phrase
from tutor.feedback.lawful import MOST_WORDS, words_of_its_own
from tutor.rubric.model import Aspect, Verdict

PHRASING = Phrasing()


def test_every_move_is_lawful_and_so_is_every_wording() -> None:
    by_bank: defaultdict[str, list[Move]] = defaultdict(list)
    for position, move in enumerate(every_move()):
        wording = PHRASING.word(move, position=position)
        assert not faults(wording, move, ARTICLE, reply_of(move)), (wording.text, move)
        for name in wording.phrases:
            by_bank[name.rpartition(".")[0]].append(move)
    for bank, phrases in PHRASING.banks.items():
        if bank.startswith("line."):
            continue  # no part of a feedback: test_lines.py
        for phrase in phrases:
            rivals = [rival.name for rival in phrases if rival is not phrase]
            worded = ((move, PHRASING.word(move, used=rivals)) for move in by_bank[bank])
            said = list(islice(((m, wording) for m, wording in worded if phrase.name in wording.phrases), 5))
            assert said, phrase.name
            for move, wording in said:
                assert not faults(wording, move, ARTICLE, reply_of(move)), (wording.text, move)


TEXTS = st.text(max_size=300) | st.text(alphabet="ab “”\"'‘’?!.{}[]%\\\n\x1b\u202e\u200d🙂é", max_size=60)


@settings(max_examples=400)
@given(
    quote=TEXTS,
    word=TEXTS,
    aspect=st.sampled_from(Aspect),
    verdict=st.sampled_from(Verdict),
    at=st.lists(st.sampled_from(["p1", "p4s2", "p12s3-p14"]), max_size=4),
    position=st.integers(0, 500),
)
def test_whatever_the_learner_writes_the_feedback_is_lawful(
    quote: str, word: str, aspect: Aspect, verdict: Verdict, at: list[str], position: int
) -> None:
    one = finding("cites", aspect, verdict, quote, at, [word])
    moves = (
        Probe(open=OPEN, confirm=(one, one), finding=one, times=1, probes=()),
        Challenge(open=OPEN, confirm=(), finding=one, challenge=None),
        Close(open=OPEN, outcome=Outcome.ATTEMPTS, confirm=(one,), reread=references(*at), next=NEXT),
        Define(open=OPEN, word=word, meaning=None),
    )
    for move in moves:
        wording = PHRASING.word(move, position=position)
        assert not faults(wording, move, ARTICLE, quote), wording.text


PROBE = Probe(open=OPEN, confirm=(), finding=finding("cites", Aspect.MISSING), times=1, probes=("Which one?",))


@pytest.mark.parametrize(
    ("say", "asking", "fault"),
    [
        ("You quote it.", "Which? And why?", "question marks"),
        ("You quote it.", "Tell me which one.", "question marks"),
        ("Do you? You do.", "Which one is it?", "question marks"),
        ("", "Which one is it?", "0 sentences"),
        ("One. Two. Three. Four.", "Which one is it?", "4 sentences"),
        ("You quote it.", "Look again. Which one is it?", "more than one sentence"),
        ("You quote “all of it”.", "Which one is it?", "Nobody wrote"),
        ("You quote “cost 4”.", "Which one is it?", "Nobody wrote"),
        ("You quote “the levy.", "Which one is it?", "without a partner"),
        ('You quote "the levy".', "Which one is it?", "quotation mark"),
        ("You [b]quote[/b] it.", "Which one is it?", "markup"),
        ("You quote\x07 it.", "Which one is it?", "U+0007"),
        ("You quote\u202e it.", "Which one is it?", "U+202E"),
        ("word " * 60 + ".", "Which one is it?", "words"),
    ],
)
def test_what_is_not_lawful_is_told(say: str, asking: str, fault: str) -> None:
    assert any(fault in told for told in faults(Wording(say, asking), PROBE, ARTICLE, "the levy is here"))


@pytest.mark.parametrize(
    "say",
    [
        "You quote “Forty cranes turn”.",
        "You quote “forty Cranes …”.",
        "You write “the levy is here”.",
        "It says “‘We will be gone by spring,’ she”.",
    ],
)
def test_what_stands_in_article_or_reply_may_be_quoted(say: str) -> None:
    assert faults(Wording(say, "Which one?"), PROBE, ARTICLE, "the levy is here") == ()


def test_an_ask_is_lawful_as_the_question_alone_and_a_summary_without_one() -> None:
    ask = Ask(open=OPEN, number=1, total=1)
    assert faults(Wording("", OPEN.asking), ask, ARTICLE, "") == ()
    assert faults(Wording("You read it.", ""), Summarise(shown=()), ARTICLE, "") == ()
    assert faults(Wording("You read it?", ""), Summarise(shown=()), ARTICLE, "")


def test_the_lessons_own_words_are_not_counted() -> None:
    long = "Which of these? ".replace("?", ",") + "word " * 80 + "or not?"
    move = Probe(open=OPEN, confirm=(), finding=finding("cites", Aspect.MISSING), times=1, probes=(long,))
    wording = PHRASING.word(move)
    assert wording.asking == long
    assert words_of_its_own(wording, move) < MOST_WORDS
    assert faults(wording, move, ARTICLE, "") == ()


def test_two_long_quotations_are_shortened_until_they_fit() -> None:
    quote = "word " * 40
    aspects = (Aspect.QUOTED, Aspect.REASONED)
    confirm = [finding("cites", one, Verdict.MET, f"{one} {quote}", ["p1s1", "p2s2"]) for one in aspects]
    missing = finding("mentions", Aspect.NEGATED, quote=quote)
    for position in range(40):
        move = Probe(open=OPEN, confirm=tuple(confirm), finding=missing, times=1, probes=())
        assert words_of_its_own(PHRASING.word(move, position=position), move) <= MOST_WORDS


def test_phrases_are_filled_without_being_read_again() -> None:
    phrase = Phrase("x.y.1", ("You write ", "quote", " (", "address", ")."))
    assert phrase.fill({"quote": "{address}", "address": "{quote}"}) == "You write {address} ({quote})."
