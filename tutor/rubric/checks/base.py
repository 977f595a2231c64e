"""What every check is: a frozen pydantic model whose fields are the keys a lesson file may have, and a `judge`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from tutor.article import Reference, parse_reference
from tutor.rubric.model import Aspect, Judgement, Verdict
from tutor.rubric.patterns import ConceptKey
from tutor.rubric.phrases import check_phrase

if TYPE_CHECKING:
    from tutor.rubric.reading import Reading


def _reference(value: object) -> Reference:
    if isinstance(value, Reference):
        return value
    reference = parse_reference(value) if isinstance(value, str) else None
    if reference is None:
        raise ValueError('expected an address such as "p4", "p4s2" or "p4s2-p5s1"')
    return reference


AddressText = Annotated[
    Reference,
    BeforeValidator(_reference),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": "^p[0-9]+(s[0-9]+)?(-p[0-9]+(s[0-9]+)?)?$", "examples": ["p4s2"]}),
]
"""A reference as a lesson writes it: `p4`, `p4s2`, `p4s2-p5s1`."""

LONGEST_PHRASE = 200
"""Characters."""
Phrase = Annotated[str, Field(min_length=1, max_length=LONGEST_PHRASE), AfterValidator(check_phrase)]
"""A phrase, as `tutor.rubric.phrases` reads it."""
ConceptRef = Annotated[
    str | Annotated[list[Phrase], Field(min_length=1)],
    Field(description="The name of a concept from [concepts], or a list of phrases used just here."),
]
"""A concept: by its name in the lesson's `[concepts]`, or as a list of phrases given in place."""

STRICT = ConfigDict(frozen=True, extra="forbid", defer_build=True, str_strip_whitespace=True, populate_by_name=True)
"""How every model of the lesson file is set up: unknown keys refused, nothing changed after loading."""


class Check(BaseModel):
    """One kind of check. Subclasses add their keys and say how they judge."""

    model_config = STRICT
    nothing: ClassVar[Judgement] = Judgement(Verdict.UNMET, Aspect.MISSING, "nothing that was asked for")
    """What is said of a reply that has nothing to judge."""
    check: str

    def concepts(self) -> tuple[ConceptRef, ...]:
        """The concepts this check looks for, for cross-reference checks and spelling."""
        return ()

    def needed(self) -> tuple[ConceptRef, ...]:
        """The concepts of which one must stand in a reply, or the judgement is `nothing`; none: there is no telling."""
        return ()

    @cached_property
    def _needed(self) -> frozenset[ConceptKey]:
        return frozenset(map(key_of, self.needed()))

    def finds_nothing(self, reading: Reading) -> bool:
        """Whether the judgement is plainly `nothing`: so most are, and they need no judging."""
        return bool(self._needed) and reading.has_none(self._needed)

    def references(self) -> tuple[Reference, ...]:
        """The addresses this check names, for cross-reference checks and for what to reread at a close."""
        return ()

    def judge(self, reading: Reading) -> Judgement:
        """Judge one text. Pure: the same reading gives the same judgement."""
        raise NotImplementedError


def key_of(concept: ConceptRef) -> ConceptKey:
    """What a vocabulary has a concept by."""
    return concept if isinstance(concept, str) else tuple(concept)


__all__ = ["STRICT", "AddressText", "Check", "ConceptRef", "Phrase", "key_of"]
