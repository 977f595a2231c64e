"""Files as teachers have them: PDFs set in pages, Word documents, saved web pages. All made here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

PARAGRAPHS = (
    "The council will close the reading room on Mill Street in May. It cost the town 90,000 pounds last year, says the "
    "council’s own report, and hardly anybody went there on weekdays.",
    "I have gone there since I was a child. Without it, the pupils of the evening school will have no warm place to "
    "sit and no one to ask. Nobody on the council seems to have thought of them.",
    "Ines Halloran, who has kept the room for twenty years, does not complain. “I count forty readers a day,” she told "
    "me, and showed me her book. “Most of them come after five, when the council’s men have gone home.”",
    "Of course the town has to save. But it could begin with the fountain, which has been dry since the war, or with "
    "the banquet for the mayors of five other towns.",
    "On Monday the council votes. If you have ever borrowed a book on Mill Street, come and say so. A town that closes "
    "its doors to readers will soon have nothing to say for itself.",
)
"""An article of our own, five paragraphs."""


def pdf(
    paragraphs: Sequence[str] = PARAGRAPHS,
    *,
    title: str = "The last reading room",
    author: str = "",
    head: str = "",
    columns: int = 1,
    **style: object,
) -> bytes:
    """The paragraphs set on small pages, with a page number and, with `head`, a running head."""
    out = io.BytesIO()
    width = (A5[0] - 100) / columns - 10

    def around(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, A5[1] - 25, head)
        canvas.drawString(A5[0] / 2, 20, str(document.page))

    frames = [Frame(50 + n * (width + 10), 50, width, 200) for n in range(columns)]
    document = BaseDocTemplate(out, pagesize=A5, title=title, author=author, invariant=1)
    document.addPageTemplates([PageTemplate(frames=frames, onPage=around)])
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12.5, alignment=TA_JUSTIFY, **style)
    big = ParagraphStyle("big", fontName="Helvetica-Bold", fontSize=16, leading=19, spaceAfter=10)
    document.build([Paragraph(title, big), *(Paragraph(text, body) for text in paragraphs)])
    return out.getvalue()


def lines_pdf(*pages: Sequence[str]) -> bytes:
    """A PDF with just these lines on its pages, 14 points apart, 12 points large."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A5, invariant=1)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(50, 500 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_RELS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
_CORE = """<?xml version="1.0" encoding="UTF-8"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>
</cp:coreProperties>"""


def run(text: str) -> str:
    """A run of text, as Word writes one."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{run(text)}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="A"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def paragraph(content: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{content}</w:p>"


def docx(
    body: str = "".join(paragraph(run(text)) for text in PARAGRAPHS), *, title: str = "", author: str = "", **more: str
) -> bytes:
    """A Word document with this in its body; `more` are further parts, by name with `__` for `/`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("[Content_Types].xml", _TYPES)
        zipped.writestr("_rels/.rels", _RELS)
        zipped.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        if title or author:
            zipped.writestr("docProps/core.xml", _CORE.format(title=escape(title), author=escape(author)))
        for name, text in more.items():
            zipped.writestr(name.replace("__", "/"), text)
    return out.getvalue()


def html(paragraphs: Sequence[str] = PARAGRAPHS, **more: str) -> str:
    """A page of a newspaper: the article, and around it what such pages have. `more`: head, before, after."""
    text = "\n".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><title>The last reading room | The Lantern</title>
<meta property="og:site_name" content="The Lantern"><meta name="author" content="Della Wrenfield">
<meta property="article:published_time" content="2025-05-03T10:00:00Z">{more.get("head", "")}
<script>var advert = "<p>Buy our soap. It washes whiter than snow.</p>"; track("reader");</script>
<style>p {{ color: black }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div id="cookies">We use cookies to make this page better. <button>Accept all</button></div>
<article><h1>The last reading room</h1><p class="byline">By Della Wrenfield</p>{more.get("before", "")}
{text}
<p>Advertisement</p></article>{more.get("after", "")}
<aside><h3>Most read</h3><ul><li><a href="/a">Ten recipes with leeks</a></li></ul></aside>
<footer>© The Lantern. Subscribe to our newsletter.</footer></body></html>"""
