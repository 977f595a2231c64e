"""The tables of a lesson file as a teacher sees them: what each is called, and which keys it has.

Keys come from the models, so nothing is listed twice; only names and examples are added here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from tutor.lesson.model import ArticleSource, Hint, Lesson, Question, Reading, ReadingPart, Sample
from tutor.lesson.places import KeyPath
from tutor.rubric.checks import AnyCheck, Check
from tutor.rubric.rubric import Criterion, Misconception
from tutor.rubric.scoring import Level, Scoring


@dataclass(frozen=True, slots=True)
class Table:
    """One sort of table: what to call one, the header it is written under, its model.

    `instead` are words a teacher may write for one of its keys: a sibling table's, or a synonym.
    """

    noun: str
    header: str
    model: type[BaseModel]
    instead: Mapping[str, str]

    @property
    def one(self) -> str:
        """The noun with its article: `a question`; the lesson itself and [article] stand alone."""
        return self.noun if self.noun[0] in "[t" else f"a {self.noun}"


TABLES: Mapping[tuple[str, ...], Table] = {
    (): Table("the lesson", "", Lesson, {"name": "title", "goals": "objectives"}),
    ("article",): Table("[article]", "[article]", ArticleSource, {"path": "file", "url": "source", "text": "file"}),
    ("reading",): Table("[reading]", "[reading]", Reading, {"ask": "purpose", "question": "purpose", "part": "parts"}),
    ("reading", "parts"): Table(
        "part", "[[reading.parts]]", ReadingPart, {"after": "until", "question": "until", "end": "to"}
    ),
    ("questions",): Table(
        "question",
        "[[questions]]",
        Question,
        {"question": "ask", "text": "ask", "prompt": "ask", "say": "ask", "tries": "attempts"},
    ),
    ("questions", "criteria"): Table(
        "criterion", "[[questions.criteria]]", Criterion, {"challenge": "probe", "ask": "probe"}
    ),
    ("questions", "misconceptions"): Table(
        "misconception",
        "[[questions.misconceptions]]",
        Misconception,
        {"probe": "challenge", "ask": "challenge"},
    ),
    ("questions", "scoring"): Table(
        "[questions.scoring]", "[questions.scoring]", Scoring, {"level": "levels", "score": "points"}
    ),
    ("questions", "scoring", "levels"): Table(
        "level",
        "[[questions.scoring.levels]]",
        Level,
        {"score": "level", "at_least": "points", "not": "none_of", "needs": "all_of"},
    ),
    ("questions", "hints"): Table(
        "hint",
        "[[questions.hints]]",
        Hint,
        {"text": "say", "hint": "say", "ask": "say", "about": "show", "from": "show"},
    ),
    ("questions", "samples"): Table(
        "sample", "[[questions.samples]]", Sample, {"reply": "answer", "text": "answer", "verdict": "expect"}
    ),
}

CHECKS: Mapping[str, type[Check]] = {
    get_args(check.model_fields["check"].annotation)[0]: check for check in get_args(get_args(AnyCheck)[0])
}
"""The name of each check to its model."""

EXAMPLES: Mapping[str, str] = {
    "format": "format = 1",
    "article": '[article] and under it file = "article.md"',
    "reading": '[reading] and under it purpose = "What does the writer want?"',
    "parts": "[[reading.parts]] with to and until",
    "to": 'to = "p4"',
    "questions": "[[questions]]",
    "criteria": '[[questions.criteria]] with an id and a check, such as check = "cites"',
    "id": 'id = "a-short-name"',
    "kind": 'kind = "evidence"',
    "check": 'check = "cites"',
    "from": 'from = ["p4s2"]',
    "show": 'show = ["p4"]',
    "about": 'about = ["p4"]',
    "label": 'label = "opinion"',
    "words": "words = 20",
    "share": "share = 0.5",
    "at_least": "at_least = 2",
    "attempts": "attempts = 3",
    "holder": 'holder = "author"',
    "scoring": "[questions.scoring] and under it levels",
    "levels": "[[questions.scoring.levels]] with a level and what it asks for",
    "level": "level = 1",
    "points": "points = 2",
    "does": 'does = "help"',
    "who": 'who = "author"',
    "of": 'of = ["jobs", "loss"]',
    "expect": 'expect = "met"',
    "all_of": 'all_of = ["jobs", "loss"]',
    "any_of": 'any_of = ["jobs", "loss"]',
    "optional": "optional = true",
    "denied": "denied = true",
    "every": "every = true",
}
"""What to write for a key, where `key = "…"` would not do."""


def example(key: str) -> str:
    """How a key is written."""
    return EXAMPLES.get(key, f'{key} = "…"')


def every_key() -> frozenset[str]:
    """All keys that any table of a lesson may have."""
    own = [key for table in TABLES.values() for key in keys_of(table)]
    return frozenset(own).union(*map(keys_of_check, CHECKS.values()))


def kind_of(path: KeyPath) -> tuple[str, ...]:
    """A path without the numbers in it: which sort of table it leads to."""
    return tuple(part for part in path if isinstance(part, str))


def at(raw: object, path: KeyPath) -> Any:
    """What stands at `path` in the file as read; None where nothing does."""
    for part in path:
        match raw, part:
            case (dict(), str()) if part in raw:
                raw = raw[part]
            case (list(), int()) if 0 <= part < len(raw):
                raw = raw[part]
            case _:
                return None
    return raw


def has_check(table: Table) -> bool:
    """Whether the keys of a check stand in this table beside its own."""
    return "test" in table.model.model_fields


def keys_of(table: Table, check: object = None) -> tuple[str, ...]:
    """The keys that a table of this sort may have; with a check, those of the check it names too."""
    own = [field.alias or name for name, field in table.model.model_fields.items() if name != "test"]
    if has_check(table):
        model = CHECKS.get(check) if isinstance(check, str) else None
        own += keys_of_check(model) if model else ["check"]
    return tuple(own)


def keys_of_check(check: type[Check]) -> tuple[str, ...]:
    """The keys a check brings, `check` itself first."""
    return tuple(field.alias or name for name, field in check.model_fields.items())


def called(raw: object, path: KeyPath) -> str:
    """What to call the table at `path`: `the question "evidence"`, `question 2`, `[article]`."""
    table = TABLES[kind_of(path)]
    if not path or isinstance(path[-1], str):
        return table.noun
    name = at(raw, (*path, "id"))
    return f'the {table.noun} "{name}"' if isinstance(name, str) and name else f"{table.noun} {path[-1] + 1}"


def texts(raw: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text in the file as read, with its path."""
    match raw:
        case str():
            yield path, raw
        case dict():
            for key, value in raw.items():
                yield from texts(value, (*path, key))
        case list():
            for number, item in enumerate(raw):
                yield from texts(item, (*path, number))
        case _:
            pass
