"""Moves to words: what is said, what is repeated, what is never given away."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

import pytest

from tests.feedback.every_move import NASTY, NEXT, OPEN, every_move, finding, references, reply_of
from tutor.dialogue.moves import Ask, Challenge, Close, Define, Hint, Outcome, Probe, Redirect, Rung, Shown, Summarise
from tutor.feedback import Phrasing
from tutor.feedback.choice import fitting
from tutor.lesson.kinds import Kind
from tutor.rubric.model import Aspect, Effort, Verdict

QUOTED = finding("cites", Aspect.QUOTED, Verdict.MET, "two of the three cranes stood idle", ["p3s3"])
REASONED = finding("reasons", Aspect.REASONED, Verdict.MET, "because ships stay away")
MISSING = finding("cites", Aspect.MISSING)


@cache
def phrasing() -> Phrasing:
    return Phrasing()


def text(move: object, **rest: int) -> str:
    return phrasing().word(move, **rest).text


def test_an_ask_is_the_question_and_nothing_else() -> None:
    wording = phrasing().word(Ask(open=OPEN, number=1, total=2))
    assert (wording.say, wording.asking, wording.text) == ("", OPEN.asking, OPEN.asking)


def test_a_confirmation_repeats_what_the_learner_wrote_and_where_it_stands() -> None:
    probe = Probe(open=OPEN, confirm=(QUOTED,), finding=MISSING, times=1, probes=("Which sentence?",))
    for position in range(9):
        wording = phrasing().word(probe, position=position)
        assert "“two of the three cranes stood idle”" in wording.say
        assert wording.asking == "Which sentence?"


def test_an_address_is_said_back_as_a_place_and_not_as_words_of_the_learner() -> None:
    some = finding("cites", Aspect.SOME, Verdict.PARTLY, "[p3s3]", ["p3s3"])
    probes = [Probe(open=OPEN, confirm=(some,), finding=MISSING, times=1, probes=("And?",)) for _ in range(9)]
    probes += [Probe(open=OPEN, confirm=(), finding=some, times=1, probes=("And?",)) for _ in range(9)]
    said = [phrasing().word(probe, position=position).say for position, probe in enumerate(probes)]
    assert any("p3s3" in text for text in said)
    assert not any("“" in text for text in said)


def test_of_many_confirmations_two_are_named_and_the_rest_counted() -> None:
    confirm = (finding("length", Aspect.LONG_ENOUGH, Verdict.MET), REASONED, QUOTED)
    said = phrasing().word(Close(open=OPEN, outcome=Outcome.MET, confirm=confirm, reread=(), next=NEXT)).say
    assert "cranes" in said
    assert "because" in said
    assert "1 more" in said


def test_a_part_that_is_a_slip_is_not_confirmed() -> None:
    altered = finding("cites", Aspect.ALTERED, Verdict.PARTLY, "14 cranes", ["p1s1"], ["14"])
    hint = Hint(open=OPEN, confirm=(altered,), rung=Rung.NUDGE, say="Look.", focus=(), effort=Effort.ANSWER)
    assert "14" not in text(hint)


def test_the_teachers_probes_come_first_and_then_built_in_ones() -> None:
    def asking(times: int) -> str:
        return phrasing().word(Probe(open=OPEN, confirm=(), finding=MISSING, times=times, probes=("A?", "B?"))).asking

    assert (asking(1), asking(2)) == ("A?", "B?")
    assert asking(3) not in ("A?", "B?")


def test_an_altered_quotation_is_asked_about_as_the_learner_wrote_it() -> None:
    altered = finding("cites", Aspect.ALTERED, Verdict.UNMET, "the levy would cost 14 jobs", ["p1s2"], ["14", "number"])
    for position in range(20):
        said = text(Probe(open=OPEN, confirm=(), finding=altered, times=1, probes=("How?",)), position=position)
        assert "“14”" in said
        assert "p1s2" in said
        assert "40" not in said
        assert "How?" not in said


def test_a_word_that_the_learner_did_not_write_is_not_put_in_their_mouth() -> None:
    dropped = finding("cites", Aspect.ALTERED, Verdict.UNMET, "it would cost jobs", ["p1s2"], ["not", "negation"])
    label = finding("labels", Aspect.WRONG_LABEL, Verdict.UNMET, "you can check that", (), ["fact"])
    for position in range(20):
        assert "“not”" not in text(Probe(open=OPEN, confirm=(), finding=dropped, times=1, probes=()), position=position)
        assert "“fact”" not in text(Probe(open=OPEN, confirm=(), finding=label, times=1, probes=()), position=position)


def test_an_address_that_the_article_does_not_have_is_named() -> None:
    nowhere = finding("cites", Aspect.INVENTED, Verdict.UNMET, "[p99s2]")
    assert "p99s2" in text(Probe(open=OPEN, confirm=(), finding=nowhere, times=1, probes=()))


def test_a_wrong_holder_is_asked_about_even_without_a_challenge() -> None:
    wrong = finding("attributes", Aspect.WRONG_HOLDER, Verdict.UNMET, "the author says so", (), ["the author"])
    wording = phrasing().word(Challenge(open=OPEN, confirm=(), finding=wrong, challenge=None))
    assert "“the author”" in wording.say
    assert wording.asking.endswith("?")


def test_a_hint_that_is_no_question_is_followed_by_the_open_one() -> None:
    def hint(say: str) -> tuple[str, str]:
        move = Hint(open=OPEN, confirm=(), rung=Rung.NUDGE, say=say, focus=(), effort=Effort.HELP)
        wording = phrasing().word(move)
        return wording.say, wording.asking

    assert hint("Look at the numbers")[0].endswith("Look at the numbers.")
    assert hint("Look at the numbers")[1] == OPEN.asking
    assert hint("What did they count?")[1] == "What did they count?"


@pytest.mark.parametrize("kind", Kind)
def test_hints_of_every_kind_name_where_to_look(kind: Kind) -> None:
    opened = type(OPEN)("q", kind, OPEN.asking)
    for position in range(6):
        move = Hint(
            open=opened, confirm=(), rung=Rung.WHERE, say=None, focus=references("p4s2", "p5"), effort=Effort.ANSWER
        )
        assert "p4s2 and p5" in text(move, position=position)
    step = Hint(open=opened, confirm=(), rung=Rung.STEP, say=None, focus=(), effort=Effort.HELP)
    assert phrasing().word(step).asking != OPEN.asking


def test_the_second_reply_that_is_no_answer_gets_an_easier_question() -> None:
    assert phrasing().word(Redirect(open=OPEN, effort=Effort.KEYWORDS, times=1)).asking == OPEN.asking
    assert phrasing().word(Redirect(open=OPEN, effort=Effort.KEYWORDS, times=2)).asking != OPEN.asking


def test_a_definition_ends_in_the_open_question() -> None:
    known = Define(open=OPEN, word="levy", meaning="a charge that all have to pay", focus=references("p2s1"))
    assert "“levy”" in text(known)
    assert "a charge that all have to pay." in text(known)
    assert text(known).endswith(f"p2s1. {OPEN.asking}")
    assert "levy or quay" in text(Define(open=OPEN, word="levi", meaning=None, near=("levy", "quay")))


def test_a_close_names_what_to_read_again_and_asks_the_next_question() -> None:
    move = Close(open=OPEN, outcome=Outcome.ATTEMPTS, confirm=(QUOTED,), reread=references("p3s3", "p7"), next=NEXT)
    for position in range(10):
        wording = phrasing().word(move, position=position)
        assert "p3s3 and p7" in wording.say
        assert wording.asking == NEXT.asking
    last = Close(open=OPEN, outcome=Outcome.MET, confirm=(), reread=(), next=None)
    assert phrasing().word(last).asking.endswith("?")


def test_a_summary_asks_nothing_and_gives_no_number() -> None:
    shown = (
        Shown("a", Kind.EVIDENCE, Outcome.MET, (QUOTED, REASONED)),
        Shown("b", Kind.VIEWPOINT, Outcome.ATTEMPTS, ()),
    )
    wording = phrasing().word(Summarise(shown=shown))
    lines = wording.text.splitlines()
    assert wording.asking == ""
    assert "?" not in wording.text
    assert lines[1].startswith("Evidence: ")
    assert "“two of the three cranes stood idle”" in lines[1]
    assert "open" in lines[2] or "not" in lines[2].lower() or "without" in lines[2]


def test_one_who_skipped_everything_is_not_thanked_for_reading() -> None:
    none = tuple(Shown(name, Kind.EVIDENCE, Outcome.SKIPPED, ()) for name in "ab")
    half = (*none, Shown("c", Kind.EVIDENCE, Outcome.SKIPPED, (QUOTED,)))
    for shown, tried in (none, "nothing"), (half, "something"):
        banks = {name.rpartition(".")[0] for name in phrasing().word(Summarise(shown=shown)).phrases}
        assert {f"summarise.opening.{tried}", f"summarise.closing.{tried}"} < banks


@pytest.mark.parametrize("nasty", NASTY[4:6])
def test_what_the_learner_typed_stays_as_typed(nasty: str) -> None:
    some = finding("mentions", Aspect.SOME, Verdict.PARTLY, nasty)
    assert f"“{nasty}”" in text(Probe(open=OPEN, confirm=(), finding=some, times=1, probes=()))


def test_the_same_move_gets_the_same_words() -> None:
    other = Phrasing()
    for position, move in enumerate(every_move()):
        assert other.word(move, position=position) == phrasing().word(move, position=position)


def test_no_wording_comes_again_while_another_is_left() -> None:
    moves = [move for move in every_move() if not isinstance(move, Ask | Summarise)]
    used: list[str] = []
    for position, move in enumerate(moves[:: len(moves) // 200]):
        wording = phrasing().word(move, used=used, position=position)
        for name in wording.phrases:
            bank = name.rpartition(".")[0]
            counts = Counter(used)
            mine = phrase_needs()[name]
            rivals = [p.name for p in fitting(phrasing().banks, bank, mine)]
            assert counts[name] <= min(counts[rival] for rival in rivals if phrase_needs()[rival] <= mine)
            used.append(name)
    assert len(used) > 200


def test_two_hundred_moves_of_one_sort_use_every_wording_in_turn() -> None:
    move = Probe(open=OPEN, confirm=(QUOTED,), finding=MISSING, times=1, probes=())
    used: list[str] = []
    by_bank: defaultdict[str, list[str]] = defaultdict(list)
    for position in range(200):
        for name in phrasing().word(move, used=used, position=position).phrases:
            used.append(name)
            by_bank[name.rpartition(".")[0]].append(name)
    for names in by_bank.values():
        size = len(set(names))
        assert size >= 6
        for start in range(0, len(names) - size, size):
            assert len(set(names[start : start + size])) == size
        assert all(one != other for one, other in pairwise(names))


def test_no_feedback_has_the_articles_words_unless_the_learner_wrote_them() -> None:
    for position, move in enumerate(every_move()):
        if isinstance(move, Probe | Challenge):
            said = text(move, position=position)
            for secret in ("Lindgate", "40 ", "disgrace"):
                assert secret not in said or secret in reply_of(move)


@cache
def phrase_needs() -> dict[str, frozenset[str]]:
    return {phrase.name: phrase.needs for bank in phrasing().banks.values() for phrase in bank}
