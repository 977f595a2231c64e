"""The commands for teachers: `tutor fingerprint`, `new`, `look`, `check`, `try` and `grade`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cli.arguments import add_article, add_lesson, count, find
from tutor.cli.codes import OK, PROBLEMS
from tutor.paths import user_paths

if TYPE_CHECKING:
    from tutor.cli.arguments import Commands

MOST_JOBS = 256
"""Processes that grade at once, at most: more than any machine's cores help nobody."""


def add(commands: Commands) -> None:
    """Add the commands to the command line."""
    fingerprint = commands.add_parser("fingerprint", help="print what a lesson says of an article it leaves out")
    fingerprint.add_argument("file", type=Path, metavar="FILE")
    fingerprint.set_defaults(run=_fingerprint)

    _add_new(commands.add_parser("new", help="make a new lesson, from an article if you have one"))

    look = commands.add_parser("look", help="tell who says what in an article, and where it judges")
    look.add_argument("article", type=Path, metavar="ARTICLE", help="the article: .txt, .md, .html, .docx or .pdf")
    look.add_argument("--json", action="store_true", help="as data, with places in characters of the file: .txt or .md")
    look.set_defaults(run=_look)

    _add_check(commands.add_parser("check", help="check lessons: the files, the samples, and what must not pass"))
    _add_try(commands.add_parser("try", help="try a reply on a question, as a teacher: what counts, and why"))
    _add_grade(commands.add_parser("grade", help="score a table of replies, and tell how a rubric does"))


def _add_new(new: argparse.ArgumentParser) -> None:
    new.description = "Make a folder with an article and a lesson to be filled in; docs/writing-lessons.md tells how."
    new.add_argument("slug", metavar="NAME", help="the lesson's name: small letters, digits and hyphens")
    new.add_argument("--article", type=Path, metavar="FILE", help="the article: .txt, .md, .html, .docx or .pdf")
    new.add_argument("--into", type=Path, metavar="FOLDER", help="where the lesson's folder goes (your own lessons)")
    new.add_argument("--draft", action="store_true", help="propose questions from the article, to keep, change or drop")
    new.add_argument("--force", action="store_true", help="put new files in the place of a lesson's own")
    new.set_defaults(run=_new)


def _add_check(check: argparse.ArgumentParser) -> None:
    check.description = "Tell all that is wrong with lessons, where, and what to do; docs/checking.md tells more."
    check.add_argument("paths", nargs="+", metavar="PATH", help="a lesson's name, folder or file, or a folder of them")
    add_article(check)
    check.add_argument("--watch", action="store_true", help="check again whenever a lesson or its article is saved")
    check.add_argument("--strict", action="store_true", help="let warnings count like errors")
    check.add_argument("--jobs", type=count(), default=1, metavar="N", help="how many at once, for many lessons")
    form = check.add_mutually_exclusive_group()
    form.add_argument("--format", choices=["text", "json", "sarif"], default="text", help="how to print (text)")
    form.add_argument("--json", action="store_const", const="json", dest="format", help="the same as --format json")
    form.add_argument("--sarif", action="store_const", const="sarif", dest="format", help="the same as --format sarif")
    check.set_defaults(run=_check)


def _add_try(trial: argparse.ArgumentParser) -> None:
    trial.description = "See what each criterion makes of a reply, and what the tutor would say. Nothing is kept."
    add_lesson(trial)
    trial.add_argument("question", nargs="?", metavar="QUESTION", help="a question's id or number")
    trial.add_argument("--reply", metavar="TEXT", help="the reply (without it, replies are read line by line)")
    trial.add_argument(
        "--save",
        choices=("met", "partly", "unmet"),
        help="write the reply into the lesson, as a sample that must be so",
    )
    trial.set_defaults(run=_try)


def _add_grade(grade: argparse.ArgumentParser) -> None:
    grade.description = "Score many replies to one question, for teachers; docs/grading.md tells how."
    add_lesson(grade)
    grade.add_argument("answers", type=Path, metavar="ANSWERS", help="the table of replies: .csv or .tsv")
    grade.add_argument("--question", metavar="ID", help="which question was answered, where there are several")
    grade.add_argument("-o", "--output", type=Path, metavar="OUT", help="where the scores go (standard output)")
    grade.add_argument("--id-column", metavar="NAME", help="the column of ids (id, else the first)")
    grade.add_argument("--reply-column", metavar="NAME", help="the column of replies (reply, answer, response, text)")
    grade.add_argument("--against", metavar="COLUMN", help="a column of human scores: tells how far they agree")
    grade.add_argument(
        "--jobs", type=count(MOST_JOBS), metavar="N", help="how many processes grade (one for each core)"
    )
    grade.add_argument("--anew", action="store_true", help="do not go on with a grading that was stopped")
    grade.add_argument("--explain", type=Path, metavar="PAGE", help="with --against: an HTML page on the rubric")
    grade.set_defaults(run=_grade)


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
        lesson=find(arguments.lesson),
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
        lesson=find(arguments.lesson),
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
