"""How learners ask for help, ask for the answer, and fill a line with nothing. The lists are our own.

Patterns are matched on a reply's words joined by single spaces, lower-case, with contractions opened ("i do not know").
"""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    """One pattern out of many, each matching whole words. No pattern repeats what it repeats: matching is linear."""
    return re.compile(r"\b(?:" + "|".join(patterns) + r")\b")


_POLITE = r"(?:just |please |pls |plz )?"
_THAT = r"(?:it|this|that)"

HELP = _any(
    r"i (?:really |just |honestly )?(?:do not|dont) (?:really |even )?(?:know|no|get|understand|remember)"
    r"(?: (?:it|this|that|anything|the (?:question|answer|article)|how to (?:do|answer) (?:it|this|that)"
    r"|what (?:to (?:do|say|write|put)|(?:it|this|that|you) means?|(?:the )?question (?:is|means)(?: asking)?"
    r"|you (?:want|mean|are asking))))?",
    r"idk|dunno|huh|i give up",
    r"(?:i have )?no (?:idea|clue)",
    r"(?:i am )?not (?:really )?sure",
    r"i (?:am|feel) (?:so |really |totally )?(?:stuck|lost|confused)",
    r"what do you mean(?: by that)?",
    rf"what does (?:{_THAT}|the question) mean",
    r"what am i (?:supposed|meant) to (?:do|say|write)",
    r"what is the question(?: asking)?",
    rf"(?:can|could|will|would) (?:you|u|someone) (?:please )?(?:help|explain)(?: (?:me|{_THAT}|the question))?",
    r"(?:please )?help(?: me)?(?: please)?$",
    r"i need (?:some |a )?(?:help|hint|clue)",
    r"(?:give|show) me (?:a|another) (?:hint|clue)",
    r"(?:can|could|may) i (?:please )?(?:have|get) (?:a|another|some) (?:hint|clue|help)",
    r"(?:a )?hint(?: please)?$",
    rf"explain(?: (?:{_THAT}|the question|please))?$",
    rf"i can not (?:do|answer|find) {_THAT}",
    rf"{_THAT} is too (?:hard|difficult)",
    rf"say {_THAT} (?:again|differently|another way)",
)

DEMAND = _any(
    rf"{_POLITE}(?:tell|give|show|send|print|reveal|type|write|say) (?:me |us |out )?(?:what )?(?:the |an |your |all )?"
    r"(?:\w+ )?(?:answers?|solutions?|answer key|key|rubric|samples?|criteria)",
    r"just (?:tell|give) (?:me|us)",
    r"(?:can|could|will|would) (?:you|u) (?:please |just )?(?:tell|give) me"
    r"(?: (?:the|what the) (?:right |correct )?answer)?",
    r"what is the (?:right |correct |real |expected )?answer",
    r"what should i (?:write|say|answer|put)",
    r"what do (?:you|i) (?:want me to|have to) (?:say|write|put)",
    r"i (?:want|need|demand) the (?:right |correct )?answers?",
    r"(?:write|do|answer) (?:it|this) for me",
    r"i am (?:the|your|a|their) (?:\w+ )?(?:teacher|admin|administrator|developer|principal|author|boss|inspector)",
    r"(?:as|this is) (?:your|the) (?:\w+ )?(?:teacher|admin|administrator|developer)",
    r"(?:ignore|forget|disregard|skip|bypass|override|drop) (?:\w+ )?(?:\w+ )?"
    r"(?:rules?|instructions?|prompts?|guidelines|orders|programming)",
    r"(?:system|developer) (?:prompt|message|mode)",
    r"(?:pretend|act) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:answer|rules?|teacher|tutor)",
    r"you are now|new instructions|(?:let|make) me pass",
    r"mark (?:it|this|me) (?:as )?(?:correct|right|met|done)",
    r"give me (?:full )?(?:marks|points|credit)",
    r"count (?:it|this) as (?:correct|right|met)",
)

# Dictionary forms of what may stand around a call for help or a demand without making it an answer.
AROUND = frozenset(
    """answer article ask bit bro clue come dude erm explain get give go good hard help hey hi hint hmm honestly idea
    just know like little lol look make man mate maybe mean mr mrs ms need nothing now ok okay one oh or please pls
    plz question really reply right rule say see show so sorry still stuck sure teacher tell text thank thing think
    this try um understand want well what whatever word work write wrong yeah yes you um uh already anymore again
    right correct key let pass class need admin urgent quickly fast asap tutor""".split()
)

PLACEHOLDERS = frozenset(
    """test testing asdf asd qwerty qwer blah bla foo bar baz lorem ipsum xxx xx x na n/a nil null none nothing todo
    tbd placeholder ok okay k kk yes no yeah yep nope nah maybe hi hello hey yo lol lmao haha hahaha whatever idc
    meh something anything stuff things answer reply response text example here done next skip continue pass good
    fine cool nice great hm hmm hmmm um umm uh er sup bored boring dumb stupid sucks hate this is so very i am im u
    my the a it and not what bruh bro abc def one two three""".split()
)
PLACEHOLDER_ROW = re.compile(
    r"^(?:(?:my|the|a|test|sample|dummy|example|participant|student|learner|user|insert|your|type|enter|some) )+"
    r"(?:reply|response|answer|text|comment|input|message|here|goes|\d| )+$"
    r"|^(?:reply|response|answer|text|comment|input|test|student|participant) ?\d{1,6}$"
)
