"""Words as they are compared: contractions opened, numbers evened out, each with its place in the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from tutor.article.contractions import CONTRACTIONS
from tutor.article.text import Span, normalise


class Word(NamedTuple):
    """One word as compared (`word`), where it stands (`span`), and what it looks like there."""

    word: str
    span: Span
    capital: bool = False
    number: bool = False
    opens: bool = False  # the first word, or the first after a full stop, where a capital says nothing


# Writing without spaces between words (Han, kana): there each character counts as a word.
_UNSPACED = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# What is no letter: space, digits, ASCII and Latin-1 punctuation, dandas, general and CJK punctuation,
# currency.
_NO_LETTER = (
    r"\s\d!-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf"
    r"\u0964\u0965\u2000-\u206f\u20a0-\u20cf\u3000-\u303f"
)
_LETTER = f"[^{_NO_LETTER}{_UNSPACED}]"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|\d+(?:[.,]\d+)*|[{_UNSPACED}]|{_LETTER}+(?:'{_LETTER}+)*")
_FULL_STOP = re.compile(r"[.!?:](?:[\"')\]]*)\s*[\"'(\[]*$")

_UNITS = str.split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = str.split("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
_SCALES = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}

# What holds a "not", with what is left of it: dropping or adding one is an alteration, in whatever spelling.
_CONTRACTED = {token: words[0] for token, words in CONTRACTIONS.items() if words[1:] == ("not",)}


def words_of(text: str, offset: int = 0) -> list[Word]:
    """The words of `text`, in order; spans count from `offset`.

    "isn't" gives "is" and "not"; "forty-two" and "42" both give "42"; letters are compared as `normalise`
    leaves them.
    """
    normalised = normalise(text)
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(normalised.text):
        span = normalised.back(Span(*match.span()))
        word = match.group()
        # An abbreviation's own full stop ("U.S. forces") ends no sentence.
        opens = not found or (
            "." not in found[-1].word and bool(_FULL_STOP.search(normalised.text, end - 1, match.start()))
        )
        capital = text[span.start].isupper() and word != "i" and not word.startswith("i'")
        end = match.end()
        span = Span(span.start + offset, span.end + offset)
        if word[0].isdigit():
            found.append(Word(_digits(word), span, number=True, opens=opens))
        elif word in _CONTRACTED or word.endswith("n't"):
            found.append(Word(_CONTRACTED.get(word) or word.removesuffix("n't"), span, capital, opens=opens))
            found.append(Word("not", span))
        else:
            found.append(Word(word, span, capital, word in _SMALL or word in _SCALES, opens))
    return _numbers_joined(found) if any(word.number for word in found) else found


def _digits(word: str) -> str:
    """A number's digits evened out: a comma before three digits parts thousands, any other is decimal."""
    plain = re.sub(r",(?=\d{3}(?:\D|$))", "", word).replace(",", ".")
    return plain.rstrip("0").rstrip(".") if plain.count(".") == 1 else plain


def _numbers_joined(words: list[Word]) -> list[Word]:
    joined: list[Word] = []
    at = 0
    while at < len(words):
        if not words[at].number:
            joined.append(words[at])
            at += 1
            continue
        end, value = _number_at(words, at)
        first = words[at]
        joined.append(Word(value, Span(first.span.start, words[end - 1].span.end), number=True, opens=first.opens))
        at = end
    return joined


def _number_at(words: list[Word], at: int) -> tuple[int, str]:
    """Where the number that starts at `at` ends, and its value: "4.8 million", "two hundred and five"."""
    first = words[at].word
    if first not in _SMALL and first not in _SCALES and first.count(".") > 1:
        return at + 1, first  # a date or a version, not a quantity
    total, current, last = 0.0, 0.0, 0.0
    end = at
    while end < len(words):
        word = words[end].word
        if word in _SCALES:
            current = (current or 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0.0
            last = _SCALES[word]
        elif word in _SMALL and (end == at or (_SMALL[word] < last and (last >= 100 or _SMALL[word] in range(1, 10)))):
            current += _SMALL[word]
            last = _SMALL[word] if _SMALL[word] >= 20 else 1
        elif end == at:
            current, last = float(word), 1
        elif not (word == "and" and last >= 100 and end + 1 < len(words) and _SMALL.get(words[end + 1].word, 0) > 0):
            break
        end += 1
    return end, f"{total + current:.15g}"
