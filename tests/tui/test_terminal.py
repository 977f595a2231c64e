"""The command in a real terminal: what only shows from outside."""

from __future__ import annotations

import base64
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
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


def kill_once_a_draft_is_kept(terminal: Terminal, home: Path) -> None:
    end = time.monotonic() + DEADLINE
    while not any(isinstance(event, Drafted) for event in events(home)):
        assert time.monotonic() < end
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.wait()


def test_a_killed_program_keeps_the_lines_that_were_finished(tmp_path: Path) -> None:
    lesson = str(write_lesson(tmp_path))
    with Terminal("start", lesson, env={"TUTOR_HOME": str(tmp_path)}) as terminal:
        terminal.until("Question 1 of 3")
        terminal.until("Enter sends")
        terminal.type("a whole line\nand half")
        terminal.until("and half")
        kill_once_a_draft_is_kept(terminal, tmp_path)
    with Terminal("start", lesson, "--resume", env={"TUTOR_HOME": str(tmp_path)}) as terminal:
        terminal.until("a whole line")


def test_who_never_breaks_a_line_loses_no_more_than_one_either(tmp_path: Path) -> None:
    lesson = str(write_lesson(tmp_path))
    words = " ".join(f"word{number}" for number in range(20))
    with Terminal("start", lesson, env={"TUTOR_HOME": str(tmp_path)}) as terminal:
        terminal.until("Question 1 of 3")
        terminal.until("Enter sends")
        terminal.type(words)
        terminal.until("word19")
        kill_once_a_draft_is_kept(terminal, tmp_path)
    with Terminal("start", lesson, "--resume", env={"TUTOR_HOME": str(tmp_path)}) as terminal:
        terminal.until("word0 word1 word2 word3")


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


def at_work(tmp_path: Path, *, size: tuple[int, int] = (100, 30), **env: str) -> Terminal:
    """A terminal in which a lesson is to begin."""
    return Terminal(
        "start", str(write_lesson(tmp_path)), "--model=none", env={"TUTOR_HOME": str(tmp_path), **env}, size=size
    )


def ready(terminal: Terminal) -> None:
    terminal.until("Question 1 of 3")
    terminal.until("Enter sends")


def test_what_follows_an_escape_in_a_paste_may_be_keys_but_none_that_leaves_unasked(tmp_path: Path) -> None:
    """Textual 8.2.8 takes it so; most terminals take such codes out of what is pasted."""
    with at_work(tmp_path) as terminal:
        ready(terminal)
        terminal.type("mine ")
        terminal.until("mine")
        terminal.paste("one \x1b\x11 two")
        terminal.until("Leave the lesson?")
        terminal.type("2")
        terminal.until("Leave the lesson?", gone=True)
        terminal.until("mine")
        terminal.until("Question 1 of 3")


def test_a_paste_comes_whole_and_what_of_it_cannot_be_shown_is_named(tmp_path: Path) -> None:
    with at_work(tmp_path) as terminal:
        ready(terminal)
        terminal.type("first ")
        terminal.paste("one\rtwo \x07red\u202e \U0001f600 e\u0301")
        terminal.until("red")
        terminal.until("2 characters of what you pasted cannot")
        assert "first one" in terminal.text()
        assert "two" in terminal.text()
        terminal.paste("x" * 100_000)
        terminal.until("100,000 characters")
        terminal.type("!")
        terminal.until("!")
        assert "first one" in terminal.text()


def test_resizing_shows_both_panes_and_one(tmp_path: Path) -> None:
    with at_work(tmp_path, size=(120, 30)) as terminal:
        ready(terminal)
        terminal.type("kept")
        terminal.until("kept")
        for columns, lines in ((60, 20), (200, 50), (30, 10), (80, 24)):
            terminal.resize(columns, lines)
            terminal.until("F2 switches" if columns < 100 and columns > 30 else "Too small" if columns == 30 else "╮╭")
        terminal.until("kept")


def test_killed_in_the_middle_the_reply_and_the_draft_are_there_again(tmp_path: Path) -> None:
    with at_work(tmp_path) as terminal:
        ready(terminal)
        terminal.type("The council counts 90,000 pounds [p1s2]\r")
        terminal.until("You retell p1s2")
        terminal.type("a whole line\nand half")
        terminal.until("and half")
        kill_once_a_draft_is_kept(terminal, tmp_path)
    with Terminal(
        "start", str(write_lesson(tmp_path)), "--resume", "--model=none", env={"TUTOR_HOME": str(tmp_path)}
    ) as terminal:
        terminal.until("Welcome back")
        terminal.until("a whole line")
        terminal.until("[p1s2]")


def test_what_is_copied_is_what_the_terminal_is_given(tmp_path: Path) -> None:
    words = "“Quoted” and \U0001f600"
    with at_work(tmp_path) as terminal:
        ready(terminal)
        terminal.paste(words)
        terminal.until("Quoted")
        terminal.type("\x1b[18~\x03")  # F7 selects everything
        terminal.until("Sent to your terminal")
    (sent,) = re.findall(rb"\x1b]52;c;([A-Za-z0-9+/=]*)\x07", terminal.painted)
    assert base64.b64decode(sent).decode() == words


def test_the_mouse_clicks_and_scrolls(tmp_path: Path) -> None:
    with at_work(tmp_path, size=(60, 16)) as terminal:
        ready(terminal)
        terminal.until("°")  # the lines of the article break anew when hard words get their signs
        terminal.click("Chat")
        terminal.until("[ Chat ]")
        terminal.click("Article")
        terminal.until("[ Article ]")
        terminal.until("Ines Halloran")
        terminal.wheel("The council", 20)
        terminal.until("Ines Halloran", gone=True)


def test_help_and_the_ladder_of_ctrl_c(tmp_path: Path) -> None:
    with at_work(tmp_path) as terminal:
        ready(terminal)
        terminal.type("\x1bOP")
        terminal.until("Keys that work here")
        terminal.type("\x1bOP")
        terminal.until("Keys that work here", gone=True)
        terminal.type("a draft")
        terminal.until("a draft")
        terminal.type("\x03")
        terminal.until("Cleared. Up brings it back")
        terminal.type("\x03")
        terminal.until("Leave the lesson?")
        terminal.type("\x03")
        assert terminal.wait() == 0


def test_a_dumb_terminal_gets_lines(tmp_path: Path) -> None:
    with at_work(tmp_path, TERM="dumb") as terminal:
        terminal.until("Your name")
        terminal.type("\n")
        terminal.until("Tutor: ")
        terminal.until("You: ")
        terminal.type("/quit\n")
        assert terminal.wait() == 0
    assert b"\x1b" not in terminal.painted


def colours(painted: bytes) -> set[str]:
    """The colours that were asked for: `standard`, `eight-bit`, `true`, and `grey`."""
    found = set()
    for codes in re.findall(rb"\x1b\[([0-9;]*)m", painted):
        numbers = [int(code or 0) for code in codes.split(b";")]
        while numbers:
            number = numbers.pop(0)
            if number in (38, 48) and numbers:
                if numbers[0] == 5:
                    found.add("eight-bit")
                else:
                    found.add("true" if len(set(numbers[1:4])) > 1 else "grey")
                del numbers[: 2 if numbers[0] == 5 else 4]
            elif number in {*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108)}:
                found.add("standard")
    return found


@pytest.mark.parametrize(
    ("env", "asked_for"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, {"true", "grey"}),
        ({"TERM": "xterm-256color", "COLORTERM": ""}, {"eight-bit"}),
        ({"TERM": "xterm", "COLORTERM": ""}, {"standard"}),
        ({"TERM": "linux", "COLORTERM": ""}, {"standard"}),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, set()),
        ({"TERM": "xterm", "COLORTERM": "", "NO_COLOR": "1"}, set()),
    ],
)
def test_no_more_colours_than_the_terminal_has(tmp_path: Path, env: dict[str, str], asked_for: set[str]) -> None:
    with at_work(tmp_path, **env) as terminal:
        ready(terminal)
        terminal.type("\x1bOP")
        terminal.until("Keys that work here")
    assert colours(terminal.painted) == asked_for


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """A tmux of our own, with nobody's settings."""
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("there is no tmux here")
    command = [program, "-S", str(tmp_path / "tmux"), "-f", os.devnull]
    yield command
    subprocess.run([*command, "kill-server"], capture_output=True, timeout=60, check=False)


def test_in_tmux(tmp_path: Path, tmux: list[str]) -> None:
    # Not the size that the tests' own terminal has.
    env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "TMUX")}

    def run(*words: str) -> str:
        return subprocess.run([*tmux, *words], capture_output=True, text=True, timeout=60, check=True, env=env).stdout

    def until(words: str) -> None:
        end = time.monotonic() + DEADLINE
        while words not in (shown := run("capture-pane", "-p")):
            assert time.monotonic() < end, shown

    program = [sys.executable, "-m", "tutor", "start", str(write_lesson(tmp_path)), "--model=none"]
    home = f"TUTOR_HOME={shlex.quote(str(tmp_path))}"
    # The pane stays when the program has ended, so that what it said last can be read.
    run("new-session", "-d", "-x", "80", "-y", "24", f"{home} {shlex.join(program)}; echo ended $?; exec cat")
    until("Enter sends")
    run("send-keys", "-l", "The council counts 90,000 pounds [p1s2]")
    run("send-keys", "Enter")
    until("You retell p1s2")
    run("send-keys", "F2")
    until("[ Article ]")
    run("resize-window", "-x", "120", "-y", "30")
    until("╮╭")
    run("send-keys", "C-q")
    until("Leave the lesson?")
    run("send-keys", "1")
    until("ended 0")
