"""Words of a reply: tokens, contractions, sentences and clauses, dictionary forms, slips of spelling."""

import pytest

from tutor.article import Span
from tutor.rubric.words import is_word, lemma, slips_of, tokenise


def texts(text: str) -> list[str]:
    return [word.text for word in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("...!?", ""),
        ("The HIVES are up", "the hives are up"),
        ("bees,hives;danger", "bees hives danger"),
        ("well-kept hives", "well kept hives"),
        ("1,200 ships, 3.5 % at 10:30", "1,200 ships 3.5 at 10:30"),
        ("p4s2's", "p 4 s 2 s"),
        ("café naïve", "café naïve"),
        ("улей и пчела", "улей и пчела"),
        ("snake_case", "snake case"),
        ("half—half", "half half"),
    ],
)
def test_tokens(text: str, words: str) -> None:
    assert texts(text) == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("isn't", "is not"),
        ("isn’t", "is not"),
        ("isnt", "is not"),
        ("isent", "is not"),
        ("can't", "can not"),
        ("cannot", "can not"),
        ("cant", "can not"),
        ("won't", "will not"),
        ("wont", "will not"),
        ("doesn't", "does not"),
        ("dosent", "does not"),
        ("dosn't", "does not"),
        ("doesent", "does not"),
        ("didnt", "did not"),
        ("dident", "did not"),
        ("wasent", "was not"),
        ("couldent", "could not"),
        ("havent", "have not"),
        ("arent", "are not"),
        ("I'm", "i am"),
        ("im", "i am"),
        ("they're", "they are"),
        ("theyre", "they are"),
        ("I've", "i have"),
        ("he'd", "he would"),
        ("we'll", "we will"),
        ("it's", "it is"),
        ("thats", "that is"),
        ("Rossi's", "rossi"),
        ("dockers' jobs", "dockers jobs"),
        ("shouldn't've", "should not have"),
        ("o'clock", "oclock"),
    ],
)
def test_contractions(text: str, words: str) -> None:
    assert texts(text) == words.split()


def test_both_words_of_a_contraction_have_its_span() -> None:
    text = "It isn't so"
    assert [(word.text, word.span.of(text)) for word in tokenise(text)] == [
        ("it", "It"),
        ("is", "isn't"),
        ("not", "isn't"),
        ("so", "so"),
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One here. Two here", [0, 0, 1, 1]),
        ("One here! two? three", [0, 0, 1, 2]),
        ("One\ntwo", [0, 1]),
        ("One... two", [0, 1]),
        ("One...two", [0, 0]),
        ("the U.S. fleet", [0, 0, 0, 0]),
        ("Mr. Pike said so. He left", [0, 0, 0, 0, 1, 1]),
        ("He met dr. Pike", [0, 0, 0, 0]),
        ("3.5 is it", [0, 0, 0]),
        ("so did I. He left", [0, 0, 0, 1, 1]),
        ("plan a. then go", [0, 0, 1, 1]),
        ("One.two", [0, 0]),
    ],
)
def test_sentences(text: str, sentences: list[int]) -> None:
    assert [word.sentence for word in tokenise(text)] == sentences


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("one, two", 2),
        ("one; two: three", 3),
        ("one (two) three", 3),
        ("one - two", 2),
        ("one-two", 1),
        ("one – two", 2),
        ("it is safe but it stings", 2),
        ("it stings because it can", 2),
        ("one and two", 1),
    ],
)
def test_clauses(text: str, clauses: int) -> None:
    assert len({word.clause for word in tokenise(text)}) == clauses


def test_addresses_are_left_out() -> None:
    text = "In [p3s1] it says so"
    assert [word.text for word in tokenise(text, [Span(3, 9)])] == ["in", "it", "says", "so"]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("hives", "hive"),
        ("stung", "sting"),
        ("children", "child"),
        ("cities", "city"),
        ("says", "say"),
        ("went", "go"),
        ("dockers", "docker"),  # the dictionary lists it and does not say of what
        ("means", "mean"),
        ("thought", "thought"),
        ("thoughtful", "thoughtful"),  # a stemmer would make these two one
        ("response", "response"),
        ("responsible", "responsible"),
        ("better", "better"),
        ("worse", "worse"),
        ("news", "news"),
        ("bus", "bus"),
        ("glass", "glass"),
        ("140", "140"),
        ("zzyzx", "zzyzx"),
    ],
)
def test_dictionary_forms(word: str, form: str) -> None:
    assert lemma(word) == form


@pytest.mark.parametrize("word", ["hive", "hives", "because", "London", "140"])
def test_words_that_are_words(word: str) -> None:
    assert is_word(word.lower())


@pytest.mark.parametrize("word", ["becuase", "dangerus", "oppinion", "skdjfh", "alot"])
def test_words_that_are_none(word: str) -> None:
    assert not is_word(word)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hivs", "hive"),
        ("dangr", "danger"),
        ("dagner", "danger"),  # two neighbours swapped
        ("dangger", "danger"),
        ("evidance", "evidence"),
        ("evedance", "evidence"),  # two edits in eight letters
        ("expurts", "expert"),
        ("qoutes", "quote"),
        ("oppinion", "opinion"),
        ("opinon", "opinion"),
        ("guesed", "guess"),
        ("dangerously", "dangerous"),
    ],
)
def test_slips(typed: str, meant: str) -> None:
    wanted = frozenset({"hive", "danger", "dangerous", "evidence", "expert", "quote", "opinion", "guess"})
    assert meant in set(slips_of(typed, wanted))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("hi", "too short"),
        ("hve", "too short"),
        ("rangers", "another first letter"),
        ("dgr", "too short"),
        ("dngr", "two edits in four letters"),
        ("evdnc", "three edits"),
        ("opposition", "more than two edits"),
        ("ginger", "another first letter"),
    ],
)
def test_no_slips(typed: str, why: str) -> None:
    wanted = frozenset({"hive", "danger", "evidence", "opinion"})
    assert not set(slips_of(typed, wanted)), why
