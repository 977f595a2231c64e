"""Events as lines to be read, aloud or with a finger: every speaker named, nothing drawn, nothing told by colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from tutor.article import Address, Article, Part, Reference, parse_reference, printable
from tutor.session.events import (
    Asked,
    Assessed,
    Closed,
    Commanded,
    Drafted,
    Event,
    Feedback,
    Left,
    ReadingOpened,
    Replied,
    Shown,
    Started,
    Summary,
)


def spoken(event: Event) -> str:
    """An event as lines of text; "" for one that a reader need not hear of."""
    match event:
        case Started():
            opening = "Going on with the lesson" if event.resumed else "Lesson"
            return printable(f"{opening}: {event.title} ({_counted(event.questions, 'question')})")
        case ReadingOpened():
            return printable(_reading(event))
        case Asked(bridged=True):
            return f"(This is question {event.number} of {event.total}.{_about(event.about)})"
        case Asked():
            return printable(f"Tutor: Question {event.number} of {event.total}. {event.text}{_about(event.about)}")
        case Feedback():
            parts = (event.say, _look(event), event.asking) if event.asking else (event.text, _look(event))
            return printable(f"Tutor: {' '.join(part for part in parts if part)}")
        case Summary():
            return printable(f"Tutor: {event.text}")
        case Shown():
            return printable(f"Note: {event.text}" if event.what == "note" else event.text)
        case Replied() | Commanded() | Assessed() | Closed() | Drafted() | Left():
            return ""
        case _:
            assert_never(event)


def _reading(event: ReadingOpened) -> str:
    """What is to be read, and what for; the lines of the article are to follow it."""
    if event.purpose:
        return f"Tutor: First read the article. Keep this question in mind: {event.purpose}"
    return "The rest of the article is open now." if not event.after else "The next part of the article is open now."


def _look(event: Feedback) -> str:
    """What a screen would highlight, unless the words name it already."""
    unnamed = [address for address in event.focus if event.move == "hint" and not _names(event.text, address)]
    return f"Look at {listed(unnamed)}." if unnamed else ""


def _names(text: str, address: str) -> bool:
    reference = parse_reference(address)
    return address in text or (reference is not None and _words(reference).lower() in text.lower())


def said_before(events: Iterable[Event]) -> str:
    """The tutor's last words, for a learner who comes back; "" when there are none."""
    words = [event for event in events if isinstance(event, Asked | Feedback) and not _is_bridged(event)]
    return spoken(words[-1]) if words else ""


def _is_bridged(event: Event) -> bool:
    return isinstance(event, Asked) and event.bridged


def article_lines(article: Article, first: int = 1, last: int | None = None, after: int = 0) -> Iterator[str]:
    """The article, a sentence a line, each after its address; or its paragraphs from `first` to `last`.

    `after` is the question after which more of it opens, 0 for none.
    """
    if first == 1:
        details = [article.title, f"by {article.author}" if article.author else "", article.date, article.source]
        yield printable(", ".join(detail for detail in details if detail) or "The article")
    for block in article.stretch(first, last):
        if not block.number:
            text = " ".join(block.span.of(article.text).split())
            if text != article.title:
                yield printable(f"Heading: {text}" if block.part is Part.HEADING else text)
            continue
        yield f"Paragraph {block.number}."
        for sentence in block.sentences:
            yield printable(f"{sentence.address}: {article.words_of(sentence)}")
    if after:
        yield f"More of the article opens after question {after}."


def listed(addresses: Iterable[str]) -> str:
    """Addresses as they are said: "paragraph 4 (p4) and paragraph 5, sentence 1 (p5s1)"."""
    named = [_named(address) for address in addresses]
    return " and ".join(part for part in (", ".join(named[:-1]), *named[-1:]) if part)


def _named(address: str) -> str:
    reference = parse_reference(address)
    return f"{_words(reference)} ({address})" if reference else address


def _words(reference: Reference) -> str:
    if reference.first == reference.last:
        return _place(reference.first)
    return f"{_place(reference.first)} to {_place(reference.last)}"


def _place(address: Address) -> str:
    paragraph = f"paragraph {address.paragraph}"
    return f"{paragraph}, sentence {address.sentence}" if address.sentence else paragraph


def _about(addresses: tuple[str, ...]) -> str:
    return f" It is about {listed(addresses)}." if addresses else ""


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
