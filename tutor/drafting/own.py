"""What the author says in their own voice, fit to be asked about, and what of it judges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tutor.article import Address, Sentence, Span
from tutor.article.analysis import Analysis, SentenceReading
from tutor.article.closed import AUXILIARIES, DETERMINERS, LINKS, PREPOSITIONS
from tutor.article.pointing import quotations
from tutor.article.voices import Voice
from tutor.article.words import words_of
from tutor.drafting.phrases import phrases

# A sentence of fewer words states too little to be asked about.
_LEAST_WORDS = 6
# A word of fewer letters tells little by itself.
_LEAST_LETTERS = 5
# A sentence that begins so cannot be understood alone.
_POINTING = frozenset("he she it they this that these those his her its their there here so such".split())
_LINKING = frozenset("and but or instead together first second third then still also now yet thus because".split())
FEELINGS = re.compile(
    r"(?:felt|feels?|feeling|wished|hoped|feared|hated|loved|worried|longed|dreaded|regretted|proud|afraid|lonely|angry|"
    r"sad|ashamed|embarrass\w+|tired|nervous|confused|fear|sadness|anger|pride|shame)",
    re.IGNORECASE,
)
"""Words that tell of a feeling: whoever has it, has it, and the word alone does not judge. Own list."""
_WORD = re.compile(r"\w+")
_OF_TWO = re.compile(r"\b(?:the one|the other|him|them)\b")


def own(analysis: Analysis) -> Iterator[SentenceReading]:
    """The sentences in the author's own voice that are long enough, and neither questions nor quotations nor notes."""
    for reading in analysis.sentences:
        text = analysis.article.words_of(reading.sentence)
        unfit = text.startswith("(") or text.rstrip("”\"'").endswith(("?", ":"))
        if reading.voice is Voice.AUTHOR and len(text.split()) >= _LEAST_WORDS and not unfit and not quotations(text):
            yield reading


def called(analysis: Analysis) -> frozenset[Address]:
    """The sentences that ask their readers to do something: for that there is no evidence."""
    return frozenset(sentence.address for span in analysis.calls for sentence in analysis.article.sentences_in(span))


def stands_alone(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence names what it is about, as far as its first word and the plainest signs tell."""
    text = analysis.article.words_of(sentence)
    first = text.casefold().split()[0].strip("“\"'‘’,").replace("’", "'").split("'")[0]
    return first not in _POINTING | _LINKING and not _OF_TWO.search(text)


def paragraphs_with(analysis: Analysis) -> Mapping[str, Sequence[int]]:
    """The numbers of the paragraphs that a word comes in, written small, for all words of the article."""
    found: dict[str, list[int]] = {}
    for block in analysis.article.paragraphs:
        for word in set(_WORD.findall(block.span.of(analysis.article.text).casefold())):
            found.setdefault(word, []).append(block.number)
    return found


def spoken_of_elsewhere(
    analysis: Analysis, sentence: Sentence, paragraphs: Mapping[str, Sequence[int]], most: int
) -> int:
    """In how many other paragraphs a telling word of the sentence comes again, for it to be held against them.

    `paragraphs` are those with each word; from `most` on it is not counted any further.
    """
    wanted = (word.casefold() for word in telling(analysis, sentence))
    among = {number for word in wanted for number in paragraphs.get(word, ())[: most + 1]}
    return min(len(among - {sentence.address.paragraph}), most)


def judging(analysis: Analysis) -> Mapping[Address, list[Span]]:
    """The words that judge, by sentence; not those that report what somebody says, nor those that name a feeling."""
    cues = {at for found in analysis.attributions if found.cue for at in range(*found.cue)}
    by_sentence: dict[Address, list[Span]] = {}
    for span in analysis.judging:
        feeling = FEELINGS.fullmatch(span.of(analysis.article.text))
        if not feeling and cues.isdisjoint(range(*span)):
            for sentence in analysis.article.sentences_in(span):
                by_sentence.setdefault(sentence.address, []).append(span)
    return by_sentence


def telling(analysis: Analysis, sentence: Sentence) -> list[str]:
    """The longer words of a sentence, without names and the little words that every text has."""
    text = analysis.article.words_of(sentence)
    found = [word.span.of(text) for word in words_of(text)]
    little = AUXILIARIES | DETERMINERS | PREPOSITIONS | LINKS | _POINTING | _LINKING
    return phrases(
        word
        for word in found
        if len(word) >= _LEAST_LETTERS and word.isalpha() and word.islower() and word not in little
    )


def each_sentence(analysis: Analysis) -> list[str]:
    """All sentences, for questions that want more than one of them."""
    return [str(sentence.address) for sentence in analysis.article.sentences]


def everywhere(analysis: Analysis) -> list[str]:
    """All paragraphs, for questions that any sentence may answer."""
    return [f"p{block.number}" for block in analysis.article.paragraphs]
