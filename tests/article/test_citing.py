"""Addresses put into a reply and taken out of it, found by the finder of the checks."""

from __future__ import annotations

import pytest

from tutor.article import Reference, Span, citations, parse_reference, quotations
from tutor.article.citing import cite, put_in, quote, references_in, sticks, take_out, whole_words, without


def at(text: str) -> Reference:
    reference = parse_reference(text)
    assert reference is not None
    return reference


def after_put_in(text: str, piece: str) -> str:
    """A text with `|` for the cursor, once something was put in."""
    cursor = text.index("|")
    text = text.replace("|", "")
    place, words = put_in(text, cursor, piece)
    return text[:place] + words + text[place:]


def after_take_out(text: str, reference: str = "p4s2") -> str:
    found = take_out(text, at(reference))
    assert found is not None
    (start, end), words = found
    return text[:start] + words + text[end:]


def test_each_address_of_a_text_is_told_once_in_its_order() -> None:
    text = "See p4s2 and [p1], (P4 S2) again, and paragraph 2, sentence 3; not p0."
    assert [str(reference) for reference in references_in(text)] == ["p4s2", "p1", "p2s3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("|", "[p4s2]"),
        ("He says|", "He says [p4s2]"),
        ("He says |", "He says [p4s2]"),
        ("He says|.", "He says [p4s2]."),
        ("He |says", "He [p4s2] says"),
        ("(|", "([p4s2]"),
        ("be|cause of it", "because [p4s2] of it"),
        ("see [p1|s1] there", "see [p1s1] [p4s2] there"),
        ("see p1s1|", "see p1s1 [p4s2]"),
        ("one\n|two", "one\n[p4s2] two"),
    ],
)
def test_an_address_is_put_in_with_the_spaces_it_needs(text: str, expected: str) -> None:
    assert after_put_in(text, cite(at("p4s2"))) == expected


@pytest.mark.parametrize(
    ("before", "typed", "expected"),
    [
        ("[p4s2]", "It", True),
        ("He says “it would” [p4s2]", "“", True),
        ("see [p4]", "(", True),
        ("[p4s2]", ".", False),
        ("[p4s2]", " ", False),
        ("[p4s2]", "\n", False),
        ("[p4s2]", "", False),
        ("[p4s2] ", "It", False),
        ("p4s2", "It", False),
        ("[one]", "It", False),
        ("[see p4s2]", "It", False),
        ("]", "It", False),
        ("", "It", False),
    ],
)
def test_only_what_follows_an_address_in_brackets_sticks_to_it(before: str, typed: str, expected: bool) -> None:
    assert sticks(before, typed) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[p4s2]", ""),
        ("He says [p4s2].", "He says."),
        ("[p4s2] says so", "says so"),
        ("It [p4s2] says", "It says"),
        ("p4s2 and (P4S2), too", "and, too"),
        ("see [p4s2-p4s3] and [p4s2]", "see [p4s2-p4s3] and"),
        ("paragraph 4, sentence 2 says", "says"),
        ("so “it would cost jobs” [p4s2]. Yes", "so. Yes"),
        ("so “it would cost jobs” [p4s3] and [p4s2]", "so “it would cost jobs” [p4s3] and"),
        ("He said “no” in p4s2", "He said “no” in"),
        ("one\n[p4s2]\ntwo", "one\n\ntwo"),
    ],
)
def test_an_address_is_taken_out_wherever_it_stands(text: str, expected: str) -> None:
    assert after_take_out(text) == expected


def test_what_is_not_there_is_not_taken_out() -> None:
    assert take_out("see p4s3", at("p4s2")) is None


@pytest.mark.parametrize("text", ["|", "I say|", "I |say", "it costs|, he says"])
@pytest.mark.parametrize(
    "words", ["it would cost jobs", "“We will be gone,” she said.", "“We will be gone.”", "a 'b' c"]
)
def test_what_was_put_in_is_taken_out_without_a_trace(text: str, words: str) -> None:
    with_it = after_put_in(text, quote(words, at("p4s2")))
    assert references_in(with_it) == (at("p4s2"),)
    assert after_take_out(with_it) == text.replace("|", "").strip()
    span = without(with_it, quote(words, at("p4s2")))
    assert with_it[: span.start] + with_it[span.end :] == text.replace("|", "").strip()


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("it would  cost\njobs", "it would cost jobs"),
        ("“We will be gone,” she said.", "‘We will be gone,’ she said."),
        ("“We will be gone.”", "We will be gone."),
        ('"One" and "two"', "'One' and 'two'"),
        ("„Wir gehen“ und «nous»", "‘Wir gehen‘ und ‘nous’"),
    ],
)
def test_a_quotation_ends_where_its_words_do(words: str, quoted: str) -> None:
    text = quote(words, at("p4s2-p4s3"))
    assert text == f"“{quoted}” [p4s2-p4s3]"
    assert [span.of(text) for span in quotations(text)] == [quoted]
    assert [str(reference) for _, reference in citations(text)] == ["p4s2-p4s3"]


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("a clear morning", (4, 11), "clear morning"),
        ("a clear morning", (7, 8), ""),
        ("the levy’s end", (6, 7), "levy’s"),
        ("café é".replace("é", "e\u0301"), (1, 3), "cafe\u0301"),
        ("go 👩\u200d🚀 now", (3, 4), "👩\u200d🚀"),
        ("港口税", (1, 2), "口"),
    ],
)
def test_words_and_signs_are_not_cut(text: str, cut: tuple[int, int], whole: str) -> None:
    assert whole_words(text, Span(*cut)).of(text) == whole
