"""A stop that can be called from any thread, and that llama.cpp sees while it computes."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from tutor.model.request import Ending


class Stop:
    """Why the work at hand is to end, if it is. The first reason stands until `clear`."""

    def __init__(self) -> None:
        self._flag = ctypes.create_string_buffer(2)
        self.reason: Ending | None = None

    def call(self, reason: Ending) -> None:
        """End the work at hand."""
        if self.reason is None:
            self.reason = reason
            self._flag[0] = b"x"

    def clear(self) -> None:
        """New work begins."""
        self.reason = None
        self._flag[0] = b"\0"

    @property
    def address(self) -> int:
        """Where the flag is: a C string, empty until there is a reason."""
        return ctypes.addressof(self._flag)


def length_of_string() -> Any:
    """C's strlen, which llama.cpp can call with `Stop.address` to be told whether to stop (not 0) or go on (0).

    It asks at every node of the graph, from its own threads: a function of Python's would hold them all up.
    """
    library = ctypes.CDLL("msvcrt") if sys.platform == "win32" else ctypes.CDLL(None)
    return library.strlen
