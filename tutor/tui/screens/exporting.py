"""A transcript written from the screen: in a thread, and then told where it is."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.app import App

from tutor.errors import TutorError
from tutor.tui.desk import Desk
from tutor.tui.screens.dialogs import trouble_dialog, written_dialog


async def export(app: App[Any], desk: Desk, session: str) -> None:
    """Write a session's transcript and say where it went, or why it could not be. To be called in a worker."""
    try:
        place = await asyncio.to_thread(desk.export, session)
    except TutorError as error:
        await app.push_screen_wait(trouble_dialog(error.what, error.advice))
    else:
        await app.push_screen_wait(written_dialog(place))
