"""One learner's way through one lesson: dialogue, feedback and store tied together."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Self, TypeVar, assert_never

from tutor.article import Article
from tutor.dialogue.commands import parse_command
from tutor.dialogue.machine import read, respond
from tutor.dialogue.moves import Ask, Open, Read
from tutor.dialogue.state import State
from tutor.dialogue.turns import (
    CopyWanted,
    DefineWanted,
    HelpWanted,
    HintWanted,
    Mistyped,
    ProgressWanted,
    QuitWanted,
    QuoteWanted,
    ReadyWanted,
    Reply,
    SkipWanted,
    Turn,
)
from tutor.errors import TutorError
from tutor.feedback.author import Author
from tutor.feedback.lines import lines
from tutor.feedback.phrasing import Phrasing
from tutor.lesson.model import Lesson, Question
from tutor.rubric.assess import assess
from tutor.session import shown
from tutor.session.cleaning import REPLY_LIMIT, clean_name, clean_text
from tutor.session.copying import write_copy
from tutor.session.events import (
    Asked,
    Closed,
    Commanded,
    Drafted,
    Event,
    Feedback,
    Left,
    ReadingOpened,
    Replied,
    Shown,
    Started,
)
from tutor.session.history import sessions_of
from tutor.session.record import recorded
from tutor.session.replay import open_question, replay
from tutor.session.scenes import scene_of
from tutor.session.store import Store
from tutor.session.telling import Step, asked, event_of, reading_opened, steps

if TYPE_CHECKING:
    from tutor.lesson.load import LoadedLesson

E = TypeVar("E", bound=Event)

CHANGED = (
    "The lesson has changed since you were last here. Your replies are all kept, and were checked again; "
    "some questions may come up anew."
)


class Session:
    """A lesson being played. Every event is on disk before it is handed out.

    `begin` once, then `say` for each thing the learner types. Both are iterators: an event is made when it is asked
    for, so run them to the end. If that does not happen (a closed window, a full disk), what is still owed comes first
    the next time.
    """

    def __init__(self, loaded: LoadedLesson, store: Store, session: str, learner: str, author: Author) -> None:
        self._store = store
        self._id = session
        self._loaded = loaded
        self._events: list[Event] = [stored.event for stored in store.events(session)]
        self._seq = store.last_seq(session)
        first = self._events[0] if self._events else None
        self._learner = first.learner if isinstance(first, Started) else learner
        standing = replay(loaded.lesson, loaded.article, loaded.digest, self._events)
        self._state = standing.state
        self._unanswered = standing.unanswered
        self._draft = standing.draft
        self._changed = standing.changed
        self._due: deque[Step] = deque(standing.owed)
        self._author = author

    @classmethod
    def open(
        cls,
        loaded: LoadedLesson,
        store: Store,
        *,
        learner: str = "",
        resume: bool | None = None,
        author: Author | None = None,
    ) -> Self:
        """Open a session for a learner: the one last left unfinished, or a new one.

        `resume` True wants the unfinished one (TutorError when there is none), False a new one, None whichever there
        is. `author` words the feedback: by default the built-in phrasing alone. Nothing is stored before `begin`.
        """
        learner = clean_name(learner)
        unfinished = () if resume is False else sessions_of(store, loaded.slug, learner)
        if resume and not unfinished:
            whose = f"{learner} has" if learner else "There is"
            raise TutorError(
                f"{whose} no unfinished session of {loaded.slug}.",
                "Leave out --resume to start a new one."
                + ("" if learner else " Sessions kept under a name need --learner NAME."),
            )
        session = unfinished[0].id if unfinished else os.urandom(16).hex()
        return cls(loaded, store, session, learner, author or Author(Phrasing()))

    @property
    def id(self) -> str:
        """What the session is called in the store."""
        return self._id

    @property
    def lesson(self) -> Lesson:
        """The lesson played."""
        return self._loaded.lesson

    @property
    def article(self) -> Article:
        """The article it is about."""
        return self._loaded.article

    @property
    def learner(self) -> str:
        """The learner's name, "" for none."""
        return self._learner

    @property
    def events(self) -> tuple[Event, ...]:
        """All events so far, those of earlier sittings included."""
        return tuple(self._events)

    @property
    def state(self) -> State:
        """Where the dialogue stands."""
        return self._state

    @property
    def question(self) -> Question | None:
        """The question that is open; None at the end."""
        return open_question(self.lesson, self._state)

    @property
    def reading(self) -> Read:
        """What is open of the article."""
        return read(self.lesson, self._state)

    @property
    def finished(self) -> bool:
        """Whether the lesson is over, and everything about it said."""
        return self._state.finished and not self._due

    @property
    def draft(self) -> str:
        """What stood in the input when it was last kept, and was not sent since."""
        return self._draft

    def begin(self) -> Iterator[Event]:
        """Start, or take up again: what is owed from the last time, then the open question if it was not asked yet."""
        resumed, changed = bool(self._events), self._changed
        yield self._keep(
            Started(
                lesson=self._loaded.slug,
                title=self.lesson.title,
                digest=self._loaded.digest,
                learner=self._learner,
                questions=len(self.lesson.questions),
                resumed=resumed,
            )
        )
        self._changed = False
        if changed:
            yield self._keep(shown.note(CHANGED, self._here))
        yield from self._catch_up()
        if self._has_to_read():
            yield self._keep(reading_opened(self.reading))
        question = self.question
        if question is not None and not self._state.reading and (changed or self._asked_last() != question.id):
            yield self._keep(asked(self._ask(question)))
        # Only now, so that the first question waits for nothing; the model reads while the learner does.
        self._author.warm(self.article)

    @property
    def model_trouble(self) -> str:
        """Why the model does not word the feedback, in words; "" as long as it does, or there is none."""
        return self._author.trouble

    def cancel(self) -> None:
        """Stop a model that is writing: the feedback is the built-in one then. Safe from another thread."""
        self._author.cancel()

    @property
    def waits_for(self) -> str:
        """What a feedback waits for, in words for the learner; "" without a model."""
        return self._author.waits_for

    def say(self, text: str) -> Iterator[Event]:
        """Take what the learner typed, a command or a reply, and tell what comes of it.

        While the article is read, whatever is no command says that it has been, and is kept as what was said to it.
        A reply of more than `REPLY_LIMIT` characters is refused with a note and not stored: keep it in the input.
        `/quit` gives `Left`; it is for the caller to stop then.
        """
        yield from self._catch_up()
        if len(text) > REPLY_LIMIT:
            yield self._keep(shown.too_long(len(text), self._here))
            return
        text = clean_text(text)
        command = parse_command(text)
        if self._state.reading and (command is None or isinstance(command, SkipWanted)):
            text, command = f"/ready {' '.join(text.split())}".strip(), ReadyWanted()
        match command:
            case None | ReadyWanted() | HintWanted() | SkipWanted() | DefineWanted() if self._state.finished:
                yield self._keep(shown.note("This lesson is finished. /quit leaves it.", self._here))
            case HintWanted() if self._state.reading:
                yield self._keep(
                    shown.note("Hints come with the questions. Press Enter when you have read.", self._here)
                )
            case ReadyWanted() if not self._state.reading:
                yield self._keep(shown.note("The questions have begun: answer the one that is open.", self._here))
            case None:
                self._unanswered = replied = self._keep(Replied(question=self._here, text=text))
                self._draft = ""
                yield replied
                yield from self._catch_up()
            case ReadyWanted() | HintWanted() | SkipWanted() | DefineWanted():
                event = self._keep(Commanded(question=self._here, text=text))
                self._draft = ""
                self._take(command)
                yield event
                yield from self._catch_up()
            case QuoteWanted():
                yield self._keep(shown.quoted(self.article, command.reference, self.reading, self._here))
            case ProgressWanted():
                yield self._keep(shown.progress_so_far(self.lesson, self._state))
            case CopyWanted():
                yield self._keep(self._copy())
            case HelpWanted():
                yield self._keep(shown.help_text(self._here))
            case Mistyped():
                yield self._keep(shown.note(command.why, self._here))
            case QuitWanted():
                yield self._keep(Left(question=self._here))
            case _:
                assert_never(command)

    def keep_draft(self, text: str) -> None:
        """Keep what stands in the input (the first `REPLY_LIMIT` characters of it)."""
        text = clean_text(text[:REPLY_LIMIT])
        if text != self._draft and self._events:
            self._keep(Drafted(question=self._here, text=text))
            self._draft = text

    def leave(self, draft: str = "") -> None:
        """Note that the learner left, and what stood in the input. Safe to call twice, and after `/quit`."""
        self.keep_draft(draft)
        if not self.finished and self._events and not isinstance(self._events[-1], Left):
            self._keep(Left(question=self._here))

    @property
    def _here(self) -> str:
        question = self.question
        return question.id if question else ""

    def _keep(self, event: E) -> E:
        self._store.append(self._id, self._seq + 1, event)
        self._seq += 1
        self._events.append(event)
        return event

    def _take(self, turn: Turn) -> None:
        self._state, moves = respond(self.lesson, self.article, self._state, turn)
        self._due = deque(steps(moves))

    def _catch_up(self) -> Iterator[Event]:
        """Give what is owed for the last turn. State moves on only when its event is on disk, and before it is told."""
        if self._unanswered is not None:
            question = self.question
            # In a lesson that has changed, the question of this reply may be over or gone.
            if question is not None and question.id == self._unanswered.question:
                text = self._unanswered.text
                assessment = assess(text, question, self.article, self._state.history)
                banks, before = self._author.phrasing.banks, self._state.thread.findings
                under = lines(question, assessment, banks, before, openly=question.open)
                event = self._keep(recorded(assessment, question.id, under))
                self._unanswered = None
                self._take(Reply(text, assessment))
                yield event
            self._unanswered = None
        while self._due:
            told = self._keep(self._told(self._due[0]))
            self._due.popleft()
            yield told

    def _told(self, step: Step) -> Event:
        if isinstance(step.move, Read) or step.as_kind not in ("feedback", "summary"):
            event = event_of(step, None)
            return event if self._loaded.taught or not isinstance(event, Closed) else replace(event, review=False)
        before = [event for event in self._events if isinstance(event, Feedback)]
        used = tuple(phrase for event in before for phrase in event.phrases)
        scene = scene_of(self.lesson, self.article, self._events, step.move)
        return event_of(step, self._author.word(step.move, scene, used=used, position=len(before)))

    def _copy(self) -> Shown:
        """Write the tutor's last words to a file, and say where it is or why it is not there."""
        last = next((event for event in reversed(self._events) if isinstance(event, Feedback)), None)
        if last is None:
            return shown.note("There is nothing to copy yet: the tutor has not answered you.", self._here)
        try:
            path = write_copy(last.text, self._store.path.parent)
        except TutorError as error:
            return shown.note(str(error), self._here)
        return shown.note(f"The tutor's last words are in this file: {path}", self._here)

    def _ask(self, question: Question) -> Ask:
        return Ask(
            open=Open(question.id, question.kind, question.ask),
            number=self._state.index + 1,
            total=len(self.lesson.questions),
            focus=tuple(question.about),
        )

    def _has_to_read(self) -> bool:
        """Whether it is to be told what is open: it still is to be read, or another lesson had opened more or less."""
        if isinstance(self._events[-1], ReadingOpened):
            return False
        told = next((event.to for event in reversed(self._events) if isinstance(event, ReadingOpened)), "")
        return self._state.reading or told != reading_opened(self.reading).to

    def _asked_last(self) -> str:
        return next((event.question for event in reversed(self._events) if isinstance(event, Asked)), "")
