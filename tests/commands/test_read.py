"""`tutor read` as learners run it: an article, and no lesson."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.drafting.articles import NEWS, OPINION, STORY
from tests.ferry import write_lesson
from tests.running import events, tutor
from tests.tui.driving import board, have_read, send, until, words
from tutor.paths import Paths
from tutor.session.request import StartRequest
from tutor.tui.app import TutorApp
from tutor.tui.local_desk import LocalDesk

ABLE = (
    "She wants the council to leave the library alone because it is warm there, see [p2s1] and [p7s3].",
    "Maren Ostwick wrote it, and I would like to know whether she lives there.",
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "doors.md"
    path.write_text(OPINION, encoding="utf-8")
    return path


def read(home: Path, article: Path, *replies: str, words: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """The events of a session with these replies."""
    done = tutor(home, "read", article, "--json", *words, lines="\n".join(replies))
    assert done.returncode == 0, done.stderr
    return events(done.stdout)


def test_an_article_alone_is_asked_about(tmp_path: Path, article: Path) -> None:
    said = read(tmp_path, article, *ABLE)
    assert (said[0]["title"], said[0]["questions"]) == ("Keep the doors open", 10)
    asked = [event for event in said if event["kind"] == "asked"]
    assert [event["question_kind"] for event in asked] == ["main-claim", "source", "viewpoint"]
    assert [event["outcome"] for event in said if event["kind"] == "closed"] == ["met", "met"]


def test_what_is_only_guessed_is_never_told_to_be_wrong(tmp_path: Path, article: Path) -> None:
    said = read(tmp_path, article, "I like rainy days best.", "Because of the ducks in it.")
    under = [event["lines"] for event in said if event["kind"] == "assessed"]
    assert not [line for lines in under for line in lines if line["mark"] != "shown"]
    (closed,) = (event for event in said if event["kind"] == "closed")
    assert (closed["outcome"], closed["review"], closed["reread"]) == ("thanked", False, [])
    thanks = next(event["text"] for event in said if event["kind"] == "feedback" and event["move"] == "close")
    assert any(word in thanks for word in ("Thank you", "many answers", "think about"))


def test_who_skips_everything_gets_to_the_end_and_no_teacher_is_called(tmp_path: Path, article: Path) -> None:
    said = read(tmp_path, article, *["/skip"] * 10)
    assert said[-1]["kind"] == "summary"
    assert not any(event["review"] for event in said if event["kind"] == "closed")


def test_line_by_line_for_people(tmp_path: Path, article: Path) -> None:
    said = tutor(tmp_path, "read", article, "--plain", lines=ABLE[0]).stdout
    assert "Lesson: Keep the doors open (10 questions)" in said
    assert "Keep this question in mind: Who says what here, and how do they know?" in said
    assert "To go on from here, read the same article with --resume." in said


def test_a_session_goes_on_whatever_the_file_is_called_now(tmp_path: Path, article: Path) -> None:
    read(tmp_path, article, ABLE[0])
    moved = article.rename(tmp_path / "other.md")
    again = read(tmp_path, moved, ABLE[1], words=("--resume",))
    assert [event["question"] for event in again if event["kind"] == "closed"] == ["main-claim", "source"]


def test_progress_has_its_title_and_export_its_sentences(tmp_path: Path, article: Path) -> None:
    read(tmp_path, article, ABLE[0], words=("--learner", "Ann"))
    assert "Keep the doors open (read-" in tutor(tmp_path, "progress").stdout
    assert "The article was not at hand" in tutor(tmp_path, "export").stdout
    kept = tutor(tmp_path, "export", "--article", article).stdout
    assert "- p2s1: “This is a foolish and heartless plan.”" in kept
    other = tmp_path / "other.md"
    other.write_text(NEWS, encoding="utf-8")
    done = tutor(tmp_path, "export", "--article", other)
    assert (done.returncode, done.stdout) == (2, "")
    assert "another article than other.md" in done.stderr


def test_a_story_is_asked_about_as_a_story(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    first = next(event for event in read(tmp_path, path) if event["kind"] == "asked")
    assert "this story" in first["text"]


def test_a_web_page_is_read_as_its_article(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    paragraphs = "".join(f"<p>{text}</p>" for text in NEWS.replace("\n", " ").split("  "))
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><article><h1>Bridge closed</h1>{paragraphs}</article></body></html>", "utf-8")
    assert any(event["kind"] == "asked" for event in read(tmp_path, page))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ("One sentence stands here.", "too little for an article"),
        ("It rains. It is cold. It is wet. It is dark.", "too short to ask about"),
        (
            "Der Rat stimmte am Montag über die Brücke ab. Sie ist seit dem Herbst gesperrt, weil zwei Seile rosten. "
            "Die Händler klagen über den Umweg. Niemand weiß, wann sie wieder öffnet.",
            "does not look like English",
        ),
    ],
)
def test_what_cannot_be_asked_about_is_told_in_two_lines(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "it.txt"
    path.write_text(text, encoding="utf-8")
    done = tutor(tmp_path / "home", "read", path, "--plain")
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 2


def test_a_file_that_is_not_what_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "it.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "no article")
    done = tutor(tmp_path / "home", "read", path, "--plain")
    assert done.returncode == 2
    assert "it.docx" in done.stderr


def test_a_lesson_given_by_mistake_is_named_as_one(tmp_path: Path) -> None:
    folder = write_lesson(tmp_path / "home" / "lessons")
    for name in ("ferry", folder, folder / "lesson.toml"):
        done = tutor(tmp_path / "home", "read", name, "--plain")
        assert done.returncode == 2
        assert f"tutor start {name}" in done.stderr
    for name, says in ((tmp_path, "is a folder"), ("no-such.txt", "There is no file no-such.txt.")):
        assert says in tutor(tmp_path / "home", "read", name, "--plain").stderr


async def test_on_the_screen(tmp_path: Path, article: Path) -> None:
    request = StartRequest(read=article, learner="", paths=Paths(state=tmp_path, config=tmp_path))
    with LocalDesk(request) as desk:
        async with TutorApp(request, desk).run_test(size=(120, 40)) as pilot:
            await have_read(pilot)
            assert "Keep the doors open" in words(pilot)
            assert "Question 1 of 10" in words(pilot)
            await send(pilot, "I like rainy days best.")
            assert "missing" not in words(pilot)
            await send(pilot, "Because of the ducks in it.")
            await until(pilot, lambda: "Question 2 of 10" in words(pilot))
            assert "answered in your own way" in words(pilot)
            assert board(pilot).composer.has_focus
