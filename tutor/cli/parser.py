"""What is said of a command line that cannot be understood: what is wrong with it, and what can be written instead."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from tutor.errors import TutorError

_CHOICE = re.compile(
    r"argument (?P<of>.+?): invalid choice: (?P<quote>['\"])(?P<word>.*)(?P=quote) "
    r"\(choose from (?P<all>.*)\)",
    re.DOTALL,
)
# What argparse says, and what is said in its place. Source: its messages in Python 3.11 to 3.14; one that is none of
# these is passed on as it is.
_SAID = (
    (r"the following arguments are required: (.+), (.+)", r"\1 and \2 are missing."),
    (r"the following arguments are required: (.+)", r"\1 is missing."),
    (r"argument (.+?): expected (?:one|at least one) argument", r"After \1 something is missing."),
    (r"argument (.+?): expected (\d+) arguments", r"After \1 come \2 words."),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 and \2 do not go together: take one of them."),
    (r"argument (.+?): ignored explicit argument '(.*)'", r"\1 stands alone, without “\2”."),
    (r"ambiguous option: (.+) could match (.+)", r"\1 may mean several things: \2. Write it in full."),
    (r"argument (.+?): (.+)", r"\1: \2."),
)


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are TutorErrors, in the program's own words. Its subparsers are the same."""

    def parse_known_args(self, args: Iterable[str] | None = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """As argparse does; raises TutorError for words it does not know, so that the command at fault is named."""
        known, unknown = super().parse_known_args(args, namespace)
        if not unknown:
            return known, unknown
        seen = f"See: {self.prog} --help"
        option = next((word.partition("=")[0] for word in unknown if word.startswith("-")), None)
        if option is None:
            raise TutorError(f"That is more than {self.prog} takes: {' '.join(unknown)}", seen)
        from tutor.lesson.nearest import nearest

        near = nearest(option, re.findall(r"--[a-z][a-z-]+", self.format_help()))
        raise TutorError(f"{self.prog} has no option {option}.", f"Did you mean {near}? {seen}" if near else seen)

    def error(self, message: str) -> NoReturn:
        """Raise TutorError for what argparse has to say."""
        seen = f"See: {self.prog} --help"
        if found := _CHOICE.fullmatch(message):
            from tutor.lesson.nearest import choice

            names = [name.strip(" '\"") for name in found["all"].split(",")]
            word, command = found["word"], found["of"].isupper()  # an option begins with a hyphen
            what = f"There is no command {self.prog} {word}." if command else f"{found['of']} cannot be {word}."
            raise TutorError(what, f"{choice(word, names)} {seen}")
        for pattern, words in _SAID:
            if said := re.fullmatch(pattern, message, re.DOTALL):
                raise TutorError(said.expand(words), seen)
        raise TutorError(f"{message.rstrip('.')}.", seen)
