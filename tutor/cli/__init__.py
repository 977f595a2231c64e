"""The command line: thin. Each command imports what it needs when it runs, so that `tutor start` paints early."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress
from errno import ENOSPC

from tutor import __version__, offline
from tutor.cli import playing, records, teaching
from tutor.cli.codes import CRASHED, INTERRUPTED, OK, TROUBLE
from tutor.cli.parser import Parser
from tutor.console import drop_output, use_utf8
from tutor.errors import TutorError
from tutor.paths import user_paths

OWN_OPTIONS = ("-h", "--help", "--version")
"""What stands without a command; any other option without one is for `tutor start`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code. Whatever happens, there is no traceback on the screen."""
    offline.install()
    use_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or (words[0].startswith("-") and words[0] not in OWN_OPTIONS):
        words.insert(0, "start")
    try:
        arguments = build_parser(models=words[0] == "models").parse_args(words)
    except TutorError as error:
        _complain(error, one_line="--json" in words)
        return TROUBLE
    try:
        code = int(arguments.run(arguments))
        sys.stdout.flush()
    except TutorError as error:
        _complain(error, one_line=getattr(arguments, "json", False))
        return TROUBLE
    except KeyboardInterrupt as stop:
        with suppress(OSError):
            print(f"\n{str(stop) or arguments.stopped}", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        drop_output()
        return OK
    except OSError as error:
        if error.errno != ENOSPC:
            return _crashed()
        drop_output()
        _complain(TutorError("There is no room left on the disk.", "Make room, and try again."), one_line=False)
        return TROUBLE
    except Exception:
        return _crashed()
    return code


def build_parser(*, models: bool = True) -> argparse.ArgumentParser:
    """The parser of all commands. Without `models` that one is only named: making its parser takes a while."""
    parser: argparse.ArgumentParser = Parser(
        prog="tutor",
        description="A tutor for critical reading, in the terminal, offline. Without a command: tutor start.",
    )
    parser.add_argument("--version", action="version", version=f"tutor {__version__}")
    parser.set_defaults(stopped="Stopped.")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for group in (playing, records, teaching):
        group.add(commands)
    if models:
        from tutor.commands.models import add_models_commands

        add_models_commands(commands)
    else:
        commands.add_parser("models", help="the models that can word the feedback: list, add, choose, try")
    return parser


def _complain(error: TutorError, *, one_line: bool) -> None:
    from tutor.article.text import printable

    text = printable(f"tutor: {error}")
    with suppress(OSError):
        print(" ".join(text.split()) if one_line else text, file=sys.stderr)


def _crashed() -> int:
    """Write the traceback where it can be found, and say so."""
    import platform
    import traceback

    report = (
        f"tutor {__version__}, Python {platform.python_version()}, {platform.platform()}\n{traceback.format_exc()}\n"
    )
    try:
        log = user_paths().log
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(report)
        where = f"What happened is written down in {log}: please send it with a report."
    except (OSError, TutorError):
        where = f"It could not be written down; the last line is: {report.strip().splitlines()[-1]}"
    with suppress(OSError):
        print(f"tutor: Something went wrong that should not have. Everything sent is kept.\n{where}", file=sys.stderr)
    return CRASHED
