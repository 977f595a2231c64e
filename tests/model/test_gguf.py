"""Reading model files: what sound ones say, and the one clear message for every other."""

from __future__ import annotations

import os
import random
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model import making
from tests.model.gguf_bytes import ARRAY, CHAT, STRING, WEIGHTS, Tensor, gguf_bytes, text
from tests.powers import powerless, run_powerless
from tests.work import grows_linearly, steps
from tutor.errors import TutorError
from tutor.model.gguf import GgufError, Kind, ModelFile, read_gguf, refuse_unless_chat

# Steps; a small sound file takes some 1,600.
AT_ONCE = 10_000


@pytest.fixture
def at(tmp_path: Path) -> Path:
    return tmp_path / "model.gguf"


def read(path: Path, data: bytes) -> ModelFile:
    path.write_bytes(data)
    return read_gguf(path)


def refusal(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(GgufError) as caught:
        read_gguf(path)
    assert caught.value.advice
    return caught.value.what.removeprefix(f"{path}: ")


def words_only(value: object) -> str:
    """A case's name: what is said, not the bytes it is said of."""
    return value if isinstance(value, str) else "-"


def test_a_sound_file_tells_what_loading_needs(at: Path) -> None:
    model = read(at, gguf_bytes())
    assert (model.kind, model.architecture, model.name, model.licence) == (Kind.CHAT, "llama", "Tiny", "apache-2.0")
    assert (model.context, model.embedding, model.vocabulary, model.tokenizer) == (512, 32, 4, "gpt2")
    assert (model.file_type, model.tensors, model.sliding_window, model.recurrent) == ("F32", 2, 0, False)
    assert model.chat_template == CHAT["tokenizer.chat_template"]
    assert model.cache == 2 * 2 * (8 + 8) * 2, "layers, heads, a key and a value of 8 numbers, two bytes each"
    refuse_unless_chat(model)


def test_a_file_of_the_gguf_package_reads_the_same(at: Path) -> None:
    import numpy
    from gguf import GGUFWriter

    writer = GGUFWriter(at, "gemma3")
    writer.add_context_length(8192)
    writer.add_sliding_window(1024)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(["<s>", "a"])
    writer.add_token_scores([0.0, 1.0])
    writer.add_chat_template("{{ messages }}")
    writer.add_tensor("token_embd.weight", numpy.zeros((2, 48), dtype=numpy.float32))
    writer.add_tensor("odd", numpy.zeros(7, dtype=numpy.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    model = read_gguf(at)
    assert (model.kind, model.context, model.sliding_window, model.vocabulary) == (Kind.CHAT, 8192, 1024, 2)
    assert model.tensors == 2


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"tokenizer.chat_template": " "}, Kind.BASE),
        ({"general.architecture": "bert"}, Kind.EMBEDDING),
        ({"llama.pooling_type": 3}, Kind.EMBEDDING),
        ({"tokenizer.ggml.tokens": []}, Kind.NO_VOCABULARY),
        ({"general.architecture": "clip"}, Kind.OTHER),
        ({"general.type": "adapter"}, Kind.OTHER),
        ({"llama.attention.causal": False}, Kind.OTHER),
        ({"split.count": 3}, Kind.PART),
    ],
)
def test_what_cannot_talk_is_named_and_refused(at: Path, changes: dict[str, object], kind: Kind) -> None:
    model = read(at, gguf_bytes({**CHAT, **changes}))
    assert model.kind is kind
    with pytest.raises(GgufError, match=r"model"):
        refuse_unless_chat(model)


def test_a_vocabulary_without_a_model_is_refused(at: Path) -> None:
    assert read(at, gguf_bytes(tensors=())).kind is Kind.NO_WEIGHTS


def test_a_family_that_is_known_needs_no_template(at: Path) -> None:
    words = ["<s>", "<|im_start|>", "<|im_end|>"]
    without = {**CHAT, "tokenizer.chat_template": "", "tokenizer.ggml.tokens": words}
    refuse_unless_chat(read(at, gguf_bytes(without)))


def test_layers_with_a_running_state_are_told_by_name_or_by_their_tensors(at: Path) -> None:
    assert read(at, gguf_bytes({**CHAT, "general.architecture": "lfm2"})).recurrent
    assert read(at, gguf_bytes(tensors=(*WEIGHTS, Tensor("blk.0.ssm_in.weight")))).recurrent


# -- Files that are something else ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty."),
        (bytes(43), "nothing is written in it"),
        (b"PK\x03\x04" + bytes(60), "an archive"),
        (b"\x1f\x8b\x08" + bytes(60), "an archive"),
        (b"\n  <!DOCTYPE html><html><title>Qwen3</title>", "a web page, not the model"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 2497281120\n", "a note that says where"),
        (b"ggjt" + bytes(60), "before GGUF"),
        (b'{"error": "not found"}', "a text file"),
        (struct.pack("<Q", 300) + b'{"weight":{}}', "safetensors"),
        (b"%PDF-1.7", "a PDF"),
        (b"hello", "no GGUF model file"),
    ],
    ids=words_only,
)
def test_what_is_saved_under_a_models_name_by_mistake_is_called_by_its_own(at: Path, data: bytes, words: str) -> None:
    assert words in refusal(at, data)


def test_a_file_that_is_not_there_a_folder_and_a_pipe_are_named(tmp_path: Path) -> None:
    with pytest.raises(GgufError, match="no such file"):
        read_gguf(tmp_path / "none.gguf")
    with pytest.raises(GgufError, match="a folder"):
        read_gguf(tmp_path)
    with pytest.raises(GgufError, match="cannot be read"):
        read_gguf(Path("a\x00b.gguf"))
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(GgufError, match="no ordinary file"):
            read_gguf(tmp_path / "pipe")


@powerless
def test_a_file_that_may_not_be_read_is_named(at: Path) -> None:
    at.write_bytes(gguf_bytes())
    at.chmod(0)
    code = """
        import sys
        from pathlib import Path
        from tutor.model.gguf import GgufError, read_gguf
        try:
            read_gguf(Path(sys.argv[1]))
        except GgufError as error:
            print(error)
        """
    assert "may not read" in run_powerless(code, str(at))


@pytest.mark.parametrize(
    ("version", "words"),
    [
        (1, "version 1, from 2023"),
        (2, "version 2, from 2023"),
        (4, "version 4; this program knows version 3"),
        (0x03000000, "big-endian"),
        (0x02000000, "big-endian"),
        (0, "damaged"),
        (0xDEADBEEF, "damaged"),
    ],
)
def test_other_versions_are_called_by_their_name(at: Path, version: int, words: str) -> None:
    assert words in refusal(at, gguf_bytes(version=version))


# -- Truncation -------------------------------------------------------------------------------------------------------


def test_a_truncated_file_says_how_much_is_there(at: Path) -> None:
    whole = gguf_bytes(tensors=(Tensor(shape=(1024, 300), size=1024 * 300 * 4),))
    assert refusal(at, whole[:700_000]) == "The file ends too early: 700 KB of 1.2 MB are there."
    assert refusal(at, whole[:-1]).startswith("The file ends too early: 1,2")


def test_a_file_cut_anywhere_is_refused(at: Path) -> None:
    whole = gguf_bytes(tensors=(Tensor(shape=(1024, 50), size=1024 * 50 * 4),))
    header = len(gguf_bytes(tensors=(Tensor(shape=(1024, 50), size=1024 * 50 * 4),), data=False))
    for end in [*range(1, header + 1), *range(4096, len(whole), 4096)]:
        assert refusal(at, whole[:end])
    assert read(at, whole)


@pytest.mark.parametrize("counts", [(0, 1), (1, 0), (4096, 4096)])
def test_forty_three_bytes_are_read_at_once(at: Path, counts: tuple[int, int]) -> None:
    lie = struct.pack("<4sIQQQ", b"GGUF", 3, *counts, 11).ljust(43, b"k")
    assert steps(lambda: refusal(at, lie)) < AT_ONCE


# -- Lies -------------------------------------------------------------------------------------------------------------


def with_property(raw: bytes) -> bytes:
    return gguf_bytes({**CHAT, "extra": raw})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (gguf_bytes(counts=(2**63, 1)), "parts"),
        (gguf_bytes(counts=(1, 2**64 - 1)), "properties"),
        (with_property(struct.pack("<IQ", STRING, 2**62)), "claims to be 4.6 EB long"),
        (with_property(struct.pack("<IQ", STRING, 5_000_000)), "ends in the middle of its header"),
        (with_property(struct.pack("<IIQ", ARRAY, STRING, 2**60)), "more than 2,000,000 texts"),
        (with_property(struct.pack("<IIQ", ARRAY, STRING, 1_000_000)), "ends in the middle"),
        (with_property(struct.pack("<IIQ", ARRAY, 4, 2**62)), "claims to list"),
        (with_property(struct.pack("<IIQ", ARRAY, 4, 2**24)), "ends in the middle"),
        (with_property(struct.pack("<IIQ", ARRAY, ARRAY, 1) * 1000), "lists in a list"),
        (with_property(struct.pack("<IIQ", ARRAY, 77, 1)), "does not exist"),
        (with_property(struct.pack("<I", 13)), "does not exist"),
        (gguf_bytes(CHAT | {"general.alignment": 24}), "aligned to 24 bytes"),
        (gguf_bytes(CHAT | {"general.alignment": "32"}), "aligned to 32 bytes"),
        (gguf_bytes(tensors=(Tensor(shape=(2**63, 2)),)), "claims to have"),
        (gguf_bytes(tensors=(Tensor(shape=(2**33, 2**33)),)), "claims to have"),
        (gguf_bytes(tensors=(Tensor(shape=(0, 4)),)), "claims to have"),
        (gguf_bytes(tensors=(Tensor(shape=(1,) * 5),)), "5 dimensions"),
        (gguf_bytes(tensors=(Tensor(kind=12, shape=(100, 4)),)), "blocks of 256"),
        (gguf_bytes(tensors=(Tensor(kind=31),)), "gave up"),
        (gguf_bytes(tensors=(Tensor(kind=4_000_000_000),)), "does not exist"),
        (gguf_bytes(tensors=(Tensor(offset=2**62),)), "not where it should be"),
        (gguf_bytes(tensors=(Tensor(), Tensor("b", offset=32))), "not where it should be"),
        (gguf_bytes(tensors=(Tensor(), Tensor())), "stands in it twice"),
        (gguf_bytes(tensors=(Tensor(shape=(32, 400)),)), "ends too early"),
        (gguf_bytes({"x" * 2000: 1}), "the name of a property"),
    ],
    ids=words_only,
)  # fmt: skip
def test_a_file_that_lies_about_a_size_is_refused_at_once(at: Path, data: bytes, words: str) -> None:
    assert words in refusal(at, data)
    assert steps(lambda: refusal(at, data)) < AT_ONCE


def test_a_property_that_stands_twice_is_refused(at: Path) -> None:
    once = text("general.name") + struct.pack("<I", STRING) + text("Tiny")
    data = gguf_bytes(counts=(2, len(CHAT) + 1))
    assert "twice" in refusal(at, data[:24] + once + data[24:])


def test_a_number_format_from_the_future_is_left_to_llama_cpp(at: Path) -> None:
    assert read(at, gguf_bytes(tensors=(Tensor(kind=77), Tensor("b", offset=64)))).kind is Kind.CHAT


def test_a_template_of_a_megabyte_is_no_template(at: Path) -> None:
    assert "chat template" in refusal(at, gguf_bytes({**CHAT, "tokenizer.chat_template": "x" * 1_000_000}))


def test_numbers_that_cannot_be_true_count_as_not_given(at: Path) -> None:
    model = read(at, gguf_bytes({**CHAT, "llama.block_count": 2**32 - 1, "llama.context_length": "long"}))
    assert (model.cache, model.context) == (0, 0)


def with_words(count: int) -> bytes:
    words = [f"w{number}" for number in range(count)]
    return gguf_bytes({**CHAT, "tokenizer.ggml.tokens": words, "tokenizer.ggml.merges": words})


def test_a_large_vocabulary_is_read(at: Path) -> None:
    assert read(at, with_words(150_000)).vocabulary == 150_000


def test_the_work_grows_with_the_vocabulary_and_no_faster(at: Path) -> None:
    grows_linearly(lambda data: read(at, data), with_words, 1_000)


# -- Damage -----------------------------------------------------------------------------------------------------------

HEADER = len(gguf_bytes(data=False))


def survives(path: Path, data: bytes) -> None:
    """Reading ends soon, with a description or with words; nothing else comes out."""
    path.write_bytes(data)
    said = ""

    def look() -> None:
        nonlocal said
        try:
            said = str(read_gguf(path).size)
        except TutorError as error:
            said = error.advice and error.what

    assert steps(look) < AT_ONCE
    assert said


def test_every_single_bit_flipped_in_the_header(at: Path) -> None:
    whole = gguf_bytes()
    chosen = random.Random(3)
    for place in range(HEADER):
        data = bytearray(whole)
        data[place] ^= 1 << chosen.randrange(8)
        survives(at, bytes(data))


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_anything_after_the_first_four_bytes(tmp_path_factory: pytest.TempPathFactory, rest: bytes) -> None:
    survives(tmp_path_factory.getbasetemp() / "anything.gguf", b"GGUF" + struct.pack("<I", 3) + rest)


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(8, HEADER - 8), st.integers(0, 2**64 - 1)), min_size=1, max_size=4))
def test_any_numbers_written_over_the_header(
    tmp_path_factory: pytest.TempPathFactory, writes: list[tuple[int, int]]
) -> None:
    data = bytearray(gguf_bytes())
    for place, number in writes:
        data[place : place + 8] = struct.pack("<Q", number)
    survives(tmp_path_factory.getbasetemp() / "written.gguf", bytes(data))


def test_the_files_that_llama_cpp_loads_in_other_tests_are_read_as_what_they_are(tmp_path: Path) -> None:
    made = {
        Kind.CHAT: (making.tiny, making.sliding, making.recurrent, making.hybrid),
        Kind.EMBEDDING: (making.embedding,),
        Kind.NO_VOCABULARY: (making.without_vocabulary,),
    }
    for kind, makers in made.items():
        for make in makers:
            model = read_gguf(make(tmp_path / f"{make.__name__}.gguf"))
            assert model.kind is kind, make
            assert model.recurrent == (make in (making.recurrent, making.hybrid))
            assert bool(model.sliding_window) == (make is making.sliding)
