"""Arguments that several commands take, and what is made of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.paths import user_paths

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction[argparse.ArgumentParser]


def add_lesson(command: argparse.ArgumentParser) -> None:
    """Add LESSON, which must be named, and `--article`."""
    command.add_argument("lesson", metavar="LESSON", help="a lesson's name, folder or file")
    add_article(command)


def add_article(command: argparse.ArgumentParser) -> None:
    """Add `--article`, the article of a lesson that may not pass it on."""
    command.add_argument("--article", type=Path, metavar="FILE", help="the article, for a lesson that comes without it")


def count(most: int | None = None) -> Callable[[str], int]:
    """What reads a whole number from 1 to `most`; for argparse, which tells what it raises."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= (most or int(text))):
            raise argparse.ArgumentTypeError(f"a whole number from 1 {f'to {most}' if most else 'on'} is needed")
        return int(text)

    return read


def find(name: str) -> Path:
    """The file of the lesson that is called so, or stands there; raises TutorError."""
    from tutor.lesson.finding import find_lesson

    return find_lesson(name, user_paths().lessons)


def learner(name: str | None) -> str | None:
    """A learner's name as it is kept, if one was given; raises TutorError."""
    if name is None:
        return None
    from tutor.session.cleaning import clean_name

    return clean_name(name)
