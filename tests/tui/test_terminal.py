"""The command in a real terminal: what only shows from outside."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.ferry import write_lesson
from tutor.paths import packaged
from tutor.session.events import Drafted, Left, Replied
from tutor.session.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

if sys.platform != "win32":
    from tests.tui.terminal import DEADLINE, Terminal


def events(home: Path) -> list[object]:
    with Store.open(home / "sessions.db") as store:
        ((session,),) = store.query("SELECT DISTINCT session FROM events")
        return [one.event for one in store.events(session)]


def test_a_reply_is_typed_and_the_lesson_left(tmp_path: Path) -> None:
    with Terminal("start", str(write_lesson(tmp_path)), env={"TUTOR_HOME": str(tmp_path)}) as terminal:
        terminal.until("Question 1 of 3")
        terminal.until("Enter sends")
        terminal.type("The council’s report counts 90,000 pounds [p1s2]\r")
        terminal.until("You retell p1s2")
        terminal.type("It is")
        terminal.until("It is")
        terminal.type("\x11")
        terminal.until("so is what you are typing")
        terminal.type("1")
        assert terminal.wait() == 0
    kept = events(tmp_path)
    assert any(isinstance(event, Replied) and "90,000" in event.text for event in kept)
    assert any(isinstance(event, Drafted) and event.text == "It is" for event in kept)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_window_keeps_the_draft(tmp_path: Path, number: signal.Signals) -> None:
    with Terminal("start", str(write_lesson(tmp_path)), env={"TUTOR_HOME": str(tmp_path)}) as terminal:
        terminal.until("Question 1 of 3")
        terminal.until("Enter sends")
        terminal.type("half a thou")
        terminal.until("half a thou")
        os.kill(terminal.pid, number)
        terminal.wait()
    kept = events(tmp_path)
    assert any(isinstance(event, Drafted) and event.text == "half a thou" for event in kept)
    assert isinstance(kept[-1], Left)


def test_a_window_that_goes_away_keeps_the_draft(tmp_path: Path) -> None:
    with Terminal("start", str(write_lesson(tmp_path)), env={"TUTOR_HOME": str(tmp_path)}) as terminal:
        terminal.until("Question 1 of 3")
        terminal.until("Enter sends")
        terminal.type("half a thou")
        terminal.until("half a thou")
        terminal.close()
        assert terminal.wait() == 129
    assert any(isinstance(event, Drafted) and event.text == "half a thou" for event in events(tmp_path))


def test_a_killed_program_keeps_the_lines_that_were_finished(tmp_path: Path) -> None:
    lesson = str(write_lesson(tmp_path))
    with Terminal("start", lesson, env={"TUTOR_HOME": str(tmp_path)}) as terminal:
        terminal.until("Question 1 of 3")
        terminal.until("Enter sends")
        terminal.type("a whole line\nand half")
        terminal.until("and half")
        end = time.monotonic() + DEADLINE
        while not any(isinstance(event, Drafted) for event in events(tmp_path)):
            assert time.monotonic() < end
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.wait()
    with Terminal("start", lesson, "--resume", env={"TUTOR_HOME": str(tmp_path)}) as terminal:
        terminal.until("a whole line")


def test_what_is_wrong_is_said_once_the_terminal_is_back(tmp_path: Path) -> None:
    lesson = packaged() / "lessons" / "iran-venezuela"
    with Terminal("start", str(lesson), env={"TUTOR_HOME": str(tmp_path)}, size=(200, 30)) as terminal:
        assert terminal.wait() == 2
        assert "tutor: This lesson does not bring its article along" in terminal.text()
        assert "Traceback" not in terminal.text()


def test_a_store_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    lesson = str(write_lesson(tmp_path))
    (tmp_path / "sessions.db").write_text("this is no database" * 100)
    with Terminal("start", lesson, env={"TUTOR_HOME": str(tmp_path)}, size=(200, 30)) as terminal:
        assert terminal.wait() == 2
        assert "tutor: " in terminal.text()
        assert "Traceback" not in terminal.text()


@pytest.mark.parametrize("term", ["xterm-256color", "xterm", "screen", "linux"])
def test_terminals_of_few_colours(tmp_path: Path, term: str) -> None:
    env = {"TUTOR_HOME": str(tmp_path), "TERM": term, "NO_COLOR": "1", "COLORTERM": ""}
    with Terminal("start", str(write_lesson(tmp_path)), env=env, size=(80, 24)) as terminal:
        terminal.until("Question 1 of 3")
        terminal.until("┃")
