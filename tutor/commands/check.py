"""`tutor check`: what is wrong with lessons, and what to do; once, or again on each save."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from tutor.commands.check_output import WRITERS, Format
from tutor.errors import TutorError
from tutor.lesson.checking import Checked, check_lesson, files_of
from tutor.lesson.finding import find_lessons
from tutor.lesson.judging import Judge
from tutor.long_work import long_work

# How many lessons are watched with all verdicts remembered: people work on one or two at a time.
AT_WORK = 8


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What to check, and how to say it: names or paths of lessons, or of folders of them."""

    names: Sequence[str]
    folders: Sequence[Path]
    article: Path | None = None
    format: Format = Format.TEXT
    strict: bool = False
    watch: bool = False
    jobs: int = 1


def run(request: CheckRequest) -> bool:
    """Check all lessons and print what is wrong; returns whether anything is. `strict` counts warnings too.

    Raises TutorError when a name means no lesson, before any is checked.
    """
    files = _files(request)
    if request.article is not None and len(files) > 1:
        raise TutorError("--article takes the place of one lesson's article.", "Name that lesson alone.")
    if request.watch:
        _watch(request, files)
        return False
    checked = []
    with long_work("checking the lesson") as work:
        for one in _checked(files, request):
            checked.append(one)
            if len(files) > 1:
                work.tell(f"{len(checked)} of {len(files)} lessons checked", len(checked), len(files))
    _print(checked, request)
    return any(one.errors or (request.strict and one.warnings) for one in checked)


def _files(request: CheckRequest) -> tuple[Path, ...]:
    """The lesson files meant, each once."""
    files: dict[Path, Path] = {}
    for name in request.names:
        for file in find_lessons(name, request.folders):
            files.setdefault(file.absolute(), file)
    return tuple(files.values())


def _checked(files: Sequence[Path], request: CheckRequest) -> Iterator[Checked]:
    check = partial(check_lesson, article=request.article)
    jobs = min(request.jobs, len(files))
    if jobs < 2:
        yield from map(check, files)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Not forked: the thread that shows how far the work is must not be copied half-way through a line.
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(check, files, chunksize=max(1, min(20, len(files) // (4 * jobs))))


def _print(checked: Iterable[Checked], request: CheckRequest) -> None:
    for line in WRITERS[request.format](tuple(checked)):
        print(line, flush=True)


def _watch(request: CheckRequest, files: Sequence[Path]) -> None:
    """Check again whenever a lesson or its article is saved, until Ctrl+C."""
    from tutor.commands.watching import changes

    known = dict.fromkeys(files)
    judge_of = lru_cache(maxsize=AT_WORK)(lambda file: Judge())

    def wanted() -> Iterable[Path]:
        """All lessons seen so far, and those that came into a folder meanwhile; one that is gone may come back."""
        for name in request.names:
            try:
                known.update(dict.fromkeys(find_lessons(name, request.folders)))
            except TutorError:
                continue  # gone for now
        return known

    text = request.format is Format.TEXT
    try:
        for number, changed in enumerate(changes(wanted, partial(files_of, article=request.article))):
            if text and number:
                print()
            _print((check_lesson(file, request.article, judge_of(file)) for file in changed), request)
            if not number:
                gc.freeze()  # what is there now stays; to look it through for garbage takes as long as a check
                if text:
                    print("Watching for the next save; Ctrl+C ends this.", flush=True)
    except KeyboardInterrupt:
        if text:
            print("\nNo longer watching.")
