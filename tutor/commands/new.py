"""`tutor new`: a folder with an article and a lesson to be filled in."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from tutor.article import Article, printable
from tutor.article.english import is_english
from tutor.errors import TutorError
from tutor.importing import Imported, import_article
from tutor.lesson.making import make_folder
from tutor.lesson.nearest import listed
from tutor.lesson.template import ARTICLE, SCHEMA_FILE, lesson_text
from tutor.paths import Paths, packaged

ARTICLE_FILE = "article.md"
LESSON_FILE = "lesson.toml"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequest:
    """What to make: `slug` names the folder, `article` is the file it comes from, `into` the folder around it.

    Without `into` it goes among the user's own lessons. With `draft` questions are proposed from the article; `force`
    puts new files in the place of a lesson's own.
    """

    slug: str
    article: Path | None = None
    into: Path | None = None
    draft: bool = False
    force: bool = False


def run(paths: Paths, request: NewRequest) -> int:
    """Make the lesson and say what to do next; returns the exit code."""
    _check_slug(request.slug)
    folder = (request.into or paths.lessons[0]) / request.slug
    if request.draft and request.article is None:
        raise TutorError("A draft is made from an article, and none is given.", "Add --article FILE.")
    imported = import_article(request.article) if request.article else None
    drafted = _draft(request.slug, imported.article) if imported and request.draft else None
    files = {
        ARTICLE_FILE: imported.text if imported else ARTICLE,
        LESSON_FILE: drafted or _template(request.slug, imported),
        SCHEMA_FILE: (packaged() / "lessons" / SCHEMA_FILE).read_text(encoding="utf-8"),
    }
    make_folder(folder, files, force=request.force)
    print(printable(f"Made {folder}: {', '.join(files)}"))
    if not request.into and any((place / request.slug).exists() for place in paths.lessons[1:]):
        print("A lesson of that name comes with tutor; yours is found in its place.")
    if imported and request.article:
        _tell(imported, request.article)
    _next(request, folder)
    return 0


def _template(slug: str, imported: Imported | None) -> str:
    return lesson_text(slug, imported.article.title if imported else "", has_article=imported is not None)


def _draft(slug: str, article: Article) -> str:
    """Proposals as a lesson. Raises TutorError for an article that gives too few."""
    from tutor.drafting import draft_text, propose

    return draft_text(propose(article), article, slug=slug)


def _tell(imported: Imported, file: Path) -> None:
    """How the article was cleaned, so that the teacher looks."""
    size, *notes = imported.notes
    print(printable(f"\n{ARTICLE_FILE}, from {file.name}: {size}"))
    for note in notes:
        print(printable(note))
    if not is_english(imported.article):
        print("It does not look like English, and all checks are made for English: many replies will be misjudged.")
    missing = [name for name in ("title", "author", "date", "source") if not getattr(imported.article, name)]
    if missing:
        headed = imported.text.startswith("---\n")
        where = "between the two --- at the top" if headed else f'under [article] in {LESSON_FILE}: {missing[0]} = "…"'
        print(f"The file does not tell its {listed(missing, 'or')}: write it {where}.")
    print("Compare it with the original, and change it now if at all: addresses such as p4s2 count its sentences.")


def _next(request: NewRequest, folder: Path) -> None:
    name = shlex.quote(str(folder)) if request.into else request.slug
    if request.draft:
        work = f"read every question in {LESSON_FILE}: keep it, change it or drop it"
    elif request.article:
        work = f"fill in what is marked ___ in {LESSON_FILE}"
    else:
        work = f"put the article into {ARTICLE_FILE}, fill in what is marked ___ in {LESSON_FILE}"
    print(printable(f"\nNext: {work}, and run: tutor check {name}"))


def _check_slug(slug: str) -> None:
    if _SLUG.fullmatch(slug) and len(slug) <= LONGEST_SLUG:
        return
    simple = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")[:LONGEST_SLUG].strip("-")
    raise TutorError(
        f'"{printable(slug)}" cannot be the name of a lesson: it takes small letters, digits and hyphens.',
        f"Write {simple}." if simple else "Write a short one, such as: ferry-debate",
    )
