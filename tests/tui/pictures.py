"""The pictures of the README: `python -m tests.tui.pictures` draws them anew into docs/pictures.

They are taken of the shipped lesson, played as it is; a test fails when one of them is not what is drawn now.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pytest_textual_snapshot import normalize_svg
from textual._doc import take_svg_screenshot
from textual.pilot import Pilot

from tests.tui.driving import board, have_read, on, ready, send, until, words
from tests.tui.scenes import Play, hold_still
from tutor.lesson.load import load_lesson
from tutor.paths import Paths, packaged
from tutor.rubric.model import Verdict
from tutor.session.request import StartRequest
from tutor.tui.app import TutorApp
from tutor.tui.local_desk import LocalDesk
from tutor.tui.screens.summary import SummaryScreen

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
LESSON = packaged() / "lessons" / "harbour-levy" / "lesson.toml"
SIZE = (120, 36)
# The fonts of a picture would come from the network; without this line a reader's own font is taken.
_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)


async def reading(pilot: Pilot[Any]) -> None:
    """The article alone, a hard word explained."""
    await ready(pilot)
    await until(pilot, lambda: board(pilot).article.has_focus and "°" in words(pilot), "hard words")
    await pilot.press("w", "enter")
    await until(pilot, lambda: board(pilot).aside.display, "the definition")


async def answering(pilot: Pilot[Any]) -> None:
    """A first answer, what the tutor says to it, and a sentence pointed at for the next."""
    await have_read(pilot)
    await send(pilot, "I think it is so they can fix that wall.")
    await pilot.press(*"It is in ", "f6")
    await until(pilot, lambda: board(pilot).article.has_focus, "the article")
    await pilot.press("down", "down", "space")
    await until(pilot, lambda: "[p" in board(pilot).composer.text, "the citation")


async def summary(pilot: Pilot[Any]) -> None:
    """The end of the lesson: what was shown, and what was skipped."""
    await have_read(pilot)
    for number, question in enumerate(load_lesson(LESSON).lesson.questions, start=1):
        good = next(sample.answer for sample in question.samples if sample.expect is Verdict.MET)
        await send(pilot, "/skip" if number % 4 == 0 else good)
    await on(pilot, SummaryScreen)


PICTURES: Mapping[str, tuple[Play, str]] = {
    "answering": (answering, "textual-dark"),
    "reading": (reading, "textual-dark"),
    "summary": (summary, "textual-light"),
}


def draw(name: str, folder: Path) -> str:
    """The picture `name` as SVG; what the session keeps goes into `folder`."""
    play, theme = PICTURES[name]

    async def come(pilot: Pilot[Any]) -> None:
        pilot.app.theme = theme
        pilot.app.animation_level = "none"
        await play(pilot)
        await hold_still(pilot)

    with _app(folder) as app:
        svg = take_svg_screenshot(app, terminal_size=SIZE, run_before=come)
    return _FONT_FACE.sub("", normalize_svg(svg))


@contextmanager
def _app(folder: Path) -> Iterator[TutorApp]:
    request = StartRequest(lesson=LESSON, learner="", paths=Paths(state=folder, config=folder))
    with LocalDesk(request) as desk:
        yield TutorApp(request, desk)


def main() -> None:
    """Draw all of them."""
    os.environ.pop("NO_COLOR", None)
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            (FOLDER / f"{name}.svg").write_text(draw(name, Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
