"""Everything that reading an article closely can find: voices, opinion and wording, put together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tutor.article.english import is_english
from tutor.article.model import Article, Sentence
from tutor.article.opinion import Opinion, leanings
from tutor.article.text import Span
from tutor.article.voices import Attribution, Voice, attributions, voices
from tutor.article.wording import calls, connectives, hedges, judging, unsourced


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """One sentence: whose words it gives, and how far it states opinion (`opinion_score`: 0 fact-like to 1)."""

    sentence: Sentence
    voice: Voice
    opinion: Opinion
    opinion_score: float


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """What was found in an article; all spans are characters of `article.text`, in reading order."""

    article: Article
    sentences: tuple[SentenceReading, ...]
    attributions: tuple[Attribution, ...]
    judging: tuple[Span, ...]
    hedges: tuple[Span, ...]
    connectives: tuple[Span, ...]
    calls: tuple[Span, ...]
    unsourced: tuple[Span, ...]

    @property
    def is_english(self) -> bool:
        """Whether the rules, which are made for English, can find anything here."""
        return is_english(self.article)


@lru_cache(maxsize=8)  # an article hashes by identity
def analyse(article: Article) -> Analysis:
    """Read an article closely: pure, deterministic, in time that grows with its length."""
    whose = voices(article)
    said = attributions(article)
    readings = (
        SentenceReading(sentence, whose[sentence.address], lean.opinion, lean.score)
        for sentence, lean in zip(article.sentences, leanings(article), strict=True)
    )
    return Analysis(
        article,
        tuple(readings),
        said,
        judging(article),
        hedges(article),
        connectives(article),
        calls(article),
        unsourced(article, said),
    )
