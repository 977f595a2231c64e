"""`tutor read`: which file is meant, before anything slow begins."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tutor.article.text import printable
from tutor.errors import TutorError
from tutor.lesson.finding import find_lesson


def article_to_read(name: str, folders: Iterable[Path]) -> Path:
    """The file of that name. Raises TutorError where there is none, and for a lesson, which is started and not read."""
    file = Path(name).expanduser()
    if (file / "lesson.toml").is_file() or (file.is_file() and file.suffix == ".toml") or _is_lesson(name, folders):
        raise TutorError(f"{printable(name)} is a lesson, not an article.", f"Start it: tutor start {printable(name)}")
    if file.is_dir():
        raise TutorError(f"{printable(name)} is a folder, not an article.", "Name the file inside it.")
    if not file.exists():
        raise TutorError(f"There is no file {printable(name)}.", "Check the spelling, and the folder you are in.")
    return file


def _is_lesson(name: str, folders: Iterable[Path]) -> bool:
    if Path(name).exists():
        return False
    try:
        find_lesson(name, tuple(folders))
    except TutorError:
        return False
    return True
