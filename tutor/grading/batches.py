"""Replies in batches, as engines for large tables hand them over: pandas frames and Arrow record batches.

Needs the extra `scale` (pandas, pyarrow). Nothing else in the program imports it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tutor.article import Article
from tutor.errors import TutorError
from tutor.grading.grade import grade
from tutor.grading.output import cells_of, columns_of
from tutor.grading.table import Answer
from tutor.lesson.load import load_lesson
from tutor.lesson.model import Question

if TYPE_CHECKING:
    import pandas
    import pyarrow


@dataclass(frozen=True)
class BatchGrader:
    """Grades batch after batch. It carries question and article along, so that a worker needs no file of the lesson.

    `reply` and `id` are the names of the columns that are read, both of text; without an id column the index of the
    frame is the id. The result has a row for each row of the batch, in its order and with its index: the columns of
    `columns`, all of text but `score`, a whole number. Whatever hands it over may pickle it.
    """

    question: Question
    article: Article
    reply: str = "reply"
    id: str | None = "id"

    @classmethod
    def load(
        cls,
        lesson: Path | str,
        question: str | None = None,
        article: Path | str | None = None,
        *,
        reply: str = "reply",
        id: str | None = "id",  # noqa: A002  (the column's usual name)
    ) -> Self:
        """A grader for a question, by its id, of the lesson file at `lesson`. Raises TutorError as `load_lesson`."""
        loaded = load_lesson(Path(lesson), Path(article) if article else None)
        questions = {each.id: each for each in loaded.lesson.questions}
        name = next(iter(questions)) if question is None and len(questions) == 1 else question
        if name is None or name not in questions:
            raise TutorError(f"The lesson has no question {name}.", f"Its questions are {', '.join(questions)}.")
        return cls(questions[name], loaded.article, reply, id)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the result, those of `tutor grade`."""
        return columns_of(self.question)

    @property
    def meta(self) -> pandas.DataFrame:
        """An empty result: what engines that plan ahead want to know of it."""
        import pandas

        return pandas.DataFrame(
            {name: pandas.Series(dtype="int64" if name == "score" else "string") for name in self.columns}
        )

    def __call__(self, frame: pandas.DataFrame) -> pandas.DataFrame:
        """Grade a frame. A reply that is missing is graded as an empty one."""
        import pandas

        names = frame.index if self.id is None else frame[self.id]
        rows = self._rows(list(names), list(frame[self.reply].astype(object).where(frame[self.reply].notna(), "")))
        graded = pandas.DataFrame(rows, columns=list(self.columns), index=frame.index)
        return graded.astype({name: "int64" if name == "score" else "string" for name in self.columns})

    def arrow(self, batch: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
        """Grade a record batch. Without an id column the id is the number of the row in the batch, from 0."""
        import pyarrow

        names = list(range(batch.num_rows)) if self.id is None else batch.column(self.id).to_pylist()
        rows = self._rows(names, [text or "" for text in batch.column(self.reply).to_pylist()])
        cells = zip(*rows, strict=True) if rows else ([] for _ in self.columns)
        arrays = [
            pyarrow.array(list(column), pyarrow.int64() if name == "score" else pyarrow.string())
            for name, column in zip(self.columns, cells, strict=True)
        ]
        return pyarrow.RecordBatch.from_arrays(arrays, names=list(self.columns))

    def _rows(self, names: list[Any], texts: list[str]) -> list[list[str | int]]:
        answers = (
            Answer(number, "" if name is None else str(name), str(text))
            for number, (name, text) in enumerate(zip(names, texts, strict=True), start=1)
        )
        return [cells_of(graded, self.question) for graded in grade(answers, self.question, self.article)]
