"""Which lessons there are, found by name before anything slow is imported."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.work import grows_linearly
from tutor.errors import TutorError
from tutor.lesson import LessonEntry, find_lesson, list_lessons
from tutor.lesson.finding import find_lessons

Write = Callable[..., Path]


def test_a_lesson_is_found_by_slug_folder_or_file(write: Write, tmp_path: Path) -> None:
    file = write() / "lesson.toml"
    assert find_lesson("ferry", [tmp_path]) == file
    assert find_lesson(str(file.parent), []) == file
    assert find_lesson(str(file), []) == file


def test_the_first_folder_comes_first(write: Write, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    write(name="own/ferry")
    write()
    assert find_lesson("ferry", [tmp_path / "own", tmp_path]) == tmp_path / "own" / "ferry" / "lesson.toml"
    assert len(list_lessons([tmp_path / "own", tmp_path])) == 1


def test_a_wrong_name_is_answered_with_the_nearest(write: Write, tmp_path: Path) -> None:
    write()
    write(name="harbour")
    with pytest.raises(TutorError) as caught:
        find_lesson("harbor", [tmp_path])
    assert str(caught.value) == (
        "There is no lesson harbor.\nDid you mean harbour? The lessons here are ferry and harbour."
    )


def test_many_lessons_named_one_by_one_take_no_more_work_each_than_a_few(tmp_path: Path) -> None:
    def folder(size: int) -> Path:
        inside = tmp_path / str(size)
        for number in range(size):
            (inside / f"n{number}").mkdir(parents=True)
            (inside / f"n{number}" / "lesson.toml").touch()
        return inside

    def find_each(inside: Path) -> None:
        for path in sorted(inside.iterdir()):
            assert find_lessons(path.name, [inside]) == find_lessons(str(path), [inside]) == (path / "lesson.toml",)

    grows_linearly(find_each, folder, 10)


@pytest.mark.parametrize("name", ["", "\x00", "no\x1b[2Jsuch", "../..", "x" * 5000, "none/lesson.toml"])
def test_odd_names_are_no_lessons(name: str, tmp_path: Path) -> None:
    with pytest.raises(TutorError) as caught:
        find_lesson(name, [tmp_path, tmp_path / "none"])
    assert "\x1b" not in str(caught.value)
    assert "\x00" not in str(caught.value)


def test_the_list_has_titles_or_what_is_wrong(write: Write, tmp_path: Path) -> None:
    write()
    write('title = "a\n', name="broken")
    write(b"title = '\xff'", name="latin")
    write("format = 1\n", name="nameless")
    (tmp_path / "boats.lesson.toml").write_text('title = "Boats"')
    (tmp_path / "no-lesson").mkdir()
    assert [(entry.slug, entry.title or entry.problem) for entry in list_lessons([tmp_path])] == [
        ("boats", "Boats"),
        ("broken", "Line 1 cannot be read."),
        ("ferry", "Who counts on the ferry?"),
        ("latin", "It is not saved as UTF-8."),
        ("nameless", "It has no title."),
    ]
    assert list_lessons([]) == ()
    assert isinstance(list_lessons([tmp_path])[0], LessonEntry)


def test_a_list_of_lessons_needs_no_models(write: Write, tmp_path: Path) -> None:
    write()
    code = (
        "import sys; from pathlib import Path; from tutor.lesson import find_lesson, list_lessons; "
        "assert 'tomli' not in sys.modules; "
        f"folders = [Path({str(tmp_path)!r})]; find_lesson('ferry', folders); list_lessons(folders); "
        "print(sorted({'pydantic', 'tree_sitter'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout.strip() == "[]"


def test_a_lesson_in_order_is_loaded_without_the_parser_of_places() -> None:
    folder = Path(__file__).parent / "ferry"
    code = (
        "import sys; from pathlib import Path; from tutor.lesson import load_lesson; "
        f"load_lesson(Path({str(folder)!r})); print('tree_sitter' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert done.stdout.strip() == "False"


def test_an_ending_that_an_editor_has_added_to_the_name_is_seen(write: Write) -> None:
    folder = write()
    (folder / "lesson.toml").rename(folder / "lesson.toml.txt")
    for find in (find_lesson, find_lessons):
        with pytest.raises(TutorError, match=r"There is lesson\.toml\.txt: save it .* with just lesson\.toml"):
            find(str(folder), ())


def test_an_article_is_no_lesson(write: Write) -> None:
    folder = write()
    with pytest.raises(TutorError, match="is an article, and no lesson") as caught:
        find_lesson(str(folder / "article.md"), ())
    assert caught.value.advice == f"Name the lesson's folder: {folder}"
