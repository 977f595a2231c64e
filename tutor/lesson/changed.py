"""A change in a lesson's concepts, and the replies that it can tell on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.rubric.phrases import Pattern, Phrase

# Words that the dictionary does not know may be slips of those a lesson looks for, from this length on.
LEAST_SLIP = 4
# Texts whose words are kept: a lesson of eleven questions has some 250, and is asked about each for every question.
KEPT = 512

Concepts = Mapping[str, Sequence[str]]


class Change:
    """What has come or gone in concepts that a question does not name.

    It tells on a reply all the same: on what is a slip of spelling in it, and on whether it is a bare list of terms.
    But only where the reply has a word that has become a term, or is none any more, or all words of a changed phrase,
    be it misspelt. The question's own concepts are another matter: a check may look at phrases that no reply has.
    """

    def __init__(self, before: Concepts, after: Concepts) -> None:
        self.between = before, after
        old, new = _phrases(before), _phrases(after)
        changed = _compiled(text for _, text in old ^ new)
        # In a phrase that refers to a concept, words of whichever phrase of that count as terms.
        inside = {name for _, text in old | new for name in _references(text)}
        nested = _compiled(text for name, text in old ^ new if name in inside)
        terms = _forms(_compiled(text for _, text in old)) ^ _forms(_compiled(text for _, text in new))
        self._terms = terms | _forms(nested)
        self._words = self._terms | _forms(changed)
        self._patterns = tuple(pattern for phrase in changed for pattern in phrase.patterns)
        self._has_places = any(phrase.place for phrase in changed)  # which may be written in many ways

    def tells_on(self, reply: str) -> bool:
        """Whether a verdict on this reply may be another one now."""
        from tutor.rubric.words import slips_of

        if self._has_places or not self._patterns:
            return self._has_places
        forms, unknown = _said(reply)
        forms = forms.union(slip for word in unknown for slip in slips_of(word, self._words))
        return not forms.isdisjoint(self._terms) or any(_may_stand(pattern, forms) for pattern in self._patterns)


def _phrases(concepts: Concepts) -> frozenset[tuple[str, str]]:
    return frozenset((name, text) for name, texts in concepts.items() for text in texts)


def _compiled(texts: Iterable[str]) -> tuple[Phrase, ...]:
    from tutor.rubric.phrases import compile_phrases

    return compile_phrases(texts).all


def _references(text: str) -> frozenset[str]:
    from tutor.rubric.phrases import concepts_in

    return concepts_in(text)


def _forms(phrases: Iterable[Phrase]) -> frozenset[str]:
    return frozenset(form for phrase in phrases for forms in phrase.forms for form in forms)


def _may_stand(pattern: Pattern, forms: frozenset[str]) -> bool:
    """Whether a reply whose words have these forms has all words of a pattern; what it refers to may stand there."""
    return all(step.concept or not forms.isdisjoint(step.forms | step.exact) for step in pattern.steps)


@lru_cache(maxsize=KEPT)
def _said(reply: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """All forms of the words of a reply, and those of its words that may be slips."""
    from tutor.rubric.words import forms_of, is_word, tokenise

    words = {word.text for word in tokenise(reply)}
    unknown = (word for word in words if len(word) >= LEAST_SLIP and not is_word(word))
    return frozenset(form for word in words for form in forms_of(word)), tuple(sorted(unknown))
