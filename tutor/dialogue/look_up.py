"""`/define WORD`: the glossary's meaning, words like it, and where the word stands in the article."""

from __future__ import annotations

from difflib import get_close_matches

from tutor.article import Article, Reference, normalise
from tutor.dialogue.moves import Define, Open
from tutor.lesson.model import Lesson
from tutor.rubric.words import lemma, tokenise

# How many places are shown where a word stands.
PLACES = 2


def look_up(word: str, lesson: Lesson, article: Article, opened: Open) -> Define:
    """Look a word or a phrase up, whatever its case and inflection."""
    wanted = _key(word)
    entries = {_key(entry): (entry, meaning) for entry, meaning in lesson.glossary.items()}
    entry, meaning = entries.get(wanted, (word, None))
    near = () if meaning else tuple(entries[key][0] for key in get_close_matches(wanted, entries, n=2, cutoff=0.7))
    places = [
        Reference(sentence.address, sentence.address)
        for sentence in article.sentences
        if wanted and f" {wanted} " in f" {_key(article.words_of(sentence))} "
    ]
    return Define(open=opened, word=entry, meaning=meaning, near=near, focus=tuple(places[:PLACES]))


def _key(text: str) -> str:
    return " ".join(lemma(word.text) for word in tokenise(normalise(text).text))
