"""Slips of the keyboard behind a TOML file that cannot be read.

The TOML reader's messages speak to programmers. Each is put here as what a teacher most likely did: curly
quotes from a word processor, a quotation mark or a bracket left open, a colon for an equals sign.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tutor.lesson.places import find_places
from tutor.lesson.tables import TABLES, every_key, example, kind_of

HEADER = re.compile(r"[ \t]*\[\[?[^\[\]=,\"'#]*\]?\]?[ \t]*(?:#.*)?$")
"""A line that is, or was meant to be, a table's header."""

_KEY = re.compile(r"[ \t]*[\w.\"'-]+[ \t]*=")
_CURLY = "“”„«»‘’‚‹›"
_ESCAPES = ("Unescaped", "Invalid hex", "Escaped character")
# What stands before the first text or remark of a line.
_OPENING = re.compile(r"[^\"'#]*")
_BEFORE_VALUE = re.compile(r"[ \t]*([\w-]+)[ \t]*=[ \t]*")
# A list in the wrong brackets: `few = {"few", "only nine"}`.
_BRACED = re.compile(r"=[ \t]*(?=\{[ \t]*\"[^\"]*\"[ \t]*[,}])")
_NUMBER = re.compile(r"\w+ = [\d.]+")


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
    if (odd := _odd_space(line)) is not None:
        what = "there is a space of another sort here, as web pages and word processors make them"
        return Slip(start + odd, what, "Delete it, and put a plain one there.")
    if braced := _BRACED.search(line):
        what = "a list stands in square brackets, not in braces"
        return Slip(start + braced.end(), what, "Write [ before the first item and ] after the last.")
    expects_value = message.startswith("Invalid value")
    if here in (*_CURLY,) and (expects_value or message.startswith(("Invalid statement", "Expected '='"))):
        sort = "angle" if here in "«»‹›" else "curly"
        what = f"these are {sort} quotation marks, as a word processor makes them"
        return Slip(at, what, 'Write straight ones (") around the text; inside it curly ones may stay.')
    if message.startswith("Illegal character") and here == "\n":
        return _open_quote(start, line)
    if message.startswith(("Illegal character", "Found invalid character")):
        what = f"there is an invisible character here (U+{ord(here or ' '):04X})"
        return Slip(at, what, "Delete it, or write the line anew.")
    if message.startswith(("Unterminated string", "Expected \"'")):
        return _open_text(text, at, message)
    if message.startswith(_ESCAPES):
        what = "a backslash (\\) in quotes has a meaning of its own"
        advice = "Write two of them (\\\\) to get one."
        if _key_of(line) == "file":
            advice = 'Put the article beside the lesson, and write only its name: file = "article.md".'
        return Slip(max(text.rfind("\\", start, at), start), what, advice)
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


def _odd_space(line: str) -> int | None:
    """Where a space that is none of the keyboard's stands, outside of texts and remarks."""
    opening = _OPENING.match(line)
    found = opening.group() if opening else ""
    return next((at for at, char in enumerate(found) if char.isspace() and char not in " \t\r\f\v"), None)


def _key_of(line: str) -> str:
    """The key that a line gives a value to; empty where it gives none."""
    found = _BEFORE_VALUE.match(line)
    return found[1] if found else ""


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
            above = places.keys[path].line
            what = f"{path[-1]} stands here twice; the first is on line {above}"
            table = TABLES.get(kind_of(path[:-1]))
            if table and path[-1] == "id":
                advice = f"If this begins another {table.noun}, write {table.header} above it; if not, keep one."
                return Slip(offset, what, advice, spreads=True)
            return Slip(offset, what, "Keep one of the two.")
    if HEADER.match(line):
        name = line.strip(" \t[]")
        if early := re.search(rf"^[ \t]*\[\[?(?={re.escape(name)}\.)", text[:start], re.MULTILINE):
            what = f"this stands above the first {line.strip()}, so it belongs to nothing"
            return Slip(early.end(), what, f"Move it down, under the {line.strip()} that it is a part of.")
        last = name.rpartition(".")[2]
        if other := re.search(rf"^[ \t]*{re.escape(last)}[ \t]*=", text[:start], re.MULTILINE):
            before = text.count("\n", 0, other.end()) + 1
            what = f"{last} stands here twice; the first is on line {before}"
            return Slip(start + _indent(line), what, "Keep one of the two.")
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
    if here == ";":
        return Slip(at, "the items of a list have commas between them, not semicolons", "Write , in place of ;.")
    if before.endswith('"') and (here.isalnum() or here in "?!."):
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
    if here == "`":
        return Slip(at, "these are backticks, not quotation marks", f'Write "{_cut(rest)}".')
    if here == "(":
        what = "a list stands in square brackets, not in round ones"
        return Slip(at, what, "Write [ before the first item and ] after the last.")
    if _is_inside(line[: at - start]):
        return _bare_item(line, at - start, at)
    return _unquoted(_key_of(line), rest, at)


def _is_inside(before: str) -> bool:
    """Whether what follows `before` on its line is an item of a list or of a table in braces."""
    value = before[len(found[0]) :] if (found := _BEFORE_VALUE.match(before)) else f"[{before}"
    return value.count("[") > value.count("]") or value.count("{") > value.count("}")


def _bare_item(line: str, begin: int, at: int) -> Slip:
    """An item without its quotation marks."""
    if line[begin : begin + 2] in ("- ", "* "):
        what = "the items of a list have no dashes before them"
        return Slip(at, what, 'Put each between quotation marks, with a comma after it: ["one", "two"].')
    item = re.split(r"[,\]}#]", line[begin:])[0].strip()
    if '"' in item:
        what = "a quotation mark is missing before this, or is one too many"
        return Slip(at, what, "Put each item between two of them, with a comma after it.")
    return Slip(at, "text must stand in quotation marks", f'Write "{_cut(item)}".')


def _unquoted(key: str, written: str, at: int) -> Slip:
    """A value that is no number and stands in no quotation marks."""
    example_of = example(key)
    if _NUMBER.fullmatch(example_of):
        return Slip(at, f"{key} must be a number, in figures", f"Write {example_of}.")
    if example_of.endswith("= true"):
        return Slip(at, f"{key} must be true or false", f"Write {example_of}, or take the line out.")
    return Slip(at, "text must stand in quotation marks", f'Write "{_cut(written)}".')


def _too_much(start: int, line: str, at: int, here: str) -> Slip:
    """Something after a value that is complete."""
    before, rest = line[: at - start].rstrip(), line[at - start :]
    if HEADER.match(before) or HEADER.match(line):
        return _bad_header(start, line)
    if rest.startswith(("//", "--")):
        return Slip(at, f"a remark begins with #, not with {rest[:2]}", f"Write # in place of {rest[:2]}.")
    if re.match(r",\d", rest) and before[-1:].isdigit():
        return Slip(at, "a number has a point in it, not a comma", "Write . in place of the comma.")
    if here == ",":
        return Slip(at, "there is a comma after the value", "Delete it: each key stands on a line of its own.")
    if _KEY.match(rest):
        return Slip(at, "two keys stand on one line", "Give each key a line of its own.")
    if before[-1:] in ('"', "'") and before[-1] not in rest and before.count(before[-1]) == 2:
        if before.endswith("''"):
            what = "two single quotation marks make no double one"
            return Slip(start + len(before) - 2, what, 'Write one double quotation mark (") in place of the two.')
        return Slip(at, "there is something after the text", "Put # before it if it is a remark; if not, delete it.")
    if before.endswith("''") and rest.rstrip().endswith("''"):
        what = "two single quotation marks make no double one"
        return Slip(start + len(before) - 2, what, 'Write one double quotation mark (") in place of the two.')
    if before.endswith('"'):
        what = "a quotation mark inside the text ends it here"
        return Slip(start + len(before) - 1, what, 'Put a backslash before each one inside the text: \\".')
    if before.endswith("'"):
        what = "an apostrophe or single quotation mark inside the text ends it here"
        return Slip(start + len(before) - 1, what, 'Put the whole text in double quotation marks (").')
    begin = line.find("=") + 1
    begin += _indent(line[begin:])
    return _unquoted(_key_of(line), line[begin:].strip(), start + begin)


def _bad_header(start: int, line: str) -> Slip:
    at = start + _indent(line)
    name = ".".join(re.sub(r"#.*|[^\w-]", " ", line).split()).lower()
    table = TABLES.get(tuple(name.split(".")))
    if table and line.strip().startswith(table.header):
        return Slip(at, "there is something after this header", f"Write {table.header} and nothing more.")
    advice = f"Write {table.header}." if table else "Write [name] or [[name]], with as many brackets after as before."
    return Slip(at, "this header is not written as it should be", advice)


def _no_key(start: int, line: str, at: int, here: str) -> Slip:
    """A line that does not begin as `key =` does."""
    first = start + _indent(line)
    if here == ":":
        return Slip(at, "a key is followed by an equals sign, not by a colon", "Write = in place of the colon.")
    if here == "=":
        return Slip(at, "there is no key before the equals sign", 'Write a key before it: title = "…".')
    if here == "]":
        return Slip(at, "this bracket closes nothing", "Delete it, or the one too many before it.")
    if missing := re.match(r"[ \t]*([\w-]+)[ \t]+(?=[\"'\[{\d“„])", line):
        value = line[missing.end() :].strip()
        advice = f"Write {missing[1]} = {value}." if len(value) <= 40 else f"Write = after {missing[1]}."
        return Slip(start + missing.end(1), f"there is no equals sign after {missing[1]}", advice)
    key = "_".join(line[: line.find("=")].split())
    if "=" in line and key in every_key():
        return Slip(first, "there is a space in this key", f"Write {key}.")
    if "=" in line:
        what = "a key is one word of unaccented letters, digits, - and _"
        return Slip(first, what, "Join its words with _, or put the whole key in quotation marks.")
    advice = 'Put # before it if it is a remark; text on several lines stands between """ and """.'
    return Slip(first, "this line is neither a header nor a key with its value", advice)


def _cut(words: str) -> str:
    words = words.strip("\"'` ,")
    return words if len(words) <= 40 else words[:39] + "…"
