"""Running the program as its users do: as a process, with pipes or with a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

TUTOR = (sys.executable, "-m", "tutor")


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment with all state in `home`, and a locale that knows no UTF-8."""
    return {**os.environ, "TUTOR_HOME": str(home), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", **more}


def tutor(home: Path, *words: object, lines: str | bytes = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run `tutor` to its end, with `lines` on its standard input."""
    done = subprocess.run(
        [*TUTOR, *map(str, words)],
        input=lines.encode() if isinstance(lines, str) else lines,
        capture_output=True,
        env=environment(home, **more),
        timeout=120,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def events(output: str) -> list[dict[str, Any]]:
    """The events that `--json` printed."""
    return [json.loads(line) for line in output.splitlines()]
