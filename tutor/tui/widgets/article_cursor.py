"""The article with a sentence cursor, and with words that are selected from it by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.selection import Selection

from tutor.tui.widgets.article_view import BEARING, ArticleView

if TYPE_CHECKING:
    from tutor.article import Address
    from tutor.tui.widgets.galley import Stretch
    from tutor.tui.widgets.pointer import Pointer


class CursorView(ArticleView, can_focus=False):
    """Goes from sentence to sentence and keeps the cursor in sight. Which keys do so is for the pane to say."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._pointer: Pointer | None = None
        self._hovered: Address | None = None

    @property
    def address(self) -> Address | None:
        """The sentence that the cursor is on."""
        return self._pointer.address if self._pointer else None

    def _lay_out(self) -> None:
        super()._lay_out()
        from tutor.tui.widgets.pointer import Pointer

        self._pointer = self._pointer or Pointer()
        self._hovered = None
        if self.galley:
            self._pointer.hold(self.galley)
        self._draw()

    def mark(self, asked: Sequence[str], shown: Sequence[str] = ()) -> bool:
        """Mark sentences, as in the view; the cursor will begin there, unless somebody is pointing with it now."""
        if not self.has_focus:
            self.forget()
        return super().mark(asked, shown)

    def forget(self) -> None:
        """Let the cursor begin anew when it is used next."""
        if self._pointer:
            self._pointer.point(None)
            self._draw()

    # The cursor, drawn

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor, on what is in sight, or put it away: the keys go elsewhere."""
        super().watch_has_focus(has_focus)
        if has_focus:
            self._take_up()
        self._draw()

    def _draw(self) -> None:
        if self.galley is None or self._pointer is None:
            return
        others: list[tuple[Stretch, str]] = []
        if self._hovered is not None:
            others.append((self.galley.sentences[self._hovered], ".article--hovered"))
        pointed = self._pointer.sentence(self.galley) if self.has_focus else None
        if pointed:
            others.append((pointed, ".article--pointed"))
            if word := self._pointer.word(self.galley):
                others.append((word, ".article--word"))
        self.paint(pointed, *others)

    # The cursor, moved

    def _take_up(self) -> bool:
        """Make sure that the cursor is in sight; whether it was."""
        if self.galley is None or self._pointer is None:
            return False
        sight = self.lines_in_sight()
        if sentence := self._pointer.sentence(self.galley):
            lines = self.galley.lines_of(sentence)
            if lines.start < sight.stop and sight.start < lines.stop:
                return True
        starts = {address: self.galley.line_of(each.start) for address, each in self.galley.sentences.items()}
        seen = [address for address, line in starts.items() if line in sight]
        above = [address for address, line in starts.items() if line < sight.start]
        marked = {address for mark, addresses in self._marks.items() if mark.of_tutor for address in addresses}
        told = [address for address in seen if address in marked]
        self._pointer.point(next(iter((*told, *seen, *reversed(above), *starts)), None))
        return False

    def action_sentence(self, step: int) -> None:
        """Go to the next sentence or the one before; one that is longer than the pane is scrolled through first."""
        if self.galley is None or self._pointer is None:
            return
        self._unselect()
        if self._take_up() and (sentence := self._pointer.sentence(self.galley)):
            lines, sight = self.galley.lines_of(sentence), self.lines_in_sight()
            more = lines.stop > sight.stop if step > 0 else lines.start < sight.start
            if more and len(lines) > len(sight) - BEARING:
                self.to_line(sight.start + step * max(1, len(sight) // 2))
            elif not self._pointer.by_sentence(self.galley, step):
                self.to_line(self.galley.height if step > 0 else 0)
            else:
                self._follow()
        self._draw()

    def action_word(self, step: int) -> None:
        """Go to the next word, or the one before."""
        if self.galley and self._pointer and self._take_up():
            self._unselect()
            self._pointer.by_word(self.galley, step)
            self._follow()
        self._draw()

    def action_select_word(self, step: int) -> None:
        """Select a word more, or one less."""
        if self.galley and self._pointer:
            self._take_up()
            self._pointer.select_word(self.galley, step)
            self._show_selection()

    def action_select_sentence(self, step: int) -> None:
        """Select to the end of a sentence, or back to its start."""
        if self.galley and self._pointer:
            self._take_up()
            self._pointer.select_sentence(self.galley, step)
            self._show_selection()

    def action_page(self, direction: int) -> None:
        """Scroll by a page and take the cursor along."""
        if self.galley is None or self._pointer is None:
            return
        before = self.lines_in_sight()
        self.to_line(before.start + direction * max(1, len(before) - BEARING))
        sight = self.lines_in_sight()
        order = list(self.galley.sentences)
        if sight == before and order:
            self._point(order[-1 if direction > 0 else 0])
        else:
            starts = (a for a, each in self.galley.sentences.items() if self.galley.line_of(each.start) in sight)
            self._point(next(starts, self.address))

    def action_read_on(self) -> None:
        """Scroll by a page."""
        self.action_page(1)

    def action_edge(self, direction: int) -> None:
        """Go to the first sentence or the last, and show what stands before or after it."""
        if self.galley is not None and self.galley.sentences:
            self.to_line(self.galley.height if direction > 0 else 0)
            self._point(list(self.galley.sentences)[-1 if direction > 0 else 0])

    def _point(self, address: Address | None) -> None:
        if self._pointer:
            self._unselect()
            self._pointer.point(address)
            self._draw()

    def _follow(self) -> None:
        """Bring the cursor into sight, with lines of bearing around it where there is room."""
        if self.galley is None or self._pointer is None:
            return
        stretch = self._pointer.word(self.galley) or self._pointer.sentence(self.galley)
        if stretch is None:
            return
        lines, sight = self.galley.lines_of(stretch), self.lines_in_sight()
        if lines.start < sight.start + BEARING:
            self.to_line(max(0, lines.start - BEARING))
        elif lines.stop > sight.stop - BEARING:
            self.to_line(max(0, min(lines.stop - len(sight) + BEARING, lines.start - BEARING)))

    # Words selected by keyboard

    def _show_selection(self) -> None:
        if self.galley and self._pointer and (stretch := self._pointer.selected(self.galley)):
            self._select(stretch)
            self._follow()
        self._draw()

    def _select(self, stretch: Stretch) -> None:
        self.screen.selections = {self: _selection(stretch)}

    def _selected(self) -> Stretch | None:
        """What was selected by keyboard and still is: a click anywhere ends a selection."""
        stretch = self._pointer.selected(self.galley) if self.galley and self._pointer else None
        return stretch if stretch and self.text_selection == _selection(stretch) else None

    def _unselect(self) -> None:
        if self._pointer and self._pointer.selects:
            if self._selected():
                self.screen.clear_selection()
            self._pointer.unselect()


def _selection(stretch: Stretch) -> Selection:
    """A stretch as Textual's selection of this pane, which counts passages as lines."""
    return Selection(Offset(stretch.start.at, stretch.start.passage), Offset(stretch.end.at, stretch.end.passage))
