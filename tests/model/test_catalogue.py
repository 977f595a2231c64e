"""The list of models: what comes with the program, what a user adds, and what is wrong at which line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.errors import TutorError
from tutor.model.amounts import in_words
from tutor.model.catalogue import Catalogue, load_catalogue

PACKAGED = Path(__file__).parents[2] / "models.toml"
FREE = {"Apache-2.0", "Llama 3.2 Community License"}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "models.toml"


def load(own: Path, text: str | bytes) -> Catalogue:
    own.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_catalogue([own, PACKAGED])


def problem(own: Path, text: str | bytes) -> TutorError:
    with pytest.raises(TutorError) as caught:
        load(own, text)
    return caught.value


def test_every_model_of_the_list_says_all_that_a_teacher_needs() -> None:
    entries = load_catalogue([PACKAGED]).entries
    assert entries[0].id == "qwen3-4b", "the recommended one comes first"
    for entry in entries:
        assert entry.licence in FREE, "nothing for research use only"
        assert entry.licence == "Apache-2.0" or entry.licence_note
        assert all((entry.name, entry.note, entry.maker, entry.publisher, entry.sha256)), entry.id
        assert entry.page == f"https://huggingface.co/{entry.repository}"
        assert 500_000_000 < entry.size < 3_000_000_000
        assert entry.size < entry.memory < entry.size + 2_000_000_000


def test_the_list_goes_from_large_to_small() -> None:
    sizes = [entry.size for entry in load_catalogue([PACKAGED]).entries]
    assert sizes == sorted(sizes, reverse=True)


def test_models_are_found_by_id_file_and_checksum_whatever_the_case() -> None:
    catalogue = load_catalogue([PACKAGED])
    first = catalogue.entries[0]
    assert catalogue.by_id("QWEN3-4B") is catalogue.by_file(first.file.upper()) is catalogue.by_sha256(first.sha256)
    assert catalogue.by_id("gpt-9") is catalogue.by_file("") is catalogue.by_sha256("") is None


def test_a_users_own_list_changes_an_entry_key_by_key_and_adds_others_behind(own: Path) -> None:
    catalogue = load(
        own,
        """
        format = 1
        [[models]]
        id = "qwen3-4b"
        context = 8192
        [[models]]
        id = "school"
        file = "School-7B.gguf"
        template_values = { enable_thinking = false, tone = "calm" }
        """,
    )
    changed, added = catalogue.entries[0], catalogue.entries[-1]
    assert (changed.context, changed.licence) == (8192, "Apache-2.0")
    assert (added.id, added.name, added.size, added.context) == ("school", "school", 0, 4096)
    assert added.template_values == {"enable_thinking": False, "tone": "calm"}


def test_no_list_an_empty_one_and_one_from_windows_are_all_right(own: Path) -> None:
    whole = len(load_catalogue([PACKAGED]).entries)
    assert load_catalogue([own]).entries == ()
    assert len(load(own, "").entries) == whole
    assert len(load(own, b'\xef\xbb\xbf[[models]]\r\nid = "a"\r\nfile = "a.gguf"\r\n').entries) == whole + 1


GOOD = '[[models]]\nid = "a"\nfile = "a.gguf"\n'


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (GOOD + 'licens = "MIT"\n', 4, "Did you mean licence?"),
        (GOOD + "template_values = { a = 1 }\n", 4, "a table"),
        (GOOD + "[models.template_values]\na = 1\n", 4, "a table"),
        (GOOD + "context = 12\n", 4, "from 1024 to 131072"),
        (GOOD + 'size = "2 GB"\n', 4, "a whole number"),
        (GOOD + "size = true\n", 4, "a whole number"),
        (GOOD + "name = 3\n", 4, "a text in quotation marks"),
        (GOOD + 'sha256 = "ABC"\n', 4, "64 digits"),
        (GOOD + "\n# another\n" + GOOD, 7, "two models with the id a"),
        (GOOD + '[[models]]\nid = "b"\nfile = "A.GGUF"\n', 4, "already the file of a"),
        ('[[models]]\nid = "none"\nfile = "a.gguf"\n', 2, "not none"),
        ('[[models]]\nid = "Über"\nfile = "a.gguf"\n', 2, "small letters"),
        ('[[models]]\nid = "a"\nfile = "../a.gguf"\n', 3, "without a folder"),
        ('[[models]]\nid = "a"\nfile = "a.bin"\n', 3, "the name of a .gguf file"),
        ('\n[[models]]\nfile = "a.gguf"\n', 2, "no id"),
        ('\n[[models]]\nid = "a"\n', 2, "has no file"),
        ("# mine\nmodel = 1\n", 2, "Did you mean models?"),
        ("format = 2\n", 1, "reads format = 1"),
        ("models = 3\n", 1, "[[models]]"),
        ('[[models]]\nid = "a\n', 2, ""),
        ("x = " + "[" * 5000, None, "TOML"),
        ("x = " + "9" * 5000, None, "TOML"),
        (b"# caf\xe9\n", 1, "UTF-8"),
        ("#" * 1_000_001, None, "too large"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "-",
)
def test_what_is_wrong_is_named_with_its_line(own: Path, text: str | bytes, line: int | None, words: str) -> None:
    error = problem(own, text)
    assert error.what.startswith(f"{own}:{line}: " if line else f"{own}"), error.what
    assert words in str(error)
    assert error.advice


def test_a_list_that_cannot_be_read_is_named(own: Path) -> None:
    own.mkdir()
    with pytest.raises(TutorError, match="cannot be read"):
        load_catalogue([own])


def test_the_guide_for_teachers_tells_the_same_as_the_list() -> None:
    guide = (PACKAGED.parent / "docs" / "models.md").read_text(encoding="utf-8")
    for entry in load_catalogue([PACKAGED]).entries:
        lines = [line for line in guide.splitlines() if f"| `{entry.id}` |" in line]
        chosen, fetched = lines
        assert f"| {entry.licence} | {in_words(entry.size)} | {in_words(entry.memory)} |" in chosen
        assert f"| `{entry.file}` | {entry.page} |" in fetched
