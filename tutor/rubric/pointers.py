"""The ways in which a reply points into the article: by address, in quotation marks, by retelling, by a figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from tutor.article import Address, Article, Reference, Span
from tutor.article.align import Alignment, Manner, align_words, in_heading
from tutor.article.verbatim import taken_in_part
from tutor.article.words import Word, words_of
from tutor.rubric.misgiven import misgiven, quotation
from tutor.rubric.model import Aspect
from tutor.rubric.people import named
from tutor.rubric.reading import Reading
from tutor.rubric.wordlists import FUNCTION, REPORTING_VERBS
from tutor.rubric.words import lemma, tokenise

# A range of more sentences than this, cited by address, picks none of them out.
WIDEST_CITATION = 3
# Without quotation marks, a passage is a retelling from five words on, and a quotation word for word from four. A
# retelling shares two content words with what it retells, as "that the … is" is in half of all sentences.
LEAST_RETOLD = 5
LEAST_VERBATIM = 4
LEAST_SHARED = 2
# What retells a sentence closely has so many of its words, little ones too: most of the half that is taken.
SHARE_SHARED = 0.35
# Shorter than this, what stands in quotation marks is a term the learner sets off, not a claim to quote.
INVENTED_WORDS = 3
# So many content words beside a true quotation, in the same marks, make it invented in part.
LEAST_ADDED = 2
# No reply to one question quotes or retells more passages than this; a pasted text does.
MOST_PASSAGES = 100

NOWHERE = Reference(Address(0), Address(0))


@dataclass(frozen=True, slots=True)
class Pointer:
    """One way in which the reply points into the article: where in the reply, and at which sentences."""

    aspect: Aspect
    span: Span
    addresses: tuple[Address, ...]
    reference: Reference
    reason: str
    article: tuple[Span, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def by_address(self) -> bool:
        """Whether it is an address, not words of the article."""
        return self.aspect is Aspect.CITED

    @property
    def holds(self) -> bool:
        """Whether the article has it so: false for what is altered or invented."""
        return self.aspect not in (Aspect.ALTERED, Aspect.INVENTED, Aspect.WRONG_SPEAKER)


def pointers(reading: Reading, among: Collection[Address]) -> list[Pointer]:
    """All pointers of a reply. Retellings are looked for only `among` these sentences."""
    found = [*_cited(reading), *_quoted(reading), *_retold(reading, among)]
    return [*_misgiven(reading), *found] if any(not pointer.by_address for pointer in found) else found


def _cited(reading: Reading) -> Iterator[Pointer]:
    for span, reference in reading.citations:
        sentences = reading.article.at(reference)
        if not sentences:
            yield Pointer(Aspect.INVENTED, span, (), reference, f"cites {reference}, which the article does not have")
            continue
        # A whole paragraph or a long range picks no sentence out; it may still meet a listed paragraph.
        whole = not reference.first.sentence
        few = () if len(sentences) > WIDEST_CITATION else tuple(s.address for s in sentences)
        addresses = (reference.first, reference.last) if whole else few
        shown = () if whole else tuple(s.span for s in sentences if s.address in few)
        yield Pointer(Aspect.CITED, span, addresses, reference, f"cites {reference}", shown)


def _quoted(reading: Reading) -> Iterator[Pointer]:
    for span in reading.quotations[:MOST_PASSAGES]:
        passage = span.of(reading.text)
        found = quotation(passage, reading.article)
        closed = _is_closed(reading.text, span)
        if found is None:
            found = taken_in_part(passage, reading.article)
        if found is not None:
            added = next((part for part in found.beyond if _claims(part.of(passage))), None) if closed else None
            if added is None or found.manner is Manner.ALTERED or quotation(added.of(passage), reading.article):
                yield _aligned(found, span, Aspect.QUOTED)
            else:
                yield _added(found, Span(span.start + added.start, span.start + added.end), added.of(passage))
        elif len(passage.split()) >= INVENTED_WORDS and not _is_innocent(reading, span):
            reason = "stands in quotation marks, but nowhere in the article"
            yield Pointer(Aspect.INVENTED, span, (), NOWHERE, reason, words=(passage,))


def _added(found: Alignment, span: Span, words: str) -> Pointer:
    """A quotation of which one part stands in the article, and these words do not."""
    reference = Reference(found.addresses[0], found.addresses[-1])
    reason = f'quotes {reference} in part; "{words}" stands in the same quotation marks, but nowhere in the article'
    return Pointer(Aspect.INVENTED, span, found.addresses, reference, reason, (found.article_span,), (words,))


def _claims(words: str) -> bool:
    """Whether words beside a true quotation are enough to be an addition, and no "he said" or "I think that"."""
    return sum(lemma(word.text) not in FUNCTION | REPORTING_VERBS for word in tokenise(words)) >= LEAST_ADDED


def _is_closed(text: str, span: Span) -> bool:
    """Whether a mark closes a quotation; one without may go on in the learner's own words."""
    return text[span.end :].lstrip()[:1] in tuple("\"”“’'»«")


def _is_innocent(reading: Reading, span: Span) -> bool:
    """Whether what stands in no sentence is no invention: a heading, or not in quotation marks at all."""
    return _is_turned(reading.text, span) or in_heading(span.of(reading.text), reading.article)


def _is_turned(text: str, span: Span) -> bool:
    """Whether the mark that seems to open a quotation closes another: a word before it, and space or a stop after."""
    mark = len(text[: span.start].rstrip()) - 1
    before, after = text[mark - 1 : mark] if mark > 0 else "", text[mark + 1 : mark + 2]
    return bool(before) and not before.isspace() and before not in "([" and (after.isspace() or after in ".,;:!?)")


def _misgiven(reading: Reading) -> Iterator[Pointer]:
    """Passages that are quoted or closely retold as somebody's words, and are another's."""
    for one in misgiven(reading, named(reading)):
        reference = Reference(one.found.addresses[0], one.found.addresses[-1])
        name = reading.span(one.name[0], one.name[-1]).of(reading.text)
        reason = f"gives {reference} to {name}, but they are the words of {one.speaker.name}"
        span = reading.span(one.passage[0], one.passage[-1])
        shown = (one.found.article_span,)
        yield Pointer(Aspect.WRONG_SPEAKER, span, one.found.addresses, reference, reason, shown, (name,))


def _retold(reading: Reading, among: Collection[Address]) -> Iterator[Pointer]:
    """Sentences and clauses of the reply that repeat or closely retell one of the sentences without marks."""
    altered: list[Span] = []
    content, all_words = _wanted(reading.article, frozenset(among))
    telling = [bool(forms & content) for forms in reading.forms]
    shared = [bool(forms & all_words) for forms in reading.forms]
    read: dict[int, list[Word]] = {}
    for numbers in islice(_passages(reading), MOST_PASSAGES):
        if sum(telling[numbers.start : numbers.stop]) < LEAST_SHARED or sum(
            shared[numbers.start : numbers.stop]
        ) < SHARE_SHARED * len(numbers):
            continue  # with so little in common it cannot retell them
        span = reading.span(numbers[0], numbers[-1])
        if any(span.overlaps(other) for other in (*reading.quotations, *altered)):
            continue
        sentence = reading.sentence(numbers[0])
        whole = reading.span(sentence[0], sentence[-1])
        if sentence.start not in read:
            read[sentence.start] = words_of(whole.of(reading.text), whole.start)
        words = read[sentence.start]
        first = bisect_left(words, span.start, key=lambda word: word.span.start)
        last = bisect_left(words, span.end, key=lambda word: word.span.start)
        found = align_words(reading.text, words[first:last], reading.article, among, quoted=False)
        if found is None or not _retells(reading, numbers, found):
            yield from _by_figure(reading, numbers, among)
            continue
        if found.manner is Manner.ALTERED:
            altered.append(span)  # half of an altered sentence is not right by itself
        yield _aligned(found, span, Aspect.PARAPHRASED)


def _retells(reading: Reading, numbers: range, found: Alignment) -> bool:
    if found.manner is Manner.VERBATIM:
        return True
    told = _content(reading.article)
    shared = {
        form for n in numbers for form in reading.forms[n] if any(form in told[address] for address in found.addresses)
    }
    return len(numbers) >= LEAST_RETOLD and len(shared) >= LEAST_SHARED


def _by_figure(reading: Reading, numbers: range, among: Collection[Address]) -> Iterator[Pointer]:
    """Sentences told by figures that stand nowhere else in the article, each with a content word of it beside."""
    figures = {text for n in numbers if len(text := reading.words[n].text) > 1 and text[0].isdigit()}
    if not figures:
        return
    told = _content(reading.article)
    places = [[address for address, words in told.items() if figure in words] for figure in figures]
    if not all(len(place) == 1 and place[0] in among for place in places):
        return
    for address in sorted({place[0] for place in places}):
        if any(reading.forms[n] & (told[address] - figures) for n in numbers):
            reference = Reference(address, address)
            span = reading.span(numbers[0], numbers[-1])
            shown = tuple(sentence.span for sentence in reading.article.at(address))
            reason = f"retells {reference} by its figures"
            yield Pointer(Aspect.PARAPHRASED, span, (address,), reference, reason, shown)


@lru_cache(maxsize=16)
def _wanted(article: Article, among: frozenset[Address]) -> tuple[frozenset[str], frozenset[str]]:
    """The forms of the content words of some sentences, and of all their words."""
    told = _content(article)
    texts = [sentence.span.of(article.text) for sentence in article.sentences if sentence.address in among]
    words = {word.text for text in texts for word in tokenise(text)}
    content = frozenset(form for address in among for form in told.get(address, ()))
    return content, content | words | {lemma(word) for word in words}


@lru_cache(maxsize=8)
def _content(article: Article) -> Mapping[Address, frozenset[str]]:
    """For each sentence of an article the dictionary forms of its content words, figures among them."""
    return {
        sentence.address: frozenset(lemma(word.text) for word in tokenise(sentence.span.of(article.text))) - FUNCTION
        for sentence in article.sentences
    }


def _passages(reading: Reading) -> Iterator[range]:
    """The reply's sentences, and then their clauses where there are several, at least four words long."""
    for numbers in dict.fromkeys((*reading.sentences, *reading.clauses)):
        if len(numbers) >= LEAST_VERBATIM:
            yield numbers


def _aligned(found: Alignment, span: Span, aspect: Aspect) -> Pointer:
    reference = Reference(found.addresses[0], found.addresses[-1])
    if found.manner is not Manner.ALTERED:
        says = "quotes" if aspect is Aspect.QUOTED else "retells"
        return Pointer(aspect, span, found.addresses, reference, f"{says} {reference}", (found.article_span,))
    change = found.changes[0]
    reason = f'repeats {reference}, but with another {change.kind}: "{change.passage}" for "{change.article}"'
    words = (change.passage, str(change.kind))
    return Pointer(Aspect.ALTERED, span, found.addresses, reference, reason, (found.article_span,), words)
