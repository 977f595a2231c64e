"""A lesson file and its article to a lesson that can be played, or to all that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from tutor.article import Article
from tutor.article.fingerprint import fingerprint
from tutor.errors import TutorError
from tutor.lesson.concepts import check_concepts
from tutor.lesson.finding import lesson_file, read_bytes, slug_of
from tutor.lesson.model import ArticleSource, Lesson, Question
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, LessonProblems, Problem, Severity, placed
from tutor.lesson.references import check_references, unused_concepts
from tutor.lesson.source import find_article
from tutor.lesson.syntax import place_at, read_toml
from tutor.lesson.tables import at
from tutor.lesson.texts import check_texts
from tutor.lesson.translate import paths_of, translate
from tutor.lesson.unknown import take_out_tests
from tutor.rubric.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class LoadedLesson:
    """A lesson that can be played.

    `path` is the lesson file, `text` what it says, `slug` its short name. `digest` (64 hexadecimal digits) is the
    same as long as neither the file nor the article's words change.
    """

    lesson: Lesson
    article: Article
    path: Path
    slug: str
    digest: str
    text: str = field(default="", repr=False)
    doubts: tuple[Fault, ...] = ()

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What a teacher may want to change. Placed anew each time: learners, who come often, do not look."""
        return placed(self.doubts, self.path, self.text)


def load_lesson(path: Path, article_file: Path | None = None) -> LoadedLesson:
    """Load the lesson at `path`: a lesson file, or a folder with a lesson.toml in it.

    The article is the file that the lesson names. `article_file` takes its place: it must match the lesson's
    fingerprint if there is one, and is used as it is if there is none.

    Raises LessonProblems with all that is wrong with the lesson, ordered by line; TutorError when a file cannot be
    read, or when the article is missing, another one, or an edited copy.
    """
    file = lesson_file(path)
    data = read_bytes(file)
    text = _decoded(data, file)
    raw, unreadable = read_toml(text, file)
    if unreadable:
        raise LessonProblems(unreadable)
    if not raw:
        raise LessonProblems([Problem(file, 1, 1, "the file is empty", 'Begin with: format = 1 and title = "…".')])
    faults = take_out_tests(raw)
    lesson, source, questions, refused = _models(raw)
    faults += refused
    article: Article | None = None
    try:
        if source:
            article, about_article = find_article(source, file, article_file)
            faults += about_article
    except TutorError:
        # What is wrong with the lesson comes first: it stays wrong with the right article.
        faults += (*check_texts(raw), *check_concepts(raw), *check_references(raw, questions, None))
        if any(fault.severity is Severity.ERROR for fault in faults):
            raise LessonProblems(placed(faults, file, text)) from None
        raise
    faults += (*check_texts(raw), *check_concepts(raw), *check_references(raw, questions, article))
    if lesson:
        faults += tuple(unused_concepts(raw, lesson.questions))
    if lesson is None or article is None or any(fault.severity is Severity.ERROR for fault in faults):
        raise LessonProblems(placed(faults, file, text))
    _link(lesson)
    digest = sha256(data + fingerprint(article).encode()).hexdigest()
    return LoadedLesson(lesson, article, file, slug_of(file), digest, text, faults)


def _decoded(data: bytes, file: Path) -> str:
    """The text of a lesson file, with plain line ends."""
    advice = "Save it again with the encoding UTF-8 (Notepad: File, Save as, Encoding: UTF-8)."
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise LessonProblems([Problem(file, 1, 1, "the file is saved as UTF-16, not as UTF-8", advice)])
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        line, column = place_at(before, len(before))
        raise LessonProblems([Problem(file, line, column, "the file is not saved as UTF-8", advice)]) from None


def _models(
    raw: Mapping[str, Any],
) -> tuple[Lesson | None, ArticleSource | None, dict[int, Question], tuple[Fault, ...]]:
    """The lesson; or when it has faults, those, and such parts as have none: they can be checked further."""
    try:
        lesson = Lesson.model_validate(raw)
    except ValidationError as error:
        listed = raw.get("questions")
        found = {n: _part(Question, item) for n, item in enumerate(listed if isinstance(listed, list) else [])}
        questions = {number: question for number, question in found.items() if question}
        return None, _part(ArticleSource, raw.get("article")), questions, translate(error.errors(), raw)
    return lesson, lesson.article, dict(enumerate(lesson.questions)), ()


_Model = TypeVar("_Model", bound=BaseModel)


def _part(model: type[_Model], raw: object) -> _Model | None:
    """The part as far as it holds: keys that are refused are left out, and their faults are told elsewhere."""
    rest = deepcopy(raw)
    while True:
        try:
            return model.model_validate(rest)
        except ValidationError as error:
            refused = [path for path in paths_of(error.errors(), rest) if _drop(rest, path)]
            if not refused:
                return None


def _drop(raw: Any, path: KeyPath) -> bool:
    """Leave a key out; False where there is none. An entry of a list stays, as those after it keep their number."""
    table = at(raw, path[:-1]) if path else None
    if not isinstance(table, dict):
        return False
    return table.pop(path[-1], _NOTHING) is not _NOTHING


_NOTHING = object()


def _link(lesson: Lesson) -> None:
    """Give every question the lesson's concepts, and the names of all who hold a view in it."""
    from tutor.rubric.checks import Attributes

    tests = [part.test for question in lesson.questions for part in question.parts]
    holders = [test.holder for test in tests if isinstance(test, Attributes)]
    names = dict.fromkeys(holder for holder in holders if isinstance(holder, str))
    vocabulary = Vocabulary(concepts=lesson.concepts, holders=tuple(names))
    for question in lesson.questions:
        question.use(vocabulary)
