"""Where a learner points in the article: at a sentence, at a word in it, or at a stretch of words."""

from __future__ import annotations

from tutor.article import Address
from tutor.tui.widgets.galley import Galley, Stretch


class Pointer:
    """The sentence cursor, and what is selected from it by keyboard. The pane draws it and scrolls."""

    def __init__(self) -> None:
        self.address: Address | None = None
        self._word: int | None = None
        self._anchor: int | None = None

    def point(self, address: Address | None) -> None:
        """Go to a sentence as a whole, or to none."""
        self.address = address
        self._word = self._anchor = None

    def hold(self, galley: Galley) -> None:
        """Keep to what the article has now: more of it may have opened, or another one be shown."""
        if self.address not in galley.sentences:
            self.point(None)
        elif self._word is not None and max(self._word, self._anchor or 0) >= len(galley.words):
            self.point(self.address)

    def sentence(self, galley: Galley) -> Stretch | None:
        """The sentence pointed at."""
        return galley.sentences[self.address] if self.address else None

    def word(self, galley: Galley) -> Stretch | None:
        """The word pointed at, while nothing is selected."""
        return galley.words[self._word] if self._word is not None and self._anchor is None else None

    def selected(self, galley: Galley) -> Stretch | None:
        """The words selected from it."""
        if self._word is None or self._anchor is None:
            return None
        first, last = sorted((self._word, self._anchor))
        return Stretch(galley.words[first].start, galley.words[last].end)

    @property
    def selects(self) -> bool:
        """Whether words are selected."""
        return self._anchor is not None

    def unselect(self) -> None:
        """Leave the selection for the sentence."""
        self.point(self.address)

    def by_sentence(self, galley: Galley, step: int) -> bool:
        """Go a sentence on or back, from none to the first; whether there is one."""
        order = list(galley.sentences)
        there = order.index(self.address) + step if self.address else 0
        if not 0 <= there < len(order):
            return False
        self.point(order[there])
        return True

    def by_word(self, galley: Galley, step: int) -> None:
        """Go a word on or back. From a sentence as a whole it is its first word, or its last."""
        self._anchor = None
        if self.address:
            self._go_to_word(galley, self._next_word(galley, step))

    def select_word(self, galley: Galley, step: int) -> None:
        """Select a word more, or one less. The first is the word pointed at, or the sentence's first or last."""
        if not self.address:
            return
        if self._anchor is None:
            here = self._word if self._word is not None else self._next_word(galley, step)
            self._anchor = here
            self._go_to_word(galley, here)
        else:
            self._go_to_word(galley, self._next_word(galley, step))

    def select_sentence(self, galley: Galley, step: int) -> None:
        """Select to the end of the sentence, or to its start; from there a sentence more, or one less."""
        if not self.address:
            return
        words = galley.words_of(self.address)
        edge = words[-1] if step > 0 else words[0]
        if self._anchor is None:
            self._anchor = self._word if self._word is not None else words[0] if step > 0 else words[-1]
        elif self._word == edge:
            self._go_to_word(galley, self._next_word(galley, step))
            words = galley.words_of(self.address)
            edge = words[-1] if step > 0 else words[0]
        self._go_to_word(galley, edge)

    def _next_word(self, galley: Galley, step: int) -> int:
        assert self.address is not None
        if self._word is None:
            words = galley.words_of(self.address)
            return words[0] if step > 0 else words[-1]
        return min(max(self._word + step, 0), len(galley.words) - 1)

    def _go_to_word(self, galley: Galley, word: int) -> None:
        self._word = word
        self.address = galley.sentence_at(galley.words[word].start)
