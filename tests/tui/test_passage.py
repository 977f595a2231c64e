"""How a block of the article becomes lines, and the lines a page."""

from __future__ import annotations

from tutor.article import Address, Part, Span, parse_article
from tutor.tui.widgets.galley import Galley, Place, Stretch
from tutor.tui.widgets.passage import Mark, addresses_of, passages_of
from tutor.tui.widgets.pointer import Pointer

ARTICLE = parse_article(
    "---\ntitle: Cranes [b]\nauthor: D. W.\nsource: The Lantern\n---\n\n"
    "One crane stands. Two cranes stand. Three cranes stand here.\n\n- First point. It matters.\n- Second point.\n",
    markdown=True,
)


def galley(width: int = 20) -> Galley:
    return Galley(passages_of(ARTICLE), width)


def stretch(first: tuple[int, int], last: tuple[int, int]) -> Stretch:
    return Stretch(Place(*first), Place(*last))


def test_title_byline_and_numbers() -> None:
    title, byline, first, item, second = passages_of(ARTICLE)
    assert (title.text, byline.text) == ("Cranes [b]", "D. W. · The Lantern")
    assert first.text == "¹One crane stands. ²Two cranes stand. ³Three cranes stand here."
    assert [passage.label for passage in (title, byline, first, item, second)] == ["", "", "p1", "p2", "p3"]
    assert item.part is Part.ITEM
    assert item.text == "- ¹First point. ²It matters."


def test_marks_fall_on_the_lines_of_their_sentences_and_several_on_one() -> None:
    passage = passages_of(ARTICLE)[2]
    passage.mark({Mark.ASKED: addresses_of(ARTICLE, ["p1s2-p1s3"]), Mark.SHOWN: addresses_of(ARTICLE, ["p1s3"])})
    assert [line.content.plain for line in passage.lines(20)] == [
        "¹One crane stands.",
        "²Two cranes stand.",
        "³Three cranes stand",
        "here.",
    ]
    both = {Mark.ASKED, Mark.SHOWN}
    assert [line.marks for line in passage.lines(20)] == [set(), {Mark.ASKED}, both, both]
    assert passage.line_of(Address(1, 3), 20) == 2
    passage.mark({Mark.CITED: addresses_of(ARTICLE, ["p1s1"])})
    assert [line.marks for line in passage.lines(20)] == [{Mark.CITED}, set(), set(), set()]


def test_glyphs_and_meanings_of_marks_differ() -> None:
    assert len({mark.value for mark in Mark}) == len({mark.meaning for mark in Mark}) == len(Mark)


def test_line_starts_count_characters_of_what_is_shown() -> None:
    passage = passages_of(ARTICLE)[2]
    for width in range(1, 70):
        for line in passage.lines(width):
            assert passage.text[line.start :].startswith(line.content.plain)


def test_what_is_copied_has_no_sentence_numbers() -> None:
    passage = passages_of(ARTICLE)[2]
    everything = Span(0, len(passage.text))
    assert passage.words_in(everything) == "One crane stands. Two cranes stand. Three cranes stand here."


def test_addresses_that_are_not_there_mark_nothing() -> None:
    assert addresses_of(ARTICLE, ["p9", "nonsense", "p1s9"]) == set()


def test_every_cell_leads_to_its_place_and_every_place_to_its_line() -> None:
    text = "x\u0302y 港口 👩\u200d🚀 end."
    passages = passages_of(parse_article(text, markdown=True))
    for width in range(4, 30):
        page = Galley(passages, width)
        for number in range(page.height):
            line = page.line(number)
            assert line is not None
            places = [page.place_at(number, cell) for cell in range(line.content.cell_length)]
            assert None not in places
            assert places == sorted(place for place in places if place)
            assert {page.line_of(place) for place in places if place} <= {number}
            assert page.place_at(number, line.content.cell_length) is None
    assert Galley(passages, 40).place_at(0, 2) == Place(0, 3), "after the number and a letter with its accent"


def test_places_where_nothing_stands() -> None:
    page = galley()
    assert page.line(1) is not None
    assert page.line(2) is None, "the blank line under the byline"
    assert page.place_at(2, 0) is None
    assert page.nearest(2, 5) == Place(1, len(page.passages[1].text))
    assert page.nearest(3, -1) == Place(2, 0)
    assert page.nearest(3, 99) == Place(2, len("¹One crane stands."))
    assert page.nearest(999, 0) == Place(4, len(page.passages[4].text))
    assert Galley([], 20).nearest(0, 0) is None


def test_a_stretch_is_words_of_sentences_made_whole() -> None:
    page = galley()
    cut = page.whole(stretch((2, 8), (2, 25)))
    assert cut is not None
    assert page.words_in(cut) == "crane stands. Two cranes"
    assert str(page.reference_of(cut)) == "p1s1-p1s2"
    across = page.whole(stretch((0, 0), (3, 6)))
    assert across is not None
    assert page.words_in(across) == "One crane stands. Two cranes stand. Three cranes stand here. First"
    assert str(page.reference_of(across)) == "p1s1-p2s1"
    to_the_number = page.whole(stretch((2, 11), (2, 20)))
    assert to_the_number is not None
    assert page.words_in(to_the_number) == "stands."
    assert str(page.reference_of(to_the_number)) == "p1s1"
    assert page.whole(stretch((0, 0), (1, 5))) is None, "title and byline have no sentences"
    assert page.whole(stretch((2, 18), (2, 19))) is None, "nor has the space between two"


def test_the_words_of_an_article_are_gone_through_one_by_one() -> None:
    page, pointer = galley(), Pointer()
    pointer.point(next(iter(page.sentences)))
    seen = []
    for _ in page.words:
        pointer.by_word(page, 1)
        word = pointer.word(page)
        assert word is not None
        seen.append(page.words_in(word))
        assert pointer.address == page.sentence_at(word.start)
    assert (
        seen
        == "One crane stands. Two cranes stand. Three cranes stand here. First point. It matters. Second point.".split()
    )
    pointer.by_word(page, 1)
    assert pointer.word(page) == page.words[-1]


def test_the_cursor_goes_no_further_than_the_article() -> None:
    page, pointer = galley(), Pointer()
    assert pointer.by_sentence(page, 1), "from none to the first"
    assert not pointer.by_sentence(page, -1)
    while pointer.by_sentence(page, 1):
        pass
    assert str(pointer.address) == "p3s1"


def test_a_selection_grows_and_shrinks() -> None:
    page, pointer = galley(), Pointer()
    pointer.point(Address(1, 2))

    def selected() -> str:
        found = pointer.selected(page)
        return page.words_in(found) if found else ""

    pointer.select_word(page, 1)
    assert selected() == "Two"
    pointer.select_word(page, 1)
    assert selected() == "Two cranes"
    pointer.select_word(page, -1)
    pointer.select_word(page, -1)
    assert selected() == "stands. Two"
    pointer.select_sentence(page, -1)
    assert selected() == "One crane stands. Two"
    pointer.unselect()
    pointer.select_word(page, -1)
    assert selected() == "stands.", "the last word first, going left"
    pointer.select_sentence(page, 1)
    assert selected() == "stands. Two cranes stand."
    pointer.select_sentence(page, 1)
    assert selected() == "stands. Two cranes stand. Three cranes stand here."


def test_what_is_gone_is_not_pointed_at() -> None:
    page, pointer = galley(), Pointer()
    pointer.point(Address(3, 1))
    pointer.select_word(page, 1)
    pointer.hold(Galley(passages_of(ARTICLE, 1), 20))
    assert pointer.address is None
    assert not pointer.selects
