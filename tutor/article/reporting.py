"""Words that report who says or thinks what. The lists are this project's own; verbs are dictionary forms."""

from __future__ import annotations

from tutor.article.meaning import base

# Verbs of speech: they may stand beside a quotation, and "X said" may follow what was said.
SPEECH = frozenset(
    """say tell add ask reply answer respond shout whisper yell cry exclaim explain note remark continue conclude insist
    argue claim contend warn admit concede acknowledge agree announce declare state write tweet joke recall observe
    comment suggest predict promise mutter murmur groan gasp pant chuckle growl sigh urge demand allege assert maintain
    stress emphasize emphasise complain confirm deny testify lament boast quip advise direct question report estimate
    caution counter stammer grumble scream plead press repeat vow reveal hint estimate point conclude mention
    remind assure reiterate speculate theorize opine snap sneer protest""".split()
)
# Verbs of thought and of showing: with what they say after them only.
THOUGHT = frozenset(
    """think believe feel hope fear expect suspect doubt know reckon guess worry assume consider imagine understand
    realize realise find show indicate learn hear see decide propose rule conclude""".split()
)
# Those of them that need a "that", as they mostly tell what somebody does.
NEEDS_THAT = frozenset(
    """know feel find show indicate learn hear see decide rule consider imagine understand realize realise point
    direct press question answer tell ask report write continue announce declare deny demand testify reveal recall vow
    agree complain state allege call repeat remind assure urge demand promise respond reply
    comment snap protest mention sigh cry""".split()
)
# Verbs whose object is what is said: "calls it a grab", "accuses them of lying".
JUDGES = frozenset(
    "call describe accuse blame criticize criticise condemn praise dismiss label dub brand denounce".split()
)
# Forms that are nouns as often as verbs: whoever says it must be named right before them.
NOUN_FORMS = frozenset(
    """claim claims report reports comment comments answer answers demand demands estimate estimates promise promises
    question questions state states remark remarks note notes hope hopes fear fears doubt doubts finds direct press cry
    cries show shows call calls label labels brand blame praise joke jokes point points rule rules counter hint hints
    sees see guess plead snap tweet tweets""".split()
)
# A noun of saying that a possessive makes somebody's: "in her view", "Rossi's claim that".
VIEWS = frozenset("view opinion words eyes judgement judgment estimate account version mind".split())

_IRREGULAR = {"said": "say", "told": "tell", "thought": "think", "wrote": "write", "felt": "feel", "saw": "see"}


def verb(word: str) -> str:
    """The dictionary form of a lower-case verb as written."""
    return _IRREGULAR.get(word) or base(word)
