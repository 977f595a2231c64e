"""Quotations in what a lesson says, held against its article."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tutor.lesson import Severity, load_lesson
from tutor.lesson.quoting import check_quotations

Write = Callable[..., Path]

FERRY = Path(__file__).parent / "ferry"
LESSON = (FERRY / "lesson.toml").read_text(encoding="utf-8")
ARTICLE = (FERRY / "article.md").read_text(encoding="utf-8")
HINT = "A number would be a good find."


def said(folder: Path) -> list[tuple[Severity, str]]:
    loaded = load_lesson(folder)
    return [
        (fault.severity, f"{fault.what}. {fault.advice}") for fault in check_quotations(loaded.lesson, loaded.article)
    ]


@pytest.mark.parametrize(
    "hint",
    [
        "Look for the words 'only nine people use it'.",
        "Look for the words “Only nine people use it”.",
        "Look for 'the council wants … the night ferry'.",
        'Try to finish this: \\"The writer says that ___ because ___.\\"',
        "Try to finish this: 'We read of …, but nobody says ….'",
        "What does the writer mean by 'a few'?",  # so short, it is a word spoken of
        "The title is 'The ferry must stay'.",
    ],
)
def test_what_stands_in_the_article_or_is_no_quotation(write: Write, hint: str) -> None:
    assert said(write(LESSON.replace(HINT, hint))) == []


@pytest.mark.parametrize(
    ("where", "old", "new"),
    [
        ("ask", "What does the council offer as evidence?", "Who counted when it says 'only twelve people use it'?"),
        ("probe", "How many people does it name?", "Who says that 'only twelve people use it'?"),
        ("challenge", "Does the captain speak for the council?", "Who says that 'only twelve people use it'?"),
        ("hint", HINT, "Look for the words 'only twelve people use it'."),
    ],
)
def test_a_changed_one_is_an_error_with_the_nearest_sentence(write: Write, where: str, old: str, new: str) -> None:
    assert said(write(LESSON.replace(old, new))) == [
        (
            Severity.ERROR,
            'the article does not say "only twelve people use it" in these words. '
            'The nearest sentence is p1s2: "It says that only nine people use it". Quote it as it stands.',
        )
    ]


def test_it_is_the_article_that_may_have_changed(write: Write) -> None:
    lesson = LESSON.replace(HINT, "Look for the words 'only nine people use it'.")
    ((severity, words),) = said(write(lesson, ARTICLE.replace("only nine people", "only a few people")))
    assert severity is Severity.ERROR
    assert "p1s2" in words


def test_one_that_is_nowhere_near_is_a_warning(write: Write) -> None:
    ((severity, words),) = said(write(LESSON.replace(HINT, "Think of 'all is well that ends well'.")))
    assert severity is Severity.WARNING
    assert words.startswith('"all is well that ends well" stands nowhere in the article.')


def test_one_word_counts_in_the_question_itself(write: Write) -> None:
    asked = "What does the word “wants” show?"
    assert said(write(LESSON.replace("What does the council offer as evidence?", asked))) == []
    ((severity, words),) = said(
        write(LESSON.replace("What does the council offer as evidence?", asked.replace("wants", "greedy")))
    )
    assert severity is Severity.WARNING
    assert '"greedy" stands nowhere' in words


def test_labels_are_no_quotations(write: Write) -> None:
    lesson = LESSON.replace("What does the council offer as evidence?", "Is this a “fact” or an “opinion”?")
    lesson = lesson.replace('check = "cites"\n  from = ["p1s2"]', 'check = "labels"\n  label = "fact"')
    assert said(write(lesson)) == []


def test_a_sample_that_is_to_be_met_quotes_well_and_others_may_not(write: Write) -> None:
    wrong = "It says 'only twelve people use it', so few."
    lesson = LESSON.replace("It tells us how few get on the boat: nine of them [p1s2].", wrong)
    assert [severity for severity, _ in said(write(lesson))] == [Severity.WARNING]
    assert said(write(LESSON.replace("The council says that it is bad.", wrong))) == []
