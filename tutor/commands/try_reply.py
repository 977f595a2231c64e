"""`tutor try`: type a reply, and see what each criterion makes of it, and what the tutor would say to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tutor.article.text import printable
from tutor.commands.trial_page import about_question, about_questions, about_trial
from tutor.console import Console
from tutor.errors import TutorError
from tutor.feedback.phrasing import Phrasing
from tutor.lesson.finding import lesson_file, read_lesson
from tutor.lesson.load import LoadedLesson, load_lesson
from tutor.lesson.nearest import listed, nearest
from tutor.lesson.samples import check_samples
from tutor.lesson.saving import sample_of, with_sample
from tutor.paths import replace_file
from tutor.rubric.model import Verdict
from tutor.session.trying import Trial, try_reply

HELP = """\
Type a reply as a learner might, and press Enter. A line that ends in \\ goes on in the next one.
/save met      the last reply becomes a sample that must be met (or: partly, unmet)
/samples       try all samples of this question again
/question ID   go to another question, by id or number; /questions lists them, /next goes to the next
/help          these lines
/quit          the end. The lesson may be changed meanwhile: it is read again for each reply."""


@dataclass(frozen=True, slots=True)
class TryRequest:
    """What to try. Without `reply` replies are read one by one; `save` is what the given reply is to be a sample of."""

    lesson: Path
    question: str | None = None
    article: Path | None = None
    reply: str | None = None
    save: Verdict | None = None


def run(request: TryRequest, folders: tuple[Path, ...] = ()) -> bool:
    """Try replies; returns whether a reply saved is what its sample says (and so passes `tutor check`)."""
    bench = Bench(request, folders)
    console = Console()
    if request.reply is not None:
        console.tell(bench.try_it(request.reply))
        if request.save is None:
            return True
        console.tell(bench.save(request.save))
        return bench.fits(request.save)
    if request.save is not None:
        raise TutorError("--save needs the reply.", "Give it with --reply TEXT, or type /save while trying.")
    bench.converse(console)
    return True


class Bench:
    """A lesson on the bench: which question is tried, and the last reply to it."""

    def __init__(self, request: TryRequest, folders: tuple[Path, ...]) -> None:
        self._request = request
        self._phrasing = Phrasing(folders)
        self._loaded: LoadedLesson = load_lesson(request.lesson, request.article)
        self._at: int | None = None
        self._last: Trial | None = None
        if request.question is not None:
            self._at = self._find(request.question)
        elif len(self._loaded.lesson.questions) == 1:
            self._at = 0
        elif request.reply is not None:
            raise TutorError("The lesson has several questions.", self._choices())

    def converse(self, console: Console) -> None:
        """Read replies and commands until there are no more."""
        console.tell(about_questions(self._loaded) if self._at is None else self._question())
        if console.interactive:
            console.tell("/help tells what else there is.")
        while (line := _read(console)) is not None and line.strip().lower() != "/quit":
            if line.strip():
                try:
                    console.tell(self._answer(line))
                except TutorError as error:
                    console.tell(printable(str(error)))

    def _answer(self, line: str) -> str:
        command, _, rest = line.strip().partition(" ")
        rest = rest.strip()
        match command.lower():
            case "/help":
                return HELP
            case "/question" if rest:
                self._reload()
                self._at, self._last = self._find(rest), None
                return self._question()
            case "/questions" | "/question":
                return about_questions(self._loaded)
            case "/next":
                self._at, self._last = self._next(), None
                return self._question()
            case "/samples":
                return self._samples()
            case "/save":
                verdict = next((verdict for verdict in Verdict if verdict == rest.lower()), None)
                if verdict is None:
                    raise TutorError("What should the reply be?", "Type /save met, /save partly or /save unmet.")
                return self.save(verdict)
            case _ if command.startswith("/"):
                raise TutorError(f"There is no command {command}.", "/help lists them.")
            case _ if self._at is None and not rest:
                return self._answer(f"/question {command}")
        return self.try_it(line)

    def try_it(self, reply: str) -> str:
        """What comes of a reply, as text."""
        notes = self._reload()
        self._last = try_reply(self._loaded, self._number, reply, self._phrasing)
        question = self._loaded.lesson.questions[self._number]
        return notes + about_trial(self._last, question, self._loaded.article)

    def fits(self, verdict: Verdict) -> bool:
        """Whether the last reply gets this verdict."""
        return self._last is not None and self._last.assessment.overall is verdict

    def save(self, verdict: Verdict) -> str:
        """Write the last reply into the lesson file as a sample."""
        if self._last is None:
            raise TutorError("There is no reply yet to be saved.", "Type one first.")
        try:
            self._load()  # what stands in the file now is what is written to
        except TutorError as error:
            raise TutorError("The reply is not saved: the lesson has to be put right first.", str(error)) from error
        question = self._loaded.lesson.questions[self._number]
        path = lesson_file(self._loaded.path)
        text = read_lesson(path).decode("utf-8")
        sample = sample_of(self._last.reply, verdict, self._last.assessment)
        new = with_sample(text, self._number, question, sample)
        try:
            replace_file(path, new.encode("utf-8"))
        except OSError as error:
            why = error.strerror or str(error)
            raise TutorError(f"{path} could not be written: {why}.", "Nothing was changed.") from error
        self._reload()
        saved = f"Saved in {path} as a sample of {question.id} that must be {verdict}."
        if self.fits(verdict):
            return printable(saved)
        found = self._last.assessment.overall
        return printable(
            f"{saved} The lesson makes it {found} now, so tutor check will name it until the criteria are changed."
        )

    def _samples(self) -> str:
        self._reload()
        question = self._loaded.lesson.questions[self._number]
        results = [result for result in check_samples(self._loaded) if result.question == question.id]
        wrong = [str(problem) for result in results for problem in result.problems]
        passed = sum(result.passed for result in results)
        return printable("\n".join([*wrong, f"{passed} of {len(results)} samples come out as they should."]))

    def _reload(self) -> str:
        """Read the lesson again; if it cannot be used just now, say so and go on with the last one that could."""
        try:
            self._load()
        except TutorError as error:
            return f"{printable(str(error))}\nUntil then, this is the lesson as it was:\n\n"
        return ""

    def _load(self) -> None:
        """Read the lesson again, and find the question in it anew. Raises TutorError; then nothing has changed."""
        name = self._loaded.lesson.questions[self._at].id if self._at is not None else None
        self._loaded = load_lesson(self._request.lesson, self._request.article)
        if name is not None:
            ids = [question.id for question in self._loaded.lesson.questions]
            self._at = ids.index(name) if name in ids else None

    @property
    def _number(self) -> int:
        if self._at is None:
            raise TutorError("Which question is it about?", f"Type /question and one of these. {self._choices()}")
        return self._at

    def _question(self) -> str:
        return about_question(self._loaded, self._number)

    def _next(self) -> int:
        return 0 if self._at is None else (self._at + 1) % len(self._loaded.lesson.questions)

    def _find(self, name: str) -> int:
        ids = [question.id for question in self._loaded.lesson.questions]
        if name in ids:
            return ids.index(name)
        if name.isdecimal() and 1 <= int(name) <= len(ids):
            return int(name) - 1
        near = nearest(name, ids)
        meant = f"Did you mean {near}? " if near else ""
        raise TutorError(f"The lesson has no question {printable(name)}.", meant + self._choices())

    def _choices(self) -> str:
        return f"Its questions are {listed(question.id for question in self._loaded.lesson.questions)}."


def _read(console: Console) -> str | None:
    """One reply, its lines joined; None when there are no more."""
    lines: list[str] = []
    while (line := console.read("... " if lines else "> ")) is not None:
        lines.append(line.removesuffix("\\"))
        if not line.endswith("\\"):
            break
    return "\n".join(lines) if lines else None
