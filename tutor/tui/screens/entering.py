"""What is asked before a lesson begins. Imported after the first frame; to be called in workers."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.app import App

from tutor.tui.desk import Desk, Opened
from tutor.tui.screens.dialogs import choose_learner, resume_dialog


async def who_learns(app: App[Any], desk: Desk) -> str:
    """Ask who learns, if anybody has given a name before; else no name."""
    names = await asyncio.to_thread(desk.learners)
    return await choose_learner(app, names) if names else ""


async def whether_to_resume(app: App[Any], desk: Desk, opened: Opened, learner: str) -> bool:
    """Offer to go on with an unfinished session, if there is one."""
    unfinished = await asyncio.to_thread(desk.unfinished, opened, learner)
    if unfinished is None:
        return False
    return await app.push_screen_wait(resume_dialog(opened.title, unfinished.done, unfinished.total)) != "new"
