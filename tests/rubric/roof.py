"""A small article and lesson of our own, and how the tests here ask for a judgement on a reply to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tutor.article import Article
from tutor.article.load import parse_article
from tutor.rubric import Assessment, Effort, Judgement
from tutor.rubric.assess import assess
from tutor.rubric.effort import effort_of
from tutor.rubric.reading import Reading
from tutor.rubric.rubric import Rubric
from tutor.rubric.vocabulary import Vocabulary

PARAGRAPHS = (
    "The library on Cobble Lane keeps bees. Six hives have stood on its roof since April, and not one reader has been "
    "stung. Even so, the hives must go.",
    "Nadia Ferrow, who runs the children’s room, disagrees. “The hives brought us 140 new readers this summer,” she "
    "says. In her view, children who watch bees start to ask for books about them.",
    "Owen Pike, a doctor at the town clinic, warns that 3 in 100 people react badly to a sting. He did not say how "
    "many of them live near the library. Neighbours report that bees drink from their paddling pools.",
    "The council will vote on Friday. It never asked the families next door. Anyone with sense can see that a roof is "
    "no place for insects, because children play below it.",
)
TEXT = "\n\n".join(PARAGRAPHS)
ROOF: Article = parse_article(TEXT, markdown=False)

ASK = "The writer claims that the hives on the roof are dangerous. What evidence does the article give for that?"

CONCEPTS = {
    "author": ["author", "writer", "columnist"],
    "ferrow": ["Ferrow", "Nadia", "Nadia Ferrow", "librarian", "woman from the library"],
    "pike": ["Pike", "Owen", "Owen Pike", "doctor"],
    "readers": ["reader", "visitor", "more people"],
    "bees": ["bee", "hive", "insect"],
    "danger": ["danger", "dangerous", "risk", "sting", "hurt", "not safe"],
    "thought": ["thought", "idea"],
}
VOCABULARY = Vocabulary(CONCEPTS, ("ferrow", "pike"))


def question(*tests: dict[str, Any], misconceptions: Iterable[dict[str, Any]] = (), ask: str = ASK) -> Rubric:
    """A question on the roof article. Each test is a check's keys; the criteria are called c1, c2, …"""
    rubric = Rubric.model_validate(
        {
            "id": "roof",
            "ask": ask,
            "criteria": [{"id": f"c{number}", **test} for number, test in enumerate(tests, 1)],
            "misconceptions": [
                {"id": f"m{number}", "challenge": "Is that so?", **test}
                for number, test in enumerate(misconceptions, 1)
            ],
        }
    )
    rubric.use(VOCABULARY)
    return rubric


def read(reply: str, ask: str = ASK) -> Reading:
    """A reply as the checks see it."""
    return Reading(reply, ask, ROOF, VOCABULARY)


def judge(test: dict[str, Any], reply: str) -> Judgement:
    """What one check says of one reply."""
    rubric = question(test)
    judgement = rubric.criteria[0].test.judge(Reading(reply, rubric.ask, ROOF, rubric.vocabulary))
    for span in judgement.spans:
        assert 0 <= span.start < span.end <= len(reply), f"{span} is not in the reply"
    for span in judgement.article:
        assert 0 <= span.start < span.end <= len(ROOF.text), f"{span} is not in the article"
    assert judgement.reason, "every finding says why"
    return judgement


def said(test: dict[str, Any], reply: str) -> tuple[str, str]:
    """Verdict and aspect, as a table has them."""
    judgement = judge(test, reply)
    return str(judgement.verdict), str(judgement.aspect)


def effort(reply: str, history: Sequence[str] = (), ask: str = ASK) -> Effort:
    """What a reply is, before it is judged."""
    return effort_of(read(reply, ask), history)


def assessed(reply: str, *tests: dict[str, Any], history: Sequence[str] = (), **options: Any) -> Assessment:
    """The whole assessment of a reply by these checks."""
    return assess(reply, question(*tests, **options), ROOF, history)
