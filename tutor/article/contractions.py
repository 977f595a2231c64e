"""Contractions and what they stand for: one table for what the article says and for what learners type."""

from __future__ import annotations

# Typed without the apostrophe, or with it in the wrong place. "wont" and "cant" are words too, but not in what learners
# write; "ill" and "well" stay as they are, since there they are.
_VERBS = "do does did is are was were would could should has have had need must ai".split()
_SLIPS = {
    "do": "dont't doent dnt",
    "does": "dosent dosnt doesent doesn dosn't dosen't doesen't dosint doesnot",
    "did": "didint dident didn did't didnot",
    "is": "isent isint",
    "was": "wasent wasint",
    "were": "werent werint",
    "are": "arint",
    "could": "couldent couldnot",
    "would": "wouldent",
    "should": "shouldent",
    "have": "havnt",
    "has": "hasent",
    "can": "can't cant cannot",
    "will": "won't wont",
    "shall": "shan't shant",
}
CONTRACTIONS: dict[str, tuple[str, ...]] = {
    **{f"{verb}nt": (verb, "not") for verb in _VERBS},
    **{slip: (verb, "not") for verb, slips in _SLIPS.items() for slip in slips.split()},
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "hes": ("he", "is"),
    "shes": ("she", "is"),
    "thats": ("that", "is"),
    "theyre": ("they", "are"),
    "youre": ("you", "are"),
    "whats": ("what", "is"),
    "whos": ("who", "is"),
    "theres": ("there", "is"),
    "gonna": ("going", "to"),
}
_ENDINGS = {"re": "are", "m": "am", "ve": "have", "ll": "will", "d": "would"}
_IS = frozenset("it that he she there who what here where how when why".split())


def opened(token: str) -> tuple[str, ...]:
    """The words a lower-case token with straight apostrophes stands for: "isn't" is "is" and "not".

    A possessive loses its "'s", as "Rossi's" is about Rossi.
    """
    known = CONTRACTIONS.get(token)
    if known is not None:
        return known
    if "'" not in token:
        return (token,)
    if token.endswith("n't") and len(token) > 3:
        return (token[:-3], "not")
    stem, _, ending = token.rpartition("'")
    if ending in _ENDINGS:
        return (*opened(stem), _ENDINGS[ending])
    if ending == "s":
        return (stem, "is") if stem in _IS else (stem,)
    return (token.replace("'", ""),)
