"""The whole of a lesson on screen: question on top, article and chat below, the composer under the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from tutor.tui.widgets.article_pane import ArticlePane
from tutor.tui.widgets.question_bar import QuestionBar
from tutor.tui.widgets.tab_strip import TabStrip

if TYPE_CHECKING:
    from tutor.article import Reference
    from tutor.tui.widgets.chat_log import ChatLog
    from tutor.tui.widgets.composer import Composer
    from tutor.tui.widgets.reading_aside import ReadingAside
    from tutor.tui.widgets.reply import Reply


class Board(Container):
    """The parts of a lesson. Which of the two panes a narrow window shows is its `pane`.

    The first frame comes before those that only a lesson under way needs: `furnish` puts them in.
    """

    chat: ChatLog
    """The conversation."""
    reply: Reply
    """What the learner is writing."""
    aside: ReadingAside
    """What is told under the article while it is read."""

    def __init__(self, doing: str, *, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        """`doing` is said until there is a question. Reading comes first, so the article is in sight."""
        super().__init__(id=id, classes="-on-article")
        self.furnished = False
        self._doing = doing
        self._sent: tuple[Reference, ...] = ()  # what replies to the open question cite
        self._keys = ""  # what the keys do in the article

    def compose(self) -> ComposeResult:
        """The layout; `tutor.tcss` places it."""
        yield QuestionBar(f"{self._doing.capitalize()}…", id="bar")
        yield TabStrip(id="tabs")
        with Container(id="panes"):
            yield ArticlePane(id="article")

    async def furnish(self) -> None:
        """Put in what the first frame does without. Nothing but `article` and `bar` may be asked for before."""
        from tutor.tui.widgets.chat_log import ChatLog
        from tutor.tui.widgets.reading_aside import ReadingAside
        from tutor.tui.widgets.reply import Reply

        self.aside, self.chat = ReadingAside(id="aside"), ChatLog(id="chat")
        self.reply = Reply(self._doing, self.chat.give_way, id="reply")
        await self.query_one("#panes").mount(self.aside, self.chat, self.reply)
        self.furnished = True
        self.composer.focus()
        self.refresh_bindings()

    @property
    def article(self) -> ArticlePane:
        """The article pane."""
        return self.query_one("#article", ArticlePane)

    @property
    def composer(self) -> Composer:
        """Where the learner types."""
        return self.reply.composer

    @property
    def bar(self) -> QuestionBar:
        """The question."""
        return self.query_one("#bar", QuestionBar)

    @property
    def tabs(self) -> TabStrip:
        """The tabs of a narrow window."""
        return self.query_one("#tabs", TabStrip)

    @property
    def reading(self) -> bool:
        """Whether the article is read, and so stands alone, before the first question."""
        return self.has_class("-reading")

    @reading.setter
    def reading(self, reading: bool) -> None:
        if reading != self.reading:
            self.set_class(reading, "-reading")
            self.aside.tell("")
            self.article.citing = not reading
            # Only what is in sight can have the focus.
            self.call_after_refresh(self.article.focus if reading else self.composer.focus)

    @property
    def pane(self) -> str:
        """Which pane a narrow window shows: `article` or `chat`."""
        return "chat" if self.has_class("-on-chat") else "article"

    @pane.setter
    def pane(self, pane: str) -> None:
        self.set_class(pane == "chat", "-on-chat")
        self.set_class(pane == "article", "-on-article")
        self.tabs.show(pane)

    def on_tab_strip_chosen(self, event: TabStrip.Chosen) -> None:
        """A tab was clicked."""
        event.stop()
        self.pane = event.pane

    # Pointing at the article

    def replied(self, text: str) -> None:
        """A reply was sent: what it cites stays marked while the question is open."""
        from tutor.article.citing import references_in

        self._sent += references_in(text)
        self.tabs.say("")
        self._show_cites()

    def asked(self) -> None:
        """Another question is open, to which nothing has been cited."""
        self._sent = ()
        self._show_cites()

    def on_reply_cites(self, event: Reply.Cites) -> None:
        """The reply cites something else."""
        event.stop()
        self._show_cites()

    def on_article_pane_opened(self, event: ArticlePane.Opened) -> None:
        """There may be words now for what the reply cites."""
        event.stop()
        self._show_cites()

    def _show_cites(self) -> None:
        article, reply = self.article, self.reply
        if article.article is None:
            return
        article.cites(reply.cites, self._sent)
        if reply.cites:
            from tutor.tui.widgets.chips import Chip

            words = {reference: article.words_at(reference) for reference in reply.cites}
            reply.show([Chip(reference, words[reference], article.why_not(reference)) for reference in reply.cites])
        else:
            reply.show(())

    def on_article_pane_pointed(self, event: ArticlePane.Pointed) -> None:
        """Put it into the reply, or take it out; whoever pointed with the mouse goes on typing."""
        event.stop()
        there = self.reply.point(event.reference, event.words)
        self.tabs.say(f"{event.reference} is {'in' if there else 'out of'} your reply")
        if event.clicked:
            self.composer.focus()

    def on_article_pane_undone(self, event: ArticlePane.Undone) -> None:
        """Undo what was pointed at last."""
        event.stop()
        self.reply.undo()

    def on_article_pane_keys(self, event: ArticlePane.Keys) -> None:
        """A narrow window has no title over the article to say this."""
        event.stop()
        if event.told or self.tabs.said == self._keys:
            self.tabs.say(event.told)
        self._keys = event.told

    def point(self) -> None:
        """Go to the article to point at it, or back to the reply."""
        if self.article.has_focus:
            self.composer.focus()
        else:
            self.pane = "article"
            self.call_after_refresh(self.article.focus)

    def scroll_pane(self, pane: str, direction: int) -> None:
        """Scroll the chat by pages or the article by lines; in a narrow window whichever is in sight."""
        if self.screen.has_class("-narrow"):
            pane = self.pane
        widget = self.article if pane == "article" else self.chat
        page = max(1, widget.scrollable_content_region.height - 2)
        widget.scroll_relative(y=direction * (3 if pane == "article" else page), animate=False)
