"""The names of an article's people and bodies in a reply, slips of spelling put right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from tutor.article import Article
from tutor.article.index import index_of
from tutor.article.speakers import speakers
from tutor.rubric.reading import Hit, Reading
from tutor.rubric.wordlists import FUNCTION
from tutor.rubric.words import is_word, slips_of, tokenise

Names = Mapping[int, range]
"""The names in a reply: the number of each of their words to the numbers of all words of the name."""


def named(reading: Reading, *known: Iterable[Hit]) -> Names:
    """All names in a reply, in order: the article's, and the holders in `known`."""
    proper = _proper(reading.article)
    found = [range(hit.first, hit.last + 1) for hits in known for hit in hits]
    taken = {number for numbers in found for number in numbers}
    is_name = [bool(_name_of(word.text, proper)) for word in reading.words]
    at = 0
    while at < len(is_name):
        end = at
        while end < len(is_name) and end not in taken and is_name[end]:
            end += 1
        if end > at:
            found.append(range(at, end))
        at = max(end, at + 1)
    return {number: numbers for numbers in sorted(found, key=lambda n: n.start) for number in numbers}


def proper_names(texts: Iterable[str], article: Article) -> frozenset[str]:
    """The words of phrases that are names in the article."""
    return frozenset(word.text for text in texts for word in tokenise(text)) & _proper(article)


@lru_cache(maxsize=8)
def voices(article: Article) -> frozenset[str]:
    """The words of the names of an article's speakers."""
    return frozenset(word for v in speakers(article).values() if v for word in plain_words(v.name, article))


@lru_cache(maxsize=8)
def _proper(article: Article) -> frozenset[str]:
    """The words of the names in an article, those of its speakers among them; not its author's."""
    names = index_of(article).names | voices(article)
    return frozenset(name for name in names if len(name) > 2 and name not in FUNCTION) - _words(article.author)


def plain_words(name: str, article: Article) -> frozenset[str]:
    """The words of a speaker's name that are written as names are."""
    capitals = (word.strip(".,").lower().replace("\u2019", "'") for word in name.split() if word[:1].isupper())
    return frozenset(word.removesuffix("'s") for word in capitals) - index_of(article).small


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,").lower() for word in text.split())


@lru_cache(maxsize=20_000)
def _name_of(word: str, proper: frozenset[str]) -> str:
    """The name that a word of the reply is, or is a slip of; empty where it is none."""
    if word in proper:
        return word
    if len(word) < 5 or is_word(word):
        return ""
    return next(slips_of(word, proper), "")


def spelled(reading: Reading, name: range) -> str:
    """A name as it is told from others: its last word as compared, slips put right."""
    word = reading.words[name.stop - 1].text
    return _name_of(word, _proper(reading.article)) or word


def name_words(reading: Reading, name: range) -> frozenset[str]:
    """The words of a name in the reply that are names in the article, slips put right."""
    proper = _proper(reading.article)
    return frozenset(word for n in name if (word := _name_of(reading.words[n].text, proper)))
