"""The command line: what it offers, and what it says when something is wrong. Never a traceback."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.ferry import ARTICLE, LESSON, STRONG, write_lesson
from tests.powers import powerless, run_powerless
from tests.running import tutor
from tutor import __version__
from tutor.article.fingerprint import fingerprint
from tutor.article.load import read_article


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    return write_lesson(tmp_path / "lessons")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


class TestCommands:
    def test_version(self, home: Path) -> None:
        assert tutor(home, "--version").stdout == f"tutor {__version__}\n"

    def test_help_names_every_command(self, home: Path) -> None:
        said = tutor(home, "--help").stdout
        for command in ("start", "lessons", "new", "check", "fingerprint"):
            assert command in said

    def test_alone_it_starts(self, home: Path) -> None:
        done = tutor(home)
        assert done.returncode == 2
        assert "tutor start LESSON" in done.stderr  # there is no terminal to choose one at

    def test_lessons_lists_the_packaged_and_the_users_own(self, home: Path) -> None:
        write_lesson(home / "lessons")
        said = tutor(home, "lessons").stdout
        assert "ferry" in said
        assert "The last ferry" in said
        assert "harbour-levy" in said
        assert not (home / "sessions.db").exists()  # to look is not to begin

    def test_lessons_shows_how_far_a_learner_is(self, home: Path) -> None:
        lesson = write_lesson(home / "lessons")
        tutor(home, "start", lesson, "--json", "--learner", "Ana", lines=f"{STRONG[0]}\n")
        tutor(home, "start", "ferry", "--json", "--learner", "Ben", lines="\n".join(STRONG))
        assert "The last ferry  [1 of 3 questions done]" in tutor(home, "lessons", "--learner", "ana").stdout
        assert "The last ferry  [finished]" in tutor(home, "lessons", "--learner", "Ben").stdout
        assert "The last ferry\n" in tutor(home, "lessons").stdout

    def test_a_users_own_lesson_comes_before_a_packaged_one(self, home: Path, lesson: Path) -> None:
        (home / "lessons").mkdir(parents=True)
        lesson.rename(home / "lessons" / "harbour-levy")
        assert "Lesson: The last ferry" in tutor(home, "start", "harbour-levy").stdout

    def test_fingerprint_prints_what_a_lesson_needs(self, home: Path, lesson: Path) -> None:
        article = lesson / "article.md"
        said = tutor(home, "fingerprint", article).stdout
        assert f'fingerprint = "{fingerprint(read_article(article))}"' in said
        assert 'title = "The last ferry"' in said
        # A lesson with these lines in place of the article takes this article, and no other.
        (lesson / "lesson.toml").write_text(LESSON.replace('[article]\nfile = "article.md"\n', said))
        moved = article.rename(lesson.parent / "copy.md")
        assert tutor(home, "start", lesson).returncode == 2
        assert tutor(home, "start", lesson, "--article", moved).returncode == 0
        moved.write_text(ARTICLE.replace("90,000", "80,000"))
        done = tutor(home, "start", lesson, "--article", moved)
        assert done.returncode == 2
        assert "p1s2" in done.stderr

    def test_check_is_content_with_a_good_lesson(self, home: Path, lesson: Path) -> None:
        done = tutor(home, "check", lesson)
        assert done.returncode == 0, done.stdout
        assert "ferry: 3 questions" in done.stdout

    def test_check_tells_all_problems_of_all_lessons(self, home: Path, lesson: Path, tmp_path: Path) -> None:
        sample = '\n  [[questions.samples]]\n  answer = "Nobody knows."\n  expect = "met"\n'
        (lesson / "lesson.toml").write_text(LESSON + sample)
        other = write_lesson(
            tmp_path / "other", LESSON.replace("attempts = 3", "attemps = 3").replace('"p2s2"', '"p7s1"')
        )
        done = tutor(home, "check", lesson, other)
        assert done.returncode == 1
        assert "not met" in done.stdout
        assert "Did you mean attempts?" in done.stdout
        assert "p7s1" in done.stdout


class TestTrouble:
    """Each gives one clear message with what to do, and exit code 2."""

    def said(self, home: Path, *words: object, **more: str) -> str:
        done = tutor(home, "start", *words, **more)
        assert done.returncode == 2, done
        assert done.stderr.startswith("tutor: ")
        assert "Traceback" not in done.stderr
        assert len(done.stderr) < 1500
        return done.stderr

    def test_no_such_lesson(self, home: Path) -> None:
        assert "harbour-levy" in self.said(home, "harbor-levy")

    def test_control_codes_in_what_was_typed(self, home: Path) -> None:
        assert "\x1b" not in self.said(home, "\x1b[2Jlesson")

    def test_a_lesson_that_needs_an_article(self, home: Path) -> None:
        assert "--article" in self.said(home, "iran-venezuela")

    def test_an_article_that_is_not_there(self, home: Path, lesson: Path) -> None:
        assert "no-such.txt" in self.said(home, lesson, "--article", "no-such.txt")

    def test_a_broken_lesson(self, home: Path, lesson: Path) -> None:
        (lesson / "lesson.toml").write_text("format = 1\ntitle = oops\n")
        assert "lesson.toml:2:" in self.said(home, lesson)

    def test_a_store_that_is_something_else(self, home: Path, lesson: Path) -> None:
        home.mkdir()
        (home / "sessions.db").write_text("Dear diary, " * 1000)
        assert "damaged" in self.said(home, lesson)

    def test_a_home_that_is_a_file(self, home: Path, lesson: Path) -> None:
        home.write_text("")
        assert "TUTOR_HOME" in self.said(home, lesson)

    @powerless
    def test_a_home_that_may_not_be_written(self, home: Path, lesson: Path) -> None:
        home.mkdir()
        home.chmod(0o555)
        code = """
            import os, sys
            from tutor.cli import main
            os.environ["TUTOR_HOME"] = sys.argv[1]
            sys.stderr = sys.stdout
            print(main(["start", sys.argv[2], "--json"]))
        """
        said = run_powerless(code, str(home), str(lesson))
        assert "TUTOR_HOME" in said
        assert said.endswith("\n2\n")

    def test_words_that_mean_nothing(self, home: Path) -> None:
        done = tutor(home, "strat")
        assert done.returncode == 2
        assert "strat" in done.stderr

    def test_resume_and_new_at_once(self, home: Path, lesson: Path) -> None:
        assert tutor(home, "start", lesson, "--resume", "--new").returncode == 2

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk here that is always full")
    def test_an_output_with_no_room_left(self, home: Path) -> None:
        import subprocess

        from tests.running import TUTOR, environment

        with Path("/dev/full").open("w") as full:
            done = subprocess.run([*TUTOR, "lessons"], stdout=full, stderr=-1, env=environment(home), timeout=60)
        assert (done.returncode, done.stderr.decode().split("\n")[0]) == (
            2,
            "tutor: There is no room left on the disk.",
        )

    def test_an_input_that_is_closed(self, home: Path, lesson: Path) -> None:
        import subprocess

        from tests.running import TUTOR, environment

        command = f"exec {' '.join(TUTOR)} start {lesson} <&-"
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=environment(home), timeout=60)
        assert (done.returncode, done.stderr) == (0, "")


def test_a_bug_of_ours_is_written_down_and_not_shown(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tutor import cli
    from tutor.cli.codes import CRASHED

    def broken(*_: object) -> int:
        raise RuntimeError("should not be")

    monkeypatch.setattr("tutor.commands.lessons.run", broken)
    monkeypatch.setattr("tutor.offline.install", lambda: None)  # it would stay for the other tests
    monkeypatch.setenv("TUTOR_HOME", str(home))
    assert cli.main(["lessons"]) == CRASHED
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert str(home / "errors.log") in said
    written = (home / "errors.log").read_text()
    assert "RuntimeError: should not be" in written
    assert f"Python {sys.version_info.major}." in written
