"""Plain text and Markdown: read as a lesson would read them, so that nothing moves."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from tutor.article import Article, Part, parse_article
from tutor.importing.source import Piece, Source, counted
from tutor.importing.tidying import join_lines, tidy

BREAK = "\u2028"


def read_text(text: str, *, markdown: bool) -> Source:
    """The pieces of a text. Raises TutorError when its front matter cannot be read."""
    notes: list[str] = []
    if not markdown:
        text, joined = join_lines(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        if joined:
            notes.append(f"Put together: {counted(joined, 'word')} divided at line ends.")
    article = parse_article(text, markdown=markdown)
    return Source(
        pieces=_pieces(article),
        title=article.title,
        author=article.author,
        date=article.date,
        source=article.source,
        notes=tuple(notes),
    )


def lines_to_pieces(text: str, part: Part) -> tuple[Piece, ...]:
    """The pieces of what another format calls one block of sort `part`, but that may have line breaks (`BREAK`) in it.

    Many people press Shift and Enter between paragraphs, and some programs write pages like that. Line ends mean
    nothing.
    """
    text = re.sub(r"[ \t\r\n]+", " ", text).replace(BREAK, "\n")
    if part is not Part.PARAGRAPH or "\n" not in text.strip():
        return (Piece(part, words),) if (words := tidy(text)) else ()
    return _pieces(parse_article(text.strip(), markdown=False))


def own_text(element: Any, blocks: Collection[str]) -> str:
    """The text of an element of a page (lxml) without that of the blocks in it, as of a list inside an item."""
    said = [element.text or ""]
    for child in element:
        if not any(True for _ in child.iter(*blocks)):
            said.append("".join(child.itertext()))
        said.append(child.tail or "")
    return "".join(said)


def _pieces(article: Article) -> tuple[Piece, ...]:
    return tuple(Piece(block.part, block.span.of(article.text)) for block in article.blocks)
