"""GGUF files put together byte by byte, so that they can lie."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

U32, STRING, ARRAY, BOOL = 4, 8, 9, 7

CHAT: Mapping[str, Any] = {
    "general.architecture": "llama",
    "general.name": "Tiny",
    "general.license": "apache-2.0",
    "general.file_type": 0,
    "llama.context_length": 512,
    "llama.embedding_length": 32,
    "llama.block_count": 2,
    "llama.attention.head_count": 4,
    "llama.attention.head_count_kv": 2,
    "tokenizer.ggml.model": "gpt2",
    "tokenizer.ggml.tokens": ["<s>", "a", "b", "c"],
    "tokenizer.chat_template": "{{ messages[0].content }}",
}
"""What a small chat model says of itself."""


@dataclass(frozen=True)
class Tensor:
    name: str = "token_embd.weight"
    shape: Sequence[int] = (32, 4)
    kind: int = 0
    offset: int | None = None  # None: where it belongs
    size: int = 512


WEIGHTS = (Tensor(), Tensor("output.weight"))


def text(value: str | bytes) -> bytes:
    raw = value.encode() if isinstance(value, str) else value
    return struct.pack("<Q", len(raw)) + raw


def value(item: Any) -> bytes:
    """A property's kind and value: bytes as they are, the rest by their Python type."""
    match item:
        case bytes():
            return item
        case bool():
            return struct.pack("<I?", BOOL, item)
        case int():
            return struct.pack("<II", U32, item)
        case str():
            return struct.pack("<I", STRING) + text(item)
        case [str(), *_] | []:
            return struct.pack("<IIQ", ARRAY, STRING, len(item)) + b"".join(map(text, item))
        case [*_]:
            return struct.pack(f"<IIQ{len(item)}I", ARRAY, U32, len(item), *item)
    raise TypeError(item)


def gguf_bytes(
    properties: Mapping[str, Any] = CHAT,
    tensors: Sequence[Tensor] = WEIGHTS,
    *,
    magic: bytes = b"GGUF",
    version: int = 3,
    counts: tuple[int, int] | None = None,
    alignment: int = 32,
    data: bool = True,
) -> bytes:
    """A GGUF file; `counts` (of tensors, of properties) may claim anything."""
    head = magic + struct.pack("<IQQ", version, *(counts or (len(tensors), len(properties))))
    head += b"".join(text(key) + value(item) for key, item in properties.items())
    at = 0
    for tensor in tensors:
        offset = at if tensor.offset is None else tensor.offset
        head += text(tensor.name) + struct.pack(f"<I{len(tensor.shape)}Q", len(tensor.shape), *tensor.shape)
        head += struct.pack("<IQ", tensor.kind, offset)
        at += -(-tensor.size // alignment) * alignment
    if tensors:
        head += bytes(-len(head) % alignment)
    return head + bytes(at if data else 0)
