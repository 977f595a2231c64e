"""Where a key stands in a TOML file: asked only when there is a problem to place, as it parses anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

KeyPath = tuple[str | int, ...]
"""The way to a value: `("questions", 2, "criteria", 0, "from", 1)`; whole numbers count list items from 0."""


class Place(NamedTuple):
    """A line and a column, both counted from 1; the column counts characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Places:
    """The places of all keys and values of one TOML text.

    A list item has no key: its key's place is its value's. A table written with a header has its key's place
    at the last name in the header and its value's place at the header's bracket. `repeated` are the keys that
    stand twice, each with the place of the second.
    """

    keys: Mapping[KeyPath, Place]
    values: Mapping[KeyPath, Place]
    repeated: tuple[tuple[KeyPath, Place], ...] = ()

    def key(self, path: KeyPath) -> Place:
        """The place of the key at `path`; where there is none, of the nearest table or list around it."""
        return self.keys[path] if path in self.keys else self.value(path[:-1])

    def value(self, path: KeyPath) -> Place:
        """The place of the value at `path`; where there is none, of the nearest table or list around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values[path] if path else Place(1, 1)


@lru_cache(maxsize=2)
def find_places(text: str) -> Places:
    """Find every key and value in `text`. Takes broken TOML too, and finds what it can."""
    walk = _Walk(text)
    walk.document()
    return Places(walk.keys, walk.values, tuple(walk.repeated))


@cache
def _parser() -> Parser:
    # Slow to import, and of no use to a lesson without problems.
    import tree_sitter_toml
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_toml.language()))


class _Walk:
    """One pass over the syntax tree, filling `keys`, `values` and `repeated`."""

    def __init__(self, text: str) -> None:
        self.source = text.encode("utf-8", "surrogatepass")
        self.lines = self.source.split(b"\n")
        self.keys: dict[KeyPath, Place] = {}
        self.values: dict[KeyPath, Place] = {}
        self.repeated: list[tuple[KeyPath, Place]] = []
        self.opened: set[KeyPath] = set()  # by a [header] of their own
        self.lengths: dict[KeyPath, int] = {}  # of lists made by [[headers]], so far

    def place(self, node: Node) -> Place:
        row, column = node.start_point
        # The parser counts bytes; a teacher's editor counts characters.
        return Place(row + 1, len(self.lines[row][:column].decode("utf-8", "surrogatepass")) + 1)

    def document(self) -> None:
        # A syntax error inside a table makes the parser hang the rest of that table on the document, so the
        # table that was opened last is remembered.
        table: KeyPath = ()
        for node in _parser().parse(self.source).root_node.named_children:
            match node.type:
                case "pair":
                    self.pair(node, table)
                case "table" | "table_array_element":
                    table = self.header(node)
                    for pair in node.named_children:
                        if pair.type == "pair":
                            self.pair(pair, table)
                case _:
                    pass

    def header(self, node: Node) -> KeyPath:
        """Note what a `[header]` or `[[header]]` opens, and return the path of the table it opens."""
        place = self.place(node)
        names = _names(node.named_children[0]) if node.named_children else []
        path: KeyPath = ()
        for number, name in enumerate(names):
            path = (*path, _spelling(name))
            last = number == len(names) - 1
            if last and node.type == "table" and path not in self.lengths:
                if path in self.opened:
                    self.repeated.append((path, self.place(name)))
                elif path in self.values:  # so far only named on the way to a table inside it
                    self.keys[path], self.values[path] = self.place(name), place
                self.opened.add(path)
            self.keys.setdefault(path, self.place(name))
            self.values.setdefault(path, place)
            if last and node.type == "table_array_element":
                self.lengths[path] = self.lengths.get(path, 0) + 1
            if path in self.lengths:
                path = (*path, self.lengths[path] - 1)
                self.keys.setdefault(path, self.place(name))
                self.values.setdefault(path, place)
        return path

    def pair(self, node: Node, table: KeyPath) -> None:
        """Note a `key = value` in `table`, and all that its value holds."""
        waiting = [(node, table)]
        while waiting:
            node, path = waiting.pop()
            match node.type:
                case "pair":
                    value = next((child for child in node.named_children[1:] if child.type != "comment"), None)
                    if value is None:  # broken: a key without a value
                        continue
                    path = self.key(node, path)
                    self.values.setdefault(path, self.place(value))
                    waiting.append((value, path))
                case "inline_table":
                    waiting += [(pair, path) for pair in reversed(node.named_children) if pair.type == "pair"]
                case "array":
                    items = [item for item in node.named_children if item.type not in ("comment", "ERROR")]
                    for number, item in enumerate(items):
                        self.keys[*path, number] = self.values[*path, number] = self.place(item)
                        waiting.append((item, (*path, number)))
                case _:
                    pass

    def key(self, pair: Node, path: KeyPath) -> KeyPath:
        """Note the key of a pair, name by name, and return its path."""
        names = _names(pair.named_children[0])
        for name in names:
            path = (*path, _spelling(name))
            if name is names[-1] and path in self.values:
                self.repeated.append((path, self.place(name)))
            self.keys.setdefault(path, self.place(name))
            if name is not names[-1]:
                self.values.setdefault(path, self.place(names[0]))
        return path


_NAMES = ("bare_key", "quoted_key", "dotted_key")


def _names(key: Node) -> list[Node]:
    """The single names of a key, in order: the parser nests dotted keys to the left."""
    names: list[Node] = []
    while key.type == "dotted_key":
        names += reversed(key.named_children[1:])
        key = key.named_children[0]
    return [name for name in reversed([*names, key]) if name.type in _NAMES]


def _spelling(name: Node) -> str:
    """The key that a name spells."""
    written = (name.text or b"").decode("utf-8", "surrogatepass")
    if name.type == "bare_key":
        return written
    import tomli

    try:
        return str(tomli.loads(f"key = {written}")["key"])
    except tomli.TOMLDecodeError:
        return written
