"""A reply written into a lesson file as a sample; everything else in the file stays as it is, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tutor.errors import TutorError
from tutor.lesson.model import Question
from tutor.lesson.places import KeyPath, find_places
from tutor.rubric.model import Assessment, Verdict

if TYPE_CHECKING:
    from tomlkit.items import Array

_HEADER = re.compile(r"[ \t]*\[")
_IDLE = re.compile(r"[ \t]*(#.*)?$")  # a blank line, or one with a comment alone


def sample_of(reply: str, expect: Verdict, assessment: Assessment) -> dict[str, Any]:
    """The sample that says: this reply is `expect`. What the lesson itself makes of it fills in the rest."""
    sample: dict[str, Any] = {"answer": reply, "expect": str(expect)}
    if expect is not Verdict.MET and assessment.misconceptions:
        sample["misconceptions"] = [finding.criterion for finding in assessment.misconceptions]
    if not assessment.effort.is_answer:
        sample["effort"] = str(assessment.effort)
    return sample


def with_sample(text: str, number: int, question: Question, sample: Mapping[str, Any]) -> str:
    """The text of a lesson file with one more sample, the last of the question at place `number` (from 0).

    Raises TutorError where the file's samples are written in a way that none can be added to.
    """
    path: KeyPath = ("questions", number)
    values = find_places(text).values
    written = _written_in_place(text, path, values)
    if written is None:
        new = _as_block(text, path, question, sample)
    elif written:
        new = _as_item(text, number, sample)
    else:
        raise TutorError(
            f"The question {question.id} stands in one line with others, so no sample can be written into it.",
            "Write it with a heading of its own, [[questions]], or add the sample by hand.",
        )
    _prove(text, new, number, sample)
    return new


def _written_in_place(text: str, path: KeyPath, values: Mapping[KeyPath, Any]) -> bool | None:
    """Whether the samples are a list in brackets; None when they have, or may have, headings of their own."""
    lines = text.split("\n")
    if not _HEADER.match(lines[values[path].line - 1]):
        return False
    place = values.get((*path, "samples"))
    return None if place is None or _HEADER.match(lines[place.line - 1]) else True


def _as_block(text: str, path: KeyPath, question: Question, sample: Mapping[str, Any]) -> str:
    """A `[[questions.samples]]` after the question's last sample, or at its end, indented like the last one."""
    import tomlkit

    lines = text.split("\n")
    values = find_places(text).values
    inside = (*path, "samples", len(question.samples) - 1) if question.samples else path
    # The last line of what is inside: above the next heading, without the comments that belong to that.
    begin = max(place.line for key, place in values.items() if key[: len(inside)] == inside)
    after = (place.line for key, place in values.items() if key[: len(inside)] != inside and place.line > begin)
    end = min(after, default=len(lines) + 1) - 1
    while end > begin and _IDLE.match(lines[end - 1].rstrip("\r")):
        end -= 1
    ending = "\r" if lines[begin - 1].endswith("\r") else ""
    like = inside if question.samples else (*path, "criteria", 0)
    above = lines[values[like].line - 1]
    indent = above[: len(above) - len(above.lstrip(" \t"))]
    block = [f"{indent}[[questions.samples]]"]
    block += [f"{indent}{key} = {tomlkit.item(value).as_string()}" for key, value in sample.items()]
    if not question.samples:
        block.insert(0, "")
    block = [line + ending for line in block]
    if end == len(lines):  # the file's last line has no end of its own
        lines[-1] += ending
        block.append("")
    return "\n".join([*lines[:end], *block, *lines[end:]])


def _as_item(text: str, number: int, sample: Mapping[str, Any]) -> str:
    """One more item of `samples = [ … ]`."""
    import tomlkit

    document: Any = tomlkit.parse(text)
    samples: Array = document["questions"][number]["samples"]
    table = tomlkit.inline_table()
    table.update(sample)
    samples.append(table)
    return tomlkit.dumps(document)


def _prove(old: str, new: str, number: int, sample: Mapping[str, Any]) -> None:
    """The file says what it said, and the sample: nothing else may come of writing into it."""
    import tomli

    before, after = (tomli.loads(text.removeprefix("\ufeff").replace("\r\n", "\n")) for text in (old, new))
    before["questions"][number].setdefault("samples", []).append(dict(sample))
    if before != after:
        raise TutorError("The sample could not be written into this file.", "Add it by hand; nothing was changed.")
