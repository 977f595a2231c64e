"""A proposed question, and the pieces that all makers of them use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tutor.article import Address, Article, Sentence, Span
from tutor.article.closed import AND, AUXILIARIES, DETERMINERS, LINKS, PREPOSITIONS
from tutor.lesson.kinds import Kind

Table = Mapping[str, Any]

# A quotation in a question: long enough to be told from others, short enough to be read at a glance.
_MOST_WORDS = 18
_LEAST_WORDS = 4
# Where a long one may be cut: after a sentence, else at a sign, or else before a word that begins something new.
_END = re.compile(r"(?<=[a-z\d][.!])\s(?=[A-Z])")
_SIGN = re.compile(r"(?<=[,;:–—])\s|\s(?=[–—])")
_NEW = re.compile(r"\s(?=(?:and|but|or|that|which|who|because|when|while|if|from|in|for|with|on|at|to|as|by)\s)")
_DANGLING = DETERMINERS | PREPOSITIONS | AUXILIARIES | LINKS | AND
# What would end the question early, or open a quotation within one.
_UNFIT = re.compile(r"[?\"“”„«»_\[\]]")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question as a lesson file has it (`question`, without its id), and why it is proposed.

    `because` is the sentence that led to it, `why` says how, for the teacher. `weight` orders proposals of one kind:
    the higher, the better. `concepts` are the groups of phrases that its criteria name. An `open` one asks what any
    honest try answers: it comes of what the analysis only suspects, or of nothing but the article as a whole.
    """

    kind: Kind
    because: Sentence
    why: str
    weight: float
    question: Table
    concepts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    open: bool = False

    @property
    def place(self) -> Address:
        """Where the sentence stands."""
        return self.because.address


def criterion(name: str, aim: str, check: str, probe: str | Sequence[str], **keys: Any) -> Table:
    """A criterion; `aim` is what a learner reads under a reply, `sources` stands for `from`, which Python keeps."""
    table = {"id": name, "aim": aim, "check": check, **keys}
    if "sources" in table:
        table["from"] = table.pop("sources")
    table["probe"] = probe if isinstance(probe, str) else list(probe)
    return table


def hints(*rungs: str | tuple[str, Sequence[str]]) -> list[Table]:
    """The hint ladder: a text, or a text and what to highlight."""
    return [{"say": rung} if isinstance(rung, str) else {"say": rung[0], "show": list(rung[1])} for rung in rungs]


def sample(answer: str, expect: str | Mapping[str, str], *misconceptions: str) -> Table:
    """A sample answer and what must come of it."""
    table: dict[str, Any] = {"answer": answer, "expect": dict(expect) if isinstance(expect, Mapping) else expect}
    if misconceptions:
        table["misconceptions"] = list(misconceptions)
    return table


def in_words(address: Address) -> str:
    """An address as a question says it."""
    return f"sentence {address.sentence} of paragraph {address.paragraph}"


def excerpt(article: Article, span: Span) -> str:
    """The beginning of a stretch of the article, fit to stand in quotation marks; "" where there is no such.

    A long one is cut after a sentence, or else after a comma or before a word such as "which", with an ellipsis; one
    that has quotation marks in it has no beginning that would not mislead, and gives "".
    """
    text = " ".join(span.of(article.text).split()).strip(" “”\"'’‘„«»").removeprefix("that ").strip(" ,;:–—")
    if _UNFIT.search(text):
        return ""
    if len(text.split()) > _MOST_WORDS:
        text = _shortened(text)
    text = text.rstrip(" .,;:–—!’'")
    return text if len(text.split()) >= _LEAST_WORDS else ""


def _shortened(text: str) -> str:
    """The longest beginning that is a sentence, else one with a verb that can be told, else any."""
    if ended := _heads(text, _END):
        return ended[-1]
    heads = [*_heads(text, _NEW), *_heads(text, _SIGN)]
    telling = [head for head in heads if AUXILIARIES & set(head.casefold().replace(",", "").split())]
    return f"{(telling or heads)[-1]} …" if heads else ""


def _heads(text: str, where: re.Pattern[str]) -> list[str]:
    heads = (text[: match.start()].rstrip(" ,;:–—") for match in where.finditer(text))
    fit = (head for head in heads if _LEAST_WORDS <= len(head.split()) <= _MOST_WORDS)
    return [head for head in fit if head.split()[-1].casefold() not in _DANGLING]
