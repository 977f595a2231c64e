"""A lesson's samples, tried: does each answer get the verdicts that the teacher expects of it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tutor.lesson.load import LoadedLesson
from tutor.lesson.model import Question, Sample
from tutor.lesson.places import KeyPath
from tutor.lesson.problems import Fault, Problem, placed, quoted
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


def check_samples(loaded: LoadedLesson) -> tuple[SampleResult, ...]:
    """Assess every sample of every question, each as a first reply, in the order of the file."""
    # Judging needs word lists and a dictionary; loading and listing lessons do not.
    from tutor.rubric.assess import assess

    results = []
    for index, question in enumerate(loaded.lesson.questions):
        for number, sample in enumerate(question.samples):
            assessment = assess(sample.answer, question, loaded.article)
            faults = _faults(("questions", index, "samples", number), question, sample, assessment)
            problems = placed(faults, loaded.path, loaded.text)
            results.append(SampleResult(question.id, number + 1, sample, assessment, problems))
    return tuple(results)


def _faults(path: KeyPath, question: Question, sample: Sample, assessment: Assessment) -> Iterator[Fault]:
    reasons = {finding.criterion: finding.judgement.reason for finding in assessment.findings}
    verdicts = assessment.verdicts
    if assessment.effort is not sample.effort:
        what = f"this answer is taken for {quoted(assessment.effort)}, not for {quoted(sample.effort)}"
        yield Fault((*path, "effort"), what, _answer(sample))
    if isinstance(sample.expect, dict):
        for name, verdict in sample.expect.items():
            if verdicts[name] is not verdict:
                what = f"the criterion {quoted(name)} is {verdicts[name]} for this answer, not {verdict}"
                yield Fault((*path, "expect", name), what, f"{_reason(name, reasons)} {_answer(sample)}")
    elif assessment.overall is not sample.expect:
        # What decides: the criteria that hold the answer back or, when too much is met, those that are met.
        wanted = sample.expect.rank > assessment.overall.rank
        deciding = [name for name, v in verdicts.items() if (v is not Verdict.MET if wanted else v.rank > 0)]
        because = " ".join(f"{verdicts[name].capitalize()}: {_reason(name, reasons)}" for name in deciding)
        what = f"this answer is {assessment.overall}, not {sample.expect}"
        yield Fault((*path, "expect"), what, f"{because} {_answer(sample)}".strip())
    shown, expected = {finding.criterion for finding in assessment.misconceptions}, {*sample.misconceptions}
    for name in sorted(shown - expected):
        what = f"this answer shows the misconception {quoted(name)}, which it is not expected to"
        yield Fault((*path, "misconceptions"), what, f"{_answer(sample)}")
    for name in sorted(expected - shown):
        what = f"this answer does not show the misconception {quoted(name)}, as it is expected to"
        yield Fault((*path, "misconceptions"), what, f"{_answer(sample)}")


def _reason(name: str, reasons: Mapping[str, str]) -> str:
    return f"{name}, {reasons[name].rstrip('.')}."


def _answer(sample: Sample) -> str:
    return f"The answer: {quoted(sample.answer)}."
