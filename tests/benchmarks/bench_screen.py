"""The screen, seen from outside: first frame, keypress to echo, CPU while idle, memory.

A Textual app with one label and one input (`bare_app.py`), `tutor start LESSON`, and a lesson whose tutor talks
(`talking_app.py`) take turns in one run, each in a pseudo-terminal of its own, so that whatever else the machine does
falls on all of them. The figures to look at are the ratios, each with its limit.
"""

from __future__ import annotations

import compileall
import os
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from statistics import median

from tests.benchmarks.program import ROOT, Program

STARTS = 9
WORDS = 24
"""Typed into each program; seven letters of each are timed."""
IDLE_SECONDS = 10.0
REPLIES = ("The writer says that it is a bad plan.", "Because of p2s1.", "It is unfair to the ships.")
MORE = 5
"""How often they are sent again before the memory of a long lesson is measured."""

BARE = ("-m", "tests.benchmarks.bare_app")
LESSON = ("-m", "tutor", "start", "harbour-levy", "--new")
TALKING = ("-m", "tests.benchmarks.talking_app", "harbour-levy")

FIRST_FRAME = 1.3
ECHO = 1.5
# CPU time is counted in hundredths of a second, and a cursor that blinks in a box costs more than in a line.
IDLE_MORE = 0.005
MEGABYTES = 60.0


def main() -> None:
    """Print the figures, and which limits are kept."""
    # As an installer does it; a program that is compiled with every start starts late.
    for folder in ("tutor", "tests"):
        compileall.compile_dir(ROOT / folder, quiet=1)
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "TUTOR_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        first_frame(env)
        running(env)


def first_frame(env: Mapping[str, str]) -> None:
    """Start each again and again."""
    bare, ours, article = [], [], []
    spent_bare, spent_ours, spent_article = [], [], []
    # The first round of each warms the disk cache and does not count.
    for round_ in range(STARTS + 1):
        with Program(*BARE, env=env) as program:
            label, spent_label = program.until("Hello there"), program.cpu_seconds()
        with Program(*LESSON, env=env) as program:
            frame, spent_frame = program.until("Opening the lesson"), program.cpu_seconds()
            question, spent_question = program.until("Read first"), program.cpu_seconds()
        if round_:
            bare.append(label)
            ours.append(frame)
            article.append(question)
            spent_bare.append(spent_label)
            spent_ours.append(spent_frame)
            spent_article.append(spent_question)
    print(f"first frame, a bare app         {_milliseconds(bare)}")
    print(f"first frame, tutor start LESSON {_milliseconds(ours)}")
    print(f"the article on the screen       {_milliseconds(article)}")
    _told("first frame, of a bare app's", median(ours) / median(bare), FIRST_FRAME)
    # What else the machine does makes both later, and what they cost themselves hardly more.
    print(f"  by processor time             {median(spent_ours) / median(spent_bare):8.2f} times")
    print(f"processor time: a bare app      {_milliseconds(spent_bare)}")
    print(f"  tutor start LESSON            {_milliseconds(spent_ours)}")
    print(f"  until there is the article    {_milliseconds(spent_article)}")


def running(env: Mapping[str, str]) -> None:
    """Start each once, and let them take turns."""
    with ExitStack() as stack:
        bare, ours, talking = (stack.enter_context(Program(*each, env=env)) for each in (BARE, LESSON, TALKING))
        bare.until("Hello there")
        for lesson in (ours, talking):
            lesson.until("Read first")
            lesson.settle()
            lesson.press("\r")
            lesson.until("Question 1 of")
        ours.let_run(2)  # the dictionary is being loaded
        opened = ours.megabytes()
        send(ours, REPLIES)
        replied = ours.megabytes()
        echo(bare, ours, talking)
        idle(bare, ours)
        ours.press("\x03")  # what was typed there
        send(ours, REPLIES * MORE)
        memory(bare.megabytes(), opened, replied, ours.megabytes())


def send(lesson: Program, replies: Sequence[str]) -> None:
    """Send replies, each once the one before has been answered."""
    for reply in replies:
        lesson.press(f"{reply}\r")
        lesson.let_run(1)


def echo(bare: Program, ours: Program, talking: Program) -> None:
    """Type a word into each in turn: the bare app, a lesson, a lesson whose tutor is silent, and while it talks."""
    alone: list[float] = []
    lesson: list[float] = []
    silent: list[float] = []
    streaming: list[float] = []
    for _ in range(WORDS):
        alone += bare.type_word()
        lesson += ours.type_word()
        silent += talking.type_word()
        talking.settle()
        talking.press("\r")
        talking.until("Look now")
        streaming += talking.type_word()
        talking.press("\x1b")  # all of it at once
        talking.settle()
    print(f"echo, a bare app                {_milliseconds(alone)}")
    print(f"echo, in a lesson               {_milliseconds(lesson)}")
    print(f"echo, the tutor is silent       {_milliseconds(silent)}")
    print(f"echo, while its text streams    {_milliseconds(streaming)}")
    _told("echo, of a bare app's", median(lesson) / median(alone), ECHO)
    _told("  the slowest in twenty", _slowest(lesson) / _slowest(alone), ECHO)
    _told("echo streaming, of at rest", median(streaming) / median(silent), ECHO)
    _told("  the slowest in twenty", _slowest(streaming) / _slowest(silent), ECHO)


def idle(*programs: Program) -> None:
    """Leave them alone, all at once."""
    for program in programs:
        program.let_run(1)
    began, before = time.perf_counter(), [program.cpu_seconds() for program in programs]
    while time.perf_counter() - began < IDLE_SECONDS:
        for program in programs:
            program.let_run(0.05)
    bare, ours = (
        (program.cpu_seconds() - spent) / (time.perf_counter() - began)
        for program, spent in zip(programs, before, strict=True)
    )
    print(f"idle, a bare app                {bare:8.2%} of a core")
    print(f"idle, a lesson                  {ours:8.2%} of a core ({_kept(ours, bare + IDLE_MORE)})")


def memory(bare: tuple[float, float], *lesson: tuple[float, float]) -> None:
    """What would be free without the program (USS) is what counts; what is resident (RSS) has shared libraries, too."""
    many = len(REPLIES) * (1 + MORE)
    steps = ("a bare app", "a lesson", f"{len(REPLIES)} replies checked", f"{many} replies checked")
    for what, (resident, own) in zip(steps, (bare, *lesson), strict=True):
        kept = "" if what == "a bare app" else f" ({_kept(own, MEGABYTES)})"
        print(f"memory, {what:<24}{own:8.1f} MB of its own, {resident:.1f} MB resident{kept}")


def _milliseconds(seconds: Sequence[float]) -> str:
    return f"{median(seconds) * 1000:8.1f} ms, one in twenty {_slowest(seconds) * 1000:.1f} or more"


def _slowest(seconds: Sequence[float]) -> float:
    return sorted(seconds)[len(seconds) * 19 // 20]


def _told(what: str, ratio: float, limit: float) -> None:
    print(f"{what:<32}{ratio:8.2f} times ({_kept(ratio, limit)})")


def _kept(value: float, limit: float) -> str:
    told = f"{limit:.2%}" if limit < 0.1 else f"{limit:g}"
    return f"at most {told}: {'kept' if value <= limit else 'NOT KEPT'}"


if __name__ == "__main__":
    main()
