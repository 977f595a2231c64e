"""The prompts: Markdown files that a teacher may edit, read and checked as the phrase banks are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tutor.errors import TutorError
from tutor.feedback.share import Prompt

VARIABLES: Mapping[Prompt, tuple[str, ...]] = {
    Prompt.SYSTEM: (),
    Prompt.ARTICLE: ("title", "author", "article"),
    **{
        prompt: ("passages", "question", "earlier", "reply", *own)
        for prompt, own in (
            (Prompt.PROBE, ("confirm", "plain", "asking")),
            (Prompt.CHALLENGE, ("confirm", "about", "plain", "asking")),
            (Prompt.HINT, ("confirm", "plain", "hint", "asking")),
            (Prompt.QUESTION, ("focus", "asking")),
            (Prompt.DEFINE, ("word", "focus", "asking")),
            (Prompt.CLOSE, ("confirm", "plain")),
        )
    },
}
"""What each prompt may insert."""

NEEDED: Mapping[Prompt, tuple[str, ...]] = {
    Prompt.SYSTEM: (),
    Prompt.ARTICLE: ("article",),
    Prompt.PROBE: ("passages", "reply", "plain", "asking"),
    Prompt.CHALLENGE: ("passages", "reply", "plain", "asking"),
    Prompt.HINT: ("passages", "reply", "asking"),
    Prompt.QUESTION: ("passages", "reply", "focus"),
    Prompt.DEFINE: ("passages", "word", "focus"),
    Prompt.CLOSE: ("passages", "reply", "plain"),
}
"""What each prompt must insert, for without it the model would be left to guess."""

_LONGEST = 6_000
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SLOT = re.compile(r"\{([^{}\n]*)\}|[{}]")


@dataclass(frozen=True, slots=True)
class Template:
    """One prompt. Lines are text and variable names by turns, text first, so that filling in never re-reads."""

    name: Prompt
    lines: tuple[tuple[str, ...], ...]

    def fill(self, values: Mapping[str, str]) -> str:
        """The prompt with its variables replaced. A line with a variable that is "" now is left out."""
        kept = (line for line in self.lines if all(values[name] for name in line[1::2]))
        text = "\n".join("".join(values[part] if at % 2 else part for at, part in enumerate(line)) for line in kept)
        return re.sub(r"\n{3,}", "\n\n", text).strip()


Prompts = Mapping[Prompt, Template]


def load_prompts(folders: Sequence[Path], language: str = "en") -> Prompts:
    """All prompts of a language; for every single one the first folder that has it counts.

    Raises `TutorError` that names file and line, and what is valid there.
    """
    return {prompt: _first(folders, language, prompt) for prompt in Prompt}


def _first(folders: Sequence[Path], language: str, prompt: Prompt) -> Template:
    for folder in dict.fromkeys(folders):
        path = folder / language / f"{prompt}.md"
        if path.is_file():
            return _read(path, prompt)
    where = folders[-1] / language if folders else language
    raise TutorError(f"There is no {prompt}.md in {where}.", "Put the file back, or install the program again.")


def _read(path: Path, prompt: Prompt) -> Template:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TutorError(f"{path} cannot be read: {error}", "It must be a text file in UTF-8.") from error
    # Comments are for the teacher. Their lines stay, as empty ones, so that line numbers are those of the file.
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text.removeprefix("\ufeff"))
    valid = ", ".join(f"{{{name}}}" for name in VARIABLES[prompt]) or "none"
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        for found in _SLOT.finditer(line):
            if found[1] not in VARIABLES[prompt]:
                raise TutorError(f"{path}, line {number}: {found[0]} is not known there.", f"Valid there: {valid}.")
        lines.append(tuple(part or "" for part in _SLOT.split(line)))
    used = {name for line in lines for name in line[1::2]}
    for name in NEEDED[prompt]:
        if name not in used:
            raise TutorError(f"{path} does not use {{{name}}}.", f"The model needs it. Valid there: {valid}.")
    if not text.strip():
        raise TutorError(f"{path} is empty.", "Write the instructions there, or take the file away.")
    if len(text) > _LONGEST:
        raise TutorError(f"{path} has more than {_LONGEST} characters.", "Shorten it: every word is read each time.")
    return Template(prompt, tuple(lines))
