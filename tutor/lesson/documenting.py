"""The schema for editors and the page for teachers, both made from the models.

`python -m tutor.lesson.documenting` writes them into a checkout, and `make docs` runs that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tutor.lesson import examples
from tutor.lesson.meanings import EFFORTS, KINDS, LABELS, VERDICTS, WITHIN
from tutor.lesson.schema import Schema, check_schema, lesson_schema, meaning, schema_text
from tutor.lesson.tables import CHECKS, TABLES, Table, has_check, keys_of
from tutor.paths import replace_file
from tutor.rubric.checks.base import LONGEST_PHRASE

TOP = Path(__file__).resolve().parent.parent.parent
"""The checkout."""

SCHEMA = "lessons/lesson.schema.json"
PAGE = "docs/lesson-format.md"

_INTRODUCTION = """\
# The lesson format

For teachers: every key that `lesson.toml` can have. Made from the program by `make docs`; do not edit it by hand.
[writing-lessons.md](writing-lessons.md) shows how a lesson comes about, [rubrics.md](rubrics.md) how phrases and checks
work.

A lesson file is TOML: a key, an equals sign, a value. Text stands in straight quotation marks, a list in square
brackets with commas between its items, and a `#` begins a remark. A header such as `[article]` says where the keys
below it belong; `[[questions]]`, in double brackets, begins one of several. The order of keys under a header does not
matter, and an unknown key is an error, so that no slip goes unnoticed.

**Addresses** point into the article: `p4` is paragraph 4, `p4s2` its second sentence, `p4s2-p5s1` all from one to the
other. **Names** (`id`) have small letters, digits and hyphens. **Concepts** are given by their name in `[concepts]`, or
as a list of phrases used just there.

Write `#:schema lesson.schema.json` on the first line, with the file of that name beside yours (`tutor new` does both),
and an editor that knows TOML shows all of this while you type.
"""


def page_text() -> str:
    """The page on the format, as it stands in `docs/lesson-format.md`."""
    schema = lesson_schema()
    parts = [_INTRODUCTION]
    for path, table in TABLES.items():
        parts.append(_section(table, _at(schema, path)))
    parts.append("## Checks\n\nA criterion and a misconception name a `check`; its keys stand beside their own.\n")
    parts += [_check_section(name) for name in CHECKS]
    parts.append("## Words to choose from\n")
    for title, words in _CHOICES:
        rows = [(f"`{word}`", told) for word, told in words.items()]
        parts.append(_table(f"### {title}\n", ("Word", "What it means"), rows))
    return "\n".join(parts)


_CHOICES: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("kind", KINDS),
    ("expect", VERDICTS),
    ("effort", EFFORTS),
    ("within", WITHIN),
    ("label", LABELS),
)


def write(top: Path = TOP) -> tuple[Path, ...]:
    """Write schema and page into the checkout at `top`; returns the files."""
    files = {SCHEMA: schema_text(), PAGE: page_text()}
    for name, text in files.items():
        replace_file(top / name, text.encode())
    return tuple(top / name for name in files)


def _at(schema: Schema, path: tuple[str, ...]) -> Schema:
    """The part of the schema for a sort of table."""
    for key in path:
        schema = schema["properties"][key]
        schema = schema.get("items", schema)
    return schema


def _section(table: Table, schema: Schema) -> str:
    title = f"`{table.header}`" if table.header else "The top of the file"
    text = f"## {title}\n\n{meaning(table.model)}\n"
    rows = [_row(key, schema, examples.TABLES[table.header][key]) for key in keys_of(table)]
    more = "\nThe keys of its check stand here too: see below.\n" if has_check(table) else ""
    return _table(text, _COLUMNS, rows) + more


def _check_section(name: str) -> str:
    schema = check_schema(CHECKS[name])
    text = f"### `{name}`\n\n{meaning(CHECKS[name])}\n"
    rows = [_row(key, schema, examples.CHECKS[name][key]) for key in schema["properties"] if key != "check"]
    return _table(text, _COLUMNS, rows)


_LINKS = {
    ("one of these words", "kind"): "[one of these words](#kind)",
    ("one of these words", "effort"): "[one of these words](#effort)",
    ("one of these words", "check"): "[one of these](#checks)",
}
_COLUMNS = ("Key", "What it is", "Value", "If left out", "Example")


def _row(key: str, schema: Schema, example: str) -> tuple[str, ...]:
    value = schema["properties"][key]
    kind = _value(value)
    default = value.get("default")
    if key in schema.get("required", ()):
        left_out = "must be there"
    elif default is None:
        left_out = ""
    else:
        left_out = f"`{str(default).lower() if isinstance(default, bool) else default}`"
    shown = "<br>".join(f"`{line}`" for line in example.split("\n"))
    return (f"`{key}`", " ".join(value["description"].split()), _LINKS.get((kind, key), kind), left_out, shown)


def _value(node: Mapping[str, Any], *, many: bool = False) -> str:
    """What kind of value a key takes, in a teacher's words."""
    if _is_concept(node):
        return "concepts" if many else "a concept"
    if "anyOf" in node:
        return ", or ".join(dict.fromkeys(_value(choice, many=many) for choice in node["anyOf"]))
    if "const" in node:
        return f"`{node['const']}`"
    if "enum" in node:
        return " or ".join(f"`{word}`" for word in node["enum"]) if len(node["enum"]) <= 3 else "one of these words"
    match node.get("type"):
        case "array":
            return f"a list of {_value(node['items'], many=True)}"
        case "object":
            return "tables" if many else "a table"
        case "boolean":
            return "`true` or `false`"
        case "integer":
            return f"a whole number{_bounds(node)}"
        case "number":
            return f"a number{_bounds(node)}"
        case _ if "p[0-9]+" in node.get("pattern", ""):
            return "addresses" if many else "an address"
        case _ if node.get("pattern", "").startswith("^[a-z0-9]"):
            return "names" if many else "a name"
        case _:
            return "texts" if many else "text"


def _is_concept(node: Mapping[str, Any]) -> bool:
    """Whether a key takes a concept: its name, or a list of phrases."""
    name, *phrases = node.get("anyOf", [{}])
    return name == {"type": "string"} and len(phrases) == 1 and phrases[0]["items"].get("maxLength") == LONGEST_PHRASE


def _bounds(node: Mapping[str, Any]) -> str:
    least, most = node.get("minimum"), node.get("maximum")
    if least is not None and most is not None:
        return f", {least} to {most}"
    if "exclusiveMinimum" in node and most is not None:
        return f", more than {node['exclusiveMinimum']:g} and at most {most:g}"
    return f", {least} or more" if least is not None else ""


def _table(before: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(cells).replace("\n", " ") + " |" for cells in map(_safe, (tuple(columns), *rows))]
    if len(lines) == 1:
        return before + "\nIt has no keys of its own.\n"
    lines.insert(1, "|" + "---|" * len(columns))
    return before + "\n" + "\n".join(lines) + "\n"


def _safe(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell.replace("|", "\\|") for cell in cells)


if __name__ == "__main__":
    for file in write():
        print(file)  # noqa: T201
