"""Slips of the keyboard behind a TOML file that cannot be read.

The TOML reader's messages speak to programmers. Each is put here as what a teacher most likely did: curly
quotes from a word processor, a quotation mark or a bracket left open, a colon for an equals sign.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tutor.lesson.places import find_places

HEADER = re.compile(r"[ \t]*\[\[?[^\[\]=,\"'#]*\]?\]?[ \t]*(?:#.*)?$")
"""A line that is, or was meant to be, a table's header."""

_KEY = re.compile(r"[ \t]*[\w.\"'-]+[ \t]*=")
_CURLY = "“”„«»‘’‚‹›"
_ESCAPES = ("Unescaped", "Invalid hex", "Escaped character")


class Slip(NamedTuple):
    """One slip: the offset in the text, what is wrong, what to do. They order by offset.

    `spreads` when the lines that follow may be part of the same slip.
    """

    at: int
    what: str
    advice: str
    spreads: bool = False


def line_at(text: str, at: int) -> tuple[int, str]:
    """The offset of the line that `at` is in, and the line."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, text[start:] if end < 0 else text[start:end]


def slip_of(text: str, message: str, at: int) -> Slip:
    """The slip behind what the TOML reader (tomli) says of offset `at` in `text`."""
    here = text[at : at + 1]
    start, line = line_at(text, at)
    expects_value = message.startswith("Invalid value")
    if here in (*_CURLY,) and (expects_value or message.startswith(("Invalid statement", "Expected '='"))):
        what = "these are curly quotation marks, as a word processor makes them"
        return Slip(at, what, 'Write straight ones (") around the text; inside it curly ones may stay.')
    if message.startswith("Illegal character") and here == "\n":
        return _open_quote(start, line)
    if message.startswith(("Illegal character", "Found invalid character")):
        what = f"there is an invisible character here (U+{ord(here or ' '):04X})"
        return Slip(at, what, "Delete it, or type the line anew.")
    if message.startswith(("Unterminated string", "Expected \"'")):
        return _open_text(text, at, message)
    if message.startswith(_ESCAPES):
        what = "a backslash (\\) in quotes has a meaning of its own"
        return Slip(max(text.rfind("\\", start, at), start), what, "Write two of them (\\\\) to get one.")
    if message.startswith(("Cannot", "Duplicate")):
        return _twice(text, at)
    if message.startswith("Unclosed") or (expects_value and _starts_anew(start, line, at)):
        return _in_list(text, at, here)
    if expects_value:
        return _no_value(start, line, at, here)
    if message.startswith("Expected newline"):
        return _too_much(start, line, at, here)
    if "declaration" in message or message.startswith("Invalid initial") or HEADER.match(line):
        return _bad_header(start, line)
    return _no_key(start, line, at, here)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _open_quote(start: int, line: str) -> Slip:
    """A text that is not closed on its line."""
    opening = max(line.rfind('"'), line.rfind("'"), 0)
    closing = next((i for i in range(len(line) - 1, opening, -1) if line[i] in _CURLY), None)
    if closing is not None and not line[closing + 1 :].strip(" ],}"):
        what = "this text begins with a straight quotation mark and ends with a curly one"
        return Slip(start + closing, what, 'Write " in place of the curly one.')
    what = "the text that begins here has no closing quotation mark on its line"
    advice = 'Write " after its last word; text on several lines stands between """ and """.'
    return Slip(start + opening, what, advice, spreads=True)


def _open_text(text: str, at: int, message: str) -> Slip:
    """A text that runs to the end of the file."""
    mark = next((mark for mark in ("'''", "'") if mark in message), '"""')
    if mark not in text:
        return _open_quote(*line_at(text, at))
    what = f"the text that begins here is never closed with {mark}"
    return Slip(max(text.rfind(mark, 0, at), 0), what, f"Write {mark} after its last word.")


def _twice(text: str, at: int) -> Slip:
    """A key or a table that stands twice."""
    start, line = line_at(text, max(at - 1, 0))
    number = text.count("\n", 0, start) + 1
    places = find_places(text)
    for path, place in sorted(places.repeated, key=lambda found: found[1], reverse=True):
        if place.line <= number:
            offset = sum(len(before) + 1 for before in text.split("\n")[: place.line - 1]) + place.column - 1
            first = places.keys[path].line
            return Slip(offset, f"{path[-1]} stands here twice; the first is on line {first}", "Keep one of the two.")
    if HEADER.match(line):
        advice = "Write [[name]] for what there may be several of, [name] for what there is one of."
        return Slip(start + _indent(line), "this header does not fit what is written above it", advice)
    return Slip(start + _indent(line), "this key already has a value above", "Keep one of the two.")


def _starts_anew(start: int, line: str, at: int) -> bool:
    """Whether a new key or header begins at `at`, where a list should go on."""
    return bool(HEADER.match(line) or (_KEY.match(line) and not line[: at - start].strip()))


def _in_list(text: str, at: int, here: str) -> Slip:
    """A list, or a table in braces, that is not closed or lacks a comma."""
    start, line = line_at(text, at)
    if not text[at:].strip() or _starts_anew(start, line, at):
        opened = [*re.finditer(r"=[ \t]*([\[{])", text[:start] or text)]
        begin = opened[-1].start(1) if opened else max(text.rfind("[", 0, at), text.rfind("{", 0, at), 0)
        bracket, close = ("bracket", "]") if text[begin] == "[" else ("brace", "}")
        return Slip(begin, f"the {bracket} that opens here is never closed", f"Write {close} after the last item.")
    before = text[:at].rstrip()
    if before.endswith('"') and (here.isalnum() or here in "?!.;"):
        what = "a quotation mark is missing before this, or is one too many"
        return Slip(at, what, "Put each item between two of them, with a comma after it.")
    return Slip(at, "there is no comma before this", "Write a comma between two items of a list.")


def _no_value(start: int, line: str, at: int, here: str) -> Slip:
    """No value where one must be."""
    rest = line[at - start :].strip()
    if here in ("", "\n", "#"):
        return Slip(max(at - 1, 0), "there is nothing after the equals sign", "Write the text after it, in quotes.")
    if here == "=":
        return Slip(at, "there are two equals signs", "Write one.")
    if here == ",":
        return Slip(at, "there is a comma too many", "Delete it.")
    if rest.lower() in ("true", "false"):
        return Slip(at, f"{rest} is written in small letters", f"Write {rest.lower()}.")
    return Slip(at, "text must stand in quotation marks", f'Write "{_cut(rest)}".')


def _too_much(start: int, line: str, at: int, here: str) -> Slip:
    """Something after a value that is complete."""
    before, rest = line[: at - start].rstrip(), line[at - start :]
    if HEADER.match(before) or HEADER.match(line):
        return _bad_header(start, line)
    if here == ",":
        return Slip(at, "there is a comma after the value", "Delete it: each key stands on a line of its own.")
    if _KEY.match(rest):
        return Slip(at, "two keys stand on one line", "Give each key a line of its own.")
    if before.endswith('"'):
        what = "a quotation mark inside the text ends it here"
        return Slip(start + len(before) - 1, what, 'Put a backslash before each one inside the text: \\".')
    if before.endswith("'"):
        what = "an apostrophe or single quotation mark inside the text ends it here"
        return Slip(start + len(before) - 1, what, 'Put the whole text in double quotation marks (").')
    begin = line.find("=") + 1
    begin += _indent(line[begin:])
    return Slip(start + begin, "text must stand in quotation marks", f'Write "{_cut(line[begin:].strip())}".')


def _bad_header(start: int, line: str) -> Slip:
    what = "this header is not complete"
    return Slip(start + _indent(line), what, "Write [name] or [[name]], with as many brackets after as before.")


def _no_key(start: int, line: str, at: int, here: str) -> Slip:
    """A line that does not begin as `key =` does."""
    first = start + _indent(line)
    if here == ":":
        return Slip(at, "a key is followed by an equals sign, not by a colon", "Write = in place of the colon.")
    if here == "=":
        return Slip(at, "there is no key before the equals sign", 'Write a key before it: title = "…".')
    if here == "]":
        return Slip(at, "this bracket closes nothing", "Delete it, or the one too many before it.")
    if "=" in line:
        what = "a key is one word of unaccented letters, digits, - and _"
        return Slip(first, what, "Join its words with _, or put the whole key in quotation marks.")
    advice = 'Text on several lines stands between """ and """; a remark begins with #.'
    return Slip(first, "this line is neither a header nor a key with its value", advice)


def _cut(words: str) -> str:
    words = words.strip("\"' ,")
    return words if len(words) <= 40 else words[:39] + "…"
