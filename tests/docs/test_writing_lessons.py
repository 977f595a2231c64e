"""The tutorial, followed to the letter in an empty folder: every file, every command, every answer; and it plays.

The page's blocks say what to do with them: `text FILE` and `toml FILE` are written, `toml FILE +` is added at the end,
`toml FILE 31-32` takes the place of these lines, and `console` is typed and compared. In what is compared, a `…` stands
for anything; what follows "You: " is what the learner types.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import tutor
from tutor.lesson.documenting import TOP

PAGE = TOP / "docs" / "writing-lessons.md"
BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TYPED = re.compile(r"You: (.*)")
AT_A_TERMINAL = "Press Enter when you have read it:"
"""A prompt that a pipe is not shown."""


def blocks() -> list[tuple[str, list[str], str]]:
    """Each block of the page: its language, what else stands on its first line, its text."""
    return [
        (found[1], (found[2] or "").split(), found[3]) for found in BLOCK.finditer(PAGE.read_text(encoding="utf-8"))
    ]


def runs(text: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a console block, each with the lines that follow it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *lines = part.rstrip("\n").split("\n")
        yield command, lines


def put(file: Path, where: list[str], text: str) -> None:
    """Do with a file what the page says."""
    if not where:
        file.write_text(text, encoding="utf-8")
    elif where == ["+"]:
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    else:
        first, last = map(int, where[0].split("-"))
        lines = file.read_text(encoding="utf-8").split("\n")
        lines[first - 1 : last] = text.rstrip("\n").split("\n")
        file.write_text("\n".join(lines), encoding="utf-8")


def pattern(lines: list[str]) -> re.Pattern[str]:
    """What the output must look like."""
    shown = "\n".join(lines)
    return re.compile(".*".join(map(re.escape, shown.split("…"))), re.DOTALL)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, list[str]]]:
    """The page followed in a fresh folder: each command, what it printed, and the lines the page shows."""
    folder, home = tmp_path_factory.mktemp("lesson"), tmp_path_factory.mktemp("home")
    before = Path.cwd()
    done = []
    os.chdir(folder)
    try:
        for language, rest, text in blocks():
            if language == "console":
                for command, lines in runs(text):
                    program, *words = shlex.split(command)
                    assert program == "tutor", command
                    typed = [found[1] for line in lines if (found := TYPED.fullmatch(line))]
                    said = tutor(home, *words, lines="".join(f"{line}\n" for line in typed), PYTHONPATH=str(before))
                    shown = [line for line in lines if line != AT_A_TERMINAL and not TYPED.fullmatch(line)]
                    done.append((command, said.stdout + said.stderr, shown))
            elif rest:
                put(folder / rest[0], rest[1:], text)
    finally:
        os.chdir(before)
    return done


def test_every_command_answers_as_the_page_says(followed: list[tuple[str, str, list[str]]]) -> None:
    assert len(followed) >= 9
    for command, said, shown in followed:
        assert pattern(shown).fullmatch(said.rstrip("\n")), f"$ {command}\n{said}\n--- the page has\n" + "\n".join(
            shown
        )


def test_it_ends_in_a_lesson_that_plays(followed: list[tuple[str, str, list[str]]]) -> None:
    played = [said for command, said, _ in followed if command.startswith("tutor start")]
    assert played
    assert all("The lesson is finished." in said for said in played)
    assert "Finding the place: " in played[-1]
    assert "Whose view it is: " in played[-1]


def test_every_block_says_what_it_is() -> None:
    assert {language for language, _, _ in blocks()} == {"text", "toml", "console"}
    assert all(rest for language, rest, _ in blocks() if language != "console")


def test_links_lead_somewhere() -> None:
    for page in (TOP / "docs").glob("*.md"):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
