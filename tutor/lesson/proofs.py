"""The proof that nothing cheap passes: replies without a thought of the learner's must not meet a question.

A reply passes when every criterion that is asked for is met and no misconception shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tutor.article import Article
from tutor.lesson.judging import Judge
from tutor.lesson.load import LoadedLesson
from tutor.lesson.model import Lesson, Question
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, quoted
from tutor.lesson.rules import Rule
from tutor.lesson.told import aims, challenges, hints, probes
from tutor.rubric.model import Verdict


@dataclass(frozen=True, slots=True)
class CheapReply:
    """A reply that must not pass: what it is, and where in the lesson file to put that right."""

    rule: Rule
    path: KeyPath
    what: str
    text: str


def check_proofs(loaded: LoadedLesson, judge: Judge | None = None) -> Iterator[Fault]:
    """A fault for every cheap reply that passes; `judge` as in `check_samples`."""
    judge = judge or Judge()
    for number, question in enumerate(loaded.lesson.questions):
        verdicts = judge.on(question, loaded.article)
        for reply in cheap_replies(loaded.lesson, number, loaded.article):
            if verdicts.passes(reply.text):
                what = f"{reply.what} passes as an answer to {quoted(question.id)}"
                yield Fault(reply.rule, reply.path, what, _ADVICE[reply.rule])


def cheap_replies(lesson: Lesson, number: int, article: Article) -> Iterator[CheapReply]:
    """What must not pass as an answer to the question of that number, counted from 0; each text once."""
    seen: set[str] = set()
    for reply in _replies(lesson, number, article):
        if reply.text not in seen:
            seen.add(reply.text)
            yield reply


def terms(question: Question) -> Iterator[str]:
    """The phrases that the criteria look for, as the lesson has them, each once."""
    concepts = [concept for criterion in question.criteria for concept in criterion.test.concepts()]
    return iter(dict.fromkeys(phrase for concept in concepts for phrase in question.vocabulary.texts(concept)))


def _replies(lesson: Lesson, number: int, article: Article) -> Iterator[CheapReply]:
    question, path = lesson.questions[number], ("questions", number)
    ask: KeyPath = (*path, "ask")
    yield CheapReply(Rule.PASSES_EMPTY, ask, "an empty reply", "")
    yield CheapReply(Rule.PASSES_QUESTION, ask, "the question itself", question.ask)
    yield CheapReply(Rule.PASSES_ARTICLE, ask, "the whole article, pasted in,", article.text)
    yield CheapReply(
        Rule.PASSES_TERMS, (*path, "criteria"), "the bare list of the terms looked for", _bare_list(question)
    )
    for place, text in hints(path, question):
        yield CheapReply(Rule.PASSES_HINT, place, "this hint, said back,", text)
    for place, text in probes(path, question):
        yield CheapReply(Rule.PASSES_PROBE, place, "this probe, said back,", text)
    for place, text in challenges(path, question):
        yield CheapReply(Rule.PASSES_CHALLENGE, place, "this challenge, said back,", text)
    for place, text in aims(path, question):
        yield CheapReply(Rule.PASSES_AIM, place, "this aim, said back,", text)
    for other in lesson.questions:
        for sample in other.samples if other is not question else ():
            if sample.expect is Verdict.MET:
                what = f"a full answer to {quoted(other.id)}, {quoted(sample.answer)},"
                yield CheapReply(Rule.PASSES_OTHER, (*path, "criteria"), what, sample.answer)


def _bare_list(question: Question) -> str:
    """The terms as somebody would list them: in plain words, with the signs of the phrase language written out."""
    from tutor.rubric.phrases import plain

    return ", ".join(dict.fromkeys(next(plain(phrase), phrase) for phrase in terms(question)))


_OWN = "Ask for more than the words: a reason, a sentence cited, or so much in the learner's own words."
_ADVICE: Mapping[Rule, str] = {
    Rule.PASSES_EMPTY: _OWN,
    Rule.PASSES_QUESTION: 'Ask for something the question does not say, or add a criterion with check = "own_words".',
    Rule.PASSES_ARTICLE: 'Add a criterion with check = "own_words", so that a copy is not enough.',
    Rule.PASSES_TERMS: _OWN,
    Rule.PASSES_HINT: "Let it point the way and leave the answer out, or ask for more in the criteria.",
    Rule.PASSES_PROBE: "Let it point the way and leave the answer out, or ask for more in the criteria.",
    Rule.PASSES_CHALLENGE: "Let it point the way and leave the answer out, or ask for more in the criteria.",
    Rule.PASSES_AIM: "Let it say what kind of thing is wanted, or ask for more in the criteria.",
    Rule.PASSES_OTHER: "The criteria are too loose: let one of them look for what only this question is about.",
}
