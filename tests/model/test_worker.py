"""The worker process seen from outside: what goes over its pipes, and when it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.model import making
from tests.model.workers import DEADLINE, ENDLESS, needs_llama, until
from tutor.model import messages
from tutor.model.messages import Cancel, Done, Loaded, Piece, Refused, Stage, Warm, Write, from_line, to_line
from tutor.model.request import Draft, Ending, Request

HERE = Path(__file__).resolve().parents[2]


# Messages.


@pytest.mark.parametrize(
    "message",
    [
        Warm(1, "instructions", "article"),
        Write.of(2, Request(system="a", opening="b", turn="“c”\n\x1b\u2028\ud83d", grammar="root ::= [a]", seed=7)),
        Cancel(3),
        Stage("writing"),
        messages.Beat(),
        Loaded(4096, 3, "ChatML", False, 1.5),
        Refused("it is no model"),
        messages.Began(4),
        Piece(5, "word"),
        Done.of(6, Draft(text="t", ending=Ending.LATE, why="w", evaluated=1, reused=2, written=3, seconds=4)),
    ],
)
def test_a_message_comes_back_from_its_line(message: messages.Message) -> None:
    line = to_line(message)
    assert line.isascii()
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert from_line(line) == message


def test_requests_and_drafts_survive_the_pipe() -> None:
    request = Request(system="a", opening="b", turn="c", grammar="g", max_tokens=5, temperature=0, seconds=2.5)
    there = from_line(to_line(Write.of(1, request)))
    assert isinstance(there, Write)
    assert there.request == request
    draft = Draft(text="t", ending=Ending.DEAD, why="w", written=3)
    back = from_line(to_line(Done.of(1, draft)))
    assert isinstance(back, Done)
    assert back.draft == draft


@pytest.mark.parametrize(
    "line",
    [
        *(b"", b"\n", b"llama_model_loader: 12", b"[]", b"12", b"null", b'{"is": 5}', b'{"is": ["done"]}'),
        *(b'{"is": "told"}', b"\xff\xfe", b'{"text": 1}', b"[" * 100_000, b'{"is":"done"' + b" " * 5_000_000 + b"}"),
    ],
)
def test_what_is_no_message_is_passed_over(line: bytes) -> None:
    assert from_line(line) is None


def test_fields_of_the_wrong_kind_take_their_defaults() -> None:
    line = json.dumps({"is": "done", "number": True, "text": 5, "ending": None, "seconds": 3, "more": {}}).encode()
    assert from_line(line) == Done(seconds=3.0)
    odd = from_line(json.dumps(asdict(Done(ending="bored")) | {"is": "done"}).encode())
    assert isinstance(odd, Done)
    assert odd.draft.ending is Ending.FAILED


# The process.


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if needs_llama.args[0]:
        pytest.skip(needs_llama.kwargs["reason"])
    return making.tiny(tmp_path_factory.mktemp("models") / "tiny.gguf")


def start(model: Path, **given: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tutor.model.worker", str(model), str(model.with_suffix(".log"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=HERE,
        **given,
    )


def heard_until(process: subprocess.Popen[bytes], kind: type) -> list[messages.Message]:
    assert process.stdout
    found = []
    for line in process.stdout:
        message = from_line(line)
        assert message is not None, line  # nothing else may come over this pipe
        found.append(message)
        if isinstance(message, kind):
            return found
    raise AssertionError(f"it ended before {kind.__name__}; said {found[-3:]}")


def test_only_messages_come_over_the_pipe_and_the_rest_is_in_the_log(model: Path) -> None:
    with start(model) as process:
        assert process.stdin
        heard_until(process, Loaded)
        process.stdin.write(b"no message\n" + to_line(Write(1, "a", "b", "c", "root ::= (", 8)))
        process.stdin.write(to_line(Write(2, "a", "b", "c", 'root ::= "yes"', 8)))
        process.stdin.flush()
        first = heard_until(process, Done)[-1]
        second = heard_until(process, Done)[-1]
        assert isinstance(first, Done)
        assert isinstance(second, Done)
        assert (first.number, first.ending) == (1, Ending.FAILED)
        assert (second.number, second.text, second.ending) == (2, "yes", Ending.STOP)
        process.stdin.close()
        assert process.wait(DEADLINE) == 0
    assert "llama" in model.with_suffix(".log").read_text(errors="replace")


def test_it_ends_with_its_standard_input_in_the_midst_of_a_text(model: Path) -> None:
    with start(model) as process:
        assert process.stdin
        process.stdin.write(to_line(Write(1, "a", "b", "c", ENDLESS, 1_900, 0.7, 1, DEADLINE)))
        process.stdin.flush()
        heard_until(process, Piece)
        process.stdin.close()
        assert process.stdout
        rest = process.stdout.read()
        assert process.wait(DEADLINE) == 0
        assert b'"done"' not in rest


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_ctrl_c_is_not_for_it(model: Path) -> None:
    with start(model) as process:
        assert process.stdin
        heard_until(process, Loaded)
        process.send_signal(signal.SIGINT)
        process.stdin.write(to_line(Write(1, "a", "b", "c", 'root ::= "yes"', 8)))
        process.stdin.flush()
        assert isinstance(heard_until(process, Done)[-1], Done)
        process.stdin.close()


@pytest.mark.skipif(os.name != "posix", reason="kill -9 as POSIX has it")
def test_it_ends_when_its_parent_is_killed(model: Path, tmp_path: Path) -> None:
    code = f"""
        import sys, time
        from pathlib import Path
        from tutor.model.client import Worker
        from tutor.model.request import Request
        worker = Worker(Path({str(model)!r}), log=Path({str(tmp_path / "log")!r}), threads=1)
        def piece(text):
            print(worker.process_id, flush=True)
        request = Request(system="a", opening="b", turn="c", grammar={ENDLESS!r}, max_tokens=1900, seconds=60)
        worker.write(request, piece)
    """
    parent = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, cwd=HERE)
    with parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        parent.kill()
        parent.wait()
        until(lambda: not is_running(child), "the worker ends with its parent")


def is_running(process: int) -> bool:
    """Whether it runs; one that has ended and that nobody has asked after does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        try:
            os.kill(process, 0)
        except OSError:
            return False
        return not Path("/proc/self").exists()
    return state not in "ZX"
