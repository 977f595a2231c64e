"""A lesson's concepts, compiled so that the words of a reply find the phrases they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tutor.rubric.patterns import ConceptKey, Patterns
from tutor.rubric.phrases import Phrase, Phrases, compile_phrases, concepts_in
from tutor.rubric.wordlists import BUILT_IN, FILLER, NEGATORS
from tutor.rubric.words import forms_of, is_word, slips_of

__all__ = ["ConceptKey", "Vocabulary"]

# Little words that a phrase passes over, but for those that make a sentence of it.
_PASSED_OVER = FILLER - frozenset("is are was were be".split())


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Concept names to phrases; `holders` are the concepts that name who holds a view, anywhere in the lesson.

    `in_place` are the phrase lists that one question gives in place of a concept's name, and `asked` the names it uses.
    All phrases are known from the start, so that what counts as a slip of spelling does not depend on what was looked
    for before; they are compiled with the first reply, as that needs the dictionary.
    """

    concepts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    holders: Sequence[str] = ()
    in_place: Sequence[Sequence[str]] = ()
    asked: Sequence[str] = ()
    _forms: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False)
    _named: dict[ConceptKey, Mapping[str, frozenset[str]]] = field(default_factory=dict, init=False, repr=False)

    def phrases(self, concept: str | Sequence[str]) -> Phrases:
        """The phrases of a concept, given by name or as the phrases themselves.

        A name that the lesson does not have stands for itself as a phrase, and for nothing where a phrase refers to
        it; the loader refuses such lessons.
        """
        key: ConceptKey = concept if isinstance(concept, str) else tuple(concept)
        found = self._compiled.get(key)
        return compile_phrases((key,) if isinstance(key, str) else key) if found is None else found

    def texts(self, concept: str | Sequence[str]) -> tuple[str, ...]:
        """The phrases of a concept as written, and those of the concepts they refer to, each once."""
        found: dict[str, None] = {}
        waiting = [concept]
        seen: set[str] = set()
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                if one in seen:
                    continue
                seen.add(one)
                one = self.concepts.get(one, (one,))
            found |= dict.fromkeys(one)
            waiting += sorted({name for text in one for name in concepts_in(text)})
        return tuple(found)

    def forms(self, word: str) -> frozenset[str]:
        """All forms under which a reply's word may be looked up: those of `forms_of`, and what it may be a slip of.

        Only a word that the dictionary does not know is taken for a slip.
        """
        known = self._forms.get(word)
        if known is None:
            known = forms_of(word)
            if len(word) >= 4 and not known & self._wanted and not is_word(word):
                known = known.union(slips_of(word, self._wanted))
            if len(self._forms) > 20_000:  # a long-running grader must not grow without bound
                self._forms.clear()
            self._forms[word] = known
        return known

    @cached_property
    def _compiled(self) -> dict[ConceptKey, Phrases]:
        named: dict[ConceptKey, Phrases] = {key: compile_phrases(texts) for key, texts in self.concepts.items()}
        return named | {tuple(texts): compile_phrases(texts) for texts in self.in_place}

    @cached_property
    def patterns(self) -> Patterns:
        """The patterns of all concepts."""
        return Patterns(self._compiled)

    @cached_property
    def known(self) -> frozenset[ConceptKey]:
        """The concepts of the lesson and of the question, which `patterns` has."""
        return frozenset(self._compiled)

    @property
    def refs(self) -> tuple[ConceptKey, ...]:
        """All concepts: those of the lesson by name, and the phrase lists of the question."""
        return (*self.concepts, *map(tuple, self.in_place))

    @cached_property
    def denials(self) -> Phrases:
        """The phrases of this question that hold a negation ("no name"): it is spent in them."""
        asked = (*self.asked, *map(tuple, self.in_place))
        phrases = dict.fromkeys(phrase for key in asked for phrase in self.phrases(key).all)
        return Phrases(tuple(phrase for phrase in phrases if _holds_denial(phrase)))

    @cached_property
    def terms(self) -> frozenset[str]:
        """All forms of all words in the concepts."""
        phrases = (phrase for phrases in self._compiled.values() for phrase in phrases.all)
        return frozenset(form for phrase in phrases for forms in phrase.forms for form in forms)

    @cached_property
    def may_be_named(self) -> frozenset[str]:
        """All forms of the words that may lie in a phrase: those of the concepts, and little ones."""
        return self.terms | FILLER

    def named(self, concept: ConceptKey) -> Mapping[str, frozenset[str]]:
        """For each phrase of a concept, by its text, the forms of all words that may lie in it, little ones too."""
        found = self._named.get(concept)
        if found is None:
            self._named[concept] = {}  # a concept that refers to itself adds nothing to it
            found = {}
            for phrase in self.phrases(concept).all:
                refs = {ref for pattern in phrase.patterns for ref in pattern.concepts}
                nested = (forms for ref in refs for forms in self.named(ref).values())
                found[phrase.text] = _PASSED_OVER.union(*phrase.forms, *nested)
            self._named[concept] = found
        return found

    @cached_property
    def _wanted(self) -> frozenset[str]:
        """Words worth recognising when misspelt."""
        return frozenset(form for form in self.terms | BUILT_IN if len(form) >= 4)


def _holds_denial(phrase: Phrase) -> bool:
    """Whether a phrase of several words has a negation among them."""
    return any(pattern.rest and any(step.words & NEGATORS for step in pattern.steps) for pattern in phrase.patterns)
