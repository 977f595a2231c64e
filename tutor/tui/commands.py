"""The command palette: every action of the screen that it was called on, and the themes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.dom import DOMNode

from tutor.tui.keys import keymap_of, keys_in_words
from tutor.tui.places import bindings_of, meaning_of

if TYPE_CHECKING:
    from tutor.tui.app import TutorApp
    from tutor.tui.screens.lesson import LessonScreen


class Commands(Provider):
    """What can be done now, found by its name or by what it does."""

    async def discover(self) -> Hits:
        """Everything, the nearest first."""
        for command in self._commands():
            yield DiscoveryHit(command.title, command.callback, help=command.help)

    async def search(self, query: str) -> Hits:
        """What is like the query."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.title), matcher.match(command.help) / 2)
            if score > 0:
                yield Hit(score, matcher.highlight(command.title), command.callback, command.title, command.help)

    def _commands(self) -> Iterator[SystemCommand]:
        """What the screen can do, then what has no key, then the app, then the parts of the screen."""
        app, screen = self.app, self.screen
        near = screen.focused.ancestors_with_self[:-2] if screen.focused else []
        met: set[str] = set()
        yield from bound_commands(app, [screen], met)
        yield from app.get_system_commands(screen)
        yield from bound_commands(app, [app, *near, *screen.query("*")], met)


def bound_commands(app: App[Any], nodes: Iterable[DOMNode], met: set[str]) -> Iterator[SystemCommand]:
    """The bindings of ours that work now, each id once: `met` are those that there were before.

    Where several do the same, such as going back, they are one command.
    """
    for node in nodes:
        keys: dict[str, list[str]] = {}
        bound: dict[str, Binding] = {}
        for binding in sorted(bindings_of(type(node), keymap_of(app)), key=lambda binding: not binding.show):
            name = binding.id or ""
            if name and name not in met and app._check_action_state(binding.action, node):
                bound[name] = binding
                keys.setdefault(name, []).append(binding.key)
        met |= bound.keys()
        alike: dict[tuple[str, str], list[str]] = {}
        for name, binding in bound.items():
            alike.setdefault((binding.action, meaning_of(binding)), []).append(name)
        for (action, meaning), names in alike.items():
            binding = bound[names[0]]
            told = f"{meaning} ({keys_in_words([key for name in names for key in keys[name]])})"
            run = partial(app.run_action, action, node)
            yield SystemCommand(binding.description, told[:1].upper() + told[1:], run)


def typed_commands(lesson: LessonScreen) -> Iterator[SystemCommand]:
    """What is typed in a lesson and has no key. What needs a word more is put into the box for it."""
    from tutor.dialogue.commands import COMMANDS

    for command, meaning in COMMANDS.items():
        name, _, rest = command.partition(" ")
        if name not in ("/ready", "/hint", "/skip", "/help", "/quit"):
            run = partial(lesson.board.composer.begin_command if rest else lesson.say, name)
            yield SystemCommand(command, meaning[:1].upper() + meaning[1:], run)


class Themes(Provider):
    """The themes, which differ in colour only."""

    async def discover(self) -> Hits:
        """All of them."""
        for name, told, choose in self._themes():
            yield DiscoveryHit(name, choose, help=told)

    async def search(self, query: str) -> Hits:
        """Those whose name or description is like the query."""
        matcher = self.matcher(query)
        for name, told, choose in self._themes():
            score = max(matcher.match(name), matcher.match(told))
            if score > 0:
                yield Hit(score, matcher.highlight(name), choose, name, told)

    def _themes(self) -> Iterator[tuple[str, str, partial[None]]]:
        app = cast("TutorApp", self.app)
        for name, theme in sorted(app.available_themes.items(), key=lambda each: (each[0] != app.theme, each[0])):
            told = "Dark" if theme.dark else "Light"
            told += ", with the terminal's own sixteen colours" if theme.ansi else ""
            told += "; in use now" if name == app.theme else ""
            yield name, told, partial(app.choose_theme, name)
