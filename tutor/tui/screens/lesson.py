"""The lesson screen: its keys, and who does what is asked of it.

`Playing` has the session's side of a lesson, `Leaving` the end of it, `entering` the questions before it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tutor.tui.keys import key_of
from tutor.tui.screens.leaving import Leaving
from tutor.tui.screens.messages import Happened, HardWords, Rested, Saved
from tutor.tui.stage import Stage
from tutor.tui.text import one_line
from tutor.tui.widgets.article_pane import ArticlePane
from tutor.tui.widgets.board import Board
from tutor.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from textual.geometry import Offset
    from textual.widget import Widget

    from tutor.session.events import Summary
    from tutor.tui.desk import Desk
    from tutor.tui.screens.playing import Playing
    from tutor.tui.screens.sitting import Sitting
    from tutor.tui.widgets.composer import Composer

# Narrower than this, article and chat side by side leave too few words on a line.
BOTH_PANES = 100


class LessonScreen(Screen[None]):
    """One sitting of one learner with one lesson."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (BOTH_PANES, "-wide")]
    AUTO_FOCUS = "#composer"
    BINDING_GROUP_TITLE = "In a lesson"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "ready",
            "I have read it",
            id="ready",
            tooltip="while you read: the article is read, now the questions",
        ),
        Binding("f1", "app.help", "Help", id="help", tooltip="what the keys do, first those that work where you are"),
        Binding(
            "f2,ctrl+o",
            "switch_pane",
            "Article/Chat",
            id="pane",
            tooltip="go from article to chat and back (two tabs in a narrow window)",
        ),
        Binding(
            "f6",
            "point",
            "Point",
            show=False,
            id="point",
            tooltip="go to the article and point at a sentence for your reply; again, or Esc: back",
        ),
        Binding("f3", "hint", "Hint", id="hint", tooltip="a hint; asking again gives the next one"),
        Binding("f4", "skip", "Skip", id="skip", tooltip="leave this question and go on"),
        Binding("f5", "whole_question", "Whole question", id="whole-question", tooltip="show a long question whole"),
        Binding(
            "escape",
            "to_composer",
            "Reply",
            show=False,
            id="back",
            tooltip="back to your reply; do not wait for a model, the built-in words come at once",
        ),
        Binding(
            "ctrl+c,super+c",
            "copy_or_leave",
            "Copy or leave",
            show=False,
            id="copy",
            tooltip="copy what is selected; else clear the reply; else ask to leave",
        ),
    ]

    def __init__(
        self,
        desk: Desk,
        lesson: Path,
        *,
        learner: str | None = None,
        resume: bool | None = None,
        from_picker: bool = False,
    ) -> None:
        """`learner` and `resume` are None when it is for the learner to say."""
        super().__init__()
        self.desk = desk
        self.lesson = lesson
        self.learner = learner
        self.resume = resume
        self.from_picker = from_picker
        self.playing: Playing | None = None
        self.leaving = Leaving(self)
        self.lesson_title = ""
        self._stage = Stage.OPENING

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Where text would be selected from: not a widget that was just taken away (Textual issue 6643)."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        gone = widget is not None and widget.parent is None
        return (None, None) if gone else (widget, offset)

    def compose(self) -> ComposeResult:
        """The board and the keys."""
        # Known before the first resize, which then has nothing to restyle.
        self.add_class("-narrow" if self.app.size.width < BOTH_PANES else "-wide")
        yield Board(Stage.OPENING.value, id="board")
        yield KeyBar()

    def on_mount(self) -> None:
        """Paint first; everything slow comes after the first frame."""
        self.call_after_refresh(self.enter)

    @property
    def board(self) -> Board:
        """Everything but the keys."""
        return self.query_one("#board", Board)

    @property
    def sitting(self) -> Sitting | None:
        """The session, once it is open."""
        return self.playing.sitting if self.playing else None

    @property
    def summary(self) -> Summary | None:
        """The end of the lesson, once it has come."""
        return self.playing.summary if self.playing else None

    @property
    def stage(self) -> Stage:
        """What the screen is doing."""
        return self._stage

    @stage.setter
    def stage(self, stage: Stage) -> None:
        self._stage = stage
        self.board.composer.busy = stage.value
        if self.playing is not None:
            self.playing.waiting.watch()

    # Opening

    @work(exclusive=True, group="opening")
    async def enter(self) -> None:
        """Load lesson and article, find out who learns and where they left off, and begin."""
        from tutor.tui.screens.entering import enter

        await enter(self)

    # What comes of the session

    def on_happened(self, message: Happened) -> None:
        """Show it."""
        assert self.playing is not None  # nothing happens before
        self.playing.happened(message.event)

    def on_rested(self, message: Rested) -> None:
        """Take replies again."""
        assert self.playing is not None
        self.playing.rested(message.trouble)

    def on_saved(self, message: Saved) -> None:
        """Go, or ask whether to."""
        self.leaving.saved(message.trouble)

    def on_hard_words(self, message: HardWords) -> None:
        """Mark them."""
        self.board.article.explain(message.words)

    # What the learner does

    def on_composer_sent(self, message: Composer.Sent) -> None:
        """Pass a reply or a command on; leaving is this screen's own affair."""
        message.stop()
        if message.text.strip().lower() == "/quit":
            self.leaving.ask()
        else:
            self.say(message.text)

    def on_composer_refused(self, message: Composer.Refused) -> None:
        """Say why nothing was sent or pasted."""
        message.stop()
        self.app.clear_notifications()  # a key held down says it once
        self.notify(message.what, markup=False)

    def on_composer_leave_asked(self, message: Composer.LeaveAsked) -> None:
        """The last rung of Ctrl+C."""
        message.stop()
        self.leaving.ask()

    def on_composer_line_ended(self, message: Composer.LineEnded) -> None:
        """Keep the draft line by line: a computer that goes off costs at most the line being typed."""
        message.stop()
        if self.sitting is not None:
            self.sitting.keep(message.text)

    def on_article_pane_explain(self, message: ArticlePane.Explain) -> None:
        """A word of the article is looked up, as /define does it."""
        message.stop()
        self.say(f"/define {one_line(message.word)}")

    def say(self, text: str) -> None:
        """Give the session something the learner typed, if it listens."""
        if self.playing is not None and self.stage is Stage.READY:
            self.playing.say(text)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that would do nothing now are not in the footer."""
        if not self.board.furnished:
            return False
        if action == "whole_question":
            return self.board.bar.is_cut or self.board.bar.whole
        if action in ("hint", "skip"):
            return self.summary is None and not self.board.reading
        if action == "point":
            return not self.board.reading
        if action in ("ready", "switch_pane"):
            return self.board.reading is (action == "ready")
        return True

    def action_switch_pane(self) -> None:
        """Narrow: show the other pane. Wide: go to the article, or back to the reply."""
        board = self.board
        if self.has_class("-narrow"):
            board.pane = "chat" if board.pane == "article" else "article"
        elif board.article.has_focus:
            board.composer.focus()
        else:
            board.article.focus()

    def action_to_composer(self) -> None:
        """Back to the reply; while the tutor works, on without the model; while it types, all of it at once."""
        if self.stage is Stage.THINKING and self.sitting is not None:
            self.sitting.cancel()
        self.board.chat.finish_typing()
        if self.board.reading:
            self.board.aside.tell("")
            self.board.article.pick("")
        else:
            self.board.composer.focus()

    def action_point(self) -> None:
        """Go to the article to point at a sentence for the reply, or back."""
        self.board.point()

    def action_ready(self) -> None:
        """The article has been read: on to the questions."""
        self.say("/ready")

    def action_hint(self) -> None:
        """Ask for a hint; what is being typed stays."""
        self.say("/hint")

    def action_skip(self) -> None:
        """Leave the question, if the learner means it."""
        from tutor.tui.screens.dialogs import skip_dialog

        dialog = skip_dialog(key_of(self, "hint"))
        self.app.push_screen(dialog, lambda choice: self.say("/skip") if choice == "skip" else None)

    @work(exclusive=True, group="export")
    async def action_export(self) -> None:
        """Write what was said so far to a file."""
        from tutor.tui.screens.exporting import export

        if self.sitting is not None:
            await export(self.app, self.desk, self.sitting.conversation.id)

    def action_whole_question(self) -> None:
        """Show all of a long question, or only its first lines."""
        self.board.bar.whole = not self.board.bar.whole
        self.call_after_refresh(self.refresh_bindings)

    def action_scroll_pane(self, pane: str, direction: int) -> None:
        """Scroll a pane while the keys go to the composer."""
        self.board.scroll_pane(pane, direction)

    def action_copy_or_leave(self) -> None:
        """Ctrl+C outside the composer: copy what is selected, else as in the composer."""
        if self.get_selected_text():
            self.action_copy_text()
        else:
            self.board.composer.action_ladder()
