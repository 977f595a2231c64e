"""From what the models refuse to what a teacher can act on: no word of the machine's reaches the screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import TYPE_CHECKING, Any

from tutor.lesson.nearest import choice, listed
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, Spot, quoted
from tutor.lesson.tables import CHECKS, TABLES, at, called, example, kind_of
from tutor.lesson.unknown import unknown_key
from tutor.rubric.phrases import PhraseError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_EXPECTED = {
    "string_type": "text in quotes",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "list_type": "a list in square brackets",
    "tuple_type": "a list in square brackets",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
}


def translate(errors: Iterable[ErrorDetails], raw: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Turn the models' errors about `raw` (the file as read) into faults, one for each place."""
    grouped: dict[KeyPath, list[ErrorDetails]] = {}
    for error in errors:
        grouped.setdefault(_path(error, raw), []).append(error)
    faults: list[Fault] = []
    replaced: set[KeyPath] = set()  # a key that is missing only because it is misspelt
    for path, group in grouped.items():
        if group[0]["type"] == "extra_forbidden":
            fault, meant = unknown_key(path, raw)
            faults.append(fault)
            replaced |= {(*path[:-1], meant)} if meant else set()
    for path, group in grouped.items():
        if group[0]["type"] == "extra_forbidden" or path in replaced:
            continue
        # Where a value may be one thing or another, the models say for each what is wrong. What was said of a
        # part of it tells which of them was meant.
        deeper = any(len(other) > len(path) and other[: len(path)] == path for other in grouped)
        if not deeper or group[0]["type"] not in (*_EXPECTED, "enum", "too_short"):
            faults.append(_fault(path, group, raw))
    return tuple(faults)


def paths_of(errors: Iterable[ErrorDetails], raw: Any) -> tuple[KeyPath, ...]:
    """Where in the file (`raw`, as read) the models' errors are."""
    return tuple(dict.fromkeys(_path(error, raw) for error in errors))


def _path(error: ErrorDetails, raw: Any) -> KeyPath:
    """The path in the file: without `test`, the names of checks and alternatives, which stand in no file."""
    path: list[str | int] = []
    here: Any = raw
    loc = list(error["loc"])
    while loc:
        part = loc.pop(0)
        if part == "test" and at(here, ("test",)) is None and loc[1:]:
            loc.pop(0)  # the name of the check
        elif (inner := at(here, (part,))) is not None:
            path.append(part)
            here = inner
        elif not loc and error["type"] == "missing":
            path.append(part)
    if error["type"] in ("union_tag_invalid", "union_tag_not_found"):
        path.append("check")
    return tuple(path)


def _fault(path: KeyPath, group: Sequence[ErrorDetails], raw: Mapping[str, Any]) -> Fault:
    """One fault for all that the models say of one place."""
    told = [error for error in group if error["type"] not in _EXPECTED]
    error = told[0] if told else group[0]
    context: Mapping[str, Any] = error.get("ctx", {})
    value = at(raw, path)
    subject = _subject(path)
    match error["type"]:
        case "missing" | "union_tag_not_found":
            return _missing(path, raw)
        case "too_short":
            return _missing(path, raw) if kind_of(path) in TABLES else Fault(path, f"{subject} is empty")
        case "union_tag_invalid":
            return Fault(path, f"there is no check {quoted(value)}", choice(str(value), CHECKS))
        case "enum" | "literal_error":
            return _no_such_value(path, value, re.findall(r"'([^']*)'", str(context.get("expected", ""))))
        case "string_too_short":
            return Fault(path, f"{subject} is empty", f"Write {example(str(path[-1]))}." if _is_key(path) else "")
        case "string_too_long":
            return Fault(path, f"{subject} is longer than {context['max_length']} characters", "Shorten it.")
        case "string_pattern_mismatch":
            return _bad_name(path, str(error["input"]), spot=Spot.KEY if error["loc"][-1] == "[key]" else Spot.VALUE)
        case "greater_than_equal":
            return Fault(path, f"{subject} must be {context['ge']} or more")
        case "less_than_equal":
            return Fault(path, f"{subject} must be at most {context['le']:g}")
        case "greater_than":
            return Fault(path, f"{subject} must be more than {context['gt']:g}")
        case "value_error" if isinstance(value, dict):
            whole = called(raw, path) if kind_of(path) in TABLES else subject
            return Fault(path, f"{whole} {context['error']}".removesuffix("."))
        case "value_error" if isinstance(context["error"], PhraseError):
            return Fault(path, f"{quoted(value)} cannot be looked for: {context['error']}")
        case "value_error":
            return _no_address(path, value)
        case kind if kind in _EXPECTED:
            return _wrong_type(path, value, list(dict.fromkeys(_EXPECTED[error["type"]] for error in group)))
        case _:
            return Fault(path, f"{subject} cannot be used as it is", f"Write {example(str(path[-1]))}.")


def _is_key(path: KeyPath) -> bool:
    return isinstance(path[-1], str)


def _subject(path: KeyPath) -> str:
    """What to call the value at `path` in a sentence."""
    match path:
        case ("concepts", str(key)):
            return f"the concept {key}"
        case ("glossary", str(key)):
            return f"the glossary's {key}"
        case (*_, str(key)):
            return key
        case (*_, str(key), int(number)):
            return f"item {number + 1} of {key}"
        case (*_, str(key), int(number), int(inner)):
            return f"item {inner + 1} in item {number + 1} of {key}"
        case _:
            return "the lesson"


def _missing(path: KeyPath, raw: Mapping[str, Any]) -> Fault:
    key = str(path[-1])
    if key == "kind":
        advice = f'Write one of {listed((kind.value for kind in _kinds()), "or")}: kind = "evidence".'
    elif key == "check":
        advice = f'Add check = "…" with {listed(CHECKS, "or")}.'
    else:
        advice = f"Add {example(key)}."
    return Fault(path, f"{called(raw, path[:-1])} has no {key}", advice)


def _kinds() -> Iterable[Any]:
    from tutor.lesson.kinds import Kind

    return Kind


def _no_such_value(path: KeyPath, value: object, valid: Sequence[str]) -> Fault:
    subject = _subject(path)
    if not valid:
        return Fault(path, f"{subject} must be 1", f"Write {example('format')}; this program knows no other.")
    if not isinstance(value, str):
        return Fault(path, f"{subject} must be {listed((quoted(word) for word in valid), 'or')}, in quotes")
    return Fault(path, f"{subject} cannot be {quoted(value)}", choice(value, valid))


def _bad_name(path: KeyPath, value: str, spot: Spot) -> Fault:
    if path[-1] == "fingerprint":
        advice = "Copy the line that tutor fingerprint FILE prints."
        return Fault(path, "this is no fingerprint: it is sha256: and 64 digits and letters from a to f", advice)
    simple = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
    advice = f'Write "{simple}".' if simple else f"Write {example('id')}."
    return Fault(path, f"{quoted(value)} must be written with small letters, digits and hyphens", advice, spot=spot)


def _no_address(path: KeyPath, value: object) -> Fault:
    advice = 'Write "p4" for a paragraph, "p4s2" for a sentence, "p4s2-p5s1" for all from one to the other.'
    written = quoted(value) if isinstance(value, str) else _subject(path)
    return Fault(path, f"{written} is no address", advice)


def _wrong_type(path: KeyPath, value: object, expected: Sequence[str]) -> Fault:
    subject, table = _subject(path), TABLES.get(kind_of(path))
    if table and isinstance(value, dict) and "[[" in table.header:
        return Fault(path, f"[{table.header[2:-2]}] needs double brackets", f"Write {table.header}.")
    if table and isinstance(value, list) and "[[" not in table.header and _is_key(path):
        return Fault(path, f"[{table.header}] needs single brackets", f"Write {table.header}.")
    key = str(path[-1])
    text = str(value).lower() if isinstance(value, bool) else str(value)
    match expected[0], value:
        case _ if not _is_key(path):
            advice = ""
        case "a list in square brackets", str() if len(text) < 60 and '"' not in text:
            advice = f'Write {key} = ["{text}"].'
        case "text in quotes", int() | float() | date() | time():
            advice = f'Write {key} = "{text}".'
        case "a whole number" | "a number", _:
            advice = f"Write {example(key)}."
        case _:
            advice = ""
    return Fault(path, f"{subject} must be {listed(expected, 'or')}, not {_given(value)}", advice)


def _given(value: object) -> str:
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
