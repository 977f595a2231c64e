"""Voices found become questions of whose view something is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from tutor.article import Article
from tutor.article.analysis import Analysis
from tutor.article.model import Block
from tutor.drafting.holders import aliases, with_article
from tutor.drafting.phrases import TREATMENT, WRITER
from tutor.drafting.proposal import Criterion, Proposal, cites, criterion, in_words, length, mentions, sample
from tutor.drafting.views import View, certain_views
from tutor.lesson.kinds import Kind


def viewpoint(analysis: Analysis) -> Iterator[Proposal]:
    """A question for each holder of a view that is certain to be theirs: on what is reported most fully of it."""
    for view, name, others in certain_views(analysis):
        said = view.sentence
        more, second, answer = _more(view, name)
        yield Proposal(
            Kind.VIEWPOINT,
            said,
            why=f"a view that is given to {name}",
            ask=f"{_whose(view)}, and {more}?",
            criteria=[who(name, others), second],
            hints=(
                "Look for a word of speaking or thinking near it, and for the name beside that word.",
                (f"Read paragraph {said.address.paragraph} again, slowly.", [f"p{said.address.paragraph}"]),
                "Try to finish this: “The one who says so is …, and …”",
            ),
            samples=[
                sample(f"{with_article(name)} said that, {answer}", "met"),
                sample(f"{with_article(name)} said that.", {"holder": "met", second.name: "unmet"}),
                sample("I read that somewhere in the middle.", "unmet"),
            ],
            weight=view.weight,
        )


def who(name: str, others: Sequence[str]) -> Criterion:
    """The criterion of whose words they are."""
    return criterion(
        "holder",
        "whose words they are",
        "attributes",
        ("Who is it that says or thinks so?", "Whose name stands closest to those words?"),
        holder=aliases(name),
        others=[list(WRITER), *map(aliases, others)],
    )


def _whose(view: View) -> str:
    """How the question begins."""
    place = in_words(view.sentence.address)
    if view.is_quoted:
        return f"“{view.excerpt}”, it says in {place}. Whose words are these"
    return f"{'Who says' if view.can_be_checked else 'Whose view is it'} that “{view.excerpt}” ({place})"


def _more(view: View, name: str) -> tuple[str, Criterion, str]:
    """What else is asked: its words, its criterion, and how a full answer goes on.

    Where the name stands in another sentence, which one shows whose words they are; of what can be checked, how they
    might know; and of an opinion, what the writer makes of it.
    """
    if name.split()[-1] not in view.article.words_of(view.sentence):
        probe = ("Which sentence tells you whose words those are?", "Where does the name stand?")
        return (
            "which sentence tells you so",
            cites("where", "where to see that", probe, _told_in(view)),
            f"see [{view.sentence.address}].",
        )
    if view.can_be_checked:
        probe = ("How could somebody come to know that?", "What have they seen or done themselves, do you think?")
        return (
            "how might they know",
            length("how-known", "a way to know it", probe, 9),
            "perhaps from having been there with open eyes.",
        )
    probe = (
        "What does the writer do with that view: pass it on, praise it, doubt it?",
        "Which words nearby are the writer's own?",
    )
    return (
        "what does the writer seem to make of it",
        mentions("treatment", "what the writer makes of it", probe, {"treatment": TREATMENT}, denied=True),
        "and the writer does not seem to agree.",
    )


def _told_in(view: View) -> list[str]:
    """Where it can be seen whose words they are: where they stand, where they are reported, where the name does."""
    article, place = view.article, view.sentence.address.paragraph
    spans = [span for span in (view.found.source, view.found.cue, view.content) if span]
    numbers = {place, *(sentence.address.paragraph for span in spans for sentence in article.sentences_in(span))}
    last = view.holder.split()[-1]
    named = (block.number for block in reversed(article.paragraphs[:place]) if _names(article, block, last))
    return [f"p{number}" for number in sorted(numbers | {*islice(named, 1)})]


def _names(article: Article, block: Block, name: str) -> bool:
    return any(name in article.words_of(sentence) for sentence in block.sentences)
