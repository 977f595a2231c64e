"""llama.cpp, called with care: a model and its context, tokens, and what is in the cache. Only in the worker.

Everything here that can end the process if it is called wrongly is called in one place, with what it needs checked.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import llama_cpp as llama
import numpy as np
import numpy.typing as npt

from tutor.model.stop import Stop, length_of_string

# A text token that looks like a control token ("<think>"): llama.cpp reads it in any text.
_MARKER = re.compile(r"[<\[].*[>\]]", re.DOTALL)
_NO_VOCABULARY = 0
_USER_DEFINED = llama.LLAMA_TOKEN_ATTR_USER_DEFINED
_UNWRITABLE = llama.LLAMA_TOKEN_ATTR_UNKNOWN | llama.LLAMA_TOKEN_ATTR_UNUSED | llama.LLAMA_TOKEN_ATTR_CONTROL


class RefusalError(Exception):
    """A model or a request cannot be served; the message says why, in words for a teacher."""


class TooLongError(RefusalError):
    """A prompt has more tokens than the model reads: a shorter one may be served."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a model is run: `context` and `batch` in tokens, `threads` of the processor."""

    context: int = 4096
    threads: int = 1
    batch: int = 128


class Native:
    """A model, loaded, with one sequence of tokens in its cache."""

    def __init__(self, path: Path, settings: Settings, stop: Stop) -> None:
        """Load it. Raises RefusalError for what is no chat model; may end the process on a damaged file."""
        # Straight to descriptor 2: the default of the package goes through Python, line by line.
        llama.llama_log_set(llama.llama_log_callback(), ctypes.c_void_p(0))
        model = llama.llama_model_load_from_file(str(path).encode(), llama.llama_model_default_params())
        if not model:
            raise RefusalError("llama.cpp cannot read its file: damaged, cut short, or of a kind it does not know")
        self._model = model
        self.vocab = llama.llama_model_get_vocab(model)
        self._refuse_what_cannot_chat()
        self.size = llama.llama_vocab_n_tokens(self.vocab)
        self.context = min(settings.context, llama.llama_model_n_ctx_train(model) or settings.context)
        self.threads = settings.threads
        self._learn_tokens()
        parameters = llama.llama_context_default_params()
        parameters.n_ctx = self.context
        # Small batches: a stop is seen between them at the latest, and the memory for them is small.
        parameters.n_batch = parameters.n_ubatch = self.batch = min(settings.batch, self.context)
        parameters.n_threads = parameters.n_threads_batch = settings.threads
        parameters.swa_full = False
        self._is_stopped = ctypes.cast(length_of_string(), llama.ggml_abort_callback)
        self._stop = stop
        self._ctx = llama.llama_init_from_model(model, parameters)
        if not self._ctx:
            raise RefusalError(f"there is not enough memory for it, with room for {self.context} tokens")
        llama.llama_set_abort_callback(self._ctx, self._is_stopped, ctypes.c_void_p(stop.address))
        # With a sliding window what has slid out is gone, and a recurrent state knows no way back.
        self.rolls = not (
            llama.llama_model_is_recurrent(model)
            or llama.llama_model_is_hybrid(model)
            or llama.llama_model_n_swa(model) > 0
        )
        self.fingerprint = (
            f"{llama.__version__} {llama.llama_version().decode()} context {self.context} batch {self.batch} "
            f"cache {parameters.type_k},{parameters.type_v} attention {parameters.flash_attn_type}"
        )

    def _refuse_what_cannot_chat(self) -> None:
        kind = self.metadata("general.architecture")
        if llama.llama_vocab_type(self.vocab) == _NO_VOCABULARY:
            raise RefusalError("it has no vocabulary, so no text can be read or written with it")
        if llama.llama_model_has_encoder(self._model) or not llama.llama_model_has_decoder(self._model):
            raise RefusalError("it is an encoder, which reads texts and writes none; a chat model is needed")
        pooled = self.metadata(f"{kind}.pooling_type") not in ("", "0")
        if pooled or self.metadata(f"{kind}.attention.causal") == "false":
            raise RefusalError("it is an embedding model, which compares texts and writes none; a chat model is needed")
        if llama.llama_model_is_diffusion(self._model):
            raise RefusalError("it is a diffusion model, which does not write word by word; a chat model is needed")

    def _learn_tokens(self) -> None:
        """Which tokens are never written or read as what they are, and the markers among the text tokens."""
        attributes = [llama.llama_vocab_get_attr(self.vocab, token) for token in range(self.size)]
        self.controls: dict[int, str] = {}
        markers = []
        for token, attribute in enumerate(attributes):
            if attribute & llama.LLAMA_TOKEN_ATTR_CONTROL:
                self.controls[token] = self._text_of(token)
            elif attribute & _USER_DEFINED and _MARKER.fullmatch(self._text_of(token)):
                markers.append(token)
        ends = {token for token in self.controls if llama.llama_vocab_is_eog(self.vocab, token)}
        unwritable = {token for token, attribute in enumerate(attributes) if attribute & _UNWRITABLE}
        self.banned = np.array(sorted((unwritable | set(markers)) - ends), np.int64)
        texts = sorted((self._text_of(token) for token in markers), key=len, reverse=True)
        self._marker = re.compile("|".join(map(re.escape, texts))) if texts else None

    def _text_of(self, token: int) -> str:
        return (llama.llama_vocab_get_text(self.vocab, token) or b"").decode("utf-8", "replace")

    def metadata(self, key: str) -> str:
        """A value of the file's metadata, as text; "" when there is none."""
        room = ctypes.create_string_buffer(256)
        length = llama.llama_model_meta_val_str(self._model, key.encode(), room, len(room))
        return room.value.decode("utf-8", "replace") if length >= 0 else ""

    @property
    def template(self) -> str:
        """The model's own chat template; "" when it has none."""
        return (llama.llama_model_chat_template(self._model, None) or b"").decode("utf-8", "replace")

    def special(self, which: str) -> str:
        """The text of the token that begins ("bos") or ends ("eos") a text; "" when there is none."""
        token = {"bos": llama.llama_vocab_bos, "eos": llama.llama_vocab_eos}[which](self.vocab)
        return self._text_of(token) if token >= 0 else ""

    # Text and tokens.

    def tokens_of_piece(self, piece: str) -> list[int]:
        """The tokens of a piece of template, control tokens among them."""
        return self._tokenise(piece, special=True)

    def tokens_of_content(self, content: str) -> list[int]:
        """The tokens of what somebody wrote: none of them is a control token, or a marker that looks like one."""
        parts, start = [], 0
        for found in self._marker.finditer(content) if self._marker else ():
            parts.append(content[start : found.start() + 1])  # cut after its first character it is a marker no more
            start = found.start() + 1
        parts.append(content[start:])
        tokens = [token for part in parts for token in self._tokenise(part, special=False)]
        if any(token in self.controls for token in tokens):
            raise RefusalError("its vocabulary reads control tokens in plain text")
        return tokens

    def _tokenise(self, text: str, *, special: bool) -> list[int]:
        given = text.replace("\0", "").encode("utf-8", "replace")
        if not given:
            return []
        room = (llama.llama_token * (len(given) + 8))()
        count = llama.llama_tokenize(self.vocab, given, len(given), room, len(room), False, special)
        if count < 0:
            raise RefusalError("its vocabulary cannot read a text")
        return list(room[:count])

    def beginning(self, tokens: Sequence[int]) -> list[int]:
        """The tokens with the one that begins a text before them, when this model wants that and it is not there."""
        first = llama.llama_vocab_bos(self.vocab)
        wanted = llama.llama_vocab_get_add_bos(self.vocab) and first >= 0 and list(tokens[:1]) != [first]
        return [first, *tokens] if wanted else list(tokens)

    def bytes_of(self, token: int) -> bytes:
        """What a token stands for in a text: part of a character, a word, or nothing (a control token)."""
        room = ctypes.create_string_buffer(64)
        length = llama.llama_token_to_piece(self.vocab, token, room, len(room), 0, False)
        if length < 0:
            room = ctypes.create_string_buffer(-length)
            length = llama.llama_token_to_piece(self.vocab, token, room, len(room), 0, False)
        return room.raw[: max(length, 0)]

    def ends(self, token: int) -> bool:
        """Whether this token ends what the model has to say."""
        return bool(llama.llama_vocab_is_eog(self.vocab, token))

    # The sequence in the cache.

    def evaluate(self, tokens: Iterable[int]) -> bool:
        """Evaluate tokens after those in the cache, at most a batch of them; whether it was done (not stopped)."""
        given = list(tokens)
        room = (llama.llama_token * len(given))(*given)
        result = llama.llama_decode(self._ctx, llama.llama_batch_get_one(room, len(given)))
        if result in (0, 2):
            return bool(result == 0)
        raise RefusalError("llama.cpp could not evaluate the prompt: no memory, or no room left in the context")

    def logits(self) -> npt.NDArray[np.float32]:
        """How likely each token is after the last one evaluated; a view that the next evaluation changes."""
        return np.ctypeslib.as_array(llama.llama_get_logits_ith(self._ctx, -1), shape=(self.size,))

    def roll_back(self, length: int) -> bool:
        """Keep the first `length` tokens of the sequence; False when this model cannot, and must be cleared."""
        return self.rolls and bool(llama.llama_memory_seq_rm(self._memory, 0, length, -1))

    def clear(self) -> None:
        """Take everything out of the cache."""
        llama.llama_memory_clear(self._memory, True)

    @property
    def _memory(self) -> Any:
        return llama.llama_get_memory(self._ctx)

    def state_size(self) -> int:
        """Bytes that `state` would take."""
        return int(llama.llama_state_seq_get_size(self._ctx, 0))

    def state(self) -> bytes:
        """The sequence's state, to be put back later; b"" when it cannot be had."""
        size = self.state_size()
        room = (ctypes.c_uint8 * size)()
        return bytes(room) if llama.llama_state_seq_get_data(self._ctx, room, size, 0) == size else b""

    def put_back(self, state: bytes) -> bool:
        """Replace the sequence by one that `state` gave. It must be that, byte for byte: llama.cpp checks little."""
        self.clear()
        room = (ctypes.c_uint8 * len(state)).from_buffer_copy(state)
        if llama.llama_state_seq_set_data(self._ctx, room, len(state), 0) == len(state):
            return True
        self.clear()
        return False
