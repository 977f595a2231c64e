"""A lesson's samples, tried: does each answer get the verdicts that the teacher expects of it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tutor.lesson.judging import Judge
from tutor.lesson.load import LoadedLesson
from tutor.lesson.model import Lesson, Question, Sample
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, Problem, Severity, placed, quoted
from tutor.lesson.rules import Rule
from tutor.rubric.model import Assessment, Verdict


@dataclass(frozen=True, slots=True)
class SampleResult:
    """One sample of one question, assessed. `number` counts the question's samples from 1.

    `problems` has one problem for each expectation that is not met, at its place in the lesson file.
    """

    question: str
    number: int
    sample: Sample
    assessment: Assessment
    problems: tuple[Problem, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether all came out as expected."""
        return not self.problems


def check_samples(loaded: LoadedLesson, judge: Judge | None = None) -> tuple[SampleResult, ...]:
    """Assess every sample of every question, each as a first reply, in the order of the file.

    `judge` is one that has judged this lesson before, and may remember most.
    """
    judge = judge or Judge()
    results = []
    for index, question in enumerate(loaded.lesson.questions):
        verdicts = judge.on(question, loaded.article)
        for number, sample in enumerate(question.samples):
            assessment = verdicts.assessment(sample.answer)
            faults = _faults(("questions", index, "samples", number), question, sample, assessment)
            problems = placed(faults, loaded.path, loaded.text)
            results.append(SampleResult(question.id, number + 1, sample, assessment, problems))
    return tuple(results)


def check_untried(lesson: Lesson) -> Iterator[Fault]:
    """A warning for every question and every misconception that no sample tries."""
    for number, question in enumerate(lesson.questions):
        path = ("questions", number)
        if not any(_is_full(sample, question) for sample in question.samples):
            what = f"no sample of {quoted(question.id)} is a full answer"
            advice = 'Add one as a learner might type it, with expect = "met": it shows that a good answer passes.'
            yield Fault(Rule.UNTRIED, (*path, "id"), what, advice, Severity.WARNING)
        shown = {name for sample in question.samples for name in sample.misconceptions}
        for at, misconception in enumerate(question.misconceptions):
            if misconception.id not in shown:
                what = f"no sample shows the misconception {quoted(misconception.id)}"
                advice = f'Add one that takes this wrong turn, with misconceptions = ["{misconception.id}"].'
                yield Fault(Rule.UNTRIED, (*path, "misconceptions", at, "id"), what, advice, Severity.WARNING)


def _is_full(sample: Sample, question: Question) -> bool:
    """Whether a sample expects all to be met that is asked for."""
    if not isinstance(sample.expect, dict):
        return sample.expect is Verdict.MET
    asked = [criterion.id for criterion in question.criteria if not criterion.optional]
    return all(sample.expect.get(name) is Verdict.MET for name in asked) and not sample.misconceptions


def _faults(path: KeyPath, question: Question, sample: Sample, assessment: Assessment) -> Iterator[Fault]:
    if assessment.effort is not sample.effort:
        # What is no answer meets nothing, so that all else follows from this.
        what = f"this answer is taken for {quoted(assessment.effort)}, not for {quoted(sample.effort)}"
        advice = f'If that is right, write effort = "{assessment.effort}"; if not, change the answer.'
        yield Fault(Rule.SAMPLE, (*path, "effort"), what, f"{advice} {_answer(sample)}")
        return
    reasons = {finding.criterion: finding.judgement.reason.rstrip(".") for finding in assessment.findings}
    verdicts = assessment.verdicts
    shown, expected = {finding.criterion for finding in assessment.misconceptions}, {*sample.misconceptions}
    if isinstance(sample.expect, dict):
        for name, verdict in sample.expect.items():
            if verdicts[name] is not verdict:
                what = f"the criterion {quoted(name)} is {verdicts[name]} for this answer, not {verdict}"
                way = "Widen" if verdict.rank > verdicts[name].rank else "Narrow"
                advice = f'Why: {reasons[name]}. {way} what it looks for, or expect "{verdicts[name]}".'
                yield Fault(Rule.SAMPLE, (*path, "expect", name), what, f"{advice} {_answer(sample)}")
    elif assessment.overall is not sample.expect:
        # What decides: the criteria that hold the answer back or, when too much is met, those that are met.
        wanted = sample.expect.rank > assessment.overall.rank
        asked = [criterion.id for criterion in question.criteria if not criterion.optional] or list(verdicts)
        deciding = [name for name in asked if (verdicts[name] is not Verdict.MET if wanted else verdicts[name].rank)]
        because = " ".join(f"{verdicts[name].capitalize()}: {name} ({reasons[name]})." for name in deciding)
        way = "Widen what the criteria look for" if wanted else "Ask for more"
        if deciding or not shown - expected:
            what = f"this answer is {assessment.overall}, not {sample.expect}"
            advice = f'{because} {way}, or expect "{assessment.overall}".'.strip()
            yield Fault(Rule.SAMPLE, (*path, "expect"), what, f"{advice} {_answer(sample)}")
    for name in sorted(shown - expected):
        if sample.expect is Verdict.MET:
            what = f"the misconception {quoted(name)} catches this answer, which should be met"
            advice = "Narrow what the misconception looks for."
            place = (*path, "answer")
        else:
            what = f"this answer shows the misconception {quoted(name)}, which it is not expected to"
            advice = f'If that is right, write misconceptions = ["{name}"]; if not, narrow what it looks for.'
            place = (*path, "misconceptions")
        yield Fault(Rule.SAMPLE, place, what, f"{advice} {_answer(sample)}")
    for name in sorted(expected - shown):
        what = f"this answer does not show the misconception {quoted(name)}, as it is expected to"
        advice = "Give the misconception a phrase that this answer has."
        yield Fault(Rule.SAMPLE, (*path, "misconceptions"), what, f"{advice} {_answer(sample)}")


def _answer(sample: Sample) -> str:
    return f"The answer: {quoted(sample.answer.rstrip('. '))}." if sample.answer.strip() else "The answer is empty."
