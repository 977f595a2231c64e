"""Small repairs that every format needs: characters a typesetter put in, words divided at the ends of lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from tutor.article import printable

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f]+")
# Letters that are printed as one: Unicode alphabetic presentation forms U+FB00 to U+FB06.
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_DIVIDED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_REST = re.compile(r"([^\W\d_]+)(.*)$", re.DOTALL)

# First halves that mostly keep their hyphen, though dictionaries list some of the words without it. Own list.
_KEEPING = frozenset(
    "well self half ill full high low long short ex non twenty thirty forty fifty sixty seventy eighty ninety".split()
)


def tidy(text: str) -> str:
    """One block on one line: spaces evened out, invisible characters gone, ligatures taken apart."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).translate(_LIGATURES)
    return printable(_SPACES.sub(" ", text)).strip()


@dataclass(slots=True)
class Joiner:
    """Joins the lines of paragraphs, and undoes the hyphens at their ends. `joined` counts the words put together.

    `text` is the whole article: a word that stands in it undivided is how the divided one is written.
    """

    text: str
    joined: int = 0
    _words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self._words = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", self.text.lower()))

    def join(self, lines: Iterable[str]) -> str:
        """The lines as one."""
        whole = ""
        for line in filter(None, map(str.strip, lines)):
            if halves := _halves(whole, line):
                whole = self._join(whole, *halves) + line
            else:
                whole = f"{whole} {line}" if whole else line
        return whole

    def _join(self, whole: str, first: str, last: str) -> str:
        """The text up to the divided word's second half: with its hyphen, where that belongs to the word."""
        first, last = first.lower(), last.lower()
        if f"{first}-{last}" in self._words:
            return whole
        whole_word = first + last in self._words or (first not in _KEEPING and _known(first + last))
        if not whole_word and _known(first) and _known(last):
            return whole
        self.joined += 1
        return whole[:-1]


def join_lines(lines: Sequence[str]) -> tuple[str, int]:
    """Lines of a text file, with words that are divided at line ends put together; and how many those are."""
    joiner = Joiner("\n".join(lines))
    out: list[str] = []
    for line in lines:
        if out and _halves(out[-1].rstrip(), line.lstrip()):
            out[-1] = joiner.join([out[-1], line])
        else:
            out.append(line)
    return "\n".join(out), joiner.joined


def _halves(line: str, following: str) -> tuple[str, str] | None:
    """The two halves of a word that is divided between two lines; None where none is."""
    divided, rest = _DIVIDED.search(line), _REST.match(following)
    return (divided.group(1), rest.group(1)) if divided and rest and rest.group(1)[0].islower() else None


@cache
def _known(word: str) -> bool:
    """Whether an English dictionary has the word."""
    import simplemma

    return bool(simplemma.is_known(word, lang="en"))
