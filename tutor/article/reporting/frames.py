"""Which frame of a verb is filled by what follows it, and what is said then."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.article.closed import AND, AUXILIARIES, BE, DETERMINERS, LINKS, PREPOSITIONS, is_adverb
from tutor.article.reporting.clauses import CLAUSE, Clause
from tutor.article.reporting.following import after
from tutor.article.reporting.lexicon import VERBS, Frame, Reporter
from tutor.article.reporting.words import is_verb, pronoun

# Own figures, in words: how far the "to" stands from "urged", and the "as" from "described".
_URGED = 8
_AS = 9
_QUESTIONS = frozenset("how why whether what if where when who".split())
LISTENERS = frozenset("me him her us them you".split())
# Frames in the order in which they are looked for.
_ORDER = (
    Frame.QUOTED,
    Frame.THAT,
    Frame.QUESTION,
    Frame.INFINITIVE,
    Frame.URGED,
    Frame.CLAUSE,
    Frame.AS,
    Frame.OBJECT,
)
_TOLD = (Frame.QUOTED, Frame.THAT, Frame.QUESTION, Frame.CLAUSE)
LOOSE = frozenset([Frame.OBJECT, Frame.INFINITIVE, Frame.URGED])
# After these a verb may come at once: "a levy that they say is old".
_HELD = frozenset("say think believe claim argue insist know suspect hope fear feel agree".split())
# "showed up", "read on": with these a verb means something else.
_PLACES = frozenset("up off out down away back".split())
# These report whatever follows them: "said no", "said about twenty ships".
_ANYTHING = frozenset("say insist tweet".split())

Filled = tuple[Frame, tuple[range, ...]]


def filled(clause: Clause, at: int, reporter: Reporter, *, further: bool = True) -> Filled | None:
    """The frame of a verb that what begins at word `at`, or `further` on, fills, and what is said; None if none."""
    found = dict(_complements(clause, at, reporter))
    if Frame.LISTENER in reporter.frames and (told := _told(clause, at, reporter)):
        return told
    for frame in _ORDER:
        if frame in found and frame in reporter.frames:
            return frame, clause.rest(found[frame], loose=frame in LOOSE)
    if Frame.OBJECT in found and reporter.lemma in _ANYTHING:
        return Frame.CLAUSE, clause.rest(at)
    return _further_on(clause, at, reporter) if further else None


def _told(clause: Clause, at: int, reporter: Reporter) -> Filled | None:
    """What somebody is told: "told reporters that it was late"."""
    line = clause.line
    if not clause.joined(at):
        return None
    listener = range(at, at + 1) if line.low[at] in LISTENERS else after(line, at, clause.end, apposed=False)
    if listener is None:
        return None
    beyond = clause.beyond_adverbial(listener.stop)
    found = dict(_complements(clause, beyond, reporter))
    for frame in _TOLD:
        if frame in found and frame in reporter.frames:
            return frame, clause.rest(found[frame])
    if Frame.URGED in reporter.frames and clause.word(beyond) == "to":
        return Frame.URGED, clause.rest(beyond)
    return None


def _further_on(clause: Clause, at: int, reporter: Reporter) -> Filled | None:
    """What is said after something else: "said in a statement that", "insists, most recently in May, that"."""
    line = clause.line
    if at >= clause.end:
        return None
    if Frame.THAT in reporter.frames and line.gap[at] == ",":
        for n in range(at + 1, min(at + CLAUSE, clause.end)):
            if line.gap[n] == "," and line.low[n] == "that":
                return Frame.THAT, clause.rest(n + 1)
    if Frame.CLAUSE in reporter.frames and line.low[at] in PREPOSITIONS and line.gap[at] == "":
        for n in range(at + 1, min(at + CLAUSE, clause.end)):
            if line.low[n] in VERBS and line.low[n].endswith("ing"):
                return None  # "said after claiming that"
            if line.low[n] == "that" and line.joined(n) and clause.has_verb(n + 1):
                return Frame.THAT, clause.rest(n + 1)
            if line.opens_quote(n):
                return Frame.QUOTED, clause.rest(n)
            if not line.joined(n):
                return None
    return None


def after_particle(clause: Clause, at: int, reporter: Reporter) -> Filled | None:
    """What is said after a verb and the word that belongs to it, at word `at`: "called for", "pointed out"."""
    line, start = clause.line, at + 1
    particle = line.low[at]
    if clause.joined(start) and line.low[start] == "that":
        return Frame.THAT, clause.rest(start + 1)
    if reporter.lemma == "go" and particle == "on":
        goes_on = clause.word(start) == "to" and clause.word(start + 1) in VERBS
        return (Frame.INFINITIVE, clause.rest(start + 1)) if goes_on else None
    if particle in ("out", "up", "in", "back", "down", "off"):
        found = next(_complements(clause, start, reporter), None)
        return (found[0], clause.rest(found[1])) if found else None
    return Frame.OBJECT, clause.rest(start, loose=True)


def _complements(clause: Clause, at: int, reporter: Reporter) -> Iterator[tuple[Frame, int]]:
    """The frames that what begins at word `at` may fill, with the word at which what is said begins."""
    line = clause.line
    if at >= clause.end:
        if at == len(line) and line.gap[at].endswith(":"):
            yield Frame.QUOTED, at
        return
    gap, word, following = line.gap[at], line.low[at], clause.word(at + 1)
    if line.quoted[at] and (not gap or gap[0] in "\"“”‘'«,:("):
        yield from ((Frame.QUOTED, at), (Frame.OBJECT, at), (Frame.CLAUSE, at))
    elif gap.startswith(":"):
        yield Frame.QUOTED, at
    elif not line.joined(at):
        return
    elif word == "that" and following and (line.joined(at + 1) or line.gap[at + 1] in (",", "“", '"', "‘", "—")):
        stands_alone = following in AUXILIARIES - {"do", "can"} and not clause.has_verb(at + 2, 4)
        if not stands_alone:
            yield Frame.THAT, at + 1
        yield Frame.OBJECT, at
    elif word in _QUESTIONS or (word == "as" and following == "if"):
        yield Frame.QUESTION, at
        if word == "what":
            yield Frame.OBJECT, at
    elif word == "to" and following and following not in DETERMINERS and not line.words[at + 1].capital:
        if line.quoted[at + 1] or not (line.words[at + 1].number or pronoun(following)):
            yield Frame.INFINITIVE, at
    elif word in AUXILIARIES and word != "having":
        if reporter.lemma in _HELD and (word in BE or following in BE):
            yield Frame.CLAUSE, at
    elif not _is_bare(clause, at):
        yield from _nominal(clause, at, reporter)


def _is_bare(clause: Clause, at: int) -> bool:
    """Whether no noun phrase or clause begins at word `at`."""
    line, word = clause.line, clause.line.low[at]
    counted = word in ("about", "over", "under", "between", "at") and at + 1 < clause.end and line.words[at + 1].number
    if (word in PREPOSITIONS and not counted) or word in AND or word in LINKS or word in _PLACES:
        return True
    return is_adverb(word) and not line.words[at].capital


def _nominal(clause: Clause, at: int, reporter: Reporter) -> Iterator[tuple[Frame, int]]:
    """The frames that a noun phrase or a clause at word `at` may fill."""
    line, word = clause.line, clause.line.low[at]
    if clause.has_verb(at):
        yield Frame.CLAUSE, at
    if Frame.URGED in reporter.frames:
        to = next(
            (n for n in range(at + 1, min(at + _URGED, clause.end)) if line.low[n] == "to" and line.joined(n)), None
        )
        if to and clause.word(to + 1) not in DETERMINERS | {""} and not line.words[to + 1].capital:
            yield Frame.URGED, at
    if Frame.AS in reporter.frames and any(
        line.low[n] == "as" and line.joined(n) for n in range(at + 1, min(at + _AS, clause.end))
    ):
        yield Frame.AS, at
    if not (word in VERBS and word.endswith("ing")) or line.words[at].capital:
        yield Frame.OBJECT, at


def begins_relative(clause: Clause, at: int) -> bool:
    """Whether "that" before word `at` tells more of a noun ("the charge that stung"), and opens no clause."""
    return at < clause.end and is_verb(clause.line, at, at)
