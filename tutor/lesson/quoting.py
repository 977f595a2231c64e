"""Words in quotation marks that do not, or no longer, stand in the article. For `tutor check`: it reads the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.article import Article, Sentence, quotations
from tutor.lesson.model import Lesson
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, Severity, quoted
from tutor.lesson.rules import Rule
from tutor.lesson.told import told
from tutor.rubric.model import Verdict

# As the article has it but for punctuation, case and the style of its marks (see `article.align`).
AS_WRITTEN = 99.0
# Shorter ones are words spoken of, or terms of ours, as often as quotations; only in the question itself they count.
LEAST_WORDS = 3
# Of 100: what is less alike has no sentence worth naming. Own figure, on sentences with a third of their words changed.
LEAST_LIKE = 55.0

# A sentence for the learner to complete is no quotation: "The writer says … because ___".
_GAP = re.compile(r"…|\.\.\.|_{2,}")


def check_quotations(lesson: Lesson, article: Article) -> Iterator[Fault]:
    """Faults in what the tutor and the samples that are to be met quote.

    What is nearly in the article, but not so, is an error where the tutor says it, as learners are sent to look for
    it. What is nowhere near is a warning: it may be a saying, or somebody's imagined words.
    """
    if lesson.reading:
        yield from _quoted_in(("reading", "purpose"), lesson.reading.purpose, article)
    for number, question in enumerate(lesson.questions):
        path = ("questions", number)
        labels = any(criterion.test.check == "labels" for criterion in question.criteria)  # 'is it "fact" or …'
        for place, text in told(path, question):
            least = 1 if place[-1] == "ask" and not labels else LEAST_WORDS
            yield from _quoted_in(place, text, article, least=least)
        for at, sample in enumerate(question.samples):
            if sample.expect is Verdict.MET:
                place = (*path, "samples", at, "answer")
                yield from _quoted_in(place, sample.answer, article, severity=Severity.WARNING)


def _quoted_in(
    path: KeyPath, text: str, article: Article, *, least: int = LEAST_WORDS, severity: Severity = Severity.ERROR
) -> Iterator[Fault]:
    from tutor.article.align import Manner, align, in_heading

    for span in quotations(text):
        passage = span.of(text)
        if len(passage.split()) < least or _GAP.search(passage):
            continue
        found = align(passage, article)
        if found and found.manner is not Manner.ALTERED and found.score >= AS_WRITTEN:
            continue
        if in_heading(passage, article):
            continue
        if found:
            sentence = next(s for s in article.sentences if s.address == found.address)
            what = f"the article does not say {quoted(passage)} in these words"
            yield Fault(Rule.QUOTATION, path, what, _nearest_is(sentence, article), severity)
        else:
            near = nearest_sentence(passage, article)
            what = f"{quoted(passage)} stands nowhere in the article"
            advice = _nearest_is(near, article) if near else "Quote the article, or leave the quotation marks out."
            yield Fault(Rule.QUOTATION, path, what, advice, Severity.WARNING)


def nearest_sentence(passage: str, article: Article) -> Sentence | None:
    """The sentence of the article that is most like a passage; None when none is."""
    from rapidfuzz import fuzz, process, utils

    texts = {sentence: article.words_of(sentence) for sentence in article.sentences}
    best = process.extractOne(
        passage, texts, scorer=fuzz.token_set_ratio, processor=utils.default_process, score_cutoff=LEAST_LIKE
    )
    return best[2] if best else None


def _nearest_is(sentence: Sentence, article: Article) -> str:
    words = article.words_of(sentence).rstrip(".”")
    return f"The nearest sentence is {sentence.address}: {quoted(words)}. Quote it as it stands."
