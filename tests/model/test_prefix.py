"""Evaluated prefixes on disk."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from tutor.model.prefix import PrefixStore, model_identity, prefix_key

KEY = prefix_key("model", "settings", [1, 2, 3])
STATE = bytes(range(256)) * 40
posix = pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")


@pytest.fixture
def store(tmp_path: Path) -> PrefixStore:
    return PrefixStore(tmp_path / "prefixes")


def kept(store: PrefixStore, key: str = KEY, state: bytes = STATE) -> Path:
    store.save(key, state)
    path = store.folder / f"{key}.prefix"
    end = time.monotonic() + 60
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.005)
    store.wait()
    return path


def test_what_was_kept_comes_back(store: PrefixStore) -> None:
    assert store.load(KEY) is None
    kept(store)
    assert store.load(KEY) == STATE


def test_the_key_tells_apart_whatever_makes_a_state_useless() -> None:
    keys = [
        prefix_key(*given)
        for given in (
            ("m", "s", [1, 2]),
            ("m", "s", [1, 2, 3]),
            ("m", "s", [1, 3]),
            ("m", "t", [1, 2]),
            ("n", "s", [1, 2]),
        )
    ]
    assert len(set(keys)) == len(keys)


def test_a_model_s_identity_changes_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"a" * 3_000_000)
    first = model_identity(path)
    assert first == model_identity(path)
    path.write_bytes(b"a" * 2_999_999 + b"b")
    assert model_identity(path) != first


def test_an_entry_cut_short_anywhere_counts_as_absent(store: PrefixStore) -> None:
    whole = kept(store).read_bytes()
    for length in [*range(0, 300, 7), *range(300, len(whole), 997), len(whole) - 1]:
        path = store.folder / f"{KEY}.prefix"
        path.write_bytes(whole[:length])
        path.chmod(0o600)
        assert store.load(KEY) is None, length
        assert not path.exists()


def test_an_entry_with_a_bit_turned_anywhere_counts_as_absent(store: PrefixStore) -> None:
    path = kept(store)
    whole = path.read_bytes()
    for place in [*range(0, 240, 3), *range(240, len(whole), 501)]:
        damaged = bytearray(whole)
        damaged[place] ^= 1
        path.write_bytes(damaged)
        path.chmod(0o600)
        assert store.load(KEY) in (None, STATE), place  # a space in the header may change; the state may not
    path.write_bytes(whole + b"x")
    assert store.load(KEY) is None


def test_one_entry_does_not_stand_for_another(store: PrefixStore) -> None:
    other = prefix_key("model", "settings", [4])
    kept(store).rename(store.folder / f"{other}.prefix")
    assert store.load(other) is None


@posix
def test_nobody_else_may_read_or_write(store: PrefixStore) -> None:
    path = kept(store)
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@posix
@pytest.mark.parametrize("mode", [0o622, 0o606, 0o666, 0o620])
def test_what_others_may_write_to_is_not_believed(store: PrefixStore, mode: int) -> None:
    kept(store).chmod(mode)
    assert store.load(KEY) is None


@posix
def test_what_belongs_to_somebody_else_is_not_believed(store: PrefixStore) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    os.chown(kept(store), 12345, 12345)
    assert store.load(KEY) is None


@posix
def test_a_link_is_not_followed(store: PrefixStore, tmp_path: Path) -> None:
    path = kept(store)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert store.load(KEY) is None


@posix
def test_a_folder_open_to_all_is_closed(store: PrefixStore) -> None:
    store.folder.mkdir(mode=0o777)
    store.folder.chmod(0o777)
    kept(store)
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


def test_the_one_used_longest_ago_goes_first(tmp_path: Path) -> None:
    store = PrefixStore(tmp_path, most_bytes=3 * len(STATE) + 1_000)
    keys = [prefix_key("m", "s", [n]) for n in range(4)]
    for age, key in enumerate(keys[:3]):
        os.utime(kept(store, key), (1_000 + age, 1_000 + age))
    assert store.load(keys[0]) == STATE  # used just now: the second is the oldest
    kept(store, keys[3])
    assert [store.load(key) is not None for key in keys] == [True, False, True, True]


def test_what_nobody_finished_goes(store: PrefixStore) -> None:
    store.folder.mkdir()
    part = store.folder / "abc.1.part"
    part.write_bytes(b"x")
    os.utime(part, (1_000, 1_000))
    kept(store)
    assert not part.exists()


def test_a_full_disk_costs_the_entry_and_nothing_else(store: PrefixStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    store._save(KEY, STATE)
    assert not list(store.folder.iterdir())
    assert store.load(KEY) is None


def test_a_folder_that_cannot_be_had_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = PrefixStore(tmp_path / "file" / "prefixes")
    store._save(KEY, STATE)
    assert store.load(KEY) is None
