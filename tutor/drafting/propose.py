"""From an article to its proposals: all makers asked, the best chosen and spread over the article, each proven."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tutor.article import Address, Article
from tutor.article.analysis import Analysis, analyse
from tutor.drafting.author import evidence, fact_or_opinion
from tutor.drafting.details import evidence_quality, language
from tutor.drafting.proposal import Proposal
from tutor.drafting.sources import source, unnamed
from tutor.drafting.story import feeling, is_story, spoken, teller, theme, unheard
from tutor.drafting.viewpoint import viewpoint
from tutor.drafting.whole import corroborate, main_claim, missing_voice
from tutor.drafting.writing import lesson_text
from tutor.errors import TutorError
from tutor.lesson.judging import Judge
from tutor.lesson.kinds import Kind
from tutor.lesson.load import lesson_in
from tutor.lesson.proofs import check_proofs
from tutor.lesson.samples import check_samples
from tutor.rubric.model import Verdict

LEAST, MOST = 3, 10
"""So many questions make a reading worth while, and so many fill a lesson."""

# With fewer there is nothing in an article to compare or to leave out.
_LEAST_SENTENCES = 6

_Makers = Sequence[tuple[Callable[[Analysis], Iterator[Proposal]], int]]

# In the order in which they are asked: what it is about, who speaks, what the author thinks and how well it is
# grounded, how it is said, who is missing. With each, how many of a kind are enough.
_OF_ARTICLES: _Makers = (
    (main_claim, 1),
    (source, 1),
    (viewpoint, 3),
    (unnamed, 1),
    (fact_or_opinion, 1),
    (evidence, 1),
    (evidence_quality, 1),
    (language, 1),
    (missing_voice, 1),
    (corroborate, 1),
)
_OF_STORIES: _Makers = ((theme, 1), (teller, 1), (spoken, 3), (feeling, 1), (language, 1), (unheard, 1))
# Where there are too many questions, those of these kinds go, the weakest first, down to so many of them.
_SPARED = ((Kind.VIEWPOINT, 2), (Kind.CORROBORATE, 0), (Kind.SOURCE, 1), (Kind.VIEWPOINT, 1))


def propose(article: Article) -> tuple[Proposal, ...]:
    """At most `MOST` proposals for an article, in the order in which they are asked; fewer where there is less to ask.

    Each has been tried: its samples get their verdicts, and nothing cheap passes. Raises TutorError for an article that
    gives fewer than `LEAST`.
    """
    analysis = analyse(article)
    if not analysis.is_english:
        raise TutorError(
            "This does not look like English, and all that is asked here is made for English.",
            "Take an article in English, or write the questions yourself: tutor new NAME --article FILE",
        )
    if len(article.sentences) < _LEAST_SENTENCES:
        raise TutorError(
            "The article is too short to ask about.", "It takes a few paragraphs in which somebody says something."
        )
    makers = _OF_STORIES if is_story(article) else _OF_ARTICLES
    made = [(list(make(analysis)), most) for make, most in makers]
    chosen = _chosen(made)
    judge = Judge()
    proven = _proven(chosen, article, judge)
    if len(proven) < len(chosen):  # then others may do, in the place of those that fell
        fallen = {one.ask for one in chosen} - {one.ask for one in proven}
        others = [([one for one in of_kind if one.ask not in fallen], most) for of_kind, most in made]
        proven = max(proven, _proven(_chosen(others), article, judge), key=_worth)
    proven = _few(proven)
    if len(proven) < LEAST:
        raise TutorError(
            f"There is too little in this article to ask about: {len(proven)} of the {LEAST} questions that it takes.",
            "An article of some length, in English, with people who say something in it, will do.",
        )
    return proven


def _worth(proposals: Sequence[Proposal]) -> tuple[int, float]:
    """What a choice is worth: how many questions, and of as many, how good they are."""
    return len(proposals), sum(one.weight for one in proposals)


def _chosen(made: Sequence[tuple[list[Proposal], int]]) -> list[Proposal]:
    """The best of each kind: never two on one sentence, and rather on a paragraph not asked about yet.

    The kind that has the fewest to choose from chooses first.
    """
    chosen: dict[int, list[Proposal]] = {number: [] for number in range(len(made))}
    sentences: set[Address] = set()
    paragraphs: Counter[int] = Counter()
    for number in sorted(chosen, key=lambda number: len(made[number][0])):
        proposals, most = made[number]
        for _ in range(most):
            left = [one for one in proposals if one not in chosen[number] and not sentences & set(_places(one))]
            if not left:
                break
            best = max(left, key=lambda one: one.weight - 0.3 * paragraphs[one.place.paragraph])  # of equals the first
            chosen[number].append(best)
            sentences |= set(_places(best))
            paragraphs.update(place.paragraph for place in _places(best))
    return [one for number in chosen for one in sorted(chosen[number], key=lambda one: one.place)]


def _places(proposal: Proposal) -> tuple[Address, ...]:
    """The sentence that a proposal asks about; none when it asks about the whole."""
    return () if proposal.whole else (proposal.place,)


def _few(proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """No more than `MOST`."""
    for kind, least in _SPARED:
        of_kind = sorted((one for one in proposals if one.kind is kind), key=lambda one: -one.weight)
        surplus = of_kind[max(least, len(of_kind) - (len(proposals) - MOST)) :] if len(proposals) > MOST else []
        proposals = tuple(one for one in proposals if one not in surplus)
    return proposals[:MOST]


def _proven(proposals: list[Proposal], article: Article, judge: Judge) -> tuple[Proposal, ...]:
    """Those that hold what a lesson must hold. One that falls may have made another fall, which is then tried again."""
    while proposals:
        loaded = lesson_in(lesson_text(proposals, article), article, file=Path("lesson.toml"), slug="draft")
        at = {question.id: number for number, question in enumerate(loaded.lesson.questions)}
        fallen = {fault.path[1] for fault in check_proofs(loaded, judge)}
        failed = [result for result in check_samples(loaded, judge) if not result.passed]
        fallen |= {at[result.question] for result in failed if result.sample.expect is Verdict.MET}
        if fallen:
            first = min(int(number) for number in fallen)
            proposals = [one for number, one in enumerate(proposals) if number != first]
            continue
        lost = {(at[result.question], result.number - 1) for result in failed}
        return tuple(_without(one, {n for q, n in lost if q == number}) for number, one in enumerate(proposals))
    return ()


def _without(proposal: Proposal, samples: set[int]) -> Proposal:
    """Without samples that this article's words make come out otherwise: they only show what is usual."""
    if not samples:
        return proposal
    return replace(proposal, samples=[one for number, one in enumerate(proposal.samples) if number not in samples])
