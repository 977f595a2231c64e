"""A transcript written from the screen: in a thread, and then told where it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App

from tutor.errors import TutorError
from tutor.tui.desk import Desk
from tutor.tui.screens.dialogs import trouble_dialog, written_dialog
from tutor.tui.screens.waiting import Stopped, Tell, waited


async def export(app: App[Any], desk: Desk, session: str) -> None:
    """Write a session's transcript and say where it went, or why it could not be. To be called in a worker."""

    def write(tell: Tell) -> Path:
        place = desk.export(session)
        try:
            tell(1, 1)
        except Stopped:
            place.unlink(missing_ok=True)  # nobody wants it any more, and nobody was told of it
            raise
        return place

    try:
        place = await waited(app.screen, "writing the transcript", write)
    except Stopped:
        app.notify("Stopped. No transcript was written.")
    except TutorError as error:
        app.push_screen(trouble_dialog(error.what, error.advice))
    else:
        app.push_screen(written_dialog(place))
