"""Prompts into texts: what is new is evaluated, what the grammar allows is written. Only in the worker.

Evaluation goes in blocks whose borders depend on the prompt alone, and only whole blocks are reused: floating point
sums differ a little with how a prompt is cut, and the same request is to give the same text whatever went before it.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise, takewhile
from time import perf_counter

from tutor.model.native import Native, TooLongError
from tutor.model.prefix import PrefixStore, prefix_key
from tutor.model.request import Draft, Ending, Request
from tutor.model.sampling import Sampler
from tutor.model.stop import Stop
from tutor.model.template import Layout

# Tokens. A turn's blocks are small, since the next turn may begin alike and go on differently (the last takes the rest
# and is up to twice as long); in smaller ones yet llama.cpp takes half as long again for a token.
TURN_BLOCK = 64
# A text shorter than this is none.
_LEAST_ROOM = 16


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the cache held, and how to bring it back."""

    tokens: list[int]
    cut: list[int]
    state: bytes


@dataclass(slots=True)
class Work:
    """Prompt tokens evaluated, and those that needed not be."""

    evaluated: int = 0
    reused: int = 0


class _StoppedError(Exception):
    pass


class Engine:
    """A loaded model that writes texts, one at a time."""

    def __init__(self, native: Native, layout: Layout, identity: str, stop: Stop, store: PrefixStore | None) -> None:
        self._native, self._layout, self._identity, self._stop, self._store = native, layout, identity, stop, store
        self._held: list[int] = []  # what is in the cache
        self._cut: list[int] = []  # the borders it was evaluated by
        self._snapshots: dict[str, Snapshot] = {}  # only of models that cannot roll back

    def warm(self, system: str, opening: str) -> Work:
        """Evaluate what stays the same, or fetch it from the disk. Raises TooLongError when it does not fit."""
        tokens = self._fixed_tokens(system, opening)
        self._refuse_too_long(len(tokens))
        work = Work()
        try:
            self._settle(tokens, len(tokens), work)
        except _StoppedError:
            self._recover()
        return work

    def write(self, request: Request, on_piece: Callable[[str], None], started: float) -> Draft:
        """Write a text; `started` is when the request came (perf_counter). Raises RefusalError when it cannot."""
        fixed = self._fixed_tokens(request.system, request.opening)
        content = self._native.tokens_of_content(request.turn.strip())
        tokens = [*fixed, *content, *self._native.tokens_of_piece(self._layout.last)]
        room = self._refuse_too_long(len(tokens))
        sampler = Sampler(self._native, request.grammar, temperature=request.temperature, seed=request.seed)
        work, text = Work(), _Text(on_piece, started)
        try:
            ending = self._write(tokens, len(fixed), sampler, min(request.max_tokens, room), work, text)
        except _StoppedError:
            ending = self._stop.reason or Ending.CANCELLED
            self._recover()
        finally:
            sampler.close()
        text.end(complete=ending in (Ending.STOP, Ending.DEAD))
        return Draft(
            text="".join(text.pieces),
            ending=ending,
            evaluated=work.evaluated,
            reused=work.reused,
            written=text.tokens,
            first_seconds=text.first_seconds,
            seconds=perf_counter() - started,
        )

    def _write(self, tokens: list[int], fixed: int, sampler: Sampler, most: int, work: Work, text: _Text) -> Ending:
        self._settle(tokens, fixed, work)
        while text.tokens < most:
            if self._stop.reason is not None:
                return self._stop.reason
            token = sampler.choose()
            if token is None:
                return Ending.DEAD
            if self._native.ends(token):
                return Ending.STOP
            text.add(self._native.bytes_of(token))
            if text.tokens < most:
                self._evaluate([token])
        return Ending.LENGTH

    # Prompts as tokens.

    def _fixed_tokens(self, system: str, opening: str) -> list[int]:
        """The prompt up to where the turn begins: the same tokens whatever the turn is."""
        native, layout = self._native, self._layout
        tokens = native.tokens_of_piece(layout.first) + native.tokens_of_content(system.strip())
        tokens += native.tokens_of_piece(layout.second) + native.tokens_of_content(opening.strip())
        return native.beginning(tokens + native.tokens_of_piece(layout.third))

    def _refuse_too_long(self, length: int) -> int:
        room = self._native.context - length
        if room < _LEAST_ROOM:
            raise TooLongError(
                f"the prompt does not fit: it has {length} tokens, and the model reads {self._native.context}"
            )
        return room

    # The cache.

    def _settle(self, tokens: list[int], fixed: int, work: Work) -> None:
        """Bring the cache to hold exactly these tokens, of which the first `fixed` are the lesson's."""
        borders = self._borders(len(tokens), fixed)
        # Of a turn the last token is evaluated in any case: what is restored holds nothing to choose from.
        reused = self._reuse(tokens, [border for border in borders if border < len(tokens) or border == fixed])
        if reused < fixed and self._fetch(tokens[:fixed]):
            reused = fixed
        work.reused, self._cut = reused, borders
        for start, end in pairwise(border for border in borders if border >= reused):
            self._evaluate(tokens[start:end])
            work.evaluated += end - start
            if end == fixed:
                self._keep(tokens[:fixed])
            elif end == len(tokens) - 1 and not self._native.rolls:
                self._snapshots["turn"] = Snapshot(
                    tokens[:end], borders[: borders.index(end) + 1], self._native.state()
                )

    def _borders(self, length: int, fixed: int) -> list[int]:
        """Where blocks begin and end: the lesson's own, then the turn's, then its last token alone."""
        borders = [*range(0, fixed, self._native.batch), fixed]
        if length == fixed:
            return borders
        block = max(1, min(TURN_BLOCK, self._native.batch // 2))
        while length - 1 - borders[-1] >= 2 * block:
            borders.append(borders[-1] + block)
        return sorted({*borders, length - 1, length})

    def _reuse(self, tokens: list[int], borders: list[int]) -> int:
        """Keep or bring back as much as possible of what was evaluated before; how many tokens that are."""
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(borders, self._cut, strict=False)))
        live = max((border for border in borders[:alike] if self._held[:border] == tokens[:border]), default=0)
        if live < len(self._held) and not self._native.rolls:
            live = 0
        fitting = [s for s in self._snapshots.values() if len(s.tokens) > live and s.cut == borders[: len(s.cut)]]
        fitting = [s for s in fitting if tokens[: len(s.tokens)] == s.tokens]
        if not fitting:
            return live if live == len(self._held) or self._roll_back(live) else 0
        best = max(fitting, key=lambda snapshot: len(snapshot.tokens))
        if self._native.put_back(best.state):
            self._held = list(best.tokens)
            return len(self._held)
        self._held = []
        return 0

    def _roll_back(self, length: int) -> bool:
        if self._native.roll_back(length):
            del self._held[length:]
            return True
        self._clear()
        return False

    def _clear(self) -> None:
        self._native.clear()
        self._held = []

    def _evaluate(self, tokens: list[int]) -> None:
        if self._stop.reason is not None or not self._native.evaluate(tokens):
            raise _StoppedError
        self._held += tokens

    def _recover(self) -> None:
        """After a stop: what was being evaluated is not in the cache, or not wholly."""
        self._roll_back(len(self._held))

    def _fetch(self, tokens: list[int]) -> bool:
        """Bring the lesson's own part back from the disk."""
        state = self._store.load(self._key(tokens)) if self._store else None
        if state is None:
            return False
        if not self._native.put_back(state):
            self._held = []
            return False
        self._held = list(tokens)
        if not self._native.rolls:
            self._snapshots = {"lesson": self._of_the_lesson(tokens, state)}
        return True

    def _keep(self, tokens: list[int]) -> None:
        """Keep the lesson's own part, which is what the cache holds now."""
        stored = self._store is not None and self._native.state_size() <= self._store.most_bytes
        state = self._native.state() if stored or not self._native.rolls else b""
        if self._store and stored and state:
            self._store.save(self._key(tokens), state)
        if not self._native.rolls:
            self._snapshots = {"lesson": self._of_the_lesson(tokens, state)} if state else {}

    def _of_the_lesson(self, tokens: list[int], state: bytes) -> Snapshot:
        return Snapshot(list(tokens), self._borders(len(tokens), len(tokens)), state)

    def _key(self, tokens: list[int]) -> str:
        return prefix_key(self._identity, self._native.fingerprint, tokens)


class _Text:
    """What has been written, handed out as whole characters."""

    def __init__(self, on_piece: Callable[[str], None], started: float) -> None:
        self.pieces: list[str] = []
        self.tokens = 0
        self.first_seconds = 0.0
        self._on_piece, self._started = on_piece, started
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def add(self, token: bytes) -> None:
        self.tokens += 1
        if self.tokens == 1:
            self.first_seconds = perf_counter() - self._started
        self._hand_out(self._decode(token))

    def end(self, *, complete: bool) -> None:
        """No more comes. Half a character at the end is a fault in a complete text; in one cut off it is left out."""
        if complete:
            self._hand_out(self._decode(b"", True))

    def _hand_out(self, piece: str) -> None:
        if piece:
            self.pieces.append(piece)
            self._on_piece(piece)
