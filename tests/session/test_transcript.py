"""A session as Markdown: who said what, what was cited, and nothing that is more than text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.ferry import ARTICLE
from tests.session.keeping import NOON, started
from tutor.article import parse_article
from tutor.session.events import (
    Asked,
    Assessed,
    Closed,
    Commanded,
    Drafted,
    Event,
    Feedback,
    Found,
    Left,
    Line,
    ReadingOpened,
    Replied,
    Row,
    Shown,
    Started,
    Summary,
)
from tutor.session.store import Stored
from tutor.session.transcript import NO_ARTICLE, OTHER_LESSON, transcript

FERRY = parse_article(ARTICLE, markdown=True)
ASKED = Asked(question="a", question_kind="evidence", text="What shows that [b]?", number=1, total=2, about=("p1",))
NEXT = Asked(question="b", question_kind="locate", text="Where is it?", number=2, total=2, bridged=True)


def written(*events: Event, article: Any = FERRY, digest: str = "d", first: Started | None = None) -> str:
    kept: Iterable[Event] = (first or started("Ann *b*"), *events)
    stored = [Stored(seq, NOON + timedelta(minutes=seq), event) for seq, event in enumerate(kept, start=1)]
    return transcript(stored, article, digest)


def assessed(**finding: Any) -> Assessed:
    values: dict[str, Any] = {"criterion": "c", "check": "cites", "verdict": "met", "aspect": "cited", "reason": "r"}
    found = Found(**(values | finding))
    return Assessed(question="a", verdicts={"c": found.verdict}, misconceptions=(), effort="answer", findings=(found,))


def test_what_was_told_of_a_reply_stands_under_it() -> None:
    lines = (Line(mark="shown", text="quoted p1s2"), Line(mark="missing", text="how it *bears* on it, and 2 more"))
    text = written(ASKED, Replied(question="a", text="Because."), replace(assessed(), lines=lines))
    assert "> Because.\n\n- ✓ quoted p1s2\n- … still missing: how it \\*bears\\* on it, and 2 more" in text


def test_it_says_whose_session_of_what_it_is_and_when() -> None:
    text = written(Summary(text="The end."))
    assert text.startswith("# The ferry\n\n- Learner: Ann \\*b\\*\n- Lesson: ferry, 3 questions\n- From 4 Mar 2026, ")
    assert "- Finished" in text
    assert "- Not finished yet" in written(ASKED)


def test_each_speaker_is_named_and_nothing_is_markup() -> None:
    said = Feedback(question="a", move="probe", text="You say _it_. Why?", say="You say _it_.", asking="Why?")
    text = written(ASKED, Replied(question="a", text="# Because\n- *it* <b>is</b>"), said)
    assert "## Question 1 of 2: Evidence\n\nWhat shows that \\[b\\]?\n\n*It is about p1.*" in text
    assert "**Ann \\*b\\***, " in text
    assert "> \\# Because\\\n> \\- \\*it\\* \\<b\\>is\\</b\\>" in text
    assert "**Tutor**, " in text
    assert "You say \\_it\\_. Why?" in text


def test_what_a_reply_cites_is_quoted_with_its_address() -> None:
    text = written(ASKED, Replied(question="a", text="See p2s2 and [p1s2]."))
    assert (
        "From the article:\n\n"
        "- p1s2: “It cost the town 90,000 pounds last year, says the council's own report.”\n"
        "- p2s2: “Without it the school on the island will close within a year.”"
    ) in text


def test_a_quotation_that_a_check_recognised_gets_its_address() -> None:
    sentence = FERRY.sentences[1].span
    reply = Replied(question="a", text="It says “cost the town 90,000 pounds”.")
    assert "- p1s2: “It cost the town" in written(ASKED, reply, assessed(article=(tuple(sentence),)))


def test_where_a_check_that_is_not_met_points_stays_untold() -> None:
    sentence = FERRY.sentences[1].span
    missed = assessed(article=(tuple(sentence),), verdict="unmet")
    assert "p1s2" not in written(ASKED, Replied(question="a", text="The article says so."), missed)


def test_places_that_the_article_has_not_are_not_quoted() -> None:
    assert "From the article" not in written(ASKED, Replied(question="a", text="p9s9 says so"))


def test_without_the_article_it_says_so() -> None:
    text = written(ASKED, Replied(question="a", text="See p1s2."), article=None)
    assert NO_ARTICLE in text
    assert "From the article" not in text


def test_a_lesson_that_changed_is_named() -> None:
    assert OTHER_LESSON in written(ASKED, digest="other")
    assert OTHER_LESSON not in written(ASKED)


def test_a_question_that_feedback_ended_in_stands_once() -> None:
    close = Feedback(question="a", move="close", text="Good. Where is it?", say="Good.", asking="Where is it?")
    text = written(ASKED, Replied(question="a", text="So."), close, Closed(question="a", outcome="met"), NEXT)
    assert text.count("Where is it?") == 1
    assert "\n\nGood.\n\n✓ Question 1: you showed it.\n\n## Question 2 of 2: Find it\n\nWhere is it?" in text


def test_the_end_of_a_question_says_what_to_read_again() -> None:
    text = written(ASKED, Closed(question="a", outcome="attempts", review=True, reread=("p1s2",)))
    assert "○ Question 1: worth another look. Worth reading again: p1s2. For the teacher to read." in text


def test_commands_notes_and_pauses_are_told_and_what_nobody_saw_is_not() -> None:
    text = written(
        ASKED,
        Commanded(question="a", text="/hint"),
        Shown(question="a", what="note", text="The lesson has changed."),
        Shown(question="a", what="help", text="All commands"),
        Drafted(question="a", text="never sent"),
        Left(question="a"),
        Started(lesson="ferry", title="T", digest="d", questions=3, resumed=True),
    )
    assert "> /hint" in text
    assert "*Note:* The lesson has changed." in text
    assert "*Stopped, 4 Mar 2026, " in text
    assert "*Taken up again, 4 Mar 2026, " in text
    assert "All commands" not in text
    assert "never sent" not in text


def test_the_summary_has_the_learners_words_and_the_sentences_they_cited() -> None:
    row = Row(question="a", question_kind="evidence", outcome="met", quotes=("[p1s2]", "90,000 *pounds*", "pounds*"))
    summary = Summary(text="You did it.", rows=(row,))
    text = written(ASKED, Replied(question="a", text="90,000 pounds [p1s2]"), assessed(), summary)
    assert text.endswith(
        "## Summary\n\nYou did it.\n\n### 1. Evidence: ✓ you showed it\n\n"
        "- “90,000 \\*pounds\\*”\n"
        "- p1s2: “It cost the town 90,000 pounds last year, says the council's own report.”\n"
    )


def test_a_learner_without_a_name_is_you() -> None:
    assert "**You**, " in written(ASKED, Replied(question="a", text="So."), first=started())


def test_reading_first_and_in_parts_is_told() -> None:
    text = written(
        ReadingOpened(question="", to="p1", after=1, purpose="What *for*?"),
        ASKED,
        Feedback(question="a", move="close", text="Good. Where is it?", say="Good.", asking="Where is it?"),
        Closed(question="a", outcome="met"),
        ReadingOpened(question="b", first="p2"),
        NEXT,
    )
    assert "\n\n## Reading\n\n*To keep in mind:* What \\*for\\*?\n\n## Question 1" in text
    assert "\n\n*More of the article opens, from p2 on.*\n\n## Question 2" in text
    assert text.count("Where is it?") == 1
