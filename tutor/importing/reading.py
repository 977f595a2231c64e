"""A file to an article: what it is, what is in it, and what the teacher should look at."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from tutor.article import Article, Part, parse_article, printable
from tutor.article.load import LARGEST
from tutor.errors import TutorError
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
    data = _bytes_of(path, name)
    kind = kind_of(data, path.suffix.lower(), name)
    found, encoding = _source(data, kind, name)
    text = markdown_of(found)
    _refuse_above(LARGEST, len(text.encode()), name, "bytes of text")
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

            _refuse_above(LARGEST_PAGE, len(data), name, "bytes for a web page")
            text, note = decoded(data, name, web=True)
            return read_html(text, name), note
        case FileKind.TEXT | FileKind.MARKDOWN:
            from tutor.importing.text import read_text

            _refuse_above(2 * LARGEST, len(data), name, "bytes")  # twice, as it may be UTF-16
            text, note = decoded(data, name)
            _refuse_above(LARGEST, len(text.encode("utf-8", "replace")), name, "bytes of text")
            try:
                return read_text(text, markdown=kind is FileKind.MARKDOWN), note
            except TutorError as error:
                raise TutorError(f"{name}: {error.what}", error.advice) from error


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


def _refuse_above(most: int, size: int, name: str, what: str) -> None:
    if size > most:
        raise TutorError(
            f"{name} is larger than an article may be ({most:,} {what}).",
            "Copy the part you want to read with your class into a file of its own, and give that.",
        )


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise TutorError(f"{name} is a folder, not an article.", f"Name the file inside it. {FORMATS}")
        if not stat.S_ISREG(status.st_mode):
            raise TutorError(f"{name} is not a file that can be read.", FORMATS)
        _refuse_above(LARGEST_FILE, status.st_size, name, "bytes")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise TutorError(f"There is no file {name}.", "Check the spelling, and the folder you are in.") from error
    except PermissionError as error:
        raise TutorError(
            f"You are not allowed to read {name}.", "Change the file's permissions, or copy it."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not one a file can have"
        raise TutorError(f"{name} could not be read: {reason}.", "Try a copy of the file on another disk.") from error
