"""What is asked before a lesson begins. Imported after the first frame; to be called in workers.

Both raise `Stopped` when the learner does not want to wait for the answer.
"""

from __future__ import annotations

from typing import Any

from textual.app import App

from tutor.tui.desk import Desk, Opened
from tutor.tui.screens.dialogs import choose_learner, resume_dialog
from tutor.tui.screens.waiting import waited

_LOOKING = "looking through the sessions"


async def who_learns(app: App[Any], desk: Desk) -> str:
    """Ask who learns, if anybody has given a name before; else no name."""
    names = await waited(app.screen, _LOOKING, lambda _: desk.learners())
    return await choose_learner(app, names) if names else ""


async def whether_to_resume(app: App[Any], desk: Desk, opened: Opened, learner: str) -> bool:
    """Offer to go on with an unfinished session, if there is one."""
    unfinished = await waited(app.screen, _LOOKING, lambda _: desk.unfinished(opened, learner))
    if unfinished is None:
        return False
    return await app.push_screen_wait(resume_dialog(opened.title, unfinished.done, unfinished.total)) != "new"
