"""The schema that editors read, read by Taplo as they do. Good lessons pass, broken ones are refused."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.editor import complaints
from tests.ferry import LESSON
from tutor.lesson.documenting import PAGE, SCHEMA, TOP, page_text, write
from tutor.lesson.schema import lesson_schema, schema_text
from tutor.lesson.tables import CHECKS, TABLES, keys_of

SAMPLE = '\n  [[questions.samples]]\n  answer = "Ask the council."\n  expect = "met"\n'


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A lesson with the schema beside it."""
    shutil.copy(TOP / SCHEMA, tmp_path / "lesson.schema.json")
    (tmp_path / "lesson.toml").write_text(f"#:schema lesson.schema.json\n{LESSON}{SAMPLE}")
    return tmp_path / "lesson.toml"


def test_schema_and_page_are_as_the_models_make_them() -> None:
    """If this fails: make docs."""
    assert (TOP / SCHEMA).read_text() == schema_text()
    assert (TOP / PAGE).read_text() == page_text()


def test_one_command_makes_both(tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    (tmp_path / "docs").mkdir()
    assert [file.read_text() for file in write(tmp_path)] == [schema_text(), page_text()]


def test_it_is_in_a_draft_that_taplo_reads() -> None:
    assert lesson_schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert not [node for _, node in nodes(lesson_schema()) if {"$defs", "discriminator", "prefixItems"} & {*node}]


def nodes(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every part of the schema, with where it stands."""
    if isinstance(schema, dict):
        yield path, schema
    children = schema.items() if isinstance(schema, dict) else enumerate(schema) if isinstance(schema, list) else ()
    for key, child in children:
        yield from nodes(child, f"{path}/{key}")


def test_every_key_has_a_description() -> None:
    keys = [
        (f"{path}/{key}", value)
        for path, node in nodes(lesson_schema())
        if "description" in node or not path
        for key, value in node.get("properties", {}).items()
        if value is not False
    ]
    assert len(keys) > 70
    assert [path for path, value in keys if len(value.get("description", "")) < 12] == []


def test_every_key_of_every_table_is_in_it() -> None:
    for path, table in TABLES.items():
        node: dict[str, Any] = lesson_schema()
        for key in path:
            node = node["properties"][key]
            node = node.get("items", node)
        assert {*keys_of(table)} <= {*node["properties"]}
        assert node["additionalProperties"] is False
        for check in CHECKS if "check" in node["properties"] else ():
            assert {*keys_of(table, check)} <= {*node["properties"]}


def test_every_word_to_choose_from_has_its_meaning() -> None:
    choices = [node for _, node in nodes(lesson_schema()) if len(node.get("enum", ())) > 1]
    assert len(choices) > 6
    for node in choices:
        meanings = node["x-taplo"]["docs"]["enumValues"]
        assert len(meanings) == len(node["enum"])
        assert all(meanings)


@pytest.mark.parametrize("name", ["harbour-levy", "iran-venezuela"])
def test_the_lessons_that_come_with_it_pass(name: str) -> None:
    file = TOP / "lessons" / name / "lesson.toml"
    assert file.read_text().startswith("#:schema ../lesson.schema.json\n")
    assert complaints(file) == ""


def test_a_good_lesson_passes(ferry: Path) -> None:
    assert complaints(ferry) == ""


def test_a_date_needs_no_quotation_marks(ferry: Path) -> None:
    ferry.write_text(ferry.read_text().replace('file = "article.md"\n', 'file = "article.md"\ndate = 2025-06-12\n'))
    assert complaints(ferry) == ""


BROKEN = [
    ("attempts = 3", "attemps = 3", "'attemps' was unexpected"),
    ("attempts = 3", 'attempts = "3"', "is not of type \"integer\""),
    ("attempts = 3", "attempts = 50", "50 is greater than the maximum of 20"),
    ('kind = "evidence"', 'kind = "evidense"', '"evidense" is not one of ["locate"'),
    ('check = "cites"', 'check = "cite"', '"cite" is not one of ["cites"'),
    ('from = ["p1s2"]', 'from = ["1.2"]', '"1.2" does not match'),
    ('  from = ["p1s2"]\n', "", '"from" is a required property'),
    ('  from = ["p1s2"]\n', '  from = ["p1s2"]\n  share = 0.5\n', "False schema does not allow 0.5"),
    ('from = ["p1s2"]', 'from = "p1s2"', "is not of type \"array\""),
    ('id = "evidence"', 'id = "The Evidence"', '"The Evidence" does not match'),
    ('title = "The last ferry"', 'titel = "The last ferry"', '"title" is a required property'),
    ("format = 1", "format = 2", "1 was expected"),
    ("[[questions]]", "[questions]", "" ),
    ('expect = "met"', 'expect = "good"', "is not valid under any of the schemas"),
    ("[glossary]", "[glosary]", "'glosary' was unexpected"),
]  # fmt: skip


@pytest.mark.parametrize(("good", "broken", "said"), BROKEN, ids=[row[1][:30] for row in BROKEN])
def test_a_broken_lesson_is_refused(ferry: Path, good: str, broken: str, said: str) -> None:
    text = ferry.read_text()
    assert good in text
    ferry.write_text(text.replace(good, broken, 1))
    told = complaints(ferry)
    assert told
    assert said in told


def test_it_is_json_as_it_stands() -> None:
    assert json.loads((TOP / SCHEMA).read_text())["title"] == "A lesson of tutor"
