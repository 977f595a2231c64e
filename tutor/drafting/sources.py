"""Who stands behind an article, and who are those that it leaves unnamed."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.article.analysis import Analysis
from tutor.drafting.holders import is_unnamed
from tutor.drafting.phrases import STANDS_BEHIND, TRUSTED, WANTED, phrases
from tutor.drafting.proposal import Proposal, in_words, length, mentions, sample
from tutor.lesson.kinds import Kind

# Longer descriptions of who says it would make a question of two lines.
_MOST_WORDS = 8
# With fewer words it is a name for something, or a feeling, and no view to rely on.
_LEAST_VIEW = 5


def source(analysis: Analysis) -> Iterator[Proposal]:
    """Who is behind it. Open: what one would want to know is the reader's to say."""
    article = analysis.article
    known = [piece for piece in (article.author, article.source) if piece]
    by = f"It is by {article.author}" if article.author else "Some newspaper did it"
    told = f"what the article tells of itself: {', '.join(known)}" if known else "an article that names no author"
    behind = [*STANDS_BEHIND, *phrases([*known, *article.author.split()[-1:]])]
    yield Proposal(
        Kind.SOURCE,
        article.sentences[0],
        why=told,
        ask="Who stands behind this article, as far as you can tell, and which question would you put to them?",
        criteria=[
            mentions(
                "who",
                "who stands behind it",
                ("What does the article itself tell about who wrote it?", "Who would know more about that?"),
                {"stands-behind": behind},
                denied=True,
            ),
            mentions(
                "want-to-know",
                "a question to them",
                (
                    "What would you ask them if you met them?",
                    "What could make them see it in one way and not in another?",
                ),
                {"wanted": WANTED},
            ),
        ],
        hints=(
            "Look above the first paragraph and below the last.",
            "Think of what a person does for a living, and of who pays for the page it is printed on.",
            "Try to finish this: “It was written by …, and I would like to know whether …”",
        ),
        samples=[
            sample(f"{by}, and I would like to know who pays for it.", "met"),
            sample("A newspaper, I think.", {"who": "met", "want-to-know": "unmet"}),
            sample("It has many paragraphs.", "unmet"),
        ],
        whole=True,
        open=True,
    )


def unnamed(analysis: Analysis) -> Iterator[Proposal]:
    """Experts and analysts without a name become a question of how far to trust what is theirs."""
    article = analysis.article
    for found in analysis.attributions:
        if not found.source or not found.content or not is_unnamed(analysis, found):
            continue
        sentence = next(iter(article.sentences_in(found.source)))
        words = found.source.of(article.text).split()
        if len(words) > _MOST_WORDS or len(found.content.of(article.text).split()) < _LEAST_VIEW:
            continue
        people = " ".join([words[0].lower(), *words[1:]]).strip(" ,")
        yield Proposal(
            Kind.SOURCE,
            sentence,
            why=f"a view given to people without a name (“{people}”)",
            ask=(
                f"{in_words(sentence.address).capitalize()} gives a view to “{people}”. "
                "How far can a reader rely on it, and what would one have to know about them first?"
            ),
            criteria=[
                mentions(
                    "trust",
                    "how far to rely on it",
                    ("What speaks for taking it as it stands, and what against?", "Would you bet on it yourself?"),
                    {"trusted": TRUSTED},
                    denied=True,
                ),
                length("enough", "what to know first", "What would change your mind about that?", 8),
            ],
            hints=(
                "It makes a difference whether you could ring somebody up and ask.",
                ("Look at what is told about these people, and what is not.", [str(sentence.address)]),
                "Try to finish this: “I would trust it …, because about them the article …”",
            ),
            samples=[
                sample("I would hardly believe it, since it is left in the dark where they work.", "met"),
                sample("Not reliable.", {"trust": "met", "enough": "unmet"}),
                sample("They have a nice job in the city and they talk all day.", {"trust": "unmet"}),
            ],
            open=True,
        )
