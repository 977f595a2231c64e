"""Looking things up: `/define WORD`, and where the article speaks of what a learner asks about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches

from tutor.article import Article, Reference, Sentence, normalise
from tutor.dialogue.moves import Define, Open
from tutor.lesson.model import Lesson
from tutor.rubric.wordlists import FUNCTION
from tutor.rubric.words import lemma, tokenise

# How many places are shown where a word stands.
PLACES = 2


def look_up(word: str, lesson: Lesson, article: Article, opened: Open, last: int | None = None) -> Define:
    """Look a word or a phrase up, whatever its case and inflection. `last` is the last paragraph open for reading."""
    wanted = _key(word)
    entries = {_key(entry): (entry, meaning) for entry, meaning in lesson.glossary.items()}
    entry, meaning = entries.get(wanted, (word, None))
    near = () if meaning else tuple(entries[key][0] for key in get_close_matches(wanted, entries, n=2, cutoff=0.7))
    places = [
        Reference(sentence.address, sentence.address)
        for sentence in _readable(article, last)
        if wanted and f" {wanted} " in f" {_key(article.words_of(sentence))} "
    ]
    return Define(open=opened, word=entry, meaning=meaning, near=near, focus=tuple(places[:PLACES]))


def where_about(text: str, article: Article, last: int | None = None) -> tuple[Reference, ...]:
    """The sentence that shares most content words with a text, rare words counting more; none when none is shared.

    `last` is the last paragraph open for reading.
    """
    asked = {lemma(word.text) for word in tokenise(text)} - FUNCTION
    sentences = _readable(article, last)
    said = {s.address: {lemma(word.text) for word in tokenise(article.words_of(s))} & asked for s in sentences}
    often = Counter(word for words in said.values() for word in words)
    best = max(said, key=lambda address: sum(1 / often[word] for word in said[address]), default=None)
    return (Reference(best, best),) if best and said[best] else ()


def _readable(article: Article, last: int | None) -> Iterable[Sentence]:
    return (s for s in article.sentences if last is None or s.address.paragraph <= last)


def _key(text: str) -> str:
    return " ".join(lemma(word.text) for word in tokenise(normalise(text).text))
