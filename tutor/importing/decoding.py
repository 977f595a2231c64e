"""Bytes to text: UTF-8, and what older programs write in its place."""

from __future__ import annotations

import re

from tutor.errors import TutorError
from tutor.importing.kinds import looks_like_utf16

_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([a-zA-Z0-9_.:-]{2,40})", re.IGNORECASE)

MOSTLY = 3
"""So many times more letters beyond ASCII that are right in UTF-8 than wrong: then it is UTF-8 with a few flaws."""


def decoded(data: bytes, name: str, *, web: bool = False) -> tuple[str, str]:
    """The text of a file, and a sentence for the teacher where it was not UTF-8 (else empty).

    A web page may name its own encoding. Raises TutorError when the bytes are text in no encoding known here.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _strict(data, encoding, name), "It was saved as UTF-16; the copy is UTF-8."
    if looks_like_utf16(data):
        encoding = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        return _strict(data, encoding, name), "It was saved as UTF-16; the copy is UTF-8."
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    mended = data.decode("utf-8-sig", "replace")
    bad, good = mended.count("\ufffd"), sum(char > "\x7f" for char in mended)
    if good - bad > MOSTLY * bad:
        return mended, ""  # the reader is told how many characters are lost
    told = _META.search(data[:4000]) if web else None
    for encoding in (*([told.group(1).decode("ascii")] if told else ()), "windows-1252"):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        shown = encoding if encoding != "windows-1252" else "Windows-1252"
        return text, f"It was not saved as UTF-8 but, it seems, as {shown}: look at its accents and quotation marks."
    raise _unknown(name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise _unknown(name) from None


def _unknown(name: str) -> TutorError:
    return TutorError(
        f"{name} is text in an encoding that is not known here.",
        "Open it where you read it, and save it again with the encoding UTF-8 (Notepad: File, Save as, Encoding: "
        "UTF-8; Word: save as Plain Text, then choose Unicode (UTF-8)).",
    )
