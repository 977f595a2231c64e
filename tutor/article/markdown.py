"""Markdown to the text a reader sees: enough of it for articles, and nothing that needs a parser."""

from __future__ import annotations

import re

from tutor.article.traced import Traced

# A backslash makes a sign plain text; meanwhile it hides among the private-use characters.
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = {0xE000 + code: chr(code) for code in range(33, 127)}
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]+\S.*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

# In order: images go, links leave their words, then emphasis from the longest marker to the shortest. The number is of
# the group that stays, 0 for none.
_SHOWN: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"!\[[^\]]*\](?:\([^)\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])"), 0),
    (re.compile(r"\[([^\]]+)\](?:\([^)\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])"), 1),
    (re.compile(r"<(https?://[^>\s]+)>"), 1),
    (re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>"), 0),
    (re.compile(r"(\*{1,3})(?=\S)([^*]*[^*\s])\1"), 2),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)(.*?\S)\1(?!\w)"), 2),
    (re.compile(r"~~(?=\S)(.*?\S)~~"), 1),
    (re.compile(r"(`+)(.+?)\1"), 2),
)


# What `html.unescape` looks at: a number or a name, with or without its semicolon.
_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def without_hidden(text: Traced) -> Traced:
    """Markdown without what is never shown: comments and the definitions of links."""
    return text.sub(_COMMENT, "").sub(_DEFINITION, "")


def shown(line: Traced) -> Traced:
    """One block of Markdown as a reader sees it: links and emphasis leave their words."""
    line = line.sub(_ESCAPED, lambda match: chr(0xE000 + ord(match.group(1))))
    for pattern, group in _SHOWN:
        line = line.opened(pattern, group) if group else line.sub(pattern, "")
    if "&" in line.text and ";" in line.text:
        from html import unescape

        line = line.sub(_ENTITY, lambda match: unescape(match.group()))
    return line.retyped(line.text.translate(_HIDDEN))
