"""The article a lesson is about: the file beside it, or the one that the learner's machine supplies."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

from tutor.article import Article, printable, read_article
from tutor.article.fingerprint import Likeness, compare
from tutor.errors import TutorError
from tutor.lesson.finding import exists
from tutor.lesson.model import ArticleSource
from tutor.lesson.nearest import listed, nearest
from tutor.lesson.problems import Fault, Severity, Spot, quoted
from tutor.lesson.rules import Rule

_FILE = ("article", "file")
_BESIDE = 'Put the article beside the lesson, and write only its name: file = "article.md".'
_NAMED_AT_MOST = 12  # addresses that an edited copy differs at; more help nobody


class ArticleNeeded(TutorError):  # noqa: N818  (it is what is needed)
    """A lesson that leaves its article out, and nobody has supplied it."""


def find_article(
    source: ArticleSource, lesson: Path, article_file: Path | None = None
) -> tuple[Article | None, tuple[Fault, ...]]:
    """The article of the lesson file `lesson`, and what is wrong with what the lesson says of it.

    Without an article there is at least one fault of the lesson's. What the user can mend without touching the
    lesson is raised as TutorError: an article that must be supplied, a wrong one, an edited one.
    """
    if article_file is not None:
        article = read_article(article_file)
        if source.fingerprint:
            _refuse_other(article, article_file, source)
        return _titled(article, source), ()
    if source.file is None:
        raise _needed(source, lesson)
    file = _inside(lesson.parent, source.file)
    if file is None:
        what = f"{quoted(source.file)} is not in the lesson's folder"
        return None, (Fault(Rule.ARTICLE, _FILE, what, _BESIDE),)
    if source.file.startswith(("http://", "https://")):
        advice = "Save it as a .md or .txt file beside the lesson, and write that file's name."
        return None, (Fault(Rule.ARTICLE, _FILE, "the article has to be a file, not an address on the web", advice),)
    if not exists(file):
        if source.fingerprint:
            raise _needed(source, lesson)
        if printable(source.file) != source.file:
            return None, (Fault(Rule.ARTICLE, _FILE, "this is no name that a file can have", _BESIDE),)
        near = nearest(source.file, _articles(lesson.parent))
        advice = f"Did you mean {near}?" if near else "Put the article there, or write the name it has."
        return None, (Fault(Rule.ARTICLE, _FILE, f"there is no file {quoted(source.file)} beside the lesson", advice),)
    try:
        article = read_article(file)
    except TutorError as error:
        return None, (Fault(Rule.ARTICLE, _FILE, error.what.rstrip("."), error.advice),)
    return _titled(article, source), _changed(article, source)


def _inside(folder: Path, name: str) -> Path | None:
    """The file `name` in `folder`; None when it would lie outside it, as lessons are passed from hand to hand."""
    try:
        file = (folder / name).resolve()
        inside = file.is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a name no file can have, or links that go in a circle
        return None
    return folder / name if inside and "\\" not in name else None


def _articles(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix.lower() in (".txt", ".md", ".markdown"))


def _titled(article: Article, source: ArticleSource) -> Article:
    """The article, with the lesson's words for what its own file does not say."""
    return replace(
        article,
        title=article.title or source.title or "",
        author=article.author or source.author or "",
        date=article.date or source.date or "",
        source=article.source or source.source or "",
    )


def _changed(article: Article, source: ArticleSource) -> tuple[Fault, ...]:
    """A warning when the file beside the lesson is no longer what the lesson's fingerprint was taken of."""
    if not source.fingerprint or compare(article, source.fingerprint, source.marks or ()).likeness is Likeness.SAME:
        return ()
    what = "the article beside the lesson is not the one this fingerprint was taken of"
    advice = "Check the addresses, then write the line that tutor fingerprint prints."
    return (Fault(Rule.ARTICLE_CHANGED, ("article", "fingerprint"), what, advice, Severity.WARNING, Spot.KEY),)


def _refuse_other(article: Article, file: Path, source: ArticleSource) -> None:
    """Raise TutorError unless `article` is the one the lesson was written for."""
    match = compare(article, source.fingerprint or "", source.marks or ())
    name = printable(str(file))
    wanted = _called(source)
    match match.likeness:
        case Likeness.SAME:
            return
        case Likeness.EDITED:
            raise TutorError(
                f"{name} differs from the lesson's article{_where(match.differs)}; addresses may be off.",
                f"Take a copy of {wanted} that has not been edited, shortened or updated.",
            )
        case Likeness.OTHER if source.marks:
            raise TutorError(
                f"{name} is another article: the lesson is about {wanted}.",
                "Give the right one with --article FILE.",
            )
        case Likeness.OTHER:
            # Without marks an edited copy cannot be told from another article.
            raise TutorError(
                f"{name} is another article than the lesson's, or an edited copy: the lesson is about {wanted}.",
                "Give an unedited copy of that one with --article FILE.",
            )


def _where(addresses: tuple[object, ...]) -> str:
    if not addresses:
        return ""
    named = [str(address) for address in addresses[:_NAMED_AT_MOST]]
    more = len(addresses) - len(named)
    return f" in {listed([*named, f'{more} more places'] if more else named)}"


def _called(source: ArticleSource) -> str:
    """The article as a teacher or librarian would look it up; "the article it was written for" if nothing is said."""
    title = f"“{source.title}”" if source.title else ""
    by = f"by {source.author}" if source.author else ""
    where = ", ".join(part for part in (source.source, source.date) if part)
    named = " ".join(part for part in (title, by, f"({where})" if where else "") if part)
    return printable(" ".join(named.split())) or "the article it was written for"


def _needed(source: ArticleSource, lesson: Path) -> ArticleNeeded:
    folder = lesson.parent if lesson.name == "lesson.toml" else lesson
    return ArticleNeeded(
        f"This lesson does not bring its article along: it needs {_called(source)}.",
        f"Save the article as a .txt or .md file, then: tutor start {shlex.quote(str(folder))} --article FILE",
    )
