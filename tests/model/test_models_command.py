"""`tutor models` and its actions, as a teacher sees them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.model import making
from tests.model.gguf_bytes import gguf_bytes
from tutor.commands import models, try_model
from tutor.commands.models import add_models_commands, put, show, take_off, use
from tutor.commands.try_model import Outcome
from tutor.errors import TutorError
from tutor.long_work import Work
from tutor.model.amounts import part_of
from tutor.model.catalogue import Catalogue, Entry, load_catalogue
from tutor.model.hardware import Machine
from tutor.model.request import Draft, Ending, Request
from tutor.model.shelf import Shelf

GB = 1_000_000_000
LAPTOP = Machine(memory=4 * GB, free=3 * GB, cores=2, avx2=True)
PACKAGED = Path(__file__).parents[2] / "models.toml"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "models", tmp_path / "chosen-model.txt", load_catalogue([PACKAGED]))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    file = tmp_path / "mine.gguf"
    file.write_bytes(gguf_bytes())
    file.chmod(0o644)
    return file


def test_with_nothing_here_it_says_what_to_fetch_and_that_nothing_is_needed(
    shelf: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    assert show(shelf, LAPTOP) == 0
    told = capsys.readouterr().out
    assert "Lessons work without one" in told
    assert "granite-4.1-3b-Q4_K_M.gguf" in told, "the first that goes well into four gigabytes"
    assert "https://huggingface.co/ibm-granite/granite-4.1-3b-GGUF" in told
    assert "tutor models add FILE" in told
    for line in told.splitlines()[:6]:
        assert len(line) <= 80


def test_the_table_tells_what_is_here_checked_fitting_and_chosen(
    shelf: Shelf, mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(shelf, mine, LAPTOP)
    (shelf.folder / "broken.gguf").write_bytes(gguf_bytes()[:100])
    capsys.readouterr()
    show(shelf, LAPTOP)
    lines = capsys.readouterr().out.splitlines()
    row = next(line for line in lines if " mine " in line)
    assert row.split()[:2] == ["*", "mine"]
    assert row.endswith("apache-2.0                  unchanged      fits")
    assert any("qwen3-4b" in line and line.endswith("tight") for line in lines)
    assert any(line.startswith("broken cannot be used: The file ends") for line in lines)
    assert "* Lessons use mine." in lines


def test_the_table_as_json(shelf: Shelf, mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(shelf, mine, LAPTOP)
    capsys.readouterr()
    show(shelf, LAPTOP, as_json=True)
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["mine"]["installed"] == str(shelf.folder / "mine.gguf")
    assert (rows["mine"]["chosen"], rows["qwen3-4b"]["chosen"]) == (True, False)
    assert (rows["qwen3-4b"]["installed"], rows["qwen3-4b"]["size"]) == (None, 2_497_281_120)


def test_names_in_a_file_cannot_act_on_the_terminal(
    shelf: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nasty = {"general.architecture": "llama", "general.name": "\x1b[2Jx", "general.license": "a\nb\x1b]0;t\x07"}
    file = tmp_path / "nasty.gguf"
    file.write_bytes(gguf_bytes({**nasty, "tokenizer.ggml.tokens": ["a"], "tokenizer.chat_template": "t"}))
    put(shelf, file, LAPTOP)
    show(shelf, LAPTOP)
    assert "\x1b" not in capsys.readouterr().out


def test_the_first_model_added_is_chosen_and_later_ones_are_not(
    shelf: Shelf, mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(shelf, mine, LAPTOP)
    told = capsys.readouterr()
    assert "Tiny is here as mine" in told.out
    assert told.err == "", "in a log there is no bar"
    assert shelf.chosen_name() == "mine"
    other = tmp_path / "other.gguf"
    other.write_bytes(gguf_bytes())
    put(shelf, other, LAPTOP)
    assert "tutor models use other" in capsys.readouterr().out
    assert shelf.chosen_name() == "mine"


def test_a_model_for_a_larger_machine_is_kept_but_not_chosen(
    shelf: Shelf, mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(shelf, mine, Machine(memory=1000, free=1000, cores=1, avx2=None))
    assert "it is for another one" in capsys.readouterr().out
    assert shelf.chosen_name() is None


def test_use_and_none_and_remove(shelf: Shelf, mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(shelf, mine, LAPTOP)
    use(shelf, "NONE", LAPTOP)
    assert shelf.chosen_name() == "none"
    use(shelf, "Mine", Machine(memory=GB, free=1, cores=1, avx2=None))
    assert shelf.chosen_name() == "mine"
    assert "close other programs" in capsys.readouterr().out
    take_off(shelf, "mine")
    assert "Lessons use no model now" in capsys.readouterr().out
    with pytest.raises(TutorError, match="not on this machine yet"):
        use(shelf, "qwen3-4b", LAPTOP)
    with pytest.raises(TutorError, match="is a file"):
        use(shelf, str(mine), LAPTOP)


def test_a_processor_without_avx2_and_a_missing_library_are_told(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(models, "find_spec", lambda _: None)
    show(shelf, Machine(memory=4 * GB, free=3 * GB, cores=2, avx2=False))
    told = capsys.readouterr().out
    assert "pip install reading-tutor[llama]" in told
    assert "no AVX2" in told


def test_how_much_of_a_file_was_looked_at_is_told(shelf: Shelf, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, int, int]] = []
    monkeypatch.setattr(Work, "tell", lambda _, words, part, whole: told.append((words, part, whole)))
    put(shelf, mine, LAPTOP)
    size = mine.stat().st_size
    assert told[0] == (f"{part_of(0, size)} checked", 0, size)
    assert told[-1] == (f"{part_of(size, size)} checked", size, size)


# -- tutor models test ------------------------------------------------------------------------------------------------


class Scripted:
    """Writes at a known speed."""

    def __init__(self, ending: Ending = Ending.STOP, why: str = "") -> None:
        self.ending = ending
        self.why = why
        self.closed = False

    ready = True

    def warm(self, system: str, opening: str) -> None: ...

    def cancel(self) -> None: ...

    def write(self, request: Request, on_piece: Callable[[str], None] | None = None) -> Draft:
        return Draft(
            text="x",
            ending=self.ending,
            why=self.why,
            evaluated=800,
            written=request.max_tokens,
            first_seconds=8.0,
            seconds=16.0,
        )

    def close(self) -> None:
        self.closed = True


def outcomes(*by_model: bool) -> Callable[[object], Iterator[Outcome]]:
    def trial(_: object) -> Iterator[Outcome]:
        for mine in by_model:
            yield Outcome(
                typed="I think so.",
                move="probe",
                text="You said so. Who says it?",
                by_model=mine,
                why="" if mine else "it took a side",
            )

    return trial


def test_a_trial_times_the_model_and_shows_what_a_learner_would_see(
    shelf: Shelf, mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(shelf, mine, LAPTOP)
    model = Scripted()
    assert try_model.run(shelf, None, LAPTOP, outcomes(True, True, False), lambda *_: model) == 0
    told = capsys.readouterr().out
    assert "reads 100 tokens a second: an article of 1,000 tokens in 10.0 s" in told
    assert "writes 7.9 tokens a second: a feedback of 60 tokens in 7.6 s" in told
    assert "You said so. Who says it?" in told
    assert "worded by the built-in phrasing (it took a side)" in told
    assert "The model worded 2 of 3; the built-in phrasing stepped in for 1." in told
    assert model.closed


def test_a_model_that_does_not_work_is_a_message_and_the_worker_is_ended(shelf: Shelf, mine: Path) -> None:
    put(shelf, mine, LAPTOP)
    model = Scripted(Ending.FAILED, "the processor lacks AVX2.")
    with pytest.raises(TutorError, match="does not work on this machine: the processor lacks AVX2"):
        try_model.run(shelf, "mine", LAPTOP, outcomes(), lambda *_: model)
    assert model.closed


def test_there_must_be_a_model_to_try(shelf: Shelf) -> None:
    with pytest.raises(TutorError, match="No model is chosen"):
        try_model.run(shelf, None, LAPTOP, outcomes())


def test_a_real_model_in_a_real_worker_words_ten_moves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("llama_cpp")
    entry = Entry(id="tiny", file="tiny.gguf", context=16_384)
    shelf = Shelf(tmp_path / "models", tmp_path / "chosen-model.txt", Catalogue((entry,)))
    put(shelf, making.tiny(tmp_path / "tiny.gguf", context=16_384), LAPTOP)
    assert try_model.run(shelf, "tiny", LAPTOP, try_model.ten_moves([])) == 0
    told = capsys.readouterr().out
    assert "loaded in" in told
    assert "\n10. > " in told


# -- The command line -------------------------------------------------------------------------------------------------


def test_the_commands_are_wired(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TUTOR_HOME", str(tmp_path / "home"))
    parser = argparse.ArgumentParser()
    add_models_commands(parser.add_subparsers())

    def tutor(*words: str) -> str:
        given = parser.parse_args(["models", *words])
        assert given.run(given) == 0
        return capsys.readouterr().out

    assert "No model is on this machine" in tutor()
    assert json.loads(tutor("--json"))[0]["id"] == "qwen3-4b"
    assert "as mine" in tutor("add", str(mine))
    assert "Lessons use no model" in tutor("use", "none")
    assert "off this machine" in tutor("remove", "mine")
    with pytest.raises(TutorError, match="No model is chosen"):
        tutor("test")


def test_listing_models_does_not_load_the_library() -> None:
    import subprocess
    import sys

    code = "import sys; import tutor.commands.models; sys.exit('llama_cpp' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0
