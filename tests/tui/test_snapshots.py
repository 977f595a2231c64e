"""Every screen, as it looks at four sizes, dark, light and without colours.

After a change that is meant to show: `pytest tests/tui/test_snapshots.py --snapshot-update`; then look at the pictures.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.pictures import FOLDER, PICTURES, draw
from tests.tui.scenes import SCENES, Scene, hold_still

SIZES = ((60, 20), (80, 24), (120, 40), (200, 50))
LOOKS = ("dark", "light", "no-colour")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_it_looks_as_it_did(
    scene: Scene,
    size: tuple[int, int],
    look: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    time_zone: Callable[[str], None],
    snap_compare: Callable[..., bool],
) -> None:
    time_zone("UTC")
    monkeypatch.delenv("TEXTUAL_THEME", raising=False)
    if look == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)

    async def come(pilot: Pilot[Any]) -> None:
        pilot.app.theme = "textual-light" if look == "light" else "textual-dark"
        pilot.app.animation_level = "none"
        await scene.play(pilot)
        await hold_still(pilot)

    with scene.app(tmp_path) as app:
        assert snap_compare(app, terminal_size=size, run_before=come)


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_in_the_readme_are_what_is_drawn_now(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If this fails: `python -m tests.tui.pictures`, and look at them."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("TEXTUAL_THEME", raising=False)
    assert (FOLDER / f"{name}.svg").read_text(encoding="utf-8") == draw(name, tmp_path)


def test_the_readme_shows_each_picture() -> None:
    readme = (FOLDER.parents[1] / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[([^\]]+)\]\(docs/pictures/([a-z]+)\.svg\)", readme)
    assert [name for _, name in shown] == list(PICTURES)
    assert all(len(words.split()) > 5 for words, _ in shown), "who cannot see it reads what it shows"
