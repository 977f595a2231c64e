"""What a reply is before it is judged: an answer, a call for help, or no answer at all.

Careful in one direction: a short good reply, a reply with slips of spelling and a reply that admits doubt and then
answers are answers. Each rule says what must be left of the reply for it to be one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from re import Pattern

from tutor.article import normalise
from tutor.rubric.copying import article_words
from tutor.rubric.intents import (
    AROUND,
    DEMAND,
    DOUBT,
    HELP,
    NUMBER_WORDS,
    PLACEHOLDER_ROW,
    PLACEHOLDERS,
    TURNS,
    spoken,
)
from tutor.rubric.listing import is_list
from tutor.rubric.model import Effort
from tutor.rubric.prose import is_disordered
from tutor.rubric.reading import Reading
from tutor.rubric.wordlists import FUNCTION, NEGATORS
from tutor.rubric.words import Word, is_word, lemma, slips_of, tokenise

# Content words that may stand beside a call for help or a demand ("I don't know what the evidence is").
SPARE_IN_HELP = 2
SPARE_IN_DEMAND = 4
# No call or demand is made of more content words of other kinds than this.
LONGEST_CALL = 12
# A pasted article: this share of the words stands in it word for word, and they are more than a long sentence, or
# sentences enough with not a word between. One or two sentences copied are a quotation without its marks, which the
# checks can judge.
PASTED_SHARE = 0.85
PASTED_WORDS = 45
PASTED_SENTENCES = 3
# The question pasted back: this share of the reply, and no more than this many content words of the learner's own.
ECHO_SHARE = 0.75
ECHO_OWN = 1
# So short, a reply that repeats one of the alternatives the question offers is the answer.
LONGEST_CHOICE = 10
# Longer rows of idle words are left to the other rules.
LONGEST_PLACEHOLDER = 8
# Gibberish: less than this share of the letters belongs to words that anybody knows.
KNOWN_SHARE = 0.4

_KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz", "abcdefghijklmnop")


def effort_of(reading: Reading, history: Sequence[str]) -> Effort:
    """Tell what a reply is. `history` are the earlier answers to the same question, oldest first."""
    if history and _repeats(reading.text, history):
        return Effort.REPEAT
    if not reading.words:
        return _wordless(reading)
    said = spoken(word.text for word in reading.words)
    if _is_only(DEMAND, said, SPARE_IN_DEMAND):
        return Effort.DEMAND
    if is_disordered(reading):
        return Effort.KEYWORDS if is_list(reading) else Effort.GIBBERISH
    if _asks_for_help(reading, said):
        return Effort.HELP
    if not reading.citations and _is_placeholder(reading, said):
        return Effort.PLACEHOLDER
    if _is_gibberish(reading):
        return Effort.GIBBERISH
    if _echoes_question(reading):
        return Effort.QUESTION_PASTED
    if _is_pasted(reading):
        return Effort.ARTICLE_PASTED
    if _asks(reading):
        return Effort.OWN_QUESTION
    if is_list(reading):
        return Effort.KEYWORDS
    return Effort.ANSWER


def _wordless(reading: Reading) -> Effort:
    if reading.citations:
        return Effort.ANSWER
    if reading.text.strip(" \t\n.,!?-_"):
        return Effort.GIBBERISH
    return Effort.HELP if "?" in reading.text else Effort.EMPTY


def _repeats(text: str, history: Sequence[str]) -> bool:
    letters = _letters(text)
    return bool(letters) and any(letters == _letters(earlier) for earlier in history)


def _letters(text: str) -> str:
    """What makes two replies the same, whatever the punctuation."""
    return "".join(char for char in normalise(text).text if char.isalnum())


def _is_only(pattern: Pattern[str], said: str, spare: int) -> bool:
    """Whether the pattern stands in what was said, with at most `spare` other content words around it."""
    if len(_beside(said)) > spare + LONGEST_CALL:
        return False
    rest, found = pattern.subn(" ", said)
    return found > 0 and len(_beside(rest)) <= spare


@lru_cache(maxsize=16)
def _beside(said: str) -> tuple[str, ...]:
    """The words that have something to say beside a call for help or a demand."""
    return tuple(word for word in said.split() if word not in FUNCTION and lemma(word) not in AROUND)


def _asks_for_help(reading: Reading, said: str) -> bool:
    """Whether a reply only asks for help. Who doubts and then answers ("not sure, but …", "idk, p4s2") answers."""
    if reading.citations and not _is_only(HELP, DOUBT.sub(" ", said), SPARE_IN_HELP):
        return False
    if not _is_only(HELP, said, 0 if TURNS.search(said) else SPARE_IN_HELP):
        return False
    # "I have no idea how he knows, he gives no source": the second clause says something.
    clauses = (spoken(reading.words[number].text for number in clause) for clause in reading.clauses)
    return not any(_beside(clause) and not HELP.search(clause) for clause in clauses)


def _is_placeholder(reading: Reading, said: str) -> bool:
    words = reading.words
    if PLACEHOLDER_ROW.match(said):
        return True
    if len(words) == 1 and _is_figure(words[0], reading):
        return False
    if len(words) > LONGEST_PLACEHOLDER or not all(w.text in PLACEHOLDERS or w.text.isdigit() for w in words):
        return False
    # "No, it is not." answers a question that can be answered so, "no one" another; "this is boring" does not.
    if len(words) >= 3 and any(word.text in NEGATORS for word in words):
        return False
    grammar = len({word.text for word in words}) > 1 and all(word.text in FUNCTION for word in words)  # "so it is"
    return said != "no one" and not grammar and not any(map(reading.hits, reading.vocabulary.refs))


def _is_figure(word: Word, reading: Reading) -> bool:
    """Whether a word is a number somebody may mean: one of the article's, or a small one."""
    return word.text in NUMBER_WORDS or (
        word.text.isdigit() and (len(word.text) <= 2 or word.text in article_words(reading.article))
    )


def _is_gibberish(reading: Reading) -> bool:
    of_article = article_words(reading.article)
    different = {word.text for word in reading.words}
    if len(reading.words) >= 5 and len(different) * 4 <= len(reading.words):  # "no no no no no no"
        return True
    words = {word for word in different if not word.isdigit()}
    unknown = [word for word in words - of_article - FUNCTION if not _is_known(word, of_article, reading)]
    letters = sum(map(len, words))
    known = letters - sum(map(len, unknown))
    if known:  # "peple get alergic reactons"
        known += sum(len(word) for word in unknown if _is_sayable(word)) // 2
    return known < KNOWN_SHARE * letters


def _is_known(word: str, of_article: frozenset[str], reading: Reading) -> bool:
    """Whether a word that the article does not have is one, or a slip of one that this lesson is about."""
    if word in AROUND or (is_word(word) and not _is_noise(word)):
        return True
    return bool(reading.vocabulary.forms(word) - {word, lemma(word)}) or _near(word, of_article)


@lru_cache(maxsize=20_000)
def _is_noise(word: str) -> bool:
    """Keys struck at random: a run along the keyboard, or hardly a vowel."""
    if len(word) < 4:
        return False
    if any(word[at : at + 4] in row for row in _KEY_ROWS for at in range(len(word) - 3)):
        return True
    return not any(char in "aeiouy" for char in word)


_UNSAYABLE = re.compile(r"[^aeiouy]{4}|[aeiou]{4}|q(?!u)|(.)\1\1|(.{2,3})\2")


def _is_sayable(word: str) -> bool:
    """Whether a word could be one, misspelt: no four consonants or vowels in a row, nothing said over and over."""
    return len(word) >= 4 and not _is_noise(word) and _UNSAYABLE.search(word) is None


def _near(word: str, wanted: frozenset[str]) -> bool:
    return not _is_noise(word) and next(slips_of(word, wanted), None) is not None


def _echoes_question(reading: Reading) -> bool:
    asked, lemmas = _asked(reading.ask)
    said = [word.text for word in reading.words]
    if "or" in asked and "or" not in said and len(said) <= LONGEST_CHOICE:
        return False
    echoed = reading.copied_from_question
    content = [number for number, word in enumerate(said) if word not in FUNCTION]
    known = lemmas | AROUND  # "ok so the question is …"
    own = sum(1 for number in content if not echoed[number] and lemma(said[number]) not in known)
    copied = sum(echoed)
    if copied >= ECHO_SHARE * len(said):
        return own <= ECHO_OWN
    # Pasted in pieces, or with words left out: the same content words, and nothing else.
    return len(content) >= 4 and not own and copied >= len(said) / 3


@lru_cache(maxsize=256)
def _asked(ask: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a question, and their dictionary forms."""
    words = frozenset(word.text for word in tokenise(ask))
    return words, frozenset(map(lemma, words))


def _is_pasted(reading: Reading) -> bool:
    copied = sum(reading.copied)
    much = copied >= PASTED_WORDS or (len(reading.sentences) >= PASTED_SENTENCES and not any(reading.quoted))
    return much and copied >= (PASTED_SHARE if copied >= PASTED_WORDS else 1) * len(reading.words)


_OPENERS = frozenset(
    """what whats who whos whom whose which where wheres when why how hows is are am was were do does did can could will
    would should shall may must has have meaning define""".split()
)
# "Is it the doctor?" is an answer that asks whether it is right; "is it true?" asks.
_TENTATIVE = re.compile(
    r"^(?:is|is not|was|was not|would|could|might) (?:it|that) (?:be |not )?"
    r"(?!true|real|right|fake|ok|okay|long|hard|good|bad|a true|a real|over|finished|possible|safe|graded|"
    r"for a grade)\w"
)
# Questions without their mark: what a thing means or is, who, where or when somebody is, how much, whether one may.
_UNMARKED = re.compile(
    r"^(?:whats? (?:does|do|did) \w+|what (?:is|are|was) (?:an?|your|the (?:meaning|definition|word|name))|"
    r"what \w+ mean|what time|who (?:is|are|was) \w+|who (?:wrote|made|said|owns|pays|runs) (?:this|it|that|for|the)\b|"
    r"(?:where|when) (?:is|are|was|were|do|does|did) \w+|how (?:old|big|long|tall|far|much|many) \w+|"
    r"how (?:do|does|did) \w+ \w+|why (?:do|does|did|is|are) (?:i|you|we|they|it|this|the|people|\w+s) \w+|"
    r"meaning of|define|"
    r"(?:is|are|am|was|were|do|does|did|can|could|may|should|will|would|must|have) (?:i|you|we|this|there)\b|"
    r"(?:do|does|did) (?!not|it|so|that)\w+ \w+)"
)
# Longer ones are left to the checks, and so are those that begin like a question and go on.
LONGEST_UNMARKED = 11
_GOES_ON = frozenset("because but since".split())


def _asks(reading: Reading) -> bool:
    """Whether the reply is nothing but a question of the learner's own."""
    if reading.words[0].sentence != reading.words[-1].sentence or reading.citations:
        return False
    text = reading.text.strip().rstrip("\"'\u201d\u2019)")
    words = [word.text for word in reading.words]
    said = " ".join(words)
    if text.endswith("?"):
        return words[0] in _OPENERS and not _TENTATIVE.match(said)
    if not 2 <= len(words) <= LONGEST_UNMARKED or not _GOES_ON.isdisjoint(words):
        return False
    return _UNMARKED.match(said) is not None and not _TENTATIVE.match(said)


_MEANING = re.compile(r"\bmeans?$|^(?:who|what) (?:is|are|was|were)(?: \w+){1,3}$")


def asks_meaning(reading: Reading) -> bool:
    """Whether a question asks what a word means or who somebody is: never an answer, though it names a concept."""
    return bool(_MEANING.search(" ".join(word.text for word in reading.words)))
