"""What happens before a lesson begins: it is loaded, and what is not known is asked. Imported after the first frame."""

from __future__ import annotations

import gc
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

from textual.app import App

from tutor.errors import TutorError
from tutor.tui.screens.messages import HardWords, NotOpened
from tutor.tui.screens.waiting import Stopped, waited

if TYPE_CHECKING:
    from tutor.tui.desk import Desk, Opened
    from tutor.tui.screens.lesson import LessonScreen

_LOOKING = "looking through the sessions"
_PAINTED = 0.3


async def enter(screen: LessonScreen) -> None:
    """Load lesson and article, find out who learns and where they left off, and begin."""
    app, desk, board = screen.app, screen.desk, screen.board
    await board.furnish()
    try:
        opened = await waited(screen, "opening the lesson", lambda _: desk.load(screen.lesson))
        screen.lesson_title = opened.title
        board.article.show(opened.article, *opened.part)
        board.bar.show_lesson(opened.title)
        who = screen.learner if screen.learner is not None else await who_learns(app, desk)
        screen.learner = board.chat.learner = who
        resume = screen.resume
        if resume is None:
            resume = await whether_to_resume(app, desk, opened, who)
        conversation = await waited(screen, "opening your session", lambda _: desk.converse(opened, who, resume=resume))
    except Stopped:
        screen.leaving.ask()
        return
    except TutorError as error:
        # Without a lesson there is nothing to show: it is told at the edge, or among the other lessons.
        app.post_message(NotOpened(error))
        return
    from tutor.tui.screens.playing import Playing

    screen.playing = Playing(screen, conversation)
    screen.playing.begin()
    # Last, once the article is painted, and by nobody waited for, not even on leaving: what the first reply needs.
    screen.set_timer(_PAINTED, Thread(target=_warm, args=(screen, opened), daemon=True).start)


def _warm(screen: LessonScreen, opened: Opened) -> None:
    screen.desk.warm()
    words = screen.desk.hard_words(opened)
    with suppress(RuntimeError):  # the app has ended meanwhile
        screen.post_message(HardWords(words))
    if not gc.isenabled():  # the command line put off looking for garbage
        # What is there now stays for the lesson. Looked through again and again, it would hold up a letter each time.
        gc.collect()
        gc.freeze()
        gc.enable()


async def who_learns(app: App[Any], desk: Desk) -> str:
    """Ask who learns, if anybody has given a name before; else no name."""
    names = await waited(app.screen, _LOOKING, lambda _: desk.learners())
    if not names:
        return ""
    from tutor.tui.screens.dialogs import choose_learner

    return await choose_learner(app, names)


async def whether_to_resume(app: App[Any], desk: Desk, opened: Opened, learner: str) -> bool:
    """Offer to go on with an unfinished session, if there is one."""
    unfinished = await waited(app.screen, _LOOKING, lambda _: desk.unfinished(opened, learner))
    if unfinished is None:
        return False
    from tutor.tui.screens.dialogs import resume_dialog

    return await app.push_screen_wait(resume_dialog(opened.title, unfinished.done, unfinished.total)) != "new"
