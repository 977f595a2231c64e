"""Where a dialogue stands: one `Thread` per question, and which of them is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tutor.dialogue.moves import Outcome
from tutor.rubric.model import Finding


@dataclass(frozen=True, slots=True)
class Thread:
    """What has happened on one question.

    `answers` are the replies that were answers, oldest first; `vain` how many replies in all brought nothing new;
    `astray` how many were no answer; `probed` how often each criterion was probed; `hints` how many rungs were given;
    `steps` how many smaller steps after the last rung; `findings` the best finding so far per criterion; `asking` the
    question last put to the learner; `outcome` None while it is open.
    """

    answers: tuple[str, ...] = ()
    vain: int = 0
    astray: int = 0
    probed: Mapping[str, int] = field(default_factory=dict)
    hints: int = 0
    steps: int = 0
    findings: tuple[Finding, ...] = ()
    asking: str = ""
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class State:
    """The whole dialogue. `index` is the open question's, from 0; equal to the number of threads at the end.

    `reading` is true while the article is read before the first question.
    """

    threads: tuple[tuple[str, Thread], ...]
    index: int = 0
    reading: bool = False

    @property
    def finished(self) -> bool:
        """Whether every question is closed."""
        return self.index >= len(self.threads)

    @property
    def thread(self) -> Thread:
        """The open question's thread."""
        return self.threads[self.index][1]

    @property
    def history(self) -> tuple[str, ...]:
        """The answers given to the open question, oldest first; empty at the end."""
        return () if self.finished else self.thread.answers

    @property
    def outcomes(self) -> Mapping[str, Outcome]:
        """How the closed questions ended, by question id."""
        return {key: thread.outcome for key, thread in self.threads if thread.outcome is not None}

    def with_thread(self, thread: Thread) -> State:
        """The same with another thread for the open question."""
        threads = list(self.threads)
        threads[self.index] = (threads[self.index][0], thread)
        return replace(self, threads=tuple(threads))
