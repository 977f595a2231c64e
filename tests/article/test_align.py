"""Where a passage comes from, and whether it was altered on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from tests.work import grows_linearly, steps
from tutor.article import Address, parse_article
from tutor.article.align import Manner, align
from tutor.article.changes import Alteration

TEXT = """\
The quiet quay

By Jane Doe

The cranes of Port Selby stand idle. The union counted 14 jobs at risk, and the mayor, Maria Ode, did not promise \
new ones. It’s a party town.

Anders Lind blamed Maria Ode for the delay. The levy will not cost jobs, Lind said. About 4.8 million tonnes of \
grain passed through the harbour in 2019. The old harbour, once the pride of the coast, lies idle now.

The U.S. sold the quay in March. A spokesman said that Ode had never approved the sale to Canada.
"""
ARTICLE = parse_article(TEXT, markdown=False)


def places(passage: str) -> list[str] | None:
    found = align(passage, ARTICLE)
    return [str(address) for address in found.addresses] if found else None


@pytest.mark.parametrize(
    ("passage", "at"),
    [
        ("The cranes of Port Selby stand idle", ["p1s1"]),
        ("it's a PARTY town", ["p1s3"]),
        ("14 jobs", ["p1s2"]),
        ("party", ["p1s3"]),
        ("the cranes ... idle", ["p1s1"]),
        ("The old harbour … lies idle now", ["p2s4"]),
        ("The old harbour, once the pride ...", ["p2s4"]),
        ("[...] the pride of the coast", ["p2s4"]),
        ("stand idle. The union counted 14 jobs", ["p1s1", "p1s2"]),
    ],
)
def test_verbatim(passage: str, at: list[str]) -> None:
    found = align(passage, ARTICLE)
    assert found
    assert (found.manner, found.score, places(passage)) == (Manner.VERBATIM, 100.0, at)


@pytest.mark.parametrize(
    ("passage", "at"),
    [
        ("the cranes of Port Selby stnad idel", ["p1s1"]),
        ("the union counted fourteen jobs at risk", ["p1s2"]),
        ("the mayor didn't promise new ones", ["p1s2"]),
        ("the mayor didnt promise new ones", ["p1s2"]),
        ("the union counted jobs at risk", ["p1s2"]),
        ("4,800,000 tonnes of grain passed through the harbour", ["p2s3"]),
        ("The US sold the quay in March", ["p3s1"]),
        ("Anders Lind blamed Maria Odee for the delays", ["p2s1"]),
        ("Lind blamed Ode for the delay", ["p2s1"]),
        ("I think that the union counted 14 jobs at risk, which is bad", ["p1s2"]),
        ("Port Selby stand idle. The union countd 14 jobs at risk", ["p1s1", "p1s2"]),
        ("No, the cranes of Port Selby stand idle", ["p1s1"]),
    ],
)
def test_near(passage: str, at: list[str]) -> None:
    found = align(passage, ARTICLE)
    assert found
    assert (found.manner, found.changes, places(passage)) == (Manner.NEAR, (), at)


@pytest.mark.parametrize(
    ("passage", "kind", "theirs", "ours"),
    [
        ("the union counted 40 jobs at risk", "number", "14", "40"),
        ("the union counted forty-one jobs at risk", "number", "14", "forty-one"),
        ("40 jobs", "number", "14", "40"),
        ("5 million tonnes of grain passed through the harbour", "number", "4.8 million", "5 million"),
        ("the mayor, Maria Ode, did promise new ones", "negation", "not", ""),
        ("The levy will cost jobs", "negation", "not", ""),
        ("The levy will ... cost jobs", "negation", "not", ""),
        ("levy will cost jobs", "negation", "not", ""),
        ("The cranes of Port Selby don't stand idle", "negation", "", "don't"),
        ("A spokesman said that Ode had approved the sale", "negation", "never", ""),
        ("Anders Lind blamed Sam Pike for the delay", "name", "Maria Ode", "Sam Pike"),
        ("said that Ode had never approved the sale to Mexico", "name", "Canada", "Mexico"),
        ("Canada sold the quay in March", "name", "U.S.", "Canada"),
    ],
)
def test_altered(passage: str, kind: str, theirs: str, ours: str) -> None:
    found = align(passage, ARTICLE)
    assert found
    assert found.manner is Manner.ALTERED
    [change] = found.changes
    assert (change.kind, change.article, change.passage) == (kind, theirs, ours)
    assert change.article_span.of(ARTICLE.text) == theirs
    assert change.passage_span.of(passage) == ours


def test_two_names_that_changed_places_are_an_alteration() -> None:
    found = align("Ode blamed Lind for the delay", ARTICLE)
    assert found
    assert found.manner is Manner.ALTERED
    assert {change.kind for change in found.changes} == {Alteration.NAME}


@pytest.mark.parametrize("passage", ["art", "nothing of the kind stands in it", "idle art", "", "...", "“”", "99"])
def test_what_the_article_does_not_have_aligns_to_nothing(passage: str) -> None:
    assert align(passage, ARTICLE) is None


def test_the_search_may_be_limited_to_sentences_and_paragraphs() -> None:
    found = align("idle", ARTICLE, among=[Address(2)])
    assert found
    assert found.address == Address(2, 4)
    assert align("the cranes of Port Selby stnad idle", ARTICLE, among=[Address(2), Address(3)]) is None
    assert align("the cranes of Port Selby stnad idle", ARTICLE, among=[Address(1, 1)])
    assert align("stand idle. The union counted 14 jobs", ARTICLE, among=[Address(1, 2)])


def test_texts_without_ascii_align() -> None:
    text = "Краны порта стоят без дела. Профсоюз насчитал сорок мест под угрозой.\n\n港は静かです。誰も来ません。"
    article = parse_article(text, markdown=False)
    for passage, at in {
        "Профсоюз насчитал сорок мест": Address(1, 2),
        "профсоюз насчтал сорок мест под угрозой": Address(1, 2),
        "誰も来ません": Address(2, 2),
    }.items():
        found = align(passage, article)
        assert found
        assert found.address == at


WORDS = st.sampled_from("The harbour of Selby isn’t old , “ 14 forty-two U.S. é naïve never Ode’s — … quay".split())


@given(st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=5))
def test_every_sentence_is_found_verbatim_at_its_own_address_and_span(lines: list[str]) -> None:
    article = parse_article(". ".join(["Quay", *lines]) + ".", markdown=False)
    for sentence in article.sentences:
        found = align(sentence.span.of(article.text), article, among=[sentence.address])
        if not any(map(str.isalnum, sentence.span.of(article.text))):
            continue
        assert found
        assert found.manner is Manner.VERBATIM
        assert found.address == sentence.address
        assert sentence.span.overlaps(found.article_span)


@given(st.text(max_size=80))
def test_no_passage_is_too_odd(passage: str) -> None:
    found = align(passage, ARTICLE)
    assert found is None or found.article_span.of(ARTICLE.text)


PART = "the union counted another job "


def test_the_work_grows_with_the_passage_and_no_faster() -> None:
    assert align(PART * 500, ARTICLE) is None
    grows_linearly(lambda passage: align(passage, ARTICLE), lambda size: PART * size, 50)


def test_a_passage_longer_than_any_quotation_is_not_looked_for() -> None:
    assert align(PART * 2_000, ARTICLE) is None
    assert steps(lambda: align(PART * 2_001, ARTICLE)) < 20


def test_a_long_passage_is_looked_for_word_by_word_and_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    def compare(*_: object, **__: object) -> None:
        raise AssertionError("letters are compared, which takes rapidfuzz long")

    monkeypatch.setattr(fuzz, "partial_ratio_alignment", compare)
    assert align(PART * 25, ARTICLE) is None
