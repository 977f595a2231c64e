"""A proposed question, and the pieces that all makers of them use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tutor.article import Address, Article, Sentence, Span
from tutor.article.closed import AND, AUXILIARIES, DETERMINERS, LINKS, PREPOSITIONS
from tutor.lesson.kinds import Kind

Table = Mapping[str, Any]
Probe = str | Sequence[str]
Rung = str | tuple[str, Sequence[str]]
"""A rung of the hint ladder: a text, or a text and what to highlight."""

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
class Criterion:
    """A criterion as a lesson file has it, and the concepts that it names: groups of phrases."""

    table: Table
    concepts: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Its id."""
        return str(self.table["id"])


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question that may be asked, and why it is proposed.

    `because` is the sentence that led to it and, unless it is about the `whole`, the one that it is about; `why` says
    how it led there, for the teacher. `weight` orders proposals of one kind: the higher, the better. An `open` one asks
    what any honest try answers: it comes of what the analysis only suspects, or of nothing but the article as a whole.
    """

    kind: Kind
    because: Sentence
    why: str
    ask: str
    criteria: Sequence[Criterion]
    hints: Sequence[Rung]
    samples: Sequence[Table]
    misconceptions: Sequence[Table] = ()
    weight: float = 1.0
    whole: bool = False
    open: bool = False

    @property
    def place(self) -> Address:
        """Where the sentence stands."""
        return self.because.address

    @property
    def concepts(self) -> Mapping[str, Sequence[str]]:
        """The groups of phrases that its criteria name."""
        return {name: phrases for one in self.criteria for name, phrases in one.concepts.items()}

    @property
    def question(self) -> Table:
        """The question as a lesson file has it, without its id."""
        about = {} if self.whole else {"about": [str(self.place)]}
        return {
            "kind": str(self.kind),
            "ask": self.ask,
            **about,
            "criteria": [one.table for one in self.criteria],
            "misconceptions": self.misconceptions,
            "hints": [
                {"say": rung} if isinstance(rung, str) else {"say": rung[0], "show": rung[1]} for rung in self.hints
            ],
            "samples": self.samples,
        }


def criterion(name: str, aim: str, check: str, probe: Probe, **keys: Any) -> Criterion:
    """Any criterion; `aim` is what a learner reads under a reply."""
    asked = probe if isinstance(probe, str) else list(probe)
    return Criterion({"id": name, "aim": aim, "check": check, **keys, "probe": asked})


def mentions(
    name: str, aim: str, probe: Probe, concepts: Mapping[str, Sequence[str]], *, denied: bool = False
) -> Criterion:
    """Any phrase of these concepts meets it; with `denied`, also one that is said not to be so."""
    keys = {"denied": True} if denied else {}
    return replace(criterion(name, aim, "mentions", probe, any_of=list(concepts), **keys), concepts=concepts)


def cites(name: str, aim: str, probe: Probe, places: Sequence[str], **keys: int) -> Criterion:
    """Citing one of these places meets it, or as many as `at_least` says."""
    return criterion(name, aim, "cites", probe, **keys, **{"from": places})


def length(name: str, aim: str, probe: Probe, words: int) -> Criterion:
    """So many words meet it."""
    return criterion(name, aim, "length", probe, words=words)


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
