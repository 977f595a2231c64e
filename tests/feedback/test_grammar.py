"""The grammar of a feedback: what can be written under it, what cannot, and that nothing quoted can break it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.feedback.every_move import NASTY
from tests.feedback.gbnf import Grammar
from tutor.feedback.closing import evened, force_close, in_two
from tutor.feedback.grammar import LEAST_QUESTION, Plan, grammar_of, one_of
from tutor.feedback.quoting import quoted

SPANS = ("“the cranes stood still”", "“the cranes”", "“jobs”", '“Is it [true] \\ or "not" …”')
PROBE = "Which sentence in paragraph 4 would you show a friend who doubts it?"
PLAN = Plan(
    statements=3,
    words=60,
    spans=SPANS,
    numbers=("388", "p4s2", "90,000"),
    asks=True,
    question=PROBE,
    question_is_free=True,
)
GRAMMAR = Grammar(grammar_of(PLAN))
ASK = "What does that show?"


def words(count: int) -> str:
    return "You " + "see " * (count - 2) + "it"


@pytest.mark.parametrize(
    "text",
    [
        f"You point to it. {ASK}",
        f"You quote “the cranes”. {ASK}",
        f"“The cranes” is not there. {ASK}".replace("The", "the"),
        f"You bring up “jobs”, and “the cranes stood still”. {ASK}",
        f"You name p4s2 and 388 ships; 90,000 is a number. {ASK}",
        f"You don’t say who. That's the sea-wall, isn’t it said. {ASK}",
        f"You take us there. That is one thing. One more is open. {ASK}",
        f"Señor Müller says so. {ASK}",
        f"You point to it. {PROBE}",
        "You point to it. In which sentence is that?",
        "You point to it. Who says “the cranes stood still”?",
        f"{words(24)}. {ASK}",
        f"{words(24)}. {words(18)}. {words(12)}. {ASK}",
        f'You have “Is it [true] \\ or "not" …”. {ASK}',
        f"You name NATO there. {ASK}",
    ],
)
def test_what_may_be_written(text: str) -> None:
    assert GRAMMAR.accepts(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ASK,
        "You point to it.",
        f"You point to it. {ASK} {ASK}",
        f"Do you see it? {ASK}",
        f"You point to it! {ASK}",
        f"You point to it.{ASK}",
        f"You point to it. {ASK}\n",
        f"You point to it.\n{ASK}",
        f" You point to it. {ASK}",
        f"you point to it. {ASK}",
        f"You see. {ASK}",  # two words
        f"One is here. Two is here. Three is here. Four is here. {ASK}",
        "You point to it. Does that show it?",  # answered by yes
        "You point to it. What is?",
        "You point to it. Tell me what that shows.",
        f"You quote “the crane”. {ASK}",
        f"You quote “the cranes. {ASK}",
        f"You quote the cranes”. {ASK}",
        f'You quote "the cranes". {ASK}',
        f"You quote ‘the cranes’. {ASK}",
        f"You quote «the cranes». {ASK}",
        f"You name 389 ships. {ASK}",
        f"You name 3 ships. {ASK}",
        f"You name p4s3 there. {ASK}",
        f"You name p4s2p4s2 there. {ASK}",
        f"You name 90,0000 there. {ASK}",
        f"You *point* to it. {ASK}",
        f"You [point] to it. {ASK}",
        f"You point to <|im_end|> it. {ASK}",
        f"You point\x07 to it. {ASK}",
        f"You point\u202e to it. {ASK}",
        f"You point\0 to it. {ASK}",
        f"You point to it (p4s2). {ASK}",
        f"You point to it … and on. {ASK}",
        f"You  point to it. {ASK}",
        f"YoU pOiNt to it. {ASK}",
        f"{words(25)}. {ASK}",
        f"{words(24)}. {words(19)}. {ASK}",
        f"{words(24)}. {words(18)}. {words(15)}. {ASK}",
        f"{words(24)}. {words(18)}. {words(12)}. What {'see ' * 5}it?",
        f"You point to it. What {'see ' * 18}it all?",
        f"You point to it. {PROBE.replace('4', '5')}",
        f"You point {'a' * 19} it. {ASK}",
        f"Кто points to it. {ASK}",
    ],
)
def test_what_may_not_be_written(text: str) -> None:
    assert not GRAMMAR.accepts(text)


STATEMENTS = Grammar(grammar_of(replace(PLAN, asks=False, statements=2, words=20)))


@pytest.mark.parametrize("text", ["You quote “jobs”.", "You quote “jobs”. That is one thing.", f"{words(20)}."])
def test_where_the_question_is_given_only_statements_are_written(text: str) -> None:
    assert STATEMENTS.accepts(text)


@pytest.mark.parametrize(
    "text", ["You quote it. Who says so then?", "One is here. Two is here. Three is here.", f"{words(21)}.", "You."]
)
def test_no_question_where_it_is_given_and_no_more_than_asked_for(text: str) -> None:
    assert not STATEMENTS.accepts(text)


def test_room_for_the_question_is_kept_after_every_statement() -> None:
    counted = replace(PLAN, question="Which of these " + "two or three " * 6 + "is it?", question_is_free=False)
    grammar = Grammar(grammar_of(counted))
    for said in range(3, 61):
        for text in (
            f"{words(min(said, 24))}.",
            f"{words(24)}. {words(said)}.",
            f"{words(24)}. {words(18)}. {words(said)}.",
        ):
            if grammar.begins(text):
                assert len(f"{text} {counted.question}".split()) <= 60
                assert grammar.accepts(f"{text} {counted.question}")


def test_a_question_that_is_none_is_not_offered() -> None:
    for question in ("Say more.", "What? And why?", "Which " + "long " * 80 + "one?"):
        text = grammar_of(replace(PLAN, question=question))
        assert "offered" not in text
        assert Grammar(text).accepts(f"You point to it. {ASK}")


TEXTS = (
    st.text(max_size=60) | st.sampled_from(NASTY) | st.text(alphabet='"\\[]{}()|*+?.::=#\n\r\0“”<>-^ abc', max_size=40)
)


@settings(max_examples=150)
@given(texts=st.lists(TEXTS, max_size=8), question=TEXTS)
def test_nothing_that_is_quoted_or_asked_changes_the_grammar(texts: list[str], question: str) -> None:
    spans = tuple(span for text in texts if (span := quoted(text, 12)))
    written = grammar_of(replace(PLAN, spans=spans, question=question))
    assert written.isascii()
    assert "\0" not in written
    assert "#" not in written
    grammar = Grammar(written)
    for span in spans:
        if len(span.split()) <= 13:
            assert grammar.accepts(f"You quote {span}. {ASK}"), span
    assert not grammar.accepts(f"You quote “nothing of the kind at all”. {ASK}")


@pytest.mark.parametrize("count", [0, 6, 40, 400])
def test_a_grammar_stays_small(count: int) -> None:
    spans = [f"“the {'cranes ' * (number % 11)}stood {number:04}”" for number in range(count)]
    written = grammar_of(replace(PLAN, spans=spans[:40]))
    assert len(written) < 60_000
    assert written.count("\n") < 500


@given(st.lists(st.text(alphabet="abé “”", min_size=1, max_size=6), min_size=1, max_size=12, unique=True))
def test_common_beginnings_are_written_once(texts: list[str]) -> None:
    grammar = Grammar(f"root ::= {one_of(texts)}")
    assert all(grammar.accepts(text) for text in texts)
    assert not any(grammar.accepts(text + "c") for text in texts)
    for text in texts:
        assert grammar.accepts(text[:-1]) == (text[:-1] in texts)


@pytest.mark.parametrize(
    ("text", "say"),
    [
        ("You point to it. What does", "You point to it."),
        ("You point to it. One more is op", "You point to it."),
        ("You point to it.", "You point to it."),
        ("You point to it. Two. Thr", "You point to it. Two."),
        ("You quote “a. b. c” and", None),
        ("You quote “a. b. c”. And", "You quote “a. b. c”."),
        ("You say it. You quote “a. b.", "You say it."),
        ("You say it. Who is it? And then. More", "You say it."),
        ("You poi", None),
        ("", None),
        ("Who is it?", None),
    ],
)
def test_a_text_that_broke_off_is_closed_with_the_question_at_hand(text: str, say: str | None) -> None:
    closed = force_close(text, PROBE)
    assert (closed and closed.say) == say
    if closed:
        assert closed.asking == PROBE


@pytest.mark.parametrize(
    ("text", "say", "asking"),
    [
        (f"You say it. {ASK}", "You say it.", ASK),
        (f"You say it. You do. {ASK}", "You say it. You do.", ASK),
        ("You quote “a. b?”. Who says “c. d”?", "You quote “a. b?”.", "Who says “c. d”?"),
        (ASK, "", ASK),
        ("You say it.", "You say it.", ""),
    ],
)
def test_statements_and_question_are_parted(text: str, say: str, asking: str) -> None:
    assert in_two(text) == (say, asking)


def test_apostrophes_are_made_typographic_and_letters_whole() -> None:
    assert evened("  That's cafe\u0301 “it's”. \n") == "That’s café “it’s”."


def test_the_shortest_question_always_fits() -> None:
    assert replace(PLAN, question_is_free=True).reserve == LEAST_QUESTION


def test_llama_cpp_reads_every_grammar(tmp_path) -> None:
    llama = pytest.importorskip("llama_cpp")
    making = pytest.importorskip("tests.model.making")
    parameters = llama.llama_model_default_params()
    parameters.vocab_only = True
    model = llama.llama_model_load_from_file(str(making.tiny(tmp_path / "tiny.gguf")).encode(), parameters)
    vocabulary = llama.llama_model_get_vocab(model)
    spans = tuple(span for text in NASTY if (span := quoted(text, 12)))
    for plan in (PLAN, replace(PLAN, spans=spans), replace(PLAN, spans=(), numbers=()), replace(PLAN, asks=False)):
        sampler = llama.llama_sampler_init_grammar(vocabulary, grammar_of(plan).encode(), b"root")
        assert sampler
        llama.llama_sampler_free(sampler)
    llama.llama_model_free(model)
