"""Everything that reading an article closely finds, put together; and articles that give it little to find."""

import sys
from types import FrameType
from typing import Any

import pytest

from tests.benchmarks.bench_analysis import article_of
from tests.quay import QUAY
from tutor.article import parse_article
from tutor.article.analysis import Analysis, analyse
from tutor.article.opinion import Opinion
from tutor.article.voices import Voice, attributions

GERMAN = """\
Die Fähre zur Lamminsel könnte im Frühling eingestellt werden. Der Rat sagt, dass sie zwei Millionen Kronen im Jahr
kostet. „Wir schützen die Insel“, sagte Mira Tolland, die Bürgermeisterin.
"""
# How much more work ten times the text may be.
LINEAR = 11.5


def of(text: str) -> Analysis:
    return analyse(parse_article(text, markdown=False))


def test_each_sentence_is_read_in_order() -> None:
    readings = analyse(QUAY).sentences
    assert [reading.sentence for reading in readings] == list(QUAY.sentences)
    assert all(0 <= reading.opinion_score <= 1 for reading in readings)
    assert {reading.voice for reading in readings} == {Voice.AUTHOR, Voice.OTHER, Voice.MIXED}
    assert {reading.opinion for reading in readings} <= set(Opinion)


def test_all_that_is_found_lies_in_the_text_in_order() -> None:
    found = analyse(QUAY)
    assert found.attributions == attributions(QUAY)
    for spans in (found.judging, found.hedges, found.connectives, found.calls, found.unsourced):
        assert list(spans) == sorted(spans)
        assert all(0 <= span.start < span.end <= len(QUAY.text) for span in spans)


def test_the_same_article_gives_the_same() -> None:
    again = parse_article(QUAY.text, markdown=False)
    assert [f.content for f in analyse(again).attributions] == [f.content for f in analyse(QUAY).attributions]
    assert analyse(QUAY) is analyse(QUAY)


@pytest.mark.parametrize("text", ["", "\n\n", "Quay", "…", "“", "1,234", "A heading\n\nBy Jane Doe"])
def test_next_to_nothing_is_no_trouble(text: str) -> None:
    found = of(text)
    assert found.attributions == ()
    assert found.is_english


def test_one_sentence_is_an_article() -> None:
    found = of("“We will stay,” Ada Rossi said.")
    assert [reading.voice for reading in found.sentences] == [Voice.OTHER]
    assert [a.holder for a in found.attributions] == ["Ada Rossi"]


def test_another_language_is_told_and_no_trouble() -> None:
    assert not of(GERMAN).is_english
    assert analyse(QUAY).is_english


@pytest.mark.parametrize(
    "part",
    [
        "“",
        "(",
        "said ",
        "who ",
        "and ",
        "Rossi, ",
        "according to ",
        "Ada Rossi's ",
        "Rossi said that ",
        "“Go,” said he. ",
    ],
)
def test_a_monotonous_text_is_read_to_its_end(part: str) -> None:
    found = of(part * 2_000)
    assert len(found.sentences) == len(found.article.sentences)


def steps(text: str) -> int:
    """How many functions are called to analyse a text: a measure of work that no busy machine changes."""
    article = parse_article(text, markdown=True)
    count = 0

    def called(_: FrameType, event: str, __: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        analyse(article)
    finally:
        sys.setprofile(None)
    return count


def test_the_work_grows_with_the_length() -> None:
    text = article_of(800)
    steps(text)  # loads the dictionary
    assert steps("\n\n".join([text] * 10)) < LINEAR * steps(text)
