"""Unknown keys: what was probably meant, or where the key belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tutor.lesson.nearest import listed, nearest
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, Spot
from tutor.lesson.rules import Rule
from tutor.lesson.tables import CHECKS, TABLES, Table, at, has_check, keys_of, keys_of_check, kind_of


def unknown_key(path: KeyPath, raw: Mapping[str, Any]) -> tuple[Fault, str | None]:
    """The fault of a key that its table does not have, and the key that was meant, where that is plain."""
    holder, key = path[:-1], str(path[-1])
    table = TABLES[kind_of(holder)]
    check = at(raw, (*holder, "check"))
    near = nearest(key, keys_of(table, check))
    child = TABLES.get((*kind_of(holder), near)) if near else None
    value = at(raw, path)
    if child and _is_table(value):
        written = ".".join([*kind_of(holder), key])
        what = f"there is no table {f'[[{written}]]' if isinstance(value, list) else f'[{written}]'} in a lesson"
        return Fault(Rule.UNKNOWN_KEY, path, what, f"Write {child.header}.", spot=Spot.KEY), near
    if meant := table.instead.get(key):
        what, advice = f"{table.one} has {meant}, not {key}", f"Write {meant} in place of {key}."
    elif near and near.lower() == key.lower():
        what, advice, meant = f"{key} is not a key of {table.one}", f"Keys have small letters: {near}.", near
    elif has_check(table) and (other := _of_another_check(key, check)):
        what, advice = other
    elif home := _home(key, kind_of(holder)):
        what, advice = home
    elif near:
        what, advice, meant = f"{key} is not a key of {table.one}", f"Did you mean {near}?", near
    else:
        what = f"{key} is not a key of {table.one}"
        advice = f"{table.one.capitalize()} can have {listed(keys_of(table, check))}."
    return Fault(Rule.UNKNOWN_KEY, path, what, advice, spot=Spot.KEY), meant


def _is_table(value: object) -> bool:
    """Whether a header made this, or could have."""
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def take_out_tests(raw: dict[str, Any]) -> tuple[Fault, ...]:
    """Take every key `test` out of criteria and misconceptions, and say that it is none of theirs.

    The models keep a check under that name, and would take one written so; in a file there is one way only.
    """
    faults = []
    for number, question in _tables(raw, "questions"):
        for sort in ("criteria", "misconceptions"):
            for index, part in _tables(question, sort):
                if "test" in part:
                    faults.append(unknown_key(("questions", number, sort, index, "test"), raw)[0])
                    del part["test"]
    return tuple(faults)


def _tables(raw: Mapping[str, Any], key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    found = raw.get(key)
    for number, item in enumerate(found if isinstance(found, list) else []):
        if isinstance(item, dict):
            yield number, item


def _of_another_check(key: str, check: object) -> tuple[str, str] | None:
    """What to say of a key that another check has."""
    others = [name for name, model in CHECKS.items() if key in keys_of_check(model)]
    if not others or check not in CHECKS:
        return None
    own = keys_of_check(CHECKS[str(check)])[1:]
    has = f"{check} has {listed(own)}." if own else f"{check} has no keys of its own."
    return f"{key} is a key of the check {listed(others, 'or')}, not of {check}", has


def _home(key: str, sort: tuple[str, ...]) -> tuple[str, str] | None:
    """What to say of a key that another table has; a table around this one is the likeliest."""
    homes = [(where, home) for where, home in TABLES.items() if key in keys_of(home) and where != sort]
    if not homes:
        return None
    where, home = min(homes, key=lambda found: found[0] != sort[: len(found[0])])
    what = f"{key} is a key of {home.one}, not of {TABLES[sort].one}"
    child: Table | None = TABLES.get((*where, key))
    if child:
        return f"{key} stands on its own here, but belongs to {home.one}", f"Write {child.header}."
    if where == sort[: len(where)]:
        place = f"right under {home.header}" if home.header else "to the top of the file"
        return what, f"A key belongs to the last header above it: move it up, {place}."
    return what, f"Move it under {home.header}."
