"""Files to articles: what becomes a block, where sentences end, and what is said of a file that is no article."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.powers import powerless, run_powerless
from tutor.article import Address, Article, Part, parse_article, parse_reference, read_article
from tutor.article.load import LARGEST
from tutor.errors import TutorError

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "iran-venezuela.txt"

HARBOUR = """\
Who pays for the harbour

By Jane Doe, Harbour Times

The cranes of Port Selby stand idle. Nobody
has oiled them since May.

What the union says

“We counted 14 jobs. Then we counted again,” said Dr. Ode. She was not pleased.
"""


def sentences(article: Article) -> dict[str, str]:
    return {str(sentence.address): article.words_of(sentence) for sentence in article.sentences}


def split(text: str) -> list[str]:
    """The sentences of one paragraph."""
    return list(sentences(parse_article("A heading\n\n" + text + "\n\nThe end.", markdown=False)).values())[:-1]


def parts(text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    article = parse_article(text, markdown=markdown)
    return [(block.part.value, block.span.of(article.text)) for block in article.blocks]


def test_a_text_file_has_a_title_a_byline_and_numbered_paragraphs() -> None:
    article = parse_article(HARBOUR, markdown=False)
    assert (article.title, article.author) == ("Who pays for the harbour", "Jane Doe")
    assert [(block.part.value, block.number) for block in article.blocks] == [
        ("heading", 0),
        ("byline", 0),
        ("paragraph", 1),
        ("heading", 0),
        ("paragraph", 2),
    ]
    assert sentences(article) == {
        "p1s1": "The cranes of Port Selby stand idle.",
        "p1s2": "Nobody has oiled them since May.",
        "p2s1": "“We counted 14 jobs.",
        "p2s2": "Then we counted again,” said Dr. Ode.",
        "p2s3": "She was not pleased.",
    }


def test_a_file_without_blank_lines_has_a_paragraph_a_line() -> None:
    article = parse_article("The crane fell. It was May.\nNobody was hurt.\n", markdown=False)
    assert list(sentences(article)) == ["p1s1", "p1s2", "p2s1"]


def test_a_wrapped_file_without_blank_lines_is_one_paragraph() -> None:
    article = parse_article("The crane fell on the quay in\nMay, and nobody who was\nthere was hurt.\n", markdown=False)
    assert sentences(article) == {"p1s1": "The crane fell on the quay in May, and nobody who was there was hurt."}


def test_long_lines_that_each_end_a_sentence_are_paragraphs_even_without_blank_lines_between() -> None:
    line = "The harbour master of Port Selby, who has kept the books for thirty years, says that no ship has come " * 2
    text = f"A title\n\n{line}in.\n{line}out.\n\nThe end came soon."
    assert [number.number for number in parse_article(text, markdown=False).blocks] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. The cranes.\n2. The quay\nand its wall.", ["1. The cranes.", "2. The quay and its wall."]),
        ("- One thing.\n- Another thing.", ["- One thing.", "- Another thing."]),
        ("Three things count:\n• The price.\n• The place.", ["Three things count:", "• The price.", "• The place."]),
    ],
)
def test_each_list_item_is_a_numbered_block_and_its_marker_no_sentence(text: str, expected: list[str]) -> None:
    article = parse_article(f"{text}\n\nThe end.", markdown=False)
    assert [block.span.of(article.text) for block in article.blocks][:-1] == expected
    assert all(block.number == at for at, block in enumerate(article.blocks, start=1))
    assert not any(words[0] in "12-•" for words in sentences(article).values())


def test_a_hard_wrapped_line_that_starts_with_a_number_is_no_list() -> None:
    assert parts("In the end the union counted\n14. That was all.\n\nThe end.")[0] == (
        "paragraph",
        "In the end the union counted 14. That was all.",
    )


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("By Jane van der Berg, Harbour Times", "Jane van der Berg"),
        ("By Ana Ruiz, Bo Li and Cy Ng", "Ana Ruiz, Bo Li and Cy Ng"),
        ("By the time they came it was over", ""),
        ("By Monday the quay was empty.", ""),
    ],
)
def test_bylines(line: str, author: str) -> None:
    assert parse_article(f"A title\n\n{line}\n\nThe crane fell.", markdown=False).author == author


def test_a_title_and_a_byline_may_stand_on_neighbouring_lines() -> None:
    text = "The quiet quay\nBy Jane Doe\n\nThe crane fell."
    assert [part for part, _ in parts(text)] == ["heading", "byline", "paragraph"]


def test_markdown_is_read_as_it_is_shown() -> None:
    text = """\
# The *quiet* quay

*By Jane Doe*

The **cranes** of [Port Selby](https://example.org/selby "map") stand _idle_,
says the `crane_log`.<!-- not this -->

Second heading
--------------

> Quoted &amp; kept: 3 \\* 4.

1. One thing.
2. Another.

***

[ref]: https://example.org
The end.
"""
    assert parts(text, markdown=True) == [
        ("heading", "The quiet quay"),
        ("byline", "By Jane Doe"),
        ("paragraph", "The cranes of Port Selby stand idle, says the crane_log."),
        ("heading", "Second heading"),
        ("paragraph", "Quoted & kept: 3 * 4."),
        ("item", "1. One thing."),
        ("item", "2. Another."),
        ("paragraph", "The end."),
    ]


def test_front_matter_names_title_author_date_and_source() -> None:
    text = (
        '---\ntitle: "Who pays?"\nauthor: [Jane Doe, Bo Li]\ndate: 2024-05-01\nsource: Harbour Times\n---\nIt rained.\n'
    )
    article = parse_article(text, markdown=True)
    assert (article.title, article.author, article.source) == ("Who pays?", "Jane Doe, Bo Li", "Harbour Times")
    assert article.date == date(2024, 5, 1).isoformat()
    assert article.text == "It rained."


def test_front_matter_that_is_no_yaml_is_named_with_its_line() -> None:
    with pytest.raises(TutorError, match="line 3"):
        parse_article("---\nauthor: Jane\ntitle: Who: pays\n---\nIt rained.", markdown=True)


def test_a_rule_that_nothing_closes_is_no_front_matter() -> None:
    assert parse_article("---\n\nIt rained.", markdown=True).text == "It rained."


@pytest.mark.parametrize(
    "paragraph",
    [
        ["It cost the U.S. $5 in May.", "Nobody paid."],
        ["They never asked me.", "Ode said no.", "Others did."],
        ["He called it “the quiet quay”.", "Others did not."],
        ["The U.S. Navy left.", "It was cold."],
        ["“Why?” he asked.", "Nobody knew."],
        ['"No!" she cried.', "Then she left."],
        ["See No. 5 and fig. 3, e.g. the one by J. K. Smith.", "It is clear."],
        ["Dr. Lee and Mrs. Ode met at 5 p.m. on Monday.", "They left."],
        ["The cranes … stood idle.", "The cranes... stood idle."],
        ["We waited…", "Then it rained."],
        ["He said 4.8 million.", "I heard 3.5 per cent."],
        ["Mr. Ode spoke.", "(Nobody listened.)", "Then he left."],
        ["She said, “It is over.”", "He agreed."],
        ["“Who? Me!” is a film.", "It is short."],
        ["It was so.", "“The harbour is dying.", "Nobody comes here.", "The fish are gone,” said Ode."],
        ["It was over.", "“A quotation that nothing closes here."],
    ],
)
def test_sentences_end_where_a_teacher_would_say(paragraph: list[str]) -> None:
    assert split(" ".join(paragraph)) == paragraph


@pytest.mark.parametrize("change", ["wrap", "crlf", "straight", "bom", "nbsp", "soft hyphen", "trailing"])
def test_the_dress_of_a_text_does_not_move_its_sentences(change: str) -> None:
    dressed = {
        "wrap": HARBOUR.replace(". ", ".\n"),
        "crlf": HARBOUR.replace("\n", "\r\n"),
        "straight": HARBOUR.replace("“", '"').replace("”", '"'),
        "bom": "\ufeff" + HARBOUR,
        "nbsp": HARBOUR.replace("14 jobs", "14\u00a0jobs"),
        "soft hyphen": HARBOUR.replace("pleased", "plea\u00adsed"),
        "trailing": HARBOUR.replace("\n", "   \n"),
    }[change]
    expected = sentences(parse_article(HARBOUR, markdown=False))
    found = sentences(parse_article(dressed, markdown=False))
    assert found.keys() == expected.keys()


def test_control_characters_never_reach_the_text() -> None:
    article = parse_article("It \x1b[31mrained\x07. &#27;[2J \u202eenod", markdown=True)
    assert article.text == "It \ufffd[31mrained\ufffd. [2J \ufffdenod"


@given(
    st.text(alphabet=st.sampled_from(list("Ab c.1\n\n\"“”'…?!-*_#>[]()é\u00a0日。\t\r\\")), max_size=120), st.booleans()
)
def test_every_mark_of_a_numbered_block_lies_in_exactly_one_sentence(text: str, markdown: bool) -> None:
    article = parse_article(text, markdown=markdown)
    for block in article.blocks:
        inside = [0] * len(article.text)
        for sentence in block.sentences:
            words = sentence.span.of(article.text)
            assert words == words.strip() != ""
            for at in range(*sentence.span):
                inside[at] += 1
        outside = "".join(
            c for at, c in enumerate(article.text) if block.span.start <= at < block.span.end and not inside[at]
        )
        assert max(inside, default=0) <= 1
        if block.part is Part.PARAGRAPH:
            assert not outside.strip()
    assert [block.number for block in article.paragraphs] == list(range(1, len(article.paragraphs) + 1))


@given(st.text(max_size=200), st.booleans())
def test_no_text_is_too_odd_to_read(text: str, markdown: bool) -> None:
    shown = parse_article(text, markdown=markdown).text
    assert all(char == "\n" or char == " " or not unicodedata.category(char).startswith("Cc") for char in shown)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("signs.txt", b"* * *\n", "no sentences"),
        ("latin.txt", "One.\nTwo caf\xe9.\n".encode("latin-1"), r"line 2 has a byte \(0xe9\)"),
        ("wide.txt", "It rained.".encode("utf-16"), "UTF-16"),
        ("binary.txt", b"It\0rained.", "not a text file"),
        ("really.txt", b"%PDF-1.7\n", "not a text file"),
        ("page.txt", b"<!DOCTYPE html><p>It rained.", "web page"),
        ("article.pdf", b"%PDF-1.7\n", r"\.pdf"),
        ("article.docx", b"PK", r"\.docx"),
        ("article.html", b"<p>", r"\.html"),
        ("long.txt", b"x" * (LARGEST + 1), "larger than an article"),
    ],
)
def test_a_file_that_is_no_article_is_named_with_what_to_do(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(TutorError, match=says) as caught:
        read_article(path)
    assert caught.value.advice
    assert name in caught.value.what


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(TutorError, match="no file"):
        read_article(tmp_path / "nowhere.txt")
    with pytest.raises(TutorError, match="folder"):
        read_article(tmp_path)


@powerless
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("It rained.")
    path.chmod(0)
    code = """
        import sys
        from pathlib import Path
        from tutor.article import read_article
        from tutor.errors import TutorError
        try:
            read_article(Path(sys.argv[1]))
        except TutorError as error:
            print(error)
        """
    assert "not allowed" in run_powerless(code, str(path))


def test_bom_and_suffix(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "A.MD", "a"):
        path = tmp_path / name
        path.write_text("\ufeffIt rained.\n", encoding="utf-8")
        assert read_article(path).text == "It rained."


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not beside the project")
def test_the_seed_article_has_eleven_paragraphs() -> None:
    article = read_article(SEED)
    counts = [len(block.sentences) for block in article.blocks]
    assert counts == [4, 4, 4, 4, 5, 4, 4, 4, 4, 5, 3]
    [second] = article.at(Address(4, 2))
    assert article.words_of(second).startswith("He said Iran and Venezuela")
    reference = parse_reference("p4s2-p5s1")
    assert reference
    assert [str(sentence.address) for sentence in article.at(reference)] == ["p4s2", "p4s3", "p4s4", "p5s1"]
