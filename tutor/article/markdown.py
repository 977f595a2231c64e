"""Markdown to the text a reader sees: enough of it for articles, and nothing that needs a parser."""

from __future__ import annotations

import re

# A backslash makes a sign plain text; meanwhile it hides among the private-use characters.
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = {0xE000 + code: chr(code) for code in range(33, 127)}
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]+\S.*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

# In order: images go, links leave their words, then emphasis from the longest marker to the shortest.
_SHOWN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[[^\]]*\](?:\([^)\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])"), ""),
    (re.compile(r"\[([^\]]+)\](?:\([^)\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>"), ""),
    (re.compile(r"(\*{1,3})(?=\S)([^*]*[^*\s])\1"), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)(.*?\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~(?=\S)(.*?\S)~~"), r"\1"),
    (re.compile(r"(`+)(.+?)\1"), r"\2"),
)


def without_hidden(text: str) -> str:
    """Markdown without what is never shown: comments and the definitions of links."""
    return _DEFINITION.sub("", _COMMENT.sub("", text))


def shown(line: str) -> str:
    """One block of Markdown as a reader sees it: links and emphasis leave their words."""
    line = _ESCAPED.sub(lambda match: chr(0xE000 + ord(match.group(1))), line)
    for pattern, replacement in _SHOWN:
        line = pattern.sub(replacement, line)
    if "&" in line and ";" in line:
        from html import unescape

        line = unescape(line)
    return line.translate(_HIDDEN)
