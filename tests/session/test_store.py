"""The store keeps what it is given, next to other terminals, and says clearly when it cannot."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.powers import powerless, run_powerless
from tutor.errors import TutorError
from tutor.session import store as store_module
from tutor.session.events import Asked, Closed, Drafted, Event, Replied, Started, Summary
from tutor.session.history import learners, progress, sessions_of
from tutor.session.migrations import MIGRATIONS
from tutor.session.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "sessions.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as store:
        yield store


def started(lesson: str = "harbour", learner: str = "") -> Started:
    return Started(lesson=lesson, title="Harbour", digest="d", learner=learner, questions=3)


def reply(text: str, question: str = "evidence") -> Replied:
    return Replied(question=question, text=text)


def keep(store: Store, session: str, *events: Event) -> None:
    for seq, event in enumerate(events, start=store.last_seq(session) + 1):
        store.append(session, seq, event)


class TestKeeping:
    def test_events_come_back_in_order_with_their_time(self, path: Path) -> None:
        noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
        with Store.open(path, clock=lambda: noon) as store:
            keep(store, "one", started(), reply("First."), reply("Second, “quoted” – ja."))
        with Store.open(path) as store:
            stored = store.events("one")
        assert [one.event for one in stored] == [started(), reply("First."), reply("Second, “quoted” – ja.")]
        assert [one.seq for one in stored] == [1, 2, 3]
        assert stored[0].at == noon

    def test_a_reply_is_on_disk_when_append_returns(self, store: Store, path: Path) -> None:
        keep(store, "one", started(), reply("Kept."))
        code = (
            "import os,sys,sqlite3; print(sqlite3.connect(sys.argv[1]).execute('select data from events').fetchall())"
        )
        seen = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
        assert "Kept." in seen.stdout

    def test_it_is_set_up_to_survive_a_power_cut(self, store: Store) -> None:
        assert store.query("PRAGMA journal_mode") == [("wal",)]
        assert store.query("PRAGMA synchronous") == [(2,)]  # FULL

    @pytest.mark.parametrize(
        "change",
        [
            "UPDATE events SET data = '{}'",
            "DELETE FROM events",
            "INSERT OR REPLACE INTO events SELECT * FROM events",
        ],
    )
    def test_what_was_said_is_never_changed(self, store: Store, path: Path, change: str) -> None:
        keep(store, "one", started(), reply("Mine."))
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            store.query(change)

    @pytest.mark.skipif(os.name == "nt", reason="Windows has other means")
    def test_the_folder_is_for_its_owner_only(self, store: Store, path: Path) -> None:
        assert path.parent.stat().st_mode & 0o777 == 0o700

    def test_an_event_of_a_newer_version_is_passed_over_and_its_place_stays_taken(self, store: Store) -> None:
        keep(store, "one", started())
        store.query("INSERT INTO events VALUES (NULL, 'one', 2, '2026-01-01T00:00:00+00:00', 'sung', '', '{}')")
        assert [one.seq for one in store.events("one")] == [1]
        assert store.last_seq("one") == 2


class TestTwoTerminals:
    def test_they_write_side_by_side(self, store: Store, path: Path) -> None:
        def write(session: str) -> None:
            with Store.open(path) as mine:
                keep(mine, session, started(), *(reply(f"{session} {n}") for n in range(25)))

        threads = [threading.Thread(target=write, args=(name,)) for name in ("left", "right")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for name in ("left", "right"):
            texts = [one.event.text for one in store.events(name)[1:] if isinstance(one.event, Replied)]
            assert texts == [f"{name} {n}" for n in range(25)]

    def test_many_may_make_a_new_store_at_the_same_time(self, path: Path) -> None:
        code = (
            "import sys; from pathlib import Path; from tutor.session.store import Store; Store.open(Path(sys.argv[1]))"
        )
        running = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(6)]
        assert [process.wait(60) for process in running] == [0] * 6

    def test_the_same_session_open_twice_is_said_and_nothing_is_lost(self, store: Store, path: Path) -> None:
        keep(store, "one", started())
        with Store.open(path) as other:
            other.append("one", 2, reply("There."))
            with pytest.raises(TutorError, match="open in another window"):
                store.append("one", 2, reply("Here."))
            store.append("two", 1, started())  # the store itself goes on
        assert [one.event for one in store.events("one")] == [started(), reply("There.")]

    def test_reading_does_not_wait_for_a_writer(self, store: Store, path: Path) -> None:
        keep(store, "one", started())
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert len(store.events("one")) == 1
        other.close()

    def test_a_program_that_holds_the_store_is_named_as_the_trouble(
        self, store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(store_module, "WAIT", 0.1)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(TutorError, match="Another program"):
            Store.open(path)
        other.close()


class TestTrouble:
    def test_a_store_of_a_newer_version(self, store: Store, path: Path) -> None:
        store.query("INSERT INTO migrations VALUES ('0099-songs', '')")
        with pytest.raises(TutorError, match="newer version") as error:
            Store.open(path)
        assert "0099-songs" in error.value.what

    def test_an_older_store_is_brought_up_to_date(self, path: Path) -> None:
        path.parent.mkdir()
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE migrations (name TEXT PRIMARY KEY, at TEXT NOT NULL)")
            MIGRATIONS["0001-events"](db)
            db.execute("INSERT INTO migrations VALUES ('0001-events', '')")
        db.close()
        with Store.open(path) as store:
            assert [name for (name,) in store.query("SELECT name FROM migrations ORDER BY name")] == list(MIGRATIONS)
            keep(store, "one", started())

    @pytest.mark.parametrize("content", [b"Dear diary, " * 500, b"SQLite format 3\0" + b"\xff" * 8000])
    def test_a_file_that_is_no_store(self, path: Path, content: bytes) -> None:
        path.parent.mkdir()
        path.write_bytes(content)
        with pytest.raises(TutorError, match="damaged or is some other kind of file"):
            Store.open(path)
        assert path.read_bytes() == content

    def test_a_store_damaged_inside(self, path: Path) -> None:
        with Store.open(path) as store:
            keep(store, "one", started(), *(reply("x" * 500) for _ in range(200)))
        data = bytearray(path.read_bytes())
        data[8192:] = b"\xaa" * (len(data) - 8192)
        path.write_bytes(data)
        with pytest.raises(TutorError, match="damaged"), Store.open(path) as store:
            store.events("one")

    def test_a_row_with_other_data_in_it(self, store: Store) -> None:
        store.query("INSERT INTO events VALUES (NULL, 'one', 1, '2026-01-01T00:00:00+00:00', 'replied', '', '{')")
        with pytest.raises(TutorError, match="damaged"):
            store.events("one")

    def test_a_folder_where_the_file_should_be(self, path: Path) -> None:
        path.mkdir(parents=True)
        with pytest.raises(TutorError, match="is a folder"):
            Store.open(path)

    def test_a_file_where_the_folder_should_be(self, path: Path) -> None:
        path.parent.write_text("not a folder")
        with pytest.raises(TutorError, match="is a file"):
            Store.open(path)

    def test_a_full_disk(self, store: Store, path: Path) -> None:
        keep(store, "one", started(), reply("Kept."))
        ((pages,),) = store.query("PRAGMA page_count")
        store.query(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(TutorError, match="disk is full"):
            keep(store, "one", *(reply("x" * 4000) for _ in range(5)))
        store.query("PRAGMA max_page_count = 100000")
        keep(store, "one", reply("And on."))
        texts = [one.event.text for one in store.events("one") if isinstance(one.event, Replied)]
        assert (texts[0], texts[-1]) == ("Kept.", "And on.")

    @powerless
    @pytest.mark.parametrize("what", ["file", "folder", "parent"])
    def test_what_may_not_be_written(self, path: Path, what: str) -> None:
        if what != "parent":
            Store.open(path).close()
        place = {"file": path, "folder": path.parent, "parent": path.parent.parent}[what]
        place.chmod(0o444 if what == "file" else 0o555)
        code = """
            import sys
            from pathlib import Path
            from tutor.errors import TutorError
            from tutor.session.store import Store
            try:
                Store.open(Path(sys.argv[1]))
            except TutorError as error:
                print(error)
        """
        try:
            said = run_powerless(code, str(path))
        finally:
            place.chmod(0o755)
        assert str(path.parent) in said
        assert "TUTOR_HOME" in said

    def test_a_place_without_shared_memory_gets_another_journal(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # SQLite's own VFS for network drives: file locks made of files, and no WAL.
        def connect(path: Path) -> sqlite3.Connection:
            return sqlite3.connect(f"file:{path}?vfs=unix-dotfile", uri=True, isolation_level=None)

        if os.name == "nt":
            pytest.skip("that VFS is for POSIX only")
        monkeypatch.setattr(store_module, "_connect", connect)
        with Store.open(path) as store:
            assert store.query("PRAGMA journal_mode") == [("delete",)]
            keep(store, "one", started(), reply("Kept."))
        with Store.open(path) as store:
            assert len(store.events("one")) == 2


class TestHistory:
    def test_unfinished_sessions_are_offered_the_last_seen_first(self, path: Path) -> None:
        ticks = iter(range(1000))
        with Store.open(path, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=next(ticks))) as store:
            keep(store, "old", started(learner="Ana"), reply("One."))
            keep(store, "new", started(learner="Ana"), reply("One."), reply("Two."))
            keep(store, "untouched", started(learner="Ana"))
            keep(store, "done", started(learner="Ana"), reply("One."), Summary(text="Well read."))
            keep(store, "hers", started(learner="Bea"), reply("One."))
            keep(store, "another lesson", started("dyke", learner="Ana"), reply("One."))
            keep(store, "old", Drafted(question="evidence", text="and the"))
            found = sessions_of(store, "harbour", "ana")
        assert [(one.id, one.replies) for one in found] == [("old", 1), ("new", 2)]
        assert found[0].learner == "Ana"

    def test_learners_are_known_by_name_whatever_the_capitals(self, store: Store) -> None:
        keep(store, "1", started(learner="Ana"))
        keep(store, "2", started(learner=""))
        keep(store, "3", started(learner="Zoë"))
        keep(store, "4", started(learner="ANA"))
        assert sorted(name.casefold() for name in learners(store)) == ["ana", "zoë"]

    def test_progress_per_lesson(self, store: Store) -> None:
        closed = [Closed(question=name, outcome="met") for name in ("a", "b", "c")]
        keep(store, "1", started("harbour"), *closed, Summary(text="Well read."))
        keep(store, "2", started("harbour"), closed[0], closed[0])
        keep(store, "3", started("dyke"), closed[0], closed[1])
        way = progress(store)
        assert (way["harbour"].closed, way["harbour"].total, way["harbour"].finished) == (1, 3, True)
        assert (way["dyke"].closed, way["dyke"].finished) == (2, False)
        assert progress(store, "Ana") == {}

    def test_asked_events_do_not_count(self, store: Store) -> None:
        keep(store, "1", started(), Asked(question="a", question_kind="locate", text="Where?", number=1, total=3))
        assert sessions_of(store, "harbour") == ()
