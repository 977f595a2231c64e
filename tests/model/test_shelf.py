"""Models on this machine: adding, checking, choosing, taking off; and nothing half whatever happens."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from tests.model.gguf_bytes import CHAT, Tensor, gguf_bytes
from tutor.errors import TutorError
from tutor.model import keeping
from tutor.model.catalogue import NOBODY, Catalogue, Entry
from tutor.model.hardware import Machine
from tutor.model.keeping import add, choose, remove
from tutor.model.records import Checked, read_record
from tutor.model.shelf import Shelf, id_of, open_shelf, refuse_open_to_all

GB = 1_000_000_000
MACHINE = Machine(memory=8 * GB, free=6 * GB, cores=4, avx2=True)
BIG = gguf_bytes(tensors=(Tensor(shape=(1024, 2500), size=1024 * 2500 * 4),))  # ten megabytes: several chunks
KNOWN = Entry(
    id="known",
    name="Known 1B",
    file="Known-Q4_K_M.gguf",
    licence="Apache-2.0",
    publisher="Maker",
    page="https://example.org/known",
    size=len(BIG),
    sha256=hashlib.sha256(BIG).hexdigest(),
    memory=1 * GB,
)
posix = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "data" / "models", tmp_path / "config" / "chosen-model.txt", Catalogue((KNOWN,)))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder models come from. Its files are open to the group, so that they are copied and not linked."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def lay(folder: Path, name: str, data: bytes = BIG, mode: int = 0o664) -> Path:
    file = folder / name
    file.write_bytes(data)
    file.chmod(mode)
    return file


def left_over(shelf: Shelf) -> list[str]:
    return sorted(path.name for path in shelf.folder.iterdir()) if shelf.folder.exists() else []


# -- Adding -----------------------------------------------------------------------------------------------------------


def test_a_listed_model_is_added_and_verified(shelf: Shelf, stick: Path) -> None:
    told: list[tuple[int, int]] = []
    added = add(shelf, lay(stick, KNOWN.file), lambda done, whole: told.append((done, whole)))
    model = added.model
    assert (model.id, model.checked, model.licence, model.memory) == ("known", Checked.PUBLISHED, "Apache-2.0", GB)
    assert model.file == shelf.folder / KNOWN.file
    assert model.sha256 == KNOWN.sha256
    assert (added.linked, added.note, model.fault) == (False, "", "")
    assert told[0] == (0, len(BIG))
    assert told[-1] == (len(BIG), len(BIG))
    assert len(told) > 3
    assert left_over(shelf) == [KNOWN.file, f"{KNOWN.file}.json"]
    assert shelf.installed() == (model,)


def test_a_listed_model_is_known_by_its_content_whatever_its_file_is_called(shelf: Shelf, stick: Path) -> None:
    added = add(shelf, lay(stick, "download(3).gguf"))
    assert (added.model.id, added.model.file.name) == ("known", KNOWN.file)


def test_a_model_of_ones_own_gets_an_id_from_its_files_name(shelf: Shelf, stick: Path) -> None:
    model = add(shelf, lay(stick, "My School's Model.Q4.gguf", gguf_bytes())).model
    assert (model.id, model.name, model.licence) == ("my-school-s-model.q4", "Tiny", "apache-2.0")
    assert (model.checked, model.entry) == (Checked.UNCHANGED, None)
    assert model.context == 512, "no more than it was trained for"
    assert model.memory > model.size


@posix
def test_a_file_of_ones_own_on_the_same_disk_is_linked_not_copied(shelf: Shelf, stick: Path) -> None:
    source = lay(stick, KNOWN.file, mode=0o644)
    added = add(shelf, source)
    assert added.linked
    assert added.model.file.samefile(source)
    assert add(shelf, source).model == added.model, "adding it again changes nothing"
    source.unlink()
    assert shelf.find("known").checked is Checked.PUBLISHED


@posix
def test_what_others_may_write_to_is_copied(shelf: Shelf, stick: Path) -> None:
    source = lay(stick, KNOWN.file, mode=0o666)
    added = add(shelf, source)
    assert not added.linked
    assert added.model.file.stat().st_mode & 0o022 == 0


def test_a_file_put_into_the_folder_by_hand_is_there_but_unchecked_until_added(shelf: Shelf) -> None:
    shelf.folder.mkdir(parents=True)
    file = lay(shelf.folder, KNOWN.file, mode=0o644)
    assert shelf.find("known").checked is Checked.NO
    assert add(shelf, file).model.checked is Checked.PUBLISHED
    assert left_over(shelf) == [KNOWN.file, f"{KNOWN.file}.json"]


def test_the_right_size_with_other_content_is_damage(shelf: Shelf, stick: Path) -> None:
    with pytest.raises(TutorError, match=r"not the content that Maker published.*damaged"):
        add(shelf, lay(stick, KNOWN.file, BIG[:-1] + b"\x01"))
    assert left_over(shelf) == []


def test_another_build_under_a_listed_name_is_kept_as_ones_own(shelf: Shelf, stick: Path) -> None:
    added = add(shelf, lay(stick, KNOWN.file, gguf_bytes()))
    assert (added.model.id, added.model.entry) == ("known-q4_k_m", None)
    assert "another build" in added.note


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (BIG[:5_000_000], "ends too early"),
        (b"<html>", "a web page"),
        (gguf_bytes({**CHAT, "general.architecture": "bert"}), "embedding model"),
        (gguf_bytes({**CHAT, "tokenizer.ggml.tokens": []}), "no vocabulary"),
    ],
    ids=["truncated", "web page", "embedding", "no vocabulary"],
)
def test_what_is_no_sound_chat_model_is_refused_and_leaves_nothing(
    shelf: Shelf, stick: Path, data: bytes, words: str
) -> None:
    with pytest.raises(TutorError, match=words):
        add(shelf, lay(stick, "m.gguf", data))
    assert left_over(shelf) == []


def test_another_model_of_the_same_name_is_not_written_over(shelf: Shelf, stick: Path, tmp_path: Path) -> None:
    add(shelf, lay(stick, "mine.gguf", gguf_bytes()))
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(TutorError, match="Another model is here under that name") as caught:
        add(shelf, lay(other, "mine.gguf", BIG + bytes(8)))
    assert "tutor models remove mine" in caught.value.advice
    assert shelf.find("mine").size == len(gguf_bytes())
    assert left_over(shelf) == ["mine.gguf", "mine.gguf.json"]


# -- What goes wrong on the way ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [0o664, 0o644])
@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_stopping_in_the_middle_leaves_nothing(
    shelf: Shelf, stick: Path, mode: int, error: type[BaseException]
) -> None:
    def stop(done: int, whole: int) -> None:
        if done > whole / 2:
            raise error

    with pytest.raises(error):
        add(shelf, lay(stick, KNOWN.file, mode=mode), stop)
    assert left_over(shelf) == []


class Failing:
    """A file that stops working after a while."""

    def __init__(self, file: Any, number: int) -> None:
        self._file = file
        self._number = number

    def __enter__(self) -> Failing:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        if self._file.tell() > 4_000_000:
            raise OSError(self._number, os.strerror(self._number))
        return int(self._file.write(data))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EFBIG, "FAT32"),
        (errno.EROFS, "You may not write"),
        (errno.EIO, "cannot be written to"),
    ],
)
def test_a_disk_that_fails_while_copying_leaves_nothing(
    shelf: Shelf, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    real = os.fdopen
    monkeypatch.setattr(keeping.os, "fdopen", lambda *args: Failing(real(*args), number))
    with pytest.raises(TutorError) as caught:
        add(shelf, lay(stick, KNOWN.file))
    assert words in str(caught.value)
    assert left_over(shelf) == []


def test_too_little_room_is_seen_before_anything_is_copied(
    shelf: Shelf, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(stick)._replace(free=30_000_000)
    monkeypatch.setattr(keeping.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(TutorError, match="The disk has room for 30"):
        add(shelf, lay(stick, KNOWN.file))
    assert left_over(shelf) == []


@pytest.mark.parametrize("mode", [0o664, 0o644])
def test_a_file_that_is_still_being_written_is_not_added(shelf: Shelf, stick: Path, mode: int) -> None:
    source = lay(stick, KNOWN.file, mode=mode)

    def grow(done: int, whole: int) -> None:
        if done == 0:
            with source.open("ab") as file:
                file.write(b"more")

    with pytest.raises(TutorError, match="changed while it was read"):
        add(shelf, source, grow)
    assert left_over(shelf) == []


def test_what_a_killed_adding_left_is_cleared_away_a_day_later(shelf: Shelf, stick: Path) -> None:
    shelf.folder.mkdir(parents=True)
    old, new = lay(shelf.folder, ".adding-1-old"), lay(shelf.folder, ".adding-2-new")
    os.utime(old, (time.time() - 90_000,) * 2)
    add(shelf, lay(stick, KNOWN.file))
    assert (old.exists(), new.exists()) == (False, True)
    assert len(shelf.installed()) == 1


# -- Checked, and unchanged since -------------------------------------------------------------------------------------


def test_a_model_counts_as_checked_for_as_long_as_its_file_does_not_change(shelf: Shelf, stick: Path) -> None:
    file = add(shelf, lay(stick, KNOWN.file)).model.file
    status = file.stat()
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 1_500_000_000))
    assert shelf.find("known").checked is Checked.PUBLISHED, "a stick keeps times to two seconds"
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 60_000_000_000))
    assert shelf.find("known").checked is Checked.AGAIN
    assert shelf.fit_for_use("known", MACHINE), "a copy of the whole folder must work in class"
    assert add(shelf, file).model.checked is Checked.PUBLISHED
    with file.open("ab") as more:
        more.write(b"\x00")
    assert shelf.find("known").checked is Checked.CHANGED
    with pytest.raises(TutorError, match="has changed since it was added"):
        shelf.fit_for_use("known", MACHINE)


@pytest.mark.parametrize(
    "record", [b"", b"[]", b"{", b'{"sha256": 1}', b"\xff", b"[" * 9999, b'{"size": "x"}'], ids=len
)
def test_a_record_that_cannot_be_read_is_none(shelf: Shelf, stick: Path, record: bytes) -> None:
    file = add(shelf, lay(stick, KNOWN.file)).model.file
    file.with_name(f"{file.name}.json").write_bytes(record)
    assert read_record(file) is None
    assert shelf.find("known").checked is Checked.NO


def test_a_model_that_is_damaged_later_is_listed_with_its_fault(shelf: Shelf, stick: Path) -> None:
    file = add(shelf, lay(stick, KNOWN.file)).model.file
    os.truncate(file, 5_000_000)
    (model,) = shelf.installed()
    assert model.model is None
    assert model.fault.startswith("The file ends too early: 5.0 of 10.2 MB are there.")
    with pytest.raises(TutorError, match="ends too early"):
        shelf.fit_for_use(model.id, MACHINE)


@posix
def test_what_everybody_may_change_is_refused_with_what_to_do(shelf: Shelf, stick: Path) -> None:
    file = add(shelf, lay(stick, KNOWN.file)).model.file
    file.chmod(0o666)
    with pytest.raises(TutorError, match="Everybody on this machine may change the file") as caught:
        shelf.fit_for_use("known", MACHINE)
    assert "chmod o-w" in caught.value.advice
    file.chmod(0o644)
    shelf.folder.chmod(0o777)
    with pytest.raises(TutorError, match="may change the folder"):
        shelf.fit_for_use("known", MACHINE)
    with pytest.raises(TutorError, match="may change the folder"):
        add(shelf, lay(stick, "other.gguf", gguf_bytes()))
    shelf.folder.chmod(0o1777)
    refuse_open_to_all(file)  # in a sticky folder nobody swaps another's file


# -- Finding and choosing ---------------------------------------------------------------------------------------------


def test_a_model_that_is_not_here_yet_says_what_to_fetch(shelf: Shelf) -> None:
    with pytest.raises(TutorError, match="Known 1B is not on this machine yet") as caught:
        shelf.find("known")
    assert KNOWN.file in caught.value.advice
    assert KNOWN.page in caught.value.advice
    with pytest.raises(TutorError, match="no model called x"):
        shelf.find("x")


def test_a_file_anywhere_can_be_used_by_its_path(shelf: Shelf, stick: Path) -> None:
    model = shelf.fit_for_use(str(lay(stick, "mine.gguf", gguf_bytes())), MACHINE)
    assert (model.id, model.checked) == ("mine", Checked.NO)
    with pytest.raises(TutorError, match="no such file"):
        shelf.fit_for_use(str(stick / "none.gguf"), MACHINE)


def test_choosing_lasts_and_none_is_a_choice(shelf: Shelf, stick: Path) -> None:
    assert shelf.chosen_name() is None
    assert shelf.chosen(MACHINE) is None
    add(shelf, lay(stick, KNOWN.file))
    choose(shelf, "known")
    chosen = shelf.chosen(MACHINE)
    assert chosen
    assert chosen.id == "known"
    choose(shelf, NOBODY)
    assert (shelf.chosen_name(), shelf.chosen(MACHINE)) == (NOBODY, None)


def test_a_chosen_model_that_is_gone_or_too_large_says_so(shelf: Shelf, stick: Path) -> None:
    choose(shelf, "known")
    with pytest.raises(TutorError, match="not on this machine yet"):
        shelf.chosen(MACHINE)
    add(shelf, lay(stick, KNOWN.file))
    with pytest.raises(TutorError, match=r"needs about 1\.0 GB"):
        shelf.chosen(Machine(memory=GB // 2, free=GB // 2, cores=1, avx2=None))


@pytest.mark.parametrize("text", ["", "\n", "Known\n", "\ufeffknown\r\n", "../../etc/passwd", "\x00", "x" * 5000])
def test_whatever_stands_in_the_choice_is_an_id_or_nothing(shelf: Shelf, text: str) -> None:
    shelf.choice.parent.mkdir()
    shelf.choice.write_text(text, encoding="utf-8")
    assert shelf.chosen_name() == ("known" if "nown" in text else None)


def test_removing_takes_file_record_and_choice(shelf: Shelf, stick: Path) -> None:
    add(shelf, lay(stick, KNOWN.file))
    choose(shelf, "known")
    assert remove(shelf, "KNOWN").name == "Known 1B"
    assert left_over(shelf) == []
    assert shelf.chosen_name() == NOBODY
    with pytest.raises(TutorError, match="no model called known"):
        remove(shelf, "known")


def test_a_file_where_the_folder_should_be_is_named(shelf: Shelf, stick: Path) -> None:
    shelf.folder.parent.mkdir()
    shelf.folder.write_text("")
    assert shelf.installed() == ()
    with pytest.raises(TutorError, match="should be the folder for models"):
        add(shelf, lay(stick, KNOWN.file))


def test_ids_from_names() -> None:
    names = ["My Model.gguf", "Ünï-Q4_K_M.GGUF", "none.gguf", "...gguf", "a" * 200 + ".gguf"]
    assert [id_of(name) for name in names] == ["my-model", "uni-q4_k_m", "model", "model", "a" * 60]


def test_a_file_called_like_an_id_of_the_list_does_not_take_its_place(shelf: Shelf, stick: Path) -> None:
    assert add(shelf, lay(stick, "known.gguf", gguf_bytes())).model.id == "known-own"


def test_opening_a_shelf_makes_nothing(tmp_path: Path) -> None:
    shelf = open_shelf(tmp_path / "s", tmp_path / "c", [tmp_path / "models.toml"])
    assert shelf.installed() == ()
    assert list(tmp_path.iterdir()) == []
