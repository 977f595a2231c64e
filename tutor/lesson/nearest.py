"""The nearest of the names there are, for "Did you mean …?"."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like `word`, whatever its case; None when none is near."""
    from difflib import get_close_matches

    lowered: dict[str, str] = {}
    for name in names:
        lowered.setdefault(name.lower(), name)
    near = get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return lowered[near[0]] if near else None


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names as prose: `a, b and c`."""
    *others, final = [*names] or [""]
    return f"{', '.join(others)} {last} {final}" if others else final


def choice(word: str, names: Iterable[str], *, quotes: bool = False) -> str:
    """What to advise when `word` is none of `names`: the nearest, or all of them, in `quotes` as they are written."""
    names = list(names)
    if not names:
        return ""
    near = nearest(word, names)
    written = [f'"{name}"' if quotes else name for name in ([near] if near else names)]
    return f"Did you mean {written[0]}?" if near else f"Write {listed(written, 'or')}."
