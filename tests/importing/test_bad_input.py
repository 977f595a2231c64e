# ruff: noqa: E501  (each row of a table stands on one line)
"""Files that are no articles: one clear message each, with what to do, and never a word of the machine's."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tests.importing import making
from tests.importing.making import PARAGRAPHS
from tutor.errors import TutorError
from tutor.importing import import_article
from tutor.importing.docx import LARGEST_TEXT

TEXT = "\n\n".join(PARAGRAPHS)


def scanned() -> bytes:
    return making.lines_pdf([], [])


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(making.pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    return _written(writer)


def thousand_pages() -> bytes:
    writer = PdfWriter()
    for _ in range(1000):
        writer.add_blank_page(200, 200)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def zipped(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return out.getvalue()


def bomb() -> bytes:
    """A document of some 30 kilobytes that unpacks to more than a document may have."""
    return making.docx(making.paragraph(making.run("a" * LARGEST_TEXT)))


def laughs() -> bytes:
    """A document whose one word stands for a thousand million others."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE d [<!ENTITY l0 "ha">{entities}]><w:document xmlns:w="w"><w:body><w:p>&l9;</w:p></w:body></w:document>'
    return zipped(**{"word__document_xml": text, "[Content_Types]_xml": making._TYPES})


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LOCKED_WORD = OLD_WORD + "EncryptedPackage".encode("utf-16-le")

ROWS: list[tuple[str, bytes | str | Callable[[], bytes], str]] = [
    ("room.pdf", scanned, "has no text in it, only pictures of pages: it was scanned. Have it read by a program for scans"),
    ("room.pdf", encrypted, "is protected with a password. Save a copy without one."),
    ("room.pdf", thousand_pages, "has 1,000 pages: it is a book, or a whole newspaper, and no article. Print the"),
    ("room.pdf", making.pdf()[:1500], "cannot be read: as a PDF it is damaged, or made in a way"),
    ("room.pdf", making.html(), "is not a PDF, as its name says, but a web page (HTML). Was a sign-in page saved"),
    ("room.pdf", TEXT, "is not a PDF, as its name says, but plain text. If it is the article all the same, let its name end in .txt"),
    ("room.docx", OLD_WORD, "is a Word document of the old kind (.doc), which cannot be read. Open it in Word or LibreOffice"),
    ("room.doc", OLD_WORD, "is a Word document of the old kind (.doc)"),
    ("room.docx", LOCKED_WORD, "is a Word document with a password. Open it with its password, save a copy without"),
    ("room.docx", making.docx()[:600], "is damaged: its end is missing"),
    ("room.docx", zipped(xl__workbook_xml="<a/>"), "is a spreadsheet, which cannot be read as an article. Copy"),
    ("room.docx", zipped(content_xml="<a/>"), "is an OpenDocument file (.odt), which cannot be read as an article. Open it, save"),
    ("room.docx", zipped(notes="x"), "is a ZIP file without a Word document in it. Unpack it"),
    ("room.docx", bomb, "unpacks to more text than an article has (30 MB). Copy the part"),
    ("room.docx", laughs, "cannot be read: as a Word document it is damaged, or made in a way"),
    ("room.docx", making.docx(""), "has no sentences in it: too little for an article."),
    ("room.docx", making.pdf(), "is not a Word document (.docx), as its name says, but a PDF."),
    ("room.txt", "", "is empty. Look whether it is the right file"),
    ("room.txt", " \n\n ", "is empty."),
    ("room.txt", "The council will close it in May.", "has 1 sentence in it: too little for an article."),
    ("room.txt", TEXT * 12_000, "is larger than an article may be (2,000,000 bytes). Cut out the part you want to read"),
    ("room.txt", TEXT * 2_000, "is larger than an article may be (1,000,000 bytes of text)."),
    ("room.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 100, "is a picture, which cannot be read as an article."),
    ("room.txt", bytes(range(256)) * 10, "is not a text file, and not plain text, as its name says."),
    ("room.txt", b"caf\xe9 \x81\x8d. One. Two.", "is text in an encoding that is not known here. Open it"),
    ("room.md", "---\ntitle: [\n---\n" + TEXT, "The front matter is not readable (line 3)"),
    ("room.rtf", "{\\rtf1 " + TEXT, "is a Rich Text file (.rtf), which cannot be read as an article. Open it, save it as .docx"),
    ("room.csv", "id,text\n1,Hello. You. There.\n", "is a .csv file, which cannot be read as an article. Articles can be .txt"),
    ("room.html", "<html><body><nav>Home</nav></body></html>", "There is no article to be found in"),
    ("room.html", "<html><script>load()</script></html>", "There is no article to be found in"),
    ("room.mht", "From: <Saved by Blink>\n\nx", "is a web archive (.mht)"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "said"), ROWS, ids=[f"{n}-{row[0]}" for n, row in enumerate(ROWS)])
def test_one_clear_message(tmp_path: Path, name: str, content: bytes | str | Callable[[], bytes], said: str) -> None:
    data = content() if callable(content) else content
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(TutorError) as caught:
        import_article(tmp_path / name)
    message = f"{caught.value.what} {caught.value.advice}"
    assert said in message
    assert caught.value.advice
    assert not re.search(r"Error|Exception|pypdf|lxml|mammoth|trafilatura|NoneType|object|traceback", message)


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(TutorError, match="There is no file"):
        import_article(tmp_path / "room.pdf")
    with pytest.raises(TutorError, match="is a folder, not an article"):
        import_article(tmp_path)
    with pytest.raises(TutorError, match="could not be read"):
        import_article(tmp_path / "a\0b.txt")


def test_a_password_that_only_forbids_printing_is_no_hindrance(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(making.pdf(spaceAfter=7))))
    writer.encrypt("", owner_password="owner", algorithm="RC4-128")
    (tmp_path / "room.pdf").write_bytes(_written(writer))
    assert len(import_article(tmp_path / "room.pdf").article.sentences) == 13


@pytest.mark.parametrize(
    ("name", "content", "library", "what"),
    [
        ("room.pdf", making.pdf(), "pypdf", "a PDF"),
        ("room.docx", making.docx(), "mammoth", "a Word document"),
        ("room.html", making.html(), "trafilatura", "a web page"),
    ],
    ids=["pdf", "docx", "html"],
)
def test_without_the_libraries_it_says_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes | str, library: str, what: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(TutorError, match=f"To read {what}, tutor needs libraries that are not installed") as caught:
        import_article(tmp_path / name)
    assert "pip install 'reading-tutor[import]'" in caught.value.advice


def test_text_needs_no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("pypdf", "mammoth", "trafilatura", "lxml"):
        monkeypatch.setitem(sys.modules, library, None)
    (tmp_path / "room.txt").write_text(TEXT)
    assert import_article(tmp_path / "room.txt").article.sentences
