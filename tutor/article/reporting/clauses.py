"""A sentence as it is read from left to right: groups of verbs, their subjects, and how far what is said goes."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.article.closed import (
    AND,
    AUXILIARIES,
    CALENDAR,
    DAYS,
    DETERMINERS,
    LINKS,
    PREPOSITIONS,
    SEASONS,
    TIMES,
    is_adverb,
)
from tutor.article.lines import DASHES, Line
from tutor.article.meaning import MODALS
from tutor.article.reporting import adverbials
from tutor.article.reporting.following import after
from tutor.article.reporting.lexicon import VERBS
from tutor.article.reporting.phrases import before, before_mark
from tutor.article.reporting.report import Report, Sign
from tutor.article.reporting.words import is_verb, pronoun
from tutor.article.text import Span

# How far ahead the verb of a clause is looked for, in words. Own figure.
CLAUSE = 12
# After a comma these end what is said; the second also what is no clause ("praised the plan, which is new").
TURNS = frozenset("but although though while whereas yet adding saying".split())
_LOOSE = frozenset("which who whose where when after before because since as another and despite".split())
# Verbs that a "to" joins to the one that reports: "continues to insist".
_LEADING = frozenset(
    """used going expected continued continues began wants want tried tries try went failed seemed appeared appears
    seems likely have has had plans resist refused refuses yet able unable kept attempted attempting managed
    hoping""".split()
)
_GOING_ON = frozenset(
    """continue continues continued begin begins began start starts started keep keeps kept stop stops stopped avoid
    avoids avoided resist resisted""".split()
)
# After a comma these open another clause than the one before.
_NEW_CLAUSE = (LINKS | frozenset(["even", "but"])) - frozenset("who whose whom which where".split())
_NO_SUBJECT = frozenset("that which who it there this".split())


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its helpers: it begins at word `first`; `denied` says that a "not" or "never" is among them."""

    first: int
    denied: bool


class Clause:
    """One sentence: the words of `line` from `begin` to `end`, and the reports found in it so far."""

    def __init__(self, line: Line, words: range) -> None:
        self.line = line
        self.begin, self.end = words.start, words.stop
        self.found: list[Report] = []

    def word(self, at: int) -> str:
        """Word `at` as compared; empty where the sentence has none."""
        return self.line.low[at] if self.begin <= at < self.end else ""

    def joined(self, at: int) -> bool:
        """Whether word `at` is of this sentence, and nothing parts it from the one before."""
        return at < self.end and self.line.joined(at)

    def cue(self, first: int, last: int) -> Span:
        """The characters from word `first` to word `last`."""
        return Span(self.line.words[first].span.start, self.line.words[last].span.end)

    # --- what is said -------------------------------------------------------------------------------------------------

    def rest(self, at: int, *, loose: bool = False) -> tuple[range, ...]:
        """What is said from word `at` on: up to a turn of the sentence; where it is `loose`, up to any other clause."""
        line = self.line
        for n in range(at + 1, self.end):
            gap, word = line.gap[n], line.low[n]
            if not gap or gap == "-" or (line.quoted[n] and line.quoted[n - 1]):
                continue
            if gap == "," and self._is_preposed(at, n):
                return (range(at, n),)
            turns = word in TURNS or (loose and (word in _LOOSE or (word in VERBS and word.endswith("ing"))))
            marked = gap.lstrip("”\"’')").startswith((",", *DASHES))
            if ";" in gap or (turns and marked and not self._goes_on(n)):
                return (range(at, n),)
        return (range(at, self.end),) if at < self.end else ()

    def _goes_on(self, at: int) -> bool:
        """Whether what is said goes on with the link at word `at`: "said it is old, but may stay"."""
        line, following = self.line, at + 1
        if line.low[at] == "but":
            return self.word(following) in MODALS
        if line.low[at] != "and" or following >= self.end:
            return False
        word = line.low[following]
        verb = word in VERBS or is_verb(line, following, following)
        return not (verb or is_adverb(word) or pronoun(word) or self.has_verb(following))

    def _is_preposed(self, at: int, comma: int) -> bool:
        """Whether word `at` stands in what opens the sentence, up to `comma`: "When it is late, Pike laughs"."""
        line, first = self.line, self.line.low[self.begin]
        if not (first in LINKS or first in PREPOSITIONS) or any(line.gap[self.begin + 1 : at]):
            return False
        subject = after(line, comma, self.end, apposed=False)
        if subject is None:
            return False
        verb = subject.stop
        while is_adverb(self.word(verb)):
            verb += 1
        return verb < self.end and line.joined(verb) and is_verb(line, verb, comma)

    def has_verb(self, at: int, width: int = CLAUSE) -> bool:
        """Whether a clause with a verb of its own begins at word `at`."""
        line = self.line
        if at >= self.end:
            return False
        if pronoun(line.low[at]) and ("'" in line.low[at] or self._goes_on_as_clause(at + 1)):
            return True
        for n in range(at + 1, min(at + width, self.end)):
            gap, word = line.gap[n], line.low[n]
            if any(mark in gap for mark in ".;!?:") or ("," in gap and (n == at + 1 or word in _NEW_CLAUSE)):
                return False
            if "'" in word and pronoun(word) and not word.startswith("who"):
                return True
            if word in ("to", "that", "who", "which") and n > at + 4:
                return False
            if word.endswith("s") and line.name[n - 1] and line.joined(n) and self.word(n + 1) in DETERMINERS | {"to"}:
                return True  # "Rossi deserves the prize"
            if word != "not" and is_verb(line, n, at):
                return line.low[n - 1] not in ("who", "which", "that", "to")
        return False

    def _goes_on_as_clause(self, at: int) -> bool:
        """Whether what follows a pronoun is its verb: whatever is no preposition, link or mark."""
        word = self.word(at)
        return self.joined(at) and not (word in PREPOSITIONS or word in AND or word in LINKS)

    def clause_in(self, front: range) -> bool:
        """Whether some words have a verb, and so may be what is said; "This week, Rossi said" has none before it."""
        line = self.line
        if line.low[front.start] in _OPENING:
            comma = next((n for n in front[1:] if line.gap[n] == ","), None)
            if comma is None:
                return False
            front = range(comma, front.stop)
        return len(front) > 2 and any(
            is_verb(line, n, front.start) or ("'" in line.low[n] and pronoun(line.low[n])) for n in front
        )

    # --- verbs --------------------------------------------------------------------------------------------------------

    def group(self, at: int) -> Group:
        """The verb at `at` with the helpers, adverbs and times before it."""
        first, denied = at, False
        while first > self.begin and self.line.gap[first] == "" and not self.line.quoted[first - 1]:
            step = self._helper(first - 1, at)
            if step is None:
                break
            denied = denied or self.line.low[first - 1] in ("not", "never")
            first = step
        return Group(first, denied)

    def _helper(self, at: int, verb: int) -> int | None:
        """Where the helper that ends at `at` begins; None where that is none."""
        line, word = self.line, self.line.low[at]
        capital = line.words[at].capital and not line.headline and not line.opens(at)
        previous = self.word(at - 1)
        if word in ("all", "both"):
            return None if line.gap[at] or at == self.begin else at
        if not capital and (word in AUXILIARIES or word in ("not", "never") or is_adverb(word)):
            return at
        if word in DAYS or word in TIMES:
            return at - 1 if previous in ("on", "late", "early", "last") else at
        if word in SEASONS:
            return at - 1 if previous in ("this", "last", "next", "earlier") or previous in DAYS else None
        if word in CALENDAR and line.words[at].capital:
            late = at - 2 if previous in ("late", "early", "mid") else at - 1
            return late if self.word(late) in ("in", "last", "this", "since") else None
        if line.words[at].number and previous in ("in", "since"):
            return at - 1
        if word == "to" and previous in _LEADING and line.gap[at] == "":
            return at - 1
        return at if word in _GOING_ON and line.low[verb].endswith("ing") else None

    def beyond_adverbial(self, at: int) -> int:
        """The first word from `at` on that is no adverb and tells no time: "said on Monday, in May"."""
        return adverbials.beyond(self.line, at, self.end)

    def beyond_setting(self, at: int) -> int:
        """The word after the comma that ends "in a letter", if such begins at word `at`; else `at`."""
        return adverbials.beyond_setting(self.line, at, self.end)

    # --- subjects -----------------------------------------------------------------------------------------------------

    def subject(self, first: int) -> range | None:
        """Who stands before the group of verbs that begins at `first`."""
        if first <= self.begin:
            return None
        line, gap = self.line, self.line.gap[first]
        if line.joined(first) or gap == ")":
            if line.low[first - 1] in AND:
                return self._of_first_verb(first - 2) or self.shared_subject(first - 1)
            return before(line, first - 1, self.begin)
        if gap.startswith((",", "),", *DASHES)) and not any(mark in gap for mark in '"“”'):
            return before_mark(line, first - 1, self.begin) or self.shared_subject(first)
        return None

    def _of_first_verb(self, at: int) -> range | None:
        """The subject of the verb at `at`, where there is one: "Rossi laughed and said"."""
        line = self.line
        if at <= self.begin or line.low[at] == "not" or not is_verb(line, at, self.begin):
            return None
        first = self.group(at).first
        return before(line, first - 1, self.begin) if line.joined(first) else None

    def shared_subject(self, at: int) -> range | None:
        """The subject that a verb takes over: of the report before it, or the sentence's first."""
        for earlier in reversed(self.found):
            if earlier.at < at and earlier.source and not earlier.inner and earlier.sign is Sign.VERB:
                return earlier.source
        return self._first_subject(at)

    def _first_subject(self, until: int) -> range | None:
        line = self.line
        for at in range(self.begin + 1, until):
            if line.quoted[at] or line.low[at] == "not" or not is_verb(line, at, self.begin):
                continue
            first = self.group(at).first
            phrase = None
            if line.joined(first) or line.gap[first] == ")":
                phrase = before(line, first - 1, self.begin)
            elif line.gap[first].startswith((",", *DASHES)):
                phrase = before_mark(line, first - 1, self.begin)
            if phrase and line.low[phrase.start] not in _NO_SUBJECT:
                return phrase
        word = line.low[self.begin]
        return range(self.begin, self.begin + 1) if "'" in word and pronoun(word) else None

    def following_subject(self, at: int) -> range | None:
        """The subject after the first comma: "Claiming that it is late, Rossi left"."""
        line = self.line
        comma = next(
            (n for n in range(at + 1, self.end - 1) if line.gap[n].startswith(",") and not line.quoted[n]), None
        )
        phrase = after(line, comma, self.end, apposed=False) if comma else None
        if not comma or not phrase:
            return None
        verb = phrase.stop
        while is_adverb(self.word(verb)):
            verb += 1
        return phrase if verb < self.end and is_verb(line, verb, comma) else None


# What opens a sentence with something else than what is said: "After the vote, Rossi said".
_OPENING = frozenset(
    """because if while when whether although though unless as where since until how why what after before once
    whereas that which who whom whose in at on during for from""".split()
)
