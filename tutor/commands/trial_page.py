"""What `tutor try` prints: plain text that can be read aloud, with «marks» around the words that count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tutor.article import Article, Span
from tutor.article.text import printable
from tutor.lesson.load import LoadedLesson
from tutor.lesson.model import Question
from tutor.rubric.model import Effort, Finding
from tutor.rubric.scoring import score_of
from tutor.session.trying import Trial

_EFFORT = {
    Effort.EMPTY: "nothing",
    Effort.GIBBERISH: "gibberish",
    Effort.PLACEHOLDER: "a placeholder",
    Effort.REPEAT: "the same reply again",
    Effort.QUESTION_PASTED: "the question pasted back",
    Effort.ARTICLE_PASTED: "a piece of the article pasted",
    Effort.KEYWORDS: "a bare list of terms",
    Effort.HELP: "a call for help",
    Effort.DEMAND: "a demand for the answer",
    Effort.OWN_QUESTION: "a question of the learner's own",
}


def about_questions(loaded: LoadedLesson) -> str:
    """The questions of a lesson, to choose from."""
    lines = [f"{number}. {q.id}: {q.ask}" for number, q in enumerate(loaded.lesson.questions, start=1)]
    return printable("\n".join(["Which question? Type /question and its id or number.", *lines]))


def about_question(loaded: LoadedLesson, number: int) -> str:
    """One question, its place from 0."""
    question = loaded.lesson.questions[number]
    return printable(f"Question {number + 1} of {len(loaded.lesson.questions)}, {question.id}: {question.ask}")


def about_trial(trial: Trial, question: Question, article: Article) -> str:
    """All that comes of a reply."""
    return printable("\n".join(_lines(trial, question, article)))


def _lines(trial: Trial, question: Question, article: Article) -> Iterator[str]:
    assessment = trial.assessment
    findings = (*assessment.findings, *assessment.misconceptions)
    yield f"Reply: {_marked(trial.reply, [span for finding in findings for span in finding.judgement.spans])}"
    if not assessment.effort.is_answer:
        yield f"Taken for {_EFFORT[assessment.effort]} ({assessment.effort}), which meets nothing."
    else:
        for finding in assessment.findings:
            optional = " (optional)" if finding.optional else ""
            yield f"  {finding.criterion}{optional}: {finding.verdict}. {_because(finding, trial.reply, article)}"
        for finding in assessment.misconceptions:
            yield f"  misconception {finding.criterion}: shown. {_because(finding, trial.reply, article)}"
        yield f"As a whole: {assessment.overall}."
        if question.scoring:
            score = score_of(assessment, question.scoring)
            yield f"Level {score.level}, with {score.points:g} points."
    yield f"The tutor would {trial.move}:"
    yield f"  {trial.says}"


def _because(finding: Finding, reply: str, article: Article) -> str:
    judgement = finding.judgement
    parts = [f"{judgement.reason[:1].upper()}{judgement.reason[1:].rstrip('.')}."]
    if judgement.spans:
        parts.append(f"In the reply: {_quotes(reply, judgement.spans)}.")
    if judgement.article:
        places = [str(s.address) for span in judgement.article for s in article.sentences_in(span)]
        parts.append(f"In the article: {', '.join(dict.fromkeys(places))}.")
    return " ".join(parts)


def _quotes(text: str, spans: Iterable[Span]) -> str:
    return ", ".join(dict.fromkeys(f"“{' '.join(span.of(text).split())}”" for span in spans))


def _marked(text: str, spans: Iterable[Span]) -> str:
    """The text with «» around the stretches that the spans cover; spans that touch or overlap are one."""
    pieces, at = [], 0
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    for span in joined:
        pieces += [text[at : span.start], "«", span.of(text), "»"]
        at = span.end
    return "".join([*pieces, text[at:]])
