"""Reports after what is said: "“We will stay,” said Rossi", "The port will close, Pike says, in spring"."""

from __future__ import annotations

from tutor.article.closed import AND, CALENDAR, HAVE, LINKS, PREPOSITIONS
from tutor.article.reporting.clauses import TURNS, Clause
from tutor.article.reporting.following import after
from tutor.article.reporting.lexicon import DOUBTFUL, VERBS, Form, Frame, Reporter
from tutor.article.reporting.report import LEAST_SAID, Report, Sign

# Forms that stand before their subject even without a quotation: "The port will close, said the mayor".
_SAID = frozenset("said says wrote writes added tweeted".split())
_HEARERS = frozenset("him her them me us reporters".split())
_NO_SOURCE = _HEARERS | frozenset("that it this to".split())
# What follows a verb and is no more of what was said.
_ENDS = frozenset("because if when while though although after before adding".split())
_ASIDE = TURNS | frozenset("when after as who which before referring citing".split())


def turned(clause: Clause, at: int, first: int, reporter: Reporter, form: Form) -> Report | None:
    """A verb before its subject: "“…,” said Rossi"."""
    line = clause.line
    if first != at or form is Form.BASE or not (Frame.QUOTED in reporter.frames or Frame.AFTER in reporter.frames):
        return None
    gap = line.gap[at]
    quote = line.closes_quote(at) or gap.endswith(("”", '"'))
    comma = gap.endswith(",") and at - clause.begin >= LEAST_SAID
    if not (quote or (comma and Frame.AFTER in reporter.frames) or (at == clause.begin and line.low[at] in _SAID)):
        return None
    start = at + 1
    if not clause.joined(start) or line.low[start] in _NO_SOURCE or line.low[start] in CALENDAR:
        return None
    source = after(line, start, clause.end)
    if source is None or (comma and not quote and not _names_source(clause, at, source, reporter)):
        return None
    rest = range(source.stop, clause.end)
    said = [range(clause.begin, at)] if at > clause.begin else []
    if not said and not quote:
        said = [rest] if clause.has_verb(rest.start) or clause.word(rest.start) == "that" else []
    elif len(rest) > LEAST_SAID and line.gap[rest.start].startswith(",") and any(line.quoted[n] for n in rest):
        said.append(rest)
    manner = reporter.frames.get(Frame.QUOTED) or reporter.frames[Frame.AFTER]
    return Report(Sign.VERB, manner, line.words[at].span, at, source, tuple(said), Frame.AFTER, late=True)


def _names_source(clause: Clause, at: int, source: range, reporter: Reporter) -> bool:
    """Whether what follows a verb after a comma is who says so, and not what is said."""
    line, stop = clause.line, source.stop
    plain = line.low[at] in _SAID and line.low[source.start] in ("the", "a", "an", "one", "he", "she", "they")
    ends = stop >= clause.end or line.low[stop] in PREPOSITIONS or not (line.joined(stop) or line.quoted[stop])
    front = range(clause.begin, at)
    last = stop >= clause.end and line.low[at] not in DOUBTFUL  # "…, argues the map's author"
    last = last and Frame.LISTENER not in reporter.frames and not any(line.quoted[n] for n in front)
    return (line.words[source.start].capital or plain or last) and ends and clause.clause_in(front)


def said_before(clause: Clause, at: int, start: int, source: range, reporter: Reporter) -> tuple[range, ...] | None:
    """What is said before the source of the verb at `at`, and after it; None where the verb does not come late.

    `start` is the first word after the verb and its adverbs.
    """
    line = clause.line
    if source.start > at or not (Frame.AFTER in reporter.frames or Frame.QUOTED in reporter.frames):
        return None
    front, gap = range(clause.begin, source.start), line.gap[source.start]
    if not front:
        return _sentence_before(clause) if not clause.joined(at + 1) else None
    quote = line.closes_quote(source.start) or gap.endswith(("”", '"'))
    comma = Frame.AFTER in reporter.frames and gap.endswith((",", "?", "!", "—", "–", "―", ",'", ",’"))
    if not (quote or comma) or not _ends(clause, start, reporter):
        return None
    if quote and len(front) < LEAST_SAID and not gap.strip("”\"’' ").endswith((",", "?", "!")):
        return None
    rest = range(start, clause.end)
    if not quote and not clause.clause_in(front):
        if not rest and len(front) >= LEAST_SAID and line.low[front.start] not in PREPOSITIONS | LINKS:
            return (front,)
        goes_on = len(rest) > LEAST_SAID and line.gap[start] == gap[-1:] == "," and start == at + 1
        return (front, rest) if goes_on and not _is_adjunct(clause, start) else None
    if len(rest) >= LEAST_SAID and (line.gap[start].startswith(",") or line.opens_quote(start)):
        word = line.low[start]
        aside = line.gap[start] != "," or quote or word in _ASIDE or (word in VERBS and word.endswith("ing"))
        if line.quoted[start] or not aside:
            return (front, rest)
    return (front,)


def _ends(clause: Clause, start: int, reporter: Reporter) -> bool:
    """Whether nothing that the verb could report follows it."""
    if not clause.joined(start):
        return True
    word = clause.line.low[start]
    listens = Frame.LISTENER in reporter.frames and not clause.line.quoted[start]
    plain = word in PREPOSITIONS or word in AND or word in _ENDS or word in _HEARERS or word.endswith("ing")
    return word != "that" and (listens or plain)


def _sentence_before(clause: Clause) -> tuple[range, ...] | None:
    """The quotation that ends right before the sentence: "“Why?” Rossi asked."."""
    line, first = clause.line, clause.begin
    if not (line.closes_quote(first) and any(mark in line.gap[first] for mark in ",?!")):
        return None
    while first > 0 and line.quoted[first - 1] and (first == clause.begin or not set('“”"') & set(line.gap[first])):
        first -= 1
    return (range(first, clause.begin),)


def _is_adjunct(clause: Clause, at: int) -> bool:
    """Whether what begins at word `at` tells when, where or how something was said, and not what."""
    word = clause.line.low[at]
    return word in PREPOSITIONS or word in LINKS or word in HAVE or (word in VERBS and word.endswith("ing"))
