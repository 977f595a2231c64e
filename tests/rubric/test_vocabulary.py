"""Concepts and how the words of a reply find their phrases."""

import pytest

from tests.rubric.roof import ASK, ROOF, read
from tutor.rubric.phrases import compile_phrase
from tutor.rubric.reading import Reading
from tutor.rubric.vocabulary import Vocabulary


def found(vocabulary: Vocabulary, concept: str | list[str], reply: str) -> list[str]:
    reading = Reading(reply, ASK, ROOF, vocabulary)
    return [span.of(reply) for span in reading.spans(reading.hits(concept))]


def test_a_phrase_matches_by_form_as_written_and_by_dictionary_form() -> None:
    forms = list(compile_phrase("Paddling pools").forms)
    assert forms == [frozenset({"paddling", "paddle"}), frozenset({"pools", "pool"})]


def test_contractions_are_opened_in_phrases_too() -> None:
    vocabulary = Vocabulary({"unknown": ["doesn't say"]})
    assert found(vocabulary, "unknown", "it does not say") == ["does not say"]
    assert found(vocabulary, "unknown", "it doesnt say") == ["doesnt say"]
    assert found(vocabulary, "unknown", "it dosen't really say") == ["dosen't really say"]


def test_of_two_phrases_at_one_place_the_longer_counts() -> None:
    vocabulary = Vocabulary({"pike": ["Pike", "Owen Pike", "Owen"]})
    assert found(vocabulary, "pike", "Owen Pike and Owen and Pike") == ["Owen Pike", "Owen", "Pike"]


@pytest.mark.parametrize(
    ("reply", "there"),
    [
        ("the clinic of the town", True),
        ("the clinic in town", False),
        ("clinic, town", True),
        ("clinic. Town", False),
        ("clinic of the very big town", False),
        ("town clinic", False),
    ],
)
def test_little_words_may_stand_between_but_no_others(reply: str, there: bool) -> None:
    assert bool(found(Vocabulary({"clinic": ["clinic town"]}), "clinic", reply)) is there


def test_a_phrase_list_in_place_works_like_a_concept() -> None:
    assert found(Vocabulary(), ["paddling pool"], "They have Paddling Pools") == ["Paddling Pools"]


def test_a_phrase_may_be_an_address() -> None:
    vocabulary = Vocabulary({"report": ["annual report", "paragraph 3", "p2s1"]})
    assert found(vocabulary, "report", "paragraph 3 because it has a source") == ["paragraph 3"]
    assert found(vocabulary, "report", "because of [p3s1]") == ["[p3s1]"]
    assert found(vocabulary, "report", "see p2s1") == ["p2s1"]
    assert found(vocabulary, "report", "see p2s2 or p2") == []


def test_only_words_that_are_none_are_taken_for_slips() -> None:
    vocabulary = Vocabulary({"grab": ["grab"], "levy": ["levy"], "danger": ["danger"]})
    assert found(vocabulary, "danger", "the danjer of it") == ["danjer"]
    assert found(vocabulary, "danger", "the dancer of it") == []
    assert found(vocabulary, "levy", "the levi of it") == []  # a name
    assert found(vocabulary, "grab", "the crab of it") == []


def test_what_counts_as_a_slip_does_not_depend_on_what_was_looked_for_before() -> None:
    concepts = {"danger": ["danger"], "dancer": ["dancers"]}
    first, second = Vocabulary(concepts), Vocabulary(concepts)
    assert first.forms("dangers") == second.forms("dangers")
    first.phrases("danger")
    assert first.forms("dangr") == second.forms("dangr")
    found(second, ["ranger", "dangle"], "dangr")
    assert first.forms("danglr") == second.forms("danglr")


def test_terms_are_the_words_of_all_concepts() -> None:
    vocabulary = Vocabulary({"a": ["hive"]}, in_place=[["paddling pool"]])
    assert {"hive", "pool"} <= vocabulary.terms


def test_an_unknown_name_stands_for_itself() -> None:
    assert read("the hives").hits("hives")


def test_a_concept_may_refer_to_one_that_is_written_after_it() -> None:
    vocabulary = Vocabulary(
        {"meal": ["@animal ...2 @food"], "food": ["@leaf", "fish"], "leaf": ["eucalyptus"], "animal": ["koala"]}
    )
    assert found(vocabulary, "meal", "Koalas only eat eucalyptus.") == ["Koalas only eat eucalyptus"]
    assert found(vocabulary, "meal", "Koalas only eat.") == []
    assert found(vocabulary, ["feed @leaf"], "They feed on it. They feed eucalyptus to them.") == ["feed eucalyptus"]


def test_of_concepts_that_refer_to_each_other_in_a_circle_one_goes_without_the_other() -> None:
    vocabulary = Vocabulary({"one": ["@other", "roof"], "other": ["@one", "wall"]})
    assert found(vocabulary, "one", "the roof and the wall") == ["roof", "wall"]
    assert found(vocabulary, "other", "the roof and the wall") == ["wall"]
