"""Reports in the passive: "was described as", "is said to", "was criticised by Rossi"."""

from __future__ import annotations

from tutor.article.closed import PREPOSITIONS
from tutor.article.reporting.clauses import Clause
from tutor.article.reporting.following import after
from tutor.article.reporting.lexicon import Form, Frame, Manner, Reporter
from tutor.article.reporting.report import Report, Sign
from tutor.article.reporting.verb import Verb

_PASSIVES = (Form.EITHER, Form.PARTICIPLE)
# Verbs that report without an owner in the passive: "is said to", "was described as".
_HEARSAY = frozenset(
    """say report allege believe think know expect accuse consider describe call see quote suspect view regard predict
    project perceive portray depict characterize characterise rate dismiss""".split()
)
# With "by", these are done to things: "a wall maintained by the town".
_OF_THINGS = frozenset("maintain certify hear".split())
_OF = frozenset(["accuse", "suspect"])
# Those of them of which a "by" further on names the source, so many words away at most. Own figure.
_BY = frozenset("describe see quote call label dub brand deem portray depict characterize characterise".split())
_BY_WITHIN = 10
# Those after which a name follows at once: "was called a waste".
_NAMING = frozenset("call consider label dub brand deem term pronounce rate".split())


def is_passive(clause: Clause, verb: Verb) -> bool:
    """Whether a verb says what was done to its subject: "was told", "the plan praised by Rossi"."""
    if verb.form not in _PASSIVES:
        return False
    if verb.contracted and not verb.helpers and clause.line.low[verb.first - 1].endswith(("'re", "'m")):
        return True
    if verb.is_progressive:
        return True
    return not verb.helpers and clause.word(verb.start) == "by" and "by" not in verb.reporter.particles


def by_passive(clause: Clause, verb: Verb) -> Report | None:
    """ "was described as …", "is said to …", "was asked by Rossi"."""
    line, reporter, start = clause.line, verb.reporter, verb.start
    word = line.low[start] if clause.joined(start) else ""
    manner = next(iter((*reporter.frames.values(), *reporter.particles.values())))
    source: range | None = None
    said: tuple[range, ...]
    if word == "by":
        source = after(line, start + 1, clause.end)
        of_things = not reporter.frames or reporter.lemma in _OF_THINGS
        if source is None or of_things or line.low[source.start].endswith("ing"):
            return None
        said = (range(clause.begin, verb.first),) if verb.first > clause.begin else ()
    elif start < clause.end and line.quoted[start] and Frame.OBJECT in reporter.frames:
        said = clause.rest(start, loose=True)
    elif word in ("for", "as", "over") and reporter.frames.get(Frame.OBJECT) is Manner.JUDGEMENT:
        said = clause.rest(start + 1, loose=True)
    elif _reports(reporter, word):
        said, source = clause.rest(start, loose=True), _agent(clause, start, reporter)
    else:
        return None
    return Report(Sign.VERB, manner, clause.cue(verb.first, verb.at), verb.at, source, said, Frame.OBJECT)


def _reports(reporter: Reporter, word: str) -> bool:
    """Whether a verb in the passive reports what begins with this word, as "called a waste" and "said to" do."""
    if reporter.lemma in _NAMING and word and word not in PREPOSITIONS:
        return True
    if reporter.lemma == "know" and word == "as":
        return False  # "also known as"
    return reporter.lemma in _HEARSAY and (word in ("to", "that", "as") or (word == "of" and reporter.lemma in _OF))


def _agent(clause: Clause, start: int, reporter: Reporter) -> range | None:
    """Whom a "by" among the next words names: "was called a waste by the mayor"."""
    line = clause.line
    by = next((n for n in range(start + 1, min(start + _BY_WITHIN, clause.end)) if line.low[n] == "by"), None)
    return after(line, by + 1, clause.end) if by and reporter.lemma in _BY else None
