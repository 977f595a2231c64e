"""`tutor models`: which models there are, which are here, and putting one to use. Nothing here uses the network."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tutor.article.text import printable
from tutor.errors import TutorError
from tutor.long_work import long_work
from tutor.model.amounts import in_words, part_of
from tutor.model.catalogue import NOBODY, Entry
from tutor.model.hardware import Fit, Machine, fit, this_machine
from tutor.model.keeping import add, choose, remove
from tutor.model.records import Checked
from tutor.model.shelf import Installed, Shelf, how_to_get, open_shelf

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction[argparse.ArgumentParser]


def add_models_commands(commands: Commands) -> None:
    """Add `tutor models` with its actions to the command line."""
    models = commands.add_parser(
        "models",
        help="the models that can word the feedback: list, add, choose, try",
        description="List the models there are and those that are here. A model is never needed.",
    )
    models.add_argument("--json", action="store_true", help="for other programs")
    models.set_defaults(run=_run(lambda shelf, given: show(shelf, this_machine(), as_json=given.json)))
    actions = models.add_subparsers(title="actions", metavar="ACTION")

    adding = actions.add_parser("add", help="check a model file and put it where lessons find it")
    adding.add_argument("file", type=Path, metavar="FILE", help="the .gguf file")
    adding.set_defaults(run=_run(lambda shelf, given: put(shelf, given.file, this_machine())))

    using = actions.add_parser("use", help="choose the model for lessons, or none")
    using.add_argument("id", metavar="ID|none")
    using.set_defaults(run=_run(lambda shelf, given: use(shelf, given.id, this_machine())))

    trying = actions.add_parser(
        "test", help="load a model, time it, and show ten feedbacks as a learner would see them"
    )
    trying.add_argument("id", nargs="?", metavar="ID", help="the chosen one, if left out")
    trying.set_defaults(run=_run(_test))

    removing = actions.add_parser("remove", help="take a model off this machine")
    removing.add_argument("id", metavar="ID")
    removing.set_defaults(run=_run(lambda shelf, given: take_off(shelf, given.id)))


def _run(action: Callable[[Shelf, Any], int]) -> Callable[[argparse.Namespace], int]:
    def run(given: argparse.Namespace) -> int:
        from tutor.paths import user_paths

        paths = user_paths()
        return action(open_shelf(paths.state, paths.config, paths.models), given)

    return run


def _test(shelf: Shelf, given: argparse.Namespace) -> int:
    from tutor.commands.try_model import run, ten_moves
    from tutor.paths import user_paths

    return run(shelf, given.id, this_machine(), ten_moves(user_paths().prompts))


# -- tutor models -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    """A model in the table: from the lists, on this machine, or both."""

    entry: Entry | None
    here: Installed | None
    chosen: bool
    fit: Fit

    @property
    def id(self) -> str:
        return self.here.id if self.here else self.entry.id if self.entry else ""


def show(shelf: Shelf, machine: Machine, *, as_json: bool = False) -> int:
    """Print the models of the lists and those that are here; returns the exit code."""
    rows = _rows(shelf, machine)
    if as_json:
        print(json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=1))
        return 0
    table = [_HEADS, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in table) for column in range(6)]
    for cells in table:
        print(" ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip())
    print()
    for row in rows:
        if row.here and row.here.fault:
            print(printable(f"{row.id} cannot be used: {row.here.fault}"))
    if not any(row.here for row in rows):
        _say_how_to_begin([row.entry for row in rows if row.entry], machine)
    else:
        chosen = next((row for row in rows if row.chosen), None)
        print(f"* Lessons use {chosen.id}." if chosen else "Lessons use no model: tutor models use ID chooses one.")
    for line in _obstacles(machine):
        print(line)
    return 0


def _rows(shelf: Shelf, machine: Machine) -> list[_Row]:
    here = shelf.installed()
    chosen = shelf.chosen_name()
    by_entry = {model.entry.id: model for model in here if model.entry}
    rows = [
        _Row(entry, model, bool(model) and entry.id == chosen, fit(model.memory if model else entry.memory, machine))
        for entry in shelf.catalogue.entries
        for model in [by_entry.get(entry.id)]
    ]
    own = [_Row(None, model, model.id == chosen, fit(model.memory, machine)) for model in here if not model.entry]
    return rows + own


_HEADS: tuple[str, ...] = ("", "ID", "SIZE", "LICENCE", "HERE", "MEMORY")
_STATES = {
    Checked.PUBLISHED: "verified",
    Checked.UNCHANGED: "unchanged",
    Checked.AGAIN: "add it again to check",
    Checked.NO: "not checked",
    Checked.CHANGED: "changed!",
}


def _cells(row: _Row) -> tuple[str, ...]:
    size = row.here.size if row.here else row.entry.size if row.entry else 0
    licence = row.here.licence if row.here else row.entry.licence if row.entry else ""
    state = "-" if not row.here else "cannot be used" if row.here.fault else _STATES[row.here.checked]
    cells = ("*" if row.chosen else "", row.id, in_words(size) if size else "?", licence or "?", state, str(row.fit))
    return tuple(printable(cell).replace("\n", " ")[:40] for cell in cells)


def _plain(row: _Row) -> dict[str, object]:
    size = row.here.size if row.here else row.entry.size if row.entry else 0
    name, licence, memory = "", "", 0
    if source := row.here or row.entry:
        name, licence, memory = source.name, source.licence, source.memory
    return {
        "id": row.id,
        "name": name,
        "licence": licence,
        "size": size or None,
        "memory": memory or None,
        "fit": str(row.fit),
        "chosen": row.chosen,
        "file": row.entry.file if row.entry else None,
        "page": row.entry.page if row.entry else None,
        "installed": str(row.here.file) if row.here else None,
        "checked": str(row.here.checked) if row.here else None,
        "sha256": (row.here.sha256 or None) if row.here else None,
        "fault": (row.here.fault or None) if row.here else None,
    }


def _say_how_to_begin(entries: list[Entry], machine: Machine) -> None:
    print("No model is on this machine. Lessons work without one; the built-in phrasing words the feedback.")
    suited = [entry for entry in entries if fit(entry.memory, machine) is Fit.WELL]
    for entry in suited[:1] or sorted(entries, key=lambda entry: entry.size)[:1]:
        print(f"\nTo have one worded by a model, {entry.name} suits this machine:\n{how_to_get(entry)}")


def _obstacles(machine: Machine) -> Iterator[str]:
    if find_spec("llama_cpp") is None:
        yield "llama-cpp-python, which runs models, is not installed: pip install reading-tutor[llama]"
    if machine.avx2 is False:
        yield (
            "This processor has no AVX2, which llama-cpp-python is mostly built for: a model may not run here, or only "
            "slowly.\ntutor models test tries it; if it fails, lessons go on with the built-in phrasing."
        )


# -- add, use, remove -------------------------------------------------------------------------------------------------


def put(shelf: Shelf, file: Path, machine: Machine) -> int:
    """Add a model file, and choose it when nobody ever chose; returns the exit code."""
    with long_work("looking at the file") as work:
        added = add(shelf, file, lambda done, whole: work.tell(f"{part_of(done, whole)} checked", done, whole))
    model = added.model
    proof = "exactly as published" if model.checked is Checked.PUBLISHED else "a sound file, its checksum noted"
    print(printable(f"{model.name} is here as {model.id}: {in_words(model.size)}, {proof}."))
    for note in (_ONE_FILE if added.linked else "", added.note, model.entry.licence_note if model.entry else ""):
        if note:
            print(note)
    if fit(model.memory, machine) is Fit.NOT:
        print(f"It needs about {in_words(model.memory)} of memory, more than this machine has: it is for another one.")
    elif shelf.chosen_name() is None:
        choose(shelf, model.id)
        print("Lessons use it from now on. To go back: tutor models use none")
    elif shelf.chosen_name() != model.id:
        print(f"To use it in lessons: tutor models use {model.id}")
    for line in _obstacles(machine):
        print(line)
    return 0


def use(shelf: Shelf, name: str, machine: Machine) -> int:
    """Choose a model for lessons, or none; returns the exit code."""
    if name.lower() == NOBODY:
        choose(shelf, NOBODY)
        print("Lessons use no model from now on; the built-in phrasing words the feedback.")
        return 0
    if name.lower().endswith(".gguf") or "/" in name or "\\" in name:
        raise TutorError(f"{name} is a file; lessons use a model by its id.", f"Add it first: tutor models add {name}")
    model = shelf.fit_for_use(name, machine)
    choose(shelf, model.id)
    print(printable(f"Lessons use {model.name} from now on."))
    if fit(model.memory, machine) is Fit.TIGHT:
        print(f"It needs about {in_words(model.memory)} of memory: close other programs before a lesson.")
    for line in _obstacles(machine):
        print(line)
    return 0


def take_off(shelf: Shelf, name: str) -> int:
    """Remove a model from this machine; returns the exit code."""
    was_chosen = shelf.chosen_name() == name.lower()
    model = remove(shelf, name)
    print(printable(f"{model.name} is off this machine."))
    if was_chosen:
        print("Lessons use no model now; the built-in phrasing words the feedback.")
    return 0


_ONE_FILE = "It shares its room on the disk with the file you gave; that one may be deleted."
