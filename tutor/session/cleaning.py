"""What people type, made safe to keep and to show."""

from __future__ import annotations

import re
import unicodedata

from tutor.article.text import printable

REPLY_LIMIT = 20_000
"""Characters a reply may have. An article has some 6,000; more is a paste gone wrong."""

NAME_LIMIT = 60

# Control and format characters (the joiners of emoji among them), lone surrogates, and marks with nothing to stand on.
_UNSEEN = {"Cc", "Cf", "Cs", "Mn", "Me"}

# What an arrow key or a coloured paste leaves in a pipe: ECMA-48 control sequences, whole, not only their first byte.
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_]|[ -/]+[0-~])")


def clean_text(text: str) -> str:
    """A reply without control codes and lone surrogates, with plain line ends, and no white space around it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isprintable():
        text = printable(_SEQUENCE.sub("", text)).replace("\ufffd", "")
    return text.strip()


def is_blank(text: str) -> bool:
    """Whether there is nothing to see in a text: white space, or characters of no width, and nothing else."""
    return all(char.isspace() or unicodedata.category(char) in _UNSEEN for char in text)


def what_is_not_shown(text: str) -> str:
    """Says how many characters of an article stand as U+FFFD, since they could act on a terminal; "" for none."""
    count = text.count("\ufffd")
    if not count:
        return ""
    what, stands = ("1 character", "stands for it") if count == 1 else (f"{count:,} characters", "stands for each")
    return f"{what} of the article cannot be shown: \ufffd {stands}."


def clean_name(text: str) -> str:
    """A learner's name: one line, single spaces, composed letters, at most 60 characters; "" for nothing to see."""
    name = " ".join(clean_text(text[: NAME_LIMIT * 10]).split())
    return "" if is_blank(name) else unicodedata.normalize("NFC", name)[:NAME_LIMIT].strip()


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same learner's: capitals do not matter on a shared machine."""
    return one.casefold() == other.casefold()
