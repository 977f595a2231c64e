"""`tutor progress`: what learners showed, by kind of question and over time, as lines that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from tutor.article.text import printable
from tutor.errors import TutorError
from tutor.long_work import long_work
from tutor.paths import Paths
from tutor.session.cleaning import same_name
from tutor.session.history import SessionInfo, all_sessions, unique_names
from tutor.session.names import kind_in_words
from tutor.session.overview import SHORT, Count, Overview, Sitting, is_begun, moment_in_words, overview
from tutor.session.store import Store

_LOOKING = "looking through the sessions"
_NOTHING = "Nothing is kept here yet. tutor start begins a lesson."


def run(paths: Paths, learner: str | None) -> int:
    """Print the progress of one learner, or, where nobody is named, of each; returns the exit code."""
    # To ask for progress is to look, not to begin: no store is made for it.
    if not paths.store.exists():
        print(_NOTHING)
        return 0
    with Store.open(paths.store) as store, long_work(_LOOKING) as work:
        sessions = all_sessions(store)
        tell = partial(work.tell, _LOOKING)
        pages = ["\n".join(_page(overview(store, name, sessions, tell))) for name in _names(sessions, learner)]
    print(printable("\n\n".join(pages) if pages else _NOTHING))
    return 0


def _names(sessions: Iterable[SessionInfo], learner: str | None) -> tuple[str, ...]:
    known = unique_names(one.learner for one in sessions if is_begun(one))
    if learner is None:
        return known
    found = tuple(name for name in known if same_name(name, learner))
    if not found:
        whose = f"of {learner}" if learner else "without a name"
        names = ", ".join(name for name in known if name)
        raise TutorError(f"No session {whose} is kept here.", f"The names here are {names}." if names else "")
    return found


def _page(of: Overview) -> Iterator[str]:
    yield f"Progress of {of.learner}" if of.learner else "Progress without a name"
    yield f"Questions: {of.count.in_words}." if of.count.total else "No question has ended yet."
    yield from _section("By kind of question", ((kind_in_words(group.name), group.count) for group in of.kinds))
    yield from _section("Over time", ((group.name, group.count) for group in of.times))
    yield "\nSessions, the last one first"
    yield from map(_session, of.sessions)


def _section(title: str, rows: Iterable[tuple[str, Count]]) -> Iterator[str]:
    lines = [f"{name}{'' if name.endswith('?') else ':'} {count.in_words}." for name, count in rows]
    if lines:
        yield f"\n{title}"
        yield from lines


def _session(sitting: Sitting) -> str:
    one = sitting.session
    way = "finished" if one.finished else f"{one.closed} of {one.questions} questions done"
    shown = f"; {sitting.count.in_words}" if sitting.count.total else ""
    when = moment_in_words(one.last_seen)
    return f"{one.title} ({one.lesson}), {when}: {way}{shown}. To keep it: tutor export {one.id[:SHORT]} -o FILE"
