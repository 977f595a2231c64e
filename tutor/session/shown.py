"""What a learner may ask to see at any time: a stretch of the article, the way so far, the commands."""

from __future__ import annotations

from tutor.article import Article, Reference
from tutor.dialogue.commands import COMMANDS
from tutor.dialogue.moves import Read
from tutor.dialogue.state import State
from tutor.lesson.model import Lesson
from tutor.session.cleaning import REPLY_LIMIT
from tutor.session.events import Shown

HOW = (
    "Answer in your own words. Point at the article with an address such as [p4s2] (paragraph 4, sentence 2), or "
    "quote it."
)

_OUTCOMES = {"met": "done", "attempts": "worth another look", "skipped": "skipped", "thanked": "done"}


def quoted(article: Article, reference: Reference, reading: Read, question: str) -> Shown:
    """The sentences that a reference stands for, each with its address; a note when there are none, or none open."""
    sentences = article.at(reference)
    if sentences and reading.last is not None and reference.last.paragraph > reading.last:
        opens = f"It opens after question {reading.after}." if reading.after else ""
        return note(f"{reference} is in a part of the article that is not open yet. {opens}", question)
    if not sentences:
        return note(f"There is no {reference} in this article. {_reach(article)}", question)
    lines = [f"{sentence.address}  {article.words_of(sentence)}" for sentence in sentences]
    return Shown(question=question, what="quote", text="\n".join(lines), focus=(str(reference),))


def _reach(article: Article) -> str:
    last = article.sentences[-1].address if article.sentences else None
    return f"It runs from p1s1 to {last}." if last else ""


def progress_so_far(lesson: Lesson, state: State) -> Shown:
    """Question by question: how each ended, and which is open."""
    if state.reading:
        count = len(lesson.questions)
        text = "You are reading the article. " + ("One question comes" if count == 1 else f"{count} questions come")
        return Shown(question=lesson.questions[0].id, what="progress", text=f"{text} after it.")
    lines = []
    for at, question in enumerate(lesson.questions):
        if question.id in state.outcomes:
            lines.append(f"{at + 1}. {_OUTCOMES[str(state.outcomes[question.id])]}: {question.ask}")
        elif at == state.index and not state.finished:
            lines.append(f"{at + 1}. open now: {question.ask}")
    left = len(lesson.questions) - len(lines)
    if left:
        lines.append("1 more question after this one." if left == 1 else f"{left} more questions after this one.")
    here = "" if state.finished else lesson.questions[state.index].id
    return Shown(question=here, what="progress", text="\n".join(lines))


def help_text(question: str) -> Shown:
    """How to answer, and the commands."""
    lines = [HOW, *(f"{command}: {what}" for command, what in COMMANDS.items())]
    return Shown(question=question, what="help", text="\n".join(lines))


def note(text: str, question: str) -> Shown:
    """A word from the program itself, not from the tutor."""
    return Shown(question=question, what="note", text=text)


def too_long(length: int, question: str) -> Shown:
    """Refuses a paste gone wrong."""
    return note(
        f"That is {length:,} characters; a reply may have {REPLY_LIMIT:,}. Nothing was sent. "
        "Say it shorter, and point at sentences by their address instead of pasting them.",
        question,
    )
