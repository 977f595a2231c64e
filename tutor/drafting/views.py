"""What people are certain to say, think or want, fit to be asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tutor.article import Article, Sentence, Span
from tutor.article.analysis import Analysis
from tutor.article.closed import AUXILIARIES, DETERMINERS, SUBJECTS
from tutor.article.opinion import Opinion, leaning
from tutor.article.voices import Attribution
from tutor.drafting.holders import aliases, holder, is_unnamed
from tutor.drafting.proposal import excerpt

# A view of so many words can be told from others, and thought about.
_LEAST_CONTENT = 6
# What a view weighs that is a clause of its own; a piece of one reads badly, alone.
_WHOLE = 2.0
# The verb of a clause comes within so many words.
_VERB_WITHIN = 8
# So many others are enough to tell a wrong name by.
_MOST_OTHERS = 4
# So many characters before a view hold the sign or the word before it.
_BEFORE = 30
_MARKS = "“\"‘'«"
# With these words a piece of a clause begins, or a clause that cannot be understood alone.
_GOES_ON = frozenset(
    "is are was were be been has have had will would can could should may might do does did to".split()
)
_POINTING = frozenset("he she it they this that these those his her its their he's she's it's they're they'd".split())


@dataclass(frozen=True, slots=True)
class View:
    """What somebody is reported to say, think or want; `holder` is who, as they are named here."""

    article: Article
    found: Attribution
    content: Span
    holder: str

    @property
    def text(self) -> str:
        """All of it, as written."""
        return self.content.of(self.article.text)

    @property
    def excerpt(self) -> str:
        """What a question quotes of it; "" where nothing is fit for that."""
        return excerpt(self.article, self.content)

    @property
    def sentence(self) -> Sentence:
        """Where it begins."""
        return next(self.article.sentences_in(self.content))

    @property
    def is_quoted(self) -> bool:
        """Whether it stands in quotation marks."""
        return self.text[0] in _MARKS or self.article.text.endswith(tuple(_MARKS), 0, self.content.start)

    @property
    def can_be_checked(self) -> bool:
        """Whether it is more of a fact than of an opinion, true or not."""
        return leaning(self.text).opinion is Opinion.FACT_LIKE

    @property
    def weight(self) -> float:
        """People by name before others, whole clauses and quotations before pieces, what goes on for long first."""
        words = self.text.removeprefix("that ").split()
        first = words[0].strip(_MARKS).casefold().replace("’", "'")
        quoted = self.is_quoted
        if not quoted and first in _GOES_ON:
            return 0.0
        start = self.content.start
        told = self.article.text[max(0, start - _BEFORE) : start].rstrip().endswith((" that", ":"))
        whole = _is_clause(words, quoted=quoted, told=told)
        pointing = first in _POINTING and not quoted
        named = any(part[:1].isupper() for part in self.holder.split())
        return _WHOLE * whole + 0.5 * named + min(len(words), 20) / 20 - 0.8 * pointing

    def is_fit(self, name: str, least: int) -> bool:
        """Whether to ask whose it is: one that is whole, of so many words at least, no question, without the name."""
        asks = self.article.text.startswith("?", self.content.end)
        view = self.excerpt.casefold()
        told = any(alias.casefold() in view for alias in aliases(name))
        return bool(view) and not asks and not told and len(self.text.split()) >= least and self.weight >= _WHOLE


def certain_views(analysis: Analysis, *, least: int = _LEAST_CONTENT) -> Iterator[tuple[View, str, list[str]]]:
    """For each who is named and certain to say something: their best view, their name, and some others'."""
    by_holder: dict[str, list[View]] = {}
    for found in analysis.attributions:
        if found.certain and found.content and not is_unnamed(analysis, found) and (name := holder(analysis, found)):
            view = View(analysis.article, found, found.content, name)
            by_holder.setdefault(name.split()[-1].casefold(), []).append(view)
    names = {key: max((view.holder for view in views), key=len) for key, views in by_holder.items()}
    for key, views in by_holder.items():
        ordered = sorted(views, key=lambda view: -view.weight)
        best = next((view for view in ordered if view.is_fit(names[key], least)), None)
        if best:
            others = islice((name for other, name in names.items() if other != key), _MOST_OTHERS)
            yield best, names[key], list(others)


def _is_clause(words: Sequence[str], *, quoted: bool, told: bool) -> bool:
    """Whether what is said can stand alone: as a quotation that begins a sentence, after "that", or by its verb."""
    first = words[0].strip(_MARKS)
    if quoted:
        return first[:1].isupper() or first[:1].isdigit()
    begins = first[:1].isupper() or first[:1].isdigit() or first.casefold() in DETERMINERS | SUBJECTS
    return told or (begins and any(word.casefold() in AUXILIARIES for word in words[:_VERB_WITHIN]))
