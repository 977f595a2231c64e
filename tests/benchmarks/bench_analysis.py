"""The analysis of an article: how far it agrees with people, and how long it takes.

Who says what is measured on news articles in which people have marked it, opinion on sentences that people have rated;
neither is ours to pass on, so without them beside the project only the time is told. The time is that of an invented
article of 800 words, and of the same text over and over, up to a megabyte: it grows with the length.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median

from tests.benchmarks import opinions, polnear
from tests.quay import TEXT
from tutor.article import parse_article
from tutor.article.analysis import analyse

ROUNDS = 9
WORDS = 800
SIZES = (1, 10, 100)
LARGEST = 1_000_000  # characters


def agreement(part: str) -> Iterator[str]:
    """Lines on how far the analysis agrees with people on who says what, in one part of the articles."""
    found = polnear.measure(tuple(polnear.news(part)))
    for name, share in (
        ("cues", found.cue),
        ("sources, to the character", found.source),
        ("sources, by their heads", found.head),
        ("sentences with another's voice", found.voice),
        ("words in what is said", found.content),
    ):
        yield (
            f"who says what, {part}, {name}: F1 {share.f1:.3f} "
            f"(precision {share.precision:.3f}, recall {share.recall:.3f}, of {share.there:,})"
        )


def article_of(words: int) -> str:
    """The invented article over and over, up to so many words."""
    paragraphs = TEXT.split("\n\n")
    taken: list[str] = []
    while sum(len(paragraph.split()) for paragraph in taken) < words:
        taken += paragraphs[1:]
    return "\n\n".join(taken)


def seconds(text: str) -> tuple[float, float]:
    """How long it takes to read an article, and to analyse it."""
    start = time.process_time()
    article = parse_article(text, markdown=True)
    read = time.process_time()
    analyse(article)
    return read - start, time.process_time() - read


def main() -> None:
    """Print the figures."""
    if polnear.DATA.is_dir():
        for part in ("development", "validation"):
            print("\n".join(agreement(part)))
    else:
        print("who says what: not measured, the marked articles are not beside the project")
    for line in opinions.report():
        print(line)
    text = article_of(WORDS)
    seconds(text)
    for size in SIZES:
        spent = [seconds("\n\n".join([text] * size)) for _ in range(max(ROUNDS // size, 1))]
        read, analysed = (median(times) * 1000 for times in zip(*spent, strict=True))
        words = len(text.split()) * size
        print(
            f"analysis of {words:,} words: {analysed:,.1f} ms, {analysed / words * WORDS:.1f} ms for {WORDS} words "
            f"(reading the file before: {read:,.1f} ms)"
        )
    long = "\n\n".join([text] * (LARGEST // len(text)))
    read, analysed = (spent * 1000 for spent in seconds(long))
    print(f"analysis of an article of {len(long):,} characters: {analysed:,.0f} ms (reading: {read:,.0f} ms)")


if __name__ == "__main__":
    main()
