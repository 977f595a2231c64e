"""The forms of English words by rule: "smear" gives "smears", "smeared", "smearing"; "cruel" gives "cruelly".

For lists of plain forms that a text is looked up in. Past forms that no rule gives stand in `_IRREGULAR`, beside the
regular ones. Source of the rules: the spelling of regular English inflection, as any grammar has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_VOWELS = "aeiou"
# Verbs of the lists here that double their last letter, being stressed on the last of several syllables.
_DOUBLING = frozenset(
    """backslap backstab begin excel extol flimflam flip-flop forget guilt-trip horsewhip kneecap name-drop outwit
    overrun pettifog prefer sandbag""".split()
)
# Verbs of the lists here whose past no rule gives.
_IRREGULAR = {
    "begin": "began begun",
    "bleed": "bled",
    "cling": "clung",
    "fall": "fell fallen",
    "feel": "felt",
    "forget": "forgot forgotten",
    "gaslight": "gaslit",
    "hold": "held",
    "know": "knew known",
    "mean": "meant",
    "meet": "met",
    "mislead": "misled",
    "misspeak": "misspoke misspoken",
    "overblow": "overblew overblown",
    "overrun": "overran",
    "oversell": "oversold",
    "overthrow": "overthrew overthrown",
    "rise": "rose risen",
    "shine": "shone",
    "shoot": "shot",
    "slay": "slew slain",
    "slink": "slunk",
    "smite": "smote smitten",
    "sneak": "snuck",
    "spit": "spat",
    "steal": "stole stolen",
    "stink": "stank stunk",
    "think": "thought",
    "understand": "understood",
}


def of_verbs(verbs: Iterable[str]) -> frozenset[str]:
    """All forms of the verbs, themselves among them."""
    return frozenset(form for verb in verbs for form in _of_verb(verb))


def of_nouns(nouns: Iterable[str]) -> frozenset[str]:
    """The nouns and their plurals; plurals in the list are left as they are."""
    return frozenset(form for noun in nouns for form in (noun, noun if noun.endswith("s") else plural(noun)))


def of_adjectives(adjectives: Iterable[str]) -> frozenset[str]:
    """The adjectives with their adverbs, their nouns in "-ness", and "-er" and "-est" of the short ones."""
    return frozenset(form for adjective in adjectives for form in _of_adjective(adjective))


def plural(word: str) -> str:
    """The plural of a noun, which is also the third person of a verb."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("man"):
        return word[:-2] + "en"
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in _VOWELS else word + "s"


def _of_verb(verb: str) -> Iterator[str]:
    yield verb
    yield plural(verb)
    stem = verb
    if _doubles(verb):
        stem = verb + verb[-1]
    elif verb.endswith("ie"):
        stem = verb[:-2] + "y"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        stem = verb[:-1]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        yield verb[:-1] + "ied"
    else:
        yield verb + "d" if verb.endswith("e") else stem + "ed"
    yield stem + "ing"
    yield from _IRREGULAR.get(verb, "").split()


def _doubles(verb: str) -> bool:
    """Whether the last letter is doubled: a short vowel before it, in the one syllable or the stressed last one."""
    if len(verb) < 3 or verb[-1] in _VOWELS + "wxy" or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return False
    return verb in _DOUBLING or sum(letter in _VOWELS for letter in verb) == 1


def _of_adjective(adjective: str) -> Iterator[str]:
    yield adjective
    yield _adverb(adjective)
    yield (adjective[:-1] + "i" if adjective.endswith("y") else adjective) + "ness"
    if len(adjective) <= 7 and adjective.endswith("y") and adjective[-2] not in _VOWELS:
        yield from (adjective[:-1] + "ier", adjective[:-1] + "iest")
    elif len(adjective) <= 5 and sum(letter in _VOWELS for letter in adjective.rstrip("e")) == 1:
        stem = adjective + adjective[-1] if _doubles(adjective) else adjective.rstrip("e")
        yield from (stem + "er", stem + "est")


def _adverb(adjective: str) -> str:
    if adjective.endswith("ly"):
        return adjective
    if adjective.endswith("ic"):
        return adjective + "ally"
    if adjective.endswith("le") and adjective[-3] not in _VOWELS:
        return adjective[:-1] + "y"
    if adjective.endswith("y") and len(adjective) > 3:
        return adjective[:-1] + "ily"
    return adjective + "y" if adjective.endswith("ll") else adjective + "ly"
