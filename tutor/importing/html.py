"""A saved web page: the article in it, without menus, adverts and what else stands around it.

Trafilatura finds the article. It is given the text of a file and no address, and fetches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tutor.article import Part
from tutor.errors import TutorError
from tutor.importing.source import Piece, Source, counted, library
from tutor.importing.text import BREAK, lines_to_pieces, own_text
from tutor.importing.tidying import tidy

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_PARTS = {"head": Part.HEADING, "p": Part.PARAGRAPH, "item": Part.ITEM, "quote": Part.PARAGRAPH, "ab": Part.PARAGRAPH}
# Lines of a page that belong to no article, wherever they stand. Own list, of what English news pages put between
# paragraphs; a line counts only when it is nothing else.
_AROUND = re.compile(
    r"(?:advertisement|advert|sponsored(?: content)?|promoted|(?:share|save)(?: this)?(?: article| story)?|"
    r"(?:read|see|find out) more(?::.*)?|related(?: articles?| stories| topics)?(?::.*)?|most read|"
    r"(?:sign up|subscribe)(?: now| here|\b.{0,80}\b(?:newsletter|inbox|emails?)\b.{0,40})?|"
    r"(?:article|story) continues below.{0,40}|skip (?:to|past|advert)\b.{0,40}|image (?:source|caption).{0,80}|"
    r"getty images|\d+ comments?|copy link|print|follow us.{0,40})[.:!]?",
    re.IGNORECASE,
)

_HIDDEN = frozenset(["script", "style", "noscript", "template", "svg", "head"])


def read_html(text: str, name: str) -> Source:
    """The article in a page. Raises TutorError when there is none, or when the library is not installed."""
    with library(name, "a web page"):
        from lxml import html

        from tutor.importing.bare import mark_paragraphs

        with _without_probing():
            from trafilatura import bare_extraction
        text = _DECLARATION.sub("", text, count=1)
        page = html.fromstring(text)
        shown = len(_shown(page).split())
        mark_paragraphs(page)
        found = bare_extraction(
            page,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        told = {key: tidy(str(getattr(found, key, None) or "")) for key in ("title", "author", "date", "sitename")}
        body = getattr(found, "body", None)
        pieces = [] if body is None else [piece for piece in _pieces(body) if not _AROUND.fullmatch(piece.text)]
    if not pieces:
        raise TutorError(
            f"There is no article to be found in {name}.",
            "Some pages load their text only in the browser: copy it from there into a .txt file, and give that.",
        )
    kept = " ".join(piece.text for piece in pieces)
    title = "" if any(piece.text == told["title"] for piece in pieces) else told["title"]
    around = max(0, shown - len(kept.split()) - len(title.split()))
    notes = [f"Left out: {counted(around, 'word')} around the article (menus, adverts, notices)."] if around else []
    return Source(
        pieces=tuple(pieces),
        title=told["title"],
        author=told["author"].replace("; ", ", "),
        date=told["date"],
        source=told["sitename"],
        notes=tuple(notes),
    )


@contextmanager
def _without_probing() -> Iterator[None]:
    """Keep urllib3, which Trafilatura brings along, from making a socket to see whether this machine has IPv6."""
    import socket

    had, socket.has_ipv6 = socket.has_ipv6, False
    try:
        yield
    finally:
        socket.has_ipv6 = had


def _pieces(body: Any) -> Iterator[Piece]:
    """The blocks of Trafilatura's tree."""
    for line_break in body.iter("lb"):
        line_break.tail = BREAK + (line_break.tail or "")
    for element in body.iter(*_PARTS):
        part = Part.ITEM if any(True for _ in element.iterancestors("item")) else _PARTS[element.tag]
        yield from lines_to_pieces(own_text(element, _PARTS), part)


def _shown(page: Any) -> str:
    """All that a browser would show of a page."""
    from lxml import etree

    words: list[str] = []
    walk = etree.iterwalk(page, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event != "start":
            words.append(element.tail or "")
        elif element.tag in _HIDDEN:
            walk.skip_subtree()
        else:
            words.append(element.text or "")
    return " ".join(words)
