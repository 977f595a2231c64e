"""Whatever anybody writes stays text: a Markdown reader finds nothing in it but words."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tutor.article.text import printable
from tutor.session.escaping import block, inline

# CommonMark with what GitHub adds: tables, struck words, and addresses made into links by themselves.
READER = MarkdownIt("gfm-like")

SLY = [
    "# heading",
    "heading\n===",
    "heading\n---",
    "- item\n- item",
    "+ item",
    "1. item\n2) item",
    "(1) item",
    "a. item\nIV) item",
    "> quotation",
    "    code",
    "\tcode",
    "```\ncode\n```",
    "~~~\ncode",
    "a | b\n--|--\n1 | 2",
    "[link](https://example.com) and [ref]: /x",
    "[p1s2]: not a definition",
    "![image](x.png)",
    "<b>bold</b> <script>alert(1)</script> <!-- -->",
    "*a* **b** _c_ `d` ~~e~~",
    "&lt; &amp; &#35;",
    "https://example.com www.example.com ann@example.com mailto:a@b.org example.com",
    "ends in a backslash\\\nand goes on",
    "two spaces  \nat the end",
    "***\n___\n* * *",
    "\\*already\\*",
    "$x$ ==y== %%z%% :smile: {.class} ^a^ @name #12",
]


def words_in(markdown: str) -> str:
    """The text that a reader shows; fails where there is anything but paragraphs of plain words in quotations."""
    lines: list[str] = []
    for token in READER.parse(markdown):
        assert token.type in {"paragraph_open", "paragraph_close", "inline", "blockquote_open", "blockquote_close"}, (
            token.type
        )
        if token.type == "inline":
            text = ""
            for child in token.children or ():
                assert child.type in {"text", "hardbreak", "text_special"}, child
                text += "\n" if child.type == "hardbreak" else child.content
            lines += text.split("\n")
    return "\n".join(lines)


def meant(text: str) -> str:
    """What should be read: the same lines, without blank ones and without white space around them."""
    lines = (line.replace("\N{NO-BREAK SPACE}", " ").strip() for line in printable(text).split("\n"))
    return "\n".join(line for line in lines if line)


def found(markdown: str) -> str:
    return "\n".join(line.replace("\N{NO-BREAK SPACE}", " ").strip() for line in words_in(markdown).split("\n"))


@pytest.mark.parametrize("text", SLY)
@pytest.mark.parametrize("prefix", ["", "> "])
def test_signs_are_text(text: str, prefix: str) -> None:
    assert found(block(text, prefix)) == meant(text).replace("\t", "    ")


@pytest.mark.parametrize("text", SLY)
def test_signs_are_text_on_one_line_too(text: str) -> None:
    assert words_in(f"Heading: {inline(text)}") == "Heading: " + " ".join(text.split())


@given(st.text(alphabet=st.sampled_from(list("ab1. \n\t*_[]()<>!#&|~`\\-+=:@/$^{}%'\"w")), max_size=60))
@example("a\n\n    b")
@example("www.a")
@example("1\n ")
@example(" \n1")
def test_no_mixture_of_signs_is_more_than_text(text: str) -> None:
    assert found(block(text, "> ")).split() == meant(text).split()
    assert words_in(f"x {inline(text)}").split() == ["x", *text.split()]


def test_plain_prose_stays_as_it_can_be_read() -> None:
    text = "It isn't true: 90,000 pounds (in 2025) at 12:30 - or is it? “Yes!” says p1s2."
    assert block(f"Good. {text}") == f"Good. {text}"
    assert block(text) == inline(text) == text


def test_signs_of_dialects_that_the_reader_does_not_know_are_told_too() -> None:
    assert inline("a ==z== %%z%% $x$ ^a^ :smile: {.x}") == (r"a \=\=z\=\= \%\%z\%\% \$x\$ \^a\^ \:smile: \{.x\}")


def test_control_codes_do_not_reach_the_file() -> None:
    assert "\x1b" not in block("a\x1b[31mb\u202ec")
    assert "\u202e" not in inline("a\u202eb")
