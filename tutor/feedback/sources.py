"""What a feedback may quote, and which numbers it may name: closed lists, so that nothing is ever made up.

Quotations come from what the learner wrote, and from the article only where the learner, or the move, already points:
to quote the sentence that a question is after would be to answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tutor.article import Reference, citations
from tutor.dialogue.moves import Challenge, Close, Define, Hint, Move, Probe, Redirect
from tutor.feedback.quoting import clean, quoted
from tutor.feedback.scene import Scene
from tutor.feedback.wording import Wording
from tutor.rubric.model import Aspect, Finding, Verdict
from tutor.rubric.wordlists import FUNCTION
from tutor.rubric.words import tokenise

MOST_SPANS = 40
"""How many quotations a grammar may offer: more cost time to compile, and no model needs them."""

MOST_NUMBERS = 40

SPAN_WORDS = 12
"""Words of the longest quotation."""

# Single words of a reply that are worth quoting: the longest ones.
_SINGLE_WORDS = 8
_CLAUSE = re.compile(r"[,;:()\n–—]|\s-\s|\b(?:but|because|so|while|although)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_NUMBER = re.compile(r"(?<![\w.,])[a-z]?\w*\d\w*(?:[.,:]\d+)*(?:-\w*\d\w*)?", re.IGNORECASE)
_POINTS = (Aspect.CITED, Aspect.QUOTED, Aspect.PARAPHRASED)


def confirmed(move: Move) -> tuple[Finding, ...]:
    """What a move confirms."""
    match move:
        case Probe() | Challenge() | Hint() | Close():
            return move.confirm
        case _:
            return ()


def cited_places(move: Move, scene: Scene) -> tuple[Reference, ...]:
    """The places that the learner gave, or that what is confirmed rests on, as far as the article has them."""
    texts = (*scene.replies, scene.reply)
    met = [f for f in confirmed(move) if f.verdict is Verdict.MET and f.judgement.aspect in _POINTS]
    places = [reference for text in texts for _, reference in citations(text)]
    places += [reference for finding in met for reference in finding.judgement.references]
    return tuple(dict.fromkeys(place for place in places if scene.article.has(place)))


def focus_of(move: Move) -> tuple[Reference, ...]:
    """The places that a move shows as it answers what the learner wants to know."""
    return move.focus if isinstance(move, Redirect | Define) else ()


def sentences_at(places: Iterable[Reference], scene: Scene, *, single: bool = False) -> list[str]:
    """The sentences at these places, as written; with `single` only where a place is one sentence."""
    chosen = [place for place in places if not single or (place.first.sentence and place.first == place.last)]
    return [scene.article.words_of(sentence) for place in chosen for sentence in scene.article.at(place)]


def spans_for(move: Move, scene: Scene) -> tuple[str, ...]:
    """Quotations, with their marks, that the words of a move may have; what cannot be quoted safely is left out."""
    spans = (span for text, words in _passages(move, scene) if (span := quoted(text, words)) is not None)
    return tuple(dict.fromkeys(spans))[:MOST_SPANS]


def numbers_for(move: Move, scene: Scene, built_in: Wording) -> tuple[str, ...]:
    """Numbers and addresses, as written, that the words of a move may have outside quotations."""
    question = scene.question(move)
    texts = [scene.wrote, question.ask if question else "", built_in.asking, built_in.kept]
    texts += sentences_at(focus_of(move), scene)
    found = (number for text in texts for number in _NUMBER.findall(clean(text)))
    places = (str(place) for place in (*cited_places(move, scene), *focus_of(move)))
    return tuple(number for number in dict.fromkeys((*places, *found)) if len(number) <= 20)[:MOST_NUMBERS]


def _passages(move: Move, scene: Scene) -> Iterator[tuple[str, int]]:
    """Texts worth quoting, each with the most words of it, the most telling first."""
    there = list(confirmed(move))
    if isinstance(move, Probe | Challenge):
        there.append(move.finding)
    if isinstance(move, Define):
        yield move.word, 4
    for words in (SPAN_WORDS, 6):
        yield from ((finding.quote, words) for finding in there)
    latest = [text for text in dict.fromkeys((scene.reply, *reversed(scene.replies))) if text]
    for reply in latest[:1]:
        yield from _parts(reply)
        yield from ((word, 1) for word in _long_words(reply))
    for sentence in sentences_at((*cited_places(move, scene), *focus_of(move)), scene, single=True):
        yield sentence, SPAN_WORDS
        yield from ((clause, SPAN_WORDS) for clause in _CLAUSE.split(sentence) if len(clause.split()) > 1)
    for reply in latest[1:]:
        yield from _parts(reply)


def _parts(reply: str) -> Iterator[tuple[str, int]]:
    for sentence in _SENTENCE.split(reply[:2000]):
        yield sentence, SPAN_WORDS
        for clause in _CLAUSE.split(sentence):
            if len(clause.split()) > 1:
                yield clause, SPAN_WORDS


def _long_words(reply: str) -> list[str]:
    words = dict.fromkeys(reply[word.span.start : word.span.end] for word in tokenise(reply[:2000]))
    telling = [word for word in words if word.lower() not in FUNCTION and len(word) > 3]
    return sorted(telling, key=len, reverse=True)[:_SINGLE_WORDS]
