"""What to ask about a story: who tells it, who says what of whom, how feelings show, whose thoughts stay hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.article import Article
from tutor.article.analysis import Analysis
from tutor.article.pointing import quotations
from tutor.drafting.holders import heard, proper_names, with_article
from tutor.drafting.own import each_sentence, everywhere, own
from tutor.drafting.phrases import SHOWN, TELLERS, THOUGHTS, unsaid
from tutor.drafting.proposal import Proposal, criterion, excerpt, hints, in_words, sample
from tutor.drafting.viewpoint import certain_views, is_quoted, weight_of, who
from tutor.lesson.kinds import Kind

# People who talk with each other ask, and say "you". From these shares on (of the quotations, and of the paragraphs
# that have one), and with so few figures, it is a story. Own figures: one of 84 news articles has
# them, a talk, and both stories at hand.
_TALK, _QUOTED, _FIGURES = 0.3, 0.5, 0.1
_LEAST_QUOTATIONS = 6
# A line of so many words says something of who says it; a name that comes so often is more than a place in passing.
_LEAST_SAID, _OFTEN = 5, 2
_TALKS = re.compile(r"\?|\b(?:you|your|you're|you’re|you've|you’ve|me)\b", re.IGNORECASE)
_FEELS = re.compile(
    r"\b(?:felt|feels?|feeling|knew|wished|hoped|feared|hated|loved|wondered|worried|remembered|realized|realised|"
    r"longed|dreaded|regretted|proud|afraid|lonely|angry|sad|ashamed|embarrass\w+|tired|nervous|confused)\b",
    re.IGNORECASE,
)


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
    question = {
        "kind": str(Kind.MAIN_CLAIM),
        "ask": "What does this story leave you thinking about, and which two sentences bring it out best?",
        "criteria": [
            criterion(
                "point",
                "what it is about, to you",
                "length",
                ("What would you tell a friend who asks what it is really about?", "What is different at the end?"),
                words=8,
            ),
            criterion(
                "two-places",
                "two sentences that bring it out",
                "cites",
                ("Which sentence would you read aloud to them?", "And which other sentence would you add?"),
                sources=each_sentence(analysis),
                at_least=2,
            ),
        ],
        "hints": hints(
            "What happens is one thing. What it makes you think about people is another.",
            ("Hold the beginning and the end side by side.", [str(first), str(last)]),
            "Try to finish this: “It made me think about …, above all in … and …”",
        ),
        "samples": [
            sample(f"It made me think about how hard life can be, above all in [{first}] and [{last}].", "met"),
            sample(f"It is all there in [{first}].", {"two-places": "partly"}),
            sample("Many different things.", "unmet"),
        ],
    }
    why = "every story leaving something to think about"
    yield Proposal(Kind.MAIN_CLAIM, article.sentences[-1], why, 1, question, open=True)


def teller(analysis: Analysis) -> Iterator[Proposal]:
    """Through whose eyes it is seen. Open: more than one answer can be argued for."""
    article = analysis.article
    question = {
        "kind": str(Kind.VIEWPOINT),
        "ask": "Through whose eyes do we see what happens in this story, and which sentence made you notice?",
        "criteria": [
            criterion(
                "who",
                "whose eyes or mind",
                "mentions",
                ("Whose thoughts can you read as if they were your own?", "Who is there in every scene?"),
                any_of=["tellers"],
                denied=True,
            ),
            criterion(
                "where",
                "a sentence to see it by",
                "cites",
                "Which sentence could only be written from there?",
                sources=everywhere(analysis),
            ),
        ],
        "hints": hints(
            "Think of a camera: whose shoulder does it look over?",
            "Look for a thought or a feeling that nobody says aloud. Whose is it?",
            "Try to finish this: “We are with …, for in … we know what only …”",
        ),
        "samples": [
            sample(f"The main character, as far as one can judge from [{article.sentences[0].address}].", "met"),
            sample("With the main character.", {"who": "met", "where": "unmet"}),
            sample("I like the end.", "unmet"),
        ],
    }
    why = "a story being told from somewhere"
    concepts = {"tellers": list(dict.fromkeys((*TELLERS, *proper_names(article))))}
    yield Proposal(Kind.VIEWPOINT, article.sentences[0], why, 1, question, concepts, open=True)


def spoken(analysis: Analysis) -> Iterator[Proposal]:
    """A line that is certain to be somebody's becomes a question of who says it, and what that tells of them."""
    for found, name, others in certain_views(analysis, least=_LEAST_SAID):
        assert found.content is not None
        said = next(iter(analysis.article.sentences_in(found.content)))
        if not is_quoted(analysis, found) or name[:1].islower():
            continue  # "her sister" has a name, too, which is as right
        question = {
            "kind": str(Kind.VIEWPOINT),
            "ask": f"“{excerpt(analysis.article, found.content)}”, it says in {in_words(said.address)}. "
            "Who says that, and what does it tell you about them?",
            "about": [str(said.address)],
            "criteria": [
                who(name, others),
                criterion(
                    "about-them",
                    "what it tells about them",
                    "length",
                    ("What do they want, or what are they afraid of?", "Would you have said it, in their place?"),
                    words=7,
                ),
            ],
            "hints": hints(
                "Where people talk by turns, count back from the last name.",
                ("Read it with the lines around it, one voice for each.", [f"p{said.address.paragraph}"]),
                "Try to finish this: “The one who says so is …, and it shows that …”",
            ),
            "samples": [
                sample(f"{with_article(name)} said that, and it shows how much there is to carry every day.", "met"),
                sample(f"{with_article(name)} said that.", {"holder": "met", "about-them": "unmet"}),
                sample("Somebody.", "unmet"),
            ],
        }
        yield Proposal(Kind.VIEWPOINT, said, f"words that are given to {name}", weight_of(analysis, found), question)


def feeling(analysis: Analysis) -> Iterator[Proposal]:
    """A feeling that is told becomes a question of where else it shows. Open."""
    for reading in own(analysis):
        told = excerpt(analysis.article, reading.sentence.span)
        feels = len(set(_FEELS.findall(told)))
        if not told or told.endswith("…") or not feels:
            continue
        address = reading.sentence.address
        elsewhere = [place for place in everywhere(analysis) if place != f"p{address.paragraph}"]
        question = {
            "kind": str(Kind.EVIDENCE),
            "ask": f"“{told}”, it says in {in_words(address)}. Where else in the story can a reader feel that?",
            "about": [str(address)],
            "criteria": [
                criterion(
                    "place",
                    "a place elsewhere",
                    "cites",
                    ("Which sentence did you think of?", "Is there a place where nobody says so, and you notice it?"),
                    sources=elsewhere,
                ),
                criterion(
                    "how",
                    "what makes it felt there",
                    "mentions",
                    ("What is it in that sentence that makes you think so?", "What does somebody do or say there?"),
                    any_of=["shown"],
                    denied=True,
                ),
                criterion(
                    "enough",
                    "some more of your own",
                    "length",
                    "How would you explain that to somebody who missed it?",
                    words=8,
                ),
            ],
            "hints": hints(
                "Feelings show in what people do: in a hand, a voice, a door that is shut.",
                ("Read what leads up to it.", _before(analysis, address.paragraph)),
                "Try to finish this: “It shows again in …, where …”",
            ),
            "samples": [
                sample(f"It comes up again in [{elsewhere[-1]}], because of how they talk then.", "met"),
                sample(f"Look at [{elsewhere[-1]}].", {"place": "met", "how": "unmet"}),
                sample("I do not like sad things.", {"place": "unmet"}),
            ],
        }
        why = "a feeling that is told, and may be shown elsewhere"
        weight = feels + reading.opinion_score
        yield Proposal(
            Kind.EVIDENCE, reading.sentence, why, weight, question, {"shown": unsaid(SHOWN, told)}, open=True
        )


def unheard(analysis: Analysis) -> Iterator[Proposal]:
    """Whose thoughts are not told. Open: nobody can know what they might be."""
    article = analysis.article
    names = proper_names(article)
    silent = [
        name for name, places in names.items() if name.casefold() not in heard(analysis) and len(places) >= _OFTEN
    ]
    place = names[silent[0]][0] if silent else article.sentences[-1]
    question = {
        "kind": str(Kind.MISSING_VOICE),
        "ask": "Whose mind does this story keep closed to us, and what might be going on in there?",
        "criteria": [
            criterion(
                "who",
                "whose eyes or mind",
                "mentions",
                ("Who is spoken of, and never speaks?", "Whom do we only see from outside?"),
                any_of=["tellers", "people"],
                denied=True,
            ),
            criterion(
                "what",
                "what may go on there",
                "mentions",
                ("What may go through their head?", "What would they write in a letter?"),
                any_of=["thoughts"],
                denied=True,
            ),
            criterion("enough", "some more of your own", "length", "What in the story makes you guess so?", words=9),
        ],
        "hints": hints(
            "Make a list of all the people in it, and cross out those whose mind you can look into.",
            "Now look at those who are left: what do they do, and what might be behind it?",
            "Try to finish this: “We never learn what … thinks. Perhaps …”",
        ),
        "samples": [
            sample("We never learn what the others think, and perhaps some of them are worried all the time.", "met"),
            sample("The others.", {"who": "met", "enough": "unmet"}),
            sample("Nothing, it is all there.", "unmet"),
        ],
    }
    why = (
        f"{', '.join(silent[:4])}: named, and never speaking, as far as could be seen" if silent else "what is left out"
    )
    concepts = {"tellers": TELLERS, "people": list(names) or ["somebody"], "thoughts": THOUGHTS}
    yield Proposal(Kind.MISSING_VOICE, place, why, 1, question, concepts, open=True)


def _before(analysis: Analysis, paragraph: int) -> list[str]:
    """The paragraph and the one before it."""
    return [f"p{number}" for number in (paragraph - 1, paragraph) if number]
