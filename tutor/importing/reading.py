"""A file to an article: what it is, what is in it, and what the teacher should look at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tutor.article import Article, Part, parse_article, printable
from tutor.article.load import LARGEST, SHORTER
from tutor.errors import TutorError
from tutor.files import Wanted, read_bytes, refuse_above
from tutor.importing.decoding import decoded
from tutor.importing.kinds import FORMATS, FileKind, kind_of
from tutor.importing.source import Source, counted
from tutor.importing.writing import markdown_of

LARGEST_FILE = 50_000_000
"""Bytes. A PDF or a Word document with pictures; text alone has `tutor.article.load.LARGEST`."""
LARGEST_PAGE = 10_000_000
"""Bytes of a saved web page with its scripts."""
FEWEST_SENTENCES = 3
"""With fewer there is nothing to ask about."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An article out of a file: as it can be read, as Markdown to be kept, and notes for the teacher, a line each."""

    article: Article
    text: str
    notes: tuple[str, ...]


def import_article(path: Path) -> Imported:
    """Read an article from a .txt, .md, .html, .docx or .pdf file, and clean it.

    Raises TutorError when there is no such file, it is something else than it is called, cannot be read, is too large,
    or has no article in it, and when the extra `import` is needed and not installed.
    """
    name = printable(str(path))
    data = read_bytes(path, name, _wanted(LARGEST_FILE))
    kind = kind_of(data, path.suffix.lower(), name)
    found, encoding = _source(data, kind, name)
    text = markdown_of(found)
    refuse_above(_wanted(LARGEST), len(text.encode()), name, "bytes of text")
    article = parse_article(text, markdown=True)
    if len(article.sentences) < FEWEST_SENTENCES:
        has = counted(len(article.sentences), "sentence") if article.sentences else "no sentences"
        raise TutorError(
            f"{name} has {has} in it: too little for an article.",
            "Look whether it is the right file, and whether all of it was saved.",
        )
    return Imported(article, text, (_size(article), *found.notes, *filter(None, [encoding, _unread(text)])))


def _source(data: bytes, kind: FileKind, name: str) -> tuple[Source, str]:
    """What the file holds, and a note on its encoding where there is something to say."""
    match kind:
        case FileKind.PDF:
            from tutor.importing.pdf import read_pdf

            return read_pdf(data, name), ""
        case FileKind.DOCX:
            from tutor.importing.docx import read_docx

            return read_docx(data, name), ""
        case FileKind.HTML:
            from tutor.importing.html import read_html

            refuse_above(_wanted(LARGEST_PAGE), len(data), name, "bytes for a web page")
            text, note = decoded(data, name, web=True)
            return read_html(text, name), note
        case FileKind.TEXT | FileKind.MARKDOWN:
            from tutor.importing.text import read_text

            refuse_above(_wanted(2 * LARGEST), len(data), name)  # twice, as it may be UTF-16
            text, note = decoded(data, name)
            refuse_above(_wanted(LARGEST), len(text.encode("utf-8", "replace")), name, "bytes of text")
            try:
                return read_text(text, markdown=kind is FileKind.MARKDOWN), note
            except TutorError as error:
                raise TutorError(f"{name}: {error.what}", error.advice) from error


def _wanted(most: int) -> Wanted:
    return Wanted("an article", most, FORMATS, SHORTER)


def _size(article: Article) -> str:
    paragraphs = [block for block in article.blocks if block.sentences]
    words = sum(len(block.span.of(article.text).split()) for block in paragraphs)
    headings = sum(block.part is Part.HEADING for block in article.blocks)
    parts = [counted(len(paragraphs), "paragraph"), counted(len(article.sentences), "sentence")]
    parts += [counted(headings, "heading")] if headings else []
    return f"{', '.join(parts)}, {counted(words, 'word')}."


def _unread(text: str) -> str:
    lost = text.count("\ufffd")
    return f"{counted(lost, 'character')} could not be read; each stands as \ufffd." if lost else ""
