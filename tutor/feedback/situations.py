"""Every situation that needs words: which file and key of a phrase bank it is, and what a wording may insert."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from tutor.dialogue.moves import Outcome, Rung
from tutor.lesson.kinds import Kind
from tutor.rubric.model import Aspect, Effort, Verdict


class Shape(Enum):
    """What the wordings of a bank are."""

    STATEMENT = "statement"
    QUESTION = "question"
    NAME = "name"  # a few words that stand beside a colon or a mark


@dataclass(frozen=True, slots=True)
class Situation:
    """One bank: `file` (without `.toml`) and dotted `key`, and the placeholders that its wordings may use.

    `given` are always there. `perhaps` are there or not; while the first of them is there, a wording that uses it
    comes before one that does not, so that the learner reads their own words again wherever that is possible.
    A wording has at most `sentences` sentences, so that a feedback of several wordings has at most three.
    """

    file: str
    key: str
    shape: Shape = Shape.STATEMENT
    given: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    sentences: int = 1

    @property
    def name(self) -> str:
        """File and key, as phrase names begin."""
        return f"{self.file}.{self.key}"

    @property
    def placeholders(self) -> tuple[str, ...]:
        """All that a wording may insert."""
        return (*self.given, *self.perhaps)


# What stands for a met criterion: the aspects that say so, and what each can repeat.
CONFIRMED: Mapping[Aspect, tuple[str, ...]] = MappingProxyType(
    {
        Aspect.CITED: ("address",),
        Aspect.QUOTED: ("quote", "address"),
        Aspect.PARAPHRASED: ("address", "quote"),
        Aspect.MENTIONED: ("quote",),
        Aspect.COUNTED: ("quote",),
        Aspect.BOUND: ("quote",),
        Aspect.DENIES: ("quote",),
        Aspect.ATTRIBUTED: ("holder", "quote"),
        Aspect.REASONED: ("quote",),
        Aspect.OWN: (),
        Aspect.LABELLED: ("word",),
        Aspect.LONG_ENOUGH: (),
    }
)

# What is shown by pointing into the article; its line under a reply names the address.
POINTING = (Aspect.CITED, Aspect.QUOTED, Aspect.PARAPHRASED)

# What is shown of a criterion that is met in part; other parts, such as an altered quotation, are not to be confirmed.
HALFWAY = (Aspect.SOME, Aspect.APART, Aspect.UNBOUND, Aspect.NAMED, Aspect.ONE_SIDED)

# What can be missing, by check; `any` is the fallback. Where a check has `some`, a part of what it wants is there.
LACKING: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "cites": {
            "some": ("quote", "address"),
            "wide": ("address",),  # a whole paragraph, or more places than pick anything out
            "altered": ("word", "address"),
            "elsewhere": ("address",),
            "invented": ("quote",),
            "no-place": ("address",),  # an address that the article does not have
            "wrong-speaker": ("holder",),
            "missing": (),
        },
        "mentions": {"some": ("quote",), "apart": (), "negated": ("quote",), "missing": ()},
        "counts": {"some": ("quote",), "negated": ("quote",), "missing": ()},
        "roles": {
            "unbound": ("quote",),
            "reversed": ("quote",),
            "other-agent": ("quote",),
            "negated": ("quote",),
            "missing": (),
        },
        "denies": {"missing": ()},
        "attributes": {
            "named": ("holder",),
            "wrong-holder": ("holder",),
            "wrong-speaker": ("holder",),  # words of another's
            "missing": (),
        },
        "reasons": {"some": ("quote",), "one-sided": ("quote",), "missing": ()},
        "own_words": {"copied": ("quote",), "missing": ()},
        "labels": {"some": (), "wrong-label": ("word",), "both-labels": (), "missing": ()},
        "length": {"short": ()},
        "any": {"some": ("quote",), "copied": ("quote",), "missing": ()},
    }
)

# What a built-in probe may name. The lead before it has said the rest already.
_ASKED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"cites.wide": ("address",), "cites.altered": ("address",), "attributes.named": ("holder",)}
)


def lacking(check: str, aspect: Aspect, verdict: Verdict = Verdict.UNMET) -> str:
    """The key, `check.what`, of the banks that speak of a criterion not yet met. Every combination has one."""
    table = LACKING.get(check, {})
    partly = verdict is Verdict.PARTLY
    if aspect is Aspect.ELSEWHERE and partly:
        return "cites.wide"
    if aspect is Aspect.SHORT:
        return "length.short"
    if aspect.value in table and not (aspect is Aspect.MISSING and partly):
        return f"{check}.{aspect}"
    if aspect is Aspect.COPIED:
        return "any.copied"
    what = "some" if partly or aspect in CONFIRMED else "missing"
    return f"{check if what in table else 'any'}.{what}"


def _all() -> Iterator[Situation]:
    for aspect, perhaps in CONFIRMED.items():
        yield Situation("confirm", aspect.value, perhaps=perhaps)
    yield Situation("confirm", "any", perhaps=("quote",))
    yield Situation("confirm", "halfway", perhaps=("quote", "address"))
    yield Situation("confirm", "join.two", given=("first", "second"))
    yield Situation("confirm", "join.more", given=("first", "second", "count"))
    for check, table in LACKING.items():
        for what, perhaps in table.items():
            always = perhaps if what == "no-place" else ()
            yield Situation("lead", f"{check}.{what}", given=always, perhaps=() if always else perhaps)
            yield Situation("probe", f"{check}.{what}", Shape.QUESTION, perhaps=_ASKED.get(f"{check}.{what}", ()))
    for aspect in CONFIRMED:
        perhaps = ("address",) if aspect in POINTING else ()
        yield Situation("line", f"shown.{aspect}", Shape.NAME, perhaps=perhaps)
    yield Situation("line", "shown.any", Shape.NAME)
    for check in LACKING:
        yield Situation("line", f"missing.{check}", Shape.NAME)
    yield Situation("line", "more", Shape.NAME, given=("count",))
    yield Situation("lead", "open")
    yield Situation("challenge", "lead", perhaps=("quote",))
    yield Situation("challenge", "wrong-holder.lead", perhaps=("holder",))
    yield Situation("challenge", "wrong-holder.ask", Shape.QUESTION)
    yield Situation("challenge", "wrong-speaker.lead", perhaps=("holder",))
    yield Situation("challenge", "wrong-speaker.ask", Shape.QUESTION)
    yield Situation("challenge", "ask", Shape.QUESTION)
    for effort in (Effort.HELP, Effort.DEMAND, Effort.ANSWER):
        yield Situation("hint", f"before.{effort}")
    yield Situation("hint", "before.step")
    for kind in Kind:
        for rung in Rung:
            shape = Shape.QUESTION if rung is Rung.STEP else Shape.STATEMENT
            yield Situation("hint", f"{kind}.{rung}", shape, given=("places",) if rung is Rung.WHERE else ())
    for effort in Effort:
        perhaps = ("places",) if effort is Effort.OWN_QUESTION else ()
        yield Situation("redirect", effort.value, perhaps=perhaps, sentences=2)
    yield Situation("define", "meaning", given=("meaning",), perhaps=("word",))
    yield Situation("define", "unknown", perhaps=("word",))
    yield Situation("define", "near", given=("near",))
    yield Situation("define", "places", given=("places",))
    for outcome in Outcome:
        for then in ("next", "last"):
            yield Situation("close", f"{outcome}.{then}", perhaps=("places",), sentences=2)
    yield Situation("close", "take-away", Shape.QUESTION)
    for tried in ("something", "nothing"):
        yield Situation("summarise", f"opening.{tried}")
        yield Situation("summarise", f"closing.{tried}", sentences=2)
    for outcome in Outcome:
        yield Situation("summarise", f"{outcome}.something")
        yield Situation("summarise", f"{outcome}.nothing")
    for kind in Kind:
        yield Situation("summarise", f"name.{kind}", Shape.NAME)


SITUATIONS: Mapping[str, Situation] = MappingProxyType({situation.name: situation for situation in _all()})
"""Every situation by its name, `file.key`."""

FILES: tuple[str, ...] = tuple(dict.fromkeys(situation.file for situation in SITUATIONS.values()))
"""The files of a language's folder, without `.toml`."""
