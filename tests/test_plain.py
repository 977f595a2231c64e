"""Plain mode, as a pipe, as a person at a terminal, and as a program that is killed."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ferry import ARTICLE, LESSON, STRONG, write_lesson
from tests.running import TUTOR, environment, events, tutor
from tutor import plain
from tutor.console import Console
from tutor.lesson.load import load_lesson
from tutor.session.events import Event, Feedback
from tutor.session.session import Session
from tutor.session.store import Store
from tutor.spoken import spoken

FEEDBACK = Feedback(question="q", move="probe", text="You write it. Who says so?")

WEAK = ("The author says so.", "/hint", "idk", "", STRONG[0], "Nobody.", "The council.", "/skip")


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    return write_lesson(tmp_path / "lessons")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def lines(*replies: str) -> str:
    return "".join(f"{reply}\n" for reply in replies)


class TestForPrograms:
    def test_one_event_a_line(self, home: Path, lesson: Path) -> None:
        done = tutor(home, "start", lesson, "--json", lines=lines(*STRONG))
        assert (done.returncode, done.stderr) == (0, "")
        turn = ["replied", "assessed", "feedback", "closed"]
        told = events(done.stdout)
        assert [event["kind"] for event in told] == [
            "started",
            "asked",
            *turn,
            "asked",
            *turn,
            "asked",
            *turn,
            "summary",
        ]
        assert all("question" in event for event in told)
        assessed = told[3]
        assert assessed["verdicts"] == {"cites": "met", "cost": "met"}
        assert (assessed["misconceptions"], assessed["effort"]) == ([], "answer")
        feedback = told[4]
        assert (feedback["move"], feedback["by"]) == ("close", "phrasing")
        assert feedback["text"].endswith("?")

    def test_the_same_script_gives_the_same_bytes(self, home: Path, lesson: Path) -> None:
        first, second = (tutor(home, "start", lesson, "--json", lines=lines(*WEAK)).stdout for _ in range(2))
        assert first == second
        assert events(first)[-1]["kind"] == "summary"

    def test_an_input_that_ends_leaves_the_session_for_next_time(self, home: Path, lesson: Path) -> None:
        done = tutor(home, "start", lesson, "--json", lines="The author says so.")  # not even a line end
        assert done.returncode == 0
        assert events(done.stdout)[-1]["kind"] == "left"
        again = events(tutor(home, "start", lesson, "--json", "--resume", lines=lines(*STRONG)).stdout)
        assert again[: len(events(done.stdout))] == events(done.stdout)
        started = again[len(events(done.stdout))]
        assert (started["kind"], started["resumed"]) == ("started", True)
        assert again[-1]["kind"] == "summary"

    def test_learners_do_not_see_each_others_sessions(self, home: Path, lesson: Path) -> None:
        tutor(home, "start", lesson, "--json", "--learner", "Ana", lines=lines("The author says so."))
        done = tutor(home, "start", lesson, "--json", "--learner", "Ben", "--resume")
        assert done.returncode == 2
        assert "Ben has no unfinished session" in done.stderr
        assert tutor(home, "start", lesson, "--json", "--learner", "ANA", "--resume").returncode == 0

    def test_trouble_is_one_line_on_the_error_stream(self, home: Path, lesson: Path) -> None:
        (lesson / "lesson.toml").write_text(LESSON.replace("attempts = 3", "attemps = 3"))
        done = tutor(home, "start", lesson, "--json")
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1
        assert "attempts" in done.stderr

    def test_hostile_bytes_are_cleaned(self, home: Path, lesson: Path) -> None:
        hostile = (
            b"\x00\x1b[2J\x1b]0;gone\x07 [red]It is \xff\xfe expensive[/red] \xe2\x80\xae \x9b\n\x1b\n" + b"\0" * 99
        )
        done = tutor(home, "start", lesson, "--json", lines=hostile)
        assert done.returncode == 0
        replied = [event["text"] for event in events(done.stdout) if event["kind"] == "replied"]
        assert replied[0].startswith("[red]It is")
        assert replied[1:] == ["", ""]
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.stdout)

    def test_a_megabyte_in_one_line_is_refused_and_the_lesson_goes_on(self, home: Path, lesson: Path) -> None:
        done = tutor(home, "start", lesson, "--json", lines=lines("x" * 1_000_000, *STRONG))
        told = events(done.stdout)
        assert (told[2]["kind"], told[2]["what"]) == ("shown", "note")
        assert told[-1]["kind"] == "summary"
        assert sum(file.stat().st_size for file in home.iterdir()) < 500_000

    def test_other_scripts_come_through_in_any_locale(self, home: Path, lesson: Path) -> None:
        told = events(tutor(home, "start", lesson, "--json", lines=lines("Фериботът е скъп — “много” 🚢")).stdout)
        assert told[2]["text"] == "Фериботът е скъп — “много” 🚢"

    @pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
    @pytest.mark.parametrize("at", range(1, len(WEAK) + 1))
    def test_killed_after_a_reply_it_resumes_with_every_reply(self, home: Path, lesson: Path, at: int) -> None:
        process = subprocess.Popen(
            [*TUTOR, "start", str(lesson), "--json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(home),
            encoding="utf-8",
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(lines(*WEAK[:at]))
        process.stdin.flush()
        given = 0
        for line in process.stdout:
            given += '"kind": "replied"' in line or '"kind": "commanded"' in line
            if given == at:
                break
        process.send_signal(signal.SIGKILL)
        process.wait(60)
        process.stdin.close()
        process.stdout.close()
        again = events(tutor(home, "start", lesson, "--json", "--resume", lines=lines(*WEAK[at:])).stdout)
        whole = events(tutor(home, "start", lesson, "--json", lines=lines(*WEAK)).stdout)
        assert [e for e in again if e["kind"] != "started"] == [e for e in whole if e["kind"] != "started"]

    def test_a_reader_that_goes_away_is_no_trouble(self, home: Path, lesson: Path) -> None:
        process = subprocess.Popen(
            [*TUTOR, "start", str(lesson), "--json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(home),
        )
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        process.stdout = None
        _, said = process.communicate(lines(*STRONG * 3).encode(), timeout=60)
        assert (process.returncode, said) == (0, b"")


def _own_mounts() -> list[str] | None:
    """The start of a command that may mount a file system of its own, which goes away with it."""
    for command in (["unshare", "-m", "--"], ["unshare", "-rm", "--"]):
        test = [*command, "mount", "-t", "tmpfs", "none", "/mnt"]
        if shutil.which("unshare") and subprocess.run(test, capture_output=True).returncode == 0:
            return command
    return None


@pytest.mark.skipif(_own_mounts() is None, reason="mounting is not permitted here")
@pytest.mark.parametrize("size", ["16k", "64k", "200k"])
def test_a_disk_that_is_really_full_loses_nothing_that_was_kept(home: Path, lesson: Path, size: str) -> None:
    home.mkdir()
    script = f"""
        mount -t tmpfs -o size={size} none "$TUTOR_HOME"
        {" ".join(TUTOR)} start {lesson} --json; echo "code $?"
        {sys.executable} -c 'import os, sqlite3
store = sqlite3.connect(os.environ["TUTOR_HOME"] + "/sessions.db")
try:
    print("kept", *store.execute("SELECT count(*) FROM events").fetchone())
except sqlite3.Error:
    print("kept 0")'
    """
    done = subprocess.run(
        [*(_own_mounts() or []), "sh", "-c", script],
        input=lines(*(f"/define word {n} {'x ' * 500}" for n in range(200))),
        capture_output=True,
        text=True,
        env=environment(home),
        timeout=120,
    )
    *told, code, kept = done.stdout.splitlines()
    assert code == "code 2"
    assert kept == f"kept {len(told)}"
    assert re.match(r"tutor: .*(full|Is the disk)", done.stderr)
    assert len(done.stderr.splitlines()) == 1


class TestReadAloud:
    def test_each_speaker_is_named_and_nothing_is_drawn(self, home: Path, lesson: Path) -> None:
        done = tutor(home, "start", lesson, "--plain", lines=lines(*STRONG))
        assert (done.returncode, done.stderr) == (0, "")
        said = done.stdout
        assert said.startswith("Lesson: The last ferry (3 questions)\n")
        assert "Tutor: Question 1 of 3, Evidence. What evidence" in said
        assert "It is about paragraph 1 (p1)." in said
        assert "Tutor: Question 2 of 3, Whose voice is missing? Who is affected" in said
        assert "Shown: retold paragraph 1, sentence 2.\n" in said
        assert "Question 1: you showed it.\n" in said
        assert "You showed what all 3 questions ask for.\nQuestion 1, Evidence. You showed it. What evidence" in said
        assert "You:" not in said.partition("You showed what all")[0], "nobody is prompted"
        assert not re.search("[\u2190-\u21ff\u2500-\u27bf≈·\x1b]", said)
        assert "The lesson is finished. Everything is kept." in said.splitlines()[-1]
        assert "tutor progress" in said.splitlines()[-1]
        assert "tutor export" in said.splitlines()[-1]

    def test_a_pipe_is_plain_without_being_asked(self, home: Path, lesson: Path) -> None:
        done = tutor(home, "start", lesson, lines="")
        assert done.returncode == 0
        assert "Tutor: Question 1 of 3, Evidence." in done.stdout
        assert done.stdout.endswith("start the same lesson with --resume.\n")

    def test_the_article_is_read_out_sentence_by_sentence(self, home: Path, lesson: Path) -> None:
        said = tutor(home, "start", lesson, "--plain", lines=lines("/article")).stdout
        assert "The last ferry, by Ines Halloran\nParagraph 1.\np1s1: The council will end" in said

    def test_copy_writes_the_last_words_to_a_file_and_says_where(self, home: Path, lesson: Path) -> None:
        said = tutor(home, "start", lesson, "--plain", lines=lines("/copy", "The author says so.", "/copy")).stdout
        assert "Note: There is nothing to copy yet" in said
        copy = home / "last-feedback.txt"
        assert f"Note: The tutor's last words are in this file: {copy}" in said
        assert f"Tutor: {copy.read_text(encoding='utf-8')}" in said

    def test_who_comes_back_hears_where_they_were(self, home: Path, lesson: Path) -> None:
        first = tutor(home, "start", lesson, "--plain", lines=lines("The author says so."))
        last = [line for line in first.stdout.splitlines() if line.startswith("Tutor:")][-1]
        said = tutor(home, "start", lesson, "--plain", "--resume").stdout
        assert "Going on with the lesson" in said
        assert f"Last time:\n{last}" in said

    def test_markup_and_escape_codes_of_a_lesson_are_only_text(self, home: Path, tmp_path: Path) -> None:
        loud = write_lesson(
            tmp_path / "loud",
            LESSON.replace('title = "The last ferry"', 'title = "[b]\\u001b[31mLoud[/b]"'),
            ARTICLE.replace("I have taken", "\x1b[2JI have taken"),
        )
        done = tutor(home, "start", loud, "--plain", lines=lines("/article", "/quote p2"))
        assert done.returncode in (0, 2)
        assert "\x1b" not in done.stdout + done.stderr
        assert "[b]" in done.stdout + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are POSIX")
class TestAtATerminal:
    def converse(self, home: Path, words: list[str], talk: list[tuple[str, str]]) -> tuple[int, str]:
        """Wait for each text in turn and type the answer; the exit code, and all that was on the screen."""
        import pty

        pid, terminal = pty.fork()
        if pid == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # a test runner may have told its children to ignore it
            os.execve(sys.executable, [*TUTOR, *words], environment(home, TERM="dumb"))
        screen, heard, left = "", 0, list(talk)
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            if not select.select([terminal], [], [], 0.5)[0]:
                # CPython may miss a Ctrl+C that comes just before it begins to wait; who presses it, presses it again.
                if not left and talk[-1][1].endswith("\x03"):
                    os.write(terminal, b"\x03")
                continue
            try:
                read = os.read(terminal, 65536)
            except OSError:  # the other end is closed
                break
            if not read:
                break
            screen += read.decode(errors="replace")
            while left and (at := screen.find(left[0][0], heard)) >= 0:
                wanted, answer = left.pop(0)
                heard = at + len(wanted)
                os.write(terminal, answer.encode())
        else:
            os.kill(pid, signal.SIGKILL)
        os.close(terminal)
        _, status = os.waitpid(pid, 0)
        return os.waitstatus_to_exitcode(status), screen

    def test_a_name_is_asked_for_and_a_session_offered(self, home: Path, lesson: Path) -> None:
        start = ["start", str(lesson)]
        code, screen = self.converse(
            home, start, [("Enter for no name:", "Ana\n"), ("You:", "The author says so.\n"), ("You:", "\x04")]
        )
        assert code == 0, screen
        assert "Your session is kept" in screen
        code, screen = self.converse(
            home,
            start,
            [("Known here: 1 Ana", ""), ("Enter for no name:", "1\n"), ("Enter for yes", "\n"), ("You:", "/quit\n")],
        )
        assert code == 0, screen
        assert "with 0 of 3 questions done and 1 replies sent" in screen.replace("1 reply", "1 replies")
        assert "Last time:" in screen

    def test_a_command_is_no_name(self, home: Path, lesson: Path) -> None:
        code, screen = self.converse(
            home,
            ["start", str(lesson)],
            [
                ("Enter for no name:", "/ready\n"),
                ("Commands work once", ""),
                ("no name:", "Ana\n"),
                ("You:", "/quit\n"),
            ],
        )
        assert code == 0, screen
        assert "1 Ana" in self.converse(home, ["start", str(lesson)], [("Known here:", ""), ("list", "/quit\n")])[1]

    def test_a_lesson_is_chosen_from_the_list(self, home: Path, lesson: Path) -> None:
        (home / "lessons").mkdir(parents=True)
        lesson.rename(home / "lessons" / "aa-ferry")
        code, screen = self.converse(
            home,
            ["start"],
            [("Which lesson?", ""), ("Number", "nine\n"), ("Number", "1\n"), ("no name", "\n"), ("You:", "/quit\n")],
        )
        assert code == 0, screen
        assert "Lesson: The last ferry" in screen

    def test_control_c_keeps_the_session(self, home: Path, lesson: Path) -> None:
        code, screen = self.converse(
            home,
            ["start", str(lesson), "--learner", ""],
            [("You:", "The author says so.\n"), ("You:", "half a th\x03")],
        )
        assert code == 130
        assert "Everything that was sent is kept" in screen
        assert "Traceback" not in screen
        assert tutor(home, "start", lesson, "--resume", "--json").returncode == 0


class TestALongWait:
    """Somebody at a terminal is told once what is waited for, and only where it takes long."""

    class Person(Console):
        """A console with somebody at it."""

        def __init__(self) -> None:
            self.interactive = True
            self.heard: list[str] = []
            self.told = threading.Event()

        def tell(self, text: str) -> None:
            self.heard.append(text)
            self.told.set()

    @staticmethod
    def slow(person: Person) -> Iterator[Event]:
        person.told.wait(60)
        yield FEEDBACK
        yield FEEDBACK

    @pytest.fixture
    def session(self, lesson: Path, home: Path) -> Iterator[Session]:
        with Store.open(home / "sessions.db") as store:
            yield Session.open(load_lesson(lesson), store)

    def test_it_is_put_into_words(self, session: Session) -> None:
        person = self.Person()
        assert list(plain._patiently(session, person, self.slow(person))) == [FEEDBACK] * 2
        assert person.heard == ["The tutor is reading your reply."]

    def test_a_model_says_what_it_does(self, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
        person = self.Person()
        monkeypatch.setattr(Session, "waits_for", "the model is reading the article")
        list(plain._patiently(session, person, self.slow(person)))
        assert person.heard == ["The model is reading the article."]

    def test_nobody_is_told_of_what_is_quick(self, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(plain, "PATIENCE", 600)
        person, before = self.Person(), {*threading.enumerate()}
        assert list(plain._patiently(session, person, iter([FEEDBACK]))) == [FEEDBACK]
        timers = [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]
        assert all(timer.finished.is_set() for timer in timers if timer not in before), "it would tell later on"

    def test_in_a_pipe_the_same_script_gives_the_same_words(self, session: Session) -> None:
        person = self.Person()
        person.interactive = False

        def slow() -> Iterator[Event]:
            person.told.wait(plain.PATIENCE * 2)
            yield FEEDBACK

        assert list(plain._patiently(session, person, slow())) == [FEEDBACK]
        assert not person.heard


def test_a_place_to_look_at_is_read_out_once_with_what_to_type() -> None:
    hint = Feedback(question="q", move="hint", text="", say="Numbers help.", asking="What is in p2?", focus=("p1s1",))
    assert spoken(hint) == "Tutor: Numbers help. Look at paragraph 1, sentence 1 (p1s1). What is in paragraph 2?"
