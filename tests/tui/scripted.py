"""A stand-in for the session: plays a script of events, so that the interface can be tested on its own.

`python -m tests.tui.scripted` shows it in the terminal.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tutor.article import Article
from tutor.article.load import parse_article
from tutor.dialogue.hard_words import HardWord, hard_words
from tutor.errors import TutorError
from tutor.paths import Paths
from tutor.session.events import (
    Asked,
    Closed,
    Commanded,
    Drafted,
    Event,
    Feedback,
    Replied,
    Row,
    Shown,
    Started,
    Summary,
)
from tutor.session.overview import Count, Overview
from tutor.session.request import StartRequest
from tutor.tui.app import TutorApp
from tutor.tui.desk import Opened, Shelved, Unfinished

MARKUP = "[bold red]x[/] [/nope]"

# One line a paragraph, as in a Markdown file that nobody wrapped.
_PARAGRAPHS = (
    f"---\ntitle: The quay {MARKUP}\nauthor: Della [b]Wrenfield\ndate: 12 June 2025\n---",
    "On a clear morning you could once hear Port Ostrey before you saw it. Chains rattled, and three tall cranes swung "
    "from dawn to dusk. The rest is falling silent, and our own town council is to blame.",
    f"In March the council voted for what it calls a harbour levy {MARKUP}. Every ship that ties up here will pay a "
    "charge. Let us call this plan what it is: a grab.",
    "## What happened since",
    "Look at what has happened since. By the end of May, two of the three cranes stood idle. Nobody needs a degree to "
    "see that the one led to the other.",
    "“We have loaded ships here for thirty years,” she told me. “If this levy comes in, we will be gone by spring.”",
    "1. Sell the clock tower.\n2. Put off the new car park. It can wait.",
)
ARTICLE = "\n\n".join(_PARAGRAPHS)
LONG_ASK = "The author writes that the one led to the other. " * 6 + "What shows that?"

LESSON = Path("quay/lesson.toml")


def asked(number: int, text: str, *, about: tuple[str, ...] = (), bridged: bool = False) -> Asked:
    return Asked(
        question=f"q{number}",
        question_kind=("viewpoint", "evidence", "reasoning")[number - 1],
        text=text,
        number=number,
        total=3,
        about=about,
        bridged=bridged,
    )


def feedback(say: str, asking: str, *, move: str = "probe", focus: tuple[str, ...] = ()) -> Feedback:
    text = f"{say} {asking}" if say else asking
    return Feedback(question="q1", move=move, text=text, say=say, asking=asking, focus=focus)


FIRST = asked(1, f"Who says that the levy is a grab? {MARKUP}", about=("p2s3",))
SECOND = asked(2, LONG_ASK, about=("p3",), bridged=True)
SUMMARY = Summary(
    text="You showed whose view it is.",
    rows=(
        Row(question="q1", question_kind="viewpoint", outcome="met", quotes=(f"a grab {MARKUP}",)),
        Row(question="q2", question_kind="evidence", outcome="attempts"),
    ),
)


NOTHING = Overview(learner="", count=Count(), kinds=(), times=(), sessions=())


@dataclass
class ScriptedConversation:
    """Replies with what `answers` says, in turn; then with the same probe again and again."""

    id: str = "5e55"
    events: Sequence[Event] = ()
    draft: str = ""
    learner: str = ""
    said: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    trouble: TutorError | None = None  # raised before anything is stored
    trouble_after: TutorError | None = None  # raised once the reply is stored
    hold: threading.Event | None = None  # while not set, the tutor thinks

    def begin(self) -> Iterator[Event]:
        yield Started(
            lesson="quay",
            title=f"Who pays? {MARKUP}",
            digest="",
            learner=self.learner,
            questions=3,
            resumed=bool(self.events),
        )
        if not self.events:
            yield FIRST

    def say(self, text: str) -> Iterator[Event]:
        self.said.append(text)
        if self.trouble is not None:
            raise self.trouble
        match text.strip():
            case "/hint":
                yield Commanded(question="q1", text=text)
                yield feedback("Look at the last sentence there.", "What is it?", move="hint", focus=("p4s2",))
            case "/skip":
                yield Commanded(question="q1", text=text)
                yield feedback("We leave that one.", LONG_ASK, move="close")
                yield Closed(question="q1", outcome="skipped")
                yield SECOND
            case "/quote p3s1":
                yield Shown(question="q1", what="quote", text="p3s1  Look at what has happened since.", focus=("p3s1",))
            case "/end":
                yield Closed(question="q2", outcome="attempts", review=True, reread=("p3s1",))
                yield SUMMARY
            case "good":
                yield Replied(question="q1", text=text)
                yield feedback("You name the author.", LONG_ASK, move="close")
                yield Closed(question="q1", outcome="met")
                yield SECOND
            case _:
                yield Replied(question="q1", text=text)
                if self.hold is not None:
                    self.hold.wait(60)
                if self.trouble_after is not None:
                    raise self.trouble_after
                yield feedback(f"You write “{text[:60]}”.", "Who says so?")

    waits_for: str = ""
    model_trouble: str = ""
    cancelled: int = 0

    def cancel(self) -> None:
        self.cancelled += 1
        if self.hold is not None:
            self.hold.set()

    def keep_draft(self, text: str) -> None:
        self.draft = text

    def leave(self, draft: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.left.append(draft)


@dataclass
class ScriptedLesson:
    title: str
    article: Article
    part: tuple[int | None, int] = (None, 0)


@dataclass
class ScriptedDesk:
    """A desk with one lesson on it."""

    conversation: ScriptedConversation = field(default_factory=ScriptedConversation)
    names: list[str] = field(default_factory=list)
    open_session: Unfinished | None = None
    trouble: TutorError | None = None
    asked_for: list[tuple[str, bool]] = field(default_factory=list)
    article: str = ARTICLE
    glossary: Sequence[str] = ()
    shown: Overview = NOTHING
    exported: list[str] = field(default_factory=list)

    def shelf(self, learner: str) -> list[Shelved]:
        return [
            Shelved(path=LESSON, title=f"Who pays? {MARKUP}", level="grade 8-10", done=2, total=9, started=True),
            Shelved(path=Path("broken"), title=f"Broken {MARKUP}", problem="Line 3 cannot be read. [/nope]"),
            Shelved(path=Path("new"), title="Something new", level="grade 6", total=8),
            Shelved(path=Path("old"), title="All done", done=5, total=5, started=True, finished=True),
        ]

    def learners(self) -> list[str]:
        return self.names

    def load(self, lesson: Path) -> ScriptedLesson:
        if self.trouble is not None:
            raise self.trouble
        return ScriptedLesson(f"Who pays? {MARKUP}", parse_article(self.article, markdown=True))

    def unfinished(self, opened: object, learner: str) -> Unfinished | None:
        return self.open_session

    def converse(self, opened: object, learner: str, *, resume: bool) -> ScriptedConversation:
        self.asked_for.append((learner, resume))
        self.conversation.learner = learner
        if resume:
            self.conversation.events = (
                FIRST,
                Replied(question="q1", text="an old reply"),
                Drafted(question="q1", text=""),
            )
        return self.conversation

    def overview(self, learner: str, tell: Callable[[int, int], None]) -> Overview:
        if self.trouble is not None:
            raise self.trouble
        return replace(self.shown, learner=learner)

    def export(self, session: str) -> Path:
        if self.trouble is not None:
            raise self.trouble
        self.exported.append(session)
        return Path(f"somewhere/{MARKUP}.md")

    def notes(self) -> list[str]:
        return []

    def hard_words(self, opened: Opened) -> Sequence[HardWord]:
        return hard_words(self.glossary, opened.article)

    def warm(self) -> None:
        pass


def scripted_app(
    desk: ScriptedDesk | None = None,
    *,
    lesson: Path | None = LESSON,
    learner: str | None = None,
    resume: bool | None = None,
) -> TutorApp:
    request = StartRequest(
        lesson=lesson, learner=learner, resume=resume, paths=Paths(state=Path("nowhere"), config=Path("nowhere"))
    )
    return TutorApp(request, desk or ScriptedDesk())


if __name__ == "__main__":
    import sys

    scripted_app(lesson=None if "--pick" in sys.argv else LESSON).run()
