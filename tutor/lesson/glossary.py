"""Words of the glossary that nobody meets. For `tutor check`: it needs the dictionary."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.article import Article
from tutor.lesson.model import Lesson
from tutor.lesson.problems import Fault, Severity, Spot, quoted
from tutor.lesson.rules import Rule
from tutor.lesson.told import told


def check_glossary(lesson: Lesson, article: Article) -> Iterator[Fault]:
    """A warning for every word that stands neither in the article nor in a question, probe, challenge or hint."""
    if not lesson.glossary:
        return
    said = [text for number, question in enumerate(lesson.questions) for _, text in told((number,), question)]
    met = [_words(text) for text in (article.text, *said)]
    for entry in lesson.glossary:
        if not any(_words(entry) in words for words in met):
            what = f"{quoted(entry)} stands neither in the article nor in what is asked about it"
            advice = "Write it as the article has it, or take it out of [glossary]."
            yield Fault(Rule.UNUSED_WORD, ("glossary", entry), what, advice, Severity.WARNING, Spot.KEY)


def _words(text: str) -> str:
    """The dictionary forms of a text's words, with a space on either side of each."""
    from tutor.rubric.words import lemma, tokenise

    return f" {' '.join(lemma(word.text) for word in tokenise(text))} "
