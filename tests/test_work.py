"""Counting work: what is a step, and what growth is."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest

from tests.work import grows_linearly, steps


def all_pairs(size: int) -> list[int]:
    return [one * other for one in range(size) for other in range(size)]


def numbers(size: int) -> Iterator[int]:
    yield from range(size)


def test_the_same_call_takes_the_same_steps() -> None:
    assert 100 < steps(lambda: all_pairs(10)) == steps(lambda: all_pairs(10))


def test_generators_and_what_they_are_put_into_count() -> None:
    assert steps(lambda: sum(number for number in numbers(1_000))) > 1_000


def test_work_in_c_is_not_seen() -> None:
    re.compile("a")
    assert steps(lambda: re.sub("a", "b", "a" * 1_000)) < 50
    assert steps(lambda: sorted(range(1_000))) < 50


def test_what_grows_with_the_square_is_told_from_what_does_not() -> None:
    grows_linearly(lambda size: [*numbers(size)], lambda size: size, 100)
    with pytest.raises(AssertionError, match=r"steps for size 100, [\d,]+ for 400"):
        grows_linearly(all_pairs, lambda size: size, 100)


def test_whoever_was_tracing_goes_on_doing_so_even_after_an_error() -> None:
    def tracer(_frame: FrameType, _event: str, _argument: object) -> Any:
        return None

    def fail() -> None:
        raise ValueError("it fails")

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        with pytest.raises(ValueError, match="fails"):
            steps(fail)
        kept: Callable[..., Any] | None = sys.gettrace()
    finally:
        sys.settrace(before)
    assert kept is tracer
