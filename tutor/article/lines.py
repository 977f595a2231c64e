"""A paragraph or heading as a row of words: what stands between them, which are quoted, and which are names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tutor.article.closed import CALENDAR, MONTHS, NO_NOUN, TITLES
from tutor.article.index import index_of
from tutor.article.meaning import is_known
from tutor.article.model import Article, Block, Part
from tutor.article.pointing import quotations
from tutor.article.text import Span
from tutor.article.words import Word, words_of

# What may open a sentence before a name without belonging to it.
_OPENERS = frozenset("meanwhile poor dear critics former like unlike instead perhaps maybe despite besides".split())
# In a headline so large a share of the longer words has capitals, and a capital says nothing. Own figure.
_HEADLINE = 0.7
_LONGER = 4
# What tells where a report was written: so many words, less one, for the town, and so many for the state. Own figures.
_PLACE = 4
_STATE = 3

DASHES = ("—", "―", "–", "--", "-")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One paragraph or heading of an article, as words by number.

    `low[i]` is word i as compared, `gap[i]` what stands before it but for white space (`gap[-1]` after the last),
    `quoted[i]` whether it stands in quotation marks, `name[i]` whether it is written as a name is. Characters are those
    of the whole article, whose `text` this has; `numbers` are those of its sentences in the article, of which the first
    has the words `sentences[0]` and so on. A heading is one sentence without a number.
    """

    text: str
    span: Span
    words: Sequence[Word]
    low: Sequence[str]
    gap: Sequence[str]
    quoted: Sequence[bool]
    quotes: Sequence[Span]
    numbers: Sequence[int]
    sentences: Sequence[range]
    sentence: Sequence[int]
    heading: bool
    headline: bool
    name: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def joined(self, at: int) -> bool:
        """Whether word `at` follows the one before with nothing between that parts them."""
        gap = self.gap[at]
        return not gap or gap in "-/&$£€%'’#@"

    def abbreviated(self, at: int) -> bool:
        """Whether the full stop before word `at` is an initial's or a title's."""
        before = self.low[at - 1].strip(".") if at > 0 else ""
        return bool(before) and self.gap[at] == "." and (before in TITLES or len(before) == 1)

    def opens(self, at: int) -> bool:
        """Whether word `at` begins a sentence, where a capital says nothing."""
        return self.words[at].opens and not self.abbreviated(at)

    def opens_quote(self, at: int) -> bool:
        """Whether a quotation begins at word `at`."""
        return at < len(self.words) and self.quoted[at] and (at == 0 or not self.quoted[at - 1] or self.gap[at] != "")

    def closes_quote(self, at: int) -> bool:
        """Whether a quotation ends right before word `at`."""
        return at > 0 and self.quoted[at - 1] and (at == len(self.words) or not self.quoted[at])

    def span_of(self, words: range) -> Span:
        """The characters of some words, without a possessive's ending."""
        first, last = self.words[words[0]], self.words[words[-1]]
        end = last.span.end - 2 if self.low[words[-1]].endswith("'s") else last.span.end
        return Span(first.span.start, end)

    def words_in(self, span: Span) -> range:
        """The numbers of the words that begin in a span."""
        first = bisect_left(self.words, span.start, key=lambda word: word.span.start)
        return range(first, bisect_left(self.words, span.end, key=lambda word: word.span.start))


@lru_cache(maxsize=8)  # an article hashes by identity
def lines_of(article: Article) -> tuple[Line, ...]:
    """The paragraphs and headings of an article, in order."""
    index = index_of(article)
    lines: list[Line] = []
    number = 0
    for block in article.blocks:
        if block.part is Part.BYLINE:
            continue
        count = len(block.sentences)
        begin, end = index.first[number], index.first[number + count]
        words = index.words[begin:end] if count else tuple(words_of(block.span.of(article.text), block.span.start))
        if words:
            firsts = [index.first[at] - begin for at in range(number, number + count)] or [0]
            sentences = [range(a, b) for a, b in zip(firsts, [*firsts[1:], len(words)], strict=True)]
            lines.append(_line(article, block, words, sentences, range(number, number + count), after=lines[-1:]))
        number += count
    # In a headline a capital says nothing: "Marlow Goes to Ostrey".
    told = (word for line in lines if not line.headline for word in line.words if word.capital and not word.opens)
    names = frozenset(word.word.removesuffix("'s") for word in told) - index.small
    for line in lines:
        _mark_names(line, names, index.small)
    return tuple(lines)


def _line(
    article: Article,
    block: Block,
    words: Sequence[Word],
    sentences: Sequence[range],
    numbers: Sequence[int],
    *,
    after: Sequence[Line],
) -> Line:
    text = article.text
    start = block.sentences[0].span.start if block.sentences else block.span.start
    span = Span(start, block.span.end)
    starts = {words[sentence.start].span.start for sentence in sentences if sentence}
    gaps: list[str] = []
    at = start
    for word in words:
        gaps.append(_gap(text[at : word.span.start], ends=word.span.start in starts))
        at = max(at, word.span.end)
    gaps.append(text[at : block.span.end].strip())
    if first := _beyond_dateline(text, words, gaps):
        gaps[first] = "–"
    front = "“" if after and _goes_on(after[0].span.of(text), span.of(text)) else ""
    marked = [
        Span(max(q.start - len(front), 0) + start, q.end - len(front) + start)
        for q in quotations(front + _evened(span.of(text)))
    ]
    quoted: list[bool] = []
    number = 0
    for word in words:
        while number < len(marked) and marked[number].end <= word.span.start:
            number += 1
        quoted.append(number < len(marked) and marked[number].start <= word.span.start)
    longer = [word for word in words if len(word.word) >= _LONGER]
    heading = not block.sentences
    return Line(
        text,
        span,
        words,
        [word.word for word in words],
        gaps,
        quoted,
        marked,
        numbers,
        sentences,
        [number for number, sentence in enumerate(sentences) for _ in sentence],
        heading,
        sum(word.capital for word in longer) >= _HEADLINE * max(len(longer), 1) and len(sentences) == 1,
    )


def _goes_on(before: str, text: str) -> bool:
    """Whether a quotation that the paragraph before left open is closed in this one, and was not opened anew."""
    opens, closes = text.find("“"), text.find("”")
    if '"' in before + text:
        return False
    return before.rfind("“") > before.rfind("”") and closes >= 0 and not 0 <= opens < closes


def _beyond_dateline(text: str, words: Sequence[Word], gaps: Sequence[str]) -> int:
    """The first word after the hyphen of "NEW OSTREY, Fla-Ada Rossi"; 0 where no such place opens a line."""
    comma = next((at for at in range(1, min(_PLACE, len(words))) if gaps[at]), 0)
    if gaps[comma] != "," or not all(word.span.of(text).isupper() for word in words[:comma]):
        return 0
    state = range(comma + 1, min(comma + _STATE, len(words)))
    return next((at for at in state if gaps[at] == "-" and words[at - 1].capital and words[at].capital), 0)


def _gap(between: str, *, ends: bool) -> str:
    """What stands between two words: an abbreviation's full stop is left out, and a lone hyphen is a dash."""
    gap = between.replace("\u00a0", " ").strip()
    if ends or gap.startswith(".."):
        return gap
    gap = gap.removeprefix(".")
    return "–" if gap == "-" != between else gap  # "HARBOUR, Fla.-Ada Rossi"


def _evened(text: str) -> str:
    """Two apostrophes for a quotation mark, as some agencies write, made one."""
    return text.replace("'' ", '"  ').replace(" ''", '  "').replace("''", '" ') if "''" in text else text


def _mark_names(line: Line, names: frozenset[str], small: frozenset[str]) -> None:
    line.name.extend(_is_name(line, at, names, small) for at in range(len(line.words)))


def _is_name(line: Line, at: int, names: frozenset[str], small: frozenset[str]) -> bool:
    """Whether word `at` is written as a name is."""
    word = line.words[at]
    if not word.capital or word.number:
        return False
    plain = word.word.removesuffix("'s")
    if word.word in CALENDAR:  # "Theresa May"
        return word.word in MONTHS and at > 0 and line.name[at - 1] and line.joined(at)
    if word.word.partition("'")[0] in NO_NOUN:
        return False
    if plain in names or plain.strip(".") in TITLES:
        return True
    if line.headline:
        return plain not in small and not is_known(plain)
    if not line.opens(at):
        return True
    # A first word is a name if nothing else explains its capital: "Owen" before "Pike", "Rossi" by itself.
    if plain in small or plain in _OPENERS or plain.endswith("ly"):
        return False
    followed = at + 1 < len(line.words) and line.joined(at + 1) and line.words[at + 1].capital
    return (followed and not line.words[at + 1].number) or not is_known(plain)
