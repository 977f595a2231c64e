"""Whatever an article says, the Markdown made of it shows the same words."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from tutor.article import Part, parse_article
from tutor.importing.source import Piece, Source
from tutor.importing.tidying import tidy
from tutor.importing.writing import markdown_of

SIGNS = st.text(alphabet="ab .*_`[]()<>&;#~-+=!|\\1\"'/:$", min_size=1, max_size=40)


@given(SIGNS)
@example("1. The first thing to say.")
@example("(1) The first thing to say.")
@example("- a dash before it.")
@example("# no heading.")
@example("> no quotation.")
@example("a *word* and _another_ and `code`.")
@example("[no link](here) and <b>no tag</b> and &amp; and <!-- no comment -->.")
@example("[note]: http://example.org it is.")
@example("a ~~b~~ \\*c\\*.")
@example("---")
@example("***")
def test_signs_of_markdown_are_kept_as_words(text: str) -> None:
    said = tidy(f"{text} and so on, as it was said before the end.")
    source = Source(
        pieces=(Piece(Part.PARAGRAPH, "A first paragraph. It says little."), Piece(Part.PARAGRAPH, said)),
        title="A title",
    )
    article = parse_article(markdown_of(source), markdown=True)
    assert article.text.split("\n\n", 1)[1] == said
    assert article.title == "A title"


def test_plain_words_are_written_as_they_are() -> None:
    text = "It cost 90,000 pounds - so the council's report says (page 12) - and 5 * 4 is 20 [sic]."
    source = Source(pieces=(Piece(Part.PARAGRAPH, text),))
    assert markdown_of(source) == f"{text}\n\n"


def test_front_matter_holds_whatever_a_title_says() -> None:
    source = Source(
        pieces=(Piece(Part.PARAGRAPH, "It is so. It was so."),), title='"A: #1" \\ ---', author="D’Arcy: J."
    )
    article = parse_article(markdown_of(source), markdown=True)
    assert (article.title, article.author) == ('"A: #1" \\ ---', "D’Arcy: J.")
