"""Reports by other words than verbs: "Rossi's claim that", "according to", "in her view", "is convinced that"."""

from __future__ import annotations

from tutor.article.closed import AND, AUXILIARIES, BE, POSSESSIVES, PREPOSITIONS
from tutor.article.reporting.clauses import Clause
from tutor.article.reporting.following import after
from tutor.article.reporting.frames import begins_relative
from tutor.article.reporting.lexicon import CARRIERS, CLAIMS, NOUNS, STANCE_LINKS, Frame, Manner
from tutor.article.reporting.phrases import before
from tutor.article.reporting.report import LEAST_SAID, Report, Sign
from tutor.article.reporting.words import pronoun

# Own figures, in words: from a noun back to its owner, and to the verb that carries it.
_OWNER = 4
_CARRIER = 5
_LINKS = frozenset("that for about to against on over".split())
# After these an "of" tells what is thought of ("her fear of the storm"), after others not ("a statement of facts").
_OF = frozenset("criticism condemnation denunciation praise fear fears warning warnings hope hopes rejection".split())
_NOBODY = frozenset("it this that there".split())
# Adjectives that a "to" makes a wish: "is ready to go".
_WISHFUL = frozenset(
    """ready willing unwilling reluctant eager determined keen hesitant inclined intent committed opposed dedicated
    afraid""".split()
)
# "made clear", "made it clear", "make the case".
_CASES = (("clear",), ("it", "clear"), ("the", "case"), ("the", "argument"), ("the", "point"))


def according(clause: Clause, at: int) -> Report | None:
    """ "According to Rossi, …", and the same at the end."""
    line = clause.line
    source = after(line, at + 2, clause.end)
    if clause.word(at + 1) != "to" or source is None:
        return None
    opens = at == clause.begin or (at == clause.begin + 1 and line.low[clause.begin] in AND)
    rest = clause.rest(source.stop)
    late = not (opens and rest and not line.joined(source.stop))
    said = (range(clause.begin, at),) if late and at > clause.begin else rest
    cue = clause.cue(at, at + 1)
    return Report(Sign.ACCORDING, Manner.SPEECH, cue, at, source, said, Frame.AFTER, late=not opens)


def per(clause: Clause, at: int) -> Report | None:
    """ "…, per the harbour office", at the end."""
    line = clause.line
    if at - clause.begin < LEAST_SAID or not line.gap[at].startswith(","):
        return None
    source = after(line, at + 1, clause.end)
    if source is None:
        return None
    said = (range(clause.begin, at),)
    return Report(Sign.ACCORDING, Manner.SPEECH, clause.cue(at, at), at, source, said, Frame.AFTER, late=True)


def view(clause: Clause, at: int) -> Report | None:
    """ "in her view", "in Rossi's words", before what is said or after a comma."""
    line = clause.line
    owner = at - 2 if clause.word(at - 1) in ("own", "humble", "considered") else at - 1
    if owner <= clause.begin or not line.joined(at):
        return None
    if line.low[owner] in POSSESSIVES:
        source: range | None = range(owner, owner + 1)
    elif line.low[owner].endswith("'s"):
        source = before(line, owner, clause.begin)
    else:
        return None
    if source is None:
        return None
    inside = [n for n in source if line.low[n] == "in"]
    source = range(inside[-1] + 1 if inside else source.start, source.stop)
    link = source.start - 1
    if clause.word(link) != "in" or not (link == clause.begin or line.gap[link] == ","):
        return None
    late = link > clause.begin
    said = (range(clause.begin, link),) if late else clause.rest(at + 1)
    return Report(Sign.VIEW, Manner.THOUGHT, clause.cue(at, at), at, source, said, Frame.AFTER, late=late)


def hearsay(clause: Clause, at: int) -> Report:
    """ "allegedly", "reportedly": somebody says so, and nobody tells who."""
    return Report(Sign.HEARSAY, Manner.SPEECH, clause.cue(at, at), at, None, clause.rest(at + 1), Frame.OBJECT)


def by_noun(clause: Clause, at: int) -> Report | None:
    """ "Rossi's claim that …", "her fear of …", "made a promise to"."""
    line = clause.line
    link = line.low[at + 1] if clause.joined(at + 1) else ""
    if not (link in _LINKS or (link == "of" and line.low[at] in _OF)) or (
        link == "that" and (not clause.has_verb(at + 2) or begins_relative(clause, at + 2))
    ):
        return None
    source, first = _owner(clause, at), at
    if source is None and (carrier := _carrier(clause, at)) is not None:
        first = clause.group(carrier).first
        source = clause.subject(first)
        if source is None:
            first = at
        elif line.low[source.start] in _NOBODY:
            return None
    if source is None and not (link == "that" and line.low[at] in CLAIMS):
        return None
    start = (
        source.stop if source and link in ("by", "from") and source.start > at else at + 1 if link == "to" else at + 2
    )
    said = clause.rest(start, loose=True)
    return Report(Sign.NOUN, NOUNS[line.low[at]], clause.cue(first, at), at, source, said, Frame.OBJECT)


def _owner(clause: Clause, at: int) -> range | None:
    """Whose the noun at word `at` is: "her" of "her old claim", "Rossi's"."""
    line = clause.line
    for n in range(at - 1, max(at - 2 - _OWNER, clause.begin - 1), -1):
        word = line.low[n]
        if not line.joined(n + 1) or word in PREPOSITIONS or word in AUXILIARIES or word == "whose":
            return None
        if word in POSSESSIVES:
            return range(n, n + 1)
        if word.endswith("'s"):
            return None if pronoun(word) else before(line, n, clause.begin)
    return None


def _carrier(clause: Clause, at: int) -> int | None:
    """The verb that carries the noun at `at`: "made" of "made the strong claim"."""
    line = clause.line
    for n in range(at - 1, max(at - _CARRIER, clause.begin), -1):
        word = line.low[n]
        if not line.joined(n + 1) or word in PREPOSITIONS or word in AND or pronoun(word):
            return None
        if word in CARRIERS:
            return n
    return None


def by_stance(clause: Clause, at: int) -> Report | None:
    """ "is convinced that", "was critical of", "are worried about"."""
    line, start = clause.line, at + 1
    link = clause.word(start)
    if not clause.joined(start) or (link == "to" and line.low[at] not in _WISHFUL):
        return None
    if not (link in STANCE_LINKS or clause.has_verb(start, 5)):
        return None
    group = clause.group(at)
    previous = clause.word(group.first - 1)
    contracted = "'" in previous and bool(pronoun(previous))
    is_so = not BE.isdisjoint(line.low[group.first : at]) or previous in ("felt", "feel", "feels")
    if not (is_so or contracted):
        return None
    source = range(group.first - 1, group.first) if contracted else clause.subject(group.first)
    if source is None or line.low[source.start] in _NOBODY:
        return None
    said = clause.rest(start + 1 if link in STANCE_LINKS - {"to", "why", "how", "whether"} else start, loose=True)
    cue = clause.cue(group.first, at)
    return Report(Sign.VERB, Manner.THOUGHT, cue, at, source, said, Frame.THAT, denied=group.denied)


def put_it(clause: Clause, at: int) -> Report | None:
    """ "As Rossi put it, …"."""
    return _phrase(clause, at, at + 1) if clause.word(at + 1) == "it" else None


def make_case(clause: Clause, at: int) -> Report | None:
    """ "Rossi made it clear that …"."""
    for case in _CASES:
        if tuple(clause.line.low[at + 1 : at + 1 + len(case)]) == case and at + len(case) < clause.end:
            return _phrase(clause, at, at + len(case))
    return None


def _phrase(clause: Clause, at: int, last: int) -> Report | None:
    """A report by the words from the verb at `at` to `last`; where nothing follows at once, of what stands before."""
    group = clause.group(at)
    source = clause.subject(group.first)
    if source is None:
        return None
    start = clause.beyond_adverbial(last + 1)
    late = source.start - clause.begin > 1 and not clause.joined(start)
    said = (range(clause.begin, source.start),) if late else clause.rest(start)
    cue = clause.cue(group.first, last)
    return Report(Sign.VERB, Manner.SPEECH, cue, at, source, said, Frame.AFTER, late=late, denied=group.denied)
