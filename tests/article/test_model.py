"""The sentences of an article, by address and by place."""

import pytest

from tests.work import grows_linearly
from tutor.article import Address, Article, Reference, Span, parse_article, parse_reference

QUAY = """\
The quiet quay

The cranes stand idle now. Nobody oils them. The count is 14.

The mayor promised a levy.

The council voted no. Nobody asked why.
"""
ARTICLE = parse_article(QUAY, markdown=False)


@pytest.mark.parametrize(
    ("reference", "addresses"),
    [
        ("p1s2", ["p1s2"]),
        ("p1", ["p1s1", "p1s2", "p1s3"]),
        ("p1s3-p3s1", ["p1s3", "p2s1", "p3s1"]),
        ("p2-p3", ["p2s1", "p3s1", "p3s2"]),
        ("p1s2-p2", ["p1s2", "p1s3", "p2s1"]),
        ("p1s4", []),
        ("p3-p4", []),
        ("p4", []),
    ],
)
def test_the_sentences_at_an_address(reference: str, addresses: list[str]) -> None:
    found = parse_reference(reference)
    assert found
    assert [str(sentence.address) for sentence in ARTICLE.at(found)] == addresses


@pytest.mark.parametrize("paragraph", [0, -1, 9])
def test_there_are_none_at_an_address_that_cannot_be(paragraph: int) -> None:
    assert ARTICLE.at(Address(paragraph)) == ()
    assert ARTICLE.at(Reference(Address(2), Address(1))) == ()


@pytest.mark.parametrize(
    ("passage", "addresses"),
    [
        ("idle", ["p1s1"]),
        ("idle now. N", ["p1s1", "p1s2"]),
        ("14.\n\nThe mayor promised a levy.\n\nT", ["p1s3", "p2s1", "p3s1"]),
        ("The quiet quay", []),
    ],
)
def test_the_sentences_that_a_passage_touches(passage: str, addresses: list[str]) -> None:
    start = ARTICLE.text.index(passage)
    found = ARTICLE.sentences_in(Span(start, start + len(passage)))
    assert [str(sentence.address) for sentence in found] == addresses


def of_size(size: int) -> Article:
    return parse_article("The cranes stand idle. Nobody oils them.\n\n" * size, markdown=False)


def look_up(article: Article) -> None:
    for sentence in article.sentences:
        assert article.at(sentence.address) == tuple(article.sentences_in(sentence.span)) == (sentence,)


def test_looking_up_every_sentence_takes_no_more_work_each_in_a_long_article() -> None:
    grows_linearly(look_up, of_size, 50)
