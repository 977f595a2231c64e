"""What the words of a move may be: short, one question at the end, nothing quoted that nobody wrote."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

from tutor.article import normalise, printable
from tutor.dialogue.moves import Ask, Challenge, Close, Define, Hint, Move, Probe, Redirect, Summarise
from tutor.feedback.quoting import JOINERS, QUESTION_MARKS, clean
from tutor.feedback.wording import Wording

MOST_WORDS = 60
"""How many words a feedback may have, without the teacher's own."""

MOST_SENTENCES = 3
"""How many sentences may stand before the question; a teacher's hint counts as one."""

_QUOTATION = re.compile(r"“([^“”]*)”")
_MARKUP = re.compile(r"[{}\[\]<>*_#|\\`~^]")
_SENTENCE_END = re.compile(r"[.!…]+(?=\s+[^\sa-z]|\s*$)")
_STANDS_FOR_TEXT = "\ufffc"
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_UNQUOTED = str.maketrans("", "", "'\"")


def given_texts(move: Move) -> tuple[str, ...]:
    """The lesson's own texts that the words of a move may contain."""
    texts: Sequence[str | None]
    match move:
        case Ask() | Redirect():
            texts = [move.open.asking]
        case Probe():
            texts = [move.open.asking, *move.probes]
        case Challenge():
            texts = [move.open.asking, move.challenge]
        case Hint():
            texts = [move.open.asking, move.say]
        case Define():
            texts = [move.open.asking, move.meaning and move.meaning.strip(), *move.near]
        case Close():
            texts = [move.next.asking if move.next else None]
        case Summarise():
            texts = []
        case _:
            assert_never(move)
    return tuple(printable(text) for text in texts if text)


def words_of_its_own(wording: Wording, move: Move) -> int:
    """How many words of a wording are not the lesson's."""
    return len(_without(wording.text, given_texts(move), lambda _: "").split())


def faults(wording: Wording, move: Move, article_text: str, reply_text: str) -> tuple[str, ...]:
    """What is not as it must be with the words of a move; empty when all is well.

    Checks what can be checked of any feedback, by whomever worded: one to three sentences, then exactly one question,
    whose mark is the only one and stands last (an `Ask` is the question alone, a summary has none); at most 60 words
    beside the lesson's own; quotation marks only around text of the article, the reply or the lesson; no control
    characters, no markup. `reply_text` is all that the learner wrote on this question. Each fault is a sentence.
    """
    return tuple(_faults(wording, move, article_text, reply_text))


def _faults(wording: Wording, move: Move, article_text: str, reply_text: str) -> Iterator[str]:
    given = given_texts(move)
    own = move.word if isinstance(move, Define) else ""
    yield from _shape(wording, move, given)
    yield from _characters(wording, move, given)
    yield from _quotations(_without(wording.text, given, lambda _: ""), (article_text, reply_text, own, *given))


def _shape(wording: Wording, move: Move, given: Sequence[str]) -> Iterator[str]:
    marks = sum(char in QUESTION_MARKS for char in wording.text)
    if isinstance(move, Summarise):
        if marks or wording.asking:
            yield "A summary asks nothing."
        return
    if marks != 1 or not wording.text.endswith("?") or not wording.asking:
        yield f"It must end in its only question; it has {marks} question marks."
    count = len(_SENTENCE_END.findall(_masked(wording.say, given)))
    least, most = (0, 0) if isinstance(move, Ask) else (1, MOST_SENTENCES)
    if not least <= count <= most:
        yield f"It has {count} sentences before the question, and {least} to {most} are wanted."
    if _SENTENCE_END.search(_masked(wording.asking, given)[:-1]):
        yield "The question is more than one sentence."
    words = words_of_its_own(wording, move)
    if words > MOST_WORDS:
        yield f"It has {words} words, and at most {MOST_WORDS} are wanted."


def _characters(wording: Wording, move: Move, given: Sequence[str]) -> Iterator[str]:
    free = _masked(wording.text, given)
    lines = "\n" if isinstance(move, Summarise) else ""
    for char in _without(wording.text, given, lambda _: ""):
        if char not in (*lines, *JOINERS) and unicodedata.category(char) in _UNSEEN:
            yield f"It has the control character U+{ord(char):04X}."
    if found := _MARKUP.search(free):
        yield f"It has the markup character {found[0]} outside a quotation."
    if found := re.search(r'["“”„«»]', free):
        yield f"It has the quotation mark {found[0]} without a partner."


def _quotations(text: str, sources: Sequence[str]) -> Iterator[str]:
    """Quotations that nobody wrote. Case, marks and spaces do not count; the end may be cut, with an ellipsis."""
    written = [_bare(source) for source in sources]
    for found in _QUOTATION.finditer(text):
        cut = found[1].endswith("…")
        words = re.escape(_bare(found[1].rstrip(" …")))
        whole = re.compile(r"(?<!\w)" + words + ("" if cut else r"(?!\w)"))
        if not any(whole.search(source) for source in written):
            yield f"Nobody wrote what is in quotation marks: {found[0]}"


def _bare(text: str) -> str:
    return " ".join(normalise(clean(text)).text.translate(_UNQUOTED).split())


def _masked(text: str, given: Sequence[str]) -> str:
    """`text` with the lesson's own texts and all quotations replaced, so that only the tutor's own words are left."""
    return _QUOTATION.sub(_STANDS_FOR_TEXT, _without(text, given, _stand_in))


def _stand_in(given: str) -> str:
    return _STANDS_FOR_TEXT + ("." if given.endswith((".", "!", "…", "?")) else "")


def _without(text: str, given: Sequence[str], instead: Callable[[str], str]) -> str:
    for own in sorted(given, key=len, reverse=True):
        text = text.replace(own, instead(own))
    return text
