"""A session as a text to keep and to read: Markdown, in which whatever anybody wrote stays text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from tutor.article import Article
from tutor.session.cited import Cited, cited_in, recall
from tutor.session.escaping import block, inline
from tutor.session.events import (
    Asked,
    Assessed,
    Closed,
    Commanded,
    Event,
    Feedback,
    Left,
    ReadingOpened,
    Replied,
    Shown,
    Started,
    Summary,
)
from tutor.session.names import kind_in_words, line_marked, outcome_glyph, outcome_in_words
from tutor.session.overview import moment_in_words
from tutor.session.store import Stored

NO_ARTICLE = "The article was not at hand, so the sentences cited stand here by their address only."
OTHER_LESSON = "The lesson has changed since. Sentences are quoted as the article has them now."


def transcript(stored: Sequence[Stored], article: Article | None, digest: str = "") -> str:
    """The transcript of one session's events.

    `article` gives the sentences that were cited; None where it is not at hand. `digest` names the lesson as it is
    now: where the session went through another one, the transcript says so.
    """
    parts = [*_head(stored)]
    known = [one.event.digest for one in stored if isinstance(one.event, Started)]
    if article is None:
        parts.append(f"*{NO_ARTICLE}*")
    elif known and known[-1] != digest:
        parts.append(f"*{OTHER_LESSON}*")
    events = [one.event for one in stored]
    learner = next((event.learner for event in events if isinstance(event, Started)), "")
    number = 0
    for place, one in enumerate(stored):
        match one.event:
            case Asked() as event:
                number = event.number
                parts += _question(event)
            case Closed() as event:
                parts.append(_closed(event, number))
            case Summary() as event:
                parts += _summary(event, events, article)
            case Replied() as event:
                parts += _reply(event, _assessment(events[place + 1 :]), one.at, learner, article)
            case Feedback() as event:
                parts += (
                    _speaker("Tutor", one.at),
                    block(event.say if _is_bridge(events[place + 1 :]) else event.text),
                )
            case _ as event:
                parts += _told(event, one.at, learner)
    return "\n\n".join(parts) + "\n"


def _head(stored: Sequence[Stored]) -> Iterator[str]:
    first = next((one.event for one in stored if isinstance(one.event, Started)), None)
    yield f"# {inline(first.title) if first else 'A session'}"
    about = []
    if first and first.learner:
        about.append(f"- Learner: {inline(first.learner)}")
    if first:
        about.append(f"- Lesson: {inline(first.lesson)}, {first.questions} questions")
    if stored:
        about.append(f"- From {moment_in_words(stored[0].at)} to {moment_in_words(stored[-1].at)}")
        ended = any(isinstance(one.event, Summary) for one in stored)
        about.append(f"- {'Finished' if ended else 'Not finished yet'}")
    yield "\n".join(about)


def _question(event: Asked) -> Iterator[str]:
    yield f"## Question {event.number} of {event.total}: {inline(kind_in_words(event.question_kind))}"
    yield block(event.text)
    if event.about:
        yield f"*It is about {inline(', '.join(event.about))}.*"


def _assessment(after: Sequence[Event]) -> Assessed | None:
    """What was said of the reply before these events; None when the session stopped there."""
    for event in after:
        if isinstance(event, Assessed):
            return event
        if isinstance(event, Replied):
            break
    return None


def _is_bridge(after: Sequence[Event]) -> bool:
    """Whether the feedback before these events ends in the question that they open, and so would say it twice."""
    following = next((event for event in after if isinstance(event, Asked | Feedback | Replied | Commanded)), None)
    return isinstance(following, Asked) and following.bridged


def _reply(
    event: Replied, assessed: Assessed | None, at: datetime, learner: str, article: Article | None
) -> Iterator[str]:
    yield _speaker(learner or "You", at)
    yield block(event.text, "> ") or "> (nothing)"
    if assessed and assessed.lines:
        yield "\n".join(f"- {inline(line_marked(line))}" for line in assessed.lines)
    if article and (cited := cited_in(event.text, article, assessed)):
        yield "\n".join(("From the article:", "", *(_sentence(one) for one in cited)))


def _sentence(cited: Cited) -> str:
    return f"- {cited.address}: “{inline(cited.words)}”"


def _told(event: Event, at: datetime, learner: str) -> Iterator[str]:
    match event:
        case Started(resumed=True):
            yield f"*Taken up again, {moment_in_words(at)}.*"
        case ReadingOpened(purpose=purpose) if purpose:
            yield "## Reading"
            yield f"*To keep in mind:* {inline(purpose)}"
        case ReadingOpened(first=first) if first != "p1":
            yield f"*More of the article opens, from {inline(first)} on.*"
        case Commanded():
            yield _speaker(learner or "You", at)
            yield block(event.text, "> ")
        case Shown(what="note"):
            yield f"*Note:* {inline(event.text)}"
        case Left():
            yield f"*Stopped, {moment_in_words(at)}.*"
        case _:
            pass  # what the learner looked up, and what nobody saw


def _speaker(name: str, at: datetime) -> str:
    return f"**{inline(name)}**, {at.astimezone():%H:%M}:"


def _closed(event: Closed, number: int) -> str:
    line = f"{outcome_glyph(event.outcome)} Question {number}: {inline(outcome_in_words(event.outcome))}."
    if event.reread:
        line += f" Worth reading again: {inline(', '.join(event.reread))}."
    return f"{line} For the teacher to read." if event.review else line


def _summary(event: Summary, events: Sequence[Event], article: Article | None) -> Iterator[str]:
    yield "## Summary"
    yield block(event.text)
    for number, recalled in enumerate(recall(event.rows, events, article), start=1):
        row = recalled.row
        yield (
            f"### {number}. {inline(kind_in_words(row.question_kind))}: "
            f"{outcome_glyph(row.outcome)} {inline(outcome_in_words(row.outcome))}"
        )
        lines = [f"- {inline(f'“{quote}”')}" for quote in recalled.quotes]
        lines += [_sentence(one) for one in recalled.cited]
        if lines:
            yield "\n".join(lines)
