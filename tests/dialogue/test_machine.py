"""The rules of the dialogue, one by one, and what holds for every dialogue there can be."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dialogue.conftest import answer
from tutor.article import Article, parse_reference
from tutor.dialogue.machine import LADDER_AT_LEAST, PROBES, respond, start
from tutor.dialogue.moves import Ask, Challenge, Close, Define, Hint, Move, Outcome, Probe, Redirect, Rung, Summarise
from tutor.dialogue.state import State
from tutor.dialogue.turns import DefineWanted, HintWanted, Reply, SkipWanted, Turn
from tutor.lesson.model import Lesson
from tutor.rubric.model import Assessment, Effort

NOTHING = answer(cites="unmet", holder="unmet")
CITED = answer(cites="met", holder="unmet")
ALL = answer(cites="met", holder="met")
EMPTY = answer(effort=Effort.EMPTY, cites="unmet", holder="unmet")
HELP = answer(effort=Effort.HELP, cites="unmet", holder="unmet")
DEMAND = answer(effort=Effort.DEMAND, cites="unmet", holder="unmet")


class Play:
    """A dialogue being played: what was said, and the moves that followed, turn by turn."""

    def __init__(self, lesson: Lesson, article: Article) -> None:
        self.lesson, self.article = lesson, article
        self.state, self.moves = start(lesson)

    def turn(self, turn: Turn) -> tuple[Move, ...]:
        self.state, self.moves = respond(self.lesson, self.article, self.state, turn)
        return self.moves

    def replies(self, *assessments: Assessment) -> list[Move]:
        """The first move after each of these replies."""
        return [self.turn(Reply(f"reply {n}", a))[0] for n, a in enumerate(assessments)]


@pytest.fixture
def play(lesson: Lesson, article: Article) -> Play:
    return Play(lesson, article)


def test_it_opens_with_the_first_question(play: Play) -> None:
    (ask,) = play.moves
    assert isinstance(ask, Ask)
    assert (ask.number, ask.total, ask.open.asking) == (1, 2, "Whose view is it that a longer day would do harm?")
    assert ask.focus == (parse_reference("p2"),)


def test_an_answer_that_meets_all_closes_and_asks_the_next(play: Play) -> None:
    close, ask = play.turn(Reply("Bell says so (p2s2)", ALL))
    assert isinstance(close, Close)
    assert isinstance(ask, Ask)
    assert close.outcome is Outcome.MET
    assert [finding.criterion for finding in close.confirm] == ["cites", "holder"]
    assert close.next == ask.open
    assert close.reread == ()


def test_the_first_unmet_criterion_in_the_teachers_order_is_probed_and_what_is_met_confirmed(play: Play) -> None:
    (probe,) = play.turn(Reply("It is in p2s2", CITED))
    assert isinstance(probe, Probe)
    assert probe.finding.criterion == "holder"
    assert [finding.criterion for finding in probe.confirm] == ["cites"]
    assert probe.open.asking == "Who says so?"


def test_a_second_probe_takes_the_second_wording(play: Play) -> None:
    first, second = play.replies(NOTHING, NOTHING)
    assert isinstance(first, Probe)
    assert isinstance(second, Probe)
    assert (first.open.asking, second.open.asking) == ("Where is that?", "Which sentence is it?")
    assert (first.times, second.times) == (1, 2)


def test_probed_twice_in_vain_the_hint_ladder_starts(play: Play) -> None:
    moves = play.replies(NOTHING, NOTHING, NOTHING, NOTHING)
    assert [type(move) for move in moves] == [Probe, Probe, Hint, Hint]
    nudge, where = moves[2:]
    assert isinstance(nudge, Hint)
    assert isinstance(where, Hint)
    assert (nudge.rung, nudge.say, nudge.focus) == (Rung.NUDGE, "Look for a word of speaking.", ())
    assert (where.rung, where.focus) == (Rung.WHERE, (parse_reference("p2s2"),))


def test_the_ladder_has_three_rungs_even_where_the_teacher_wrote_fewer(play: Play) -> None:
    rungs = [move.rung for move in play.replies(*[HELP] * 4) if isinstance(move, Hint)]
    assert rungs == [Rung.NUDGE, Rung.WHERE, Rung.COMPLETE, Rung.STEP]


def test_three_calls_for_help_get_a_smaller_step_not_a_fourth_hint(play: Play) -> None:
    *_, last = play.replies(HELP, HELP, HELP, HELP)
    assert isinstance(last, Hint)
    assert (last.rung, last.say) == (Rung.STEP, None)


def test_who_insists_on_the_answer_gets_the_next_hint(play: Play) -> None:
    first, second = play.replies(DEMAND, DEMAND)
    assert isinstance(first, Hint)
    assert isinstance(second, Hint)
    assert (first.rung, second.rung) == (Rung.NUDGE, Rung.WHERE)
    assert first.effort is Effort.DEMAND


def test_calls_for_help_cost_no_attempt_while_help_is_left(play: Play) -> None:
    play.replies(HELP, HELP, HELP, HELP)
    assert play.state.thread.vain == 0


def test_when_attempts_run_out_the_question_closes_kindly_and_names_what_to_reread(play: Play) -> None:
    moves = play.replies(*[NOTHING] * 5)
    close = moves[-1]
    assert isinstance(close, Close)
    assert close.outcome is Outcome.ATTEMPTS
    assert close.reread == (parse_reference("p2s2"),)
    assert close.confirm == ()


class TestOpenQuestions:
    """Any honest answer will do: one further question, and then thanks."""

    @pytest.fixture
    def play(self, open_lesson: Lesson, article: Article) -> Play:
        return Play(open_lesson, article)

    def test_the_second_answer_closes_it_whatever_the_criteria_say(self, play: Play) -> None:
        probe, close = play.replies(NOTHING)[0], play.replies(CITED)[0]
        assert isinstance(probe, Probe)
        assert isinstance(close, Close)
        assert (close.outcome, close.reread, close.open.openly) == (Outcome.THANKED, (), True)
        assert [finding.criterion for finding in close.confirm] == ["cites"]

    def test_one_that_meets_them_closes_it_at_once(self, play: Play) -> None:
        close = play.replies(ALL)[0]
        assert isinstance(close, Close)
        assert close.outcome is Outcome.MET

    def test_what_is_no_answer_is_not_thanked_for(self, play: Play) -> None:
        assert isinstance(play.replies(HELP)[0], Hint)
        assert isinstance(play.replies(EMPTY)[0], Redirect)
        assert not play.state.outcomes

    def test_who_skips_it_is_sent_where_it_is_about(self, play: Play) -> None:
        close = play.turn(SkipWanted())[0]
        assert isinstance(close, Close)
        assert close.reread == (parse_reference("p2"),)


def test_progress_costs_no_attempt(play: Play) -> None:
    play.replies(NOTHING, CITED)
    assert play.state.thread.vain == 1


def test_a_misconception_is_challenged_before_anything_else_even_when_all_is_met(play: Play) -> None:
    (challenge,) = play.turn(Reply("x", answer(("neighbours",), cites="met", holder="met")))
    assert isinstance(challenge, Challenge)
    assert challenge.challenge == "What do they want?"
    assert challenge.open.asking == "What do they want?"
    assert not play.state.outcomes


def test_the_wrong_holder_is_challenged_without_words_of_the_teachers(play: Play) -> None:
    (challenge,) = play.turn(Reply("x", answer(("holder",), cites="met", holder="unmet")))
    assert isinstance(challenge, Challenge)
    assert challenge.challenge is None


def test_a_misconception_challenged_twice_gets_a_hint(play: Play) -> None:
    wrong = answer(("neighbours",), cites="unmet", holder="unmet")
    assert [type(move) for move in play.replies(wrong, wrong, wrong)] == [Challenge, Challenge, Hint]


@pytest.mark.parametrize("effort", [e for e in Effort if e not in (Effort.ANSWER, Effort.HELP, Effort.DEMAND)], ids=str)
def test_what_is_no_answer_leads_back(play: Play, effort: Effort) -> None:
    first, second, third = play.replies(*[answer(effort=effort, cites="unmet", holder="unmet")] * 3)
    assert isinstance(first, Redirect)
    assert isinstance(second, Redirect)
    assert (first.effort, first.times, second.times) == (effort, 1, 2)
    assert isinstance(third, Hint)
    assert play.state.history == ()


def test_a_question_of_the_learners_own_is_led_to_where_the_article_speaks_of_it(play: Play) -> None:
    question = answer(effort=Effort.OWN_QUESTION, cites="unmet", holder="unmet")
    (redirect,) = play.turn(Reply("What does the flour cost?", question))
    assert isinstance(redirect, Redirect)
    assert [str(place) for place in redirect.focus] == ["p1s2"]
    (redirect,) = play.turn(Reply("Is it raining?", question))
    assert isinstance(redirect, Redirect)
    assert redirect.focus == ()


def test_what_is_no_answer_never_closes_a_question_as_met(play: Play) -> None:
    play.turn(Reply("all, but wrong", answer(("neighbours",), cites="met", holder="met")))
    (move,) = play.turn(Reply("asdf", answer(effort=Effort.GIBBERISH, cites="met", holder="met")))
    assert isinstance(move, Redirect)


def test_skip_closes_and_goes_on(play: Play) -> None:
    close, ask = play.turn(SkipWanted())
    assert isinstance(close, Close)
    assert isinstance(ask, Ask)
    assert close.outcome is Outcome.SKIPPED
    assert close.reread == (parse_reference("p2s2"),)


def test_the_last_question_is_followed_by_the_summary(play: Play) -> None:
    play.turn(Reply("Bell (p2s2)", ALL))
    close, summary = play.turn(SkipWanted())
    assert isinstance(close, Close)
    assert isinstance(summary, Summarise)
    assert close.next is None
    assert [(row.question, row.outcome) for row in summary.shown] == [
        ("whose", Outcome.MET),
        ("source", Outcome.SKIPPED),
    ]
    assert play.state.finished
    assert play.turn(HintWanted()) == ()


@pytest.mark.parametrize(
    ("word", "meaning", "near"),
    [
        ("flour", "what bread is made of", ()),
        ("FLOURS", "what bread is made of", ()),
        ("flower", None, ("flour",)),
        ("owner", None, ()),
        ("", None, ()),
    ],
)
def test_define_looks_a_word_up_whatever_its_form(play: Play, word: str, meaning: str | None, near: tuple[str]) -> None:
    (define,) = play.turn(DefineWanted(word))
    assert isinstance(define, Define)
    assert (define.meaning, define.near) == (meaning, near)


def test_define_says_where_the_word_stands(play: Play) -> None:
    (define,) = play.turn(DefineWanted("neighbour"))
    assert isinstance(define, Define)
    assert [str(place) for place in define.focus] == ["p2s1"]


def assessments() -> st.SearchStrategy[Assessment]:
    verdicts = st.sampled_from(["met", "partly", "unmet"])
    wrong = st.sampled_from([(), (), (), ("neighbours",), ("holder",)])
    return st.builds(
        lambda effort, wrong, cites, holder: (
            answer(wrong, cites=cites, holder=holder)
            if effort is Effort.ANSWER
            else answer(effort=effort, cites="unmet", holder="unmet")
        ),
        st.sampled_from([Effort.ANSWER] * 4 + list(Effort)),
        wrong,
        verdicts,
        verdicts,
    )


TURNS = st.lists(
    st.one_of(
        st.builds(Reply, st.text(max_size=5), assessments()),
        st.just(HintWanted()),
        st.just(SkipWanted()),
        st.builds(DefineWanted, st.text(max_size=8)),
    ),
    max_size=60,
)


def run(lesson: Lesson, article: Article, turns: Sequence[Turn]) -> tuple[State, list[tuple[Move, ...]]]:
    state, moves = start(lesson)
    log = [moves]
    for turn in turns:
        state, moves = respond(lesson, article, state, turn)
        log.append(moves)
    return state, log


@given(turns=TURNS)
def test_every_dialogue_obeys(lesson: Lesson, article: Article, turns: list[Turn]) -> None:
    state, log = run(lesson, article, turns)
    assert (state, log) == run(lesson, article, turns), "the same turns give the same dialogue"
    flat = [move for moves in log for move in moves]
    hints = [move for move in flat if isinstance(move, Hint) and move.open.question == "whose"]
    ladder = [move.rung for move in hints if move.rung is not Rung.STEP]
    assert ladder == [Rung.NUDGE, Rung.WHERE, Rung.COMPLETE][: len(ladder)], "each rung once, in order"
    probes = [(m.open.question, m.finding.criterion) for m in flat if isinstance(m, Probe)]
    assert all(probes.count(probe) <= PROBES for probe in probes)
    closes = [move.open.question for move in flat if isinstance(move, Close)]
    assert closes == ["whose", "source"][: len(closes)], "each question closes once, in the teacher's order"
    assert len([move for move in flat if isinstance(move, Summarise)]) == state.finished
    for turn, moves in zip(turns, log[1:], strict=True):
        if isinstance(turn, Reply) and not turn.assessment.effort.is_answer:
            assert not any(isinstance(move, Close) and move.outcome is Outcome.MET for move in moves)
        assert len(moves) <= 2


@given(turns=TURNS, cut=st.integers(0, 60))
def test_a_dialogue_taken_up_again_goes_on_the_same(
    lesson: Lesson, article: Article, turns: list[Turn], cut: int
) -> None:
    state, _ = run(lesson, article, turns[:cut])
    for turn in turns[cut:]:
        state, _ = respond(lesson, article, state, turn)
    assert state == run(lesson, article, turns)[0]


@pytest.mark.parametrize("assessment", [NOTHING, EMPTY, HELP, DEMAND, answer(effort=Effort.OWN_QUESTION)], ids=str)
def test_every_question_comes_to_an_end_whatever_is_said(play: Play, assessment: Assessment) -> None:
    for _ in range(60):
        play.turn(Reply("x", assessment))
    assert play.state.finished


def test_a_ladder_is_never_shorter_than_the_built_in_one() -> None:
    assert LADDER_AT_LEAST == 3
