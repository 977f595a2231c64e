"""What is set up for one user: keys of their own in `config.toml`, and what the program remembers by itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.errors import TutorError
from tutor.paths import make_folder, replace_file

if TYPE_CHECKING:
    from tutor.lesson.places import KeyPath

_MOST = 100_000  # bytes of either file


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in the user's file that cannot be followed: where it stands, what is wrong, what to do."""

    path: Path
    line: int
    column: int
    what: str
    advice: str = ""

    def __str__(self) -> str:
        place = f"{self.path.name}, line {self.line}, column {self.column}: {self.what}."
        return f"{place} {self.advice}".rstrip()


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of `[keys]`: which binding gets which keys, as the user wrote them, and where that stands."""

    binding: str
    keys: tuple[str, ...]
    path: Path
    line: int
    column: int

    def trouble(self, what: str, advice: str = "") -> Trouble:
        """Why this line cannot be followed."""
        return Trouble(self.path, self.line, self.column, what, advice)


@dataclass(frozen=True, slots=True)
class Config:
    """What `config.toml` says; what of it cannot be read is in `troubles`, and the rest counts."""

    keys: tuple[KeyLine, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def read_config(path: Path) -> Config:
    """Read the user's settings. Never raises: what is wrong is told, and counts for nothing."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST + 1)
    except FileNotFoundError:
        return Config()
    except OSError as error:
        return _unread(path, f"it cannot be read ({error.strerror or error})", "Look at who may read it.")
    if len(raw) > _MOST:
        return _unread(path, "it is too large for such a file", "It needs a few lines only.")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return _unread(path, "it is not saved as UTF-8", "Save it again, with UTF-8 as its encoding.")
    from tutor.lesson.syntax import read_toml

    data, problems = read_toml(text, path)
    if problems:
        return Config(troubles=tuple(Trouble(path, p.line, p.column, p.what.rstrip("."), p.advice) for p in problems))
    return _checked(data, text, path)


def _unread(path: Path, what: str, advice: str) -> Config:
    return Config(troubles=(Trouble(path, 1, 1, what, advice),))


def _checked(data: dict[str, Any], text: str, path: Path) -> Config:
    """The lines of `[keys]` that have the shape they should."""
    from tutor.lesson.problems import one_line

    keys: list[KeyLine] = []
    troubles: list[Trouble] = []

    def refuse(where: KeyPath, what: str, advice: str) -> None:
        troubles.append(Trouble(path, *_place(text, where), one_line(what), one_line(advice)))

    for name in data.keys() - {"keys"}:
        advice = "There is only [keys], on a line, and the keys below it."
        refuse((name,), f"there is no setting called {name!r}", advice)
    table = data.get("keys", {})
    if not isinstance(table, dict):
        refuse(("keys",), "keys stand in a table of their own", "Write [keys] on a line, and the keys below it.")
        table = {}
    for name, value in table.items():
        written = value if isinstance(value, list) else [value]
        if not written or not all(isinstance(key, str) and key.strip() for key in written):
            refuse(("keys", name), f"the keys for {name!r} are no text", f'Write them in quotes: {name} = "f6"')
            continue
        # Not at every comma: the key itself may be one.
        each = tuple(key.strip() for words in written for key in (words.split(",") if words.strip() != "," else [","]))
        if not all(each):
            refuse(("keys", name), f"a key is missing beside a comma for {name!r}", 'Write "comma" for the key itself.')
            continue
        keys.append(KeyLine(name, each, path, *_place(text, ("keys", name))))
    return Config(tuple(keys), tuple(sorted(troubles, key=lambda trouble: (trouble.line, trouble.column))))


def _place(text: str, where: KeyPath) -> tuple[int, int]:
    from tutor.lesson.places import find_places

    return find_places(text).key(where)


def read_settings(path: Path) -> dict[str, Any]:
    """What the program remembers; nothing, where there is no such file or it is damaged."""
    try:
        with path.open("rb") as file:
            settings = json.loads(file.read(_MOST))
    except (OSError, ValueError, RecursionError):
        return {}
    return settings if isinstance(settings, dict) else {}


def remember(path: Path, name: str, value: str) -> None:
    """Keep one setting beside the others. Raises TutorError when it cannot be written."""
    settings = {**read_settings(path), name: value}
    make_folder(path.parent)
    try:
        replace_file(path, json.dumps(settings, indent=1).encode() + b"\n")
    except OSError as error:
        raise TutorError(
            f"{path} cannot be written: {error.strerror or error}.", "Until then the choice holds for this time only."
        ) from None
