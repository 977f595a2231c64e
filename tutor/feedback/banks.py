"""Phrase banks: read from TOML, checked against the situations there are, and filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tomli

from tutor.errors import TutorError
from tutor.feedback.quoting import QUESTION_MARKS
from tutor.feedback.situations import FILES, SITUATIONS, Shape, Situation

MOST_WORDS = 30
"""The longest wording a bank may hold, in words: a feedback of several wordings must stay near 60."""

_SLOT = re.compile(r"\{([a-z]+)\}")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")
_MARKUP = re.compile(r"[{}\[\]<>*_#|\\`~^\"“”„«»]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording. `parts` are text and placeholder names by turns, text first, so that filling in never re-reads."""

    name: str
    parts: tuple[str, ...]

    @property
    def needs(self) -> frozenset[str]:
        """The placeholders it uses."""
        return frozenset(self.parts[1::2])

    @property
    def template(self) -> str:
        """The wording as its file has it."""
        return "".join(f"{{{part}}}" if at % 2 else part for at, part in enumerate(self.parts))

    def fill(self, values: Mapping[str, str]) -> str:
        """The wording with every placeholder replaced by its value, which stays as it is."""
        return "".join(values[part] if at % 2 else part for at, part in enumerate(self.parts))


Banks = Mapping[str, tuple[Phrase, ...]]
"""Situation names to wordings."""


def load_banks(folders: Sequence[Path], language: str = "en") -> Banks:
    """All banks of a language.

    `folders` hold one folder per language each. For every single bank the first folder that has it counts, so that a
    teacher's file needs only the wordings to be changed. Raises `TutorError` naming file, key and what is valid.
    """
    banks: dict[str, tuple[Phrase, ...]] = {}
    for folder in dict.fromkeys(folders):
        for path in sorted((folder / language).glob("*.toml")):
            for name, phrases in _read(path).items():
                banks.setdefault(name, phrases)
    lacking = [name for name in SITUATIONS if name not in banks]
    if lacking:
        file, _, key = lacking[0].partition(".")
        where = folders[-1] / language / f"{file}.toml" if folders else f"{file}.toml"
        more = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
        raise TutorError(f"{where} has no wordings for {key}{more}.", f"Add a list of wordings under {key}.")
    return banks


def _read(path: Path) -> dict[str, tuple[Phrase, ...]]:
    file = path.stem
    if file not in FILES:
        raise TutorError(f"{path} is no phrase bank.", f"The files are {_list(f'{known}.toml' for known in FILES)}.")
    try:
        table = tomli.loads(path.read_text(encoding="utf-8"))
    except tomli.TOMLDecodeError as error:
        raise TutorError(f"{path} is not TOML: {error}", "Often a quotation mark or a comma is missing.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise TutorError(f"{path} cannot be read: {error}", "It must be a text file in UTF-8.") from error
    return {
        f"{file}.{key}": _bank(path, _situation(path, file, key), value) for key, value in _flat(path, table).items()
    }


def _flat(path: Path, table: Mapping[str, object], above: str = "") -> dict[str, list[object]]:
    out: dict[str, list[object]] = {}
    for key, value in table.items():
        dotted = f"{above}{key}"
        match value:
            case dict():
                out |= _flat(path, value, f"{dotted}.")
            case list():
                out[dotted] = value
            case _:
                raise TutorError(f"{path}: {dotted} is not a list.", 'Write it as ["first wording", "second wording"].')
    return out


def _situation(path: Path, file: str, key: str) -> Situation:
    situation = SITUATIONS.get(f"{file}.{key}")
    if situation is None:
        from difflib import get_close_matches  # only ever needed for this message

        known = [name.partition(".")[2] for name, one in SITUATIONS.items() if one.file == file]
        near = get_close_matches(key, known, 1)
        guess = f"Perhaps {near[0]} is meant. " if near else ""
        raise TutorError(f"{path} has no use for {key}.", f"{guess}The keys are {_list(known)}.")
    return situation


def _bank(path: Path, situation: Situation, wordings: Sequence[object]) -> tuple[Phrase, ...]:
    where = f"{path}: {situation.key}"
    if not wordings:
        raise TutorError(f"{where} is an empty list.", "Give it at least one wording, or leave the key out.")
    bank: list[Phrase] = []
    for number, wording in enumerate(wordings, 1):
        if not isinstance(wording, str):
            raise TutorError(f"{where}, wording {number} is no text.", "Put it in quotation marks.")
        phrase = Phrase(f"{situation.name}.{number}", tuple(_SLOT.split(wording)))
        for what, advice in _problem(situation, phrase):
            raise TutorError(f"{where}, wording {number} {what}", advice)
        bank.append(phrase)
    if not any(phrase.needs <= set(situation.given) for phrase in bank):
        only = _list(f"{{{name}}}" for name in situation.perhaps)
        raise TutorError(
            f"{where} has no wording that does without {only}.", "There may be nothing to insert: add one."
        )
    return tuple(bank)


def _problem(situation: Situation, phrase: Phrase) -> Sequence[tuple[str, str]]:
    """What is wrong with one wording, with what to do about it; at most one problem."""
    valid = _list(f"{{{name}}}" for name in situation.placeholders) or "none"
    for name in phrase.parts[1::2]:
        if name not in situation.placeholders:
            return [(f"has {{{name}}}, which is not known there.", f"Valid there: {valid}.")]
    text = " ".join(phrase.parts[::2])
    marks = sum(text.count(mark) for mark in QUESTION_MARKS)
    if not text.strip():
        return [("has no words.", "Write a sentence, or take it out.")]
    if found := _MARKUP.search(text):
        return [
            (
                f"has the character {found[0]}",
                f"Words are plain there, and {{quote}} brings its own quotation marks. Placeholders: {valid}.",
            )
        ]
    if len(phrase.template.split()) > MOST_WORDS:
        return [(f"has more than {MOST_WORDS} words.", "Shorten it.")]
    match situation.shape:
        case Shape.QUESTION if marks != 1 or not phrase.parts[-1].endswith("?"):
            return [("must be one question.", "End it in its only question mark.")]
        case Shape.STATEMENT if marks or not phrase.template.endswith((".", "!", "…", "{meaning}")):
            return [("must be a statement.", "End it in a full stop, without a question: the question comes after.")]
        case Shape.NAME if marks or phrase.parts[-1].endswith("."):
            return [("must be a name.", "A few words without a full stop.")]
    if len(_SENTENCE_END.findall(phrase.template)) > situation.sentences:
        return [(f"has more sentences than {situation.sentences}.", "Shorten it.")]
    return []


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
