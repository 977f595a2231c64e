"""The article as a place to point at: what a key or a click means there is told to who puts it into the reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message

from tutor.tui.keys import key_of
from tutor.tui.widgets.article_cursor import CursorView
from tutor.tui.widgets.article_view import BEARING, GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.article import Address, Reference
    from tutor.tui.widgets.galley import Place, Stretch

_TITLE = "Article"


class ArticlePane(CursorView, can_focus=True):
    """Arrows, j and k go from sentence to sentence, Space or a click cites one, Shift+arrows or a drag quote words."""

    BORDER_TITLE = _TITLE
    BINDING_GROUP_TITLE = "The article"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space",
            "cite",
            "Cite",
            id="cite",
            tooltip="put the sentence, or the words selected, into your reply; the same again takes them out",
        ),
        Binding("escape", "to_reply", "Reply", id="back", tooltip="back to your reply"),
        Binding("up,k", "sentence(-1)", "Sentence up", show=False, id="sentence-up", tooltip="to the sentence before"),
        Binding(
            "down,j", "sentence(1)", "Sentence down", show=False, id="sentence-down", tooltip="to the next sentence"
        ),
        Binding("left", "word(-1)", "Word left", show=False, id="word-left", tooltip="to the word before"),
        Binding("right", "word(1)", "Word right", show=False, id="word-right", tooltip="to the next word"),
        Binding(
            "shift+left",
            "select_word(-1)",
            "Select a word left",
            show=False,
            id="select-left",
            tooltip="select word by word, to the left",
        ),
        Binding(
            "shift+right",
            "select_word(1)",
            "Select a word right",
            show=False,
            id="select-right",
            tooltip="select word by word, to the right",
        ),
        Binding(
            "shift+up",
            "select_sentence(-1)",
            "Select a sentence up",
            show=False,
            id="select-up",
            tooltip="select back to where the sentence begins, then the one before",
        ),
        Binding(
            "shift+down",
            "select_sentence(1)",
            "Select a sentence down",
            show=False,
            id="select-down",
            tooltip="select to the end of the sentence, then the next one",
        ),
        Binding("pageup", "page(-1)", "Page up", show=False, id="page-up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="page-down"),
        Binding("space", "read_on", "Read on", show=False, id="read-on", tooltip="while you read first: a page down"),
        Binding("home", "edge(-1)", "To the top", show=False, id="to-top"),
        Binding("end", "edge(1)", "To the end", show=False, id="to-end"),
        Binding("enter", "explain", "Explain", id="explain", tooltip="what the word with ° that you went to means"),
        Binding("w", "next_word(1)", "Word°", id="next-word", tooltip="go to the next word with °, which is explained"),
        Binding(
            "W", "next_word(-1)", "Word° before", show=False, id="word-before", tooltip="go to the word with ° before"
        ),
        Binding("ctrl+z", "undo_citing", "Undo", show=False, id="undo-citing", tooltip="undo what you pointed at last"),
    ]

    class Explain(Message):
        """The learner wants to know what a word of the glossary means."""

        def __init__(self, word: str) -> None:
            super().__init__()
            self.word = word

    class Pointed(Message):
        """The learner points at sentences, to cite them; `words` of them, to quote those. `clicked` with the mouse."""

        def __init__(self, reference: Reference, words: str = "", *, clicked: bool = False) -> None:
            super().__init__()
            self.reference = reference
            self.words = words
            self.clicked = clicked

    class Undone(Message):
        """The learner wants what was put into the reply last to be undone."""

    class Keys(Message):
        """What the keys do here has changed: `told` says it in a few words, "" when the keys go elsewhere."""

        def __init__(self, told: str) -> None:
            super().__init__()
            self.told = told

    class Opened(Message):
        """What of the article may be read has changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        super().__init__(id=id)
        self._citing = True
        self._cited: Sequence[Reference] = ()
        self._told = ""
        self._pressed: tuple[Offset, Place] | None = None  # where the mouse went down

    @property
    def citing(self) -> bool:
        """Whether there is a reply that sentences can be put into."""
        return self._citing

    @citing.setter
    def citing(self, citing: bool) -> None:
        self._citing = citing
        self.forget()
        self.refresh_bindings()

    def cites(self, written: Sequence[Reference], sent: Sequence[Reference]) -> None:
        """Know what the reply cites that is being written, and what those sent before cite, and mark it all."""
        self._cited = tuple(written)
        self.mark_cited((*written, *sent))
        self._tell()

    def _build(self) -> None:
        super()._build()
        self.post_message(self.Opened())

    def _draw(self) -> None:
        super()._draw()
        self._tell()

    def _tell(self) -> None:
        """Say what the keys do now: in the title, and to who has a better place in a narrow window."""
        told = self._what_keys_do() if self.has_focus and self._citing else ""
        if told != self._told:
            self._told = told
            self.border_title = Content(f"{_TITLE} · {told}" if told else _TITLE)
            self.post_message(self.Keys(told))

    def _what_keys_do(self) -> str:
        cite, more = key_of(self, "cite"), key_of(self, "select-right")
        if self._selected():
            return f"{cite}: quote these words"
        if self.address and any(reference.first == reference.last == self.address for reference in self._cited):
            return f"in your reply · {cite} takes it out"
        return f"{cite}: cite · {more}: select"

    # What is pointed at, told

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be a reply to cite in, or none yet to read on; a hard word to go to, and one to explain."""
        match action:
            case "cite" | "undo_citing" | "to_reply":
                return self._citing
            case "read_on":
                return not self._citing
            case "next_word":
                return bool(self.galley and self.galley.hard_words())
            case "explain":
                return bool(self._picked)
        return True

    def action_cite(self) -> None:
        """Point at the sentence, or at the words selected."""
        from tutor.article import Reference

        if stretch := self._selected():
            self._quote(stretch, clicked=False)
        elif self._take_up() and self.address:
            self.post_message(self.Pointed(Reference(self.address, self.address)))
        self._draw()

    async def action_to_reply(self) -> None:
        """Go back, as this key does elsewhere on the screen; here it is worth a place among the keys."""
        await self.run_action("screen.to_composer")

    def action_undo_citing(self) -> None:
        """Ask that the reply be as it was before."""
        self.post_message(self.Undone())

    def _quote(self, stretch: Stretch, *, clicked: bool) -> None:
        if self.galley and (reference := self.galley.reference_of(stretch)):
            self.post_message(self.Pointed(reference, self.galley.words_in(stretch), clicked=clicked))

    # Hard words

    def action_explain(self) -> None:
        """Ask what the word that is picked means."""
        self.post_message(self.Explain(self._picked))

    def action_next_word(self, direction: int) -> None:
        """Go to the next hard word, or the one before; round at the end. The first is one in sight, if there is any."""
        lines = self.galley.hard_words() if self.galley else {}
        words = list(lines)
        if self._picked in words:
            word = words[(words.index(self._picked) + direction) % len(words)]
        else:
            top = self.scroll_offset.y
            word = next((word for word in words if lines[word] >= top), words[0])
        self.pick(word)
        if lines[word] not in self.lines_in_sight():
            self.to_line(max(0, lines[word] - BEARING))

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Words may be about to be selected."""
        place = self._nearest(event)
        self._pressed = (event.screen_offset, place) if place else None

    def on_click(self, event: events.Click) -> None:
        """A click on a hard word asks what it means, one on a sentence cites it; after a drag its words are quoted."""
        event.stop()
        event.prevent_default()  # a double click would select the whole article
        pressed, self._pressed = self._pressed, None
        if event.chain > 1 or event.button > 1 or self.galley is None:
            return
        if pressed and _is_drag(pressed[0], event.screen_offset):
            self._dragged(pressed[1], self._nearest(event))
            return
        self.screen.clear_selection()  # of a letter, when the hand was not quite still
        place = self._place_under(event)
        if place is None:
            return
        if word := self._passages[place.passage].word_at(place.at):
            self.pick(word)
            self.action_explain()
        elif self._citing and (address := self.galley.sentence_at(place)):
            from tutor.article import Reference

            self._point(address)
            self.post_message(self.Pointed(Reference(address, address), clicked=True))

    def _dragged(self, start: Place, end: Place | None) -> None:
        """Quote what the mouse went over; the selection becomes just that."""
        if self.galley is None or end is None or not self._citing or set(self.screen.selections) != {self}:
            return
        from tutor.tui.widgets.galley import Place, Stretch

        first, last = sorted((start, end))
        stretch = self.galley.whole(Stretch(first, Place(last.passage, last.at + 1)))
        if stretch is not None:
            self._select(stretch)
            self._quote(stretch, clicked=True)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which sentence a click would cite."""
        if self._citing and self.galley is not None:
            place = None if event.button else self._place_under(event)
            self._hover(self.galley.sentence_at(place) if place else None)

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self._hover(None)

    def _hover(self, address: Address | None) -> None:
        if address != self._hovered:
            self._hovered = address
            self._draw()

    def _cell(self, event: events.MouseEvent) -> Offset:
        """Where in the words of which line the mouse is."""
        at = event.screen_offset - self.scrollable_content_region.offset
        return Offset(at.x - self._label_width - GAP, at.y + self.scroll_offset.y)

    def _place_under(self, event: events.MouseEvent) -> Place | None:
        cell = self._cell(event)
        return self.galley.place_at(cell.y, cell.x) if self.galley else None

    def _nearest(self, event: events.MouseEvent) -> Place | None:
        cell = self._cell(event)
        return self.galley.nearest(cell.y, cell.x) if self.galley else None


def _is_drag(start: Offset, end: Offset) -> bool:
    """Whether the mouse went over words: more than the cell beside the first."""
    return start.y != end.y or abs(start.x - end.x) > 1
