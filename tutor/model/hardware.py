"""What this machine can bear: memory, cores, and whether its processor is one that llama.cpp is built for."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tutor.errors import TutorError
from tutor.model.amounts import in_words

_CPU_INFO = Path("/proc/cpuinfo")
_X86 = frozenset({"x86_64", "amd64", "i386", "i686"})

_COMFORT = 0.7
"""The share of a machine's memory a model may take and leave the system, a browser and an editor their place."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine: `memory` in all and `free` at the moment, in bytes; `cores` are physical ones, at least 1.

    `avx2` is None where it cannot be told, and where the question does not arise (other processors than x86).
    """

    memory: int
    free: int
    cores: int
    avx2: bool | None


class Fit(StrEnum):
    """How a model goes into a machine's memory."""

    WELL = "fits"
    TIGHT = "tight"  # it goes in, but other programs must go out
    NOT = "too large"
    UNKNOWN = "unknown"


def this_machine() -> Machine:
    """Look at the machine this runs on."""
    import psutil  # a compiled module; only the commands about models pay for it

    memory = psutil.virtual_memory()
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    return Machine(memory=memory.total, free=memory.available, cores=cores, avx2=_avx2())


def fit(need: int, machine: Machine) -> Fit:
    """How a model that needs `need` bytes (0: not known) goes into the memory of `machine`."""
    if not need:
        return Fit.UNKNOWN
    if need > machine.memory:
        return Fit.NOT
    return Fit.TIGHT if need > min(machine.free, _COMFORT * machine.memory) else Fit.WELL


def refuse_too_large(name: str, need: int, machine: Machine) -> None:
    """Raise TutorError when a model that needs `need` bytes cannot go into the memory of `machine`."""
    if fit(need, machine) is Fit.NOT:
        raise TutorError(
            f"{name} needs about {in_words(need)} of memory; this machine has {in_words(machine.memory)}.",
            "Take a smaller model (tutor models lists them), or go on without one: tutor models use none.",
        )


def _avx2() -> bool | None:
    if sys.platform != "linux" or platform.machine().lower() not in _X86:
        return None
    try:
        # The first processor's flags stand in the first few kilobytes.
        with _CPU_INFO.open(encoding="ascii", errors="replace") as file:
            text = file.read(64 * 1024)
    except OSError:
        return None
    flags = next((line for line in text.splitlines() if line.startswith("flags")), None)
    return None if flags is None else "avx2" in flags.split()
