"""What a machine can bear."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.errors import TutorError
from tutor.model import hardware
from tutor.model.amounts import in_words, part_of
from tutor.model.hardware import Fit, Machine, fit, refuse_too_large, this_machine

GB = 1_000_000_000
LAPTOP = Machine(memory=4 * GB, free=2 * GB, cores=2, avx2=True)


def test_this_machine_has_memory_and_cores() -> None:
    machine = this_machine()
    assert machine.memory >= machine.free > 0
    assert machine.cores >= 1


@pytest.mark.parametrize(
    ("need", "expected"),
    [(GB, Fit.WELL), (int(2.5 * GB), Fit.TIGHT), (4 * GB, Fit.TIGHT), (4 * GB + 1, Fit.NOT), (0, Fit.UNKNOWN)],
)
def test_how_a_model_fits_an_old_laptop(need: int, expected: Fit) -> None:
    assert fit(need, LAPTOP) is expected


def test_most_of_the_memory_taken_is_tight_even_when_it_is_free() -> None:
    assert fit(3 * GB, Machine(memory=4 * GB, free=4 * GB, cores=2, avx2=None)) is Fit.TIGHT


def test_a_model_larger_than_the_memory_is_refused_in_words() -> None:
    refuse_too_large("Small", GB, LAPTOP)
    with pytest.raises(TutorError, match=r"Large needs about 8\.0 GB of memory; this machine has 4\.0 GB"):
        refuse_too_large("Large", 8 * GB, LAPTOP)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("processor\t: 0\nflags\t\t: fpu sse2 avx avx2 fma\n", True),
        ("processor\t: 0\nflags\t\t: fpu sse2 avx\n", False),
        ("processor\t: 0\n", None),
        (None, None),
    ],
)
def test_avx2_is_told_where_linux_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None, expected: bool | None
) -> None:
    if text is not None:
        (tmp_path / "cpuinfo").write_text(text)
    monkeypatch.setattr(hardware, "_CPU_INFO", tmp_path / "cpuinfo")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    assert this_machine().avx2 is expected
    monkeypatch.setattr("platform.machine", lambda: "aarch64")
    assert this_machine().avx2 is None


def test_amounts_in_words() -> None:
    sizes = [1, 43, 999, 1000, 4096, 807_694_464, 999_960_000, 2_497_281_120, 2**62]
    words = ["1 byte", "43 bytes", "999 bytes", "1.0 KB", "4.1 KB", "808 MB", "1.0 GB", "2.5 GB", "4.6 EB"]
    assert [in_words(size) for size in sizes] == words


def test_a_part_of_an_amount_is_never_the_same_words_twice() -> None:
    assert part_of(1_200_000_000, 2_300_000_000) == "1.2 of 2.3 GB"
    assert part_of(700_000, 1_200_000) == "700 KB of 1.2 MB"
    assert part_of(2_299_999_999, 2_300_000_000) == "2,299,999,999 of 2,300,000,000 bytes"
