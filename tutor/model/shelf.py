"""The models that are here: a folder of GGUF files, what is known of each, and which one is chosen.

Nothing here writes: that is `keeping`.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tutor.errors import TutorError
from tutor.model.catalogue import CONTEXT, ID, NOBODY, Catalogue, Entry, load_catalogue
from tutor.model.gguf import GgufError, ModelFile, read_gguf, refuse_unless_chat
from tutor.model.hardware import Machine, refuse_too_large
from tutor.model.records import Checked, Record, compare, read_record

FOLDER = "models"
CHOICE = "chosen-model.txt"
_CHOICE_BYTES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """A model file that is here.

    `entry` is what the list says of it, None for a file that is in no list. `model` is what the file says of itself,
    None when it is not sound. `fault` says why it cannot be used, "" when it can.
    """

    id: str
    file: Path
    entry: Entry | None
    model: ModelFile | None
    checked: Checked
    sha256: str = ""
    fault: str = ""

    @property
    def size(self) -> int:
        """Bytes; 0 for a file that is not sound."""
        return self.model.size if self.model else 0

    @property
    def name(self) -> str:
        """Its name for people."""
        return (self.entry.name if self.entry else "") or (self.model.name if self.model else "") or self.id

    @property
    def licence(self) -> str:
        """As the list has it, else as the file says."""
        return (self.entry.licence if self.entry else "") or (self.model.licence if self.model else "")

    @property
    def context(self) -> int:
        """Tokens of context to load it with."""
        wanted = self.entry.context if self.entry else CONTEXT
        return min(wanted, self.model.context) if self.model and self.model.context else wanted

    @property
    def memory(self) -> int:
        """About how many bytes it takes when loaded; 0 when unknown."""
        # A user's list may ask for more context than the list's figure is for.
        return max(self.entry.memory if self.entry else 0, self.model.memory(self.context) if self.model else 0)

    @property
    def template_values(self) -> Mapping[str, str | bool]:
        """What the file's own chat template is given besides the conversation."""
        return self.entry.template_values if self.entry else {}


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where models are kept: the `folder` with the files, the file that says which is chosen, and the lists."""

    folder: Path
    choice: Path
    catalogue: Catalogue

    def files(self) -> tuple[Path, ...]:
        """The model files in the folder, whole ones only. Raises TutorError when the folder cannot be read."""
        try:
            paths = sorted(self.folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except OSError as error:
            raise TutorError(
                f"The folder {self.folder} cannot be read ({error.strerror or error}).", "Look at who may read it."
            ) from None
        return tuple(path for path in paths if path.suffix.lower() == ".gguf" and not path.name.startswith("."))

    def installed(self) -> tuple[Installed, ...]:
        """All models in the folder, those of the lists first, in their order."""
        order = {entry.id: place for place, entry in enumerate(self.catalogue.entries)}
        models = map(self.describe, self.files())
        return tuple(sorted(models, key=lambda model: (order.get(model.id, len(order)), model.id)))

    def describe(self, file: Path) -> Installed:
        """What is known of a model file, in the folder or anywhere. Never raises: see `Installed.fault`."""
        record = read_record(file)
        entry = self._entry_of(file, record)
        model, fault = None, ""
        try:
            model = read_gguf(file)
            refuse_unless_chat(model)
        except GgufError as error:
            fault = f"{error.what.removeprefix(f'{file}: ')} {error.advice}"
        return Installed(
            id=entry.id if entry else self._own_id(file),
            file=file,
            entry=entry,
            model=model,
            checked=compare(file, record, entry.sha256 if entry else ""),
            sha256=record.sha256 if record else "",
            fault=fault,
        )

    def find(self, name: str) -> Installed:
        """The model called `name`: an id, or a path to a GGUF file anywhere.

        Raises TutorError when no model has that id, with what to fetch when the lists know it.
        """
        if name.lower().endswith(".gguf") or "/" in name or "\\" in name:
            return self.describe(Path(name))
        models = self.installed()
        for model in models:
            if model.id == name.lower():
                return model
        entry = self.catalogue.by_id(name)
        if entry:
            raise TutorError(f"{entry.name} is not on this machine yet.", how_to_get(entry))
        there = ", ".join(model.id for model in models)
        raise TutorError(
            f"There is no model called {name}.",
            f"There are: {there}." if there else "No model is on this machine yet; tutor models says what to fetch.",
        )

    def fit_for_use(self, name: str, machine: Machine) -> Installed:
        """The model called `name`, once everything that must hold before it is loaded was looked at.

        Raises TutorError when it is not there, not sound, no chat model, of another size than when it was added, open
        to being changed by everybody, or larger than the memory of `machine`.
        """
        model = self.find(name)
        if model.fault:
            raise TutorError(f"{model.file}: {model.fault}")
        if model.checked is Checked.CHANGED:
            raise TutorError(
                f"{model.file} has changed since it was added.",
                f"If that was you, add it again: tutor models add {model.file}. If not, fetch it anew.",
            )
        refuse_open_to_all(model.file)
        refuse_too_large(model.name, model.memory, machine)
        return model

    def chosen_name(self) -> str | None:
        """What was chosen: an id, `NOBODY` for no model, None when nobody ever chose."""
        try:
            with self.choice.open("rb") as file:
                words = file.read(_CHOICE_BYTES).decode("utf-8-sig", "replace").lower().split()
        except OSError:
            return None
        return words[0] if words and ID.fullmatch(words[0]) else None

    def chosen(self, machine: Machine) -> Installed | None:
        """The model to use; None when none is chosen. Raises TutorError when the chosen one cannot be used."""
        name = self.chosen_name()
        return None if name is None or name == NOBODY else self.fit_for_use(name, machine)

    def _entry_of(self, file: Path, record: Record | None) -> Entry | None:
        """What the lists say of a file: by checksum, else by name and size. Another build of the name is no match."""
        entry = self.catalogue.by_sha256(record.sha256) if record else None
        if entry:
            return entry
        entry = self.catalogue.by_file(file.name)
        if entry is None or (record and entry.sha256):
            return None
        return entry if not entry.size or entry.size == _size_of(file) else None

    def _own_id(self, file: Path) -> str:
        own = id_of(file.name)
        return f"{own}-own" if self.catalogue.by_id(own) else own


def open_shelf(state: Path, config: Path, lists: Iterable[Path]) -> Shelf:
    """The shelf in the folder `state`, with the choice kept in `config` and the models of `lists`, the user's first.

    Makes nothing. Raises TutorError when a list is wrong.
    """
    return Shelf(folder=state / FOLDER, choice=config / CHOICE, catalogue=load_catalogue(lists))


def id_of(file_name: str) -> str:
    """An id for a model in no list, from its file's name: `My Model.Q4.gguf` is `my-model.q4`."""
    ascii_ = unicodedata.normalize("NFKD", Path(file_name).stem.lower()).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9._]+", "-", ascii_)[:60].strip("-._")
    return plain if plain and plain != NOBODY else "model"


def how_to_get(entry: Entry) -> str:
    """Where a model's file is published, and what to do with it."""
    where = " ".join(filter(None, [f"from {entry.publisher}" if entry.publisher else "", entry.page]))
    return f"On a machine with internet, fetch {entry.file} {where}".rstrip() + "\nHere, then: tutor models add FILE"


def refuse_open_to_all(file: Path) -> None:
    """Raise TutorError when everybody on this machine may change a model file, or swap it in its folder.

    llama.cpp trusts a model file. On Windows, who may write is not told by these bits, and nothing is refused.
    """
    if os.name != "posix":
        return
    for place, what in ((file, "file"), (file.resolve().parent, "folder")):
        try:
            mode = place.stat().st_mode
        except OSError:
            continue  # whoever opens it says why
        # In a sticky folder only a file's owner can swap it.
        if mode & stat.S_IWOTH and not (what == "folder" and mode & stat.S_ISVTX):
            raise TutorError(
                f"Everybody on this machine may change the {what} {place}, so a model in it cannot be trusted.",
                f"Take that right away: chmod o-w '{place}'. Where that changes nothing (a stick or network drive "
                "without such rights), keep the model on a disk of this machine.",
            )


def _size_of(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return -1
