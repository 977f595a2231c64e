"""Text of learners, lessons and articles as Markdown that shows it as it is: no link, no heading, no list, no HTML."""

from __future__ import annotations

import re

from tutor.article.text import printable

# What CommonMark or one of its dialects (GitHub's, Pandoc's) takes for a sign, wherever it stands. Every one of them
# is plain text after a backslash: spec.commonmark.org, "Backslash escapes".
_SIGNS = re.compile(
    r"""[\\`*_{}\[\]<>\#&|~^$@]
    | =(?==) | (?<==)=                  # highlighting
    | %(?=%) | (?<=%)%                  # comments
    | (?<=\w)\.(?=[^\W\d_])             # names of web pages
    | :(?=[a-z/+-])                     # addresses, emoji by name
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What is a sign only where a line begins: lists, underlines of headings, tables, definitions.
_BEGINS = re.compile(r"(?:[-+=:]|\(?(?:\d{1,9}|[a-z]|[ivxlcdm]{1,9})[.)](?=\s|$))", re.IGNORECASE)
_BLANK_LINES_FIRST = re.compile(r"\A(?:[ \t]*\n)+")
_BACK = re.compile(r"([-+=:.)])")


def inline(text: str) -> str:
    """`text` on one line, as it stands in a heading or in a sentence of ours."""
    return _line(" ".join(printable(text).split()))


def block(text: str, prefix: str = "") -> str:
    """`text` with its own lines, each after `prefix`, such as the mark of a quotation; a blank line stays one."""
    lines = _BLANK_LINES_FIRST.sub("", printable(text).rstrip())
    paragraphs = re.split(r"\n(?:[ \t]*\n)+", lines)
    shown = [_paragraph(paragraph) for paragraph in paragraphs if paragraph.strip()]
    return "\n".join(f"{prefix}{line}".rstrip() for line in "\n\n".join(shown).split("\n"))


def _paragraph(text: str) -> str:
    # A backslash at the end of a line keeps the line's end.
    return "\\\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    words = line.expandtabs(4).strip()
    # Code is what is set in by four spaces; spaces that do not break are none to Markdown.
    indent = "\N{NO-BREAK SPACE}" * (len(line.expandtabs(4).rstrip()) - len(words))
    opening = _BEGINS.match(words) if not indent else None
    if opening is None:
        return indent + _SIGNS.sub(r"\\\g<0>", words)
    return _BACK.sub(r"\\\1", opening[0]) + _SIGNS.sub(r"\\\g<0>", words[opening.end() :])
