"""Proposals as a lesson file: commented for the teacher, each with the sentence that led to it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import tomlkit

from tutor.article import Article
from tutor.drafting.proposal import Proposal
from tutor.drafting.story import is_story
from tutor.lesson.template import SCHEMA_FILE
from tutor.lesson.template import text as toml_text

# What to read for: a question that any article, or any story, gives some answer to.
_PURPOSE = "Who says what here, and how do they know?"
_STORY = "What is different at the end, and for whom?"
_WIDTH = 118
_TABLES = ("criteria", "misconceptions", "hints", "samples")
_RULE = "# " + "-" * 111


def draft_text(proposals: Sequence[Proposal], article: Article, *, slug: str) -> str:
    """lesson.toml of a draft: every question marked `draft = true`, for a teacher to keep, change or drop."""
    head = f"""\
#:schema {SCHEMA_FILE}
# A draft, made from the article alone. Nothing in it is certain: read each question as you would a stranger's.
# Any honest answer closes one with open = true; without that line, its criteria are asked for until they are met.
# Keep one by taking its line "draft = true" away, change it as you like, or delete it with all that stands below it.
# Then run: tutor check {slug}
"""
    return head + lesson_text(proposals, article, draft=True)


def lesson_text(proposals: Sequence[Proposal], article: Article, *, draft: bool = False) -> str:
    """A lesson file that asks these questions in this order. The same proposals give the same text."""
    lines = ["", "format = 1", f"title = {toml_text((article.title or _first_words(article))[:120])}", ""]
    lines += ["[article]", 'file = "article.md"', ""]
    lines += ["[reading]", f"purpose = {toml_text(_STORY if is_story(article) else _PURPOSE)}", ""]
    concepts: dict[str, Sequence[str]] = {}
    for proposal in proposals:
        concepts |= proposal.concepts
    if concepts:
        lines.append("[concepts]")
        for name, phrases in concepts.items():
            lines += _wrapped(f"{_key(name)} = ", phrases)
        lines.append("")
    for name, proposal in zip(_ids(proposals), proposals, strict=True):
        lines += _question(name, proposal, article, draft=draft)
    return "\n".join(lines) + "\n"


def _question(name: str, proposal: Proposal, article: Article, *, draft: bool) -> Iterator[str]:
    question = proposal.question
    if draft:
        yield _RULE
        quoted = f"[{proposal.place}] {article.words_of(proposal.because)}"
        for line in (*textwrap.wrap(f"Because of {proposal.why}:", _WIDTH - 2), *textwrap.wrap(quoted, _WIDTH - 2)):
            yield f"# {toml_comment(line)}"
    yield "[[questions]]"
    if draft:
        yield "draft = true"
    if proposal.open:
        yield "open = true"
    yield f"id = {toml_text(name)}"
    for key, value in question.items():
        if key not in _TABLES:
            yield f"{key} = {_value(value)}"
    for key in _TABLES:
        for table in question.get(key, ()):
            yield ""
            yield f"  [[questions.{key}]]"
            for inner, value in table.items():
                yield from (
                    _wrapped(f"  {_key(inner)} = ", value)
                    if isinstance(value, list)
                    else [f"  {_key(inner)} = {_value(value)}"]
                )
    yield ""


def toml_comment(line: str) -> str:
    """A line as a comment may have it."""
    return "".join(char if char.isprintable() else " " for char in line)


def _ids(proposals: Iterable[Proposal]) -> Iterator[str]:
    """An id for each: its kind, with the place where several are of one kind."""
    kinds = [proposal.kind for proposal in proposals]
    for proposal in proposals:
        alone = kinds.count(proposal.kind) == 1
        yield str(proposal.kind) if alone else f"{proposal.kind}-{proposal.place}"


def _wrapped(start: str, values: Sequence[Any]) -> list[str]:
    """A list after its key, over several lines where one is too long."""
    one = start + _value(list(values))
    if len(one) <= _WIDTH:
        return [one]
    indent = " " * (len(start) - len(start.lstrip(" ")))
    lines, line = [start + "["], f"{indent} "
    for value in values:
        piece = f" {_value(value)},"
        if len(line) + len(piece) > _WIDTH and line.strip():
            lines.append(line)
            line = f"{indent} "
        line += piece
    return [*lines, line, f"{indent}]"]


def _value(value: Any) -> str:
    if isinstance(value, str):
        return toml_text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return str(value)


def _key(name: str) -> str:
    return tomlkit.key(name).as_string()


def _first_words(article: Article) -> str:
    words = article.words_of(article.sentences[0]).split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")
