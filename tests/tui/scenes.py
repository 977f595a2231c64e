"""What the interface can look like: each scene is a way from the first frame to a screen worth a picture.

The snapshot tests compare every scene with its picture; `python -m tests.tui.pictures` draws those of the README.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.ferry import ARTICLE, LESSON, STRONG, write_lesson
from tests.tui.driving import board, on, ready, send, until, words
from tests.tui.scripted import ScriptedDesk, scripted_app
from tests.tui.test_progress import SOME
from tutor.paths import Paths
from tutor.session.request import StartRequest
from tutor.tui.app import TutorApp
from tutor.tui.local_desk import LocalDesk
from tutor.tui.screens.dialogs import ChoiceDialog, LeaveDialog, NameDialog
from tutor.tui.screens.help import HelpScreen
from tutor.tui.screens.picker import PickerScreen
from tutor.tui.screens.progress import ProgressScreen
from tutor.tui.screens.summary import SummaryScreen

READING = """[reading]
purpose = "What does the writer want the council to do?"

"""
WEAK = "It costs a lot of money."

Play = Callable[[Pilot[Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Scene:
    """A named way to a screen. `lesson` is the lesson's text; without one a scripted desk with several is there."""

    name: str
    play: Play
    lesson: str = ""
    learner: str | None = ""

    @contextmanager
    def app(self, folder: Path) -> Iterator[TutorApp]:
        """The app at its start, with all it keeps in `folder`."""
        if not self.lesson:
            yield scripted_app(ScriptedDesk(shown=SOME, names=["Ayla", "Noor"]), lesson=None, learner=self.learner)
            return
        lesson = write_lesson(folder / "lessons", self.lesson, ARTICLE)
        request = StartRequest(lesson=lesson, learner=self.learner, paths=Paths(state=folder, config=folder))
        with LocalDesk(request) as desk:
            yield TutorApp(request, desk)


async def reading(pilot: Pilot[Any]) -> None:
    screen = await ready(pilot)
    await until(pilot, lambda: screen.board.reading and screen.board.article.has_focus, "reading")
    await until(pilot, lambda: "°" in words(pilot), "hard words")


async def explained(pilot: Pilot[Any]) -> None:
    await reading(pilot)
    await pilot.press("w", "enter")
    await until(pilot, lambda: "elected to run" in words(pilot), "the definition")


async def question(pilot: Pilot[Any]) -> None:
    await ready(pilot)
    await until(pilot, lambda: "°" in words(pilot), "hard words")


async def answered(pilot: Pilot[Any]) -> None:
    await question(pilot)
    await send(pilot, WEAK)
    await send(pilot, "/hint")
    board(pilot).pane = "chat"


async def pointed(pilot: Pilot[Any]) -> None:
    """A reply with two citations, one of which there is not, and the cursor on a sentence."""
    await question(pilot)
    await pilot.press(*"It costs a lot, says p9s9 too. ")
    await pilot.press("f6")
    await until(pilot, lambda: board(pilot).article.has_focus, "the article")
    await pilot.press("down", "space")
    await until(pilot, lambda: "[p1s" in board(pilot).composer.text, "the citation")


async def trouble(pilot: Pilot[Any]) -> None:
    await question(pilot)
    board(pilot).chat.trouble("The disk is full.", "Make room and send it again; nothing is lost.")
    board(pilot).pane = "chat"


async def summed_up(pilot: Pilot[Any]) -> None:
    await question(pilot)
    for reply in STRONG:
        await send(pilot, reply)
    await on(pilot, SummaryScreen)


async def leaving(pilot: Pilot[Any]) -> None:
    await question(pilot)
    await pilot.press(*"half a reply", "ctrl+q")
    await on(pilot, LeaveDialog)


async def helped(pilot: Pilot[Any]) -> None:
    await question(pilot)
    await pilot.press("f1")
    await on(pilot, HelpScreen)


async def commands(pilot: Pilot[Any]) -> None:
    await question(pilot)
    await pilot.press("ctrl+p")
    await until(pilot, lambda: "Search" in words(pilot), "the palette")


async def picking(pilot: Pilot[Any]) -> None:
    await on(pilot, PickerScreen)
    await until(pilot, lambda: "All done" in words(pilot) or "Something new" in words(pilot), "the lessons")


async def whose(pilot: Pilot[Any]) -> None:
    await on(pilot, ChoiceDialog)


async def naming(pilot: Pilot[Any]) -> None:
    await on(pilot, ChoiceDialog)
    await pilot.press("3")  # a new name
    await on(pilot, NameDialog)


async def progress(pilot: Pilot[Any]) -> None:
    await picking(pilot)
    await pilot.press("p")
    await on(pilot, ProgressScreen)
    await until(pilot, lambda: "Over time" in words(pilot) or "By kind" in words(pilot), "the sessions")


READ_FIRST = LESSON.replace("[glossary]", READING + "[glossary]")
SCENES = (
    Scene("picker", picking),
    Scene("whose", whose, learner=None),
    Scene("name", naming, learner=None),
    Scene("progress", progress),
    Scene("reading", reading, READ_FIRST),
    Scene("explained", explained, READ_FIRST),
    Scene("question", question, LESSON),
    Scene("answered", answered, LESSON),
    Scene("pointed", pointed, LESSON),
    Scene("trouble", trouble, LESSON),
    Scene("summary", summed_up, LESSON),
    Scene("leave", leaving, LESSON),
    Scene("help", helped, LESSON),
    Scene("commands", commands, LESSON),
)


async def hold_still(pilot: Pilot[Any]) -> None:
    """Nothing that moves on its own may be in a picture: cursors stop blinking, whatever is typed out is whole."""
    for screen in pilot.app.screen_stack:
        for box in screen.query("TextArea, Input"):
            assert isinstance(box, TextArea | Input)
            box.cursor_blink = False
    await pilot.pause()
