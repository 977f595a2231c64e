"""An imported article to the Markdown file that a lesson reads: the same words, at the same addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from tutor.article import Part, parse_article
from tutor.article.blocks import byline_author
from tutor.importing.source import Piece, Source
from tutor.importing.tidying import tidy

_FRONT = ("title", "author", "date", "source")
_SIGNS = re.compile(r"([\\*_`\[\]<>&#~])")
_NUMBER, _MARK = re.compile(r"\(?\d{1,3}[.)] (?=\S)"), re.compile(r"[-*+•‣▪◦●–—] (?=\S)")
_BEGINNING = re.compile(r"([-+>=#]|\d{1,3}(?=[.)])|\()")


def markdown_of(source: Source) -> str:
    """The article as Markdown with front matter; a heading that repeats the title and a byline are not said twice."""
    told = {name: tidy(getattr(source, name)) for name in _FRONT}
    pieces = [Piece(piece.part, tidy(piece.text)) for piece in source.pieces]
    pieces = [piece for piece in pieces if any(map(str.isalnum, piece.text))]
    if not told["title"]:
        told["title"] = parse_article("".join(_lines(pieces)), markdown=True).title
    pieces = list(_without_repeats(pieces, told))
    front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in told.items() if value)
    return (f"---\n{front}---\n\n" if front else "") + "".join(_lines(pieces))


def _without_repeats(pieces: Iterable[Piece], told: dict[str, str]) -> Iterator[Piece]:
    """The pieces, but for what stands in the front matter: a title and a byline above the first paragraph."""
    opening = True
    for piece in pieces:
        if opening and piece.part is not Part.ITEM:
            if (author := byline_author(piece.text)) and len(piece.text) < 120:
                told["author"] = told["author"] or author
                continue
            if _same(piece.text, told["title"]):
                continue
        opening = opening and piece.part in (Part.HEADING, Part.BYLINE)
        yield piece


def _same(one: str, other: str) -> bool:
    return bool(other) and re.sub(r"\W+", "", one.lower()) == re.sub(r"\W+", "", other.lower())


def _lines(pieces: list[Piece]) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        match piece.part:
            case Part.HEADING:
                yield f"## {_escaped(piece.text)}\n\n"
            case Part.ITEM:
                last = number + 1 == len(pieces) or pieces[number + 1].part is not Part.ITEM
                yield _item(piece.text) + ("\n\n" if last else "\n")
            case _:
                yield f"{_escaped(piece.text)}\n\n"


def _item(text: str) -> str:
    """An item of a list: numbers stay, all other marks become the same."""
    number, mark = _NUMBER.match(text), _MARK.match(text)
    if number:
        return f"{number.group()}{_escaped(text[number.end() :])}"
    return f"- {_escaped(text[mark.end() :] if mark else text)}"


def _escaped(text: str) -> str:
    """The text as Markdown that shows it: as it is where nothing in it is a sign, so that it stays readable."""
    plain = _BEGINNING.match(text) is None and not re.match(r"[*_~`\\\[<&]", text)
    if plain and _shows(text, text):
        return text
    begun = _BEGINNING.match(text)
    if begun and begun.group()[0].isdigit():
        text = f"{begun.group()}\\{text[begun.end() :]}"
        return text[: begun.end() + 2] + _SIGNS.sub(r"\\\1", text[begun.end() + 2 :])
    escaped = _SIGNS.sub(r"\\\1", text)
    return f"\\{escaped}" if begun and not escaped.startswith("\\") else escaped


def _shows(markdown: str, text: str) -> bool:
    """Whether a lesson would show exactly `text` for this paragraph of Markdown."""
    return parse_article(f"First.\n\n{markdown}\n", markdown=True).text == f"First.\n\n{text}"
