"""Run every benchmark: `python -m tests.benchmarks`."""

from __future__ import annotations

import importlib
from pathlib import Path

for file in sorted(Path(__file__).parent.glob("bench_*.py")):
    importlib.import_module(f"tests.benchmarks.{file.stem}").main()
