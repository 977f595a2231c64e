"""The text of a lesson file to its keys and values, with every line that cannot be read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import tomli

from tutor.lesson.places import Place
from tutor.lesson.problems import Problem, one_line
from tutor.lesson.rules import Rule
from tutor.lesson.slips import HEADER, Slip, line_at, slip_of

MOST = 20
"""How many syntax problems are reported at once; what comes after so many is seldom new."""


def read_toml(text: str, path: Path) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Read the TOML in `text`, which has plain line ends: its keys, or else its problems.

    After a slip that cannot reach beyond its line, reading goes on without that line: in a lesson pasted
    from a word processor every line with curly quotes is named, not only the first.
    """
    slips: list[Slip] = []
    rest: str | None = text
    while rest is not None and len(slips) < MOST:
        try:
            raw = tomli.loads(rest)
        except tomli.TOMLDecodeError as error:
            slip = slip_of(rest, error.msg, error.pos)
        except RecursionError:
            slip = Slip(0, "the brackets in this file are nested too deeply", "A lesson needs three levels.")
        except ValueError:  # more digits than Python makes a number of
            digits = re.search(r"\d{1000}", rest)
            slip = Slip(digits.start() if digits else 0, "this number is too long", "Put it in quotes.")
        else:
            return ({} if slips else raw), tuple(_problem(slip, text, path) for slip in sorted(slips))
        slips.append(slip)
        rest = None if slip.spreads else _without_line(rest, slip.at)
    return {}, tuple(_problem(slip, text, path) for slip in sorted(slips))


def _problem(slip: Slip, text: str, path: Path) -> Problem:
    line, column = place_at(text, slip.at)
    return Problem(Rule.SYNTAX, path, line, column, one_line(slip.what), slip.advice)


def place_at(text: str, at: int) -> Place:
    """The line and column of an offset in a text."""
    return Place(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _without_line(text: str, at: int) -> str | None:
    """The text with the line at `at` left blank; None when that could change what the other lines say."""
    start, line = line_at(text, at)
    closed = line.count("[") == line.count("]") and line.count("{") == line.count("}")
    if not line.strip() or not closed or '"""' in line or "'''" in line or HEADER.match(line):
        return None
    return text[:start] + " " * len(line) + text[start + len(line) :]
