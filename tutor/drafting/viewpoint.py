"""Voices found become questions of whose view something is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tutor.article import Address, Sentence
from tutor.article.analysis import Analysis
from tutor.article.closed import AUXILIARIES, DETERMINERS, SUBJECTS
from tutor.article.opinion import Opinion, leaning
from tutor.article.voices import Attribution
from tutor.drafting.holders import aliases, holder, is_unnamed, with_article
from tutor.drafting.phrases import TREATMENT, WRITER
from tutor.drafting.proposal import Proposal, Table, criterion, excerpt, hints, in_words, sample
from tutor.lesson.kinds import Kind

# A view of so many words can be told from others, and thought about.
_LEAST_CONTENT = 6
# What a view weighs that is a clause of its own; a piece of one reads badly, alone.
_WHOLE = 2.0
# The verb of a clause comes within so many words.
_VERB_WITHIN = 8
_MARKS = "“\"‘'«"
# With these words a piece of a clause begins, or a clause that cannot be understood alone.
_GOES_ON = frozenset(
    "is are was were be been has have had will would can could should may might do does did to".split()
)
_POINTING = frozenset("he she it they this that these those his her its their he's she's it's they're they'd".split())


def viewpoint(analysis: Analysis) -> Iterator[Proposal]:
    """A question for each holder of a view that is certain to be theirs: on what is reported most fully of it."""
    for found, name, others in certain_views(analysis):
        yield _proposal(analysis, found, name, others)


def certain_views(analysis: Analysis, *, least: int = _LEAST_CONTENT) -> Iterator[tuple[Attribution, str, list[str]]]:
    """For each who is named and certain to say something: their best view, their name, and the names of the others."""
    article = analysis.article
    by_holder: dict[str, list[Attribution]] = {}
    for found in analysis.attributions:
        if found.certain and found.content and not is_unnamed(analysis, found) and (name := holder(analysis, found)):
            by_holder.setdefault(name.split()[-1].casefold(), []).append(found)
    names = {key: max((holder(analysis, one) for one in said), key=len) for key, said in by_holder.items()}
    for key, said in by_holder.items():
        others = [name for other, name in names.items() if other != key]
        for found in sorted(said, key=lambda one: -weight_of(analysis, one)):
            assert found.content is not None
            view = excerpt(article, found.content)
            asked = article.text[found.content.end : found.content.end + 2].startswith("?")
            if len(found.content.of(article.text).split()) < least or not view or asked:
                continue
            told = any(alias.casefold() in view.casefold() for alias in aliases(names[key]))
            if weight_of(analysis, found) >= _WHOLE and not told:
                yield found, names[key], others
                break


def _proposal(analysis: Analysis, found: Attribution, name: str, others: Sequence[str]) -> Proposal:
    article = analysis.article
    assert found.content is not None
    said = next(iter(article.sentences_in(found.content)))
    view, place = excerpt(article, found.content), in_words(said.address)
    begins = (
        f"“{view}”, it says in {place}. Whose words are these"
        if is_quoted(analysis, found)
        else f"Who says that “{view}” ({place})"
        if _can_be_checked(analysis, found)
        else f"Whose view is it that “{view}” ({place})"
    )
    more, second, answer = _more(analysis, found, name, said)
    question = {
        "kind": str(Kind.VIEWPOINT),
        "ask": f"{begins}, and {more}?",
        "about": [str(said.address)],
        "criteria": [who(name, others), second],
        "hints": hints(
            "Look for a word of speaking or thinking near it, and for the name beside that word.",
            (f"Read paragraph {said.address.paragraph} again, slowly.", [f"p{said.address.paragraph}"]),
            "Try to finish this: “The one who says so is …, and …”",
        ),
        "samples": [
            sample(f"{with_article(name)} said that, {answer}", "met"),
            sample(f"{with_article(name)} said that.", {"holder": "met", str(second["id"]): "unmet"}),
            sample("I read that somewhere in the middle.", "unmet"),
        ],
    }
    why = f"a view that is given to {name}"
    return Proposal(Kind.VIEWPOINT, said, why, weight_of(analysis, found), question, _treatment(second))


def who(name: str, others: Sequence[str]) -> Table:
    """The criterion of whose words they are."""
    return criterion(
        "holder",
        "whose words they are",
        "attributes",
        ("Who is it that says or thinks so?", "Whose name stands closest to those words?"),
        holder=aliases(name),
        others=[list(WRITER), *(aliases(other) for other in others[:4])],
    )


def _more(analysis: Analysis, found: Attribution, name: str, said: Sentence) -> tuple[str, Table, str]:
    """What else is asked: its words, its criterion, and how a full answer goes on.

    Where the name stands in another sentence, which one shows whose words they are; of what can be checked, how they
    might know; and of an opinion, what the writer makes of it.
    """
    assert found.content is not None
    if name.split()[-1] not in analysis.article.words_of(said):
        probe = ("Which sentence tells you whose words those are?", "Where does the name stand?")
        places = _told_in(analysis, found, said.address)
        return (
            "which sentence tells you so",
            criterion("where", "where to see that", "cites", probe, sources=places),
            f"see [{said.address}].",
        )
    if _can_be_checked(analysis, found):
        probe = ("How could somebody come to know that?", "What have they seen or done themselves, do you think?")
        return (
            "how might they know",
            criterion("how-known", "a way to know it", "length", probe, words=9),
            "perhaps from having been there with open eyes.",
        )
    probe = (
        "What does the writer do with that view: pass it on, praise it, doubt it?",
        "Which words nearby are the writer's own?",
    )
    return (
        "what does the writer seem to make of it",
        criterion("treatment", "what the writer makes of it", "mentions", probe, any_of=["treatment"], denied=True),
        "and the writer does not seem to agree.",
    )


def _can_be_checked(analysis: Analysis, found: Attribution) -> bool:
    """Whether what is said is more of a fact than of an opinion, true or not."""
    assert found.content is not None
    return leaning(found.content.of(analysis.article.text)).opinion is Opinion.FACT_LIKE


def _treatment(second: Table) -> dict[str, Sequence[str]]:
    return {"treatment": TREATMENT} if second["id"] == "treatment" else {}


def _told_in(analysis: Analysis, found: Attribution, place: Address) -> list[str]:
    """Where it can be seen whose words they are: where they stand, where they are reported, where the name does."""
    article = analysis.article
    spans = [span for span in (found.source, found.cue, found.content) if span]
    numbers = {place.paragraph, *(s.address.paragraph for span in spans for s in article.sentences_in(span))}
    last = holder(analysis, found).split()[-1]
    before = [
        s.address for s in article.sentences if last in article.words_of(s) and s.address.paragraph <= place.paragraph
    ]
    return [f"p{number}" for number in sorted(numbers | {address.paragraph for address in before[-1:]})]


def is_quoted(analysis: Analysis, found: Attribution) -> bool:
    """Whether what is said stands in quotation marks."""
    assert found.content is not None
    text = analysis.article.text
    return text[found.content.start] in _MARKS or text[: found.content.start].endswith(tuple(_MARKS))


def _is_clause(words: Sequence[str], *, quoted: bool, told: bool) -> bool:
    """Whether what is said can stand alone: as a quotation that begins a sentence, after "that", or by its verb."""
    first = words[0].strip(_MARKS)
    if quoted:
        return first[:1].isupper() or first[:1].isdigit()
    begins = first[:1].isupper() or first[:1].isdigit() or first.casefold() in DETERMINERS | SUBJECTS
    return told or (begins and any(word.casefold() in AUXILIARIES for word in words[:_VERB_WITHIN]))


def weight_of(analysis: Analysis, found: Attribution) -> float:
    """People by name before others, whole clauses and quotations before pieces, what is said at some length first."""
    assert found.content is not None
    text = analysis.article.text
    words = found.content.of(text).removeprefix("that ").split()
    first = words[0].strip(_MARKS).casefold().replace("’", "'")
    quoted = is_quoted(analysis, found)
    before = text[: found.content.start].rstrip()
    whole = _is_clause(words, quoted=quoted, told=before.endswith((" that", ":")))
    pointing = first in _POINTING and not quoted
    if not quoted and first in _GOES_ON:
        return 0.0
    named = any(part[:1].isupper() for part in holder(analysis, found).split())
    return _WHOLE * whole + 0.5 * named + min(len(words), 20) / 20 - 0.8 * pointing
