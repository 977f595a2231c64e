"""What a finding lets the tutor repeat: the learner's quotation, the address, a word of theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tutor.article import Reference, parse_reference
from tutor.feedback.choice import Choice
from tutor.feedback.quoting import clean, places, quoted
from tutor.feedback.situations import CONFIRMED, HALFWAY, lacking
from tutor.rubric.model import Aspect, Finding, Verdict

# What says most comes first: of many points met only two are named.
_TELLING = (
    Aspect.QUOTED,
    Aspect.CITED,
    Aspect.PARAPHRASED,
    Aspect.ATTRIBUTED,
    Aspect.LABELLED,
    Aspect.REASONED,
    Aspect.BOUND,
    Aspect.COUNTED,
    Aspect.MENTIONED,
    Aspect.OWN,
    Aspect.LONG_ENOUGH,
)

Values = dict[str, str | None]


def values(finding: Finding, words: int) -> Values:
    """What there is to insert, quotations cut to `words` words (0 for none); None where there is nothing.

    An address is no quotation: who gives one is told the place, without quotation marks.
    """
    quote = quoted(finding.quote, words) if words and not _address(finding) else None
    word = quoted(_own_word(finding), max(3, words))
    place = _no_place(finding)
    address = str(place) if place else places(finding.judgement.references, 2)
    return {"quote": quote, "address": address, "holder": word, "word": word}


def confirmation(choice: Choice, findings: Sequence[Finding], words: int, most: int = 2) -> list[str]:
    """What the learner has shown, as sentences: the `most` most telling findings, the rest counted. May be empty.

    What is met in part comes last, and only where the part is no slip of the learner's.
    """
    sound = (f for f in findings if f.verdict is Verdict.MET or f.judgement.aspect in HALFWAY)
    ordered = sorted(sound, key=telling)
    sentences: list[str] = []
    said: list[str] = []
    for finding in ordered[:most]:
        there = values(finding, words)
        _drop_said(there, said)
        sentences.append(choice.pick(f"confirm.{_shown(finding)}", there))
        said += [value.strip("“”… ") for name, value in there.items() if value and name != "address"]
    if len(sentences) < 2:
        return sentences
    more = len(ordered) - most
    parts: Values = {"first": sentences[0].rstrip("."), "second": _within(sentences[1])}
    if more:
        return [choice.pick("confirm.join.more", parts | {"count": str(more)})]
    return [choice.pick("confirm.join.two", parts)]


def lead(choice: Choice, finding: Finding, words: int, said: Sequence[str] = ()) -> str:
    """What is there of a criterion and what is not: the sentence before a probe. Quotes nothing `said` already has."""
    return choice.pick(f"lead.{_key(finding)}", fresh(finding, words, said))


def fresh(finding: Finding, words: int, said: Sequence[str]) -> Values:
    """As `values`, without the learner's words that the sentences `said` have already."""
    there = values(finding, words)
    _drop_said(there, [re.sub(r"[“”…]", " ", sentence) for sentence in said])
    return there


def probe(choice: Choice, finding: Finding, words: int) -> str:
    """The built-in question for a criterion not yet met."""
    return choice.pick(f"probe.{_key(finding)}", values(finding, words))


def telling(finding: Finding) -> tuple[int, int]:
    """The order in which findings are named: what is met first, and what says most before what says less."""
    aspect = finding.judgement.aspect
    return -finding.verdict.rank, _TELLING.index(aspect) if aspect in _TELLING else len(_TELLING)


def _key(finding: Finding) -> str:
    return "cites.no-place" if _no_place(finding) else lacking(finding.check, finding.judgement.aspect, finding.verdict)


def _shown(finding: Finding) -> str:
    if finding.verdict is not Verdict.MET:
        return "halfway"
    aspect = finding.judgement.aspect
    return aspect.value if aspect in CONFIRMED else "any"


def _no_place(finding: Finding) -> Reference | None:
    """The address the learner gave where the article has none such."""
    return _address(finding) if finding.judgement.aspect is Aspect.INVENTED else None


def _address(finding: Finding) -> Reference | None:
    """What the learner's words point at, where they are an address and nothing else."""
    return parse_reference(finding.quote.strip(" []()"))


def _own_word(finding: Finding) -> str:
    """The word a judgement is about, if the learner wrote it: a check may name its own word for it, or one left out."""
    word = clean(finding.judgement.words[0]) if finding.judgement.words else ""
    wrote = clean(finding.quote)
    return word if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", wrote, re.IGNORECASE) else ""


def _drop_said(there: Values, said: Sequence[str]) -> None:
    """Take out what would say the same words twice: half of them in one quotation before is enough."""
    before = [set(clean(text).casefold().split()) for text in said]
    for name, value in there.items():
        if value and name != "address":
            words = set(value.strip("“”… ").casefold().split())
            if any(2 * len(words & other) >= len(words) for other in before):
                there[name] = None


def _within(sentence: str) -> str:
    """A sentence as a clause after a comma: without its full stop, its first word small unless it is "I"."""
    first, _, rest = sentence.rstrip(".").partition(" ")
    return f"{first.lower() if first.isalpha() and first.isascii() and first != 'I' else first} {rest}"
