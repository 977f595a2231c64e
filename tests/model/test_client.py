"""The worker from the program's side: asked, stopped, killed, replaced, and never an error."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.model import making
from tests.model.test_worker import HERE, is_running
from tests.model.workers import ENDLESS, SHORT, asked, is_asked, is_at_it, meanwhile, needs_llama, until, worker
from tutor.model.client import RESTARTS, Worker
from tutor.model.request import Ending, Model

pytestmark = needs_llama

posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
# What takes the slow model a second or two to read, and more tokens than it writes before somebody stops it.
LONG = "A harbour is a place where ships are safe. " * 34
MANY = 1_900
YES = 'root ::= "yes"'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="module")
def tiny(folder: Path) -> Path:
    return making.tiny(folder / "tiny.gguf")


@pytest.fixture(scope="module")
def slow(folder: Path) -> Path:
    return making.tiny(folder / "slow.gguf", width=256, layers=24)


@pytest.fixture
def steady(tiny: Path) -> Iterator[Worker]:
    with worker(tiny) as made:
        yield made


def kill(made: Worker, how: int = signal.SIGKILL) -> None:
    assert made.process_id
    os.kill(made.process_id, how)


def kill_and_await_the_next(made: Worker) -> None:
    process = made.process_id
    kill(made)
    until(lambda: made.process_id not in (process, None), "it is replaced")


def test_what_the_program_imports_brings_nothing_heavy_along() -> None:
    code = (
        "import sys, tutor.model.client as _; print(*(set(sys.modules) & {'llama_cpp', 'numpy', 'jinja2', 'psutil'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=HERE, check=True)
    assert done.stdout.strip() == ""


# Asking.


def test_it_is_a_model(steady: Worker) -> None:
    as_model: Model = steady
    assert not as_model.ready


def test_a_text_comes_in_pieces_and_as_a_whole(steady: Worker) -> None:
    pieces: list[str] = []
    draft = steady.write(asked(grammar='root ::= "Who says so?"'), pieces.append)
    assert (draft.text, draft.ending, "".join(pieces)) == ("Who says so?", Ending.STOP, "Who says so?")
    assert len(pieces) > 5
    assert (draft.written, draft.why) == (12, "")
    assert 0 < draft.first_seconds <= draft.seconds
    assert steady.facts
    assert (steady.facts.context, steady.facts.layout) == (2048, "ChatML")


def test_nothing_is_started_before_it_is_wanted(tiny: Path) -> None:
    with worker(tiny) as made:
        assert made.process_id is None


def test_warming_spares_the_first_text_the_article(steady: Worker) -> None:
    steady.warm("You ask.", LONG)
    until(lambda: steady.ready, "it is warm")
    draft = steady.write(asked(opening=LONG))
    assert draft.evaluated < 60 < draft.reused


@posix
def test_warming_is_in_the_background(steady: Worker) -> None:
    steady.write(asked(grammar=YES))
    kill(steady, signal.SIGSTOP)
    steady.warm("You ask.", LONG)  # comes back, though the process stands still
    assert not steady.ready
    kill(steady, signal.SIGCONT)
    until(lambda: steady.ready, "it is warm")


def test_a_lesson_opened_again_begins_where_the_last_did(tiny: Path, tmp_path: Path) -> None:
    request = asked(opening=LONG, max_tokens=40)
    texts = []
    for most in (60, 10**9):
        with worker(tiny, cache=tmp_path) as made:
            made.warm(request.system, request.opening)
            draft = made.write(request)
            texts.append(draft.text)
            until(lambda: list(tmp_path.glob("*.prefix")), "the prefix is on disk")
            assert draft.reused > 60, most
    assert texts[0] == texts[1]


def test_the_same_seed_gives_the_same_text_in_another_process(tiny: Path) -> None:
    texts = set()
    for _ in range(2):
        with worker(tiny) as made:
            texts.add(made.write(asked(temperature=1.0, seed=9, grammar=ENDLESS)).text)
    assert len(texts) == 1


def test_two_who_ask_at_once_are_answered_one_after_the_other(steady: Worker) -> None:
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda n=n: found.append(steady.write(asked(grammar=f'root ::= "{n}"')).text))
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == ["0", "1", "2", "3"]


def test_guarded_texts_obey_their_grammar(steady: Worker) -> None:
    for seed in range(30):
        draft = steady.write(asked(temperature=(0.3, 0.7, 1.5)[seed % 3], seed=seed, grammar=SHORT))
        assert draft.ending is Ending.STOP
        assert set(draft.text[:-1]) <= set("abc")
        assert draft.text[-1] == "?"


def test_a_bad_grammar_costs_one_text(steady: Worker) -> None:
    bad = steady.write(asked(grammar='root ::= "a'))
    assert (bad.ending, bad.why) == (Ending.FAILED, "llama.cpp cannot read the grammar")
    assert steady.write(asked(grammar=YES)).text == "yes"


def test_whoever_takes_the_pieces_may_fail(steady: Worker) -> None:
    def fail(_piece: str) -> None:
        raise RuntimeError("the screen is gone")

    with pytest.raises(RuntimeError, match="screen"):
        steady.write(asked(grammar=ENDLESS, max_tokens=1_500), fail)
    assert steady.write(asked(grammar=YES)).text == "yes"


# Stopping.


def test_cancel_while_writing(slow: Path) -> None:
    with worker(slow) as made:
        made.write(asked(grammar=YES))
        process = made.process_id
        pieces: list[str] = []
        meanwhile(lambda: pieces, made.cancel)
        draft = made.write(asked(grammar=ENDLESS, max_tokens=MANY), pieces.append)
        assert draft.ending is Ending.CANCELLED
        assert len(pieces) < MANY
        assert made.write(asked(grammar=YES)).text == "yes"
        assert made.process_id == process


def test_cancel_while_evaluating(slow: Path) -> None:
    with worker(slow) as made:
        made.write(asked(grammar=YES))
        process = made.process_id
        meanwhile(lambda: is_at_it(made), made.cancel)
        draft = made.write(asked(opening=LONG))
        assert (draft.ending, draft.text) == (Ending.CANCELLED, "")
        again = made.write(asked(opening=LONG, grammar=YES))
        assert again.text == "yes"
        assert again.evaluated > 400, "it read on to the end"
        assert made.process_id == process


def test_cancel_while_loading_and_while_waiting_for_the_article(slow: Path) -> None:
    with worker(slow) as made:
        meanwhile(lambda: is_asked(made), made.cancel)
        assert made.write(asked(opening=LONG)).ending is Ending.CANCELLED
        made.warm("You ask.", LONG)
        until(lambda: made.facts, "it is loaded")
        meanwhile(lambda: is_asked(made), made.cancel)
        assert made.write(asked(opening=LONG)).ending is Ending.CANCELLED
        until(lambda: made.ready, "the article is read all the same")


def test_cancel_with_nothing_to_cancel(steady: Worker) -> None:
    steady.cancel()
    assert steady.write(asked(grammar=YES)).text == "yes"
    steady.cancel()
    assert steady.write(asked(grammar=YES)).text == "yes"


def test_a_text_that_takes_too_long_is_ended_where_it_is(slow: Path) -> None:
    with worker(slow) as made:
        made.write(asked(grammar=YES))
        process = made.process_id
        draft = made.write(asked(grammar=ENDLESS, max_tokens=MANY, seconds=1.0))
        assert draft.seconds > 0.9
        assert draft.ending is Ending.LATE
        assert 0 < len(draft.text) < MANY
        assert made.write(asked(opening=LONG, seconds=0.2)).ending is Ending.LATE
        assert made.write(asked(grammar=YES)).text == "yes"
        assert made.process_id == process


def test_work_that_cannot_be_stopped_is_not_waited_for(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A grammar whose stacks explode: llama.cpp is at it for seconds, and asks nobody."""
    monkeypatch.setattr("tutor.model.child._PATIENCE", 0.3)
    with worker(tiny) as made:
        made.write(asked(grammar=YES))
        process = made.process_id
        draft = made.write(asked(grammar='root ::= (((("a"?){0,15}){0,15}){0,15}){0,15} "b"', seconds=0.3))
        assert draft.ending is Ending.LATE
        until(lambda: made.process_id not in (process, None), "it is replaced, being at it still")
        assert made.write(asked(grammar=YES)).text == "yes"


# Dying.


@posix
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSEGV, signal.SIGILL, signal.SIGABRT, signal.SIGSTOP])
def test_a_worker_that_dies_while_writing_is_noticed_and_replaced(slow: Path, how: int) -> None:
    with worker(slow) as made:
        pieces: list[str] = []

        def piece(text: str) -> None:
            if not pieces:
                kill(made, how)
            pieces.append(text)

        draft = made.write(asked(grammar=ENDLESS, max_tokens=MANY), piece)
        assert draft.ending is Ending.FAILED
        assert "process" in draft.why
        assert "writing" in draft.why
        assert 0 < len(draft.text) < MANY
        assert made.write(asked(grammar=YES)).text == "yes"


@posix
@pytest.mark.parametrize("after", [0.0, 0.02, 0.1, 0.2, 0.3, 0.5, 0.8])
def test_a_worker_killed_at_any_moment_is_noticed(slow: Path, after: float) -> None:
    """While Python starts, the library is imported, the model loaded, the article read."""
    with worker(slow) as made:
        made.warm("You ask.", LONG)
        process = made.process_id
        meanwhile(lambda: is_asked(made), lambda: threading.Timer(after, kill, [made]).start())
        draft = made.write(asked(opening=LONG, grammar=ENDLESS, max_tokens=MANY))
        assert draft.ending is Ending.FAILED
        assert "was killed" in draft.why
        until(lambda: made.process_id not in (process, None), "it is replaced")
        assert made.write(asked(opening=LONG, grammar=YES)).text == "yes"


@posix
def test_after_three_restarts_no_more_is_tried_in_this_lesson(tiny: Path) -> None:
    with worker(tiny) as made:
        made.warm("You ask.", "An article.")
        for _ in range(RESTARTS):
            until(lambda: made.ready, "it runs and has read the article again")
            kill_and_await_the_next(made)
        until(lambda: made.ready, "it runs for the last time")
        kill(made)
        until(lambda: made.why_not, "it is given up")
        draft = made.write(asked())
        assert made.process_id is None, "nobody is asked any more"
        assert draft.ending is Ending.FAILED
        assert "4th time" in draft.why
        made.warm("You ask.", "An article.")
        assert made.write(asked()).ending is Ending.FAILED
        made.warm("You ask.", "The next lesson's.")
        assert made.write(asked(grammar=YES)).text == "yes"


def test_closing_ends_the_process_and_answers_at_once_from_then_on(tiny: Path) -> None:
    with worker(tiny) as made:
        made.write(asked(grammar=YES))
        process = made.process_id
        assert process
        made.close()
        made.close()
        assert not is_running(process)
        assert made.write(asked()).why == "the model was closed"
        made.warm("a", "b")
        assert made.process_id is None


def test_closing_while_a_text_is_written(slow: Path) -> None:
    with worker(slow) as made:
        pieces: list[str] = []
        meanwhile(lambda: pieces, made.close)
        draft = made.write(asked(grammar=ENDLESS, max_tokens=MANY), pieces.append)
        assert draft.ending is Ending.FAILED
        assert len(pieces) < MANY


# What cannot be used.


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (making.embedding, "embedding model"),
        (making.without_vocabulary, "no vocabulary"),
        (lambda path: making.tiny(path, controls=making.OWN, end="<|over|>"), "no chat template"),
        (lambda path: making.speaking(path, "Yes.", template="{% if %}"), "cannot be rendered"),
        (lambda path: path, "cannot be read"),
    ],
)
def test_a_model_that_cannot_be_used_is_refused_once_with_a_reason(tmp_path: Path, make: object, why: str) -> None:
    assert callable(make)
    with worker(make(tmp_path / "other.gguf")) as made:
        draft = made.write(asked())
        assert draft.ending is Ending.FAILED
        assert "cannot be used" in draft.why
        assert why in draft.why
        assert made.write(asked()).why == draft.why
        assert made.process_id is None, "nobody is asked any more"


def test_a_template_that_loops_for_ever_is_refused(tmp_path: Path) -> None:
    loop = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    with worker(making.speaking(tmp_path / "loop.gguf", "Yes.", template=loop)) as made:
        assert "for ever" in made.write(asked()).why
        assert made.process_id is None, "it loops on, and the process with it"


def test_a_file_cut_short_anywhere_costs_one_message(tiny: Path, tmp_path: Path) -> None:
    whole = tiny.read_bytes()
    for length in (0, 3, 43, 4_096, 8_192, len(whole) // 2, len(whole) - 4_096, len(whole) - 1):
        path = tmp_path / f"cut{length}.gguf"
        path.write_bytes(whole[:length])
        with worker(path) as made:
            draft = made.write(asked())
            assert draft.ending is Ending.FAILED, length
            assert "damaged" in draft.why or "ended" in draft.why


def test_a_file_with_a_bit_turned_anywhere_costs_one_text_at_most(tiny: Path, tmp_path: Path) -> None:
    whole, dice = tiny.read_bytes(), random.Random(3)
    for place in [*(dice.randrange(1_000) for _ in range(6)), *(dice.randrange(len(whole)) for _ in range(4))]:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << dice.randrange(8)
        path = tmp_path / "turned.gguf"
        path.write_bytes(damaged)
        with worker(path) as made:
            draft = made.write(asked(seconds=5))
            assert draft.ending is not Ending.FAILED or draft.why, place


def test_without_llama_cpp_there_is_one_clear_message(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "llama_cpp.py").write_text("raise ModuleNotFoundError('none', name='llama_cpp')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with worker(tiny) as made:
        assert "llama-cpp-python is not installed" in made.write(asked()).why


@posix
def test_a_processor_that_llama_cpp_was_not_built_for(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "llama_cpp.py").write_text("import os, signal; os.kill(os.getpid(), signal.SIGILL)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with worker(tiny) as made:
        assert "lacks an instruction" in made.write(asked()).why
        until(lambda: made.why_not, "it is given up")
        assert "lacks an instruction" in made.write(asked()).why


def test_a_folder_named_tutor_where_we_are_is_not_run(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tutor").mkdir()
    (tmp_path / "tutor" / "__init__.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    with worker(tiny) as made:
        assert made.write(asked(grammar=YES)).text == "yes"


def test_a_log_that_cannot_be_written_is_done_without(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with worker(tiny, log=tmp_path / "file" / "log") as made:
        assert made.write(asked(grammar=YES)).text == "yes"
