"""The lines under a reply: what it shows, what is asked for next, and nothing that would tell the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import pytest

from tutor.article.load import parse_article
from tutor.feedback.banks import load_banks
from tutor.feedback.lines import MOST_SHOWN, lines
from tutor.paths import packaged
from tutor.rubric.assess import assess
from tutor.rubric.checks import AnyCheck
from tutor.rubric.model import FORM_CHECKS, Verdict
from tutor.rubric.rubric import Rubric

BANKS = load_banks([packaged() / "prompts"])
ARTICLE = parse_article(
    "The council wants a levy on every ship in March. It says that the old sea wall is falling down.\n\n"
    "Rossi sells nets on the quay. He calls the levy a grab, and he closes his shop next year.",
    markdown=False,
)

CITES = {"id": "place", "check": "cites", "from": ["p2s2"]}
WALL = {"id": "wall", "check": "mentions", "all_of": [["wall"]], "aim": "what the money is for"}
WHY = {"id": "why", "check": "reasons", "aim": "how it bears on the claim"}
OWN = {"id": "own", "check": "own_words", "share": 0.3}
SHOP = {"id": "shop", "check": "mentions", "all_of": [["shop"], ["year"]], "aim": "what becomes of him"}


def rubric(*criteria: dict[str, Any], **more: Any) -> Rubric:
    return Rubric.model_validate({"id": "q", "ask": "What does the article say?", "criteria": criteria, **more})


def told(asked: Rubric, *replies: str) -> list[tuple[str, str]]:
    """The lines under the last reply."""
    *before, last = replies
    known = assess(before[-1], asked, ARTICLE, before[:-1]).findings if before else ()
    return [(line.mark, line.text) for line in lines(asked, assess(last, asked, ARTICLE, before), BANKS, known)]


def test_what_is_shown_and_what_is_asked_for_next() -> None:
    asked = rubric(CITES, WALL, WHY)
    assert told(asked, "He is against it, I see that in p2s2.") == [
        ("shown", "pointed to p2s2"),
        ("missing", "what the money is for, and 1 more"),
    ]


def test_of_an_open_question_nothing_is_missing() -> None:
    asked = rubric(CITES, WALL, WHY)
    assessment = assess("He is against it, I see that in p2s2.", asked, ARTICLE)
    assert [line.mark for line in lines(asked, assessment, BANKS, openly=True)] == ["shown"]


def test_an_aim_goes_from_missing_to_shown_in_the_same_words() -> None:
    asked = rubric(CITES, WALL)
    assert ("missing", "what the money is for") in told(asked, "He is against it, I see that in p2s2.")
    assert told(asked, "He is against it, I see that in p2s2.", "They want to mend their wall with it.") == [
        ("shown", "what the money is for")
    ]


def test_what_an_earlier_reply_showed_is_not_told_again_but_what_this_one_repeats_is() -> None:
    asked = rubric(CITES, WALL)
    first = "He is against it, I see that in p2s2."
    assert told(asked, first, "Somebody has to pay for it in the end.") == [("missing", "what the money is for")]
    assert ("shown", "pointed to p2s2") in told(asked, first, "As I said, it is in p2s2 that he is against it.")


def test_what_is_there_in_part_has_a_line_of_its_own() -> None:
    asked = rubric(SHOP, WALL, WHY)
    assert told(asked, "He is going to lose his shop.") == [
        ("partly", "what becomes of him"),
        ("missing", "what the money is for, and 1 more"),
    ]


def test_no_more_lines_than_one_reads_at_a_glance() -> None:
    words = ["sea", "wall", "quay", "nets", "money", "people"]
    asked = rubric(*({"id": w, "check": "mentions", "all_of": [[w]], "aim": f"aim {n}"} for n, w in enumerate(words)))
    shown = told(asked, "By the sea, on the quay, people with nets need money for that wall.")
    assert shown == [("shown", f"aim {n}") for n in range(MOST_SHOWN)]


def test_two_findings_that_read_alike_are_one_line() -> None:
    again = {**CITES, "id": "again"}
    assert told(rubric(CITES, again), "He is against it, I see that in p2s2.") == [("shown", "pointed to p2s2")]


def test_what_is_optional_is_shown_and_never_missed() -> None:
    asked = rubric(CITES, {**WALL, "optional": True})
    assert told(asked, "He is against it, I see that in p2s2.") == [("shown", "pointed to p2s2")]
    assert ("shown", "what the money is for") in told(asked, "They want to mend their wall, but see p2s2.")


@pytest.mark.parametrize(
    "reply", ["", "idk", "/", "just tell me", "wall, levy, ship, grab", "What does the article say?"]
)
def test_what_is_no_answer_has_no_lines(reply: str) -> None:
    assert told(rubric(CITES, WALL), reply) == []


def test_a_wrong_turn_has_no_line_and_nothing_is_asked_for_beside_its_challenge() -> None:
    wrong = {"id": "glad", "check": "mentions", "any_of": [["he likes it"]], "challenge": "Does he?"}
    asked = rubric(CITES, WALL, misconceptions=[wrong])
    assert told(asked, "I think that he likes it, it says so in p2s2.") == [("shown", "pointed to p2s2")]


def test_a_missed_quotation_does_not_say_where_to_look() -> None:
    asked = rubric(CITES)
    for reply in ("I think it is in p1s1 that he says it.", "He says “the levy is a robbery” there.", "It is in p2."):
        assert all("p" not in text.split() and "s2" not in text for mark, text in told(asked, reply) if mark != "shown")


def checks() -> Sequence[str]:
    return [get_args(check.model_fields["check"].annotation)[0] for check in get_args(get_args(AnyCheck)[0])]


LEAST: dict[str, dict[str, Any]] = {
    "cites": {"from": ["p2s2"]},
    "mentions": {"all_of": [["wall"]]},
    "counts": {"of": [["wall"], ["shop"]], "at_least": 2},
    "roles": {"who": ["Rossi"], "does": "close"},
    "attributes": {"holder": ["Rossi"]},
    "reasons": {},
    "own_words": {"share": 0.5},
    "labels": {"label": "opinion"},
    "length": {"words": 12},
    "denies": {},
}


@pytest.mark.parametrize("check", checks())
def test_a_check_without_an_aim_has_words_and_saying_them_back_meets_nothing(check: str) -> None:
    criterion = {"id": "it", "check": check, **LEAST[check]}
    asked = rubric(criterion, WALL) if check != "mentions" else rubric(criterion)
    texts = [p.template for name in BANKS if name.startswith("line.") for p in BANKS[name] if not p.needs]
    for text in texts:
        for said in (text, f"Still missing: {text}.", f"It is {text}, and 2 more."):
            found = assess(said, asked, ARTICLE).findings
            met = {f.criterion for f in found if f.verdict is Verdict.MET and f.check not in FORM_CHECKS}
            assert not met, said
