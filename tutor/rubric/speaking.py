"""Who is said to speak in a reply: holders of views, the words that report, and whether they go together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tutor.rubric.reading import Hit, Reading
from tutor.rubric.wordlists import FUNCTION, NEGATORS, REPORTING_NOUNS, REPORTING_VERBS, STANCE_VERBS
from tutor.rubric.words import Word, lemma

# How far from the holder's name the reporting word may stand, in words. Own figures: an apposition ("a former diplomat
# who left the service") fits in; the next clause seldom does.
AFTER_HOLDER = 9
BEFORE_HOLDER = 6
# What makes somebody named the one who says it, and what is sure enough to tell a learner that it is the wrong one.
ACCUSES = REPORTING_VERBS | REPORTING_NOUNS | {"according"}
SAYS = ACCUSES | STANCE_VERBS


def reporting(reading: Reading, wanted: frozenset[str]) -> frozenset[int]:
    """The numbers of the words that report: verbs and nouns of saying, and "according to"."""
    return frozenset(number for number, forms in enumerate(reading.forms) if forms & wanted)


def names(hits: Iterable[Hit]) -> list[Hit]:
    """Names in order, those side by side made one ("Councillor" and "Idris Rossi")."""
    joined: list[Hit] = []
    for hit in hits:
        if joined and hit.first == joined[-1].last + 1:
            joined[-1] = joined[-1]._replace(last=hit.last)
        else:
            joined.append(hit)
    return joined


def standing(reading: Reading, hits: Iterable[Hit]) -> list[Hit]:
    """The holders that the reply does not rule out: "not Rossi", "Rossi does not say that"."""
    return [hit for hit in hits if not hit.denied and not _disowns(reading, hit)]


def _disowns(reading: Reading, holder: Hit) -> bool:
    """Whether the clause says of the holder that they do not say it, and nothing else.

    "Rossi does not think that it is safe" gives Rossi a view; "Rossi does not say that" and "Rossi is not the one who
    says it" give none.
    """
    after = [word.text for word in reading.words[holder.last + 1 : holder.last + 4]]
    if after in (["is", "not", "the"], ["was", "not", "the"]):
        return True
    rest = {lemma(word.text) for word in _after(reading, holder)}
    return bool(rest & NEGATORS) and rest <= _DENIAL


_SAYING = frozenset("say claim state tell write mention".split())
_DENIAL = _SAYING | NEGATORS | frozenset("do it that this so even really actually ever".split())


def _after(reading: Reading, holder: Hit) -> tuple[Word, ...]:
    """The rest of the clause after the holder's name, or its beginning where it is long."""
    return reading.words[holder.last + 1 : min(reading.clause(holder.last).stop, holder.last + 1 + AFTER_HOLDER)]


def speaks(reading: Reading, holder: Hit, reporting: frozenset[int], rivals: frozenset[int]) -> bool:
    """Whether a reporting word goes with this holder.

    After the name within the reach ("Rossi, who runs the port, says"), or before it with a link ("according to Rossi",
    "said by Rossi", "the view of Rossi", "it comes from Rossi"), in one sentence and with no rival's name between. At
    the end of a clause a possessive ("It is Rossi's.") or a bare "does" will do.
    """
    rest = _after(reading, holder)
    if [lemma(word.text) for word in rest] == ["do"] or (not rest and _possessive(reading, holder)):
        return True
    if _answers_who(reading, holder):
        return True
    sentence = reading.sentence(holder.first)
    for number in range(holder.last + 1, min(sentence.stop, holder.last + 1 + AFTER_HOLDER)):
        if number in rivals:
            break
        if number in reporting:
            return not is_passive(reading, number)
    for number in range(holder.first - 1, max(sentence.start - 1, holder.first - 1 - BEFORE_HOLDER), -1):
        if number in rivals:
            break
        if reading.words[number].text in ("from", "by") or (number in reporting and _leads_to(reading, number, rivals)):
            return True
    return False


def _leads_to(reading: Reading, number: int, rivals: frozenset[int]) -> bool:
    """Whether a reporting word before a name makes it the speaker's: "said Rossi", but not "the author warns Rossi"."""
    if reading.words[number + 1].text == "of" or reading.forms[number] & _QUOTING:
        return True
    before = range(reading.clause(number).start, number)
    return all(reading.words[n].text in FUNCTION and n not in rivals for n in before)


def _answers_who(reading: Reading, holder: Hit) -> bool:
    """Whether, asked who, the reply names the holder and nothing else in a clause.

    It must say "it is Rossi", or open with the name and go on ("Rossi, and she …"): a bare name is half an answer.
    """
    clause = reading.clause(holder.first)
    if len(clause) > AFTER_HOLDER or not _WHO.search(reading.ask):
        return False
    beside = [number for number in clause if number not in holder]
    if any(reading.words[n].text not in FUNCTION for n in beside):
        return False
    opens = clause.start == 0 and clause.stop < len(reading.words)
    return opens or any(reading.words[n].text in ("is", "was") for n in beside)


_WHO = re.compile(r"\bwho(se|m)?\b", re.IGNORECASE)
# Words whose object is the one who speaks: "the author quotes Rossi".
_QUOTING = frozenset(["quote", "cite", "according"])


def _possessive(reading: Reading, holder: Hit) -> bool:
    written = reading.words[holder.last].span.of(reading.text).replace("\u2019", "'")
    return written.endswith(("'s", "s'"))


def is_passive(reading: Reading, verb: int) -> bool:
    """Whether "X is said by Y": then X is not the one who says it."""
    follows = [word.text for word in reading.words[verb + 1 : verb + 2]]
    before = [lemma(word.text) for word in reading.words[max(0, verb - 2) : verb]]
    return follows == ["by"] and "be" in before
