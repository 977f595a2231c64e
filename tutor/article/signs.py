"""Word classes that lean a sentence towards opinion or towards fact. None is about a topic or a person.

All lists are this project's own: the closed classes of English grammar, and classes of meaning written down from what
English has for them; none was taken from another list or counted in a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from tutor.article.changes import NEGATIONS
from tutor.article.closed import CALENDAR, TITLES
from tutor.article.inflections import of_nouns, of_verbs
from tutor.article.judging import BLAME, EITHER, MILD, PRAISE


class Sign(StrEnum):
    """What a word does in a sentence that is more common in opinion, or in fact."""

    BLAME = "blame"
    PRAISE = "praise"
    EITHER = "may judge"
    MILD = "weighs"
    STRESS = "stress"
    DEGREE = "degree"
    SUMMING_UP = "sums up"
    WE = "we"
    FACE = "I and you"
    DENYING = "denies"
    ARGUING = "argues"
    ASKING = "asks"
    POINTING = "points"
    URGING = "urges"
    MEANING = "thinks and means"
    PRESENT = "is so"
    SAID = "said"
    PAST = "past"
    DATE = "date"
    ACT = "act on record"
    RECORD = "record"
    NUMBER = "number"


# Adverbs and the like that put weight on what is said.
_STRESS = """
absolutely actually admittedly aggressively apparently badly basically bitterly blatantly blindly categorically
certainly clearly completely conveniently deeply definitely deliberately desperately doubtless dramatically drastically
effectively endlessly entirely especially essentially evidently exactly exceedingly excessively explicitly extremely
famously fiercely finally flatly frankly fully fundamentally generally genuinely greatly grossly heavily highly
honestly hopefully hugely immediately immensely increasingly incredibly indeed inevitably inherently instantly
intensely intentionally ironically largely literally luckily massively merely miraculously naturally notoriously
obviously oddly openly overly overwhelmingly particularly perfectly plainly precisely presumably profoundly purely
purportedly purposely quickly radically rapidly rarely readily really relatively repeatedly rightfully rightly
routinely sadly seemingly seriously severely sharply simply singularly solely starkly strangely strikingly strongly
suddenly supposedly surely surprisingly systematically thankfully thoroughly totally truly ultimately understandably
undoubtedly unequivocally unfortunately usually utterly vastly virtually wholly widely wrongly
"""
_DEGREE = """
all already always any barely better bigger biggest enough even ever every far few greater greatest hardly just largest
least less little many mere more most much only pretty quite rather smaller so still such than too very worse worst yet
"""
# Nouns that a writer sums up with: "the truth is", "a kind of", "the whole point".
_SUMMING_UP = """
answer attitude chance choice consequence course culture danger difference doubt evil example excuse extent faith fear
freedom future good heart history hope idea interest irony job kind lesson life logic matter message mind mistake
moment myth nature notion past point power principle problem purpose question reality reason right sense sign solution
sort soul spirit story thought tragedy truth value view way wonder word world
"""
_WE = "we us our ours ourselves we're we've we'll we'd let's"
_FACE = """
i i'd i'll i'm i've me mine my myself you you'd you'll you're you've your yours yourself yourselves
"""
_ARGUING = """
although because but consequently despite hence however if instead meanwhile nevertheless nonetheless otherwise perhaps
regardless since so therefore though thus unless unlike whereas why yet
"""
_ASKING = "how what what's why"
_POINTING = "here here's it's that that's there there's these this those"
_URGING = "must mustn't need needn't needs ought should shouldn't"
_MEANING = """
assume believe blame care deserve doubt enjoy expect fail feel forget guarantee guess hate hope ignore imagine insist
know learn let like love matter mean need prefer pretend prove realise realize refuse remember seem suppose think trust
try understand want wish wonder
"""
_ANYBODY = """
anybody anyone anything bunch everybody everyone everything folks guy guys kind lot lots no-one nobody nothing people
somebody someone something sort stuff thing things
"""
_PRESENT = "am are be being can can't cannot is will won't"
_SAID = """
according added announced asked called confirmed described explained noted replied reported responded said stated
testified told tweeted wrote
"""
_SOON = "today tonight tomorrow yesterday"
# What news tells of as done: acts that somebody keeps a record of.
_ACTS = """
acquire announce appear appoint approve arrest arrive attend award begin cancel charge cite climb close conduct confirm
convict decline decrease deport detain diagnose die donate drop elect estimate expire extend fall file hold identify
increase injure interview introduce investigate issue join kill launch meet nominate obtain open order pass plan post
postpone publish raise receive register reject release report request resign rise rule schedule sentence shoot sign
start sue survey suspend testify total tweet visit vote
"""
# Who is on record, and where and when.
_RECORDS = """
afternoon agency amendment analysis announcement attorney authority average bill briefing campaign candidate case
chairman city commission committee company conference contract council county court data day decision department
director district document email employee estimate evening event executive figure firm governor hearing hour interview
investigator judge law lawmaker lawsuit lawyer legislation letter measure meeting memo minister ministry minute month
morning news night number office officer official page patient percent percentage police poll professor program
proposal prosecutor rate region regulation report reporter representative researcher resident ruling scientist
secretary senator session spokesman spokesperson spokeswoman state statement study survey suspect total town university
video vote website week year
"""

_OF_WORDS: Mapping[Sign, frozenset[str]] = {
    Sign.BLAME: BLAME,
    Sign.PRAISE: PRAISE,
    Sign.EITHER: EITHER,
    Sign.MILD: MILD,
    Sign.STRESS: frozenset(_STRESS.split()),
    Sign.DEGREE: frozenset(_DEGREE.split()),
    Sign.SUMMING_UP: of_nouns(_SUMMING_UP.split()),
    Sign.WE: frozenset(_WE.split()),
    Sign.FACE: frozenset(_FACE.split()),
    Sign.DENYING: NEGATIONS,
    Sign.ARGUING: frozenset(_ARGUING.split()),
    Sign.ASKING: frozenset(_ASKING.split()),
    Sign.POINTING: frozenset(_POINTING.split()),
    Sign.URGING: frozenset(_URGING.split()),
    Sign.MEANING: of_verbs(_MEANING.split()) | frozenset(_ANYBODY.split()),
    Sign.PRESENT: frozenset(_PRESENT.split()),
    Sign.SAID: frozenset(_SAID.split()),
    Sign.DATE: (CALENDAR | frozenset(_SOON.split())) - {"may", "march"},
    Sign.ACT: of_verbs(_ACTS.split()),
    Sign.RECORD: of_nouns(_RECORDS.split()) | TITLES,
}


def _signs() -> Mapping[str, tuple[Sign, ...]]:
    found: dict[str, tuple[Sign, ...]] = {}
    for sign, words in _OF_WORDS.items():
        for word in words:
            found[word] = (*found.get(word, ()), sign)
    return found


SIGNS = _signs()
"""Each word that is a sign, in lower case, and of what it is one; a word may be a sign of several things."""

OF_CONTENT = frozenset(
    {Sign.BLAME, Sign.PRAISE, Sign.EITHER, Sign.MILD, Sign.STRESS, Sign.SUMMING_UP, Sign.MEANING, Sign.ACT, Sign.RECORD}
)
"""Signs that a word with a capital inside a sentence does not give, as it is part of a name."""
