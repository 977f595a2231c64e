"""What tells when, where or how something was said, between a verb and what it reports."""

from __future__ import annotations

from tutor.article.closed import CALENDAR, DAYS, PREPOSITIONS, SEASONS, TIMES, is_adverb
from tutor.article.lines import Line

# "In an interview with the paper" has so many words at most. Own figure.
_SETTING = 10


def beyond(line: Line, at: int, end: int) -> int:
    """The first word from `at` on, up to `end`, that is no adverb and tells no time: "said on Monday, in May"."""
    while at < end and line.gap[at] == "" and not line.quoted[at]:
        step = _adverbial(line, at, end)
        if step is None:
            break
        at = step
    return at


def beyond_setting(line: Line, at: int, end: int) -> int:
    """The word after the comma that ends "in a letter", if such begins at word `at`; else `at`."""
    if at >= end or line.low[at] not in PREPOSITIONS or not line.joined(at):
        return at
    return next((n for n in range(at + 1, min(at + _SETTING, end)) if not line.joined(n)), at)


def _adverbial(line: Line, at: int, end: int) -> int | None:
    """The word after the adverbial that begins at `at`; None where none does."""
    word, following = line.low[at], line.low[at + 1] if at + 1 < end else ""
    if word == "so":
        return None
    if word in DAYS or word in TIMES or (is_adverb(word) and not line.words[at].capital):
        return at + 1
    if word in CALENDAR and line.words[at].capital:
        return _beyond_date(line, at + 1, end)
    dated = word in ("on", "in", "last", "late", "early", "earlier") and following in CALENDAR
    if dated and line.joined(at + 1):
        return _beyond_date(line, at + 2, end)
    if word in ("this", "last", "earlier") and following in SEASONS:
        return at + 2
    if word in SEASONS and line.low[at - 1] in DAYS:
        return at + 1
    if word == "in" and following in ("a", "an", "his", "her", "their", "its", "response", "part"):
        return _opened(line, at, end)
    return None


def _beyond_date(line: Line, at: int, end: int) -> int:
    while at < end and line.words[at].number and line.gap[at] in ("", ","):
        at += 1
    return at


def _opened(line: Line, at: int, end: int) -> int | None:
    """Where what is said begins after "in an interview with the paper"; None where nothing is."""
    for n in range(at + 1, min(at + _SETTING, end)):
        if line.gap[n] in (";", ":"):
            return None
        if line.low[n] == "that" or line.opens_quote(n):
            return n
    return None
