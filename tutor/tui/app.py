"""The Textual app: what happens at the edge, and the keys that hold everywhere; `Routes` leads from screen to screen.

The first frame comes before everything slow, so this module and what it imports stay clear of pydantic, SQLite, the
lesson loader and the rubric; `desk.py` says who imports them, and when.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter, NoColor
from textual.screen import Screen

from tutor.config import read_settings, remember
from tutor.errors import TutorError
from tutor.tui.keys import in_short
from tutor.tui.routes import Routes
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.messages import Broke, Finished, NotOpened

if TYPE_CHECKING:
    from textual.command import Provider

    from tutor.session.request import StartRequest
    from tutor.tui.desk import Desk
    from tutor.tui.screens.picker import PickerScreen

_COPIED = (
    "Sent to your terminal's clipboard, if your terminal allows it. /copy writes the tutor's last words to a file."
)
# What is bold, reversed or underlined stays so.
_NO_COLOURS = (NoColor(),)


def _palette() -> type[Provider]:
    from tutor.tui.commands import Commands

    return Commands


class TutorApp(App[TutorError]):
    """Shows lessons. Its return value is the error that ended it, if one did."""

    TITLE = "tutor"
    CSS_PATH = "tutor.tcss"
    COMMANDS = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+q",
            "quit",
            "Leave",
            priority=True,
            id="leave",
            tooltip="leave; replies and what you were typing are kept",
        ),
        Binding(
            "ctrl+p",
            "command_palette",
            "Commands",
            show=False,
            priority=True,
            id="commands",
            tooltip="every command, and the colours; type to find one",
        ),
        Binding(
            "escape",
            "stop_waiting",
            "Stop waiting",
            show=False,
            priority=True,
            id="stop",
            tooltip="while something takes long: stop it",
        ),
    ]

    def __init__(self, request: StartRequest, desk: Desk, *, usual_theme: str = "") -> None:
        """`usual_theme` is for who never chose one; "" leaves that to Textual."""
        super().__init__()
        self._usual_theme = usual_theme
        self._key_troubles: list[str] = []
        self.request = request
        self.desk = desk
        self.routes = Routes(self)
        self.broke: Exception | None = None

    def on_load(self) -> None:
        """Begin with the theme chosen last, unless the environment names one for this run."""
        if "TEXTUAL_THEME" in os.environ:
            return
        theme = read_settings(self.request.paths.settings).get("theme")
        if isinstance(theme, str) and theme in self.available_themes:
            self.theme = theme
        elif self._usual_theme:
            self.theme = self._usual_theme

    def get_line_filters(self) -> Sequence[LineFilter]:
        """With NO_COLOR nothing has a colour; Textual (8.2.8) makes greys of them in most themes."""
        return _NO_COLOURS if self.no_color else super().get_line_filters()

    def refresh_css(self, animate: bool = True) -> None:
        """Before the first screen, keep what was parsed: Textual would parse the style sheet a second time for it."""
        if self.screen_stack:
            super().refresh_css(animate)
            return
        self.stylesheet.set_variables(self.get_css_variables())
        self.stylesheet.parse()
        self.stylesheet.update(self, animate=animate)

    def on_ready(self) -> None:
        """The first frame is painted: what it could do without may begin."""
        # The command line put off looking for garbage; where a lesson is opened, it begins when that is loaded.
        if self.request.named is None and not gc.isenabled():
            gc.freeze()
            gc.enable()
        if self.request.paths.user_config.exists():
            self._take_own_keys()

    @work(group="keys")
    async def _take_own_keys(self) -> None:
        """Read the user's own keys, after the first frame; what of them cannot be followed is told."""

        def read() -> tuple[dict[str, str], list[str]]:
            from tutor.tui.own_keys import keymap_in

            return keymap_in(self.request.paths.user_config)

        keymap, troubles = await asyncio.to_thread(read)
        self.set_keymap(keymap)
        self.screen.query("*").refresh()  # some name a key in what they show
        self._key_troubles = troubles
        if troubles:
            more = f" And {len(troubles) - 1} more; the help has them all." if troubles[1:] else ""
            self.notify(troubles[0] + more, severity="warning", timeout=20, markup=False)

    def on_mount(self) -> None:
        """A window that is closed, or a shutdown, is a way of leaving too."""
        for name, leave in (("SIGHUP", self.routes.hang_up), ("SIGTERM", self.routes.shut_down)):
            if number := getattr(signal, name, None):
                # Windows has no SIGHUP and no handlers on its loop; a test's loop may not be on the main thread.
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    asyncio.get_running_loop().add_signal_handler(number, leave)

    def on_resize(self, event: events.Resize) -> None:
        """Say when the window is too small, for as long as it is."""
        from tutor.tui.widgets.too_small import LEAST, TooSmall

        told = [line for screen in self.screen_stack for line in screen.children if isinstance(line, TooSmall)]
        if event.size.width >= LEAST.width and event.size.height >= LEAST.height:
            for line in told:
                line.remove()
        elif not told:
            self.screen.mount(TooSmall())

    def get_default_screen(self) -> Screen[Any]:
        """Where to begin."""
        return self.routes.first()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the command palette offers besides what has a key: the commands that are typed, and the colours."""
        if isinstance(screen, LessonScreen) and screen.board.furnished:
            from tutor.tui.commands import typed_commands

            yield from typed_commands(screen)
            yield SystemCommand("Transcript", "Write what was said so far to a file", screen.action_export)
            yield SystemCommand("All progress", "What you showed over all lessons", self.action_progress)
        yield SystemCommand(
            "Colours", "Choose a theme: dark, light, or your terminal's own colours", self.search_themes
        )
        yield SystemCommand("Picture", "Save a picture of the screen (SVG)", self.deliver_screenshot)

    def search_themes(self) -> None:
        """Show the themes to choose from."""
        from textual.command import CommandPalette

        from tutor.tui.commands import Themes

        self.push_screen(CommandPalette(providers=[Themes], placeholder="Which colours?"))

    def choose_theme(self, name: str) -> None:
        """Change the colours, for the next time too."""
        self.theme = name
        try:
            remember(self.request.paths.settings, "theme", name)
        except TutorError as error:
            self.notify(str(error), severity="warning", markup=False)

    def get_key_display(self, binding: Binding) -> str:
        """A key as the footer shows it."""
        return binding.key_display or in_short(binding.key)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy, and say what is known of it: the terminal does not tell whether it took the text."""
        if text:
            super().copy_to_clipboard(text)
            self.notify(_COPIED, markup=False)

    async def action_copy_or(self, otherwise: str) -> None:
        """Copy what is selected on the screen; when nothing is, run the action `otherwise` there."""
        screen = self.screen
        if screen.get_selected_text():
            screen.action_copy_text()
        else:
            await self.run_action(otherwise, screen)

    def action_help(self) -> None:
        """Show the keys, first those of where the focus is."""
        from tutor.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            inmost = self.screen.focused or self.screen
            self.push_screen(HelpScreen(inmost.ancestors_with_self, self.request.paths.user_config, self._key_troubles))

    def action_progress(self) -> None:
        """Show what the learner showed over all lessons."""
        self.routes.to_progress()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Waiting can be stopped where something is waited for; elsewhere its key is free for others."""
        return action != "stop_waiting" or any(child.has_class("-stoppable") for child in self.screen.children)

    def action_stop_waiting(self) -> None:
        """Do not wait any longer for what takes long."""
        from tutor.tui.widgets.wait_line import WaitLine

        for line in self.screen.query(WaitLine):
            if line.doing.stop is not None:
                line.doing.stop()

    async def action_quit(self) -> None:
        """Leave; from a lesson only after asking, and asked twice it is answered."""
        from tutor.tui.screens.dialogs import LeaveDialog

        lesson = self.routes.lesson
        if isinstance(self.screen, LeaveDialog):
            self.screen.dismiss("quit")
        elif lesson is None:
            self.exit()
        else:
            lesson.leaving.ask()

    def on_picker_screen_picked(self, message: PickerScreen.Picked) -> None:
        """Open the lesson that was picked."""
        self.routes.picked(message)

    def on_finished(self, message: Finished) -> None:
        """A lesson was left."""
        self.routes.finished(message.destination)

    def on_not_opened(self, message: NotOpened) -> None:
        """Go where there is something to see."""
        self.routes.not_opened(message.error)

    def on_broke(self, message: Broke) -> None:
        """A mistake in the program: end the app, and let the edge tell of it."""
        self.broke = message.error
        self.exit(return_code=1)

    def _fatal_error(self) -> None:
        # Textual would print a traceback with all local values; the edge says it in words and writes it down.
        self._close_messages_no_wait()


def run(request: StartRequest) -> int:
    """Run the interface until the learner leaves.

    Raises what ended it once the terminal has been restored: TutorError for what the user can act on, anything else
    for a mistake in the program.
    """
    from rich.console import Console
    from textual.worker import WorkerFailed

    from tutor.tui.local_desk import LocalDesk

    with LocalDesk(request) as desk:
        # In sixteen colours a theme can only be guessed at, and its greys make words hard to read.
        few = Console().color_system == "standard"
        app = TutorApp(request, desk, usual_theme="ansi-dark" if few else "")
        error = app.run()
    broke: BaseException | None = app.broke or app._exception
    if isinstance(broke, WorkerFailed):
        broke = broke.error
    if broke is not None:
        raise broke
    if error is not None:
        raise error
    return 0
