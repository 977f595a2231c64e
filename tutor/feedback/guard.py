"""Whether words from a model may be shown: every rule again on the finished text, with nothing of the grammar's.

`lawful.faults` says what any feedback must be; what is added here is what only a model gets wrong: giving the answer
away, taking a side, passing verdicts, telling a learner things that are not so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tutor.article.words import words_of
from tutor.dialogue.moves import Challenge, Define, Move, Probe
from tutor.feedback import stance
from tutor.feedback.answer_key import leaked_places, leaked_terms, strange_names
from tutor.feedback.claims import is_confirmed, put_in_mouth, unmet_claims
from tutor.feedback.lawful import faults
from tutor.feedback.quoting import clean
from tutor.feedback.readability import grade
from tutor.feedback.scene import Scene
from tutor.feedback.sources import cited_places, confirmed, focus_of, sentences_at
from tutor.feedback.wording import Wording
from tutor.rubric.copying import article_words
from tutor.rubric.wordlists import FUNCTION
from tutor.rubric.words import is_word, lemma, tokenise

HARDEST = 8.0
"""The highest Flesch-Kincaid grade: what is said about a text should be easier than the text."""

LONGEST = 28
"""The most words of a sentence, where a quotation counts as one. A grade is an average, and hides a single long one."""

SAME = 85.0
"""From this likeness on (rapidfuzz ratio, 0 to 100), statements are the same as earlier ones."""


class Fault(StrEnum):
    """What can be wrong with a model's words."""

    BROKEN = "broken"  # a sentence that stops in its middle
    NONSENSE = "nonsense"  # letters that make no word
    FORM = "form"  # shape, length, quotation marks, characters: see `lawful`
    NUMBER = "number"  # stands in neither article nor reply
    NAME = "name"  # likewise
    KEY = "key"  # a term of the answer that the learner has not used
    PLACE = "place"  # where the answer stands
    SIDE = "side"  # an opinion on the topic, praise or blame of a party
    VERDICT = "verdict"  # right or wrong
    GUSH = "gush"
    REPROACH = "reproach"
    MACHINERY = "machinery"  # rubric, prompt, "the learner", "as an AI"
    UNMET = "unmet"  # says something was shown that was not
    MOUTH = "mouth"  # says the learner said what they did not
    UNCONFIRMED = "unconfirmed"  # passes over what was met
    DRIFT = "drift"  # asks about something else
    REPEATED = "repeated"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong, with the words it is about."""

    fault: Fault
    words: str


_QUOTATION = re.compile(r"“([^“”]*)”")
_DIGITS = re.compile(r"\w*\d[\w.,:]*")
# No sentence ends in these, but one that the grammar made end may.
_BROKEN = re.compile(
    r"\b(?:a|an|the|and|or|but|because|of|to|from|with|into|your|my|our|their|its|very|if|than|while|whose)(?=[.?…])"
)
# "one", "two" and "three" are words like others: "two things are missing".
_PLAIN_NUMBERS = frozenset(["0", "1", "2", "3"])


def flaws(wording: Wording, move: Move, scene: Scene, built_in: Wording) -> tuple[Flaw, ...]:
    """All that is wrong with a model's wording of a move; empty when it may be shown.

    `built_in` is the wording that would be shown instead: nothing in it is news to the learner.
    """
    return tuple(_flaws(_Text(wording, move, scene, built_in)))


class _Text:
    """A wording taken apart. `own` is what the model says in its own words, with quotations and given parts hidden."""

    def __init__(self, wording: Wording, move: Move, scene: Scene, built_in: Wording) -> None:
        self.wording, self.move, self.scene, self.built_in = wording, move, scene, built_in
        self.asks = wording.asking != built_in.asking
        self.statements = wording.say.removesuffix(built_in.kept).strip() if built_in.kept else wording.say
        self.written = f"{self.statements} {wording.asking}" if self.asks else self.statements
        self.quotations = _QUOTATION.findall(self.written)
        self.own = _QUOTATION.sub("\ufffc", self.written)
        self.plain = " ".join(self.own.lower().replace("’", "'").split())

    @cached_property
    def known(self) -> tuple[str, ...]:
        """All that the learner has written, was asked, or would be told by the built-in wording."""
        question = self.scene.question(self.move)
        asked = [question.ask] if question else []
        word = [self.move.word] if isinstance(self.move, Define) else []
        opened = [self.move.open.asking] if isinstance(self.move, Probe | Challenge) else []
        cited = sentences_at(cited_places(self.move, self.scene), self.scene, single=True)
        return (self.scene.wrote, *asked, *opened, *word, *cited, self.built_in.text)

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """Passages of the article that this move shows: facts to speak of, but no licence to give an answer away."""
        return tuple(sentences_at(focus_of(self.move), self.scene))


def _flaws(text: _Text) -> Iterator[Flaw]:
    scene = text.scene
    for told in faults(text.wording, text.move, scene.article.text, scene.wrote):
        yield Flaw(Fault.FORM, told)
    if found := _BROKEN.search(text.plain):
        yield Flaw(Fault.BROKEN, found[0])
    if strange := _no_word(text):
        yield Flaw(Fault.NONSENSE, strange)
    yield from _facts(text)
    yield from _answer(text)
    yield from _attitude(text)
    yield from _towards_the_learner(text)
    if text.asks and not _keeps_to_the_question(text):
        yield Flaw(Fault.DRIFT, text.wording.asking)
    longest = max((len(sentence.split()) for sentence in re.split(r"(?<=[.?!…])\s", text.own)), default=0)
    if (hard := grade(text.own)) > HARDEST or longest > LONGEST:
        yield Flaw(Fault.HARD, f"grade {hard:.1f}, {longest} words in a sentence")


def _no_word(text: _Text) -> str | None:
    """The first word that is none: neither in the dictionary nor in anything the learner has before them."""
    seen = article_words(text.scene.article)
    said = {word.text for source in text.known for word in tokenise(source)}
    words = (word.text for word in tokenise(text.own) if len(word.text) > 2)
    return next(
        (word for word in words if not (word in FUNCTION or word in seen or word in said or is_word(word))), None
    )


def _facts(text: _Text) -> Iterator[Flaw]:
    """Numbers and names that nobody gave."""
    numbers = {word.word for source in (*text.known, *text.shown) for word in words_of(clean(source)) if word.number}
    tokens = {found.rstrip(".,:") for source in (*text.known, *text.shown) for found in _DIGITS.findall(source)}
    in_article = {word.word for word in words_of(text.scene.article.text) if word.number}
    places = {str(sentence.address) for sentence in text.scene.article.sentences}
    places |= {f"p{block.number}" for block in text.scene.article.paragraphs}
    for word in words_of(text.own):
        if word.number and word.word not in numbers | _PLAIN_NUMBERS:
            # In the article, but not brought up by anybody: that is for the learner to find.
            yield Flaw(Fault.KEY if word.word in in_article else Fault.NUMBER, word.word)
    for found in _DIGITS.findall(text.own):
        token = found.rstrip(".,:")
        if not token[0].isdigit() and token not in tokens | places:
            yield Flaw(Fault.NUMBER, token)
    for name in strange_names(text.own, (*text.known, *text.shown), text.scene.article):
        yield Flaw(Fault.NAME, name)


def _answer(text: _Text) -> Iterator[Flaw]:
    """What gives away the answer to the question that is open after this move."""
    question = text.scene.key_of(text.move)
    if question is None:
        return
    for phrase in leaked_terms(text.written, question, text.known):
        yield Flaw(Fault.KEY, phrase)
    for place in leaked_places(text.written, question, text.scene.article, text.known):
        yield Flaw(Fault.PLACE, place)


def _attitude(text: _Text) -> Iterator[Flaw]:
    """Sides taken, verdicts passed, tones that are not the tutor's."""
    for fault, listed in (
        (Fault.SIDE, stance.SIDES),
        (Fault.SIDE, stance.ACCUSATION),
        (Fault.VERDICT, stance.VERDICTS),
        (Fault.GUSH, stance.GUSH),
        (Fault.REPROACH, stance.REPROACH),
        (Fault.MACHINERY, stance.MACHINERY),
    ):
        if found := listed.search(text.plain):
            yield Flaw(fault, found[0])
    if loaded := next((word.text for word in tokenise(text.own) if word.text in stance.loaded()), None):
        yield Flaw(Fault.SIDE, loaded)
    if "!" in text.own:
        yield Flaw(Fault.GUSH, "!")


def _towards_the_learner(text: _Text) -> Iterator[Flaw]:
    """Whether what it says of the learner's work is so, and new."""
    confirm = confirmed(text.move)
    findings = text.scene.findings
    if isinstance(text.move, Probe):
        findings = (*findings, text.move.finding)
    for claim in unmet_claims(text.own, findings, confirm):
        yield Flaw(Fault.UNMET, claim)
    for claim in put_in_mouth(text.own, (*text.known, *text.shown)):
        yield Flaw(Fault.MOUTH, claim)
    if not is_confirmed(text.own, text.quotations, confirm):
        yield Flaw(Fault.UNCONFIRMED, confirm[0].quote)
    if earlier := next((said for said in text.scene.said if _alike(text.statements, said)), None):
        yield Flaw(Fault.REPEATED, earlier)


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz, utils  # here, as in `rubric`: not before words are checked

    return bool(fuzz.ratio(one, other, processor=utils.default_process) >= SAME)


def _keeps_to_the_question(text: _Text) -> bool:
    """Whether a question of the model's own shares a content word with the one it was given, or two with the lesson's.

    What the learner is asked is what the next reply is judged by.
    """
    question = text.scene.question(text.move)
    asked, offered = _content(text.wording.asking), _content(text.built_in.asking)
    return not offered or bool(asked & offered) or bool(question and len(asked & _content(question.ask)) > 1)


def _content(text: str) -> frozenset[str]:
    return frozenset(lemma(word.text) for word in tokenise(text) if word.text not in FUNCTION)
