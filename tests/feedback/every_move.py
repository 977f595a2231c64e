"""Moves of every sort, with texts that are meant to break things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle

from tutor.article import Reference, parse_reference
from tutor.dialogue.moves import (
    Ask,
    Challenge,
    Close,
    Define,
    Hint,
    Move,
    Open,
    Outcome,
    Probe,
    Redirect,
    Rung,
    Shown,
    Summarise,
)
from tutor.feedback.situations import LACKING
from tutor.lesson.kinds import Kind
from tutor.rubric.model import Aspect, Effort, Finding, Judgement, Verdict

ARTICLE = (
    "Forty cranes turn over the quay, the harbor office reports. Lindgate said the levy would cost 40 jobs. "
    "“We will be gone by spring,” she told us. It is a disgrace."
)

NASTY = (
    "four cranes stood idle",
    "is it true? are you sure? really?",
    'she said "we are gone" and left',
    "“we are gone” she said",
    "{quote} {address} {0} {{x}} %s %(word)s $x",
    "[bold red]hi[/bold red] <b>x</b> **y** `z` [/]",
    "\x1b[31mred\x07\x00 and\tmore\r\nlines\u2028here",
    "🙂 four 👩\u200d👩\u200d👧 cranes 🏴\U000e0067\U000e007f ok",
    "\u202eevil\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627\u061f \u200fworld",
    "word " * 400,
    "x" * 2000,
    "e\u0301\u0302\u0303" * 500,
    "我不知道这是什么意思" * 30,
    "???",
    "🙂",
    "",
    "   ",
    "That's it... isn't it?! (yes.) Mr. Lindgate vs. the U.S. No. 4",
    "'single' and ‘curly’ and «guillemets» and „low“",
    '"',
    "you wrote “ once",
    "[p4s2] says so p9s9",
    "p99",
)

TEACHERS_PROBE = "Which sentence in paragraph 4 would you show a friend who doubts it?"
OPEN = Open("evidence", Kind.EVIDENCE, "Look at paragraph 4. What evidence is there for {that}?")
NEXT = Open("view", Kind.VIEWPOINT, "Whose view is it that the “levy” [sic] is unfair?")


def references(*texts: str) -> tuple[Reference, ...]:
    return tuple(reference for text in texts if (reference := parse_reference(text)))


def finding(
    check: str,
    aspect: Aspect,
    verdict: Verdict = Verdict.UNMET,
    quote: str = "",
    at: Sequence[str] = (),
    words: Sequence[str] = (),
) -> Finding:
    judgement = Judgement(verdict, aspect, "reason", references=references(*at), words=tuple(words))
    return Finding("criterion", check, judgement, 0, quote)


def findings(verdicts: Sequence[Verdict] = tuple(Verdict)) -> Iterator[Finding]:
    """Every check, aspect and verdict, with nasty texts in turn, and with and without addresses and words."""
    nasty = cycle(NASTY)
    for check in (*LACKING, "unheard-of"):
        for aspect in Aspect:
            for verdict in verdicts:
                text = next(nasty)
                yield finding(check, aspect, verdict)
                yield finding(check, aspect, verdict, "", ("p4s2",))
                yield finding(check, aspect, verdict, "four cranes")
                yield finding(check, aspect, verdict, text, ("p4s2",), (text[:30],))
                yield finding(check, aspect, verdict, "four cranes stood idle", ("p4s2", "p5", "p6s1-p7"), ("cranes",))


def every_move() -> Iterator[Move]:
    met = [f for f in findings([Verdict.MET, Verdict.PARTLY]) if f.check != "unheard-of"]
    three = tuple(finding("cites", one, Verdict.MET, f"they wrote {one}") for one in (Aspect.OWN, *list(Aspect)[:2]))
    several = [(met[i], met[-i], met[i // 2]) for i in range(3, 60, 8)]
    some = cycle([(), (met[1],), *several, tuple(met[:2]), three, ()])
    yield Ask(open=OPEN, number=1, total=3)
    nowhere = [finding("cites", Aspect.INVENTED, quote=quote) for quote in ("[p99]", "p99s2", "(p7-p9)")]
    for number, one in enumerate([*nowhere, *findings([Verdict.UNMET, Verdict.PARTLY])]):
        probes = ((), (TEACHERS_PROBE,), ())[number % 3]
        for confirm in ((), next(some)):
            opened = replace(OPEN, openly=number % 5 == 0)
            yield Probe(open=opened, confirm=confirm, finding=one, times=1 + number % 2, probes=probes)
    for number, one in enumerate(findings([Verdict.MET, Verdict.UNMET])):
        challenge = (None, "What does {the author} rely on?", None)[number % 3]
        for confirm in ((), next(some)):
            yield Challenge(open=OPEN, confirm=confirm, finding=one, challenge=challenge)
    for one in met:
        yield Probe(open=OPEN, confirm=(one, met[5]), finding=finding("cites", Aspect.MISSING), times=1, probes=())
        yield Close(open=OPEN, outcome=Outcome.MET, confirm=(one,), reread=(), next=NEXT)
    places = [(), references("p4s2"), references("p1s1", "p1s2", "p2s3", "p3", "p4s5-p5s1")]
    for kind in Kind:
        opened = Open("q", kind, OPEN.asking)
        for effort in Effort:
            for times in (1, 2, 5):
                for focus in ((), places[-1]):
                    yield Redirect(open=opened, effort=effort, times=times, focus=focus)
            for rung in Rung:
                for say in (None, "Read it again, slowly", "Numbers [and names] help.", "What did “they” count?"):
                    for focus in places:
                        yield Hint(open=opened, confirm=next(some), rung=rung, say=say, focus=focus, effort=effort)
    for word in NASTY:
        for meaning, near in ((None, ()), (None, ("levy", "quay")), ("a charge that all {pay}", ()), ("To pay.", ())):
            for focus in places:
                yield Define(open=OPEN, word=word, meaning=meaning, near=near, focus=focus)
    for outcome in Outcome:
        for follows in (NEXT, None):
            for reread in places:
                for _ in range(12):
                    yield Close(open=OPEN, outcome=outcome, confirm=next(some), reread=reread, next=follows)
        yield Summarise(shown=tuple(Shown("q", kind, outcome, next(some)) for kind in Kind))
    yield Summarise(shown=())


def reply_of(move: Move) -> str:
    """All that the learner wrote for the findings of a move."""
    match move:
        case Probe() | Challenge():
            there: Sequence[Finding] = (*move.confirm, move.finding)
        case Hint() | Close():
            there = move.confirm
        case Summarise():
            there = [one for shown in move.shown for one in shown.met]
        case _:
            there = ()
    return " \n ".join(one.quote for one in there)
