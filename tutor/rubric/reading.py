"""A reply as the checks see it: words, sentences, citations, quotations, copied stretches, concepts found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tutor.article import Article, Reference, Span
from tutor.article.pointing import citations, quotations
from tutor.rubric.vocabulary import Phrase, Vocabulary
from tutor.rubric.wordlists import FILLER, FUNCTION, NEGATING_PAIRS, NEGATORS, NOT_DENYING
from tutor.rubric.words import Word, lemma, tokenise

# A stretch counts as copied from this many words on. Five from the article: four-word runs are common by chance. Four
# from the question: it is short, and echoing it is the commonest way to fill a line.
COPIED_FROM_ARTICLE = 5
COPIED_FROM_QUESTION = 4

# How far a negation reaches to the right within its clause, in words: "does not give any real evidence".
NEGATION_REACH = 5

# A phrase may have this many filler words between two of its words.
FILLERS_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a phrase of a concept stands: word numbers `first` to `last`, and whether it is denied."""

    first: int
    last: int
    denied: bool
    phrase: str


class Reading:
    """A text of the learner's, read once for all checks of one question.

    `text` is as typed; `words` leave out the addresses; all spans are characters of `text`.
    """

    def __init__(self, text: str, ask: str, article: Article, vocabulary: Vocabulary) -> None:
        self.text = text
        self.ask = ask
        self.article = article
        self.vocabulary = vocabulary
        self.citations: tuple[tuple[Span, Reference], ...] = citations(text)
        self.words: list[Word] = tokenise(text, [span for span, _ in self.citations])
        self._hits: dict[object, tuple[Hit, ...]] = {}

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
        key = concept if isinstance(concept, str) else tuple(concept)
        found = self._hits.get(key)
        if found is None:
            found = self.find(self.vocabulary.phrases(key))
            self._hits[key] = found
        return found

    def find(self, phrases: Iterable[Phrase]) -> tuple[Hit, ...]:
        """Where any of these phrases stands; as `hits`."""
        best: dict[int, Hit] = {}
        for phrase in phrases:
            for first in self._starts(phrase):
                last = self._match(phrase, first)
                if last is not None and (first not in best or best[first].last < last):
                    best[first] = Hit(first, last, self._denied(first), phrase.text)
        return tuple(best[first] for first in sorted(best))

    def _starts(self, phrase: Phrase) -> Iterator[int]:
        if phrase.words:
            seen = {number for form in phrase.words[0] for number in self._places.get(form, ())}
            yield from sorted(seen)

    def _match(self, phrase: Phrase, first: int) -> int | None:
        """The number of the last word of a match that begins at word `first`, or None."""
        at = first
        sentence = self.words[first].sentence
        for wanted in phrase.words[1:]:
            at += 1
            fillers = 0
            while at < len(self.words) and self.words[at].sentence == sentence and not self.forms[at] & wanted:
                if self.words[at].text not in FILLER or fillers == FILLERS_BETWEEN:
                    return None
                fillers += 1
                at += 1
            if at >= len(self.words) or self.words[at].sentence != sentence:
                return None
        return at

    def _denied(self, first: int) -> bool:
        """Whether a negation to the left in the same clause reaches word `first`."""
        clause = self.words[first].clause
        for at in range(first - 1, max(-1, first - 1 - NEGATION_REACH), -1):
            word = self.words[at]
            if word.clause != clause:
                return False
            following = self.words[at + 1].text
            if (lemma(word.text), following) in NEGATING_PAIRS:
                return True
            if (word.text in NEGATORS or lemma(word.text) in NEGATORS) and following not in NOT_DENYING:
                return word.text != "no" or not self._answers_no(at)
        return False

    def _answers_no(self, at: int) -> bool:
        """Whether the "no" at word `at` denies nothing: it answers ("no it does not prove it") or doubts ("no doubt")."""
        following = self.words[at + 1].text
        opens = at == 0 or self.words[at - 1].sentence != self.words[at].sentence
        return following in ("doubt", "matter") or (opens and (following in FUNCTION or following in NEGATORS))

    # --- what is the learner's own ----------------------------------------------------------------------------------

    @cached_property
    def copied(self) -> list[bool]:
        """For each word whether it lies in a stretch copied from the article or the question."""
        grams = article_grams(self.article, COPIED_FROM_ARTICLE)
        article = covered(self.words, grams, COPIED_FROM_ARTICLE)
        question = self.copied_from_question
        return [a or q for a, q in zip(article, question, strict=True)]

    @cached_property
    def copied_from_question(self) -> list[bool]:
        """For each word whether it lies in a stretch copied from the question."""
        return covered(self.words, grams_of(self.ask, COPIED_FROM_QUESTION), COPIED_FROM_QUESTION)

    @cached_property
    def quoted(self) -> list[bool]:
        """For each word whether it stands in quotation marks."""
        flags = [False] * len(self.words)
        for number, word in enumerate(self.words):
            flags[number] = any(span.start <= word.span.start < span.end for span in self.quotations)
        return flags

    def own(self, number: int) -> bool:
        """Whether word `number` is the learner's own: neither copied nor quoted."""
        return not self.copied[number] and not self.quoted[number]

    @cached_property
    def own_content(self) -> int:
        """How many content words are the learner's own."""
        return sum(1 for number, word in enumerate(self.words) if word.text not in FUNCTION and self.own(number))

    # --- spans ------------------------------------------------------------------------------------------------------

    def span(self, first: int, last: int) -> Span:
        """The characters from word `first` to word `last`."""
        return Span(self.words[first].span.start, self.words[last].span.end)

    def spans(self, hits: Iterable[Hit]) -> tuple[Span, ...]:
        """The characters of hits, in order, each once."""
        return tuple(sorted({self.span(hit.first, hit.last) for hit in hits}))

    def sentence(self, number: int) -> range:
        """The numbers of the words in the sentence of word `number`."""
        return self._stretch(number, lambda word: word.sentence)

    def clause(self, number: int) -> range:
        """The numbers of the words in the clause of word `number`."""
        return self._stretch(number, lambda word: word.clause)

    def _stretch(self, number: int, key: object) -> range:
        part = key(self.words[number])  # type: ignore[operator]
        first = last = number
        while first > 0 and key(self.words[first - 1]) == part:  # type: ignore[operator]
            first -= 1
        while last + 1 < len(self.words) and key(self.words[last + 1]) == part:  # type: ignore[operator]
            last += 1
        return range(first, last + 1)


def covered(words: Sequence[Word], grams: frozenset[tuple[str, ...]], size: int) -> list[bool]:
    """For each word whether it lies in a run of `size` words that is one of `grams`."""
    flags = [False] * len(words)
    texts = [word.text for word in words]
    for start in range(len(texts) - size + 1):
        if tuple(texts[start : start + size]) in grams:
            flags[start : start + size] = [True] * size
    return flags


@lru_cache(maxsize=256)
def grams_of(text: str, size: int) -> frozenset[tuple[str, ...]]:
    """All runs of `size` words in a text; when it is shorter, the whole of it."""
    texts = [word.text for word in tokenise(text)]
    return frozenset(tuple(texts[start : start + size]) for start in range(max(1, len(texts) - size + 1)))


@lru_cache(maxsize=16)
def article_grams(article: Article, size: int) -> frozenset[tuple[str, ...]]:
    """All runs of `size` words in an article; runs over sentence ends count, as a pasted article has them."""
    return grams_of(article.text, size)


@lru_cache(maxsize=16)
def article_words(article: Article) -> frozenset[str]:
    """All words of an article, lower-case."""
    return frozenset(word.text for word in tokenise(article.text))
