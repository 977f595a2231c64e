"""Normalised text, what may be printed, and addresses."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.article import Span, normalise, parse_reference, printable


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("  The  “Quay” ", 'the "quay"'),
        ("It’s — idle…", "it's - idle..."),
        ("e\u0301tat", "état"),
        ("plea\u00adsed", "pleased"),
        ("ﬁsh\u00a0net", "fish net"),
        ("ПОРТ", "порт"),
    ],
)
def test_what_word_processors_write_compares_equal_to_what_keyboards_type(written: str, plain: str) -> None:
    assert normalise(written).text == plain


def test_a_span_leads_back_to_the_text_as_written() -> None:
    written = "The  “cafe\u0301” was plea\u00adsed…"
    normalised = normalise(written)
    start = normalised.text.index("café")
    assert normalised.back(Span(start, start + 4)).of(written) == "cafe\u0301"
    assert normalised.back(Span(0, len(normalised.text))).of(written) == written


@given(st.text(max_size=60), st.data())
def test_any_span_of_normalised_text_leads_back_to_text_that_gives_it(written: str, data: st.DataObject) -> None:
    normalised = normalise(written)
    start = data.draw(st.integers(0, len(normalised.text)))
    end = data.draw(st.integers(start, len(normalised.text)))
    back = normalised.back(Span(start, end))
    assert 0 <= back.start <= back.end <= len(written)
    # What leads back may be more (one character gave several, or joined with its neighbour), never less.
    assert normalised.text[start:end].strip() in normalise(back.of(written)).text or any(
        unicodedata.combining(char) for char in written
    )


@given(st.text())
def test_normalised_text_has_no_runs_of_space_and_nothing_at_its_ends(written: str) -> None:
    text = normalise(written).text
    assert text == text.strip(" ")
    assert "  " not in text


@given(st.text())
def test_printable_text_keeps_its_length_and_holds_no_control_character(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in shown if char not in "\n\t")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("p4s2", "p4s2"),
        ("P4 S2", "p4s2"),
        ("p4", "p4"),
        ("p4s2-p5s1", "p4s2-p5s1"),
        ("p4s2–s3", "p4s2-p4s3"),
        ("p5-p4", None),
        ("p0", None),
        ("p4s0", None),
        ("help4", None),
    ],
)
def test_references(written: str, read: str | None) -> None:
    reference = parse_reference(written)
    assert (str(reference) if reference else None) == read
