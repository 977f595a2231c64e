"""What an import really brings along. import-linter reads the source; this looks at `sys.modules`."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys

import pytest

import tutor

BELOW_THE_SCREEN = sorted(
    module.name
    for module in pkgutil.walk_packages(tutor.__path__, "tutor.")
    if not module.name.startswith(("tutor.tui", "tutor.__main__"))
    # These run in the child process, and there only.
    and module.name not in {f"tutor.model.{name}" for name in ("worker", "engine", "native", "sampling", "prefix")}
)
HEAVY = {"textual", "rich", "pydantic", "sqlite3", "simplemma", "rapidfuzz", "platformdirs", "tree_sitter", "tomli"}


def modules_after(code: str) -> set[str]:
    """The top-level modules that are loaded once `code` has run in its own process."""
    program = (
        f"import sys, json\nsys.stdout = sys.stderr\n{code}\nprint(json.dumps(list(sys.modules)), file=sys.__stdout__)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in json.loads(done.stdout)}


def test_nothing_below_the_screen_brings_textual_along() -> None:
    found = modules_after("\n".join(f"import {name}" for name in BELOW_THE_SCREEN))
    assert found.isdisjoint({"textual", "rich"})


@pytest.mark.parametrize("package", ["article", "rubric", "lesson", "grading", "dialogue", "feedback", "session"])
def test_each_layer_can_be_used_without_those_above_it(package: str) -> None:
    program = (
        f"import sys, json, tutor.{package}; print(json.dumps([m for m in sys.modules if m.startswith('tutor.')]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    order = [
        "article",
        "rubric",
        "lesson",
        "grading",
        "dialogue",
        "feedback",
        "session",
        "plain",
        "commands",
        "tui",
        "cli",
    ]
    above = set(order[order.index(package) + 1 :])
    assert above.isdisjoint(name.split(".")[1] for name in json.loads(done.stdout))


def test_no_model_is_loaded_into_this_process() -> None:
    found = modules_after("\n".join(f"import {name}" for name in [*BELOW_THE_SCREEN, "tutor.tui.app"]))
    assert "llama_cpp" not in found


@pytest.mark.parametrize("words", [["--help"], ["start", "--help"], ["--version"]])
def test_help_comes_before_anything_heavy(words: list[str]) -> None:
    code = f"from tutor.cli import main\ntry:\n    main({words!r})\nexcept SystemExit:\n    pass"
    assert modules_after(code).isdisjoint(HEAVY | {"socket"})


def test_a_lesson_that_is_not_there_is_told_before_anything_heavy() -> None:
    code = "from tutor.cli import main\nassert main(['start', 'no-such-lesson']) == 2"
    assert modules_after(code).isdisjoint(HEAVY - {"platformdirs"})


def test_the_first_frame_does_not_wait_for_lessons_and_rubric() -> None:
    found = modules_after("import tutor.tui.app, tutor.session.request")
    assert found.isdisjoint(HEAVY - {"textual", "rich", "platformdirs", "tree_sitter"})  # Textual brings these itself
