"""What every format is read into: pieces of an article, in order, and what a teacher should know of how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tutor.article import Part
from tutor.article.blocks import byline_author
from tutor.errors import TutorError

LIBRARIES = frozenset({"trafilatura", "lxml", "mammoth", "pypdf"})
"""What the extra `import` brings, as it is imported."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of the article: a heading, a paragraph or an item of a list (with its mark or without), on one line."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as read from its file. What the file does not say is empty; `notes` are sentences for the teacher."""

    pieces: tuple[Piece, ...]
    title: str = ""
    author: str = ""
    date: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()


def author_of(pieces: Sequence[Piece], told: str) -> tuple[str, tuple[str, ...]]:
    """Who wrote it: as the byline says, or else as the file's properties tell; and what to ask the teacher about that.

    Properties mostly name whoever sat at the keyboard.
    """
    bylines = (byline_author(piece.text) for piece in pieces[:4])
    if byline := next(filter(None, bylines), ""):
        return byline, ()
    return told, (f"The author, {told}, is from the file's properties: is that the writer?",) if told else ()


@contextmanager
def library(name: str, what: str) -> Iterator[None]:
    """Run a library over a stranger's file: whatever it stumbles over becomes one TutorError.

    `name` is the file as shown, `what` what it should be ("a PDF"). Such files can be damaged in more ways than a
    library has errors for.
    """
    try:
        yield
    except TutorError:
        raise
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in LIBRARIES:
            raise
        raise TutorError(
            f"To read {what}, tutor needs libraries that are not installed here.",
            "Install them once with: pip install 'reading-tutor[import]'. "
            "Or copy the article's text into a .txt file and give that.",
        ) from None
    except Exception as error:
        raise TutorError(
            f"{name} cannot be read: as {what} it is damaged, or made in a way that is not understood.",
            "Open it where you read it, copy the text into a .txt file (UTF-8), and give that.",
        ) from error


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 page`, `3 pages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
