"""The keys that do something now, on the last line of a screen.

Textual's own Footer is not used: it has a widget for each key, makes all of them anew with each change, and never lets
go of them (8.2.8: `data_bind` keeps each in a list of its own), which took a tenth of the first frame and 3 MB.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it stands on the line: `display` in short, what it does, and whether it does that now."""

    key: str
    display: str
    description: str
    tooltip: str
    enabled: bool = True
    name: str = ""
    """The id of its binding."""

    @property
    def width(self) -> int:
        """Cells, with a space around what is pressed and one behind what it does."""
        return cell_len(self.display) + cell_len(self.description) + 3


# Where there is no room for all, these give way first: what can be done without, or is told elsewhere as well (the tabs
# of a narrow window name the key of `pane`).
_GIVE_WAY = ("skip", "pane", "next-word", "hint", "whole-question")


def fitting(keys: Sequence[Key], room: int) -> list[Key]:
    """Those that `room` cells have room for, each whole; after `_GIVE_WAY`, others go from the right, but the first."""
    kept = list(keys)
    ranked = [key for name in _GIVE_WAY for key in keys if key.name == name]
    for key in [*ranked, *(key for key in reversed(keys[1:]) if key not in ranked)]:
        if sum(each.width for each in kept) <= room:
            break
        kept.remove(key)
    return kept


class KeyBar(Widget):
    """One widget for all keys. A click on one is that key; the mouse over it tells what it does.

    The key of the command palette stands at the right, where a screen has it and is not narrow.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--does", "key-bar--hovered", "key-bar--edge"}
    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; text-wrap: nowrap; color: $footer-foreground; background: $footer-background; }
    .key-bar--key { color: $footer-key-foreground; text-style: bold; }
    .key-bar--does { color: $footer-description-foreground; }
    .key-bar--hovered { color: $footer-key-foreground; background: $block-hover-background; }
    .key-bar--edge { color: $foreground 20%; }
    """

    def __init__(self, *, palette: bool = True) -> None:
        """`palette`: with the key of the command palette."""
        super().__init__()
        self._with_palette = palette
        self._left: tuple[Key, ...] = ()
        self._palette: Key | None = None
        self._hovered: Key | None = None

    @property
    def keys(self) -> Sequence[Key]:
        """What stands there, from left to right."""
        return [key for key, _, _ in self._places()]

    def on_mount(self) -> None:
        """Learn of keys that do something else now."""
        self.screen.bindings_updated_signal.subscribe(self, self._look)

    def _look(self, screen: Screen[object]) -> None:
        # Without the focus of the terminal no widget has it either, and its keys would come and go.
        if not self.app.app_focus or screen is not self.screen:
            return
        active = screen.active_bindings
        shown: dict[str, Key] = {}
        for _, binding, enabled, tooltip in active.values():
            if binding.show and binding.action not in shown:
                display = self.app.get_key_display(binding)
                name = binding.id or ""
                shown[binding.action] = Key(binding.key, display, binding.description, tooltip, enabled, name)
        palette = None
        if self._with_palette and (found := active.get(self.app.COMMAND_PALETTE_BINDING)):
            display = self.app.get_key_display(found.binding)
            palette = Key(found.binding.key, display, found.binding.description, found.tooltip, found.enabled)
        left = tuple(shown.values())
        if (left, palette) != (self._left, self._palette):
            self._left, self._palette = left, palette
            self._hover(None)
            self.refresh()

    def _places(self) -> Iterator[tuple[Key, int, Content]]:
        """The keys, where each begins, and how it is drawn; those of the screen whole, beside that of the palette."""
        palette = None if self.screen.has_class("-narrow") else self._palette
        end = self.size.width
        if palette:
            drawn = self._drawn(palette, palette.display, f" {palette.description}")
            end -= drawn.cell_length + 2
        at = 0
        for key in fitting(self._left, end):
            words = self._drawn(key, f" {key.display} ", f"{key.description} ")
            yield key, at, words.truncate(max(0, end - at))
            at += words.cell_length
        if palette:
            yield palette, end + 1, drawn

    def _drawn(self, key: Key, display: str, does: str) -> Content:
        style = ".key-bar--hovered" if key == self._hovered else ".key-bar--does"
        drawn = Content.assemble((display, ".key-bar--key"), (does, style))
        return drawn if key.enabled else drawn.stylize("dim")

    def render(self) -> Content:
        """The line."""
        line = Content()
        for key, at, drawn in self._places():
            if key is self._palette:
                gap = " " * (at - 1 - line.cell_length)
                line = Content.assemble(line, gap, ("▏", ".key-bar--edge"))
            line = Content.assemble(line, drawn)
        return line

    # The mouse

    def _key_at(self, x: int) -> Key | None:
        return next((key for key, at, drawn in self._places() if at <= x < at + drawn.cell_length), None)

    def _hover(self, key: Key | None) -> None:
        if key != self._hovered:
            self._hovered = key
            self.tooltip = Content(key.tooltip) if key and key.tooltip else None
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell what the key under the mouse does."""
        self._hover(self._key_at(event.x))

    def on_leave(self) -> None:
        """No key is under the mouse."""
        self._hover(None)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key."""
        key = self._key_at(event.x)
        if key is not None and key.enabled:
            self.app.simulate_key(key.key)
