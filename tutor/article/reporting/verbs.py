"""Reports by verbs: "Rossi says that", "Pike, who runs the port, praised", "was described as"."""

from __future__ import annotations

from tutor.article.closed import AND, AUXILIARIES, DETERMINERS, LINKS, PREPOSITIONS, SAYERS
from tutor.article.lines import Line
from tutor.article.meaning import MODALS
from tutor.article.reporting.clauses import Clause
from tutor.article.reporting.frames import LOOSE, after_particle, begins_relative, filled
from tutor.article.reporting.late import said_before, turned
from tutor.article.reporting.lexicon import DOUBTFUL, PAPERS, SEEMING, VERBS, Form, Frame, Manner, Reporter
from tutor.article.reporting.mentions import core
from tutor.article.reporting.passive import by_passive, is_passive
from tutor.article.reporting.phrases import before
from tutor.article.reporting.report import Report, Sign
from tutor.article.reporting.verb import Verb, particle_of, verb_at
from tutor.article.reporting.words import pronoun

# Verbs that no list has report a clause with "that", or a quotation.
_UNLISTED_THAT = Reporter("", {Frame.THAT: Manner.SPEECH}, {})
_UNLISTED = Reporter("", {Frame.QUOTED: Manner.SPEECH}, {})
_QUOTE_BACK = 4
_SEVERAL = frozenset("few several many most some both all others those".split())
# What does so need not be somebody.
_SIGNS = frozenset("suggest show indicate prove mean demonstrate illustrate imply signal reveal confirm".split())
# Words that mean more than one, at the end and at the beginning of a noun phrase.
_MANY = frozenset(
    """i we they you people police who that others some many most data media few men women percent""".split()
)
_MANY_OF = frozenset(
    """those these many some several few most all both other two three four five six seven eight nine ten number
    majority handful""".split()
)


def by_verb(clause: Clause, at: int) -> Report | None:
    """What the verb at word `at` reports; None where it is no verb there, or reports nothing."""
    reporter, form = VERBS[clause.line.low[at]]
    return _by(clause, at, reporter, form)


def by_unlisted(clause: Clause, at: int) -> Report | None:
    """As `by_verb`, for a verb that no list has, where it stands as one that reports."""
    line = clause.line
    if line.low[at] in SEEMING:
        return None
    start = clause.beyond_adverbial(at + 1)
    if clause.word(start) == "that" and line.joined(start):
        reports = clause.has_verb(start + 1) and not begins_relative(clause, start + 1)
        return _by(clause, at, _UNLISTED_THAT, Form.PAST) if reports else None
    quote = start < clause.end and line.quoted[start] and not line.quoted[start - 1]
    if (quote and line.gap[start][:1] in (",", ":")) or _ends_quote(clause, at):
        return _by(clause, at, _UNLISTED, Form.PAST)
    return None


def by_paper(clause: Clause, at: int) -> Report | None:
    """ "The report counts 388 ships": what stands in a paper is said by it."""
    line, first = clause.line, clause.group(at).first
    source = clause.subject(first) if clause.joined(at + 1) else None
    if source is None or line.low[core(line, source)[-1]] not in PAPERS or line.low[at + 1] in PREPOSITIONS:
        return None
    said = clause.rest(at + 1, loose=True)
    return Report(Sign.VERB, Manner.SPEECH, clause.cue(first, at), at, source, said, Frame.OBJECT)


def _ends_quote(clause: Clause, at: int) -> bool:
    """Whether a quotation of some words, with a comma or the like, ends a word or two before the verb at `at`."""
    line = clause.line
    for n in range(at - 1, max(at - _QUOTE_BACK, clause.begin), -1):
        if line.closes_quote(n):
            return any(mark in line.gap[n] for mark in ",?!") and n > 2 and line.quoted[n - 3]
    return False


def _by(clause: Clause, at: int, reporter: Reporter, form: Form) -> Report | None:
    verb = verb_at(clause, at, reporter, form)
    if verb is None or _gives_name(clause, verb):
        return None
    if clause.line.low[at] in DOUBTFUL and any(earlier.source and at in earlier.source for earlier in clause.found):
        return None  # "as stated in the yearly report"
    if form is Form.PARTICIPLE and not (verb.helpers or verb.contracted or clause.word(verb.start) == "by"):
        return None  # "what has become known as"
    if is_passive(clause, verb):
        return by_passive(clause, verb)
    if (form is not Form.ING or verb.is_progressive) and (found := turned(clause, verb.at, verb.first, reporter, form)):
        return found
    particle = particle_of(clause, verb)
    fill = filled(clause, verb.start, reporter, further=particle is None)
    if fill is None and particle is not None:
        fill = after_particle(clause, particle, reporter)
    else:
        particle = None
    source = _source(clause, verb)
    if isinstance(source, bool):
        return None
    last = particle if particle is not None and fill is not None else at
    frame, said = fill or (None, ())
    manner = _manner(clause, verb, frame, last)
    if source is None:
        if frame in (Frame.THAT, Frame.QUOTED) and reporter.lemma == "say":
            return Report(Sign.VERB, manner, clause.cue(verb.first, last), at, None, said, frame, denied=verb.denied)
        return None
    if report := _late(clause, verb, source, frame, last) or _as_told(clause, verb, source, frame):
        return report
    if frame is None:
        if _after_what(clause, verb, source):
            frame, said = Frame.OBJECT, clause.rest(at + 1)
        elif _shows(clause, verb, source):
            frame, said = Frame.CLAUSE, clause.rest(verb.start)
        else:
            return None
    if not _agrees(clause, verb, source, frame, particle=last > at or clause.word(source.start - 1) == "what"):
        return None
    if source.start > at:  # "Claiming that it is late, Rossi left"
        said = tuple(range(part.start, min(part.stop, source.start)) for part in said)
    return Report(Sign.VERB, manner, clause.cue(verb.first, last), at, source, said, frame, denied=verb.denied)


def _gives_name(clause: Clause, verb: Verb) -> bool:
    """Whether a "called" only gives the name of the thing before it: "a boat called Marlow"."""
    line = clause.line
    if verb.reporter.lemma not in ("call", "entitle", "caption", "headline", "bill") or verb.form is not Form.EITHER:
        return False
    named = clause.joined(verb.start) and line.name[verb.start]
    if verb.helpers or not (named or line.opens_quote(verb.start)):
        return False
    thing = before(line, verb.first - 1, clause.begin) if verb.first > clause.begin else None
    return thing is not None and line.low[thing.start] in ("a", "an")


def _manner(clause: Clause, verb: Verb, frame: Frame | None, last: int) -> Manner:
    if last > verb.at:
        return verb.reporter.particles[clause.line.low[last]]
    return verb.reporter.frames.get(frame, Manner.SPEECH) if frame else Manner.SPEECH


# --- who --------------------------------------------------------------------------------------------------------------


def _source(clause: Clause, verb: Verb) -> range | bool | None:
    """Who says what the verb reports; False where the verb cannot be one that does."""
    line, first = clause.line, verb.first
    previous = clause.word(first - 1)
    if verb.contracted:
        return range(first - 1, first)
    if verb.form is Form.ING and not verb.is_progressive:
        return _of_participle(clause, verb) or False
    if previous == "to" and line.joined(first):
        return clause.shared_subject(first) or False
    if verb.form is Form.BASE and first == clause.begin:
        return False
    return clause.subject(first)


def _of_participle(clause: Clause, verb: Verb) -> range | None:
    """Who says what an "adding that" reports."""
    line, first = clause.line, verb.first
    if first == clause.begin:
        return clause.following_subject(verb.at)
    previous = line.low[first - 1]
    told = any(earlier.at < first and earlier.sign is Sign.VERB for earlier in clause.found)
    if previous == "worth" or (verb.reporter.lemma in _SIGNS and line.gap[first].endswith(",") and not told):
        return None  # "the port closed, suggesting that it is old"
    if not line.joined(first) or previous in PREPOSITIONS or previous in AND or previous in LINKS:
        return clause.shared_subject(first)
    owner = before(line, first - 1, clause.begin)
    if owner and owner.start > clause.begin and line.low[core(line, owner)[-1]] in PAPERS:
        return clause.shared_subject(first) or owner  # "Rossi sent a letter urging"
    return owner


def _agrees(clause: Clause, verb: Verb, source: range, frame: Frame, *, particle: bool = False) -> bool:
    """Whether the subject may go with the verb; "a news report" and "you call it a levy" are nobody speaking."""
    line = clause.line
    word, head = line.low[verb.at], core(line, source)[-1]
    alone = len(source) == 1
    if alone and line.low[head] in ("this", "that", "it") and verb.reporter.lemma == "mean":
        return False
    if alone and verb.form is Form.S and (pronoun(line.low[head]) in ("i", "we", "they") or line.low[head] in _SEVERAL):
        return False
    if line.low[source.start] == "there":
        return False
    if alone and (pronoun(line.low[head]) == "you" or (line.low[head] in ("this", "that") and frame in LOOSE)):
        return False
    loose = frame in LOOSE or frame is Frame.AS
    if loose and not MODALS.isdisjoint(verb.helpers) and verb.reporter.frames.get(frame) is not Manner.SPEECH:
        return False
    manner = verb.reporter.frames.get(frame)
    thought = frame is Frame.CLAUSE or manner is Manner.THOUGHT
    if clause.word(verb.at - 1) == "to" and thought and frame is not Frame.THAT:
        return False  # "a guide to see if it is true"
    if clause.word(verb.first - 1) == "to" and manner is Manner.JUDGEMENT and loose:
        return False  # "does not deserve to call itself a town"
    if line.headline:
        return True
    plain = verb.form is Form.BASE and AUXILIARIES.isdisjoint(verb.helpers) and "to" not in verb.helpers
    many = line.low[head] in _MANY or line.low[source.start] in _MANY_OF
    plural = _is_plural(line.low[head]) or _is_plural(line.low[source[-1]])  # "a review of the books show"
    if plain and not (many or plural or any(line.low[n] == "and" for n in source)):
        return False
    if word == "state" and frame is Frame.CLAUSE:
        return False  # "some state officials"
    if word not in DOUBTFUL or verb.helpers:
        return True
    if verb.form is Form.S and (_counts(line, source) or _is_bare(line, source)):
        return False  # "forty states", "insulting remarks"
    if particle:
        return True
    if not (alone and (pronoun(line.low[head]) or line.name[head])) and _is_noun_here(clause, verb):
        return False
    if frame is not Frame.OBJECT:
        return True
    if plain:
        return many or clause.word(verb.start) in DETERMINERS
    return (
        verb.form is not Form.S
        or bool(alone and pronoun(line.low[head]))
        or (line.name[head] and not line.gap[verb.first])
    )


def _counts(line: Line, source: range) -> bool:
    """Whether a phrase is no more than a number, so that a noun in -s follows."""
    last = source[-1]
    several = line.words[last].number and line.low[last] not in ("1", "one")
    return several and (len(source) == 1 or line.low[last - 1] in DETERMINERS)


def _is_bare(line: Line, source: range) -> bool:
    """Whether a phrase has no word to begin with that one thing or person has, so that a noun in -s follows."""
    first, head = source.start, core(line, source)[-1]
    begun = line.low[first] in DETERMINERS or line.low[first] in SAYERS or line.low[first].endswith("'s")
    return not (begun or any(line.name[n] for n in source) or pronoun(line.low[head]) or line.low[head] in PAPERS)


def _is_noun_here(clause: Clause, verb: Verb) -> bool:
    """Whether a verb of its own follows a form that may be a noun: "the yearly reports show"."""
    following = clause.word(verb.at + 1)
    known = VERBS.get(following)
    if not following or not clause.joined(verb.at + 1) or clause.line.words[verb.at + 1].capital:
        return False
    return following in AUXILIARIES or (known is not None and known[1] in (Form.S, Form.BASE))


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("'s")


# --- what is told elsewhere -------------------------------------------------------------------------------------------


def _late(clause: Clause, verb: Verb, source: range, frame: Frame | None, last: int) -> Report | None:
    """A report after what is said: "The port will close, Rossi said"."""
    line, reporter = clause.line, verb.reporter
    first = line.low[source.start]
    if frame in (Frame.THAT, Frame.QUESTION) or (verb.form is Form.BASE and "to" in verb.helpers):
        return None
    if first in ("who", "which", "that") or (first in VERBS and first.endswith("ing")):
        return None
    if clause.word(source.start - 1) in PREPOSITIONS and line.joined(source.start):
        return None
    said = said_before(clause, verb.at, verb.start, source, reporter)
    if said is None or not _agrees(clause, verb, source, Frame.AFTER):
        return None
    manner = reporter.frames.get(Frame.AFTER) or reporter.frames.get(Frame.QUOTED) or Manner.SPEECH
    cue = clause.cue(verb.first, last)
    return Report(Sign.VERB, manner, cue, verb.at, source, said, Frame.AFTER, late=True, denied=verb.denied)


def _as_told(clause: Clause, verb: Verb, source: range, frame: Frame | None) -> Report | None:
    """ "As Rossi pointed out, the port is old", and the same at the end."""
    line, link = clause.line, source.start - 1
    particle = clause.word(verb.start) in verb.reporter.particles and clause.joined(verb.start)
    if frame is not None or clause.word(link) != "as" or not (particle or Frame.THAT in verb.reporter.frames):
        return None
    last = verb.start if particle else verb.at
    ends = last + 1 if particle else verb.start
    late = link > clause.begin
    comma = link if late else clause.beyond_setting(ends)
    said = (range(clause.begin, link),) if late else clause.rest(comma)
    if not said or not line.gap[comma].startswith(","):
        return None
    cue = clause.cue(verb.first, last)
    return Report(Sign.VERB, Manner.SPEECH, cue, verb.at, source, said, Frame.AFTER, late=late, denied=verb.denied)


def _after_what(clause: Clause, verb: Verb, source: range) -> bool:
    """Whether a "what" before the subject is what is said: "what Rossi said is true"."""
    says = Frame.AFTER in verb.reporter.frames or verb.reporter.lemma in ("call", "describe")
    return says and clause.word(source.start - 1) == "what"


def _shows(clause: Clause, verb: Verb, source: range) -> bool:
    """Whether a paper is the source, so that anything may follow: "polls show a close race"."""
    line = clause.line
    paper = line.low[core(line, source)[-1]] in PAPERS and Frame.THAT in verb.reporter.frames
    return paper and clause.joined(verb.start) and line.low[verb.start] not in PREPOSITIONS
