"""The process a model runs in: `python -m tutor.model.worker MODEL LOG`, JSON lines on its standard input and output.

Whatever happens in here costs one feedback: llama.cpp may abort, be killed for want of memory, or meet a processor it
was not built for. Nothing but messages goes over the pipe: descriptors 1 and 2 are the log before llama.cpp is
imported, since it (and what it calls) writes to both. The process ends when its standard input does, so that it never
outlives the program that began it, however that ended.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING, BinaryIO

from tutor.model.messages import (
    Beat,
    Began,
    Cancel,
    Done,
    Loaded,
    Message,
    Piece,
    Refused,
    Stage,
    Warm,
    Write,
    from_line,
    to_line,
)
from tutor.model.prefix import MOST_BYTES, PrefixStore, model_identity
from tutor.model.request import Draft, Ending
from tutor.model.stop import Stop
from tutor.model.template import TemplateError, layout_of

if TYPE_CHECKING:
    from tutor.model.engine import Engine

# Seconds between beats; who listens calls four times that silence.
BEAT = 0.03
_LARGEST_LOG = 1_000_000
LOADING, TEMPLATE, EVALUATING, WRITING = (
    "loading the model",
    "reading its chat template",
    "reading the article",
    "writing",
)


@dataclass(slots=True)
class Service:
    """What the threads share: the pipe out, the jobs, and the one at hand."""

    out: BinaryIO
    stop: Stop = field(default_factory=Stop)
    jobs: queue.SimpleQueue[tuple[Warm | Write, float]] = field(default_factory=queue.SimpleQueue)
    busy: bool = True
    current: int = 0
    deadline: float = float("inf")
    dropped: set[int] = field(default_factory=set)
    _saying: threading.Lock = field(default_factory=threading.Lock)
    _beginning: threading.Lock = field(default_factory=threading.Lock)

    def say(self, message: Message) -> None:
        """Send a message; when nobody is there to read it, this process has no purpose any more."""
        try:
            with self._saying:
                self.out.write(to_line(message))
                self.out.flush()
        except OSError:
            os._exit(0)

    def listen(self, pipe: BinaryIO) -> None:
        """Take messages until there are no more, and end the process then, whatever it is at."""
        for line in pipe:
            match from_line(line):
                case Warm() | Write() as job:
                    self.jobs.put((job, perf_counter()))
                case Cancel(number):
                    self._cancel(number)
        os._exit(0)

    def _cancel(self, number: int) -> None:
        with self._beginning:
            if number == self.current:
                self.stop.call(Ending.CANCELLED)
                return
            if number < self.current:
                return  # over already
            self.dropped.add(number)
        self.say(Done(number, ending=Ending.CANCELLED))

    def begin(self, job: Warm | Write, deadline: float) -> bool:
        """Make this the job at hand; False when it was cancelled before."""
        with self._beginning:
            if job.number in self.dropped:
                self.dropped.discard(job.number)
                return False
            self.stop.clear()
            self.current, self.deadline = job.number, deadline
        self.say(Began(job.number))
        return True

    def beat(self) -> None:
        """Show for ever that this process is alive while it has work, and stop work that is late."""
        while True:
            sleep(BEAT)
            if self.busy:
                if perf_counter() > self.deadline:
                    self.stop.call(Ending.LATE)
                self.say(Beat())

    def serve(self, engine: Engine) -> None:
        """Do the jobs, for ever."""
        while True:
            self.busy = not self.jobs.empty()
            job, came = self.jobs.get()
            self.busy = True
            deadline = came + job.seconds if isinstance(job, Write) else float("inf")
            if self.begin(job, deadline):
                draft = _answer(engine, self, job, came)
                self.deadline = float("inf")
                self.say(Done.of(job.number, draft))


def _answer(engine: Engine, service: Service, job: Warm | Write, came: float) -> Draft:
    from tutor.model.native import RefusalError, TooLongError

    try:
        if isinstance(job, Write):
            service.say(Stage(WRITING))
            return engine.write(job.request, lambda text: service.say(Piece(job.number, text)), came)
        service.say(Stage(EVALUATING))
        work = engine.warm(job.system, job.opening)
        ending = service.stop.reason or Ending.STOP
        return Draft(
            text="", ending=ending, evaluated=work.evaluated, reused=work.reused, seconds=perf_counter() - came
        )
    except RefusalError as refusal:
        ending = Ending.TOO_LONG if isinstance(refusal, TooLongError) else Ending.FAILED
        return Draft(text="", ending=ending, why=str(refusal), seconds=perf_counter() - came)
    except Exception as error:  # a fault of ours: one feedback is lost, the log says where
        sys.excepthook(type(error), error, error.__traceback__)
        why = f"something went wrong in the model's process ({type(error).__name__})"
        return Draft(text="", ending=Ending.FAILED, why=why, seconds=perf_counter() - came)


def _load(service: Service, given: argparse.Namespace) -> Engine | str:
    """Load the model; where it cannot be used, why."""
    started = perf_counter()
    try:
        from tutor.model.engine import Engine
        from tutor.model.native import Native, RefusalError, Settings
    except ImportError as error:
        if error.name != "llama_cpp":
            return f"llama-cpp-python is not usable here: {error}"
        return "llama-cpp-python is not installed; it comes with: pip install 'reading-tutor[llama]'"
    except (OSError, RuntimeError) as error:  # its shared libraries
        return f"llama-cpp-python is not usable here: {error}"
    service.say(Stage(LOADING))
    try:
        identity = model_identity(given.model)
        native = Native(given.model, Settings(context=given.context, threads=given.threads), service.stop)
        service.say(Stage(TEMPLATE))
        layout = layout_of(
            set(native.controls.values()),
            native.template,
            native.metadata("general.architecture"),
            first_token=native.special("bos"),
            end_token=native.special("eos"),
            options=given.options,
        )
    except (RefusalError, TemplateError) as refusal:
        return str(refusal)
    except OSError as error:
        return f"its file cannot be read: {error.strerror or error}"
    store = PrefixStore(given.cache, given.cache_bytes) if given.cache else None
    seconds = perf_counter() - started
    service.say(Loaded(native.context, native.threads, layout.name, native.rolls, seconds))
    return Engine(native, layout, identity, service.stop, store)


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tutor.model.worker", description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("log", type=Path)
    parser.add_argument("--context", type=int, default=4096, metavar="TOKENS")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--cache", type=Path, metavar="FOLDER")
    parser.add_argument("--cache-bytes", type=int, default=MOST_BYTES)
    parser.add_argument("--options", type=json.loads, default={}, metavar="JSON")
    return parser.parse_args(arguments)


def _take_pipes(log: Path) -> tuple[BinaryIO, BinaryIO]:
    """Take the two pipes for ourselves; what anybody else writes goes to the log, what they read is nothing."""
    mine = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    noise = nothing
    with contextlib.suppress(OSError):
        large = log.exists() and log.stat().st_size > _LARGEST_LOG
        noise = os.open(log, os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if large else os.O_APPEND), 0o600)
    os.dup2(nothing, 0)
    os.dup2(noise, 1)
    os.dup2(noise, 2)
    return mine


def main(arguments: Sequence[str]) -> None:
    """Serve one model until standard input ends."""
    given = _arguments(arguments)
    pipe_in, pipe_out = _take_pipes(given.log)
    os.environ["GGML_NO_BACKTRACE"] = "1"  # it would start a debugger, and wait for it
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program
    faulthandler.enable(sys.stderr)
    with contextlib.suppress(OSError):  # when memory runs out: this process, not the lesson's
        Path("/proc/self/oom_score_adj").write_text("900", encoding="ascii")
    with contextlib.suppress(ModuleNotFoundError):
        import_module("tutor.offline").install()
    service = Service(pipe_out)
    for work in (partial(service.listen, pipe_in), service.beat):
        threading.Thread(target=work, daemon=True).start()
    engine = _load(service, given)
    if isinstance(engine, str):
        service.say(Refused(engine))
        sys.stderr.write(f"tutor: refused: {engine}\n")
        os._exit(0)  # a template may be rendered still
    service.serve(engine)


if __name__ == "__main__":
    main(sys.argv[1:])
