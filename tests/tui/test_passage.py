"""How a block of the article becomes lines."""

from __future__ import annotations

from tutor.article import Address, Part, parse_article
from tutor.tui.widgets.passage import Mark, marks_of, passages_of

ARTICLE = parse_article(
    "---\ntitle: Cranes [b]\nauthor: D. W.\nsource: The Lantern\n---\n\n"
    "One crane stands. Two cranes stand. Three cranes stand here.\n\n- First point. It matters.\n- Second point.\n",
    markdown=True,
)


def test_title_byline_and_numbers() -> None:
    title, byline, first, item, second = passages_of(ARTICLE)
    assert (title.text, byline.text) == ("Cranes [b]", "D. W. · The Lantern")
    assert first.text == "¹One crane stands. ²Two cranes stand. ³Three cranes stand here."
    assert [passage.label for passage in (title, byline, first, item, second)] == ["", "", "p1", "p2", "p3"]
    assert item.part is Part.ITEM
    assert item.text == "- ¹First point. ²It matters."


def test_marks_fall_on_the_lines_of_their_sentences() -> None:
    passage = passages_of(ARTICLE)[2]
    passage.mark(marks_of(ARTICLE, ["p1s2"], Mark.ASKED) | marks_of(ARTICLE, ["p1s3"], Mark.SHOWN))
    assert [line.content.plain for line in passage.lines(20)] == [
        "¹One crane stands.",
        "²Two cranes stand.",
        "³Three cranes stand",
        "here.",
    ]
    assert [line.mark for line in passage.lines(20)] == [None, Mark.ASKED, Mark.SHOWN, Mark.SHOWN]
    assert passage.line_of(Address(1, 3), 20) == 2
    passage.mark({})
    assert not any(line.mark for line in passage.lines(20))


def test_line_starts_count_characters_of_what_is_shown() -> None:
    passage = passages_of(ARTICLE)[2]
    for width in range(1, 70):
        for line in passage.lines(width):
            assert passage.text[line.start :].startswith(line.content.plain)


def test_what_is_copied_has_no_sentence_numbers() -> None:
    passage = passages_of(ARTICLE)[2]
    everything = type(passage.numbers[0])(0, len(passage.text))
    assert passage.words_in(everything) == "One crane stands. Two cranes stand. Three cranes stand here."


def test_addresses_that_are_not_there_mark_nothing() -> None:
    assert marks_of(ARTICLE, ["p9", "nonsense", "p1s9"], Mark.ASKED) == {}
