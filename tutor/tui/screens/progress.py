"""All lessons of a learner: what was shown by kind of question and over time, each bar with its value in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tutor.errors import TutorError
from tutor.tui.bars import bar
from tutor.tui.desk import Desk
from tutor.tui.screens.shared_keys import COPY_OR_BACK
from tutor.tui.screens.waiting import Stopped, waited
from tutor.tui.text import one_line, safe
from tutor.tui.widgets.key_bar import KeyBar
from tutor.tui.words import kind_in_words

if TYPE_CHECKING:
    from tutor.session.overview import Count, Group, Overview, Sitting

BAR = 12  # cells of a bar


class ProgressScreen(ModalScreen[None]):
    """A page to read; from it, each session's transcript can be written to a file."""

    BINDING_GROUP_TITLE = "Your progress"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "Help", show=False, id="help"),
        Binding("escape,q", "dismiss(None)", "Back", id="back", tooltip="back to where you were"),
        Binding("enter", "dismiss(None)", "Back", show=False, id="close", tooltip="back to where you were"),
        Binding("e", "export", "Transcript", id="export", tooltip="write what was said in a session to a file"),
        COPY_OR_BACK,
    ]

    def __init__(self, desk: Desk, learner: str) -> None:
        super().__init__()
        self.desk = desk
        self.learner = learner
        self._overview: Overview | None = None

    def compose(self) -> ComposeResult:
        """A page that says what is being done, until there is something to show."""
        with VerticalScroll(id="progress"):
            who = f" of {one_line(self.learner)}" if self.learner else ""
            yield Static(Content.styled(f"Progress{who}", "bold $text-primary"), id="progress-title")
            yield Static("Looking through your sessions…", id="progress-tally", markup=False)
        yield KeyBar(palette=False)

    def on_mount(self) -> None:
        """The keys scroll; the sessions are read after the first paint."""
        self._page.focus()
        self.call_after_refresh(self.fill)

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one("#progress", VerticalScroll)

    @work(exclusive=True, group="progress")
    async def fill(self) -> None:
        """Read the sessions and show what they come to."""
        try:
            found = await waited(self, "looking through your sessions", partial(self.desk.overview, self.learner))
        except Stopped:
            self.query_one("#progress-tally", Static).update("Stopped. Come back here to look again.")
            return
        except TutorError as error:
            self.query_one("#progress-tally", Static).update(Content(safe(str(error))))
            return
        self._overview = found
        self.query_one("#progress-tally", Static).update(Content(_tally(found.count)))
        await self._page.mount_all(_rows(found))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a session there is nothing to write."""
        return action != "export" or bool(self._overview and self._overview.sessions)

    def action_export(self) -> None:
        """Ask which session, where there are several, and write its transcript."""
        from tutor.tui.screens.dialogs import ChoiceDialog

        assert self._overview is not None  # see check_action
        sessions = self._overview.sessions
        if len(sessions) == 1:
            self._export(sessions[0].session.id)
            return
        choices = [(one.session.id, _named(one)) for one in sessions]
        self.app.push_screen(ChoiceDialog("The transcript of which session?", "", choices), self._export)

    def _export(self, session: str | None) -> None:
        if session is not None:
            self._write(session)

    @work(exclusive=True, group="export")
    async def _write(self, session: str) -> None:
        from tutor.tui.screens.exporting import export

        await export(self.app, self.desk, session)


def _tally(count: Count) -> str:
    if not count.total:
        return "No question is finished yet. Each one is counted here as soon as it is."
    return f"Questions over all lessons: {count.in_words}."


def _rows(found: Overview) -> Iterator[Widget]:
    if found.kinds:
        yield _heading("By kind of question")
        yield from (_bar(kind_in_words(group.name), group) for group in found.kinds)
        yield _heading("Over time")
        yield from (_bar(group.name, group) for group in found.times)
    if found.sessions:
        yield _heading("Sessions")
        yield from (Static(_session(one), classes="progress-session") for one in found.sessions)


def _heading(text: str) -> Static:
    return Static(Content.styled(text, "bold"), classes="progress-heading")


def _bar(name: str, group: Group) -> Widget:
    count = group.count
    return Horizontal(
        Static(one_line(name), classes="progress-name", markup=False),
        Static(bar(count.met, count.total, BAR), classes="progress-bar", markup=False),
        Static(count.in_words, classes="progress-words", markup=False),
        classes="progress-row",
    )


def _session(sitting: Sitting) -> Content:
    from tutor.session.overview import moment_in_words

    one = sitting.session
    way = "✓ finished" if one.finished else f"{one.closed} of {one.questions} questions done"
    shown = f"; {sitting.count.in_words}" if sitting.count.total else ""
    return Content.assemble(
        (one_line(one.title), "bold"), "\n", (f"{moment_in_words(one.last_seen)}: {way}{shown}", "$text-muted")
    )


def _named(sitting: Sitting) -> str:
    from tutor.session.overview import moment_in_words

    one = sitting.session
    return f"{one.title}, {moment_in_words(one.last_seen)}, {one.closed} of {one.questions} done"
