"""What the tutor says, as words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """A move in words: `say`, then the question `asking`; plain text, never markup.

    `phrases` are the names of the wordings used, in order, to be handed back as `used` for the moves to come. `kept` is
    the end of `say` that stays as it is, whoever words the rest: a hint says neither more nor less than it is meant to.
    """

    say: str
    asking: str
    phrases: tuple[str, ...] = ()
    kept: str = ""

    @property
    def text(self) -> str:
        """All of it, ending in the question."""
        return " ".join(part for part in (self.say, self.asking) if part)
