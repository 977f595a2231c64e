"""The lessons there are, with how far this learner has come in each."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tutor.errors import TutorError
from tutor.tui.bars import bar
from tutor.tui.desk import Desk, Shelved
from tutor.tui.screens.shared_keys import copying_or
from tutor.tui.screens.waiting import Stopped, waited
from tutor.tui.text import one_line, safe
from tutor.tui.widgets.key_bar import KeyBar

_BAR = 12  # cells of a progress bar


class PickerScreen(Screen[None]):
    """Choose a lesson with arrow keys and Enter."""

    BINDING_GROUP_TITLE = "Choosing a lesson"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "Help", id="help", tooltip="what the keys do, first those that work where you are"),
        Binding("l", "who", "Learner", id="learner", tooltip="let somebody else learn"),
        Binding("p", "app.progress", "Progress", id="progress", tooltip="what you showed over all lessons"),
        Binding("q,escape", "app.quit", "Leave", show=False, id="back"),
        copying_or("app.quit", "leave"),
    ]

    class Picked(Message):
        """A lesson was chosen."""

        def __init__(self, lesson: Shelved, learner: str) -> None:
            super().__init__()
            self.lesson = lesson
            self.learner = learner

    def __init__(self, desk: Desk, *, learner: str | None = None) -> None:
        """`learner` is None when it is for the learner to say."""
        super().__init__()
        self.desk = desk
        self.learner = learner
        self._shelf: list[Shelved] = []

    def compose(self) -> ComposeResult:
        """A heading, the list, and the keys."""
        yield Static(id="picker-title")
        yield OptionList(id="shelf", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Paint first; the lessons are read after the first frame."""
        self._head("Looking for lessons…")
        self.shelf.focus()
        self.call_after_refresh(self.fill)

    @property
    def shelf(self) -> OptionList:
        """The list."""
        return self.query_one("#shelf", OptionList)

    @work(exclusive=True, group="shelf")
    async def fill(self) -> None:
        """Read the lessons and this learner's progress; to be called again when that has changed."""
        try:
            if self.learner is None:
                from tutor.tui.screens.dialogs import choose_learner

                names = await asyncio.to_thread(self.desk.learners)
                self.learner = await choose_learner(self.app, names) if names else ""
            learner = self.learner
            self._shelf = await waited(
                self, "looking for lessons", lambda _: self.desk.shelf(learner), hint="Esc leaves"
            )
        except Stopped:
            self.app.exit()
            return
        except TutorError as error:
            self.app.exit(error, return_code=2)
            return
        at = self.shelf.highlighted
        self.shelf.clear_options()
        for lesson in self._shelf:
            if self.shelf.option_count:
                self.shelf.add_option(None)  # a line between lessons
            self.shelf.add_option(Option(_entry(lesson), disabled=bool(lesson.problem)))
        if self._shelf:
            self.shelf.highlighted = at if at is not None else _first_open(self._shelf)
            self._head("Choose a lesson")
        else:
            self._head("There are no lessons here yet.")

    def _head(self, text: str) -> None:
        who = f"  for {safe(self.learner)}" if self.learner else ""
        self.query_one("#picker-title", Static).update(
            Content.assemble(("tutor", "bold $text-primary"), "  ", text, (who, "$text-muted"))
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the lesson."""
        event.stop()
        if event.option_index < len(self._shelf):
            self.post_message(self.Picked(self._shelf[event.option_index], self.learner or ""))

    @work(exclusive=True, group="shelf")
    async def action_who(self) -> None:
        """Let somebody else learn."""
        from tutor.tui.screens.dialogs import choose_learner

        try:
            names = await asyncio.to_thread(self.desk.learners)
        except TutorError as error:
            self.app.exit(error, return_code=2)
            return
        self.learner = await choose_learner(self.app, names, self.learner or "")
        self.fill()


def _first_open(shelf: list[Shelved]) -> int | None:
    return next((i for i, lesson in enumerate(shelf) if not lesson.problem), None)


def _entry(lesson: Shelved) -> Content:
    title = one_line(lesson.title)
    if lesson.problem:
        return Content.assemble(f"! {title}\n", (f"cannot be opened: {one_line(lesson.problem)}", "italic"))
    about = [_progress(lesson), *([one_line(lesson.level)] if lesson.level else [])]
    return Content.assemble((title, "bold"), "\n", ("  ·  ".join(about), "$text-muted"))


def _progress(lesson: Shelved) -> str:
    if not lesson.started:
        return f"{lesson.total} questions" if lesson.total else "not started"
    if lesson.finished and lesson.done in (0, lesson.total):
        return f"{bar(1, 1, _BAR)}  ✓ done"
    again = ", done once before" if lesson.finished else ""
    return f"{bar(lesson.done, lesson.total, _BAR)}  {lesson.done} of {lesson.total} questions{again}"
