"""Where the learner types: Enter sends, Ctrl+J makes a new line, nothing typed is ever thrown away."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from tutor.tui.keys import key_of
from tutor.tui.text import safe
from tutor.tui.widgets.citing_box import CitingBox

# Many terminals cannot tell the last three from Enter, thus Ctrl+J.
_NEW_LINE_KEYS = frozenset({"ctrl+j", "shift+enter", "ctrl+enter", "alt+enter"})
_PLACEHOLDER = "Your answer… cite a sentence like p4s2, or quote it"


class Composer(CitingBox):
    """The box for replies. While the tutor works it still takes typing; only sending waits."""

    BINDING_GROUP_TITLE = "Your reply"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "up",
            "to_chips",
            "Cited",
            id="to-chips",
            tooltip="from the first line of your reply: to the sentences that it cites, to see them or take them out",
        ),
        Binding(
            "up",
            "up_or_recall",
            "Bring back",
            show=False,
            id="recall",
            tooltip="in an empty box: bring back what you sent or cleared last; else a line up",
        ),
        Binding(
            "pageup",
            "screen.scroll_pane('chat', -1)",
            "Chat up",
            show=False,
            id="chat-up",
            tooltip="scroll the conversation up while you type",
        ),
        Binding(
            "pagedown",
            "screen.scroll_pane('chat', 1)",
            "Chat down",
            show=False,
            id="chat-down",
            tooltip="scroll the conversation down while you type",
        ),
        Binding(
            "ctrl+up",
            "screen.scroll_pane('article', -1)",
            "Article up",
            show=False,
            id="article-up",
            tooltip="scroll the article up while you type",
        ),
        Binding(
            "ctrl+down",
            "screen.scroll_pane('article', 1)",
            "Article down",
            show=False,
            id="article-down",
            tooltip="scroll the article down while you type",
        ),
        Binding(
            "f6",
            "screen.point",
            "Point",
            show=False,
            id="point",
            tooltip="go to the article and point at a sentence for your reply; again, or Esc: back",
        ),
        Binding(
            "ctrl+c,super+c",
            "ladder",
            "Copy, clear or leave",
            show=False,
            id="copy",
            tooltip="copy what is selected; else clear the reply; else ask to leave",
        ),
    ]

    class Sent(Message):
        """The learner pressed Enter on `text`, which is not empty."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Refused(Message):
        """Something could not be taken: `what` says why and what to do. What stood in the box still stands there."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    class LineEnded(Message):
        """A line of a longer reply is finished: `text` is the reply so far."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class ChipsAsked(Message):
        """The learner wants to go to what the reply cites."""

    class LeaveAsked(Message):
        """Ctrl+C with nothing to copy or clear."""

    def __init__(self, busy: str, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        """`busy` as in the property."""
        super().__init__(
            id=id,
            placeholder=Content(_PLACEHOLDER),
            highlight_cursor_line=False,
            tab_behavior="focus",
            classes="-busy" if busy else "",
        )
        self._last = ""
        self._has_chips = False
        self._over = False
        self.busy = busy
        # Nobody listens, and with each letter it would go up to the app before the letter is painted.
        self.disable_messages(TextArea.SelectionChanged)

    @property
    def busy(self) -> str:
        """What the tutor is doing, empty when a reply can be sent."""
        return self._busy

    @busy.setter
    def busy(self, doing: str) -> None:
        self._busy = doing
        self.set_class(bool(doing), "-busy")
        if self._over:
            self.placeholder = Content(f"The lesson is over. {key_of(self, 'leave')} leaves")
        elif self.is_mounted and (key := key_of(self, "point")):
            self.placeholder = Content(f"Your answer… {key}: point at a sentence, or type p4s2")
        keys = "Enter sends · Ctrl+J new line"
        self.border_subtitle = Content(f"… {doing}" if doing else keys)

    def end(self) -> None:
        """No more answers are asked for: say so, where it said that one was."""
        self._over = True
        self.busy = self._busy

    @property
    def has_chips(self) -> bool:
        """Whether there are chips over the box to go to."""
        return self._has_chips

    @has_chips.setter
    def has_chips(self, has_chips: bool) -> None:
        if has_chips != self._has_chips:
            self._has_chips = has_chips
            self.refresh_bindings()

    def put_back(self, text: str) -> None:
        """Restore a reply that could not be delivered, before anything typed since."""
        self.text = f"{text}\n{self.text}" if self.text else text
        self.move_cursor(self.document.end)

    def put_in(self, piece: str) -> bool:
        """Put something that was pointed at where the cursor is, in one step for Ctrl+Z; whether there was room."""
        from tutor.session.cleaning import REPLY_LIMIT

        if len(self.text) + len(piece) > REPLY_LIMIT:
            refused = self.Refused(f"A reply may have {REPLY_LIMIT:,} characters, so nothing was put in.")
            # What the board sends from a part of its own gets no further than the board.
            self.post_message(refused.set_sender(self))
            return False
        self.put_piece(piece)
        return True

    def begin_command(self, name: str) -> None:
        """Put a command that needs a word more into the box; what stood there comes back with Ctrl+Z."""
        self._replace_via_keyboard(f"{name} ", (0, 0), self.document.end)
        self.focus()

    def action_send(self) -> None:
        """Hand the reply over, unless the tutor is still busy with the last one."""
        from tutor.session.cleaning import REPLY_LIMIT, is_blank

        text = self.text
        if is_blank(text):
            self.post_message(self.Refused(f"Type an answer first. {key_of(self, 'hint')} gives a hint."))
        elif self._busy:
            self.post_message(self.Refused(f"One moment: {self._busy}. Your reply stays here until then."))
        elif len(text) > REPLY_LIMIT:
            self.post_message(
                self.Refused(f"That is {len(text):,} characters; a reply may have {REPLY_LIMIT:,}. Make it shorter.")
            )
        else:
            self._last = text
            # Not `clear`: that keeps each step of this reply, and how each looked, for Ctrl+Z and for painting.
            self.load_text("")
            self.post_message(self.Sent(text))

    def action_new_line(self) -> None:
        """Break the line."""
        self._replace_via_keyboard("\n", *self.selection)
        self.post_message(self.LineEnded(self.text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Up leads out of the box only from its first line."""
        if action == "to_chips":
            return self.has_chips and self.navigator.is_first_wrapped_line(self.cursor_location)
        return True

    def action_to_chips(self) -> None:
        """Go to what the reply cites."""
        self.post_message(self.ChipsAsked())

    def action_up_or_recall(self) -> None:
        """Move up; in an empty box bring back what was sent or cleared last."""
        if self.text or not self._last:
            self.action_cursor_up()
        else:
            self.text = self._last
            self.move_cursor(self.document.end)

    def action_ladder(self) -> None:
        """Ctrl+C: copy a selection, here or elsewhere on screen; else clear the box; else ask to leave."""
        if self.selected_text:
            self.action_copy()
        elif self.screen.get_selected_text():
            raise SkipAction()  # the screen's own binding copies it
        elif self.text:
            self._last = self.text
            # Through the edit history, so that Ctrl+Z brings it back, as does Up.
            self._replace_via_keyboard("", (0, 0), self.document.end)
            self.post_message(self.Refused("Cleared. Up brings it back; Ctrl+C again leaves."))
        else:
            self.post_message(self.LeaveAsked())

    async def _on_key(self, event: events.Key) -> None:
        # Here and not as bindings: those run in another queue than letters do, so that a fast typist's reply would
        # be sent without its last letters, or broken in the wrong place.
        if event.key == "enter":
            self.action_send()
        elif event.key in _NEW_LINE_KEYS:
            self.action_new_line()
        else:
            return
        event.prevent_default()
        event.stop()

    async def _on_paste(self, event: events.Paste) -> None:
        # Handled here in full: TextArea's own handler would insert the text as it is, whatever its length.
        event.prevent_default()
        event.stop()
        from tutor.session.cleaning import REPLY_LIMIT

        text = safe(event.text.replace("\r\n", "\n").replace("\r", "\n"))
        if len(self.text) + len(text) > REPLY_LIMIT:
            self.post_message(
                self.Refused(
                    f"That is {len(text):,} characters, and a reply may have {REPLY_LIMIT:,}, so nothing was pasted. "
                    "Paste the part you mean, or cite it like p4s2."
                )
            )
            return
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)
            self.focus()
        if strange := text.count("\ufffd") - event.text.count("\ufffd"):
            what = "1 character" if strange == 1 else f"{strange:,} characters"
            self.post_message(self.Refused(f"{what} of what you pasted cannot be shown: \ufffd stands there instead."))
