"""What to ask about a story: who tells it, who says what of whom, how feelings show, whose thoughts stay hidden."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from tutor.article import Article
from tutor.article.analysis import Analysis
from tutor.article.pointing import quotations
from tutor.drafting.holders import heard, proper_names, with_article
from tutor.drafting.own import FEELINGS, each_sentence, everywhere, own
from tutor.drafting.phrases import SHOWN, TELLERS, THOUGHTS, unsaid
from tutor.drafting.proposal import Proposal, cites, excerpt, in_words, length, mentions, sample
from tutor.drafting.viewpoint import who
from tutor.drafting.views import certain_views
from tutor.lesson.kinds import Kind

# People who talk with each other ask, and say "you". From these shares on (of the quotations, and of the paragraphs
# that have one), and with so few figures, it is a story. Own figures: one of 84 news articles has
# them, a talk, and both stories at hand.
_TALK, _QUOTED, _FIGURES = 0.3, 0.5, 0.1
_LEAST_QUOTATIONS = 6
# A line of so many words says something of who says it; a name that comes so often is more than a place in passing.
_LEAST_SAID, _OFTEN = 5, 2
_TALKS = re.compile(r"\?|\b(?:you|your|you're|you’re|you've|you’ve|me)\b", re.IGNORECASE)
_FEELS = re.compile(rf"\b{FEELINGS.pattern}\b", re.IGNORECASE)
# So many characters before a name hold the word before it.
_BEFORE = 30
# Behind these a name is a place's.
_PLACED = re.compile(r"\b(?:in|from|near|at|across)\s+$", re.IGNORECASE)


def is_story(article: Article) -> bool:
    """Whether it is mostly people talking with each other, as a story is. One without talk is taken for an article."""
    paragraphs = [block.span.of(article.text) for block in article.paragraphs]
    said = [[span.of(text) for span in quotations(text)] for text in paragraphs]
    quoted = [quotation for found in said for quotation in found]
    talk = sum(bool(_TALKS.search(quotation)) for quotation in quoted)
    figures = sum(any(map(str.isdigit, text)) for text in paragraphs)
    return (
        len(quoted) >= _LEAST_QUOTATIONS
        and talk >= _TALK * len(quoted)
        and sum(map(bool, said)) >= _QUOTED * len(paragraphs)
        and figures <= _FIGURES * len(paragraphs)
    )


def theme(analysis: Analysis) -> Iterator[Proposal]:
    """What it leaves its readers with. Open: that is the reader's to say."""
    article = analysis.article
    first, last = article.sentences[0].address, article.sentences[-1].address
    yield Proposal(
        Kind.MAIN_CLAIM,
        article.sentences[-1],
        why="every story leaving something to think about",
        ask="What does this story leave you thinking about, and which two sentences bring it out best?",
        criteria=[
            length(
                "point",
                "what it is about, to you",
                ("What would you tell a friend who asks what it is really about?", "What is different at the end?"),
                8,
            ),
            cites(
                "two-places",
                "two sentences that bring it out",
                ("Which sentence would you read aloud to them?", "And which other sentence would you add?"),
                each_sentence(analysis),
                at_least=2,
            ),
        ],
        hints=(
            "What happens is one thing. What it makes you think about people is another.",
            ("Hold the beginning and the end side by side.", [str(first), str(last)]),
            "Try to finish this: “It made me think about …, above all in … and …”",
        ),
        samples=[
            sample(f"It made me think about how hard life can be, above all in [{first}] and [{last}].", "met"),
            sample(f"It is all there in [{first}].", {"two-places": "partly"}),
            sample("Many different things.", "unmet"),
        ],
        whole=True,
        open=True,
    )


def teller(analysis: Analysis) -> Iterator[Proposal]:
    """Through whose eyes it is seen. Open: more than one answer can be argued for."""
    article = analysis.article
    yield Proposal(
        Kind.VIEWPOINT,
        article.sentences[0],
        why="a story being told from somewhere",
        ask="Through whose eyes do we see what happens in this story, and which sentence made you notice?",
        criteria=[
            mentions(
                "who",
                "whose eyes or mind",
                ("Whose thoughts can you read as if they were your own?", "Who is there in every scene?"),
                {"tellers": list(dict.fromkeys((*TELLERS, *proper_names(article))))},
                denied=True,
            ),
            cites(
                "where",
                "a sentence to see it by",
                "Which sentence could only be written from there?",
                everywhere(analysis),
            ),
        ],
        hints=(
            "Think of a camera: whose shoulder does it look over?",
            "Look for a thought or a feeling that nobody says aloud. Whose is it?",
            "Try to finish this: “We are with …, for in … we know what only …”",
        ),
        samples=[
            sample(f"The main character, as far as one can judge from [{article.sentences[0].address}].", "met"),
            sample("With the main character.", {"who": "met", "where": "unmet"}),
            sample("I like the end.", "unmet"),
        ],
        whole=True,
        open=True,
    )


def spoken(analysis: Analysis) -> Iterator[Proposal]:
    """A line that is certain to be somebody's becomes a question of who says it, and what that tells of them."""
    for view, name, others in certain_views(analysis, least=_LEAST_SAID):
        said = view.sentence
        if not view.is_quoted or name[:1].islower():
            continue  # "her sister" has a name, too, which is as right
        yield Proposal(
            Kind.VIEWPOINT,
            said,
            why=f"words that are given to {name}",
            ask=(
                f"“{view.excerpt}”, it says in {in_words(said.address)}. "
                "Who says that, and what does it tell you about them?"
            ),
            criteria=[
                who(name, others),
                length(
                    "about-them",
                    "what it tells about them",
                    ("What do they want, or what are they afraid of?", "Would you have said it, in their place?"),
                    7,
                ),
            ],
            hints=(
                "Where people talk by turns, count back from the last name.",
                ("Read it with the lines around it, one voice for each.", [f"p{said.address.paragraph}"]),
                "Try to finish this: “The one who says so is …, and it shows that …”",
            ),
            samples=[
                sample(f"{with_article(name)} said that, and it shows how much there is to carry every day.", "met"),
                sample(f"{with_article(name)} said that.", {"holder": "met", "about-them": "unmet"}),
                sample("Somebody.", "unmet"),
            ],
            weight=view.weight,
        )


def feeling(analysis: Analysis) -> Iterator[Proposal]:
    """A feeling that is told becomes a question of where else it shows. Open."""
    paragraphs = everywhere(analysis)
    for reading in own(analysis):
        told = excerpt(analysis.article, reading.sentence.span)
        feels = len(set(_FEELS.findall(told)))
        if not told or told.endswith("…") or not feels:
            continue
        address = reading.sentence.address
        elsewhere = paragraphs[: address.paragraph - 1] + paragraphs[address.paragraph :]
        yield Proposal(
            Kind.EVIDENCE,
            reading.sentence,
            why="a feeling that is told, and may be shown elsewhere",
            ask=f"“{told}”, it says in {in_words(address)}. Where else in the story can a reader feel that?",
            criteria=[
                cites(
                    "place",
                    "a place elsewhere",
                    ("Which sentence did you think of?", "Is there a place where nobody says so, and you notice it?"),
                    elsewhere,
                ),
                mentions(
                    "how",
                    "what makes it felt there",
                    ("What is it in that sentence that makes you think so?", "What does somebody do or say there?"),
                    {"shown": unsaid(SHOWN, told)},
                    denied=True,
                ),
                length("enough", "some more of your own", "How would you explain that to somebody who missed it?", 8),
            ],
            hints=(
                "Feelings show in what people do: in a hand, a voice, a door that is shut.",
                ("Read what leads up to it.", paragraphs[max(0, address.paragraph - 2) : address.paragraph]),
                "Try to finish this: “It shows again in …, where …”",
            ),
            samples=[
                sample(f"It comes up again in [{elsewhere[-1]}], because of how they talk then.", "met"),
                sample(f"Look at [{elsewhere[-1]}].", {"place": "met", "how": "unmet"}),
                sample("I do not like sad things.", {"place": "unmet"}),
            ],
            weight=feels + reading.opinion_score,
            open=True,
        )


def unheard(analysis: Analysis) -> Iterator[Proposal]:
    """Whose thoughts are not told. Open: nobody can know what they might be."""
    article = analysis.article
    names = proper_names(article)
    speakers = heard(analysis)
    silent = [
        name
        for name, places in names.items()
        if name.casefold() not in speakers and len(places) >= _OFTEN and _is_another(article, name, speakers)
    ]
    place = names[silent[0]][0] if silent else article.sentences[-1]
    why = (
        f"{', '.join(silent[:4])}: named, and never speaking, as far as could be seen" if silent else "what is left out"
    )
    yield Proposal(
        Kind.MISSING_VOICE,
        place,
        why=why,
        ask="Whose mind does this story keep closed to us, and what might be going on in there?",
        criteria=[
            mentions(
                "who",
                "whose eyes or mind",
                ("Who is spoken of, and never speaks?", "Whom do we only see from outside?"),
                {"tellers": TELLERS, "people": list(names) or ["somebody"]},
                denied=True,
            ),
            mentions(
                "what",
                "what may go on there",
                ("What may go through their head?", "What would they write in a letter?"),
                {"thoughts": THOUGHTS},
                denied=True,
            ),
            length("enough", "some more of your own", "What in the story makes you guess so?", 9),
        ],
        hints=(
            "Make a list of all the people in it, and cross out those whose mind you can look into.",
            "Now look at those who are left: what do they do, and what might be behind it?",
            "Try to finish this: “We never learn what … thinks. Perhaps …”",
        ),
        samples=[
            sample("We never learn what the others think, and perhaps some of them are worried all the time.", "met"),
            sample("The others.", {"who": "met", "enough": "unmet"}),
            sample("Nothing, it is all there.", "unmet"),
        ],
        whole=True,
        open=True,
    )


def _is_another(article: Article, name: str, speakers: Collection[str]) -> bool:
    """Whether a name is nowhere a speaker's other name, nor that of a place."""
    for found in re.finditer(rf"\b{re.escape(name)}\b", article.text):
        before = article.text[max(0, found.start() - _BEFORE) : found.start()]
        last = (before.split() or [""])[-1]
        if _PLACED.search(before) or (last[:1].isupper() and last.casefold() in speakers):
            return False
    return True
