"""Numbers and quantifiers that claim something: "40 %", "hundreds of", "most people", "studies show".

Dates, times, ages, durations, addresses, numbers in names and scores claim nothing that wants a source and are left
out. The lists are this project's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.article.closed import MONTHS
from tutor.article.text import Span


def _one_of(words: str) -> str:
    return "|".join(words.split())


_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNITS = _one_of("one two three four five six seven eight nine ten")
_TEENS = _one_of("eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_TENS = rf"(?:{_one_of('twenty thirty forty fifty sixty seventy eighty ninety')})(?:-[a-z]+)?"
_ANY = rf"(?:{_DIGITS}|{_UNITS}|{_TEENS}|{_TENS})"
_SCALE = _one_of("hundred thousand million billion trillion dozen")
_MONEY = _one_of("dollars pounds euros pesos yen rupees cents pence")
_FOLK = _one_of(
    """people persons men women children kids students pupils teachers parents families voters citizens workers
    residents users readers customers scientists experts doctors economists researchers analysts critics observers
    historians farmers drivers owners companies businesses schools countries"""
)
_STUDIES = _one_of("studies surveys polls statistics figures numbers data reports tests experiments")
_SCIENCE = _one_of("research science history evidence experience")
_SAYERS = _one_of("experts scientists researchers analysts economists doctors historians observers critics insiders")
_SHOW = (
    rf"(?:{_one_of('show suggest prove indicate say confirm find found reveal agree')}|tell us|have (?:shown|proved))"
)
_SAY = rf"(?:{_one_of('say agree believe warn think claim know argue predict')}|tell us|have (?:said|warned|shown))"
_MANY = _one_of("many most some all leading other several recent new numerous countless")

# The first that fits at a place counts.
_CLAIMS = (
    rf"{_ANY}(?: to {_ANY})?(?: ?%| per ?cent\b| percentage points?\b)",
    rf"[$£€¥] ?{_DIGITS}(?: ?(?:{_SCALE}|bn|m|k)\b)?",
    rf"{_ANY} (?:(?:{_SCALE}) )?(?:{_MONEY})\b",
    rf"(?:(?:tens|hundreds|thousands) of )?(?:{_SCALE}|score)s of\b",
    rf"(?:{_ANY}|an?|several|half a) (?:{_SCALE})\b(?: (?:{_SCALE})\b)?",
    # Parts of a whole, and how much more.
    rf"(?:nearly |almost |over |about |more than |less than )?(?:one[ -]|an? |(?:{_UNITS})[ -])?"
    r"(?:half|thirds?|quarters?|fifths?|tenths?) of\b",
    r"(?:two[ -]thirds|three[ -]quarters|half (?=(?:the|our|all) ))\b",
    rf"{_ANY} (?:in|out of) (?:every )?{_ANY}\b",
    rf"(?:twice|{_ANY} times) (?:as [a-z]+|more|higher|larger|bigger|faster|less|the (?:number|amount|rate))\b",
    r"(?:more than )?(?:doubled|tripled|trebled|quadrupled|halved)\b",
    # Of how many it is true.
    r"(?:the )?(?:vast |great |overwhelming |clear |large )?majority of\b",
    r"an? (?:\w+ )?(?:number|minority|proportion|share) of\b",
    r"(?:almost|nearly|virtually|practically) "
    r"(?:all|every(?! (?:year|month|week|day|night|hour|time))|everyone|everybody|nobody|no one|none)\b",
    rf"(?:most|many|few|countless|numerous|all|no) (?:of (?:the |our |these |those )?)?(?:[a-z]+ )?(?:{_FOLK})\b",
    r"most (?:of (?:the|our|us|them|these|those)\b|[a-z]+s\b(?! of\b))",
    r"(?:everyone|everybody|we all|nobody|no one) (?:knows?|agrees?|doubts|denies|wants?|believes?|thinks?|cares?)\b",
    # Sources that are none.
    rf"(?:(?:{_MANY}) )*(?:{_STUDIES}) {_SHOW}\b",
    rf"(?:{_SCIENCE}) (?:shows|suggests|proves|says|tells us|has (?:shown|proved|proven))\b",
    rf"(?:(?:{_MANY}) )*(?:{_SAYERS}) {_SAY}\b",
    r"it(?: is|'s) (?:well |widely |commonly |generally )?(?:known|accepted|agreed|believed|said|recogni[sz]ed)\b",
    # A bare number with what it counts: a noun in the plural, behind it or behind one other word.
    rf"(?:{_DIGITS}|{_TEENS}|{_TENS})(?: [a-z]+(?:-[a-z]+)*)? (?:[a-z]+s|people|men|women|children|sheep|fish)\b",
)
# What a claim begins with: looked at first, as the patterns above take their time.
_START = re.compile(
    rf"(?<![\w'.,:/-])(?=[$£€¥\d]|(?:an?|it|it's|we|the|more|less|over|about|nearly|almost|virtually|practically|half"
    rf"|tens|twice|everyone|everybody|nobody|no one|no|few|vast|great|overwhelming|clear|large|majority|thirds?"
    rf"|quarters?|fifths?|tenths?|doubled|tripled|trebled|quadrupled|halved|(?:{_SCALE}|score)s|{_MANY}|{_UNITS}|{_TEENS}|{_TENS}"
    rf"|{_STUDIES}|{_SCIENCE}|{_SAYERS})\b)",
    re.IGNORECASE,
)
_CLAIM = re.compile(rf"(?:{'|'.join(f'(?:{claim})' for claim in _CLAIMS)})(?![\w/]|-\d)", re.IGNORECASE)

_MONTH = "|".join((*sorted(MONTHS), *_one_of("jan feb aug sept oct nov dec").split("|")))
# A count of these is a time, an age or a measure of how long, and no claim.
_TIMES = re.compile(
    rf"(?: [a-z]+)? (?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|nights?|mornings?|times"
    rf"|o'clock|{_MONTH})\b",
    re.IGNORECASE,
)
# A number after one of these numbers something: "page 12", "aged 40", "No. 10".
_NUMBERED = re.compile(
    rf"(?:\b(?:no|number|page|chapter|room|route|highway|section|article|paragraph|channel|flight|grade|class|level|phase"
    rf"|version|aged?|at|line|gate|platform|apartment|apt|unit|{_MONTH})\.?|#) ?$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b[A-Z][\w'-]* $")
_YEAR = re.compile(r"(?:1\d|20)\d\d$")
_BARE = re.compile(rf"{_DIGITS}|{_TEENS}|{_TENS}", re.IGNORECASE)
_COUNTS_MORE = re.compile(rf" ?%| per| percentage| (?:{_SCALE}|{_MONEY})\b| times | in | out | to ", re.IGNORECASE)
# So many characters before a number are looked at; fewer of something than this are seen at a glance and told.
_BEFORE = 24
_LEAST = 10


def claims_in(text: str, start: int, end: int) -> Iterator[Span]:
    """The amounts claimed in a sentence of `text` (straight apostrophes), from `start` to `end`, in order."""
    begins = start
    while found := _START.search(text, start, end):
        match = _CLAIM.match(text, found.start(), end)
        if match and not _is_idle(text, match, begins):
            yield Span(*match.span())
        start = max(match.end() if match else 0, found.start() + 1)


def _is_idle(text: str, match: re.Match[str], begins: int) -> bool:
    """Whether what looks like an amount is a date, a time, an age, a name or a handful."""
    number = _BARE.match(match.group())
    if number is None:
        return False
    end = match.start() + number.end()
    if _COUNTS_MORE.match(text, end, match.end()):
        return False
    before = text[max(begins, match.start() - _BEFORE) : match.start()]
    if _NUMBERED.search(before) or _TIMES.match(text, end):
        return True
    digits = number.group()
    if not digits[0].isdigit():
        return False
    # The first word has its capital for being the first: "Some 300 farms", but "the Boeing 747".
    named = match.start() - len(before) > begins or " " in before.strip()
    return bool((named and _NAMED.search(before)) or _YEAR.match(digits)) or float(digits.replace(",", "")) < _LEAST


VAGUE_SOURCE = re.compile(
    rf"(?:(?:{_MANY}|the|a few|few|various|certain) )*(?:{_STUDIES}|{_SCIENCE}|{_SAYERS}|{_FOLK}|some|many|most|others"
    r"|i|we|you|one|it|this|that|these|they|who|which|everyone|everybody|anyone|anybody|someone|nobody|no one|let us)"
    r"(?: (?:who|that|in|from|of|with|across|around|everywhere)\b(?-i:[^A-Z]*))?",
    re.IGNORECASE,
)
"""A source that is none: "studies", "many experts", "everyone", or the writer."""

_RECORDS = _one_of("figures data numbers statistics estimate estimates records census research count counts audit")
_REPORTS = _one_of("survey surveys poll polls study studies report reports")
CITED = re.compile(
    rf"\b(?:{_RECORDS}|{_REPORTS}) (?:(?:published|released|compiled|collected|made|done) )?"
    r"(?:from|by|of|in) (?:the )?(?-i:[A-Z])",
    re.IGNORECASE,
)
"""A source that nobody is said to speak for: "figures from the Ministry"."""
