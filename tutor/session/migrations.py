"""How the store came to be as it is: small named steps, done once each, in this order, and written down in the store.

A step that has shipped is never changed; a change of the store is a new step at the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from tutor.errors import TutorError

Migration = Callable[[sqlite3.Connection], None]


def _events(db: sqlite3.Connection) -> None:
    db.execute(
        """
        CREATE TABLE events (
            id INTEGER PRIMARY KEY,
            session TEXT NOT NULL,
            seq INTEGER NOT NULL,     -- from 1 in each session
            at TEXT NOT NULL,         -- UTC, ISO 8601
            kind TEXT NOT NULL,
            question TEXT NOT NULL,   -- '' where an event belongs to no question
            data TEXT NOT NULL,       -- JSON, see codec.py
            UNIQUE (session, seq)
        )
        """
    )


def _append_only(db: sqlite3.Connection) -> None:
    for verb in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER events_no_{verb.lower()} BEFORE {verb} ON events "
            "BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END"
        )


def _find_starts(db: sqlite3.Connection) -> None:
    # Who has which sessions of which lesson is asked at every start; the answer is in the `started` events.
    db.execute("CREATE INDEX events_started ON events (session) WHERE kind = 'started'")


MIGRATIONS: dict[str, Migration] = {
    "0001-events": _events,
    "0002-append-only": _append_only,
    "0003-find-starts": _find_starts,
}


def migrate(db: sqlite3.Connection, at: str) -> None:
    """Bring a store up to date, inside the transaction that the caller holds.

    Raises TutorError when the store has steps that this version does not know.
    """
    db.execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, at TEXT NOT NULL)")
    done = {name for (name,) in db.execute("SELECT name FROM migrations")}
    if unknown := sorted(done - MIGRATIONS.keys()):
        raise TutorError(
            f"Your sessions were kept by a newer version of tutor (it knows {unknown[0]!r}, this one does not).",
            "Install the newer version again, or set TUTOR_HOME to another folder to start afresh beside it.",
        )
    for name, step in MIGRATIONS.items():
        if name not in done:
            step(db)
            db.execute("INSERT INTO migrations VALUES (?, ?)", (name, at))
