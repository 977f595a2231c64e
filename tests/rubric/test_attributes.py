"""`attributes`: whose view it is, and that they hold it; another holder is a misconception."""

import pytest

from tests.rubric.roof import assessed, judge, said

FERROW = {"check": "attributes", "holder": "ferrow"}
PIKE = {"check": "attributes", "holder": "pike"}
AUTHOR = {"check": "attributes", "holder": "author"}
ONLY_PIKE_WRONG = {"check": "attributes", "holder": "ferrow", "others": ["pike"]}

CASES = [
    (FERROW, "Ferrow says it", "met", "attributed"),
    (FERROW, "ferrow said that, not the author", "met", "attributed"),
    (FERROW, "Nadia Ferrow thinks children ask for books", "met", "attributed"),
    (FERROW, "according to Ferrow", "met", "attributed"),
    (FERROW, "According to the librarian it brings readers", "met", "attributed"),
    (FERROW, "It is said by Nadia", "met", "attributed"),
    (FERROW, "It's Ferrow's opinion.", "met", "attributed"),
    (FERROW, "that is the view of the librarian", "met", "attributed"),
    (FERROW, "the claim comes from Ferrow", "met", "attributed"),
    (FERROW, "The woman from the library told the reporter", "met", "attributed"),
    (FERROW, "Ferrow, who runs the children's room, says so", "met", "attributed"),
    (FERROW, "Ferow says so", "met", "attributed"),
    (FERROW, "The author quotes Ferrow here", "met", "attributed"),
    (FERROW, "The writer reports what Ferrow thinks", "met", "attributed"),
    (FERROW, "Ferrow thinks so, but Pike does not", "met", "attributed"),
    (FERROW, "Not the author, Ferrow believes it", "met", "attributed"),
    (FERROW, "It was Ferrow who said that", "met", "attributed"),
    (FERROW, "she says it, Ferrow does", "met", "attributed"),
    (FERROW, "It is Ferrow's.", "met", "attributed"),
    (FERROW, "Ferrow’s. You can tell by the quotation marks", "met", "attributed"),
    (FERROW, '"It brings readers," says Ferrow', "met", "attributed"),
    (FERROW, "the author cites Ferrow", "met", "attributed"),
    (FERROW, "Pike does not say that, Ferrow does", "met", "attributed"),
    (FERROW, "Ferrow does not think that it is dangerous", "met", "attributed"),
    # Named, but not as the one who says it.
    (FERROW, "Ferrow runs the children's room", "partly", "named"),
    (FERROW, "It is about Nadia", "partly", "named"),
    # The wrong one.
    (FERROW, "The author says it", "unmet", "wrong-holder"),
    (FERROW, "the author", "unmet", "wrong-holder"),
    (FERROW, "Doctor Pike warns of that", "unmet", "wrong-holder"),
    (FERROW, "it is the writer's own opinion", "unmet", "wrong-holder"),
    (FERROW, "The auther thinks so", "unmet", "wrong-holder"),
    (ONLY_PIKE_WRONG, "The author says it", "unmet", "missing"),
    (ONLY_PIKE_WRONG, "Pike says it", "unmet", "wrong-holder"),
    (PIKE, "Ferrow told them", "unmet", "wrong-holder"),
    (AUTHOR, "Ferrow says so", "unmet", "wrong-holder"),
    (AUTHOR, "The writer herself says it", "met", "attributed"),
    (FERROW, "The author warns Ferrow", "partly", "named"),
    (FERROW, "Pike told Ferrow about stings", "partly", "named"),
    # Denied: not that one.
    (FERROW, "Ferrow does not say that, the author does", "unmet", "wrong-holder"),
    (FERROW, "it is not Ferrow who says it", "unmet", "missing"),
    (FERROW, "not the author", "unmet", "missing"),
    # Nobody.
    (FERROW, "It says it in the text", "unmet", "missing"),
    (FERROW, "somebody says so", "unmet", "missing"),
    (FERROW, "", "unmet", "missing"),
]


@pytest.mark.parametrize(("test", "reply", "verdict", "aspect"), CASES)
def test_attributes(test: dict, reply: str, verdict: str, aspect: str) -> None:
    assert said(test, reply) == (verdict, aspect)


def test_the_name_as_written_is_in_spans_and_words() -> None:
    reply = "I read that nadia ferrow says it."
    found = judge(FERROW, reply)
    assert [span.of(reply) for span in found.spans] == ["nadia ferrow"]
    assert found.words == ("nadia ferrow",)


def test_names_side_by_side_are_one() -> None:
    assert judge(FERROW, "the librarian Nadia Ferrow says it").words == ("librarian Nadia Ferrow",)
    assert judge(FERROW, "Doctor Owen Pike says it").words == ("Doctor Owen Pike",)


def test_a_name_is_told_without_its_ending_and_with_the_word_in_its_middle() -> None:
    assert judge(FERROW, "It is Ferrow's view").words == ("Ferrow",)
    assert judge(FERROW, "it is the librarian’s opinion").words == ("librarian",)
    assert judge(FERROW, "the librarian, Mrs Ferrow, says it").words == ("librarian, Mrs Ferrow",)


def test_the_author_wanting_something_is_no_wrong_holder() -> None:
    assert said(FERROW, "The author wants the council to stop it")[1] == "missing"
    assert said(AUTHOR, "The author wants the council to stop it") == ("met", "attributed")


def test_a_wrong_holder_is_a_misconception_and_not_a_blank() -> None:
    result = assessed("The author says that it brings new readers.", FERROW)
    assert [finding.criterion for finding in result.misconceptions] == ["c1"]
    assert result.misconceptions[0].judgement.words == ("The author",) or "author" in result.misconceptions[0].quote
    assert not assessed("The text says that it brings new readers.", FERROW).misconceptions


def test_asked_who_a_name_at_the_start_is_an_answer_when_more_follows() -> None:
    whose = "Whose view is that, and is there proof of it?"
    for reply, verdict in (
        ("Nadia Ferrow, and no she gives none", "met"),
        ("the librarian. There is no proof", "met"),
        ("Nadia Ferrow", "partly"),
        ("Nadia Ferrow runs a room, and no", "partly"),
    ):
        assert assessed(reply, FERROW, ask=whose).findings[0].verdict == verdict, reply
