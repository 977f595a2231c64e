"""Questions to the learner that need one choice: resume, skip, leave, and who is learning."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tutor.tui.screens.shared_keys import DIALOG, copying_or
from tutor.tui.text import one_line, shown
from tutor.tui.widgets.path_text import PathText


class ChoiceDialog(ModalScreen[str | None]):
    """A question with a few answers, chosen by arrow keys, number or mouse; Esc gives None."""

    BINDING_GROUP_TITLE = "Questions with a few answers"
    BINDINGS: ClassVar[list[BindingType]] = [
        *DIALOG,
        *(
            Binding(
                str(n),
                f"choose({n})",
                f"Answer {n}",
                show=False,
                id=f"answer-{n}",
                tooltip="take the answer with this number",
            )
            for n in range(1, 10)
        ),
    ]

    def __init__(self, title: str, text: str, choices: Sequence[tuple[str, str]], *, place: Path | None = None) -> None:
        """`choices` are pairs of what comes back and what is shown; `place` is a file that the text tells of."""
        super().__init__()
        self._title = title
        self._text = text
        self._choices = list(choices)
        self._place = place

    def compose(self) -> ComposeResult:
        """Title, text, and the numbered choices."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled(one_line(self._title), "bold"), classes="dialog-title")
            if self._text:
                yield Static(shown(self._text), classes="dialog-text")
            if self._place is not None:
                yield PathText(self._place, classes="dialog-path")
            yield OptionList(*self._options(), markup=False)
            yield Static("↑↓ and Enter, or a number · Esc goes back", classes="dialog-keys", markup=False)

    def _options(self) -> list[Option]:
        return [
            Option(Content.assemble((f"{n} " if n < 10 else "  ", "$text-muted"), one_line(label)))
            for n, (_, label) in enumerate(self._choices, start=1)
        ]

    def on_mount(self) -> None:
        """The keys go to the choices."""
        self.query_one(OptionList).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give back what was chosen."""
        event.stop()
        self.dismiss(self._choices[event.option_index][0])

    def action_choose(self, number: int) -> None:
        """Choose by number."""
        if number <= len(self._choices):
            self.dismiss(self._choices[number - 1][0])


class NameDialog(ModalScreen[str | None]):
    """Asks for a new learner's name; Esc, or no name, gives None."""

    BINDING_GROUP_TITLE = "Your name"
    BINDINGS: ClassVar[list[BindingType]] = [*DIALOG]

    def compose(self) -> ComposeResult:
        """One line to type in."""
        with Vertical(classes="dialog"):
            yield Static(Content.styled("What is your name?", "bold"), classes="dialog-title")
            yield Static("It keeps your lessons apart from those of others.", classes="dialog-text", markup=False)
            yield Input(max_length=60)
            yield Static("Enter goes on · Esc goes back", classes="dialog-keys", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give back the name."""
        event.stop()
        self.dismiss(one_line(event.value) or None)


_NO_NAME = ""
_NEW_NAME = "\n"  # no name can be this: names are one line


async def choose_learner(app: App[Any], names: Sequence[str], now: str = "") -> str:
    """Ask who is learning: a known name, a new one or none; `now` if they go back. To be called in a worker."""
    choices = [*((name, name) for name in names), (_NEW_NAME, "A new name…"), (_NO_NAME, "No name")]
    while True:
        choice = await app.push_screen_wait(ChoiceDialog("Who is learning?", "", choices))
        if choice is None:
            return now
        if choice != _NEW_NAME:
            return choice
        name = await app.push_screen_wait(NameDialog())
        if name:
            return name


def resume_dialog(title: str, done: int, total: int) -> ChoiceDialog:
    """Whether to go on where an unfinished session stands: `resume` or `new`."""
    return ChoiceDialog(
        "You have been here before",
        f"“{title}” is open with {done} of {total} questions done.",
        [("resume", "Go on where you left off"), ("new", "Start over (what you did is kept)")],
    )


def skip_dialog(hint_key: str) -> ChoiceDialog:
    """Whether to leave a question unanswered: `skip` or None."""
    return ChoiceDialog(
        "Skip this question?",
        f"You cannot come back to it in this session. A hint may help: {hint_key}.",
        [("stay", "Keep trying"), ("skip", "Skip it")],
    )


def trouble_dialog(what: str, advice: str) -> ChoiceDialog:
    """Says what went wrong and what to do."""
    return ChoiceDialog(what, advice, [("back", "Back")])


def written_dialog(place: Path) -> ChoiceDialog:
    """Says where a file went."""
    return ChoiceDialog("The transcript is written", "It is in this file:", [("back", "Back")], place=place)


def unsaved_dialog(trouble: str) -> ChoiceDialog:
    """Whether to leave although the draft could not be stored: `leave` or None."""
    return ChoiceDialog(
        "What you are typing could not be saved",
        trouble,
        [("stay", "Stay"), ("leave", "Leave without saving it")],
    )


class LeaveDialog(ChoiceDialog):
    """Whether to leave the lesson: `quit`, `picker` or None. Ctrl+Q or Ctrl+C once more means yes."""

    BINDING_GROUP_TITLE = "Leaving a lesson"
    BINDINGS: ClassVar[list[BindingType]] = [copying_or("dismiss('quit')", "leave")]

    def __init__(self, *, has_draft: bool, from_picker: bool) -> None:
        kept = "Your replies are saved" + (", and so is what you are typing." if has_draft else ".")
        choices = [("quit", "Leave")]
        if from_picker:
            choices.insert(0, ("picker", "Back to the lessons"))
        super().__init__("Leave the lesson?", kept, [*choices, ("stay", "Stay")])
