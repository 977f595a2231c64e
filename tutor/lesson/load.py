"""A lesson file and its article to a lesson that can be played, or to all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from tutor.article import Article
from tutor.article.fingerprint import fingerprint
from tutor.errors import TutorError
from tutor.lesson.blanks import check_blanks
from tutor.lesson.concepts import check_concepts
from tutor.lesson.finding import lesson_file, read_lesson, slug_of
from tutor.lesson.model import ArticleSource, Lesson, Question
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, LessonProblems, Problem, Severity, placed
from tutor.lesson.references import check_references, unused_concepts
from tutor.lesson.rules import Rule
from tutor.lesson.source import find_article
from tutor.lesson.syntax import place_at, read_toml
from tutor.lesson.tables import at, kind_of
from tutor.lesson.texts import check_texts
from tutor.lesson.translate import paths_of, translate
from tutor.lesson.unknown import take_out_tests
from tutor.rubric.vocabulary import Vocabulary

_Find = Callable[[ArticleSource], tuple[Article | None, tuple[Fault, ...]]]


@dataclass(frozen=True, slots=True)
class LoadedLesson:
    """A lesson that can be played.

    `path` is the lesson file, `text` what it says, `slug` its short name. `digest` (64 hexadecimal digits) is the
    same as long as neither the file nor the article's words change. `taught` is false for one that was made of an
    article for a reader alone: there is no teacher to look at replies.
    """

    lesson: Lesson
    article: Article
    path: Path
    slug: str
    digest: str
    text: str = field(default="", repr=False)
    doubts: tuple[Fault, ...] = ()
    taught: bool = True

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
    data = read_lesson(file)
    text = _decoded(data, file)
    return _loaded(text, file, slug_of(file), data, lambda source: find_article(source, file, article_file))


def lesson_in(text: str, article: Article, *, file: Path, slug: str) -> LoadedLesson:
    """The lesson that `text` says, about an article at hand; `file` is named where something is wrong with it.

    Raises LessonProblems as `load_lesson` does.
    """
    return _loaded(text, file, slug, text.encode(), lambda source: (article, ()))


def _loaded(text: str, file: Path, slug: str, data: bytes, find: _Find) -> LoadedLesson:
    raw, unreadable = read_toml(text, file)
    if unreadable:
        raise LessonProblems(unreadable)
    if not raw:
        raise LessonProblems(
            [Problem(Rule.UNREADABLE, file, 1, 1, "the file is empty", 'Begin with: format = 1 and title = "…".')]
        )
    faults = take_out_tests(raw)
    lesson, source, questions, refused = _models(raw)
    faults += refused
    article: Article | None = None
    try:
        if source:
            article, about_article = find(source)
            faults += about_article
    except TutorError:
        # What is wrong with the lesson comes first: it stays wrong with the right article.
        faults += _of_the_whole(raw, questions, None)
        if any(fault.severity is Severity.ERROR for fault in faults):
            raise LessonProblems(placed(_first_causes(faults, raw), file, text)) from None
        raise
    faults += _of_the_whole(raw, questions, article)
    if lesson:
        faults += tuple(unused_concepts(raw, lesson.questions))
    if lesson is None or article is None or any(fault.severity is Severity.ERROR for fault in faults):
        raise LessonProblems(placed(_first_causes(faults, raw), file, text))
    _link(lesson)
    digest = sha256(data + fingerprint(article).encode()).hexdigest()
    return LoadedLesson(lesson, article, file, slug, digest, text, faults)


def _of_the_whole(
    raw: Mapping[str, Any], questions: Mapping[int, Question], article: Article | None
) -> tuple[Fault, ...]:
    """Faults that the models do not see: in texts, in phrases, and in what points elsewhere."""
    return (
        *check_blanks(raw),
        *check_texts(raw),
        *check_concepts(raw),
        *check_references(raw, questions, article),
    )


def _first_causes(faults: tuple[Fault, ...], raw: Mapping[str, Any]) -> tuple[Fault, ...]:
    """The faults without what is wrong only because of another: it goes when that one is put right.

    What stands in a blank, ids that a sample names when a table is misspelt or an id stands twice, concepts that no
    check looks for when a name is misspelt.
    """
    blank = {fault.path for fault in faults if fault.rule is Rule.BLANK}
    misnamed = any(f.rule is Rule.UNKNOWN_KEY and isinstance(at(raw, f.path), dict | list) for f in faults)
    twice = {fault.path[:2] for fault in faults if fault.rule is Rule.SAME_ID}
    misspelt = any(fault.rule is Rule.NO_SUCH_NAME for fault in faults)

    def follows(fault: Fault) -> bool:
        match fault.rule:
            case Rule.BLANK:
                return False
            case Rule.NO_SUCH_NAME if kind_of(fault.path)[:2] == ("questions", "samples"):
                return misnamed or fault.path[:2] in twice
            case Rule.UNUSED_CONCEPT:
                return misspelt
            case Rule.CONTROL_CHARACTER if fault.path == ("article", "file"):
                return True  # such a file there is not, and that is said
            case _:
                return fault.path in blank

    return tuple(fault for fault in faults if not follows(fault))


def _decoded(data: bytes, file: Path) -> str:
    """The text of a lesson file, with plain line ends."""
    advice = "Save it again with the encoding UTF-8 (Notepad: File, Save as, Encoding: UTF-8)."
    kind = next((kind for begins, kind in _NO_TEXT.items() if data.startswith(begins)), "")
    if kind:
        what = f"this is {kind}, whatever its name says"
        how = "A lesson is plain text: write it in a text editor (Notepad, TextEdit as plain text, VS Code)."
        raise LessonProblems([Problem(Rule.UNREADABLE, file, 1, 1, what, how)])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise LessonProblems(
            [Problem(Rule.UNREADABLE, file, 1, 1, "the file is saved as UTF-16, not as UTF-8", advice)]
        )
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        line, column = place_at(before, len(before))
        raise LessonProblems(
            [Problem(Rule.UNREADABLE, file, line, column, "the file is not saved as UTF-8", advice)]
        ) from None


_NO_TEXT = {
    b"{\\rtf": "a word processor's file (RTF)",
    b"PK\x03\x04": "a word processor's file or an archive",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"%PDF": "a PDF",
    b"<!DOCTYPE": "a web page",
    b"<html": "a web page",
}
"""How files begin that are no text, or no plain one."""


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
