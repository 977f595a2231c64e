"""`tutor export`: the transcript of a session, as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tutor.article.text import printable
from tutor.errors import TutorError
from tutor.lesson.finding import find_lesson, slug_of
from tutor.long_work import long_work
from tutor.opening import lesson_of_session
from tutor.paths import Paths
from tutor.session.export import find_session, transcript_of, write_new
from tutor.session.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """What to export: the session whose id begins with `session`, or the last one of a learner and a lesson.

    `lesson` is a lesson's name, folder or file; `article` the article's file, for a lesson that comes without it;
    `output` None for standard output.
    """

    session: str = ""
    learner: str | None = None
    lesson: str = ""
    article: Path | None = None
    output: Path | None = None


def run(paths: Paths, request: ExportRequest) -> int:
    """Write the transcript and say where it is; returns the exit code."""
    if not paths.store.exists():
        raise TutorError("Nothing is kept here yet.", "tutor start begins a lesson.")
    slug, file = _lesson(request.lesson, paths)
    with long_work("putting the transcript together") as work:
        with Store.open(paths.store) as store:
            session = find_session(store, request.session, learner=request.learner, lesson=slug)
            loaded = lesson_of_session(session, file or paths.lessons, request.article)
            made = transcript_of(store, session.id, loaded)
        if request.output is None:
            print(made.text, end="")
            return 0
        work.tell("writing the transcript")
        wanted = request.output / made.name if request.output.is_dir() else request.output
        place = write_new(wanted, made.text)
    there = f"There is a file {printable(wanted.name)} already, and it stays as it is.\n" if place != wanted else ""
    print(printable(f"{there}The transcript is in {place}"))
    return 0


def _lesson(name: str, paths: Paths) -> tuple[str, Path | None]:
    """The short name of a lesson and its file: None for one that is gone, of which there may still be sessions."""
    try:
        file = find_lesson(name, paths.lessons) if name else None
    except TutorError:
        file = None
    return (slug_of(file), file) if file else (name, None)
