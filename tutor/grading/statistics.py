"""What scored replies with a human score beside each say of a rubric: its criteria, its phrases, where it errs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tutor.article import Article
from tutor.grading.agreement import Agreement, correlation
from tutor.grading.examples import Example, Examples
from tutor.grading.grade import Graded
from tutor.grading.phrases import ConceptUse, MissedWord, PhraseCounter, WordCounter
from tutor.rubric.assess import LONGEST_REPLY
from tutor.rubric.model import Verdict
from tutor.rubric.reading import Reading
from tutor.rubric.rubric import Criterion, Misconception, Rubric
from tutor.rubric.scoring import Scoring, score_of


@dataclass(frozen=True, slots=True)
class PartUse:
    """A criterion or a misconception: how often each verdict stands with each human score, and what it brings.

    A misconception is met when it shows. `points` is None where the rule gives it none; `without` is then None too,
    else the agreement when the rule gives it none, with all gates as they are.
    """

    id: str
    check: str
    wrong: bool
    points: float | None
    verdicts: Mapping[tuple[int, Verdict], int]
    without: Agreement | None

    @property
    def correlation(self) -> float | None:
        """Of the verdict (0, 1/2, 1) with the human score, after Pearson; None where either never changes."""
        pairs: Counter[tuple[float, float]] = Counter()
        for (human, verdict), count in self.verdicts.items():
            pairs[verdict.rank / 2, human] += count
        return correlation(pairs)


@dataclass(frozen=True, slots=True)
class Statistics:
    """All that the page shows. `ungraded` is how many replies had no human score."""

    agreement: Agreement
    ungraded: int
    parts: tuple[PartUse, ...]
    concepts: tuple[ConceptUse, ...]
    words: tuple[MissedWord, ...]
    pairs: tuple[MissedWord, ...]
    examples: tuple[Example, ...]

    @property
    def mean(self) -> float | None:
        """The mean human score; None without replies."""
        humans, total = self.agreement.humans, self.agreement.total
        return sum(score * count for score, count in humans.items()) / total if total else None


class Collector:
    """Takes graded replies one by one; what it keeps is bounded, however many there are."""

    def __init__(self, question: Rubric, article: Article) -> None:
        self._question = question
        self._article = article
        self._parts: tuple[Criterion | Misconception, ...] = (*question.criteria, *question.misconceptions)
        self._pairs: Counter[tuple[int, int]] = Counter()
        self._ungraded = 0
        self._verdicts: dict[str, Counter[tuple[int, Verdict]]] = {part.id: Counter() for part in self._parts}
        self._rules = {part.id: _without(question.scoring, part.id) for part in self._parts}
        self._without: dict[str, Counter[tuple[int, int]]] = {
            name: Counter() for name, rule in self._rules.items() if rule
        }
        self._phrases = PhraseCounter(question)
        self._words = WordCounter()
        self._examples = Examples(question.scoring)

    def add(self, graded: Graded) -> None:
        """Count a reply. One without a human score is only counted as such."""
        human = graded.answer.human
        if human is None:
            self._ungraded += 1
            return
        self._pairs[human, graded.score] += 1
        findings = (*graded.assessment.findings, *graded.assessment.misconceptions)
        verdicts = {finding.criterion: finding.verdict for finding in findings}
        for name, counts in self._verdicts.items():
            counts[human, verdicts.get(name, Verdict.UNMET)] += 1
        for name, pairs in self._without.items():
            pairs[human, score_of(graded.assessment, self._rules[name]).level] += 1
        question = self._question
        text = graded.answer.text[:LONGEST_REPLY]
        reading = Reading(text, question.ask, self._article, question.vocabulary, question.told)
        hits = {key: reading.hits(key) for key in self._phrases.keys}
        self._phrases.add(hits, human)
        self._words.add(reading, hits, human)
        self._examples.add(graded, human)

    def statistics(self) -> Statistics:
        """What came of all replies so far."""
        scoring = self._question.scoring
        wrong = {part.id for part in self._question.misconceptions}
        parts = tuple(
            PartUse(
                part.id,
                part.test.check,
                part.id in wrong,
                scoring.points.get(part.id) if scoring else None,
                self._verdicts[part.id],
                Agreement(self._without[part.id]) if part.id in self._without else None,
            )
            for part in self._parts
        )
        agreement = Agreement(self._pairs)
        words, pairs = self._words.missed(tuple(agreement.humans))
        concepts = self._phrases.counted()
        return Statistics(agreement, self._ungraded, parts, concepts, words, pairs, self._examples.chosen())


def _without(scoring: Scoring | None, name: str) -> Scoring | None:
    """The rule without one part's points; None where it has none."""
    if scoring is None or not scoring.points.get(name):
        return None
    return scoring.model_copy(update={"points": {key: val for key, val in scoring.points.items() if key != name}})
