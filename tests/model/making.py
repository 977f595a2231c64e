"""GGUF files made by the tests: tiny models of every shape that matters, and one that says what it is told to.

Weights are random or nought; the files are a megabyte at most, made in tens of milliseconds. Nothing of a trained
model is in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import gguf
import numpy as np
from gguf import GGUFWriter, TokenType

# Markers of two known families, and of one that only the tests know.
CHATML = ("<|im_start|>", "<|im_end|>")
LLAMA3 = ("<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>")
OWN = ("<|told|>", "<|asked|>", "<|say|>", "<|over|>")
OWN_TEMPLATE = (
    "{{ bos_token }}{% for m in messages %}{{ '<|told|>' if m.role == 'system' else '<|asked|>' }}{{ m.content }}"
    "<|over|>{% endfor %}{% if add_generation_prompt %}<|say|>{% endif %}"
)
CHARACTERS = [chr(c) for c in range(33, 127)] + list("▁“”‘’–éüç…")
_BYTES = [f"<0x{n:02X}>" for n in range(256)]


@dataclass(frozen=True)
class Vocabulary:
    """Tokens, their scores and their kinds, in the order of their numbers."""

    tokens: list[str]
    scores: list[float]
    kinds: list[int]

    def number(self, token: str) -> int:
        return self.tokens.index(token)


def vocabulary(controls: Iterable[str] = CHATML, words: Iterable[str] = (), end: str | None = None) -> Vocabulary:
    """A SentencePiece vocabulary with a token for every byte, printable ASCII, and the words and controls given."""
    tokens = ["<unk>", "<s>", "</s>", *_BYTES]
    kinds = [TokenType.UNKNOWN, TokenType.CONTROL, TokenType.CONTROL, *[TokenType.BYTE] * 256]
    scores = [0.0] * len(tokens)
    for word in [*CHARACTERS, *words]:
        if word not in tokens:
            tokens.append(word)
            kinds.append(TokenType.NORMAL)
            scores.append(-1000.0 - len(tokens))
    for control in controls:
        tokens.append(control)
        kinds.append(TokenType.CONTROL)
        scores.append(0.0)
    return Vocabulary(tokens, scores, [int(kind) for kind in kinds])


def _describe(
    writer: GGUFWriter, words: Vocabulary, template: str | None, end: str | None, *, beginning: bool = True
) -> None:
    writer.add_tokenizer_model("llama")
    writer.add_token_list(words.tokens)
    writer.add_token_scores(words.scores)
    writer.add_token_types(words.kinds)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(words.number(end) if end else 2)
    writer.add_unk_token_id(0)
    writer.add_add_bos_token(beginning)
    writer.add_add_eos_token(False)
    writer.add_add_space_prefix(False)
    if template is not None:
        writer.add_chat_template(template)


def _finish(writer: GGUFWriter, tensors: dict[str, np.ndarray]) -> None:
    for name, values in tensors.items():
        writer.add_tensor(name, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _attention(
    writer: GGUFWriter, layers: int, width: int, heads: int, inner: int, context: int, kv: int | list[int]
) -> None:
    writer.add_context_length(context)
    writer.add_embedding_length(width)
    writer.add_block_count(layers)
    writer.add_feed_forward_length(inner)
    writer.add_head_count(heads)
    writer.add_head_count_kv(kv)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_freq_base(10000.0)


class Dice:
    """Random matrices, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = np.random.default_rng(seed)

    def matrix(self, rows: int, columns: int, scale: float = 0.2) -> np.ndarray:
        return (self._random.standard_normal((rows, columns)) * scale).astype(np.float32)


def ones(n: int) -> np.ndarray:
    return np.ones(n, np.float32)


def tiny(
    path: Path,
    *,
    seed: int = 0,
    controls: Sequence[str] = CHATML,
    template: str | None = None,
    end: str | None = "<|im_end|>",
    words: Iterable[str] = (),
    context: int = 2048,
    width: int = 32,
    layers: int = 2,
    pooling: int | None = None,
    sharp: float = 1.0,
) -> Path:
    """A model of the llama kind with random weights; `sharp` makes its likelihoods less alike."""
    known = vocabulary(controls, words)
    dice, size = Dice(seed), len(known.tokens)
    writer = GGUFWriter(path, "llama")
    writer.add_name("tiny")
    _attention(writer, layers, width, 4, width * 2, context, 4)
    writer.add_rope_dimension_count(width // 4)
    writer.add_vocab_size(size)
    if pooling is not None:
        writer.add_pooling_type(gguf.PoolingType(pooling))
    _describe(writer, known, template, end)
    tensors = {
        "token_embd.weight": dice.matrix(size, width, 1.0),
        "output_norm.weight": ones(width),
        "output.weight": dice.matrix(size, width, sharp),
    }
    for layer in range(layers):
        tensors |= _block(layer, width, dice)
    _finish(writer, tensors)
    return path


def _block(layer: int, width: int, dice: Dice | None) -> dict[str, np.ndarray]:
    """A layer's attention and feed-forward; without dice they are nought, and what comes in goes out."""
    shapes = {
        "attn_q": (width, width),
        "attn_k": (width, width),
        "attn_v": (width, width),
        "attn_output": (width, width),
        "ffn_gate": (width * 2, width),
        "ffn_up": (width * 2, width),
        "ffn_down": (width, width * 2),
    }
    return {f"blk.{layer}.{name}.weight": ones(width) for name in ("attn_norm", "ffn_norm")} | {
        f"blk.{layer}.{name}.weight": dice.matrix(*shape) if dice else np.zeros(shape, np.float32)
        for name, shape in shapes.items()
    }


def chunks(text: str, taken: Iterable[str] = ()) -> list[str]:
    """Cut a text into tokens no two of which are alike: words, joined to the next where one occurs again."""
    used, found, here = set(taken), [], ""
    for word in text.replace(" ", " ▁").split(" "):
        here += word
        if here and here not in used:
            found.append(here)
            used.add(here)
            here = ""
    if here:  # what is left over at the end belongs to the last
        found[-1] += here
    return found


def speaking(
    path: Path,
    text: str,
    *,
    controls: Sequence[str] = OWN,
    starter: str = "<|say|>",
    end: str = "<|over|>",
    template: str | None = OWN_TEMPLATE,
    context: int = 2048,
    force: float = 3.0,
) -> Path:
    """A model that says `text` after the marker `starter`, whatever was said before it.

    Attention and feed-forward are nought, so that what a token is followed by hangs on that token alone: each of the
    chain has a dimension of its own in the embedding, and its follower's row in the output points there.
    """
    spoken = chunks(text, [*CHARACTERS, *_BYTES])
    known = vocabulary(controls, spoken)
    chain = [known.number(starter), *map(known.number, spoken), known.number(end)]
    size, width = len(known.tokens), -(-len(chain) // 32) * 32
    inwards, outwards = np.zeros((size, width), np.float32), np.zeros((size, width), np.float32)
    for place, (token, follower) in enumerate(pairwise(chain)):
        inwards[token, place] = 1.0
        outwards[follower, place] = force
    writer = GGUFWriter(path, "llama")
    writer.add_name("speaking")
    _attention(writer, 1, width, 4, width * 2, context, 4)
    writer.add_rope_dimension_count(width // 4)
    writer.add_vocab_size(size)
    _describe(writer, known, template, end)
    tensors = {"token_embd.weight": inwards, "output_norm.weight": ones(width), "output.weight": outwards}
    _finish(writer, tensors | _block(0, width, None))
    return path


def sliding(path: Path, *, seed: int = 0, window: int = 32, context: int = 2048) -> Path:
    """A model of the shape of Gemma 3: five layers that see `window` tokens back, and one that sees all."""
    known, dice, width, layers = vocabulary(), Dice(seed), 32, 6
    size = len(known.tokens)
    writer = GGUFWriter(path, "gemma3")
    _attention(writer, layers, width, 4, width * 2, context, 4)
    writer.add_key_length(8)
    writer.add_value_length(8)
    writer.add_sliding_window(window)
    _describe(writer, known, None, "<|im_end|>")
    tensors = {"token_embd.weight": dice.matrix(size, width, 1.0), "output_norm.weight": ones(width)}
    tensors["output.weight"] = dice.matrix(size, width, 1.0)
    for layer in range(layers):
        tensors |= _block(layer, width, dice)
        for name, n in (
            ("attn_q_norm", 8),
            ("attn_k_norm", 8),
            ("post_attention_norm", width),
            ("post_ffw_norm", width),
        ):
            tensors[f"blk.{layer}.{name}.weight"] = ones(n)
    _finish(writer, tensors)
    return path


def recurrent(path: Path, *, seed: int = 0) -> Path:
    """A Mamba: a state instead of a cache of keys and values."""
    known, dice, width, inner, state, rank = vocabulary(), Dice(seed), 32, 64, 16, 2
    size = len(known.tokens)
    writer = GGUFWriter(path, "mamba")
    writer.add_context_length(2048)
    writer.add_embedding_length(width)
    writer.add_block_count(2)
    writer.add_feed_forward_length(0)
    writer.add_head_count(0)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_ssm_conv_kernel(4)
    writer.add_ssm_inner_size(inner)
    writer.add_ssm_state_size(state)
    writer.add_ssm_time_step_rank(rank)
    _describe(writer, known, None, "<|im_end|>")
    tensors = {"token_embd.weight": dice.matrix(size, width, 1.0), "output_norm.weight": ones(width)}
    tensors["output.weight"] = dice.matrix(size, width, 1.0)
    for layer in range(2):
        tensors |= {
            f"blk.{layer}.attn_norm.weight": ones(width),
            f"blk.{layer}.ssm_in.weight": dice.matrix(inner * 2, width),
            f"blk.{layer}.ssm_conv1d.weight": dice.matrix(inner, 4),
            f"blk.{layer}.ssm_conv1d.bias": np.zeros(inner, np.float32),
            f"blk.{layer}.ssm_x.weight": dice.matrix(rank + state * 2, inner),
            f"blk.{layer}.ssm_dt.weight": dice.matrix(inner, rank),
            f"blk.{layer}.ssm_dt.bias": np.zeros(inner, np.float32),
            f"blk.{layer}.ssm_a": -np.exp(dice.matrix(inner, state)),
            f"blk.{layer}.ssm_d": ones(inner),
            f"blk.{layer}.ssm_out.weight": dice.matrix(width, inner),
        }
    _finish(writer, tensors)
    return path


def hybrid(path: Path, *, seed: int = 0) -> Path:
    """A model of the shape of LFM2: one layer of short convolution, one of attention."""
    known, dice, width = vocabulary(), Dice(seed), 32
    size = len(known.tokens)
    writer = GGUFWriter(path, "lfm2")
    _attention(writer, 2, width, 4, width * 2, 2048, [0, 4])
    writer.add_shortconv_l_cache(3)
    writer.add_vocab_size(size)
    _describe(writer, known, None, "<|im_end|>")
    tensors = {"token_embd.weight": dice.matrix(size, width, 1.0), "token_embd_norm.weight": ones(width)}
    tensors["output.weight"] = dice.matrix(size, width, 1.0)
    convolving, attending = _block(0, width, dice), _block(1, width, dice)
    tensors |= {name: values for name, values in convolving.items() if ".attn_" not in name or "attn_norm" in name}
    tensors |= {
        "blk.0.shortconv.conv.weight": dice.matrix(width, 3),
        "blk.0.shortconv.in_proj.weight": dice.matrix(width * 3, width),
        "blk.0.shortconv.out_proj.weight": dice.matrix(width, width),
    }
    tensors |= attending | {"blk.1.attn_q_norm.weight": ones(8), "blk.1.attn_k_norm.weight": ones(8)}
    _finish(writer, tensors)
    return path


def embedding(path: Path) -> Path:
    """A BERT: it makes vectors of texts and writes none."""
    known, dice, width = vocabulary(), Dice(0), 32
    size = len(known.tokens)
    writer = GGUFWriter(path, "bert")
    _attention(writer, 1, width, 4, width * 2, 512, 4)
    writer.add_layer_norm_eps(1e-5)
    writer.add_causal_attention(False)
    writer.add_pooling_type(gguf.PoolingType.MEAN)
    writer.add_token_type_count(2)
    _describe(writer, known, None, None)
    norms = ["token_embd_norm", "blk.0.attn_output_norm", "blk.0.layer_output_norm"]
    tensors = {f"{name}.weight": ones(width) for name in norms}
    tensors |= {f"{name}.bias": np.zeros(width, np.float32) for name in norms}
    tensors |= {
        "token_embd.weight": dice.matrix(size, width),
        "token_types.weight": dice.matrix(2, width),
        "position_embd.weight": dice.matrix(512, width),
    }
    for name, out in (("attn_q", width), ("attn_k", width), ("attn_v", width), ("attn_output", width)):
        tensors[f"blk.0.{name}.weight"] = dice.matrix(out, width)
        tensors[f"blk.0.{name}.bias"] = np.zeros(out, np.float32)
    tensors["blk.0.ffn_up.weight"], tensors["blk.0.ffn_up.bias"] = dice.matrix(width * 2, width), ones(width * 2)
    tensors["blk.0.ffn_down.weight"], tensors["blk.0.ffn_down.bias"] = dice.matrix(width, width * 2), ones(width)
    _finish(writer, tensors)
    return path


def without_vocabulary(path: Path) -> Path:
    """Weights, and no words."""
    dice, width, size = Dice(0), 32, 300
    writer = GGUFWriter(path, "llama")
    _attention(writer, 1, width, 4, width * 2, 512, 4)
    writer.add_rope_dimension_count(8)
    writer.add_vocab_size(size)
    writer.add_tokenizer_model("no_vocab")
    tensors = {"token_embd.weight": dice.matrix(size, width), "output_norm.weight": ones(width)}
    _finish(writer, tensors | {"output.weight": dice.matrix(size, width)} | _block(0, width, dice))
    return path


def of_real_shape(path: Path, *, seed: int = 0, layers: int = 24) -> Path:
    """The shape of a Qwen 2 of half a billion parameters: 4-bit blocks, 151,936 tokens; 280 MB, made in seconds.

    Its words are made of syllables; one in six has something no feedback may hold.
    """
    random, width, inner, size, kv = np.random.default_rng(seed), 896, 4864, 151_936, 128
    writer = GGUFWriter(path, "qwen2")
    writer.add_name("random, of real shape")
    writer.add_context_length(32_768)
    writer.add_embedding_length(width)
    writer.add_block_count(layers)
    writer.add_feed_forward_length(inner)
    writer.add_head_count(14)
    writer.add_head_count_kv(2)
    writer.add_rope_freq_base(1_000_000.0)
    writer.add_layer_norm_rms_eps(1e-6)
    words = byte_pair_words(size - len(CHATML) - 1)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list([*words, "<|endoftext|>", *CHATML])
    writer.add_token_types([int(TokenType.NORMAL)] * len(words) + [int(TokenType.CONTROL)] * 3)
    writer.add_token_merges(["t h", "Ġ t"])
    writer.add_eos_token_id(size - 1)
    writer.add_bos_token_id(size - 3)
    writer.add_add_bos_token(False)

    def blocks(name: str, rows: int, columns: int, spread: float) -> None:
        """A matrix of Q4_0: of every 32 weights, a scale of two bytes and 16 bytes of nibbles."""
        data = random.integers(0, 256, (rows, columns // 32, 18), np.uint8)
        scales = random.uniform(0.5, 1.5, (rows, columns // 32)) * spread / 8
        data[:, :, :2] = scales.astype(np.float16)[..., None].view(np.uint8)
        writer.add_tensor(name, data.reshape(rows, -1), raw_dtype=gguf.GGMLQuantizationType.Q4_0)

    blocks("token_embd.weight", size, width, 0.1)
    writer.add_tensor("output_norm.weight", ones(width))
    for layer in range(layers):
        for name, rows, columns in (
            ("attn_q", width, width),
            ("attn_k", kv, width),
            ("attn_v", kv, width),
            ("attn_output", width, width),
            ("ffn_gate", inner, width),
            ("ffn_up", inner, width),
            ("ffn_down", width, inner),
        ):
            blocks(f"blk.{layer}.{name}.weight", rows, columns, 0.05)
        for name, n in (("attn_q", width), ("attn_k", kv), ("attn_v", kv)):
            writer.add_tensor(f"blk.{layer}.{name}.bias", np.zeros(n, np.float32))
        for name in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"blk.{layer}.{name}.weight", ones(width))
    _finish(writer, {})
    return path


def byte_pair_words(count: int) -> list[str]:
    """So many tokens of a byte-level vocabulary: all bytes, then words with and without a space and a capital."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    found = [chr(n) for n in printable] + [chr(256 + n) for n in range(256 - len(printable))] + ["th", "Ġt"]
    syllables = [first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou"]
    endings = ["", "n", "s", "r", "st", "t"]
    strange = ["_", "Ċ", "7", "((", "æĹ¥", "!"]
    for second in ("", *syllables):
        for first in syllables:
            for third in syllables:
                for place, ending in enumerate(endings):
                    word = first + second + third + ending
                    if (len(found) % 6) == place:
                        word += strange[len(word) % len(strange)]
                    found += [f"Ġ{word}", word, f"Ġ{word.capitalize()}", word.capitalize()]
                    if len(found) >= count:
                        return found[:count]
    raise ValueError(f"no more than {len(found)} words can be made")
