"""The list of models: `models.toml` as it comes with the program, and a user's own over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import tomli

from tutor.errors import TutorError

FORMAT = 1
LARGEST = 1_000_000  # bytes of a models.toml
CONTEXT = 4096
"""Tokens of context where nothing else is said: an article of two pages, a question, a reply and a feedback."""

ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
NOBODY = "none"
"""What `tutor models use` takes for no model; no model may be called so."""

_SHA256 = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(r"[^\\/:*?\"<>|\x00-\x1f]{1,200}\.gguf", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A model in the list. What is not known is "" or 0.

    `size` and `memory` are bytes, `context` tokens, `sha256` 64 small hexadecimal digits. `template_values` is what the
    file's own chat template is given besides the conversation.
    """

    id: str
    file: str
    name: str = ""
    note: str = ""
    maker: str = ""
    licence: str = ""
    licence_note: str = ""
    publisher: str = ""
    repository: str = ""
    page: str = ""
    size: int = 0
    sha256: str = ""
    memory: int = 0
    context: int = CONTEXT
    template_values: Mapping[str, str | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All models of the lists, the recommended one first; ids and file names stand for one model each."""

    entries: tuple[Entry, ...] = ()

    def by_id(self, id_: str) -> Entry | None:
        """The model called `id_`, whatever the case."""
        return next((entry for entry in self.entries if entry.id == id_.lower()), None)

    def by_file(self, name: str) -> Entry | None:
        """The model published in a file of that name, whatever the case."""
        return next((entry for entry in self.entries if entry.file.lower() == name.lower()), None)

    def by_sha256(self, digest: str) -> Entry | None:
        """The model whose file has that checksum, whatever the file is called."""
        return next((entry for entry in self.entries if entry.sha256 and entry.sha256 == digest), None)


def load_catalogue(files: Iterable[Path]) -> Catalogue:
    """Put the lists together: `files` in order of precedence, the user's own first; one that is not there is empty.

    A table in a user's list changes the entry of the same id key by key, or adds an entry behind the others. Raises
    TutorError with file and line for the first thing that is wrong.
    """
    found: dict[str, dict[str, Any]] = {}
    places: dict[str, str] = {}
    for path in reversed([*files]):
        for id_, table, place in _tables(path):
            found[id_] = {**found.get(id_, {}), **table}
            places[id_] = place
    entries = tuple(_entry(table, places[id_]) for id_, table in found.items())
    files_seen: dict[str, str] = {}
    for entry in entries:
        other = files_seen.setdefault(entry.file.lower(), entry.id)
        if other != entry.id:
            raise TutorError(
                f"{places[entry.id]}: {entry.file} is already the file of {other}.",
                f'To change what is said of it, write id = "{other}".',
            )
    return Catalogue(entries)


def _tables(path: Path) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Each model of a list, checked key by key: its id, its keys, and where it stands."""
    text = _read(path)
    if not text:
        return
    try:
        raw = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError, ValueError) as error:
        line = f"{path}:{error.lineno}" if isinstance(error, tomli.TOMLDecodeError) else f"{path}"
        what = error.msg if isinstance(error, tomli.TOMLDecodeError) else "it cannot be read as TOML"
        raise TutorError(f"{line}: {what}.", "See the models.toml that comes with tutor for an example.") from None
    lines = _Lines(path, text)
    for key in raw:
        if key not in ("format", "models"):
            raise TutorError(f"{lines.of(0, key)}: {key} is not a key of models.toml.", _nearest(key, ["models"]))
    if raw.get("format", FORMAT) != FORMAT:
        raise TutorError(f"{lines.of(0, 'format')}: this tutor reads format = {FORMAT}.", "Get a newer tutor for it.")
    models = raw.get("models", [])
    if not isinstance(models, list) or not all(isinstance(table, dict) for table in models):
        raise TutorError(f"{lines.of(0, 'models')}: models are tables.", "Begin each with a line [[models]].")
    seen: set[str] = set()
    for number, table in enumerate(models, 1):
        for key, value in table.items():
            _check(key, value, lines.of(number, key))
        place = lines.of(number)
        if "id" not in table:
            raise TutorError(f"{place}: this model has no id.", 'Give it one, such as id = "my-model".')
        if table["id"] in seen:
            raise TutorError(f"{lines.of(number, 'id')}: there are two models with the id {table['id']}.", _UNIQUE)
        seen.add(table["id"])
        yield table["id"], table, place


_UNIQUE = "Each model needs an id of its own."


def _entry(table: Mapping[str, Any], place: str) -> Entry:
    if "file" not in table:
        raise TutorError(
            f"{place}: the model {table['id']} has no file, and no other list says which it is.",
            'Say which: file = "Name-of-the-file.gguf".',
        )
    return Entry(**{"name": table["id"], **table})


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise TutorError(f"{path}: it cannot be read ({error.strerror or error}).", "Move it away to go on.") from None
    if len(data) > LARGEST:
        raise TutorError(f"{path}: this is too large for a list of models.", "Move it away to go on.")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TutorError(f"{path}:{line}: this is not UTF-8 text.", "Save it again with encoding UTF-8.") from None


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where things stand in a list of models, as `file:line`."""

    path: Path
    text: str

    def of(self, model: int, key: str = "") -> str:
        """The line of a key in the `model`th table (0: before all); of the table; the file alone: what is found."""
        lines = self.text.split("\n")
        heads = [0, *(at for at, line in enumerate(lines, 1) if re.match(r"\s*\[\[\s*models\s*\]\]", line))]
        if model >= len(heads):  # written in another way than as [[models]]
            return f"{self.path}"
        start = heads[model]
        end = heads[model + 1] - 1 if model + 1 < len(heads) else len(lines)
        spelled = re.compile(rf"\s*(?:\[\s*(?:models\s*\.\s*)?)?[\"']?{re.escape(key)}[\"']?\s*[=.\]]")
        found = (at for at in range(start, end) if key and spelled.match(lines[at]))
        return f"{self.path}:{next(found, max(start, 1) - 1) + 1}"


_KEYS = {entry_field.name: entry_field.type for entry_field in fields(Entry)}


def _check(key: str, value: object, place: str) -> None:
    """Raise TutorError unless `key` exists and `value` is right for it."""
    if key not in _KEYS:
        raise TutorError(f"{place}: {key} is not something to say of a model.", _nearest(key, _KEYS))
    match _KEYS[key]:
        case "str":
            right, wanted = isinstance(value, str) and len(value) <= 1000, "a text in quotation marks"
        case "int":
            right, wanted = type(value) is int and 0 <= value < 2**50, "a whole number"
        case _:
            right, wanted = _is_values(value), "a table, such as { enable_thinking = false }"
    match key:
        case "id":
            wanted = f"small letters, digits, dots and hyphens, and not {NOBODY}"
            right = isinstance(value, str) and bool(ID.fullmatch(value)) and value != NOBODY
        case "file":
            wanted = "the name of a .gguf file, without a folder"
            right = isinstance(value, str) and bool(_FILE.fullmatch(value)) and not value.startswith(".")
        case "sha256":
            wanted = "64 digits and small letters from a to f"
            right = isinstance(value, str) and bool(_SHA256.fullmatch(value))
        case "context":
            wanted = "a whole number from 1024 to 131072"
            right = type(value) is int and 1024 <= value <= 131_072
    if not right:
        raise TutorError(f"{place}: {key} cannot be that.", f"It should be {wanted}.")


def _is_values(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str | bool) for item in value.values())


def _nearest(key: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches

    names = list(names)
    near = get_close_matches(key.lower(), names, n=1)
    return f"Did you mean {near[0]}?" if near else f"There are: {', '.join(names)}."
