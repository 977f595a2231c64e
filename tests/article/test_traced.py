"""The way from an article's text back to the file, whatever was done on the way."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.article import Article, parse_article, read_article
from tutor.article.text import Span
from tutor.article.traced import Traced, join

ODD = """\
\ufeff---\r
title: Who pays?\r
---\r
# Who *pays*\r
\r
By Jane Doe\r
\r
> The **cranes** of Port\u00a0Selby stand idle.  Nobody\r
> has oiled [them](http://example.org/the) since May. <!-- Nobody saw it. -->\r
\r
- “We counted 14\u00ad jobs &amp; more,” she said.\r
- Cafe\u0301 owners agree.\u2029It is late.\x07 It is\tlate. Fish\\* stay.\r
\r
[them]: http://example.org/them\r
"""

# Pieces of files: line ends, spaces, accents apart, letters that NFC changes, what is hidden or cannot be printed.
PLAIN = [*"abcdA .,\t“”", "\n", "\r\n", "\u00a0", "e\u0301", "\u0323\u0307", "\u1100\u1161", "\u212b", "\u00ad", "\x00"]
MARKDOWN = ["a ", "b. ", "C ", "*", "**", "_", "`", "[a](b)", "> ", "\n", "\n\n", "# ", "- ", "&amp;", "<b>", "\\*"]
MARKDOWN += ["<!-- x -->"]
# What may stand in the file inside a sentence, and does not in the text: marks, places of links, what is hidden.
_MARKS = re.compile(r"\]\([^)]*\)|[*_~`>\[\]\\]|\u00ad|\u200b|\ufeff")


def words(text: str) -> str:
    """A text without white space and marks, in one Unicode form, and with what cannot be printed made even."""
    text = text.replace("&amp;", "&")
    plain = unicodedata.normalize("NFC", "".join(_MARKS.sub("", text).split()))
    return "".join("\ufffd" if unicodedata.category(char) in ("Cc", "Cs") else char for char in plain)


def cut(article: Article, text: str) -> list[tuple[str, str]]:
    """Each sentence as shown, and as its offsets cut it out of the file."""
    return [(s.span.of(article.text), article.in_file(s.span).of(text)) for s in article.sentences]


def test_every_sentence_of_an_odd_file_is_found_in_it() -> None:
    article = parse_article(ODD, markdown=True)
    pairs = cut(article, ODD)
    assert [shown for shown, _ in pairs] == [
        "The cranes of Port\u00a0Selby stand idle.",
        "Nobody has oiled them since May.",
        "“We counted 14 jobs & more,” she said.",
        "Café owners agree.",
        "It is late.",
        "\ufffd It is late.",
        "Fish* stay.",
    ]
    assert [words(raw) for _, raw in pairs] == [words(shown) for shown, _ in pairs]
    assert pairs[2][1] == "“We counted 14\u00ad jobs &amp; more,” she said."


def test_headings_are_found_too() -> None:
    article = parse_article(ODD, markdown=True)
    assert article.in_file(article.blocks[0].span).of(ODD) == "Who *pays"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_the_end_of_a_line_may_be_two_characters(ends: str) -> None:
    text = ends.join(["The port is old.", "", "It will", "close in May.", "", "We know it."])
    pairs = cut(parse_article(text, markdown=False), text)
    assert [raw for _, raw in pairs] == ["The port is old.", f"It will{ends}close in May.", "We know it."]


def test_a_byte_order_mark_is_a_character_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes("\ufeffThe port is old.".encode())
    article = read_article(file)
    assert article.text == "The port is old."
    assert article.in_file(article.sentences[0].span) == (1, 17)


@given(st.lists(st.sampled_from(PLAIN), max_size=60).map("".join))
def test_any_sentence_is_found_in_a_plain_file(text: str) -> None:
    for shown, raw in cut(parse_article(text, markdown=False), text):
        assert words(raw) == words(shown)


@given(st.lists(st.sampled_from(MARKDOWN), max_size=40).map("".join))
def test_offsets_into_a_markdown_file_are_in_order_and_inside_it(text: str) -> None:
    article = parse_article(text, markdown=True)
    places = [article.in_file(sentence.span) for sentence in article.sentences]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    for sentence, place in zip(article.sentences, places, strict=True):
        shown = [char for char in sentence.span.of(article.text) if char.isalnum()]
        rest = iter(place.of(text))
        assert all(char in rest for char in shown)  # in this order, with marks between


class TestTraced:
    def test_what_is_put_in_stands_for_all_that_it_replaces(self) -> None:
        traced = Traced.of("a  b").sub(re.compile(" +"), "-")
        assert (traced.text, traced.back(Span(1, 2)), traced.back(Span(0, 3))) == ("a-b", Span(1, 3), Span(0, 4))

    def test_of_an_opened_match_only_the_group_stays(self) -> None:
        traced = Traced.of("see [it](x) now").opened(re.compile(r"\[(.+?)\]\(.+?\)"), 1)
        assert (traced.text, traced.back(Span(4, 6))) == ("see it now", Span(5, 7))

    def test_a_gap_stands_for_nothing(self) -> None:
        traced = join((Traced.of("ab").cut(0, 1), Traced.of("ab").cut(1)), ["--"])
        assert (traced.text, traced.back(Span(0, 4))) == ("a--b", Span(0, 2))

    @given(st.text(alphabet="ae\u0301\u0323\u1100\u1161\u11a8\u212b\uac00 b", max_size=20))
    def test_composing_is_that_of_unicode(self, text: str) -> None:
        composed = Traced.of(text).composed()
        assert composed.text == unicodedata.normalize("NFC", text)
        for at in range(len(composed)):
            start, end = composed.back(Span(at, at + 1))
            assert composed.text[at] in unicodedata.normalize("NFC", text[start:end])
