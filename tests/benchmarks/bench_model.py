"""The model: what the guard, the cache and the worker process cost, on a random model of real shape.

Half a billion parameters in 4-bit blocks and 151,936 tokens, made in a temporary folder. What is compared takes turns
in one run, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5
TOKENS = 48
ARTICLE = 1_000  # tokens
WORDS = "the harbour levy is to be paid by ships that land here and some of them say so in letters to the town".split()
SYSTEM = "You help a learner to read. You never give the answer away, and you end in one question."


def _text(length: int) -> str:
    """So many characters, which is about as many tokens here."""
    words = " ".join(WORDS[n % len(WORDS)] for n in range(length))
    return words[:length]


def _grammar() -> str:
    from tutor.feedback.grammar import Plan, grammar_of

    spans = [f"“{' '.join(WORDS[n : n + 4])}”" for n in range(18)]
    plan = Plan(statements=3, words=60, spans=spans, numbers=["40", "1,200"], asks=True, question="Which words say so?")
    return grammar_of(plan)


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:,.1f} ms"


def main() -> None:
    """Print the medians and their ratios."""
    if importlib.util.find_spec("llama_cpp") is None:
        print("model: not measured, llama-cpp-python is not installed")
        return
    from tests.model import making

    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        model = making.of_real_shape(Path(folder) / "real.gguf")
        print(f"model: {model.stat().st_size / 1e6:,.0f} MB made in {time.perf_counter() - began:.1f} s")
        _in_a_worker(model)
        with _quietly():
            _in_this_process(model)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without what llama.cpp says of itself, which it writes past Python."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _in_a_worker(model: Path) -> None:
    """Opening a lesson, stopping, and memory, as the program has them."""
    code = """
        import json, os, sys, threading, time
        from pathlib import Path
        import psutil
        from tests.benchmarks.bench_model import SYSTEM, ARTICLE, _grammar, _text
        from tutor.model.client import Worker
        from tutor.model.request import Request

        model, cache = Path(sys.argv[1]), Path(sys.argv[1]).parent / "cache"
        plain = psutil.Process().memory_info().rss
        found = {"open": [], "evaluating": [], "writing": []}

        def request(turn, **more):
            return Request(system=SYSTEM, opening=_text(ARTICLE), turn=turn, grammar=_grammar(), seconds=120, **more)

        for round in range(3):
            worker = Worker(model, log=model.with_suffix(".log"), cache=cache)
            began = time.perf_counter()
            worker.warm(SYSTEM, _text(ARTICLE))
            while not worker.ready:
                time.sleep(0.001)
            found["open"].append([time.perf_counter() - began, worker.facts.seconds])
            while not list(cache.glob("*.prefix")):
                time.sleep(0.01)
            if round < 2:
                worker.close()
        found["file"] = next(cache.glob("*.prefix")).stat().st_size
        for n in range(6):
            at = []
            def stop():
                at.append(time.perf_counter())
                worker.cancel()
            threading.Timer(0.3 + 0.13 * n, stop).start()
            worker.write(request(_text(1_500) + str(n)))
            found["evaluating"].append(time.perf_counter() - at.pop())
            def piece(text):
                if not at:
                    threading.Timer(0.05 * n, worker.cancel).start()
                    at.append(time.perf_counter() + 0.05 * n)
            worker.write(request("Why?", max_tokens=200), piece)
            found["writing"].append(time.perf_counter() - at[0])
        for signal, which in ((9, "killed"), (19, "silent")):
            at = []
            def piece(text):
                if not at:
                    at.append(time.perf_counter())
                    os.kill(worker.process_id, signal)
            worker.write(request("Why?", max_tokens=200), piece)
            found[which] = time.perf_counter() - at[0]
            while not worker.ready:
                time.sleep(0.01)
        found["parent"] = [plain, psutil.Process().memory_info().rss]
        memory = psutil.Process(worker.process_id).memory_info()
        found["worker"] = [memory.rss, getattr(memory, "shared", 0)]
        found["threads"] = worker.facts.threads
        worker.close()
        print(json.dumps(found))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(model)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"the worker was not measured: {done.stderr[-800:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    (cold, load), *again = found["open"]
    warm = median(seconds for seconds, _ in again)
    print(
        f"model: lesson opened cold {cold:.2f} s, again {warm:.2f} s "
        f"(of which starting and loading {load:.2f} and {median(load for _, load in again):.2f}); "
        f"the prefix is {found['file'] / 1e6:.1f} MB"
    )
    for which in ("evaluating", "writing"):
        print(f"model: cancel while {which} to idle {_ms(median(found[which]))}, at most {_ms(max(found[which]))}")
    print(
        f"model: a worker that is killed is noticed after {_ms(found['killed'])}, a silent one {_ms(found['silent'])}"
    )
    plain, parent = found["parent"]
    print(
        f"model: memory of the parent {parent / 1e6:,.0f} MB ({(parent - plain) / 1e6:+.0f} for having a model), "
        f"of the worker {found['worker'][0] / 1e6:,.0f} MB, {found['worker'][1] / 1e6:,.0f} of them pages of "
        f"files that the system can take back; {found['threads']} thread(s)"
    )


def _in_this_process(model: Path) -> None:
    """What only the engine knows: guarded against raw, new tokens against all, the disk against evaluating."""
    from tests.model.test_engine import Bench
    from tutor.model.engine import Engine
    from tutor.model.prefix import PrefixStore
    from tutor.model.request import Request

    store = PrefixStore(model.parent / "prefixes")
    bench = Bench(model)
    native, grammar = bench.native, _grammar()
    opening = _text(ARTICLE - len(bench.engine._fixed_tokens(SYSTEM, "")))

    def request(turn: str, **more: Any) -> Request:
        return Request(system=SYSTEM, opening=opening, turn=turn, seconds=120, max_tokens=TOKENS, **more)

    cold, restored = [], []
    for number in range(3):
        engine = Engine(native, bench.engine._layout, f"model {number}", bench.stop, store)
        for times in (cold, restored, restored, restored):
            native.clear()
            engine._held.clear()
            times.append(_seconds(lambda engine=engine: engine.warm(SYSTEM, opening)))
            while not list(store.folder.glob("*.prefix")):
                time.sleep(0.01)
            store.wait()
    ratio = median(restored) / median(cold)
    print(
        f"model: {ARTICLE} tokens of article: evaluated {median(cold):.2f} s, restored {_ms(median(restored))}: "
        f"1/{1 / ratio:,.0f} (at most 1/100)"
    )

    first, alone = [], []
    native.clear()
    bench.engine.warm(SYSTEM, opening)
    fixed = bench.engine._fixed_tokens(SYSTEM, opening)
    for number in range(ROUNDS):
        draft = bench.write(request(f"{number} {_text(150)}", grammar=grammar))
        first.append(draft.first_seconds)
        new = native.tokens_of_content(f"{number}{number} {_text(150)}")[: draft.evaluated]
        native.roll_back(len(fixed))
        alone.append(_seconds(lambda new=new: [native.evaluate(new[at : at + 128]) for at in range(0, len(new), 128)]))
        native.roll_back(len(fixed))
        bench.engine._held = list(fixed)
    print(
        f"model: a later turn of {draft.evaluated} new tokens: first token after {_ms(median(first))}, "
        f"evaluating just those {_ms(median(alone))}: ratio {median(first) / median(alone):.2f} (at most 1.2)"
    )

    raw, guarded = [], []
    for number in range(ROUNDS):
        draft = bench.write(request("Why?", grammar=grammar, seed=number))
        guarded.append((draft.seconds - draft.first_seconds) / max(1, draft.written - 1))
        native.roll_back(len(fixed))
        bench.engine._held = list(fixed)
        raw.append(_raw(native, native.tokens_of_content("Why?"), draft.written))
        native.roll_back(len(fixed))
    print(
        f"model: a token raw {_ms(median(raw))}, guarded {_ms(median(guarded))}: "
        f"{median(raw) / median(guarded):.2f} of raw speed (at least 0.9)"
    )


def _raw(native: Any, prompt: list[int], count: int) -> float:
    """Seconds a token when llama.cpp samples by itself, from the whole vocabulary and with no grammar."""
    import llama_cpp as llama

    chain = llama.llama_sampler_chain_init(llama.llama_sampler_chain_default_params())
    for step in (
        llama.llama_sampler_init_top_k(40),
        llama.llama_sampler_init_top_p(0.95, 1),
        llama.llama_sampler_init_temp(0.7),
        llama.llama_sampler_init_dist(1),
    ):
        llama.llama_sampler_chain_add(chain, step)
    native.evaluate(prompt)
    token = llama.llama_sampler_sample(chain, native._ctx, -1)
    began = time.perf_counter()
    for _ in range(count - 1):
        native.evaluate([token])
        token = llama.llama_sampler_sample(chain, native._ctx, -1)
    took = time.perf_counter() - began
    llama.llama_sampler_free(chain)
    return took / (count - 1)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
