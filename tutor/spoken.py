"""Events as lines to be read, aloud or with a finger: every speaker named, nothing drawn, nothing told by colour.

What the screen tells is told here in the same words; a test compares the two. Only glyphs become words, and addresses
are read out where nobody has to type them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from tutor.article import Address, Article, Part, Reference, parse_reference, printable
from tutor.session.cited import Recalled
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
from tutor.session.names import (
    SHOWN_TITLES,
    kind_in_words,
    line_in_words,
    opened_in_words,
    outcome_in_words,
    tally,
)

# An address, but for one that is shown as it is typed: in square brackets, or after a command.
_ADDRESS = re.compile(r"(?<![\w\[/-])(?<!/quote )p\d+(?:s\d+)?(?:-p\d+(?:s\d+)?)?(?![\w\]])")
# What stands before each sentence that was looked up.
_QUOTED = re.compile(r"^(p\d+s\d+)  ", re.MULTILINE)


class Narrator:
    """Tells a session's events one after another; it remembers which question is open, as not every event says it."""

    def __init__(self) -> None:
        self._number = self._total = 0

    def tell(self, event: Event) -> str:
        """An event as lines of text; "" for one that a listener need not hear of."""
        match event:
            case Asked():
                self._number, self._total = event.number, event.total
            case Feedback(move="close") if self._number < self._total:
                # The question at its end is the next one, which is asked once this one is known to be closed.
                event = replace(event, text=event.say, asking="")
            case Closed():
                return _closed(event, self._number)
        return spoken(event)


def spoken(event: Event) -> str:
    """An event as lines of text, told on its own; "" for one that a listener need not hear of."""
    match event:
        case Started():
            opening = "Going on with the lesson" if event.resumed else "Lesson"
            return printable(f"{opening}: {event.title} ({_counted(event.questions, 'question')})")
        case ReadingOpened():
            return printable(_reading(event))
        case Asked():
            head = _sentence(f"Question {event.number} of {event.total}, {kind_in_words(event.question_kind)}")
            return printable(f"Tutor: {head} {read_out(event.text)}{_about(event.about)}")
        case Assessed():
            return printable("\n".join(_sentence(read_out(line_in_words(line))) for line in event.lines))
        case Feedback():
            said, asked = (event.say, event.asking) if event.asking else (event.text, "")
            parts = (read_out(said), _look(event), read_out(asked))
            return printable(f"Tutor: {' '.join(part for part in parts if part)}")
        case Summary():
            return printable(f"Tutor: Summary.\n{read_out(event.text)}")
        case Shown():
            text = _QUOTED.sub(r"\1: ", event.text) if event.what == "quote" else event.text
            return printable(f"{SHOWN_TITLES[event.what] or 'Note'}: {read_out(text)}")
        case Closed():
            return _closed(event)
        case Replied() | Commanded() | Drafted() | Left():
            return ""
        case _:
            assert_never(event)


def _reading(event: ReadingOpened) -> str:
    """What is to be read, and what for; the lines of the article are to follow it."""
    if event.purpose:
        return f"Tutor: First read the article. Keep this question in mind: {event.purpose}"
    return read_out(opened_in_words(event.first))


def _closed(event: Closed, number: int = 0) -> str:
    told = [f"{f'Question {number}' if number else 'This question'}: {outcome_in_words(event.outcome)}."]
    if event.reread and event.outcome != "met":
        told.append(f"Reread {read_out(', '.join(event.reread))}.")
    if event.review and event.outcome == "attempts":
        told.append("Your teacher will see it.")
    return " ".join(told)


def summed_up(recalled: Iterable[Recalled]) -> Iterator[str]:
    """The end of a lesson, question by question, with what the learner said and cited."""
    recalled = tuple(recalled)
    if recalled:
        yield tally([one.row for one in recalled])
    for number, one in enumerate(recalled, start=1):
        head = _sentence(f"Question {number}, {kind_in_words(one.row.question_kind)}")
        outcome = outcome_in_words(one.row.outcome)
        yield printable(f"{head} {outcome[:1].upper()}{outcome[1:]}. {one.ask}".strip())
        yield from (printable(f"You: “{' '.join(quote.split())}”") for quote in one.quotes)
        yield from (printable(f"{read_out(cited.address).capitalize()}: “{cited.words}”") for cited in one.cited)
        if not one.quotes and not one.cited:
            yield from (printable(reason) for reason in one.row.showed)


def _sentence(text: str) -> str:
    return text if text.endswith(("?", "!", ".")) else f"{text}."


def read_out(text: str) -> str:
    """`text` with addresses as they are said, but for those that show what is to be typed."""
    return _ADDRESS.sub(_said, text)


def _said(found: re.Match[str]) -> str:
    reference = parse_reference(found[0])
    return _words(reference) if reference else found[0]


def _look(event: Feedback) -> str:
    """What a screen would highlight, unless the words name it already."""
    unnamed = [address for address in event.focus if event.move == "hint" and not _names(event.text, address)]
    return f"Look at {listed(unnamed)}." if unnamed else ""


def _names(text: str, address: str) -> bool:
    reference = parse_reference(address)
    return address in text or (reference is not None and _words(reference).lower() in text.lower())


def said_before(events: Iterable[Event]) -> str:
    """The tutor's last words, for a learner who comes back; "" when there are none."""
    words = [event for event in events if isinstance(event, Asked | Feedback)]
    return spoken(words[-1]) if words else ""


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
