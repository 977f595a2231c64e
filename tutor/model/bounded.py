"""Reading what a model file says without believing it: never beyond its end, never more than so much, never for long.

The work is bounded by constants: at most `MOST_BYTES` are read, and at most `MOST_ELEMENTS` texts walked over.
"""

from __future__ import annotations

import struct
from typing import BinaryIO

from tutor.errors import TutorError
from tutor.model.amounts import in_words

MOST_BYTES = 64 * 2**20
"""Of the whole header; the largest in use, with a vocabulary of 262,000 words, take 16 MB."""
MOST_ELEMENTS = 2_000_000
"""Array elements that are walked over one by one (texts), in the whole header."""
MOST_TEXT = 8 * 2**20
_MARKER = 40  # bytes; what is longer is no control token

AGAIN = "Copy or fetch it again."


class GgufError(TutorError):
    """A model file that cannot be used, with what is wrong with it and what to do."""


def damaged(what: str) -> GgufError:
    """What to raise for a file whose header cannot be true."""
    return GgufError(f"The file is damaged: {what}.", AGAIN)


class Reader:
    """The bytes of the header in order, fetched as they are needed; never beyond the file's end or `MOST_BYTES`."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._size = size
        self._data = bytearray()
        self.at = 0
        self.elements = MOST_ELEMENTS
        self.markers: set[str] = set()

    def take(self, count: int) -> bytes:
        """The next `count` bytes."""
        start = self.skip(count)
        return bytes(self._data[start : start + count])

    def skip(self, count: int) -> int:
        """Go on by `count` bytes; returns where they began."""
        start, end = self.at, self.at + count
        if end > len(self._data):
            self._fetch(end)
        self.at = end
        return start

    def _fetch(self, end: int) -> None:
        if end > self._size:
            raise GgufError(
                f"The file ends in the middle of its header, after {in_words(self._size)}.",
                "It was not copied to the end, or it is damaged. " + AGAIN,
            )
        if end > MOST_BYTES:
            raise damaged(f"its header is longer than {in_words(MOST_BYTES)}")
        while len(self._data) < end:
            # Twice as much each time: a small header costs one small read, a large one few.
            more = self._file.read(max(64 * 1024, end - len(self._data), len(self._data)))
            if not more:
                raise GgufError("The file became shorter while it was read.", AGAIN)
            self._data += more

    def number(self, kind: str) -> int | float | bool:
        """The next number, in a format of `struct`."""
        return struct.unpack(kind, self.take(struct.calcsize(kind)))[0]  # type: ignore[no-any-return]

    def whole(self, kind: str) -> int:
        """The next number, as a whole one."""
        return int(self.number(kind))

    def text(self, most: int, what: str) -> bytes:
        """The next text, of at most `most` bytes; `what` names it if it claims to be longer."""
        length = self.whole("<Q")
        if length > most:
            raise damaged(f"{what} claims to be {in_words(length)} long")
        return self.take(length)

    def skip_texts(self, count: int) -> None:
        """Go on behind `count` texts, keeping only what begins like a control token."""
        self.elements -= count
        if self.elements < 0:
            raise damaged(f"it lists more than {MOST_ELEMENTS:,} texts")
        if count * 8 > self._size - self.at:  # each has a length of eight bytes at the least
            self._fetch(self._size + 1)
        for _ in range(count):
            start = self.skip(8)
            length = int.from_bytes(self._data[start : start + 8], "little")
            if length > MOST_TEXT:
                raise damaged(f"a word of its vocabulary claims to be {in_words(length)} long")
            start = self.skip(length)
            if length <= _MARKER and self._data.startswith(b"<|", start):
                self.markers.add(self._data[start : start + length].decode("utf-8", "replace"))
