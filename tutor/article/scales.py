"""Words that stand on one scale ("all", "most", "some"), or name things of one kind, of which one is not another.

The lists are this project's own, made for what young readers change when they copy a sentence. Entries are dictionary
forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

# Each line: a scale. Words between bars stand on one step of it; words on two steps differ.
_SCALES = """
all every each whole entire | most | many much numerous | some several certain | few little | half
everyone everybody | someone somebody | most
everything | something
everywhere | somewhere
always constantly forever | usually normally | often frequently regularly | sometimes occasionally | rarely seldom
must | will would shall | may might could can | should ought
certainly definitely surely undoubtedly | probably likely | possibly perhaps maybe
certain sure definite | probable likely | possible | unlikely
know | think believe | hope | suspect guess doubt
know prove | claim allege suggest suspect
completely totally entirely fully | mostly largely mainly | partly partially | slightly barely
once | twice | thrice
double | triple | halve | quadruple
only | also
about around almost nearly roughly | exactly precisely
very extremely | slightly somewhat
""".strip().splitlines()

# Each line: things of one kind, of which one is not another; a stroke stands between names of the same.
_KINDS = """
second minute hour day week month year decade century
monday tuesday wednesday thursday friday saturday sunday
january february april june july august september october november december
spring summer autumn/fall winter
north/northern south/southern east/eastern west/western
red blue green yellow black white brown orange purple pink grey/gray
man/guy woman/lady boy girl
mother/mum/mom/mama father/dad/papa sister brother son daughter aunt uncle grandmother/grandma grandfather/grandpa
mile metre/meter kilometre/kilometer inch yard
gram kilogram/kilo pound tonne/ton ounce
dollar euro pound cent penny
dog cat bird fish horse cow pig sheep snake lizard spider bee
breakfast lunch dinner/supper
head hand foot leg arm eye ear nose mouth
""".strip().splitlines()


@cache
def steps() -> Mapping[str, Mapping[int, int]]:
    """Each word to the scales it stands on, by number, and its step there."""
    found: dict[str, dict[int, int]] = {}
    for scale, step, word in _placed():
        found.setdefault(word, {})[scale] = step
    return found


def _placed() -> Iterator[tuple[int, int, str]]:
    for scale, line in enumerate(_SCALES):
        for step, words in enumerate(line.split("|")):
            for word in words.split():
                yield scale, step, word
    for scale, line in enumerate(_KINDS, len(_SCALES)):
        for step, names in enumerate(line.split()):
            for word in names.split("/"):
                yield scale, step, word
