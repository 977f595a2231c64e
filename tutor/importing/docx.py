"""A Word document: its paragraphs as they would be printed, with every tracked change accepted."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from tutor.article import Part
from tutor.errors import TutorError
from tutor.importing.source import Piece, Source, author_of, counted, library
from tutor.importing.text import BREAK, lines_to_pieces, own_text
from tutor.importing.tidying import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_TEXT = 30_000_000
"""Bytes that a document without its pictures may have when unpacked; a long novel has a tenth."""
MOST_PARTS = 5_000

_BODY, _CORE = "word/document.xml", "docProps/core.xml"
_MEDIA = "word/media/"
"""Pictures, which are never opened."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li")
# Names that a program fills in, and no writer's. Own list.
_NOBODY = re.compile(
    r"(?:microsoft.*|user|admin.*|owner|author|unknown|python-docx|teacher|student|pc|hp|lenovo|)", re.I
)


def read_docx(data: bytes, name: str) -> Source:
    """The article in a document. Raises TutorError when it is damaged, too large, or the library is not installed."""
    with library(name, "a Word document"):
        from lxml import etree, html
        from mammoth import convert_to_html, images

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            _check_size(zipped, name)
            marked = etree.fromstring(zipped.read(_BODY), parser)
            core = etree.fromstring(zipped.read(_CORE), parser) if _CORE in zipped.namelist() else None
        if marked.getroottree().docinfo.doctype:
            raise ValueError("a document with a DOCTYPE of its own")  # Word writes none; others hide bombs in it
        made = convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=images.img_element(_no_image))
        page = html.fragment_fromstring(made.value or "<p></p>", create_parent="div")
        notes = (*_changes(marked), *_left_out(page))
        pieces = tuple(_pieces(page))
    title = next((piece.text for piece in pieces[:1] if piece.part is Part.HEADING), "")
    creator = _said(core, "creator")
    author, asked = author_of(pieces, "" if _NOBODY.fullmatch(creator) else creator)
    return Source(pieces=pieces, title=title or _said(core, "title"), author=author, notes=(*notes, *asked))


def _check_size(zipped: zipfile.ZipFile, name: str) -> None:
    """Refuse what would unpack to more than any document has: reading never goes beyond the sizes told here."""
    parts = zipped.infolist()
    text = sum(part.file_size for part in parts if not part.filename.startswith(_MEDIA))
    if text > LARGEST_TEXT or len(parts) > MOST_PARTS:
        raise TutorError(
            f"{name} unpacks to more text than an article has ({text / 1e6:,.0f} MB).",
            "Copy the part you want to read with your class into a new document, and give that.",
        )


def _no_image(image: Any) -> dict[str, str]:
    return {"src": ""}


def _changes(marked: Any) -> Iterator[str]:
    """What was done about tracked changes and comments."""
    kept = sum(1 for sort in ("ins", "moveTo") for one in marked.iter(_W + sort) if len(one))
    dropped = sum(1 for sort in ("del", "moveFrom") for one in marked.iter(_W + sort) if len(one))
    if kept or dropped:
        yield (
            f"It has tracked changes: {counted(kept, 'insertion')} kept, {counted(dropped, 'deletion')} dropped, as if "
            "all were accepted."
        )
    comments = sum(1 for _ in marked.iter(_W + "commentReference"))
    if comments:
        yield f"Left out: {counted(comments, 'comment')}."


def _left_out(page: Any) -> Iterator[str]:
    """Take tables, notes and images out of the page, and say how many."""
    notes = page.xpath('.//li[starts-with(@id, "footnote-") or starts-with(@id, "endnote-")]')
    marks = page.xpath('.//sup[a[starts-with(@href, "#footnote-") or starts-with(@href, "#endnote-")]]')
    tables, images = page.xpath(".//table"), page.xpath(".//img")
    for element in (*notes, *marks, *tables, *images):
        element.drop_tree()
    found = [
        counted(len(what), noun) for what, noun in ((notes, "footnote"), (tables, "table"), (images, "picture")) if what
    ]
    if found:
        yield f"Left out: {', '.join(found)}."


def _pieces(page: Any) -> Iterator[Piece]:
    for line_break in page.iter("br"):
        line_break.tail = BREAK + (line_break.tail or "")
    for element in page.iter(*_BLOCKS):
        listed = element.tag == "li" or any(True for _ in element.iterancestors("li"))
        part = Part.ITEM if listed else Part.HEADING if element.tag[0] == "h" else Part.PARAGRAPH
        yield from lines_to_pieces(own_text(element, _BLOCKS), part)


def _said(core: Any, key: str) -> str:
    """What the document's properties say; most programs leave them empty or wrong."""
    return tidy(core.findtext(f".//{_DC}{key}") or "") if core is not None else ""
