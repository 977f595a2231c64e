"""Evaluated prompt beginnings, kept on disk: a lesson opened again begins at once.

llama.cpp loads such a state on trust: cut short it ends the process, and with a bit turned it makes nonsense. So a
file holds the state's length and SHA-256 beside what it belongs to, and the bytes that were checked are the bytes that
are loaded. An entry that is damaged, or that somebody else could have written, counts as absent.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

# Bytes. An article of 1,000 words takes 12 (0.5 B parameters) to 200 million (4 B).
MOST_BYTES = 1_000_000_000
_FORMAT = 1
_LONGEST_HEADER = 1_000
_END = 1 << 20
_SUFFIX, _PART = ".prefix", ".part"
# Seconds, after which a file somebody began to write is one they will not finish.
_ABANDONED = 3_600
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def model_identity(path: Path) -> str:
    """What tells a model's file from another: size, time of change, and a hash of its first and last megabyte.

    Hashing all of it takes a minute on an old laptop. Raises OSError.
    """
    with path.open("rb") as file:
        about = os.fstat(file.fileno())
        digest = hashlib.sha256(file.read(_END))
        file.seek(max(0, about.st_size - _END))
        digest.update(file.read(_END))
    return f"{about.st_size} {about.st_mtime_ns} {digest.hexdigest()}"


def prefix_key(identity: str, settings: str, tokens: Sequence[int]) -> str:
    """The name of a prefix: the same only for the same model, library, settings and tokens."""
    return hashlib.sha256(json.dumps([_FORMAT, identity, settings, list(tokens)]).encode()).hexdigest()


class PrefixStore:
    """A folder of states, bound in size, the one used longest ago going first."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        """Nothing is made or read before it is needed. Where the folder cannot be had, nothing is kept."""
        self.folder, self.most_bytes = folder, most_bytes
        self._writing = threading.Lock()

    def load(self, key: str) -> bytes | None:
        """The state of this name; None when there is none, or none that is sound and ours."""
        path = self.folder / f"{key}{_SUFFIX}"
        try:
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        except OSError:
            return None
        with suppress(OSError), os.fdopen(descriptor, "rb") as file:
            about = os.fstat(file.fileno())
            if not _is_ours(about):
                return None
            line = file.readline(_LONGEST_HEADER)
            length, digest = _header(line, key)
            if about.st_size == len(line) + length:
                state = file.read(length)
                if hashlib.sha256(state).hexdigest() == digest:
                    os.utime(path)
                    return state
            _drop(path)
        return None

    def save(self, key: str, state: bytes) -> None:
        """Keep a state, in the background: a slow disk holds nobody up. What cannot be written is not kept."""
        threading.Thread(target=self._save, args=(key, state), name="prefix", daemon=True).start()

    def wait(self) -> None:
        """Until what is being kept is on disk."""
        with self._writing:
            pass

    def _save(self, key: str, state: bytes) -> None:
        with self._writing:
            part = self.folder / f"{key}.{os.getpid()}{_PART}"
            header = {"key": key, "bytes": len(state), "sha256": hashlib.sha256(state).hexdigest()}
            try:
                if not self._is_folder_ours():
                    return
                self._make_room(len(state))
                descriptor = os.open(
                    part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), stat.S_IRUSR | stat.S_IWUSR
                )
                with os.fdopen(descriptor, "wb") as file:
                    file.write(json.dumps(header).encode() + b"\n")
                    file.write(state)
                    file.flush()
                    os.fsync(file.fileno())
                part.replace(self.folder / f"{key}{_SUFFIX}")
            except OSError as error:
                sys.stderr.write(f"tutor: a prefix is not kept: {error}\n")
                with suppress(OSError):
                    part.unlink()

    def _is_folder_ours(self) -> bool:
        self.folder.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
        about = self.folder.lstat()
        if not stat.S_ISDIR(about.st_mode) or not _has_our_owner(about):
            return False
        if os.name == "posix" and stat.S_IMODE(about.st_mode) != stat.S_IRWXU:
            self.folder.chmod(stat.S_IRWXU)
        return True

    def _make_room(self, coming: int) -> None:
        """Delete what was used longest ago, until what comes goes in as well; and what nobody finished."""
        found = sorted(self._entries(), key=lambda entry: entry[0])
        total = sum(size for _, size, _ in found)
        for _, size, path in found:
            if total + coming <= self.most_bytes:
                return
            _drop(path)
            total -= size

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        for path in self.folder.iterdir():
            with suppress(OSError):
                about = path.lstat()
                if path.suffix == _PART and time.time() - about.st_mtime > _ABANDONED:
                    _drop(path)
                elif path.suffix in (_SUFFIX, _PART):
                    yield about.st_mtime, about.st_size, path


def _header(line: bytes, key: str) -> tuple[int, str]:
    """The length and digest a header gives; -1 and "" when it is none, or another's."""
    with suppress(ValueError, RecursionError, AttributeError):
        header = json.loads(line)
        length, digest = header.get("bytes"), header.get("sha256")
        if header.get("key") == key and isinstance(length, int) and isinstance(digest, str):
            return length, digest
    return -1, ""


def _drop(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _is_ours(about: os.stat_result) -> bool:
    """Whether nobody else can have written a file: a plain one, of this user's, that others may not write to."""
    others = os.name == "posix" and about.st_mode & _OTHERS_WRITE
    return stat.S_ISREG(about.st_mode) and _has_our_owner(about) and not others


def _has_our_owner(about: os.stat_result) -> bool:
    return os.name != "posix" or about.st_uid == os.geteuid()
