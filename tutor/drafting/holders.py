"""Whom a view is given to: by name, or in the article's own words for them."""

from __future__ import annotations

import re

from tutor.article import Article, Sentence
from tutor.article.analysis import Analysis
from tutor.article.closed import CALENDAR, TITLES
from tutor.article.inflections import plural
from tutor.article.voices import Attribution
from tutor.article.words import words_of
from tutor.drafting.groups import GROUPS, IRREGULAR
from tutor.drafting.phrases import phrases

# What comes after the name of a group says which one it is; the name is before it.
_AFTER = re.compile(r"\s(?:of|on|in|at|for|from|with|who|which|that|by|to)\s|,")
_LITTLE = frozenset(
    "the a an his her its their our my this that these those some many most all any each one two own other said "
    "i you he she it we they who me him them us no".split()
)
# Nobody in particular, or no one at all.
_NOBODY = re.compile(
    r"^(?:(?:any|no ?|some|every)(?:one|body)|people|others|whoever|it|they|we|you|i)\b",
    re.IGNORECASE,
)
# Offices whose name goes on: who holds one is named at its end ("Member of Parliament Ann Lee").
_OFFICE = re.compile(
    r"(?:the )?(?:member|secretary|minister|chief|head|director|leader|chair|speaker) of (?:the )?[A-Z]\w+ "
    r"([A-Z][\w’'-]+ [A-Z][\w’'-]+)$",
    re.IGNORECASE,
)
# What may stand before people who are left unnamed: "some experts", "most analysts".
_LOOSE = frozenset("some many most several other few all leading top".split())
# Beside the kinds of people that articles talk about: those who are called on without a name. Own list.
_CALLED_ON = frozenset(
    """activists advocates aides analysts authorities biologists campaigners commentators critics economists experts
    historians insiders lawmakers observers opponents papers polls pollsters reports researchers rivals scholars sources
    specialists strategists studies surveys witnesses""".split()
)
_KINDS = _CALLED_ON | frozenset(IRREGULAR.get(group, plural(group)) for group in GROUPS)
_MOST_WORDS = 4
_BEFORE_A_START = (".", "!", "?", ":", "“", '"', "‘", "…")
_TITLED = frozenset(f"{title}." for title in TITLES)


def holder(analysis: Analysis, found: Attribution) -> str:
    """Whose view it is, by name, or in the article's own words for them; "" where that is nobody to be named."""
    source = found.source.of(analysis.article.text) if found.source else ""
    office = _OFFICE.match(source)
    named = office.group(1) if office else found.holder or source
    if not named or _NOBODY.search(named):
        return ""
    words = [word for word in _AFTER.split(named)[0].split() if word.casefold() not in _LITTLE]
    text = " ".join(words).strip(" ,.;:“”\"'’")
    if all(word.casefold().strip(".") in TITLES for word in words):
        return ""  # any president, as far as the rules can see
    return text if 1 <= len(words) <= _MOST_WORDS and text[:1].isalpha() else ""


def is_unnamed(analysis: Analysis, found: Attribution) -> bool:
    """Whether it is given to people of whom the article only says what they are: "experts", "some analysts"."""
    if not found.source or not (words := found.source.of(analysis.article.text).split()):
        return False
    while words and words[0].casefold() in _LOOSE:
        words = words[1:]
    name = holder(analysis, found).split()
    if not words or not name:
        return False
    head = words[0].strip(",")
    inner = [word for word in name if word[:1].isupper() and word != head]
    return head.casefold() == name[0].casefold() and head.casefold() in _KINDS and not inner


def aliases(name: str) -> list[str]:
    """A name as learners write it: in full, and its last and first word; of a group, its last word too."""
    words = [word for word in name.split() if word.casefold() not in _LITTLE]
    plain = [word for word in words if word.casefold().strip(".") not in TITLES]
    person = all(word[:1].isupper() for word in plain)  # and not the Smith campaign, which is another than Smith
    single = [word for word in (*plain[-1:], *(plain[:1] if person else ())) if len(word) > 2]
    return phrases([name, *single]) if name[:1].isupper() else phrases([name, *words[-1:]])


def with_article(name: str) -> str:
    """A name as a sentence begins with it."""
    return name if name[:1].isupper() else f"The {name}"


def heard(analysis: Analysis) -> frozenset[str]:
    """The words of all to whom something is given, small, without possessives."""
    text = analysis.article.text
    sources = [found.source.of(text) for found in analysis.attributions if found.source]
    said = " ".join([*sources, *(found.holder for found in analysis.attributions)]).casefold().replace("’", "'")
    return frozenset(word.strip(".,\"“”'").removesuffix("'s") for word in said.split())


def proper_names(article: Article) -> dict[str, list[Sentence]]:
    """The words with a capital where no sentence begins, titles and dates left out, and the sentences they are in."""
    found: dict[str, list[Sentence]] = {}
    for sentence in article.sentences:
        text = article.words_of(sentence)
        for word in words_of(text):
            name = word.span.of(text).replace("’", "'").removesuffix("'s")
            before = text[: word.span.start].rstrip()
            begins = not before or (before.endswith(_BEFORE_A_START) and before.split()[-1].lower() not in _TITLED)
            fit = len(name) > 2 and name[0].isupper() and name.isalpha() and not name.isupper()
            if fit and not begins and name.casefold() not in CALENDAR | TITLES:
                found.setdefault(name, []).append(sentence)
    plain = {word.word for word in words_of(_small(article))}
    return {name: places for name, places in found.items() if name.casefold() not in plain}


def _small(article: Article) -> str:
    """The words of an article that are written small: a name that is one of them is a word in capitals, too."""
    return " ".join(
        word for sentence in article.sentences for word in article.words_of(sentence).split() if word.islower()
    )
