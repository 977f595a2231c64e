"""The lesson screen: runs the session in a thread, shows its events on the board, passes on what is typed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer

from tutor.errors import TutorError
from tutor.tui.keys import key_of
from tutor.tui.screens.messages import Destination, Finished, Happened, HardWords, NotOpened, Rested, Saved
from tutor.tui.stage import Stage
from tutor.tui.text import one_line
from tutor.tui.widgets.article_pane import ArticlePane
from tutor.tui.widgets.board import Board
from tutor.tui.widgets.composer import Composer

if TYPE_CHECKING:
    from tutor.session.events import Summary
    from tutor.tui.desk import Desk, Opened
    from tutor.tui.screens.sitting import Sitting
    from tutor.tui.screens.waiting import Waiting
    from tutor.tui.showing import Showing

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
        self.sitting: Sitting | None = None
        self.showing: Showing | None = None
        self.lesson_title = ""
        self._stage = Stage.OPENING
        self._undelivered = ""  # sent, and not yet known to be on disk
        self._destination: Destination | None = None  # where to go when the session rests
        self._summed_up = False
        self._waiting: Waiting | None = None
        self._told_of_the_model = False

    def compose(self) -> ComposeResult:
        """The board and the keys."""
        # Known before the first resize, which then has nothing to restyle.
        self.add_class("-narrow" if self.app.size.width < BOTH_PANES else "-wide")
        yield Board(Stage.OPENING.value, id="board")
        yield Footer()

    def on_mount(self) -> None:
        """Paint first; everything slow comes after the first frame."""
        self.call_after_refresh(self.enter)

    @property
    def board(self) -> Board:
        """Everything but the keys."""
        return self.query_one("#board", Board)

    @property
    def summary(self) -> Summary | None:
        """The end of the lesson, once it has come."""
        return self.showing.summary if self.showing else None

    @property
    def stage(self) -> Stage:
        """What the screen is doing."""
        return self._stage

    @stage.setter
    def stage(self, stage: Stage) -> None:
        self._stage = stage
        self.board.composer.busy = stage.value
        if self._waiting is not None:
            self._waiting.watch()

    # Opening

    @work(exclusive=True, group="opening")
    async def enter(self) -> None:
        """Load lesson and article, find out who learns and where they left off, and begin."""
        try:
            opened = await asyncio.to_thread(self.desk.load, self.lesson)
            from tutor.tui.screens.entering import whether_to_resume, who_learns
            from tutor.tui.screens.sitting import Sitting
            from tutor.tui.screens.waiting import Waiting
            from tutor.tui.showing import Showing

            self.lesson_title = opened.title
            self.board.article.show(opened.article, *opened.part)
            self.board.bar.show_lesson(opened.title)
            who = self.learner if self.learner is not None else await who_learns(self.app, self.desk)
            self.learner = self.board.chat.learner = who
            resume = self.resume
            if resume is None:
                resume = await whether_to_resume(self.app, self.desk, opened, who)
            conversation = await asyncio.to_thread(self.desk.converse, opened, who, resume=resume)
        except TutorError as error:
            # Without a lesson there is nothing to show: it is told at the edge, or among the other lessons.
            self.app.post_message(NotOpened(error))
            return
        self.sitting = Sitting(self, conversation)
        self.showing = Showing(self.board)
        self._waiting = Waiting(self)
        if conversation.events:
            with self.app.batch_update():
                self.showing.replay(conversation.events)
        if conversation.draft:
            self.board.composer.put_back(conversation.draft)
        for note in self.desk.notes():
            self.board.chat.note(note)
        self.stage = Stage.THINKING
        self.sitting.begin()
        # Last, and by nobody waited for, not even on leaving: what the first reply needs.
        threading.Thread(target=self._warm, args=(opened,), daemon=True).start()

    def _warm(self, opened: Opened) -> None:
        self.desk.warm()
        words = self.desk.hard_words(opened)
        with suppress(RuntimeError):  # the app has ended meanwhile
            self.post_message(HardWords(words))

    # Playing

    def on_happened(self, message: Happened) -> None:
        """Show it."""
        assert self.showing is not None  # nothing happens before
        match message.event.kind:
            case "replied" | "commanded":
                self._undelivered = ""
            case "left":
                self._destination = self._destination or "quit"
            case "asked" | "reading":
                self.call_after_refresh(self.refresh_bindings)  # only then is it known whether the question is cut
        self.showing.show(message.event)

    def on_rested(self, message: Rested) -> None:
        """Take replies again. What did not get through goes back to where it was typed."""
        self.stage = Stage.READY
        if message.trouble is not None:
            self.board.chat.trouble(message.trouble.what, message.trouble.advice)
            if self._undelivered:
                self.board.composer.put_back(self._undelivered)
        self._undelivered = ""
        self._tell_of_the_model()
        if self._destination is not None:
            self.leave_for(self._destination)
        elif self.summary is not None and message.trouble is None and not self._summed_up:
            self.sum_up()

    def _tell_of_the_model(self) -> None:
        """Say once that the model does not help; the lesson needs none."""
        trouble = self.sitting.conversation.model_trouble if self.sitting else ""
        if trouble and not self._told_of_the_model:
            self._told_of_the_model = True
            self.board.chat.note(f"The model does not work: {trouble}. The built-in words go on without it.")

    def on_composer_sent(self, message: Composer.Sent) -> None:
        """Pass a reply or a command on; leaving is this screen's own affair."""
        message.stop()
        if message.text.strip().lower() == "/quit":
            self.ask_to_leave()
        else:
            self.say(message.text)

    def on_composer_refused(self, message: Composer.Refused) -> None:
        """Say why nothing was sent or pasted."""
        message.stop()
        self.notify(message.what, markup=False)

    def on_composer_leave_asked(self, message: Composer.LeaveAsked) -> None:
        """The last rung of Ctrl+C."""
        message.stop()
        self.ask_to_leave()

    def typed_commands(self) -> Iterator[SystemCommand]:
        """For the command palette: the commands that have no key."""
        from tutor.dialogue.commands import COMMANDS

        for command, meaning in COMMANDS.items():
            name, _, rest = command.partition(" ")
            if name not in ("/ready", "/hint", "/skip", "/help", "/quit"):
                run = partial(self._begin_command, name) if rest else partial(self.say, name)
                yield SystemCommand(command, meaning[:1].upper() + meaning[1:], run)

    def _begin_command(self, name: str) -> None:
        """Put a command that needs a word more where it can be typed, before what stands there."""
        self.board.composer.begin_command(name)

    def say(self, text: str) -> None:
        """Give the session something the learner typed."""
        if self.sitting is None or self.stage is not Stage.READY:
            return
        self._undelivered = text
        self.stage = Stage.THINKING
        if not self.board.reading:
            self.board.pane = "chat"
        self.board.chat.to_end()
        self.sitting.say(text)

    def on_composer_line_ended(self, message: Composer.LineEnded) -> None:
        """Keep the draft line by line: a computer that goes off costs at most the line being typed."""
        message.stop()
        if self.sitting is not None:
            self.sitting.keep(message.text)

    def sum_up(self) -> None:
        """Show the summary, once; from there to the lessons, or back to look at the chat."""
        from tutor.tui.screens.summary import SummaryScreen

        assert self.summary is not None
        assert self.sitting is not None
        self._summed_up = True
        conversation = self.sitting.conversation
        screen = SummaryScreen(
            self.lesson_title,
            self.summary,
            desk=self.desk,
            session=conversation.id,
            events=conversation.events,
            article=self.board.article.article,
        )
        self.app.push_screen(screen, lambda choice: self.leave_for("picker") if choice == "picker" else None)

    # Leaving

    def ask_to_leave(self) -> None:
        """Ask before leaving; a lesson that is over needs no question."""
        from tutor.tui.screens.dialogs import LeaveDialog

        if self.sitting is None or self.summary is not None:
            self.leave_for("picker" if self.from_picker else "quit")
            return
        dialog = LeaveDialog(has_draft=bool(self.board.composer.text.strip()), from_picker=self.from_picker)
        self.app.push_screen(dialog, self._leave_if)

    def _leave_if(self, choice: str | None) -> None:
        match choice:
            case "quit" | "picker":
                self.leave_for(choice)

    def leave_for(self, destination: Destination) -> None:
        """Save what is being typed and go; while the session works, as soon as it rests."""
        self._destination = destination
        if self.sitting is None:
            self.post_message(Saved())
        elif self.stage is Stage.READY:
            self.stage = Stage.LEAVING
            self.sitting.leave(self.board.composer.text)

    def on_saved(self, message: Saved) -> None:
        """Go; or, if the draft could not be kept, ask whether to go all the same."""
        destination, self._destination = self._destination, None
        if message.trouble is None:
            self.app.post_message(Finished(destination or "quit"))
            return
        from tutor.tui.screens.dialogs import unsaved_dialog

        self.stage = Stage.READY
        self.board.chat.trouble(message.trouble.what, message.trouble.advice)

        def go(choice: str | None) -> None:
            if choice == "leave":
                self.app.post_message(Finished(destination or "quit"))

        self.app.push_screen(unsaved_dialog(str(message.trouble)), go)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that would do nothing now are not in the footer."""
        if action == "whole_question":
            return self.board.bar.is_cut or self.board.bar.whole
        if action in ("hint", "skip"):
            return self.summary is None and not self.board.reading
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

    def action_ready(self) -> None:
        """The article has been read: on to the questions."""
        self.say("/ready")

    def on_article_pane_explain(self, message: ArticlePane.Explain) -> None:
        """A word of the article is looked up, as /define does it."""
        message.stop()
        self.say(f"/define {one_line(message.word)}")

    def on_hard_words(self, message: HardWords) -> None:
        """Mark them."""
        self.board.article.explain(message.words)

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
