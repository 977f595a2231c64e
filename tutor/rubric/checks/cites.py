"""`cites`: points to the article, by address, by quoting, or by retelling a sentence closely."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field

from tutor.article import Address, Article, Reference, Span
from tutor.article.align import Alignment, Manner, align
from tutor.rubric.checks.base import AddressText, Check
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.reading import Reading
from tutor.rubric.wordlists import FUNCTION
from tutor.rubric.words import lemma, tokenise

# A range of more sentences than this, cited by address, picks none of them out.
WIDEST_CITATION = 3
# Naming more sentences than this, and more than a quarter of the article's, picks nothing out either.
WIDEST_NAMING = 6
# Without quotation marks, a passage is a retelling from five words on, and a quotation word for word from four.
LEAST_RETOLD = 5
LEAST_VERBATIM = 4
# Shorter than this, what stands in quotation marks is a term the learner sets off, not a claim to quote.
INVENTED_WORDS = 3


class Cites(Check):
    """Met when the reply cites, quotes or closely retells at least `at_least` of the places listed in `from`."""

    check: Literal["cites"]
    sources: Annotated[
        list[AddressText],
        Field(alias="from", min_length=1, description="The sentences or paragraphs that count, as addresses."),
    ]
    at_least: Annotated[int, Field(ge=1, description="How many of the places in `from` must be cited.")] = 1

    def references(self) -> tuple[Reference, ...]:
        """The places that count."""
        return tuple(self.sources)

    def judge(self, reading: Reading) -> Judgement:
        """Judge by citations, quotations and close retellings."""
        pointers = [*_cited(reading), *_quoted(reading), *_retold(reading, self.sources)]
        hits = [(pointer, self._wanted(pointer)) for pointer in pointers]
        wanted = {source for pointer, sources in hits if pointer.holds for source in sources}
        good = [pointer for pointer, sources in hits if pointer.holds and sources]
        altered = [pointer for pointer, sources in hits if pointer.aspect is Aspect.ALTERED and sources]
        if altered and not any(p.span.overlaps(bad.span) for p in good for bad in altered if p.by_address):
            # An altered quotation is named first, even beside a right address: the learner should look again.
            verdict = Verdict.PARTLY if good else Verdict.UNMET
            return altered[0].judgement(verdict, reading)
        if len(wanted) >= min(self.at_least, len(self.sources)):
            if _covers_too_much(reading, good):
                reason = "points at so much of the article that it picks nothing out"
                return Judgement(Verdict.PARTLY, Aspect.ELSEWHERE, reason, _spans(good), (), _places(good))
            first = min(good, key=lambda pointer: (pointer.by_address, pointer.span))
            return Judgement(
                Verdict.MET, first.aspect, first.reason, _spans(good), _article(reading, good), _places(good)
            )
        if good:
            reason = f"{len(wanted)} of the {self.at_least} places asked for"
            return Judgement(Verdict.PARTLY, Aspect.SOME, reason, _spans(good), _article(reading, good), _places(good))
        near = [pointer for pointer in pointers if pointer.by_address and self._near(pointer, reading)]
        if near:
            reason = "points at the whole paragraph, not at the sentence"
            return Judgement(Verdict.PARTLY, Aspect.ELSEWHERE, reason, _spans(near), (), _places(near))
        missed = sorted(pointers, key=lambda pointer: pointer.aspect is not Aspect.ALTERED)
        return missed[0].judgement(Verdict.UNMET, reading) if missed else NOTHING

    def _wanted(self, pointer: _Pointer) -> list[Reference]:
        """Which of the listed places a pointer meets: a cited place must lie inside a listed one."""
        return [source for source in self.sources if any(map(source.covers, pointer.addresses))]

    def _near(self, pointer: _Pointer, reading: Reading) -> bool:
        """Whether a pointer is a paragraph or a range that holds a listed sentence."""
        return any(pointer.reference.covers(s.address) for src in self.sources for s in reading.article.at(src))


NOTHING = Judgement(Verdict.UNMET, Aspect.MISSING, "neither cites nor quotes the article")


@dataclass(frozen=True, slots=True)
class _Pointer:
    """One way in which the reply points into the article. `holds` is false for what is altered or invented."""

    aspect: Aspect
    span: Span
    addresses: tuple[Address, ...]
    reference: Reference
    reason: str
    article: tuple[Span, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def by_address(self) -> bool:
        return self.aspect is Aspect.CITED

    @property
    def holds(self) -> bool:
        return self.aspect not in (Aspect.ALTERED, Aspect.INVENTED)

    def judgement(self, verdict: Verdict, reading: Reading) -> Judgement:
        """This pointer as the reason for a verdict that is not met."""
        aspect = Aspect.ELSEWHERE if self.holds else self.aspect
        reason = self.reason if not self.holds else f"points to {self.reference}, which is not what was asked for"
        places = () if self.aspect is Aspect.INVENTED else (self.reference,)
        return Judgement(verdict, aspect, reason, (self.span,), self.article, places, self.words)


def _cited(reading: Reading) -> Iterator[_Pointer]:
    for span, reference in reading.citations:
        sentences = reading.article.at(reference)
        if not sentences:
            yield _Pointer(Aspect.INVENTED, span, (), reference, f"cites {reference}, which the article does not have")
            continue
        # A whole paragraph or a long range picks no sentence out; it may still meet a listed paragraph.
        whole = not reference.first.sentence
        few = () if len(sentences) > WIDEST_CITATION else tuple(s.address for s in sentences)
        addresses = (reference.first, reference.last) if whole else few
        yield _Pointer(Aspect.CITED, span, addresses, reference, f"cites {reference}")


def _quoted(reading: Reading) -> Iterator[_Pointer]:
    for span in reading.quotations:
        passage = span.of(reading.text)
        found = align(passage, reading.article)
        if found is not None:
            yield _aligned(found, span, Aspect.QUOTED)
        elif len(passage.split()) >= INVENTED_WORDS:
            nowhere = Reference(Address(0), Address(0))
            reason = "stands in quotation marks, but nowhere in the article"
            yield _Pointer(Aspect.INVENTED, span, (), nowhere, reason, words=(passage,))


def _retold(reading: Reading, sources: Sequence[Reference]) -> Iterator[_Pointer]:
    """Sentences and clauses of the reply that repeat or closely retell a listed sentence without marks."""
    among = frozenset(sentence.address for source in sources for sentence in reading.article.at(source))
    for numbers in _passages(reading):
        span = reading.span(numbers[0], numbers[-1])
        if any(span.overlaps(quotation) for quotation in reading.quotations):
            continue
        found = align(span.of(reading.text), reading.article, among)
        if found is None:
            yield from _by_figure(reading, numbers, among)
            continue
        if len(numbers) < LEAST_RETOLD and found.manner is not Manner.VERBATIM:
            continue
        yield _aligned(found, span, Aspect.PARAPHRASED)


def _by_figure(reading: Reading, numbers: range, among: Collection[Address]) -> Iterator[_Pointer]:
    """Sentences told by figures that stand nowhere else in the article, each with a content word of it beside."""
    figures = {text for n in numbers if len(text := reading.words[n].text) > 1 and text[0].isdigit()}
    places = figure_places(reading.article)
    addresses = {address for figure in figures for address in places.get(figure, ())}
    if not figures or not addresses <= set(among) or not all(len(places.get(f, ())) == 1 for f in figures):
        return
    for address in sorted(addresses):
        sentence = reading.article.at(address)[0]
        said = {lemma(word.text) for word in tokenise(sentence.span.of(reading.article.text))} - FUNCTION - figures
        if any(reading.forms[n] & said for n in numbers):
            reference = Reference(address, address)
            span = reading.span(numbers[0], numbers[-1])
            reason = f"retells {reference} by its figures"
            yield _Pointer(Aspect.PARAPHRASED, span, (address,), reference, reason, (sentence.span,))


@lru_cache(maxsize=16)
def figure_places(article: Article) -> Mapping[str, frozenset[Address]]:
    """For each figure in digits the sentences in which it stands."""
    places: dict[str, set[Address]] = {}
    for sentence in article.sentences:
        for word in tokenise(sentence.span.of(article.text)):
            if word.text[0].isdigit():
                places.setdefault(word.text, set()).add(sentence.address)
    return {figure: frozenset(addresses) for figure, addresses in places.items()}


def _passages(reading: Reading) -> Iterator[range]:
    """The reply's sentences, and their clauses where there are several, at least four words long."""
    seen = set()
    for stretch in (reading.sentence, reading.clause):
        for numbers in dict.fromkeys(map(stretch, range(len(reading.words)))):
            if len(numbers) >= LEAST_VERBATIM and (numbers[0], numbers[-1]) not in seen:
                seen.add((numbers[0], numbers[-1]))
                yield numbers


def _aligned(found: Alignment, span: Span, aspect: Aspect) -> _Pointer:
    reference = Reference(found.addresses[0], found.addresses[-1])
    if found.manner is not Manner.ALTERED:
        says = "quotes" if aspect is Aspect.QUOTED else "retells"
        return _Pointer(aspect, span, found.addresses, reference, f"{says} {reference}", (found.article_span,))
    change = found.changes[0]
    reason = f'repeats {reference}, but with another {change.kind}: "{change.passage}" for "{change.article}"'
    words = (change.passage, str(change.kind))
    return _Pointer(Aspect.ALTERED, span, found.addresses, reference, reason, (found.article_span,), words)


def _covers_too_much(reading: Reading, pointers: Sequence[_Pointer]) -> bool:
    """Whether citing by address alone names so many sentences that one of them was bound to be right."""
    if not all(pointer.by_address for pointer in pointers):
        return False
    named = {s.address for _, reference in reading.citations for s in reading.article.at(reference)}
    return len(named) > max(WIDEST_NAMING, len(reading.article.sentences) // 4)


def _spans(pointers: Sequence[_Pointer]) -> tuple[Span, ...]:
    return tuple(sorted({pointer.span for pointer in pointers}))


def _places(pointers: Sequence[_Pointer]) -> tuple[Reference, ...]:
    return tuple(dict.fromkeys(pointer.reference for pointer in pointers))


def _article(reading: Reading, pointers: Sequence[_Pointer]) -> tuple[Span, ...]:
    cited = {s.span for p in pointers if p.by_address for a in p.addresses for s in reading.article.at(a)}
    return tuple(sorted(cited.union(*(pointer.article for pointer in pointers))))
