"""Whatever happens to a lesson file, what comes of it is a lesson or problems with places inside the file."""

from pathlib import Path
from typing import Any

import pytest
import tomli
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.errors import TutorError
from tutor.lesson import LessonProblems, Problem, check_samples, load_lesson

FERRY = Path(__file__).parent / "ferry"
LESSON = (FERRY / "lesson.toml").read_text(encoding="utf-8")
ARTICLE = (FERRY / "article.md").read_text(encoding="utf-8")

anything = st.recursive(
    st.one_of(
        st.integers(),
        st.floats(),
        st.booleans(),
        st.dates(),
        st.sampled_from(["", "p1", "p9s9", "met", "few", "?", "a?", "cites", "length", "captain", "\x1b", "\u202e"]),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["id", "check", "test", "probe", "from", "x", "\x1b"]), inner, max_size=3),
    ),
    max_leaves=6,
)
quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def problems_of(folder: Path, lesson: str) -> tuple[Problem, ...]:
    (folder / "lesson.toml").write_text(lesson, encoding="utf-8", newline="")
    (folder / "article.md").write_text(ARTICLE, encoding="utf-8")
    try:
        loaded = load_lesson(folder)
    except LessonProblems as error:
        return error.problems
    except TutorError:
        return ()
    return (*loaded.warnings, *(problem for result in check_samples(loaded) for problem in result.problems))


def assert_in_order(problems: tuple[Problem, ...], lesson: str) -> None:
    lines = lesson.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        words = f"{problem.what} {problem.advice}"
        assert words.isprintable() or not set(words) & {"\x1b", "\n", "\u202e", "\x00"}
        assert "cannot be used as it is" not in words, words  # a fault that nobody has put into words
        assert problem.advice, words


@quick
@given(
    at=st.integers(0, len(LESSON)),
    length=st.integers(0, 12),
    new=st.text(st.sampled_from("\"'[]{}=:,.#\\\n\r\t “”é😀x1-?\x07"), max_size=4),
)
def test_any_slip_of_the_keyboard(tmp_path: Path, at: int, length: int, new: str) -> None:
    lesson = LESSON[:at] + new + LESSON[at + length :]
    assert_in_order(problems_of(tmp_path, lesson), lesson)


def paths_in(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for key, value in inside for found in paths_in(value, (*path, key)))]


@quick
@given(st.data())
def test_any_value_in_place_of_another(tmp_path: Path, data: st.DataObject) -> None:
    lesson = tomli.loads(LESSON)
    *way, last = data.draw(st.sampled_from(paths_in(lesson)[1:]))
    here: Any = lesson
    for step in way:
        here = here[step]
    key = data.draw(st.sampled_from([last, "test", "extra"])) if isinstance(here, dict) else last
    here[key] = data.draw(anything)
    text = tomlkit.dumps(lesson)
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        pytest.skip("the writer of the test wrote what is no TOML")
    assert_in_order(problems_of(tmp_path, text), text)
