"""A user's own keys: which lines of `[keys]` can be followed, and why the others cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import combinations
from pathlib import Path

from textual.dom import DOMNode
from textual.widgets import Input, TextArea

from tutor.config import Config, KeyLine, Trouble, read_config
from tutor.lesson.nearest import listed
from tutor.tui.keys import FIXED, in_words, key_named, typed_by
from tutor.tui.places import bindings_of, meaning_of, screens

# What most terminals send for another key.
_SAME = {"ctrl+i": "Tab", "ctrl+m": "Enter", "ctrl+left_square_bracket": "Esc", "ctrl+h": "Backspace"}
_ALIKE = 0.74  # difflib's ratio: `skpi` and `skip` have 0.75, `redo` and `read-on` 0.73, `mouse` and `close` 0.6
_MOST_GUESSED = 6
_FREE = "F8 to F12 are free, and Ctrl with T or G."


@dataclass(frozen=True, slots=True)
class _Use:
    """One key of one place, and what it does there."""

    place: type[DOMNode]
    key: str
    binding: str
    meaning: str


def keymap_from(config: Config) -> tuple[dict[str, str], list[Trouble]]:
    """The keys to use, by binding, and what of the user's file cannot be followed: there the usual keys stay."""
    troubles = list(config.troubles)
    usual = _by_binding({})
    lines: dict[str, KeyLine] = {}
    keymap: dict[str, str] = {}
    for line in config.keys:
        what, advice = _fault(line, usual)
        if what:
            troubles.append(line.trouble(what, advice))
        else:
            lines[line.binding] = line
            keymap[line.binding] = ",".join(key_named(key) or "" for key in line.keys)
    while clash := _clash(keymap, lines, usual):
        binding, trouble = clash
        del keymap[binding]
        troubles.append(trouble)
    return keymap, sorted(troubles, key=lambda trouble: (trouble.line, trouble.column))


def keymap_in(path: Path) -> tuple[dict[str, str], list[str]]:
    """The same of a file, in words."""
    keymap, troubles = keymap_from(read_config(path))
    return keymap, [str(trouble) for trouble in troubles]


def _fault(line: KeyLine, usual: Mapping[str, set[str]]) -> tuple[str, str]:
    """What is wrong with a line by itself, and what to do."""
    if line.binding not in usual:
        return f"there is nothing called {line.binding!r} that has keys", _meant(line, usual)
    for written in line.keys:
        key = key_named(written)
        if key is None:
            return f"there is no key called {written!r}", 'Keys are written like "f6", "ctrl+t", "pageup" or "?".'
        shown = in_words(key)
        if typed_by(key) and _stands_beside(line.binding, key, TextArea, Input):
            return f"{shown} would be typed into your reply", _FREE
        if key in FIXED and _stands_beside(line.binding, key, TextArea):
            return f"{shown} always belongs to the reply box", _FREE
        if key in _SAME and key not in usual[line.binding]:
            return f"most terminals send {_SAME[key]} for {shown}", _FREE
    return "", ""


def _meant(line: KeyLine, usual: Mapping[str, set[str]]) -> str:
    """What to write instead of a name that there is none of; a guess only where it is a good one."""
    name, first = line.binding.strip().lower(), line.keys[0]
    if first in usual and key_named(name):
        return f'Write it the other way round: {first} = "{name}"'
    alike = [each for each in usual if name in each.split("-")] or get_close_matches(name, usual, n=1, cutoff=_ALIKE)
    if alike and len(alike) <= _MOST_GUESSED:
        return f"Did you mean {listed(alike, 'or')}?"
    return "The names stand in docs/using.md, under “Keys of your own”."


def _groups() -> Iterator[tuple[type[DOMNode], ...]]:
    """App, screen and one widget at a time: what can be asked for the same key."""
    from tutor.tui.app import TutorApp

    for screen, widgets in screens().items():
        for widget in widgets:
            yield TutorApp, screen, widget


def _stands_beside(binding: str, key: str, *kinds: type[DOMNode]) -> bool:
    """Whether a binding would get a key that is new to it where something of these kinds takes what is typed."""
    for group in _groups():
        usual = {use.key for use in _uses(group, {}) if use.binding == binding}
        if usual and key not in usual and issubclass(group[-1], kinds):
            return True
    return False


def _uses(group: Iterable[type[DOMNode]], keymap: Mapping[str, str]) -> list[_Use]:
    return [
        _Use(kind, binding.key, binding.id or "", meaning_of(binding))
        for kind in group
        for binding in bindings_of(kind, keymap)
        if binding.description
    ]


def _by_binding(keymap: Mapping[str, str]) -> dict[str, set[str]]:
    """The keys of every binding of ours."""
    keys: dict[str, set[str]] = {}
    for use in (use for group in _groups() for use in _uses(group, keymap)):
        if use.binding:
            keys.setdefault(use.binding, set()).add(use.key)
    return keys


def _clash(
    keymap: Mapping[str, str], lines: Mapping[str, KeyLine], usual: Mapping[str, set[str]]
) -> tuple[str, Trouble] | None:
    """A line that takes a key which something else has in the same place, if there is one."""

    def is_new(use: _Use) -> bool:
        return use.binding in keymap and use.key not in usual[use.binding]

    for group in _groups():
        for one, other in combinations(dict.fromkeys(_uses(group, keymap)), 2):
            if one.key != other.key or one.binding == other.binding:
                continue
            if new := [use for use in (one, other) if is_new(use)]:
                # Of two lines that want the same key, the first has it.
                blamed = max(new, key=lambda use: (lines[use.binding].line, lines[use.binding].column))
                there = other if blamed is one else one
                called = f" ({there.binding})" if there.binding else ""
                what = f"{in_words(blamed.key)} has another use already: {there.meaning}{called}"
                return blamed.binding, lines[blamed.binding].trouble(what, _FREE)
    return None
