"""The verbs and nouns that report, by each of their forms, with the ways in which what they report stands with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from tutor.article.inflections import plural
from tutor.article.reporting import lists


class Frame(Enum):
    """How what is reported stands with the verb."""

    QUOTED = "q"  # a quotation beside it: "she asked, “Why?”"
    THAT = "t"  # a clause with "that": "she knows that it is late"
    CLAUSE = "z"  # a clause without it: "she said it was late"
    QUESTION = "w"  # a clause with "why", "how", "whether": "she explained why it was late"
    INFINITIVE = "i"  # "she refuses to go"
    AS = "s"  # "she sees the plan as a threat"
    OBJECT = "o"  # what is judged, quoted or asked for: "she praised the plan"
    URGED = "u"  # somebody and an infinitive: "she urged them to go"
    LISTENER = "l"  # somebody is told before it is said what: "she told reporters that it was late"
    AFTER = "a"  # it may come after what is said: "it was late, she said"


class Manner(Enum):
    """What is reported: words, a thought, a judgement on something, or a wish and what somebody means to do."""

    SPEECH = "speech"
    THOUGHT = "thought"
    JUDGEMENT = "judgement"
    WISH = "wish"


class Form(Enum):
    """The form in which a verb stands."""

    BASE = "base"
    S = "s"
    PAST = "past"
    PARTICIPLE = "participle"
    EITHER = "past or participle"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Reporter:
    """A verb that may report: by which frames and with which words after it, and what it is then that it reports."""

    lemma: str
    frames: Mapping[Frame, Manner]
    particles: Mapping[str, Manner]


def inflected(lemma: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb, by the rules of spelling and the table of those that follow none."""
    yield lemma, Form.BASE
    yield {"have": "has", "go": "goes"}.get(lemma) or plural(lemma), Form.S
    soft = lemma.endswith("y") and lemma[-2:-1] not in "aeiou"
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    if forms := _IRREGULAR.get(lemma):
        if len(forms) > 1:
            yield forms[0], Form.PAST
        yield forms[-1], Form.PARTICIPLE if len(forms) > 1 else Form.EITHER
    elif lemma.endswith("e"):
        yield lemma + "d", Form.EITHER
    else:
        yield (lemma[:-1] + "ied" if soft else stem + "ed"), Form.EITHER
    if lemma.endswith("ie"):
        yield lemma[:-2] + "ying", Form.ING
    else:
        yield (lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe")) else stem) + "ing", Form.ING


def _under(text: str) -> Iterator[tuple[list[str], str]]:
    """The lines of a list, each with the words of the heading that it stands under."""
    heading: list[str] = []
    for line in text.strip().splitlines():
        if line.startswith(" "):
            yield heading, line.strip()
        else:
            heading = line.split()


def _reporters() -> dict[str, Reporter]:
    frames: dict[str, dict[Frame, Manner]] = {}
    particles: dict[str, dict[str, Manner]] = {}
    for (manner, letters), line in _under(lists.VERBS):
        for lemma in line.split():
            for letter in letters:
                frames.setdefault(lemma, {}).setdefault(Frame(letter), Manner(manner))
    for (manner,), line in _under(lists.PARTICLES):
        for phrase in line.split("; "):
            lemma, words = phrase.split()
            for word in words.split("/"):
                particles.setdefault(lemma, {}).setdefault(word, Manner(manner))
    lemmas = dict.fromkeys((*frames, *particles))
    return {lemma: Reporter(lemma, frames.get(lemma, {}), particles.get(lemma, {})) for lemma in lemmas}


_IRREGULAR = {
    words.split()[0]: words.split()[1:] for line in lists.IRREGULAR.strip().splitlines() for words in line.split("; ")
}
_DOUBLED = frozenset(lists.DOUBLED.split())

# Each form of each verb that reports: the verb and the form.
VERBS = {form: (reporter, kind) for reporter in _reporters().values() for form, kind in inflected(reporter.lemma)}
# Each form of each noun of saying.
NOUNS = {
    form: Manner(manner)
    for (manner,), line in _under(lists.NOUNS)
    for noun in line.split()
    for form in (noun, plural(noun))
}
CLAIMS = frozenset(form for noun in lists.CLAIMS.split() for form in (noun, plural(noun)))
CARRIERS = frozenset(form for verb in lists.CARRIERS.split() for form, _ in inflected(verb))
SEEMING = frozenset(lists.SEEMING.split())
STANCES = frozenset(lists.STANCES.split())
STANCE_LINKS = frozenset(lists.STANCE_LINKS.split())
VIEWS = frozenset(lists.VIEWS.split())
PAPERS = frozenset(lists.PAPERS.split())
ENTERING = frozenset(form for verb in lists.ENTERING.split() for form, _ in inflected(verb))
HEARSAY = frozenset(lists.HEARSAY.split())
DOUBTFUL = frozenset(lists.DOUBTFUL.split())
