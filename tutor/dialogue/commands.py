"""What a learner types that begins with a stroke: `/hint`, `/quote p4s2`."""

from __future__ import annotations

from tutor.article import parse_reference
from tutor.dialogue.turns import (
    Command,
    CopyWanted,
    DefineWanted,
    HelpWanted,
    HintWanted,
    Mistyped,
    ProgressWanted,
    QuitWanted,
    QuoteWanted,
    ReadyWanted,
    SkipWanted,
)

COMMANDS: dict[str, str] = {
    "/ready": "you have read the article: go on to the questions",
    "/hint": "the next hint",
    "/define WORD": "what a word means here",
    "/quote p4s2": "a sentence or paragraph, by its address",
    "/progress": "how far you are",
    "/copy": "write the tutor's last words to a file, where you can copy them",
    "/skip": "leave this question and go on",
    "/help": "this list",
    "/quit": "stop; your replies are kept",
}
"""Every command as it is typed, and what it does, in a learner's words."""


def parse_command(text: str) -> Command | None:
    """Read a command; None when `text` is a reply. What begins with a stroke and is none is `Mistyped`."""
    text = text.strip()
    if not text.startswith("/") or "\n" in text:
        return None
    name, _, rest = text[1:].partition(" ")
    rest = rest.strip()
    match name.lower():
        case "ready":
            return ReadyWanted()
        case "hint":
            return HintWanted()
        case "skip":
            return SkipWanted()
        case "progress":
            return ProgressWanted()
        case "copy":
            return CopyWanted()
        case "help" | "?":
            return HelpWanted()
        case "quit" | "exit":
            return QuitWanted()
        case "define":
            return (
                DefineWanted(rest)
                if rest
                else Mistyped("Which word? Type /define and the word, like this: /define levy")
            )
        case "quote":
            reference = parse_reference(rest.strip("[]()"))
            if reference is None:
                return Mistyped("Which sentence? Type /quote and its address, like this: /quote p4s2")
            return QuoteWanted(reference)
        case _:
            return Mistyped(f"There is no command /{name[:20]}. The commands are {', '.join(_names())}.")


def _names() -> list[str]:
    return [command.partition(" ")[0] for command in COMMANDS]
