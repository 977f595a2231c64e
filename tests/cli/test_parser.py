"""A command line that cannot be understood: what is wrong, and what to write instead, in one tone for all commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import tutor

SAID = [
    ("strat", "There is no command tutor strat.", "Did you mean start?"),
    ("zzzz", "There is no command tutor zzzz.", "Write start, read, lessons, "),
    ("models ad", "There is no command tutor models ad.", "Did you mean add?"),
    ("check x --format txt", "--format cannot be txt.", "Did you mean text?"),
    ("try x --save 7", "--save cannot be 7.", "Write met, partly or unmet."),
    ("check", "PATH is missing.", "See: tutor check --help"),
    ("--plian", "tutor start has no option --plian.", "Did you mean --plain?"),
    ("start --learner", "After --learner something is missing.", "See: tutor start --help"),
    ("start --resume --new", "do not go together", "See: tutor start --help"),
    ("grade", "LESSON and ANSWERS are missing.", "See: tutor grade --help"),
    ("start one two", "That is more than tutor start takes: two", "See: tutor start --help"),
    ("new x --drat", "tutor new has no option --drat.", "Did you mean --draft? See: tutor new --help"),
    ("lessons --qqqq=1", "tutor lessons has no option --qqqq.", "See: tutor lessons --help"),
    ("check x --jobs 0", "--jobs: a whole number from 1 on is needed.", "See: tutor check --help"),
]


@pytest.mark.parametrize(("line", "what", "advice"), SAID, ids=[row[0] for row in SAID])
def test_what_is_wrong_and_what_to_write(tmp_path: Path, line: str, what: str, advice: str) -> None:
    done = tutor(tmp_path, *line.split())
    assert done.returncode == 2
    assert done.stderr.startswith("tutor: ")
    assert what in done.stderr
    assert advice in done.stderr
    for word in ("usage:", "invalid", "argument", "required", "Traceback"):
        assert word not in done.stderr
