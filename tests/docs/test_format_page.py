"""The page on the lesson format: every key is on it, and its examples can be copied."""

from __future__ import annotations

from typing import Any

import pytest
import tomli

from tutor.lesson import examples
from tutor.lesson.documenting import page_text
from tutor.lesson.meanings import CHOICES
from tutor.lesson.model import Lesson
from tutor.lesson.tables import CHECKS, TABLES, keys_of, keys_of_check


def read(examples: dict[str, str]) -> dict[str, Any]:
    """The examples for one table, as one table; headers of tables inside it are left to the caller."""
    return tomli.loads("\n".join(text for text in examples.values() if not text.startswith("[")))


def test_every_key_of_every_table_is_on_it() -> None:
    page = page_text()
    for table in TABLES.values():
        section = page.split(f"## `{table.header}`\n" if table.header else "## The top of the file\n")[1].split(
            "\n## "
        )[0]
        for key in keys_of(table):
            assert f"\n| `{key}` | " in section
    for name, check in CHECKS.items():
        section = page.split(f"### `{name}`\n")[1].split("\n##")[0]
        assert all(f"\n| `{key}` | " in section for key in keys_of_check(check)[1:])


def test_every_word_to_choose_from_is_on_it() -> None:
    page = page_text()
    for words in CHOICES.values():
        for word, meaning in words.items():
            assert f"| `{word}` | {meaning} |".replace("\n", " ") in page


@pytest.mark.parametrize("name", CHECKS)
def test_the_examples_of_a_check_make_one(name: str) -> None:
    values = read(dict(examples.CHECKS[name]))
    CHECKS[name].model_validate({"check": name, **values})
    assert {*values} == {*keys_of_check(CHECKS[name])[1:]}


def test_the_examples_of_all_tables_make_a_lesson() -> None:
    tables = {header: read(dict(texts)) for header, texts in examples.TABLES.items()}
    cites = read(dict(examples.CHECKS["cites"]))
    mentions = read(dict(examples.CHECKS["mentions"]))
    question = {
        **tables["[[questions]]"],
        "criteria": [{**tables["[[questions.criteria]]"], **cites}],
        "misconceptions": [{**tables["[[questions.misconceptions]]"], **mentions}],
        "scoring": {
            **tomli.loads(examples.TABLES["[questions.scoring]"]["points"])["questions"]["scoring"],
            "levels": [tables["[[questions.scoring.levels]]"]],
        },
        "hints": [tables["[[questions.hints]]"]],
        "samples": [tables["[[questions.samples]]"]],
    }
    lesson = Lesson.model_validate(
        {
            **tables[""],
            "article": tables["[article]"],
            "reading": {**tables["[reading]"], "parts": [tables["[[reading.parts]]"]]},
            "questions": [question],
        }
    )
    assert lesson.questions[0].criteria[0].test.check == "cites"


def test_every_example_writes_its_own_key() -> None:
    for header, texts in {**examples.TABLES, **examples.CHECKS}.items():
        for key, text in texts.items():
            assert text.startswith((f"{key} = ", "[")), (header, key)
            assert f"{key} =" in text or f"{key}]" in text, (header, key)
