"""What an editor tells a teacher of each key, and offers: asked of a language server, in a lesson by `tutor new`.

The words come from the schema beside the lesson, which its first line names. The server is Tombi's: Taplo's package
comes without one.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.drafting.articles import OPINION
from tests.language_server import Editor
from tests.running import tutor
from tutor.lesson.documenting import SCHEMA, TOP


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The lesson file that `tutor new` drafts."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "doors.md").write_text(OPINION, encoding="utf-8")
    tutor(folder / "home", "new", "doors", "--article", folder / "doors.md", "--into", folder, "--draft")
    assert (folder / "doors" / "lesson.schema.json").read_text() == (TOP / SCHEMA).read_text()
    return (folder / "doors" / "lesson.toml").read_text(encoding="utf-8")


@pytest.fixture
def lesson(made: str, tmp_path: Path) -> Path:
    """A fresh folder with that lesson and its schema."""
    (tmp_path / "lesson.schema.json").write_text((TOP / SCHEMA).read_text())
    (tmp_path / "lesson.toml").write_text(made, encoding="utf-8")
    return tmp_path / "lesson.toml"


def described(*path: str) -> str:
    """What the schema says of a key; of a table that there are several of, what it says of one."""
    node = json.loads((TOP / SCHEMA).read_text())
    for key in path:
        node = node["properties"][key]
        node = node["items"] if "properties" in node.get("items", ()) else node
    words: str = node["description"]
    return words.split("\n")[0]


def place(file: Path, text: str) -> tuple[int, int]:
    """The line and column of the first line that begins with this text, indented or not."""
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines) if line.lstrip().startswith(text))
    return number, len(lines[number]) - len(lines[number].lstrip())


HOVERED = [
    ("[[questions]]", 3, ("questions",)),
    ("title = ", 0, ("title",)),
    ("[concepts]", 2, ("concepts",)),
    ("kind = ", 0, ("questions", "kind")),
    ("ask = ", 0, ("questions", "ask")),
    ("about = ", 0, ("questions", "about")),
    ("draft = ", 0, ("questions", "draft")),
    ("[[questions.criteria]]", 14, ("questions", "criteria")),
    ("check = ", 0, ("questions", "criteria", "check")),
    ("holder = ", 0, ("questions", "criteria", "holder")),
    ("probe = ", 0, ("questions", "criteria", "probe")),
    ("expect = ", 0, ("questions", "samples", "expect")),
]


@pytest.mark.parametrize(("line", "column", "path"), HOVERED, ids=[row[0] for row in HOVERED])
def test_a_key_is_explained(lesson: Path, line: str, column: int, path: tuple[str, ...]) -> None:
    row, begins = place(lesson, line)
    with Editor.open(lesson) as editor:
        assert editor.complaints == []
        assert described(*path) in editor.hover(row, begins + column)


def test_keys_are_offered_with_what_they_mean(lesson: Path) -> None:
    row, _ = place(lesson, "kind = ")
    lines = lesson.read_text(encoding="utf-8").splitlines()
    lesson.write_text("\n".join([*lines[: row + 1], "", *lines[row + 1 :]]), encoding="utf-8")
    with Editor.open(lesson) as editor:
        offered = editor.complete(row + 1, 0)
    assert {"attempts", "marks", "after"} & {*offered}
    assert not {"kind", "ask"} & {*offered}  # they are there already
    for key, told in offered.items():
        if not key.startswith("$"):
            assert len(told.split("\n")[0]) > 12
    assert described("questions", "attempts") in offered["attempts"]


def test_the_words_to_choose_from_are_offered(lesson: Path) -> None:
    row, begins = place(lesson, "check = ")
    lines = lesson.read_text(encoding="utf-8").splitlines()
    lines[row] = lines[row][:begins] + 'check = ""'
    lesson.write_text("\n".join(lines), encoding="utf-8")
    with Editor.open(lesson) as editor:
        offered = editor.complete(row, begins + len('check = "'))
    assert any("mentions" in word for word in offered)
    assert any("cites" in word for word in offered)
