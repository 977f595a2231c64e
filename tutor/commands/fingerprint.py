"""`tutor fingerprint FILE`: the lines that a lesson needs for an article that may not be passed on."""

from __future__ import annotations

import json
from pathlib import Path

from tutor.article import read_article
from tutor.article.fingerprint import fingerprint, sentence_marks


def run(file: Path) -> int:
    """Print the `[article]` table, ready to paste into lesson.toml; returns the exit code."""
    article = read_article(file)
    print("[article]")
    for key in ("title", "author", "date", "source"):
        if value := getattr(article, key):
            print(f"{key} = {_basic(value)}")
    print(f"fingerprint = {_basic(fingerprint(article))}")
    print("marks = [")
    for line in sentence_marks(article):
        print(f"    {_basic(line)},")
    print("]")
    return 0


def _basic(text: str) -> str:
    """A TOML basic string; JSON escapes the same way, except that TOML wants DEL escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
