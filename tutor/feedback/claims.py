"""What a feedback says that the learner has shown: all of it must be so, and what is so must be said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from re import Pattern

from tutor.article import citations
from tutor.feedback.quoting import clean
from tutor.rubric.model import FORM_CHECKS, Finding, Verdict
from tutor.rubric.wordlists import FUNCTION
from tutor.rubric.words import lemma, tokenise

# Phrases that claim, by the check they claim it for: what the built-in wordings say of a met one, in other words too.
_YOU = r"\byou(?:'ve| have)? (?:\w+ )?"


def _forms(verbs: str) -> str:
    """Verbs in the forms that may follow "you" or "you have"."""
    return "(?:" + "|".join(f"{verb}|{verb}d|{verb}ed" for verb in verbs.split()) + ")"


_SAY = "(?:say|said|tell|told|show|showed|shown|make clear|made clear|see|saw|know|knew)"
_GIVE = "(?:give|gave|given|bring|brought|find|found|choose|chose|chosen|show|showed|shown|" + _forms(
    "pick name offer use provide include add"
).removeprefix("(?:")

# What claims that a check is met: phrases such as the built-in wordings have for it, and others that mean the same.
_CLAIMS: Mapping[str, Pattern[str]] = {
    "cites": re.compile(
        rf"{_YOU}(?:{_forms('quote cite point refer')}|(?:take|took|lead|led|send|sent) us)\b"
        rf"|{_YOU}{_GIVE} (?:\w+ ){{0,3}}?(?:sentence|paragraph|place|line|quotation|quote|evidence|passage"
        r"|words from the (?:text|article))\b|\byour (?:evidence|quotation|quote|citation)\b"
    ),
    "attributes": re.compile(
        rf"{_YOU}(?:{_SAY}|{_forms('name identify mark state notice recognise recognize')}|identified) "
        r"(?:\w+ ){0,2}?(?:who|whose|the (?:speaker|source|person|holder))\b"
    ),
    "reasons": re.compile(
        rf"{_YOU}(?:{_forms('explain reason link connect')}|justify|justified)\b"
        rf"|{_YOU}{_GIVE} (?:\w+ ){{0,2}}?(?:reasons?|explanation|link|connection)\b"
        rf"|{_YOU}{_SAY} (?:why|how)\b|\byour (?:reason|explanation)\b"
    ),
    "own_words": re.compile(r"\b(?:in|use|used|with|are) (?:\w+ )?(?:your own (?:words|way)|words of your own)\b"),
    "labels": re.compile(rf"{_YOU}(?:{_forms('label sort')}|labelled|classify|classified|(?:call|called) it)\b"),
}
_SAYS_WHAT = re.compile(rf"{_YOU}{_SAY} (?:why|how|who|whose)\b")
_ANY = re.compile(rf"{_YOU}(?:{_forms('cover answer')}|{_SAY}) (?:everything|all|it all|every (?:point|part)|both)\b")
_DENIES = re.compile(
    r"\b(?:not|no|never|without|yet to|missing|nothing|could|can|try|might|would|if|when|where|which|what|how|let's)\b"
    r"|n't\b"
)
_TELLS = re.compile(
    rf"{_YOU}(?:{_SAY}|{_forms('mention name claim argue state believe suggest notice explain link connect describe')}"
    r"|write|wrote|written|think|thought|point out|pointed out|note|noted|bring up|brought up|speak of|talk about)\b"
    r"(?P<what>[^.;]*)"
)
# Words with which the tutor speaks about any text.
_ABOUT_TEXTS = frozenset(
    """article text sentence paragraph author writer word line place part point question reply answer thing something
    someone somebody view claim reason evidence example idea detail fact number piece passage story side reader clearly
    well also already one two three bit different important main clear right way use give make say show tell look find
    see come go take put link connect support mean think write name mention explain speak talk bring quote source
    thought happen people person""".split()
)
_MOST_NEW = 2


def unmet_claims(text: str, findings: Sequence[Finding], confirm: Sequence[Finding]) -> Iterator[str]:
    """What `text` says the learner did although nothing of that check was met. `text` is the tutor's own words."""
    sound = {finding.check for finding in (*findings, *confirm) if finding.verdict.rank}
    lacking = {finding.check for finding in findings if finding.verdict is Verdict.UNMET} - sound
    plain = text.lower().replace("’", "'")
    for sentence in re.split(r"(?<=[.!?…])\s", plain):
        for clause in re.split(r"[,;:]| but ", sentence):
            if _DENIES.search(clause) and not _SAYS_WHAT.search(clause):
                continue
            for check in sorted(lacking & _CLAIMS.keys()):
                if found := _CLAIMS[check].search(clause):
                    yield found[0]
            if (found := _ANY.search(clause)) and any(f.verdict is not Verdict.MET for f in findings):
                yield found[0]


def is_confirmed(text: str, quotations: Sequence[str], confirm: Sequence[Finding]) -> bool:
    """Whether `text` names something that was met: in quotation marks, by address, or in the learner's words.

    What is only of form ("in your own words") may go unnamed beside it; alone, two words about words will do.
    """
    met = [finding for finding in confirm if finding.verdict is Verdict.MET and finding.check not in FORM_CHECKS]
    if not met:
        return True
    said = _content(text)
    places = {str(reference) for _, reference in citations(text)}
    for finding in met:
        wrote = _content(finding.quote)
        quoted = (_content(quotation) for quotation in quotations)
        if any(words and 2 * len(words & wrote) >= len(words) for words in quoted):
            return True
        if places & {str(reference) for reference in finding.judgement.references}:
            return True
        if not wrote or len(wrote & said) >= min(2, len(wrote)):
            return True
    return False


def put_in_mouth(text: str, known: Sequence[str]) -> Iterator[str]:
    """What `text` says the learner said although more than two words of it stand in no `known` text."""
    here = frozenset(word for source in known for word in _content(source)) | _ABOUT_TEXTS
    for found in _TELLS.finditer(text.lower().replace("’", "'")):
        new = _content(found["what"]) - here
        if len(new) > _MOST_NEW:
            yield found[0]


def _content(text: str) -> frozenset[str]:
    """The content words of a text, by dictionary form."""
    return frozenset(lemma(word.text) for word in tokenise(clean(text)) if word.text not in FUNCTION)
