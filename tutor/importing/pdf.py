"""A PDF: pages of placed lines, made into paragraphs again."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tutor.article import Part
from tutor.errors import TutorError
from tutor.importing.layout import Line, pieces_of
from tutor.importing.setting import LineSetter
from tutor.importing.source import Source, author_of, counted, library
from tutor.importing.tidying import tidy

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 60
"""A long magazine article has twenty; with more it is a book."""

_COPY = "Open it where you read it, copy the article's text into a .txt file (UTF-8), and give that."
# What programs write where a title or an author should be. Own list.
_NO_TITLE = (
    "microsoft word",
    "untitled",
    "unknown",
    "(anonymous)",
    "anonymous",
    "(unspecified)",
    "document",
    "print",
    "about:blank",
)


def read_pdf(data: bytes, name: str) -> Source:
    """The article in a PDF. Raises TutorError when it has no text, a password, too many pages, or is damaged."""
    with library(name, "a PDF"):
        from pypdf import PdfReader

        logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every flaw that it mends
        reader = PdfReader(io.BytesIO(data))
        _open(reader, name)
        pages = [_lines(page, number) for number, page in enumerate(_pages(reader, name))]
        told_title, told_author = _told(reader, "title"), _told(reader, "author")
    if not any(pages):
        raise TutorError(
            f"{name} has no text in it, only pictures of pages: it was scanned.",
            "Have it read by a program for scans (OCR), or type the article into a .txt file, and give that.",
        )
    laid = pieces_of(pages)
    empty = sum(not page for page in pages)
    notes = [f"Read from {counted(len(pages), 'page')}."]
    if laid.left_out:
        notes.append(f"Left out: {', '.join(laid.left_out)}.")
    if laid.joined:
        notes.append(f"Put together: {counted(laid.joined, 'word')} divided at line ends.")
    if laid.doubtful:
        places = ", ".join(f"“… {words}”" for words in laid.doubtful)
        notes.append(f"Perhaps two paragraphs, each put together where a page or column ends: {places}")
    if empty:
        notes.append(f"{counted(empty, 'page has', 'pages have')} no text, only a picture: is anything missing?")
    author, asked = author_of(laid.pieces, told_author)
    headings = (piece.text for piece in laid.pieces[:2] if piece.part is Part.HEADING)
    return Source(pieces=laid.pieces, title=next(headings, told_title), author=author, notes=(*notes, *asked))


def _open(reader: PdfReader, name: str) -> None:
    """Raise TutorError unless the PDF can be read without a password."""
    if not reader.is_encrypted:
        return
    from pypdf import PasswordType
    from pypdf.errors import DependencyError

    try:
        if reader.decrypt("") is not PasswordType.NOT_DECRYPTED:
            return
    except DependencyError:
        pass
    raise TutorError(f"{name} is protected with a password.", f"Save a copy without one. {_COPY}")


def _pages(reader: PdfReader, name: str) -> Sequence[PageObject]:
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise TutorError(
            f"{name} has {count:,} pages: it is a book, or a whole newspaper, and no article.",
            f"Print the article's pages into a PDF of their own (at most {MOST_PAGES}), and give that.",
        )
    return reader.pages


def _lines(page: PageObject, number: int) -> list[Line]:
    """The lines of a page, in the order in which they were written, which follows columns."""
    setter = LineSetter(number)
    page.extract_text(visitor_text=setter.add)
    return setter.lines()


def _told(reader: PdfReader, key: str) -> str:
    """What the PDF's properties say of title or author, unless a program wrote it there."""
    value = tidy(str(getattr(reader.metadata, key, None) or ""))
    stray = value.lower().startswith(_NO_TITLE) or value.lower().endswith((".doc", ".docx", ".pdf", ".indd", ".html"))
    return "" if stray else value
