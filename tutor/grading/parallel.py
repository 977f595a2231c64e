"""Grading over several cores: the same scores in the same order, with a bounded number of replies in flight."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext

from tutor.article import Article
from tutor.errors import TutorError
from tutor.grading.grade import Graded, grade
from tutor.grading.table import Answer
from tutor.rubric.rubric import Rubric

CHUNK = 50
"""Replies handed to a process at a time: some 50 ms of work, so that handing them over costs nothing."""
IN_FLIGHT = 4
"""Chunks waiting or being graded, for each process: reading the table further ahead would only fill memory."""
ALONE = 200
"""As many replies are graded before other processes are begun: a class is done by then."""


def cores() -> int:
    """How many processes may run at once on this machine, for this user."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def grade_over(
    answers: Iterable[Answer], question: Rubric, article: Article, jobs: int
) -> Generator[Graded, None, None]:
    """As `grade`, with `jobs` processes where there are replies enough for them.

    Raises TutorError when one of the processes is ended from outside.
    """
    answers = iter(answers)
    yield from grade(islice(answers, ALONE if jobs > 1 else None), question, article)
    more = next(answers, None)
    if more is not None:
        yield from _in_processes(chain([more], answers), question, article, jobs)


def _in_processes(answers: Iterator[Answer], question: Rubric, article: Article, jobs: int) -> Iterator[Graded]:
    pool = ProcessPoolExecutor(jobs, _context(), _begin, (question, article))
    waiting: deque[Future[list[Graded]]] = deque()
    try:
        for chunk in _chunks(answers):
            waiting.append(pool.submit(_grade, chunk))
            if len(waiting) >= IN_FLIGHT * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise TutorError(
            "One of the grading processes was ended from outside, perhaps because memory ran out.",
            "Run it again with --jobs 1, or with fewer processes.",
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _chunks(answers: Iterator[Answer]) -> Iterator[tuple[Answer, ...]]:
    while chunk := tuple(islice(answers, CHUNK)):
        yield chunk


def _context() -> BaseContext:
    # What has been loaded so far, dictionary included, is shared with forked processes. With threads about, or where
    # the system's own libraries forbid it, each process loads its own.
    forks = sys.platform.startswith("linux") and threading.active_count() == 1
    return multiprocessing.get_context("fork" if forks else "spawn")


_question: Rubric
_article: Article


def _begin(question: Rubric, article: Article) -> None:
    global _question, _article
    _question, _article = question, article
    # Ctrl+C goes to all processes of a terminal; the one that reads the table ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _grade(answers: tuple[Answer, ...]) -> list[Graded]:
    return list(grade(answers, _question, _article))
