"""Whether a reply's words stand in an order that English allows: prose, or the words of an answer thrown together.

No grammar: every pair of neighbouring words gets a weight by their classes, and the reply the sum. The classes are
closed lists for the words that carry grammar, some common verbs and adjectives, and guesses by ending for the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tutor.rubric.reading import Reading
from tutor.rubric.words import Word, lemma

# Word classes, each word in one: the one it mostly is in learners' replies.
_CLOSED = {
    "the": "the",
    "a": "a an",
    "poss": "my your his its our their",
    "her": "her",
    "dem": "this these those",
    "that": "that",
    "quant": """some any every each all both another many much few several no such other same
        one two three four five six seven eight nine ten""",
    "more": "more most less least",
    "body": "someone somebody anyone anybody everyone everybody nobody something anything everything nothing none",
    "of": "of",
    "to": "to",
    "prep": """in on at from by into with for about during through than under over without between after before upon
        around against onto within behind near toward towards""",
    "as": "as like unlike",
    "subj": "i he she we they",
    "it": "it you",
    "obj": "me him us them himself herself itself themselves myself yourself",
    "be": "is are was were am",
    "do": "do does did",
    "have": "have has had",
    "modal": "can could will would should may might must shall",
    "been": "be been being",
    "not": "not never",
    "and": "and or",
    "but": """but because so if when while although though since unless until whereas however therefore then cuz coz
        bc nor""",
    "wh": "who which what where how why whose whom",
    "deg": "very really too just also only even still always often almost mostly usually already quite",
    "there": "there here",
    "verb": """eat live need want help make take give get go come see know think say tell show mean work feel find try
        use adapt survive describe explain believe learn read run move become affect hurt harm kill cause change keep
        let start stop look seem care support prove understand realize realise teach train put call ask talk spread
        grow turn happen hunt threaten destroy invade depend rely stay leave lose win write hear bring hold stand play
        pay meet consider create build worry decide wish hope share agree disagree answer study choose carry follow
        lead allow provide protect consume contain remain require suggest compare add claim blame warn vote matter
        trust mind react""",
    "adj": """good bad big small long hard new old young high low great little different important similar own native
        free true false able strong weak sure happy sad kind nice real main whole certain large early late right wrong
        poor rich clear close easy full dangerous rare safe better best worse worst""",
}
# Open classes, told by the ending where the dictionary form does not tell them.
_OPEN = ("verb-s", "plural", "past", "ing", "ly", "noun", "other")
_ADJECTIVE_ENDINGS = ("ful", "ous", "ive", "able", "ible", "al", "ic", "ish", "less", "ant", "ent", "er")
_NOUN_ENDINGS = ("tion", "sion", "ness", "ment", "ity", "ance", "ence", "ism", "ist", "ship")
_STOP, _PAUSE = "stop", "pause"

CLASS_NAMES = (*_CLOSED, *_OPEN, _STOP, _PAUSE)
_NUMBER = {name: number for number, name in enumerate(CLASS_NAMES)}
_LISTED = {word: _NUMBER[name] for name, words in _CLOSED.items() for word in words.split()}
_STOPPED, _PAUSED = _NUMBER[_STOP], _NUMBER[_PAUSE]


@lru_cache(maxsize=50_000)
def class_of(word: str) -> int:
    """The class of a lower-case word, as its place in `CLASS_NAMES`."""
    listed = _LISTED.get(word)
    return _NUMBER[_guessed(word)] if listed is None else listed


def _guessed(word: str) -> str:
    size, root = len(word), lemma(word)
    verb = _LISTED.get(root) == _NUMBER["verb"]
    if size > 4 and word.endswith(("ly", "ing")):
        return "ly" if word.endswith("ly") else "ing"
    if size > 3 and word.endswith("ed"):
        return "past"
    if root != word:
        if word.endswith("s") and not word.endswith("ss"):
            return "verb-s" if verb else "plural"
        return "past"
    if size > 5 and word.endswith(_ADJECTIVE_ENDINGS):
        return "adj"
    return "noun" if word.endswith(_NOUN_ENDINGS) else "other"


def pairs(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """The classes of neighbouring words; a sentence's beginning and end are neighbours too, and so is a comma.

    The two halves of a contraction are no neighbours, as nobody can part them, nor are the words around a
    number or an address.
    """
    found: list[tuple[int, int]] = []
    before, sentence, end = _STOPPED, 0, 0
    for form, span, number, _ in words:
        here = class_of(form)
        start = span.start
        gap = text[end:start]
        if form[0].isdigit():
            continue
        if number != sentence:
            found += (before, _STOPPED), (_STOPPED, here)
        elif gap == " ":
            found.append((before, here))
        elif any(mark in gap for mark in ",;:"):
            found += (before, _PAUSED), (_PAUSED, here)
        elif start >= end and not any(map(str.isalnum, gap)):
            found.append((before, here))
        before, sentence, end = here, number, span.end
    found.append((before, _STOPPED))
    return found


# What a pair of classes weighs, in half bits: how much commoner it is in prose than among the same words in any order.
# A row is the first word's class, a column the second's, both in the order of `CLASS_NAMES`. Own figures, counted in
# three kinds of prose and in shufflings of each, half of them with the punctuation left on the words: 2,300 answers
# of 15-year-olds to four reading questions that earned a point (even rows of the ASAP-SAS training files; weight .55),
# 185 news articles (PTC; .3), and the lessons and phrase banks of this project (.15). Set by hand: a sentence that
# begins with an auxiliary weighs -3, as a question does.
_WEIGHTS = tuple(
    tuple(map(int, row.split()[1:]))
    for row in """
the    -8 -8 -8 -5 -8 -8  2  1 -5 -8 -8 -8 -8 -8 -8 -3 -8 -7 -8 -7 -7 -7 -8 -8 -8 -3 -5 -3  2 -6  2 -3 -1  0  3  3 -8 -1
a      -8 -8 -6 -4 -5 -8 -1  0 -5 -8 -8 -8 -5 -8 -8 -6 -8 -5 -7 -7 -5 -5 -8 -8 -8  0 -4 -1  4 -8 -4 -1  1  0  4  2 -8  0
poss   -7 -4 -4 -1 -4 -6 -3  0 -2 -6 -7 -7 -2 -7 -5 -4 -6 -4 -4 -4 -2  0 -5 -4 -5 -2 -2 -2  3 -2  3 -3  3  3  4  2 -6  0
her    -3 -3 -1 -6 -2 -1 -2 -1 -2 -3 -3 -4 -2 -7 -3 -2 -5 -3 -2 -4 -2 -1 -1 -2 -2 -3 -1 -2  4 -4  3 -1 -2  6  3  2 -1  1
dem    -6 -5 -3 -3 -3 -3  2 -1 -3 -4 -5 -3 -2 -4 -5 -3  2 -4 -3  0 -3 -3 -4  0 -1 -2 -2 -4  0  3  3 -1 -2  1  2  1 -3  2
that    1 -1  1  0  2 -6  1 -2  2 -4 -4 -4 -3  4  2 -5  2 -1  1  2 -5 -3 -6 -1 -4 -1  2 -3 -1  1 -1 -2 -3 -1  0  0 -2  2
quant  -2 -2 -2 -4 -1 -2 -1  2 -4  3 -3 -3  3 -4 -5 -5 -2 -3  0 -2 -3 -5 -5 -3 -2  0 -2  0  1 -3  3 -1  2 -2  2  1 -2  2
more   -5 -3 -2 -1 -2 -3 -1 -1 -1  3 -1  2  1 -3 -3 -2 -3 -1 -2 -2 -1 -1 -1 -2 -3 -3 -2 -3  3 -2  0  1  1  3  0 -1  0  2
body   -4 -3 -2 -2 -3  2 -3  1 -3  0  1  1  2  0 -3 -3  0 -2  1  1 -2 -2  0  5  2  0 -2 -4 -1 -1 -4  0 -1 -2 -3 -1  1  2
of      4  1  4  4  3 -2  0 -2  0 -7 -8 -8 -2 -7  2  3 -8 -4 -6 -6  0 -1 -8 -6  1 -4 -3 -6  0 -5  0 -4  1 -2  1  0 -4  1
to      2  0  1  2  0 -4 -1 -2  0 -8 -8 -8 -4 -8 -2  2 -8  3 -1 -8  5 -1 -8 -7 -3 -4 -3  5 -1 -8  0 -6 -4 -2  0  0 -5  0
prep    4  3  4  4  3 -1  1  1  2 -8 -4 -5 -5 -5  1  2 -8 -7 -8 -7 -3 -3 -5 -6  0 -4 -2 -6 -1 -8  0 -5  2 -4 -1  1 -2  2
as      3  4  1 -1  2 -2  0  0  0 -4  1 -3 -4  2  2  3 -6 -2 -3 -4 -1  0 -6  0 -3 -4  1 -6  0 -3  1  0 -1 -1 -1  0 -4  1
subj   -8 -8 -7 -7 -6 -8  2 -3 -6 -8 -8 -8 -5 -8 -7 -6  5  5  5  6 -5 -1 -6 -7 -8  2 -4  2 -5  4 -3  3 -7  0 -7 -5 -7  0
it     -6 -3 -5 -3 -5 -3 -4  0 -4 -6 -2 -1  0 -6 -8 -5  4  2  4  4  0 -3 -1 -3 -4  1 -1  2 -4  4  0  2 -3  0 -6 -2 -1  2
obj    -3  0 -1 -1 -1  1 -1  2  0 -2  3  3  2 -5 -4 -5 -1 -2 -2 -1  0 -2  1  0  2  0  1  0 -1 -4 -3 -3 -3 -1 -4 -2  1  2
be     -2  4 -1 -4 -5  0  3  2  0 -8 -4 -1 -1 -6 -3 -6 -8 -6 -7 -8  1  5 -8 -2 -1  3  1 -7  3 -7 -2  3  4  3 -1 -2 -4  1
do      3 -2  2  0  2  1  0  0  4 -3  1  0  0 -1  3 -3 -3 -4 -2 -4 -1  7 -3 -1 -3 -2  0 -3  1 -4 -3 -4 -3 -2 -4 -4 -1  1
have   -1  5  2 -3 -2 -2  2  1  2 -6  2 -1 -3 -7 -2 -2 -3 -4 -1 -5  5  4 -6 -3 -3  2  0 -2 -3 -6 -3  4 -2  2 -3 -3 -4  1
modal  -4 -3 -3 -4 -4 -6 -5 -2  0 -5 -4 -7  0 -4  3 -5 -8  3  4 -6  7  5 -6 -5 -7  3 -2  5 -3 -7 -8 -4 -5  3 -5 -1 -3  2
been   -2  4 -2 -3 -2 -2 -1  1  0 -3 -4 -1  1 -6 -4 -3 -6 -2 -4 -6 -3 -3 -4 -3 -2  1  1 -3  3 -4 -4  5  2  2 -4 -3 -1  1
not    -3  1 -2 -4 -3 -4 -1 -2  0 -5 -2 -3  1 -5 -3 -5 -7 -1  2 -6  5 -3 -5 -3 -3  3  1  5  1 -4 -4  2  1  2 -3 -1 -2  1
and     0  0  1  1 -1  1  0  0  0 -5 -4 -3 -4  1  0 -1 -2  2  0  1 -1  2 -7  0  2  0  1  1 -1  1  2  1  1  1 -1  0 -8  1
but     1  0  0  0  0 -1  0 -1 -1  0 -6 -2 -2  6  4 -6 -4 -1 -4 -3 -5  1 -8 -1 -3 -2  2 -6 -3 -4  0 -1 -1 -2 -5 -1 -2  2
wh     -1 -3 -1  1 -1 -5  0 -1 -1 -3  1 -5 -2  4  1 -6  3  4  2  4 -5 -4 -5 -5 -7 -3 -1 -4 -2  3  1  1 -4  0 -1 -1 -5  1
deg    -2  0 -4 -4 -2 -4  2  1  5 -5 -4 -2  3 -5 -5 -3 -5  0  2 -2  2 -1 -7  1 -2 -2  0  3  2  2 -3  3  2  5 -4 -1 -3  2
there  -5 -2 -2  0 -2 -1 -1 -1 -2 -3 -1 -1  0 -2 -3 -1  5 -1  0  1 -1 -1 -1 -1 -3 -1 -1 -4 -2 -1 -2 -3 -1 -1 -1 -3  1  2
verb    0  2  2  3  0  2  1  2  3  0  2  2  1 -4  1  4 -5 -8 -5 -7 -6 -4 -1 -1  2  2  1 -4 -1 -5 -3 -2 -3  0 -4  0  0  2
adj    -7 -6 -4 -5  0 -1 -4 -2 -3  1  3  2  0 -4 -3 -4  0 -3 -2 -2 -5 -5  1  2 -2 -4 -2 -4 -1  0  2 -3 -1 -3  1  0  1  2
verb-s  0  0 -1  1 -1  4 -2  1  1 -2  3  1  1 -1  1  3 -5 -4 -5 -5 -5 -3 -2 -1  1  3  1 -6 -2 -7 -4 -1 -3 -1 -4  0  0  2
plural -4 -4 -4  0 -4  2 -3 -2 -5  2  1  3  1 -3 -3  0  3  1  1  2 -2 -3  3  1  0 -1 -1  0 -4 -3 -4 -1 -1 -1 -4 -3  1  2
past    0  1  1  1  0  2 -1 -1 -1 -3  3  3  1 -3  0  4 -5 -5 -7 -5 -6 -4  0 -1 -1 -2  1 -6 -2 -6 -1 -4 -2 -1 -2 -1  0  2
ing     0  1  2  1  1  1  0  1  1  0  4  2 -1 -3  0  3 -4 -3 -4 -6 -3 -4  1 -1  0 -2  1 -5  0 -5  0 -3 -5 -1 -1 -1  1  2
ly     -4 -1 -3 -1 -1 -2  0 -1  1 -3 -1  0  0 -2 -3 -3 -2  1 -1 -1  0  1  0  0  0  0  0  2  1  2 -2  4  2 -1 -3 -1  1  2
noun   -6 -5 -5 -3 -3  2 -5 -1 -3  5  1  2  1 -2 -4 -4  1  0  1  1 -3 -3  2  0 -1 -2  0 -3 -4  0  0 -1 -3 -2 -3 -3  1  2
other  -3 -3 -2 -3 -4  0 -3 -1 -4  2  0  1  0 -3 -2 -3  1  0  1  0 -4 -4  2  0 -1 -2 -1 -3 -1  2  0  0 -2 -2  0  0  1  2
stop    2  0 -1 -3  3 -1  0 -2 -2 -8 -7 -1  1  4  2 -8 -3 -3 -3 -3 -6 -3 -2  3  2 -1  2 -1 -2 -8  1 -5 -2 -2 -5 -1 -1 -1
pause   2  2 -1 -1  2  1  2  0  1 -4 -2  1  4  5  3 -4  0  0  0  0 -3  2  6  6  5  2  2 -1  0 -1  0  1  3  2 -2  1  0  0
""".strip().splitlines()
)

# Shorter replies are left alone: "no, p4s2 says so" has no order to speak of.
LEAST_WORDS = 12
# Prose weighs more than this on average, with some pairs of weight 0 added to each reply, as a short one may be odd by
# chance. Own figures: of the answers to a question that the weights were not counted on, 0.1 % lie below (of the best
# none), and 98 % of the best once their words are shuffled; of 3,400 sentences from other news 0.2 %.
LEAST_WEIGHT = -0.25
CHANCE_PAIRS = 24


def is_disordered(reading: Reading) -> bool:
    """Whether the words of a reply stand in no order that English allows. A short reply is left alone."""
    return len(reading.words) >= LEAST_WORDS and order(reading) < LEAST_WEIGHT


@lru_cache(maxsize=2)
def order(reading: Reading) -> float:
    """What a pair of neighbouring words weighs on average, in half bits: above 0 in prose, below in disorder."""
    weights = [_WEIGHTS[first][second] for first, second in pairs(reading.text, reading.words)]
    return sum(weights) / (len(weights) + CHANCE_PAIRS)
