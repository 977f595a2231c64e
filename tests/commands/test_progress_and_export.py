"""`tutor progress` and `tutor export` as learners and teachers run them: as processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ferry import STRONG, write_lesson
from tests.running import tutor


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    write_lesson(home / "lessons")
    return home


def play(home: Path, learner: str, *replies: str) -> None:
    words = ("start", "ferry", "--json", "--model", "none", "--learner", learner)
    assert tutor(home, *words, lines="\n".join(replies)).returncode == 0


class TestProgress:
    def test_where_nothing_was_done_none_is_begun(self, home: Path) -> None:
        done = tutor(home, "progress")
        assert (done.returncode, done.stdout) == (0, "Nothing is kept here yet. tutor start begins a lesson.\n")
        assert not (home / "sessions.db").exists()

    def test_every_learner_in_words(self, home: Path) -> None:
        play(home, "Ann [b]", *STRONG)
        play(home, "Bo", "/skip")
        said = tutor(home, "progress").stdout
        ann, bo = said.split("Progress of Ann [b]")[1], said.split("Progress of Bo")[1].split("Progress of")[0]
        assert "Questions: 3 of 3 shown." in ann
        assert "By kind of question\nFind it: 1 of 1 shown.\nEvidence: 1 of 1 shown.\nWhose voice is missing? 1" in ann
        assert ": finished; 3 of 3 shown. To keep it: tutor export " in ann
        assert "Evidence: 0 of 1 shown, 1 skipped." in bo
        assert "1 of 3 questions done; 0 of 1 shown, 1 skipped" in bo

    def test_nothing_is_drawn(self, home: Path) -> None:
        play(home, "Ann", *STRONG)
        assert not set(tutor(home, "progress").stdout) & set("━╌│─✓○█")

    def test_one_learner(self, home: Path) -> None:
        play(home, "Ann", "/skip")
        play(home, "Bo", "/skip")
        said = tutor(home, "progress", "--learner", "BO").stdout
        assert said.startswith("Progress of Bo")
        assert "Ann" not in said

    def test_a_name_that_is_not_known(self, home: Path) -> None:
        play(home, "Ann", "/skip")
        done = tutor(home, "progress", "--learner", "Cy")
        assert done.returncode == 2
        assert "No session of Cy" in done.stderr
        assert "Ann" in done.stderr

    def test_before_the_first_question_has_ended(self, home: Path) -> None:
        play(home, "", "idk")
        said = tutor(home, "progress").stdout
        assert said.startswith("Progress without a name\nNo question has ended yet.\n\nSessions")


class TestExport:
    def test_the_last_session_to_standard_output(self, home: Path) -> None:
        play(home, "Ann", "*first*", *STRONG)
        done = tutor(home, "export")
        assert done.returncode == 0
        assert done.stdout.startswith("# The last ferry\n\n- Learner: Ann\n")
        assert "> \\*first\\*" in done.stdout
        assert "- p2s2: “Without it the school on the island will close within a year.”" in done.stdout

    def test_by_the_id_that_progress_names(self, home: Path) -> None:
        play(home, "Ann", STRONG[0])
        play(home, "Bo", STRONG[0])
        listed = tutor(home, "progress", "--learner", "Ann").stdout
        session = listed.split("tutor export ")[1].split()[0]
        assert "- Learner: Ann\n" in tutor(home, "export", session).stdout

    def test_by_learner_and_lesson(self, home: Path) -> None:
        play(home, "Ann", STRONG[0])
        play(home, "Bo", STRONG[0])
        for lesson in ("ferry", home / "lessons" / "ferry"):
            assert "- Learner: Ann\n" in tutor(home, "export", "--learner", "ann", "--lesson", lesson).stdout

    def test_to_a_file_that_is_always_a_new_one(self, home: Path, tmp_path: Path) -> None:
        play(home, "Ann", STRONG[0])
        out = tmp_path / "ann.md"
        assert tutor(home, "export", "-o", out).stdout == f"The transcript is in {out}\n"
        first = out.read_text(encoding="utf-8")
        again = tutor(home, "export", "-o", out).stdout
        assert "There is a file ann.md already" in again
        assert f"The transcript is in {tmp_path / 'ann-2.md'}" in again
        assert out.read_text(encoding="utf-8") == first == (tmp_path / "ann-2.md").read_text(encoding="utf-8")

    def test_into_a_folder(self, home: Path, tmp_path: Path) -> None:
        play(home, "Ann", STRONG[0])
        said = tutor(home, "export", "-o", tmp_path).stdout
        (file,) = tmp_path.glob("*.md")
        assert file.name.startswith("ferry-Ann-20")
        assert str(file) in said

    def test_a_lesson_that_is_gone_is_exported_all_the_same(self, home: Path, tmp_path: Path) -> None:
        play(home, "Ann", STRONG[0])
        (home / "lessons" / "ferry").rename(tmp_path / "away")
        done = tutor(home, "export", "--lesson", "ferry")
        assert done.returncode == 0
        assert "The article was not at hand" in done.stdout

    @pytest.mark.parametrize("words", [["zz"], ["--learner", "Cy"], ["--lesson", "none"]])
    def test_no_such_session(self, home: Path, words: list[str]) -> None:
        play(home, "Ann", STRONG[0])
        done = tutor(home, "export", *words)
        assert (done.returncode, done.stdout) == (2, "")
        assert "no such session" in done.stderr

    def test_nothing_to_export(self, home: Path) -> None:
        done = tutor(home, "export")
        assert done.returncode == 2
        assert "Nothing is kept here yet" in done.stderr
        assert not (home / "sessions.db").exists()

    def test_a_place_that_is_not_there(self, home: Path, tmp_path: Path) -> None:
        play(home, "Ann", STRONG[0])
        done = tutor(home, "export", "-o", tmp_path / "none" / "a.md")
        assert done.returncode == 2
        assert "could not be written" in done.stderr
