"""A file to an `Article`: what the file is, its front matter, its blocks and their sentences."""

from __future__ import annotations

import re
from pathlib import Path

from tutor.article.address import Address
from tutor.article.blocks import blocks_of, byline_author
from tutor.article.model import Article, Block, Part, Sentence
from tutor.article.sentences import split_sentences
from tutor.article.text import Span, printable
from tutor.article.traced import Traced, join
from tutor.errors import TutorError
from tutor.files import Wanted, read_bytes

# Bytes. The longest newspaper article is a tenth of it; what is larger is a book, or not an article at all.
LARGEST = 1_000_000
SHORTER = "Cut out the part you want to read with your class, and save that as its own file."

_PLAIN_TEXT = frozenset({"", ".txt", ".text"})
_MARKDOWN = frozenset({".md", ".markdown"})
_FORMATS = "Articles are plain text (.txt) or Markdown (.md) files."
_COPY_OVER = (
    " Open it where you read it, copy the text, paste it into a text editor and save it as a .txt file in UTF-8."
)
_AS_UTF8 = (
    "Open it in a text editor and save it again with the encoding UTF-8 (Notepad: File, Save as, "
    "Encoding: UTF-8; Word: save as Plain Text, then choose Unicode (UTF-8))."
)
_LINE_END = re.compile(r"\r\n?|[\v\f\u2028]")
_PARAGRAPH_END = re.compile("\u2029")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?^---[ \t]*(?:\n|$)", re.DOTALL | re.MULTILINE)


def read_article(path: Path) -> Article:
    """Read an article from a UTF-8 `.txt` or `.md` file.

    Raises TutorError when there is no such file, it may not be read, is no text in UTF-8, is empty or larger
    than `LARGEST`, or has front matter that is no YAML.
    """
    suffix = path.suffix.lower()
    name = printable(str(path))
    data = read_bytes(path, name, Wanted("an article", LARGEST, _FORMATS, SHORTER))
    if suffix not in _PLAIN_TEXT | _MARKDOWN:
        raise TutorError(f"{name} is a {suffix} file, which cannot be read as an article.", _FORMATS + _COPY_OVER)
    text = _decoded(data, name)
    try:
        article = parse_article(text, markdown=suffix in _MARKDOWN)
    except TutorError as error:
        raise TutorError(f"{name}: {error.what}", error.advice) from error
    if not article.sentences:
        raise TutorError(f"{name} has no sentences in it.", "Paste the article's text into the file and save it.")
    return article


def parse_article(text: str, *, markdown: bool) -> Article:
    """Make an article of text; `Article.text` has each block on a line, with blank lines between blocks.

    In Markdown, marks of emphasis and links leave only their words. `Article.in_file` leads back to `text`. Raises
    TutorError when front matter is no YAML.
    """
    whole = Traced.of(text).sub(_LINE_END, "\n").sub(_PARAGRAPH_END, "\n\n").sub(_INVISIBLE, "").composed()
    whole = whole.retyped(printable(whole.text))
    details, begin = _front_matter(whole.text)
    pieces: list[Traced] = []
    gaps: list[str] = []
    blocks: list[Block] = []
    at = number = 0
    for raw in blocks_of(whole.cut(begin), markdown=markdown):
        if pieces:
            # Items of one list stay close together.
            gaps.append("\n" if raw.part is blocks[-1].part is Part.ITEM else "\n\n")
            at += len(gaps[-1])
        shown = printable(raw.text.text).replace("\n", " ")  # a Markdown entity may have spelled a control character
        sentences: tuple[Sentence, ...] = ()
        if raw.part in (Part.PARAGRAPH, Part.ITEM):
            number += 1
            start = at + raw.marker
            sentences = tuple(
                Sentence(Address(number, index), Span(start + span.start, start + span.end))
                for index, span in enumerate(split_sentences(shown[raw.marker :]), start=1)
            )
        blocks.append(Block(raw.part, number if sentences else 0, Span(at, at + len(shown)), sentences))
        pieces.append(raw.text.retyped(shown))
        at += len(shown)
    written = join(pieces, gaps)
    headings = (block.span.of(written.text) for block in blocks if block.part is Part.HEADING)
    bylines = (byline_author(block.span.of(written.text)) for block in blocks if block.part is Part.BYLINE)
    return Article(
        written.text,
        tuple(blocks),
        title=details.get("title", "") or next(headings, ""),
        author=details.get("author", "") or next(bylines, ""),
        date=details.get("date", ""),
        source=details.get("source", ""),
        written=written,
    )


def _decoded(data: bytes, name: str) -> str:
    if not data.strip():
        raise TutorError(f"{name} is empty.", "Paste the article's text into the file and save it.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TutorError(f"{name} is saved as UTF-16, not as UTF-8.", _AS_UTF8)
    if data.startswith(b"%PDF") or b"\0" in data:
        raise TutorError(f"{name} is not a text file, whatever its name says.", _FORMATS + _COPY_OVER)
    if re.match(rb"\s*<(?:!doctype\s+html|html)[\s>]", data, re.IGNORECASE):
        raise TutorError(f"{name} is a web page (HTML), whatever its name says.", _FORMATS + _COPY_OVER)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TutorError(
            f"{name} is not saved as UTF-8: line {line} has a byte (0x{data[error.start]:02x}) "
            "that UTF-8 does not allow.",
            _AS_UTF8,
        ) from error


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """The front matter's values as text, and where the rest begins; a `---` that nothing closes is no front matter."""
    opened = _FRONT_MATTER.match(text)
    if not opened:
        return {}, 0
    import frontmatter
    import yaml  # type: ignore[import-untyped]  # comes with python-frontmatter

    try:
        values, _ = frontmatter.parse(opened.group())
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark else "the lines between the two ---"
        raise TutorError(
            f"The front matter is not readable ({where}).",
            'Write each line as `title: "The title in quotes"`, for title, author, date and source.',
        ) from error
    if not values and ":" not in opened.group():
        return {}, 0  # text between two thematic breaks
    return {str(key).lower(): _words(value) for key, value in values.items()}, opened.end()


def _words(value: object) -> str:
    """One value of the front matter as one line of text; a nested one is nobody's name or title."""
    match value:
        case None | dict():
            return ""
        case list():
            return ", ".join(_words(item) for item in value if not isinstance(item, (list, dict)))
        case _:
            return " ".join(str(value).split())
