"""Pieces of HTML: every text escaped, every table with a caption and headers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from tutor.article.text import printable


def plain(text: object) -> str:
    """Any text, for HTML: escaped, and without codes that hide or turn text round."""
    return escape(printable(str(text)))


def short(text: str, most: int) -> str:
    """Any text, for HTML, cut after `most` characters."""
    return plain(text if len(text) <= most else f"{text[: most - 1]}…")


def figure(number: float | None, digits: int = 2, *, sign: bool = False) -> str:
    """A number, or a dash where there is none; with `sign` a plus stands before what is above 0."""
    if number is None:
        return "–"
    rounded = round(number, digits) + 0.0  # which turns minus nought into nought
    return f"{rounded:{'+' if sign and rounded else ''}.{digits}f}".replace("-", "−")


def points(number: float | None) -> str:
    """Points as a teacher writes them: 2, 0.5; or a dash where there are none."""
    return "–" if number is None else f"{number + 0.0:g}".replace("-", "−")


def percent(part: float, whole: float) -> str:
    """A share as a whole percentage, or a dash of nothing."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


def cell(html: str) -> str:
    """A cell of HTML."""
    return f"<td>{html}</td>"


def share(part: float, whole: float) -> str:
    """A cell with a share, drawn as a bar behind the number too."""
    return (
        f'<td class="share" style="--share:{100 * part / whole:.0f}">{percent(part, whole)}</td>'
        if whole
        else cell("–")
    )


def heads(names: Iterable[str]) -> str:
    """A row of column headers, given as HTML."""
    cells = "".join(f'<th scope="col">{name}</th>' for name in names)
    return f"<tr>{cells}</tr>"


def row(head: str, cells: Iterable[str]) -> str:
    """A row: its header as HTML, and whole cells."""
    return f'<tr><th scope="row">{head}</th>{"".join(cells)}</tr>'


def table(name: str, caption: str, head: str, rows: Sequence[str]) -> str:
    """A table in a box that scrolls sideways by keyboard too. `name` is its id, the rest is HTML."""
    body = "".join(rows)
    return (
        f'<div class="wide" role="region" tabindex="0" aria-labelledby="{name}">'
        f'<table><caption id="{name}">{caption}</caption><thead>{head}</thead><tbody>{body}</tbody></table></div>'
    )


def counted(number: int, thing: str, things: str = "") -> str:
    """`1 reply`, `2 replies`."""
    return f"{number} {thing if number == 1 else things or f'{thing}s'}"
