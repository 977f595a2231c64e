"""The commands that play: `tutor start` and `tutor read`."""

from __future__ import annotations

import argparse
import gc
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.arguments import add_article, find, learner
from tutor.console import can_draw
from tutor.paths import user_paths

if TYPE_CHECKING:
    from tutor.cli.arguments import Commands


def add(commands: Commands) -> None:
    """Add the commands to the command line."""
    start = commands.add_parser("start", help="read an article with the tutor", description="Start or go on.")
    start.add_argument("lesson", nargs="?", metavar="LESSON", help="a lesson's name (see tutor lessons), or its folder")
    add_article(start)
    _add_playing(start)
    start.set_defaults(run=_start)

    read = commands.add_parser("read", help="read an article of your own, without a lesson")
    read.description = "Read an article with questions made from it alone. What is only guessed is asked openly."
    read.add_argument("read", metavar="ARTICLE", help="the article: .txt, .md, .html, .docx or .pdf")
    _add_playing(read)
    read.set_defaults(run=_read)


def _add_playing(command: argparse.ArgumentParser) -> None:
    command.set_defaults(stopped="Stopped. Everything that was sent is kept.")
    command.add_argument("--learner", metavar="NAME", help="who is learning; sessions are kept for each name")
    command.add_argument("--model", metavar="ID|none|FILE", help="the model that words the feedback, or none")
    command.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    command.add_argument("--json", action="store_true", help="one event a line, for other programs")
    again = command.add_mutually_exclusive_group()
    again.add_argument("--resume", action="store_true", default=None, help="go on with the unfinished session")
    again.add_argument("--new", action="store_false", dest="resume", help="start a new session")


def _start(arguments: argparse.Namespace) -> int:
    name: str | None = arguments.lesson
    return _play(arguments, lesson=find(name) if name is not None else None, article=arguments.article)


def _read(arguments: argparse.Namespace) -> int:
    from tutor.commands.read import article_to_read

    return _play(arguments, read=article_to_read(arguments.read, user_paths().lessons))


def _play(
    arguments: argparse.Namespace,
    *,
    lesson: Path | None = None,
    article: Path | None = None,
    read: Path | None = None,
) -> int:
    from tutor.session.request import StartRequest

    request = StartRequest(
        lesson=lesson,
        article=article,
        read=read,
        learner=learner(arguments.learner),
        resume=arguments.resume,
        model=arguments.model,
        paths=user_paths(),
    )
    if arguments.plain or arguments.json or not can_draw():
        from tutor import plain

        return plain.run(request, json=arguments.json)
    # What is made until the first frame stays for good: looking through it for garbage only delays the frame. The
    # screen turns it on again.
    gc.disable()
    from tutor.tui.app import run

    return run(request)
