"""The lesson file: its models, whose field descriptions are the format's documentation."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, Field, model_validator

from tutor.lesson.kinds import Kind
from tutor.rubric.checks.base import STRICT, AddressText, Phrase
from tutor.rubric.model import Effort, Verdict
from tutor.rubric.rubric import Criterion, Misconception, Rubric, Slug, Words


def _as_text(value: object) -> object:
    # TOML has dates of its own, and a teacher need not know that a date wants quotation marks.
    return value.isoformat() if isinstance(value, date) else value


class ArticleSource(BaseModel):
    """Where the article is: a file beside the lesson, or a fingerprint of one that may not be passed on."""

    model_config = STRICT
    file: Annotated[
        str | None,
        Field(min_length=1, description="The article's file, beside lesson.toml: .txt or .md."),
    ] = None
    title: Annotated[str | None, Field(description="Shown where the article's own file gives none.")] = None
    author: Annotated[str | None, Field(description="Who wrote it; shown like the title.")] = None
    date: Annotated[
        str | None,
        BeforeValidator(_as_text),
        Field(description="When it was published; shown like the title."),
    ] = None
    source: Annotated[
        str | None,
        Field(description="Where the article was published, so that a teacher finds it."),
    ] = None
    fingerprint: Annotated[
        str | None,
        Field(
            pattern=r"^sha256:[0-9a-f]{64}$",
            description="What `tutor fingerprint FILE` prints, for an article left out.",
        ),
    ] = None
    marks: Annotated[
        list[str] | None,
        Field(description="A short mark per sentence, a line per paragraph; tells where a copy differs."),
    ] = None

    @model_validator(mode="after")
    def _has_article(self) -> Self:
        if self.file is None and self.fingerprint is None:
            raise ValueError("needs file (the article beside the lesson) or fingerprint (for one that is left out)")
        return self


class ReadingPart(BaseModel):
    """A part of the article that is read before the rest of it opens."""

    model_config = STRICT
    to: Annotated[AddressText, Field(description="The last paragraph of this part.")]
    until: Annotated[Slug, Field(description="The id of the question after which the next part opens.")]


class Reading(BaseModel):
    """The article is read before the first question, alone, and in parts if there are any."""

    model_config = STRICT
    purpose: Annotated[
        Words,
        Field(description="A question to keep in mind while reading; no answer to it is checked."),
    ]
    parts: Annotated[
        tuple[ReadingPart, ...],
        Field(description="The parts it is read in, but the last, which is the rest. Without any, all is open."),
    ] = ()


class Hint(BaseModel):
    """One rung of the hint ladder: a nudge, then where to look, then a sentence to complete."""

    model_config = STRICT
    say: Annotated[
        Words,
        Field(description="The hint. If it is no question, the open question is asked after it."),
    ]
    show: Annotated[tuple[AddressText, ...], Field(description="What to highlight in the article.")] = ()


class Sample(BaseModel):
    """An answer and what must come of it: the lesson's own test."""

    model_config = STRICT
    answer: Annotated[str, Field(description="A reply as a learner might type it.")]
    expect: Annotated[
        Verdict | dict[Slug, Verdict],
        Field(description='"met", "partly" or "unmet" for the whole reply, or a table of criterion id to verdict.'),
    ]
    misconceptions: Annotated[
        tuple[Slug, ...],
        Field(description="Ids of the misconceptions it must show, and no others."),
    ] = ()
    effort: Annotated[Effort, Field(description="What the reply must be taken for.")] = Effort.ANSWER


class Question(Rubric):
    """One Socratic question about the article."""

    kind: Annotated[Kind, Field(description="What the question practises; gives default probes and hints.")]
    draft: Annotated[
        bool,
        Field(strict=True, description="Proposed by `tutor new --draft` and not read yet: learners are not asked it."),
    ] = False
    open: Annotated[
        bool,
        Field(
            strict=True,
            description="Any honest answer will do: what the criteria miss is asked about once, and then the question "
            "closes with thanks. Nothing is told to be missing, and no teacher is asked to look.",
        ),
    ] = False
    about: Annotated[
        tuple[AddressText, ...],
        Field(description="What the question is about: shown, and highlighted."),
    ] = ()
    attempts: Annotated[
        int,
        Field(
            strict=True,
            ge=1,
            le=20,
            description="Answers that bring nothing new before the question closes kindly.",
        ),
    ] = 6
    hints: Annotated[tuple[Hint, ...], Field(description="The hint ladder, in order.")] = ()
    samples: Annotated[tuple[Sample, ...], Field(description="Answers to try the criteria on.")] = ()

    @property
    def parts(self) -> tuple[Criterion | Misconception, ...]:
        """All that has a check: the criteria, then the misconceptions."""
        return (*self.criteria, *self.misconceptions)

    @property
    def told(self) -> tuple[str, ...]:
        """What the tutor may say about this question, beside asking it: hints too."""
        return (*super().told, *(hint.say for hint in self.hints))


class Lesson(BaseModel):
    """A plan: an article, and questions in order."""

    model_config = STRICT
    format: Annotated[Literal[1], Field(description="The version of the lesson format: 1.")]
    title: Annotated[str, Field(min_length=1, max_length=120, description="What learners choose it by.")]
    level: Annotated[str, Field(description="For whom, in the teacher's words.")] = ""
    objectives: Annotated[tuple[str, ...], Field(description="What learners practise.")] = ()
    article: Annotated[ArticleSource, Field(description="The article the questions are about.")]
    reading: Annotated[Reading | None, Field(description="How the article is read before it is asked about.")] = None
    glossary: Annotated[
        dict[str, Words],
        Field(description="Hard words and what they mean: marked in the article, and for /define."),
    ] = {}
    concepts: Annotated[
        dict[str, Annotated[list[Phrase], Field(min_length=1)]],
        Field(description="Named groups of phrases that mean the same here. Inflections and slips of spelling count."),
    ] = {}
    questions: Annotated[
        tuple[Question, ...],
        Field(min_length=1, description="What is asked, in order."),
    ]
