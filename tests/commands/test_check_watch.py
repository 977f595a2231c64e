"""`tutor check --watch`: what counts as a save, and which lessons are looked at again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from tests.running import TUTOR, environment
from tutor.commands.watching import changes
from tutor.lesson.checking import files_of
from tutor.lesson.finding import find_lessons

FERRY = Path(__file__).parents[1] / "lesson" / "ferry"
LESSON = (FERRY / "lesson.toml").read_text(encoding="utf-8")

Act = Callable[[], object]


class Over(Exception):  # noqa: N818
    """All acts are done, and as many looks have passed since as a change may need."""


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    for name in ("one", "two"):
        shutil.copytree(FERRY, tmp_path / name)
    return tmp_path


def told(lessons: Path, *acts: Act) -> list[list[str]]:
    """What is told when these acts come one after the other: the names of lessons, for each telling."""
    waiting = iter([act for one in acts for act in (one, None, None, None)])

    def wait(_: float) -> None:
        try:
            act = next(waiting)
        except StopIteration:
            raise Over from None
        if act:
            act()

    found: list[list[str]] = []
    known = dict.fromkeys(find_lessons(str(lessons), ()))

    def wanted() -> list[Path]:
        known.update(dict.fromkeys(find_lessons(str(lessons), ())))
        return list(known)

    try:
        for changed in changes(wanted, files_of, wait):
            found.append([file.parent.name for file in changed])
    except Over:
        return found
    raise AssertionError


def save(file: Path, text: str = LESSON + "\n") -> Act:
    return partial(file.write_text, text, encoding="utf-8")


def test_all_lessons_are_told_first_and_then_only_what_changes(lessons: Path) -> None:
    assert told(lessons, lambda: None) == [["one", "two"]]
    assert told(lessons, save(lessons / "two" / "lesson.toml")) == [["one", "two"], ["two"]]


def test_the_article_counts_too(lessons: Path) -> None:
    article = lessons / "one" / "article.md"
    assert told(lessons, save(article, "Another one. It is short.")) == [["one", "two"], ["one"]]


def test_a_file_that_the_lesson_does_not_name_counts_not(lessons: Path) -> None:
    assert told(lessons, save(lessons / "one" / "notes.md", "For me.")) == [["one", "two"]]


def test_an_editor_that_puts_a_new_file_in_the_old_ones_place(lessons: Path) -> None:
    file = lessons / "one" / "lesson.toml"

    def replaced() -> None:
        status = file.stat()
        new = file.with_name("lesson.toml.new")
        new.write_text(LESSON.replace("ferry?", "barge?"), encoding="utf-8")
        os.utime(new, ns=(status.st_atime_ns, status.st_mtime_ns))  # as large, and as old to the nanosecond
        new.replace(file)

    assert told(lessons, replaced) == [["one", "two"], ["one"]]


def test_a_lesson_deleted_and_back_again(lessons: Path) -> None:
    file = lessons / "one" / "lesson.toml"
    assert told(lessons, file.unlink, save(file)) == [["one", "two"], ["one"], ["one"]]


def test_a_folder_moved_away_and_back_again(lessons: Path) -> None:
    away = lessons.parent / f"{lessons.name}-away"
    there, back = partial((lessons / "one").rename, away), partial(away.rename, lessons / "one")
    assert told(lessons, there, back) == [["one", "two"], ["one"], ["one"]]


def test_a_new_lesson_in_the_folder(lessons: Path) -> None:
    new = partial(shutil.copytree, FERRY, lessons / "three")
    assert told(lessons, new) == [["one", "two"], ["three"]]


def test_a_save_in_several_steps_is_told_once_it_is_over(lessons: Path) -> None:
    file = lessons / "one" / "lesson.toml"
    acts = iter([save(file, ""), save(file, LESSON[:100]), save(file), None, None, None])

    def wait(_: float) -> None:
        act = next(acts, Over)
        if act is Over:
            raise Over
        if act:
            act()

    seen = []
    try:
        for changed in changes(lambda: [file], files_of, wait):
            seen.append((len(changed), file.read_text(encoding="utf-8")))
    except Over:
        pass
    assert seen == [(1, LESSON), (1, LESSON + "\n")]


def test_a_broken_lesson_that_is_mended_has_its_article_watched_again(lessons: Path) -> None:
    file, article = lessons / "one" / "lesson.toml", lessons / "one" / "article.md"
    acts = (save(file, "title = oops"), save(article, "It is new."), save(file), save(article, "Is it new?"))
    assert told(lessons, *acts) == [["one", "two"], ["one"], ["one"], ["one"]]


def test_what_is_saved_while_lessons_are_checked_is_told_after(lessons: Path) -> None:
    file = lessons / "one" / "lesson.toml"
    telling = changes(lambda: [file], files_of, lambda _: None)
    next(telling)
    save(file)()  # the check goes on meanwhile
    assert next(telling) == [file]


def lines_of(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdout
    return iter(process.stdout.readline, "")


def test_in_the_terminal(tmp_path: Path) -> None:
    lesson = Path(shutil.copytree(FERRY, tmp_path / "ferry")) / "lesson.toml"
    process = subprocess.Popen(
        [*TUTOR, "check", str(lesson), "--watch"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(tmp_path / "home"),
    )
    try:
        lines = lines_of(process)
        assert [*islice(lines, 2)] == [
            "ferry: 1 question, 3 of 3 samples as expected; no problems.\n",
            "Watching for the next save; Ctrl+C ends this.\n",
        ]
        lesson.write_text(LESSON.replace("attempts = 3", "attempts = 300"), encoding="utf-8")
        assert [*islice(lines, 3)] == [
            "\n",
            f"{lesson}:16:12: attempts must be at most 20. Write a number such as 3.\n",
            "ferry: it cannot be used yet; 1 error.\n",
        ]
        lesson.write_text(LESSON, encoding="utf-8")
        assert [*islice(lines, 2)][1] == "ferry: 1 question, 3 of 3 samples as expected; no problems.\n"
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        assert [*lines] == ["\n", "No longer watching.\n"]
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
        process.communicate()
