"""The reply being written: the box, and above it what the text in it cites. The text is all there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import TextArea

from tutor.tui.widgets.composer import Composer

if TYPE_CHECKING:
    from tutor.article import Reference
    from tutor.tui.widgets.chips import Chip, Chips


# Who never breaks a line has one ended for them, after about as much as a line on the screen has.
_LINE = 80


class Reply(Vertical):
    """Puts addresses and quotations into the text and takes them out, and says what it cites when that changes."""

    class Cites(Message):
        """The text cites other sentences than before."""

    def __init__(
        self,
        busy: str,
        typed: Callable[[], None],
        *,
        id: str | None = None,  # noqa: A002  (Textual's own name for it)
    ) -> None:
        """`busy` as the composer has it; `typed` is called with each letter, which has to wait for it."""
        super().__init__(id=id)
        self._busy = busy
        self._typed = typed
        self._due = False  # whether the text is about to be looked at
        self._kept = 0  # how long the text was when it was last kept
        self.cites: tuple[Reference, ...] = ()

    def compose(self) -> ComposeResult:
        """The box. The chips come with the first address: most replies of the first minutes have none."""
        yield Composer(self._busy, id="composer")

    @property
    def composer(self) -> Composer:
        """Where the learner types."""
        return self.query_one("#composer", Composer)

    def point(self, reference: Reference, words: str = "") -> bool:
        """Put an address into the reply, or words with their address; what is there already is taken out.

        Whether it is there now.
        """
        from tutor.article.citing import cite, quote

        composer = self.composer
        if words:
            piece = quote(words, reference)
            if piece in composer.text:
                composer.drop(piece)
                return False
            return composer.put_in(piece)
        if reference in self._cited_now():
            composer.take_out(reference)
            return False
        return composer.put_in(cite(reference))

    def undo(self) -> None:
        """Make the reply as it was before the last change."""
        self.composer.undo()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Look what is cited, once what was typed is on the screen."""
        # Each widget that a message goes through takes its time before the letter is painted.
        event.stop()
        self._typed()
        if not self._due:
            self._due = True
            self.call_after_refresh(self._look)

    def _look(self) -> None:
        self._due = False
        if abs(len(self.composer.text) - self._kept) >= _LINE:
            self._kept = len(self.composer.text)
            self.post_message(Composer.LineEnded(self.composer.text))
        cites = self._cited_now()
        if cites != self.cites:
            self.cites = cites
            self.post_message(self.Cites())

    def _cited_now(self) -> tuple[Reference, ...]:
        from tutor.article.citing import references_in

        return references_in(self.composer.text)

    # The chips

    def show(self, chips: Sequence[Chip]) -> None:
        """Show a chip for each address."""
        from tutor.tui.widgets.chips import Chips

        row = next(iter(self.query(Chips)), None)
        if row is None and chips:
            row = Chips(id="chips")
            self.mount(row, before=self.composer)
        if row is not None:
            if row.has_focus and not chips:
                self.composer.focus()
            row.show(chips)
        self.composer.has_chips = bool(chips)

    def on_composer_chips_asked(self, event: Composer.ChipsAsked) -> None:
        """To the chips."""
        from tutor.tui.widgets.chips import Chips

        event.stop()
        self.query_one(Chips).focus()

    def on_chips_take_out(self, event: Chips.TakeOut) -> None:
        """An address is not to be cited any more."""
        event.stop()
        self.composer.take_out(event.reference)
        if event.clicked:
            self.composer.focus()

    def on_chips_left(self, event: Chips.Left) -> None:
        """Back to the box, with the letter that was typed."""
        event.stop()
        self.composer.focus()
        self.composer.replace(event.typed, *self.composer.selection, maintain_selection_offset=False)

    def on_chips_undone(self, event: Chips.Undone) -> None:
        """Undo."""
        event.stop()
        self.undo()
