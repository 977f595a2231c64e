"""A text box that knows of addresses: they are put in and taken out in one step, and no word sticks to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.tui.widgets.quick_box import QuickBox

if TYPE_CHECKING:
    from textual.document._document import EditResult, Location

    from tutor.article import Reference


class CitingBox(QuickBox):
    """What counts as an address, and which spaces it needs, is for `article.citing` to say."""

    def put_piece(self, piece: str) -> None:
        """Put something that was pointed at where the cursor is, in one step for Ctrl+Z."""
        from tutor.article.citing import put_in

        selected = self.screen.selections
        at, words = put_in(self.text, len(self.get_text_range((0, 0), self.cursor_location)), piece)
        self.move_cursor(self._replace_in_one_step((at, at), words))
        self.screen.selections = selected  # what was selected in the article, which a moving cursor takes away

    def take_out(self, reference: Reference) -> None:
        """Take an address out wherever it stands, in one step for Ctrl+Z."""
        from tutor.article.citing import take_out

        if found := take_out(self.text, reference):
            self._replace_in_one_step(*found)

    def drop(self, piece: str) -> None:
        """Take out a quotation with its address, as it stands there, in one step for Ctrl+Z."""
        from tutor.article.citing import without

        self._replace_in_one_step(without(self.text, piece), "")

    def _replace_in_one_step(self, span: tuple[int, int], words: str) -> Location:
        self.history.checkpoint()
        before = (self.text[:index].split("\n") for index in span)
        start, end = ((len(lines) - 1, len(lines[-1])) for lines in before)
        result = self.replace(words, start, end)
        self.history.checkpoint()
        return result.end_location

    def replace(
        self, insert: str, start: Location, end: Location, *, maintain_selection_offset: bool = True
    ) -> EditResult:
        """Replace text; what is typed or pasted behind an address gets the space that parts the two."""
        if start == end and self._would_stick(insert, start):
            # An edit of its own, so that Ctrl+Z takes the space away with the letters typed after it.
            start = end = super().replace(" ", start, end, maintain_selection_offset=False).end_location
        return super().replace(insert, start, end, maintain_selection_offset=maintain_selection_offset)

    def _would_stick(self, insert: str, location: Location) -> bool:
        row, column = location
        before = self.document.get_line(row)[:column]
        if not before.endswith("]"):  # as with nearly every letter, which is not to wait for the finder
            return False
        from tutor.article.citing import sticks

        return sticks(before, insert)
