"""Plain mode: a session line by line, for screen readers, pipes and tests; with `--json`, one event a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

from tutor.article import Article
from tutor.console import Console
from tutor.errors import TutorError
from tutor.lesson.finding import list_lessons
from tutor.long_work import long_work
from tutor.opening import open_lesson
from tutor.session.cited import recall
from tutor.session.cleaning import clean_name, same_name, what_is_not_shown
from tutor.session.codec import to_line
from tutor.session.events import Event, Feedback, Left, ReadingOpened, Summary
from tutor.session.history import learners, sessions_of
from tutor.session.request import StartRequest
from tutor.session.session import Session
from tutor.session.store import Store
from tutor.session.voice import open_author
from tutor.spoken import Narrator, article_lines, said_before, summed_up

PATIENCE = 0.5
"""Seconds after which somebody at a terminal is told what is waited for."""


def run(request: StartRequest, *, json: bool = False) -> int:
    """Play a session on standard input and output; returns the exit code.

    Nobody is asked anything in a pipe or with `json`: there the session is a new one unless `request.resume`.
    """
    console = Console(quiet=json)
    path = request.named or _choose_lesson(console, request)
    with long_work("reading the article" if request.read else "opening the lesson"):
        loaded = open_lesson(request, path)
    with Store.open(request.paths.store) as store:
        learner = request.learner
        if learner is None:
            learner = _ask_name(console, learners(store)) if console.interactive else ""
        resume = request.resume
        if resume is None:
            resume = console.interactive and _offer_resuming(console, store, loaded.slug, learner)
        author, model = open_author(request, (lambda _: None) if json else console.tell)
        try:
            session = Session.open(loaded, store, learner=learner, resume=resume, author=author)
            if json:
                _play_for_program(session, console)
            else:
                _play_aloud(session, console, made=request.read is not None)
        finally:
            if model is not None:
                model.close()
    return 0


Say = Callable[[str], Iterator[Event]]


def _play(session: Session, hear: Callable[[], str | None], say: Say, show: Callable[[Event], None]) -> bool:
    """Take a reply a line until the lesson or the input ends. Returns whether it was the lesson."""
    while not session.finished:
        line = hear()
        # Who has no more to say leaves.
        for event in say("/quit" if line is None else line):
            show(event)
            if isinstance(event, Left):
                return False
    return True


def _play_for_program(session: Session, console: Console) -> None:
    def show(event: Event) -> None:
        console.tell(to_line(event))

    # A program that takes a session up again may know nothing of it.
    for event in (*session.events, *session.begin(), *_read_at_once(session)):
        show(event)
    _play(session, lambda: console.read(""), session.say, show)


def _play_aloud(session: Session, console: Console, *, made: bool) -> None:
    """`made` says that there is no lesson but the one made of the article."""
    narrator = Narrator()

    def show(event: Event) -> None:
        if text := narrator.tell(event):
            console.tell(text)
        if isinstance(event, Summary):
            for line in summed_up(recall(event.rows, session.events, session.article)):
                console.tell(line)
        if isinstance(event, ReadingOpened):
            _read_out(session, console, first=session.reading.first)
            if event.purpose and session.lesson.glossary:
                console.tell(
                    f"These words are explained: {', '.join(session.lesson.glossary)}. Type /define and a word."
                )

    told: list[str] = []  # what is wrong with the model is said once

    def hear() -> str | None:
        if session.model_trouble and not told:
            told.append(session.model_trouble)
            console.tell(f"The model does not work: {session.model_trouble}. The built-in words go on without it.")
        prompt = "Press Enter when you have read it: " if session.state.reading else "You: "
        while (line := console.read(prompt)) is not None and line.strip().lower() == "/article":
            _read_out(session, console)
        return line

    def say(text: str) -> Iterator[Event]:
        return _patiently(session, console, session.say(text))

    before, draft = said_before(session.events), session.draft
    for number, event in enumerate(session.begin()):
        show(event)
        if number == 0:
            console.tell(_greeting(session.article))
            if note := what_is_not_shown(session.article.text):
                console.tell(note)
            if before:
                console.tell(f"Last time:\n{before}")
    if not console.interactive:
        for event in _read_at_once(session):
            show(event)
    if draft:
        console.tell(f"Typed last time, but not sent: {draft}")
    if _play(session, hear, say, show):
        console.tell(
            "The lesson is finished. Everything is kept. To see what you showed over all lessons, type tutor progress; "
            "to write this conversation to a file, type tutor export."
        )
    else:
        again = "read the same article" if made else "start the same lesson"
        console.tell(f"Your session is kept. To go on from here, {again} with --resume.")


def _patiently(session: Session, console: Console, events: Iterator[Event]) -> Iterator[Event]:
    """The events; where feedback is long in coming, a person is told once what is waited for."""
    if not console.interactive:
        yield from events
        return

    def tell() -> None:
        waits_for = session.waits_for
        console.tell(f"{waits_for[:1].upper()}{waits_for[1:]}." if waits_for else "The tutor is reading your reply.")

    timer = Timer(PATIENCE, tell)
    timer.daemon = True
    timer.start()
    try:
        for event in events:
            if isinstance(event, Feedback):
                timer.cancel()
            yield event
    finally:
        timer.cancel()


def _read_at_once(session: Session) -> Iterator[Event]:
    """A pipe reads nothing first, and is not asked whether it has."""
    if session.state.reading:
        yield from session.say("/ready")


def _read_out(session: Session, console: Console, first: int = 1) -> None:
    """What is open of the article, from the paragraph `first`."""
    reading = session.reading
    for text in article_lines(session.article, first, reading.last, reading.after):
        console.tell(text)


def _greeting(article: Article) -> str:
    return (
        f"The article has {len(article.paragraphs)} paragraphs. /article reads it out, /quote p2 only paragraph 2. "
        "/help lists all commands."
    )


def _choose_lesson(console: Console, request: StartRequest) -> Path:
    if not console.interactive:
        raise TutorError("No lesson was named.", "Name one: tutor start LESSON. tutor lessons lists them.")
    entries = list_lessons(request.paths.lessons)
    if not entries:
        raise TutorError("There are no lessons.", f"Put one into {request.paths.lessons[0]}.")
    console.tell("Which lesson?")
    for number, entry in enumerate(entries, start=1):
        console.tell(f"{number}. {entry.title or entry.slug}")
    while not (
        (line := _ask(console, f"Number, 1 to {len(entries)}: ")).isdecimal() and 1 <= int(line) <= len(entries)
    ):
        console.tell("Please type one of the numbers.")
    return entries[int(line) - 1].path


def _ask(console: Console, prompt: str) -> str:
    """The answer to a question before the lesson has begun, for which there are no commands but the one to leave."""
    while (line := console.read(prompt)) is not None:
        match line.strip():
            case "/quit":
                break
            case command if command.startswith("/"):
                console.tell("Commands work once the lesson has begun. Only /quit leaves here, too.")
            case answer:
                return answer
    raise KeyboardInterrupt


def _ask_name(console: Console, known: tuple[str, ...]) -> str:
    if known:
        names = ", ".join(f"{number} {name}" for number, name in enumerate(known, start=1))
        console.tell(f"Who is learning? Known here: {names}.")
    choice = "or a number from the list, " if known else ""
    name = clean_name(_ask(console, f"Your name, {choice}or Enter for no name: "))
    if name.isdecimal() and 1 <= int(name) <= len(known):
        return known[int(name) - 1]
    return next((other for other in known if same_name(name, other)), name)


def _offer_resuming(console: Console, store: Store, slug: str, learner: str) -> bool:
    unfinished = sessions_of(store, slug, learner)
    if not unfinished:
        return False
    last = unfinished[0]
    console.tell(
        f"You stopped in this lesson on {last.last_seen.astimezone():%Y-%m-%d}, "
        f"with {last.closed} of {last.questions} questions done and {last.replies} replies sent."
    )
    return not _ask(console, "Go on there? Enter for yes, n for a new start: ").lower().startswith("n")
