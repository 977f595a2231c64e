"""`tutor new`: from nothing, or from an article, to a folder with a lesson to be filled in."""

from __future__ import annotations

import re
import shutil
from itertools import count
from pathlib import Path

import pytest

from tests.editor import complaints
from tests.ferry import ARTICLE
from tests.importing import making
from tests.importing.making import PARAGRAPHS
from tests.powers import powerless, run_powerless
from tests.running import tutor
from tutor.errors import TutorError
from tutor.lesson.blanks import BLANK
from tutor.lesson.load import load_lesson
from tutor.lesson.making import make_folder

FILLED = (
    "ages 12 and up",
    "Ask of a claim what it rests on",
    "the ferry",
    "report",
    "90,000",
    "the ferry is expensive",
    "p1",
    "p1s2",
    "p1",
    "It cost 90,000 pounds, the report says",
    "p1s2",
    "I think the report says what it cost.",
)
"""What a teacher writes in the template's blanks, in order, after the title."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    file = tmp_path / "room.pdf"
    file.write_bytes(making.pdf(spaceAfter=7, head="The Lantern"))
    return file


def fill(lesson: Path, *words: str) -> None:
    """Write words in the blanks, from the top: each takes the next one's place."""
    text = lesson.read_text()
    for word in words:
        assert BLANK in text
        text = text.replace(BLANK, word, 1)
    assert BLANK not in re.sub(r"#.*", "", text)
    lesson.write_text(text)


def blanks(lesson: Path) -> None:
    """Take the blanks in remarks away, which are about blanks."""
    lines = lesson.read_text().split("\n")
    lesson.write_text("\n".join(line for line in lines if not line.lstrip().startswith("#") or line.startswith("#:")))


class TestTemplate:
    def test_it_passes_the_check_once_its_blanks_are_filled(self, home: Path) -> None:
        assert tutor(home, "new", "last-ferry").returncode == 0
        folder = home / "lessons" / "last-ferry"
        blanks(folder / "lesson.toml")
        fill(folder / "lesson.toml", "The last ferry", *FILLED)
        (folder / "article.md").write_text(ARTICLE)
        done = tutor(home, "check", "last-ferry")
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        assert "3 of 3 samples as expected" in done.stdout
        assert "warning" not in done.stdout
        assert complaints(folder / "lesson.toml") == ""

    def test_an_editor_knows_its_keys_and_sees_the_blanks_that_want_an_address(self, home: Path) -> None:
        tutor(home, "new", "last-ferry")
        said = complaints(home / "lessons" / "last-ferry" / "lesson.toml")
        assert said.count("error:") == 3  # twice in each: above the line, and under the value
        assert said.count('"___" does not match "^p[0-9]+') == 6

    def test_until_then_the_check_names_every_blank(self, home: Path) -> None:
        tutor(home, "new", "last-ferry")
        done = tutor(home, "check", "last-ferry")
        assert done.returncode == 1
        # The last of two blanks in one text is not told twice.
        assert done.stdout.count("a blank (___) is left here") == len(FILLED)
        assert "article.md has no sentences in it" in done.stdout

    def test_it_says_what_to_do_next(self, home: Path) -> None:
        said = tutor(home, "new", "last-ferry").stdout
        assert said == (
            f"Made {home}/lessons/last-ferry: article.md, lesson.toml, lesson.schema.json\n\n"
            "Next: put the article into article.md, fill in what is marked ___ in lesson.toml, and run: "
            "tutor check last-ferry\n"
        )


class TestArticle:
    def test_the_article_is_cleaned_and_what_was_done_is_told(self, home: Path, room: Path) -> None:
        done = tutor(home, "new", "reading-room", "--article", room)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.split("\n\n")[1].split("\n") == [
            "article.md, from room.pdf: 5 paragraphs, 13 sentences, 178 words.",
            "Read from 2 pages.",
            "Left out: 2 page numbers, 2 running heads.",
            "The file does not tell its author, date or source: write it between the two --- at the top.",
            "Compare it with the original, and change it now if at all: addresses such as p4s2 count its sentences.",
        ]
        written = (home / "lessons" / "reading-room" / "article.md").read_text()
        assert written == '---\ntitle: "The last reading room"\n---\n\n' + "".join(f"{one}\n\n" for one in PARAGRAPHS)
        assert 'title = "The last reading room"' in (home / "lessons" / "reading-room" / "lesson.toml").read_text()

    def test_it_passes_the_check_once_its_blanks_are_filled(self, home: Path, room: Path) -> None:
        tutor(home, "new", "reading-room", "--article", room)
        lesson = home / "lessons" / "reading-room" / "lesson.toml"
        blanks(lesson)
        fill(lesson, *(word.replace("ferry", "room") for word in FILLED))
        assert tutor(home, "check", "reading-room").returncode == 0
        assert len(load_lesson(lesson).article.sentences) == 13

    def test_an_article_that_is_not_english_is_told_to_be_none(self, home: Path, tmp_path: Path) -> None:
        german = (
            "Der Kreis will die Linie 14 einstellen. Wir haben gezählt, und es waren mehr. Niemand hat uns gefragt."
        )
        (tmp_path / "a.txt").write_text(german)
        assert "It does not look like English" in tutor(home, "new", "linie", "--article", tmp_path / "a.txt").stdout

    def test_what_is_to_be_written_above_an_article_that_tells_nothing_of_itself(
        self, home: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "a.txt").write_text("\n\n".join(PARAGRAPHS))
        said = tutor(home, "new", "room", "--article", tmp_path / "a.txt").stdout
        assert 'or source: write it under [article] in lesson.toml: title = "…".' in said
        lesson = home / "lessons" / "room" / "lesson.toml"
        assert not (home / "lessons" / "room" / "article.md").read_text().startswith("---")
        blanks(lesson)
        fill(lesson, "A title", *(word.replace("ferry", "room") for word in FILLED))
        lesson.write_text(lesson.read_text().replace("[article]", '[article]\ntitle = "The last room"'))
        assert load_lesson(lesson).article.title == "The last room"

    def test_a_title_with_quotation_marks(self, home: Path, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_text('# "No" means \\ no\n\nOne is here. Two is here. Three is here.\n')
        tutor(home, "new", "no", "--article", tmp_path / "a.md")
        assert 'title = "\\"No\\" means \\\\ no"' in (home / "lessons" / "no" / "lesson.toml").read_text()

    def test_what_cannot_be_read_leaves_nothing_behind(self, home: Path, tmp_path: Path) -> None:
        (tmp_path / "a.pdf").write_bytes(making.lines_pdf([]))
        done = tutor(home, "new", "scan", "--article", tmp_path / "a.pdf")
        assert done.returncode == 2
        assert "it was scanned" in done.stderr
        assert not (home / "lessons").exists() or not [*(home / "lessons").iterdir()]


class TestDraft:
    def test_questions_are_proposed_from_the_article(self, home: Path, room: Path) -> None:
        done = tutor(home, "new", "reading-room", "--article", room, "--draft")
        assert (done.returncode, done.stderr) == (0, "")
        assert "Next: read every question in lesson.toml: keep it, change it or drop it" in done.stdout
        lesson = (home / "lessons" / "reading-room" / "lesson.toml").read_text()
        assert lesson.startswith("#:schema lesson.schema.json\n")
        assert complaints(home / "lessons" / "reading-room" / "lesson.toml") == ""
        assert lesson.count("\ndraft = true\n") == lesson.count("\n[[questions]]\n") >= 3
        assert tutor(home, "check", "reading-room").returncode == 0

    def test_an_article_with_too_little_in_it_leaves_nothing_behind(self, home: Path, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Nobody came. It rained. We went home.")
        done = tutor(home, "new", "rain", "--article", tmp_path / "a.txt", "--draft")
        assert done.returncode == 2
        assert "too short to ask about" in done.stderr
        assert not (home / "lessons").exists()

    def test_it_takes_an_article(self, home: Path) -> None:
        assert "none is given" in tutor(home, "new", "nothing", "--draft").stderr


class TestFolder:
    def test_it_can_go_elsewhere(self, home: Path, tmp_path: Path) -> None:
        done = tutor(home, "new", "last-ferry", "--into", tmp_path / "my lessons")
        assert sorted(file.name for file in (tmp_path / "my lessons" / "last-ferry").iterdir()) == [
            "article.md", "lesson.schema.json", "lesson.toml",
        ]  # fmt: skip
        assert done.stdout.endswith(f"tutor check '{tmp_path}/my lessons/last-ferry'\n")

    def test_a_lesson_that_is_there_stays_as_it_is(self, home: Path) -> None:
        tutor(home, "new", "last-ferry")
        lesson = home / "lessons" / "last-ferry" / "lesson.toml"
        lesson.write_text("my own work")
        done = tutor(home, "new", "last-ferry")
        assert done.returncode == 2
        assert "There is a lesson" in done.stderr
        assert "--force" in done.stderr
        assert lesson.read_text() == "my own work"

    def test_force_puts_new_files_in_the_place_of_its_own_only(self, home: Path) -> None:
        tutor(home, "new", "last-ferry")
        folder = home / "lessons" / "last-ferry"
        (folder / "lesson.toml").write_text("my own work")
        (folder / "notes.txt").write_text("for Monday")
        assert tutor(home, "new", "last-ferry", "--force").returncode == 0
        assert (folder / "lesson.toml").read_text().startswith("#:schema lesson.schema.json\n")
        assert (folder / "notes.txt").read_text() == "for Monday"
        assert [entry.name for entry in (home / "lessons").iterdir()] == ["last-ferry"]

    def test_an_empty_folder_is_no_lesson(self, home: Path) -> None:
        (home / "lessons" / "last-ferry").mkdir(parents=True)
        assert tutor(home, "new", "last-ferry").returncode == 0

    def test_a_file_where_the_folder_should_be(self, home: Path) -> None:
        (home / "lessons").mkdir(parents=True)
        (home / "lessons" / "last-ferry").write_text("")
        done = tutor(home, "new", "last-ferry", "--force")
        assert done.returncode == 2
        assert "is a file, where the lesson's folder should be" in done.stderr

    @pytest.mark.parametrize("fails_at", [1, 2])
    def test_a_disk_that_fails_leaves_all_as_it_was(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
    ) -> None:
        folder = tmp_path / "ferry"
        make_folder(folder, {"lesson.toml": "old", "article.md": "old"}, force=False)
        moves = count(1)
        replace = Path.replace

        def failing(self: Path, target: Path) -> Path:
            if next(moves) == fails_at:
                raise OSError(28, "No space left on device")
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", failing)
        with pytest.raises(TutorError, match="could not be written: No space left on device"):
            make_folder(folder, {"lesson.toml": "new"}, force=True)
        assert (folder / "lesson.toml").read_text() == "old"
        assert [entry.name for entry in tmp_path.iterdir()] == ["ferry"]

    def test_a_disk_too_full_for_a_copy_is_told_in_a_line(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = tmp_path / "ferry"
        make_folder(folder, {"lesson.toml": "old"}, force=False)

        def full(source: Path, target: Path, **_: object) -> None:
            raise shutil.Error([(str(source), str(target), "[Errno 28] No space left on device")])

        monkeypatch.setattr(shutil, "copytree", full)
        with pytest.raises(TutorError, match=r"ferry could not be written: not all of its files could be copied\.\n"):
            make_folder(folder, {"lesson.toml": "new"}, force=True)
        assert (folder / "lesson.toml").read_text() == "old"
        assert [entry.name for entry in tmp_path.iterdir()] == ["ferry"]

    def test_a_name_that_a_lesson_of_the_program_has(self, home: Path) -> None:
        said = tutor(home, "new", "harbour-levy").stdout
        assert "A lesson of that name comes with tutor; yours is found in its place." in said

    @powerless
    def test_a_folder_that_may_not_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "home").mkdir()
        (tmp_path / "home").chmod(0o555)
        code = """
            import os, sys
            from tutor.cli import main
            os.environ["TUTOR_HOME"] = sys.argv[1]
            sys.stderr = sys.stdout
            print(main(["new", "last-ferry"]))
        """
        said = run_powerless(code, str(tmp_path / "home"))
        assert "could not be written" in said
        assert "--into" in said
        assert said.endswith("\n2\n")
        assert [*(tmp_path / "home").iterdir()] == []

    @pytest.mark.parametrize(
        ("name", "advice"),
        [("Last Ferry!", "Write last-ferry."), ("../x", "Write x."), ("é", "Write a short one"), ("a" * 61, "aaa")],
    )
    def test_a_name_that_no_lesson_can_have(self, home: Path, name: str, advice: str) -> None:
        done = tutor(home, "new", name)
        assert done.returncode == 2
        assert "cannot be the name of a lesson" in done.stderr
        assert advice in done.stderr
        assert not (home / "lessons").exists()
