"""The judged part of a question: what is asked, the criteria, the misconceptions."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, Field, PrivateAttr, model_validator

from tutor.rubric.checks import AnyCheck
from tutor.rubric.checks.base import STRICT
from tutor.rubric.model import Finding
from tutor.rubric.scoring import Scoring
from tutor.rubric.vocabulary import Vocabulary

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A name of small letters, digits and hyphens."""

Words = Annotated[str, Field(min_length=1, max_length=2000)]


def _gather(model: type[BaseModel], value: Any) -> Any:
    """In the file a criterion's own keys and its check's keys stand side by side; the model keeps them apart."""
    if not isinstance(value, dict) or isinstance(value.get("test"), dict | BaseModel):
        return value
    own = {key: val for key, val in value.items() if key in model.model_fields and key != "test"}
    return {**own, "test": {key: val for key, val in value.items() if key not in own}}


class Criterion(BaseModel):
    """One check on a reply, with the probe asked while it is unmet."""

    model_config = STRICT
    id: Annotated[Slug, Field(description="A short name; it stands in reports and samples, never on the screen.")]
    probe: Annotated[
        Words | Annotated[list[Words], Field(min_length=1)] | None,
        Field(description="The question asked while this is unmet; a list gives a second wording for the second time."),
    ] = None
    optional: Annotated[
        bool,
        Field(strict=True, description="Whether the question closes without it: it is never probed, but it scores."),
    ] = False
    aim: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=60,
            description="What this wants, in a few words that learners may see: it is told under a reply, as shown or "
            "as still missing. Say what kind of thing is wanted, never which.",
        ),
    ] = None
    test: AnyCheck

    @cached_property
    def nothing(self) -> Finding:
        """The finding on a reply that has nothing of it."""
        return Finding(self.id, self.test.check, self.test.nothing, optional=self.optional)

    @model_validator(mode="before")
    @classmethod
    def _flat(cls, value: Any) -> Any:
        return _gather(cls, value)


class Misconception(BaseModel):
    """A check that catches a known wrong turn, with the question that challenges it."""

    model_config = STRICT
    id: Annotated[Slug, Field(description="A short name; it stands in reports and samples, never on the screen.")]
    challenge: Annotated[Words, Field(description="The question that makes the learner look again.")]
    test: AnyCheck

    @cached_property
    def nothing(self) -> Finding:
        """The finding on a reply that has nothing of it."""
        return Finding(self.id, self.test.check, self.test.nothing)

    @model_validator(mode="before")
    @classmethod
    def _flat(cls, value: Any) -> Any:
        return _gather(cls, value)


class Rubric(BaseModel):
    """What `assess` needs of a question. `lesson.Question` is one, with hints and samples added."""

    model_config = STRICT
    id: Annotated[Slug, Field(description="A short name; it stands in reports and never on the learner's screen.")]
    ask: Annotated[Words, Field(description="The question as the learner reads it, with one question mark.")]
    criteria: Annotated[
        list[Criterion],
        Field(min_length=1, description="What a full answer has. The first that is unmet is probed first."),
    ]
    misconceptions: Annotated[
        list[Misconception], Field(description="Known wrong turns; a reply that takes one is no full answer.")
    ] = []
    scoring: Annotated[
        Scoring | None, Field(description="How `tutor grade` scores a reply; learners never see it.")
    ] = None

    _vocabulary: Vocabulary = PrivateAttr()

    def model_post_init(self, context: Any) -> None:
        """A question used without a lesson knows only the phrases given in place."""
        self.use(Vocabulary())

    @property
    def vocabulary(self) -> Vocabulary:
        """The lesson's concepts and those this question gives in place, ready to be matched."""
        return self._vocabulary

    @property
    def told(self) -> tuple[str, ...]:
        """What the tutor may say about this question, beside asking it: probes, challenges and aims."""
        probes = [c.probe if isinstance(c.probe, list) else [c.probe] for c in self.criteria if c.probe]
        aims = [criterion.aim for criterion in self.criteria if criterion.aim]
        return (*(text for texts in probes for text in texts), *(m.challenge for m in self.misconceptions), *aims)

    def use(self, vocabulary: Vocabulary) -> None:
        """Take the lesson's concepts. The loader calls this once."""
        parts: tuple[Criterion | Misconception, ...] = (*self.criteria, *self.misconceptions)
        refs = [ref for part in parts for ref in part.test.concepts()]
        lists = sorted({tuple(ref) for ref in refs if not isinstance(ref, str)})
        names = sorted({ref for ref in refs if isinstance(ref, str)})
        self._vocabulary = Vocabulary(vocabulary.concepts, vocabulary.holders, lists, names)
