"""Where things are: a learner's sessions, a user's own lessons and prompts, and those that come with the program."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from tutor.errors import TutorError

HOME_VARIABLE = "TUTOR_HOME"
"""Names one folder for everything that is kept, so that a class can carry it on a USB stick."""

_APP = "reading-tutor"  # not `tutor`: Open edX's Tutor keeps its files in folders of that name


@dataclass(frozen=True, slots=True)
class Paths:
    """The two folders of a user: `state` for what the program keeps, `config` for what the user puts there."""

    state: Path
    config: Path

    @property
    def store(self) -> Path:
        """The file with all sessions."""
        return self.state / "sessions.db"

    @property
    def log(self) -> Path:
        """Where an unexpected error is written down."""
        return self.state / "errors.log"

    @property
    def settings(self) -> Path:
        """What the program itself remembers between two runs, such as the colours."""
        return self.state / "settings.json"

    @property
    def user_config(self) -> Path:
        """The user's own settings, such as keys. The program only reads it."""
        return self.config / "config.toml"

    @property
    def lessons(self) -> tuple[Path, ...]:
        """The folders that hold lessons, the user's own first."""
        return (self.config / "lessons", packaged() / "lessons")

    @property
    def prompts(self) -> tuple[Path, ...]:
        """The folders that hold phrase banks and prompts, the user's own first."""
        return (self.config / "prompts", packaged() / "prompts")

    @property
    def models(self) -> tuple[Path, ...]:
        """The lists of models, the user's own first."""
        return (self.config / "models.toml", packaged() / "models.toml")


def packaged() -> Path:
    """The folder with the program's own `prompts/`, `lessons/` and `models.toml`.

    In a wheel it is `tutor/data`; in a checkout the three stand at the top.
    """
    package = Path(__file__).resolve().parent
    data = package / "data"
    return data if data.is_dir() else package.parent


def user_paths() -> Paths:
    """The user's folders: all in `TUTOR_HOME` when that is set, else where the system keeps such things."""
    home = os.environ.get(HOME_VARIABLE, "").strip()
    if home:
        folder = Path(home).expanduser().absolute()
        return Paths(state=folder, config=folder)
    import platformdirs  # not needed, and not paid for, when TUTOR_HOME is set

    return Paths(
        state=platformdirs.user_data_path(_APP, appauthor=False),
        config=platformdirs.user_config_path(_APP, appauthor=False),
    )


def make_folder(folder: Path) -> None:
    """Make `folder` if it is not there, for this user's eyes only where the system knows such a thing.

    A folder that is there already is left as it is: somebody may share it on purpose. Raises TutorError when it
    cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise TutorError(
            f"{folder} is a file, but should be the folder that keeps your sessions.",
            f"Move that file away, or set {HOME_VARIABLE} to a folder of your own.",
        ) from None
    except OSError as error:
        raise TutorError(
            f"The folder {folder} for your sessions cannot be made: {error.strerror or error}.",
            f"Set {HOME_VARIABLE} to a folder that you may write to, then start again.",
        ) from None


def replace_file(path: Path, data: bytes, begun: Path | None = None) -> None:
    """Write a small file: it is there as it was or as it should be, never in between. Raises OSError.

    `begun` is the file to write first, in the same folder; by default one that nobody else has.
    """
    import secrets

    begun = begun or path.with_name(f".{path.name}-{os.getpid()}-{secrets.token_hex(4)}")
    try:
        with begun.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        begun.replace(path)
    finally:
        begun.unlink(missing_ok=True)
