"""What the author holds: opinions and claims in their own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tutor.article import Sentence
from tutor.article.analysis import Analysis
from tutor.article.closed import AND
from tutor.article.opinion import Opinion
from tutor.drafting.own import (
    called,
    everywhere,
    judging,
    own,
    paragraphs_with,
    spoken_of_elsewhere,
    stands_alone,
    telling,
)
from tutor.drafting.phrases import EVIDENCE_TALK, OPINION_SIGNS, PARTS, unsaid
from tutor.drafting.proposal import Proposal, Rung, cites, criterion, excerpt, in_words, length, mentions, sample
from tutor.lesson.kinds import Kind

# From this score on an opinion is clear enough to be called one without a doubt, when a word of it judges, too; and
# from this one on it is worth asking how much of it is opinion. Own figures, on the articles of tests.
CLEAR = 0.9
_PERHAPS = 0.65
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
    judged, asking = judging(analysis), called(analysis)
    for reading in own(analysis):
        score, sentence = reading.opinion_score, reading.sentence
        if reading.opinion is Opinion.FACT_LIKE or score < _PERHAPS or sentence.address in asking:
            continue
        judges = sentence.address in judged
        clear = reading.opinion is Opinion.OPINION and score >= CLEAR and judges
        weight = clear + score + 0.5 * judges + 0.4 * stands_alone(analysis, sentence)
        weight += 0.4 * (clear or len(analysis.article.words_of(sentence).split()) >= _MUCH)
        yield _which(sentence, score, weight) if clear else _how_much(analysis, sentence, score, weight)


def _which(sentence: Sentence, score: float, weight: float) -> Proposal:
    """Which of the two a clear opinion is."""
    return Proposal(
        Kind.FACT_OR_OPINION,
        sentence,
        why=f"the author's own voice, clearly an opinion (score {score:.2f})",
        ask=f"Is {in_words(sentence.address)} a fact or an opinion, and how can you tell?",
        criteria=[
            criterion("label", "what you call it", "labels", "Which of the two would you call it?", label="opinion"),
            mentions(
                "how-you-know",
                "how one can tell",
                ("What would somebody have to do to check it?", "Would everybody who was there put it like that?"),
                {"opinion-signs": OPINION_SIGNS},
            ),
        ],
        hints=_can_it_be_checked(sentence),
        samples=[
            sample("It is an opinion, because nobody can check it and other people may see it differently.", "met"),
            sample("It is an opinion.", {"label": "met", "how-you-know": "unmet"}),
            sample("It is a fact, it stands there.", "unmet", "calls-it-fact"),
        ],
        misconceptions=[
            {"id": "calls-it-fact", "check": "labels", "label": "fact", "challenge": "How could a reader check it?"}
        ],
        weight=weight,
    )


def _how_much(analysis: Analysis, sentence: Sentence, score: float, weight: float) -> Proposal:
    """How much of a sentence is opinion, where that is only suspected."""
    name = f"parts-of-{sentence.address}"
    return Proposal(
        Kind.FACT_OR_OPINION,
        sentence,
        why=f"the author's own voice, perhaps partly an opinion: please look (score {score:.2f})",
        ask=f"How much of {in_words(sentence.address)} could somebody check, "
        "and how much is what the writer makes of it?",
        criteria=[
            mentions(
                "parts",
                "what of it is which",
                (
                    "Which words of it tell what there is?",
                    "And which words could be left out, and it would be as true?",
                ),
                {name: [*PARTS, *telling(analysis, sentence)]},
                denied=True,
            ),
            length("enough", "how to tell them apart", "How can you tell one from the other?", 8),
        ],
        hints=_can_it_be_checked(sentence),
        samples=[
            sample("The first part is a fact, and the last words are only what the writer feels.", "met"),
            sample("The first part.", {"parts": "met", "enough": "unmet"}),
            sample("It is about things.", "unmet"),
        ],
        weight=weight,
        open=True,
    )


def _can_it_be_checked(sentence: Sentence) -> Sequence[Rung]:
    return (
        "Ask of the sentence what you would ask of anything: how could somebody find out whether it is so?",
        ("Read it once more, word by word.", [str(sentence.address)]),
        "Try to finish this: “I call it …, because …”",
    )


def evidence(analysis: Analysis) -> Iterator[Proposal]:
    """What the author claims becomes a question of what speaks for it. Open: that nothing does is an answer too."""
    asking, paragraphs, among = called(analysis), everywhere(analysis), paragraphs_with(analysis)
    for reading in own(analysis):
        text = analysis.article.words_of(reading.sentence)
        claim = excerpt(analysis.article, reading.sentence.span)
        claims = len(set(map(str.casefold, _CLAIMS.findall(text))))
        if not claim or not claims or claim.endswith("…") or _MYSELF.search(text):
            continue
        if reading.opinion is Opinion.FACT_LIKE or reading.sentence.address in asking:
            continue
        if text.split()[0].casefold() in AND:
            continue  # the rest of a thought
        address = reading.sentence.address
        weight = reading.opinion_score + 0.5 * min(claims, 2) + stands_alone(analysis, reading.sentence)
        weight += 0.2 * spoken_of_elsewhere(analysis, reading.sentence, among, most=3)
        yield Proposal(
            Kind.EVIDENCE,
            reading.sentence,
            why=f"a claim in the author's own voice (opinion score {reading.opinion_score:.2f})",
            ask=(
                f"“{claim}”, the writer says in {in_words(address)}. "
                "How far does the rest of the article bear that out?"
            ),
            criteria=[
                cites(
                    "place",
                    "a place in the article",
                    ("Which sentence would you show to somebody who doubts it?", "Where did you look for it?"),
                    paragraphs,
                ),
                mentions(
                    "bearing",
                    "what that is worth",
                    ("What does that sentence do for the claim?", "How far does that get you, if you doubt it?"),
                    {"evidence-talk": unsaid(EVIDENCE_TALK, claim)},
                    denied=True,
                ),
                length(
                    "enough",
                    "some more of your own",
                    "How would you say that to somebody who believes the opposite?",
                    8,
                ),
            ],
            hints=(
                "Look for something that could be checked: a number, a name, a thing that somebody saw.",
                ("Read what stands around it.", paragraphs[max(0, address.paragraph - 2) : address.paragraph + 1]),
                "Try to finish this: “For that claim the article only gives …, which shows that …”",
            ),
            samples=[
                sample(f"I only find [{address}] itself, and nothing else in the article that would prove it.", "met"),
                sample(f"It stands in [{address}].", {"place": "met", "bearing": "unmet"}),
                sample("I like that it is written so.", "unmet"),
            ],
            weight=weight,
            open=True,
        )
