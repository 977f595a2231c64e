"""The header of a GGUF file, read with bounds on everything: what it says of itself, and whether the file is whole.

A file can claim anything: 2^63 keys, a text of an exabyte, arrays in arrays. So every count and length is held against
a constant and against the file's own size before anything is read or looped over (see `bounded`). The layout is that of
the GGUF specification (ggml, docs/gguf.md), version 3; the sizes of the number formats are ggml's. What llama.cpp
refuses later with an error of its own (tensors that overlap, nested arrays) is refused here first, in words.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from tutor.model.amounts import in_words, part_of
from tutor.model.bounded import AGAIN, MOST_BYTES, MOST_TEXT, GgufError, Reader, damaged

MAGIC = b"GGUF"
VERSION = 3

MOST_KEYS = 4_096
MOST_TENSORS = 16_384
MOST_NAME = 1_024
"""Bytes of a key's or a tensor's name; ggml itself stops at 64 for tensors."""
KEPT_TEXT = 256 * 1024
"""Bytes of a text that is kept; chat templates have up to 20,000."""
KEPT_ARRAY = 1_024
"""Numbers of an array that is kept: one for each layer, say."""

# Type number in the file: struct format. 8 is a text, 9 an array.
_NUMBERS = {0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q", 12: "<d"}
_FRACTIONS = (6, 12)
_TEXT = 8
_ARRAY = 9

# ggml's tensor types: numbers in a block, bytes of a block.
_BLOCKS = {
    0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34), 9: (32, 40),
    10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210), 15: (256, 292), 16: (256, 66),
    17: (256, 74), 18: (256, 98), 19: (256, 50), 20: (32, 18), 21: (256, 110), 22: (256, 82), 23: (256, 136),
    24: (1, 1), 25: (1, 2), 26: (1, 4), 27: (1, 8), 28: (1, 8), 29: (256, 56), 30: (1, 2), 34: (256, 54),
    35: (256, 66), 39: (32, 17), 40: (64, 36), 41: (128, 18),
}  # fmt: skip
_REMOVED = frozenset({4, 5, 31, 32, 33, 36, 37, 38})
_LAST_TYPE = 255  # far beyond what there is; a number above it is damage, not a newer format

Value = int | float | bool | str | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """What stands in front of the weights.

    `values` holds numbers, texts up to `KEPT_TEXT` and short arrays of whole numbers, by key; `lengths` the number of
    elements of every array; `markers` the words of the vocabulary that begin like a control token (`<|im_start|>`);
    `tensors` the names of the tensors; `data` is the offset in bytes where their data begins.
    """

    values: Mapping[str, Value]
    lengths: Mapping[str, int]
    markers: frozenset[str]
    tensors: tuple[str, ...]
    data: int


def read_header(file: BinaryIO, size: int) -> Header:
    """Read the header of an open GGUF file of `size` bytes whose first four bytes are `MAGIC`.

    Raises GgufError when it is of another version, damaged, or shorter than it says.
    """
    reader = Reader(file, size)
    reader.take(len(MAGIC))
    _check_version(reader)
    tensors = _count(reader, MOST_TENSORS, "parts")
    keys = _count(reader, MOST_KEYS, "properties")
    values: dict[str, Value] = {}
    lengths: dict[str, int] = {}
    for _ in range(keys):
        _property(reader, values, lengths)
    alignment = values.get("general.alignment", 32)
    if type(alignment) is not int or not 1 <= alignment <= 2**20 or alignment & (alignment - 1):
        raise damaged(f"it says that its parts are aligned to {alignment} bytes")
    names, extent = _tensors(reader, tensors, alignment)
    data = _padded(reader.at, alignment)
    if names and data + extent > size:
        raise GgufError(
            f"The file ends too early: {part_of(size, data + extent)} are there.",
            "It was not copied or downloaded to the end. " + AGAIN,
        )
    return Header(values, lengths, frozenset(reader.markers), names, data)


def _check_version(reader: Reader) -> None:
    version = reader.whole("<I")
    if version == VERSION:
        return
    if version and not version & 0xFFFF:
        raise GgufError(
            "This GGUF file is big-endian: it was made for another kind of processor (IBM Z, for example).",
            "Fetch the usual file of this model; nearly all are little-endian.",
        )
    if version in (1, 2):
        raise GgufError(
            f"This is a GGUF file of version {version}, from 2023, which is not used any more.",
            "Fetch a newer file of this model: since late 2023 they are of version 3.",
        )
    if VERSION < version < 256:
        raise GgufError(
            f"This is a GGUF file of version {version}; this program knows version {VERSION}.",
            "Fetch the model in version 3, or get a newer tutor.",
        )
    raise damaged(f"its version reads {version}")


def _count(reader: Reader, most: int, what: str) -> int:
    count = reader.whole("<Q")
    if count > most:
        raise damaged(f"it claims to have {count:,} {what}")
    return count


def _property(reader: Reader, values: dict[str, Value], lengths: dict[str, int]) -> None:
    key = _name(reader, "the name of a property")
    if key in values or key in lengths:
        raise damaged(f"{key} stands in it twice")
    kind = reader.whole("<I")
    if kind == _TEXT:
        raw = reader.text(MOST_TEXT, key)
        if len(raw) <= KEPT_TEXT:
            values[key] = raw.decode("utf-8", "replace")
        elif key == "tokenizer.chat_template":
            raise damaged(f"its chat template is {in_words(len(raw))} long")
    elif kind == _ARRAY:
        _array(reader, key, values, lengths)
    elif kind in _NUMBERS:
        values[key] = reader.number(_NUMBERS[kind])
    else:
        raise damaged(f"{key} is of a kind ({kind}) that does not exist")


def _array(reader: Reader, key: str, values: dict[str, Value], lengths: dict[str, int]) -> None:
    kind = reader.whole("<I")
    count = reader.whole("<Q")
    lengths[key] = count
    if kind == _TEXT:
        reader.skip_texts(count)
        return
    if kind == _ARRAY:
        raise damaged(f"{key} holds lists in a list, which llama.cpp does not read")
    if kind not in _NUMBERS:
        raise damaged(f"{key} is a list of a kind ({kind}) that does not exist")
    width = struct.calcsize(_NUMBERS[kind])
    if count > MOST_BYTES:
        raise damaged(f"{key} claims to list {count:,} numbers")
    if count > KEPT_ARRAY or kind in _FRACTIONS:
        reader.skip(width * count)
    else:
        raw = reader.take(width * count)
        values[key] = tuple(int(number) for (number,) in struct.iter_unpack(_NUMBERS[kind], raw))


def _tensors(reader: Reader, count: int, alignment: int) -> tuple[tuple[str, ...], int]:
    """The tensors' names, and how many bytes their data take, from the start of the first to the end of the last."""
    names: list[str] = []
    expected: int | None = 0  # None once a format of unknown size was met: what follows cannot be told any more
    extent = 0
    for _ in range(count):
        name = _name(reader, "the name of a tensor")
        dimensions = reader.whole("<I")
        if dimensions > 4:
            raise damaged(f"{name} has {dimensions} dimensions")
        shape = [reader.whole("<Q") for _ in range(dimensions)]
        kind = reader.whole("<I")
        offset = reader.whole("<Q")
        if offset % alignment or (expected is not None and offset != expected) or offset >= 2**60:
            raise damaged(f"{name} is not where it should be")
        size = _size(name, shape, kind)
        expected = None if size is None or expected is None else offset + _padded(size, alignment)
        extent = max(extent, offset + (size or 0))
        names.append(name)
    if len(set(names)) < len(names):
        raise damaged("a tensor stands in it twice")
    return tuple(names), extent


def _size(name: str, shape: list[int], kind: int) -> int | None:
    """Bytes of a tensor's data; None for a format newer than this program."""
    if kind in _REMOVED:
        raise GgufError(
            f"{name} is in a number format that llama.cpp gave up (type {kind}).",
            "Fetch another file of this model, such as Q4_K_M.",
        )
    if kind > _LAST_TYPE:
        raise damaged(f"{name} is in a number format that does not exist ({kind})")
    elements = 1
    for length in shape:
        elements *= length
        if not 0 < length < 2**40 or elements >= 2**50:
            raise damaged(f"{name} claims to have {' x '.join(f'{side:,}' for side in shape)} numbers")
    block = _BLOCKS.get(kind)
    if block is None:
        return None
    if (shape[0] if shape else 1) % block[0]:
        raise damaged(f"the rows of {name} do not divide into blocks of {block[0]}")
    return elements // block[0] * block[1]


def _name(reader: Reader, what: str) -> str:
    return reader.text(MOST_NAME, what).decode("utf-8", "replace")


def _padded(size: int, alignment: int) -> int:
    return (size + alignment - 1) // alignment * alignment
