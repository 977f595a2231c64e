"""A lesson made of proposals, to be played at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tutor.article import Article
from tutor.article.fingerprint import fingerprint
from tutor.drafting.propose import propose
from tutor.drafting.writing import lesson_text
from tutor.lesson.load import LoadedLesson, lesson_in


def lesson_about(article: Article, file: Path) -> LoadedLesson:
    """The lesson that an article gives of itself; `file` is where it was read from.

    The same words give the same lesson, whatever the file is called, so that a session can be gone on with. Raises
    TutorError as `propose`.
    """
    text = lesson_text(propose(article), article)
    slug = f"read-{fingerprint(article).removeprefix('sha256:')[:12]}"
    return replace(lesson_in(text, article, file=file, slug=slug), taught=False)
