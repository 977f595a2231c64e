"""The user's settings: what is wrong with them is told by line and column, and the rest counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.config import read_config, read_settings, remember
from tutor.errors import TutorError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_no_file_is_no_trouble(file: Path) -> None:
    config = read_config(file)
    assert (config.keys, config.troubles) == ((), ())


def test_keys_are_text_or_a_list_of_it(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbf# mine\r\n[keys]\r\nhint = "f6, Ctrl+T"\r\nskip = ["f7", ","]\r\n')
    config = read_config(file)
    assert [(line.binding, line.keys, line.line, line.column) for line in config.keys] == [
        ("hint", ("f6", "Ctrl+T"), 3, 1),
        ("skip", ("f7", ","), 4, 1),
    ]
    assert not config.troubles


@pytest.mark.parametrize(
    ("text", "told", "left"),
    [
        ('[keys]\nhint = f6\nskip = "f7"\n', "config.toml, line 2, column 8: text must stand in quotation marks", []),
        ('[keys]\nhint = "f6\n', "line 2, column 8", []),
        ('[keys]\nskip = "f7"\nhint = 6\n', "line 3, column 1: the keys for 'hint' are no text.", ["skip"]),
        ('[keys]\nskip = "f7"\nhint = []\n', "line 3, column 1: the keys for 'hint' are no text.", ["skip"]),
        ('[keys]\nhint = "f6,,f7"\n', "line 2, column 1: a key is missing beside a comma", []),
        ('keys = "f6"\n', "line 1, column 1: keys stand in a table of their own.", []),
        ('hint = "f6"\n', "line 1, column 1: there is no setting called 'hint'. There is only [keys], on a line", []),
        ('theme = "x"\n[keys]\nhint = "f6"\n', "line 1, column 1: there is no setting called 'theme'", ["hint"]),
        ('[keys]\nhint = "f6"\nhint = "f7"\n', "line 3, column 1", []),
    ],
)
def test_what_is_wrong_is_told_with_its_place(file: Path, text: str, told: str, left: list[str]) -> None:
    file.write_text(text)
    config = read_config(file)
    assert told in "\n".join(map(str, config.troubles))
    assert [line.binding for line in config.keys] == left


def test_a_file_that_cannot_be_read_at_all(file: Path) -> None:
    file.write_bytes(b"[keys]\nhint = \xff\n")
    assert "not saved as UTF-8" in str(read_config(file).troubles[0])
    file.write_bytes(b"#" * 200_000)
    assert "too large" in str(read_config(file).troubles[0])
    file.unlink()
    file.mkdir()
    assert "cannot be read" in str(read_config(file).troubles[0])


def test_what_is_wrong_cannot_act_on_the_terminal(file: Path) -> None:
    file.write_text('"\\u001b[31mx" = 1\n')
    assert "\x1b" not in str(read_config(file).troubles[0])


def test_settings_are_kept_beside_what_a_newer_version_keeps(tmp_path: Path) -> None:
    settings = tmp_path / "new" / "settings.json"
    remember(settings, "theme", "nord")
    settings.write_text('{"theme": "nord", "later": [1]}')
    remember(settings, "theme", "dracula")
    assert read_settings(settings) == {"theme": "dracula", "later": [1]}
    assert [path.name for path in settings.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_damaged_settings_are_none(tmp_path: Path, content: bytes) -> None:
    settings = tmp_path / "settings.json"
    settings.write_bytes(content)
    assert read_settings(settings) == {}
    remember(settings, "theme", "nord")
    assert read_settings(settings) == {"theme": "nord"}


def test_settings_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    settings.mkdir()
    with pytest.raises(TutorError, match="cannot be written"):
        remember(settings, "theme", "nord")
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]
