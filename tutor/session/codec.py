"""Events to data and back: the same shape on disk, in `--json` output, and wherever events travel."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, asdict, fields
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from tutor.session.events import Event

KINDS: Mapping[str, type[Event]] = {event.kind: event for event in get_args(Event)}
"""Every kind of event, by the name it goes by."""

# What JSON lets stand, but a terminal may obey, some readers take for the end of a line, or UTF-8 cannot say.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def to_data(event: Event) -> dict[str, Any]:
    """The fields of an event, without its kind, as JSON knows them (tuples are written as lists)."""
    return asdict(event)


def from_data(kind: str, data: object) -> Event | None:
    """The event that `to_data` gave; None for a kind that only a newer version knows.

    Keys that only a newer version knows are passed over. Raises ValueError for data that is no such event.
    """
    event = KINDS.get(kind)
    return _revive(event, data) if event else None


def to_json(event: Event) -> str:
    """An event's data as JSON in plain ASCII, so that any text at all survives a store: lone surrogates too."""
    return json.dumps(to_data(event), separators=(",", ":"))


def from_json(kind: str, text: str) -> Event | None:
    """The event that `to_json` gave; None and ValueError as for `from_data`."""
    return from_data(kind, json.loads(text))


def to_line(event: Event) -> str:
    """An event as `tutor start --json` prints it: `kind` and `question` first, readable, on one line."""
    data = to_data(event)
    line = {"kind": event.kind, "question": data.pop("question", ""), **data}
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(line, ensure_ascii=False))


def _revive(kind: type, data: object) -> Any:
    """An instance of the dataclass `kind` from its data."""
    if not isinstance(data, dict):
        raise ValueError(f"expected the fields of {kind.__name__}, found {data!r}")
    hints = _hints(kind)
    known: dict[str, Any] = {}
    for field in fields(kind):
        if field.name in data:
            known[field.name] = _value(hints[field.name], data[field.name])
        elif _is_required(field):
            raise ValueError(f"{kind.__name__} without its {field.name}")
    return kind(**known)


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(hint: Any, data: Any) -> Any:
    """`data` as `hint` says: the few shapes that events are made of."""
    if hint in (str, int, bool):
        if type(data) is hint:
            return data
    elif isinstance(hint, type) and not isinstance(hint, types.GenericAlias):
        return _revive(hint, data)
    elif get_origin(hint) is Literal:
        if data in get_args(hint):
            return data
    elif get_origin(hint) is dict:
        if isinstance(data, dict):
            return {_value(str, key): _value(get_args(hint)[1], value) for key, value in data.items()}
    elif get_origin(hint) is tuple and isinstance(data, list):
        inner = get_args(hint)
        if inner[-1] is Ellipsis:
            return tuple(_value(inner[0], value) for value in data)
        if len(inner) == len(data):
            return tuple(_value(one, value) for one, value in zip(inner, data, strict=True))
    raise ValueError(f"expected {hint}, found {data!r}")
