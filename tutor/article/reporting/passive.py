"""Reports in the passive: "was described as", "is said to", "was criticised by Rossi"."""

from __future__ import annotations

from tutor.article.closed import PREPOSITIONS
from tutor.article.reporting.clauses import Clause
from tutor.article.reporting.following import after
from tutor.article.reporting.lexicon import Form, Frame, Manner
from tutor.article.reporting.report import Report, Sign
from tutor.article.reporting.verb import Verb

_PASSIVES = (Form.EITHER, Form.PARTICIPLE)
# Verbs that report without an owner in the passive: "is said to", "was described as".
_HEARSAY = frozenset(
    """say report allege believe think know expect accuse consider describe call see quote suspect view regard predict
    project""".split()
)
_OF = frozenset(["accuse", "suspect"])
# Those of them of which a "by" further on names the source, so many words away at most. Own figure.
_BY = frozenset("describe see quote call".split())
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
        if source is None or not reporter.frames or line.low[source.start].endswith("ing"):
            return None
        said = (range(clause.begin, verb.first),) if verb.first > clause.begin else ()
    elif start < clause.end and line.quoted[start] and Frame.OBJECT in reporter.frames:
        said = clause.rest(start, loose=True)
    elif word in ("for", "as", "over") and reporter.frames.get(Frame.OBJECT) is Manner.JUDGEMENT:
        said = clause.rest(start + 1, loose=True)
    elif reporter.lemma in _NAMING and word and word not in PREPOSITIONS:
        said = clause.rest(start, loose=True)
    elif reporter.lemma in _HEARSAY and (word in ("to", "that", "as") or (word == "of" and reporter.lemma in _OF)):
        said = clause.rest(start, loose=True)
        by = next((n for n in range(start + 1, min(start + _BY_WITHIN, clause.end)) if line.low[n] == "by"), None)
        if by and reporter.lemma in _BY:
            source = after(line, by + 1, clause.end)
    else:
        return None
    return Report(Sign.VERB, manner, clause.cue(verb.first, verb.at), verb.at, source, said, Frame.OBJECT)
