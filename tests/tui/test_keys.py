"""Keys: every one in the help and in the palette, and all of them a user's to change."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets._toast import Toast

import tutor.tui.screens
import tutor.tui.widgets
from tests.tui.driving import board, on, plain, ready, until, words
from tests.tui.scripted import LESSON, ScriptedConversation, ScriptedDesk
from tutor.config import Config, KeyLine, read_settings
from tutor.paths import Paths
from tutor.session.request import StartRequest
from tutor.tui.app import TutorApp
from tutor.tui.keys import in_words, key_named
from tutor.tui.own_keys import keymap_from
from tutor.tui.places import bindings_of, screens, sections
from tutor.tui.screens.dialogs import ChoiceDialog, LeaveDialog
from tutor.tui.screens.help import HelpScreen
from tutor.tui.screens.picker import PickerScreen
from tutor.tui.screens.summary import SummaryScreen
from tutor.tui.widgets.chat_log import ChatLog
from tutor.tui.widgets.citing_box import CitingBox
from tutor.tui.widgets.composer import Composer
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.widgets.quick_box import QuickBox

WIDE = (120, 40)
PLACES = sorted(
    {kind for screen, widgets in screens().items() for kind in (screen, *widgets)} | {TutorApp},
    key=lambda kind: kind.__name__,
)


def app_in(folder: Path, *, desk: ScriptedDesk | None = None, lesson: Path | None = LESSON, keys: str = "") -> TutorApp:
    """An app whose user keeps everything in `folder`, with these lines in the config file."""
    if keys:
        (folder / "config.toml").write_text(f"[keys]\n{keys}\n")
    request = StartRequest(lesson=lesson, paths=Paths(state=folder, config=folder))
    return TutorApp(request, desk or ScriptedDesk())


def toasts(pilot: Pilot[Any]) -> str:
    return "\n".join(notification.message for notification in pilot.app._notifications)


def footer(pilot: Pilot[Any]) -> list[str]:
    return [f"{key.display} {key.description}" for key in pilot.app.screen.query_one(KeyBar).keys]


def lines(**keys: str) -> Config:
    return Config(
        tuple(
            KeyLine(binding.replace("_", "-"), tuple(written.split()), Path("config.toml"), line, 1)
            for line, (binding, written) in enumerate(keys.items(), start=2)
        )
    )


# The help


def ours() -> set[type[DOMNode]]:
    """All screens, and all widgets that have keys of their own."""
    found: set[type[DOMNode]] = set()
    for package in (tutor.tui.screens, tutor.tui.widgets):
        for module in pkgutil.iter_modules(package.__path__):
            name = f"{package.__name__}.{module.name}"
            for kind in vars(importlib.import_module(name)).values():
                if not isinstance(kind, type) or not issubclass(kind, Widget) or kind.__module__ != name:
                    continue
                if issubclass(kind, Screen) or "BINDINGS" in vars(kind) or kind.can_focus:
                    found.add(kind)
    found -= {CitingBox, QuickBox}  # never on a screen by themselves
    return found


def test_every_screen_and_widget_with_keys_has_its_place_in_the_help() -> None:
    assert ours() - set(PLACES) == set()


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("keymap", [{}, {"hint": "f9", "copy": "f8", "sentence-up": "i,w"}], ids=["usual", "own"])
def test_every_key_is_in_the_help(kind: type[DOMNode], keymap: dict[str, str]) -> None:
    told = {key for section in sections(keymap) if kind in section.kinds for row in section.rows for key in row.keys}
    # Textual's Ctrl+C of the app and of the plain screen stands behind that of each of our screens.
    behind = {"help_quit", "screen.copy_text"}
    for binding in bindings_of(kind, keymap):
        if binding.action not in behind:
            assert binding.key in told, f"{kind.__name__}: {binding}"


@pytest.mark.parametrize("kind", PLACES)
def test_every_key_of_ours_can_be_set_and_says_what_it_does(kind: type[DOMNode]) -> None:
    for binding in vars(kind).get("BINDINGS", ()):
        if kind.__module__.startswith("tutor."):
            assert binding.id, binding
            assert binding.description, binding


def test_every_row_of_the_help_says_something() -> None:
    for section in sections({}):
        assert section.rows, section.title
        for row in section.rows:
            assert row.shown, (section.title, row)
            assert row.shown.isprintable()
            assert row.meaning
            assert " or or" not in row.shown


@pytest.mark.parametrize(
    ("focus", "first"),
    [("#composer", "Your reply"), ("#article", "The article"), ("#chat", "In a lesson")],
)
async def test_f1_opens_the_help_at_what_has_the_focus(tmp_path: Path, focus: str, first: str) -> None:
    async with app_in(tmp_path).run_test(size=WIDE) as pilot:
        screen = await ready(pilot)
        screen.query_one(focus).focus()
        await pilot.pause()
        await pilot.press("f1")
        await on(pilot, HelpScreen)
        titles = [plain(title) for title in pilot.app.screen.query(".help-title").results(Static)]
        assert titles[0] == first
        await until(pilot, lambda: len(pilot.app.screen.query(".help-title")) > len(sections({})))
        assert plain(pilot.app.screen.query(".help-title").last(Static)).endswith(str(tmp_path / "config.toml"))
        shown = "\n".join(plain(text) for text in pilot.app.screen.query(".help-row Static").results(Static))
        for section in sections({}):
            for row in section.rows:
                assert row.shown in shown
                assert row.meaning in shown
        await pilot.press("f1")
        assert pilot.app.screen is screen


async def test_f1_helps_in_dialogs_too(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("f4")
        dialog = await on(pilot, ChoiceDialog)
        await pilot.press("f1")
        await on(pilot, HelpScreen)
        assert "Questions with a few answers" in words(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is dialog


async def test_the_help_fits_a_small_window(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        await pilot.press("f1")
        help_screen = await on(pilot, HelpScreen)
        page = help_screen.query_one(".dialog")
        await until(pilot, lambda: page.max_scroll_y > 20)
        assert page.max_scroll_x == 0
        await pilot.press("end")
        await until(pilot, lambda: "Set keys of your own" in words(pilot))


def test_the_manual_has_every_name_that_keys_can_be_set_for() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "using.md").read_text(encoding="utf-8")
    for kind in PLACES:
        for binding in bindings_of(kind, {}):
            if binding.id and not binding.id.startswith("answer-"):
                assert f"`{binding.id}`" in manual


# The palette


async def test_the_palette_has_every_action_of_the_screen(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    async with app.run_test(size=(120, 200)) as pilot:
        screen = await ready(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Colours" in words(pilot) and "Page down" in words(pilot))
        shown = words(pilot)
        for node in (screen, screen.board.composer, screen.board.article):
            for binding in vars(type(node))["BINDINGS"]:
                if app._check_action_state(binding.action, node) and binding.id != "copy":
                    assert binding.description in shown, binding
        for command in ("/define WORD", "/quote p4s2", "/progress", "/copy", "Commands", "Leave", "Picture"):
            assert command in shown


async def test_a_command_is_found_by_what_it_does_and_run(tmp_path: Path) -> None:
    desk = ScriptedDesk()
    async with app_in(tmp_path, desk=desk).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("ctrl+p", *"gives the next")
        await until(pilot, lambda: "Hint" in words(pilot) and "Colours" not in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: desk.conversation.said == ["/hint"])


async def test_a_command_that_needs_a_word_waits_for_it_and_loses_nothing(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=WIDE) as pilot:
        await ready(pilot)
        composer = board(pilot).composer
        composer.text = "half a thought"
        await pilot.press("ctrl+p", *"/define")
        await until(pilot, lambda: "/define WORD" in words(pilot) and "Colours" not in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: composer.text == "/define ")
        assert composer.has_focus
        await pilot.press("ctrl+z")
        assert composer.text == "half a thought"


async def test_keys_that_do_the_same_are_one_command(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("f1")
        await on(pilot, HelpScreen)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Colours" in words(pilot))
        assert words(pilot).count(" Back (") == 1


async def test_what_cannot_be_done_now_is_not_in_the_palette(tmp_path: Path) -> None:
    desk = ScriptedDesk(ScriptedConversation())
    async with app_in(tmp_path, desk=desk).run_test(size=(120, 100)) as pilot:
        await ready(pilot)
        board(pilot).composer.text = "/end"
        await pilot.press("enter")
        await on(pilot, SummaryScreen)
        await pilot.press("b")
        await ready(pilot)
        assert not [key for key in footer(pilot) if "Hint" in key]
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Colours" in words(pilot))
        assert "the next one" not in words(pilot)


async def test_the_picker_and_its_palette(tmp_path: Path) -> None:
    async with app_in(tmp_path, lesson=None).run_test(size=(60, 40)) as pilot:
        await on(pilot, PickerScreen)
        await until(pilot, lambda: "Choose a lesson" in words(pilot))
        assert "^P Commands" in footer(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Let somebody else learn (l)" in words(pilot))


# Colours


async def choose(pilot: Pilot[Any], theme: str) -> None:
    await pilot.press("ctrl+p", *"colours")
    await until(pilot, lambda: "Choose a theme" in words(pilot))
    await pilot.press("enter")
    await until(pilot, lambda: "in use now" in words(pilot))
    await pilot.press(*theme)
    await until(pilot, lambda: "in use now" not in words(pilot))
    await pilot.press("enter")
    await until(pilot, lambda: not CommandPalette.is_open(pilot.app))


async def test_a_theme_is_remembered(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=WIDE) as pilot:
        await ready(pilot)
        await choose(pilot, "nord")
        await until(pilot, lambda: pilot.app.theme == "nord")
    assert read_settings(tmp_path / "settings.json") == {"theme": "nord"}
    async with app_in(tmp_path).run_test(size=WIDE) as pilot:
        await ready(pilot)
        assert pilot.app.theme == "nord"


async def test_a_light_theme_is_light_from_the_first_frame(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "textual-light"}')
    app = app_in(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        assert app.has_class("-light-mode")
        assert not app.has_class("-dark-mode")
        assert app.screen.styles.background.brightness > 0.5
        await ready(pilot)


@pytest.mark.parametrize(("settings", "named"), [("of-a-newer-version", ""), ("nord", "textual-dark")])
async def test_a_theme_that_is_gone_or_overruled_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, named: str
) -> None:
    (tmp_path / "settings.json").write_text(f'{{"theme": "{settings}"}}')
    if named:
        monkeypatch.setenv("TEXTUAL_THEME", named)
    async with app_in(tmp_path).run_test(size=WIDE) as pilot:
        await ready(pilot)
        assert pilot.app.theme == "textual-dark"


async def test_no_colour_is_no_colour_in_every_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_in(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        for theme in ("textual-dark", "ansi-dark", "textual-light", "ansi-light"):
            app.choose_theme(theme)
            await pilot.pause()
            styles = [segment.style for strip in app.screen._compositor.render_strips() for segment in strip]
            colours = [colour for style in styles if style for colour in (style.color, style.bgcolor) if colour]
            assert colours
            assert all(colour.is_default for colour in colours)


@pytest.mark.parametrize("theme", ["textual-dark", "ansi-dark"])
async def test_what_is_chosen_is_seen_without_colours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_in(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        app.choose_theme(theme)
        await pilot.press("f4")
        await on(pilot, ChoiceDialog)
        await until(pilot, lambda: "Skip it" in words(pilot))
        segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
        underlined = {each.text: bool(each.style and each.style.underline) for each in segments}
        assert underlined["Keep trying"]
        assert not underlined["Skip it"]


async def test_a_theme_that_cannot_be_remembered_is_worn_all_the_same(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    (tmp_path / "settings.json").mkdir()
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        app.choose_theme("nord")
        await until(pilot, lambda: "cannot be written" in toasts(pilot))
        assert app.theme == "nord"


# Keys of one's own


@pytest.mark.parametrize(
    ("written", "key", "shown"),
    [
        ("F6", "f6", "F6"),
        ("Ctrl+T", "ctrl+t", "Ctrl+T"),
        ("shift+ctrl+Left", "ctrl+shift+left", "Ctrl+Shift+Left"),
        ("PgUp", "pageup", "PgUp"),
        ("page down", "pagedown", "PgDn"),
        ("Esc", "escape", "Esc"),
        ("?", "question_mark", "?"),
        ("+", "plus", "+"),
        ("L", "L", "L"),
        ("space", "space", "Space"),
        ("question_mark", "question_mark", "?"),
        ("é", "é", "é"),
    ],
)
def test_keys_are_read_as_people_write_them(written: str, key: str, shown: str) -> None:
    assert key_named(written) == key
    assert in_words(key) == shown


@pytest.mark.parametrize("written", ["", "f99", "ctrl", "ctrl+", "hyperspace", "foo+x", "ctrl+foo", "\x1b"])
def test_there_are_no_other_keys(written: str) -> None:
    assert key_named(written) is None


async def test_own_keys_take_the_place_of_the_usual_ones_everywhere(tmp_path: Path) -> None:
    desk = ScriptedDesk()
    app = app_in(tmp_path, desk=desk, keys='hint = "F9"\npane = ["f10", "ctrl+g"]')
    async with app.run_test(size=(60, 30)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "F9 Hint" in footer(pilot))
        await until(pilot, lambda: "F10 switches" in words(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: "F9 gives a hint" in toasts(pilot))
        await pilot.press("f3")
        assert desk.conversation.said == []
        await pilot.press("f9")
        await until(pilot, lambda: desk.conversation.said == ["/hint"])
        assert board(pilot).pane == "chat"
        await pilot.press("ctrl+g")
        assert board(pilot).pane == "article"
        await pilot.press("f4")
        await on(pilot, ChoiceDialog)
        await until(pilot, lambda: "may help: F9." in words(pilot))
        await pilot.press("escape", "f1")
        await on(pilot, HelpScreen)
        assert "F10 or Ctrl+G" in "\n".join(plain(key) for key in pilot.app.screen.query(".help-key").results(Static))


async def test_two_keys_can_change_places(tmp_path: Path) -> None:
    desk = ScriptedDesk()
    async with app_in(tmp_path, desk=desk, keys='hint = "f4"\nskip = "f3"').run_test(size=WIDE) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "F4 Hint" in footer(pilot))
        assert "F3 Skip" in footer(pilot)
        await pilot.press("f4")
        await until(pilot, lambda: desk.conversation.said == ["/hint"])


async def test_a_bad_file_is_told_and_the_usual_keys_stay(tmp_path: Path) -> None:
    desk = ScriptedDesk()
    app = app_in(tmp_path, desk=desk, keys='hint = f9\nskip = "[/nope]"')
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "config.toml, line 2, column 8: text must stand in quotation marks" in toasts(pilot))
        await until(pilot, lambda: pilot.app.screen.query(Toast))
        await pilot.press("f3")
        await until(pilot, lambda: desk.conversation.said == ["/hint"])


async def test_of_many_troubles_one_is_told_at_once_and_the_help_has_them_all(tmp_path: Path) -> None:
    keys = "\n".join(f'nothing-{n} = "[/nope]"' for n in range(10))
    async with app_in(tmp_path, keys=keys).run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "nothing-0" in toasts(pilot))
        assert len(pilot.app._notifications) == 1
        assert "And 9 more; the help has them all." in toasts(pilot)
        await pilot.press("f1")
        await on(pilot, HelpScreen)
        troubles = [plain(trouble) for trouble in pilot.app.screen.query(".help-trouble").results(Static)]
        assert [f"'nothing-{n}'" in trouble for n, trouble in enumerate(troubles)] == [True] * 10


def test_usual_keys_clash_with_nothing() -> None:
    every: dict[str, str] = {}
    for binding in (binding for kind in PLACES for binding in bindings_of(kind, {}) if binding.id):
        every.setdefault(binding.id or "", binding.key)
    keymap, troubles = keymap_from(lines(**{name.replace("-", "_"): key for name, key in every.items()}))
    assert troubles == []
    assert keymap.keys() == every.keys()


@pytest.mark.parametrize(
    ("config", "told", "kept"),
    [
        (lines(hint="f4"), "line 2, column 1: F4 has another use already: leave this question and go on (skip)", ""),
        (lines(hint="f8", skip="f8"), "line 3, column 1: F8 has another use already", "hint"),
        (lines(hint="f7"), "F7 has another use already: select everything", ""),
        (lines(hint="ctrl+q"), "Ctrl+Q has another use already: leave;", ""),
        (lines(leave="ctrl+w"), "Ctrl+W has another use already: delete the word before", ""),
        (lines(learner="enter"), "Enter has another use already: take what is marked", ""),
        (lines(hint="h"), "h would be typed into your reply", ""),
        (lines(leave="q"), "q would be typed into your reply", ""),
        (lines(back="q"), "q would be typed into your reply", ""),
        (lines(hint="enter"), "Enter always belongs to the reply box", ""),
        (lines(hint="ctrl+j"), "Ctrl+J always belongs to the reply box", ""),
        (lines(hint="ctrl+m"), "most terminals send Enter for Ctrl+M", ""),
        (lines(hint="f99"), "there is no key called 'f99'", ""),
        (lines(hnt="f8"), "there is nothing called 'hnt' that has keys. Did you mean hint?", ""),
        (lines(undo="f8"), "'undo' that has keys. Did you mean undo-citing?", ""),
        (lines(chat="f8"), "'chat' that has keys. Did you mean chat-up or chat-down?", ""),
        (lines(mouse="f8"), "'mouse' that has keys. The names stand in docs/using.md", ""),
        (lines(f8="hint"), "'f8' that has keys. Write it the other way round: hint = \"f8\"", ""),
        (lines(sentence_up="i", learner="x"), "", "learner sentence-up"),
        (lines(hint="f4", skip="f3"), "", "hint skip"),
        (lines(hint="f4", skip="f3", pane="f4"), "line 4, column 1: F4 has another use already", "hint skip"),
        (lines(hint="f3"), "", "hint"),
        (lines(article_up="f8", sentence_up="f8"), "", "article-up sentence-up"),  # never asked for at the same time
    ],
)
def test_clashes_are_named_and_the_usual_key_stays(config: Config, told: str, kept: str) -> None:
    keymap, troubles = keymap_from(config)
    assert told in "\n".join(map(str, troubles))
    assert len(troubles) == bool(told)
    assert " ".join(sorted(keymap)) == kept


async def test_a_window_without_room_has_the_keys_that_matter(tmp_path: Path) -> None:
    async with app_in(tmp_path).run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        keys = pilot.app.screen.query_one(KeyBar).keys
        assert [key.description for key in keys] == ["Help", "Article/Chat", "Hint", "Skip", "Leave"]
        assert "Leave" in words(pilot).split("\n")[-1]


async def test_asking_to_leave_keeps_its_keys_when_copying_has_another(tmp_path: Path) -> None:
    async with app_in(tmp_path, keys='copy = "f8"').run_test(size=WIDE) as pilot:
        await ready(pilot)
        await until(pilot, lambda: "copy" in pilot.app._keymap)
        await pilot.press("f8")
        await on(pilot, LeaveDialog)
        await pilot.press("escape")
        await ready(pilot)
        assert isinstance(pilot.app.screen.focused, Composer)
        assert pilot.app.screen.query_one(ChatLog)
