"""Whether a text is English, for which all rules and word lists here are made."""

from __future__ import annotations

from tutor.article.closed import AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECTS
from tutor.article.index import index_of
from tutor.article.model import Article

# A third of the words of English prose are such, and next to none of other languages'. Own figures, from the 84
# articles of the benchmark and from texts in five other languages; too short a text tells nothing.
LITTLE = AUXILIARIES | DETERMINERS | PREPOSITIONS | SUBJECTS
_LITTLE_SHARE = 0.2
_TOO_SHORT = 12


def is_english(article: Article) -> bool:
    """Whether enough of the words are the little words of English, without which the rules find nothing."""
    words = [word.word for word in index_of(article).words]
    little = sum(word in LITTLE for word in words)
    return len(words) < _TOO_SHORT or little >= _LITTLE_SHARE * len(words)
