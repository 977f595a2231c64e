"""`tutor grade`: a table of replies to a table of scores; with human scores beside them, how far the two agree."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from tutor.article.text import printable
from tutor.console import is_terminal
from tutor.errors import TutorError
from tutor.grading import (
    Agreement,
    Answer,
    AnswerTable,
    Collector,
    Names,
    ScoreWriter,
    Trouble,
    page,
    whole_file,
)
from tutor.grading.output import FIXED
from tutor.grading.parallel import cores, grade_over
from tutor.grading.unfinished import Unfinished, mark_of, unfinished_file
from tutor.lesson.load import LoadedLesson, load_lesson
from tutor.lesson.model import Question
from tutor.lesson.nearest import listed, nearest
from tutor.long_work import Work, long_work


@dataclass(frozen=True, slots=True)
class GradeRequest:
    """What to grade, and where to write what comes of it. Without `output` the scores go to standard output.

    `jobs` is how many processes grade, by default one for each core. A grading of the same table by the same lesson
    that was stopped is gone on with, unless `anew`.
    """

    lesson: Path
    answers: Path
    article: Path | None = None
    question: str | None = None
    names: Names = field(default_factory=Names)
    output: Path | None = None
    explain: Path | None = None
    jobs: int | None = None
    anew: bool = False


def run(request: GradeRequest) -> bool:
    """Grade all rows; returns whether each of them could be read."""
    _refuse_clashes(request)
    # Scores that run over the screen say themselves how far they are.
    seen = request.output is None and is_terminal(sys.stdout)
    with (
        nullcontext(Work("")) if seen else long_work("loading the lesson") as shown,
        AnswerTable(request.answers, request.names) as table,
    ):
        loaded = load_lesson(request.lesson, request.article)
        question = _question(loaded, request.question)
        collector = Collector(question, loaded.article) if request.explain else None
        work = _Work(table, shown)
        # Both files are opened now: that one of them cannot be written is told before the work, and not after it.
        with _output(request.explain) as page_file, _scores(request, table, loaded, question) as scores:
            rows = ScoreWriter(scores.file, question, header=not scores.rows)
            answers = work.after(work.answers(), scores)
            with closing(grade_over(answers, question, loaded.article, request.jobs or cores())) as graded:
                try:
                    for one in graded:
                        rows.write(one)
                        work.count(one.answer.human, one.score)
                        if collector:
                            collector.add(one)
                except KeyboardInterrupt:
                    said = f"Stopped after {_replies(work.graded)}."
                    on = " The same command goes on from there; --anew begins again." if scores.path else ""
                    raise KeyboardInterrupt(said + on) from None
            if collector:
                page_file.write(page(collector.statistics(), question, loaded.lesson.title))
        work.close()
    if request.names.human is not None:
        for line in _agreement(Agreement(work.pairs)):
            print(line, file=sys.stderr if request.output is None else sys.stdout)
    return not work.troubled


@contextmanager
def _scores(
    request: GradeRequest, table: AnswerTable, loaded: LoadedLesson, question: Question
) -> Iterator[Unfinished]:
    """Where the scores go. Only a plain file can be gone on with, and only where no page is made of every reply."""
    output = request.output
    if output is not None and request.explain is None and (output.is_file() or not output.exists()):
        mark = mark_of(table, loaded.digest, question.id)
        with unfinished_file(output, mark, anew=request.anew) as unfinished:
            yield unfinished
        return
    with _output(output) as file:
        yield Unfinished(file, None, 0)
        file.flush()


class _Work:
    """The way through a table: hands the replies on, tells what cannot be read, and how far it is."""

    def __init__(self, table: AnswerTable, shown: Work) -> None:
        self.troubled = False
        self.pairs: Counter[tuple[int, int]] = Counter()
        self._table = table
        self.graded = 0
        self._foreign = False
        self._shown = shown

    def answers(self) -> Iterator[Answer]:
        """The replies; what cannot be read is told and left out."""
        for item in self._table:
            if self._table.foreign and not self._foreign:
                self._foreign = True
                name = printable(str(self._table.path))
                _say(f"{name} is not all UTF-8: line {self._table.foreign} is read as windows-1252.")
            if isinstance(item, Trouble):
                self.troubled = True
                _say(str(item))
            else:
                yield item

    def after(self, answers: Iterator[Answer], scores: Unfinished) -> Iterator[Answer]:
        """The replies that have no score yet; what is known of the others is counted."""
        for row in scores.kept():
            answer = next(answers, None)
            if answer is None:
                return
            self.count(answer.human, int(row[FIXED.index("score")]))
        if scores.rows:
            _say(f"Going on after {scores.rows:,} replies that were graded before.")
        yield from answers

    def count(self, human: int | None, score: int) -> None:
        """Take note of a reply that is graded."""
        self.graded += 1
        if human is not None:
            self.pairs[human, score] += 1
        self._shown.tell(f"{self.graded:,} replies graded", *self._table.read)

    def close(self) -> None:
        """Say what was done."""
        ids = "the number of the line" if self._table.id_column is None else f"column {self._table.id_column}"
        _say(f"{_replies(self.graded)} graded (replies from column {self._table.reply_column}, ids from {ids}).")


def _replies(number: int) -> str:
    return "1 reply" if number == 1 else f"{number:,} replies"


def _say(text: str) -> None:
    with suppress(OSError, ValueError, AttributeError):  # nobody listens any more
        print(printable(text), file=sys.stderr, flush=True)


@contextmanager
def _output(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    with whole_file(path) as file:
        yield file


def _question(loaded: LoadedLesson, wanted: str | None) -> Question:
    questions = {question.id: question for question in loaded.lesson.questions}
    if wanted is None and len(questions) == 1:
        return loaded.lesson.questions[0]
    if wanted in questions:
        return questions[wanted]
    ids = f"Its questions are {listed(questions)}." if len(questions) > 1 else f"Its question is {listed(questions)}."
    if wanted is None:
        raise TutorError("The lesson has several questions.", f"Say with --question which one was answered. {ids}")
    near = nearest(wanted, questions)
    raise TutorError(f"The lesson has no question {printable(wanted)}.", f"Did you mean {near}? {ids}" if near else ids)


def _refuse_clashes(request: GradeRequest) -> None:
    """Raise TutorError when what is written would take the place of what is read, or when a page has no scores."""
    if request.explain and request.names.human is None:
        raise TutorError(
            "--explain compares with human scores.", "Name the column that has them with --against COLUMN."
        )
    read = [path for path in (request.answers, request.lesson, request.article) if path]
    written = [path for path in (request.output, request.explain) if path]
    for number, path in enumerate(written):
        for other in (*read, *written[:number]):
            if _same(path, other):
                raise TutorError(
                    f"{printable(str(path))} would be written over.", "Give what is written a name of its own."
                )


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other) if path.exists() and other.exists() else path.resolve() == other.resolve()
    except (OSError, ValueError, RuntimeError):
        return False


def _agreement(agreement: Agreement) -> Iterator[str]:
    if not agreement.total or agreement.exact is None or agreement.adjacent is None:
        yield "No reply has a human score to compare with."
        return
    kappa = "not defined, as all scores are the same" if agreement.kappa is None else f"{agreement.kappa:.3f}"
    yield (
        f"Agreement over {agreement.total:,} replies: quadratic weighted kappa {kappa}; "
        f"the same score {agreement.exact:.1%}, at most one apart {agreement.adjacent:.1%}."
    )
    rows = [("human", *(f"ours {level}" for level in agreement.levels))]
    for human in agreement.humans:
        rows.append((str(human), *(f"{agreement.counts.get((human, level), 0):,}" for level in agreement.levels)))
    width = max(len(cell) for row in rows for cell in row) + 2
    yield from ("".join(f"{cell:>{width}}" for cell in row) for row in rows)
