"""Running code as somebody who may not do everything: root reads and writes what it likes, which hides mistakes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap

import pytest

_IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
_SETPRIV = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all", "--"]

powerless = pytest.mark.skipif(
    os.name == "nt" or (_IS_ROOT and shutil.which("setpriv") is None),
    reason="permissions do not bind root, and there is no setpriv to lay its powers down",
)


def run_powerless(code: str, *arguments: str) -> str:
    """Run Python code whose files' permissions count, even when the tests run as root; returns what it prints."""
    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    done = subprocess.run([*(_SETPRIV if _IS_ROOT else []), *command], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout
