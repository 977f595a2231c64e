"""Where keys stand: worked examples, and lessons made up by the hundred."""

from typing import Any

import pytest
import tomli
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from tutor.lesson.places import KeyPath, find_places

TEXT = '''\
title = "é" # a remark
"two words".x = 1
[article]
  date = 2024-05-01
list = ["a", { x = 1, y.z = [2,
  3] }]
[[questions]]
ask = """
[[questions]]
ask = 1"""
  [[questions.criteria]]
  from = ["p1", "p2"]
[[questions]]
'é' = 1
  [[questions.criteria]]
  [[questions.criteria]]
  id = "last"
'''


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("title",), (1, 1), (1, 9)),
        (("two words",), (2, 1), (2, 1)),
        (("two words", "x"), (2, 13), (2, 17)),
        (("article",), (3, 2), (3, 1)),
        (("article", "date"), (4, 3), (4, 10)),
        (("article", "list", 0), (5, 9), (5, 9)),
        (("article", "list", 1, "x"), (5, 16), (5, 20)),
        (("article", "list", 1, "y", "z"), (5, 25), (5, 29)),
        (("article", "list", 1, "y", "z", 1), (6, 3), (6, 3)),
        (("questions", 0), (7, 3), (7, 1)),
        (("questions", 0, "ask"), (8, 1), (8, 7)),
        (("questions", 0, "criteria", 0, "from", 1), (12, 17), (12, 17)),
        (("questions", 1, "é"), (14, 1), (14, 7)),
        (("questions", 1, "criteria", 1, "id"), (17, 3), (17, 8)),
    ],
)
def test_key_and_value_have_their_places(path: KeyPath, key: tuple[int, int], value: tuple[int, int]) -> None:
    places = find_places(TEXT)
    assert (places.key(path), places.value(path)) == (key, value)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("nothing",), (1, 1)),
        (("article", "nothing"), (3, 1)),
        (("questions", 1, "criteria", 1, "probe"), (16, 3)),
        (("article", "list", 1, "nothing", "deeper"), (5, 14)),
        (("questions", 9), (7, 1)),
    ],
)
def test_a_missing_key_has_the_place_of_the_table_around_it(path: KeyPath, place: tuple[int, int]) -> None:
    assert find_places(TEXT).key(path) == find_places(TEXT).value(path) == place


def test_keys_that_stand_twice_are_found() -> None:
    places = find_places("[a.b]\nx = 1\n[a]\n[a]\ny = 1\ny = 2\nz = {q = 1, q = 2}\n")
    assert places.repeated == (
        (("a",), (4, 2)),
        (("a", "y"), (6, 1)),
        (("a", "z", "q"), (7, 13)),
    )


@pytest.mark.parametrize(
    "text",
    ["", "\n", "a", "a = ", "[", "[[]]", "= 1", "a = [1, ", 'a = "x', "a = {b = }", "\x00", "a.b.c = [[\n[x]", "é = 1"],
)
def test_broken_text_has_no_places_but_does_no_harm(text: str) -> None:
    assert find_places(text).key(("questions", 0, "ask")) >= (1, 1)


def test_depth_does_no_harm() -> None:
    find_places("a = " + "[" * 5000 + "]" * 5000)
    find_places("a" + ".a" * 5000 + " = 1")


def test_newlines_in_inline_tables_do_not_hide_what_follows() -> None:
    places = find_places("[a]\nx = { y = 1,\n  z = 2,\n}\nw = 3\n[b]\nv = 4\n")
    assert places.key(("a", "x", "z")) == (3, 3)
    assert places.key(("a", "w")) == (5, 1)
    assert places.key(("b", "v")) == (7, 1)


keys = st.text(st.sampled_from("abé -_.\"'#=[]日😀"), min_size=1, max_size=6)
scalars = st.one_of(st.integers(-9, 9), st.booleans(), st.text(st.sampled_from("aé \n\"'#=[]{},\\日😀"), max_size=12))
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(keys, inner, max_size=3),
        st.lists(st.dictionaries(keys, inner, min_size=1, max_size=2), min_size=1, max_size=3),
    ),
    max_leaves=12,
)


@given(st.dictionaries(keys, values, max_size=4))
def test_every_key_of_any_text_is_found_where_it_stands(data: dict[str, Any]) -> None:
    text = tomlkit.dumps(data)
    assert tomli.loads(text) == data
    places, lines = find_places(text), text.split("\n")
    for path, value in paths_in(data):
        assert path in places.keys, (path, text)
        line, column = places.key(path)
        rest = lines[line - 1][column - 1 :]
        if isinstance(path[-1], str):
            # The key read from its place on is the key looked for.
            assert any(tomli_key(rest[:end]) == path[-1] for end in range(1, len(rest) + 1)), (path, rest)
        line, column = places.value(path)
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        if not isinstance(value, dict | list):
            assert any(tomli_value(rest[:end]) == (True, value) for end in range(1, len(rest) + 1)), (path, rest)


def paths_in(data: object, path: KeyPath = ()) -> list[tuple[KeyPath, object]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    found = []
    for key, value in inside:
        found += [((*path, key), value), *paths_in(value, (*path, key))]
    return found


def tomli_key(text: str) -> str | None:
    try:
        return next(iter(tomli.loads(f"{text} = 1")))
    except (tomli.TOMLDecodeError, StopIteration):
        return None


def tomli_value(text: str) -> tuple[bool, object]:
    try:
        return True, tomli.loads(f"x = {text}")["x"]
    except tomli.TOMLDecodeError:
        return False, None
