"""Transcripts as files: the right session, a new file, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ferry import write_lesson
from tests.powers import powerless, run_powerless
from tests.session.keeping import Clock, keep, question, started
from tutor import paths
from tutor.errors import TutorError
from tutor.session.export import find_session, load_of, transcript_of, write_new
from tutor.session.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    clock = Clock()
    with Store.open(tmp_path / "sessions.db", clock=clock) as store:
        keep(store, "aa1", started("Ann"), *question("a", "locate", "met", "See [p1s2]."))
        clock.set(hours=1)
        keep(store, "aa2", started("Ann", "harbour"), *question("a", "locate", "met"))
        clock.set(hours=2)
        keep(store, "bb1", started("Bo"), *question("a", "locate", "met"))
        clock.set(hours=3)
        keep(store, "cc1", started("Bo"))
        yield store


class TestWhichSession:
    def test_by_how_its_id_begins(self, store: Store) -> None:
        assert find_session(store, "aa2").id == "aa2"
        assert find_session(store, "cc").id == "cc1"

    def test_the_last_in_which_something_was_done(self, store: Store) -> None:
        assert find_session(store).id == "bb1"

    def test_the_last_of_a_learner_and_a_lesson(self, store: Store) -> None:
        assert find_session(store, learner="ann").id == "aa2"
        assert find_session(store, learner="Ann", lesson="ferry").id == "aa1"
        assert find_session(store, lesson="ferry").id == "bb1"

    @pytest.mark.parametrize("asked", [{"session": "zz"}, {"learner": ""}, {"lesson": "none"}, {"session": "%"}])
    def test_none(self, store: Store, asked: dict[str, str]) -> None:
        with pytest.raises(TutorError, match="no such session"):
            find_session(store, **asked)

    def test_more_than_one(self, store: Store) -> None:
        with pytest.raises(TutorError, match="2 sessions begin with aa"):
            find_session(store, "aa")


class TestItsLesson:
    def test_is_found_by_name(self, store: Store, tmp_path: Path) -> None:
        write_lesson(tmp_path / "lessons")
        loaded = load_of(find_session(store, "aa1"), [tmp_path / "lessons"])
        assert loaded is not None
        made = transcript_of(store, "aa1", loaded)
        assert "p1s2: “It cost the town" in made.text
        assert made.name == "ferry-Ann-2026-03-04.md"

    def test_may_be_gone_or_broken(self, store: Store, tmp_path: Path) -> None:
        assert load_of(find_session(store, "aa1"), [tmp_path]) is None
        write_lesson(tmp_path, lesson="format = 1")
        assert load_of(find_session(store, "aa1"), [tmp_path]) is None

    def test_an_article_that_was_named_and_is_of_no_use_is_told(self, store: Store, tmp_path: Path) -> None:
        place = write_lesson(tmp_path)
        with pytest.raises(TutorError):
            load_of(find_session(store, "aa1"), place / "lesson.toml", tmp_path / "missing.txt")

    def test_no_name_of_a_learner_leads_out_of_the_folder(self, tmp_path: Path) -> None:
        with Store.open(tmp_path / "other.db") as store:
            keep(store, "one", started("../../etc/\U0001f600passwd" + "ä" * 60, "con/../x"))
            name = transcript_of(store, "one", None).name
        assert Path(name).name == name
        assert len(name.encode()) < 200
        assert name.startswith("con-x-etc-passwd")


class TestWriting:
    def test_a_new_file(self, tmp_path: Path) -> None:
        assert write_new(tmp_path / "a.md", "text ä\n") == tmp_path / "a.md"
        assert (tmp_path / "a.md").read_text(encoding="utf-8") == "text ä\n"

    def test_never_over_another(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_text("old")
        (tmp_path / "a-2.md").symlink_to(tmp_path / "nowhere")
        assert write_new(tmp_path / "a.md", "new") == tmp_path / "a-3.md"
        assert (tmp_path / "a.md").read_text() == "old"
        assert not (tmp_path / "nowhere").exists()

    def test_what_fails_leaves_nothing_behind(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(paths.os, "fsync", full)
        with pytest.raises(TutorError, match="No space left"):
            write_new(tmp_path / "a.md", "new")
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("name", ["missing/a.md", "a\0b.md", "x" * 300])
    def test_a_place_that_cannot_be_is_told(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(TutorError, match="could not be written"):
            write_new(tmp_path / name, "new")

    @powerless
    def test_a_folder_that_may_not_be_written(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o555)
        code = """
            import sys
            from pathlib import Path
            from tutor.errors import TutorError
            from tutor.session.export import write_new
            try:
                write_new(Path(sys.argv[1]) / "a.md", "new")
            except TutorError as error:
                print(error)
        """
        assert "could not be written" in run_powerless(code, str(tmp_path))
