"""Where the words of a glossary are marked in the article."""

from __future__ import annotations

from tutor.article import parse_article
from tutor.dialogue.hard_words import hard_words

ARTICLE = parse_article(
    "The council raised levies. A harbour levy is a levy.\n\nDon’t call it the Council’s tonne.", markdown=False
)


def marked(*glossary: str) -> list[tuple[str, str, str]]:
    return [
        (word.entry, str(word.address), word.span.of(ARTICLE.words_of(ARTICLE.at(word.address)[0])))
        for word in hard_words(glossary, ARTICLE)
    ]


def test_each_word_where_it_first_stands_in_any_inflection() -> None:
    assert marked("tonne", "levy", "Council") == [
        ("Council", "p1s1", "council"),
        ("levy", "p1s1", "levies"),
        ("tonne", "p2s1", "tonne"),
    ]


def test_of_two_that_overlap_the_longer_one_is_meant() -> None:
    assert marked("levy", "harbour levy") == [("levy", "p1s1", "levies"), ("harbour levy", "p1s2", "harbour levy")]
    assert marked("harbour", "harbour levy") == [("harbour levy", "p1s2", "harbour levy")]


def test_a_word_that_stands_nowhere_is_not_marked() -> None:
    assert marked("pier", "") == []
