"""What a learner types after a stroke."""

from __future__ import annotations

import pytest

from tutor.article import parse_reference
from tutor.dialogue.commands import COMMANDS, parse_command
from tutor.dialogue.turns import (
    Command,
    CopyWanted,
    DefineWanted,
    HelpWanted,
    HintWanted,
    Mistyped,
    ProgressWanted,
    QuitWanted,
    QuoteWanted,
    SkipWanted,
)

P4S2 = parse_reference("p4s2")
assert P4S2


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/hint", HintWanted()),
        ("  /HINT  ", HintWanted()),
        ("/hint please", HintWanted()),
        ("/skip", SkipWanted()),
        ("/progress", ProgressWanted()),
        ("/copy", CopyWanted()),
        ("/help", HelpWanted()),
        ("/?", HelpWanted()),
        ("/quit", QuitWanted()),
        ("/exit", QuitWanted()),
        ("/define levy", DefineWanted("levy")),
        ("/define  port authority ", DefineWanted("port authority")),
        ("/quote p4s2", QuoteWanted(P4S2)),
        ("/quote [P4S2]", QuoteWanted(P4S2)),
        ("hint", None),
        ("", None),
        ("I think 1/2 of it", None),
        ("/hint\nand more", None),
    ],
)
def test_commands(text: str, command: Command | None) -> None:
    assert parse_command(text) == command


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("/define", "Which word?"),
        ("/quote", "Which sentence?"),
        ("/quote here", "Which sentence?"),
        ("/quote p0", "Which sentence?"),
        ("/hnt", "no command /hnt"),
        ("/", "no command /"),
    ],
)
def test_a_mistyped_command_says_what_to_type(text: str, says: str) -> None:
    command = parse_command(text)
    assert isinstance(command, Mistyped)
    assert says in command.why


def test_every_command_of_the_list_is_one() -> None:
    for example in COMMANDS:
        assert not isinstance(parse_command(example), Mistyped | None)
