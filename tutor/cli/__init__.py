"""The command line: thin. Each command imports what it needs when it runs, so that `tutor start` paints early."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from contextlib import suppress
from errno import ENOSPC
from pathlib import Path

from tutor import __version__, offline
from tutor.console import can_draw, drop_output, use_utf8
from tutor.errors import TutorError
from tutor.paths import user_paths

OK = 0
PROBLEMS = 1
"""`tutor check` found some."""
TROUBLE = 2
"""The user can do something about it, and was told what."""
CRASHED = 70
"""A bug of ours; EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code. Whatever happens, there is no traceback on the screen."""
    offline.install()
    use_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    arguments = build_parser(models=words[:1] == ["models"]).parse_args(words or ["start"])
    try:
        code = int(arguments.run(arguments))
        sys.stdout.flush()
    except TutorError as error:
        _complain(error, one_line=getattr(arguments, "json", False))
        return TROUBLE
    except KeyboardInterrupt:
        with suppress(OSError):
            print("\nStopped. Everything that was sent is kept.", file=sys.stderr)
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
    parser = argparse.ArgumentParser(
        prog="tutor",
        description="A tutor for critical reading, in the terminal, offline. Without a command: tutor start.",
    )
    parser.add_argument("--version", action="version", version=f"tutor {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    start = commands.add_parser("start", help="read an article with the tutor", description="Start or go on.")
    start.add_argument("lesson", nargs="?", metavar="LESSON", help="a lesson's name (see tutor lessons), or its folder")
    start.add_argument("--article", type=Path, metavar="FILE", help="the article, for a lesson that comes without it")
    _add_playing(start)
    start.set_defaults(run=_start)

    read = commands.add_parser("read", help="read an article of your own, without a lesson")
    read.description = "Read an article with questions made from it alone. What is only guessed is asked openly."
    read.add_argument("read", metavar="ARTICLE", help="the article: .txt, .md, .html, .docx or .pdf")
    _add_playing(read)
    read.set_defaults(run=_read)

    lessons = commands.add_parser("lessons", help="list the lessons there are")
    lessons.add_argument("--learner", metavar="NAME", help="whose progress to show")
    lessons.set_defaults(run=_lessons)

    progress = commands.add_parser("progress", help="what was shown: by kind of question, and over time")
    progress.add_argument("--learner", metavar="NAME", help="whose progress to show; everybody's, if left out")
    progress.set_defaults(run=_progress)

    _add_export(commands.add_parser("export", help="write what was said in a session to a Markdown file"))

    fingerprint = commands.add_parser("fingerprint", help="print what a lesson says of an article it leaves out")
    fingerprint.add_argument("file", type=Path, metavar="FILE")
    fingerprint.set_defaults(run=_fingerprint)

    _add_new(commands.add_parser("new", help="make a new lesson, from an article if you have one"))

    look = commands.add_parser("look", help="tell who says what in an article, and where it judges")
    look.add_argument("article", type=Path, metavar="ARTICLE", help="the article: .txt or .md")
    look.add_argument("--json", action="store_true", help="as data, with places in characters of the file")
    look.set_defaults(run=_look)

    _add_check(commands.add_parser("check", help="check lessons: the files, the samples, and what must not pass"))

    _add_try(commands.add_parser("try", help="try a reply on a question, as a teacher: what counts, and why"))
    _add_grade(commands.add_parser("grade", help="score a table of replies, and tell how a rubric does"))

    if models:
        from tutor.commands.models import add_models_commands

        add_models_commands(commands)
    else:
        commands.add_parser("models", help="the models that can word the feedback: list, add, choose, try")
    return parser


def _add_playing(start: argparse.ArgumentParser) -> None:
    start.add_argument("--learner", metavar="NAME", help="who is learning; sessions are kept for each name")
    start.add_argument("--model", metavar="ID|none|FILE", help="the model that words the feedback, or none")
    start.add_argument("--plain", action="store_true", help="line by line, for screen readers and pipes")
    start.add_argument("--json", action="store_true", help="one event a line, for other programs")
    again = start.add_mutually_exclusive_group()
    again.add_argument("--resume", action="store_true", default=None, help="go on with the unfinished session")
    again.add_argument("--new", action="store_false", dest="resume", help="start a new session")


def _add_check(check: argparse.ArgumentParser) -> None:
    check.description = "Tell all that is wrong with lessons, where, and what to do; docs/checking.md tells more."
    check.add_argument("paths", nargs="+", metavar="PATH", help="a lesson's name, folder or file, or a folder of them")
    check.add_argument("--article", type=Path, metavar="FILE", help="the article, for a lesson that comes without it")
    check.add_argument("--watch", action="store_true", help="check again whenever a lesson or its article is saved")
    check.add_argument("--strict", action="store_true", help="let warnings count like errors")
    check.add_argument("--jobs", type=_at_least_one, default=1, metavar="N", help="how many at once, for many lessons")
    form = check.add_mutually_exclusive_group()
    form.add_argument("--format", choices=["text", "json", "sarif"], default="text", help="how to print (text)")
    form.add_argument("--json", action="store_const", const="json", dest="format", help="the same as --format json")
    form.add_argument("--sarif", action="store_const", const="sarif", dest="format", help="the same as --format sarif")
    check.set_defaults(run=_check)


def _add_export(export: argparse.ArgumentParser) -> None:
    export.description = "Write the transcript of a session, by default the last one, as Markdown."
    export.add_argument("session", nargs="?", default="", metavar="SESSION", help="how its id begins: tutor progress")
    export.add_argument("--learner", metavar="NAME", help="the last session of this learner")
    export.add_argument("--lesson", default="", metavar="LESSON", help="the last session of this lesson")
    export.add_argument("--article", type=Path, metavar="FILE", help="the article, for a lesson that comes without it")
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="a new file, or a folder (standard output)")
    export.set_defaults(run=_export)


def _add_new(new: argparse.ArgumentParser) -> None:
    new.description = "Make a folder with an article and a lesson to be filled in; docs/writing-lessons.md tells how."
    new.add_argument("slug", metavar="NAME", help="the lesson's name: small letters, digits and hyphens")
    new.add_argument("--article", type=Path, metavar="FILE", help="the article: .txt, .md, .html, .docx or .pdf")
    new.add_argument("--into", type=Path, metavar="FOLDER", help="where the lesson's folder goes (your own lessons)")
    new.add_argument("--draft", action="store_true", help="propose questions from the article, to keep, change or drop")
    new.add_argument("--force", action="store_true", help="put new files in the place of a lesson's own")
    new.set_defaults(run=_new)


def _add_try(trial: argparse.ArgumentParser) -> None:
    trial.description = "See what each criterion makes of a reply, and what the tutor would say. Nothing is kept."
    trial.add_argument("lesson", metavar="LESSON", help="a lesson's name, folder or file")
    trial.add_argument("question", nargs="?", metavar="QUESTION", help="a question's id or number")
    trial.add_argument("--article", type=Path, metavar="FILE", help="the article, for a lesson that comes without it")
    trial.add_argument("--reply", metavar="TEXT", help="the reply (without it, replies are read line by line)")
    trial.add_argument(
        "--save",
        choices=("met", "partly", "unmet"),
        help="write the reply into the lesson, as a sample that must be so",
    )
    trial.set_defaults(run=_try)


def _add_grade(grade: argparse.ArgumentParser) -> None:
    grade.description = "Score many replies to one question, for teachers; docs/grading.md tells how."
    grade.add_argument("lesson", metavar="LESSON", help="a lesson's name, folder or file")
    grade.add_argument("answers", type=Path, metavar="ANSWERS", help="the table of replies: .csv or .tsv")
    grade.add_argument("--article", type=Path, metavar="FILE", help="the article, for a lesson that comes without it")
    grade.add_argument("--question", metavar="ID", help="which question was answered, where there are several")
    grade.add_argument("-o", "--output", type=Path, metavar="OUT", help="where the scores go (standard output)")
    grade.add_argument("--id-column", metavar="NAME", help="the column of ids (id, else the first)")
    grade.add_argument("--reply-column", metavar="NAME", help="the column of replies (reply, answer, response, text)")
    grade.add_argument("--against", metavar="COLUMN", help="a column of human scores: tells how far they agree")
    grade.add_argument("--jobs", type=_jobs, metavar="N", help="how many processes grade (one for each core)")
    grade.add_argument("--anew", action="store_true", help="do not go on with a grading that was stopped")
    grade.add_argument("--explain", type=Path, metavar="PAGE", help="with --against: an HTML page on the rubric")
    grade.set_defaults(run=_grade)


def _start(arguments: argparse.Namespace) -> int:
    name: str | None = arguments.lesson
    return _play(arguments, lesson=_find(name) if name is not None else None, article=arguments.article)


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

    paths = user_paths()
    plain = arguments.plain or arguments.json or not can_draw()
    request = StartRequest(
        lesson=lesson,
        article=article,
        read=read,
        learner=_name(arguments.learner),
        resume=arguments.resume,
        model=arguments.model,
        paths=paths,
    )
    if plain:
        from tutor import plain as plain_mode

        return plain_mode.run(request, json=arguments.json)
    # What is made until the first frame stays for good: looking through it for garbage only delays the frame. The
    # screen turns it on again.
    gc.disable()
    from tutor.tui.app import run

    return run(request)


def _lessons(arguments: argparse.Namespace) -> int:
    from tutor.commands.lessons import run

    return run(user_paths(), _name(arguments.learner) or "")


def _progress(arguments: argparse.Namespace) -> int:
    from tutor.commands.progress import run

    return run(user_paths(), _name(arguments.learner))


def _export(arguments: argparse.Namespace) -> int:
    from tutor.commands.export import ExportRequest, run

    request = ExportRequest(
        session=arguments.session,
        learner=_name(arguments.learner),
        lesson=arguments.lesson,
        article=arguments.article,
        output=arguments.output,
    )
    return run(user_paths(), request)


def _fingerprint(arguments: argparse.Namespace) -> int:
    from tutor.commands.fingerprint import run

    return run(arguments.file)


def _new(arguments: argparse.Namespace) -> int:
    from tutor.commands.new import NewRequest, run

    request = NewRequest(
        slug=arguments.slug,
        article=arguments.article,
        into=arguments.into,
        draft=arguments.draft,
        force=arguments.force,
    )
    return run(user_paths(), request)


def _look(arguments: argparse.Namespace) -> int:
    from tutor.commands.look import run

    return run(arguments.article, as_json=arguments.json)


def _check(arguments: argparse.Namespace) -> int:
    from tutor.commands.check import CheckRequest, run
    from tutor.commands.check_output import Format

    request = CheckRequest(
        names=arguments.paths,
        folders=user_paths().lessons,
        article=arguments.article,
        format=Format(arguments.format),
        strict=arguments.strict,
        watch=arguments.watch,
        jobs=arguments.jobs,
    )
    return PROBLEMS if run(request) else OK


def _try(arguments: argparse.Namespace) -> int:
    from tutor.commands.try_reply import TryRequest, run
    from tutor.rubric.model import Verdict

    paths = user_paths()
    request = TryRequest(
        lesson=_find(arguments.lesson),
        question=arguments.question,
        article=arguments.article,
        reply=arguments.reply,
        save=Verdict(arguments.save) if arguments.save else None,
    )
    return OK if run(request, paths.prompts) else PROBLEMS


def _grade(arguments: argparse.Namespace) -> int:
    from tutor.commands.grade import GradeRequest, run
    from tutor.grading.table import Names

    request = GradeRequest(
        lesson=_find(arguments.lesson),
        answers=arguments.answers,
        article=arguments.article,
        question=arguments.question,
        names=Names(arguments.id_column, arguments.reply_column, arguments.against),
        output=arguments.output,
        explain=arguments.explain,
        jobs=arguments.jobs,
        anew=arguments.anew,
    )
    return OK if run(request) else PROBLEMS


def _at_least_one(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("a whole number from 1 on is wanted")
    return int(text)


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError("a whole number from 1 to 256 is needed")
    return int(text)


def _find(name: str) -> Path:
    from tutor.lesson.finding import find_lesson

    return find_lesson(name, user_paths().lessons)


def _name(name: str | None) -> str | None:
    if name is None:
        return None
    from tutor.session.cleaning import clean_name

    return clean_name(name)


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
