"""A reply as the checks see it: words, sentences, citations, quotations, copied stretches, concepts found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import groupby

from tutor.article import Article, Reference, Span
from tutor.article.pointing import citations, quotations
from tutor.rubric.copying import from_article, from_question, from_told
from tutor.rubric.denials import Denials
from tutor.rubric.matching import Hit, Matcher
from tutor.rubric.phrases import Phrases
from tutor.rubric.vocabulary import ConceptKey, Vocabulary
from tutor.rubric.wordlists import FUNCTION
from tutor.rubric.words import Word, lemma, tokenise

__all__ = ["Hit", "Reading"]

# Copied words count for what they say only when the learner says at least so many content words beside them.
OWN_AROUND_COPY = 3
# Fewer do beside a term of so many words, picked out with quotation marks.
PICKED_WORDS = 4

# A quotation of so many words, of which less than this share is the article's, is none: a mark was left open.
STRAY_WORDS = 15
STRAY_SHARE = 1 / 3


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
        self.citations, self.words = _read(text)
        self._hits: dict[ConceptKey, tuple[Hit, ...]] = {}

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """What stands in quotation marks, the marks left out."""
        return quotations(self.text)

    @cached_property
    def forms(self) -> list[frozenset[str]]:
        """For each word the forms it may be matched by: itself, its lemma, what it may be a slip of."""
        forms = self.vocabulary.forms
        return [forms(word.text) for word in self.words]

    # --- concepts ---------------------------------------------------------------------------------------------------

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.words, self.forms, self.citations, self.vocabulary)

    @cached_property
    def _denials(self) -> Denials:
        matcher, denials = self._matcher, self.vocabulary.denials
        return Denials(self.words, lambda: matcher.stretches(denials))  # not `self`: a circle would outlive the reply

    def hits(self, concept: str | Sequence[str]) -> tuple[Hit, ...]:
        """Where a concept stands, denied or not, in order; of phrases that begin at one word the longest counts."""
        key = concept if isinstance(concept, str) else tuple(concept)
        found = self._hits.get(key)
        if found is None:
            hits = self._matcher.hits(key)
            found = self._hits[key] = self._denials.marked(hits) if hits else ()
        return found

    @cached_property
    def standing(self) -> Mapping[ConceptKey, tuple[Hit, ...]]:
        """All concepts of the lesson that stand here, and where; whether they are denied is left out."""
        return self._matcher.standing

    def has_none(self, concepts: frozenset[ConceptKey]) -> bool:
        """Whether all of these are concepts of the lesson, and none of them stands here."""
        return concepts.isdisjoint(self.standing) and self.vocabulary.known >= concepts

    def find(self, phrases: Phrases) -> tuple[Hit, ...]:
        """Where any of these phrases stands; as `hits`."""
        return self._denials.marked(self._matcher.find(phrases))

    # --- what is the learner's own ----------------------------------------------------------------------------------

    @cached_property
    def copied(self) -> list[bool]:
        """For each word whether it lies in a stretch copied from the article, the question or what the tutor says."""
        told = from_told(self.words, self.told)
        flags = zip(self.copied_from_article, self.copied_from_question, told, strict=True)
        return [article or question or tutor for article, question, tutor in flags]

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
        if not opened:
            return [False] * len(self.words)
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
        said = {word.text for word, copied in zip(self.words, self.copied_from_article, strict=True) if not copied}
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


@lru_cache(maxsize=64)  # checking a lesson reads each of its samples for every question
def _read(text: str) -> tuple[tuple[tuple[Span, Reference], ...], tuple[Word, ...]]:
    """The addresses in a text, with what they stand for, and its words."""
    cited = citations(text)
    return cited, tuple(tokenise(text, [span for span, _ in cited]))


def _stretches(parts: Sequence[int]) -> list[range]:
    """For each word the stretch of words that belong to the same part as it does."""
    stretches: list[range] = []
    for _, words in groupby(parts):
        size = len(list(words))
        stretches += [range(len(stretches), len(stretches) + size)] * size
    return stretches
