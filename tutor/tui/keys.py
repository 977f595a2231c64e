"""Keys by name, and which keys a binding has now: for footers, help, notices, and a user's own keys.

Every binding of ours has an id. One id may stand in several places (`back`, `copy`): a user sets it once for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from textual.app import App
from textual.keys import REPLACED_KEYS, Keys, _character_to_key, key_to_character
from textual.widget import Widget

FIXED = frozenset({"enter", "ctrl+j", "shift+enter", "ctrl+enter", "alt+enter"})
"""What the reply box takes itself: as bindings they would overtake the letters typed before them."""

_NAMED = frozenset(key.value for key in Keys if "+" not in key.value and not key.value.startswith("<"))
_MODIFIERS = ("ctrl", "alt", "shift", "super", "meta", "hyper")
# How keys are written on keyboards and in books, and what Textual calls them.
_SPELT = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "page up": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page down": "pagedown",
    "del": "delete",
    "ins": "insert",
    "spacebar": "space",
    "control": "ctrl",
    "strg": "ctrl",
    "option": "alt",
    "cmd": "super",
}
_MOST_NAMED = 4  # more keys for one thing are a row of them, such as the digits
_SHOWN = {
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
    "super": "Cmd",
}


def key_named(written: str) -> str | None:
    """What Textual calls a key that a person has written (`Ctrl+T`, `PgUp`, `?`); None when there is none of it."""
    *modifiers, last = written.strip().split("+") if len(written) > 1 else [written]
    modifiers = [_spelt(modifier) for modifier in modifiers]
    if len(last) == 1:
        # With Ctrl a terminal does not tell capitals from small letters.
        last = _character_to_key(last.lower() if modifiers else last)
    else:
        last = _spelt(last)
    if not set(modifiers) <= set(_MODIFIERS) or not (last in _NAMED or typed_by(last)):
        return None
    return "+".join([*sorted(set(modifiers), key=_MODIFIERS.index), last])


def _spelt(name: str) -> str:
    name = " ".join(name.split()).lower()
    return _SPELT.get(name, name).replace(" ", "_")


def typed_by(key: str) -> str:
    """The character that a key types; "" for one that types none."""
    character = key_to_character(REPLACED_KEYS.get(key, key))
    return character if character is not None and character.isprintable() else ""


def in_words(key: str) -> str:
    """A key as it stands on a keyboard: `Ctrl+Up`, `PgDn`, `?`."""
    *modifiers, last = key.split("+")
    character = typed_by(last)
    if character and not character.isspace():
        last = character.upper() if modifiers else character
    else:
        last = _SHOWN.get(last, last.replace("_", " ").title())
    return "+".join([*(_SHOWN.get(modifier, modifier.title()) for modifier in modifiers), last])


def in_short(key: str) -> str:
    """A key as a footer has room for it: `^Q`."""
    return in_words(key).replace("Ctrl+", "^")


def keys_in_words(keys: Iterable[str]) -> str:
    """Several keys for one thing. Cmd is left out: where there is that key, Ctrl does the same."""
    words = [in_words(key) for key in dict.fromkeys(keys) if not key.startswith("super+")]
    return f"{words[0]} to {words[-1]}" if len(words) > _MOST_NAMED else " or ".join(words)


def keymap_of(app: App[Any]) -> Mapping[str, str]:
    """The user's own keys, by binding."""
    return app._keymap


def key_of(widget: Widget, binding: str) -> str:
    """The first key of a binding of the widget, or of what is around it, in words; "" when it has none."""
    keymap = keymap_of(widget.app)
    if binding in keymap:
        return in_words(keymap[binding].split(",")[0])
    for node in widget.ancestors_with_self:
        for key, bound in node._bindings:
            if bound.id == binding:
                return in_words(key)
    return ""
