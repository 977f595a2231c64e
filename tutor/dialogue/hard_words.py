"""Where the hard words of a lesson first stand in its article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tutor.article import Address, Article, Sentence, Span
from tutor.rubric.words import lemma, tokenise


@dataclass(frozen=True, slots=True)
class HardWord:
    """A glossary entry and where it first stands: `span` counts characters of the sentence's words."""

    entry: str
    address: Address
    span: Span


def hard_words(glossary: Iterable[str], article: Article) -> tuple[HardWord, ...]:
    """The first place of each glossary entry, in any inflection, in reading order; none for one that stands nowhere.

    Where entries overlap ("levy", "harbour levy"), the longest is the one that is meant.
    """
    wanted = {entry: _keys(entry) for entry in glossary}
    entries = sorted((entry for entry in wanted if wanted[entry]), key=lambda entry: -len(wanted[entry]))
    found: dict[str, HardWord] = {}
    for sentence in article.sentences:
        taken: set[int] = set()
        words = [(lemma(word.text), word.span) for word in tokenise(article.words_of(sentence))]
        for entry in entries:
            if entry not in found:
                _find(entry, wanted[entry], sentence, words, taken, found)
    return tuple(sorted(found.values(), key=lambda word: (word.address, word.span)))


def _find(
    entry: str,
    keys: list[str],
    sentence: Sentence,
    words: list[tuple[str, Span]],
    taken: set[int],
    found: dict[str, HardWord],
) -> None:
    for first in _places(keys, [key for key, _ in words]):
        places = range(first, first + len(keys))
        if taken.isdisjoint(places):
            taken.update(places)
            span = Span(words[first][1].start, words[places[-1]][1].end)
            found[entry] = HardWord(entry, sentence.address, span)
            return


def _places(keys: list[str], words: list[str]) -> Iterator[int]:
    return (at for at in range(len(words) - len(keys) + 1) if words[at : at + len(keys)] == keys)


def _keys(entry: str) -> list[str]:
    return [lemma(word.text) for word in tokenise(entry)]
