"""Keys that several screens have, each told once."""

from __future__ import annotations

from textual.binding import Binding


def copying_or(action: str, told: str) -> Binding:
    """Ctrl+C: copy what is selected; when nothing is, run `action`, of which the help tells in the words `told`."""
    return Binding(
        "ctrl+c,super+c",
        f"app.copy_or({action!r})",
        f"Copy or {told}",
        show=False,
        id="copy",
        tooltip=f"copy what is selected; else {told}",
    )


COPY_OR_BACK = copying_or("dismiss(None)", "go back")
DIALOG = (
    Binding("f1", "app.help", "Help", show=False, id="help"),
    Binding("escape", "dismiss(None)", "Back", show=False, id="back"),
    COPY_OR_BACK,
)
"""What every dialog has: help, and two ways back."""
