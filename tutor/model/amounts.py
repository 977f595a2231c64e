"""Amounts in words: bytes as people and download pages write them."""

from __future__ import annotations

_UNITS = ("KB", "MB", "GB", "TB", "PB", "EB")


def in_words(size: int) -> str:
    """Bytes as `512 bytes`, `4.1 KB`, `2.5 GB`: decimal units, as download pages use them.

    A file manager that counts 1,024 shows a slightly smaller number for the same file.
    """
    if size < 1000:
        return f"{size} byte{'' if size == 1 else 's'}"
    amount = size / 1000
    step = 0
    while amount >= 999.95 and step + 1 < len(_UNITS):
        amount /= 1000
        step += 1
    unit = _UNITS[step]
    return f"{amount:.0f} {unit}" if amount >= 99.95 else f"{amount:.1f} {unit}"


def part_of(some: int, whole: int) -> str:
    """`1.2 of 2.3 GB`: the unit once where both have the same, and never two equal numbers for different sizes."""
    left, right = in_words(some), in_words(whole)
    if left == right and some != whole:
        return f"{some:,} of {whole:,} bytes"
    number, unit = left.split(" ", 1)
    return f"{number} of {right}" if right.endswith(f" {unit}") else f"{left} of {right}"
