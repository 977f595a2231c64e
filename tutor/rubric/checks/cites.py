"""`cites`: points to the article, by address, by quoting, or by retelling a sentence closely."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field

from tutor.article import Address, Article, Reference
from tutor.rubric.checks.base import AddressText, Check
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.pointers import Pointer, pointers
from tutor.rubric.reading import Reading

# Naming more sentences than this, and more than a quarter of the article's, picks nothing out.
WIDEST_NAMING = 6

NOTHING = Judgement(Verdict.UNMET, Aspect.MISSING, "neither cites nor quotes the article")


class Cites(Check):
    """Met when the reply cites, quotes or closely retells at least `at_least` of the places listed in `from`."""

    check: Literal["cites"]
    sources: Annotated[
        list[AddressText],
        Field(alias="from", min_length=1, description="The sentences or paragraphs that count, as addresses."),
    ]
    at_least: Annotated[
        int, Field(ge=1, strict=True, description="How many of the places in `from` must be cited.")
    ] = 1

    def references(self) -> tuple[Reference, ...]:
        """The places that count."""
        return tuple(self.sources)

    def judge(self, reading: Reading) -> Judgement:
        """Judge by citations, quotations and close retellings."""
        wanted = _addresses(reading.article, tuple(self.sources))
        found = pointers(reading, wanted)
        right = [pointer for pointer in found if self._met(pointer)]
        good = [pointer for pointer in right if pointer.holds]
        spoiled = [pointer for pointer in right if not pointer.holds]
        if spoiled:
            # Named first, even beside a right address: the learner should look again.
            return _missed(spoiled[0], Verdict.PARTLY if good else Verdict.UNMET)
        met = {source for pointer in good for source in self._met(pointer)}
        if len(met) >= min(self.at_least, len(self.sources)):
            if _names_too_much(reading, good):
                reason = "points at so much of the article that it picks nothing out"
                return _all(good, Verdict.PARTLY, Aspect.ELSEWHERE, reason)
            first = min(good, key=lambda pointer: (pointer.by_address, pointer.span))
            return _all(good, Verdict.MET, first.aspect, first.reason)
        if good:
            return _all(good, Verdict.PARTLY, Aspect.SOME, f"{len(met)} of the {self.at_least} places asked for")
        near = [p for p in found if p.by_address and any(map(p.reference.covers, wanted))]
        if near:
            reason = "points at the whole paragraph, not at the sentence"
            return _all(near, Verdict.PARTLY, Aspect.ELSEWHERE, reason)
        found = [pointer for pointer in found if pointer.aspect is not Aspect.WRONG_SPEAKER]
        missed = sorted(found, key=lambda pointer: pointer.aspect is not Aspect.ALTERED)
        return _missed(missed[0], Verdict.UNMET) if missed else NOTHING

    def _met(self, pointer: Pointer) -> list[Reference]:
        """Which of the listed places a pointer meets: a cited place must lie inside a listed one."""
        return [source for source in self.sources if any(map(source.covers, pointer.addresses))]


@lru_cache(maxsize=16)  # an article hashes by identity, and is kept by this
def _addresses(article: Article, sources: tuple[Reference, ...]) -> frozenset[Address]:
    """The sentences that count."""
    return frozenset(sentence.address for source in sources for sentence in article.at(source))


def _all(found: Sequence[Pointer], verdict: Verdict, aspect: Aspect, reason: str) -> Judgement:
    """A judgement that rests on several pointers."""
    return Judgement(
        verdict,
        aspect,
        reason,
        spans=tuple(sorted({pointer.span for pointer in found})),
        article=tuple(sorted({span for pointer in found for span in pointer.article})),
        references=tuple(dict.fromkeys(pointer.reference for pointer in found)),
    )


def _missed(pointer: Pointer, verdict: Verdict) -> Judgement:
    """A judgement that names the one pointer that is not what was asked for."""
    aspect, reason = pointer.aspect, pointer.reason
    if pointer.holds:
        aspect, reason = Aspect.ELSEWHERE, f"points to {pointer.reference}, which is not what was asked for"
    nowhere = aspect is Aspect.INVENTED and not pointer.addresses
    places = () if nowhere else (pointer.reference,)
    return Judgement(verdict, aspect, reason, (pointer.span,), pointer.article, places, pointer.words)


def _names_too_much(reading: Reading, good: Sequence[Pointer]) -> bool:
    """Whether citing by address alone names so many sentences that one of them was bound to be right."""
    if not all(pointer.by_address for pointer in good):
        return False
    named = {s.address for _, reference in reading.citations for s in reading.article.at(reference)}
    return len(named) > max(WIDEST_NAMING, len(reading.article.sentences) // 4)
