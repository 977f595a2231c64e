"""Reports by other words than verbs: "Rossi's claim that", "according to", "in her view", "is convinced that"."""

from __future__ import annotations

from dataclasses import replace

from tutor.article.closed import AND, AUXILIARIES, BE, DETERMINERS, POSSESSIVES, PREPOSITIONS
from tutor.article.reporting.clauses import Clause
from tutor.article.reporting.following import after
from tutor.article.reporting.frames import begins_relative
from tutor.article.reporting.lexicon import CARRIERS, CLAIMS, NOUNS, SEEMING, STANCE_LINKS, Frame, Manner
from tutor.article.reporting.mentions import core
from tutor.article.reporting.phrases import before
from tutor.article.reporting.report import LEAST_SAID, Report, Sign
from tutor.article.reporting.words import pronoun

# Own figures, in words: from a noun back to its owner, and to the verb that carries it.
_OWNER = 4
_CARRIER = 5
_TOWARD = frozenset("with in at toward towards".split())
_LINKS = _TOWARD | frozenset("that for about to against on over".split())
# After these an "of" tells what is thought of ("her fear of the storm"), after others not ("a statement of facts").
_OF = frozenset(
    """criticism condemnation denunciation praise fear fears warning warnings hope hopes rejection announcement theory
    description estimate forecast prediction account""".split()
)
# With "for" a court has these: "has convictions for theft".
_OF_COURTS = frozenset("charge charges conviction convictions".split())
# What somebody may do something according to.
_STANDARDS = frozenset(
    """law laws rule rules plan plans custom customs tradition traditions schedule taste need needs wish wishes size age
    principle principles ability""".split()
)
# After these a "to" tells what is thought of, after others what somebody means to do.
_TO = frozenset("opposition objection objections aversion commitment apology tribute".split())
# These alone do so at the end without a comma: "it is late in her view", but "there were tears in her eyes".
_HELD = frozenset("view opinion judgement judgment estimation".split())
# With these it is "by her own account", with others "in her view".
_RECKONED = frozenset("admission account accounts estimate estimates count counts reckoning estimation".split())
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
    if at > clause.begin and line.joined(at) and line.low[core(line, source)[-1]] in _STANDARDS:
        return None  # "to live according to the rules"
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
    """ "in her view", "by Rossi's own account", before what is said, after a comma, or at the end."""
    line = clause.line
    owner = at - 2 if clause.word(at - 1) in ("own", "humble", "considered") else at - 1
    if owner <= clause.begin or not line.joined(at):
        return None
    if line.low[owner] in POSSESSIVES:
        source: range | None = range(owner, owner + 1)
    elif line.low[owner].endswith("'s"):
        source = before(line, owner, clause.begin)
    elif line.low[owner] in ("1", "some", "most") and line.low[at] in _RECKONED:
        source = range(owner, at + 1)
    else:
        return None
    if source is None:
        return None
    inside = [n for n in source if line.low[n] in ("in", "by")]
    source = range(inside[-1] + 1 if inside else source.start, source.stop)
    link = source.start - 1
    counted = "by" if line.low[at] in _RECKONED else "in"
    ends = at + 1 == clause.end and line.low[at] in _HELD and link - clause.begin >= LEAST_SAID
    if clause.word(link) != counted or not (link == clause.begin or line.gap[link] == "," or ends):
        return None
    late = link > clause.begin
    said = (range(clause.begin, link),) if late else clause.rest(at + 1)
    cue = at if at not in source else link
    return Report(Sign.VIEW, Manner.THOUGHT, clause.cue(cue, cue), at, source, said, Frame.AFTER, late=late)


def as_stated(clause: Clause, at: int) -> Report | None:
    """ "As stated in Rossi's letter, …", "as noted by Pike, …"."""
    line = clause.line
    if clause.word(at - 1) != "as" or clause.word(at + 1) not in ("in", "by") or at - 1 != clause.begin:
        return None
    source = after(line, at + 2, clause.end, apposed=False)
    if source is None or source.stop >= clause.end or not line.gap[source.stop].startswith(","):
        return None
    said = clause.rest(source.stop)
    return Report(Sign.ACCORDING, Manner.SPEECH, clause.cue(at, at), at, source, said, Frame.AFTER)


def hearsay(clause: Clause, at: int) -> Report:
    """ "allegedly", "reportedly": somebody says so, and nobody tells who."""
    return Report(Sign.HEARSAY, Manner.SPEECH, clause.cue(at, at), at, None, clause.rest(at + 1), Frame.OBJECT)


def by_noun(clause: Clause, at: int) -> Report | None:
    """ "Rossi's claim that …", "her fear of …", "made a promise to"."""
    line = clause.line
    link = line.low[at + 1] if clause.joined(at + 1) else ""
    if link in _TOWARD and NOUNS[line.low[at]] is not Manner.THOUGHT:
        return None  # "their claims in May"
    if link == "for" and line.low[at] in _OF_COURTS:
        return None
    if link in ("by", "from"):
        return _from(clause, at)
    if not (link in _LINKS or (link == "of" and line.low[at] in _OF)) or (
        link == "that" and (not clause.has_verb(at + 2) or begins_relative(clause, at + 2))
    ):
        return None
    if link == "to" and line.low[at] not in _TO and not _is_infinitive(clause, at + 2):
        return None  # "a threat to the port"
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
    said = clause.rest(at + 1 if link == "to" else at + 2, loose=True)
    return Report(Sign.NOUN, NOUNS[line.low[at]], clause.cue(first, at), at, source, said, Frame.OBJECT)


def _is_infinitive(clause: Clause, at: int) -> bool:
    """Whether the word at `at`, after a "to", may be a verb."""
    word = clause.word(at)
    return bool(word) and word not in DETERMINERS and not pronoun(word) and not clause.line.words[at].capital


def _from(clause: Clause, at: int) -> Report | None:
    """ "Warnings from Rossi that …", "a claim by Pike about …"."""
    source = after(clause.line, at + 2, clause.end, apposed=False)
    if source is None or not clause.joined(source.stop):
        return None
    link = clause.line.low[source.stop]
    that = link == "that" and clause.has_verb(source.stop + 1) and not begins_relative(clause, source.stop + 1)
    if not (that or link in ("about", "against")):
        return None
    said = clause.rest(source.stop + 1, loose=True)
    cue = clause.cue(at, at + 1)
    return Report(Sign.NOUN, NOUNS[clause.line.low[at]], cue, at, source, said, Frame.OBJECT)


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
    is_so = not BE.isdisjoint(line.low[group.first : at])
    if previous in SEEMING and not is_so:
        group, is_so = replace(clause.group(group.first - 1), denied=group.denied), True
    if not (is_so or contracted):
        return None
    source = range(group.first - 1, group.first) if contracted else clause.subject(group.first)
    if source is None or line.low[source.start] in _NOBODY:
        return None
    said = clause.rest(start + 1 if link in STANCE_LINKS - {"to", "why", "how", "whether"} else start, loose=True)
    cue = clause.cue(group.first, at)
    frame = Frame.THAT if link in ("that", "why", "how", "whether") or link not in STANCE_LINKS else Frame.OBJECT
    return Report(Sign.VERB, Manner.THOUGHT, cue, at, source, said, frame, denied=group.denied)


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
    if clause.word(source.start - 1) == "as" and not late:
        start = clause.beyond_setting(start)
    said = (range(clause.begin, source.start),) if late else clause.rest(start)
    cue = clause.cue(group.first, last)
    return Report(Sign.VERB, Manner.SPEECH, cue, at, source, said, Frame.AFTER, late=late, denied=group.denied)
