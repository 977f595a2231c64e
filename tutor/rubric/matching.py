"""Where phrases stand among the words of a reply."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from tutor.article import Reference, Span
from tutor.rubric.patterns import Entry, Patterns, patterns_of
from tutor.rubric.phrases import Pattern, Phrase, Phrases, Step
from tutor.rubric.vocabulary import ConceptKey, Vocabulary
from tutor.rubric.wordlists import FILLER
from tutor.rubric.words import Word, is_word

# A phrase may have this many filler words between two of its words.
FILLERS_BETWEEN = 2


class Hit(NamedTuple):
    """One place where a phrase of a concept stands: word numbers `first` to `last`, and whether it is denied.

    A `Matcher` leaves `denied` to `denials.Denials`.
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


class Matcher:
    """Finds phrases in one reply: its words, the forms of each, and the addresses in it with what they stand for.

    Whether they are denied there is another matter: it takes having found them all.
    """

    def __init__(
        self,
        words: Sequence[Word],
        forms: Sequence[frozenset[str]],
        citations: Sequence[tuple[Span, Reference]],
        vocabulary: Vocabulary,
    ) -> None:
        self._words = words
        self._forms = forms
        self._citations = citations
        self._vocabulary = vocabulary
        self._places: dict[str, list[int]] = {}
        for number, of_word in enumerate(forms):
            for form in of_word:
                self._places.setdefault(form, []).append(number)
        self._standing: dict[ConceptKey, tuple[Hit, ...]] = {}
        self._lasts: dict[str, Mapping[int, int]] = {}

    # --- concepts ---------------------------------------------------------------------------------------------------

    def hits(self, key: ConceptKey) -> tuple[Hit, ...]:
        """Where a concept stands, in order; of phrases that begin at one word the longest counts."""
        if key in self._vocabulary.known:
            return self.standing.get(key, ())
        return self.find(self._vocabulary.phrases(key))

    @cached_property
    def standing(self) -> Mapping[ConceptKey, tuple[Hit, ...]]:
        """All concepts of the lesson that stand here, and where.

        All at once, from the words of the reply: there are many, and few have a phrase that begins with one of these.
        """
        patterns = self._vocabulary.patterns
        absent = patterns.absent(self._places.keys())
        by_words = self._of_words(patterns.by_first, absent)
        for key, longest in by_words.items():
            if key not in patterns.indirect:
                absent = self._found(key, self._settled(longest, ()), patterns, absent)
        for key in patterns.indirect:
            longest = by_words.get(key, {})
            self._refer(patterns.referring.get(key, ()), longest, absent)
            absent = self._found(key, self._settled(longest, patterns.places.get(key, ())), patterns, absent)
        return self._standing

    def _found(self, key: ConceptKey, hits: tuple[Hit, ...], patterns: Patterns, absent: int) -> int:
        """Note where a concept stands, if it does; returns the bits that then are still `absent`."""
        if not hits:
            return absent
        self._standing[key] = hits
        return absent & ~patterns.standing.get(key, 0)

    def find(self, phrases: Phrases) -> tuple[Hit, ...]:
        """Where any of these phrases stands; as `hits`."""
        return self._settled(self._longest(phrases), patterns_of(phrases).places.get((), ()))

    def stretches(self, phrases: Phrases) -> frozenset[tuple[int, int]]:
        """First and last word of every place where one of these phrases stands, be it within another."""
        return frozenset((first, last) for first, (last, _) in self._longest(phrases).items())

    def _longest(self, phrases: Phrases) -> _Longest:
        patterns = patterns_of(phrases)
        absent = patterns.absent(self._places.keys())
        longest = self._of_words(patterns.by_first, absent).get((), {})
        for concept, bit in patterns.standing.items():
            absent &= ~bit if concept in self.standing else -1
        self._refer(patterns.referring.get((), ()), longest, absent)
        return longest

    def _of_words(self, by_first: Mapping[str, Sequence[Entry]], absent: int) -> dict[ConceptKey, _Longest]:
        """For every concept with phrases made of words alone that stand here, where they do."""
        found: dict[ConceptKey, _Longest] = {}
        for form, places in self._places.items():
            for key, needs, phrase, pattern in by_first.get(form, ()):
                if not needs & absent:
                    for first in places:
                        last = self._match(pattern, first)
                        if last is not None:
                            _note(first, last, phrase, found.setdefault(key, {}))
        return found

    def _refer(self, referring: Sequence[Entry], longest: _Longest, absent: int) -> None:
        """Add the matches of patterns that refer to concepts."""
        for _, needs, phrase, pattern in referring:
            if not needs & absent:
                for first, end in self._beginnings(pattern.first).items():
                    last = self._follow(pattern, first, end)
                    if last is not None:
                        _note(first, last, phrase, longest)

    def _beginnings(self, step: Step) -> Mapping[int, int]:
        """Where the first step of a pattern stands: last word by first word."""
        if step.concept:
            return self._stands(step.concept)
        places = {number for form in step.words for number in self._places.get(form, ())}
        return {number: number for number in places if not step.exact or self._is(step, number)}

    def _stands(self, concept: str) -> Mapping[int, int]:
        """Where a concept of the lesson stands: last word by first word."""
        found = self._lasts.get(concept)
        if found is None:
            found = self._lasts[concept] = {hit.first: hit.last for hit in self._standing.get(concept, ())}
        return found

    def _settled(self, longest: _Longest, places: Sequence[Phrase]) -> tuple[Hit, ...]:
        """Matches and addresses in order; no match within another."""
        if not longest and not (places and self._citations):
            return ()
        found: list[Hit] = []
        end = -1
        for first in sorted(longest):
            last, text = longest[first]
            if last > end:  # not "Ferrow" within "Nadia Ferrow"
                found.append(Hit(first, last, False, text))
                end = last
        if places and self._citations:
            found = sorted([*self._cited(places), *found], key=lambda hit: hit.first)
        return tuple(found)

    def _cited(self, places: Sequence[Phrase]) -> Iterator[Hit]:
        starts = [word.span.start for word in self._words]
        for span, reference in self._citations if starts else ():
            for phrase in places:
                if phrase.place and phrase.place.covers(reference.first):
                    number = min(bisect_left(starts, span.start), len(starts) - 1)
                    yield Hit(number, number, False, phrase.text, span)
                    break

    # --- one pattern at one word ------------------------------------------------------------------------------------

    @cached_property
    def _stops(self) -> list[int]:
        """For each word the number of the first one behind its sentence."""
        stops = list(range(1, len(self._words) + 1))
        for number in range(len(stops) - 2, -1, -1):
            if self._words[number].sentence == self._words[number + 1].sentence:
                stops[number] = stops[number + 1]
        return stops

    def _match(self, pattern: Pattern, first: int) -> int | None:
        """The number of the last word of the longest match of words alone that begins at word `first`, or None.

        All places that each step may have are kept at once, so that the work is bounded by the width of the gaps.
        """
        if pattern.is_word:
            return first  # it was found by its only word
        if pattern.beside:
            return self._run(pattern.beside, first)
        return self._follow(pattern, first, first) if self._is(pattern.first, first) else None

    def _follow(self, pattern: Pattern, first: int, end: int) -> int | None:
        """As `_match`, where the first step stands from word `first` to word `end`."""
        before = pattern.before
        if before and first and self._stops[first - 1] > first and self._is(before, first - 1):
            return None
        ends = {end}
        stop = self._stops[first]
        for step in pattern.rest:
            if not ends:
                return None
            if step.barred:
                ends = {end for end in ends if end + 1 >= stop or not self._is(step, end + 1)}
            else:
                ends = self._next(step, ends, stop)
        return max(ends, default=None)

    def _run(self, beside: Sequence[frozenset[str]], first: int) -> int | None:
        """The last of some words that stand side by side after word `first`, but for little words; or None.

        What `_match` does for any pattern, for the plain ones, which are most.
        """
        words, forms, stop = self._words, self._forms, self._stops[first]
        at = first
        for wanted in beside:
            at += 1
            passed = 0
            while True:
                if at >= stop:
                    return None
                if not wanted.isdisjoint(forms[at]):
                    break
                if passed == FILLERS_BETWEEN or words[at].text not in FILLER:
                    return None
                passed += 1
                at += 1
        return at

    def _next(self, step: Step, ends: Iterable[int], stop: int) -> set[int]:
        """Where a step may end that comes after one of the words `ends`, and before word `stop`."""
        widest = FILLERS_BETWEEN if step.gap is None else step.gap
        stands = self._stands(step.concept) if step.concept else None
        found: set[int] = set()
        for last in ends:
            for at in range(last + 1, min(last + 2 + widest, stop)):
                end = stands.get(at) if stands is not None else at if self._is(step, at) else None
                if end is not None:
                    found.add(end)
                if step.gap is None and (end is not None or self._words[at].text not in FILLER):
                    break
        return found

    def _is(self, step: Step, number: int) -> bool:
        """Whether word `number` is one that a step asks for."""
        forms = self._forms[number]
        if not step.forms.isdisjoint(forms):
            return True
        if not step.exact:
            return False
        word = self._words[number].text
        return word in step.exact or (not step.exact.isdisjoint(forms) and not is_word(word))


def _note(first: int, last: int, phrase: Phrase, longest: _Longest) -> None:
    """Note a match, unless a longer one begins at the same word; of two as long the later by its text."""
    known = longest.get(first)
    if known is None or known < (last, phrase.text):
        longest[first] = (last, phrase.text)
