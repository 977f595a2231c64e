"""The event store: one SQLite file, to which events are only ever added."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Self

from tutor.errors import TutorError
from tutor.paths import make_folder
from tutor.session.codec import from_json, to_json
from tutor.session.events import Event

if TYPE_CHECKING:
    import sqlite3

WAIT = 5.0
"""Seconds to wait for another terminal's transaction; each takes milliseconds, a slow USB stick's fsync included."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An event as it stands in the store: `seq` is its place in its session, from 1; `at` when, in UTC."""

    seq: int
    at: datetime
    event: Event


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class Store:
    """All sessions on this computer (or in this `TUTOR_HOME`). May be used from several threads and terminals."""

    def __init__(self, db: sqlite3.Connection, path: Path, clock: Callable[[], datetime] = now) -> None:
        self.path = path
        self._db = db
        self._clock = clock
        self._lock = Lock()

    @classmethod
    def open(cls, path: Path, clock: Callable[[], datetime] = now) -> Self:
        """Open the store at `path`, making it and its folder where they are missing.

        Raises TutorError when it cannot be read or written, is damaged, or comes from a newer version.
        """
        make_folder(path.parent)
        with told(path):
            db = _connect(path)
            try:
                _prepare(db)
                store = cls(db, path, clock)
                store._migrate()
            except BaseException:
                db.close()
                raise
        return store

    def append(self, session: str, seq: int, event: Event) -> None:
        """Add the event at place `seq` of a session; once this returns, it is on the disk.

        Raises TutorError when it could not be kept; a place that is taken means that the session is open twice.
        """
        import sqlite3

        data = to_json(event)
        question = str(getattr(event, "question", ""))
        row = (session, seq, self._at(), event.kind, question, data)
        try:
            with self._write() as db:
                db.execute("INSERT INTO events (session, seq, at, kind, question, data) VALUES (?, ?, ?, ?, ?, ?)", row)
        except sqlite3.IntegrityError:
            raise TutorError(
                "This session is open in another window, and has gone on there.",
                "Go on in the other window. Or close both and start again: everything sent in either is kept.",
            ) from None

    def events(self, session: str) -> tuple[Stored, ...]:
        """The events of one session, in order; kinds that only a newer version knows are passed over."""
        rows = self.query("SELECT seq, at, kind, data FROM events WHERE session = ? ORDER BY seq", (session,))
        return tuple(
            Stored(seq, datetime.fromisoformat(at), event)
            for seq, at, kind, data in rows
            if (event := self.revive(kind, data)) is not None
        )

    def last_seq(self, session: str) -> int:
        """The place of a session's last event, 0 when it has none."""
        ((last,),) = self.query("SELECT coalesce(max(seq), 0) FROM events WHERE session = ?", (session,))
        return int(last)

    def query(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Read rows. History is made of queries; see `history.py` for those that the program asks."""
        with told(self.path), self._lock:
            return self._db.execute(sql, values).fetchall()

    def revive(self, kind: str, data: str) -> Event | None:
        """An event from its columns; None for a kind of a newer version. Raises TutorError for a damaged row."""
        try:
            return from_json(kind, data)
        except (ValueError, RecursionError):
            raise _damaged(self.path) from None

    def close(self) -> None:
        """Let go of the file. The journal is folded into it when no other terminal has it open."""
        with suppress(TutorError), told(self.path), self._lock:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _at(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="milliseconds")

    def _migrate(self) -> None:
        from tutor.session.migrations import migrate

        with self._write() as db:
            migrate(db, self._at())
            # Changes nothing, but has to be allowed to: a store that cannot be written is found out now, not at the
            # learner's first reply. (BEGIN IMMEDIATE alone does not mind.)
            db.execute("UPDATE migrations SET at = at WHERE false")

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        with told(self.path), self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                # A full disk may have rolled back already.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise


def _connect(path: Path) -> sqlite3.Connection:
    import sqlite3

    return sqlite3.connect(path, timeout=WAIT, isolation_level=None, check_same_thread=False)


def _prepare(db: sqlite3.Connection) -> None:
    import sqlite3

    db.execute("PRAGMA schema_version")  # reads the file: one that is no store is found out here
    deadline = time.monotonic() + WAIT
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            break
        except sqlite3.OperationalError as error:
            # Two terminals that make the same new store: this switch does not wait for the other by itself.
            if _cause(error) == "BUSY" and time.monotonic() < deadline:
                time.sleep(0.01)
                continue
            # No shared memory there (network drives, some USB sticks): another journal is as safe, only slower.
            break
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA recursive_triggers = ON")  # so that INSERT OR REPLACE is refused like any DELETE


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about the store at `path` into a TutorError that says what to do."""
    import sqlite3

    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.Error as error:
        raise _explained(error, path) from None


def _cause(error: sqlite3.Error) -> str:
    """SQLite's name for what went wrong, without detail: `FULL` for SQLITE_FULL, `IOERR` for SQLITE_IOERR_WRITE."""
    name = getattr(error, "sqlite_errorname", None) or "SQLITE_ERROR"
    return str(name).split("_")[1]


def _explained(error: sqlite3.Error, path: Path) -> TutorError:
    elsewhere = "Or set TUTOR_HOME to another folder, and start again."
    match _cause(error):
        case "FULL":
            return TutorError(
                f"The disk is full: nothing more can be kept in {path}.",
                "All sent before is safe. Make room on the disk, start again, and send the last line once more.",
            )
        case "READONLY" | "PERM" | "AUTH":
            return TutorError(
                f"{path} may not be written to, so your session could not be kept.",
                f"Make the file and its folder writable. {elsewhere}",
            )
        case "CANTOPEN" if path.is_dir():
            return TutorError(
                f"{path} is a folder, but should be the file that keeps your sessions.",
                f"Move that folder away. {elsewhere}",
            )
        case "CANTOPEN":
            return TutorError(
                f"The file {path} that keeps your sessions cannot be opened.",
                f"Check that the folder is there and that you may write to it. {elsewhere}",
            )
        case "CORRUPT" | "NOTADB":
            return _damaged(path)
        case "BUSY" | "LOCKED":
            return TutorError(
                f"Another program has kept {path} to itself for {WAIT:.0f} seconds.",
                "Close other windows that use it (a database viewer, a backup), then try again.",
            )
        case _:
            return TutorError(
                f"The file {path} that keeps your sessions could not be read or written: {error}.",
                f"Is the disk or stick it is on still there, and not full? {elsewhere}",
            )


def _damaged(path: Path) -> TutorError:
    return TutorError(
        f"{path} should keep your sessions, but is damaged or is some other kind of file.",
        f"Give it another name, such as {path.name}.damaged, and start again: a new one is made, nothing is deleted.",
    )
