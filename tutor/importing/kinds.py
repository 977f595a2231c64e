"""What a file is, by what is in it: its name is only what somebody called it."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

from tutor.errors import TutorError


class FileKind(StrEnum):
    """The formats an article is read from."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "a web page (HTML)"
    DOCX = "a Word document (.docx)"
    PDF = "a PDF"


FORMATS = "Articles can be .txt, .md, .html, .docx or .pdf files."

_SUFFIXES = {
    **dict.fromkeys(("", ".txt", ".text"), FileKind.TEXT),
    **dict.fromkeys((".md", ".markdown"), FileKind.MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml"), FileKind.HTML),
    ".docx": FileKind.DOCX,
    ".pdf": FileKind.PDF,
}
_TEXTS = (FileKind.TEXT, FileKind.MARKDOWN, FileKind.HTML)
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S)

# How other files begin, and what to do with them. Source: the formats' own descriptions of their first bytes.
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "a Rich Text file (.rtf)", "Open it, save it as .docx or as plain text (.txt), and give that."),
    (b"bplist", "a web archive of Safari", "Open the page, choose File, Save As, and as the format Page Source."),
    (b"MIME-Version:", "a web archive (.mht)", "Open the page again and save it as HTML only."),
    (b"From: <Saved by", "a web archive (.mht)", "Open the page again and save it as HTML only."),
    (b"\x89PNG", "a picture", "A picture has no text in it: copy the text, or have it read by a program for scans."),
    (
        b"\xff\xd8\xff",
        "a picture",
        "A picture has no text in it: copy the text, or have it read by a program for scans.",
    ),
    (b"GIF8", "a picture", "A picture has no text in it: copy the text, or have it read by a program for scans."),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPPED: tuple[tuple[str, str, str], ...] = (
    ("content.xml", "an OpenDocument file (.odt)", "Open it, save it as .docx, and give that."),
    ("xl/", "a spreadsheet", "Copy the article's text into a .txt file, and give that."),
    ("ppt/", "a presentation", "Copy the article's text into a .txt file, and give that."),
    ("Index/", "a Pages document", "Open it in Pages, choose File, Export To, Word, and give that."),
    ("META-INF/container.xml", "an e-book (.epub)", "Copy the article's text into a .txt file, and give that."),
)


def kind_of(data: bytes, suffix: str, name: str) -> FileKind:
    """What the file called `name`, with the ending `suffix` (".pdf") and these bytes, is.

    Raises TutorError when it is empty, is nothing that can be read, or is something else than its name says.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise TutorError(f"{name} is empty.", "Look whether it is the right file; it may not have been saved.")
    named = _SUFFIXES.get(suffix)
    found = _found(data, name, named)
    if named is None and found is FileKind.TEXT:
        raise TutorError(f"{name} is a {suffix} file, which cannot be read as an article.", FORMATS)
    if named in (None, found):
        return found
    if found is FileKind.TEXT and named in _TEXTS:
        return named
    advice = f"If it is the article all the same, let its name end in {_ending(found)} and try again."
    if found is FileKind.HTML:
        advice = f"Was a sign-in page saved in its place? {advice}"
    raise TutorError(f"{name} is not {named}, as its name says, but {found}.", advice)


def _found(data: bytes, name: str, named: FileKind | None) -> FileKind:
    """The format by the file's first bytes; TEXT for whatever has no mark of its own."""
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    if data.startswith(_OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            advice = "Open it with its password, save a copy without one, and give that."
            raise TutorError(f"{name} is a Word document with a password.", advice)
        advice = "Open it in Word or LibreOffice, save it as .docx, and give that."
        raise TutorError(f"{name} is a Word document of the old kind (.doc), which cannot be read.", advice)
    for start, what, advice in _OTHERS:
        if data.startswith(start):
            raise TutorError(f"{name} is {what}, which cannot be read as an article.", advice)
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")):
        return FileKind.HTML
    if b"\0" in data and not looks_like_utf16(data):
        what = f"{name} is not a text file" + (f", and not {named}, as its name says." if named else ".")
        raise TutorError(what, FORMATS)
    return FileKind.TEXT


def _zipped(data: bytes, name: str) -> FileKind:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        advice = "Copy or download it once more: it may not have come through whole."
        raise TutorError(f"{name} is damaged: its end is missing, or its list of contents is.", advice) from None
    if "word/document.xml" in names:
        return FileKind.DOCX
    for start, what, advice in _ZIPPED:
        if any(inside.startswith(start) for inside in names):
            raise TutorError(f"{name} is {what}, which cannot be read as an article.", advice)
    raise TutorError(f"{name} is a ZIP file without a Word document in it.", "Unpack it, and give the article's file.")


def looks_like_utf16(data: bytes) -> bool:
    """Whether every other byte of the beginning is nought, as in Latin text written in UTF-16."""
    start = data[:2000]
    even, odd = start[0::2], start[1::2]
    return data[:2] in (b"\xff\xfe", b"\xfe\xff") or any(
        one.count(0) > 0.6 * len(one) and not other.count(0) for one, other in ((even, odd), (odd, even))
    )


def _ending(kind: FileKind) -> str:
    return next(suffix for suffix, of in _SUFFIXES.items() if of is kind and suffix)
