"""A lesson of two questions on a made-up article, and assessments made by hand: the machine needs no more."""

from __future__ import annotations

import pytest

from tutor.article import Article
from tutor.article.load import parse_article
from tutor.lesson.model import Lesson
from tutor.rubric.model import Aspect, Assessment, Effort, Finding, Judgement, Verdict

ARTICLE = """The bakery on Mill Road closes at noon. The owner, Ada Bell, says that flour costs twice as much as before.

Some neighbours want it open longer. A longer day would ruin her, she says."""

LESSON = {
    "format": 1,
    "title": "The bakery",
    "article": {"file": "article.txt"},
    "glossary": {"flour": "what bread is made of"},
    "concepts": {"bell": ["Ada Bell", "the owner"]},
    "questions": [
        {
            "id": "whose",
            "kind": "viewpoint",
            "ask": "Whose view is it that a longer day would do harm?",
            "about": ["p2"],
            "attempts": 5,
            "criteria": [
                {
                    "id": "cites",
                    "check": "cites",
                    "from": ["p2s2"],
                    "probe": ["Where is that?", "Which sentence is it?"],
                },
                {"id": "holder", "check": "attributes", "holder": "bell", "probe": "Who says so?"},
            ],
            "misconceptions": [
                {"id": "neighbours", "check": "mentions", "all_of": [["neighbours"]], "challenge": "What do they want?"}
            ],
            "hints": [{"say": "Look for a word of speaking."}, {"say": "Read this again.", "show": ["p2s2"]}],
        },
        {
            "id": "source",
            "kind": "source",
            "ask": "Who gives the price of flour?",
            "criteria": [
                {"id": "cites", "check": "cites", "from": ["p1s2"]},
                {"id": "holder", "check": "attributes", "holder": "bell", "probe": "Who names the price?"},
            ],
        },
    ],
}


@pytest.fixture(scope="session")
def open_lesson() -> Lesson:
    """The same with a first question that any honest answer will do for."""
    first, *others = LESSON["questions"]
    return Lesson.model_validate({**LESSON, "questions": [{**first, "open": True, "misconceptions": []}, *others]})


@pytest.fixture(scope="session")
def lesson() -> Lesson:
    return Lesson.model_validate(LESSON)


@pytest.fixture(scope="session")
def article() -> Article:
    return parse_article(ARTICLE, markdown=False)


def answer(misconceptions: tuple[str, ...] = (), effort: Effort = Effort.ANSWER, **verdicts: str) -> Assessment:
    """An assessment with these verdicts, in the order given."""

    def finding(name: str, verdict: str, check: str = "cites") -> Finding:
        aspect = {"met": Aspect.QUOTED, "partly": Aspect.ELSEWHERE, "unmet": Aspect.MISSING}[verdict]
        return Finding(name, check, Judgement(Verdict(verdict), aspect, "made by hand"))

    findings = tuple(finding(name, verdict) for name, verdict in verdicts.items())
    return Assessment(effort, findings, tuple(finding(name, "met", "mentions") for name in misconceptions))
