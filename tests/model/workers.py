"""What tests of the worker share: models made once, workers that are closed, and waiting with an end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tutor.model.client import Worker
from tutor.model.request import Request

needs_llama = pytest.mark.skipif(find_spec("llama_cpp") is None, reason="llama-cpp-python is not installed")

# Neither ends by itself: the first allows letters for ever, the second a word of a to c, which is short.
ENDLESS = "root ::= [a-z] root"
SHORT = 'root ::= [a-c]{2,12} "?"'


def asked(turn: str = "Why?", **given: Any) -> Request:
    """A small request; what is not given is short and greedy."""
    plain: dict[str, Any] = {"system": "You ask.", "opening": "An article.", "temperature": 0.0, "max_tokens": 24}
    return Request(**(plain | given | {"turn": turn}))


@contextmanager
def worker(model: Path, **given: Any) -> Iterator[Worker]:
    """A worker with one thread and a log beside the model, closed at the end."""
    made = Worker(model, **({"log": model.with_suffix(".log"), "threads": 1} | given))
    try:
        yield made
    finally:
        made.close()


def until(condition: Callable[[], object], what: str, seconds: float = 20.0) -> float:
    """Wait until something is so; how long that took, in seconds."""
    began = time.perf_counter()
    while not condition():
        if time.perf_counter() - began > seconds:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.002)
    return time.perf_counter() - began
