"""What an editor shows of a lesson: Taplo, which reads the schema there, run from its package."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

TAPLO = shutil.which("taplo", path=str(Path(sys.executable).parent)) or "taplo"


def complaints(file: Path) -> str:
    """What Taplo has to say of a file, with the schema that its first line names; empty when it is content."""
    done = subprocess.run([TAPLO, "lint", "--colors", "never", str(file)], capture_output=True, text=True, timeout=60)
    assert (done.returncode == 0) == ("error:" not in done.stderr), done.stderr
    return done.stderr if done.returncode else ""
