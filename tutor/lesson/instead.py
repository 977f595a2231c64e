"""A value of the wrong sort: what to call it, and what to write in its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from tutor.lesson.places import KeyPath
from tutor.lesson.tables import TABLES, example, kind_of


def instead(path: KeyPath, value: object, expected: Sequence[str]) -> str:
    """What to write in place of a value of the wrong sort."""
    key = str(path[-1]) if isinstance(path[-1], str) else ""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    table = TABLES.get(kind_of(path))
    match expected[0], value:
        case "a table", _:
            header = table.header if table else f"[{'.'.join(kind_of(path))}]"
            return f"Write {header}, and its keys on the lines below."
        case "a list in square brackets", str() if key and len(text) < 60 and '"' not in text:
            return f'Write {key} = ["{text}"].'
        case "a list in square brackets", _ if key:
            return f"Write {example(key)}." if example(key).startswith(f"{key} = [") else f'Write {key} = ["…"].'
        case "true or false", _:
            return f"Write {example(key)}, without quotes, or take the line out."
        case "text in quotes", list() if key == "check":
            return 'Write one, such as check = "cites"; a second check is a criterion of its own.'
        case "text in quotes", [str(one)] if key:
            return f'Write {key} = "{one}".'
        case "text in quotes", int() | float() | date() | time():
            return f'Write {key} = "{text}".' if key else f'Write "{text}".'
        case _ if key:
            return f"Write {example(key)}."
        case _:
            return 'Write a text in quotes: "…".'


def given(value: object) -> str:
    """What a value of the file is called."""
    match value:
        case bool():
            return "true or false"
        case int():
            return "a number"
        case float():
            return "a number with a decimal point"
        case str():
            return "text in quotes"
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return "a date or a time"
