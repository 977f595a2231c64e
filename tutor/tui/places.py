"""All places that have keys: the screens, what may have the focus on them, and what each key does there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList

from tutor.tui.keys import keys_in_words
from tutor.tui.words import ANSWERING

# What Textual says of its keys, where a learner would not see what is meant.
_MEANINGS = {
    "cursor_up": "a line up",
    "cursor_down": "a line down",
    "cursor_left": "a letter to the left",
    "cursor_right": "a letter to the right",
    "cursor_left_word": "a word to the left",
    "cursor_right_word": "a word to the right",
    "cursor_word_left": "a word to the left",
    "cursor_word_right": "a word to the right",
    "cursor_line_start": "to the start of the line",
    "cursor_line_end": "to the end of the line",
    "cursor_page_up": "a page up",
    "cursor_page_down": "a page down",
    "home": "to the start of the line",
    "end": "to the end of the line",
    "page_left": "a page to the left, where there is more",
    "page_right": "a page to the right, where there is more",
    "select_line": "select the line",
    "select_all": "select everything",
    "delete_left": "delete the letter before",
    "delete_right": "delete the letter after",
    "delete_word_left": "delete the word before",
    "delete_word_right": "delete the word after",
    "delete_left_word": "delete the word before",
    "delete_right_word": "delete the word after",
    "delete_to_start_of_line": "delete to the start of the line",
    "delete_left_all": "delete to the start of the line",
    "delete_to_end_of_line_or_delete_line": "delete to the end of the line",
    "delete_right_all": "delete to the end of the line",
    "delete_line": "delete the line",
    "cut": "cut what is selected",
    "copy": "copy what is selected",
    "paste": "paste what was copied here",
    "undo": "undo",
    "redo": "do again what was undone",
    "submit": "go on",
    "select": "take what is marked",
    "first": "to the first",
    "last": "to the last",
    "page_up": "a page up",
    "page_down": "a page down",
    "scroll_up": "a line up",
    "scroll_down": "a line down",
    "scroll_left": "to the left",
    "scroll_right": "to the right",
    "scroll_home": "to the top",
    "scroll_end": "to the end",
    "app.focus_next": "go to the next part of the screen",
    "app.focus_previous": "go to the part before",
}


_FIXED = (
    (("enter",), "send your reply (always this key)"),
    (("ctrl+j",), "start a new line (always this key; Shift+Enter too, where the terminal lets it through)"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the help: what to press or type, and what that does. `keys` as Textual calls them."""

    shown: str
    meaning: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the help; `kinds` are the screens and widgets that it is about."""

    title: str
    kinds: tuple[type[DOMNode], ...]
    rows: tuple[Row, ...]


@cache
def screens() -> Mapping[type[Screen[Any]], tuple[type[Widget], ...]]:
    """Every screen of ours, with what may have the focus on it."""
    from tutor.tui.screens.dialogs import ChoiceDialog, LeaveDialog, NameDialog
    from tutor.tui.screens.help import HelpScreen
    from tutor.tui.screens.lesson import LessonScreen
    from tutor.tui.screens.picker import PickerScreen
    from tutor.tui.screens.progress import ProgressScreen
    from tutor.tui.screens.summary import SummaryScreen
    from tutor.tui.widgets.article_pane import ArticlePane
    from tutor.tui.widgets.chat_log import ChatLog
    from tutor.tui.widgets.chips import Chips
    from tutor.tui.widgets.composer import Composer

    return {
        LessonScreen: (Composer, ArticlePane, ChatLog, Chips),
        PickerScreen: (OptionList,),
        SummaryScreen: (VerticalScroll,),
        ProgressScreen: (VerticalScroll,),
        LeaveDialog: (OptionList,),
        ChoiceDialog: (OptionList,),
        NameDialog: (Input,),
        HelpScreen: (VerticalScroll,),
    }


def bindings_of(kind: type[DOMNode], keymap: Mapping[str, str]) -> list[Binding]:
    """Every key that works in a place, with the user's own keys."""
    found: dict[tuple[str, str], Binding] = {}
    for _, binding in kind._merged_bindings or ():
        for key in keymap.get(binding.id or "", binding.key).split(","):
            found.setdefault((key, binding.action), binding.with_key(key))
    return list(found.values())


def sections(keymap: Mapping[str, str]) -> list[Section]:
    """The whole help, place by place: our own keys, then those that come with Textual."""
    from tutor.dialogue.commands import COMMANDS
    from tutor.tui.app import TutorApp
    from tutor.tui.widgets.article_pane import ArticlePane
    from tutor.tui.widgets.chat_log import ChatLog
    from tutor.tui.widgets.chips import Chips
    from tutor.tui.widgets.composer import Composer

    def ours(kind: type[DOMNode]) -> tuple[Row, ...]:
        # Those of the footer first.
        own = [binding for binding in bindings_of(kind, keymap) if binding.id]
        return _rows(sorted(own, key=lambda binding: not binding.show))

    def textuals(kind: type[DOMNode]) -> tuple[Row, ...]:
        return _rows(binding for binding in bindings_of(kind, keymap) if not binding.id and binding.description)

    fixed = tuple(Row(keys_in_words(keys), meaning, keys) for keys, meaning in _FIXED)
    # Copying is bound anew on all screens.
    moving = tuple(row for row in textuals(Screen) if row.meaning in _MEANINGS.values())
    everywhere: tuple[type[DOMNode], ...] = (TutorApp, *screens())
    return [
        Section("Your reply", (Composer,), (*fixed, *ours(Composer))),
        Section("Pointing at the article in a reply", (Composer,), tuple(Row(*row) for row in ANSWERING)),
        Section("The article", (ArticlePane,), ours(ArticlePane)),
        Section("The sentences you cite", (Chips,), ours(Chips)),
        *(Section(kind.BINDING_GROUP_TITLE or kind.__name__, (kind,), ours(kind)) for kind in screens()),
        Section("Commands, typed instead of a reply", (Composer,), tuple(Row(*row) for row in COMMANDS.items())),
        Section("Everywhere", everywhere, (*ours(TutorApp), *moving)),
        Section("A list", (OptionList,), textuals(OptionList)),
        Section("Scrolling", (VerticalScroll, ChatLog, ArticlePane), textuals(VerticalScroll)),
        Section("Editing one line", (Input,), textuals(Input)),
        Section("Editing your reply", (Composer,), textuals(Composer)),
    ]


def _rows(bindings: Iterable[Binding]) -> tuple[Row, ...]:
    """A row for each thing that can be done."""
    keys: dict[str, list[str]] = {}
    for binding in bindings:
        keys.setdefault(meaning_of(binding), []).append(binding.key)
    return tuple(Row(keys_in_words(each), meaning, tuple(each)) for meaning, each in keys.items())


def meaning_of(binding: Binding) -> str:
    """What a key does, as the help says it."""
    if binding.id:
        return binding.tooltip or binding.description[:1].lower() + binding.description[1:]
    action = binding.action.removesuffix("(True)")
    meaning = _MEANINGS.get(action, binding.description)
    return f"select, {meaning}" if action != binding.action else meaning
