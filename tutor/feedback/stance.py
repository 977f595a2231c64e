"""Words that the tutor never says of its own: sides taken, verdicts given, reproach, gush, talk about itself.

All lists are this project's own. They are read on the tutor's own words alone: what is quoted, or is the lesson's, may
say anything. Entries are regular expressions over lower-case text with plain apostrophes, matched at word boundaries;
names in capitals stand for a group of words.
"""

from __future__ import annotations

import re
from functools import cache
from re import Pattern

_GROUPS = {
    "RIGHT": "right correct wrong incorrect true false perfect accurate complete mistaken",
    "JUST": "right wrong mistaken justified unjustified guilty innocent",
    "FAIR": "true false clear obvious right wrong fair unfair good bad important dangerous necessary",
    "GREAT": """good great excellent nice fantastic wonderful amazing awesome perfect brilliant impressive super strong
        lovely solid valid fair clever smart wise insightful thoughtful interesting useful""",
    "WORK": """job work start point thinking thought answer reply response observation idea question effort reading
        insight choice eye catch evidence example""",
    "WE": "we everyone everybody people society they",
    "SHOULD": "should must ought",
    "PLAN": "thing idea news plan policy leader decision law",
    "BE": "is are was were be being",
}


def _any_of(text: str) -> Pattern[str]:
    """The entries of a list, one to a line."""
    entries = [" ".join(line.split()) for line in text.strip().splitlines()]
    joined = "|".join(entries)
    for name, words in _GROUPS.items():
        joined = re.sub(rf"\b{name}\b", f"(?:{'|'.join(words.split())})", joined)
    return re.compile(rf"(?<![\w'])(?:{joined})(?![\w'])")


SIDES = _any_of(
    r"""
    i (?:think|believe|feel|agree|disagree|doubt|would say|am sure|hope|fear)
    in my (?:view|opinion|eyes)
    (?:to be honest|frankly|obviously|clearly|of course|surely|certainly|undoubtedly|no doubt|needless to say)
    (?:sadly|unfortunately|luckily|thankfully|rightly|wrongly|fairly|unfairly|shockingly|alarmingly)
    the (?:truth|fact|reality) is
    as (?:we|everyone|everybody|all) (?:all )?knows?
    (?:everyone|everybody) (?:knows|agrees)
    it is FAIR (?:that|to|for)
    BE JUST(?: (?:that|to|about|in))?
    WE (?:SHOULD|need to|have to)
    (?:SHOULD|needs?) (?:to )?(?:not )?(?:be|stop|act|pay|leave|stay|change|end|start|resign|go)
    (?:good|bad|terrible|great|wonderful|awful|best|worst) PLAN
    (?:finally|at last) somebody
    """
)
"""Opinions on the topic, or on who is right."""

_ALSO_LOADED = frozenset(
    """abusive blameless corrupt criminal dangerous extremist fair fraudulent generous guilty hero heroes honest
    honorable honourable illegal innocent lie lies lying misleading noble propaganda radical terrorist""".split()
)


@cache
def loaded() -> frozenset[str]:
    """Praise and blame, for parties and for texts: such a word may stand in quotation marks only.

    The words that judge in an article, and some that may be plain there but would not be from a tutor.
    """
    from tutor.article.judging import BLAME, PRAISE  # some thousand words: made when the first text is guarded

    return BLAME | PRAISE | _ALSO_LOADED


ACCUSATION = _any_of(
    r"""
    (?:he|she|it|they|who) (?:is|are|was|were) to blame
    (?:is|are|was|were) to blame
    (?:deserves?|deserved) (?:blame|praise|credit|support|punishment|better)
    """
)

VERDICTS = _any_of(
    r"""
    (?:that|this|it|which|your WORK) BE (?:\w+ )?(?:RIGHT|enough)
    (?:that|it)'s (?:\w+ )?(?:RIGHT|it|enough)
    you(?: are| were|'re) (?:\w+ )?(?:RIGHT|spot on|almost there|nearly there|close)
    you (?:have )?(?:got|get|answered|found|solved|nailed) (?:it|this|that|the answer|the question)
    (?:correct|correctly|incorrect|incorrectly|accurately|wrongly)
    (?:right|wrong|correct|incorrect|good|bad|best|perfect|excellent|full|complete) answer
    (?:right|correct|wrong) (?:track|path|direction|place|idea|way)
    (?:full|half) (?:marks|points)
    (?:passed|failed|pass|fail) (?:this|the) (?:question|test|task)
    (?:yes|no|exactly|indeed|precisely|right|correct|true|wrong)(?=[.,;:])
    the (?:right |correct |full |real )?answer (?:is|was|would be|lies)
    your (?:score|grade|mark|marks)
    """
)
"""Verdicts are the rubric's, and say what was shown, not whether it is right."""

GUSH = _any_of(
    r"""
    (?:well done|good job|great job|nice job|good work|great work|nice work|well put|well said|good try|nice try)
    GREAT (?:\w+ )?WORK
    (?:fantastic|amazing|awesome|brilliant|congratulations|bravo|wow|hooray|kudos|impressive|excellent|terrific|superb)
    (?:i am|i'm|so|very) (?:proud|impressed|happy|glad|excited)
    (?:clever|smart|talented|gifted)
    keep (?:it up|up the)
    keep up
    """
)

REPROACH = _any_of(
    r"""
    you (?:failed|fail|forgot|forget|missed|miss|ignored|ignore|neglected|overlooked|misread|misunderstood)(?: to)?
    you (?:did not|didn't|do not|don't|cannot|can't) (?:even|bother|understand|know|get it|read|listen|try|pay)
    you (?:should|must|have to|need to|ought to|had better|could have|should have)
    (?:not|isn't|is not) (?:good )?enough
    (?:careless|lazy|sloppy|silly|poor|weak|useless|pointless|hopeless|lacking effort|disappointing|disappointed)
    (?:once )?again you
    (?:as|like) i (?:said|told you)
    i (?:already )?told you
    (?:simply|just) (?:read|look|answer|do)
    (?:pay attention|try harder|be serious|stop guessing|come on|hurry up)
    that makes no sense
    """
)

MACHINERY = _any_of(
    r"""
    (?:as )?an? (?:ai|language model|assistant|chatbot|bot)
    (?:the|this) (?:learner|student|user|pupil|child|prompt|rubric|criterion|criteria|assessment|system message|move)
    (?:rubric|criterion|criteria|answer key|misconception|system prompt|instructions|guidelines|language model)
    (?:my|these|your) (?:instructions|guidelines|rules)
    (?:here is|here's|sure|certainly|okay|ok|of course)(?: \w+){0,3}(?= feedback|:|[.,])
    feedback
    the tutor
    """
)
"""Talk of what is behind the words, or about the learner instead of to them."""
