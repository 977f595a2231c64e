"""`tutor lessons`: which lessons there are, and how far the learner is in each."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.article.text import printable
from tutor.lesson.finding import list_lessons
from tutor.paths import Paths
from tutor.session.history import Progress, progress
from tutor.session.store import Store


def run(paths: Paths, learner: str) -> int:
    """Print a lesson a line; returns the exit code."""
    entries = list_lessons(paths.lessons)
    way = _progress(paths, learner)
    width = max((len(entry.slug) for entry in entries), default=0)
    for entry in entries:
        line = f"{entry.slug:<{width}}  {entry.title}" if entry.title else f"{entry.slug:<{width}}  ({entry.problem})"
        print(f"{line}{_how_far(way.get(entry.slug))}")
    print(f"\ntutor start NAME begins one. Your own go into {printable(str(paths.lessons[0]))}")
    return 0


def _progress(paths: Paths, learner: str) -> Mapping[str, Progress]:
    # To list lessons is to look, not to begin: no store is made for it.
    if not paths.store.exists():
        return {}
    with Store.open(paths.store) as store:
        return progress(store, learner)


def _how_far(way: Progress | None) -> str:
    if way is None:
        return ""
    if way.finished and way.closed == way.total:
        return "  [finished]"
    return f"  [{way.closed} of {way.total} questions done]"
