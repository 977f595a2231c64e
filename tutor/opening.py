"""From what was asked for to the lesson to be played: a teacher's, or one made of an article alone.

Both faces open lessons here, in a worker thread or after the first word, so nothing is imported before it is needed.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.lesson.load import LoadedLesson
    from tutor.session.history import SessionInfo
    from tutor.session.request import StartRequest

_MADE = re.compile(r"read-[0-9a-f]{12}")


def open_lesson(request: StartRequest, path: Path) -> LoadedLesson:
    """What learners are to play: the lesson at `path` without drafts, or the article that the request is to read.

    Raises TutorError for a lesson or an article that cannot be played.
    """
    if path == request.read:
        return lesson_of_article(path)
    from tutor.lesson.drafts import to_play
    from tutor.lesson.load import load_lesson

    # `--article` holds for the lesson that was named with it.
    return to_play(load_lesson(path, request.article if path == request.lesson else None))


def lesson_of_article(file: Path) -> LoadedLesson:
    """The lesson that an article gives of itself, from any format that can be imported."""
    from tutor.drafting import lesson_about
    from tutor.importing import import_article

    return lesson_about(import_article(file).article, file)


def lesson_of_session(
    session: SessionInfo, where: Path | tuple[Path, ...], article: Path | None = None
) -> LoadedLesson | None:
    """The lesson of a session as it is now; None when it cannot be opened.

    `where` is its file, or the folders to look in. An article that was read without a lesson is kept nowhere: it has to
    be given. Raises TutorError only for an `article` that was given and is of no use.
    """
    from tutor.errors import TutorError
    from tutor.session.export import load_of

    if not _MADE.fullmatch(session.lesson):
        return load_of(session, where, article)
    if article is None:
        return None
    loaded = lesson_of_article(article)
    if loaded.slug != session.lesson:
        raise TutorError(
            f"The session is about another article than {article.name}, or about another version of it.",
            "Give the file that was read, unchanged; or leave --article out, and the sentences cited stay addresses.",
        )
    return loaded
