"""The model that words a lesson's feedback: found, checked and made ready; none when there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tutor.errors import TutorError
from tutor.feedback.author import Author, room_for
from tutor.feedback.phrasing import Phrasing

if TYPE_CHECKING:
    from tutor.model.request import Model
    from tutor.session.request import StartRequest

NONE = "none"


def open_author(request: StartRequest, tell: Callable[[str], None]) -> tuple[Author, Model | None]:
    """Who words the feedback, and the model to be closed at the end.

    `request.model` is an id, a file or `none`; None takes the one chosen with `tutor models use`. What was named and
    cannot be used is a TutorError; where only the choice of some other day cannot be, `tell` says so and the lesson
    goes on with the built-in phrasing.
    """
    phrasing, folders = Phrasing(request.paths.prompts), request.paths.prompts
    if request.model == NONE:
        return Author(phrasing), None
    try:
        found = _find(request)
    except TutorError as error:
        if request.model is not None:
            raise
        tell(f"{error} The lesson goes on with the built-in phrasing.")
        return Author(phrasing), None
    if found is None:
        return Author(phrasing), None
    model, context = found
    return Author(phrasing, model, folders, room=room_for(context)), model


def _find(request: StartRequest) -> tuple[Model, int] | None:
    from tutor.model.catalogue import NOBODY
    from tutor.model.shelf import open_shelf

    paths = request.paths
    shelf = open_shelf(paths.state, paths.config, paths.models)
    if not request.model and shelf.chosen_name() in (None, NOBODY):
        return None  # as mostly, and then what looks at the machine is not even imported
    from tutor.model.client import Worker
    from tutor.model.hardware import this_machine

    machine = this_machine()
    installed = shelf.fit_for_use(request.model, machine) if request.model else shelf.chosen(machine)
    if installed is None:
        return None
    worker = Worker(
        installed.file,
        log=paths.state / "model.log",
        context=installed.context,
        cache=paths.state / "prefixes",
        options=installed.template_values,
    )
    return worker, installed.context
