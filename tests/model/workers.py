"""What tests of the worker share: models made once, workers that are closed, and waiting with an end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tutor.model.client import Worker
from tutor.model.request import Request
from tutor.model.worker import WRITING

needs_llama = pytest.mark.skipif(find_spec("llama_cpp") is None, reason="llama-cpp-python is not installed")

# Neither ends by itself: the first allows letters for ever, the second a word of a to c, which is short.
ENDLESS = "root ::= [a-z] root"
SHORT = 'root ::= [a-c]{2,12} "?"'
# Seconds. Against waiting for ever; nothing is measured by it.
DEADLINE = 120.0


def asked(turn: str = "Why?", **given: Any) -> Request:
    """A small request; what is not given is short and greedy."""
    plain: dict[str, Any] = {"system": "You ask.", "opening": "An article.", "temperature": 0.0, "max_tokens": 24}
    plain |= {"seconds": DEADLINE}
    return Request(**(plain | given | {"turn": turn}))


@contextmanager
def worker(model: Path, **given: Any) -> Iterator[Worker]:
    """A worker with one thread and a log beside the model, closed at the end."""
    made = Worker(model, **({"log": model.with_suffix(".log"), "threads": 1} | given))
    try:
        yield made
    finally:
        made.close()


def until(condition: Callable[[], object], what: str) -> None:
    """Wait until something is so."""
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, f"never came about: {what}"
        time.sleep(0.002)


def meanwhile(condition: Callable[[], object], do: Callable[[], object]) -> None:
    """Do something as soon as something is so, while the test goes on."""

    def wait() -> None:
        until(condition, "the moment to act")
        do()

    threading.Thread(target=wait, daemon=True).start()


def is_asked(made: Worker) -> bool:
    """Whether somebody waits for a text."""
    return made._current is not None


def is_at_it(made: Worker) -> bool:
    """Whether the process has begun with a text: with reading what is new to it, and then with writing."""
    return made._child is not None and made._child.stage == WRITING
