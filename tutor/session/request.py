"""What the command line asks of a face of the tutor, be it the screen or plain mode."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tutor.paths import Paths


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRequest:
    """How to start: everything that `tutor start` or `tutor read` was told, and where to look for the rest.

    `lesson` is the lesson's folder or file, already found; None leaves the choice to the learner. `article` is the
    file given with `--article`. `read` is an article to be read without a lesson. `learner` is None when nobody was
    named yet (ask, if there is somebody to ask) and "" for no name. `resume` is None when neither `--resume` nor
    `--new` was given (offer it). `model` is an id, a file or "none"; None takes the one chosen with `tutor models use`.
    """

    lesson: Path | None = None
    article: Path | None = None
    read: Path | None = None
    learner: str | None = None
    resume: bool | None = None
    model: str | None = None
    paths: Paths

    @property
    def named(self) -> Path | None:
        """What was named to be played, lesson or article."""
        return self.read or self.lesson
