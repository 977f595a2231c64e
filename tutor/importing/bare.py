"""Paragraphs of a web page that are not marked as such: text that stands in a `<div>`, or between two `<p>`.

Trafilatura reads a page by its marks, and mostly passes over such text where others of the page's paragraphs have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml.html import Element

_HOLDING = ("body", "main", "article", "section", "div")
# Elements that begin a line of their own. Source: the HTML standard's style sheet (display: block, table, list-item).
_BLOCKS = frozenset(
    """address article aside blockquote button canvas dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
    h6 header hr iframe li main nav noscript ol p pre script section select style table template textarea ul""".split()
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
# Own figures. With fewer words it may be a button's; with more of them linked, a menu's; with fewer neighbours that are
# paragraphs, a teaser's or a footer's.
_LEAST_WORDS, _LINKED, _NEIGHBOURS = 3, 0.5, 3


class _Run(NamedTuple):
    """What stands between two blocks of an element: behind `after` (None: at its beginning), the text, the elements."""

    after: Any
    text: str
    inline: list[Any]


def mark_paragraphs(page: Any) -> None:
    """Put bare text that reads like a paragraph, and stands among paragraphs, into a `<p>` of its own.

    Among them is in the same element as they, or alone in an element beside them. `page` is lxml's tree, which is
    changed; no word is added, lost or moved.
    """
    runs = {element: [run for run in _runs(element) if _is_paragraph(run)] for element in page.iter(*_HOLDING)}
    marked = {element: len(found) + sum(child.tag == "p" for child in element) for element, found in runs.items()}
    for element, found in runs.items():
        beside = sum(child.tag == "p" or marked.get(child) == 1 for child in _siblings(element))
        if marked[element] >= _NEIGHBOURS or (marked[element] == 1 and beside >= _NEIGHBOURS):
            for run in found:
                _mark(element, run)


def _siblings(element: Any) -> Iterator[Any]:
    """The children of its parent, itself among them."""
    parent = element.getparent()
    return iter(()) if parent is None else iter(parent)


def _runs(element: Any) -> Iterator[_Run]:
    after, text = None, element.text or ""
    inline: list[Any] = []
    for child in element:
        if _is_block(child):
            yield _Run(after, text, inline)
            after, text, inline = child, child.tail or "", []
        else:
            inline.append(child)
    yield _Run(after, text, inline)


def _is_block(element: Any) -> bool:
    """Whether it ends a line: a block, what has one in it, and what is no element at all, as a comment."""
    return any(not isinstance(one.tag, str) or one.tag in _BLOCKS for one in element.iter())


def _is_paragraph(run: _Run) -> bool:
    said = run.text + "".join(one.text_content() + (one.tail or "") for one in run.inline)
    words = len(said.split())
    linked = sum(len(link.text_content().split()) for one in run.inline for link in one.iter("a"))
    return words >= _LEAST_WORDS and linked < _LINKED * words and _SENTENCE_END.search(said) is not None


def _mark(element: Any, run: _Run) -> None:
    paragraph = Element("p")
    paragraph.text = run.text
    if run.after is None:
        element.text = None
        element.insert(0, paragraph)
    else:
        run.after.tail = None
        run.after.addnext(paragraph)
    paragraph.extend(run.inline)
