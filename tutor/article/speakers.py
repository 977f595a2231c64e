"""Who speaks in each sentence of an article: the author, or somebody whose words it quotes or reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from tutor.article.address import Address
from tutor.article.holders import Holder
from tutor.article.lines import Line, lines_of
from tutor.article.model import Article
from tutor.article.reporting import LEAST_SAID, Frame, Manner, Sign
from tutor.article.speech import Said, is_speech, said_in
from tutor.article.text import Span

# What is reported makes up this share of its sentence, less the words that tell who speaks; else it is the author's.
_SHARE_SAID = 0.4
# Those are nobody in particular: "no one knows why", "people call it the old port".
_NOBODY = frozenset("no nobody none".split())
_ANYBODY = frozenset("they people some many".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a sentence, other than the author.

    `name` is the fullest form of the name that the article has, or the noun phrase, and `span` the place where it
    stands so; `source` is what tells here that they speak, be it a name, a noun phrase or a pronoun; `said` is the part
    of the sentence that is theirs. All are characters of `Article.text`. `certain` is false where the speaker of a
    neighbouring sentence, or one of several people named before, is taken for granted.
    """

    name: str
    span: Span
    source: Span
    said: Span
    certain: bool


@dataclass(slots=True)
class _Share:
    """What one holder has of a sentence, by numbers of words, and the words that tell so."""

    holder: Holder
    source: Span
    words: set[int] = field(default_factory=set)
    telling: set[int] = field(default_factory=set)
    direct: bool = False


@lru_cache(maxsize=8)  # an article hashes by identity; a lesson has one, a test of all lessons a few
def speakers(article: Article) -> Mapping[Address, Speaker | None]:
    """For every sentence of an article who speaks in it; None is the author."""
    spoken: dict[tuple[int, int], list[tuple[Said, range]]] = {}
    for said in filter(_is_spoken, said_in(article)):
        for part in said.parts:
            for number in sorted({said.line.sentence[at] for at in part}):
                spoken.setdefault((id(said.line), number), []).append((said, part))
    found: dict[Address, Speaker | None] = {}
    sentences = article.sentences
    for line in lines_of(article):
        for at, number in enumerate(line.numbers):
            found[sentences[number].address] = _main(line, line.sentences[at], spoken.get((id(line), at), ()))
    return MappingProxyType(found)


def _is_spoken(said: Said) -> bool:
    """Whether somebody's words or thoughts are given, and not only what they want or were never heard to say."""
    report = said.report
    if report is None:
        return True
    if report.denied or report.manner is Manner.WISH or report.source is None or report.sign is Sign.NOUN:
        return False
    begin = report.source.start
    if begin and said.line.low[begin - 1] == "what":  # "what the town calls a levy"
        return False
    first = said.line.low[begin]
    if first in _NOBODY or (report.manner is Manner.JUDGEMENT and first in _ANYBODY):
        return False
    if report.frame in (Frame.OBJECT, Frame.URGED):
        return report.manner is Manner.JUDGEMENT and sum(map(len, said.parts)) >= LEAST_SAID
    return True


def _main(line: Line, words: range, spoken: Sequence[tuple[Said, range]]) -> Speaker | None:
    """Who speaks in most of a sentence; None where it is the author, or nobody for certain enough to be named."""
    shares: dict[str, _Share] = {}
    for said, part in spoken:
        inside = range(max(words.start, part.start), min(words.stop, part.stop))
        if said.holder is None or not inside:
            continue
        source = said.mention or said.holder.span
        share = shares.setdefault(said.holder.name, _Share(said.holder, source))
        if said.holder.certain and not share.holder.certain:
            share.holder, share.source = said.holder, source
        share.words.update(inside)
        share.telling.update(at for at in said.telling if at in words)
        share.direct = share.direct or (all(line.quoted[at] for at in inside) and is_speech(line, part))
    if not shares:
        return None
    main = max(shares.values(), key=lambda share: (len(share.words), -min(share.words)))
    if not main.direct and len(main.words) < _SHARE_SAID * len(set(words) - main.telling):
        return None
    others = set().union(*(share.words for share in shares.values() if share is not main))
    told = Span(line.words[min(main.words)].span.start, line.words[max(main.words)].span.end)
    alone = len(others) * 3 < len(main.words)
    return Speaker(main.holder.name, main.holder.span, main.source, told, main.holder.certain and alone)
