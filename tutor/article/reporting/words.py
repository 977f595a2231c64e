"""What a single word looks like: a pronoun with or without a helper, the verb of a clause."""

from __future__ import annotations

from tutor.article.closed import AUXILIARIES, DETERMINERS, SAYERS, SUBJECTS, may_be_past
from tutor.article.lines import Line
from tutor.article.reporting.lexicon import DOUBTFUL, VERBS, Form

_PRONOUN_LIKE = frozenset("that some many most all both others few".split())


def pronoun(word: str) -> str:
    """The pronoun that a word is, or begins with: "they" of "they'll"; empty where there is none."""
    stem = word.partition("'")[0]
    return stem if stem in SUBJECTS or stem in ("you", "who") else ""


def is_verb(line: Line, at: int, begin: int = 0) -> bool:
    """Whether word `at` looks like the verb of a clause."""
    word = line.low[at]
    if word in AUXILIARIES or word == "not":
        return True
    if line.words[at].capital and not line.headline:
        return False
    before = line.low[at - 1] if at > begin else ""
    if before in DETERMINERS or before.endswith("'s"):
        return before in _PRONOUN_LIKE and may_be_past(word)
    known = VERBS.get(word)
    if known and word not in DOUBTFUL and known[1] is not Form.ING:
        many = before in SAYERS or before in ("to", "not") or before.endswith("s") or before in AUXILIARIES
        return known[1] is not Form.BASE or many
    return may_be_past(word)
