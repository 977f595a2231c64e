"""The JSON Schema of a lesson file, made from the models, for editors.

Written for Taplo, which Even Better TOML and other editors run: draft 7, the newest it reads, whose `if` and `then` let
an editor say what a check lacks instead of "matches none of ten forms"; and without references where a description
would be lost. Taplo shows `x-taplo.docs.enumValues` beside the words to choose from. What points elsewhere (ids,
addresses, concepts) is beyond a schema: `tutor check` looks at that.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from tutor.lesson.meanings import CHOICES
from tutor.lesson.model import Lesson
from tutor.lesson.tables import CHECKS

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
# What pydantic adds and no editor needs.
_IDLE = ("title", "discriminator")


def lesson_schema() -> Schema:
    """The schema of lesson.toml."""
    made = Lesson.model_json_schema(by_alias=True)
    schema = _plain(made, made["$defs"])
    return {
        "$schema": _DRAFT,
        "title": "A lesson of tutor",
        **schema,
        "definitions": {name: _rule(name, CHECKS[name]) for name in CHECKS},
    }


def check_schema(model: type[BaseModel]) -> Schema:
    """The keys of one check, `check` itself among them."""
    made = model.model_json_schema(by_alias=True)
    schema = _plain(made, made.get("$defs", {}))
    schema["properties"]["check"]["description"] = meaning(model)
    return schema


def schema_text() -> str:
    """The schema as it stands in `lessons/lesson.schema.json`."""
    return json.dumps(lesson_schema(), indent=2, ensure_ascii=False) + "\n"


def meaning(model: type[BaseModel]) -> str:
    """What a check or a table is for: the first paragraph of its model's description."""
    return " ".join((inspect.getdoc(model) or "").split("\n\n")[0].split())


def _plain(node: Schema, defs: Mapping[str, Schema]) -> Schema:
    """A part of pydantic's schema: references put in place, checks beside their criterion, no null."""
    if "$ref" in node:
        own = {key: value for key, value in node.items() if key != "$ref"}
        return _plain({**defs[node["$ref"].rpartition("/")[2]], **own}, defs)
    if "test" in node.get("properties", {}):
        return _with_checks(node, defs)
    kept = {key: value for key, value in node.items() if key not in (*_IDLE, "$defs")}
    if kept.get("default", 0) in (None, [], {}, ""):
        del kept["default"]
    choices = [choice for choice in kept.pop("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        kept = {**_plain(choices[0], defs), **kept}
    elif choices:
        kept["anyOf"] = [_plain(choice, defs) for choice in choices]
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(kept.get(key), dict):
            kept[key] = _plain(kept[key], defs)
    for key in ("properties", "patternProperties"):
        if key in kept:
            kept[key] = {name: _plain(value, defs) for name, value in kept[key].items()}
    return _explained(kept)


def _explained(node: Schema) -> Schema:
    """With what each of its words means, where there is a choice between words."""
    meanings = CHOICES.get(frozenset(map(str, node.get("enum", ()))))
    if meanings:
        node["x-taplo"] = {"docs": {"enumValues": [meanings[word] for word in node["enum"]]}}
    return node


def _with_checks(node: Schema, defs: Mapping[str, Schema]) -> Schema:
    """A table with a check: its own keys and those of all checks; what goes with which check, as rules."""
    own = {key: value for key, value in node["properties"].items() if key != "test"}
    table = _plain({**node, "properties": own}, defs)
    table["required"] = [key for key in node["required"] if key != "test"] + ["check"]
    names = list(CHECKS)
    table["properties"]["check"] = {
        "description": "What is looked for in the reply. It brings keys of its own.",
        "type": "string",
        "enum": names,
        "x-taplo": {"docs": {"enumValues": [meaning(CHECKS[name]) for name in names]}},
    }
    table["properties"] |= _all_keys()
    table["allOf"] = [
        {
            "if": {"properties": {"check": {"const": name}}, "required": ["check"]},
            "then": {"$ref": f"#/definitions/{name}"},
        }
        for name in names
    ]
    return table


def _all_keys() -> dict[str, Schema]:
    """The keys of all checks; one that several have is described for each."""
    found: dict[str, dict[str, Schema]] = {}
    for name, model in CHECKS.items():
        for key, value in check_schema(model)["properties"].items():
            if key != "check":
                found.setdefault(key, {})[name] = value
    return {key: _joined(values) for key, values in found.items()}


def _joined(values: Mapping[str, Schema]) -> Schema:
    if len(values) == 1:
        return next(iter(values.values()))
    forms = [_form(value) for value in values.values()]
    told = "\n\n".join(f"In `{name}`: {value['description']}" for name, value in values.items())
    different = [form for number, form in enumerate(forms) if form not in forms[:number]]
    form = different[0] if len(different) == 1 else {"anyOf": different}
    return {"description": told, **form}


def _rule(name: str, model: type[BaseModel]) -> Schema:
    """What the check `name` asks of the table it stands in."""
    schema = check_schema(model)
    own, keys = schema["properties"], _all_keys()
    # What the table says of a key already is not said again: an editor would show each slip twice.
    stricter = {key: own[key] for key in keys if key in own and _form(own[key]) != _form(keys[key])}
    return {
        "description": own["check"]["description"],
        "properties": {**stricter, **{key: False for key in keys if key not in own}},
        "required": schema.get("required", []),
    }


def _form(schema: Schema) -> Schema:
    """What a key may hold, without what it is for."""
    return {key: part for key, part in schema.items() if key not in ("description", "default")}
