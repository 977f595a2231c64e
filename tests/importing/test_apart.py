"""Reading other formats stays a matter of its own: no socket, and nothing of it where learners are."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.importing import making

WATCHED = """
import json, sys
seen = []
sys.addaudithook(lambda event, args: event.startswith("socket.") and seen.append(event))
from pathlib import Path
from tutor.importing import import_article
assert import_article(Path(sys.argv[1])).article.sentences
print(json.dumps(seen))
"""


@pytest.mark.parametrize("name", ["room.pdf", "room.docx", "room.html", "room.txt"])
def test_no_socket_is_made(tmp_path: Path, name: str) -> None:
    page = making.html(
        after='<img src="http://example.org/a.png"><link rel="stylesheet" href="http://example.org/a.css">'
    )
    text = "\n\n".join(making.PARAGRAPHS)
    content = {"room.pdf": making.pdf(), "room.docx": making.docx(), "room.html": page, "room.txt": text}[name]
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path / name)], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_a_format_brings_only_its_own_libraries() -> None:
    code = """
import sys
import tutor.importing, tutor.commands.new
heavy = {"trafilatura", "lxml", "mammoth", "pypdf", "textual"}
assert heavy.isdisjoint(sys.modules), heavy & set(sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
