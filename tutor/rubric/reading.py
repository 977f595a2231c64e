"""A reply as the checks see it: words, sentences, citations, quotations, copied stretches, concepts found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from tutor.article import Article, Reference, Span
from tutor.article.pointing import citations, quotations
from tutor.rubric.copying import from_article, from_question, from_told
from tutor.rubric.negation import REACH, is_denied, may_deny, negates
from tutor.rubric.phrases import Pattern, Phrase, Phrases, Step
from tutor.rubric.vocabulary import ConceptKey, Vocabulary
from tutor.rubric.wordlists import FILLER, FUNCTION
from tutor.rubric.words import Word, is_word, lemma, tokenise

# Copied words count for what they say only when the learner says at least so many content words beside them.
OWN_AROUND_COPY = 3
# Fewer do beside a term of so many words, picked out with quotation marks.
PICKED_WORDS = 4

# A quotation of so many words, of which less than this share is the article's, is none: a mark was left open.
STRAY_WORDS = 15
STRAY_SHARE = 1 / 3

# A phrase may have this many filler words between two of its words.
FILLERS_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a phrase of a concept stands: word numbers `first` to `last`, and whether it is denied.

    Where the phrase is an address, `citation` has its characters, and the number is that of the word next to it.
    """

    first: int
    last: int
    denied: bool
    phrase: str
    citation: Span | None = None

    def __contains__(self, number: object) -> bool:
        """Whether a word, by its number, belongs to the hit."""
        return isinstance(number, int) and self.first <= number <= self.last


_Longest = dict[int, tuple[int, str]]
"""By first word the last word of a match, and the text of its phrase."""


class Reading:
    """A text of the learner's, read once for all checks of one question.

    `text` is as typed; `words` leave out the addresses; all spans are characters of `text`. `told` is what the tutor
    may say on the way: said back, it is as little the learner's own as the question.
    """

    def __init__(self, text: str, ask: str, article: Article, vocabulary: Vocabulary, told: Sequence[str] = ()) -> None:
        self.text = text
        self.ask = ask
        self.told = told
        self.article = article
        self.vocabulary = vocabulary
        self.citations: tuple[tuple[Span, Reference], ...] = citations(text)
        self.words: list[Word] = tokenise(text, [span for span, _ in self.citations])
        self._hits: dict[object, tuple[Hit, ...]] = {}
        self._standing: dict[str, Mapping[int, int]] = {}

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """What stands in quotation marks, the marks left out."""
        return quotations(self.text)

    @cached_property
    def forms(self) -> list[frozenset[str]]:
        """For each word the forms it may be matched by: itself, its lemma, what it may be a slip of."""
        forms = self.vocabulary.forms
        return [forms(word.text) for word in self.words]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for number, forms in enumerate(self.forms):
            for form in forms:
                places.setdefault(form, []).append(number)
        return places

    # --- concepts ---------------------------------------------------------------------------------------------------

    def hits(self, concept: str | Sequence[str]) -> tuple[Hit, ...]:
        """Where a concept stands, denied or not, in order; of phrases that begin at one word the longest counts."""
        key = concept if type(concept) is str else tuple(concept)
        found = self._hits.get(key)
        if found is None:
            vocabulary = self.vocabulary
            if not vocabulary.is_known(key):
                found = self.find(vocabulary.phrases(key))
            elif key in self._by_words or key in vocabulary.indirect:
                found = self._all(vocabulary.phrases(key), dict(self._by_words.get(key, ())))
            else:
                found = ()
            self._hits[key] = found
        return found

    @cached_property
    def standing(self) -> tuple[tuple[ConceptKey, tuple[Hit, ...]], ...]:
        """All concepts of the lesson that stand here, and where."""
        keys = dict.fromkeys((*self._by_words, *self.vocabulary.indirect))
        return tuple((key, hits) for key in keys if (hits := self.hits(key)))

    def find(self, phrases: Phrases) -> tuple[Hit, ...]:
        """Where any of these phrases stands; as `hits`."""
        return self._all(phrases, self._standing_by_words(phrases))

    def _all(self, phrases: Phrases, longest: _Longest) -> tuple[Hit, ...]:
        """The hits of phrases, of which those made of words alone have been found."""
        for phrase, pattern in phrases.referring:
            if self._may_match(pattern):
                for first in self._beginnings(pattern):
                    self._try(pattern, first, phrase, longest)
        found = self._settled(longest) if longest else []
        if phrases.places:
            found = sorted([*self._cited(phrases), *found], key=lambda hit: hit.first)
        return tuple(found)

    @cached_property
    def _by_words(self) -> Mapping[ConceptKey, _Longest]:
        """For every concept the phrases made of words alone that stand here.

        All concepts at once, from the words of the reply: there are many, and few that begin with one of these.
        """
        index = self.vocabulary.first
        found: dict[ConceptKey, _Longest] = {}
        for form, places in self._places.items():
            for key, phrase, pattern in index.get(form, ()):
                if pattern.is_word or self._may_match(pattern):
                    longest = found.setdefault(key, {})
                    for first in places:
                        self._try(pattern, first, phrase, longest)
        return found

    def _standing_by_words(self, phrases: Phrases) -> _Longest:
        longest: _Longest = {}
        for form in self._places.keys() & phrases.by_first.keys():
            for phrase, pattern in phrases.by_first[form]:
                if pattern.is_word or self._may_match(pattern):
                    for first in self._places[form]:
                        self._try(pattern, first, phrase, longest)
        return longest

    def _beginnings(self, pattern: Pattern) -> Iterable[int]:
        """Where a pattern may begin."""
        step = pattern.first
        if step.concept:
            return self._stands(step.concept)
        return {number for form in step.forms | step.exact for number in self._places.get(form, ())}

    def _try(self, pattern: Pattern, first: int, phrase: Phrase, longest: _Longest) -> None:
        """Note a match that begins at word `first`, unless a longer one does; of two as long the later by its text."""
        last = self._match(pattern, first)
        if last is not None:
            known = longest.get(first)
            if known is None or known < (last, phrase.text):
                longest[first] = (last, phrase.text)

    def _settled(self, longest: Mapping[int, tuple[int, str]]) -> list[Hit]:
        """Matches in order, each with whether it is denied; none within another."""
        found: list[Hit] = []
        end = -1
        for first in sorted(longest):
            last, text = longest[first]
            if last > end:  # not "Ferrow" within "Nadia Ferrow"
                found.append(Hit(first, last, self._denied(first, last), text))
                end = last
        return found

    def _cited(self, phrases: Phrases) -> Iterator[Hit]:
        for span, reference in self.citations if self.words else ():
            for phrase in phrases.places:
                if phrase.place and phrase.place.covers(reference.first):
                    beside = bisect_left(self._starts, span.start)
                    number = min(beside, len(self.words) - 1)
                    yield Hit(number, number, False, phrase.text, span)
                    break

    def _denied(self, first: int, last: int) -> bool:
        """Whether a match is denied: from its left, or by a word in a gap of its ("eats anything but never bamboo")."""
        near = bisect_left(self._deniers, first - REACH)
        if near == len(self._deniers) or self._deniers[near] >= last:
            return False  # as nearly always: nothing here denies anything
        if is_denied(self.words, first, self._spent):
            return True
        if (first, last) in self._own_denials:
            return False
        inside = range(first + 1, last)
        return any(negates(self.words, n) and last <= self._spent.get(n, last) for n in inside)

    @cached_property
    def _deniers(self) -> tuple[int, ...]:
        """The numbers of the words that may deny what follows them."""
        return tuple(number for number in range(len(self.words)) if may_deny(self.words, number))

    @cached_property
    def _own_denials(self) -> frozenset[tuple[int, int]]:
        """Where phrases stand that hold a negation of their own ("no name"): first and last word."""
        phrases = self.vocabulary.denials
        longest = self._standing_by_words(phrases)
        for phrase, pattern in phrases.referring:
            for first in self._beginnings(pattern):
                self._try(pattern, first, phrase, longest)
        return frozenset((first, last) for first, (last, _) in longest.items())

    @cached_property
    def _spent(self) -> dict[int, int]:
        """The words of phrases that hold a negation of their own, and where their phrase ends."""
        spent: dict[int, int] = {}
        for first, last in self._own_denials:
            spent |= {number: max(last, spent.get(number, last)) for number in range(first, last + 1)}
        return spent

    def _may_match(self, pattern: Pattern) -> bool:
        """Whether all words and concepts of a pattern stand somewhere in the reply: most patterns go no further."""
        present = self._present
        for anchor in pattern.anchors:
            if anchor.isdisjoint(present):
                return False
        return not pattern.concepts or all(map(self._stands, pattern.concepts))

    @cached_property
    def _present(self) -> frozenset[str]:
        return frozenset(self._places)

    def _stands(self, concept: str) -> Mapping[int, int]:
        """Where a concept stands: last word by first word."""
        found = self._standing.get(concept)
        if found is None:
            self._standing[concept] = {}  # a concept that refers to itself stands nowhere in itself
            found = self._standing[concept] = {hit.first: hit.last for hit in self.hits(concept)}
        return found

    def _match(self, pattern: Pattern, first: int) -> int | None:
        """The number of the last word of the longest match that begins at word `first`, or None.

        All places that each step may have are kept at once, so that the work is bounded by the width of the gaps.
        """
        if pattern.is_word:
            return first  # it was found by its only word
        if pattern.beside:
            return self._run(pattern.beside, first)
        if pattern.before and first and self._follows(first - 1, first - 1) and self._is(pattern.before, first - 1):
            return None
        ends = self._step(pattern.first, first)
        for step in pattern.rest:
            if not ends:
                return None
            if step.barred:
                ends = [end for end in ends if not (self._follows(first, end) and self._is(step, end + 1))]
            else:
                ends = list(dict.fromkeys(end for last in ends for end in self._next(step, first, last)))
        return max(ends, default=None)

    def _run(self, beside: tuple[frozenset[str], ...], first: int) -> int | None:
        """The last of some words that stand side by side after word `first`, but for little words; or None.

        What `_match` does for any pattern, for the plain ones, which are most.
        """
        words, forms = self.words, self.forms
        sentence, at = words[first].sentence, first
        for wanted in beside:
            at += 1
            passed = 0
            while True:
                if at >= len(words) or words[at].sentence != sentence:
                    return None
                if not wanted.isdisjoint(forms[at]):
                    break
                if passed == FILLERS_BETWEEN or words[at].text not in FILLER:
                    return None
                passed += 1
                at += 1
        return at

    def _is(self, step: Step, number: int) -> bool:
        """Whether word `number` is one that a step asks for."""
        forms = self.forms[number]
        if not step.forms.isdisjoint(forms):
            return True
        word = self.words[number].text
        return bool(step.exact) and (word in step.exact or (not step.exact.isdisjoint(forms) and not is_word(word)))

    def _step(self, step: Step, number: int) -> list[int]:
        """The last words of a step that begins at word `number`: none or one."""
        if step.concept:
            last = self._stands(step.concept).get(number)
            return [] if last is None else [last]
        return [number] if self._is(step, number) else []

    def _follows(self, first: int, last: int) -> bool:
        """Whether the sentence of word `first` goes on after word `last`."""
        return last + 1 < len(self.words) and self.words[last + 1].sentence == self.words[first].sentence

    def _next(self, step: Step, first: int, last: int) -> Iterator[int]:
        """Where a step may end that comes after word `last`."""
        passed = 0
        while self._follows(first, last):
            last += 1
            ends = self._step(step, last)
            yield from ends
            if step.gap is None and (ends or self.words[last].text not in FILLER):
                return
            passed += 1
            if passed > (FILLERS_BETWEEN if step.gap is None else step.gap):
                return

    # --- what is the learner's own ----------------------------------------------------------------------------------

    @cached_property
    def copied(self) -> list[bool]:
        """For each word whether it lies in a stretch copied from the article, the question or what the tutor says."""
        told = from_told(self.words, self.told)
        return [any(flags) for flags in zip(self.copied_from_article, self.copied_from_question, told, strict=True)]

    @cached_property
    def copied_from_article(self) -> list[bool]:
        """For each word whether it lies in a stretch copied from the article."""
        return from_article(self.words, self.article)

    @cached_property
    def copied_from_question(self) -> list[bool]:
        """For each word whether it lies in a stretch copied from the question."""
        return from_question(self.words, self.ask)

    @cached_property
    def quoted(self) -> list[bool]:
        """For each word whether it stands in quotation marks that quote something."""
        opened = sorted(span for span in self.quotations if not self._is_stray(span))
        flags = []
        at = 0
        for word in self.words:
            while at < len(opened) and opened[at].end <= word.span.start:
                at += 1
            flags.append(at < len(opened) and opened[at].start <= word.span.start)
        return flags

    def _is_stray(self, quotation: Span) -> bool:
        """Whether a quotation is so long, and so little of it the article's, that a mark was only left open."""
        numbers = self.within(quotation)
        if len(numbers) < STRAY_WORDS:
            return False
        return sum(self.copied_from_article[n] for n in numbers) < STRAY_SHARE * len(numbers)

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """The numbers of the words before which a quotation opens or closes, or an address stands."""
        cited = {bisect_left(self._starts, span.start) for span, _ in self.citations}
        turns = {n for n in range(1, len(self.words)) if self.quoted[n] != self.quoted[n - 1]}
        return tuple(sorted(cited | turns))

    def own(self, number: int) -> bool:
        """Whether word `number` is the learner's own: neither copied nor quoted."""
        return not self.copied[number] and not self.quoted[number]

    @cached_property
    def own_content(self) -> int:
        """How many content words are the learner's own."""
        return sum(1 for number, word in enumerate(self.words) if word.text not in FUNCTION and self.own(number))

    @cached_property
    def different(self) -> int:
        """How many different words, whatever their forms, are not copied from the article."""
        said = {self.words[n].text for n, copied in enumerate(self.copied_from_article) if not copied}
        return len(set(map(lemma, said)))

    def borrowed(self, hits: Iterable[Hit]) -> bool:
        """Whether all these words are copied or quoted, and the learner says next to nothing beside them."""
        hits = tuple(hits)
        if self.own_content >= OWN_AROUND_COPY or (self.own_content and any(map(self._picked, hits))):
            return False
        return not any(self.own(number) for hit in hits for number in range(hit.first, hit.last + 1))

    def _picked(self, hit: Hit) -> bool:
        """Whether a hit is a short term set in quotation marks, as one does to speak of a word."""
        span = self.span(hit.first, hit.last)
        return any(
            marked.start <= span.start and span.end <= marked.end and len(marked.of(self.text).split()) <= PICKED_WORDS
            for marked in self.quotations
        )

    def pasted(self, hit: Hit) -> bool:
        """Whether the whole sentence that a hit stands in is the article's."""
        return all(self.copied_from_article[number] for number in self.sentence(hit.first))

    # --- spans ------------------------------------------------------------------------------------------------------

    def span(self, first: int, last: int) -> Span:
        """The characters from word `first` to word `last`."""
        return Span(self.words[first].span.start, self.words[last].span.end)

    def spans(self, hits: Iterable[Hit]) -> tuple[Span, ...]:
        """The characters of hits, in order, each once."""
        return tuple(sorted({hit.citation or self.span(hit.first, hit.last) for hit in hits}))

    def within(self, span: Span) -> range:
        """The numbers of the words that a span of characters covers, or cuts."""
        first = bisect_right(self._ends, span.start)
        return range(first, max(first, bisect_left(self._starts, span.end)))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.span.start for word in self.words]

    @cached_property
    def _ends(self) -> list[int]:
        return [word.span.end for word in self.words]

    def sentence(self, number: int) -> range:
        """The numbers of the words in the sentence of word `number`."""
        return self._sentences[number]

    def clause(self, number: int) -> range:
        """The numbers of the words in the clause of word `number`."""
        return self._clauses[number]

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """The sentences, as the numbers of their words, in order."""
        return tuple(dict.fromkeys(self._sentences))

    @cached_property
    def clauses(self) -> tuple[range, ...]:
        """The clauses, as the numbers of their words, in order."""
        return tuple(dict.fromkeys(self._clauses))

    @cached_property
    def _sentences(self) -> list[range]:
        return _stretches([word.sentence for word in self.words])

    @cached_property
    def _clauses(self) -> list[range]:
        return _stretches([word.clause for word in self.words])


def _stretches(parts: Sequence[int]) -> list[range]:
    """For each word the stretch of words that belong to the same part as it does."""
    stretches: list[range] = []
    for _, words in groupby(parts):
        size = len(list(words))
        stretches += [range(len(stretches), len(stretches) + size)] * size
    return stretches
