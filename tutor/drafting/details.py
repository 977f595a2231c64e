"""What the author leaves to be wondered at: numbers without a source, words that judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.article.analysis import Analysis
from tutor.article.closed import DETERMINERS
from tutor.drafting.own import judging, own, stands_alone, telling
from tutor.drafting.phrases import CHECKED, EFFECT, NOT_SAID, phrases
from tutor.drafting.proposal import Proposal, in_words, length, mentions, sample
from tutor.lesson.kinds import Kind

_NUMBERED = re.compile(
    r"(?:\d|dozens?|hundreds?|thousands?|[mb]illions?|most|half|few|several|many|of)$", re.IGNORECASE
)
# So many other telling words leave enough to choose from.
_ENOUGH = 8
_UNFIT = re.compile(r"[?\"“”\[\]_]")
# With what an amount begins that is no figure.
_AMOUNT = re.compile(
    r"(?:most|many|half|hundreds|thousands|millions|billions|dozens|scores|countless|several|few|all|every|(?:a|the) "
    r"(?:majority|minority|third|quarter|lot)|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|one in)\b",
    re.IGNORECASE,
)
# A figure told in passing, on the way to something else.
_ASIDE = re.compile(r",\s(?:which|who|whose|where)\s[^,]*$")
_PRONOUN = re.compile(r"\bof (?:them|us|it|these|those)$", re.IGNORECASE)
# What the writer has seen is not from hearsay; other figures are asked about first.
_SEEN = re.compile(r"\b(?:I|me|my)\b")
# A price is found by asking for it; what such a paragraph speaks of is where its numbers come from.
_PRICE = re.compile(r"^[$£€]\s?[\d,.]+$")
_SOURCED = re.compile(
    r"\b(?:reports?|figures|survey|study|statistics|records|data|census|poll|map)\b(?! \w+ed\b)", re.IGNORECASE
)


def evidence_quality(analysis: Analysis) -> Iterator[Proposal]:
    """Amounts in the author's voice, with no source in the paragraph, become a question of their worth."""
    article = analysis.article
    sourced = {block.number for block in article.paragraphs if _SOURCED.search(block.span.of(article.text))}
    for span in analysis.unsourced:
        sentence = next(article.sentences_in(span), None)
        amount = " ".join(span.of(article.text).split()).strip(" ,.;:“”\"'’")
        if sentence is None or sentence.address.paragraph in sourced or _PRICE.match(amount):
            continue
        if _UNFIT.search(sentence.span.of(article.text)) or not (
            _AMOUNT.match(amount) or any(map(str.isdigit, amount))
        ):
            continue
        address = sentence.address
        if _NUMBERED.search(amount):  # of what it is a number, stands behind it
            after = article.text[span.end : sentence.span.end].split()
            amount = " ".join([amount, *_things(after)]).rstrip(".,;:!")
        if _PRONOUN.search(amount) or _ASIDE.search(article.text[sentence.span.start : span.start]):
            continue
        weight = 0.1 * sum(char.isdigit() for char in amount) + 1 / (1 + address.paragraph)
        weight -= 0.5 * bool(_SEEN.search(sentence.span.of(article.text)))
        yield Proposal(
            Kind.EVIDENCE_QUALITY,
            sentence,
            why=f"“{amount}” in the author's own voice; no source seems to be named in the paragraph",
            ask=f"{in_words(address).capitalize()} speaks of “{amount}”. How could a reader be sure of that?",
            criteria=[
                mentions(
                    "way",
                    "a way to be sure",
                    ("What would you do if your class wanted to be sure?", "Who could know it, and how?"),
                    {"a-way-to-check": CHECKED, "not-said": NOT_SAID},
                ),
                length("enough", "some more of your own", "What would that tell you about it?", 8),
            ],
            hints=(
                "A number is worth as much as the way somebody came by it.",
                ("Read the sentence again: who is meant to have found that out?", [str(address)]),
                "Try to finish this: “To be sure about it I would …, because the article …”",
            ),
            samples=[
                sample(
                    "The article does not say who counted, so I would look for a report with the same figure.", "met"
                ),
                sample("I would check.", {"way": "met", "enough": "unmet"}),
                sample("I think it is a lot more than there used to be in the old days.", "unmet"),
            ],
            weight=weight,
            open=True,
        )


def language(analysis: Analysis) -> Iterator[Proposal]:
    """Sentences of the author's with words that judge become a question of those words and what they do."""
    article = analysis.article
    judged = judging(analysis)
    for reading in own(analysis):
        address = reading.sentence.address
        words = phrases(span.of(article.text) for span in judged.get(address, ()))
        if not words:
            continue
        # Which of its words judge is only suspected: any telling word of the sentence is taken.
        said = " ".join(words).casefold()
        others = [word for word in telling(analysis, reading.sentence) if word.casefold() not in said]
        name = f"words-of-{address}"
        seen = ", ".join(f"“{word}”" for word in words[:4])
        why = f"the author's own words, of which {seen} seem{'s' if len(words) == 1 else ''} to judge"
        weight = len(words) + 0.5 * reading.opinion_score + 0.1 * min(len(others), _ENOUGH)
        weight += 0.4 * stands_alone(analysis, reading.sentence)
        yield Proposal(
            Kind.LANGUAGE,
            reading.sentence,
            why=why,
            ask=(
                f"Which words in {in_words(address)} do more than tell what happened, "
                "and what do they make a reader feel?"
            ),
            criteria=[
                mentions(
                    "words",
                    "words that do more than tell",
                    (
                        "Which single word there would you cross out to make it plainer?",
                        "Where does your voice change when you read it aloud?",
                    ),
                    {name: [*words, *others]},
                ),
                mentions(
                    "effect",
                    "what they do to a reader",
                    (
                        "What would somebody feel who had read nothing but that?",
                        "What picture do those words leave in your mind?",
                    ),
                    {"effect": EFFECT},
                ),
            ],
            hints=(
                "Some words tell you what there is, and some tell you what to think of it. You want the second sort.",
                ("Read it aloud, as somebody would who means it.", [str(address)]),
                "Try to finish this: “The writer says …, and not …, which makes it sound …”",
            ),
            samples=[
                sample(f"“{words[0]}” makes you angry or happy before you know what happened.", "met"),
                sample(f"It is the word “{words[0]}” there.", {"words": "met", "effect": "unmet"}),
                sample("All of it is normal, I would say.", {"effect": "unmet"}),
            ],
            weight=weight,
            open=True,
        )


def _things(after: list[str]) -> list[str]:
    """What is counted: the words behind a number up to one that is a plural, at most three, or the first noun."""
    wanted = after[: 3 if after[:1] == ["of"] else 2]
    plural = next((at for at, word in enumerate(wanted) if word.rstrip(".,;:!").endswith("s")), None)
    if plural is not None:
        return wanted[: plural + 1]
    return wanted[: 2 if wanted and wanted[0].casefold() in DETERMINERS else 1]
