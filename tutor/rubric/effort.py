"""What a reply is before it is judged: an answer, a call for help, or no answer at all.

Careful in one direction: a short good reply, a reply with slips of spelling and a reply that admits doubt and then
answers are answers. Each rule says what must be left of the reply for it to be one.
"""

from __future__ import annotations

from collections.abc import Sequence
from re import Pattern

from tutor.article import normalise
from tutor.rubric.intents import AROUND, DEMAND, HELP, PLACEHOLDER_ROW, PLACEHOLDERS
from tutor.rubric.model import Effort
from tutor.rubric.reading import Reading, article_words
from tutor.rubric.wordlists import FUNCTION, LISTING, LISTING_WORDS, NEGATORS
from tutor.rubric.words import Word, is_word, lemma, slips_of, tokenise

# A pasted article: this share of the words stands in it word for word, and they are more than a long sentence. One or
# two sentences copied are a quotation without its marks, which the checks can judge.
PASTED_SHARE = 0.85
PASTED_WORDS = 45
# The question pasted back: this share of the reply, and no more than this many content words of the learner's own.
ECHO_SHARE = 0.75
ECHO_OWN = 1
# A list of terms: at least this many pieces between commas, each a phrase of a concept or at most so many words with
# none that joins; of a longer list this share will do. Terms run together without commas: this share from the concepts.
LISTED_TERMS = 3
LISTED_PIECE = 3
LONG_LIST = 4
LISTED_SHARE = 0.8
# Gibberish: less than this share of the letters belongs to words that anybody knows.
KNOWN_SHARE = 0.4

_KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz", "abcdefghijklmnop")


def effort_of(reading: Reading, history: Sequence[str]) -> Effort:
    """Tell what a reply is. `history` are the earlier answers to the same question, oldest first."""
    words = reading.words
    if not words:
        return _wordless(reading)
    said = " ".join(word.text for word in words)
    if any(_same(reading.text, earlier) for earlier in history):
        return Effort.REPEAT
    if _is_only(DEMAND, said, spare=4):
        return Effort.DEMAND
    if _is_only(HELP, said, spare=2):
        return Effort.HELP
    if not reading.citations and _is_placeholder(words, said):
        return Effort.PLACEHOLDER
    if _is_gibberish(reading):
        return Effort.GIBBERISH
    if _echoes_question(reading):
        return Effort.QUESTION_PASTED
    if _is_pasted(reading):
        return Effort.ARTICLE_PASTED
    if _asks(reading):
        return Effort.OWN_QUESTION
    if _is_list(reading):
        return Effort.KEYWORDS
    return Effort.ANSWER


def _wordless(reading: Reading) -> Effort:
    if reading.citations:
        return Effort.ANSWER
    return Effort.GIBBERISH if reading.text.strip(" \t\n.,!?-_") else Effort.EMPTY


def _same(text: str, earlier: str) -> bool:
    return _letters(text) == _letters(earlier)


def _letters(text: str) -> str:
    return "".join(char for char in normalise(text).text if char.isalnum())


def _is_only(pattern: Pattern[str], said: str, spare: int) -> bool:
    """Whether the pattern stands in what was said, with at most `spare` other content words around it."""
    rest, found = pattern.subn(" ", said)
    if not found:
        return False
    left = [word for word in rest.split() if word not in FUNCTION and lemma(word) not in AROUND]
    return len(left) <= spare


def _is_placeholder(words: Sequence[Word], said: str) -> bool:
    if PLACEHOLDER_ROW.match(said):
        return True
    if all(word.text in PLACEHOLDERS or word.text.isdigit() for word in words):
        # "No, it is not." answers a question that can be answered so; "this is boring" does not.
        return len(words) <= 8 and not (len(words) >= 3 and any(word.text in NEGATORS for word in words))
    return False


def _is_gibberish(reading: Reading) -> bool:
    known = letters = 0
    words = {word.text for word in reading.words}
    of_article = article_words(reading.article)
    for word in words:
        if word.isdigit():
            continue
        letters += len(word)
        if (
            word in FUNCTION
            or word in of_article
            or (is_word(word) and not _is_noise(word))
            or len(reading.vocabulary.forms(word)) > 2
            or _near(word, of_article)
        ):
            known += len(word)
    if not letters:
        return not reading.citations and len(reading.text.strip()) > 6
    if len(reading.words) >= 6 and len(words) * 4 <= len(reading.words):  # "no no no no no no"
        return True
    return known < KNOWN_SHARE * letters


def _is_known(word: str, of_article: frozenset[str], reading: Reading) -> bool:
    """Whether a word is one, or a slip of one that this lesson is about."""
    if word in FUNCTION or word in of_article or (is_word(word) and not _is_noise(word)):
        return True
    return len(reading.vocabulary.forms(word)) > 2 or _near(word, of_article)


def _is_noise(word: str) -> bool:
    """Keys struck at random: a run along the keyboard, or hardly a vowel."""
    if len(word) >= 4 and any(word[at : at + 4] in row for row in _KEY_ROWS for at in range(len(word) - 3)):
        return True
    return len(word) >= 4 and not any(char in "aeiouy" for char in word)


def _near(word: str, wanted: frozenset[str]) -> bool:
    return not _is_noise(word) and next(slips_of(word, wanted), None) is not None


def _echoes_question(reading: Reading) -> bool:
    copied = sum(reading.copied_from_question)
    if copied < ECHO_SHARE * len(reading.words):
        # Pasted in pieces, or with words left out: the same content words, and nothing else.
        asked = {lemma(word.text) for word in tokenise(reading.ask)}
        content = [lemma(word.text) for word in reading.words if word.text not in FUNCTION]
        if len(content) < 4 or any(word not in asked for word in content) or copied < len(reading.words) / 3:
            return False
    return reading.own_content <= ECHO_OWN


def _is_pasted(reading: Reading) -> bool:
    copied = sum(reading.copied)
    return copied >= PASTED_WORDS and copied >= PASTED_SHARE * len(reading.words)


_OPENERS = frozenset(
    """what who whom whose which where when why how is are was were do does did can could will would should has
    have""".split()
)


def _asks(reading: Reading) -> bool:
    """Whether the reply is nothing but a question of the learner's own."""
    text = reading.text.strip().rstrip("\"'\u201d\u2019)")
    if text.endswith("?"):
        return len({word.sentence for word in reading.words}) == 1 and reading.words[0].text in _OPENERS
    # Without the mark: "what does asymmetric mean".
    words = [word.text for word in reading.words]
    if not 3 <= len(words) <= 9 or words[0] not in ("what", "who", "how", "why", "where"):
        return False
    return words[1] in ("does", "do", "did") or (words[1] in ("is", "are", "was") and words[-1].startswith("mean"))


def _is_list(reading: Reading) -> bool:
    """Whether the reply is a bare list: terms set side by side, or the rubric's own terms and nothing else."""
    numbers = [n for n in range(len(reading.words)) if not reading.quoted[n]]
    terms = [n for n in numbers if reading.words[n].text not in FUNCTION]
    if len(terms) < LISTED_TERMS or any(reading.copied):
        return False
    pieces = _pieces(reading, numbers)
    if len(pieces) >= LISTED_TERMS:
        ours = _in_concepts(reading)
        bare = sum(1 for piece in pieces if _is_term(reading, piece, ours))
        return bare == len(pieces) if len(pieces) < LONG_LIST else bare >= LISTED_SHARE * len(pieces)
    # Run together: nothing but words of the concepts, and not one that would join them.
    run = len(terms) > LISTED_TERMS and len(terms) == len(numbers)
    return run and sum(1 for n in terms if reading.forms[n] & reading.vocabulary.terms) >= LISTED_SHARE * len(terms)


def _pieces(reading: Reading, numbers: Sequence[int]) -> list[list[int]]:
    """The words between commas, and between "and" and "or"."""
    pieces: list[list[int]] = []
    last = None
    for number in numbers:
        word = reading.words[number]
        if word.clause != last or word.text in LISTING_WORDS:
            pieces.append([])
        last = word.clause
        if word.text not in LISTING_WORDS:
            pieces[-1].append(number)
    return [piece for piece in pieces if piece]


def _is_term(reading: Reading, piece: Sequence[int], ours: frozenset[int]) -> bool:
    """Whether a piece is a term: a phrase of a concept, or up to three words without one that joins."""
    words = [reading.words[number].text for number in piece]
    joins = any(word in FUNCTION and word not in LISTING for word in words)
    return all(n in ours for n in piece) or (len(words) <= LISTED_PIECE and not joins) or words == ["because"]


def _in_concepts(reading: Reading) -> frozenset[int]:
    """The numbers of the words that belong to a phrase of any concept of the lesson."""
    hits = (hit for concept in reading.vocabulary.refs for hit in reading.hits(concept))
    return frozenset(number for hit in hits for number in range(hit.first, hit.last + 1))
