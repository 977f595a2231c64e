"""Where a file is: a long path is broken behind its separators, and copied in one piece."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.selection import SELECT_ALL

from tests.tui.driving import words
from tutor.tui.widgets.path_text import PathText, path_lines

LONG = "/home/anneliese/Documents/School/tutor/transcripts/harbour-levy-2026-11-22.md"


@pytest.mark.parametrize(
    ("path", "width", "lines"),
    [
        ("/tmp/a.md", 20, ["/tmp/a.md"]),
        ("/tmp/a.md", 9, ["/tmp/a.md"]),
        ("/tmp/a.md", 8, ["/tmp/", "a.md"]),
        (r"C:\Users\Ann\a.md", 10, ["C:\\Users\\", "Ann\\a.md"]),
        ("/a/longer-than-that.md", 10, ["/a/", "longer-tha", "n-that.md"]),
        ("/港口/税.md", 6, ["/港口/", "税.md"]),
        ("港港港港", 5, ["港港", "港港"]),
    ],
)
def test_a_path_is_broken_behind_a_separator_where_that_can_be(path: str, width: int, lines: list[str]) -> None:
    assert path_lines(path, width) == lines
    assert "".join(lines) == path


@pytest.mark.parametrize("width", [0, 1])
def test_there_is_always_a_line_for_a_letter(width: int) -> None:
    assert "".join(path_lines("/tmp/港", width)) == "/tmp/港"


class Shown(App[None]):
    def compose(self) -> ComposeResult:
        yield PathText(Path(LONG))


async def test_it_fits_the_window_and_is_copied_in_one_piece() -> None:
    async with Shown().run_test(size=(44, 8)) as pilot:
        shown = pilot.app.query_one(PathText)
        assert words(pilot).split()[:2] == [
            "/home/anneliese/Documents/School/tutor/",
            "transcripts/harbour-levy-2026-11-22.md",
        ]
        assert shown.size.height == 2
        await pilot.resize_terminal(100, 8)
        await pilot.pause()
        assert shown.size.height == 1
        await pilot.resize_terminal(44, 8)
        await pilot.pause()
        assert shown.get_selection(SELECT_ALL) == (LONG, "\n")
