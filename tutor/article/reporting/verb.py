"""A verb that may report, with its helpers, its subject's contraction and the word that follows it."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.article.closed import AUXILIARIES, BE, DETERMINERS, HAVE, POSSESSIVES, PREPOSITIONS
from tutor.article.reporting.clauses import Clause
from tutor.article.reporting.frames import LISTENERS
from tutor.article.reporting.lexicon import Form, Reporter
from tutor.article.reporting.words import pronoun

_ARTICLES = frozenset("the a an no any every each another these those".split())
_PRONOUN_LIKE = frozenset("that this some many most all both other few".split())


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that may report: the word `at`, its group from `first` on, and `start`, the first word of what follows.

    `helpers` are the words of the group before it; `contracted` says that its subject is in one word with a helper
    ("he's said").
    """

    at: int
    first: int
    start: int
    form: Form
    reporter: Reporter
    helpers: tuple[str, ...]
    contracted: bool
    denied: bool

    @property
    def is_progressive(self) -> bool:
        """Whether a form of "be" makes it "is saying"."""
        return not BE.isdisjoint(self.helpers)


def verb_at(clause: Clause, at: int, reporter: Reporter, form: Form) -> Verb | None:
    """The verb at word `at`; None where what stands before it makes it a noun or an adjective."""
    line = clause.line
    if line.gap[at] == "-" or (at + 1 < len(line) and line.gap[at + 1] == "-"):
        return None
    group = clause.group(at)
    if not _is_verb_here(clause, at, group.first, form):
        return None
    helpers = tuple(line.low[group.first : at])
    last = next((word for word in reversed(helpers) if word in AUXILIARIES), "")
    if form in (Form.BASE, Form.S) and (last in BE or last in HAVE) and "to" not in helpers:
        return None  # "there is hope for"
    previous = clause.word(group.first - 1) if line.gap[group.first] == "" else ""
    contracted = "'" in previous and bool(pronoun(previous))
    start = clause.beyond_adverbial(at + 1)
    return Verb(at, group.first, start, form, reporter, helpers, contracted, group.denied)


def _is_verb_here(clause: Clause, at: int, first: int, form: Form) -> bool:
    """Whether a form that may be a noun or an adjective is a verb, by what stands before it."""
    line = clause.line
    if first <= clause.begin or line.gap[first]:
        return not (form is Form.BASE and first == at == clause.begin)
    word = line.low[first - 1]
    if line.words[first - 1].capital and not line.opens(first - 1) and not line.headline:
        return not word.endswith("'s")
    if word.endswith(("'s", "s'")):
        return bool(pronoun(word))
    if word == "each" and form is Form.ING:
        return True
    if word in POSSESSIVES or word in _ARTICLES:
        return False
    if word == "this" and form is Form.BASE:
        return first < at
    demonstrative = word in DETERMINERS and clause.word(first - 2) in PREPOSITIONS and line.joined(first - 1)
    if demonstrative or (word in DETERMINERS and word not in _PRONOUN_LIKE):
        return first < at and form is not Form.ING
    if word == "to":
        return form is Form.BASE
    if word in PREPOSITIONS:
        return word in ("by", "in", "of", "from") if form is Form.ING else first < at
    return True


def particle_of(clause: Clause, verb: Verb) -> int | None:
    """The word that makes the verb report, as "for" of "called for", and of "asked him about"."""
    at = verb.start
    if not clause.joined(at):
        return None
    if clause.line.low[at] in LISTENERS and clause.word(at + 1) in verb.reporter.particles:
        return at + 1
    return at if clause.line.low[at] in verb.reporter.particles else None
