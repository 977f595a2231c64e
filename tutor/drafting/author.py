"""What the author holds: opinions and claims in their own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.article import Address
from tutor.article.analysis import Analysis
from tutor.article.closed import AND
from tutor.article.opinion import Opinion
from tutor.drafting.own import calls, everywhere, judging, own, stands_alone, telling
from tutor.drafting.phrases import EVIDENCE_TALK, OPINION_SIGNS, PARTS, unsaid
from tutor.drafting.proposal import Proposal, Table, criterion, excerpt, hints, in_words, sample
from tutor.lesson.kinds import Kind

# From this score on an opinion is clear enough to be called one without a doubt, when a word of it judges, too; and
# from this one on it is worth asking how much of it is opinion. Own figures, on the articles of tests.
CLEAR = 0.9
_PERHAPS = 0.6
# A sentence of so many words has room for something of both.
_MUCH = 12
# What claims claim: that something always is, will be, or comes of something else.
_CLAIMS = re.compile(
    r"\b(?:always|never|every|all|only|will|won’t|won't|cannot|can’t|can't|because|cause[sd]?|leads?|led|blame|means?|"
    r"must|threat\w*|danger\w*|best|worst|most|more|than|nobody|everybody|everyone|no one|nothing|already|fail\w*)\b",
    re.IGNORECASE,
)
# Who says "I" in it tells of themselves, which nobody else can bear out.
_MYSELF = re.compile(r"\b(?:I|me|my)\b")


def fact_or_opinion(analysis: Analysis) -> Iterator[Proposal]:
    """Clear opinions of the author's become a question of what they are; less clear ones an open question."""
    judged = judging(analysis)
    for reading in own(analysis):
        score, address = reading.opinion_score, reading.sentence.address
        if reading.opinion is Opinion.FACT_LIKE or score < _PERHAPS or calls(analysis, reading.sentence):
            continue
        clear = reading.opinion is Opinion.OPINION and score >= CLEAR and address in judged
        name = f"parts-of-{address}"
        parts = [*PARTS, *telling(analysis, reading.sentence)]
        concepts = {"opinion-signs": OPINION_SIGNS} if clear else {name: parts}
        question = {
            "kind": str(Kind.FACT_OR_OPINION),
            "about": [str(address)],
            **(_fact_or_opinion(address) if clear else _how_much(address, name)),
            "hints": hints(
                "Ask of the sentence what you would ask of anything: how could somebody find out whether it is so?",
                ("Read it once more, word by word.", [str(address)]),
                "Try to finish this: “I call it …, because …”",
            ),
        }
        sure = "clearly an opinion" if clear else "perhaps partly an opinion: please look"
        why = f"the author's own voice, {sure} (score {score:.2f})"
        words = len(analysis.article.words_of(reading.sentence).split())
        weight = clear + score + 0.5 * (address in judged) + 0.4 * stands_alone(analysis, reading.sentence)
        weight += 0.4 * (clear or words >= _MUCH)
        yield Proposal(Kind.FACT_OR_OPINION, reading.sentence, why, weight, question, concepts, open=not clear)


def _fact_or_opinion(address: Address) -> Table:
    return {
        "ask": f"Is {in_words(address)} a fact or an opinion, and how can you tell?",
        "criteria": [
            criterion("label", "what you call it", "labels", "Which of the two would you call it?", label="opinion"),
            criterion(
                "how-you-know",
                "how one can tell",
                "mentions",
                ("What would somebody have to do to check it?", "Would everybody who was there put it like that?"),
                any_of=["opinion-signs"],
            ),
        ],
        "misconceptions": [
            {"id": "calls-it-fact", "check": "labels", "label": "fact", "challenge": "How could a reader check it?"}
        ],
        "samples": [
            sample("It is an opinion, because nobody can check it and other people may see it differently.", "met"),
            sample("It is an opinion.", {"label": "met", "how-you-know": "unmet"}),
            sample("It is a fact, it stands there.", "unmet", "calls-it-fact"),
        ],
    }


def _how_much(address: Address, name: str) -> Table:
    return {
        "ask": f"How much of {in_words(address)} could somebody check, and how much is what the writer makes of it?",
        "criteria": [
            criterion(
                "parts",
                "what of it is which",
                "mentions",
                (
                    "Which words of it tell what there is?",
                    "And which words could be left out, and it would be as true?",
                ),
                any_of=[name],
                denied=True,
            ),
            criterion("enough", "how to tell them apart", "length", "How can you tell one from the other?", words=8),
        ],
        "samples": [
            sample("The first part is a fact, and the last words are only what the writer feels.", "met"),
            sample("The first part.", {"parts": "met", "enough": "unmet"}),
            sample("It is about things.", "unmet"),
        ],
    }


def evidence(analysis: Analysis) -> Iterator[Proposal]:
    """What the author claims becomes a question of what speaks for it. Open: that nothing does is an answer too."""
    for reading in own(analysis):
        text = analysis.article.words_of(reading.sentence)
        claim = excerpt(analysis.article, reading.sentence.span)
        claims = len(set(map(str.casefold, _CLAIMS.findall(text))))
        if not claim or not claims or claim.endswith("…") or _MYSELF.search(text):
            continue
        if reading.opinion is Opinion.FACT_LIKE or calls(analysis, reading.sentence):
            continue
        if text.split()[0].casefold() in AND:
            continue  # the rest of a thought
        address = reading.sentence.address
        question = {
            "kind": str(Kind.EVIDENCE),
            "ask": f"“{claim}”, the writer says in {in_words(address)}. "
            "How far does the rest of the article bear that out?",
            "about": [str(address)],
            "criteria": [
                criterion(
                    "place",
                    "a place in the article",
                    "cites",
                    ("Which sentence would you show to somebody who doubts it?", "Where did you look for it?"),
                    sources=everywhere(analysis),
                ),
                criterion(
                    "bearing",
                    "what that is worth",
                    "mentions",
                    ("What does that sentence do for the claim?", "How far does that get you, if you doubt it?"),
                    any_of=["evidence-talk"],
                    denied=True,
                ),
                criterion(
                    "enough",
                    "some more of your own",
                    "length",
                    "How would you say that to somebody who believes the opposite?",
                    words=8,
                ),
            ],
            "hints": hints(
                "Look for something that could be checked: a number, a name, a thing that somebody saw.",
                ("Read what stands around it.", _near(analysis, address.paragraph)),
                "Try to finish this: “For that claim the article only gives …, which shows that …”",
            ),
            "samples": [
                sample(f"I only find [{address}] itself, and nothing else in the article that would prove it.", "met"),
                sample(f"It stands in [{address}].", {"place": "met", "bearing": "unmet"}),
                sample("I like that it is written so.", "unmet"),
            ],
        }
        why = f"a claim in the author's own voice (opinion score {reading.opinion_score:.2f})"
        concepts = {"evidence-talk": unsaid(EVIDENCE_TALK, claim)}
        weight = reading.opinion_score + 0.5 * min(claims, 2) + stands_alone(analysis, reading.sentence)
        yield Proposal(Kind.EVIDENCE, reading.sentence, why, weight, question, concepts, open=True)


def _near(analysis: Analysis, paragraph: int) -> list[str]:
    """The paragraph and those beside it."""
    numbers = {block.number for block in analysis.article.paragraphs}
    return [f"p{number}" for number in (paragraph - 1, paragraph, paragraph + 1) if number in numbers]
