"""Choosing the next token under a grammar, without the calls that end the process. Only in the worker.

llama.cpp aborts when a token is accepted that the grammar forbids, crashes when it samples with a grammar it could not
read, and takes an empty grammar for none. So a grammar is checked before it is used, and a token before it is accepted.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import llama_cpp as llama
import numpy as np
import numpy.typing as npt

from tutor.model.native import Native, RefusalError

# The grammar is applied to so many of the likeliest tokens, and to more only when none of them is legal: 256 take less
# than a millisecond, all 150,000 of a large vocabulary 25 to 90.
LIKELIEST = (256, 4_096)
# Past this llama.cpp takes a repetition for an unbounded one.
MOST_REPEATED = 2_000
# Characters. A move's grammar has 20,000; rules nested past reason overflow the stack.
LONGEST_GRAMMAR = 400_000

_COMMENT_OR_TEXT = re.compile(r'"(?:\\.|[^"\\\n])*"|\[(?:\\.|[^\]\\\n])*\]|#[^\n]*')
_REPETITION = re.compile(r"\{\s*(\d*)\s*,?\s*(\d*)\s*\}")
_ROOT = re.compile(r"^\s*root\s*::=", re.MULTILINE)

_ENTRY = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])
_TOP_K, _TOP_P = 40, 0.95
# This one means "by chance" to llama.cpp.
_NO_SEED = 0xFFFFFFFF


def grammar_problem(grammar: str) -> str:
    """What is wrong with a grammar before llama.cpp has seen it; "" when nothing is."""
    if "\0" in grammar:
        return "the grammar holds a NUL, which would cut it short"
    if len(grammar) > LONGEST_GRAMMAR:
        return f"the grammar is {len(grammar):,} characters long"
    rules = _COMMENT_OR_TEXT.sub(lambda found: "" if found[0].startswith("#") else "x", grammar)
    if not rules.strip():
        return "the grammar is empty, which would allow everything"
    if not _ROOT.search(rules):
        return "the grammar has no rule named root"
    times = [int(number) for found in _REPETITION.finditer(rules) for number in found.groups() if number]
    if any(number > MOST_REPEATED for number in times):
        return f"the grammar repeats something {max(times):,} times, which would leave it unbounded"
    return ""


class Sampler:
    """Chooses tokens for one text; to be closed."""

    def __init__(self, native: Native, grammar: str, *, temperature: float, seed: int) -> None:
        """Make ready. `grammar` "" is none. Raises RefusalError for a grammar that cannot be used."""
        self._native = native
        self._grammar: Any = None
        if grammar:
            problem = grammar_problem(grammar)
            if not problem:
                self._grammar = llama.llama_sampler_init_grammar(native.vocab, grammar.encode(), b"root")
                problem = "" if self._grammar else "llama.cpp cannot read the grammar"  # a null pointer, not None
            if problem:
                raise RefusalError(problem)
        self._chain = llama.llama_sampler_chain_init(llama.llama_sampler_chain_default_params())
        for step in _steps(temperature, seed):
            llama.llama_sampler_chain_add(self._chain, step)
        self._one = np.zeros(1, _ENTRY)

    def close(self) -> None:
        """Give its memory back; safe to call twice."""
        for sampler in (self._grammar, self._chain):
            if sampler:
                llama.llama_sampler_free(sampler)
        self._grammar = self._chain = None

    def choose(self) -> int | None:
        """The next token, accepted; None when none is legal. Raises RefusalError when the model computes nonsense."""
        logits = np.array(self._native.logits())
        if np.isnan(logits.max()):
            raise RefusalError("the model computes nothing sensible; its file is probably damaged")
        logits[self._native.banned] = -np.inf
        token = next(
            (token for few in self._fewer_first(logits) if (token := self._pick(few, logits)) is not None), None
        )
        if token is None or not self._is_legal(token):
            return None
        if not self._native.ends(token):
            if self._grammar:
                llama.llama_sampler_accept(self._grammar, token)
            llama.llama_sampler_accept(self._chain, token)
        return token

    def _fewer_first(self, logits: npt.NDArray[np.float32]) -> Iterator[npt.NDArray[Any]]:
        """The likeliest tokens, then more, then all; by number, so that of two alike the same one always wins."""
        for count in LIKELIEST:
            if count < len(logits):
                yield np.sort(np.argpartition(logits, len(logits) - count)[len(logits) - count :])
        yield np.arange(len(logits))

    def _pick(self, tokens: npt.NDArray[Any], logits: npt.NDArray[np.float32]) -> int | None:
        entries = np.zeros(len(tokens), _ENTRY)
        entries["id"], entries["logit"] = tokens, logits[tokens]
        given = _as_llama_has_it(entries)
        if self._grammar:
            llama.llama_sampler_apply(self._grammar, ctypes.byref(given))
        if not np.isfinite(entries["logit"]).any():
            return None
        llama.llama_sampler_apply(self._chain, ctypes.byref(given))
        if not 0 <= given.selected < given.size:
            return None
        chosen = given.data[given.selected]
        return int(chosen.id) if np.isfinite(chosen.logit) else None

    def _is_legal(self, token: int) -> bool:
        if not self._grammar:
            return True
        self._one["id"], self._one["logit"] = token, 1.0
        llama.llama_sampler_apply(self._grammar, ctypes.byref(_as_llama_has_it(self._one)))
        return bool(np.isfinite(self._one["logit"][0]))


def _steps(temperature: float, seed: int) -> list[Any]:
    """The samplers that choose among what is legal: the likeliest, or by chance."""
    if not temperature > 0:
        return [llama.llama_sampler_init_greedy()]
    return [
        llama.llama_sampler_init_top_k(_TOP_K),
        llama.llama_sampler_init_top_p(_TOP_P, 1),
        llama.llama_sampler_init_temp(temperature),
        llama.llama_sampler_init_dist(seed % _NO_SEED),
    ]


def _as_llama_has_it(entries: npt.NDArray[Any]) -> Any:
    data = ctypes.cast(entries.ctypes.data, llama.llama_token_data_p)
    return llama.llama_token_data_array(data, len(entries), -1, False)
