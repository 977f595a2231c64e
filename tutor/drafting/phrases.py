"""Groups of phrases that hold for any article, and phrases made of an article's own words.

The lists are this project's own. They are wide on purpose: a question that nobody wrote by hand must take any fair
way of answering it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tutor.article.text import printable

WRITER = ("author", "writer", "columnist", "journalist", "reporter", "editor", "narrator", "who wrote")

NOT_SAID = (
    "not/never say/tell/mention/write/state/explain/give/show/name/know/clear/specify", "no idea/source", "unclear",
    "unknown", "without saying/telling/source", "(nobody | no one) know/say/count", "=made up", "guess", "estimate",
    "only/just says/thinks",
)  # fmt: skip
CHECKED = (
    "check", "look [it] up", "look for/in/at/on", "find [it] out", "search", "google", "count", "compare", "phone",
    "email", "measure", "test", "ask ...3 who/them/him/her/people/expert/office/council/teacher/someone/somebody",
    "in/from/on/at/with/see/read/find/by ...3 report/statistic/study/survey/record/data/document/library/website",
    "in/from/on/at/with/see/read/find/ask ...3 internet/book/newspaper/university/office/government/council/official",
    "ask/trust ...3 expert/scientist/researcher", "other/another/second/different article/site/source/newspaper",
    "comes/came/got/get from", "source",
)  # fmt: skip
EVIDENCE_TALK = (
    "evidence", "proof", "prove", "number", "figure", "show", "support", "speak for", "back [it] up", "nothing", "none",
    "no ...2 source/number/name/reason/fact", "example", "fact", "claim", "reason", "because", "argument",
    "tell [us] that/how", "only/just says",
)  # fmt: skip
OPINION_SIGNS = (
    "nobody/not/never/hard/how ...3 check/prove/test/measure", "not/no fact/proof/evidence/true/sure", "disagree",
    "agree", "feel", "feeling", "believe", "belief", "judge", "she/he/writer/author ...2 think", "judgement", "judging",
    "taste", "depends", "some/other/different people", "not everyone/everybody", "someone else", "future", "predict",
    "prediction", "guess", "should", "better", "worse", "good", "bad", "word", "emotion", "exaggerate", "exaggeration",
    "personal", "point of view", "perspective", "likes", "wants",
)  # fmt: skip
PARTS = (
    "fact", "opinion", "true", "half", "both", "mix", "mixed", "first/second/last/one/other part/half/word/bit",
    "beginning", "end", "all/none/nothing/everything/most of it", "number", "name", "date", "adjective", "rest",
    "feeling", "he/she/they/writer/author thinks/feels/believes/means", "exaggerate", "exaggeration", "judge",
)  # fmt: skip
EFFECT = (
    "bad", "good", "worse", "better", "worst", "best", "negative", "positive", "nice", "nasty", "mean", "cruel", "evil",
    "selfish", "unfair", "fair", "wrong", "right", "stupid", "clever", "silly", "weak", "strong", "dangerous", "scary",
    "scared", "afraid", "fear", "worry", "angry", "anger", "sad", "sorry", "pity", "happy", "proud", "shame", "guilty",
    "dishonest", "honest", "liar", "hero", "victim", "villain", "criminal", "important", "great", "terrible", "awful",
    "horrible", "serious", "harmless", "big", "bigger", "huge", "small", "unimportant", "ridiculous", "funny",
    "exciting", "hopeful", "hope", "hopeless", "trust", "respect", "admire", "like", "dislike", "hate", "love", "side",
    "biased", "bias", "exaggerate", "dramatic", "urgent", "emotional", "emotion", "feel", "blame", "praise",
    "criticise", "criticize", "doubt", "untrue", "true", "wonderful", "beautiful", "ugly", "useful", "useless",
    "greedy", "generous", "brave", "unsafe", "safe", "harsh", "cold", "warm", "friendly", "unfriendly",
    "suspicious", "wise", "foolish",
)  # fmt: skip
STANDS_BEHIND = (
    *WRITER, "newspaper", "paper", "magazine", "website", "site", "company", "organisation/organization", "publisher",
    "someone/somebody who", "(nobody | no one) ...2 named", "not say who", "no name",
)  # fmt: skip
WANTED = (
    "would/want/like/need/love [to] know/ask/learn/find/hear", "i ...2 wonder", "whether", "if they/he/she", "who paid",
    "how they/he/she know", "what/which job/side/party/experience", "qualified", "check who", "more about",
)  # fmt: skip
TREATMENT = (
    "agree", "disagree", "share", "not share", "doubt", "believe", "mock", "make fun", "laugh at", "support", "back",
    "for/against it/this/that", "dismiss", "reject", "accept", "like", "dislike", "neutral", "no side", "take side",
    "same/different/other/opposite view/opinion/side", "only/just/simply report/repeat/tell/quote/say/pass/inform",
    "not say/tell/show/comment/judge", "no opinion", "criticise", "criticize", "sarcastic", "ironic", "praise", "trust",
    "think so too", "thinks the same", "on ...2 side", "unclear", "not clear", "hard to say/tell",
)  # fmt: skip
TRUSTED = (
    "trust", "believe", "sure", "certain", "reliable", "unreliable", "doubt", "convince", "convincing", "weak",
    "strong", "sceptical", "skeptical", "careful", "half", "a lot", "not ...2 much/far", "a little/bit", "true",
    "depends", "not at all", "none", "completely", "credible", "likely", "unlikely", "=real", "fully", "qualified",
    "biased",
)  # fmt: skip
THEIRS = (
    "tell us/me/you", "could/can/would/might tell/explain/show/describe", "know", "think", "feel", "experience", "life",
    "lives", "how it is", "what it is like", "whether", "story", "side", "opinion", "view", "afraid", "want", "need",
    "lose", "help", "hurt", "happen", "see", "saw", "hear", "ask them", "worry", "hope", "plan",
)  # fmt: skip
WEIGHED = (
    "because", "since", "if", "matter", "important", "depends", "surprising", "surprise", "strange", "odd", "doubt",
    "doubtful", "wrong", "mistake", "unlikely", "likely", "exaggerate", "exaggeration", "hard to believe",
    "everything/rest/whole/all else", "sounds", "big/biggest claim", "not sure/true/believe/know", "could not",
)  # fmt: skip
TELLERS = (
    "narrator", "teller", "main character/person", "author", "writer", "character", "hero", "heroine", "girl", "boy",
    "child", "man", "woman", "student", "teacher", "mother", "father", "mum", "mom", "dad", "parent", "sister",
    "brother", "aunt", "uncle", "grandmother", "grandfather", "friend", "coach", "neighbour", "neighbor", "family",
    "the others/rest", "everybody/everyone/nobody", "no one", "first/third person", "different people",
)  # fmt: skip
SHOWN = (
    "show", "because", "again", "another", "same", "as if", "seem",
    "how ...3 talk/look", "how ...3 do/say/act/move", "notice",
)  # fmt: skip
THOUGHTS = (
    "think", "thought", "feel", "feeling", "want", "wish", "hope", "fear", "afraid", "worry", "worried", "wonder",
    "know", "believe", "miss", "sad", "happy", "angry", "proud", "lonely", "tired", "guilty", "sorry", "love",
    "hate", "like", "regret", "remember", "dream",
)  # fmt: skip

_NO_WORD = re.compile(r"[^\w\s'’-]+")


def phrase(text: str) -> str:
    """Words of an article as a phrase: without signs, which it would take for its own; "" when nothing is left."""
    words = _NO_WORD.sub(" ", printable(text)).replace("’", "'").replace("_", " ").split()
    return " ".join(word for word in words if any(char.isalnum() for char in word))


def unsaid(words: Iterable[str], ask: str) -> list[str]:
    """Phrases without those that a question says itself, as its quotation may: saying them back would be no answer."""
    said = {word.strip("“”\"'’.,;:!?").casefold() for word in ask.split()}
    said |= {word.removesuffix("s") for word in said}
    return [word for word in words if word.casefold() not in said]


def phrases(texts: Iterable[str]) -> list[str]:
    """Phrases, each once, whatever the case."""
    made = (phrase(text) for text in texts)
    return list({text.casefold(): text for text in made if text}.values())
