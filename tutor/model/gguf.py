"""What a model file is: its header put into the words that choosing, checking and loading need."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tutor.errors import TutorError
from tutor.model.amounts import in_words
from tutor.model.bounded import GgufError
from tutor.model.header import MAGIC, Header, read_header

__all__ = ["GgufError", "Kind", "ModelFile", "read_gguf"]


class Kind(StrEnum):
    """What a file is good for."""

    CHAT = "chat"  # writes text, and says how a conversation is put to it
    BASE = "base"  # writes text, but neither has a chat template nor is of a family that is known to need none
    EMBEDDING = "embedding"  # turns text into numbers; it cannot write
    NO_VOCABULARY = "no vocabulary"  # weights without words
    NO_WEIGHTS = "no weights"  # words without weights
    PART = "part"  # one of several files of a model
    OTHER = "other"  # an adapter, a picture encoder, a translator, a speech decoder


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """A sound GGUF file. Sizes are in bytes, lengths in tokens; what the file does not say is "" or 0.

    `sliding_window` is the number of tokens some layers look back over, 0 when all look over everything. `recurrent`
    says that some layers keep a running state that cannot be rolled back. `cache` is the bytes that each token of
    context takes in the key-value cache at 16 bits, as far as the header tells.
    """

    path: Path
    size: int
    kind: Kind
    architecture: str
    name: str
    licence: str
    file_type: str
    context: int
    embedding: int
    vocabulary: int
    tokenizer: str
    chat_template: str
    sliding_window: int
    recurrent: bool
    cache: int
    tensors: int
    data_offset: int

    def memory(self, context: int) -> int:
        """About how many bytes of memory the model takes at this context: weights, cache, and room to calculate in."""
        return self.size + self.cache * context + _ROOM


_ROOM = 300_000_000
"""Bytes for buffers, Python and llama.cpp itself: an estimate, of the size seen with models of one to four billion."""

# The header's number for how most weights are stored, and the name that file names use (llama.cpp's llama_ftype).
_FILE_TYPES = {
    0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K", 11: "Q3_K_S", 12: "Q3_K_M",
    13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M", 18: "Q6_K", 19: "IQ2_XXS", 20: "IQ2_XS",
    21: "Q2_K_S", 22: "IQ3_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL", 26: "IQ3_S", 27: "IQ3_M", 28: "IQ2_S",
    29: "IQ2_M", 30: "IQ4_XS", 31: "IQ1_M", 32: "BF16", 36: "TQ1_0", 37: "TQ2_0", 38: "MXFP4", 39: "NVFP4", 40: "Q1_0",
}  # fmt: skip

# llama.cpp's names of architectures, by what they are.
_EMBEDDING = frozenset(
    "bert nomic-bert nomic-bert-moe jina-bert-v2 jina-bert-v3 modern-bert neo-bert eurobert gemma-embedding llama-embed"
    " t5encoder".split()
)
_OTHER = frozenset("clip t5 wavtokenizer-dec dream llada llada-moe rnd1".split())
_RECURRENT = frozenset(
    "mamba mamba2 rwkv6 rwkv6qwen2 rwkv7 arwkv7 jamba falcon-h1 granitehybrid lfm2 lfm2moe nemotron_h nemotron_h_moe"
    " plamo2 qwen3next qwen35 qwen35moe kimi-linear".split()
)
_FAMILIES = frozenset({"<|im_start|>", "<|start_header_id|>", "<|start_of_role|>"})  # `template` knows their layouts
_STATE = ("ssm_", "time_mix", "shortconv")  # tensors that only layers with a running state have

# What is saved under a model's name by mistake, by how it begins.
_OTHER_FILES: tuple[tuple[tuple[bytes, ...], str, str], ...] = (
    (
        (b"<!doctype", b"<html", b"<head", b"<?xml"),
        "This is a web page, not the model: the browser saved the page that leads to it.",
        "Open the page again and press its download button next to the file; the file has gigabytes.",
    ),
    (
        (b"version https://git-lfs", b"oid sha256:"),
        "This is a note that says where the model is (Git LFS), not the model.",
        "Fetch the file itself, with the download button of the page it is on; the file has gigabytes.",
    ),
    (
        (b"pk\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"rar!", b"\xfd7zxz", b"bzh", b"\x28\xb5\x2f\xfd"),
        "This is an archive, not a model file.",
        "Unpack it first, and add the .gguf file that is in it.",
    ),
    (
        (b"ggjt", b"tjgg", b"ggla", b"lmgg", b"fmgg", b"ggmf"),
        "This is a model in a format from before GGUF (2023), which is not read any more.",
        "Fetch a newer file of this model, one whose name ends in .gguf.",
    ),
    ((b"%pdf",), "This is a PDF, not a model file.", "A model file's name ends in .gguf."),
    ((b"{", b"["), "This is a text file, not a model file.", "A model file's name ends in .gguf; it has gigabytes."),
)


def read_gguf(path: Path) -> ModelFile:
    """Read what a GGUF file says of itself, and check that all of it is there.

    Reads the header only, and no more than some megabytes whatever the file claims. Raises GgufError when there is no
    such file, it may not be read, is no GGUF file of version 3, is damaged, or ends too early.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise GgufError("This is a folder, not a model file.", "Name the .gguf file in it.")
        if not stat.S_ISREG(status.st_mode):
            raise GgufError("This is no ordinary file.", "Name the .gguf file itself.")
        with path.open("rb") as file:
            _check_begin(file.read(512), status.st_size)
            file.seek(0)
            return _described(path, status.st_size, read_header(file, status.st_size))
    except GgufError as error:
        raise GgufError(f"{path}: {error.what}", error.advice) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _unreadable(path, error) from None


def refuse_unless_chat(model: ModelFile) -> None:
    """Raise GgufError, with what to fetch instead, unless a lesson can talk with the model."""
    if model.kind is Kind.CHAT:
        return
    what, advice = _UNFIT[model.kind]
    raise GgufError(f"{model.path}: {what}", advice)


_INSTRUCT = "Fetch a chat model: its name often has Instruct, it or Chat in it."
_UNFIT = {
    Kind.BASE: ("This model only continues texts; it was not made for conversation (no chat template).", _INSTRUCT),
    Kind.EMBEDDING: ("This is an embedding model: it turns texts into numbers and cannot write.", _INSTRUCT),
    Kind.NO_VOCABULARY: ("This model has no vocabulary, so it can neither read nor write.", _INSTRUCT),
    Kind.NO_WEIGHTS: ("This file holds a vocabulary only, without the model.", _INSTRUCT),
    Kind.PART: ("This is one part of a model that comes in several files.", "Fetch it as one file, or a smaller one."),
    Kind.OTHER: ("This is a part or an addition for other models, not a model that can talk.", _INSTRUCT),
}


def _check_begin(start: bytes, size: int) -> None:
    if start.startswith(MAGIC):
        return
    if not size:
        raise GgufError("The file is empty.", "It was not copied. Copy or fetch it again.")
    if not start.strip(b"\x00"):
        raise GgufError(
            f"The file has room for {in_words(size)}, but nothing is written in it.",
            "The copy or download never finished. Copy or fetch it again.",
        )
    plain = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for begins, what, advice in _OTHER_FILES:
        if plain.startswith(begins):
            raise GgufError(what, advice)
    if start[8:9] == b"{":
        raise GgufError(
            "This looks like a model in another form (safetensors).",
            "Fetch the same model as GGUF: the file's name ends in .gguf.",
        )
    raise GgufError("This is no GGUF model file.", "A model file's name ends in .gguf; see docs/models.md.")


def _unreadable(path: Path, error: Exception) -> TutorError:
    if isinstance(error, FileNotFoundError):
        return GgufError(f"{path}: There is no such file.", "Look at the name and the folder again.")
    if isinstance(error, PermissionError):
        return GgufError(f"{path}: You may not read this file.", "Copy it to a folder of your own, and add that copy.")
    why = getattr(error, "strerror", None) or error
    return GgufError(f"{path}: The file cannot be read ({why}).", "Try the stick or disk again, or copy the file anew.")


def _described(path: Path, size: int, header: Header) -> ModelFile:
    architecture = _text(header, "general.architecture")
    tokenizer = _text(header, "tokenizer.ggml.model")
    return ModelFile(
        path=path,
        size=size,
        kind=_kind(header, architecture),
        architecture=architecture,
        name=_text(header, "general.name"),
        licence=_licence(header),
        file_type=_FILE_TYPES.get(_whole(header, "general.file_type", -1), ""),
        context=_whole(header, f"{architecture}.context_length"),
        embedding=_whole(header, f"{architecture}.embedding_length"),
        vocabulary=header.lengths.get("tokenizer.ggml.tokens", 0),
        tokenizer=tokenizer,
        chat_template=_text(header, "tokenizer.chat_template"),
        sliding_window=_whole(header, f"{architecture}.attention.sliding_window"),
        recurrent=architecture in _RECURRENT or any(mark in name for name in header.tensors for mark in _STATE),
        cache=_cache(header, architecture),
        tensors=len(header.tensors),
        data_offset=header.data,
    )


def _kind(header: Header, architecture: str) -> Kind:
    if _whole(header, "split.count") > 1:
        return Kind.PART
    if architecture in _OTHER or _text(header, "general.type") not in ("", "model"):
        return Kind.OTHER
    # Pooling 0 is none; an embedding model made from a chat model is told by it alone.
    if architecture in _EMBEDDING or _whole(header, f"{architecture}.pooling_type") > 0:
        return Kind.EMBEDDING
    if header.values.get(f"{architecture}.attention.causal") is False:
        return Kind.OTHER
    if not header.lengths.get("tokenizer.ggml.tokens"):
        return Kind.NO_VOCABULARY
    if not header.tensors:
        return Kind.NO_WEIGHTS
    chats = _text(header, "tokenizer.chat_template").strip() or not _FAMILIES.isdisjoint(header.markers)
    return Kind.CHAT if chats else Kind.BASE


def _licence(header: Header) -> str:
    short = _text(header, "general.license")
    return short if short not in ("", "other") else _text(header, "general.license.name") or short


def _cache(header: Header, architecture: str) -> int:
    """Bytes of keys and values for a token: per layer and head, a key and a value, of two bytes a number."""
    layers = _whole(header, f"{architecture}.block_count")
    heads = _whole(header, f"{architecture}.attention.head_count")
    shared = header.values.get(f"{architecture}.attention.head_count_kv", heads)
    all_heads = sum(shared) if isinstance(shared, tuple) else layers * (shared if isinstance(shared, int) else 0)
    width = _whole(header, f"{architecture}.embedding_length") // heads if heads else 0
    key = _whole(header, f"{architecture}.attention.key_length", width)
    value = _whole(header, f"{architecture}.attention.value_length", width)
    amount = all_heads * (key + value) * 2
    return amount if amount < 2**30 else 0  # a gigabyte for a token is a lie


def _text(header: Header, key: str) -> str:
    value = header.values.get(key, "")
    return value if isinstance(value, str) else ""


def _whole(header: Header, key: str, otherwise: int = 0) -> int:
    value = header.values.get(key)
    return value if type(value) is int and 0 <= value < 2**62 else otherwise
