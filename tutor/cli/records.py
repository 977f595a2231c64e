"""The commands that tell what there is and what was done: `tutor lessons`, `progress` and `export`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.arguments import add_article, learner
from tutor.paths import user_paths

if TYPE_CHECKING:
    from tutor.cli.arguments import Commands


def add(commands: Commands) -> None:
    """Add the commands to the command line."""
    lessons = commands.add_parser("lessons", help="list the lessons there are")
    lessons.add_argument("--learner", metavar="NAME", help="whose progress to show")
    lessons.set_defaults(run=_lessons)

    progress = commands.add_parser("progress", help="what was shown: by kind of question, and over time")
    progress.add_argument("--learner", metavar="NAME", help="whose progress to show; everybody's, if left out")
    progress.set_defaults(run=_progress)

    export = commands.add_parser("export", help="write what was said in a session to a Markdown file")
    export.description = "Write the transcript of a session, by default the last one, as Markdown."
    export.add_argument("session", nargs="?", default="", metavar="SESSION", help="how its id begins: tutor progress")
    export.add_argument("--learner", metavar="NAME", help="the last session of this learner")
    export.add_argument("--lesson", default="", metavar="LESSON", help="the last session of this lesson")
    add_article(export)
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="a new file, or a folder (standard output)")
    export.set_defaults(run=_export)


def _lessons(arguments: argparse.Namespace) -> int:
    from tutor.commands.lessons import run

    return run(user_paths(), learner(arguments.learner) or "")


def _progress(arguments: argparse.Namespace) -> int:
    from tutor.commands.progress import run

    return run(user_paths(), learner(arguments.learner))


def _export(arguments: argparse.Namespace) -> int:
    from tutor.commands.export import ExportRequest, run

    request = ExportRequest(
        session=arguments.session,
        learner=learner(arguments.learner),
        lesson=arguments.lesson,
        article=arguments.article,
        output=arguments.output,
    )
    return run(user_paths(), request)
