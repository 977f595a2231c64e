"""How much work a call is, counted and not timed: the same on every machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

T = TypeVar("T")

# Times the size that growth is looked at over, and what linear growth may cost beyond that: a logarithm, a cache.
TIMES = 4
ALLOWED = 1.1


def steps(do: Callable[[], object]) -> int:
    """The lines of Python that a call executes in this thread, whatever functions they are in, and the calls it makes.

    A loop within a line counts with each turn, and a generator each time it is asked. Work inside C is not seen: a
    regular expression, a slice, sorting, looking for a text in another. Versions of Python differ a little in what they
    call a line, so figures are for comparing, and bounds are generous.
    """
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal counted
        counted += event in ("call", "line")
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        do()
    finally:
        sys.settrace(before)
    return counted


def grows_linearly(do: Callable[[T], object], made: Callable[[int], T], size: int) -> None:
    """Assert that `do` takes no more than four times the steps for what is four times the size.

    `made(size)` is what `do` is given, and is not counted. It is made anew for each size, and `do` has then been given
    something of another size, so that what is kept by word is there already and what is kept by text is not.
    """
    do(made(TIMES * size + 1))
    small, large = made(size), made(TIMES * size)
    few, many = steps(lambda: do(small)), steps(lambda: do(large))
    assert many <= ALLOWED * TIMES * few, f"{few:,} steps for size {size}, {many:,} for {TIMES * size}"
