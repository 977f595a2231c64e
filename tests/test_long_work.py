"""Long work on the command line: shown to people once it takes long, never in a pipe, gone without a trace."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pyte
import pytest

from tests.ferry import STRONG, write_lesson
from tutor.commands import check, progress
from tutor.commands.export import ExportRequest
from tutor.commands.export import run as export
from tutor.lesson.load import load_lesson
from tutor.long_work import PATIENCE, Work, _Bar, _Lines, _Watcher, long_work
from tutor.paths import Paths
from tutor.session.session import Session
from tutor.session.store import Store

# Seconds. Against waiting for ever; nothing is measured by it.
DEADLINE = 60.0


class Screen(io.StringIO):
    """A terminal that remembers all that was ever written, and tells when something was."""

    def __init__(self) -> None:
        super().__init__()
        self.written = Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        count = super().write(text)
        if text.strip():
            self.written.set()
        return count

    @property
    def seen(self) -> list[str]:
        """The lines on the screen that are not blank."""
        screen = pyte.Screen(80, 24)
        pyte.Stream(screen).feed(self.getvalue().replace("\n", "\r\n"))
        return [line.rstrip() for line in screen.display if line.strip()]


def ending_with(looks: Iterator[None], waited: list[float]) -> Callable[[float], bool]:
    """An end of the work that comes when `looks` are over; notes how long each look was waited for."""

    def over(seconds: float) -> bool:
        waited.append(seconds)
        return next(looks, over) is over

    return over


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    return Screen()


def watch(work: Work, screen: Screen, looks: Callable[[_Watcher], Iterator[None]], *, bar: bool = True) -> list[float]:
    """Watch some work for as long as `looks` yields, which may say in between how far it is; the waits."""
    watcher = _Watcher(work, _Bar(screen) if bar else _Lines(screen))
    waited: list[float] = []
    watcher.run(ending_with(looks(watcher), waited))
    return waited


@pytest.mark.parametrize("bar", [True, False])
def test_what_is_over_within_half_a_second_says_nothing(screen: Screen, bar: bool) -> None:
    assert watch(Work("reading"), screen, lambda _: iter(()), bar=bar) == [PATIENCE] == [0.5]
    assert screen.getvalue() == ""


def test_a_bar_where_the_amount_is_known_and_it_goes_when_the_work_is_done(screen: Screen) -> None:
    work = Work("reading [/nope]")

    def looks(_: _Watcher) -> Iterator[None]:
        yield
        (line,) = screen.seen
        assert line.endswith("reading [/nope] · Ctrl+C stops")
        assert "━" not in line
        work.tell("half of it", 5, 10)
        yield
        (line,) = screen.seen
        assert "━" in line
        assert line.endswith("50% half of it · Ctrl+C stops")

    watch(work, screen, looks)
    assert screen.seen == []
    assert screen.getvalue().rindex("\x1b[?25h") > screen.getvalue().rindex("\x1b[?25l"), "there is a cursor again"


def test_a_terminal_that_draws_nothing_gets_lines_and_seldom_one(screen: Screen) -> None:
    work = Work("reading")
    work.tell("reading", 1, 4)

    def looks(_: _Watcher) -> Iterator[None]:
        yield from [None] * 150

    watch(work, screen, looks, bar=False)
    assert screen.getvalue() == "reading (25 %) …\n" * 2


def test_what_is_printed_meanwhile_is_no_part_of_the_bar(screen: Screen) -> None:
    def looks(watcher: _Watcher) -> Iterator[None]:
        yield
        watcher.write(screen, "a result\n")
        watcher.write(screen, "half ")
        yield
        assert screen.seen == ["a result", "half"], "no bar in the middle of a line"
        watcher.write(screen, "a line\n")
        yield
        assert screen.seen[:2] == ["a result", "half a line"]
        assert "reading" in screen.seen[2]

    watch(Work("reading"), screen, looks)
    assert screen.seen == ["a result", "half a line"]


def test_it_is_shown_while_the_work_goes_on_and_standard_output_has_none_of_it(
    screen: Screen, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", screen)
    with long_work("reading"):
        assert screen.written.wait(DEADLINE)
        print("a result")
    assert capsys.readouterr().out == "a result\n"
    assert screen.seen == []


def test_ctrl_c_ends_it_and_leaves_nothing_behind(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", screen)

    def work() -> None:
        with long_work("reading"):
            assert screen.written.wait(DEADLINE)
            print("a result")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert sys.stdout is screen
    assert sys.stderr is screen
    assert screen.seen == ["a result"]


def test_nothing_is_shown_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    log = io.StringIO()
    monkeypatch.setattr(sys, "stderr", log)
    with long_work("reading") as work:
        work.tell("reading", 1, 2)
        assert sys.stderr is log
    assert log.getvalue() == ""


@pytest.mark.parametrize(("term", "lines"), [("dumb", True), ("xterm", False)])
def test_the_terminal_chooses(screen: Screen, monkeypatch: pytest.MonkeyPatch, term: str, lines: bool) -> None:
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", term)
    with long_work("reading"):
        assert screen.written.wait(DEADLINE)
    assert ("\x1b" in screen.getvalue()) is not lines


# What the commands tell of it


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int, int]]:
    """Each thing that some work told."""
    told: list[tuple[str, int, int]] = []
    monkeypatch.setattr(Work, "tell", lambda _, words, part=0, whole=0: told.append((words, part, whole)))
    return told


def test_many_lessons_are_counted(tmp_path: Path, told: list[tuple[str, int, int]]) -> None:
    for name in ("one", "two", "three"):
        write_lesson(tmp_path / name)
    check.run(check.CheckRequest([str(tmp_path)], folders=[]))
    assert told == [(f"{number} of 3 lessons checked", number, 3) for number in (1, 2, 3)]


@pytest.fixture
def home(tmp_path: Path) -> Paths:
    """A home in which three sessions were begun."""
    paths = Paths(state=tmp_path / "home", config=tmp_path / "home")
    loaded = load_lesson(write_lesson(tmp_path))
    with Store.open(paths.store) as store:
        for _ in range(3):
            session = Session.open(loaded, store, resume=False)
            list(session.begin())
            list(session.say(STRONG[0]))
    return paths


def test_many_sessions_are_counted(home: Paths, told: list[tuple[str, int, int]]) -> None:
    progress.run(home, None)
    assert [(part, whole) for _, part, whole in told] == [(0, 3), (1, 3), (2, 3)]


def test_a_transcript_that_is_stopped_in_the_middle_is_no_file(
    home: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(KeyboardInterrupt):
        export(home, ExportRequest(output=folder / "words.md"))
    assert list(folder.iterdir()) == []
