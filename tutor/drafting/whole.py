"""Questions about the article as a whole: its point, who is not heard, what to check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tutor.article import Article, Sentence
from tutor.article.analysis import Analysis, SentenceReading
from tutor.article.inflections import plural
from tutor.article.opinion import Opinion
from tutor.article.voices import Voice
from tutor.article.words import words_of
from tutor.drafting.groups import GROUPS, IRREGULAR
from tutor.drafting.holders import heard, proper_names
from tutor.drafting.own import called, each_sentence, everywhere
from tutor.drafting.phrases import THEIRS, WEIGHED
from tutor.drafting.proposal import Proposal, cites, length, mentions, sample
from tutor.lesson.kinds import Kind

# From this share of its own sentences on that are opinions, or with so many that call for something, or one at its end,
# an article wants something of its readers.
_ARGUES, _URGES = 0.4, 2
# A figure, and one that is a price, which anybody can ask for.
_FIGURE, _PRICED = re.compile(r"\d"), re.compile(r"[$£€]\s?\d")
# It asks readers to look, and not yet to do anything.
_LETS = re.compile(r"(?:but |so )?let(?:’s|'s| us)\b", re.IGNORECASE)


def main_claim(analysis: Analysis) -> Iterator[Proposal]:
    """What it all comes to. Open: of two sentences that show it, which are best is the reader's to say."""
    article = analysis.article
    own = [reading for reading in analysis.sentences if reading.voice is Voice.AUTHOR]
    opinions = [reading for reading in own if reading.opinion is Opinion.OPINION]
    asking = called(analysis)
    urged = [reading for reading in opinions if reading.sentence.address in asking]
    ending = article.sentences[-1].address.paragraph
    urges = len(urged) >= _URGES or any(reading.sentence.address.paragraph == ending for reading in urged)
    argues = urges or len(opinions) >= _ARGUES * max(len(own), 1)
    ask = (
        "What does the writer most want readers to think or do, and which two sentences show it best?"
        if argues
        else "What is the one thing that this article wants readers to know, and which two sentences show it best?"
    )
    point = (
        "The writer wants readers to change their minds and do something about it:"
        if argues
        else "It wants readers to know what has happened there, and to whom:"
    )
    first, last = article.sentences[0].address, article.sentences[-1].address
    lead, why = _point(article, *((opinions, urged) if argues else ([], [])))
    yield Proposal(
        Kind.MAIN_CLAIM,
        lead,
        why=why,
        ask=ask,
        criteria=[
            length(
                "point",
                "what it comes to",
                ("How would you say that to a friend who has not read it?", "What should stay in a reader's mind?"),
                8,
            ),
            cites(
                "two-places",
                "two sentences that show it",
                ("Which sentence would you read aloud to show it?", "And which other sentence says so too?"),
                each_sentence(analysis),
                at_least=2,
            ),
        ],
        hints=(
            "Read the title, the beginning and the end again: writers often come back to their point there.",
            ("These are the places that most readers remember.", [str(first), str(last)]),
            "Try to finish this: “All in all the writer says that …, as in … and …”",
        ),
        samples=[
            sample(f"{point} [{first}] and [{last}].", "met"),
            sample(f"It is all about what it says in [{first}].", {"two-places": "partly"}),
            sample("It is about many different things.", "unmet"),
        ],
        whole=True,
        open=True,
    )


def _point(
    article: Article, opinions: Sequence[SentenceReading], urged: Sequence[SentenceReading]
) -> tuple[Sentence, str]:
    """The sentence that may be the point, and why: what readers are asked to do, or the opinion that begins or ends."""
    sentences = article.sentences
    asked = [one for one in urged if not _LETS.match(article.words_of(one.sentence))]
    if asked:
        return asked[-1].sentence, "a sentence that asks something of its readers, which may be the point"
    ends = {sentences[0].address.paragraph, sentences[-1].address.paragraph}
    held = [reading for reading in opinions if reading.sentence.address.paragraph in ends] or opinions
    if held:
        best = max(held, key=lambda reading: reading.opinion_score)
        return best.sentence, "an opinion of the author's, which may be the point"
    return sentences[0], "every article having a point, and most say it first"


def missing_voice(analysis: Analysis) -> Iterator[Proposal]:
    """Groups talked about but never quoted become one question of who is not heard."""
    article = analysis.article
    speakers = heard(analysis)
    forms = {IRREGULAR.get(one, plural(one)): one for one in GROUPS}
    spoken = {group for form, group in forms.items() if {form, group} & speakers}
    met: dict[str, list[Sentence]] = {}
    for sentence in article.sentences:
        text = article.words_of(sentence)
        for word in words_of(text):
            group = forms.get(word.span.of(text).casefold())
            if group and group not in spoken:
                met.setdefault(group, []).append(sentence)
    if not met:
        return
    most = sorted(met, key=lambda group: -len(met[group]))  # of those as often, the one met first
    first = met[most[0]][0]
    names = [IRREGULAR.get(group, plural(group)) for group in most]
    # Who is heard is only suspected: anybody else who is named is as good an answer.
    others = [name for name in proper_names(article) if name.casefold() not in speakers]
    groups = list(dict.fromkeys((*met, *GROUPS, *others, "people who/in/of/from/on/living")))
    yield Proposal(
        Kind.MISSING_VOICE,
        first,
        why=f"{', '.join(names[:5])}: talked about, and never quoted, as far as could be seen",
        ask="Who is talked about in this article but never gets to speak, and what could you learn from them?",
        criteria=[
            mentions(
                "who",
                "who never speaks",
                (
                    "Whose lives does the article touch, apart from those whose words you read?",
                    "Who is left over when you tick off everybody who speaks?",
                ),
                {"groups": groups},
                denied=True,
            ),
            mentions(
                "what",
                "what could be learnt from them",
                ("What could only those people know?", "What would you ask them?"),
                {"theirs": THEIRS},
                denied=True,
            ),
            length("enough", "some more of your own", "Why would that matter to a reader?", 9),
        ],
        hints=(
            "Make two lists: people whose words you read, and people you only read about.",
            ("Read again who is meant here.", [str(first.address)]),
            "Try to finish this: “We read about the …, but never from them. They could tell us …”",
        ),
        samples=[
            sample(f"The {names[0]} are never asked, and they could tell us how it is for them day after day.", "met"),
            sample(f"The {names[0]}.", {"who": "met", "enough": "unmet"}),
            sample("The weather.", "unmet"),
        ],
        weight=len(met),
        whole=True,
        open=True,
    )


def corroborate(analysis: Analysis) -> Iterator[Proposal]:
    """What one would check first. Open: any sentence may be the one."""
    article = analysis.article
    amounts = [sentence for span in analysis.unsourced for sentence in article.sentences_in(span)]
    told = [*amounts, *(one for one in article.sentences if _FIGURE.search(article.words_of(one)))]
    place = next((one for one in told if not _PRICED.search(article.words_of(one))), article.sentences[0]).address
    yield Proposal(
        Kind.CORROBORATE,
        article.at(place)[0],
        why="a claim that others could know of",
        ask="Which sentence of this article would you check first, and why that one?",
        criteria=[
            cites("which", "a sentence to check", "Which sentence do you mean?", everywhere(analysis)),
            mentions(
                "why",
                "why that one",
                ("What hangs on it?", "What made you choose that one, and not the one before it?"),
                {"weighed": WEIGHED},
                denied=True,
            ),
            length("enough", "what to expect", "What would you expect to find out?", 8),
        ],
        hints=(
            "Choose something that counts: think of what is left of the article without it.",
            "Some sentences nobody doubts, and some make you raise your eyebrows. You want the second sort.",
            "Try to finish this: “I would start with …, because …”",
        ),
        samples=[
            sample(f"I would start with [{place}], as everything else there falls apart if it is wrong.", "met"),
            sample(f"That one: [{place}].", {"which": "met", "why": "unmet"}),
            sample("I like all of it.", "unmet"),
        ],
        whole=True,
        open=True,
    )
