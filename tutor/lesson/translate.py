"""From what the models refuse to what a teacher can act on: no word of the machine's reaches the screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tutor.article import citations
from tutor.lesson.instead import given, instead
from tutor.lesson.kinds import Kind
from tutor.lesson.nearest import choice, listed, nearest
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, Spot, quoted
from tutor.lesson.rules import Rule
from tutor.lesson.tables import CHECKS, EXAMPLES, TABLES, at, called, example, keys_of, kind_of
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
    "bool_type": "true or false",
    "bool_parsing": "true or false",
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
        case "too_short" if kind_of(path) in TABLES:
            return _missing(path, raw)
        case "too_short":
            return Fault(Rule.MISSING_KEY, path, f"{subject} is empty", "Write something in it, or take it out.")
        case "union_tag_invalid" if not isinstance(value, str):
            return _wrong_type(path, value, ["text in quotes"])
        case "union_tag_invalid":
            return Fault(
                Rule.NO_SUCH_NAME, path, f"there is no check {quoted(value)}", choice(value, CHECKS, quotes=True)
            )
        case "enum" | "literal_error":
            return _no_such_value(path, value, re.findall(r"'([^']*)'", str(context.get("expected", ""))))
        case "string_too_short":
            advice = f"Write {example(str(path[-1]))}." if _is_key(path) else "Write something in it, or take it out."
            return Fault(Rule.WRONG_VALUE, path, f"{subject} is empty", advice)
        case "string_too_long":
            return Fault(
                Rule.WRONG_VALUE, path, f"{subject} is longer than {context['max_length']} characters", "Shorten it."
            )
        case "string_pattern_mismatch":
            return _bad_name(path, str(error["input"]), spot=Spot.KEY if error["loc"][-1] == "[key]" else Spot.VALUE)
        case "greater_than_equal":
            return Fault(Rule.WRONG_VALUE, path, f"{subject} must be {context['ge']} or more", _for_instance(path))
        case "less_than_equal":
            return Fault(Rule.WRONG_VALUE, path, f"{subject} must be at most {context['le']:g}", _for_instance(path))
        case "greater_than":
            return Fault(Rule.WRONG_VALUE, path, f"{subject} must be more than {context['gt']:g}", _for_instance(path))
        case "value_error" if isinstance(value, dict):
            whole = called(raw, path) if kind_of(path) in TABLES else subject
            return _does_not_fit(path, whole, str(context["error"]))
        case "value_error" if isinstance(context["error"], PhraseError):
            return _no_phrase(path, value, str(context["error"]))
        case "value_error":
            return _no_address(path, value)
        case kind if kind in _EXPECTED:
            return _wrong_type(path, value, list(dict.fromkeys(_EXPECTED[error["type"]] for error in group)))
        case _:
            return Fault(
                Rule.WRONG_VALUE, path, f"{subject} cannot be used as it is", f"Write {example(str(path[-1]))}."
            )


def _does_not_fit(path: KeyPath, whole: str, what: str) -> Fault:
    """Keys of one table that do not go together, or of which one must be there."""
    if what.startswith("needs"):
        key = next((word for word in what.split() if word in EXAMPLES or word == "file"), "file")
        written = 'file = "article.md"' if key == "file" else example(key)
        return Fault(Rule.MISSING_KEY, path, f"{whole} {what.partition(':')[0]}", f"Write {written}.")
    return Fault(Rule.WRONG_VALUE, path, f"{whole}: {what}", "Make the number smaller, or list more.")


def _no_phrase(path: KeyPath, value: object, why: str) -> Fault:
    what, write, advice = why.partition(": write ")
    advice = f"Write {advice}." if write else "Put that right, or write the phrase in plain words."
    return Fault(Rule.PHRASE, path, f"{quoted(value)} cannot be looked for: {what}", advice)


def _for_instance(path: KeyPath) -> str:
    """What to write for a number out of bounds; nothing where no number is as good as another."""
    written = example(str(path[-1]))
    return "" if '"' in written else f"Write a number such as {written.partition('= ')[2]}."


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
        advice = f'Write one of {listed((kind.value for kind in Kind), "or")}: kind = "evidence".'
    elif key == "check":
        if misspelt := next((name for name in at(raw, path[:-1]) or () if nearest(str(name), [key])), None):
            return unknown_key((*path[:-1], misspelt), raw)[0]
        advice = f'Add check = "…" with {listed(CHECKS, "or")}.'
    elif len(path) == 1 and key not in ("article", "questions"):
        taken = f" The {key} under [article] is the article's own." if at(raw, ("article", key)) is not None else ""
        advice = f"Add {example(key)} at the top of the file.{taken}"
    else:
        advice = f"Add {example(key)}."
    return Fault(Rule.MISSING_KEY, path, f"{called(raw, path[:-1])} has no {key}", advice)


def _no_such_value(path: KeyPath, value: object, valid: Sequence[str]) -> Fault:
    subject = _subject(path)
    if not valid:
        advice = f"Write {example('format')}; this program knows no other."
        return Fault(Rule.WRONG_VALUE, path, f"{subject} must be 1", advice)
    if isinstance(value, list) and len(value) == 1 and value[0] in valid:
        advice = f'Write {path[-1]} = "{value[0]}".'
        return Fault(Rule.WRONG_VALUE, path, f"{subject} must be one word in quotes, not a list", advice)
    if not isinstance(value, str):
        what = f"{subject} must be one word in quotes, not {given(value)}"
        return Fault(Rule.WRONG_VALUE, path, what, f"Write {listed((quoted(word) for word in valid), 'or')}.")
    if value.strip() in valid:
        what = f'{subject} has a space in its quotes, beside "{value.strip()}"'
        return Fault(Rule.WRONG_VALUE, path, what, f'Write "{value.strip()}".')
    return Fault(Rule.WRONG_VALUE, path, f"{subject} cannot be {quoted(value)}", choice(value, valid, quotes=True))


def _bad_name(path: KeyPath, value: str, spot: Spot) -> Fault:
    if path[-1] == "fingerprint":
        advice = "Copy the line that tutor fingerprint FILE prints."
        return Fault(
            Rule.WRONG_VALUE,
            path,
            "this is no fingerprint: it is sha256: and 64 digits and letters from a to f",
            advice,
        )
    simple = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
    advice = f'Write "{simple}".' if simple else f"Write {example('id')}."
    return Fault(
        Rule.WRONG_VALUE,
        path,
        f"{quoted(value)} must be written with small letters, digits and hyphens",
        advice,
        spot=spot,
    )


def _no_address(path: KeyPath, value: object) -> Fault:
    advice = 'Write "p4" for a paragraph, "p4s2" for a sentence, "p4s2-p5s1" for all from one to the other.'
    named = citations(value) if isinstance(value, str) else ()
    if len(named) == 1:
        advice = f'Write "{named[0][1]}".'
    written = quoted(value) if isinstance(value, str) else _subject(path)
    return Fault(Rule.NO_SUCH_PLACE, path, f"{written} is no address", advice)


def _wrong_type(path: KeyPath, value: object, expected: Sequence[str]) -> Fault:
    subject, table = _subject(path), TABLES.get(kind_of(path))
    if path == ("questions",) and isinstance(value, dict) and "id" not in value:
        what = "this belongs to a question, but there is no header [[questions]] above it"
        return Fault(Rule.WRONG_VALUE, path, what, "Write [[questions]] above the id of each question.")
    if path[0] in ("concepts", "glossary") and len(path) == 2 and path[1] in keys_of(TABLES[("questions",)]):
        what = f"{path[1]} is a key of a question, and stands under [{path[0]}]"
        return Fault(Rule.WRONG_VALUE, path, what, "Write [[questions]] above the id of the question.", spot=Spot.KEY)
    if table and isinstance(value, dict) and "[[" in table.header:
        return Fault(Rule.WRONG_VALUE, path, f"[{table.header[2:-2]}] needs double brackets", f"Write {table.header}.")
    header = table.header if table else f"[{path[-1]}]" if path in (("concepts",), ("glossary",)) else ""
    if header and isinstance(value, list) and "[[" not in header and _is_key(path):
        return Fault(Rule.WRONG_VALUE, path, f"[{header}] needs single brackets", f"Write {header}.")
    what = f"{subject} must be {listed(expected, 'or')}, not {given(value)}"
    return Fault(Rule.WRONG_VALUE, path, what, instead(path, value, expected))
